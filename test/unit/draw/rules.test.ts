// Quotas and chances, counted out over every value that the stream could give.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellRule } from '../../../shared/draw/lock.ts';
import { inclusion, panelAt, proportional, quotasOf } from '../../../shared/draw/rules.ts';
import { openStream, seedOf } from '../../../shared/draw/seed.ts';
import { FIXED, lockOf, poolOf, THROW } from './locks.ts';

const cellSizes = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 1 })
  .chain((cells) =>
    fc.tuple(
      ...cells.sort().map((cell) => fc.tuple(fc.constant(cell), fc.integer({ min: 1, max: 12 }))),
    ),
  );
const sizesAndK = cellSizes.chain((entries) => {
  const total = entries.reduce((sum, [, size]) => sum + size, 0);
  return fc.record({
    sizes: fc.constant(new Map<string, number>(entries)),
    total: fc.constant(total),
    k: fc.integer({ min: 1, max: total }),
  });
});

/** DRAW.md §4 word by word: the cell gets one more where some u + jN lies in its stretch. */
function naive(sizes: ReadonlyMap<string, number>, k: number, total: number, u: number) {
  const quota = new Map<string, number>();
  let before = 0;
  for (const [cell, size] of sizes) {
    const after = before + ((k * size) % total);
    const whole = (k * size - ((k * size) % total)) / total;
    const points = Array.from({ length: sizes.size + 1 }, (_, j) => u + j * total);
    quota.set(cell, whole + Number(points.some((point) => before <= point && point < after)));
    before = after;
  }
  return quota;
}

describe('proportional', () => {
  test('[R9] gives k in all, each cell its share rounded down or up, as DRAW.md says', () => {
    fc.assert(
      fc.property(sizesAndK, fc.nat(), ({ sizes, total, k }, random) => {
        const u = random % total;
        const quota = proportional(sizes, k, () => u);
        expect([...quota]).toEqual([...naive(sizes, k, total, u)]);
        expect([...quota.values()].reduce((sum, count) => sum + count, 0)).toBe(k);
        for (const [cell, size] of sizes) {
          const share = (k * size) / total;
          expect([Math.floor(share), Math.ceil(share)]).toContain(quota.get(cell));
        }
      }),
      FIXED,
    );
  });

  test("[R9] everyone's chance is k/N, counted over every u", () => {
    fc.assert(
      fc.property(sizesAndK, ({ sizes, total, k }) => {
        for (const [cell, size] of sizes) {
          let drawn = 0;
          for (let u = 0; u < total; u += 1) drawn += proportional(sizes, k, () => u).get(cell)!;
          // Σ q / (N · n_c) = k/N
          expect(drawn).toBe(k * size);
        }
      }),
      FIXED,
    );
  });

  test('[R9] draws no u where every share is whole', () => {
    const sizes = new Map([
      ['A', 4],
      ['B', 8],
    ]);
    const never = () => {
      throw new Error('u was drawn');
    };
    expect([...proportional(sizes, 3, never).values()]).toEqual([1, 2]);
    expect(() => proportional(sizes, 2, never)).toThrow('u was drawn');
  });
});

describe('quotasOf and inclusion', () => {
  const pool = poolOf({ 'F|N': 9, 'F|S': 12, 'M|N': 12, 'M|S': 18 });
  const seed = seedOf('00'.repeat(32), [THROW]);
  const quotaOf = (rule: CellRule) => quotasOf(lockOf(pool, rule), seed);
  const chancesOf = (rule: CellRule) => inclusion(lockOf(pool, rule));
  const lottery = {
    kind: 'lottery',
    by: ['g', 'd'],
    k: 3,
    quotas: [],
    panels: [
      { w: 3, take: { 'F|N': 2, 'M|S': 1 } },
      { w: 1, take: { 'F|S': 3 } },
      { w: 2, take: { 'F|N': 1, 'F|S': 1, 'M|S': 1 } },
    ],
  } as const satisfies CellRule;

  test('[R9] simple: one cell, k of N', () => {
    const rule = { kind: 'simple', k: 17 } as const;
    expect(quotaOf(rule)).toEqual({ panel: 0, quota: { '': 17 } });
    expect(chancesOf(rule)).toEqual({ '': '1/3' });
  });

  test('[R9] fixed: what is taken, 0 where it says nothing', () => {
    const rule = { kind: 'fixed', by: ['d', 'g'], take: { 'N|F': 3, 'S|M': 4 } } as const;
    expect(quotaOf(rule)).toEqual({ panel: 0, quota: { 'N|F': 3, 'N|M': 0, 'S|F': 0, 'S|M': 4 } });
    expect(chancesOf(rule)).toEqual({ 'N|F': '1/3', 'N|M': '0/1', 'S|F': '0/1', 'S|M': '2/9' });
  });

  test('[R9] proportional: u is the first of stream("round") below N', () => {
    const rule = { kind: 'proportional', by: ['g', 'd'], k: 7 } as const;
    const u = openStream(seed, 'round').below(51);
    const sizes = new Map([
      ['F|N', 9],
      ['F|S', 12],
      ['M|N', 12],
      ['M|S', 18],
    ]);
    expect(quotaOf(rule)).toEqual({
      panel: 0,
      quota: Object.fromEntries(naive(sizes, 7, 51, u)),
    });
    expect(new Set(Object.values(chancesOf(rule)))).toEqual(new Set(['7/51']));
  });

  test('[R9] lottery: the first panel whose cumulated weight exceeds u', () => {
    const numbers = [0, 1, 2, 3, 4, 5].map((u) => panelAt(lottery.panels, u).number);
    expect(numbers).toEqual([1, 1, 1, 2, 3, 3]);
    expect(() => panelAt(lottery.panels, 6)).toThrow(RangeError);
    const { number, panel } = panelAt(lottery.panels, openStream(seed, 'panel').below(6));
    const none = { 'F|N': 0, 'F|S': 0, 'M|N': 0, 'M|S': 0 };
    expect(quotaOf(lottery)).toEqual({ panel: number, quota: { ...none, ...panel.take } });
  });

  test("[R9] lottery: everyone's chance is Σ w·take / (W·n), reduced", () => {
    // F|N (3·2 + 2·1)/(6·9), F|S (1·3 + 2·1)/(6·12), M|S (3·1 + 2·1)/(6·18)
    expect(chancesOf(lottery)).toEqual({
      'F|N': '4/27',
      'F|S': '5/72',
      'M|N': '0/1',
      'M|S': '5/108',
    });
  });
});
