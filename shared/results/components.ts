// From scores, columns, earlier results and expert reviews to a subject's base (RESULTS.md §3).
import { own } from '../own.ts';
import { weightedMean, within } from '../scoring/means.ts';
import { subtract, sum } from '../scoring/sums.ts';
import { compare, divide, multiply, rational, ZERO, type Rational } from '../scoring/rational.ts';
import { aboveZero, amount, positive } from './amount.ts';
import type { CaseSubject, Component, ComponentNode, ScoredCase, Source } from './case.ts';
import { byId, distinct, known, refuse } from './refused.ts';
import type { Scored } from './rounds.ts';

const HUNDRED = rational(100);

/** A subject's values by node of its tree; without a tree empty. */
export type Nodes = ReadonlyMap<string, Rational | null>;

export interface Scores {
  /** By round and subject. */
  readonly rounds: ReadonlyMap<string, ReadonlyMap<string, Scored>>;
}

/** The tree that computes a subject's base; undefined where there is none for it. */
export function treeOf(
  { result }: Pick<ScoredCase, 'result'>,
  { category }: Pick<CaseSubject, 'category'>,
): Component | undefined {
  return (result.trees && own<string, Component>(result.trees, category)) ?? result.tree;
}

/** All trees of a result. */
export function treesOf({ result }: Pick<ScoredCase, 'result'>): readonly Component[] {
  return [...Object.values(result.trees ?? {}), ...(result.tree ? [result.tree] : [])];
}

/** The ids of a tree's nodes, its root first. */
export function idsOf(tree: Component): readonly string[] {
  return [tree.id, ...('children' in tree ? tree.children.flatMap(idsOf) : [])];
}

/**
 * The values of every subject's nodes. Parents are computed before those that take a value of them.
 *
 * @throws Refused for a circle of parents, and for a source that names what does not exist
 */
export function valuesOf(case_: ScoredCase, scores: Scores): ReadonlyMap<string, Nodes> {
  const subjects = byId(case_.subjects);
  const values = new Map<string, Nodes>();
  const sources = sourcesOf(case_, scores);
  for (const tree of treesOf(case_)) checkTree(tree, sources, treesOf(case_));
  const compute = (subject: CaseSubject, below: readonly string[]): Nodes => {
    const done = values.get(subject.id);
    if (done) return done;
    if (below.includes(subject.id)) return refuse('circle', subject.id);
    const parent = subject.parent === undefined ? null : known(subjects, subject.parent);
    const above = parent && compute(parent, [...below, subject.id]);
    const tree = treeOf(case_, subject);
    const nodes = new Map<string, Rational | null>();
    const root = parent && treeOf(case_, parent)?.id;
    const of = (node: Component): Rational | null => {
      // Its place comes before those of its children.
      nodes.set(node.id, null);
      const value =
        'children' in node
          ? combined(node, node.children.map(of))
          : sources(node.source, subject, above && { nodes: above, root: root ?? '' });
      nodes.set(node.id, value);
      return value;
    };
    if (tree) of(tree);
    values.set(subject.id, nodes);
    return nodes;
  };
  for (const subject of case_.subjects) compute(subject, []);
  return values;
}

function checkTree(
  tree: Component,
  sources: ReturnType<typeof sourcesOf>,
  trees: readonly Component[],
): void {
  distinct(idsOf(tree));
  const everywhere = new Set(trees.flatMap(idsOf));
  const walk = (node: Component) => {
    if (!('children' in node)) {
      sources.check(node.source, everywhere);
      return;
    }
    if (node.children.length === 0) refuse('empty', node.id);
    if (node.children.every((child) => sizeOf(child, node).n === 0n))
      refuse('weights-all-zero', node.id);
    node.children.forEach(walk);
  };
  walk(tree);
}

/** Its weight, or its points where its parent adds up points. */
export function sizeOf(child: Component, { combine }: Pick<ComponentNode, 'combine'>): Rational {
  const size = combine === 'points' ? child.points : child.weight;
  return size === undefined ? refuse('unknown', `${child.id}.${combine}`) : positive(size);
}

