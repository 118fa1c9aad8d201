// The agenda and the stage: what comes, what is on, bell, board and countdown.
import { event, later } from './event.ts';

export const agendaEvents = {
  AgendaSet: later(['stage', 'roster'], (f) => ({ items: f.list(f.agendaItem) })),
  /** `after` absent: at the very beginning. */
  ItemsInserted: later(['stage', 'roster'], (f) => ({
    after: f.optional(f.item),
    items: f.list(f.agendaItem),
  })),
  ItemsRemoved: event(['stage', 'roster'], (f) => ({ items: f.list(f.item) })),
  ItemsMoved: event(['stage', 'roster'], (f) => ({
    items: f.list(f.item),
    after: f.optional(f.item),
    /** "" where nothing that was drawn is moved. */
    reason: f.text,
  })),
  ItemSkipped: event(['stage', 'roster'], (f) => ({ item: f.item, reason: f.text })),
  ItemRestored: event(['stage', 'roster'], (f) => ({ item: f.item })),
  ItemChanged: later(['stage', 'roster'], (f) => ({ item: f.agendaItem })),
  ItemEntered: event(['stage'], (f) => ({ item: f.item })),
  BellRung: event([], (f) => ({ item: f.item })),
  /** The hall's board is turned to a category; `all` is the overall standings. */
  BoardTurned: event(['stage'], (f) => ({ category: f.boardCategory })),
  CountdownSet: event(['stage'], (f) => ({ countdown: f.countdown })),
  CountdownCleared: event(['stage'], (f) => ({ item: f.item })),
  /** What this act changed is as it was before. */
  ActTakenBack: event(['stage', 'roster'], (f) => ({ act: f.whole })),
};
