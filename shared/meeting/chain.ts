// The hash chain over the log (R3): each event's hash covers the one before it.
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Recorded } from './events.ts';

/** A recorded event with its place in the chain; hashes are 64 hex digits, `prev` of the first event is "". */
export interface Chained {
  readonly recorded: Recorded;
  readonly prev: string;
  readonly hash: string;
}

/** Puts an event on the chain: hash = fingerprint("event", prev ‖ newline ‖ canonical JSON of the event). */
export function chain(prev: string, recorded: Recorded): Chained {
  return { recorded, prev, hash: fingerprint('event', `${prev}\n${eventText(recorded)}`) };
}

/** The canonical text of an event: what is stored and hashed. Older events say nothing of their act. */
export function eventText({ act, ...recorded }: Recorded): string {
  return canonical(act ? { ...recorded, act } : recorded);
}

/** The first event that does not follow from the one before it, or null where the whole chain holds. */
export function firstBreak(events: readonly Chained[]): number | null {
  let prev = '';
  for (const [n, event] of events.entries()) {
    const { seq } = event.recorded;
    if (seq !== n + 1 || event.prev !== prev || chain(prev, event.recorded).hash !== event.hash)
      return n + 1;
    prev = event.hash;
  }
  return null;
}
