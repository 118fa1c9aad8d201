// What the hall does while nothing is asked of this person: one thing, in a few words.
import { phoneWaitText } from '../../../shared/text/phone-wait.ts';
import { useText } from '../../ui/language.ts';
import { Plain } from '../shell/Plain.tsx';
import type { KindProps } from '../kind-props.ts';

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

export function Written({ body: { phase } }: KindProps<'written'>) {
  const text = useText(phoneWaitText);
  if (phase !== 'closed' && phase !== 'revealed')
    return <Plain title={text.ready}>{text.writtenHint}</Plain>;
  return (
    <Plain title={text.writtenClosed}>
      {phase === 'revealed' ? text.revealedHint : text.boardHint}
    </Plain>
  );
}

export function Titled({
  body: { title, text },
}: {
  readonly body: { readonly title: string; readonly text?: string };
}) {
  return <Plain title={title}>{text}</Plain>;
}

export function Score({ body: { phase, subject } }: KindProps<'score'>) {
  const text = useText(phoneWaitText);
  const over = phase === 'closed' || phase === 'revealed';
  return (
    <Plain title={over ? text.closed : text.ready} subject={subject}>
      {phase === 'revealed' ? text.revealedHint : over ? text.closedHint : text.readyHint}
    </Plain>
  );
}
