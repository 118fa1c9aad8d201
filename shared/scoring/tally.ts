// The tally of a subject: its groups' counts and values, its score, and what of it may be shown.

import type { Rational } from './rational.ts';
import { composeGroups, groupValue } from './scheme.ts';
import type { NoScore, Scheme } from './scheme.ts';

/** The ballots of one group on one subject. */
export type GroupBallots = {
  readonly id: string;
  readonly weight: number;
  /** Seats that could have cast. */
  readonly expected: number;
  /** One total for each ballot that counts. */
  readonly totals: readonly Rational[];
  /** Ballots that abstained: turnout, but in no mean. */
  readonly abstained: number;
};

export type GroupTally = {
  readonly group: string;
  readonly weight: number;
  readonly expected: number;
  readonly counted: number;
  readonly abstained: number;
  readonly value: Rational | null;
};

export type SubjectTally =
  | { readonly groups: readonly GroupTally[]; readonly score: Rational; readonly why?: never }
  | { readonly groups: readonly GroupTally[]; readonly score: null; readonly why: NoScore };

export type Disclosure = {
  /** The values of all groups but those in `withheld` may be shown; where false, of none. */
  readonly groups: boolean;
  readonly score: boolean;
  /** Groups that have ballots, but fewer than the secrecy floor. */
  readonly withheld: readonly string[];
};

/** Counts and values of a subject's groups, and the score that they make. */
export function tallySubject(input: {
  readonly groups: readonly GroupBallots[];
  readonly scheme: Scheme;
}): SubjectTally {
  const groups = input.groups.map((ballots): GroupTally => ({
    group: ballots.id,
    weight: ballots.weight,
    expected: ballots.expected,
    counted: ballots.totals.length,
    abstained: ballots.abstained,
    value: groupValue(ballots.totals, input.scheme),
  }));
  const composed = composeGroups(groups, input.scheme);
  return composed.ok
    ? { groups, score: composed.score }
    : { groups, score: null, why: composed.why };
}

/**
 * What of a tally may be shown (RULES.md §6, R6). A group of 1..floor−1 ballots never shows its
 * value; where such a group has weight, no group of the subject does, or it could be subtracted
 * from the score. The score stands, unless all groups of weight together have fewer ballots than
 * the floor: whoever cast one of them could compute the others.
 */
export function disclosable(tally: SubjectTally, scheme: Scheme): Disclosure {
  const small = tally.groups.filter(({ counted }) => counted > 0 && counted < scheme.floor);
  const weighted = tally.groups.filter(({ weight }) => weight !== 0);
  const ballots = weighted.reduce((sum, { counted }) => sum + counted, 0);
  return {
    groups: small.every(({ weight }) => weight === 0),
    score: tally.score !== null && ballots >= scheme.floor,
    withheld: small.map(({ group }) => group),
  };
}
