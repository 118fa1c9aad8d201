// State from events: total, without clock or chance, so that replaying a log always gives the same meeting.
import { unreachable, type ItemId, type RoundId } from '../ids.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import type { Attempt, Draw, DrawResult, Meeting, Round, Seat } from './state.ts';

/** The meeting after one recorded event. Throws on a gap in the sequence: a log that cannot be read is refused (R2). */
export function evolve(meeting: Meeting, recorded: Recorded): Meeting {
  if (recorded.seq !== meeting.seq + 1)
    throw new Error(`event ${String(recorded.seq)} does not follow ${String(meeting.seq)}`);
  const next = apply(meeting, recorded);
  const area = EVENT_AREA[recorded.event.type];
  return {
    ...next,
    seq: recorded.seq,
    touched: area === 'none' ? next.touched : { ...next.touched, [area]: recorded.seq },
  };
}

/** The state before the first event. */
export const NO_MEETING: Meeting = {
  id: '' as Meeting['id'],
  code: '',
  title: '',
  zone: 'UTC',
  retainUntil: '',
  seq: 0,
  touched: { stage: 0, roster: 0 },
  categories: [],
  groups: [],
  subjects: new Map(),
  pool: new Map(),
  tickets: new Map(),
  seats: new Map(),
  sheets: [],
  schemes: [],
  agenda: [],
  current: null,
  countdown: null,
  rounds: new Map(),
  draws: [],
};

/** Which area an event moves on: a phone that checks in must not make the moderator's next key stale. */
const EVENT_AREA = {
  MeetingCreated: 'roster',
  SubjectsImported: 'roster',
  ReviewersImported: 'roster',
  WeightsSet: 'roster',
  SheetAdopted: 'roster',
  SchemeAdopted: 'roster',
  AgendaSet: 'roster',
  ItemsInserted: 'roster',
  ItemChanged: 'roster',
  ItemEntered: 'stage',
  TicketsIssued: 'none',
  TicketRevoked: 'none',
  SeatsFilled: 'roster',
  SeatClaimed: 'none',
  SeatReleased: 'none',
  RecusalDeclared: 'none',
  DrawLocked: 'stage',
  DrawDetermined: 'stage',
  NamesShown: 'stage',
  DrawVoided: 'stage',
  CountdownSet: 'stage',
  RoundOpened: 'stage',
  RoundClosed: 'stage',
  RoundReopened: 'stage',
  RoundRevealed: 'stage',
} as const satisfies Record<MeetingEvent['type'], 'stage' | 'roster' | 'none'>;

