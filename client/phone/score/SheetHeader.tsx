// Who is being scored: the category's mark, the name, the time left.
import type { ReactNode } from 'react';
import { commonText } from '../../../shared/text/common.ts';
import type { CountdownView, ShownSubject } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { widthInEms } from '../../ui/name-width.ts';
import { useSeat } from '../seat-context.ts';
import styles from './SheetHeader.module.css';

export function SheetHeader({
  subject,
  countdown,
  children,
}: {
  readonly subject: ShownSubject;
  readonly countdown: CountdownView | null;
  /** Below it, and staying with it. */
  readonly children?: ReactNode;
}) {
  const { clockOffset } = useSeat();
  const text = useText(commonText);
  const left = useCountdown(countdown, clockOffset);
  const total = (countdown?.totalSeconds ?? 0) * 1000;
  const gone = left === null || total === 0 ? 0 : Math.min(1, Math.max(0, 1 - left / total));
  return (
    <div className={styles['head']}>
      <div className={styles['row']}>
        <span className={styles['mark']}>
          <CategoryMark {...subject.category} label={subject.category.name} />
        </span>
        <h1 className={styles[nameSize(subject.name)]}>{subject.name}</h1>
        {left !== null && (
          <p className={styles['clock']} role="timer">
            <span>{left < 0 ? text.overtime : text.timeLeft}</span>
            <strong>{clockText(left)}</strong>
          </p>
        )}
      </div>
      <div className={styles['rule']}>
        <div style={{ transform: `scaleX(${gone.toFixed(4)})` }} />
      </div>
      {children}
    </div>
  );
}

function nameSize(name: string): 'short' | 'medium' | 'long' {
  const ems = widthInEms(name);
  return ems <= 6 ? 'short' : ems <= 9 ? 'medium' : 'long';
}
