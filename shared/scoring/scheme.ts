// The scheme: how ballots become a group's value, and groups a score (RESULTS.md §2).

import { add, compare, divide, multiply, rational, sum } from './rational.ts';
import type { Rational } from './rational.ts';

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

/** What is done to the totals of a group before their mean or median (RESULTS.md §2); `cap` is for what is not built yet. */
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

/** The fewest totals that must be left for trimming to take place at all. */
const FEWEST_AFTER_TRIM = 3;

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

/**
 * The value of a group: its totals, trimmed where at least three are left after it, then their mean
 * or median. Null where there are none.
 */
export function groupValue(totals: readonly Rational[], scheme: Scheme): Rational | null {
  if (totals.length === 0) return null;
  const t = trimOf(scheme);
  const left = totals.length - 2 * t;
  const trims = t > 0 && left >= FEWEST_AFTER_TRIM;
  if (!trims && scheme.centre === 'mean') return mean(totals);
  const sorted = [...totals].sort(compare);
  const kept = trims ? sorted.slice(t, t + left) : sorted;
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
