// The scheme: how ballots become a group's value, and groups a score (RESULTS.md §2); counting.ts computes by it.

import { compare, fromDecimal, rational, type Rational } from './rational.ts';

export type Scheme = {
  readonly id: string;
  readonly version: number;
  readonly spread: Spread;
  readonly centre: 'mean' | 'median';
  /** What a group without ballots does: its weight goes to the others, or there is no score. */
  readonly emptyGroup: 'rescale' | 'incomplete';
  /** A group of weight with fewer totals than the floor counts with them, or as if it had none. */
  readonly belowFloor: 'count' | 'empty';
  /** The secrecy floor, in totals that are left after the spread: smaller groups are never shown alone. */
  readonly floor: number;
  /** A live mean moves by at least this many ballots at a time. */
  readonly step: number;
};

/** What is done to the totals of a group before their mean or median (RESULTS.md §2). */
export type Spread =
  | { readonly kind: 'none' }
  /** How many of the highest and of the lowest totals are dropped. */
  | { readonly kind: 'trim'; readonly t: number }
  /** How far from their mean a total may lie, a decimal; what lies beyond is moved there. */
  | { readonly kind: 'cap'; readonly margin: string };

/** What counting asks of a scheme. */
export type CountingRules = Omit<Scheme, 'id' | 'version' | 'step'>;

/** What a new scheme starts from; `id` and `version` are the meeting's. */
export const SCHEME_DEFAULTS = {
  spread: { kind: 'none' },
  centre: 'mean',
  emptyGroup: 'rescale',
  belowFloor: 'count',
  floor: 5,
  step: 3,
} as const satisfies Omit<Scheme, 'id' | 'version'>;

/** Totals go from 0 to this: a margin above it moves nothing. */
export const MOST_MARGIN = 100;

/** The key whose number a scheme cannot have, or that it has no id. */
export type SchemeFlaw = 'id' | 'trim' | 'margin' | 'floor' | 'step';

/**
 * The first flaw of a scheme, or null: what is trimmed is an integer from 1, a margin a decimal of at most six places above 0
 * and up to 100, `floor` and `step` are integers from 2.
 */
export function checkScheme({ id, spread, floor, step }: Scheme): SchemeFlaw | null {
  if (id === '') return 'id';
  if (spread.kind === 'trim' && !isIntegerFrom(1, spread.t)) return 'trim';
  if (spread.kind === 'cap' && !isMargin(fromDecimal(spread.margin))) return 'margin';
  if (!isIntegerFrom(2, floor)) return 'floor';
  if (!isIntegerFrom(2, step)) return 'step';
  return null;
}

function isMargin(margin: Rational | null): boolean {
  return margin !== null && margin.n > 0n && compare(margin, rational(MOST_MARGIN)) <= 0;
}

function isIntegerFrom(least: number, value: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}
