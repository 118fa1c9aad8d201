// The worked example of a scheme: each step against arithmetic written out by hand.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../../shared/scoring/example.ts';
import { exampleTotals, SITUATIONS } from '../../../shared/scoring/example-totals.ts';
import { toFraction } from '../../../shared/scoring/fractions.ts';
import { divide, rational, toDecimal } from '../../../shared/scoring/rational.ts';
import type { Scheme } from '../../../shared/scoring/scheme.ts';
import { worked } from '../../../shared/scoring/worked.ts';
import { FIXED, schemeOf } from './schemes.ts';

const TWO = [
  {
    id: 'deputies',
    weight: rational(30),
    totals: [61, 82, 85, 85, 86, 88, 98].map((n) => rational(n)),
  },
  { id: 'residents', weight: rational(20), totals: [70, 80, 90].map((n) => rational(n)) },
];

const work = (rules: Partial<Scheme>, groups = TWO) => worked(groups, schemeOf(rules));
const shown = (value: Parameters<typeof toDecimal>[0] | null) => value && toDecimal(value, 2);
const after = (of: ReturnType<typeof work>, n: number) =>
  of.groups[n]?.totals.map((one) => shown(one.after));

describe('worked', () => {
  test('a mean of all: 585 / 7 and 240 / 3, times 30 and 20, over 50', () => {
    const made = work({});
    expect(made.groups.map(({ value }) => value && toFraction(value))).toEqual(['585/7', '80/1']);
    expect(made.groups.map(({ product }) => shown(product))).toEqual(['2507.14', '1600.00']);
    expect([made.products, made.weights, made.score].map(shown)).toEqual([
      '4107.14',
      '50.00',
      '82.14',
    ]);
  });

  test('trim drops one at either end of seven, and none of three, of which one would be left', () => {
    const made = work({ spread: { kind: 'trim', t: 1 } });
    expect(after(made, 0)).toEqual([null, '82.00', '85.00', '85.00', '86.00', '88.00', null]);
    expect(after(made, 1)).toEqual(['70.00', '80.00', '90.00']);
    // (82 + 85 + 85 + 86 + 88) / 5
    expect(shown(made.groups[0]?.value ?? null)).toBe('85.20');
    expect(shown(made.score)).toBe('83.12');
  });

  test('trim drops as many of equal totals as it says, wherever they stand', () => {
    const alike = [80, 95, 80, 95, 80].map((n) => rational(n));
    const made = work({ spread: { kind: 'trim', t: 1 } }, [
      { id: 'a', weight: rational(1), totals: alike },
    ]);
    expect(after(made, 0)?.filter((one) => one === null)).toHaveLength(2);
    expect(shown(made.score)).toBe('85.00');
  });

  test('cap moves to the mean and the margin: 585 / 7 − 10 and + 10', () => {
    const made = work({ spread: { kind: 'cap', margin: '10' } });
    const [first, ...rest] = after(made, 0) ?? [];
    expect([first, rest.at(-1)]).toEqual(['73.57', '93.57']);
    expect(rest.slice(0, -1)).toEqual(['82.00', '85.00', '85.00', '86.00', '88.00']);
    expect(after(made, 1)).toEqual(['70.00', '80.00', '90.00']);
  });

  test('a median is the one in the middle, or the mean of the two', () => {
    const four = [10, 20, 40, 90].map((n) => rational(n));
    const made = work({ centre: 'median' }, [
      ...TWO,
      { id: 'firms', weight: rational(0), totals: four },
    ]);
    expect(made.groups.map(({ value }) => shown(value))).toEqual(['85.00', '80.00', '30.00']);
  });

  test('says why a group is not in the score, and what becomes of its weight', () => {
    const none = { id: 'none', weight: rational(50), totals: [] };
    const light = { id: 'light', weight: rational(0), totals: TWO[1]!.totals };
    const made = work({ belowFloor: 'empty' }, [...TWO, none, light]);
    expect(made.groups.map(({ out }) => out)).toEqual([
      null,
      'below-floor',
      'no-ballots',
      'no-weight',
    ]);
    expect(made.groups.map(({ product }) => shown(product))).toEqual(['2507.14', null, null, null]);
    expect([made.weights, made.score].map(shown)).toEqual(['30.00', '83.57']);
    const incomplete = work({ belowFloor: 'empty', emptyGroup: 'incomplete' }, [...TWO, none]);
    expect([incomplete.score, incomplete.why]).toEqual([null, 'group-without-ballots']);
  });

  test('says from how many on a value is shown alone', () => {
    const seen = (rules: Partial<Scheme>) => work(rules).groups.map((one) => one.shown);
    expect(seen({})).toEqual([true, false]);
    expect(seen({ floor: 3 })).toEqual([true, true]);
    // Seven of which five are left, then three.
    expect(seen({ spread: { kind: 'trim', t: 1 } })).toEqual([true, false]);
    expect(seen({ spread: { kind: 'trim', t: 2 } })).toEqual([false, false]);
    expect(seen({ centre: 'median' })).toEqual([false, false]);
  });

  test('[R8] the score is the products over the weights', () => {
    const group = fc.record({
      weight: fc.nat(4),
      totals: fc.array(fc.nat(100), { maxLength: 8 }),
    });
    const rules = fc.record<Partial<Scheme>>({
      spread: fc.constantFrom(
        { kind: 'none' } as const,
        { kind: 'trim', t: 1 } as const,
        { kind: 'cap', margin: '7.5' } as const,
      ),
      centre: fc.constantFrom('mean', 'median'),
      belowFloor: fc.constantFrom('count', 'empty'),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), rules, (given, one) => {
        const made = work(
          one,
          given.map(({ weight, totals }, n) => ({
            id: String(n),
            weight: rational(weight),
            totals: totals.map((total) => rational(total)),
          })),
        );
        expect(made.score).toEqual(
          made.weights.n === 0n ? null : divide(made.products, made.weights),
        );
        expect(made.score === null).toBe(made.why !== null);
      }),
      FIXED,
    );
  });
});

