// HiGHS, as this folder uses it: quiet, exact where it can be, and a bug where it fails.
import highsLoader, { type Highs, type Model, type ModelStatusCode } from 'highs';

export type { Highs, Model };

let loaded: Promise<Highs> | null = null;

/** The solver, compiled once a process. */
export function loadSolver(): Promise<Highs> {
  return (loaded ??= highsLoader());
}

/** What a linear programme may be off: it is solved once more with tighter bounds where it matters. */
const TOLERANCE = 1e-9;

/** Settings of linear programmes. */
export const LINEAR = {
  output_flag: false,
  primal_feasibility_tolerance: TOLERANCE,
  dual_feasibility_tolerance: TOLERANCE,
} as const;

/**
 * Settings of whole-number programmes, for the search of the best panel. That search is done hundreds of times for a
 * programme of a few dozen rows: what looks for structure beforehand costs more than it finds.
 */
export const WHOLE = {
  output_flag: false,
  presolve: 'off',
  mip_detect_symmetry: false,
  mip_heuristic_effort: 0,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
} as const;

const OPTIMAL: ModelStatusCode = 7;
const INFEASIBLE: ModelStatusCode = 8;
const UNBOUNDED_OR_INFEASIBLE: ModelStatusCode = 9;

/** Whether there is a solution, which is then the best. @throws Error for whatever else the solver says */
export function solved(model: Model): boolean {
  const { modelStatus } = model.run();
  if (modelStatus === OPTIMAL) return true;
  if (modelStatus === INFEASIBLE || modelStatus === UNBOUNDED_OR_INFEASIBLE) return false;
  throw new Error(`the solver ended with status ${modelStatus}`);
}

/** A matrix that grows row by row, as the solver takes it. */
export class Rows {
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];
  readonly #starts: number[] = [0];
  readonly #indices: number[] = [];
  readonly #values: number[] = [];

  add(lower: number, upper: number, entries: Iterable<readonly [column: number, value: number]>) {
    this.#lower.push(lower);
    this.#upper.push(upper);
    for (const [column, value] of entries) {
      this.#indices.push(column);
      this.#values.push(value);
    }
    this.#starts.push(this.#indices.length);
  }

  /** @param columns how many the model has */
  done(columns: number) {
    return {
      numRows: this.#lower.length,
      rowLower: this.#lower,
      rowUpper: this.#upper,
      matrix: {
        format: 'csr',
        ...{ numRows: this.#lower.length, numCols: columns },
        ...{ starts: this.#starts, indices: this.#indices, values: this.#values },
      },
    } as const;
  }
}
