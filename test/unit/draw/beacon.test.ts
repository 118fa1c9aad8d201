// The beacon's signature: rounds that the chain signed, and everything else that looks like one.
import { describe, expect, it } from 'vitest';
import {
  firstRoundFrom,
  QUICKNET,
  roundRandomness,
  roundTime,
} from '../../../shared/draw/beacon.ts';
import { isSigned } from '../../../shared/draw/beacon-signature.ts';
import { RANDOMNESS, ROUND, SIGNATURE, SIGNED } from '../../beacon-rounds.ts';

describe('the signature of a round [DRAW.md §2]', () => {
  it.each(Object.entries(SIGNED))('of round %s is the chain’s', (round, signature) => {
    expect(isSigned(Number(round), signature)).toBe(true);
  });

  it('gives the randomness of its round', () => {
    expect(roundRandomness(SIGNATURE)).toBe(RANDOMNESS);
  });

  it('is of no other round', () => {
    for (const round of [999, 1001, 1002, ROUND + 2 ** 32, 0, -1000, 1000.5, NaN])
      expect(isSigned(round, SIGNATURE)).toBe(false);
    expect(isSigned(ROUND, SIGNED[1001])).toBe(false);
  });

  it('is refused with any of its 96 digits changed', () => {
    for (let at = 0; at < SIGNATURE.length; at += 1) {
      const other = SIGNATURE[at] === '7' ? '8' : '7';
      expect(isSigned(ROUND, SIGNATURE.slice(0, at) + other + SIGNATURE.slice(at + 1))).toBe(false);
    }
  });

  it.each([
    ['the same point with the other sign', '94' + SIGNATURE.slice(2)],
    ['the point at infinity', `c0${'00'.repeat(47)}`],
    ['an x above the field’s prime', `9f${'ff'.repeat(47)}`],
    ['a point without the mark of compression', '34' + SIGNATURE.slice(2)],
    ['capitals', SIGNATURE.toUpperCase()],
    ['one digit less', SIGNATURE.slice(1)],
    ['one digit more', `${SIGNATURE}0`],
    ['nothing', ''],
    ['a space before it', ` ${SIGNATURE.slice(1)}`],
  ])('is not %s', (_what, signature) => {
    expect(isSigned(ROUND, signature)).toBe(false);
  });

  it('is no point outside the subgroup, nor off the curve: x = 0 to 40, both signs', () => {
    // x = 4 and others lie on the curve, in a cofactor's subgroup; the rest do not lie on it at all.
    for (let x = 0; x <= 40; x += 1)
      for (const flags of ['80', 'a0']) {
        const bytes = flags + '00'.repeat(46) + x.toString(16).padStart(2, '0');
        expect(isSigned(ROUND, bytes)).toBe(false);
      }
  });

  it('is not the generator of the group, which is a point of it', () => {
    const generator =
      '97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb';
    expect(isSigned(ROUND, generator)).toBe(false);
  });
});

describe('the first round from a time on', () => {
  it('is published then or less than a period later, and the one before it is earlier', () => {
    for (const seconds of [QUICKNET.genesis, QUICKNET.genesis + 1, 1_780_000_000, 1_780_000_001]) {
      const round = firstRoundFrom(seconds);
      expect(roundTime(round)).toBeGreaterThanOrEqual(seconds);
      expect(roundTime(round) - seconds).toBeLessThan(QUICKNET.period);
      expect(roundTime(round - 1)).toBeLessThan(seconds);
    }
  });

  it('is round 1 before the chain began', () => {
    expect(firstRoundFrom(0)).toBe(1);
    expect(firstRoundFrom(QUICKNET.genesis)).toBe(1);
    expect(firstRoundFrom(QUICKNET.genesis + 1)).toBe(2);
  });
});
