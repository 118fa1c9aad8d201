// Tickets for simulated phones: for whom, and issued like any others, though on no paper.
import type { ReviewerId, SeatId } from '../../shared/ids.ts';
import { seatOfReviewer } from '../../shared/meeting/holders.ts';
import type { Answer } from '../../shared/protocol.ts';
import type { Hall, StaffActor } from '../hall.ts';
import { issueTickets } from '../identity/issue-tickets.ts';
import type { RandomBytes } from '../identity/tokens.ts';

export interface SimulatedTicket {
  readonly reviewer: ReviewerId;
  readonly secret: string;
}

export interface TicketParts {
  readonly random: RandomBytes;
  /** Seats whose phones are connected now; absent: none. */
  readonly connectedSeats?: (hall: Hall) => ReadonlySet<SeatId>;
}

/** Tickets for everyone whom a simulated phone may play. */
export async function simulatedTickets(
  hall: Hall,
  by: StaffActor,
  { random, connectedSeats }: TicketParts,
): Promise<Answer<{ readonly tickets: readonly SimulatedTicket[] }>> {
  const issued = await issueTickets(hall, by, random, {}, () =>
    reviewersFor(hall, connectedSeats?.(hall) ?? new Set()),
  );
  if (!issued.ok) return issued;
  return { ok: true, tickets: issued.made.map(({ reviewer, secret }) => ({ reviewer, secret })) };
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
