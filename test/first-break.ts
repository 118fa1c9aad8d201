// Whether a log is one chain, for tests that look at what was written.
import { chain, type Chained } from '../shared/meeting/chain.ts';

/** The first event that does not follow from the one before it, or null where the whole chain holds. */
export function firstBreak(events: readonly Chained[]): number | null {
  let prev = '';
  for (const [n, { recorded, prev: before, salt, hash }] of events.entries()) {
    const follows = recorded.seq === n + 1 && before === prev;
    if (!follows || chain(prev, recorded, salt).hash !== hash) return n + 1;
    prev = hash;
  }
  return null;
}
