// Seed, keys, words and tickets against Node's own HMAC; below() against arithmetic on paper.

import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256, tagged, toHex, u64be, utf8 } from '../../../shared/draw/hash.ts';
import { below, byTicket, keyOf, openStream, seedOf } from '../../../shared/draw/seed.ts';
import { FIXED, THROW } from './locks.ts';

const LOCK_HASH = 'ab'.repeat(32);
const SEED = seedOf(LOCK_HASH, [THROW]);

function hmac(key: Uint8Array | string, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', typeof key === 'string' ? Buffer.from(key, 'hex') : key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

describe('hashes', () => {
  test('[R9] a tagged hash is SHA-256 of protocol, tag, a zero byte and the data', () => {
    const wanted = createHash('sha256').update('fairdraw/1/lock\0公评').digest('hex');
    expect(toHex(tagged('lock', utf8('公评')))).toBe(wanted);
    expect(toHex(sha256(utf8('公评')))).toBe(createHash('sha256').update('公评').digest('hex'));
  });

  test('a counter fills eight bytes', () => {
    expect(toHex(u64be(1))).toBe('0000000000000001');
    expect(toHex(u64be(Number.MAX_SAFE_INTEGER))).toBe('001fffffffffffff');
  });
});

describe('seed, keys and tickets', () => {
  test('[R9] follow DRAW.md §3', () => {
    const seed = hmac(LOCK_HASH, 'fairdraw/1/seed\0', `["${THROW}"]`);
    expect(toHex(SEED)).toBe(seed.toString('hex'));
    const key = hmac(seed, 'fairdraw/1/key\0', 'order');
    expect(toHex(keyOf(SEED, 'order'))).toBe(key.toString('hex'));
    const ids = ['b', 'a', 'c', 'd', 'e', 'f'];
    const sorted = [...ids].sort((x, y) => Buffer.compare(hmac(key, x), hmac(key, y)));
    expect(byTicket(SEED, 'order', ids)).toEqual(sorted);
  });

  test('[R9] a stream is HMACs of a counter, read as big-endian words', () => {
    const key = hmac(SEED, 'fairdraw/1/key\0', 'panel');
    const bytes = Buffer.concat([0, 1, 2].map((block) => hmac(key, u64be(block))));
    const stream = openStream(SEED, 'panel');
    for (let index = 0; index < 24; index += 1) {
      expect(stream.word()).toBe(bytes.readUInt32BE(index * 4));
    }
    expect(stream.consumed()).toBe(24);
  });
});

describe('below', () => {
  const size = fc.oneof(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 1, max: 50 }));

  test('[R9] every result comes from equally many words', () => {
    fc.assert(
      fc.property(size, (n) => {
        const accepted = 2 ** 32 - (2 ** 32 % n);
        expect(accepted % n).toBe(0);
        // The last word that counts, and the first that does not.
        expect(below(() => accepted - 1, n)).toBe(n - 1);
        if (accepted === 2 ** 32) return;
        const words = [accepted, 2 ** 32 - 1, 0].values();
        expect(below(() => words.next().value!, n)).toBe(0);
        expect(words.next().done).toBe(true);
      }),
      FIXED,
    );
  });

  test('[R9] is the word modulo n, in range', () => {
    fc.assert(
      fc.property(size, fc.array(fc.nat(2 ** 32 - 1), { minLength: 1 }), (n, given) => {
        const words = [...given, 0];
        const rest = words.values();
        const first = words.find((word) => BigInt(word) < (2n ** 32n / BigInt(n)) * BigInt(n))!;
        expect(below(() => rest.next().value!, n)).toBe(Number(BigInt(first) % BigInt(n)));
      }),
      FIXED,
    );
  });

  test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('refuses n = %d', (n) => {
    expect(() => below(() => 0, n)).toThrow(RangeError);
  });
});
