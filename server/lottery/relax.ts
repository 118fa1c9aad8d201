// The smallest change of quotas with which a panel can be found, where there is none (DRAW.md §8).
import { cellTable, type Demand } from '../../shared/draw/lottery/cell-table.ts';
import type { QuotaChange, Relaxation } from '../../shared/draw/lottery/relaxation.ts';
import { Rows, solved, type Highs } from './solver.ts';

/**
 * A quota's seat more or less counts 1; one less of a minimum counts 1 + 2 / minimum, as those who hold such draws weigh it:
 * to give up one's only seat is three times as bad as another's having one more.
 *
 * @returns empty where no change of quotas helps: the pool has fewer people than a panel has seats
 */
export function relaxation(highs: Highs, demand: Demand): Relaxation {
  const table = cellTable(demand);
  const { sizes, k } = table;
  const cells = sizes.length;
  // Columns: cells, then for each quota how much its minimum falls and its maximum rises.
  const columns = cells + 2 * table.rows.length;
  const rows = new Rows();
  rows.add(
    k,
    k,
    sizes.map((_, cell) => [cell, 1] as const),
  );
  const costs: number[] = sizes.map(() => 0);
  const most: number[] = [...sizes];
  for (const [n, row] of table.rows.entries()) {
    const counted = row.cells.map((cell) => [cell, 1] as const);
    rows.add(row.min, Infinity, [...counted, [cells + 2 * n, 1]]);
    rows.add(-Infinity, row.max, [...counted, [cells + 2 * n + 1, -1]]);
    costs.push(row.min === 0 ? 0 : 1 + 2 / row.min, 1);
    most.push(row.min, k);
  }
  const model = highs.createModel({
    ...rows.done(columns),
    numCols: columns,
    colCost: costs,
    colLower: costs.map(() => 0),
    colUpper: most,
    integrality: costs.map(() => highs.constants.variableType.integer),
  });
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0 });
    if (!solved(model)) return [];
    const values = model.getSolution().colValue;
    return demand.quotas.flatMap(({ a, v, min, max }, n): readonly QuotaChange[] => {
      const [falls = 0, rises = 0] = Array.from(values.slice(cells + 2 * n), Math.round);
      return [
        ...(falls > 0 ? [{ a, v, bound: 'min' as const, from: min, to: min - falls }] : []),
        ...(rises > 0 ? [{ a, v, bound: 'max' as const, from: max, to: max + rises }] : []),
      ];
    });
  } finally {
    model.dispose();
  }
}
