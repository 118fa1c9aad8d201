// results/1 whole: from ballots to places, grades, consequences and votes (RESULTS.md §1 to §8), exact and in one pass.
import { fromDecimal, ZERO, type Rational } from '../scoring/rational.ts';
import { adjust, totalOf, type Adjusted } from './adjustments.ts';
import { aboveZero, positive } from './amount.ts';
import type { CaseSubject, ResultCase, ScoredCase, Veto } from './case.ts';
import { treeOf, valuesOf, type Nodes, type Scores } from './components.ts';
import { consequenceOf, type Consequence } from './consequences.ts';
import { checkSheet, formOf } from './filled.ts';
import { checkGrades, gradeOf } from './grades.ts';
import {
  chainOf,
  compareBy,
  placesOf,
  resolvedBy,
  type Contender,
  type Placed,
  type Resolved,
} from './ranks.ts';
import { byId, distinct, known, refuse } from './refused.ts';
import { scoreRound, type Indexed } from './rounds.ts';
import { countVote, type VoteResult } from './votes.ts';

export interface Result {
  readonly subjects: readonly SubjectResult[];
  /** Ids of adjustment entries, in order. */
  readonly counted: readonly string[];
  readonly carried: readonly string[];
  readonly once: readonly string[];
  /** The same by kind and entry, with what the caps took. */
  readonly adjusted: Adjusted;
  readonly consequences: readonly Consequence[];
  readonly votes: readonly VoteResult[];
}

export interface SubjectResult {
  readonly id: string;
  /** By node of its tree; null has no value. */
  readonly nodes: Nodes;
  /** The value of its tree's root. */
  readonly base: Rational | null;
  /** After the caps. */
  readonly bonus: Rational;
  readonly deduction: Rational;
  /** Base + bonus − deduction before the bounds of the scheme; null without a base. */
  readonly unclamped: Rational | null;
  /** Null without a base. */
  readonly total: Rational | null;
  readonly rank: number | null;
  readonly categoryRank: number | null;
  /** The rule that parted it from another of equal total, and its place in the chain, from 0. */
  readonly resolvedBy: Resolved | null;
  readonly grade: string | null;
}

/**
 * The result of a case.
 *
 * @throws Refused where it contradicts itself: unknown or doubled ids, negative weights or weights all zero, marks that a
 * sheet does not have, a recused ballot and the like
 */
export function resultOf(case_: ResultCase): Result {
  const all = indexed(case_);
  const rounds = new Map(
    [...byId(case_.rounds).values()].map((round) => [
      round.id,
      scoreRound(round, case_.scheme, all),
    ]),
  );
  const votes = [...byId(case_.votes).values()];
  return {
    ...resultFrom(case_, { rounds }),
    votes: votes.map((vote) => countVote(vote, all.seats, all.weights)),
  };
}

/**
 * All that follows once the rounds have their scores: components, adjustments, places, grades, consequences.
 *
 * @param scores by round and subject; every round of the case has its own
 * @throws Refused where the case contradicts itself
 */
