// A plan while it is edited: its trees, and the texts in which lists of shares and multipliers are typed.
import type { CategoryId } from '../../../shared/ids.ts';
import type { PlanBranch, PlanNode, PlanRules } from '../../../shared/meeting/result/plan.ts';
import { nodesIn, treesIn } from '../../../shared/meeting/result/plans.ts';
import { own } from '../../../shared/own.ts';
import { multiply, fromShare, rational } from '../../../shared/scoring/rational.ts';
import { shortest } from '../../../shared/views/numbers/shown-rows.ts';

/** Whose tree: that of a category, or the one for all. */
export type TreeOf = CategoryId | 'all';

/** The tree of a category; null where it has none of its own. */
export function treeAt({ tree, trees = {} }: PlanRules, of: TreeOf): PlanNode | null {
  return (of === 'all' ? tree : own<string, PlanNode>(trees, of)) ?? null;
}

/** @param tree null takes it away */
export function withTree(plan: PlanRules, of: TreeOf, tree: PlanNode | null): PlanRules {
  const { tree: general, trees = {}, ...rest } = plan;
  const others = Object.fromEntries(Object.entries(trees).filter(([id]) => id !== of));
  const apart = of === 'all' || !tree ? others : { ...others, [of]: tree };
  const all = of === 'all' ? tree : general;
  return {
    ...rest,
    ...(all ? { tree: all } : {}),
    ...(Object.keys(apart).length > 0 ? { trees: apart } : {}),
  };
}

/** The tree with one of its nodes changed, or without it. */
export function changed(
  tree: PlanNode,
  id: string,
  change: (node: PlanNode) => PlanNode | null,
): PlanNode {
  if (tree.id === id) return change(tree) ?? tree;
  if (!('children' in tree)) return tree;
  const children = tree.children.flatMap((child): readonly PlanNode[] => {
    const next = child.id === id ? change(child) : changed(child, id, change);
    return next ? [next] : [];
  });
  return { ...tree, children };
}

/** A leaf below a node; a leaf that gets one becomes a part, and what it drew on goes into the first below it. */
export function withLeaf(plan: PlanRules, node: PlanNode, name: string): PlanNode {
  const taken = new Set(
    treesIn(plan)
      .flatMap(nodesIn)
      .map(({ id }) => id),
  );
  const fresh = () => {
    let n = taken.size;
    while (taken.has(`c${String(n)}`)) n += 1;
    taken.add(`c${String(n)}`);
    return `c${String(n)}`;
  };
  const leaf = (combine: PlanBranch['combine'], named: string): PlanNode => {
    const id = fresh();
    return { id, name: named, [sizeKey(combine)]: '10', source: { imported: id } };
  };
  if ('children' in node)
    return { ...node, children: [...node.children, leaf(node.combine, name)] };
  const { source, ...rest } = node;
  const below: PlanNode = { id: fresh(), name: node.name, weight: '50', source };
  return {
    ...rest,
    ...{ combine: 'weighted', missing: 'incomplete' },
    children: [below, { ...leaf('weighted', name), weight: '50' }],
  };
}

/** Under which name a node's size stands. */
export function sizeKey(combine: PlanBranch['combine']): 'weight' | 'points' {
  return combine === 'points' ? 'points' : 'weight';
}

/** A part that adds up otherwise: what its parts weigh stays the same numbers. */
export function combining(node: PlanNode, combine: PlanBranch['combine']): PlanNode {
  if (!('children' in node)) return node;
  const children = node.children.map(({ weight, points, ...child }): PlanNode => ({
    ...child,
    [sizeKey(combine)]: (node.combine === 'points' ? points : weight) ?? '1',
  }));
  return { ...node, combine, children };
}

/** All parts of the tree treat a missing score alike. */
export function missingAs(node: PlanNode, missing: PlanBranch['missing']): PlanNode {
  if (!('children' in node)) return node;
  return {
    ...node,
    missing,
    children: node.children.map((child) => missingAs(child, missing)),
  };
}

/** The list with these instead of the one at this place; past its end they are added. */
export function replaced<T>(list: readonly T[], place: number, by: readonly T[]): readonly T[] {
  return [...list.slice(0, place), ...by, ...list.slice(place + 1)];
}

const BETWEEN = /[、,，;；\s]+/u;

export function listIn(text: string): readonly string[] {
  return text.split(BETWEEN).filter((one) => one !== '');
}

/** "20%" is "0.2"; anything else stays as it is typed. */
export function shareIn(text: string): string {
  const [, percent] = /^(\d+(?:\.\d+)?)[%％]$/.exec(text) ?? [];
  if (percent === undefined) return text;
  const value = fromShare(percent);
  return value ? shortestShare(multiply(value, rational(1, 100))) : text;
}

function shortestShare(value: { readonly n: bigint; readonly d: bigint }): string {
  const decimal = Number(value.n) / Number(value.d);
  return String(Number(decimal.toFixed(6)));
}

/** "0.2" is "20%". */
export function shareText(share: string): string {
  const value = fromShare(share);
  return value ? `${shortest(multiply(value, rational(100)))}%` : share;
}

/** "重点工作=2、试点=1.5" by name; null where a part of it has no number. */
export function numbersIn(text: string): Readonly<Record<string, string>> | null {
  const parts = text.split(/[、,，;；]+/u).filter((one) => one.trim() !== '');
  const pairs = parts.map((part) => part.split(/[=＝:：]/u).map((one) => one.trim()));
  const isSound = pairs.every(([name = '', number = '', ...more]) => {
    return name !== '' && more.length === 0 && fromShare(shareIn(number)) !== null;
  });
  return isSound
    ? Object.fromEntries(pairs.map(([name = '', number = '']) => [name, shareIn(number)]))
    : null;
}

export function numbersText(
  numbers: Readonly<Record<string, string>>,
  asShares: boolean,
  and: string,
): string {
  return Object.entries(numbers)
    .map(([name, number]) => `${name}=${asShares ? shareText(number) : number}`)
    .join(and);
}
