// Tickets, seats, and who is in the house.
import { event, partlyPrivate } from './event.ts';

export const seatsEvents = {
  TicketsIssued: partlyPrivate([], ['holders'], (f) => ({
    holders: f.list(f.holder),
    /** Origin printed on the sheets. */
    address: f.optional(f.text),
  })),
  /** Two holders keep the sheets they hold: each sheet now opens what is the other one's. */
  TicketsSwapped: partlyPrivate([], ['a', 'b'], (f) => ({ a: f.holder, b: f.holder })),
  TicketRevoked: partlyPrivate([], ['holder'], (f) => ({ holder: f.holder })),
  /** A group for seats that units hold, beside those of the list of reviewers. */
  GroupAdded: event(['stage', 'roster', 'results'], (f) => ({
    group: f.group,
    name: f.text,
    weight: f.decimal,
  })),
  SeatsFilled: partlyPrivate(['roster'], ['seats'], (f) => ({
    draw: f.optional(f.draw),
    seats: f.list(f.object({ id: f.seat, holder: f.holder, group: f.group })),
  })),
  SeatClaimed: partlyPrivate([], ['seat', 'claim'], (f) => ({ seat: f.seat, claim: f.whole })),
  SeatReleased: partlyPrivate([], ['seat', 'claim'], (f) => ({ seat: f.seat, claim: f.whole })),
  /** The desk saw the person: present without a phone. */
  SeatCheckedIn: partlyPrivate([], ['seat'], (f) => ({ seat: f.seat })),
  /** Takes back a check-in by hand. */
  CheckInUndone: partlyPrivate([], ['seat'], (f) => ({ seat: f.seat })),
  SeatLeft: partlyPrivate([], ['seat', 'reason'], (f) => ({
    seat: f.seat,
    reason: f.personReason,
  })),
  SeatReplaced: partlyPrivate(
    ['roster'],
    ['seat', 'out', 'subject', 'reason', 'skipped', 'in'],
    (f) => ({
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
  ),
  /** Whoever holds a ticket and no seat is in the house, or no longer. */
  ReviewerArrived: partlyPrivate([], ['holder'], (f) => ({ holder: f.holder })),
  ReviewerWentAway: partlyPrivate([], ['holder'], (f) => ({ holder: f.holder })),
};
