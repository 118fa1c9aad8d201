// The scheme: how ballots become a group's value, and groups a score (DESIGN.md §6).

import { add, compare, divide, multiply, rational, sum } from './rational.ts';
import type { Rational } from './rational.ts';

export type Scheme = {
  readonly id: string;
  readonly version: number;
  /** How many of the highest and of the lowest totals are dropped in each group. */
  readonly trim: number;
  readonly centre: 'mean' | 'median';
  /** What a group without ballots does: its weight goes to the others, or there is no score. */
  readonly emptyGroup: 'rescale' | 'incomplete';
  /** The secrecy floor, in ballots before trimming: smaller groups are never shown alone. */
  readonly floor: number;
  /** A live mean moves by at least this many ballots at a time. */
  readonly step: number;
};

/** What a new scheme starts from; `id` and `version` are the meeting's. */
export const SCHEME_DEFAULTS = {
  trim: 0,
  centre: 'mean',
  emptyGroup: 'rescale',
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

/** The fewest totals that must be left for trimming to take place at all. */
const FEWEST_AFTER_TRIM = 3;

/** The first flaw of a scheme, or null: `trim` is an integer from 0, `floor` and `step` from 2. */
export function checkScheme(scheme: Scheme): SchemeFlaw | null {
  if (scheme.id === '') return 'id';
  if (!isIntegerFrom(0, scheme.trim)) return 'trim';
  if (!isIntegerFrom(2, scheme.floor)) return 'floor';
  if (!isIntegerFrom(2, scheme.step)) return 'step';
  return null;
}

/**
 * The value of a group: its totals, trimmed where at least three are left after it, then their mean
 * or median. Null where there are none.
 */
export function groupValue(totals: readonly Rational[], scheme: Scheme): Rational | null {
  if (totals.length === 0) return null;
  const left = totals.length - 2 * scheme.trim;
  const trims = scheme.trim > 0 && left >= FEWEST_AFTER_TRIM;
  if (!trims && scheme.centre === 'mean') return mean(totals);
  const sorted = [...totals].sort(compare);
  const kept = trims ? sorted.slice(scheme.trim, scheme.trim + left) : sorted;
  return scheme.centre === 'mean' ? mean(kept) : median(kept);
}

/**
 * The score of a subject: the values of its groups, weighted. A group of weight 0 changes nothing,
 * with or without ballots. `no-ballots` where no group of weight has any; `group-without-ballots`
 * where one has none and the scheme does not rescale.
 */
export function composeGroups(groups: readonly GroupShare[], scheme: Scheme): Composed {
  const weighted = groups.filter((group) => group.weight !== 0);
  const shares = weighted.flatMap(({ weight, value }) =>
    value === null ? [] : [{ weight: rational(weight), value }],
  );
  if (shares.length === 0) return { ok: false, why: 'no-ballots' };
  if (shares.length < weighted.length && scheme.emptyGroup === 'incomplete') {
    return { ok: false, why: 'group-without-ballots' };
  }
  const points = sum(shares.map(({ weight, value }) => multiply(weight, value)));
  return { ok: true, score: divide(points, sum(shares.map(({ weight }) => weight))) };
}

function isIntegerFrom(least: number, value: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(values.length));
}

/** The middle one of sorted values, or the mean of the two in the middle. */
function median(sorted: readonly Rational[]): Rational {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new RangeError('median of nothing');
  return divide(add(lower, upper), rational(2));
}
