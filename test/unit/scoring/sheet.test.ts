// Sheets, what groups see of them, what fills them in, and what a ballot is worth.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFraction } from '../../../shared/scoring/fractions.ts';
import { rational } from '../../../shared/scoring/rational.ts';
import { checkScores, ballotTotal } from '../../../shared/scoring/check-scores.ts';
import { isWhole, totalSoFar, type Form, type ScoresFlaw } from '../../../shared/scoring/form.ts';
import { formOf } from '../../../shared/scoring/seen-by.ts';
import { sheetFlaw } from '../../../shared/scoring/sheet-flaws.ts';
import type { OwnFlaw } from '../../../shared/scoring/sheet-flaws.ts';
import type { Sheet, SheetNode } from '../../../shared/scoring/sheet.ts';
import { flatForm, flatSheet, type FlatCriterion } from '../../flat-sheet.ts';
import { FIXED } from './schemes.ts';

function criterion(id: string, changes: Partial<FlatCriterion> = {}): FlatCriterion {
  return { id, name: id, max: 10, step: 1, weight: 1, ...changes };
}

function flat(...criteria: readonly FlatCriterion[]): Form {
  return flatForm({ id: 'sheet', name: 'Sheet', criteria });
}

const SHEET = flat(
  criterion('work', { max: 40, step: 5, weight: 2 }),
  criterion('constructor', { max: 30, step: 10, weight: 1 }),
);

const line = (id: string, weight: string, more: object = {}): SheetNode => ({
  id,
  name: id,
  weight,
  max: '10',
  step: '0.5',
  ...more,
});
const node = (id: string, weight: string, ...children: readonly SheetNode[]): SheetNode => ({
  ...{ id, name: id, weight, children },
});
const SCALE = [
  { id: 'good', name: '好', mark: '10' },
  { id: 'fair', name: '中', mark: '7.5' },
  { id: 'poor', name: '差', mark: '0' },
];
const tree = (...children: readonly SheetNode[]): Sheet => ({
  ...{ id: 'sheet', version: 1, name: 'Sheet', children },
});
/** Three levels, a scale, and a part that only B sees. */
const TREE = JSON.parse(
  JSON.stringify(
    tree(
      node(
        'duty',
        '60',
        node('law', '2', line('a', '1'), line('b', '3', { groups: ['B'] })),
        line('c', '1', { scale: SCALE, step: undefined }),
      ),
      line('whole', '40', { max: '100', step: '0.25' }),
    ),
  ),
) as Sheet;

describe('sheetFlaw', () => {
  test('accepts trees with decimals and scales, and what only some groups see', () => {
    expect(sheetFlaw(flatSheet({ id: 's', name: 's', criteria: [criterion('a')] }), [])).toBeNull();
    expect(sheetFlaw(TREE, ['A', 'B'])).toBeNull();
  });

  const flawed: readonly (readonly [OwnFlaw['code'], string, Sheet])[] = [
    ['empty', 'sheet', tree()],
    ['empty', 'n', tree(node('n', '1'))],
    ['too-deep', 'z', tree(node('x', '1', node('y', '1', node('z', '1', line('a', '1')))))],
    ['twice', 'a', tree(line('a', '1'), node('n', '1', line('a', '1')))],
    ['number', 'a', tree(line('a', 'x'))],
    ['number', 'a', tree(line('a', '1', { max: '' }))],
    ['number', 'a', tree(line('a', '1', { step: '1e1' }))],
    ['number', 'a', tree(line('a', '1', { max: '1.0000001' }))],
    ['weight', 'a', tree(line('a', '-1'), line('b', '2'))],
    ['max', 'a', tree(line('a', '1', { max: '0' }))],
    ['step', 'a', tree(line('a', '1', { step: '0' }))],
    ['reach', 'a', tree(line('a', '1', { step: '3' }))],
    ['reach', 'a', tree(line('a', '1', { step: '20' }))],
    ['scale-empty', 'a', tree(line('a', '1', { scale: [], step: undefined }))],
    ['scale-twice', 'a', tree(line('a', '1', { scale: [SCALE[0], SCALE[0]], step: undefined }))],
    ['scale', 'a', tree(line('a', '1', { scale: [...SCALE].reverse(), step: undefined }))],
    [
      'scale',
      'a',
      tree(line('a', '1', { scale: [SCALE[0], { ...SCALE[1], mark: '10' }], step: undefined })),
    ],
    ['scale', 'a', tree(line('a', '1', { max: '9', scale: SCALE, step: undefined }))],
    ['group', 'a', tree(line('a', '1', { groups: ['nobody'] }))],
    ['weights-zero', 'sheet', tree(line('a', '0'))],
    ['weights-zero', 'n', tree(line('b', '1'), node('n', '1', line('a', '0')))],
    [
      'weights-zero',
      'n',
      tree(line('b', '1'), node('n', '1', line('a', '0'), line('c', '1', { groups: ['B'] }))),
    ],
    ['weights-zero', 'sheet', tree(line('a', '0'), line('b', '1', { groups: ['A', 'B'] }))],
  ];
  test.each(flawed)('finds %s at %s', (code, at, sheet) => {
    // A line with a scale has no step.
    const clean = JSON.parse(JSON.stringify(sheet)) as Sheet;
    expect(sheetFlaw(clean, ['A', 'B'])).toMatchObject({ code, at });
  });
});

describe('what a group sees', () => {
  test('[R8] shares hold among what is left, level by level', () => {
    const shares = (group: string) =>
      Object.fromEntries(formOf(TREE, group)?.lines.map(({ id, share }) => [id, share]) ?? []);
    // B: law ⅔ of 60 %, a ¼ of it, b ¾, c ⅓ of 60 %.
    expect(shares('B')).toEqual({ a: '1/10', b: '3/10', c: '1/5', whole: '2/5' });
    expect(shares('A')).toEqual({ a: '2/5', c: '1/5', whole: '2/5' });
    expect(formOf(TREE, 'B')?.lines.map(({ path }) => path)).toEqual([
      ['duty', 'law'],
      ['duty', 'law'],
      ['duty'],
      [],
    ]);
  });

  test('of a sheet for others nothing is left', () => {
    const others = tree(node('n', '1', line('a', '1', { groups: ['B'] })));
    expect(formOf(others, 'A')).toBeNull();
    expect(formOf(others, 'B')?.lines).toHaveLength(1);
  });

  test('[R8] a ballot of decimals and grades comes to what is added by hand', () => {
    const form = formOf(TREE, 'B');
    if (!form) throw new Error('B sees it');
    const scores = { a: 9.5, b: 8, c: 7.5, whole: 80.25 };
    expect(checkScores(form, scores)).toBeNull();
    // 10·0.95 + 30·0.8 + 20·0.75 + 40·0.8025 = 9.5 + 24 + 15 + 32.1
    expect(toFraction(ballotTotal(form, scores))).toBe('403/5');
    expect(checkScores(form, { ...scores, c: 8 })).toBe('off-step');
    expect(checkScores(form, { ...scores, a: 9.25 })).toBe('off-step');
    expect(checkScores(form, { ...scores, a: 1e-9 })).toBe('out-of-range');
    expect(toFraction(totalSoFar(form, { whole: 80.25 }))).toBe('321/10');
    expect(isWhole(form)).toBe(false);
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

  const part = fc.record({
    max: fc.integer({ min: 1, max: 12 }),
    weight: fc.integer({ min: 1, max: 9 }),
    share: fc.nat(12),
  });
  test('[R8] equals the sum over the denominator 12!', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (lines) => {
        const sheet = flat(...lines.map((one, index) => criterion(`c${String(index)}`, one)));
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
