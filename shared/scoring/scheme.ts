// The scheme: how ballots become a group's value, and groups a score (RESULTS.md §2).

import { centreOf, spreadOf, weightedMean, type SpreadRule } from './means.ts';
import { fromDecimal, rational, type Rational } from './rational.ts';

export type Scheme = {
  readonly id: string;
  readonly version: number;
  readonly spread: Spread;
  readonly centre: 'mean' | 'median';
  /** What a group without ballots does: its weight goes to the others, or there is no score. */
  readonly emptyGroup: 'rescale' | 'incomplete';
  /** A group of weight with fewer totals than the floor counts with them, or as if it had none. */
  readonly belowFloor: 'count' | 'empty';
  /** The secrecy floor, in ballots before trimming: smaller groups are never shown alone. */
  readonly floor: number;
  /** A live mean moves by at least this many ballots at a time. */
  readonly step: number;
};

/** What is done to the totals of a group before their mean or median (RESULTS.md §2); no command sets `cap` yet. */
export type Spread =
  | { readonly kind: 'none' }
  /** How many of the highest and of the lowest totals are dropped. */
  | { readonly kind: 'trim'; readonly t: number }
  | { readonly kind: 'cap'; readonly margin: string };

/** What a new scheme starts from; `id` and `version` are the meeting's. */
export const SCHEME_DEFAULTS = {
  spread: { kind: 'none' },
  centre: 'mean',
  emptyGroup: 'rescale',
  belowFloor: 'count',
  floor: 5,
  step: 3,
} as const satisfies Omit<Scheme, 'id' | 'version'>;

/** The key whose number a scheme cannot have, or that it has no id. */
export type SchemeFlaw = 'id' | 'trim' | 'floor' | 'step';

export type GroupShare = {
  /** An integer, 0 or more. */
  readonly weight: number;
  /** Null where the group has no ballot. */
  readonly value: Rational | null;
};

export type NoScore = 'no-ballots' | 'group-without-ballots';

export type Composed =
  { readonly ok: true; readonly score: Rational } | { readonly ok: false; readonly why: NoScore };

/** How many totals are dropped at either end. */
export function trimOf({ spread }: Pick<Scheme, 'spread'>): number {
  return spread.kind === 'trim' ? spread.t : 0;
}

/** The first flaw of a scheme, or null: what is trimmed is an integer from 0, `floor` and `step` from 2. */
export function checkScheme(scheme: Scheme): SchemeFlaw | null {
  if (scheme.id === '') return 'id';
  if (!isIntegerFrom(0, trimOf(scheme))) return 'trim';
  if (!isIntegerFrom(2, scheme.floor)) return 'floor';
  if (!isIntegerFrom(2, scheme.step)) return 'step';
  return null;
}

/** The value of a group: the centre of its totals after the spread. Null where there are none. */
export function groupValue(totals: readonly Rational[], scheme: Scheme): Rational | null {
  return totals.length === 0
    ? null
    : centreOf(spreadOf(totals, ruleOf(scheme.spread)), scheme.centre);
}

/** @throws RangeError for a margin that is no decimal; no command sets one yet. */
function ruleOf(spread: Spread): SpreadRule {
  if (spread.kind !== 'cap') return spread;
  const margin = fromDecimal(spread.margin);
  if (!margin) throw new RangeError(`no margin: ${spread.margin}`);
  return { kind: 'cap', margin };
}

/**
 * The score of a subject: the values of its groups, weighted. A group of weight 0 changes nothing,
 * with or without ballots. `no-ballots` where no group of weight has any; `group-without-ballots`
 * where one has none and the scheme does not rescale.
 */
export function composeGroups(groups: readonly GroupShare[], scheme: Scheme): Composed {
  const weighted = groups.filter((group) => group.weight !== 0);
  const there = weighted.filter(({ value }) => value !== null);
  const score = weightedMean(
    there.map(({ weight, value }) => ({ weight: rational(weight), value })),
  );
  if (!score) return { ok: false, why: 'no-ballots' };
  if (there.length < weighted.length && scheme.emptyGroup === 'incomplete') {
    return { ok: false, why: 'group-without-ballots' };
  }
  return { ok: true, score };
}

function isIntegerFrom(least: number, value: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
