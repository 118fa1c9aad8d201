// Places: by total, ties broken by a chain of rules as far as it can (RESULTS.md §5).
import { places, type Placed as PlacedOne } from '../scoring/rank.ts';
import { compare, rational, type Rational } from '../scoring/rational.ts';
import { positive } from './amount.ts';
import type { ScoredCase, TieRule } from './case.ts';
import { idsOf, overRounds, treesOf, type Nodes, type Scores } from './components.ts';
import { byId, distinct, known, refuse } from './refused.ts';

/** A subject that takes a place. */
export interface Contender {
  readonly id: string;
  readonly category: string;
  readonly total: Rational;
  readonly nodes: Nodes;
  readonly deduction: Rational;
}

export type Placed = Omit<PlacedOne<Contender>, 'one'>;

/** What parts two subjects of equal total: a value, of which more is better; null stands behind all. */
export type Chain = readonly {
  readonly rule: TieRule;
  readonly value: (one: Contender) => Rational | null;
}[];

/** A rule of the chain and its place in it, from 0. */
export interface Resolved {
  readonly rule: TieRule;
  readonly place: number;
}

/** @throws Refused for a rule that names what does not exist. */
export function chainOf(case_: ScoredCase, { rounds }: Scores): Chain {
  const nodes = new Set(treesOf(case_).flatMap(idsOf));
  const groups = new Set(case_.groups.map(({ id }) => id));
  const draws = byId(case_.draws);
  const subjects = byId(case_.subjects);
  for (const { order } of case_.draws) for (const id of distinct(order)) known(subjects, id);
  const weights = new Map(case_.rounds.map(({ id, weight }) => [id, positive(weight ?? '1')]));
  const valueOf = (rule: TieRule): ((one: Contender) => Rational | null) => {
    if ('node' in rule) {
      if (!nodes.has(rule.node)) refuse('unknown', rule.node);
      return (one) => one.nodes.get(rule.node) ?? null;
    }
    if ('group' in rule) {
      if (!groups.has(rule.group)) refuse('unknown', rule.group);
      const over = [...distinct(rule.rounds)].map((id) => ({
        weight: known(weights, id),
        scored: known(rounds, id),
      }));
      return ({ id }) =>
        overRounds(
          over.map(({ weight, scored }) => ({
            weight,
            value: scored.get(id)?.groups.get(rule.group) ?? null,
          })),
        );
    }
    if ('draw' in rule) {
      const { order } = known(draws, rule.draw);
      const places = new Map(order.map((id, place) => [id, rational(-place)]));
      return ({ id }) => places.get(id) ?? null;
    }
    return ({ deduction: { n, d } }) => ({ n: -n, d });
  };
  return case_.result.tieBreak.map((rule) => ({ rule, value: valueOf(rule) }));
}

/** The best first; 0 where the chain leaves them equal. */
export function compareBy(chain: Chain): (a: Contender, b: Contender) => number {
  return (a, b) => compare(b.total, a.total) || (parted(a, b, chain)?.order ?? 0);
}

/** The first rule that parts two of equal total. */
function parted(a: Contender, b: Contender, chain: Chain) {
  for (const [place, { value }] of chain.entries()) {
    const [x, y] = [value(a), value(b)];
    const order = x && y ? compare(y, x) : Number(!x) - Number(!y);
    if (order !== 0) return { place, order };
  }
  return null;
}

/** The last rule that parted this one from another of equal total. */
export function resolvedBy(
  one: Contender,
  all: readonly Contender[],
  chain: Chain,
): Resolved | undefined {
  const last = all.reduce((place, other) => {
    if (other === one || compare(other.total, one.total) !== 0) return place;
    return Math.max(place, parted(one, other, chain)?.place ?? -1);
  }, -1);
  const found = chain[last];
  return found && { rule: found.rule, place: last };
}

/** Places of these among themselves. */
export function placesOf(
  contenders: readonly Contender[],
  order: (a: Contender, b: Contender) => number,
): ReadonlyMap<string, Placed> {
  return new Map(places(contenders, order).map(({ one, ...placed }) => [one.id, placed]));
}
