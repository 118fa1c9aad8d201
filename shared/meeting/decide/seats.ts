// Tickets, seats and recusals: who may speak for whom.
import { about } from '../../ballots/ballot.ts';
import { isPanelDrawn, wasReplaced } from '../draws/seats.ts';
import type { GroupId, ReviewerId, RoundId, SeatId, SubjectId } from '../../ids.ts';
import type { SeatCommandOf } from '../commands.ts';
import type { MeetingEvent } from '../events.ts';
import { kindOf } from '../agenda/kinds.ts';
import { subjectsOf } from '../agenda/participation.ts';
import { holderOfSheet, seatOfHolder, seatOfReviewer, ticketStands } from '../holders.ts';
import { lastAttempt } from '../rounds.ts';
import {
  isSame,
  keyOf,
  printedFor,
  reviewerHolder,
  seatFor,
  seatHeldBy,
  subjectHolder,
  type Holder as TicketHolder,
  type NewSeat,
  type Seat,
} from '../people.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../../instant.ts';
import type { Actor, Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';
import type { Holders } from '../commands/command.ts';
import type { seatsCommands } from '../commands/seats.ts';
import type { Deciders, Holder } from './decider.ts';

export const seatsDeciders = {
  /** Issues a ticket for each reviewer and unit, or issues it anew: an earlier issue stops working. */
  IssueTickets: ({ meeting }, { reviewers, units = [], address }) => {
    const stranger = reviewers.find((id) => !meeting.pool.has(id));
    if (stranger !== undefined) return refuse({ code: 'unknown-reviewer', id: stranger });
    const flaw = unknownUnit(meeting, units);
    if (flaw) return refuse(flaw);
    const holders = [
      ...[...new Set(reviewers)].map(reviewerHolder),
      ...[...new Set(units)].map(subjectHolder),
    ];
    if (holders.length === 0) return refuse({ code: 'roster-empty' });
    return accept([
      {
        type: 'TicketsIssued',
        holders,
        ...(address === undefined ? {} : { address }),
      },
    ]);
  },

  /** Ends a ticket; its device is cut off. */
  RevokeTicket: ({ meeting }, { holder }) => {
    const ticket = meeting.tickets.get(keyOf(holder));
    if (!ticket) return refuse(unknownHolder(holder));
    return accept(ticket.revoked ? [] : [{ type: 'TicketRevoked', holder }]);
  },

  /** Seats reviewers by hand, in the order given; not while a panel is drawn, or someone drawn would have two seats. */
  FillSeats: ({ meeting }, { reviewers }) => {
    const stranger = reviewers.find((id) => !meeting.pool.has(id));
    if (stranger !== undefined) return refuse({ code: 'unknown-reviewer', id: stranger });
    if (isPanelDrawn(meeting)) return refuse({ code: 'draw-running' });
    const seated = reviewers.find((id) => seatOfReviewer(meeting, id));
    if (seated !== undefined) return refuse({ code: 'already-seated', id: seated });
    // Their first seat may have voted: with a second one they would count twice.
    if (reviewers.some((id) => wasReplaced(meeting, id))) return refuse({ code: 'seat-gone' });
    const unique = [...new Set(reviewers)];
    if (unique.length === 0) return refuse({ code: 'roster-empty' });
    return accept([{ type: 'SeatsFilled', seats: newSeats(meeting, unique) }]);
  },

  /**
   * Gives units a seat each, by which they rate others: in a group that there is, or in one of their own that is made for
   * them with weight 1. Refused as `subject-out` for a unit that takes part no longer.
   */
  SeatUnits: ({ meeting }, command) => {
    const flaw = unknownUnit(meeting, command.units);
    if (flaw) return refuse(flaw);
    if (command.units.some((id) => meeting.out.has(id))) return refuse({ code: 'subject-out' });
    const units = [...new Set(command.units)];
    const seated = units.find((id) => seatOfHolder(meeting, subjectHolder(id)));
    if (seated !== undefined) return refuse({ code: 'already-seated', id: seated });
    const known =
      command.in === 'group'
        ? meeting.groups.find(({ id }) => id === command.group)
        : meeting.groups.find(({ name }) => name === command.name);
    if (command.in === 'group' && !known)
      return refuse({ code: 'unknown-group', id: command.group });
    const group = known?.id ?? freshGroup(meeting);
    const seats = units.map((id, n) =>
      seatHeldBy(subjectHolder(id), group, meeting.seats.size + n + 1),
    );
    const filled: MeetingEvent = { type: 'SeatsFilled', seats };
    if (known || command.in === 'group') return accept([filled]);
    return accept([{ type: 'GroupAdded', group, name: command.name, weight: '1' }, filled]);
  },

  /**
   * A reviewer may not score this subject. A ballot already given in an open round is voided (R13). Refused where a
   * round over the subject has closed: its result stands, and only a new attempt can leave the ballot out.
   */
  DeclareRecusal: ({ meeting, box }, { reviewer: id, subject }) => {
    const reviewer = meeting.pool.get(id);
    if (!reviewer) return refuse({ code: 'unknown-reviewer', id });
    if (!meeting.subjects.has(subject)) return refuse({ code: 'unknown-subject', id: subject });
    if (reviewer.recusals.includes(subject)) return refuse({ code: 'already-recused' });
    // Also the seat that someone else took over since: a ballot cast from it would count.
    const seat = [...meeting.seats.values()].find(({ holder }) =>
      isSame(holder, reviewerHolder(id)),
    );
    const voids: { round: RoundId; attempt: number }[] = [];
    if (seat)
      for (const round of meeting.rounds.values()) {
        const attempt = lastAttempt(round);
        const isIn = subjectsOf(meeting, round).includes(subject);
        if (isIn && attempt.phase !== 'open') return refuse({ code: 'recusal-too-late' });
        // A ballot that leaves the live number would stand alone in its next move (R6).
        if (isIn && round.disclosure === 'live') return refuse({ code: 'recusal-while-live' });
        // A subject that has left an open round may come back to it, with its ballots.
        const key = { round: round.id, attempt: attempt.n, matter: about(subject), seat: seat.id };
        if (attempt.phase === 'open' && box.newest(key))
          voids.push({ round: round.id, attempt: attempt.n });
      }
    return accept([{ type: 'RecusalDeclared', reviewer: id, subject, voids }]);
  },
} satisfies Deciders<typeof seatsCommands>;

/** More takeovers than this within {@link TAKEOVER_WINDOW_MS} go to the desk (RULES.md §4). */
export const TAKEOVERS_ALLOWED = 2;
export const TAKEOVER_WINDOW_MS = 10 * 60 * 1000;

function unknownUnit(meeting: Meeting, units: readonly SubjectId[]): Refusal | null {
  const stranger = units.find((id) => !meeting.subjects.has(id));
  return stranger === undefined ? null : { code: 'unknown-subject', id: stranger };
}

/** Who has no ticket. */
export function unknownHolder({ kind, id }: TicketHolder): Refusal {
  return { code: kind === 'reviewer' ? 'unknown-reviewer' : 'unknown-subject', id };
}

/** An id that no group has, nor anything on the agenda means. */
function freshGroup({ groups, agenda }: Meeting): GroupId {
  const used = new Set<string>([
    ...groups.map(({ id }) => id),
    ...agenda.flatMap((item) => kindOf(item).cells(item)),
  ]);
  let n = 1;
  while (used.has(`G${String(n)}`)) n += 1;
  return `G${String(n)}` as GroupId;
}

/** Seats for these reviewers of the pool, numbered on from the last seat. */
export function newSeats(meeting: Meeting, reviewers: readonly ReviewerId[]): readonly NewSeat[] {
  return reviewers.map((id, n) => {
    const reviewer = meeting.pool.get(id);
    if (!reviewer) throw new Error(`${id} is not in the pool`);
    return seatFor(reviewer, meeting.seats.size + n + 1);
  });
}

/**
 * A device shows a ticket: the sheet of a reviewer or a unit, whoever holds it now. The newest device wins; a
 * third takeover within ten minutes is refused, because two people are then holding one ticket and only the desk can
 * tell who is who. Whoever had left is back; but a phone that only goes on asking brings nobody back whom the desk saw
 * go. A unit that takes part no longer has no seat to take.
 */
export function claimSeat(
  { meeting }: World,
  { byItself }: SeatCommandOf<'ClaimSeat'>,
  { holder }: { readonly holder: TicketHolder },
  now: Instant,
): Decision {
  const seat = seatOfHolder(meeting, holder);
  if (holder.kind === 'subject' && meeting.out.has(holder.id)) return refuse({ code: 'no-seat' });
  if (!seat) {
    const isGone = holder.kind === 'reviewer' && wasReplaced(meeting, holder.id);
    return refuse({ code: isGone ? 'seat-gone' : 'no-seat' });
  }
  if (byItself && !seat.present && meeting.away.has(keyOf(holder)))
    return refuse({ code: 'marked-away' });
  const recent = seat.claimedAt.filter((at) => at > now - TAKEOVER_WINDOW_MS);
  if (recent.length > TAKEOVERS_ALLOWED) return refuse({ code: 'takeovers' });
  return accept([{ type: 'SeatClaimed', seat: seat.id, claim: seat.claim + 1 }]);
}

/** "Not me": the device lets go of the seat; the seat stays checked in and waits for its holder. */
export function releaseSeat(
  _: World,
  __: SeatCommandOf<'ReleaseSeat'>,
  { seat }: { readonly seat: Seat },
): Decision {
  return accept([{ type: 'SeatReleased', seat: seat.id, claim: seat.claim + 1 }]);
}

type Refused = Extract<Decision, { readonly ok: false }>;

/** Who gives a command, if they hold what it says and its entry names such a holder (R16); the refusal says why not. */
export function holderNow(
  meeting: Meeting,
  holders: readonly (keyof Holders)[],
  command: Holders[keyof Holders],
): { readonly ok: true; readonly holder: Holder } | Refused {
  if ('issue' in command) {
    if (!holders.includes('ticket')) return { ok: false, refusal: { code: 'no-seat' } };
    const holder = holderOfSheet(meeting, printedFor(command), command.issue);
    if (holder !== undefined) return { ok: true, holder: { kind: 'ticket', holder } };
    const isOld = meeting.tickets.has(keyOf(printedFor(command)));
    return { ok: false, refusal: { code: isOld ? 'ticket-revoked' : 'ticket-unknown' } };
  }
  if (holders.includes('device')) {
    const seat = meeting.seats.get(command.seat);
    if (!seat) return { ok: false, refusal: { code: 'no-seat' } };
    if (seat.claim !== command.claim) return { ok: false, refusal: { code: 'replaced' } };
    return { ok: true, holder: { kind: 'device', seat } };
  }
  if (!holders.includes('seat')) return { ok: false, refusal: { code: 'ticket-unknown' } };
  const standing = seatStanding(meeting, command.seat, command.claim);
  return standing.ok ? { ok: true, holder: { kind: 'seat', seat: standing.seat } } : standing;
}

/** Who a command's events are by: the seat that a device has claimed, else whoever holds the ticket now. */
export function actorOf(meeting: Meeting, command: Holders[keyof Holders]): Actor {
  if ('seat' in command) return { kind: 'seat', id: command.seat };
  const sheet = printedFor(command);
  return { kind: 'holder', holder: holderOfSheet(meeting, sheet, command.issue) ?? sheet };
}

/** Whether this device speaks for this seat now; the refusal says why not. */
export function seatStanding(
  meeting: Meeting,
  id: SeatId,
  claim: number,
): { readonly ok: true; readonly seat: Seat } | Refused {
  const seat = meeting.seats.get(id);
  if (!seat) return { ok: false, refusal: { code: 'no-seat' } };
  if (seat.gone === 'replaced') return { ok: false, refusal: { code: 'seat-gone' } };
  if (!ticketStands(meeting, seat)) return { ok: false, refusal: { code: 'ticket-revoked' } };
  if (seat.claim !== claim) return { ok: false, refusal: { code: 'replaced' } };
  return { ok: true, seat };
}
