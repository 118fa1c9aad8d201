// The secrecy floor by counts: what is left after the spread, and how many are lacking.

import { describe, expect, test } from 'vitest';
import { lackingAt, mayShow } from '../../../shared/scoring/floor.ts';
import type { Spread } from '../../../shared/scoring/scheme.ts';
import { schemeOf } from './schemes.ts';

const trim = (t: number): Spread => ({ kind: 'trim', t });
const CAP: Spread = { kind: 'cap', margin: '5' };
const NONE: Spread = { kind: 'none' };

describe('[R6] mayShow', () => {
  test.each([
    ['all count', NONE, 'mean', [5, 6, 7, 8, 9, 10]],
    ['what is moved counts', CAP, 'mean', [5, 6, 7, 8, 9, 10]],
    ['two of them are dropped from five on', trim(1), 'mean', [7, 8, 9, 10]],
    // Of six none are dropped, as fewer than three would be left; of seven three are left, of nine five.
    ['four of them are dropped from seven on', trim(2), 'mean', [5, 6, 9, 10]],
    ['a median takes nine', NONE, 'median', [9, 10]],
    ['so many that small groups are never trimmed', trim(50), 'mean', [5, 6, 7, 8, 9, 10]],
  ] as const)('%s', (_, spread, centre, enough) => {
    const counts = Array.from({ length: 11 }, (__, n) => n);
    expect(counts.filter((n) => mayShow(n, schemeOf({ spread, centre })))).toEqual(enough);
  });
});

describe('lackingAt', () => {
  test.each([
    [NONE, [5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0]],
    [trim(1), [7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0]],
    [trim(2), [5, 4, 3, 2, 1, 0, 0, 2, 1, 0, 0]],
    [trim(50), [5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0]],
  ] as const)('with %j', (spread, lacking) => {
    expect(lacking.map((_, n) => lackingAt(n, schemeOf({ spread })))).toEqual(lacking);
  });

  test('is the least that is enough, and done at once for a floor of a million', () => {
    for (const floor of [2, 3, 5, 8])
      for (const t of [1, 2, 3])
        for (let n = 0; n < 20; n++) {
          const rules = schemeOf({ floor, spread: trim(t) });
          const more = lackingAt(n, rules);
          const enough = Array.from({ length: more + 1 }, (_, k) => mayShow(n + k, rules));
          expect(enough.indexOf(true)).toBe(more);
        }
    expect(lackingAt(7, schemeOf({ floor: 1_000_000, spread: trim(3) }))).toBe(999_999);
  });
});
