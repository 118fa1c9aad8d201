// What came of an act that did not succeed: a refusal, a network that is gone, or an answer that never came.
import type { HttpAnswer } from '../../live/http.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Answer } from '../../../shared/protocol.ts';

export type Trouble =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unanswered' };

/** An answer over HTTP or the socket; null where none came, so that nothing is known. */
export type AnyAnswer<T> = HttpAnswer<T> | Answer<T> | null;

/** null where the act succeeded. */
export function troubleOf<T>(answer: AnyAnswer<T>): Trouble | null {
  if (answer === null) return { kind: 'unanswered' };
  if (answer.ok) return null;
  if ('unreachable' in answer) return { kind: 'unreachable' };
  return { kind: 'refused', refusal: answer.refusal };
}
