// Ratings: the totals that raters gave to subjects, and the part of them in which every rater rated every subject.
import { gcd, type Rational } from '../../scoring/rational.ts';

/** One total, 0 to 100. A rater gives a subject one at most. */
export interface Rating {
  readonly rater: string;
  readonly subject: string;
  readonly total: Rational;
}

/** Totals of raters who rated every subject, as whole numbers over one denominator that they need not know. */
export interface RatingTable {
  readonly subjects: number;
  /** A row for each rater: its totals in the order of the subjects. */
  readonly rows: readonly (readonly bigint[])[];
}

/**
 * The ratings of those who rated every subject of a set; the others are left out.
 *
 * @param subjects of the set, each once, also those that nobody rated
 */
export function completeRatings(
  ratings: readonly Rating[],
  subjects: readonly string[],
): RatingTable {
  const byRater = new Map<string, Map<string, Rational>>();
  for (const { rater, subject, total } of ratings) {
    const row = byRater.get(rater);
    if (row) row.set(subject, total);
    else byRater.set(rater, new Map([[subject, total]]));
  }
  const rows = [...byRater.values()].flatMap((row) => {
    const totals = subjects.flatMap((subject) => row.get(subject) ?? []);
    return totals.length === subjects.length ? [totals] : [];
  });
  const { parts } = overOne(rows.flat());
  return {
    subjects: subjects.length,
    rows: rows.map((_, n) => parts.slice(n * subjects.length, (n + 1) * subjects.length)),
  };
}

/** Values as whole numbers over their least common denominator: exact, and added without a fraction. */
export function overOne(values: readonly Rational[]): {
  readonly parts: readonly bigint[];
  readonly denominator: bigint;
} {
  const denominator = values.reduce((all, { d }) => (all / gcd(all, d)) * d, 1n);
  return { parts: values.map(({ n, d }) => n * (denominator / d)), denominator };
}
