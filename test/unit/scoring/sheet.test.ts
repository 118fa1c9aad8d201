// Sheets, what fills them in, and what a ballot is worth.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, toFraction } from '../../../shared/scoring/rational.ts';
import { ballotTotal, checkScores, checkSheet } from '../../../shared/scoring/sheet.ts';
import type { Criterion, ScoresFlaw, Sheet, SheetFlaw } from '../../../shared/scoring/sheet.ts';
import { FIXED } from './schemes.ts';

function criterion(id: string, changes: Partial<Criterion> = {}): Criterion {
  return { id, name: id, max: 10, step: 1, weight: 1, ...changes };
}

function sheetOf(...criteria: readonly Criterion[]): Sheet {
  return { id: 'sheet', version: 1, name: 'Sheet', criteria };
}

const SHEET = sheetOf(
  criterion('work', { max: 40, step: 5, weight: 2 }),
  criterion('constructor', { max: 30, step: 10, weight: 1 }),
);

describe('checkSheet', () => {
  test('accepts a sheet', () => {
    expect(checkSheet(SHEET)).toBeNull();
    expect(checkSheet(sheetOf(criterion('a', { max: 1 })))).toBeNull();
  });

  const flawed: Readonly<Record<SheetFlaw, readonly Sheet[]>> = {
    'no-criteria': [sheetOf()],
    'criterion-without-id': [sheetOf(criterion(''))],
    'criterion-twice': [sheetOf(criterion('a'), criterion('b'), criterion('a'))],
    max: [0, -10, 1.5, Number.NaN, 2 ** 53].map((max) => sheetOf(criterion('a', { max }))),
    step: [0, -1, 0.5, 3, 20].map((step) => sheetOf(criterion('a', { step }))),
    weight: [0, -1, 0.5].map((weight) => sheetOf(criterion('a'), criterion('b', { weight }))),
  };
  const cases = Object.entries(flawed).flatMap(([flaw, sheets]) =>
    sheets.map((sheet) => [flaw, sheet] as const),
  );
  test.each(cases)('finds %s', (flaw, sheet) => {
    expect(checkSheet(sheet)).toBe(flaw);
  });
});

describe('checkScores', () => {
  test.each([
    { work: 0, constructor: 0 },
    { work: 40, constructor: 30 },
    { work: 35, constructor: 10 },
  ])('[R8] takes %j: 0 is a score', (scores) => {
    expect(checkScores(SHEET, scores)).toBeNull();
  });

  test.each<readonly [ScoresFlaw, Record<string, number>]>([
    ['incomplete', {}],
    ['incomplete', { work: 5 }],
    ['unknown-criterion', { work: 5, constructor: 10, extra: 0 }],
    ['unknown-criterion', JSON.parse('{"work":5,"constructor":10,"__proto__":0}')],
    ['out-of-range', { work: 45, constructor: 10 }],
    ['out-of-range', { work: -5, constructor: 10 }],
    ['out-of-range', { work: Number.NaN, constructor: 10 }],
    ['out-of-range', { constructor: 40 }],
    ['off-step', { work: 3, constructor: 10 }],
    ['off-step', { work: 2.5, constructor: 10 }],
  ])('[R8] finds %s in %j', (flaw, scores) => {
    expect(checkScores(SHEET, scores)).toBe(flaw);
  });
});

describe('ballotTotal', () => {
  test('[R8] is 100 · Σ w·s/max ÷ Σ w', () => {
    // 100 · (2 · 35/40 + 10/30) / 3 = 100 · (7/4 + 1/3) / 3 = 100 · 25/36
    expect(toFraction(ballotTotal(SHEET, { work: 35, constructor: 10 }))).toBe('625/9');
    expect(ballotTotal(SHEET, { work: 0, constructor: 0 })).toEqual(rational(0));
    expect(ballotTotal(SHEET, { work: 40, constructor: 30 })).toEqual(rational(100));
  });

  test('a missing score is a bug', () => {
    expect(() => ballotTotal(SHEET, { work: 5 })).toThrow(RangeError);
  });

  const line = fc.record({
    max: fc.integer({ min: 1, max: 12 }),
    weight: fc.integer({ min: 1, max: 9 }),
    share: fc.nat(12),
  });
  test('[R8] equals the sum over the denominator 12!', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), (lines) => {
        const sheet = sheetOf(...lines.map((one, index) => criterion(`c${String(index)}`, one)));
        const given = lines.map(({ max, share }) => share % (max + 1));
        const scores = Object.fromEntries(
          given.map((score, index) => [`c${String(index)}`, score]),
        );
        expect(checkScores(sheet, scores)).toBeNull();
        const over = 479001600n; // 12!, which every maximum divides
        let points = 0n;
        let weights = 0n;
        for (const [index, { max, weight }] of lines.entries()) {
          points += BigInt(weight) * BigInt(given[index]!) * (over / BigInt(max));
          weights += BigInt(weight);
        }
        expect(ballotTotal(sheet, scores)).toEqual(rational(100n * points, weights * over));
      }),
      FIXED,
    );
  });
});
