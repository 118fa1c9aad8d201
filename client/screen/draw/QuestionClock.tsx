// The clock of a question, under the name of whoever asks: it stands at what they will have until the moderator starts it.
import type { Body } from '../../live/kinds.ts';
import { MinuteSlots } from '../../parts/MinuteSlots.tsx';
import { clockText, isTimed, useSpeakingTime } from '../../ui/countdown.ts';
import { useScreen } from '../screen-context.ts';
import styles from './QuestionClock.module.css';

export function QuestionClock({ body }: { readonly body: Body<'draw'> }) {
  const { text, clockOffset } = useScreen();
  const { left, total, state } = useSpeakingTime(body, clockOffset);
  if (!isTimed(body)) return null;
  return (
    <div className={styles['clock']} data-waiting={body.countdown === null}>
      <p className={styles['digits']}>{clockText(left)}</p>
      <p className={styles['state']}>{state && text[state]}</p>
      <MinuteSlots leftMs={left} totalSeconds={total} />
    </div>
  );
}