describe('the example', () => {
  const groups = [3, 2, 0].map((weight, n) => ({ id: String(n), weight: rational(weight) }));

  test.each(SITUATIONS)(
    '%s: the last group of weight has what it says, the others seven',
    (one) => {
      const totals = exampleTotals(groups, one, 5);
      const few = { all: 7, few: 3, none: 0 }[one];
      expect(groups.map(({ id }) => totals.get(id)?.length)).toEqual([7, few, 7]);
    },
  );

  test('few is always below the floor, and more than none', () => {
    for (let floor = 2; floor < 9; floor++) {
      const few = exampleTotals(groups, 'few', floor).get('1')?.length ?? 0;
      expect(few).toBeGreaterThan(0);
      expect(few).toBeLessThan(floor);
    }
  });

  test('reads as it is worked: 61 and 98 dropped, 426 / 5 = 85.20, times 30; 58 and 95 dropped, 407 / 5', () => {
    const named = [
      { id: 'a', name: 'Deputies', weight: 30 },
      { id: 'b', name: 'Residents', weight: 20 },
    ];
    const made = exampleOf(named, schemeOf({ spread: { kind: 'trim', t: 1 } }), 'all');
    expect(made.groups[0]).toMatchObject({
      ...{ name: 'Deputies', weight: 30, left: 5, value: '85.20', product: '2556.00', out: null },
      ...{ shown: true },
    });
    expect(made.groups[0]?.totals.map(({ total, fate }) => `${total} ${fate}`)).toEqual([
      '61.00 dropped',
      '82.00 stays',
      '85.00 stays',
      '85.00 stays',
      '86.00 stays',
      '88.00 stays',
      '98.00 dropped',
    ]);
    expect(made.groups[1]).toMatchObject({ value: '81.40', product: '1628.00' });
    // 4184 / 50
    expect(made).toMatchObject({ products: '4184.00', weights: 50, score: '83.68', why: null });
    const capped = exampleOf(named, schemeOf({ spread: { kind: 'cap', margin: '10' } }), 'all');
    expect(capped.groups[0]?.totals[0]).toEqual({ total: '61.00', fate: 'moved', to: '73.57' });
    const none = exampleOf(named, schemeOf({}), 'none');
    expect(none).toMatchObject({ weights: 30, score: '83.57' });
    expect(none.groups[1]).toMatchObject({ totals: [], value: null, out: 'no-ballots' });
    expect(exampleOf([], schemeOf({}), 'all')).toMatchObject({ score: null, why: 'no-ballots' });
  });
});
