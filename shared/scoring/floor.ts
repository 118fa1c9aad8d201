// The secrecy floor, by counts alone: from how many ballots on a group may be shown, and counts (RESULTS.md §2, R6).

import { leftOf } from './means.ts';
import type { CountingRules } from './scheme.ts';

type FloorRules = Pick<CountingRules, 'spread' | 'centre' | 'floor'>;

/** Totals that must be left after the spread for a value to be shown: a median is one or two of them, so it takes more. */
export function shownFrom({ centre, floor }: Pick<FloorRules, 'centre' | 'floor'>): number {
  return centre === 'median' ? 2 * floor - 1 : floor;
}

/** Whether the value of a group with so many totals may be shown alone. */
export function mayShow(count: number, rules: FloorRules): boolean {
  return leftOf(count, rules.spread) >= shownFrom(rules);
}

/** How many more ballots a group with so many needs until it is at the floor; 0 where it is. */
export function lackingAt(
  count: number,
  { spread, floor }: Pick<FloorRules, 'spread' | 'floor'>,
): number {
  if (leftOf(count, spread) >= floor) return 0;
  const dropped = spread.kind === 'trim' ? 2 * spread.t : 0;
  // What is left does not always grow: of few none are dropped, and the floor itself may do.
  const enough = count < floor && leftOf(floor, spread) === floor ? floor : floor + dropped;
  return enough - count;
}
