// The agenda, before the meeting and while it runs. What was used stays; what was drawn moves only for a reason.
import { isDrawn, isRemovable, subjectOf } from '../agenda/turn.ts';
import type { ItemId, SubjectId } from '../../ids.ts';
import type { StaffCommandOf } from '../commands.ts';
import { inRosterOrder, isUsed, itemById, openWritten } from '../lookup.ts';
import { writtenFor } from '../written-subjects.ts';
import type { Item } from '../agenda/item.ts';
import { INVALID } from '../agenda/kind.ts';
import { kindOf } from '../agenda/kinds.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { MeetingEvent } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import type { agendaCommands } from '../commands/agenda.ts';
import type { Deciders } from './decider.ts';

export const agendaDeciders = {
  SetAgenda: setAgenda,
  ChangeItem: changeItem,
  AddItems: addItems,
  RemoveItems: removeItems,
  MoveItems: moveItems,
  SkipItem: skipItem,
  RestoreItem: restoreItem,
} satisfies Deciders<typeof agendaCommands>;

/**
 * Replaces the agenda. Items that have been used must stay as they are; the current one must stay; and what a draw put
 * there stays in its order, which is left only one by one and for a reason.
 */
export function setAgenda({ meeting }: World, { items }: StaffCommandOf<'SetAgenda'>): Decision {
  if (hasTwice(items.map(({ id }) => id))) return refuse({ code: 'agenda-invalid' });
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of meeting.agenda) {
    const kept = byId.get(item.id);
    if (!isUsed(meeting, item) && item.id !== meeting.current) continue;
    if (!kept || !sameItem(kept, item)) return refuse({ code: 'item-started' });
  }
  if (!keepsDrawn(meeting, items)) return refuse({ code: 'drawn-order' });
  const flaw = firstFlaw(meeting, items);
  if (flaw) return refuse(flaw);
  const fresh = items.filter(({ id }) => !itemById(meeting, id));
  return accept([...leaveWritten(meeting, turnsIn(fresh), ''), { type: 'AgendaSet', items }]);
}

/** Changes one item's settings, as long as nothing was drawn or opened by them. */
export function changeItem({ meeting }: World, { item }: StaffCommandOf<'ChangeItem'>): Decision {
  const before = itemById(meeting, item.id);
  if (!before || before.kind !== item.kind) return refuse({ code: 'unknown-item' });
  if (isUsed(meeting, before)) return refuse({ code: 'item-started' });
  if (isDrawn(meeting, before) && subjectOf(before) !== subjectOf(item))
    return refuse({ code: 'drawn-order' });
  const flaw = kindOf(item).flaw(meeting, item);
  return flaw ? refuse(flaw) : accept([{ type: 'ItemChanged', item }]);
}

/** Puts items on the agenda at any time, behind an item or at the very beginning. */
export function addItems(
  { meeting }: World,
  { after, items }: StaffCommandOf<'AddItems'>,
): Decision {
  if (after !== null && !itemById(meeting, after)) return refuse({ code: 'unknown-item' });
  if (items.length === 0 || hasTwice([...meeting.agenda, ...items].map(({ id }) => id)))
    return refuse({ code: 'agenda-invalid' });
  const flaw = firstFlaw(meeting, items);
  if (flaw) return refuse(flaw);
  return accept([
    ...leaveWritten(meeting, turnsIn(items), ''),
    { type: 'ItemsInserted', ...(after === null ? {} : { after }), items },
  ]);
}

/**
 * Takes items off the agenda that were put there by mistake. What was on stage, drawn or used stays, crossed out at most.
 * A unit that a turn had taken out of an open written round is back in it.
 */
export function removeItems(
  { meeting }: World,
  { items }: StaffCommandOf<'RemoveItems'>,
): Decision {
  const gone = items.flatMap((id) => itemById(meeting, id) ?? []);
  if (gone.length !== items.length || items.length === 0 || hasTwice(items))
    return refuse({ code: 'unknown-item' });
  if (gone.some((item) => isDrawn(meeting, item))) return refuse({ code: 'drawn-order' });
  if (!gone.every((item) => isRemovable(meeting, item))) return refuse({ code: 'item-started' });
  const agenda = meeting.agenda.filter((item) => !gone.includes(item));
  return accept([
    ...joinWritten({ ...meeting, agenda }, turnsIn(gone)),
    { type: 'ItemsRemoved', items },
  ]);
}

/**
 * Moves items, kept in their order, behind another one or to the very beginning. The one on stage and those already used
 * stay; the order that a draw gave is left only for a reason, and its record stays what it was.
 */
export function moveItems(
  { meeting }: World,
  { items, after, reason }: StaffCommandOf<'MoveItems'>,
): Decision {
  const moved = items.flatMap((id) => itemById(meeting, id) ?? []);
  if (moved.length !== items.length || items.length === 0 || hasTwice(items))
    return refuse({ code: 'unknown-item' });
  if (after !== null && (!itemById(meeting, after) || items.includes(after)))
    return refuse({ code: 'unknown-item' });
  if (items.some((id) => id === meeting.current)) return refuse({ code: 'item-on-stage' });
  if (moved.some((item) => isUsed(meeting, item))) return refuse({ code: 'item-started' });
  if (reason.trim() === '' && moved.some((item) => isDrawn(meeting, item)))
    return refuse({ code: 'reason-missing' });
  if (standsThere(meeting, items, after)) return accept([]);
  return accept([
    { type: 'ItemsMoved', items, ...(after === null ? {} : { after }), reason: reason.trim() },
  ]);
}

