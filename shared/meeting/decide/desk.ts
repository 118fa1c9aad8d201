// The desk: who is here, who left, who takes an empty seat, whose sheet is whose.
import { about } from '../../ballots/ballot.ts';
import { isPanelDrawn, wasReplaced } from '../draws/seats.ts';
import { replacementHash } from '../../draw/replacement.ts';
import type { SeatCommandOf } from '../commands.ts';
import type { MeetingEvent } from '../events.ts';
import { subjectsOf } from '../agenda/participation.ts';
import { hasArrived, isOut, seatOfReviewer } from '../holders.ts';
import { unknownHolder } from './seats.ts';
import { lastAttempt, openRounds } from '../rounds.ts';
import { keepReason } from '../person-reason.ts';
import { isRecused } from '../recusals.ts';
import { absentSeats, successor, Taken } from '../reserve.ts';
import type { PersonReason, Seat } from '../people.ts';
import { isSame, keyOf, reviewerHolder, reviewerKey, type Holder } from '../people.ts';
import type { Instant } from '../../instant.ts';
import type { Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { deskCommands } from '../commands/desk.ts';
import type { Deciders } from './decider.ts';

export const deskDeciders = {
  /** Two people, or those who came for two units, hold each other's sheets: each keeps what they hold, and it opens their own seat from now on. */
  SwapTickets: ({ meeting }, { a, b }) => {
    if (isSame(a, b)) return refuse({ code: 'same-person' });
    for (const holder of [a, b]) {
      const ticket = meeting.tickets.get(keyOf(holder));
      if (!ticket) return refuse(unknownHolder(holder));
      if (ticket.revoked) return refuse({ code: 'ticket-revoked' });
    }
    return accept([{ type: 'TicketsSwapped', a, b }]);
  },

  /** The desk saw the person: present without a phone of their own, or back after leaving. */
  CheckIn: ({ meeting }, { seat: id }) => {
    const seat = meeting.seats.get(id);
    if (!seat) return refuse({ code: 'no-seat' });
    if (seat.gone === 'replaced') return refuse({ code: 'seat-gone' });
    if (isOut(meeting, seat)) return refuse({ code: 'subject-out' });
    return accept(seat.present ? [] : [{ type: 'SeatCheckedIn', seat: id }]);
  },

  /** Takes back a check-in by hand; refused once the seat has voted in an open round, or a phone has claimed it. */
  UndoCheckIn: ({ meeting, box }, { seat: id }) => {
    const seat = meeting.seats.get(id);
    if (!seat) return refuse({ code: 'no-seat' });
    if (!seat.present) return accept([]);
    if (seat.claim > 0) return refuse({ code: 'already-here' });
    const voted = openRounds(meeting).some((round) =>
      subjectsOf(meeting, round).some((subject) =>
        box.newest({
          round: round.id,
          attempt: lastAttempt(round).n,
          matter: about(subject),
          seat: id,
        }),
      ),
    );
    return voted ? refuse({ code: 'has-voted' }) : accept([{ type: 'CheckInUndone', seat: id }]);
  },

  /** Someone leaves early: owes no ballot from now on and is named absent at the close; what was cast counts. */
  LeaveSeat: ({ meeting }, { seat: id, reason: words }, { random }) => {
    const seat = meeting.seats.get(id);
    if (!seat) return refuse({ code: 'no-seat' });
    if (seat.gone === 'replaced') return refuse({ code: 'seat-gone' });
    if (!seat.present) return refuse({ code: 'not-checked-in' });
    if (words.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason, side } = keepReason(meeting, words, random);
    return accept([{ type: 'SeatLeft', seat: id, reason }], side);
  },

  /**
   * The next of the reserve of the same cell who is in the house takes the seat over (DRAW.md §6). Those before them
   * who are not there, or share the recusal that is the reason, are passed over and named in the record. Refused as
   * `not-recused` where its holder has declared no such recusal, and as `no-reserve` where nobody can come, unless the
   * seat shall be recorded as vacant.
   */
  ReplaceSeat: ({ meeting }, command, { random }) => {
    const { seat: id, why, reason: words, vacant } = command;
    const seat = meeting.seats.get(id);
    if (!seat) return refuse({ code: 'no-seat' });
    if (seat.gone === 'replaced') return refuse({ code: 'seat-gone' });
    if (isPanelDrawn(meeting)) return refuse({ code: 'draw-running' });
    if (why === 'no-show' && seat.present) return refuse({ code: 'already-here' });
    if (command.why === 'recusal' && !isRecused(meeting, seat, command.subject))
      return refuse({ code: 'not-recused' });
    if (words.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason, side } = keepReason(meeting, words, random);
    const cause = command.why === 'recusal' ? command : { why: command.why };
    const event = replacement(meeting, seat, cause, reason, new Taken(meeting));
    if (!event || (!event.in && !vacant)) return refuse({ code: 'no-reserve' });
    return accept([event], side);
  },

  /** Fills every seat that has not checked in from the reserve of its own cell, as far as people are there. */
  ReplaceAbsent: ({ meeting }, { reason: words }, { random }) => {
    if (isPanelDrawn(meeting)) return refuse({ code: 'draw-running' });
    const absent = absentSeats(meeting);
    if (absent.length === 0) return refuse({ code: 'nobody-absent' });
    if (words.trim() === '') return refuse({ code: 'reason-missing' });
    const { reason, side } = keepReason(meeting, words, random);
    const taken = new Taken(meeting);
    const events = absent.flatMap((seat) => {
      const event = replacement(meeting, seat, { why: 'no-show' }, reason, taken);
      if (!event?.in) return [];
      taken.follow(event);
      return [event];
    });
    return events.length === 0 ? refuse({ code: 'no-reserve' }) : accept(events, side);
  },

  /** The desk notes that someone of the pool without a seat is in the house, or went away. */
  MarkHere: ({ meeting }, { reviewer, here }) => {
    if (!meeting.pool.has(reviewer)) return refuse({ code: 'unknown-reviewer', id: reviewer });
    if (seatOfReviewer(meeting, reviewer)) return refuse({ code: 'already-seated', id: reviewer });
    if (wasReplaced(meeting, reviewer)) return refuse({ code: 'seat-gone' });
    if (meeting.arrived.has(reviewerKey(reviewer)) === here) return accept([]);
    return accept([
      { type: here ? 'ReviewerArrived' : 'ReviewerWentAway', holder: reviewerHolder(reviewer) },
    ]);
  },
} satisfies Deciders<typeof deskCommands>;

type Replaced = Extract<MeetingEvent, { readonly type: 'SeatReplaced' }>;

/**
 * A person's sheet without a seat was scanned: they are in the house, should the reserve be asked. A phone that only goes
 * on asking does not bring back whom the desk saw go: it may lie forgotten in the hall. A unit is in no reserve, and
 * arrives by its seat.
 */
export function arrive(
  { meeting }: World,
  { byItself }: SeatCommandOf<'Arrive'>,
  { holder }: { readonly holder: Holder },
  now: Instant,
): Decision {
  if (holder.kind === 'subject') return refuse({ code: 'no-seat' });
  const { id: reviewer } = holder;
  if (seatOfReviewer(meeting, reviewer) || hasArrived(meeting, reviewer, now)) return accept([]);
  if (wasReplaced(meeting, reviewer)) return refuse({ code: 'seat-gone' });
  if (byItself && meeting.away.has(keyOf(holder))) return refuse({ code: 'marked-away' });
  return accept([{ type: 'ReviewerArrived', holder }]);
}

/** undefined where the seat was not drawn: then there is no reserve that could be asked. */
function replacement(
  meeting: Meeting,
  seat: Seat,
  { why, subject }: Pick<Replaced, 'why' | 'subject'>,
  reason: PersonReason,
  taken: Taken,
): Replaced | undefined {
  const found = successor(meeting, seat, taken, subject);
  if (!found) return undefined;
  const { draw, out, chosen, skipped } = found;
  const reviewer = chosen === null ? undefined : meeting.pool.get(chosen);
  return {
    type: 'SeatReplaced',
    seat: seat.id,
    draw: draw.id,
    out,
    why,
    ...(subject === undefined ? {} : { subject }),
    reason,
    skipped,
    ...(reviewer === undefined ? {} : { in: taken.nextSeat(reviewer) }),
    recordHash: replacementHash({
      prev: taken.lastHash(draw),
      lock_hash: draw.lockHash,
      out,
      in: chosen ?? '',
      why,
      skipped,
    }),
  };
}