function apply(meeting: Meeting, { event, at, by, seq }: Recorded): Meeting {
  switch (event.type) {
    case 'MeetingCreated': {
      const { id, code, title, zone, retainUntil } = event;
      return { ...meeting, id, code, title, zone, retainUntil };
    }
    case 'SubjectsImported':
      return {
        ...meeting,
        categories: event.categories,
        subjects: new Map(event.subjects.map((subject) => [subject.id, subject])),
      };
    case 'ReviewersImported':
      return {
        ...meeting,
        groups: event.groups,
        pool: new Map(event.reviewers.map((reviewer) => [reviewer.id, reviewer])),
      };
    case 'WeightsSet': {
      const weights = new Map(event.weights.map(({ group, weight }) => [group, weight]));
      return {
        ...meeting,
        groups: meeting.groups.map((group) => ({
          ...group,
          weight: weights.get(group.id) ?? group.weight,
        })),
      };
    }
    case 'SheetAdopted':
      return { ...meeting, sheets: [...meeting.sheets, event.sheet] };
    case 'SchemeAdopted':
      return { ...meeting, schemes: [...meeting.schemes, event.scheme] };
    case 'AgendaSet':
      return { ...meeting, agenda: event.items };
    case 'ItemsInserted': {
      const place = meeting.agenda.findIndex((item) => item.id === event.after) + 1;
      const before = meeting.agenda.slice(0, place);
      return { ...meeting, agenda: [...before, ...event.items, ...meeting.agenda.slice(place)] };
    }
    case 'ItemChanged':
      return {
        ...meeting,
        agenda: meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item)),
      };
    case 'ItemEntered':
      return { ...meeting, current: event.item, countdown: null };
    case 'TicketsIssued': {
      const tickets = new Map(meeting.tickets);
      for (const id of event.reviewers)
        tickets.set(id, { issue: (tickets.get(id)?.issue ?? 0) + 1, revoked: false });
      const anew = new Set<string>(event.reviewers);
      // A new issue ends whatever device came with the old one, and the desk's word ends the count of takeovers.
      const seats = new Map(meeting.seats);
      for (const seat of seats.values())
        if (anew.has(seat.holder.id) && seat.holder.kind === 'reviewer' && seat.claim > 0)
          seats.set(seat.id, { ...seat, claim: seat.claim + 1, claimedAt: [] });
      return { ...meeting, tickets, seats };
    }
    case 'TicketRevoked': {
      const ticket = meeting.tickets.get(event.reviewer);
      if (!ticket) return meeting;
      return {
        ...meeting,
        tickets: new Map(meeting.tickets).set(event.reviewer, { ...ticket, revoked: true }),
      };
    }
    case 'SeatsFilled': {
      const seats = new Map(meeting.seats);
      for (const seat of event.seats)
        seats.set(seat.id, { ...seat, present: false, claim: 0, claimedAt: [] });
      return { ...meeting, seats };
    }
    case 'SeatClaimed':
      return changeSeat(meeting, event.seat, (seat) => ({
        ...seat,
        present: true,
        claim: event.claim,
        claimedAt: [...seat.claimedAt.slice(-2), at],
      }));
    case 'SeatReleased':
      return changeSeat(meeting, event.seat, (seat) => ({ ...seat, claim: event.claim }));
    case 'RecusalDeclared': {
      const reviewer = meeting.pool.get(event.reviewer);
      if (!reviewer) return meeting;
      return {
        ...meeting,
        pool: new Map(meeting.pool).set(event.reviewer, {
          ...reviewer,
          recusals: [...reviewer.recusals, event.subject],
        }),
      };
    }
    case 'DrawLocked': {
      const { draw, item, purpose, lock, lockHash, assurance } = event;
      return {
        ...meeting,
        draws: [
          ...meeting.draws,
          { id: draw, item, purpose, lock, lockHash, assurance, phase: 'locked' },
        ],
      };
    }
    case 'DrawDetermined': {
      const { entropy, order, reserve, recordHash } = event;
      return changeDraw(meeting, event.draw, (draw) => ({
        ...lockedPart(draw),
        phase: 'determined',
        entropy,
        order,
        reserve,
        shown: 0,
        recordHash,
      }));
    }
    case 'NamesShown':
      return changeDraw(meeting, event.draw, (draw) =>
        draw.phase === 'determined' ? { ...draw, shown: event.shown } : draw,
      );
    case 'DrawVoided':
      return changeDraw(meeting, event.draw, (draw) => ({
        ...lockedPart(draw),
        phase: 'void',
        why: event.why,
        recordHash: event.recordHash,
        signer: by.kind === 'staff' ? by.id : null,
        result: resultOf(draw),
      }));
    case 'CountdownSet':
      return { ...meeting, countdown: event.countdown };
    case 'RoundOpened': {
      const { round: id, item, kind, secrecy, disclosure, subjects, sheet, scheme } = event;
      const opened: Attempt = {
        n: event.attempt,
        openedAt: at,
        ...(event.reason === undefined ? {} : { reason: event.reason }),
        sheet,
        scheme,
        phase: 'open',
        reopened: false,
      };
      const attempts = [...(meeting.rounds.get(id)?.attempts ?? []), opened];
      const round: Round = {
        id,
        item,
        kind,
        secrecy,
        disclosure,
        subjects,
        sheet,
        scheme,
        attempts,
      };
      return { ...meeting, rounds: new Map(meeting.rounds).set(id, round) };
    }
    case 'RoundClosed': {
      const { root, ballots, results, absent } = event;
      const closing = { closedAt: at, root, ballots, results, absent };
      return stopCountdown(
        changeAttempt(meeting, event.round, event.attempt, (attempt) => ({
          ...opening(attempt),
          phase: 'closed',
          closing,
        })),
        at,
        meeting.rounds.get(event.round)?.item,
      );
    }
    case 'RoundReopened':
      return changeAttempt(meeting, event.round, event.attempt, (attempt) => ({
        ...opening(attempt),
        phase: 'open',
        reopened: true,
      }));
    case 'RoundRevealed':
      return changeAttempt(meeting, event.round, event.attempt, (attempt) =>
        attempt.phase === 'open' ? attempt : { ...attempt, phase: 'revealed', revealed: seq },
      );
    default:
      return unreachable(event);
  }
}

function changeSeat(meeting: Meeting, id: Seat['id'], change: (seat: Seat) => Seat): Meeting {
  const seat = meeting.seats.get(id);
  return seat ? { ...meeting, seats: new Map(meeting.seats).set(id, change(seat)) } : meeting;
}

function changeDraw(meeting: Meeting, id: Draw['id'], change: (draw: Draw) => Draw): Meeting {
  return { ...meeting, draws: meeting.draws.map((draw) => (draw.id === id ? change(draw) : draw)) };
}

function lockedPart(draw: Draw) {
  const { id, item, purpose, lock, lockHash, assurance } = draw;
  return { id, item, purpose, lock, lockHash, assurance };
}

function resultOf(draw: Draw): DrawResult | null {
  if (draw.phase !== 'determined') return null;
  const { entropy, order, reserve } = draw;
  return { entropy, order, reserve };
}

function changeAttempt(
  meeting: Meeting,
  id: RoundId,
  n: number,
  change: (attempt: Attempt) => Attempt,
): Meeting {
  const round = meeting.rounds.get(id);
  if (!round) return meeting;
  const attempts = round.attempts.map((attempt) => (attempt.n === n ? change(attempt) : attempt));
  return { ...meeting, rounds: new Map(meeting.rounds).set(id, { ...round, attempts }) };
}

function opening(attempt: Attempt) {
  const { n, openedAt, reason, sheet, scheme } = attempt;
  return { n, openedAt, ...(reason === undefined ? {} : { reason }), sheet, scheme };
}

function stopCountdown(meeting: Meeting, at: number, item: ItemId | undefined): Meeting {
  const countdown = meeting.countdown;
  if (countdown?.phase !== 'running' || countdown.item !== item) return meeting;
  const { totalSeconds } = countdown;
  const leftMs = Math.max(0, countdown.endsAt - at);
  return {
    ...meeting,
    countdown: { item: countdown.item, totalSeconds, phase: 'stopped', leftMs },
  };
}
