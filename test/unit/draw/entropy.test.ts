// What each source must give, what proves it, and how far it convinces.

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { QUICKNET, roundMessage, roundRandomness, roundTime } from '../../../shared/draw/beacon.ts';
import { NotCanonical } from '../../../shared/draw/canonical.ts';
import {
  assurance,
  checkEntropy,
  phonesEntropy,
  saltCommit,
} from '../../../shared/draw/entropy.ts';
import type { Assurance, EntropyFlaw } from '../../../shared/draw/entropy.ts';
import { toHex } from '../../../shared/draw/hash.ts';
import type { Source } from '../../../shared/draw/lock.ts';
import { DICE, lockOf, poolOf, THROW } from './locks.ts';

const SALT = '5a'.repeat(32);
const HEX = '0f'.repeat(32);
const DICE6: Source = { type: 'dice6', count: 26 };
const DRAND: Source = { type: 'drand', chain: QUICKNET.chain, round: 40000000 };
const PHONES: Source = { type: 'phones' };
const SALTED: Source = { type: 'salt', commit: saltCommit(SALT) };
const SIXES = '12345612345612345612345612';
const ALL = [DICE, DICE6, DRAND, PHONES, SALTED];

function lockWith(...entropy: readonly Source[]) {
  return lockOf(poolOf({ F: 4 }), { kind: 'simple', k: 1 }, { entropy });
}

const flawed: Readonly<Record<EntropyFlaw, readonly (readonly [Source, unknown])[]>> = {
  'not-strings': [
    [DICE, THROW],
    [DICE, [20]],
    [DICE, null],
    [DICE, { 0: THROW, length: 1 }],
  ],
  'source-count': [
    [DICE, []],
    [DICE, [THROW, THROW]],
  ],
  'dice-count': [
    [DICE, [THROW.slice(1)]],
    [DICE, [`${THROW}0`]],
    [DICE, ['']],
    [DICE6, [SIXES.slice(1)]],
  ],
  'dice-digits': [
    [DICE, [`${THROW.slice(1)} `]],
    [DICE, [`${THROW.slice(1)}\n`]],
    [DICE, [`${THROW.slice(1)}５`]],
    [DICE6, [`0${SIXES.slice(1)}`]],
    [DICE6, [`7${SIXES.slice(1)}`]],
  ],
  'drand-hex': [
    [DRAND, [HEX.toUpperCase()]],
    [DRAND, [HEX.slice(1)]],
  ],
  'phones-hex': [
    [PHONES, ['']],
    [PHONES, ['["hello"]']],
  ],
  'salt-hex': [
    [SALTED, [SALT.toUpperCase()]],
    [SALTED, ['']],
  ],
  'salt-not-opened': [
    [SALTED, [HEX]],
    [SALTED, [saltCommit(SALT)]],
  ],
};

describe('checkEntropy', () => {
  const cases = Object.entries(flawed).flatMap(([flaw, ones]) =>
    ones.map(([source, entropy]) => [flaw, source, entropy] as const),
  );
  test.each(cases)('[R9] finds %s', (flaw, source, entropy) => {
    expect(checkEntropy(lockWith(source), entropy)).toBe(flaw);
  });

  test('[R9] takes what every source should give, in the order of the lock only', () => {
    const entropy = [THROW, SIXES, HEX, HEX, SALT];
    expect(checkEntropy(lockWith(...ALL), entropy)).toBeNull();
    expect(checkEntropy(lockWith(...ALL.slice().reverse()), entropy)).not.toBeNull();
    expect(checkEntropy(lockWith(...ALL.slice().reverse()), entropy.slice().reverse())).toBeNull();
  });
});

describe('sources', () => {
  test('[R9] a salt is committed to by its bytes, the phones by their canonical list', () => {
    const sha = (...parts: readonly (string | Buffer)[]) =>
      parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex');
    expect(saltCommit(SALT)).toBe(sha('fairdraw/1/salt\0', Buffer.from(SALT, 'hex')));
    expect(() => saltCommit('5a')).toThrow(RangeError);
    expect(phonesEntropy(['春', 'b', 'a'])).toBe(sha('fairdraw/1/phones\0', '["春","b","a"]'));
    expect(phonesEntropy([])).toBe(sha('fairdraw/1/phones\0[]'));
    expect(() => phonesEntropy(['e\u0301'])).toThrow(NotCanonical);
  });

  test('[R9] the beacon: round 1000 of quicknet', () => {
    const signature =
      'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39';
    const wanted = createHash('sha256').update(Buffer.from(signature, 'hex')).digest('hex');
    expect(roundRandomness(signature)).toBe(wanted);
    expect(roundRandomness(signature.slice(2))).toBeNull();
    expect(roundRandomness(signature.toUpperCase())).toBeNull();
    const message = createHash('sha256').update(Buffer.from('00000000000003e8', 'hex'));
    expect(toHex(roundMessage(1000))).toBe(message.digest('hex'));
    expect(roundTime(1)).toBe(1692803367);
    expect(roundTime(1000)).toBe(1692803367 + 2997);
  });
});

describe('assurance', () => {
  test.each<readonly [Assurance, boolean, readonly Source[]]>([
    ['public', false, [DICE]],
    ['public', false, [DICE6]],
    ['public', false, [PHONES, SALTED, DRAND]],
    ['participants', true, [PHONES, SALTED]],
    ['operator', false, [PHONES, SALTED]],
    ['operator', true, [PHONES]],
    ['operator', true, [SALTED]],
  ])('[R9] %s, salt kept apart: %s', (wanted, saltKeptApart, sources) => {
    expect(assurance(lockWith(...sources), { saltKeptApart })).toBe(wanted);
  });
});