/** Leaves an item out, or all parts of a turn; they stay on the agenda, crossed out, and can be taken up again. */
export function skipItem({ meeting }: World, command: StaffCommandOf<'SkipItem'>): Decision {
  const items = named(meeting, command);
  if (!items) return refuse({ code: 'unknown-item' });
  const left = items.filter(({ id }) => !meeting.skipped.has(id));
  for (const item of left) {
    const holds = kindOf(item).holds(meeting, item);
    if (holds) return refuse(holds);
    if (isUsed(meeting, item)) return refuse({ code: 'item-started' });
  }
  const reason = command.reason.trim();
  if (left.length > 0 && reason === '') return refuse({ code: 'reason-missing' });
  return accept(left.map(({ id }): MeetingEvent => ({ type: 'ItemSkipped', item: id, reason })));
}

/** Takes a skipped item up again, or all parts of a turn. Refused while the unit takes no part: it comes back first. */
export function restoreItem({ meeting }: World, command: StaffCommandOf<'RestoreItem'>): Decision {
  const items = named(meeting, command);
  if (!items) return refuse({ code: 'unknown-item' });
  const skipped = items.filter(({ id }) => meeting.skipped.has(id));
  const turns = turnsIn(skipped);
  if ([...turns].some((subject) => meeting.out.has(subject)))
    return refuse({ code: 'subject-out' });
  return accept([
    ...leaveWritten(meeting, turns, ''),
    ...skipped.map(({ id }): MeetingEvent => ({ type: 'ItemRestored', item: id })),
  ]);
}

/** The items that a command names; null where one is not on the agenda. */
function named(
  meeting: Meeting,
  { item, also = [] }: { readonly item: ItemId; readonly also?: readonly ItemId[] },
): readonly Item[] | null {
  const ids = [...new Set([item, ...also])];
  const items = ids.flatMap((id) => itemById(meeting, id) ?? []);
  return items.length === ids.length ? items : null;
}

/** What these new turns take out of the open written rounds: nobody is scored twice. */
export function leaveWritten(
  meeting: Meeting,
  subjects: ReadonlySet<string>,
  reason: string,
): readonly MeetingEvent[] {
  return openWritten(meeting).flatMap((round): readonly MeetingEvent[] => {
    const left = round.subjects.filter((id) => !subjects.has(id));
    if (left.length === round.subjects.length) return [];
    const attempt = round.attempts.length;
    return [{ type: 'RoundSubjectsSet', round: round.id, attempt, subjects: left, reason }];
  });
}

/** What these subjects, now without a turn, join of the open written rounds. */
function joinWritten(meeting: Meeting, subjects: ReadonlySet<SubjectId>): readonly MeetingEvent[] {
  const joining = [...subjects].filter((id) => !meeting.out.has(id));
  return openWritten(meeting).flatMap((round): readonly MeetingEvent[] => {
    const more = joining.filter((id) => writtenFor(meeting, id) === round);
    if (more.length === 0) return [];
    return [
      {
        type: 'RoundSubjectsSet',
        round: round.id,
        attempt: round.attempts.length,
        subjects: inRosterOrder(meeting, [...round.subjects, ...more]),
        reason: '',
      },
    ];
  });
}

/** Who gets a turn on stage by these items. */
function turnsIn(items: readonly Item[]): ReadonlySet<SubjectId> {
  return new Set(items.flatMap((item) => subjectOf(item) ?? []));
}

function firstFlaw(meeting: Meeting, items: readonly Item[]): Refusal | null {
  for (const item of items) {
    // Ids with a dot are those of turns that a draw gives (turnIds): nobody else makes them.
    if (item.id.includes('.') && !itemById(meeting, item.id)) return INVALID;
    // What was used once stands, whatever became of its subjects since.
    const flaw = isUsed(meeting, item) ? null : kindOf(item).flaw(meeting, item);
    if (flaw) return flaw;
  }
  return null;
}

/** Whether what draws put on the agenda is still all there, in its order and about the same units. */
function keepsDrawn(meeting: Meeting, items: readonly Item[]): boolean {
  const before = meeting.agenda.filter((item) => isDrawn(meeting, item));
  const drawn = new Set(before.map(({ id }) => id));
  const after = items.filter(({ id }) => drawn.has(id));
  return (
    before.length === after.length &&
    before.every((item, n) => {
      const kept = after[n];
      return kept?.id === item.id && subjectOf(kept) === subjectOf(item);
    })
  );
}

/** Whether these items already follow `after`, one behind the other. */
function standsThere({ agenda }: Meeting, items: readonly ItemId[], after: ItemId | null): boolean {
  const place = after === null ? 0 : agenda.findIndex(({ id }) => id === after) + 1;
  return items.every((id, n) => agenda[place + n]?.id === id);
}

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length;
}

function sameItem(a: Item, b: Item): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
