// What the hall does while nothing is asked of this person: one thing, in a few words.
import { phoneWaitText } from '../../../shared/text/phone-wait.ts';
import { useText } from '../../ui/language.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { ShownResult } from '../../../shared/views/slices/stage-slices.ts';
import { Plain } from '../shell/Plain.tsx';
import type { KindProps } from '../kind-props.ts';
import styles from './Result.module.css';

export function Idle() {
  const text = useText(phoneWaitText);
  return <Plain title={text.idle}>{text.idleHint}</Plain>;
}

export function CheckIn() {
  const text = useText(phoneWaitText);
  return <Plain title={text.checkIn}>{text.checkInHint}</Plain>;
}

export function Board() {
  const text = useText(phoneWaitText);
  return (
    <Plain title={text.board}>
      {text.boardHint} <a href="watch">{text.boardHere}</a>
    </Plain>
  );
}

export function Written({ body: { phase, byBoard } }: KindProps<'written'>) {
  const text = useText(phoneWaitText);
  if (phase === 'open') return <Plain title={text.others}>{text.othersHint}</Plain>;
  if (phase !== 'closed' && phase !== 'revealed')
    return <Plain title={text.ready}>{text.writtenHint}</Plain>;
  return (
    <Plain title={text.writtenClosed}>
      {byBoard ? text.byBoard : phase === 'revealed' ? text.revealedHint : text.boardHint}
    </Plain>
  );
}

export function Card({ body: { title, text, closing } }: KindProps<'card'>) {
  const words = useText(phoneWaitText);
  return (
    <Plain title={title}>
      {text} {closing && <a href="watch">{words.checkHere}</a>}
    </Plain>
  );
}

export function Score({ body: { phase, subject, opened, result } }: KindProps<'score'>) {
  const text = useText(phoneWaitText);
  if (phase === 'revealed' && result) return <Result subject={subject} result={result} />;
  const over = phase === 'closed' || phase === 'revealed';
  return (
    <Plain
      title={
        phase === 'open' ? text.others : opened ? text.opening : over ? text.closed : text.ready
      }
      subject={subject}
    >
      {phase === 'open'
        ? text.othersHint
        : opened
          ? text.openingHint(opened.n, opened.of)
          : phase === 'revealed'
            ? text.revealedHint
            : over
              ? text.closedHint
              : text.readyHint}
    </Plain>
  );
}

/** With the screen: what one's own score was stands below it. */
function Result({
  subject,
  result: { score, why, place, ballots },
}: {
  readonly subject: ShownSubject;
  readonly result: ShownResult;
}) {
  const text = useText(phoneWaitText);
  return (
    <div className={styles['result']}>
      <Plain
        title={
          score === null ? (
            text.noScore(why)
          ) : (
            <>
              {text.score}
              <strong className={styles['score']}>{score}</strong>
            </>
          )
        }
        subject={subject}
      >
        {place && `${text.place(place.n, place.of)} `}
        {text.ballots(ballots)} <a href="watch">{text.groupsHere}</a>
      </Plain>
    </div>
  );
}
