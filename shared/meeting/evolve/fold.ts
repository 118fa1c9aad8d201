// How one kind of event changes the meeting: one function for each, grouped by subject as the decisions are.
import type { MeetingEvent, Recorded } from '../events.ts';
import type { Meeting } from '../state.ts';

export type Fold<E = never> = (
  meeting: Meeting,
  event: E,
  recorded: Pick<Recorded, 'at' | 'by' | 'seq' | 'act'>,
) => Meeting;

export type Folds<T extends MeetingEvent['type']> = {
  readonly [K in T]: Fold<Extract<MeetingEvent, { readonly type: K }>>;
};
