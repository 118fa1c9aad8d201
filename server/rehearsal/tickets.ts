// Tickets for simulated phones: for whom, and issued like any others, though on no paper.
import type { ReviewerId, SeatId } from '../../shared/ids.ts';
import { seatOfReviewer } from '../../shared/meeting/holders.ts';
import { reviewerHolder, type Holder } from '../../shared/meeting/people.ts';
import type { Answer } from '../../shared/protocol.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { issueTickets } from '../identity/issue-tickets.ts';
import type { RandomBytes } from '../identity/tokens.ts';
import { playedBy, type Played } from './played.ts';

export interface SimulatedTicket {
  readonly reviewer: Played;
  readonly secret: string;
}

export interface TicketParts {
  readonly random: RandomBytes;
  /** Seats whose phones are connected now; absent: none. */
  readonly connectedSeats?: (hall: Hall) => ReadonlySet<SeatId>;
}

/** Tickets for everyone whom a simulated phone may play: units that have a seat, and people. */
export async function simulatedTickets(
  hall: Hall,
  by: StaffActor,
  { random, connectedSeats }: TicketParts,
): Promise<Answer<{ readonly tickets: readonly SimulatedTicket[] }>> {
  const issued = await issueTickets(hall, by, random, {}, () => {
    const connected = connectedSeats?.(hall) ?? new Set();
    return [...unitsFor(hall, connected), ...reviewersFor(hall, connected).map(reviewerHolder)];
  });
  if (!issued.ok) return issued;
  const tickets = issued.made.map(({ holder, secret }) => ({ reviewer: playedBy(holder), secret }));
  return { ok: true, tickets };
}

/** Units with a seat whose own phone is not connected. */
function unitsFor({ world }: Hall, connected: ReadonlySet<SeatId>): readonly Holder[] {
  return [...world.meeting.seats.values()].flatMap(({ id, holder }) =>
    holder.kind === 'subject' && !world.meeting.out.has(holder.id) && !connected.has(id)
      ? [holder]
      : [],
  );
}

/**
 * Who may be played by a simulated phone: everyone of the pool, those with a seat first, but nobody whose own phone is
 * connected now. Somebody is trying the rehearsal with it.
 */
function reviewersFor(hall: Hall, connected: ReadonlySet<SeatId>): readonly ReviewerId[] {
  const { meeting } = hall.world;
  const rank = (id: ReviewerId) => (seatOfReviewer(meeting, id) ? 0 : 1);
  return [...meeting.pool.keys()]
    .filter((id) => {
      const seat = seatOfReviewer(meeting, id);
      return !seat || !connected.has(seat.id);
    })
    .sort((a, b) => rank(a) - rank(b));
}
