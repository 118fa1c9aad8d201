// Pool and quotas as numbers: who is alike is one cell, and a panel is how many it takes of each (DRAW.md §8).

import { cellsOf } from '../cells.ts';
import type { PoolMember, QuotaRange } from '../lock-form.ts';
import { own } from '../../own.ts';

/** What every panel has to be: `k` of the pool, within every quota. `by` holds the attributes of all quotas. */
export interface Demand {
  readonly pool: readonly PoolMember[];
  readonly by: readonly string[];
  readonly quotas: readonly QuotaRange[];
  readonly k: number;
}

/** How many a panel takes of each cell, cells in the order of the table. */
export type Composition = readonly number[];

/** A quota, and the places of the cells that it counts. */
export interface QuotaRow {
  readonly min: number;
  readonly max: number;
  readonly cells: readonly number[];
}

export interface CellTable {
  readonly k: number;
  /** Names of the cells, sorted as `cellsOf` does. */
  readonly names: readonly string[];
  /** The ids of each cell's members, in pool order. */
  readonly members: readonly (readonly string[])[];
  /** How many each cell has. */
  readonly sizes: readonly number[];
  /** A row for each quota, in their order. */
  readonly rows: readonly QuotaRow[];
  /** Of each cell, the places of the rows that count it. */
  readonly rowsOf: readonly (readonly number[])[];
}

/** @throws RangeError where somebody has no value of an attribute of `by` */
export function cellTable({ pool, by, quotas, k }: Demand): CellTable {
  const cells = [...cellsOf(pool, by)];
  const rows = quotas.map(({ a, v, min, max }) => ({
    ...{ min, max },
    cells: cells.flatMap(([, [first]], place) => (first && own(first.a, a) === v ? [place] : [])),
  }));
  return {
    k,
    names: cells.map(([name]) => name),
    members: cells.map(([, members]) => members.map(({ id }) => id)),
    sizes: cells.map(([, members]) => members.length),
    rows,
    rowsOf: cells.map((_, place) =>
      rows.flatMap((row, n) => (row.cells.includes(place) ? [n] : [])),
    ),
  };
}

/** Whether a panel of this composition can be made of the pool, has size `k` and obeys every quota. */
export function isPanel({ k, sizes, rows }: CellTable, take: Composition): boolean {
  const fits = sizes.every((size, cell) => {
    const count = take[cell];
    return count !== undefined && Number.isInteger(count) && count >= 0 && count <= size;
  });
  return (
    fits &&
    take.length === sizes.length &&
    sumOf(take) === k &&
    rows.every(({ min, max, cells }) => {
      const count = cells.reduce((sum, cell) => sum + (take[cell] ?? 0), 0);
      return min <= count && count <= max;
    })
  );
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
