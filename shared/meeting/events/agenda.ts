// The agenda and the stage: what comes, what is on, bell, board and countdown.
import { event } from './event.ts';

export const agendaEvents = {
  AgendaSet: event({ area: ['stage', 'roster'], body: (f) => ({ items: f.list(f.agendaItem) }) }),
  ItemsInserted: event({
    area: ['stage', 'roster'],
    /** `after` absent: at the very beginning. */
    body: (f) => ({ after: f.optional(f.item), items: f.list(f.agendaItem) }),
  }),
  ItemsRemoved: event({ area: ['stage', 'roster'], body: (f) => ({ items: f.list(f.item) }) }),
  ItemsMoved: event({
    area: ['stage', 'roster'],
    body: (f) => ({
      items: f.list(f.item),
      after: f.optional(f.item),
      /** "" where nothing that was drawn is moved. */
      reason: f.text,
    }),
  }),
  ItemSkipped: event({
    area: ['stage', 'roster'],
    body: (f) => ({ item: f.item, reason: f.text }),
  }),
  ItemRestored: event({ area: ['stage', 'roster'], body: (f) => ({ item: f.item }) }),
  ItemChanged: event({ area: ['stage', 'roster'], body: (f) => ({ item: f.agendaItem }) }),
  ItemEntered: event({ area: ['stage'], body: (f) => ({ item: f.item }) }),
  BellRung: event({ area: [], body: (f) => ({ item: f.item }) }),
  /** The hall's board is turned to a category; `all` is the overall standings. */
  BoardTurned: event({ area: ['stage'], body: (f) => ({ category: f.boardCategory }) }),
  CountdownSet: event({ area: ['stage'], body: (f) => ({ countdown: f.countdown }) }),
  CountdownCleared: event({ area: ['stage'], body: (f) => ({ item: f.item }) }),
  /** What this act changed is as it was before. */
  ActTakenBack: event({ area: ['stage', 'roster'], body: (f) => ({ act: f.whole }) }),
};
