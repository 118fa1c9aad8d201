// Who takes part in what: which items are left out and why, and which units a round is about. Nothing of it is stored; it
// follows from the agenda, withdrawals, the other rounds and what was set by hand, and a close freezes it.
import type { ItemId, SubjectId } from '../../ids.ts';
import { remembered } from '../../remembered.ts';
import { isUsed } from './items.ts';
import { lastAttempt, openWritten } from '../rounds.ts';
import type { Round } from '../round.ts';
import type { Meeting } from '../state.ts';
import type { Item } from './item.ts';
import type { Scoring } from './kind.ts';
import { kindOf } from './kinds.ts';
import { asks, partsOf, subjectOf } from './turn.ts';

/** Items that are left out, with the reason: skipped by hand, or of a unit that takes part no longer and not begun. */
export const leftOut = remembered((meeting: Meeting): ReadonlyMap<ItemId, string> => {
  const { agenda, out, skipped } = meeting;
  if (out.size === 0) return skipped;
  const all = new Map(skipped);
  for (const item of agenda) {
    const unit = subjectOf(item) ?? subjectAsked(meeting, item, skipped);
    const gone = unit === undefined ? undefined : out.get(unit);
    if (gone && !skipped.has(item.id) && !isUsed(meeting, item)) all.set(item.id, gone.reason);
  }
  return all;
});

/** Items that are not left out. */
export function inPlay(meeting: Meeting): readonly Item[] {
  const gone = leftOut(meeting);
  return meeting.agenda.filter(({ id }) => !gone.has(id));
}

/** Subjects with a turn on stage that is not left out. */
export function presenting(meeting: Meeting): ReadonlySet<SubjectId> {
  return new Set(
    inPlay(meeting).flatMap((item) => (kindOf(item).presents ? (subjectOf(item) ?? []) : [])),
  );
}

/**
 * Whom a drawn representative asks: the unit of the draw's turn, or else whose presentation comes last before it.
 *
 * @param gone presentations that do not count
 */
export function subjectAsked(
  meeting: Meeting,
  item: Item,
  gone: ReadonlyMap<ItemId, string> = leftOut(meeting),
): SubjectId | undefined {
  if (!asks(item)) return undefined;
  const presents = (one: Item) => kindOf(one).presents && !gone.has(one.id);
  const own = partsOf(meeting, item).find(presents);
  const place = meeting.agenda.findIndex(({ id }) => id === item.id);
  return subjectOf(own ?? meeting.agenda.slice(0, place).filter(presents).at(-1));
}

/** What a round is about: as it stands while it is open, as its close wrote it down from then on. */
export function subjectsOf(meeting: Meeting, round: Round): readonly SubjectId[] {
  const attempt = lastAttempt(round);
  if (attempt.phase !== 'open') return attempt.closing.turnout.map(({ subject }) => subject);
  if (round.kind === 'live') return [...round.named.keys()];
  return writtenLists(meeting).get(round) ?? [];
}

/** What a round of this item would be about, were it opened now. Who takes part no longer is in no written one. */
export function subjectsAhead(
  meeting: Meeting,
  { id: item, round, subjects }: Pick<Scoring, 'id' | 'round' | 'subjects'>,
): readonly SubjectId[] {
  if (round === 'live' && subjects !== 'rest') return subjects;
  const named = subjects === 'rest' ? null : new Set(subjects);
  const turns = turnsOf(meeting);
  return [...meeting.subjects.keys()].filter(
    (id) => (named?.has(id) ?? !turns.has(id)) && keptOut(meeting, item, id) === null,
  );
}

/**
 * Why a unit cannot be in the written round of this item, null where it can. Nobody is scored in two rounds: a unit that
 * any other round is about, open or over, belongs in none; after a reveal only a new attempt changes its score (R13).
 */
export function keptOut(
  meeting: Meeting,
  item: ItemId,
  subject: SubjectId,
): 'out' | 'scored' | null {
  if (meeting.out.has(subject)) return 'out';
  for (const round of meeting.rounds.values())
    if (round.item !== item && subjectsOf(meeting, round).includes(subject)) return 'scored';
  return null;
}

