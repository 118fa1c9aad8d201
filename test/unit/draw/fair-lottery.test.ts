// The fair lottery: against brute force over all panels in exact numbers, and its bounds, weights and relaxations.

import { describe, expect, test } from 'vitest';
import { relaxation } from '../../../server/lottery/relax.ts';
import { findLottery, type Found } from '../../../server/lottery/find-lottery.ts';
import { workList, workLottery, type ListMade } from '../../../server/lottery/lottery-work.ts';
import { loadSolver } from '../../../server/lottery/solver.ts';
import { saltCommit } from '../../../shared/draw/entropy.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { isPanel, type Demand } from '../../../shared/draw/lottery/cell-table.ts';
import { readLock } from '../../../shared/draw/lock.ts';
import type { QuotaRange } from '../../../shared/draw/lock-form.ts';
import { listFlaw, lotsHash } from '../../../shared/draw/lots.ts';
import { inclusion } from '../../../shared/draw/rules.ts';
import { infeasibleSentence } from '../../../shared/text/quotas.ts';
import { madePool } from '../../../scripts/lottery/made-pools.ts';
import { repetitions, seed } from '../../repetitions.ts';
import { allPanels, exactLeximin } from '../../second/exact-leximin.ts';
import { lockOf } from './locks.ts';

const highs = await loadSolver();

