// What is said below the name of the unit that is open: what became of it, or why it was not taken.
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { useSeat } from '../seat-context.ts';
import { useRefusalSentence } from '../shell/refusal.ts';
import type { Row } from './written-rows.ts';

export function useUnitWords({ state, ballot, refusal }: Row): {
  readonly stands: string | null;
  readonly refused: string | null;
} {
  const { online } = useSeat();
  const text = useText(writtenText);
  const sentence = useRefusalSentence();
  const stands =
    state === 'waiting'
      ? text.states[online ? 'sending' : 'kept']
      : state === 'counted' && ballot
        ? text.receipt(ballot.code)
        : null;
  return { stands, refused: refusal && sentence(refusal) };
}
