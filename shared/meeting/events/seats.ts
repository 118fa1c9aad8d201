// Tickets, seats, and who is in the house.
import { event } from './event.ts';

export const seatsEvents = {
  TicketsIssued: event({
    area: [],
    body: (f) => ({
      holders: f.list(f.holder),
      /** Origin printed on the sheets. */
      address: f.optional(f.text),
    }),
    private: ['holders'],
  }),
  /** Two holders keep the sheets they hold: each sheet now opens what is the other one's. */
  TicketsSwapped: event({
    area: [],
    body: (f) => ({ a: f.holder, b: f.holder }),
    private: ['a', 'b'],
  }),
  TicketRevoked: event({ area: [], body: (f) => ({ holder: f.holder }), private: ['holder'] }),
  SeatsFilled: event({
    area: ['roster'],
    body: (f) => ({
      draw: f.optional(f.draw),
      seats: f.list(f.object({ id: f.seat, holder: f.holder, group: f.group })),
    }),
    private: ['seats'],
  }),
  SeatClaimed: event({
    area: [],
    body: (f) => ({ seat: f.seat, claim: f.whole }),
    private: ['seat', 'claim'],
  }),
  SeatReleased: event({
    area: [],
    body: (f) => ({ seat: f.seat, claim: f.whole }),
    private: ['seat', 'claim'],
  }),
  /** The desk saw the person: present without a phone. */
  SeatCheckedIn: event({ area: [], body: (f) => ({ seat: f.seat }), private: ['seat'] }),
  /** Takes back a check-in by hand. */
  CheckInUndone: event({ area: [], body: (f) => ({ seat: f.seat }), private: ['seat'] }),
  SeatLeft: event({
    area: [],
    body: (f) => ({ seat: f.seat, reason: f.personReason }),
    private: ['seat', 'reason'],
  }),
  SeatReplaced: event({
    area: ['roster'],
    body: (f) => ({
      seat: f.seat,
      draw: f.draw,
      out: f.reviewer,
      why: f.replacementReason,
      /** From which `out` is recused, where that is why: whoever shares it was passed over. Absent in older logs. */
      subject: f.optional(f.subject),
      reason: f.personReason,
      skipped: f.list(f.reviewer),
      /** Absent: a recorded vacancy. */
      in: f.optional(f.object({ id: f.seat, holder: f.holder, group: f.group })),
      /** Hash of the replacement's record (shared/draw/replacement.ts). */
      recordHash: f.hash,
    }),
    private: ['seat', 'out', 'subject', 'reason', 'skipped', 'in'],
  }),
  /** Whoever holds a ticket and no seat is in the house, or no longer. */
  ReviewerArrived: event({ area: [], body: (f) => ({ holder: f.holder }), private: ['holder'] }),
  ReviewerWentAway: event({ area: [], body: (f) => ({ holder: f.holder }), private: ['holder'] }),
};
