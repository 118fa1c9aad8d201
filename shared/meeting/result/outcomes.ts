// What a result comes to as rows that are kept, hashed and compared: computed, and as it was when somebody signed it.
import { canonical } from '../../draw/canonical.ts';
import { fingerprint } from '../../fingerprint.ts';
import type { SubjectId } from '../../ids.ts';
import { remembered } from '../../remembered.ts';
import type { Consequence } from '../../results/consequences.ts';
import type { Result, SubjectResult } from '../../results/result.ts';
import { toFraction } from '../../scoring/fractions.ts';
import { sum } from '../../scoring/sums.ts';
import type { Meeting } from '../state.ts';
import { meetingResult } from './meeting-result.ts';
import type { Outcome, OutcomeConsequence, OutcomeRow } from './outcome.ts';
import type { ResultPlan } from './plan.ts';
import { planOf } from './plans.ts';

export interface Computed {
  readonly plan: number;
  readonly hash: string;
  readonly rows: readonly OutcomeRow[];
  readonly consequences: readonly OutcomeConsequence[];
}

/** The result as it is now; null without a plan, or where what the meeting holds contradicts it. */
export const computedNow = remembered((meeting: Meeting): Computed | null => {
  const plan = planOf(meeting);
  const made = meetingResult(meeting);
  if (!plan || !made?.ok) return null;
  const rows = rowsOf(made.result);
  const consequences = made.result.consequences.map(consequenceOf);
  return { ...{ plan: plan.version, rows, consequences }, hash: hashOf(plan, rows, consequences) };
});

/** T("result", C({plan, rows, consequences})): 64 hex digits. */
export function hashOf(
  { version: plan }: Pick<ResultPlan, 'version'>,
  rows: readonly OutcomeRow[],
  consequences: readonly OutcomeConsequence[],
): string {
  return fingerprint('result', canonical({ plan, rows, consequences }));
}

/** One row for each subject, in the order of the roster. */
export function rowsOf(result: Omit<Result, 'votes'>): readonly OutcomeRow[] {
  return result.subjects.map((one) => rowOf(one, result));
}

function rowOf(one: SubjectResult, { adjusted }: Pick<Result, 'adjusted'>): OutcomeRow {
  const { id, nodes, base, bonus, deduction, total, rank, categoryRank, resolvedBy, grade } = one;
  const kinds = adjusted.kinds.get(id) ?? [];
  const entered = (sign: 'bonus' | 'deduction') =>
    toFraction(sum(kinds.flatMap((kind) => (kind.sign === sign ? [kind.entered] : []))));
  return {
    subject: id as SubjectId,
    nodes: Object.fromEntries(
      [...nodes].flatMap(([node, value]) => (value ? [[node, toFraction(value)]] : [])),
    ),
    ...{ bonus: toFraction(bonus), deduction: toFraction(deduction) },
    ...{ bonusEntered: entered('bonus'), deductionEntered: entered('deduction') },
    ...(base ? { base: toFraction(base) } : {}),
    ...(total ? { total: toFraction(total) } : {}),
    ...(rank === null ? {} : { rank }),
    ...(categoryRank === null ? {} : { categoryRank }),
    ...(resolvedBy === null ? {} : { rule: resolvedBy.place }),
    ...(grade === null ? {} : { grade }),
  };
}

function consequenceOf(one: Consequence): OutcomeConsequence {
  return 'ratings' in one
    ? { ratings: Object.fromEntries(one.ratings) }
    : { subjects: one.subjects as readonly SubjectId[] };
}

/** A subject whose row differs between two results; null where it has none. */
export interface OutcomeChange {
  readonly subject: SubjectId;
  readonly before: OutcomeRow | null;
  readonly after: OutcomeRow | null;
}

/** What changed from one result to the other, in the order of the later one; who left stands at the end. */
export function changesBetween(
  before: readonly OutcomeRow[],
  after: readonly OutcomeRow[],
): readonly OutcomeChange[] {
  const earlier = new Map(before.map((row) => [row.subject, row]));
  const later = new Set(after.map(({ subject }) => subject));
  return [
    ...after.flatMap((row): readonly OutcomeChange[] => {
      const was = earlier.get(row.subject) ?? null;
      const isSame = was !== null && canonical(was) === canonical(row);
      return isSame ? [] : [{ subject: row.subject, before: was, after: row }];
    }),
    ...before
      .filter(({ subject }) => !later.has(subject))
      .map((row) => ({ subject: row.subject, before: row, after: null })),
  ];
}

/** What has changed since the result was computed; empty where nothing has, or nothing was. */
export const changedSince = remembered((meeting: Meeting): readonly OutcomeChange[] => {
  const now = computedNow(meeting);
  const { outcome } = meeting;
  return outcome && now ? changesBetween(outcome.rows, now.rows) : [];
});

/** Whether what was computed is what would be computed now. */
export function isCurrent(meeting: Meeting, outcome: Outcome): boolean {
  return computedNow(meeting)?.hash === outcome.hash;
}
