// RESULTS.md §5: ranks, ties and grades.
import { adjustment, totalOf } from './adjustments.ts';
import type { Case, Grades, Subject, TieRule } from './case.ts';
import { valueAt } from './components.ts';
import * as f from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { groupValueOver } from './rounds.ts';

/** Every comparison asks for them again. */
const totals = new WeakMap<Case, Map<string, Fraction | undefined>>();

export function total(case_: Case, subject: Subject): Fraction | undefined {
  const known = totals.get(case_) ?? new Map<string, Fraction | undefined>();
  totals.set(case_, known);
  if (!known.has(subject.id)) {
    const base = valueAt(case_, subject, null);
    known.set(subject.id, base && totalOf(case_, subject.id, base));
  }
  return known.get(subject.id);
}

/** Who takes a place. */
export function ranked(case_: Case): readonly Subject[] {
  return case_.subjects.filter(
    (subject) =>
      total(case_, subject) !== undefined &&
      !case_.vetoes.some((veto) => veto.subject === subject.id && veto.effect === 'unranked'),
  );
}

/** What a rule goes by; more is better. */
function merit(case_: Case, rule: TieRule, subject: Subject): Fraction | undefined {
  if ('node' in rule) return valueAt(case_, subject, rule.node);
  if ('group' in rule) return groupValueOver(case_, rule.rounds, subject, rule.group);
  if ('draw' in rule) {
    const place = case_.draws.find(({ id }) => id === rule.draw)!.order.indexOf(subject.id);
    return place === -1 ? undefined : f.count(-place);
  }
  return f.minus(f.ZERO, adjustment(case_, subject.id, 'deduction'));
}

/** Below zero where a stands before b; who has no value stands behind all who have. */
function byRule(case_: Case, rule: TieRule, a: Subject, b: Subject): number {
  const ofA = merit(case_, rule, a);
  const ofB = merit(case_, rule, b);
  if (ofA === undefined || ofB === undefined)
    return (ofA === undefined ? 1 : 0) - (ofB === undefined ? 1 : 0);
  return f.compare(ofB, ofA);
}

function byTotal(case_: Case, a: Subject, b: Subject): number {
  return f.compare(total(case_, b)!, total(case_, a)!);
}

/** Below zero where a stands before b, 0 where they share a rank. */
function byAll(case_: Case, a: Subject, b: Subject): number {
  const rules = case_.result.tieBreak ?? [];
  return (
    [byTotal(case_, a, b), ...rules.map((rule) => byRule(case_, rule, a, b))].find(
      (order) => order !== 0,
    ) ?? 0
  );
}

/** The subject's rank among these; null where it takes no place. */
export function rankAmong(case_: Case, pool: readonly Subject[], subject: Subject): number | null {
  if (!pool.includes(subject)) return null;
  return 1 + pool.filter((other) => byAll(case_, other, subject) < 0).length;
}

/** All who take a place with the subject: in its category, or over all. */
export function poolOf(case_: Case, subject: Subject, of: 'category' | 'all'): readonly Subject[] {
  return ranked(case_).filter((other) => of === 'all' || other.category === subject.category);
}

/** The last rule that parted this subject from another of equal total. */
export function resolvedBy(case_: Case, subject: Subject): TieRule | undefined {
  if (!ranked(case_).includes(subject)) return undefined;
  let together = ranked(case_).filter((other) => byTotal(case_, other, subject) === 0);
  let last: TieRule | undefined;
  for (const rule of case_.result.tieBreak ?? []) {
    const still = together.filter((other) => byRule(case_, rule, other, subject) === 0);
    if (still.length < together.length) last = rule;
    together = still;
  }
  return last;
}

/** The subject's grade; undefined where it takes no place or there are no grades. */
export function gradeOf(case_: Case, subject: Subject): string | undefined {
  const { grades } = case_;
  if (grades === undefined || !ranked(case_).includes(subject)) return undefined;
  const vetoes = case_.vetoes
    .filter((veto) => veto.subject === subject.id)
    .map((veto) => (veto.effect === 'unranked' ? -1 : grades.names.indexOf(veto.effect.worst)));
  // Places in the list of names, best first: the greatest is the worst.
  const worst = Math.max(
    byThreshold(case_, grades, subject),
    byShare(case_, grades, subject),
    ...vetoes,
  );
  return grades.names[worst];
}

function byThreshold(case_: Case, grades: Grades, subject: Subject): number {
  if (grades.thresholds === undefined) return 0;
  const own = total(case_, subject)!;
  const best = grades.thresholds.findIndex((threshold) => f.compare(f.num(threshold), own) <= 0);
  return best === -1 ? grades.names.length - 1 : best;
}

function byShare(case_: Case, grades: Grades, subject: Subject): number {
  if (grades.shares === undefined) return 0;
  const pool = poolOf(case_, subject, grades.of ?? 'category');
  // Those who share a rank hold as many places; the last of them decides for all.
  const lastPlace = pool.filter((other) => byAll(case_, other, subject) <= 0).length;
  let shares = f.ZERO;
  for (const [grade, share] of grades.shares.entries()) {
    shares = f.plus(shares, f.num(share));
    if (lastPlace <= f.floor(f.times(shares, f.count(pool.length)))) return grade;
  }
  return grades.names.length - 1;
}
