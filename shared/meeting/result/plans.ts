// What is asked of result plans: the one that stands, its trees and their nodes, what they draw on.
import type { CategoryId, ItemId } from '../../ids.ts';
import { own } from '../../own.ts';
import type { Meeting } from '../state.ts';
import type { PlanNode, PlanRules, PlanSource, ResultPlan } from './plan.ts';

/** The plan that stands; null where a meeting has none, and its result is the score of its rounds. */
export function planOf({ plans }: Pick<Meeting, 'plans'>): ResultPlan | null {
  const last = plans.at(-1);
  return last && treesIn(last).length > 0 ? last : null;
}

/** Whether people have come, so that a change of the plan is a change of what they came for. */
export function hasBegun({ rounds, seats }: Pick<Meeting, 'rounds' | 'seats'>): boolean {
  return rounds.size > 0 || [...seats.values()].some(({ present }) => present);
}

export function planOfVersion(
  { plans }: Pick<Meeting, 'plans'>,
  version: number,
): ResultPlan | null {
  return plans.find((one) => one.version === version) ?? null;
}

export function treesIn({ tree, trees = {} }: PlanRules): readonly PlanNode[] {
  return [...Object.values(trees), ...(tree ? [tree] : [])];
}

export function treeFor(
  { tree, trees = {} }: PlanRules,
  category: CategoryId | undefined,
): PlanNode | undefined {
  return (category === undefined ? undefined : own<string, PlanNode>(trees, category)) ?? tree;
}

/** A tree's nodes, each before its children. */
export function nodesIn(node: PlanNode): readonly PlanNode[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

/** The sources of all leaves of all trees. */
function sourcesIn(plan: PlanRules): readonly PlanSource[] {
  return treesIn(plan)
    .flatMap(nodesIn)
    .flatMap((node) => ('source' in node ? [node.source] : []));
}

/** The columns that leaves ask for, imported or not, each once, with the name of the first such leaf. */
export function columnsIn(plan: PlanRules): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const node of treesIn(plan).flatMap(nodesIn))
    if ('source' in node && 'imported' in node.source && !columns.has(node.source.imported))
      columns.set(node.source.imported, node.name);
  return columns;
}

/** The earlier results that leaves ask for, each once. */
export function earlierIn(plan: PlanRules): readonly string[] {
  return [...new Set(sourcesIn(plan).flatMap((one) => ('earlier' in one ? [one.earlier] : [])))];
}

/** The draws that the tie-break names. */
export function drawsIn({ tieBreak }: PlanRules): readonly ItemId[] {
  return [...new Set(tieBreak.flatMap((rule) => ('draw' in rule ? [rule.draw] : [])))];
}
