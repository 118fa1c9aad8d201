// Good panels fast: one member leaves, another comes, again and again, past compositions that break a quota for a moment.

import type { CellTable, Composition } from './cell-table.ts';
import type { Below } from './shuffle.ts';

/** Steps for which a cell that gave somebody takes nobody, and one that took somebody gives nobody. */
const REST = 6;
/** Steps without a better panel after which there is no use in going on. */
const PATIENCE = 30;

/**
 * Looks for panels whose cells weigh much. It finds good ones and proves nothing: what is the best panel, a solver says.
 * A step costs about as many additions as there are cells times attributes.
 */
export class PanelSearch {
  readonly #below: Below;
  readonly #sizes: Int32Array;
  readonly #least: Int32Array;
  readonly #most: Int32Array;
  /** Of each cell, the rows that count it: those from its start up to the next one's. */
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #take: Int32Array;
  readonly #counts: Int32Array;
  /** What one seat more, or one less, of each row costs. */
  readonly #more: Float64Array;
  readonly #less: Float64Array;
  /** The step from which each cell may give and take again. */
  readonly #gives: Int32Array;
  readonly #takes: Int32Array;

  /** @param below breaks ties between steps that are equally good */
  constructor({ sizes, rows, rowsOf }: CellTable, below: Below) {
    this.#below = below;
    this.#sizes = Int32Array.from(sizes);
    this.#least = Int32Array.from(rows, ({ min }) => min);
    this.#most = Int32Array.from(rows, ({ max }) => max);
    this.#rows = Int32Array.from(rowsOf.flat());
    this.#starts = new Int32Array(sizes.length + 1);
    for (const [cell, own] of rowsOf.entries())
      this.#starts[cell + 1] = at(this.#starts, cell) + own.length;
    this.#take = new Int32Array(sizes.length);
    this.#counts = new Int32Array(rows.length);
    this.#more = new Float64Array(rows.length);
    this.#less = new Float64Array(rows.length);
    this.#gives = new Int32Array(sizes.length);
    this.#takes = new Int32Array(sizes.length);
  }

  /**
   * The best panel by Σ weight · taken that is met on the way, `from` included; null where none obeys every quota.
   *
   * @param from so many people as a panel has, within the sizes of the cells
   * @param steps at most so many people are exchanged
   */
  improve(weights: Float64Array, from: Composition, steps: number): Composition | null {
    const span = spanOf(weights);
    // A seat beyond a quota weighs more than what any one exchange can win.
    const penalty = 1.5 * span + 1e-9;
    let broken = this.#begin(from, penalty);
    let value = 0;
    for (let cell = 0; cell < this.#take.length; cell += 1)
      value += weight(weights, cell) * at(this.#take, cell);
    let [best, bestValue] = broken === 0 ? [from, value] : [null, -Infinity];
    let found = 1;
    for (let step = 1; step <= steps && step - found <= PATIENCE; step += 1) {
      const out = this.#leaving(weights, step);
      if (out < 0) break;
      broken += this.#move(out, -1, penalty);
      this.#takes[out] = step + REST;
      const into = this.#coming(weights, step);
      if (into < 0) break;
      broken += this.#move(into, 1, penalty);
      this.#gives[into] = step + REST;
      value += weight(weights, into) - weight(weights, out);
      if (broken > 0 || value <= bestValue + 1e-9 * span) continue;
      [best, bestValue, found] = [Array.from(this.#take), value, step];
    }
    return best;
  }

  /** Returns by how many seats quotas are broken. */
  #begin(from: Composition, penalty: number): number {
    this.#take.set(from);
    this.#gives.fill(0);
    this.#takes.fill(0);
    this.#counts.fill(0);
    for (let cell = 0; cell < this.#take.length; cell += 1)
      for (let n = at(this.#starts, cell); n < at(this.#starts, cell + 1); n += 1)
        this.#counts[at(this.#rows, n)] =
          at(this.#counts, at(this.#rows, n)) + at(this.#take, cell);
    let broken = 0;
    for (let row = 0; row < this.#counts.length; row += 1) {
      broken += this.#beyond(row);
      this.#price(row, penalty);
    }
    return broken;
  }

  /** The cell whose loss of one costs least; −1 where none may give. */
  #leaving(weights: Float64Array, step: number): number {
    let [found, best, alike] = [-1, -Infinity, 0];
    for (let cell = 0; cell < this.#take.length; cell += 1) {
      if (at(this.#take, cell) === 0 || at(this.#gives, cell) > step) continue;
      let gain = -weight(weights, cell);
      const end = at(this.#starts, cell + 1);
      for (let n = at(this.#starts, cell); n < end; n += 1)
        gain -= weight(this.#less, at(this.#rows, n));
      if (gain > best) [found, best, alike] = [cell, gain, 1];
      else if (gain === best && this.#below((alike += 1)) === 0) found = cell;
    }
    return found;
  }

  /** The cell whose gain of one brings most; −1 where none may take. */
  #coming(weights: Float64Array, step: number): number {
    let [found, best, alike] = [-1, -Infinity, 0];
    for (let cell = 0; cell < this.#take.length; cell += 1) {
      if (at(this.#take, cell) >= at(this.#sizes, cell) || at(this.#takes, cell) > step) continue;
      let gain = weight(weights, cell);
      const end = at(this.#starts, cell + 1);
      for (let n = at(this.#starts, cell); n < end; n += 1)
        gain -= weight(this.#more, at(this.#rows, n));
      if (gain > best) [found, best, alike] = [cell, gain, 1];
      else if (gain === best && this.#below((alike += 1)) === 0) found = cell;
    }
    return found;
  }

  /** One more or one less of a cell; returns by how many seats more its quotas are broken. */
  #move(cell: number, by: 1 | -1, penalty: number): number {
    let worse = 0;
    this.#take[cell] = at(this.#take, cell) + by;
    const end = at(this.#starts, cell + 1);
    for (let n = at(this.#starts, cell); n < end; n += 1) {
      const row = at(this.#rows, n);
      worse -= this.#beyond(row);
      this.#counts[row] = at(this.#counts, row) + by;
      worse += this.#beyond(row);
      this.#price(row, penalty);
    }
    return worse;
  }

  #beyond(row: number): number {
    const count = at(this.#counts, row);
    return Math.max(0, at(this.#least, row) - count) + Math.max(0, count - at(this.#most, row));
  }

  #price(row: number, penalty: number): void {
    const [count, least, most] = [at(this.#counts, row), at(this.#least, row), at(this.#most, row)];
    this.#more[row] = count >= most ? penalty : count < least ? -penalty : 0;
    this.#less[row] = count <= least ? penalty : count > most ? -penalty : 0;
  }
}

/** A number of a list that has one at every place that is asked for. Two functions: each is fast for one kind of list. */
function at(list: Int32Array, place: number): number {
  return list[place] as number;
}

function weight(list: Float64Array, place: number): number {
  return list[place] as number;
}

function spanOf(weights: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const one of weights) {
    if (one < least) least = one;
    if (one > most) most = one;
  }
  return most - least;
}
