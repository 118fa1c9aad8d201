// The best panel there is, by weights of the cells: a whole-number programme, solved to the end.
import type { CellTable, Composition } from '../../shared/draw/lottery/cell-table.ts';
import { isPanel, sumOf } from '../../shared/draw/lottery/cell-table.ts';
import { Rows, solved, WHOLE, type Highs, type Model } from './solver.ts';

/** Rows that say what a panel is: its size, then a row for each quota. Columns are the cells. */
export function panelRows({ k, sizes, rows }: CellTable): Rows {
  const all = new Rows();
  all.add(
    k,
    k,
    sizes.map((_, cell) => [cell, 1] as const),
  );
  for (const { min, max, cells } of rows)
    all.add(
      min,
      max,
      cells.map((cell) => [cell, 1] as const),
    );
  return all;
}

export class BestPanel {
  readonly #table: CellTable;
  readonly #model: Model;
  readonly #columns: Int32Array;

  constructor(highs: Highs, table: CellTable, options: Readonly<Record<string, unknown>> = WHOLE) {
    const { sizes } = table;
    this.#table = table;
    this.#columns = Int32Array.from(sizes.keys());
    this.#model = highs.createModel({
      ...panelRows(table).done(sizes.length),
      numCols: sizes.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: sizes.map(() => 0),
      colLower: sizes.map(() => 0),
      colUpper: sizes,
      integrality: sizes.map(() => highs.constants.variableType.integer),
    });
    this.#model.options.set(options as never);
  }

  /**
   * The panel with the largest Σ weight · taken, and that sum; null where no panel obeys every quota.
   *
   * @param weights whole numbers, so that the sum is exact and no rounding of the solver's can hide a better panel
   */
  find(weights: readonly number[]): { readonly take: Composition; readonly value: number } | null {
    this.#model.changeColsCost({ kind: 'set', indices: this.#columns }, weights);
    if (!solved(this.#model)) return null;
    const take = Array.from(this.#model.getSolution().colValue, (count) => Math.round(count));
    if (!isPanel(this.#table, take)) throw new Error('the solver’s panel breaks a quota');
    return { take, value: sumOf(take.map((count, cell) => count * (weights[cell] ?? 0))) };
  }

  dispose(): void {
    this.#model.dispose();
  }
}
