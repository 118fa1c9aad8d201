// How many of the reserve should be asked to come (DRAW.md §10): against the text word by word, by hand, and at its bounds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFilled,
  reserveAdvice,
  reserveOrder,
  RUNS,
  type DrawnPanel,
} from '../../../shared/draw/attendance.ts';
import { cellsOf } from '../../../shared/draw/cells.ts';
import { determine } from '../../../shared/draw/draw.ts';
import { fromHex } from '../../../shared/draw/hash.ts';
import type { CellRule, Lock } from '../../../shared/draw/lock.ts';
import { openStream } from '../../../shared/draw/seed.ts';
import { finished } from '../../../shared/steps.ts';
import { repetitions } from '../../repetitions.ts';
import { FIXED, lockOf, poolOf, THROW } from './locks.ts';

function drawn(counts: Readonly<Record<string, number>>, rule: CellRule): DrawnPanel {
  const lock: Lock = lockOf(poolOf(counts), rule);
  const { seed, selected, reserve } = determine(lock, [THROW]);
  return { lock, seed, selected, reserve };
}

const FIXED_RULE: CellRule = { kind: 'fixed', by: ['g'], take: { A: 5, B: 3 } };
const PANEL = drawn({ A: 20, B: 12 }, FIXED_RULE);

function advice(panel: DrawnPanel, rate: number | Readonly<Record<string, number>>) {
  return finished(
    reserveAdvice(panel, (cell) => (typeof rate === 'number' ? rate : (rate[cell] ?? 0))),
  );
}

/** The text of §10, word by word, for one r: a stream of its own from the beginning. */
function runsByText({ lock, seed, selected, reserve }: DrawnPanel, r: number, rate: number) {
  const stream = openStream(fromHex(seed), 'attend');
  const cellOf = new Map(
    [...cellsOf(lock.pool, ['g'])].flatMap(([cell, all]) => all.map(({ id }) => [id, cell])),
  );
  const asked = reserveOrder(reserve).slice(0, r);
  let holds = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const isThere = () => stream.below(1_000_000) < rate;
    const absent = [...selected].sort().filter(() => !isThere());
    const present = asked.filter(() => isThere());
    const of = (ids: readonly string[], cell: string) =>
      ids.filter((id) => cellOf.get(id) === cell).length;
    if (['A', 'B'].every((cell) => of(absent, cell) <= of(present, cell))) holds += 1;
  }
  return holds;
}

describe('the order in which the reserve is asked', () => {
  it('is rank after rank, cells in turn', () => {
    expect(reserveOrder({ b: ['b1', 'b2', 'b3'], a: ['a1'], c: ['c1', 'c2'] })).toEqual([
      ...['a1', 'b1', 'c1'],
      ...['b2', 'c2'],
      'b3',
    ]);
    expect(reserveOrder({})).toEqual([]);
  });
});

