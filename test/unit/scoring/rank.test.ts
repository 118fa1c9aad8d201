// Ranks by counting who is above, and decimals that contradict no rank.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, toDecimal } from '../../../shared/scoring/rational.ts';
import { decimalsEach, places, rank } from '../../../shared/scoring/rank.ts';
import { FIXED, sixtieths } from './schemes.ts';

describe('rank', () => {
  test('[R8] ties share a rank: 1, 2, 2, 4; without a score last, without a rank', () => {
    const scores = { a: 70, b: null, c: 90, d: 70, e: 95, f: 60 };
    const entries = Object.entries(scores).map(([key, score]) => ({
      key,
      score: score === null ? null : rational(score),
    }));
    const ranked = rank(entries).map((one) => [one.key, one.rank]);
    expect(ranked).toEqual([
      ['e', 1],
      ['c', 2],
      ['a', 3],
      ['d', 3],
      ['f', 5],
      ['b', null],
    ]);
    expect(rank([])).toEqual([]);
  });

  test('[R8] a score of 0 has a rank', () => {
    expect(rank([{ key: 'a', score: rational(0) }])[0]!.rank).toBe(1);
  });

  test('[R8] is one more than how many are above, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(9))), (given) => {
        const entries = given.map((points, key) => ({
          key,
          score: points === null ? null : sixtieths(points),
        }));
        const ranked = rank(entries);
        const keys = ranked.map(({ key }) => key);
        expect([...keys].sort((a, b) => a - b)).toEqual(given.map((_, key) => key));
        for (const { key, rank: got, score } of ranked) {
          const mine = given[key] ?? null;
          const above = given.filter((other) => other !== null && mine !== null && other > mine);
          expect(got).toBe(mine === null ? null : above.length + 1);
          expect(score).toEqual(mine === null ? null : sixtieths(mine));
        }
        const order = ranked.map(({ rank: got }) => got ?? Infinity);
        expect(order).toEqual([...order].sort((a, b) => (a === b ? 0 : a - b)));
      }),
      FIXED,
    );
  });
});

describe('places', () => {
  test('[R8] who is not parted shares a place, and the places after it are passed over', () => {
    const lengths = ['aaa', 'b', 'cc', 'dd', 'e', 'ff'];
    const placed = places(lengths, (a, b) => b.length - a.length);
    expect(placed.map(({ one, rank: at, shared }) => [one, at, shared])).toEqual([
      ['aaa', 1, 1],
      ['cc', 2, 3],
      ['dd', 2, 3],
      ['ff', 2, 3],
      ['b', 5, 2],
      ['e', 5, 2],
    ]);
    expect(places([], () => 0)).toEqual([]);
  });
});

describe('decimalsEach', () => {
  test.each([
    [
      [2, 2, 2],
      [rational(90), rational(91), null],
    ],
    [
      [2, 2],
      [rational(1, 3), rational(1, 3)],
    ],
    [[], []],
    [
      [3, 3, 2],
      [rational(90001, 1000), rational(90002, 1000), rational(1)],
    ],
    [
      [4, 2, 4],
      [rational(900001, 10000), rational(80), rational(900002, 10000)],
    ],
    [
      [7, 7, 7],
      [rational(333333, 1000000), rational(1, 3), rational(1, 3)],
    ],
    // 86.0049 and 86.0050 differ in two decimals, and no more in the three that their other neighbours need.
    [[3, 4, 4, 3], [860041, 860049, 860050, 860059].map((n) => rational(n, 10000))],
    [[4, 5, 5, 4], [8600041, 8600049, 8600050, 8600059].map((n) => rational(n, 100000))],
  ])('[R8] %j', (wanted, scores) => {
    expect(decimalsEach(scores)).toEqual(wanted);
  });

  test('[R8] different scores read differently, equal ones alike, and few have more than two', () => {
    const scores = fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 90 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(scores, (pairs) => {
        const values = pairs.map(([n, d]) => rational(n, d));
        const places = decimalsEach(values);
        const read = values.map((one, n) => toDecimal(one, places[n] ?? 0));
        const exact = values.map(({ n, d }) => `${String(n)}/${String(d)}`);
        for (const [a, left] of exact.entries())
          for (const [b, right] of exact.entries())
            expect(read[a] === read[b]).toBe(left === right);
        // Who has more decimals than two would read like another without them.
        for (const [n, one] of values.entries()) {
          if (places[n] === 2) continue;
          const twins = values.filter(
            (other, m) => exact[m] !== exact[n] && toDecimal(other, 2) === toDecimal(one, 2),
          );
          expect(twins.length).toBeGreaterThan(0);
        }
      }),
      FIXED,
    );
  });
});