/** What was set of a round's participation as it opened, and by hand since. */
type Standing = Pick<Round, 'rest' | 'named' | 'removed'>;

/** What a round begins with: its item's list, or `listed` by a log that stored it. */
export function standingAtOpening(
  meeting: Meeting,
  planned: Scoring | null,
  listed?: readonly SubjectId[],
): Standing {
  const rest = listed === undefined && planned?.subjects === 'rest';
  const turns = inPlayTurns(meeting);
  const subjects = listed ?? (planned && planned.subjects !== 'rest' ? planned.subjects : []);
  return { rest, named: new Map(subjects.map((id) => [id, turns])), removed: new Set() };
}

/** Who is in another written round as this one opens, or opens again, stays there. */
export function yielding(meeting: Meeting, round: Round): Round {
  if (round.kind === 'live') return round;
  const taken = new Set(
    openWritten(meeting).flatMap((one) => (one.id === round.id ? [] : subjectsOf(meeting, one))),
  );
  return {
    ...round,
    named: new Map([...round.named].filter(([id]) => !taken.has(id))),
    removed: new Set([...round.removed, ...(round.rest ? taken : [])]),
  };
}

/** The round as it is once staff have set its list. */
export function withSubjects(
  meeting: Meeting,
  round: Round,
  subjects: readonly SubjectId[],
): Round {
  const before = subjectsOf(meeting, round);
  const named = new Map(round.named);
  const removed = new Set(round.removed);
  for (const id of before)
    if (!subjects.includes(id)) {
      named.delete(id);
      removed.add(id);
    }
  for (const id of subjects)
    if (!before.includes(id)) {
      named.set(id, inPlayTurns(meeting));
      removed.delete(id);
    }
  return { ...round, named, removed };
}

/** Each open written round with its units. A unit stands in one: where it is named, else in the one opened first. */
const writtenLists = remembered((meeting: Meeting): ReadonlyMap<Round, readonly SubjectId[]> => {
  const lists = new Map(openWritten(meeting).map((round) => [round, [] as SubjectId[]]));
  const scored = new Set(
    [...meeting.rounds.values()].flatMap((round) =>
      lists.has(round) ? [] : subjectsOf(meeting, round),
    ),
  );
  const open = [...lists];
  const turns = turnsOf(meeting);
  for (const id of meeting.subjects.keys()) {
    if (meeting.out.has(id) || scored.has(id)) continue;
    const own = turns.get(id) ?? [];
    const names = ({ named }: Round) => own.every((turn) => named.get(id)?.has(turn));
    const list =
      open.find(([round]) => round.named.has(id) && names(round)) ??
      open.find(([round]) => round.rest && own.length === 0 && !round.removed.has(id));
    list?.[1].push(id);
  }
  return lists;
});

/** The items that give a unit its turn: its presentation, or its scoring where it was not to present at all. */
const turnsOf = remembered((meeting: Meeting): ReadonlyMap<SubjectId, readonly ItemId[]> => {
  const presents = new Set(
    meeting.agenda.flatMap((item) => (kindOf(item).presents ? (subjectOf(item) ?? []) : [])),
  );
  const turns = new Map<SubjectId, ItemId[]>();
  for (const item of inPlay(meeting)) {
    const id = subjectOf(item);
    if (id === undefined) continue;
    // Skipped, it hands in a written report like the others, though its scoring stands on the agenda still.
    if (kindOf(item).presents || !presents.has(id))
      turns.set(id, [...(turns.get(id) ?? []), item.id]);
  }
  return turns;
});

/** Items of turns that are not left out: what comes beside them later is a new turn. */
const inPlayTurns = remembered(
  (meeting: Meeting): ReadonlySet<ItemId> =>
    new Set(inPlay(meeting).flatMap((item) => (subjectOf(item) === undefined ? [] : [item.id]))),
);
