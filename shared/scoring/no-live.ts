// Why a round cannot be shown while ballots come in [R6].

import { lackingAt } from './floor.ts';
import { ballotWeight, type LiveSeats } from './live-total.ts';
import { compare, rational } from './rational.ts';
import type { CountingRules } from './scheme.ts';
import { storedDecimal } from './stored-decimal.ts';

/** How many times what a ballot of another group weighs one may weigh. */
const MOST_UNEVEN = 3;
/** Fewer seats than these are no group to hide in, however low the floor. */
const FEWEST_SEATS = 3;

export type NoLive<Group = string> =
  /** A group below the floor would count: beside the numbers shown before, its few ballots could be reckoned. */
  | { readonly why: 'floor-counts' }
  /** A group of weight has too few seats; `least` are enough. */
  | {
      readonly why: 'few-seats';
      readonly group: Group;
      readonly seats: number;
      readonly least: number;
    }
  /** A ballot of one group weighs more than three times what one of another does. */
  | { readonly why: 'uneven'; readonly heavy: Group; readonly light: Group };

/**
 * Why these groups cannot score live; null where they can. No group without weight matters.
 *
 * @param seats each group once, with the seats that are expected at the opening
 */
export function noLive<Group extends string>(
  seats: readonly (LiveSeats & { readonly group: Group })[],
  scheme: Pick<CountingRules, 'belowFloor' | 'spread' | 'floor'>,
): NoLive<Group> | null {
  if (scheme.belowFloor === 'count') return { why: 'floor-counts' };
  const weighted = seats.filter(({ weight }) => weight.n > 0n);
  for (const { group, expected } of weighted) {
    const least = Math.max(FEWEST_SEATS, expected + lackingAt(expected, scheme));
    if (expected < least) return { why: 'few-seats', group, seats: expected, least };
  }
  const byWeight = weighted
    .map((one) => ({ group: one.group, weight: ballotWeight(one) }))
    .sort((a, b) => compare(a.weight, b.weight));
  const [light, heavy] = [byWeight[0], byWeight.at(-1)];
  if (!light || !heavy) return null;
  const most = rational(light.weight.n * BigInt(MOST_UNEVEN), light.weight.d);
  return compare(heavy.weight, most) > 0
    ? { why: 'uneven', heavy: heavy.group, light: light.group }
    : null;
}

/** A group as it will judge, by its name. */
export interface SeatedGroup {
  readonly name: string;
  readonly weight: number;
  readonly seats: number;
}

/** {@link noLive} before anything is opened; where no seat is known yet only what the scheme itself says. */
export function noLivePlanned(
  groups: readonly SeatedGroup[],
  scheme: Parameters<typeof noLive>[1],
): NoLive | null {
  const isSeated = groups.some(({ seats }) => seats > 0);
  const known = isSeated ? groups : [];
  return noLive(
    known.map(({ name, weight, seats }) => ({
      ...{ group: name, expected: seats },
      weight: storedDecimal(String(weight)),
    })),
    scheme,
  );
}
