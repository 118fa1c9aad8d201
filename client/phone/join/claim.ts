// Showing a ticket to the server, and what its answer means for the person who holds it.
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { DrawId } from '../../../shared/ids.ts';
import type { Answer } from '../../../shared/protocol.ts';
import type { SeatView } from '../../../shared/views/slices/panel-slices.ts';
import { call, type HttpAnswer } from '../../live/http.ts';
import { claimBegun } from '../../live/secret.ts';
import type { Early } from '../../live/view-store.ts';

/** Why the person stands at the door: a refusal, or a network that is gone. */
export type Trouble = Refusal | 'unreachable' | null;

/** From the QR code, or the short code as it was typed. */
export type Secret = { readonly ticket: string } | { readonly typed: string };

/** What the seat shows first; absent where it cannot be told yet. */
export interface Claimed {
  readonly view?: Early<SeatView>;
}

/** What a page does with a seat that has just been claimed. */
export type OnSeated = (view?: Claimed['view']) => void;

/**
 * Takes the answer of the claim that began before the page was there, once; else claims now.
 *
 * @param again asked by the page itself, without an act of the person
 */
export function claim(
  code: string,
  secret: Secret & { readonly again?: true },
): Promise<HttpAnswer<Claimed>> {
  const begun = 'ticket' in secret ? claimBegun(secret.ticket) : null;
  return call(`/m/${encodeURIComponent(code)}/api/claim`, secret, begun);
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
