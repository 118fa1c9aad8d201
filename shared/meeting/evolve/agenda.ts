// The agenda and the stage: what comes, what is on, bell and countdown.
import type { ItemId } from '../../ids.ts';
import { inserted, placed } from '../agenda/turn.ts';
import { leftOut } from '../agenda/participation.ts';
import { arrivedLately } from '../lookup.ts';
import type { Folds } from './fold.ts';

export const agendaFolds = {
  AgendaSet: (meeting, event) => {
    return { ...meeting, agenda: event.items };
  },
  ItemsInserted: (meeting, event) => {
    return { ...meeting, agenda: inserted(meeting.agenda, event.after ?? null, event.items) };
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
    return { ...meeting, agenda: inserted(rest, event.after ?? null, moved) };
  },
  ItemSkipped: (meeting, event) => {
    // Older logs also tell of turns that were drawn for a unit which had withdrawn by then.
    if (leftOut(meeting).has(event.item)) return meeting;
    return { ...meeting, skipped: new Map(meeting.skipped).set(event.item, event.reason) };
  },
  ItemRestored: (meeting, event) => {
    const skipped = new Map(meeting.skipped);
    skipped.delete(event.item);
    return { ...meeting, skipped };
  },
  ItemChanged: (meeting, event, { act }) => {
    const agenda = meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item));
    // One item of an older log does not tell which turn it is of.
    return { ...meeting, agenda: act ? agenda : placed(meeting, agenda) };
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
    return { ...meeting, countdown: event.countdown };
  },
  CountdownCleared: (meeting) => {
    return { ...meeting, countdown: null };
  },
  ActTakenBack: (meeting, event) => {
    const { undo } = meeting;
    if (undo?.n !== event.act) throw new Error(`act ${String(event.act)} cannot be taken back`);
    return { ...meeting, ...undo.restores };
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
  | 'ActTakenBack'
>;
