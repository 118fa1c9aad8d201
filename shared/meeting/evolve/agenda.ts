// The agenda and the stage: what comes, what is on, bell and countdown.
import { subjectOf } from '../agenda/turn.ts';
import type { ItemId } from '../../ids.ts';
import { arrivedLately, itemById } from '../lookup.ts';
import type { Item } from '../agenda/item.ts';
import type { Folds } from './fold.ts';

export const agendaFolds = {
  AgendaSet: (meeting, event) => {
    return { ...meeting, agenda: event.items };
  },
  ItemsInserted: (meeting, event) => {
    return { ...meeting, agenda: inserted(meeting.agenda, event.after, event.items) };
  },
  ItemsRemoved: (meeting, event) => {
    const gone: ReadonlySet<ItemId> = new Set(event.items);
    return {
      ...meeting,
      agenda: meeting.agenda.filter(({ id }) => !gone.has(id)),
      skipped: new Map([...meeting.skipped].filter(([id]) => !gone.has(id))),
    };
  },
  ItemsMoved: (meeting, event) => {
    const moved = event.items.flatMap((id) => meeting.agenda.find((item) => item.id === id) ?? []);
    const rest = meeting.agenda.filter((item) => !event.items.includes(item.id));
    return { ...meeting, agenda: inserted(rest, event.after, moved) };
  },
  ItemSkipped: (meeting, event) => {
    const skipped = new Map(meeting.skipped).set(event.item, event.reason);
    // A turn drawn for a unit that had withdrawn by then is skipped because of that.
    const subject = subjectOf(itemById(meeting, event.item));
    const gone = subject === undefined ? undefined : meeting.out.get(subject);
    if (subject === undefined || !gone) return { ...meeting, skipped };
    const turns = [...gone.turns, event.item];
    return { ...meeting, skipped, out: new Map(meeting.out).set(subject, { ...gone, turns }) };
  },
  ItemRestored: (meeting, event) => {
    const skipped = new Map(meeting.skipped);
    skipped.delete(event.item);
    return { ...meeting, skipped };
  },
  ItemChanged: (meeting, event) => {
    return {
      ...meeting,
      agenda: meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item)),
    };
  },
  ItemEntered: (meeting, event, { at }) => {
    const { current, countdown, boardCategory, left } = meeting;
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
  BellRung: (meeting, _, { seq, at }) => {
    return { ...meeting, bell: seq, bellAt: at };
  },
  BoardTurned: (meeting, event) => {
    return { ...meeting, boardCategory: event.category };
  },
  CountdownSet: (meeting, event) => {
    return { ...meeting, countdown: event.countdown, cleared: null };
  },
  CountdownCleared: (meeting) => {
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

function inserted(
  agenda: readonly Item[],
  after: ItemId | undefined,
  items: readonly Item[],
): readonly Item[] {
  const place = agenda.findIndex((item) => item.id === after) + 1;
  return [...agenda.slice(0, place), ...items, ...agenda.slice(place)];
}
