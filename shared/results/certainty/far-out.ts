// Ballots far from what rater and subject let expect, told by bands of subjects: errors of judgement shrink towards the top
// (Mercier, Heiniger 2018), so one limit for all would find nobody there.
import { byCodeUnits } from '../../draw/canonical.ts';
import { compare, type Rational } from '../../scoring/rational.ts';
import type { Fit } from './severity.ts';
import type { Rating } from './ratings.ts';

export interface ScoredSubject {
  readonly id: string;
  readonly score: Rational | null;
}

const BANDS = 3;
/** Standard deviations of the residuals of its band. */
const FAR = 3;
/** Of that limit: what rounding may add to a residual that lies on it. */
const SLACK = 1e-9;

/**
 * The places of the ratings whose residual exceeds three standard deviations of those in its band; √(Σ residual² / (n − 1)),
 * so a band of one ballot has none.
 *
 * @param subjects those that were rated, in any order
 */
export function farOut(
  ratings: readonly Rating[],
  { residuals }: Pick<Fit, 'residuals'>,
  subjects: readonly ScoredSubject[],
): readonly number[] {
  const bandOf = new Map(
    bandsOf(subjects).flatMap((band, n) => band.map((id) => [id, n] as const)),
  );
  const squares = Array.from({ length: BANDS }, () => 0);
  const counts = Array.from({ length: BANDS }, () => 0);
  const places = ratings.map(({ subject }, place) => {
    const band = bandOf.get(subject) ?? 0;
    const residual = residuals[place] ?? 0;
    squares[band] = (squares[band] ?? 0) + residual * residual;
    counts[band] = (counts[band] ?? 0) + 1;
    return { place, band, residual };
  });
  return places.flatMap(({ place, band, residual }) => {
    const count = counts[band] ?? 0;
    if (count < 2) return [];
    const limit = FAR * Math.sqrt((squares[band] ?? 0) / (count - 1));
    return Math.abs(residual) > limit * (1 + SLACK) ? [place] : [];
  });
}

/**
 * Subjects in order of score, the best first and those without one last, equal ones by id, cut into three bands whose sizes
 * differ by one at most, the longer first.
 */
export function bandsOf(subjects: readonly ScoredSubject[]): readonly (readonly string[])[] {
  const order = [...subjects].sort((a, b) => byScore(a, b) || byCodeUnits(a.id, b.id));
  const size = Math.floor(order.length / BANDS);
  const longer = order.length % BANDS;
  let from = 0;
  return Array.from({ length: BANDS }, (_, n) => {
    const to = from + size + (n < longer ? 1 : 0);
    const band = order.slice(from, to).map(({ id }) => id);
    from = to;
    return band;
  });
}

function byScore({ score: a }: ScoredSubject, { score: b }: ScoredSubject): number {
  return a && b ? compare(b, a) : Number(a === null) - Number(b === null);
}
