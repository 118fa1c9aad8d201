// Ranks from exact scores, and the decimals it takes to show them without contradiction [R8].

import { toFraction } from './fractions.ts';
import { compare, toDecimal } from './rational.ts';
import type { Rational } from './rational.ts';

export type Ranked<T> = {
  readonly key: T;
  readonly score: Rational | null;
  /** 1 is the highest score; null where there is no score. */
  readonly rank: number | null;
};

/** The decimals that are shown where no more are needed. */
const FEWEST_DECIMALS = 2;

/**
 * The entries, highest score first; equal scores share a rank (1, 2, 2, 4) and keep their order.
 * Entries without a score have no rank and stand last.
 */
export function rank<T>(
  entries: readonly { readonly key: T; readonly score: Rational | null }[],
): readonly Ranked<T>[] {
  const ranked: Ranked<T>[] = [];
  for (const { key, score } of [...entries].sort((a, b) => highestFirst(a.score, b.score))) {
    const above = ranked[ranked.length - 1];
    const shares = above !== undefined && highestFirst(above.score, score) === 0;
    ranked.push({ key, score, rank: score && (shares ? above.rank : ranked.length + 1) });
  }
  return ranked;
}

/**
 * For each score the fewest decimals, at least 2, with which it reads differently from every other that differs; null ones
 * get 2. Only those that would read alike get more, so that one near tie does not lengthen the whole board.
 *
 * @param scores those shown together, in any order
 */
export function decimalsEach(scores: readonly (Rational | null)[]): readonly number[] {
  const sorted = scores.filter((score) => score !== null).sort(compare);
  const places = new Map<string, number>();
  for (const [index, score] of sorted.entries()) {
    const next = sorted[index + 1];
    // Rounding keeps the order, so it is enough that each differs from the next one up.
    const needed = next === undefined || compare(score, next) === 0 ? 0 : apart(score, next);
    for (const one of [score, next])
      if (one) {
        const key = toFraction(one);
        places.set(key, Math.max(places.get(key) ?? FEWEST_DECIMALS, needed));
      }
  }
  return scores.map((score) =>
    score === null ? FEWEST_DECIMALS : (places.get(toFraction(score)) ?? FEWEST_DECIMALS),
  );
}

function apart(a: Rational, b: Rational): number {
  let places = FEWEST_DECIMALS;
  while (toDecimal(a, places) === toDecimal(b, places)) places += 1;
  return places;
}

function highestFirst(a: Rational | null, b: Rational | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}
