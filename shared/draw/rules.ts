// How many each cell gives, and everyone's chance of being drawn (DRAW.md §4, §5).

import { toFraction } from '../scoring/fractions.ts';
import { rational } from '../scoring/rational.ts';
import { attributesOf, cellsOf, takenFrom } from './cells.ts';
import type { CellRule, Lock, LotteryPanel } from './lock-form.ts';
import { openStream } from './seed.ts';

export type Quota = Readonly<Record<string, number>>;

/**
 * q of every cell, 0 included, and the number of the lottery's panel (1, 2 …; 0 for other rules).
 * The lock must be well formed.
 */
export function quotasOf(
  lock: Lock,
  seed: Uint8Array,
): { readonly panel: number; readonly quota: Quota } {
  const { rule, pool } = lock;
  const sizes = sizesOf(lock);
  const everyCell = (count: (cell: string) => number): Quota =>
    Object.fromEntries([...sizes.keys()].map((cell) => [cell, count(cell)]));
  switch (rule.kind) {
    case 'simple':
      return { panel: 0, quota: everyCell(() => rule.k) };
    case 'fixed':
      return { panel: 0, quota: everyCell((cell) => takenFrom(rule.take, cell)) };
    case 'proportional': {
      const stream = openStream(seed, 'round');
      const rounded = proportional(sizes, rule.k, () => stream.below(pool.length));
      return { panel: 0, quota: everyCell((cell) => rounded.get(cell) ?? 0) };
    }
    case 'lottery': {
      const u = openStream(seed, 'panel').below(weightOf(rule.panels));
      const { panel, number } = panelAt(rule.panels, u);
      return { panel: number, quota: everyCell((cell) => takenFrom(panel.take, cell)) };
    }
    default:
      return rule satisfies never;
  }
}

/**
 * Each cell's share k·n/N rounded down or up, so that everyone's chance is exactly k/N over the
 * N equally likely values of u (systematic sampling of the remainders).
 *
 * @param sizes members of each cell, cells sorted
 * @param draw gives u, 0..N−1; not called where no share has a remainder
 */
export function proportional(
  sizes: ReadonlyMap<string, number>,
  k: number,
  draw: () => number,
): ReadonlyMap<string, number> {
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const shares = [...sizes].map(([cell, size]) => ({
    cell,
    whole: Math.floor((k * size) / total),
    remainder: (k * size) % total,
  }));
  const u = shares.some((share) => share.remainder !== 0) ? draw() : 0;
  // How many of the points u, u + N, u + 2N … lie below x; u < N, so never less than none.
  const pointsBelow = (x: number): number => (x <= u ? 0 : Math.ceil((x - u) / total));
  let before = 0;
  return new Map(
    shares.map(({ cell, whole, remainder }) => {
      const extra = pointsBelow(before + remainder) - pointsBelow(before);
      before += remainder;
      return [cell, whole + extra];
    }),
  );
}

/** The first panel whose cumulated weight exceeds u, 0..W−1, and its number from 1 on. */
export function panelAt(
  panels: readonly LotteryPanel[],
  u: number,
): { readonly panel: LotteryPanel; readonly number: number } {
  let cumulated = 0;
  for (const [index, panel] of panels.entries()) {
    cumulated += panel.w;
    if (cumulated > u) return { panel, number: index + 1 };
  }
  throw new RangeError('panelAt: u is 0..W−1');
}

/**
 * Everyone's chance of being drawn, by cell, as a reduced fraction "n/d": k/N for the simple and
 * proportional rules, take/n_c for the fixed one, Σ w·take_c / (W·n_c) for a lottery.
 */
export function inclusion(lock: Lock): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...sizesOf(lock)].map(([cell, size]) => [cell, chance(lock.rule, cell, size, lock)]),
  );
}

function chance(rule: CellRule, cell: string, size: number, { pool }: Lock): string {
  switch (rule.kind) {
    case 'simple':
    case 'proportional':
      return toFraction(rational(rule.k, pool.length));
    case 'fixed':
      return toFraction(rational(takenFrom(rule.take, cell), size));
    case 'lottery': {
      // BigInt: W·n_c can pass 2^53.
      const taken = rule.panels.reduce(
        (sum, { w, take }) => sum + BigInt(w) * BigInt(takenFrom(take, cell)),
        0n,
      );
      return toFraction(rational(taken, BigInt(weightOf(rule.panels)) * BigInt(size)));
    }
    default:
      return rule satisfies never;
  }
}

function sizesOf(lock: Lock): ReadonlyMap<string, number> {
  const cells = cellsOf(lock.pool, attributesOf(lock.rule));
  return new Map([...cells].map(([cell, members]) => [cell, members.length]));
}

function weightOf(panels: readonly LotteryPanel[]): number {
  return panels.reduce((sum, panel) => sum + panel.w, 0);
}
