// A group's value where each ballot counts a number of times: the same as `groupValue` of as many totals, without making them.
import { countsAsNone } from '../../scoring/counting.ts';
import { leftOf } from '../../scoring/means.ts';
import { rational, type Rational } from '../../scoring/rational.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import { storedDecimal } from '../../scoring/stored-decimal.ts';
import type { JudgingGroup } from './judged.ts';
import { overOne } from './ratings.ts';

export interface OrderedBallots {
  readonly weight: Rational;
  /** In ascending order, over `denominator`. */
  readonly parts: readonly bigint[];
  readonly denominator: bigint;
  /** Whose each of them is, by the number that its seat is given. */
  readonly raters: readonly number[];
}

export function ordered(
  { weight, ballots }: Pick<JudgingGroup, 'weight' | 'ballots'>,
  numberOf: (seat: string) => number,
): OrderedBallots {
  const { parts, denominator } = overOne(ballots.map(({ total }) => total));
  const order = [...parts.entries()].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    weight,
    parts: order.map(([, part]) => part),
    denominator,
    raters: order.map(([place]) => numberOf(ballots[place]?.seat ?? '')),
  };
}

/** @param times how often each rater counts, by its number; null where nobody is left, or too few that count */
export function weightedValue(
  { parts, denominator, weight, raters }: OrderedBallots,
  rules: CountingRules,
  times: ArrayLike<number>,
): Rational | null {
  const counts = raters.map((rater) => times[rater] ?? 0);
  const count = counts.reduce((sum, n) => sum + n, 0);
  if (count === 0 || countsAsNone(count, weight, rules)) return null;
  const { spread } = rules;
  const left = leftOf(count, spread);
  const from = (count - left) / 2;
  if (spread.kind !== 'cap' || count < CAPPED_FROM)
    return centreOf({ parts, counts, denominator, from, left }, rules.centre);
  const margin = storedDecimal(spread.margin);
  // Over the mean's denominator and the margin's, every bound is whole.
  const unit = BigInt(count) * margin.d;
  const mean = margin.d * sumBetween({ parts, counts, from: 0, left: count });
  const reach = margin.n * denominator * BigInt(count);
  const capped = parts.map((part) => within(part * unit, mean - reach, mean + reach));
  return centreOf(
    { parts: capped, counts, denominator: denominator * unit, from, left },
    rules.centre,
  );
}

/** Fewer totals than these are not capped: see `spreadEach`. */
const CAPPED_FROM = 3;

/** `left` of the totals from the place `from` on, counted from the lowest, each as often as its count says. */
interface Run {
  readonly parts: readonly bigint[];
  readonly counts: readonly number[];
  readonly from: number;
  readonly left: number;
}

function centreOf(
  run: Run & { readonly denominator: bigint },
  centre: 'mean' | 'median',
): Rational {
  const { from, left, denominator } = run;
  if (centre === 'mean') return rational(sumBetween(run), BigInt(left) * denominator);
  const [lower, upper] = [Math.floor((left - 1) / 2), Math.floor(left / 2)];
  const middle = upper - lower + 1;
  const sum = sumBetween({ ...run, from: from + lower, left: middle });
  return rational(sum, BigInt(middle) * denominator);
}

function sumBetween({ parts, counts, from, left }: Run): bigint {
  let sum = 0n;
  let before = 0;
  for (const [place, part] of parts.entries()) {
    const count = counts[place] ?? 0;
    const taken = Math.min(before + count, from + left) - Math.max(before, from);
    before += count;
    if (taken === 1) sum += part;
    else if (taken > 1) sum += part * BigInt(taken);
  }
  return sum;
}

function within(value: bigint, low: bigint, high: bigint): bigint {
  return value < low ? low : value > high ? high : value;
}