/** A linear congruential generator, the same in every quick run. */
const SEED = seed(88);
let state = SEED;
const below = (n: number) =>
  Math.floor(((state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31) * n);

/** Few people of few cells, and quotas that some panel meets and most do not. */
function smallDemand(): Demand {
  const by = ['x', 'y', 'z'].slice(0, 2 + below(2));
  const people = 5 + below(6);
  const pool = Array.from({ length: people }, (_, n) => ({
    id: `p${String(n).padStart(2, '0')}`,
    a: Object.fromEntries(by.map((name) => [name, `${name}${String(below(2 + below(2)))}`])),
  }));
  const k = 2 + below(3);
  // Around a panel that there is.
  const some = new Set([...pool].sort(() => below(3) - 1).slice(0, k));
  const quotas: readonly QuotaRange[] = by.flatMap((a) =>
    [0, 1, 2].map((n) => {
      const v = `${a}${String(n)}`;
      const count = [...some].filter((one) => one.a[a] === v).length;
      return { a, v, min: Math.max(0, count - below(2)), max: count + below(2) };
    }),
  );
  return { pool, by, quotas, k };
}

function chancesOf({ table, panels }: Found): ReadonlyMap<string, number> {
  return new Map(
    table.names.map((name, cell) => {
      const taken = panels.reduce((sum, { take, share }) => sum + share * take[cell]!, 0);
      return [name, taken / table.sizes[cell]!];
    }),
  );
}

const nameOf = (key: string) => (JSON.parse(key) as string[]).join('|');

describe('leximin', () => {
  test(`[R9] says what brute force says, seed ${String(SEED)}`, () => {
    for (let n = 0; n < repetitions(20, 800); n += 1) {
      const demand = smallDemand();
      const exact = exactLeximin(demand)!;
      const found = findLottery(highs, demand, 'leximin')!;
      const what = JSON.stringify(demand);
      const chances = chancesOf(found);
      for (const [key, { n: p, d }] of exact)
        expect(chances.get(nameOf(key)) ?? 0, `${key} of ${what}`).toBeCloseTo(
          Number(p) / Number(d),
          7,
        );
      for (const { take } of found.panels) expect(isPanel(found.table, take)).toBe(true);
      expect(found.panels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      const reached = [...exact.values()].filter(({ n: p }) => p > 0n);
      const least = Math.min(...reached.map(({ n: p, d }) => Number(p) / Number(d)));
      expect(found.upper).toBeGreaterThan(least - 1e-12);
      expect(found.upper).toBeLessThan(least + 1e-7);
      expect(found.leftOut.length > 0).toBe(reached.length < exact.size);
    }
  });

  test('[R9] known by hand: who is rare takes what the others then share', () => {
    // Four men, two women, one of each on every panel of two.
    const pool = Array.from({ length: 6 }, (_, n) => ({
      id: `p${String(n)}`,
      a: { g: n < 4 ? 'm' : 'f' },
    }));
    const quotas = ['m', 'f'].map((v) => ({ a: 'g', v, min: 1, max: 1 }));
    const found = findLottery(highs, { pool, by: ['g'], quotas, k: 2 }, 'leximin')!;
    expect(chancesOf(found).get('m')).toBeCloseTo(1 / 4, 9);
    expect(chancesOf(found).get('f')).toBeCloseTo(1 / 2, 9);
  });

  test('[R9] no half people: shares that rows allow and no panels have are cut off', () => {
    // Two people who differ in all three attributes make a panel: one with an even number of ones, and one with an odd one.
    // The rows allow more of the even ones, of whom there are ten of each sort, as halves of panels that do not exist.
    const sorts = (all: readonly string[], people: number) =>
      all.flatMap((bits) =>
        Array.from({ length: people }, (_, n) => ({
          id: `${bits}.${String(n)}`,
          a: { x: bits[0]!, y: bits[1]!, z: bits[2]! },
        })),
      );
    const even = sorts(['000', '011', '101', '110'], 10);
    const demand = (odd: number): Demand => ({
      pool: [...even, ...sorts(['111', '100', '010', '001'], odd)],
      by: ['x', 'y', 'z'],
      quotas: ['x', 'y', 'z'].map((a) => ({ a, v: '1', min: 1, max: 1 })),
      k: 2,
    });
    expect(findLottery(highs, demand(0), 'leximin')).toBeNull();
    for (const objective of ['leximin', 'goldilocks'] as const) {
      const found = findLottery(highs, demand(1), objective)!;
      for (const [key, { n, d }] of exactLeximin(demand(1))!)
        expect(chancesOf(found).get(nameOf(key))).toBeCloseTo(Number(n) / Number(d), 8);
      expect(found.upper).toBeCloseTo(1 / 40, 9);
    }
  });

  test('[R9] 150 people, five attributes: the bound is reached', () => {
    const found = findLottery(highs, madePool(150, 22, 5, 4), 'leximin')!;
    const least = Math.min(...chancesOf(found).values());
    expect(found.upper - least).toBeLessThan(1e-7);
    expect(found.upper - least).toBeGreaterThan(-1e-12);
  });
});

describe('goldilocks', () => {
  test('[R9] no other lottery that brute force knows is better', () => {
    for (let n = 0; n < repetitions(8, 300); n += 1) {
      const demand = smallDemand();
      const found = findLottery(highs, demand, 'goldilocks')!;
      const people = demand.pool.length - found.leftOut.length;
      const value = (chances: Iterable<number>) => {
        const all = [...chances];
        return (people / demand.k) * Math.max(...all) + demand.k / people / Math.min(...all);
      };
      const ours = value(chancesOf(found).values());
      // Leximin is one of them, and so is any step from ours towards a panel.
      const leximin = chancesOf(findLottery(highs, demand, 'leximin')!);
      expect(ours).toBeLessThanOrEqual(value(leximin.values()) + 1e-6);
      const { cells, panels } = allPanels(demand);
      const of = chancesOf(found);
      for (const take of panels) {
        const moved = cells.flatMap(({ key, size }, cell) => {
          const own = of.get(nameOf(key));
          return own === undefined ? [] : [own + 0.001 * (take[cell]! / size - own)];
        });
        expect(ours).toBeLessThanOrEqual(value(moved) + 1e-6);
      }
      expect(found.upper).toBeGreaterThan(Math.min(...of.values()) - 1e-9);
    }
  });
});

describe('a lock of the lottery', () => {
  test('[R9] takes the panels and weights, and says the chances that were published', async () => {
    for (const demand of [madePool(60, 12, 3, 1), madePool(40, 8, 4, 2)]) {
      const made = await workLottery(demand, () => undefined);
      if (!made.ok) throw new Error(made.why);
      const pool = demand.pool.filter(({ id }) => !made.leftOut.includes(id));
      const rule = {
        ...{ kind: 'lottery' as const, by: demand.by, k: demand.k },
        ...{ quotas: demand.quotas, panels: made.panels },
      };
      const lock = lockOf(pool, rule);
      expect(readLock(lock)).toMatchObject({ ok: true });
      const locked = inclusion(lock);
      for (const { id, a } of pool) {
        const [n = 0, d = 1] =
          locked[demand.by.map((name) => a[name]).join('|')]!.split('/').map(Number);
        expect(made.chances[id]).toBeCloseTo(n / d, 12);
        expect(made.chances[id]).toBeGreaterThanOrEqual(made.min);
        expect(made.chances[id]).toBeLessThanOrEqual(made.max);
      }
      expect(made.min).toBeLessThanOrEqual(made.upper + 1e-12);
    }
  });

  test('[R9] draws people as often as it says', async () => {
    const demand = madePool(30, 6, 3, 5);
    const made = await workLottery(demand, () => undefined);
    if (!made.ok) throw new Error(made.why);
    const pool = demand.pool.filter(({ id }) => !made.leftOut.includes(id));
    const rule = {
      ...{ kind: 'lottery' as const, by: demand.by, k: demand.k },
      ...{ quotas: demand.quotas, panels: made.panels },
    };
    const lock = lockOf(pool, rule, {
      entropy: [{ type: 'salt', commit: saltCommit('00'.repeat(32)) }],
    });
    const draws = repetitions(1000, 20_000);
    const times = new Map(pool.map(({ id }) => [id, 0]));
    for (let n = 0; n < draws; n += 1) {
      const salt = n.toString(16).padStart(64, '0');
      const drawn = { ...lock, entropy: [{ type: 'salt' as const, commit: saltCommit(salt) }] };
      for (const id of determine(drawn, [salt]).selected) times.set(id, times.get(id)! + 1);
    }
    for (const [id, count] of times) {
      const p = made.chances[id]!;
      // Five deviations: one in a million, and there are thirty.
      expect(Math.abs(count - draws * p)).toBeLessThan(5 * Math.sqrt(draws * p * (1 - p)) + 1);
    }
  });
});

describe('a list of lots', () => {
  const random = new Uint8Array(32).fill(7);
  const flawOf = (demand: Demand, made: Extract<ListMade, { ok: true }>) => {
    const { list } = made;
    const rule = {
      ...{ kind: 'lots' as const, by: demand.by, k: demand.k, m: list.length },
      ...{ quotas: demand.quotas, panels: lotsHash(list) },
    };
    const pool = demand.pool.filter(({ id }) => !made.leftOut.includes(id));
    return listFlaw({ ...lockOf(pool, { kind: 'simple', k: 1 }), rule }, list);
  };

  test.each([
    ['60 people, three attributes', madePool(60, 15, 3, 1), 1000],
    ['150 people, four attributes', madePool(150, 22, 4, 1), 1000],
    ['150 people, four attributes', madePool(150, 22, 4, 2), 100],
    ['150 people, seven attributes', madePool(150, 22, 7, 2), 1000],
    ['100 people, one attribute', madePool(100, 20, 1, 3), 100],
    ['60 people, no quotas', { ...madePool(60, 15, 3, 1), by: [], quotas: [] }, 10],
  ] as const)('[R9] %s: sound, and the smallest chance loses at most 1/m', async (_, demand, m) => {
    const made = await workList({ ...demand, m, random }, () => undefined);
    if (!made.ok) throw new Error(made.why);
    expect(flawOf(demand, made)).toBeNull();
    expect(made.min).toBeGreaterThanOrEqual(made.upper - 1 / m - 1e-9);
    expect(made.min).toBeLessThanOrEqual(made.upper + 1e-9);
    const times = (id: string) => made.list.filter((panel) => panel.includes(id)).length / m;
    const all = demand.pool.map(({ id }) => times(id));
    expect([made.min, made.max]).toEqual([Math.min(...all), Math.max(...all)]);
    // Dealt anew in each round: few panels come twice, but where hardly anybody is like another.
    expect(new Set(made.list.map(String)).size).toBeGreaterThan(m / 4);
  });

  test('[R9] small ones of every kind are sound', async () => {
    let sound = 0;
    for (let n = 0; n < repetitions(20, 1000); n += 1) {
      const demand = smallDemand();
      const made = await workList({ ...demand, m: 10, random }, () => undefined);
      // Who has less than one of ten panels cannot be in one.
      if (!made.ok) expect(made.why).toBe('too-few-lots');
      else {
        expect(flawOf(demand, made), JSON.stringify(demand)).toBeNull();
        sound += 1;
      }
    }
    expect(sound).toBeGreaterThan(repetitions(10, 500));
  });

  test('[R9] whom the quotas leave out is named, and the list is for the others', async () => {
    const demand = madePool(60, 15, 3, 1);
    const quotas = [
      ...demand.quotas.filter(({ v }) => v !== 'A1'),
      { a: 'age', v: 'A1', min: 0, max: 0 },
    ];
    const made = await workList({ ...demand, quotas, m: 100, random }, () => undefined);
    if (!made.ok) throw new Error(made.why);
    const young = demand.pool.filter(({ a }) => a['age'] === 'A1').map(({ id }) => id);
    expect([...made.leftOut].sort()).toEqual(young);
    expect(flawOf({ ...demand, quotas }, made)).toBeNull();
  });

  test('[R9] ten lots cannot hold everybody of a hundred by fives', async () => {
    const demand = madePool(100, 5, 1, 1, 5);
    expect(await workList({ ...demand, m: 10, random }, () => undefined)).toEqual({
      ...{ ok: false, why: 'too-few-lots' },
    });
  });
});

describe('quotas that no panel meets', () => {
  const demand = madePool(60, 15, 3, 1);
  const changed = (v: string, change: Partial<QuotaRange>): Demand => ({
    ...demand,
    quotas: demand.quotas.map((quota) => (quota.v === v ? { ...quota, ...change } : quota)),
  });

  test('[R9] the change that is named makes a panel, and is the smallest', async () => {
    const asked = changed('G1', { min: 12, max: 12 });
    const made = await workLottery(asked, () => undefined);
    if (made.ok) throw new Error('there is a panel');
    expect(made.relaxation.length).toBeGreaterThan(0);
    const quotas = asked.quotas.map((quota) => {
      const own = made.relaxation.filter(({ a, v }) => a === quota.a && v === quota.v);
      return own.reduce((now, { bound, to }) => ({ ...now, [bound]: to }), quota);
    });
    expect(findLottery(highs, { ...asked, quotas }, 'leximin')).not.toBeNull();
    // The other one's minimum of 6 would fall to 3: three seats, each 1 + 2/6; or 12 to 9, each 1 + 2/12.
    expect(made.relaxation).toEqual([{ a: 'gender', v: 'G1', bound: 'min', from: 12, to: 9 }]);
    expect(infeasibleSentence('en', made.relaxation)).toContain(
      'lower the minimum of “G1” in “gender” from 12 to 9',
    );
    expect(infeasibleSentence('zh', made.relaxation)).toContain('“gender”中“G1”的下限由12改为9');
  });

  test('[R9] by brute force: nothing smaller would do', () => {
    for (let n = 0; n < repetitions(10, 300); n += 1) {
      const base = smallDemand();
      const at = below(base.quotas.length);
      const quotas = base.quotas.map((quota, place) =>
        place === at ? { ...quota, min: quota.max + 1, max: quota.max + 1 } : quota,
      );
      const asked = { ...base, quotas };
      if (allPanels(asked).panels.length > 0) continue;
      const weigh = (changes: readonly { bound: string; from: number; to: number }[]) =>
        changes.reduce(
          (sum, { bound, from, to }) =>
            sum + (bound === 'min' ? (from - to) * (1 + 2 / from) : to - from),
          0,
        );
      // Every panel there is without quotas says what would have to give way for it.
      const least = Math.min(
        ...allPanels({ ...asked, quotas: [] }).panels.map((take) => {
          const { cells } = allPanels({ ...asked, quotas: [] });
          return quotas.reduce((sum, { a, v, min, max }) => {
            const count = cells.reduce((all, { key }, cell) => {
              const values = JSON.parse(key) as string[];
              return all + (values[asked.by.indexOf(a)] === v ? take[cell]! : 0);
            }, 0);
            const falls = Math.max(0, min - count);
            return sum + (falls > 0 ? falls * (1 + 2 / min) : 0) + Math.max(0, count - max);
          }, 0);
        }),
      );
      expect(weigh(relaxation(highs, asked))).toBeCloseTo(least, 6);
    }
  });

  test('[R9] more seats than people: no change of quotas helps', () => {
    const asked = { ...demand, k: 61 };
    expect(relaxation(highs, asked)).toEqual([]);
    expect(infeasibleSentence('en', [])).toContain('fewer people');
  });
});
