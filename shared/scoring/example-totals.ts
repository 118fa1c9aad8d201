// Invented totals, to show what a scheme does with them: the same for every meeting, few enough to add up on paper.

import { rational, type Rational } from './rational.ts';

/** How the example's groups have scored: each with seven ballots, or the last of weight with fewer than the floor, or none. */
export const SITUATIONS = ['all', 'few', 'none'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Each with one that stands out at either end. */
const INVENTED = [
  [61, 82, 85, 85, 86, 88, 98],
  [58, 74, 79, 81, 83, 90, 95],
  [70, 77, 84, 86, 88, 92, 99],
  [66, 78, 80, 87, 89, 91, 93],
] as const;
const FEW = 3;

/**
 * The totals of each group, lowest first.
 *
 * @param floor the scheme's: a group with few ballots has fewer than that
 */
export function exampleTotals(
  groups: readonly { readonly id: string; readonly weight: Rational }[],
  situation: Situation,
  floor: number,
): ReadonlyMap<string, readonly Rational[]> {
  const short = groups.filter(({ weight }) => weight.n > 0n).at(-1)?.id;
  const few = situation === 'none' ? 0 : Math.max(1, Math.min(FEW, floor - 1));
  return new Map(
    groups.map(({ id }, n) => {
      const all = INVENTED[n % INVENTED.length] ?? INVENTED[0];
      const count = situation !== 'all' && id === short ? few : all.length;
      return [id, all.slice(0, count).map((total) => rational(total))];
    }),
  );
}
