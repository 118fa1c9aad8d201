// Rehearsals hold the same people as their meeting: when those are erased, they are erased there as well (R14).
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import { inTurn } from './in-turn.ts';

/** A commit that failed is tried again after this long. */
const RETRY_MS = 1000;

export interface Erasures {
  close(): void;
}

/**
 * Follows every hall, also one whose erasure a server did not live to carry over. Rehearsals that are being made are
 * waited for; none is made of a meeting that is erased.
 */
export function followErasures(halls: Pick<Halls, 'all' | 'onHall'>): Erasures {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const carryOver = async (original: Hall): Promise<void> => {
    const { id } = original.world.meeting;
    let failed = false;
    for (const hall of halls.all()) {
      const { rehearsalOf, erasedAt } = hall.world.meeting;
      if (closed || rehearsalOf !== id || erasedAt !== null) continue;
      const answer = await hall.server({ type: 'EraseWithMeeting' });
      failed ||= !answer.ok;
    }
    if (!failed || closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      look(original);
    }, RETRY_MS);
    timers.add(timer);
  };
  const look = (hall: Hall) => {
    if (hall.world.meeting.erasedAt !== null) void inTurn(hall, () => carryOver(hall));
  };

  halls.onHall((hall) => {
    hall.onChange(({ events }) => {
      if (events.some(({ event }) => event.type === 'PeopleErased')) look(hall);
    });
    look(hall);
  });
  return {
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
