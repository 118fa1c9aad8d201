// What the rules ask of a kind of item. Each kind answers in its own file of kinds/, where it is not like one that stands
// by itself; a missing answer does not compile.
import type { ItemId, SubjectId } from '../../ids.ts';
import type { ItemFields, ShapeOf } from '../../wire-item.ts';
import { lastAttempt, roundOfItem } from '../rounds.ts';
import { newestVersion } from '../versions.ts';
import type { Refusal } from '../refusals.ts';
import type { Round } from '../round.ts';
import type { Meeting } from '../state.ts';
import type { Limits } from '../../scoring/limits.ts';
import type { Disclosure, ItemOf, Kind, SheetChoice, SheetPlan, Who } from './item.ts';

export interface ItemKind<K extends Kind> {
  /** Its own fields as they are sent and stored. */
  body(f: ItemFields): ShapeOf<Omit<ItemOf<K>, 'id' | 'turn' | 'drawn' | 'kind'>>;
  /** A new one with usual settings, null where it would need a unit and there is none. */
  usual(id: ItemId, around: Surroundings): ItemOf<K> | null;
  /** What keeps it from standing on the agenda. */
  flaw(meeting: Meeting, item: ItemOf<K>): Refusal | null;
  /** The unit whose turn it is part of, undefined where it is of none. */
  subject(item: ItemOf<K>): SubjectId | undefined;
  /** Whether the unit of its turn presents by it. */
  readonly presents: boolean;
  /** Whether its title says what it is, without the name of its kind. */
  readonly titled: boolean;
  /** Units that it names. */
  subjects(item: ItemOf<K>): readonly SubjectId[];
  /** Categories and groups that it names. */
  cells(item: ItemOf<K>): readonly string[];
  /** The same item where these have other ids. */
  renamed(item: ItemOf<K>, ids: ReadonlyMap<string, string>): ItemOf<K>;
  /** The sheets that are scored by, by it or by what it puts on the agenda; null where none is. */
  sheet(item: ItemOf<K>): SheetPlan | null;
  /** Its time on stage: 0 for no limit, null where it has no clock. */
  seconds(item: ItemOf<K>): number | null;
  /** The round that it opens. */
  scoring(item: ItemOf<K>): Scoring | null;
  /** The item itself where it holds a draw. */
  drawing(item: ItemOf<K>): ItemOf<'draw'> | null;
  /** Whether the hall's board stands on it, and of which category first. */
  board(item: ItemOf<K>): { readonly category: ItemOf<'board'>['category'] } | null;
  /** What stands between it and the next one. */
  holds(meeting: Meeting, item: ItemOf<K>): Refusal | null;
  /** Whether it holds nothing more to do: its result stands. */
  over(meeting: Meeting, item: ItemOf<K>): boolean;
}

/** A round as its item plans it. */
export interface Scoring {
  readonly id: ItemId;
  readonly round: Round['kind'];
  readonly subjects: 'rest' | readonly SubjectId[];
  readonly sheet: SheetPlan;
  readonly limits?: Limits;
  /** Absent: the panel. */
  readonly who?: Who;
  readonly secrecy: 'named' | 'sealed';
  readonly disclosure: Disclosure;
  /** Its countdown, which starts as it opens; 0 for none. */
  readonly seconds: number;
  /** Whether it closes by itself at zero. */
  readonly closesItself: boolean;
}

/** What a new item is made from. */
export interface Surroundings {
  /** Sheet ids, the usual one first. */
  readonly sheets: readonly string[];
  readonly subjects: readonly SubjectId[];
  /** What a new one of a kind that has a title is called until somebody writes it. */
  readonly titles: Readonly<Record<Kind, string>>;
}

/** Seconds of a presentation and of a scoring, where nobody says more. */
export const USUAL_SECONDS = { presentation: 480, score: 90 };

export function usualScore(sheets: readonly string[]) {
  const sheet = sheets[0] ?? 'sheet';
  return { sheet, disclosure: 'live', seconds: USUAL_SECONDS.score } as const;
}

/** What a kind answers that is of no turn, names nothing, and neither scores nor draws nor keeps the stage. */
export const BY_ITSELF = {
  subject: () => undefined,
  presents: false,
  titled: false,
  subjects: () => [],
  cells: () => [],
  renamed: <I>(item: I) => item,
  sheet: () => null,
  seconds: () => null,
  scoring: () => null,
  drawing: () => null,
  board: () => null,
  holds: () => null,
  over: () => false,
} as const;

/** A plan as a list, in which one sheet for all is the only choice. */
export function choicesOf(plan: SheetPlan): readonly SheetChoice[] {
  return typeof plan === 'string' ? [{ sheet: plan }] : plan;
}

/** What keeps a round from being held by this plan. */
export function planFlaw(meeting: Meeting, plan: SheetPlan): Refusal | null {
  const choices = choicesOf(plan);
  const known = (all: readonly { readonly id: string }[], ids: readonly string[] = []) =>
    ids.every((one) => all.some(({ id }) => id === one));
  if (choices.some(({ sheet }) => !newestVersion(meeting.sheets, sheet)))
    return { code: 'unknown-sheet' };
  return choices.length > 0 &&
    choices.every(
      ({ groups, categories }) =>
        known(meeting.groups, groups) && known(meeting.categories, categories),
    )
    ? null
    : INVALID;
}

/** Groups and categories that a plan names. */
export function cellsOfPlan(plan: SheetPlan | null): readonly string[] {
  return choicesOf(plan ?? []).flatMap(({ groups = [], categories = [] }) => [
    ...groups,
    ...categories,
  ]);
}

/** The same plan where these have other ids. */
export function renamedPlan(plan: SheetPlan, ids: ReadonlyMap<string, string>): SheetPlan {
  if (typeof plan === 'string') return plan;
  const renamed = <T extends string>(list: readonly T[]) =>
    list.map((id) => (ids.get(id) ?? id) as T);
  return plan.map(({ groups, categories, sheet }) => ({
    ...(groups ? { groups: renamed(groups) } : {}),
    ...(categories ? { categories: renamed(categories) } : {}),
    sheet,
  }));
}

export const INVALID: Refusal = { code: 'agenda-invalid' };

export function areSubjects(meeting: Meeting, subjects: readonly SubjectId[]): boolean {
  return (
    subjects.length > 0 &&
    new Set(subjects).size === subjects.length &&
    subjects.every((id) => meeting.subjects.has(id))
  );
}

/** A unit that takes no part gets no new turn; those it had stay, skipped. */
export function outFlaw(meeting: Meeting, item: ItemId, subject: SubjectId): Refusal | null {
  const stands = meeting.agenda.some(({ id }) => id === item);
  return meeting.out.has(subject) && !stands ? { code: 'subject-out' } : null;
}

/** Whether the round of this item has its result. */
export function isScored(meeting: Meeting, item: ItemId): boolean {
  const round = roundOfItem(meeting, item);
  return round !== undefined && lastAttempt(round).phase === 'revealed';
}
