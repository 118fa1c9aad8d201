// From lock hash and entropy to numbers: seed, keys, streams of words, tickets (DRAW.md §3).

import { canonical } from './canonical.ts';
import { domain, fromHex, keyed, mac, toHex, u64be, utf8 } from './hash.ts';

const WORDS = 2 ** 32;

/** A stream of big-endian uint32 words; reading moves it on. */
export type Stream = {
  /** The next word, 0..2^32−1. */
  readonly word: () => number;
  /** A uniform integer 0..n−1, for n from 1 to 2^32. @throws RangeError for any other n. */
  readonly below: (n: number) => number;
  /** How many words have been read. */
  readonly consumed: () => number;
};

/** seed = M(lock_hash bytes, "fairdraw/1/seed" ‖ 00 ‖ C(entropy)). */
export function seedOf(lockHash: string, entropy: readonly string[]): Uint8Array {
  return mac(fromHex(lockHash), domain('seed', utf8(canonical(entropy))));
}

/** K(label) = M(seed, "fairdraw/1/key" ‖ 00 ‖ label). */
export function keyOf(seed: Uint8Array, label: string): Uint8Array {
  return mac(seed, domain('key', utf8(label)));
}

/** stream(label) = M(K, u64be(0)) ‖ M(K, u64be(1)) ‖ … */
export function openStream(seed: Uint8Array, label: string): Stream {
  const next = keyed(keyOf(seed, label));
  let read = 0;
  let block: DataView = new DataView(new ArrayBuffer(0));
  const word = (): number => {
    const place = read % 8; // a block of 32 bytes holds 8 words
    if (place === 0) {
      const bytes = next(u64be(read / 8));
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    read += 1;
    return block.getUint32(place * 4);
  };
  return { word, below: (n) => below(word, n), consumed: () => read };
}

/**
 * Words at or above the largest multiple of n are passed over, so every result is equally likely.
 * `word` is a parameter so that tests can enumerate what it would otherwise take a seed to find.
 */
export function below(word: () => number, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > WORDS) throw new RangeError('below: n is 1..2^32');
  const limit = WORDS - (WORDS % n);
  let x = word();
  while (x >= limit) x = word();
  return x % n;
}

/** The ids by ticket(label, id) = M(K(label), id), lowest first, bytewise. */
export function byTicket(
  seed: Uint8Array,
  label: string,
  ids: readonly string[],
): readonly string[] {
  const ticketOf = keyed(keyOf(seed, label));
  // Hex of equal length orders as its bytes do.
  return ids
    .map((id) => ({ id, ticket: toHex(ticketOf(utf8(id))) }))
    .sort((left, right) => (left.ticket < right.ticket ? -1 : 1))
    .map((one) => one.id);
}
