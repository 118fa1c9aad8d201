// Every event of a meeting (R1), declared once. Stored events never change: a new shape is a new version (R2).
import type { Instant } from '../instant.ts';
import { agendaEvents } from './events/agenda.ts';
import { commentsEvents } from './events/comments.ts';
import { drawsEvents } from './events/draws.ts';
import type { EventEntry, EventsOf } from './events/event.ts';
import { rehearsalEvents } from './events/rehearsal.ts';
import { resultEvents } from './events/result.ts';
import { roundsEvents } from './events/rounds.ts';
import { seatsEvents } from './events/seats.ts';
import { setupEvents } from './events/setup.ts';
import type { Actor } from './state.ts';

const DECLARED = {
  ...setupEvents,
  ...agendaEvents,
  ...seatsEvents,
  ...drawsEvents,
  ...roundsEvents,
  ...commentsEvents,
  ...resultEvents,
  ...rehearsalEvents,
};

export type MeetingEvent = EventsOf<typeof DECLARED>;

export const EVENTS: Readonly<Record<MeetingEvent['type'], EventEntry>> = DECLARED;

/** Which command made an event: `n` is the sequence number of the first event of the same act. */
export interface Act {
  readonly n: number;
  readonly command: string;
}

/** What is stored and chained: an event with its place, time, actor, act and shape version. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor;
  /** null in logs of version 1, which did not say. */
  readonly act: Act | null;
  /** Version of the event's shape. */
  readonly v: number;
  readonly event: MeetingEvent;
}
