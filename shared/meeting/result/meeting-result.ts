// A meeting's result: what results/1 computes of its revealed scores, its columns, adjustments and vetoes (RESULTS.md).
import type { RoundId } from '../../ids.ts';
import { remembered } from '../../remembered.ts';
import type { Component, ScoredCase, Source, TieRule } from '../../results/case.ts';
import type { Scores } from '../../results/components.ts';
import { isPlanFlaw, Refused, type PlanFlaw } from '../../results/refused.ts';
import { resultFrom, type Result } from '../../results/result.ts';
import type { Scored } from '../../results/rounds.ts';
import { fromShare, type Rational } from '../../scoring/rational.ts';
import type { Meeting } from '../state.ts';
import { inputOf, type ResultInput } from './input.ts';
import type { PlanNode, PlanRules, PlanSource, PlanTie } from './plan.ts';
import { columnsIn, drawsIn, earlierIn, planOf } from './plans.ts';

export type MeetingResult =
  | { readonly ok: true; readonly result: Omit<Result, 'votes'> }
  | { readonly ok: false; readonly flaw: PlanFlaw; readonly at: string };

/** The result by the plan that stands; null without one. */
export const meetingResult = remembered((meeting: Meeting): MeetingResult | null => {
  const plan = planOf(meeting);
  return plan && resultBy(inputOf(meeting), plan);
});

/** What it comes to by these rules, whether or not they are adopted; why it does not, where they contradict it. */
export function resultBy(input: ResultInput, plan: PlanRules): MeetingResult {
  try {
    return { ok: true, result: resultFrom(caseOf(input, plan), scoresOf(input)) };
  } catch (error) {
    if (error instanceof Refused && isPlanFlaw(error.flaw))
      return { ok: false, flaw: error.flaw, at: error.at };
    throw error;
  }
}

/** No meeting has a round of this name: it holds the place where a leaf asks for all and there is none. */
const NO_ROUND = 'no-round';

function caseOf(input: ResultInput, plan: PlanRules): ScoredCase {
  const { subjects, groups, rounds, period, entries, vetoes, draws } = input;
  const weights = new Map(plan.roundWeights?.map(({ round, weight }) => [round, weight]));
  const component = (tree: PlanNode) => componentOf(tree, rounds);
  return {
    ...{ subjects, groups, vetoes, experts: [] },
    rounds: [
      ...rounds.map((id) => ({ id, weight: weights.get(id) })),
      ...(rounds.length === 0 ? [{ id: NO_ROUND }] : []),
    ],
    ...comingIn(input, plan),
    adjustments: {
      ...{ period, entries, kinds: plan.kinds },
      ...{ bonusCap: plan.bonusCap, deductionCap: plan.deductionCap, clamp: plan.clamp },
    },
    draws: drawsIn(plan).map((item) => ({
      id: item,
      order: draws.filter((draw) => draw.item === item).at(-1)?.order ?? [],
    })),
    result: {
      tree: plan.tree && component(plan.tree),
      trees:
        plan.trees &&
        Object.fromEntries(
          Object.entries(plan.trees).map(([category, tree]) => [category, component(tree)]),
        ),
      tieBreak: plan.tieBreak.map((rule) => tieOf(rule, rounds)),
    },
    grades: plan.grades ?? null,
    consequences: plan.consequences,
  };
}

function componentOf(node: PlanNode, rounds: readonly RoundId[]): Component {
  const { id, weight, points } = node;
  if ('source' in node) return { id, weight, points, source: sourceOf(node.source, rounds) };
  const { combine, missing } = node;
  const children = node.children.map((child) => componentOf(child, rounds));
  return { ...{ id, weight, points, combine, missing }, children };
}

function sourceOf(source: PlanSource, rounds: readonly RoundId[]): Source {
  return 'rounds' in source ? { rounds: named(source.rounds, rounds) } : source;
}

function tieOf(rule: PlanTie, rounds: readonly RoundId[]): TieRule {
  return 'group' in rule ? { group: rule.group, rounds: named(rule.rounds, rounds) } : rule;
}

function named(wanted: 'all' | readonly RoundId[], all: readonly RoundId[]): readonly string[] {
  if (wanted !== 'all') return wanted;
  return all.length === 0 ? [NO_ROUND] : all;
}

/** Columns and earlier results that leaves ask for, and all that are there; one that has not come yet is empty. */
function comingIn(
  { columns, earlier }: ResultInput,
  plan: PlanRules,
): Pick<ScoredCase, 'imported' | 'earlier'> {
  const absent = earlierIn(plan).filter((id) => !earlier.some((one) => one.id === id));
  return {
    imported: [...columnsIn(plan).keys()].map(
      (id) => columns.find((one) => one.id === id) ?? { id, max: '100', values: {} },
    ),
    earlier: [
      ...earlier.map((one) => ({ ...one, root: 'root' })),
      ...absent.map((id) => ({ id, root: 'root', values: {}, grades: {} })),
    ],
  };
}

function scoresOf({ rounds, scores }: ResultInput): Scores {
  const by = new Map<string, Map<string, Scored>>(
    [...rounds, NO_ROUND].map((id) => [id, new Map()]),
  );
  for (const { round, subject, score, groups } of scores)
    by.get(round)?.set(subject, {
      score: score === null ? null : valueOf(score),
      groups: new Map(Object.entries(groups).map(([group, value]) => [group, valueOf(value)])),
    });
  return { rounds: by };
}

function valueOf(text: string): Rational {
  const value = fromShare(text);
  if (!value) throw new Error(`not a fraction: ${text}`);
  return value;
}
