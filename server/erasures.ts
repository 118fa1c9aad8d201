// Rehearsals hold the same people as their meeting: when those are erased, they are erased there as well (R14).
import type { MeetingId } from '../shared/ids.ts';
import type { Halls } from './halls.ts';
import { inTurn } from './in-turn.ts';

/** A commit that failed is tried again after this long. */
const RETRY_MS = 1000;

export interface Erasures {
  close(): void;
}

/**
 * Follows every meeting, also one whose erasure a server did not live to carry over: the cards tell of that, and no
 * meeting is opened for it but the rehearsal. Rehearsals that are being made are waited for; none is made of a meeting
 * that is erased.
 */
export function followErasures(halls: Pick<Halls, 'all' | 'known' | 'hold' | 'onHall'>): Erasures {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;

  const carryOver = async (id: MeetingId): Promise<void> => {
    let failed = false;
    for (const { code, rehearsalOf, erasedAt } of halls.known()) {
      if (closed || rehearsalOf !== id || erasedAt !== null) continue;
      const held = await halls.hold(code);
      const answer = await held?.hall.server({ type: 'EraseWithMeeting' });
      held?.release();
      // One that cannot be opened is looked at when somebody has made it whole again.
      failed ||= answer?.ok === false;
    }
    if (!failed || closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      look(id);
    }, RETRY_MS);
    timers.add(timer);
  };
  const look = (id: MeetingId) => {
    // Only while the meeting is open can a rehearsal of it be in the making.
    const hall = halls.all().find(({ world }) => world.meeting.id === id);
    void (hall ? inTurn(hall, () => carryOver(id)) : carryOver(id));
  };

  halls.onHall((hall) => {
    const { id, rehearsalOf } = hall.world.meeting;
    hall.onChange(({ events }) => {
      if (events.some(({ event }) => event.type === 'PeopleErased')) look(id);
    });
    if (hall.world.meeting.erasedAt !== null) look(id);
    // A rehearsal that could not be opened when the people of its meeting were erased.
    const original = halls.known().find((one) => one.id === rehearsalOf);
    if (original && original.erasedAt !== null) look(original.id);
    return null;
  });
  for (const { id, erasedAt } of halls.known()) if (erasedAt !== null) look(id);
  return {
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
