// The one computation of a group's value and a subject's score: meetings and results/1 both stand on it (RESULTS.md §2, R15).

import { centreOf, leftOf, spreadEach, weightedMean, type SpreadRule } from './means.ts';
import { storedDecimal } from './stored-decimal.ts';
import type { Rational } from './rational.ts';
import type { CountingRules, Spread } from './scheme.ts';

/** A group as it enters the score; null where it has no total, or counts as if it had none. */
export type GroupShare = {
  /** 0 or more. */
  readonly weight: Rational;
  readonly value: Rational | null;
};

export type NoScore = 'no-ballots' | 'group-without-ballots';

export type Composed =
  { readonly ok: true; readonly score: Rational } | { readonly ok: false; readonly why: NoScore };

/** What a spread does to each total, in the order given; null is dropped. @throws RangeError for a margin that is no decimal. */
export function afterSpread(
  totals: readonly Rational[],
  { spread }: Pick<CountingRules, 'spread'>,
): readonly (Rational | null)[] {
  return spreadEach(totals, ruleOf(spread));
}

/** The centre of the totals after the spread, however few they are; null where there are none. */
export function valueOf(
  totals: readonly Rational[],
  rules: Pick<CountingRules, 'spread' | 'centre'>,
): Rational | null {
  const left = afterSpread(totals, rules).filter((total) => total !== null);
  return left.length === 0 ? null : centreOf(left, rules.centre);
}

/** Whether a group with so many totals counts as if it had none: it has weight, and too few of them for a scheme that says so. */
export function countsAsNone(
  count: number,
  weight: Rational,
  { belowFloor, spread, floor }: Pick<CountingRules, 'belowFloor' | 'spread' | 'floor'>,
): boolean {
  return belowFloor === 'empty' && weight.n > 0n && count > 0 && leftOf(count, spread) < floor;
}

/** The value of a group as it counts; null where it has no total, or counts as if it had none. */
export function groupValue(
  totals: readonly Rational[],
  weight: Rational,
  rules: CountingRules,
): Rational | null {
  return countsAsNone(totals.length, weight, rules) ? null : valueOf(totals, rules);
}

/**
 * The score of a subject: the values of its groups, weighted. A group of weight 0 changes nothing,
 * with or without ballots. `no-ballots` where no group of weight has any; `group-without-ballots`
 * where one has none and the scheme does not rescale.
 */
export function composeGroups(
  groups: readonly GroupShare[],
  { emptyGroup }: Pick<CountingRules, 'emptyGroup'>,
): Composed {
  const weighted = groups.filter(({ weight }) => weight.n !== 0n);
  const score = weightedMean(weighted);
  if (!score) return { ok: false, why: 'no-ballots' };
  if (emptyGroup === 'incomplete' && weighted.some(({ value }) => value === null))
    return { ok: false, why: 'group-without-ballots' };
  return { ok: true, score };
}

function ruleOf(spread: Spread): SpreadRule {
  return spread.kind === 'cap' ? { kind: 'cap', margin: storedDecimal(spread.margin) } : spread;
}
