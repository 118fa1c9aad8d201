// Grades by threshold and by share, and what a veto takes away (RESULTS.md §5).
import { sum } from '../scoring/sums.ts';
import { compare, rational, type Rational } from '../scoring/rational.ts';
import { amount, positive } from './amount.ts';
import type { GradeForm, Veto } from './case.ts';
import type { Contender, Placed } from './ranks.ts';
import { distinct, refuse } from './refused.ts';

/** @throws Refused for thresholds that do not fall, shares above 1, and lists of other lengths than the names ask for. */
export function checkGrades({ names, thresholds, shares }: GradeForm): void {
  distinct(names);
  if (names.length === 0 || (!thresholds && !shares)) refuse('grades', 'names');
  for (const list of [thresholds, shares])
    if (list && list.length !== names.length - 1) refuse('grades', 'length');
  const limits = (thresholds ?? []).map(amount);
  for (const [n, limit] of limits.entries()) {
    const above = n === 0 ? undefined : limits[n - 1];
    if (above && compare(limit, above) >= 0) refuse('grades', 'thresholds');
  }
  if (compare(sum((shares ?? []).map(positive)), rational(1)) > 0) refuse('grades', 'shares');
}

/** The place of a subject's grade in the names. */
export function gradeOf(
  { names, thresholds, shares }: GradeForm,
  { total }: Pick<Contender, 'total'>,
  { rank, shared }: Placed,
  ranked: number,
  vetoes: readonly Veto[],
): number {
  const last = names.length - 1;
  const first = (holds: readonly boolean[]) => {
    const found = holds.indexOf(true);
    return found < 0 ? last : found;
  };
  const byThreshold = thresholds
    ? first(thresholds.map((limit) => compare(total, amount(limit)) >= 0))
    : 0;
  // Whoever shares a place across a limit has the worse grade, so the last of them has to be within it.
  const byShare = shares
    ? first(
        shares.map((_, n) => {
          const upTo = sum(shares.slice(0, n + 1).map(amount));
          return BigInt(rank + shared - 1) <= floorOf(upTo, ranked);
        }),
      )
    : 0;
  const worst = vetoes.map(({ effect }) =>
    effect === 'unranked' ? 0 : names.indexOf(effect.worst),
  );
  return Math.max(byThreshold, byShare, ...worst);
}

/** ⌊share · n⌋ */
export function floorOf({ n, d }: Rational, count: number): bigint {
  return (n * BigInt(count)) / d;
}
