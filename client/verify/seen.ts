// The 64 digits that somebody saw at the lock, against those of the file.
import { digitOf } from '../../shared/draw/difference.ts';
import type { DrawProof } from '../../shared/draw/proof.ts';

export type Seen =
  | { readonly is: 'none' }
  /** So far they are the same. */
  | { readonly is: 'short'; readonly count: number }
  | { readonly is: 'same' }
  /** The first digit that differs, 1 for the first. */
  | { readonly is: 'differs'; readonly digit: number };

/** Of several locks, the one that they fit furthest. */
export function seenOf(typed: string, draws: readonly DrawProof[]): Seen {
  const digits = typed.replace(/[\s…]/g, '').toLowerCase();
  if (digits === '') return { is: 'none' };
  const furthest = Math.max(0, ...draws.map(({ shown }) => digitOf(digits, shown)));
  if (furthest <= digits.length) return { is: 'differs', digit: furthest };
  return digits.length < 64 ? { is: 'short', count: digits.length } : { is: 'same' };
}
