// The tally of a subject: its groups' counts and values, its score, and what of it may be shown.

import { composeGroups, countsAsNone, groupValue, type NoScore } from './counting.ts';
import { mayShow, shownFrom } from './floor.ts';
import { leftOf } from './means.ts';
import type { Rational } from './rational.ts';
import type { CountingRules } from './scheme.ts';

/** The ballots of one group on one subject. */
export type GroupBallots = {
  readonly id: string;
  readonly weight: Rational;
  /** Seats that could have cast. */
  readonly expected: number;
  /** One total for each ballot that counts. */
  readonly totals: readonly Rational[];
  /** Ballots that abstained: turnout, but in no mean. */
  readonly abstained: number;
};

export type GroupTally = {
  readonly group: string;
  readonly weight: Rational;
  readonly expected: number;
  readonly counted: number;
  readonly abstained: number;
  /** As it counts: null without totals, and where it counts as if it had none. */
  readonly value: Rational | null;
};

export type SubjectTally =
  | { readonly groups: readonly GroupTally[]; readonly score: Rational; readonly why?: never }
  | { readonly groups: readonly GroupTally[]; readonly score: null; readonly why: NoScore };

/** Why a subject shows no score. */
export type NoScoreShown = NoScore | 'floor';

export type Disclosure = {
  /** The values of all groups but those in `withheld` may be shown; where false, of none. */
  readonly groups: boolean;
  readonly score: boolean;
  /** Why there is none to show; null where it may be shown. */
  readonly why: NoScoreShown | null;
  /** Groups that have ballots, but fewer than the secrecy floor. */
  readonly withheld: readonly string[];
  /** Groups of weight that had ballots and count as if they had none. */
  readonly uncounted: readonly string[];
};

/** Counts and values of a subject's groups, and the score that they make. */
export function tallySubject(input: {
  readonly groups: readonly GroupBallots[];
  readonly scheme: CountingRules;
}): SubjectTally {
  const groups = input.groups.map((ballots): GroupTally => ({
    group: ballots.id,
    weight: ballots.weight,
    expected: ballots.expected,
    counted: ballots.totals.length,
    abstained: ballots.abstained,
    value: groupValue(ballots.totals, ballots.weight, input.scheme),
  }));
  const composed = composeGroups(groups, input.scheme);
  return composed.ok
    ? { groups, score: composed.score }
    : { groups, score: null, why: composed.why };
}

/**
 * What of a tally may be shown (RULES.md §6, R6). The floor counts what is left after the spread. A group below it never
 * shows its value; where such a group is in the score, no group of the subject shows one, or it could be subtracted. The
 * score stands, unless all that is in it is below the floor: whoever cast one of the ballots could compute the others.
 */
export function disclosable(tally: SubjectTally, rules: CountingRules): Disclosure {
  const small = tally.groups.filter(({ counted }) => counted > 0 && !mayShow(counted, rules));
  const inScore = ({ weight, counted }: GroupTally) =>
    weight.n !== 0n && counted > 0 && !countsAsNone(counted, weight, rules);
  const left = tally.groups
    .filter(inScore)
    .reduce((sum, { counted }) => sum + leftOf(counted, rules.spread), 0);
  const enough = left >= shownFrom(rules);
  return {
    groups: !small.some(inScore),
    score: tally.score !== null && enough,
    why: tally.score === null ? whyNone(tally, rules) : enough ? null : 'floor',
    withheld: small.map(({ group }) => group),
    uncounted: tally.groups
      .filter(({ counted, weight }) => countsAsNone(counted, weight, rules))
      .map(({ group }) => group),
  };
}

/** Groups that the floor alone took out are too few ballots, not none. */
function whyNone(
  { groups, why }: Extract<SubjectTally, { readonly score: null }>,
  rules: CountingRules,
): NoScoreShown {
  const weighted = groups.filter(({ weight }) => weight.n !== 0n);
  const lost = weighted.filter(({ counted, weight }) => countsAsNone(counted, weight, rules));
  const isFloor =
    why === 'no-ballots'
      ? lost.length > 0
      : weighted.every(({ counted }) => counted > 0) && lost.length > 0;
  return isFloor ? 'floor' : why;
}
