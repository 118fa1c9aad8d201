// One subject counted step by step, as one would on paper, by the same functions that count a meeting (R15).

import { afterSpread, countsAsNone, valueOf, type NoScore } from './counting.ts';
import { mayShow } from './floor.ts';
import { multiply, type Rational } from './rational.ts';
import { sum } from './sums.ts';
import type { CountingRules } from './scheme.ts';
import { tallySubject } from './tally.ts';

export type WorkedGroup = {
  readonly id: string;
  readonly weight: Rational;
  /** In the order given, each with what the spread makes of it; null is dropped. */
  readonly totals: readonly { readonly total: Rational; readonly after: Rational | null }[];
  /** The mean or median of what is left, in the score or not; null without totals. */
  readonly value: Rational | null;
  /** Why it is not in the score; null where it is. */
  readonly out: 'no-ballots' | 'below-floor' | 'no-weight' | null;
  /** Whether its value would be shown alone, as far as its own ballots go. */
  readonly shown: boolean;
  /** Weight · value; null where it is not in the score. */
  readonly product: Rational | null;
};

export type Worked = {
  readonly groups: readonly WorkedGroup[];
  /** Over the groups in the score: the products and the weights, whose quotient the score is. */
  readonly products: Rational;
  readonly weights: Rational;
  readonly score: Rational | null;
  /** Why there is no score. */
  readonly why: NoScore | null;
};

/** @param groups each with its totals, in the order in which they are to be shown */
export function worked(
  groups: readonly {
    readonly id: string;
    readonly weight: Rational;
    readonly totals: readonly Rational[];
  }[],
  rules: CountingRules,
): Worked {
  const made = groups.map((group): WorkedGroup => {
    const { id, weight, totals } = group;
    const after = afterSpread(totals, rules);
    const value = valueOf(totals, rules);
    const out = outOf(totals.length, weight, rules);
    return {
      ...{ id, weight, value, out },
      totals: totals.map((total, n) => ({ total, after: after[n] ?? null })),
      shown: mayShow(totals.length, rules),
      product: value && out === null ? multiply(weight, value) : null,
    };
  });
  const counted = made.filter(({ out }) => out === null);
  const tally = tallySubject({
    scheme: rules,
    groups: groups.map((group) => ({ ...group, expected: group.totals.length, abstained: 0 })),
  });
  return {
    groups: made,
    products: sum(counted.flatMap(({ product }) => (product ? [product] : []))),
    weights: sum(counted.map(({ weight }) => weight)),
    score: tally.score,
    why: tally.why ?? null,
  };
}

function outOf(count: number, weight: Rational, rules: CountingRules): WorkedGroup['out'] {
  if (weight.n === 0n) return 'no-weight';
  if (count === 0) return 'no-ballots';
  return countsAsNone(count, weight, rules) ? 'below-floor' : null;
}