function combined(node: ComponentNode, values: readonly (Rational | null)[]): Rational | null {
  const shares = node.children
    .map((child, n) => ({ weight: sizeOf(child, node), value: values[n] ?? null }))
    .filter(({ weight }) => weight.n > 0n);
  switch (node.missing) {
    case 'incomplete':
      return shares.every(({ value }) => value) ? weightedMean(shares) : null;
    case 'zero':
      return weightedMean(shares.map(({ weight, value }) => ({ weight, value: value ?? ZERO })));
    case 'rescale':
      return weightedMean(shares);
  }
}

/** What a source gives a subject; `check` refuses one that names what does not exist. */
function sourcesOf(case_: ScoredCase, { rounds }: Scores) {
  const columns = byId(case_.imported);
  const earlier = byId(case_.earlier);
  const experts = byId(case_.experts);
  const weights = new Map(case_.rounds.map(({ id, weight }) => [id, positive(weight ?? '1')]));
  checkColumns(case_);

  const value = (
    source: Source,
    { id }: CaseSubject,
    parent: { readonly nodes: Nodes; readonly root: string } | null,
  ): Rational | null => {
    if ('rounds' in source) return joined(source.rounds, id, weights, rounds);
    if ('imported' in source) {
      const { max, values } = known(columns, source.imported);
      const given = own(values, id);
      return given === undefined ? null : divide(multiply(HUNDRED, amount(given)), aboveZero(max));
    }
    if ('earlier' in source) {
      const { root, values } = known(earlier, source.earlier);
      const node = source.node ?? root;
      const mine = own(values, id);
      const given = mine && node !== undefined ? own(mine, node) : undefined;
      if (given === undefined) return null;
      return node === 'total' ? within(amount(given), ZERO, HUNDRED) : amount(given);
    }
    if ('expert' in source) {
      const max = aboveZero(source.max);
      const deducted = known(experts, source.expert).entries.flatMap(
        ({ subject, points, state }) =>
          subject === id && state === 'confirmed' ? [aboveZero(points)] : [],
      );
      const left = subtract(max, sum(deducted));
      return divide(multiply(HUNDRED, compare(left, ZERO) < 0 ? ZERO : left), max);
    }
    return parent && (parent.nodes.get(named(source) ?? parent.root) ?? null);
  };
  const check = (source: Source, nodes: ReadonlySet<string>) => {
    if ('rounds' in source) {
      distinct(source.rounds);
      if (source.rounds.length === 0) refuse('empty', 'rounds');
      const sizes = source.rounds.map((id) => known(weights, id));
      if (sizes.length > 1 && sizes.every(({ n }) => n === 0n))
        refuse('weights-all-zero', 'rounds');
    } else if ('imported' in source) known(columns, source.imported);
    else if ('earlier' in source) known(earlier, source.earlier);
    else if ('expert' in source) {
      known(experts, source.expert);
      aboveZero(source.max);
    } else {
      const node = named(source);
      if (node !== null && !nodes.has(node)) refuse('unknown', node);
    }
  };
  return Object.assign(value, { check });
}

/** The node of the parent's that is meant; null for its root. */
function named({ parent }: Extract<Source, { readonly parent: unknown }>): string | null {
  return typeof parent === 'string' && parent !== '' ? parent : null;
}

function checkColumns({ subjects, imported, experts }: ScoredCase): void {
  const ids = new Set(subjects.map(({ id }) => id));
  for (const { max, values } of imported)
    for (const [id, given] of Object.entries(values)) {
      if (!ids.has(id)) refuse('unknown', id);
      if (compare(positive(given), aboveZero(max)) > 0) refuse('range', given);
    }
  for (const { entries } of experts)
    for (const { subject, points } of entries) {
      if (!ids.has(subject)) refuse('unknown', subject);
      aboveZero(points);
    }
}

/** The score in one round, or over those rounds in which there is one. */
function joined(
  ids: readonly string[],
  subject: string,
  weights: ReadonlyMap<string, Rational>,
  rounds: Scores['rounds'],
): Rational | null {
  return overRounds(
    ids.map((id) => ({
      weight: known(weights, id),
      value: known(rounds, id).get(subject)?.score ?? null,
    })),
  );
}

/** The mean over rounds by their own weights; where one round is named its value, whatever it weighs. */
export function overRounds(
  values: readonly { readonly weight: Rational; readonly value: Rational | null }[],
): Rational | null {
  return values.length === 1 ? (values[0]?.value ?? null) : weightedMean(values);
}
