// The agenda and the stage: what comes, what is on, bell and countdown.
import type { ItemId, SubjectId } from '../../ids.ts';
import { inserted } from '../agenda/turn.ts';
import { leftOut } from '../agenda/participation.ts';
import { arrivedLately } from '../holders.ts';
import { itemById } from '../agenda/items.ts';
import type { Item } from '../agenda/item.ts';
import type { agendaEvents } from '../events/agenda.ts';
import type { Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';

export const agendaFolds = {
  AgendaSet: (meeting, event) => ({ ...meeting, agenda: event.items }),
  ItemsInserted: (meeting, event) => {
    if (event.after !== undefined) itemIn(meeting, event.after);
    return { ...meeting, agenda: inserted(meeting.agenda, event.after ?? null, event.items) };
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
    if (event.after !== undefined) itemIn(meeting, event.after);
    const rest = meeting.agenda.filter((item) => !event.items.includes(item.id));
    return { ...meeting, agenda: inserted(rest, event.after ?? null, moved) };
  },
  ItemSkipped: (meeting, event) => {
    itemIn(meeting, event.item);
    // Older logs also tell of turns that were drawn for a unit which had withdrawn by then.
    if (leftOut(meeting).has(event.item)) return meeting;
    return { ...meeting, skipped: new Map(meeting.skipped).set(event.item, event.reason) };
  },
  ItemRestored: (meeting, event) => {
    itemIn(meeting, event.item);
    const skipped = new Map(meeting.skipped);
    skipped.delete(event.item);
    return { ...meeting, skipped };
  },
  ItemChanged: (meeting, event) => {
    itemIn(meeting, event.item.id);
    const agenda = meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item));
    return { ...meeting, agenda };
  },
  ItemEntered: (meeting, event, { at }) => {
    const { current, countdown, boardTurned, left } = meeting;
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
      boardTurned: back?.boardTurned ?? null,
      left: current === null ? null : { item: current, countdown, boardTurned },
    };
  },
  BellRung: (meeting, event, { seq, at }) => {
    itemIn(meeting, event.item);
    return { ...meeting, bell: seq, bellAt: at };
  },
  BoardTurned: (meeting, event) => {
    const { category, page = 'list', n = 0 } = event;
    if (category !== 'all') foundAll(idsOf(meeting.categories), 'category', [category]);
    return { ...meeting, boardTurned: { category, page, n } };
  },
  BoardShown: (meeting, event, { seq }) => {
    const { item, subjects } = event;
    itemIn(meeting, item);
    foundAll(meeting.subjects, 'subject', subjects);
    const { opened = new Map<SubjectId, number>(), since = meeting.boardShown } =
      meeting.boards.get(item) ?? {};
    const open = new Map(opened);
    for (const subject of subjects) {
      // The map's order is that in which rows came.
      open.delete(subject);
      open.set(subject, seq);
    }
    const boards = new Map(meeting.boards).set(item, { opened: open, since });
    return { ...meeting, boards, boardShown: seq, boardTurned: null };
  },
  MoveShown: (meeting, event, { seq }) => {
    found(meeting.rounds.get(event.round), 'round', event.round);
    const moves = new Map(meeting.moves).set(event.round, event.attempt);
    return { ...meeting, moves, boardShown: seq };
  },
  CountdownSet: (meeting, event) => {
    itemIn(meeting, event.countdown.item);
    return { ...meeting, countdown: event.countdown };
  },
  CountdownCleared: (meeting, event) => {
    itemIn(meeting, event.item);
    return { ...meeting, countdown: null };
  },
  ActTakenBack: (meeting, event) => {
    const { undo } = meeting;
    if (undo?.n !== event.act) throw new BrokenLog(`act ${String(event.act)} to take back`);
    return { ...meeting, ...undo.restores };
  },
} satisfies Folds<typeof agendaEvents>;

function itemIn(meeting: Meeting, id: ItemId): Item {
  return found(itemById(meeting, id), 'item', id);
}

function idsOf(all: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(all.map(({ id }) => id));
}
