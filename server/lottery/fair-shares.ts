// How many seats of a panel each cell should get on average: the fairest shares that quotas allow, as far as linear rows say
// what quotas allow. They say too much where no mixture of whole panels has these shares; then a cut says so, and the next
// shares keep to it (DRAW.md §8).
import type { CellTable } from '../../shared/draw/lottery/cell-table.ts';
import { panelRows } from './best-panel.ts';
import { LINEAR, Rows, solved, type Highs, type Model } from './solver.ts';

/** Σ weight · taken ≤ most, for every panel. Whole numbers. */
export interface Cut {
  readonly weights: readonly number[];
  readonly most: number;
}

/** What a mixture of panels should give. */
export interface Shares {
  /** Seats of each cell on average. */
  readonly aim: readonly number[];
  /** The smallest chance of anybody is at most this, whatever the mixture. */
  readonly upper: number;
}

/** A level is fixed for the cells whose row costs at least this: the costs of all add up to 1. */
const COSTS = 1e-6;
/** How far tangents may stay below what they stand for. */
const TOUCHES = 1e-9;
/** What the largest chance gives way, so that rounding does not make it impossible. */
const CAP_GIVES = 1e-9;

export class FairShares {
  readonly #highs: Highs;
  readonly #table: CellTable;
  readonly #cuts: Cut[] = [];

  constructor(highs: Highs, table: CellTable) {
    this.#highs = highs;
    this.#table = table;
  }

  add(cut: Cut): void {
    this.#cuts.push(cut);
  }

  /**
   * The smallest chance as large as it can be, then the next smallest, and so on: at each level those cells are fixed whose
   * chances cannot be larger in any solution, as the multipliers of their rows say (Flanigan and others, Nature 2021).
   *
   * @param largest no chance is above this
   */
  leximin(largest = 1): Shares {
    return this.#levels(largest, (model, levels) => {
      let [upper, aim, left]: [number, readonly number[], number] = [
        1,
        [],
        this.#table.sizes.length,
      ];
      while (left > 0) {
        const level = levels.next(model);
        if (aim.length === 0) upper = level.upper;
        aim = level.shares;
        left -= level.bound.length;
        for (const cell of level.bound) levels.fix(model, cell, level);
      }
      // Those of the last level have all levels, and the sum of a panel: rounding adds up to nothing.
      return { aim, upper };
    });
  }

  /**
   * Goldilocks with γ = 1 (Baharav and Flanigan 2024): (N / k) · largest + (k / N) / smallest chance is as small as it can be.
   * The second term is convex in the smallest chance; tangents take its place, one more each time, until they touch it where
   * it matters. Whoever is between the two gets what leximin gives below that largest chance.
   */
  goldilocks(): Shares {
    const { upper } = this.#levels(1, (model, levels) => levels.next(model));
    const { sizes, k } = this.#table;
    const people = sizes.reduce((sum, size) => sum + size, 0);
    const [smallest, largest, term] = [sizes.length, sizes.length + 1, sizes.length + 2];
    const rows = this.#panelRows();
    for (const [cell, size] of sizes.entries()) {
      rows.add(0, Infinity, [
        [cell, 1],
        [smallest, -size],
      ]);
      rows.add(0, Infinity, [
        [largest, size],
        [cell, -1],
      ]);
    }
    const model = this.#model(rows, [0, people / k, 1], [1, 1, Infinity]);
    try {
      let touching = upper;
      for (;;) {
        // The tangent of 1/a at a₀ is 2/a₀ − a/a₀².
        const slope = k / people / touching ** 2;
        const entries = { indices: [smallest, term], values: [slope, 1] };
        model.addRow(2 * slope * touching, Infinity, entries);
        if (!solved(model)) throw new Error('no shares obey the rows that panels obey');
        const [a = 0, most = 1, t = 0] = model.getSolution().colValue.slice(smallest);
        if (t >= k / people / a - TOUCHES)
          return { aim: this.leximin(Math.min(1, most + CAP_GIVES)).aim, upper };
        touching = a;
      }
    } finally {
      model.dispose();
    }
  }

  /** Rows of a panel and the cuts. */
  #panelRows(): Rows {
    const rows = panelRows(this.#table);
    for (const { weights, most } of this.#cuts) {
      // Costs and bounds of one size with the other rows: tolerances are absolute.
      const scale = Math.max(...weights.map(Math.abs));
      rows.add(-Infinity, most / scale, [...weights.map((w, cell) => [cell, w / scale] as const)]);
    }
    return rows;
  }

  #model(rows: Rows, costs: readonly number[], most: readonly number[], largest = 1): Model {
    const { sizes } = this.#table;
    const columns = sizes.length + costs.length;
    const model = this.#highs.createModel({
      ...rows.done(columns),
      numCols: columns,
      colCost: [...sizes.map(() => 0), ...costs],
      colLower: Array.from({ length: columns }, () => 0),
      colUpper: [...sizes.map((size) => size * largest), ...most],
    });
    model.options.set(LINEAR);
    return model;
  }

  /** The programme whose last column is the level z, and for each cell the row taken − size · z ≥ 0. */
  #levels<T>(largest: number, work: (model: Model, levels: Levels) => T): T {
    const { sizes } = this.#table;
    const rows = this.#panelRows();
    const first = 1 + this.#table.rows.length + this.#cuts.length;
    for (const [cell, size] of sizes.entries())
      rows.add(0, Infinity, [
        [cell, 1],
        [sizes.length, -size],
      ]);
    const model = this.#model(rows, [-1], [1], largest);
    try {
      return work(model, new Levels(this.#table, this.#cuts, first, largest));
    } finally {
      model.dispose();
    }
  }
}

