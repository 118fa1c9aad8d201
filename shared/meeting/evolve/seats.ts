// Tickets, seats, and who is in the house.
import type { ReviewerId, SubjectId } from '../../ids.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import { arrivedLately, seatOfHolder } from '../holders.ts';
import {
  keyOf,
  subjectHolder,
  type Holder,
  type HolderKey,
  type NewSeat,
  type Seat,
  type Ticket,
} from '../people.ts';
import type { seatsEvents } from '../events/seats.ts';
import type { Meeting } from '../state.ts';
import { BrokenLog, found, foundAll, type Folds } from './fold.ts';

export const seatsFolds = {
  TicketsIssued: (meeting, event) => {
    const tickets = new Map(meeting.tickets);
    for (const holder of event.holders) {
      const key = knownKey(meeting, holder);
      const issue = (tickets.get(key)?.issue ?? 0) + 1;
      tickets.set(key, newIssue(key, issue, event.address !== undefined));
    }
    // A new issue ends whatever device came with the old one, and the desk's word ends the count of takeovers.
    const seats = endClaims(meeting, new Set(event.holders.map(keyOf)));
    return {
      ...meeting,
      tickets,
      seats,
      printedAddress: event.address ?? meeting.printedAddress,
    };
  },
  TicketsSwapped: (meeting, event) => {
    const [one, other] = [keyOf(event.a), keyOf(event.b)];
    const a = found(meeting.tickets.get(one), 'ticket of', one);
    const b = found(meeting.tickets.get(other), 'ticket of', other);
    const tickets = new Map(meeting.tickets)
      .set(one, { ...a, holds: b.holds })
      .set(other, { ...b, holds: a.holds });
    return { ...meeting, tickets, seats: endClaims(meeting, new Set([one, other])) };
  },
  TicketRevoked: (meeting, event) => {
    const key = keyOf(event.holder);
    const ticket = found(meeting.tickets.get(key), 'ticket of', key);
    return {
      ...meeting,
      tickets: new Map(meeting.tickets).set(key, { ...ticket, revoked: true }),
    };
  },
  GroupAdded: (meeting, { group: id, name, weight }) => {
    if (meeting.groups.some((group) => group.id === id)) throw new BrokenLog(`group ${id} again`);
    return { ...meeting, groups: [...meeting.groups, { id, name, weight: wholeOf(weight) }] };
  },
  SeatsFilled: (meeting, event, { at }) => {
    const seats = new Map(meeting.seats);
    const here = arrivedLately(meeting.arrived, at);
    foundSeated(meeting, event.seats);
    // Whoever waited in the house sits down at once.
    for (const seat of event.seats) seats.set(seat.id, newSeat(seat, here.has(keyOf(seat.holder))));
    return { ...meeting, seats, arrived: without(here, event.seats) };
  },
  SeatClaimed: (meeting, event, { at }) => {
    const holder = meeting.seats.get(event.seat)?.holder;
    const seen = holder === undefined ? meeting : withPhone(meeting, keyOf(holder));
    const today = { ...seen, arrived: arrivedLately(seen.arrived, at) };
    return changeSeat(today, event.seat, (seat) => ({
      ...seat,
      present: true,
      gone: null,
      claim: event.claim,
      claimedAt: [...seat.claimedAt.slice(-2), at],
    }));
  },
  SeatReleased: (meeting, event) =>
    // Who let go of the seat has not been taken over: a desk's tablet serves one person after the other.
    changeSeat(meeting, event.seat, (seat) => ({
      ...seat,
      claim: event.claim,
      claimedAt: seat.claimedAt.slice(0, -1),
    })),
  SeatCheckedIn: (meeting, event) =>
    changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: true, gone: null })),
  CheckInUndone: (meeting, event) =>
    changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false })),
  SeatLeft: (meeting, event) =>
    changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false, gone: 'left' })),
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
    const key = knownKey(meeting, event.holder);
    const away = new Set(meeting.away);
    away.delete(key);
    const seen = by.kind === 'staff' ? meeting : withPhone(meeting, key);
    // The first to come on a day ends the day before on every list.
    const here = arrivedLately(meeting.arrived, at);
    return { ...seen, arrived: new Map(here).set(key, at), away };
  },
  ReviewerWentAway: (meeting, event) => {
    const key = knownKey(meeting, event.holder);
    const arrived = new Map(meeting.arrived);
    arrived.delete(key);
    return { ...meeting, arrived, away: new Set(meeting.away).add(key) };
  },
} satisfies Folds<typeof seatsEvents>;

/** A unit that takes part no longer leaves its seat: it owes nothing from now on, and what it cast counts. */
export function withoutSeatOf(meeting: Meeting, unit: SubjectId): Meeting['seats'] {
  const seat = seatOfHolder(meeting, subjectHolder(unit));
  return seat?.present === true
    ? new Map(meeting.seats).set(seat.id, { ...seat, present: false, gone: 'left' })
    : meeting.seats;
}

/** The key of a holder, who must be there. */
export function knownKey({ pool, subjects }: Meeting, holder: Holder): HolderKey {
  foundAll(holder.kind === 'reviewer' ? pool : subjects, holder.kind, [holder.id]);
  return keyOf(holder);
}

/** Devices that speak for these holders' seats speak for them no longer. */
function endClaims(meeting: Meeting, holders: ReadonlySet<HolderKey>): Meeting['seats'] {
  const seats = new Map(meeting.seats);
  for (const seat of seats.values())
    if (seat.claim > 0 && holders.has(keyOf(seat.holder)))
      seats.set(seat.id, { ...seat, claim: seat.claim + 1, claimedAt: [] });
  return seats;
}

function newIssue(printedFor: HolderKey, issue: number, printed: boolean): Ticket {
  return { issue, printed, revoked: false, holds: { printedFor, issue } };
}

/** Simulated phones come to rehearsals only, with tickets that nobody printed. */
function withPhone(meeting: Meeting, holder: HolderKey): Meeting {
  const { phones, rehearsal, tickets } = meeting;
  if (phones.has(holder) || (rehearsal && !tickets.get(holder)?.printed)) return meeting;
  return { ...meeting, phones: new Set(phones).add(holder) };
}

function newSeat(seat: NewSeat, present: boolean): Seat {
  const { id, holder, group } = seat;
  return { id, holder, group, present, gone: null, claim: 0, claimedAt: [] };
}

function foundSeated(meeting: Meeting, seats: readonly Pick<Seat, 'holder' | 'group'>[]) {
  for (const { holder, group } of seats) {
    knownKey(meeting, holder);
    found(
      meeting.groups.find(({ id }) => id === group),
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
  for (const { holder } of seats) left.delete(keyOf(holder));
  return left;
}

function changeSeat(meeting: Meeting, id: Seat['id'], change: (seat: Seat) => Seat): Meeting {
  const seat = found(meeting.seats.get(id), 'seat', id);
  return { ...meeting, seats: new Map(meeting.seats).set(id, change(seat)) };
}
