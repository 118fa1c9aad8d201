// RESULTS.md §3: a subject's value at every node of its tree.
import type { Case, Source, Subject, TreeNode } from './case.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { scoreOver } from './rounds.ts';

export function treeOf(case_: Case, subject: Subject): TreeNode | undefined {
  const { tree, trees = {} } = case_.result;
  return Object.hasOwn(trees, subject.category) ? trees[subject.category] : tree;
}

export function allNodes(node: TreeNode): readonly TreeNode[] {
  return [node, ...(node.children ?? []).flatMap(allNodes)];
}

/** The subject's value at the node of that id, or at its root; undefined where it has none or its tree no such node. */
export function valueAt(case_: Case, subject: Subject, id: string | null): Fraction | undefined {
  const root = treeOf(case_, subject);
  if (root === undefined) return undefined;
  const node = id === null || id === '' ? root : allNodes(root).find((each) => each.id === id);
  return node === undefined ? undefined : nodeValue(case_, subject, node);
}

function nodeValue(case_: Case, subject: Subject, node: TreeNode): Fraction | undefined {
  if (node.children === undefined) return sourceValue(case_, subject, node.source!);
  const parts: { weight: Fraction; value: Fraction }[] = [];
  for (const child of node.children) {
    const weight = f.num(node.combine === 'points' ? child.points! : child.weight!);
    // Shown, and changes nothing: not even by having no value.
    if (f.equal(weight, f.ZERO)) continue;
    const value = nodeValue(case_, subject, child);
    if (value !== undefined) parts.push({ weight, value });
    else if (node.missing === 'zero') parts.push({ weight, value: f.ZERO });
    else if (node.missing === 'incomplete') return undefined;
  }
  return f.weighted(parts);
}

function sourceValue(case_: Case, subject: Subject, source: Source): Fraction | undefined {
  if ('rounds' in source) return scoreOver(case_, source.rounds, subject);
  if ('imported' in source) {
    const column = case_.imported.find(({ id }) => id === source.imported)!;
    const value = column.values[subject.id];
    return value === undefined
      ? undefined
      : f.by(f.times(f.HUNDRED, f.num(value)), f.num(column.max));
  }
  if ('earlier' in source) {
    const past = case_.earlier.find(({ id }) => id === source.earlier)!;
    const node = source.node ?? past.root!;
    const value = past.values[subject.id]?.[node];
    if (value === undefined) return undefined;
    return source.node === 'total'
      ? f.least(f.greatest(f.num(value), f.ZERO), f.HUNDRED)
      : f.num(value);
  }
  if ('expert' in source) {
    const { entries } = case_.experts.find(({ id }) => id === source.expert)!;
    const taken = entries
      .filter((entry) => entry.subject === subject.id && entry.state === 'confirmed')
      .map((entry) => f.num(entry.points));
    const max = f.num(source.max);
    return f.by(f.times(f.HUNDRED, f.greatest(f.ZERO, f.minus(max, f.sum(taken)))), max);
  }
  const parent = case_.subjects.find(({ id }) => id === subject.parent);
  return parent === undefined ? undefined : valueAt(case_, parent, source.parent);
}