describe('whom to ask [DRAW.md §10]', () => {
  it.each([600_000, 850_000, 950_000])(
    'is the smallest number that the text gives, at a rate of %i',
    (rate) => {
      const { ask, holds, isEnough } = advice(PANEL, rate);
      expect(isEnough).toBe(true);
      expect(ask).toEqual(reserveOrder(PANEL.reserve).slice(0, ask.length));
      expect(runsByText(PANEL, ask.length, rate)).toBe(holds);
      for (let r = 0; r < ask.length; r += 1)
        expect(runsByText(PANEL, r, rate)).toBeLessThan(9_900);
    },
    60_000,
  );

  it('is nobody where everyone comes, and the same every time', () => {
    expect(advice(PANEL, 1_000_000)).toEqual({ ask: [], holds: RUNS, isEnough: true });
    expect(advice(PANEL, 800_000)).toEqual(advice(PANEL, 800_000));
  });

  it('says how far the whole reserve gets where it is not enough', () => {
    const small = drawn({ A: 6, B: 4 }, FIXED_RULE);
    const { ask, holds, isEnough } = advice(small, 800_000);
    expect(isEnough).toBe(false);
    expect(ask).toHaveLength(2);
    // One of the two in each cell is replaced by one: (0.8^5 + 5·0.2·0.8^4·0.8)(0.8^3 + 3·0.2·0.8^2·0.8) = 0.5369.
    expect(holds / RUNS).toBeGreaterThan(0.52);
    expect(holds / RUNS).toBeLessThan(0.555);
    expect(runsByText(small, 2, 800_000)).toBe(holds);
    expect(advice(small, 0)).toEqual({ ask, holds: 0, isEnough: false });
  });

  it('takes a rate of each cell: where one always comes, the other alone decides', () => {
    const { ask } = advice(PANEL, { A: 1_000_000, B: 700_000 });
    const order = reserveOrder(PANEL.reserve);
    // The last one asked is of B: whoever is asked of A was only on the way to them.
    expect(PANEL.reserve['B']).toContain(ask.at(-1));
    expect(advice(PANEL, { A: 1_000_000, B: 1_000_000 }).ask).toEqual([]);
    expect(ask).toEqual(order.slice(0, ask.length));
  });

  it('refuses what is no rate, and panels that are too large for the runs', () => {
    for (const rate of [-1, 1_000_001, 0.5, NaN])
      expect(() => advice(PANEL, rate)).toThrow(RangeError);
    const huge = drawn({ A: 2_400 }, { kind: 'simple', k: 2_001 });
    expect(() => advice(huge, 900_000)).toThrow(RangeError);
  });

  it('holds for a lottery by an exchange over cells, where its own cell has nobody', () => {
    const quotas = [
      { a: 'g', v: 'F', min: 1, max: 2 },
      { a: 'd', v: 'N', min: 1, max: 2 },
    ];
    const panel = (ranges: typeof quotas) =>
      drawn(
        { 'F|N': 1, 'F|S': 6, 'M|N': 6, 'M|S': 1 },
        {
          ...{ kind: 'lottery', by: ['g', 'd'], k: 3, quotas: ranges },
          panels: [{ w: 1, take: { 'F|N': 1, 'F|S': 1, 'M|S': 1 } }],
        },
      );
    // F|N and M|S have no reserve of their own: others fill in within the quotas, and cannot where these leave no choice.
    const wide = advice(panel(quotas), 900_000);
    expect(wide.isEnough).toBe(true);
    const tight = advice(
      panel([
        { a: 'g', v: 'F', min: 2, max: 2 },
        { a: 'd', v: 'N', min: 1, max: 1 },
      ]),
      900_000,
    );
    expect(tight.holds).toBeLessThan(wide.holds);
  });
});

describe('the search for an exchange', () => {
  const few = fc.integer({ min: 0, max: 2 });
  const cells = fc.array(fc.tuple(few, few, few, fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 4,
  });
  const range = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }));

  it('finds one exactly where there is one: all ways tried one by one', () => {
    fc.assert(
      fc.property(cells, range, range, (rows, one, other) => {
        const [absent, present, here] = [0, 1, 2].map((n) => rows.map((row) => row[n] as number));
        const quotas = [one, other].map(([min, more], n) => ({
          ...{ min, max: min + more },
          of: rows.map((row) => row[3 + n] as boolean),
        }));
        const want = absent?.reduce((all, count) => all + count, 0) ?? 0;
        const ways = (present ?? []).reduce<number[][]>(
          (all, most) =>
            all.flatMap((way) => Array.from({ length: most + 1 }, (_, n) => [...way, n])),
          [[]],
        );
        const found = ways.some(
          (way) =>
            way.reduce((all, n) => all + n, 0) === want &&
            quotas.every(({ min, max, of }) => {
              const count = way.reduce(
                (all, n, cell) => all + (of[cell] ? n + (here?.[cell] ?? 0) : 0),
                0,
              );
              return min <= count && count <= max;
            }),
        );
        const inCells = absent?.every((count, cell) => count <= (present?.[cell] ?? 0)) ?? false;
        expect(isFilled(absent ?? [], present ?? [], () => here ?? [], quotas)).toBe(
          inCells || found,
        );
      }),
      { ...FIXED, numRuns: repetitions(500, 20_000) },
    );
  });
});
