// The worked example as it is read: figures in two decimals, each with what becomes of it.

import { exampleTotals, type Situation } from './example-totals.ts';
import { FEWEST_DECIMALS } from './rank.ts';
import { rational, toDecimal, type Rational } from './rational.ts';
import type { CountingRules } from './scheme.ts';
import { worked, type Worked, type WorkedGroup } from './worked.ts';

export interface ExampleGroup {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly totals: readonly {
    readonly total: string;
    readonly fate: 'stays' | 'dropped' | 'moved';
    /** Where it was moved to. */
    readonly to: string | null;
  }[];
  /** How many are left after the spread. */
  readonly left: number;
  readonly value: string | null;
  readonly product: string | null;
  readonly out: WorkedGroup['out'];
  readonly shown: boolean;
}

export interface Example {
  readonly groups: readonly ExampleGroup[];
  readonly products: string;
  readonly weights: number;
  readonly score: string | null;
  readonly why: Worked['why'];
}

/** What the rules make of the invented totals, with the meeting's own groups and weights. */
export function exampleOf(
  groups: readonly { readonly id: string; readonly name: string; readonly weight: number }[],
  rules: CountingRules,
  situation: Situation,
): Example {
  const weighted = groups.map(({ id, weight }) => ({ id, weight: rational(weight) }));
  const totals = exampleTotals(weighted, situation, rules.floor);
  const made = worked(
    weighted.map((group) => ({ ...group, totals: totals.get(group.id) ?? [] })),
    rules,
  );
  const counted = made.groups.map(({ out }) => out === null);
  return {
    groups: groups.flatMap((group, n) => {
      const one = made.groups[n];
      return one ? [{ ...group, ...shownGroup(one) }] : [];
    }),
    products: decimal(made.products),
    weights: groups.reduce((sum, { weight }, n) => sum + (counted[n] ? weight : 0), 0),
    score: made.score && decimal(made.score),
    why: made.why,
  };
}

function shownGroup({
  totals,
  value,
  product,
  out,
  shown,
}: WorkedGroup): Omit<ExampleGroup, 'id' | 'name' | 'weight'> {
  return {
    totals: totals.map(({ total, after }) => {
      const isMoved = after !== null && (after.n !== total.n || after.d !== total.d);
      return {
        total: decimal(total),
        fate: after === null ? 'dropped' : isMoved ? 'moved' : 'stays',
        to: isMoved ? decimal(after) : null,
      };
    }),
    left: totals.filter(({ after }) => after !== null).length,
    value: value && decimal(value),
    product: product && decimal(product),
    ...{ out, shown },
  };
}

function decimal(value: Rational): string {
  return toDecimal(value, FEWEST_DECIMALS);
}
