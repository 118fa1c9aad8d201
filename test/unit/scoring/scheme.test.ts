// Trimming, centre and composition, against integers sorted and added in the test.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational } from '../../../shared/scoring/rational.ts';
import { composeGroups, groupValue } from '../../../shared/scoring/counting.ts';
import { checkScheme, type Scheme } from '../../../shared/scoring/scheme.ts';
import type { Rational } from '../../../shared/scoring/rational.ts';
import { FIXED, schemeOf, SIXTIETHS, sixtieths } from './schemes.ts';

describe('checkScheme', () => {
  test.each([
    [null, {}],
    [null, { spread: { kind: 'trim', t: 2 }, floor: 2, step: 2 }],
    ['id', { id: '' }],
    ['trim', { spread: { kind: 'trim', t: -1 } }],
    ['trim', { spread: { kind: 'trim', t: 0.5 } }],
    ['trim', { spread: { kind: 'trim', t: 0 } }],
    [null, { spread: { kind: 'cap', margin: '0.000001' } }],
    [null, { spread: { kind: 'cap', margin: '100' }, belowFloor: 'empty' }],
    ['margin', { spread: { kind: 'cap', margin: '0' } }],
    ['margin', { spread: { kind: 'cap', margin: '-1' } }],
    ['margin', { spread: { kind: 'cap', margin: '100.000001' } }],
    ['margin', { spread: { kind: 'cap', margin: '1.0000001' } }],
    ['margin', { spread: { kind: 'cap', margin: '1/2' } }],
    ['margin', { spread: { kind: 'cap', margin: '' } }],
    ['floor', { floor: 1 }],
    ['floor', { floor: Number.NaN }],
    ['step', { step: 1 }],
    ['step', { step: 1.5 }],
  ] as const)('finds %s in %j', (flaw, changes) => {
    expect(checkScheme(schemeOf(changes))).toBe(flaw);
  });
});

/** Of a group of weight 1. */
const valueUnder = (totals: readonly Rational[], scheme: Scheme) =>
  groupValue(totals, rational(1), scheme);

describe('groupValue', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 12 });

  test('[R8] trims t of each end where at least three are left, then takes mean or median', () => {
    fc.assert(
      fc.property(totals, fc.nat(5), fc.constantFrom('mean', 'median'), (given, trim, centre) => {
        const sorted = [...given].sort((a, b) => a - b);
        while (given.length - 2 * trim >= 3 && sorted.length > given.length - 2 * trim) {
          sorted.pop();
          sorted.shift();
        }
        const middle = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
        const used = centre === 'mean' ? sorted : middle;
        const wanted = rational(
          used.reduce((all, one) => all + one, 0),
          BigInt(used.length) * SIXTIETHS,
        );
        expect(
          valueUnder(given.map(sixtieths), schemeOf({ spread: { kind: 'trim', t: trim }, centre })),
        ).toEqual(wanted);
      }),
      FIXED,
    );
  });

  test('[R8] trims exactly from 2t + 3 ballots on', () => {
    const scheme = schemeOf({ spread: { kind: 'trim', t: 1 } });
    expect(valueUnder([0, 60, 60, 600].map(sixtieths), scheme)).toEqual(rational(3));
    expect(valueUnder([0, 60, 60, 60, 600].map(sixtieths), scheme)).toEqual(rational(1));
  });

  test('a group without ballots has no value', () => {
    expect(valueUnder([], schemeOf())).toBeNull();
    expect(
      valueUnder([], schemeOf({ spread: { kind: 'trim', t: 1 }, centre: 'median' })),
    ).toBeNull();
  });
});

describe('composeGroups', () => {
  const group = fc.record({
    weight: fc.nat(5),
    points: fc.option(fc.integer({ min: 0, max: 6000 })),
  });

  test('[R8] weighs the groups that have ballots, or says why there is no score', () => {
    const emptyGroup = fc.constantFrom('rescale', 'incomplete');
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), emptyGroup, (groups, choice) => {
        const shares = groups.map(({ weight, points }) => ({
          weight: rational(weight),
          value: points === null ? null : sixtieths(points),
        }));
        let [points, weights, empty] = [0, 0, 0];
        for (const one of groups) {
          if (one.weight === 0) continue;
          if (one.points === null) empty += 1;
          else [points, weights] = [points + one.weight * one.points, weights + one.weight];
        }
        const wanted =
          weights === 0
            ? { ok: false, why: 'no-ballots' }
            : empty > 0 && choice === 'incomplete'
              ? { ok: false, why: 'group-without-ballots' }
              : { ok: true, score: rational(points, BigInt(weights) * SIXTIETHS) };
        expect(composeGroups(shares, schemeOf({ emptyGroup: choice }))).toEqual(wanted);
      }),
      FIXED,
    );
  });

  test('[R8] a group of weight 0 changes nothing, with or without ballots', () => {
    const scheme = schemeOf({ emptyGroup: 'incomplete' });
    const counted = [
      { weight: rational(2), value: rational(80) },
      { weight: rational(1), value: rational(95) },
    ];
    const wanted = { ok: true, score: rational(85) };
    expect(composeGroups(counted, scheme)).toEqual(wanted);
    expect(
      composeGroups([...counted, { weight: rational(0), value: rational(1) }], scheme),
    ).toEqual(wanted);
    expect(composeGroups([...counted, { weight: rational(0), value: null }], scheme)).toEqual(
      wanted,
    );
  });
});
