// The results once more, in plain fractions and from the rehearsal's own books: nothing of the server's arithmetic is used.
import type { Choice } from '../../shared/ballots/ballot.ts';
import { own } from '../../shared/own.ts';
import type { CountingRules } from '../../shared/scoring/scheme.ts';

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const NOTHING: Fraction = { n: 0n, d: 1n };

export interface PlainCriterion {
  readonly id: string;
  readonly max: number;
  readonly weight: number;
}

/** One group's ballots on one unit. */
export interface PlainGroup {
  readonly weight: number;
  readonly choices: readonly Choice[];
}

/**
 * 100 · Σ w·s/max ÷ Σ w for each ballot, in each group the spread and then the mean or the median of what is left, the groups
 * weighted. null where there is no score, or none that may be shown: fewer are left in all than a value takes.
 */
export function plainScore(
  criteria: readonly PlainCriterion[],
  groups: readonly PlainGroup[],
  rules: CountingRules,
): Fraction | null {
  let points = NOTHING;
  let weights = 0n;
  let counted = 0;
  for (const { weight, choices } of groups) {
    if (weight === 0) continue;
    const totals = choices.flatMap((choice) =>
      choice.kind === 'scores' ? [ballotTotal(criteria, choice.scores)] : [],
    );
    const left = afterSpread(totals, rules);
    if (left.length === 0 || (rules.belowFloor === 'empty' && left.length < rules.floor)) {
      if (rules.emptyGroup === 'incomplete') return null;
      continue;
    }
    const value = rules.centre === 'mean' ? meanOf(left) : medianOf(left);
    points = plus(points, { n: BigInt(weight) * value.n, d: value.d });
    weights += BigInt(weight);
    counted += left.length;
  }
  const needed = rules.centre === 'mean' ? rules.floor : 2 * rules.floor - 1;
  return weights === 0n || counted < needed
    ? null
    : reduced({ n: points.n, d: points.d * weights });
}

function afterSpread(totals: readonly Fraction[], { spread }: CountingRules): readonly Fraction[] {
  if (totals.length < 3) return totals;
  if (spread.kind === 'trim')
    return totals.length - 2 * spread.t < 3
      ? totals
      : inOrder(totals).slice(spread.t, totals.length - spread.t);
  if (spread.kind === 'none') return totals;
  const [whole = '0', part = ''] = spread.margin.split('.');
  const margin = { n: BigInt(whole + part), d: 10n ** BigInt(part.length) };
  const middle = meanOf(totals);
  const high = plus(middle, margin);
  const low = plus(middle, { n: -margin.n, d: margin.d });
  return totals.map((one) => (isGreater(one, high) ? high : isGreater(low, one) ? low : one));
}

function meanOf(values: readonly Fraction[]): Fraction {
  const { n, d } = values.reduce(plus, NOTHING);
  return { n, d: d * BigInt(values.length) };
}

function medianOf(values: readonly Fraction[]): Fraction {
  const sorted = inOrder(values);
  const half = Math.floor(sorted.length / 2);
  return meanOf(sorted.slice(sorted.length % 2 === 0 ? half - 1 : half, half + 1));
}

function inOrder(values: readonly Fraction[]): readonly Fraction[] {
  return [...values].sort((a, b) => Number(isGreater(a, b)) - Number(isGreater(b, a)));
}

/** Rounded half up to this many decimals; scores are never negative. */
export function inDecimals({ n, d }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const rounded = (2n * n * scale + d) / (2n * d);
  const digits = rounded.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

export function isGreater(a: Fraction, b: Fraction): boolean {
  return a.n * b.d > b.n * a.d;
}

function ballotTotal(
  criteria: readonly PlainCriterion[],
  scores: Readonly<Record<string, number>>,
): Fraction {
  let sum = NOTHING;
  let weights = 0n;
  for (const { id, max, weight } of criteria) {
    sum = plus(sum, { n: BigInt(weight) * BigInt(own(scores, id) ?? 0), d: BigInt(max) });
    weights += BigInt(weight);
  }
  return reduced({ n: 100n * sum.n, d: sum.d * weights });
}

function plus(a: Fraction, b: Fraction): Fraction {
  return reduced({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

function reduced({ n, d }: Fraction): Fraction {
  let [a, b] = [n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
}
