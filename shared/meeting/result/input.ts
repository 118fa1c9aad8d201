// All that a result is computed from, as plain values: the server makes it of the meeting, a page tries a plan on one unit's.
import type { GroupId, ItemId, RoundId, SubjectId } from '../../ids.ts';
import { remembered } from '../../remembered.ts';
import type { AdjustmentEntry, CaseSubject, Decimal, Share, Veto } from '../../results/case.ts';
import { toFraction } from '../../scoring/fractions.ts';
import { kindOf } from '../agenda/kinds.ts';
import { drawsUnits } from '../draws/purposes.ts';
import { isShownOut } from '../draws/standing.ts';
import { shownResults } from '../results.ts';
import { roundIdOf } from '../rounds.ts';
import { shownGroups } from '../shown-results.ts';
import type { Meeting } from '../state.ts';
import { subjectsIn } from '../subjects.ts';
import { HEADCOUNT } from './plan.ts';

/** Exact values are "p/q". */
export interface ResultInput {
  readonly subjects: readonly CaseSubject[];
  /** Those that are, and those that the agenda has: each may be named before it is opened. */
  readonly rounds: readonly RoundId[];
  readonly groups: readonly { readonly id: GroupId; readonly weight: string }[];
  readonly scores: readonly RoundScore[];
  readonly columns: readonly InputColumn[];
  /** The oldest first. */
  readonly earlier: readonly InputEarlier[];
  readonly period: readonly [string, string];
  readonly entries: readonly AdjustmentEntry[];
  readonly vetoes: readonly Veto[];
  /** Of units, drawn to the last name. */
  readonly draws: readonly { readonly item: ItemId; readonly order: readonly SubjectId[] }[];
}

export interface RoundScore {
  readonly round: RoundId;
  readonly subject: SubjectId;
  readonly score: Share | null;
  readonly groups: Readonly<Record<GroupId, Share>>;
}

export interface InputColumn {
  readonly id: string;
  readonly max: Decimal;
  readonly values: Readonly<Record<SubjectId, Decimal>>;
}

export interface InputEarlier {
  readonly id: string;
  readonly values: Readonly<Record<SubjectId, Readonly<Record<string, Share>>>>;
  readonly grades: Readonly<Record<SubjectId, string>>;
}

/** Of those who take part: who is withdrawn has no result. */
export const inputOf = remembered((meeting: Meeting): ResultInput => {
  const { groups, belonging, draws } = meeting;
  const subjects = subjectsIn(meeting);
  const there = new Set<string>(subjects);
  const headcount = meeting.columns.get(HEADCOUNT)?.values;
  return {
    subjects: subjects.map((id) => {
      const { category = '', parent } = meeting.subjects.get(id) ?? {};
      const count = headcount?.get(id);
      return {
        ...{ id, category },
        ...(parent !== undefined && there.has(parent) ? { parent } : {}),
        ...(count === undefined ? {} : { headcount: Math.floor(Number(count)) }),
      };
    }),
    rounds: roundsOf(meeting),
    groups: groups.map(({ id, weight }) => ({ id, weight: String(weight) })),
    scores: scoresOf(meeting),
    columns: [...meeting.columns.values()].map(({ id, max, values }) => ({
      ...{ id, max },
      values: among(there, values),
    })),
    earlier: [...meeting.earlier.values()].map(({ id, values, grades }) => ({
      ...{ id, values: among(there, values), grades: among(there, grades) },
    })),
    period: [belonging.period?.from ?? '', belonging.period?.to ?? '9999-12-31'],
    entries: [...meeting.adjustments.values()]
      .filter(({ subject }) => there.has(subject))
      .map(({ id, subject, kind, points, event, tags, date, state, carried }) => ({
        ...{ id, subject, kind, points, event, tags, date, state, carried },
      })),
    vetoes: [...meeting.vetoes.values()]
      .filter(({ subject }) => there.has(subject))
      .map(({ subject, effect }) => ({ subject, effect })),
    draws: draws.flatMap((draw) => {
      if (!drawsUnits(draw) || !isShownOut(draw)) return [];
      return [{ item: draw.item, order: draw.order.filter((id) => there.has(id)) }];
    }),
  };
});

/** The same of one unit, with those above it. */
export function inputFor(input: ResultInput, subject: SubjectId): ResultInput {
  const ids = new Set<string>();
  for (let next: string | undefined = subject; next !== undefined && !ids.has(next);) {
    const id: string = next;
    ids.add(id);
    next = input.subjects.find((one) => one.id === id)?.parent;
  }
  const isOf = (one: { readonly subject: string }) => ids.has(one.subject);
  const only = <T>(values: Readonly<Record<string, T>>) => among(ids, Object.entries(values));
  return {
    ...input,
    subjects: input.subjects.filter(({ id }) => ids.has(id)),
    scores: input.scores.filter(isOf),
    columns: input.columns.map((one) => ({ ...one, values: only(one.values) })),
    earlier: input.earlier.map((one) => ({
      ...one,
      ...{ values: only(one.values), grades: only(one.grades) },
    })),
    entries: input.entries.filter(isOf),
    vetoes: input.vetoes.filter(isOf),
    draws: input.draws.map((one) => ({ ...one, order: one.order.filter((id) => ids.has(id)) })),
  };
}

function roundsOf({ agenda, rounds }: Meeting): readonly RoundId[] {
  const planned = agenda
    .filter((item) => kindOf(item).scoring(item) !== null)
    .map(({ id }) => roundIdOf(id));
  return [...new Set([...rounds.keys(), ...planned])];
}

/**
 * The scores that stand and may be shown, each in its round; a unit that moved has none in the round before. A group whose
 * value may not be shown parts no tie: the order would tell of it (R6).
 */
function scoresOf(meeting: Meeting): readonly RoundScore[] {
  return shownResults(meeting)
    .filter(({ result }) => !meeting.out.has(result.subject))
    .map((one) => ({
      ...{ round: one.round, subject: one.result.subject },
      score: one.score && toFraction(one.score),
      groups: Object.fromEntries(
        shownGroups(one).flatMap(({ group, value }) =>
          value ? [[group.group, toFraction(value)]] : [],
        ),
      ),
    }));
}

function among<T>(
  ids: ReadonlySet<string>,
  values: Iterable<readonly [string, T]>,
): Readonly<Record<string, T>> {
  return Object.fromEntries([...values].filter(([id]) => ids.has(id)));
}
