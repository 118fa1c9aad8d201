// How one kind of event changes the meeting: one function for each, grouped by subject as the decisions are.
import type { MeetingEvent, Recorded } from '../events.ts';
import type { Meeting } from '../state.ts';

export type Fold<E = never> = (
  meeting: Meeting,
  event: E,
  recorded: Pick<Recorded, 'at' | 'by' | 'seq' | 'act'>,
) => Meeting;

/** The folds of a table of events; an event without its own does not compile. */
export type Folds<T> = {
  readonly [K in keyof T]: Fold<Extract<MeetingEvent, { readonly type: K }>>;
};

/** An event names what does not exist, or what cannot be so: the fold stops, nothing is passed over (R2). */
export class BrokenLog extends Error {
  override readonly name = 'BrokenLog';
}

/** The value, which must be there. @throws BrokenLog that names it */
export function found<T>(one: T | undefined, what: string, id: string): T {
  if (one === undefined) throw new BrokenLog(`no ${what} ${id}`);
  return one;
}

/** Every id is a key. @throws BrokenLog that names the first that is not */
export function foundAll(
  known: { has(id: string): boolean },
  what: string,
  ids: readonly string[],
): void {
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined) throw new BrokenLog(`no ${what} ${stranger}`);
}
