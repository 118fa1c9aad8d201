// The agenda and the stage: what comes, what is on, bell and countdown.
import { subjectOf } from '../agenda/turn.ts';
import type { ItemId } from '../../ids.ts';
import { arrivedLately, itemById } from '../lookup.ts';
import type { Item } from '../agenda/item.ts';
import type { Meeting } from '../state.ts';
import { found, foundAll, type Folds } from './fold.ts';

export const agendaFolds = {
  AgendaSet: (meeting, event) => {
    return { ...meeting, agenda: event.items };
  },
  ItemsInserted: (meeting, event) => {
    return { ...meeting, agenda: inserted(meeting.agenda, event.after, event.items) };
  },
  ItemsRemoved: (meeting, event) => {
    const gone: ReadonlySet<ItemId> = new Set(event.items);
    foundAll(idsOf(meeting.agenda), 'item', event.items);
    return {
      ...meeting,
      agenda: meeting.agenda.filter(({ id }) => !gone.has(id)),
      skipped: new Map([...meeting.skipped].filter(([id]) => !gone.has(id))),
    };
  },
  ItemsMoved: (meeting, event) => {
    const moved = event.items.map((id) => itemIn(meeting, id));
    const rest = meeting.agenda.filter((item) => !event.items.includes(item.id));
    return { ...meeting, agenda: inserted(rest, event.after, moved) };
  },
  ItemSkipped: (meeting, event) => {
    const skipped = new Map(meeting.skipped).set(event.item, event.reason);
    // A turn drawn for a unit that had withdrawn by then is skipped because of that.
    const subject = subjectOf(itemIn(meeting, event.item));
    const gone = subject === undefined ? undefined : meeting.out.get(subject);
    if (subject === undefined || !gone) return { ...meeting, skipped };
    const turns = [...gone.turns, event.item];
    return { ...meeting, skipped, out: new Map(meeting.out).set(subject, { ...gone, turns }) };
  },
  ItemRestored: (meeting, event) => {
    itemIn(meeting, event.item);
    const skipped = new Map(meeting.skipped);
    skipped.delete(event.item);
    return { ...meeting, skipped };
  },
  ItemChanged: (meeting, event) => {
    itemIn(meeting, event.item.id);
    return {
      ...meeting,
      agenda: meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item)),
    };
  },
  ItemEntered: (meeting, event, { at }) => {
    const { current, countdown, boardCategory, left } = meeting;
    itemIn(meeting, event.item);
    const back = left?.item === event.item ? left : null;
    return {
      ...meeting,
      current: event.item,
      arrived: arrivedLately(meeting.arrived, at),
      entered: meeting.entered.has(event.item)
        ? meeting.entered
        : new Map(meeting.entered).set(event.item, at),
      countdown: back?.countdown ?? null,
      cleared: null,
      boardCategory: back?.boardCategory ?? null,
      left: current === null ? null : { item: current, countdown, boardCategory },
    };
  },
  BellRung: (meeting, event, { seq, at }) => {
    itemIn(meeting, event.item);
    return { ...meeting, bell: seq, bellAt: at };
  },
  BoardTurned: (meeting, event) => {
    const { category } = event;
    if (category !== 'all') foundAll(idsOf(meeting.categories), 'category', [category]);
    return { ...meeting, boardCategory: category };
  },
  CountdownSet: (meeting, event) => {
    itemIn(meeting, event.countdown.item);
    return { ...meeting, countdown: event.countdown, cleared: null };
  },
  CountdownCleared: (meeting, event) => {
    itemIn(meeting, event.item);
    return { ...meeting, countdown: null, cleared: meeting.countdown };
  },
} satisfies Folds<
  | 'AgendaSet'
  | 'ItemsInserted'
  | 'ItemsRemoved'
  | 'ItemsMoved'
  | 'ItemSkipped'
  | 'ItemRestored'
  | 'ItemChanged'
  | 'ItemEntered'
  | 'BellRung'
  | 'BoardTurned'
  | 'CountdownSet'
  | 'CountdownCleared'
>;

function itemIn(meeting: Meeting, id: ItemId): Item {
  return found(itemById(meeting, id), 'item', id);
}

function idsOf(all: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ id }) => id));
}

function inserted(
  agenda: readonly Item[],
  after: ItemId | undefined,
  items: readonly Item[],
): readonly Item[] {
  if (after !== undefined) foundAll(idsOf(agenda), 'item', [after]);
  const place = agenda.findIndex((item) => item.id === after) + 1;
  return [...agenda.slice(0, place), ...items, ...agenda.slice(place)];
}
