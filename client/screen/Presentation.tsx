// A unit reports: its name over the clock, one slot per minute along the foot.
import type { StageBody } from '../../shared/views/slices.ts';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { Category, Digits } from './Figures.tsx';
import { Frame } from './Frame.tsx';
import { LoneName } from './LoneName.tsx';
import { MinuteSlots, minutesPerSlot } from './MinuteSlots.tsx';
import { useStage } from './stage-context.ts';
import styles from './Presentation.module.css';

type PresentationBody = Extract<StageBody, { readonly kind: 'presentation' }>;

export function Presentation({ subject, ordinal, countdown, seconds, next }: PresentationBody) {
  const { text, clockOffset } = useStage();
  const left = useCountdown(countdown, clockOffset) ?? seconds * 1000;
  const total = countdown?.totalSeconds ?? seconds;
  const state =
    left < 0
      ? text.overtime
      : countdown === null
        ? text.notStarted
        : countdown.phase === 'stopped'
          ? text.paused
          : null;
  return (
    <Frame
      left={<Digits>{text.slotMinutes(minutesPerSlot(total))}</Digits>}
      right={next && text.next(next.name)}
    >
      <div className={styles['head']}>
        <LoneName name={subject.name} width={112} />
        <div className={styles['facts']}>
          <Category of={subject} />
          {ordinal && (
            <span>
              <Digits>{text.ordinal(ordinal.n, ordinal.of)}</Digits>
            </span>
          )}
          <span className={styles['state']}>{state}</span>
        </div>
      </div>
      <p className={styles['clock']} data-waiting={countdown === null}>
        {clockText(left)}
      </p>
      <MinuteSlots leftMs={left} totalSeconds={total} />
    </Frame>
  );
}
