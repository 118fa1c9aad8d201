// The agenda and the stage: what comes, what is on, bell, board and countdown.
import { BOARD_PAGES } from '../board.ts';
import { event, later, inVersion4 } from './event.ts';

export const agendaEvents = {
  AgendaSet: inVersion4(['stage', 'roster'], (f) => ({ items: f.list(f.agendaItem) })),
  /** `after` absent: at the very beginning. */
  ItemsInserted: inVersion4(['stage', 'roster'], (f) => ({
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
  ItemChanged: inVersion4(['stage', 'roster'], (f) => ({ item: f.agendaItem })),
  ItemEntered: event(['stage'], (f) => ({ item: f.item })),
  BellRung: event([], (f) => ({ item: f.item })),
  /**
   * The hall's board is turned to a page of a category's standings; `all` is the overall ones. In version 2 it had no page:
   * it was turned to the first of its list.
   */
  BoardTurned: later(['stage'], (f) => ({
    category: f.boardCategory,
    page: f.optional(f.one(...BOARD_PAGES)),
    n: f.optional(f.whole),
  })),
  /** Rows of the board on stage are opened to the hall, in this order. */
  BoardShown: event(['stage'], (f) => ({ item: f.item, subjects: f.list(f.subject) })),
  /** After a live scoring the hall sees its unit climb to its place. */
  MoveShown: event(['stage'], (f) => ({ round: f.round, attempt: f.whole })),
  CountdownSet: event(['stage'], (f) => ({ countdown: f.countdown })),
  CountdownCleared: event(['stage'], (f) => ({ item: f.item })),
  /** What this act changed is as it was before. */
  ActTakenBack: event(['stage', 'roster'], (f) => ({ act: f.whole })),
};
