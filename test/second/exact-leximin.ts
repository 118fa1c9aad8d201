// Leximin once more, by brute force: all panels there are, and linear programmes in whole numbers without any rounding.
import { rational, type Rational } from '../../shared/scoring/rational.ts';
import type { Demand } from '../../shared/draw/lottery/cell-table.ts';

interface Brute {
  /** Values of the cells, and how many people have them. */
  readonly cells: readonly { readonly key: string; readonly size: number }[];
  /** Every panel within the quotas, as how many of each cell. */
  readonly panels: readonly (readonly number[])[];
}

/** People with the same values are one cell; every way to take `k` of them is tried. */
export function allPanels({ pool, by, quotas, k }: Demand): Brute {
  const sizes = new Map<string, number>();
  for (const { a } of pool) {
    const key = JSON.stringify(by.map((name) => a[name]));
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const cells = [...sizes].map(([key, size]) => ({ key, size }));
  const values = cells.map(({ key }) => JSON.parse(key) as string[]);
  const panels: number[][] = [];
  const extend = (take: readonly number[], left: number): void => {
    const cell = cells[take.length];
    if (!cell) {
      const isWithin = quotas.every(({ a, v, min, max }) => {
        const at = by.indexOf(a);
        const count = take.reduce((sum, n, c) => sum + (values[c]![at] === v ? n : 0), 0);
        return min <= count && count <= max;
      });
      if (left === 0 && isWithin) panels.push([...take]);
      return;
    }
    for (let n = 0; n <= Math.min(left, cell.size); n += 1) extend([...take, n], left - n);
  };
  extend([], k);
  return { cells, panels };
}

/** The leximin chance of each cell, by its key; null where there is no panel. Whom no panel can hold has 0. */
export function exactLeximin(demand: Demand): ReadonlyMap<string, Rational> | null {
  const { cells, panels } = allPanels(demand);
  if (panels.length === 0) return null;
  const fixed = new Map<number, Rational>();
  while (fixed.size < cells.length) {
    const level = best(cells, panels, fixed, null)!;
    // Whose chance cannot be above the level while nobody's is below it is at the level for good.
    const stuck = cells
      .map((_, cell) => cell)
      .filter((cell) => !fixed.has(cell))
      .filter((cell) => {
        const all = new Map(fixed);
        for (const other of cells.keys()) if (!fixed.has(other)) all.set(other, level);
        const most = best(cells, panels, all, cell)!;
        return most.n === level.n && most.d === level.d;
      });
    for (const cell of stuck) fixed.set(cell, level);
  }
  return new Map(cells.map(({ key }, cell) => [key, fixed.get(cell)!]));
}

/** The largest chance of one cell, or for null of the smallest of those not in `least`; chances in `least` at least so. */
function best(
  cells: Brute['cells'],
  panels: Brute['panels'],
  least: ReadonlyMap<number, Rational>,
  goal: number | null,
): Rational | null {
  // Columns: a share for each panel, the level, a slack for each cell. Rows: each cell, then the sum of the shares.
  const width = panels.length + 1 + cells.length;
  const rows = cells.map(({ size }, cell) => {
    const { n, d } = least.get(cell) ?? { n: 0n, d: 1n };
    const row = Array.from({ length: width }, () => 0n);
    for (const [p, take] of panels.entries()) row[p] = BigInt(take[cell]!) * d;
    if (!least.has(cell)) row[panels.length] = -BigInt(size);
    row[panels.length + 1 + cell] = -1n;
    return { row, value: n * BigInt(size) };
  });
  rows.push({
    row: Array.from({ length: width }, (_, at) => (at < panels.length ? 1n : 0n)),
    value: 1n,
  });
  const costs = Array.from({ length: width }, () => 0n);
  if (goal === null) costs[panels.length] = 1n;
  else for (const [p, take] of panels.entries()) costs[p] = BigInt(take[goal]!);
  const found = maximum(rows, costs);
  if (found === null) return null;
  return goal === null ? found : rational(found.n, found.d * BigInt(cells[goal]!.size));
}

/** The largest costs · x with rows · x = value and x ≥ 0, values ≥ 0: two phases of the simplex method, Bland's rule. */
function maximum(
  rows: readonly { readonly row: readonly bigint[]; readonly value: bigint }[],
  costs: readonly bigint[],
): Rational | null {
  const width = costs.length;
  const height = rows.length;
  // The tableau in whole numbers over one denominator, artificial columns behind the real ones, values last.
  let table = rows.map(({ row, value }, r) => [
    ...row,
    ...rows.map((_, other) => (other === r ? 1n : 0n)),
    value,
  ]);
  const basis = rows.map((_, r) => width + r);
  let over = 1n;
  const run = (goal: readonly bigint[], open: number): bigint => {
    for (;;) {
      const gain = (column: number) =>
        goal[column]! * over -
        basis.reduce((sum, own, r) => sum + goal[own]! * table[r]![column]!, 0n);
      const into = Array.from({ length: open }, (_, column) => column).find((c) => gain(c) > 0n);
      if (into === undefined)
        return basis.reduce((sum, own, r) => sum + goal[own]! * table[r]!.at(-1)!, 0n);
      let out = -1;
      for (let r = 0; r < height; r += 1) {
        const entry = table[r]![into]!;
        if (entry <= 0n) continue;
        if (out < 0) out = r;
        else {
          const left = table[r]!.at(-1)! * table[out]![into]!;
          const right = table[out]!.at(-1)! * entry;
          if (left < right || (left === right && basis[r]! < basis[out]!)) out = r;
        }
      }
      if (out < 0) throw new Error('without bound');
      pivot(out, into);
    }
  };
  const pivot = (out: number, into: number) => {
    const by = table[out]![into]!;
    table = table.map((line, r) =>
      r === out
        ? line
        : line.map((entry, c) => (entry * by - line[into]! * table[out]![c]!) / over),
    );
    over = by;
    if (over < 0n) {
      over = -over;
      table = table.map((line) => line.map((entry) => -entry));
    }
    basis[out] = into;
  };
  const artificial = Array.from({ length: width + height }, (_, c) => (c < width ? 0n : -1n));
  if (run(artificial, width) < 0n) return null;
  // An artificial one that stays in the basis at 0 is exchanged, or its row says nothing.
  for (const [r, own] of basis.entries()) {
    const into = own < width ? -1 : table[r]!.slice(0, width).findIndex((entry) => entry !== 0n);
    if (into >= 0) pivot(r, into);
  }
  const value = run([...costs, ...rows.map(() => 0n)], width);
  return rational(value, over);
}
