// How far raters agree: Kendall's W on the ranks that they gave, ICC(2,k) on the totals themselves. Both are exact.
import { rational, type Rational } from '../../scoring/rational.ts';
import { known, none, type Figure } from './figure.ts';
import type { RatingTable } from './ratings.ts';

/**
 * Kendall's coefficient of concordance with mid-ranks and the correction for ties (Kendall, Babington Smith 1939; Kendall,
 * Rank Correlation Methods, ch. 6): W = 12 S / (m²(n³ − n) − m Σ(t³ − t)) for m raters, n subjects and ties of t; 1 is
 * complete agreement.
 */
export function concordance({ subjects: n, rows }: RatingTable): Figure<Rational> {
  const flaw = tooFew(n, rows.length);
  if (flaw) return flaw;
  const m = BigInt(rows.length);
  const ranked = rows.map(doubledRanks);
  const middle = m * BigInt(n + 1);
  const sums = Array.from({ length: n }, (_, subject) =>
    sumOf(ranked.map(({ ranks }) => ranks[subject] ?? 0n)),
  );
  // Of doubled ranks, so four times S.
  const squares = sumOf(sums.map((sum) => (sum - middle) ** 2n));
  const below = m * m * cubed(BigInt(n)) - m * sumOf(ranked.map(({ ties }) => ties));
  return below === 0n ? none('no-spread') : known(rational(3n * squares, below));
}

/**
 * ICC(2,k) of Shrout and Fleiss (1979), the reliability of the mean of k raters drawn at random, from the mean squares of
 * n subjects (B), k raters (J) and error (E): (B − E) / (B + (J − E) / n).
 */
export function intraclass({ subjects, rows }: RatingTable): Figure<Rational> {
  const flaw = tooFew(subjects, rows.length);
  if (flaw) return flaw;
  const [n, k] = [BigInt(subjects), BigInt(rows.length)];
  const ofRaters = rows.map(sumOf);
  const ofSubjects = Array.from({ length: subjects }, (_, subject) =>
    sumOf(rows.map((row) => row[subject] ?? 0n)),
  );
  // Sums of squares about the grand mean, each n·k times as large: no fraction is left.
  const correction = sumOf(ofRaters) ** 2n;
  const between = n * sumOf(ofSubjects.map(squared)) - correction;
  const judges = k * sumOf(ofRaters.map(squared)) - correction;
  const error = n * k * sumOf(rows.flat().map(squared)) - correction - between - judges;
  // The mean squares, all (n − 1)(k − 1) times as large.
  const [b, j, e] = [between * (k - 1n), judges * (n - 1n), error];
  const above = n * (b - e);
  const below = n * b + j - e;
  if (below <= 0n) return none(above === 0n && below === 0n ? 'no-spread' : 'denominator');
  return known(rational(above, below));
}

function tooFew(subjects: number, raters: number) {
  if (raters < 2) return none('few-raters');
  return subjects < 2 ? none('few-subjects') : null;
}

/** Twice the rank of each value, the lowest first, so that a middle rank is whole; and Σ(t³ − t) over its ties. */
function doubledRanks(row: readonly bigint[]): {
  readonly ranks: readonly bigint[];
  readonly ties: bigint;
} {
  const order = [...row.keys()].sort((a, b) => compareParts(row[a], row[b]));
  const ranks: bigint[] = row.map(() => 0n);
  let ties = 0n;
  for (let from = 0; from < order.length;) {
    const value = row[order[from] ?? 0];
    let to = from + 1;
    while (to < order.length && row[order[to] ?? 0] === value) to += 1;
    for (const place of order.slice(from, to)) ranks[place] = BigInt(from + 1 + to);
    ties += cubed(BigInt(to - from));
    from = to;
  }
  return { ranks, ties };
}

function compareParts(a = 0n, b = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** t³ − t. */
function cubed(t: bigint): bigint {
  return t ** 3n - t;
}

function squared(value: bigint): bigint {
  return value * value;
}

function sumOf(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
