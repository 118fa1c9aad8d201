// What setup says of a round in which units rate, before anyone has: rings that are too short, and scores that no floor lets out.
import { mayShow } from '../scoring/floor.ts';
import type { CountingRules } from '../scoring/scheme.ts';
import type { Who } from './agenda/item.ts';

/** How many units of a category take part. */
export interface UnitsOf {
  readonly name: string;
  readonly count: number;
}

export type WhoFlaw =
  /** Each would rate as many as there are, or more. */
  | { readonly kind: 'too-few'; readonly name: string; readonly units: number }
  /** Each unit gets so many ballots at most, of which no score may be shown; `name`: null for every category. */
  | { readonly kind: 'closed'; readonly name: string | null; readonly ballots: number };

/** @param categories those that the round is about, without empty ones */
export function whoFlaws(
  who: Who,
  categories: readonly UnitsOf[],
  rules: CountingRules,
): readonly WhoFlaw[] {
  const isClosed = (ballots: number) => !mayShow(ballots, rules);
  if (who.kind === 'ring') {
    const short = categories.flatMap(({ name, count }): readonly WhoFlaw[] =>
      who.next >= count ? [{ kind: 'too-few', name, units: count }] : [],
    );
    return isClosed(who.next)
      ? [...short, { kind: 'closed', name: null, ballots: who.next }]
      : short;
  }
  if (who.within === 'all') {
    const ballots = categories.reduce((sum, { count }) => sum + count, 0) - 1;
    return isClosed(ballots) ? [{ kind: 'closed', name: null, ballots: Math.max(0, ballots) }] : [];
  }
  // Who has the same parent is known only once units have one.
  if (who.within === 'parent') return [];
  return categories.flatMap(({ name, count }): readonly WhoFlaw[] =>
    isClosed(count - 1) ? [{ kind: 'closed', name, ballots: count - 1 }] : [],
  );
}
