// The pure parts of a lottery: whole weights, panels dealt in rounds, lots that need no solver, and the search for panels.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTable, isPanel, sumOf, type Demand } from '../../../shared/draw/lottery/cell-table.ts';
import { dealPanels } from '../../../shared/draw/lottery/deal.ts';
import { oneAttributeLots } from '../../../shared/draw/lottery/one-attribute.ts';
import { PanelSearch } from '../../../shared/draw/lottery/panel-search.ts';
import { shuffled } from '../../../shared/draw/lottery/shuffle.ts';
import { wholeWeights } from '../../../shared/draw/lottery/weights.ts';
import { openStream } from '../../../shared/draw/seed.ts';
import { madePool } from '../../../scripts/lottery/made-pools.ts';
import { repetitions } from '../../repetitions.ts';
import { allPanels } from '../../second/exact-leximin.ts';
import { FIXED, poolOf } from './locks.ts';

const stream = (n: number) => openStream(new Uint8Array(32).fill(n), 'test').below;
const many = { ...FIXED, numRuns: repetitions(50, 3000) };

describe('wholeWeights', () => {
  test('the smallest where the shares are fractions', () => {
    expect(wholeWeights([1 / 3, 2 / 3])).toEqual([1, 2]);
    expect(wholeWeights([1])).toEqual([1]);
    expect(wholeWeights([0.125, 0.375, 0.5])).toEqual([1, 3, 4]);
  });

  test('of any shares: 1 and more, a sum of at most 2^32, and each as near as whole numbers are', () => {
    const shares = fc.array(fc.double({ min: 1e-11, max: 1, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(shares, (given) => {
        const weights = wholeWeights(given);
        const [sum, total] = [sumOf(weights), sumOf(given)];
        expect(sum).toBeLessThanOrEqual(2 ** 32);
        for (const [n, weight] of weights.entries()) {
          expect(Number.isInteger(weight) && weight >= 1).toBe(true);
          expect(Math.abs(weight / sum - given[n]! / total)).toBeLessThan(1e-7);
        }
      }),
      many,
    );
  });
});

describe('shuffled', () => {
  test('every order comes as often as any other', () => {
    const below = stream(1);
    const times = new Map<string, number>();
    for (let n = 0; n < 12_000; n += 1) {
      const order = shuffled(['a', 'b', 'c', 'd'], below).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect(times.size).toBe(24);
    // 500 each; six deviations.
    for (const count of times.values()) expect(Math.abs(count - 500)).toBeLessThan(135);
  });
});

describe('dealPanels', () => {
  const cases = fc.record({
    sizes: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    takes: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 60 }),
    seed: fc.nat(255),
  });

  test('[R9] two people of a cell differ by at most one, and nobody sits twice', () => {
    fc.assert(
      fc.property(cases, ({ sizes, takes, seed }) => {
        const pool = poolOf({ 'F|N': sizes[0], 'M|N': sizes[1] });
        const table = cellTable({ pool, by: ['g'], quotas: [], k: 0 });
        const compositions = takes.map((take) => take.map((n, cell) => Math.min(n, sizes[cell]!)));
        const panels = dealPanels(table, compositions, stream(seed));
        const shape = (panel: readonly string[]) =>
          table.members.map((ids) => ids.filter((id) => panel.includes(id)).length).join();
        expect(panels.map(shape).sort()).toEqual(compositions.map((take) => take.join()).sort());
        for (const panel of panels) expect(panel).toEqual([...new Set(panel)].sort());
        for (const ids of table.members) {
          const times = ids.map((id) => panels.filter((panel) => panel.includes(id)).length);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
        }
      }),
      many,
    );
  });

  test('who sits with whom does not repeat', () => {
    const table = cellTable({ pool: poolOf({ 'F|N': 10 }), by: [], quotas: [], k: 5 });
    const panels = dealPanels(
      table,
      Array.from({ length: 200 }, () => [5]),
      stream(3),
    );
    // Of 252; in a fixed order two would do.
    expect(new Set(panels.map(String)).size).toBeGreaterThan(120);
  });
});

describe('oneAttributeLots', () => {
  const demands = fc
    .record({
      sizes: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 8 }))),
      bounds: fc.tuple(...[0, 1, 2].map(() => fc.tuple(fc.nat(4), fc.nat(6)))),
      k: fc.integer({ min: 1, max: 8 }),
    })
    .map(({ sizes, bounds, k }): Demand => ({
      pool: poolOf({ 'A|': sizes[0]!, 'B|': sizes[1]!, 'C|': sizes[2]! }),
      by: ['g'],
      quotas: ['A', 'B', 'C'].map((v, n) => ({
        ...{ a: 'g', v },
        min: bounds[n]![0],
        max: bounds[n]![0] + bounds[n]![1],
      })),
      k,
    }));

  test('[R9] panels within the quotas, as fair as lots can be; null where there is none', () => {
    fc.assert(
      fc.property(demands, (demand) => {
        const table = cellTable(demand);
        const { panels } = allPanels(demand);
        const made = demand.k <= demand.pool.length ? oneAttributeLots(table, 10) : null;
        expect(made === null).toBe(panels.length === 0);
        if (made === null) return;
        const least = (seats: (cell: number) => number) =>
          Math.min(...table.sizes.map((size, cell) => Math.floor(seats(cell) / size + 1e-9)));
        const { compositions, upper } = made;
        for (const take of compositions) expect(isPanel(table, take)).toBe(true);
        const own = least((cell) => sumOf(compositions.map((take) => take[cell]!)));
        // The best chance there is, rounded down to whole lots, and no panel less.
        expect(own).toBe(Math.floor(10 * upper + 1e-9));
      }),
      many,
    );
  });

  test('leaves several attributes to the solver', () => {
    expect(oneAttributeLots(cellTable(madePool(60, 15, 2, 1)), 10)).toBeNull();
  });
});

describe('PanelSearch', () => {
  test('finds panels only, none worse than where it began, and mostly the best', () => {
    const demand = madePool(40, 6, 3, 2);
    const table = cellTable(demand);
    const below = stream(5);
    const search = new PanelSearch(table, below);
    // Any six: the search finds its way to a panel by itself.
    const anybody = table.sizes.map((_, cell) => Number(cell < 6));
    const first = search.improve(
      Float64Array.from(table.sizes, () => 0),
      anybody,
      200,
    )!;
    expect(isPanel(table, first)).toBe(true);
    for (let n = 0; n < 200; n += 1) {
      const weights = Float64Array.from(table.sizes, () => below(1000) - 300);
      const value = (take: readonly number[]) =>
        take.reduce((sum, count, cell) => sum + count * weights[cell]!, 0);
      const found = search.improve(weights, first, 60)!;
      expect(isPanel(table, found)).toBe(true);
      expect(value(found)).toBeGreaterThanOrEqual(value(first));
    }
  });
});
