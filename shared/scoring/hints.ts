// What is odd about a scheme in this meeting, where it may not be what was meant: nothing of it is refused.

import { lackingAt, mayShow, shownFrom } from './floor.ts';
import { trimmedFrom } from './means.ts';
import { noLivePlanned, type NoLive, type SeatedGroup } from './no-live.ts';
import type { CountingRules } from './scheme.ts';

export type SchemeHint =
  /** Groups with fewer seats than are ever trimmed. */
  | { readonly kind: 'never-trimmed'; readonly names: readonly string[]; readonly ballots: number }
  /** What lies at the ends changes a median not at all, or hardly. */
  | { readonly kind: 'trimmed-median' | 'capped-median' }
  /** A median shows from so many ballots on. */
  | { readonly kind: 'median-floor'; readonly ballots: number }
  /** Groups that cannot reach the floor: they never count, or are never shown and keep the others from being. */
  | { readonly kind: 'never-counts' | 'never-shown'; readonly names: readonly string[] }
  /** Groups of weight in which nobody sits: no subject gets a score. */
  | { readonly kind: 'nobody-sits'; readonly names: readonly string[] }
  /** One group below the floor leaves a subject without a score. */
  | { readonly kind: 'all-or-nothing'; readonly floor: number }
  /** Live scoring is planned, and cannot be. */
  | { readonly kind: 'no-live'; readonly why: NoLive };

/** @param isLive whether scores are to be shown while ballots come in */
export function schemeHints(
  rules: CountingRules,
  groups: readonly SeatedGroup[],
  isLive: boolean,
): readonly SchemeHint[] {
  const { spread, centre, emptyGroup, belowFloor, floor } = rules;
  const weighted = groups.filter(({ weight }) => weight > 0);
  // Before seats are filled nobody knows how many will sit where.
  const isSeated = groups.some(({ seats }) => seats > 0);
  const named = (holds: (seats: number) => boolean) =>
    isSeated ? weighted.filter(({ seats }) => holds(seats)).map(({ name }) => name) : [];
  const naming = <K extends SchemeHint['kind']>(kind: K, names: readonly string[]) =>
    names.length > 0 ? [{ kind, names }] : [];
  const from = spread.kind === 'trim' ? trimmedFrom(spread) : 0;
  const whyNoLive = noLivePlanned(groups, rules);
  const untrimmed = named((seats) => seats > 0 && seats < from);
  return [
    ...naming('never-trimmed', untrimmed).map((one) => ({ ...one, ballots: from })),
    ...(centre === 'median' && spread.kind === 'trim' ? [{ kind: 'trimmed-median' } as const] : []),
    ...(centre === 'median' && spread.kind === 'cap' ? [{ kind: 'capped-median' } as const] : []),
    ...(centre === 'median' ? [{ kind: 'median-floor', ballots: shownFrom(rules) } as const] : []),
    ...(belowFloor === 'empty'
      ? naming(
          'never-counts',
          named((seats) => seats > 0 && !reaches(seats, rules)),
        )
      : naming(
          'never-shown',
          named((seats) => seats > 0 && !everShown(seats, rules)),
        )),
    ...(emptyGroup === 'incomplete'
      ? naming(
          'nobody-sits',
          named((seats) => seats === 0),
        )
      : []),
    ...(emptyGroup === 'incomplete' && belowFloor === 'empty'
      ? [{ kind: 'all-or-nothing', floor } as const]
      : []),
    ...(isLive && whyNoLive ? [{ kind: 'no-live', why: whyNoLive } as const] : []),
  ];
}

/** Whether any number of ballots up to all of its seats is at the floor: of fewer it may be that none are dropped. */
function reaches(seats: number, rules: CountingRules): boolean {
  return upTo(seats, (count) => lackingAt(count, rules) === 0);
}

function everShown(seats: number, rules: CountingRules): boolean {
  return upTo(seats, (count) => mayShow(count, rules));
}

function upTo(seats: number, holds: (count: number) => boolean): boolean {
  return Array.from({ length: seats }, (_, n) => n + 1).some(holds);
}
