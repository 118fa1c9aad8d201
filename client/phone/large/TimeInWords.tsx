// The time that is left, in words and to the half minute, never more than the clock shows: the last minute stands out, and is told to whoever hears the page.
import { largeSheetText } from '../../../shared/text/large-sheet.ts';
import type { CountdownView } from '../../../shared/views/slices/shown.ts';
import { useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { halfMinutes } from './half-minutes.ts';
import styles from './LargeSheet.module.css';

const MINUTE_MS = 60_000;

export function TimeInWords({ countdown }: { readonly countdown: CountdownView | null }) {
  const { clockOffset } = useSeat();
  const text = useText(largeSheetText);
  const left = useCountdown(countdown, clockOffset);
  if (left === null) return null;
  const words = left > 0 ? text.left(halfMinutes(left)) : text.overtime;
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
