// The agenda, before the meeting and while it runs. What was used stays; what was drawn moves only for a reason.
import { canonical } from '../../draw/canonical.ts';
import type { ItemId } from '../../ids.ts';
import { isUsed, itemById } from '../agenda/items.ts';
import { leftOut } from '../agenda/participation.ts';
import { inserted, isRemovable, placed, subjectOf } from '../agenda/turn.ts';
import type { Item } from '../agenda/item.ts';
import { kindOf } from '../agenda/kinds.ts';
import { isAwaited } from '../results.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse } from '../world.ts';
import type { MeetingEvent } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import type { agendaCommands } from '../commands/agenda.ts';
import type { Deciders } from './decider.ts';

export const agendaDeciders = {
  /**
   * Replaces the agenda. Items that have been used must stay as they are; the current one must stay; and what a draw
   * put there stays in its order, which is left only one by one and for a reason.
   */
  SetAgenda: ({ meeting }, command) => {
    const items = placed(meeting, command.items);
    if (hasTwice(items.map(({ id }) => id))) return refuse({ code: 'agenda-invalid' });
    const byId = new Map(items.map((item) => [item.id, item]));
    for (const item of meeting.agenda) {
      const kept = byId.get(item.id);
      const isSame = kept !== undefined && sameItem(kept, item);
      if (!isSame && isAwaited(meeting, item.id)) return refuse({ code: 'board-awaited' });
      if (!isUsed(meeting, item) && item.id !== meeting.current) continue;
      if (!isSame) return refuse({ code: 'item-started' });
    }
    if (!keepsDrawn(meeting, items)) return refuse({ code: 'drawn-order' });
    const flaw = firstFlaw(meeting, items);
    if (flaw) return refuse(flaw);
    return accept([{ type: 'AgendaSet', items }]);
  },

  /** Changes one item's settings, as long as nothing was drawn or opened by them. */
  ChangeItem: ({ meeting }, { item }) => {
    const before = itemById(meeting, item.id);
    if (!before || before.kind !== item.kind) return refuse({ code: 'unknown-item' });
    if (isAwaited(meeting, before.id)) return refuse({ code: 'board-awaited' });
    if (isUsed(meeting, before)) return refuse({ code: 'item-started' });
    if (before.drawn !== undefined && subjectOf(before) !== subjectOf(item))
      return refuse({ code: 'drawn-order' });
    const flaw = kindOf(item).flaw(meeting, item);
    if (flaw) return refuse(flaw);
    const agenda = meeting.agenda.map((one) => (one.id === item.id ? item : one));
    const own = placed(meeting, agenda).filter(({ id }) => id === item.id);
    return accept(own.map((one): MeetingEvent => ({ type: 'ItemChanged', item: one })));
  },

  /** Puts items on the agenda at any time, behind an item or at the very beginning. */
  AddItems: ({ meeting }, { after, items }) => {
    if (after !== null && !itemById(meeting, after)) return refuse({ code: 'unknown-item' });
    if (items.length === 0 || hasTwice([...meeting.agenda, ...items].map(({ id }) => id)))
      return refuse({ code: 'agenda-invalid' });
    const flaw = firstFlaw(meeting, items);
    if (flaw) return refuse(flaw);
    const agenda = placed(meeting, inserted(meeting.agenda, after, items));
    const own = agenda.filter(({ id }) => items.some((item) => item.id === id));
    return accept([{ type: 'ItemsInserted', ...(after === null ? {} : { after }), items: own }]);
  },

  /**
   * Takes items off the agenda that were put there by mistake. What was on stage, drawn or used stays, crossed out at
   * most.
   */
  RemoveItems: ({ meeting }, { items }) => {
    const gone = items.flatMap((id) => itemById(meeting, id) ?? []);
    if (gone.length !== items.length || items.length === 0 || hasTwice(items))
      return refuse({ code: 'unknown-item' });
    if (gone.some(({ drawn }) => drawn !== undefined)) return refuse({ code: 'drawn-order' });
    if (gone.some(({ id }) => isAwaited(meeting, id))) return refuse({ code: 'board-awaited' });
    if (!gone.every((item) => isRemovable(meeting, item))) return refuse({ code: 'item-started' });
    return accept([{ type: 'ItemsRemoved', items }]);
  },

  /**
   * Moves items, kept in their order, behind another one or to the very beginning. The one on stage and those already
   * used stay; the order that a draw gave is left only for a reason, and its record stays what it was.
   */
  MoveItems: ({ meeting }, { items, after, reason }) => {
    const moved = items.flatMap((id) => itemById(meeting, id) ?? []);
    if (moved.length !== items.length || items.length === 0 || hasTwice(items))
      return refuse({ code: 'unknown-item' });
    if (after !== null && (!itemById(meeting, after) || items.includes(after)))
      return refuse({ code: 'unknown-item' });
    if (items.some((id) => id === meeting.current)) return refuse({ code: 'item-on-stage' });
    if (moved.some((item) => isUsed(meeting, item))) return refuse({ code: 'item-started' });
    if (reason.trim() === '' && moved.some(({ drawn }) => drawn !== undefined))
      return refuse({ code: 'reason-missing' });
    if (standsThere(meeting, items, after)) return accept([]);
    const agenda = inserted(
      meeting.agenda.filter((item) => !moved.includes(item)),
      after,
      moved,
    );
    return accept([
      { type: 'ItemsMoved', items, ...(after === null ? {} : { after }), reason: reason.trim() },
      // A draw of who asks is about the unit that it stands behind.
      ...changed(meeting, agenda, items),
    ]);
  },

  /** Leaves an item out, or all parts of a turn; they stay on the agenda, crossed out, and can be taken up again. */
  SkipItem: ({ meeting }, command) => {
    const items = named(meeting, command);
    if (!items) return refuse({ code: 'unknown-item' });
    const left = items.filter(({ id }) => !leftOut(meeting).has(id));
    for (const item of left) {
      const holds = kindOf(item).holds(meeting, item);
      if (holds) return refuse(holds);
      if (isAwaited(meeting, item.id)) return refuse({ code: 'board-awaited' });
      if (isUsed(meeting, item)) return refuse({ code: 'item-started' });
    }
    const reason = command.reason.trim();
    if (left.length > 0 && reason === '') return refuse({ code: 'reason-missing' });
    return accept(left.map(({ id }): MeetingEvent => ({ type: 'ItemSkipped', item: id, reason })));
  },

  /**
   * Takes a skipped item up again, or all parts of a turn. Refused while the unit takes no part: it comes back first.
   */
  RestoreItem: ({ meeting }, command) => {
    const items = named(meeting, command);
    if (!items) return refuse({ code: 'unknown-item' });
    const skipped = new Map(meeting.skipped);
    const events = items.flatMap(({ id }): readonly MeetingEvent[] =>
      skipped.delete(id) ? [{ type: 'ItemRestored', item: id }] : [],
    );
    const still = leftOut({ ...meeting, skipped });
    return items.some(({ id }) => still.has(id)) ? refuse({ code: 'subject-out' }) : accept(events);
  },
} satisfies Deciders<typeof agendaCommands>;