interface Level {
  /** The level: a chance. */
  readonly z: number;
  /** Seats of each cell in this solution. */
  readonly shares: readonly number[];
  /** The cells that are at this level in every solution. */
  readonly bound: readonly number[];
  /** Whatever the solver rounded, z is no larger. */
  readonly upper: number;
}

/** Solves one level after the other. */
class Levels {
  readonly #table: CellTable;
  readonly #cuts: readonly Cut[];
  readonly #first: number;
  readonly #free: Set<number>;
  readonly #largest: number;

  constructor(table: CellTable, cuts: readonly Cut[], first: number, largest: number) {
    this.#largest = largest;
    this.#table = table;
    this.#cuts = cuts;
    this.#first = first;
    this.#free = new Set(table.sizes.keys());
  }

  next(model: Model): Level {
    const { sizes } = this.#table;
    if (!solved(model)) throw new Error('no shares obey the rows that panels obey');
    const { colValue, rowDual } = model.getSolution();
    const z = Math.min(1, Math.max(0, colValue[sizes.length] ?? 0));
    const free = [...this.#free];
    const costs = free.map((cell) => (sizes[cell] ?? 0) * (rowDual[this.#first + cell] ?? 0));
    const bound = free.filter((_, n) => (costs[n] ?? 0) > COSTS);
    // Everybody of them is certain to be on the panel: nothing else keeps the level from rising.
    const shares = [...colValue.slice(0, sizes.length)];
    return { z, shares, bound: bound.length > 0 ? bound : free, upper: this.#bound(rowDual) };
  }

  /** The level's own solution stays one to the last bit: what rounding took there is not asked for later. */
  fix(model: Model, cell: number, { z, shares }: Level): void {
    const size = this.#table.sizes[cell] ?? 0;
    model.changeRowBounds(this.#first + cell, -Infinity, Infinity);
    model.changeColBounds(
      cell,
      Math.max(0, Math.min(size * z, shares[cell] ?? 0)),
      size * this.#largest,
    );
    this.#free.delete(cell);
  }

  /**
   * The smallest chance is at most Σ v·chance for weights v ≥ 0 that add up to 1, and that is at most what the multipliers of
   * the rows make of their bounds, whatever the multipliers are: so the solver's rounding loosens the bound and never breaks it.
   */
  #bound(duals: Float64Array): number {
    const { k, sizes, rows } = this.#table;
    const costs = sizes.map((size, cell) => size * Math.max(0, duals[this.#first + cell] ?? 0));
    const total = costs.reduce((sum, cost) => sum + cost, 0);
    if (total === 0) return 1;
    // What a seat of each cell is worth beyond what the rows take for it.
    const worth = sizes.map((size, cell) => (costs[cell] ?? 0) / total / size);
    let bound = 0;
    const price = (multiplier: number, least: number, most: number) => {
      bound += multiplier > 0 ? multiplier * most : multiplier * least;
      return multiplier;
    };
    const size = price(-(duals[0] ?? 0) / total, k, k);
    for (const cell of sizes.keys()) worth[cell] = (worth[cell] ?? 0) - size;
    for (const [n, { min, max, cells }] of rows.entries()) {
      const multiplier = price(-(duals[1 + n] ?? 0) / total, min, Math.min(max, k));
      for (const cell of cells) worth[cell] = (worth[cell] ?? 0) - multiplier;
    }
    for (const [n, { weights, most }] of this.#cuts.entries()) {
      const scale = Math.max(...weights.map(Math.abs));
      // A cut has one bound, so its multiplier has one sign.
      const dual = Math.max(0, -(duals[1 + rows.length + n] ?? 0) / total);
      const multiplier = price(dual, 0, most / scale);
      for (const [cell, weight] of weights.entries())
        worth[cell] = (worth[cell] ?? 0) - (multiplier * weight) / scale;
    }
    for (const [cell, size_] of sizes.entries()) bound += size_ * Math.max(0, worth[cell] ?? 0);
    return Math.min(1, bound);
  }
}
