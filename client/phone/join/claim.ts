// Showing a ticket to the server, and what its answer means for the person who holds it.
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { DrawId } from '../../../shared/ids.ts';
import type { Answer } from '../../../shared/protocol.ts';
import { call, type HttpAnswer } from '../../live/http.ts';

/** Why the person stands at the door: a refusal, or a network that is gone. */
export type Trouble = Refusal | 'unreachable' | null;

/** From the QR code, or the short code as it was typed. */
export type Secret = { readonly ticket: string } | { readonly typed: string };

/** @param again asked by the page itself, without an act of the person */
export function claim(
  code: string,
  secret: Secret & { readonly again?: true },
): Promise<HttpAnswer<object>> {
  return call(`/m/${encodeURIComponent(code)}/api/claim`, secret);
}

/** Says a word for a draw by a ticket that has no seat yet; null where no answer came. */
export async function sayWord(
  code: string,
  by: Secret,
  draw: DrawId,
  word: string,
): Promise<Answer | null> {
  const answer = await call(`/m/${encodeURIComponent(code)}/api/word`, {
    by,
    said: { draw, word },
  });
  return 'unreachable' in answer ? null : answer;
}

export function troubleOf(answer: Exclude<HttpAnswer<object>, { readonly ok: true }>): Trouble {
  return 'unreachable' in answer ? 'unreachable' : answer.refusal;
}

/** Someone of the pool without a seat: the code is good, and may open one later. */
export function waits(trouble: Trouble): boolean {
  const code = trouble && trouble !== 'unreachable' && trouble.code;
  return code === 'in-reserve' || code === 'no-seat' || code === 'marked-away';
}
