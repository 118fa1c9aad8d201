// How severe each rater is: least squares of total = μ + rater + subject over all ballots (RESULTS.md §10). Floating point,
// as roots are; + − × ÷ and √ round alike on every machine, so two of them agree to the bit.
import { entry } from '../../entry.ts';
import { grouped } from '../../grouped.ts';
import { known, none, type Figure } from './figure.ts';
import { inverseOf } from './inverse.ts';
import type { Rating } from './ratings.ts';

export interface Severity {
  /** Points above what the others would have given to the same subjects; below 0 is severe. They sum to 0. */
  readonly effect: number;
  /** By ordinary least squares; null where no freedom is left to tell an error by. */
  readonly error: number | null;
  /** Subjects that it rated. */
  readonly rated: number;
}

export interface Fit {
  /** Ballots less what was fitted: N − raters − subjects + 1, where all of it hangs together. */
  readonly freedom: number;
  /** What the fit leaves of each rating, in their order. They do not hang on how effects are told apart. */
  readonly residuals: readonly number[];
  readonly severities: Figure<ReadonlyMap<string, Severity>>;
}

/** Points: what is left by rounding alone, of totals up to 100, is far below this. */
const ROUNDING = 1e-9;

/**
 * Fits raters and subjects to the ratings of a set. Each part of the graph of who rated whom is fitted by itself; severities
 * can be compared, and so exist, only where there is one.
 */
export function fitRatings(ratings: readonly Rating[]): Fit {
  const raters = new Set(ratings.map(({ rater }) => rater));
  const subjects = new Set(ratings.map(({ subject }) => subject));
  const parts = partsOf(ratings);
  const freedom = ratings.length - raters.size - subjects.size + parts.length;
  const residuals = ratings.map(() => 0);
  const fitted = parts.map((part) => fitPart(part, residuals));
  const [whole] = fitted;
  return {
    freedom,
    residuals,
    severities:
      raters.size < 2
        ? none('few-raters')
        : subjects.size < 2
          ? none('few-subjects')
          : whole === undefined || parts.length > 1
            ? none('apart')
            : known(severitiesOf(whole, residuals, freedom)),
  };
}

/** Ratings of one part, each with its place among all. */
type Part = readonly { readonly place: number; readonly rating: Rating }[];

/** Ratings that a chain of raters and subjects joins. */
function partsOf(ratings: readonly Rating[]): readonly Part[] {
  const above = new Map<string, string>();
  const topOf = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    if (top !== id) above.set(id, top);
    return top;
  };
  // Ids of raters and subjects may be alike.
  const raterNode = ({ rater }: Rating) => `rater ${rater}`;
  for (const rating of ratings) {
    const [one, other] = [topOf(raterNode(rating)), topOf(`subject ${rating.subject}`)];
    if (one !== other) above.set(one, other);
  }
  const placed = ratings.map((rating, place) => ({ place, rating }));
  return [...grouped(placed, ({ rating }) => topOf(raterNode(rating))).values()];
}

interface FittedPart {
  readonly raters: ReadonlyMap<string, { readonly effect: number; readonly rated: number }>;
  /** Of each rater's effect, in units of the error's variance, in the order of `raters`. */
  readonly variances: readonly number[];
}

/**
 * Subjects are eliminated: what is left for the raters is C effect = q with C = diag(n) − Σ over subjects of ones / m, where
 * a rater rated n subjects and m raters rated a subject. C has the constant vector as its null space, so with 1/R added
 * everywhere it is positive definite, and the inverse less 1/R is its generalised inverse: effects that sum to 0.
 *
 * @param residuals of all ratings; those of this part are written
 */
function fitPart(part: Part, residuals: number[]): FittedPart {
  const raterOf = numbered(part.map(({ rating }) => rating.rater));
  const count = raterOf.size;
  const bySubject = new Map<string, { rater: number; place: number; total: number }[]>();
  for (const { place, rating } of part)
    entry(bySubject, rating.subject, () => []).push({
      rater: raterOf.get(rating.rater) ?? 0,
      place,
      total: Number(rating.total.n) / Number(rating.total.d),
    });
  const matrix = new Float64Array(count * count).fill(1 / count);
  const right = new Float64Array(count);
  const rated = new Float64Array(count);
  const add = (row: number, column: number, value: number) => {
    matrix[row * count + column] = (matrix[row * count + column] ?? 0) + value;
  };
  for (const given of bySubject.values()) {
    const mean = given.reduce((sum, { total }) => sum + total, 0) / given.length;
    for (const { rater, total } of given) {
      add(rater, rater, 1);
      rated[rater] = (rated[rater] ?? 0) + 1;
      right[rater] = (right[rater] ?? 0) + (total - mean);
      for (const other of given) add(rater, other.rater, -1 / given.length);
    }
  }
  const inverse = inverseOf(matrix, count);
  const effects = Array.from({ length: count }, (_, row) =>
    right.reduce((sum, value, column) => sum + (inverse[row * count + column] ?? 0) * value, 0),
  );
  const effectOf = (rater: number) => effects[rater] ?? 0;
  for (const given of bySubject.values()) {
    const level =
      given.reduce((sum, { rater, total }) => sum + total - effectOf(rater), 0) / given.length;
    for (const { rater, place, total } of given) {
      const left = total - effectOf(rater) - level;
      residuals[place] = Math.abs(left) < ROUNDING ? 0 : left;
    }
  }
  return {
    raters: new Map(
      [...raterOf].map(([id, n]) => [id, { effect: effectOf(n), rated: rated[n] ?? 0 }]),
    ),
    variances: effects.map((_, n) => (inverse[n * count + n] ?? 0) - 1 / count),
  };
}

function severitiesOf(
  { raters, variances }: FittedPart,
  residuals: readonly number[],
  freedom: number,
): ReadonlyMap<string, Severity> {
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const errorOf = (n: number) =>
    freedom > 0 ? Math.sqrt((squares / freedom) * (variances[n] ?? 0)) : null;
  return new Map(
    [...raters].map(([id, { effect, rated }], n) => [id, { effect, error: errorOf(n), rated }]),
  );
}

function numbered(ids: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(ids)].map((id, n) => [id, n]));
}
