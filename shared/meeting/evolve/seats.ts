// Tickets, seats, and who is in the house.
import type { ReviewerId } from '../../ids.ts';
import { arrivedLately } from '../lookup.ts';
import type { Seat, Ticket } from '../people.ts';
import type { Meeting } from '../state.ts';
import { found, foundAll, type Folds } from './fold.ts';

export const seatsFolds = {
  TicketsIssued: (meeting, event) => {
    const tickets = new Map(meeting.tickets);
    foundAll(meeting.pool, 'reviewer', event.reviewers);
    for (const id of event.reviewers)
      tickets.set(id, newIssue(id, (tickets.get(id)?.issue ?? 0) + 1, event.address !== undefined));
    const anew = new Set<string>(event.reviewers);
    // A new issue ends whatever device came with the old one, and the desk's word ends the count of takeovers.
    const seats = new Map(meeting.seats);
    for (const seat of seats.values())
      if (anew.has(seat.holder.id) && seat.holder.kind === 'reviewer' && seat.claim > 0)
        seats.set(seat.id, { ...seat, claim: seat.claim + 1, claimedAt: [] });
    return {
      ...meeting,
      tickets,
      seats,
      printedAddress: event.address ?? meeting.printedAddress,
    };
  },
  TicketsSwapped: (meeting, event) => {
    const a = found(meeting.tickets.get(event.a), 'ticket of', event.a);
    const b = found(meeting.tickets.get(event.b), 'ticket of', event.b);
    const tickets = new Map(meeting.tickets)
      .set(event.a, { ...a, holds: b.holds })
      .set(event.b, { ...b, holds: a.holds });
    const seats = new Map(meeting.seats);
    for (const seat of seats.values())
      if (seat.claim > 0 && (seat.holder.id === event.a || seat.holder.id === event.b))
        seats.set(seat.id, { ...seat, claim: seat.claim + 1, claimedAt: [] });
    return { ...meeting, tickets, seats };
  },
  TicketRevoked: (meeting, event) => {
    const ticket = found(meeting.tickets.get(event.reviewer), 'ticket of', event.reviewer);
    return {
      ...meeting,
      tickets: new Map(meeting.tickets).set(event.reviewer, { ...ticket, revoked: true }),
    };
  },
  SeatsFilled: (meeting, event, { at }) => {
    const seats = new Map(meeting.seats);
    const here = arrivedLately(meeting.arrived, at);
    foundSeated(meeting, event.seats);
    // Whoever waited in the house sits down at once.
    for (const seat of event.seats)
      seats.set(seat.id, newSeat(seat, here.has(seat.holder.id as ReviewerId)));
    return { ...meeting, seats, arrived: without(here, event.seats) };
  },
  SeatClaimed: (meeting, event, { at }) => {
    const holder = meeting.seats.get(event.seat)?.holder.id as ReviewerId | undefined;
    const seen = holder === undefined ? meeting : withPhone(meeting, holder);
    const today = { ...seen, arrived: arrivedLately(seen.arrived, at) };
    return changeSeat(today, event.seat, (seat) => ({
      ...seat,
      present: true,
      gone: null,
      claim: event.claim,
      claimedAt: [...seat.claimedAt.slice(-2), at],
    }));
  },
  SeatReleased: (meeting, event) => {
    // Who let go of the seat has not been taken over: a desk's tablet serves one person after the other.
    return changeSeat(meeting, event.seat, (seat) => ({
      ...seat,
      claim: event.claim,
      claimedAt: seat.claimedAt.slice(0, -1),
    }));
  },
  SeatCheckedIn: (meeting, event) => {
    return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: true, gone: null }));
  },
  CheckInUndone: (meeting, event) => {
    return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false }));
  },
  SeatLeft: (meeting, event) => {
    return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false, gone: 'left' }));
  },
  SeatReplaced: (meeting, event) => {
    const { seat: id, draw, out, why, reason, skipped, recordHash } = event;
    foundAll(meeting.pool, 'reviewer', [out, ...skipped]);
    if (event.in) foundSeated(meeting, [event.in]);
    const left = changeSeat(meeting, id, (seat) => ({
      ...seat,
      present: false,
      gone: 'replaced',
      claim: seat.claim + 1,
    }));
    const seats = new Map(left.seats);
    if (event.in) seats.set(event.in.id, newSeat(event.in, true));
    const holder = event.in ? (event.in.holder.id as ReviewerId) : null;
    return {
      ...left,
      seats,
      arrived: without(left.arrived, event.in ? [event.in] : []),
      replacements: [
        ...left.replacements,
        { draw, out, in: holder, why, reason, skipped, recordHash },
      ],
    };
  },
  ReviewerArrived: (meeting, event, { at, by }) => {
    foundAll(meeting.pool, 'reviewer', [event.reviewer]);
    const away = new Set(meeting.away);
    away.delete(event.reviewer);
    const seen = by.kind === 'staff' ? meeting : withPhone(meeting, event.reviewer);
    // The first to come on a day ends the day before on every list.
    const here = arrivedLately(meeting.arrived, at);
    return { ...seen, arrived: new Map(here).set(event.reviewer, at), away };
  },
  ReviewerWentAway: (meeting, event) => {
    foundAll(meeting.pool, 'reviewer', [event.reviewer]);
    const arrived = new Map(meeting.arrived);
    arrived.delete(event.reviewer);
    return { ...meeting, arrived, away: new Set(meeting.away).add(event.reviewer) };
  },
} satisfies Folds<
  | 'TicketsIssued'
  | 'TicketsSwapped'
  | 'TicketRevoked'
  | 'SeatsFilled'
  | 'SeatClaimed'
  | 'SeatReleased'
  | 'SeatCheckedIn'
  | 'CheckInUndone'
  | 'SeatLeft'
  | 'SeatReplaced'
  | 'ReviewerArrived'
  | 'ReviewerWentAway'
>;

function newIssue(printedFor: ReviewerId, issue: number, printed: boolean): Ticket {
  return { issue, printed, revoked: false, holds: { printedFor, issue } };
}

/** Simulated phones come to rehearsals only, with tickets that nobody printed. */
function withPhone(meeting: Meeting, reviewer: ReviewerId): Meeting {
  const { phones, rehearsal, tickets } = meeting;
  if (phones.has(reviewer) || (rehearsal && !tickets.get(reviewer)?.printed)) return meeting;
  return { ...meeting, phones: new Set(phones).add(reviewer) };
}

function newSeat(seat: Pick<Seat, 'id' | 'holder' | 'group'>, present: boolean): Seat {
  const { id, holder, group } = seat;
  return { id, holder, group, present, gone: null, claim: 0, claimedAt: [] };
}

function foundSeated(
  { pool, subjects, groups }: Meeting,
  seats: readonly Pick<Seat, 'holder' | 'group'>[],
) {
  for (const { holder, group } of seats) {
    foundAll(holder.kind === 'reviewer' ? pool : subjects, holder.kind, [holder.id]);
    found(
      groups.find(({ id }) => id === group),
      'group',
      group,
    );
  }
}

function without(
  arrived: Meeting['arrived'],
  seats: readonly Pick<Seat, 'holder'>[],
): Meeting['arrived'] {
  const left = new Map(arrived);
  for (const { holder } of seats) left.delete(holder.id as ReviewerId);
  return left;
}

function changeSeat(meeting: Meeting, id: Seat['id'], change: (seat: Seat) => Seat): Meeting {
  const seat = found(meeting.seats.get(id), 'seat', id);
  return { ...meeting, seats: new Map(meeting.seats).set(id, change(seat)) };
}
