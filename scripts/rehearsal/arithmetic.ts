// The results once more, in plain fractions and from the rehearsal's own books: nothing of the server's arithmetic is used.
import type { Choice } from '../../shared/ballots/ballot.ts';
import { own } from '../../shared/own.ts';

export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

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
 * 100 · Σ w·s/max ÷ Σ w for each ballot, the mean of them in each group, the groups weighted; groups without a ballot
 * are left out. null where nobody scored.
 */
export function plainScore(
  criteria: readonly PlainCriterion[],
  groups: readonly PlainGroup[],
): Fraction | null {
  let points: Fraction = { n: 0n, d: 1n };
  let weights = 0n;
  for (const { weight, choices } of groups) {
    const totals = choices.flatMap((choice) =>
      choice.kind === 'scores' ? [ballotTotal(criteria, choice.scores)] : [],
    );
    if (weight === 0 || totals.length === 0) continue;
    const sum = totals.reduce(plus, { n: 0n, d: 1n });
    points = plus(points, { n: BigInt(weight) * sum.n, d: sum.d * BigInt(totals.length) });
    weights += BigInt(weight);
  }
  return weights === 0n ? null : reduced({ n: points.n, d: points.d * weights });
}

/** How many ballots of weight there are: below the secrecy floor a score is withheld. */
export function scoredBallots(groups: readonly PlainGroup[]): number {
  return groups
    .filter(({ weight }) => weight > 0)
    .reduce((sum, { choices }) => sum + choices.filter(({ kind }) => kind === 'scores').length, 0);
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
  let sum: Fraction = { n: 0n, d: 1n };
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
