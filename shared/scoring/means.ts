// What many totals become: spread, centre, and a mean by weights (RESULTS.md §2).
import { add, subtract, sum } from './sums.ts';
import { compare, divide, multiply, rational, type Rational } from './rational.ts';

/** Fewer totals than these are neither trimmed nor capped. */
const FEWEST = 3;

/** The t highest and the t lowest go, where at least three are left. */
type TrimRule = { readonly kind: 'trim'; readonly t: number };

export type SpreadRule =
  | { readonly kind: 'none' }
  | TrimRule
  /** Each is moved to the nearest value within the margin of their mean, where there are at least three. */
  | { readonly kind: 'cap'; readonly margin: Rational };

/** The fewest totals of which any are dropped. */
export function trimmedFrom({ t }: TrimRule): number {
  return 2 * t + FEWEST;
}

/** How many of so many totals are left after the spread. */
export function leftOf(
  count: number,
  spread: { readonly kind: 'none' | 'cap' } | TrimRule,
): number {
  const left = spread.kind === 'trim' ? count - 2 * spread.t : count;
  return left < FEWEST ? count : left;
}

/** Each total as it is after the spread, in the order given; null is dropped. */
export function spreadEach(
  totals: readonly Rational[],
  spread: SpreadRule,
): readonly (Rational | null)[] {
  switch (spread.kind) {
    case 'none':
      return totals;
    case 'trim': {
      const left = leftOf(totals.length, spread);
      if (left === totals.length) return totals;
      const sorted = [...totals.entries()].sort(([, a], [, b]) => compare(a, b));
      const kept = new Set(sorted.slice(spread.t, spread.t + left).map(([place]) => place));
      return totals.map((total, place) => (kept.has(place) ? total : null));
    }
    case 'cap': {
      if (totals.length < FEWEST) return totals;
      const middle = mean(totals);
      const [low, high] = [subtract(middle, spread.margin), add(middle, spread.margin)];
      return totals.map((total) => within(total, low, high));
    }
  }
}

/** Their mean or median. @throws RangeError of nothing. */
export function centreOf(values: readonly Rational[], centre: 'mean' | 'median'): Rational {
  if (centre === 'mean') return mean(values);
  const sorted = [...values].sort(compare);
  const [lower, upper] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return mean(sorted.slice(lower, upper + 1));
}

/** Σ weight · value / Σ weight over those with a value; null where these weigh nothing. */
export function weightedMean(
  shares: readonly { readonly weight: Rational; readonly value: Rational | null }[],
): Rational | null {
  const there = shares.flatMap(({ weight, value }) => (value ? [{ weight, value }] : []));
  const whole = sum(there.map(({ weight }) => weight));
  if (whole.n === 0n) return null;
  return divide(sum(there.map(({ weight, value }) => multiply(weight, value))), whole);
}

/** The value, or the bound that it lies beyond. */
export function within(value: Rational, low: Rational, high: Rational): Rational {
  return compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value;
}

function mean(values: readonly Rational[]): Rational {
  return divide(sum(values), rational(values.length));
}
