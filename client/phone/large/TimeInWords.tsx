// The time that is left, in words and to the minute: the last minute stands out, and is told to whoever hears the page.
import { largeText } from '../../../shared/text/large.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import { useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import styles from './LargeSheet.module.css';

const MINUTE_MS = 60_000;

export function TimeInWords({ countdown }: { readonly countdown: CountdownView | null }) {
  const { clockOffset } = useSeat();
  const text = useText(largeText);
  const left = useCountdown(countdown, clockOffset);
  if (left === null) return null;
  const words = left > 0 ? text.minutes(Math.ceil(left / MINUTE_MS)) : text.overtime;
  const isLast = left <= MINUTE_MS;
  return (
    <p className={styles['time']} data-last={isLast}>
      <span aria-hidden={isLast}>{words}</span>
      <span className="visually-hidden" role="status">
        {isLast && words}
      </span>
    </p>
  );
}
