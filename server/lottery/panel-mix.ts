// A mixture of whole panels that gives every cell its share: columns are panels, found as the multipliers of the rows ask for
// them, until the mixture is there or no panel is left that would help.
import type { CellTable, Composition } from '../../shared/draw/lottery/cell-table.ts';
import type { SharedPanel } from '../../shared/draw/lottery/round-lots.ts';
import { LINEAR, Rows, solved, type Highs, type Model } from './solver.ts';

/** What the mixture misses, and what a further panel should weigh: one above `beaten` makes it better. */
export interface MixState {
  /** Seats missing from all shares together. */
  readonly missing: number;
  readonly weights: Float64Array;
  readonly beaten: number;
}

export class PanelMix {
  readonly #model: Model;
  readonly #cells: number;
  readonly #panels: Composition[] = [];
  readonly #known = new Set<string>();

  constructor(highs: Highs, { sizes }: CellTable) {
    this.#cells = sizes.length;
    const rows = new Rows();
    // A row for each cell: what panels give, and what is missing.
    for (const cell of sizes.keys()) rows.add(0, Infinity, [[cell, 1]]);
    rows.add(1, 1, []);
    this.#model = highs.createModel({
      ...rows.done(sizes.length),
      numCols: sizes.length,
      colCost: sizes.map(() => 1),
      colLower: sizes.map(() => 0),
      colUpper: sizes.map(() => Infinity),
    });
    // Every panel that joins leaves the last mixture possible, which the primal method starts from.
    this.#model.options.set({
      ...LINEAR,
      ...{ simplex_strategy: PRIMAL, simplex_primal_edge_weight_strategy: DEVEX },
    });
  }

  get panels(): readonly Composition[] {
    return this.#panels;
  }

  /** @param shares seats that each cell has to get at least; their sum is the size of a panel */
  aim(shares: readonly number[]): void {
    const indices = Int32Array.from(shares.keys());
    const most = shares.map(() => Infinity);
    this.#model.changeRowsBounds({ kind: 'set', indices }, shares, most);
  }

  /** Takes up those that are new; says how many were. */
  add(panels: readonly Composition[]): number {
    const fresh = panels.filter((take) => {
      const key = take.join();
      if (this.#known.has(key)) return false;
      this.#known.add(key);
      return true;
    });
    if (fresh.length === 0) return 0;
    const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
    for (const take of fresh) {
      for (const [cell, count] of take.entries())
        if (count > 0) {
          indices.push(cell);
          values.push(count);
        }
      indices.push(this.#cells);
      values.push(1);
      starts.push(indices.length);
    }
    const all = (value: number) => Float64Array.from({ length: fresh.length }, () => value);
    this.#model.addCols({
      ...{ cost: all(0), lower: all(0), upper: all(Infinity) },
      matrix: {
        format: 'csc',
        ...{ numRows: this.#cells + 1, numCols: fresh.length },
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
    this.#panels.push(...fresh);
    return fresh.length;
  }

  /** The best mixture of the panels that are there. */
  mix(): MixState {
    if (!solved(this.#model)) throw new Error('a mixture of panels is always possible');
    const { rowDual } = this.#model.getSolution();
    return {
      missing: this.#model.getObjectiveValue(),
      weights: rowDual.slice(0, this.#cells),
      beaten: -(rowDual[this.#cells] ?? 0),
    };
  }

  /** The panels of the last mixture. */
  mixed(): readonly SharedPanel[] {
    const { colValue } = this.#model.getSolution();
    return this.#panels.flatMap((take, n) => {
      const share = colValue[this.#cells + n] ?? 0;
      return share > NONE ? [{ take, share }] : [];
    });
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** A share below this is none. */
const NONE = 1e-12;
/** `simplex_strategy` of HiGHS. */
const PRIMAL = 4;
/** `simplex_primal_edge_weight_strategy` of HiGHS. */
const DEVEX = 1;