/** The items that a command names; null where one is not on the agenda. */
function named(
  meeting: Meeting,
  { item, also = [] }: { readonly item: ItemId; readonly also?: readonly ItemId[] },
): readonly Item[] | null {
  const ids = [...new Set([item, ...also])];
  const items = ids.flatMap((id) => itemById(meeting, id) ?? []);
  return items.length === ids.length ? items : null;
}

/** The items among these whose turn is another one on the new agenda. */
function changed(
  meeting: Meeting,
  agenda: readonly Item[],
  ids: readonly ItemId[],
): readonly MeetingEvent[] {
  return placed(meeting, agenda).flatMap((item): readonly MeetingEvent[] =>
    ids.includes(item.id) && item.turn !== itemById(meeting, item.id)?.turn
      ? [{ type: 'ItemChanged', item }]
      : [],
  );
}

function firstFlaw(meeting: Meeting, items: readonly Item[]): Refusal | null {
  for (const item of items) {
    // What was used once stands, whatever became of its subjects since.
    const flaw = isUsed(meeting, item) ? null : kindOf(item).flaw(meeting, item);
    if (flaw) return flaw;
  }
  return null;
}

/** Whether what draws put on the agenda is still all there, in its order and about the same units. */
function keepsDrawn(meeting: Meeting, items: readonly Item[]): boolean {
  const before = meeting.agenda.filter(({ drawn }) => drawn !== undefined);
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
  return canonical(a) === canonical(b);
}
