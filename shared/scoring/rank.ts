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

function highestFirst(a: Rational | null, b: Rational | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(b, a);
}
