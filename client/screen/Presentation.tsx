// A unit reports: its name over the clock, one slot per minute along the foot.
import { clockText, isTimed, useSpeakingTime } from '../ui/countdown.ts';
import { Category, Digits } from './score/Figures.tsx';
import { Scene } from './Scene.tsx';
import type { BodyProps } from './kind-props.ts';
import { LoneName, nameLength } from './draw/LoneName.tsx';
import { MinuteSlots, minutesPerSlot } from '../parts/MinuteSlots.tsx';
import { useScreen } from './screen-context.ts';
import styles from './Presentation.module.css';

/** From this many seconds on, the bell strikes a minute before the end too. */
const BELL_AT_MINUTE = 120;

export function Presentation({ body }: BodyProps<'presentation'>) {
  const { subject, ordinal, countdown, next } = body;
  const { text, clockOffset } = useScreen();
  const { left, total, state } = useSpeakingTime(body, clockOffset);
  // Without a limit and without a clock there is nothing to count.
  const timed = isTimed(body);
  const bell = total >= BELL_AT_MINUTE ? text.bellNote : text.bellNoteShort;
  // A long name beside it leaves the bell's note no room.
  const crowded = next !== null && nameLength(text.next(next.name)) > 26;
  return (
    <Scene
      left={
        timed && (
          <Digits>
            {[text.slotMinutes(minutesPerSlot(total)), ...(crowded ? [] : [bell])].join(' · ')}
          </Digits>
        )
      }
      right={next && text.next(next.name)}
    >
      <div className={styles['head']}>
        <LoneName name={subject.name} apart={subject.apart} width={112} />
        <div className={styles['facts']}>
          <Category of={subject} width={46} />
          {ordinal && (
            <span>
              <Digits>{text.ordinal(ordinal.n, ordinal.of)}</Digits>
            </span>
          )}
          <span className={styles['state']}>{timed && state && text[state]}</span>
        </div>
      </div>
      {timed && (
        <>
          <p className={styles['clock']} data-waiting={countdown === null}>
            {clockText(left)}
          </p>
          <MinuteSlots leftMs={left} totalSeconds={total} />
        </>
      )}
    </Scene>
  );
}
