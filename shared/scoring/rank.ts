// Ranks from exact scores, and the decimals it takes to show them without contradiction [R8].

import { toFraction } from './fractions.ts';
import { compare, toDecimal } from './rational.ts';
import type { Rational } from './rational.ts';

export type Placed<T> = {
  readonly one: T;
  /** 1 is the best. */
  readonly rank: number;
  /** How many share it. */
  readonly shared: number;
};

export type Ranked<T> = {
  readonly key: T;
  readonly score: Rational | null;
  /** 1 is the highest score; null where there is no score. */
  readonly rank: number | null;
  /** How many share the rank; 0 where there is none. */
  readonly shared: number;
};

/** The decimals that are shown where no more are needed. */
export const FEWEST_DECIMALS = 2;

/**
 * The entries, the best first; those that the order does not part share a place (1, 2, 2, 4) and keep theirs.
 *
 * @param order negative where the first is better
 */
export function places<T>(
  entries: readonly T[],
  order: (a: T, b: T) => number,
): readonly Placed<T>[] {
  const alike: T[][] = [];
  for (const one of [...entries].sort(order)) {
    const above = alike[alike.length - 1];
    if (above?.[0] !== undefined && order(above[0], one) === 0) above.push(one);
    else alike.push([one]);
  }
  let before = 0;
  return alike.flatMap((sharing) => {
    const rank = before + 1;
    before += sharing.length;
    return sharing.map((one) => ({ one, rank, shared: sharing.length }));
  });
}

/** The entries by score, highest first; those without one have no rank and stand last. */
export function rank<T>(
  entries: readonly { readonly key: T; readonly score: Rational | null }[],
): readonly Ranked<T>[] {
  const scored = entries.flatMap(({ key, score }) => (score ? [{ key, score }] : []));
  return [
    ...places(scored, (a, b) => compare(b.score, a.score)).map(({ one, ...place }) => ({
      ...one,
      ...place,
    })),
    ...entries
      .filter(({ score }) => score === null)
      .map(({ key, score }) => ({ key, score, rank: null, shared: 0 })),
  ];
}

/**
 * For each score few decimals, at least 2, with which it reads differently from every other that differs; null ones get 2. Only
 * those that would read alike get more, so that one near tie does not lengthen the whole board.
 *
 * @param scores those shown together, in any order
 */
export function decimalsEach(scores: readonly (Rational | null)[]): readonly number[] {
  const different = new Map(
    scores.flatMap((score) => (score === null ? [] : [[toFraction(score), score] as const])),
  );
  const sorted = [...different.values()].sort(compare);
  const places = sorted.map(() => FEWEST_DECIMALS);
  const decimalsOf = (n: number) => places[n] ?? FEWEST_DECIMALS;
  // Rounding keeps the order, so it is enough that each differs from the next one up. What two need may make one of them read
  // like its other neighbour: 86.0049 and 86.0050 differ in two decimals and not in three.
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const [n, score] of sorted.entries()) {
      const next = sorted[n + 1];
      if (next === undefined) continue;
      let most = Math.max(decimalsOf(n), decimalsOf(n + 1));
      if (!readAlike(score, decimalsOf(n), next, decimalsOf(n + 1))) continue;
      while (toDecimal(score, most) === toDecimal(next, most)) most += 1;
      places[n] = places[n + 1] = most;
      isSettled = false;
    }
  }
  const found = new Map(sorted.map((score, n) => [toFraction(score), decimalsOf(n)]));
  return scores.map((score) =>
    score === null ? FEWEST_DECIMALS : (found.get(toFraction(score)) ?? FEWEST_DECIMALS),
  );
}

/** Each in its own decimals: 86.00 reads like 86.000. */
function readAlike(a: Rational, ofA: number, b: Rational, ofB: number): boolean {
  const zeros = (more: number) => '0'.repeat(Math.max(0, more));
  return toDecimal(a, ofA) + zeros(ofB - ofA) === toDecimal(b, ofB) + zeros(ofA - ofB);
}
