// The code of a phone that waits for a seat or for the answer to its claim, kept through a reload: in this tab alone, and no
// longer than it waits.
import { keep, recall } from '../../live/storage.ts';
import { isObject } from '../slips/shape.ts';
import { jsonIn } from '../slips/shelf.ts';
import type { Secret } from './claim.ts';

export function keptSecret(
  meeting: string,
  storage: () => Pick<Storage, 'getItem'>,
): Secret | null {
  const kept = jsonIn(recall(keyOf(meeting), storage));
  if (!isObject(kept)) return null;
  const { ticket, typed } = kept;
  if (typeof ticket === 'string') return { ticket };
  return typeof typed === 'string' ? { typed } : null;
}

/** @param secret null: nobody waits any more, and the code is let go of */
export function keepSecret(
  meeting: string,
  secret: Secret | null,
  storage: () => Pick<Storage, 'setItem' | 'removeItem'>,
): void {
  // A private window keeps nothing: after a reload the code is scanned again.
  keep(keyOf(meeting), secret && JSON.stringify(secret), storage);
}

/** client/start.js keeps a ticket there as well. */
function keyOf(meeting: string): string {
  return `kleroterion.waiting.${meeting}`;
}