export function resultFrom(case_: ScoredCase, scores: Scores): Omit<Result, 'votes'> {
  const subjectsById = byId(case_.subjects);
  const values = valuesOf(case_, scores);
  const adjusted = adjust(case_.adjustments, new Set(subjectsById.keys()));
  const vetoes = vetoesOf(case_, subjectsById);
  const standing = case_.subjects.map((subject) => {
    const nodes = known(values, subject.id);
    const base = nodes.get(treeOf(case_, subject)?.id ?? '') ?? null;
    const bonus = adjusted.bonus.get(subject.id) ?? ZERO;
    const deduction = adjusted.deduction.get(subject.id) ?? ZERO;
    const unclamped = base && totalOf(base, bonus, deduction, undefined);
    const total = base && totalOf(base, bonus, deduction, case_.adjustments?.clamp);
    const against = vetoes.get(subject.id) ?? [];
    return { subject, nodes, base, bonus, deduction, unclamped, total, vetoes: against };
  });
  const contenders = standing.flatMap(({ subject, nodes, deduction, total, vetoes: against }) =>
    total && against.every(({ effect }) => effect !== 'unranked')
      ? [{ id: subject.id, category: subject.category, total, nodes, deduction }]
      : [],
  );
  const chain = chainOf(case_, scores);
  const order = compareBy(chain);
  const overall = placesOf(contenders, order);
  const within = new Map<string, Placed>();
  const sizes = new Map<string, number>();
  for (const category of new Set(contenders.map((one) => one.category))) {
    const mine = contenders.filter((one) => one.category === category);
    sizes.set(category, mine.length);
    for (const [id, placed] of placesOf(mine, order)) within.set(id, placed);
  }
  const grade = (one: Contender, against: readonly Veto[]): string | null => {
    if (!case_.grades) return null;
    const inAll = case_.grades.of === 'all';
    const placed = known(inAll ? overall : within, one.id);
    const ranked = inAll ? contenders.length : known(sizes, one.category);
    return case_.grades.names[gradeOf(case_.grades, one, placed, ranked, against)] ?? null;
  };
  if (case_.grades) checkGrades(case_.grades);
  const byContender = new Map(contenders.map((one) => [one.id, one]));
  const subjects = standing.map((all) => {
    const { subject, nodes, base, bonus, deduction, unclamped, total, vetoes: against } = all;
    const one = byContender.get(subject.id);
    return {
      ...{ id: subject.id, nodes, base, bonus, deduction, unclamped, total },
      rank: overall.get(subject.id)?.rank ?? null,
      categoryRank: within.get(subject.id)?.rank ?? null,
      resolvedBy: (one && resolvedBy(one, contenders, chain)) ?? null,
      grade: one ? grade(one, against) : null,
    };
  });
  const standings = subjects.map((one, n) => ({ ...one, subject: subjectAt(case_, n) }));
  return {
    subjects,
    ...{ counted: adjusted.counted, carried: adjusted.carried, once: adjusted.once },
    adjusted,
    consequences: case_.consequences.map((form) =>
      consequenceOf(form, standings, case_.earlier, case_.grades),
    ),
  };
}

function subjectAt({ subjects }: ScoredCase, n: number): CaseSubject {
  const subject = subjects[n];
  if (!subject) throw new RangeError(`no subject at ${String(n)}`);
  return subject;
}

function indexed(case_: ResultCase): Indexed {
  const subjects = byId(case_.subjects);
  const groups = byId(case_.groups);
  const weights = new Map([...groups].map(([id, { weight }]) => [id, positive(weight)]));
  if (groups.size > 0 && [...weights.values()].every(({ n }) => n === 0n))
    refuse('weights-all-zero', 'groups');
  const seats = byId(case_.seats);
  for (const { group, recusals, unit } of case_.seats) {
    known(groups, group);
    for (const id of distinct(recusals)) known(subjects, id);
    if (unit !== undefined) known(subjects, unit);
  }
  const sheets = byId(case_.sheets);
  const ids = new Set(groups.keys());
  for (const sheet of case_.sheets) {
    checkSheet(sheet, ids);
    for (const group of ids) formOf(sheet, group);
  }
  const { spread } = case_.scheme;
  // No share: a decimal, and no fraction.
  if (spread.kind === 'cap') {
    const margin = fromDecimal(spread.margin) ?? refuse('number', spread.margin);
    if (margin.n < 0n) refuse('negative', spread.margin);
  }
  if (case_.scheme.floor < 1) aboveZero(String(case_.scheme.floor));
  return { subjects, seats, weights, sheets };
}

function vetoesOf(
  { vetoes, grades }: ScoredCase,
  subjects: Indexed['subjects'],
): ReadonlyMap<string, readonly Veto[]> {
  const by = new Map<string, Veto[]>();
  for (const veto of vetoes) {
    known(subjects, veto.subject);
    if (veto.effect !== 'unranked' && !grades?.names.includes(veto.effect.worst))
      refuse('unknown', veto.effect.worst);
    const list = by.get(veto.subject);
    if (list) list.push(veto);
    else by.set(veto.subject, [veto]);
  }
  return by;
}
