// The figures of a result's rows as every page, the minutes and the files show them (R8, R15): one function for all.
import type { SubjectId } from '../../ids.ts';
import type { OutcomeRow } from '../../meeting/result/outcome.ts';
import type { PlanNode, PlanRules } from '../../meeting/result/plan.ts';
import { treeFor } from '../../meeting/result/plans.ts';
import type { Meeting } from '../../meeting/state.ts';
import { own } from '../../own.ts';
import { fromFraction } from '../../scoring/fractions.ts';
import { decimalsEach, FEWEST_DECIMALS } from '../../scoring/rank.ts';
import {
  divide,
  fromShare,
  multiply,
  rational,
  toDecimal,
  ZERO,
  type Rational,
} from '../../scoring/rational.ts';
import { sum } from '../../scoring/sums.ts';
import type { ShownNode, ShownRow } from '../slices/result-slices.ts';

export type Figures = Omit<ShownRow, 'subject'>;

/**
 * The figures of these rows: totals with two decimals, more where two that differ would read alike.
 *
 * @param plan the one that they were computed by
 */
export function figuresOf(
  meeting: Pick<Meeting, 'subjects'>,
  plan: PlanRules,
  rows: readonly OutcomeRow[],
): ReadonlyMap<SubjectId, Figures> {
  const totals = rows.map(({ total }) => exact(total));
  const decimals = decimalsEach(totals);
  return new Map(
    rows.map((row, n) => {
      const places = decimals[n] ?? FEWEST_DECIMALS;
      const tree = treeFor(plan, meeting.subjects.get(row.subject)?.category);
      return [row.subject, figuresOfRow(row, places, tree)];
    }),
  );
}

/** One row's, with so many decimals. */
export function figuresOfRow(row: OutcomeRow, places: number, tree: PlanNode | undefined): Figures {
  const at = (text: string | undefined) => {
    const value = exact(text);
    return value && toDecimal(value, places);
  };
  return {
    nodes: tree ? nodesOf(row, tree, places) : [],
    base: at(row.base),
    bonus: at(row.bonus) ?? '',
    deduction: at(row.deduction) ?? '',
    bonusEntered: at(row.bonusEntered) ?? '',
    deductionEntered: at(row.deductionEntered) ?? '',
    total: at(row.total),
    rank: row.rank ?? null,
    categoryRank: row.categoryRank ?? null,
    grade: row.grade ?? null,
    rule: row.rule === undefined ? null : row.rule + 1,
  };
}

/** A node with its part of 100: shares go by the weights that are entered, whatever a missing one does to them. */
function nodesOf(
  { nodes }: Pick<OutcomeRow, 'nodes'>,
  tree: PlanNode,
  places: number,
): readonly ShownNode[] {
  const walk = (node: PlanNode, share: Rational, level: number): readonly ShownNode[] => {
    const value = exact(own(nodes, node.id));
    const part = value && divide(multiply(share, value), rational(100));
    const children = 'children' in node ? node.children : [];
    return [
      ...(level === 0
        ? []
        : [
            {
              ...{ id: node.id, name: node.name, level: level - 1 },
              weight: node.weight ?? node.points ?? '',
              value: value && toDecimal(value, FEWEST_DECIMALS),
              part: part && toDecimal(part, places),
              of: shortest(share),
            },
          ]),
      ...children.flatMap((child) => walk(child, shareOf(child, node, share), level + 1)),
    ];
  };
  return walk(tree, rational(100), 0);
}

/** The part of a node's share that is a child's; 0 where nothing under it weighs anything, or a weight is no number. */
export function shareOf(child: PlanNode, parent: PlanNode, share: Rational): Rational {
  if (!('children' in parent)) return ZERO;
  const sizeOf = (node: PlanNode) => {
    const text = parent.combine === 'points' ? node.points : node.weight;
    return (text === undefined ? null : fromShare(text)) ?? ZERO;
  };
  const whole = sum(parent.children.map(sizeOf));
  return whole.n <= 0n ? ZERO : divide(multiply(share, sizeOf(child)), whole);
}

/** With as many decimals as it needs, two at most. */
export function shortest(value: Rational): string {
  return toDecimal(value, FEWEST_DECIMALS).replace(/\.?0+$/, '');
}

function exact(text: string | undefined): Rational | null {
  return text === undefined ? null : fromFraction(text);
}
