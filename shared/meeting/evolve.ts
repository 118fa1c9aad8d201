// State from events: total, without clock or chance, so that replaying a log always gives the same meeting.
import { unreachable, type ItemId, type ReviewerId, type RoundId, type SubjectId } from '../ids.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import type {
  Attempt,
  Draw,
  DrawResult,
  Item,
  Meeting,
  PaperBallot,
  ReportDocument,
  Round,
  Seat,
  Ticket,
} from './state.ts';
import { undoAfter } from './undo.ts';

/** The meeting after one recorded event. Throws on a gap in the sequence: a log that cannot be read is refused (R2). */
export function evolve(meeting: Meeting, recorded: Recorded): Meeting {
  if (recorded.seq !== meeting.seq + 1)
    throw new Error(`event ${String(recorded.seq)} does not follow ${String(meeting.seq)}`);
  const next = apply(meeting, recorded);
  const area = EVENT_AREA[recorded.event.type];
  const { seq } = recorded;
  const undo = undoAfter(meeting, recorded);
  return {
    ...next,
    seq,
    touched: {
      stage: area === 'stage' || area === 'both' ? seq : next.touched.stage,
      roster: area === 'roster' || area === 'both' ? seq : next.touched.roster,
    },
    undo:
      undo === 'keep'
        ? meeting.undo
        : { seq, at: recorded.at, act: recorded.event.type, command: undo },
  };
}

/** The state before the first event. */
export const NO_MEETING: Meeting = {
  id: '' as Meeting['id'],
  code: '',
  title: '',
  zone: 'UTC',
  retainUntil: '',
  rehearsal: false,
  epoch: 1,
  printedAddress: null,
  erasedAt: null,
  seq: 0,
  touched: { stage: 0, roster: 0 },
  categories: [],
  groups: [],
  subjects: new Map(),
  out: new Map(),
  documents: new Map(),
  pool: new Map(),
  arrived: new Set(),
  tickets: new Map(),
  seats: new Map(),
  sheets: [],
  schemes: [],
  agenda: [],
  skipped: new Map(),
  current: null,
  entered: new Map(),
  boardCategory: null,
  bell: 0,
  undo: null,
  countdown: null,
  left: null,
  rounds: new Map(),
  draws: [],
  replacements: [],
  papers: new Map(),
};

/**
 * Which area an event moves on: a phone that checks in must not make the moderator's next key stale. What a lock or an
 * opened round is made from moves on both.
 */
const EVENT_AREA = {
  MeetingCreated: 'roster',
  MeetingChanged: 'roster',
  EpochRaised: 'none',
  PeopleErased: 'roster',
  SubjectsImported: 'both',
  ReviewersImported: 'both',
  SubjectWithdrawn: 'both',
  SubjectsCombined: 'both',
  SubjectRestored: 'both',
  DocumentAttached: 'none',
  DocumentRemoved: 'none',
  WeightsSet: 'both',
  SheetAdopted: 'both',
  SchemeAdopted: 'both',
  AgendaSet: 'both',
  ItemsInserted: 'both',
  ItemsMoved: 'both',
  ItemSkipped: 'both',
  ItemRestored: 'both',
  ItemChanged: 'both',
  ItemEntered: 'stage',
  TicketsIssued: 'none',
  TicketRevoked: 'none',
  SeatsFilled: 'roster',
  SeatClaimed: 'none',
  SeatReleased: 'none',
  TicketsSwapped: 'none',
  SeatCheckedIn: 'none',
  CheckInUndone: 'none',
  SeatLeft: 'none',
  SeatReplaced: 'roster',
  ReviewerArrived: 'none',
  ReviewerWentAway: 'none',
  PaperEntered: 'none',
  PaperConfirmed: 'none',
  PaperDropped: 'none',
  RecusalDeclared: 'none',
  DrawLocked: 'stage',
  WordSent: 'none',
  WordsClosed: 'stage',
  DrawDetermined: 'stage',
  NamesShown: 'stage',
  DrawVoided: 'stage',
  CountdownSet: 'stage',
  CountdownCleared: 'stage',
  BellRung: 'none',
  BoardTurned: 'stage',
  RoundOpened: 'stage',
  RoundCancelled: 'stage',
  RoundSubjectsSet: 'stage',
  RoundClosed: 'stage',
  RoundReopened: 'stage',
  RoundRevealed: 'stage',
} as const satisfies Record<MeetingEvent['type'], 'stage' | 'roster' | 'both' | 'none'>;

function apply(meeting: Meeting, { event, at, by, seq }: Recorded): Meeting {
  switch (event.type) {
    case 'MeetingCreated': {
      const { id, code, title, zone, retainUntil, rehearsal = false } = event;
      return { ...meeting, id, code, title, zone, retainUntil, rehearsal };
    }
    case 'MeetingChanged': {
      const { title, zone, retainUntil } = event;
      return { ...meeting, title, zone, retainUntil };
    }
    case 'EpochRaised':
      return { ...meeting, epoch: event.epoch };
    case 'PeopleErased':
      return { ...meeting, erasedAt: at };
    case 'SubjectWithdrawn': {
      const { subject, reason } = event;
      return { ...meeting, out: new Map(meeting.out).set(subject, { why: 'withdrawn', reason }) };
    }
    case 'SubjectsCombined': {
      const { into, from, reason } = event;
      const out = new Map(meeting.out).set(from, { why: 'combined', into, reason });
      return { ...meeting, out };
    }
    case 'SubjectRestored': {
      const out = new Map(meeting.out);
      out.delete(event.subject);
      return { ...meeting, out };
    }
    case 'DocumentAttached':
      return changeDocuments(meeting, event.subject, (list) => [...list, event.document]);
    case 'DocumentRemoved':
      return changeDocuments(meeting, event.subject, (list) =>
        list.filter(({ hash }) => hash !== event.hash),
      );
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
    case 'ItemsInserted':
      return { ...meeting, agenda: inserted(meeting.agenda, event.after, event.items) };
    case 'ItemsMoved': {
      const moved = event.items.flatMap(
        (id) => meeting.agenda.find((item) => item.id === id) ?? [],
      );
      const rest = meeting.agenda.filter((item) => !event.items.includes(item.id));
      return { ...meeting, agenda: inserted(rest, event.after, moved) };
    }
    case 'ItemSkipped':
      return { ...meeting, skipped: new Map(meeting.skipped).set(event.item, event.reason) };
    case 'ItemRestored': {
      const skipped = new Map(meeting.skipped);
      skipped.delete(event.item);
      return { ...meeting, skipped };
    }
    case 'ItemChanged':
      return {
        ...meeting,
        agenda: meeting.agenda.map((item) => (item.id === event.item.id ? event.item : item)),
      };
    case 'ItemEntered': {
      const { current, countdown, boardCategory, left } = meeting;
      const back = left?.item === event.item ? left : null;
      return {
        ...meeting,
        current: event.item,
        entered: meeting.entered.has(event.item)
          ? meeting.entered
          : new Map(meeting.entered).set(event.item, at),
        countdown: back?.countdown ?? null,
        boardCategory: back?.boardCategory ?? null,
        left: current === null ? null : { item: current, countdown, boardCategory },
      };
    }
    case 'BellRung':
      return { ...meeting, bell: seq };
    case 'BoardTurned':
      return { ...meeting, boardCategory: event.category };
    case 'TicketsIssued': {
      const tickets = new Map(meeting.tickets);
      for (const id of event.reviewers)
        tickets.set(id, newIssue(id, (tickets.get(id)?.issue ?? 0) + 1));
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
    }
    case 'TicketsSwapped': {
      const a = meeting.tickets.get(event.a);
      const b = meeting.tickets.get(event.b);
      if (!a || !b) return meeting;
      const tickets = new Map(meeting.tickets)
        .set(event.a, { ...a, holds: b.holds })
        .set(event.b, { ...b, holds: a.holds });
      const seats = new Map(meeting.seats);
      for (const seat of seats.values())
        if (seat.claim > 0 && (seat.holder.id === event.a || seat.holder.id === event.b))
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
      // Whoever waited in the house sits down at once.
      for (const seat of event.seats)
        seats.set(seat.id, newSeat(seat, meeting.arrived.has(seat.holder.id as ReviewerId)));
      return { ...meeting, seats, arrived: without(meeting.arrived, event.seats) };
    }
    case 'SeatClaimed':
      return changeSeat(meeting, event.seat, (seat) => ({
        ...seat,
        present: true,
        gone: null,
        claim: event.claim,
        claimedAt: [...seat.claimedAt.slice(-2), at],
      }));
    case 'SeatReleased':
      // Who let go of the seat has not been taken over: a desk's tablet serves one person after the other.
      return changeSeat(meeting, event.seat, (seat) => ({
        ...seat,
        claim: event.claim,
        claimedAt: seat.claimedAt.slice(0, -1),
      }));
    case 'SeatCheckedIn':
      return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: true, gone: null }));
    case 'CheckInUndone':
      return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false }));
    case 'SeatLeft':
      return changeSeat(meeting, event.seat, (seat) => ({ ...seat, present: false, gone: 'left' }));
    case 'SeatReplaced': {
      const { seat: id, draw, out, why, skipped, recordHash } = event;
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
        replacements: [...left.replacements, { draw, out, in: holder, why, skipped, recordHash }],
      };
    }
    case 'ReviewerArrived':
      return { ...meeting, arrived: new Set(meeting.arrived).add(event.reviewer) };
    case 'ReviewerWentAway': {
      const arrived = new Set(meeting.arrived);
      arrived.delete(event.reviewer);
      return { ...meeting, arrived };
    }
    case 'PaperEntered': {
      const { paper: paperId, seat, round, attempt, subject } = event;
      if (by.kind !== 'staff') throw new Error('a paper ballot that nobody entered');
      return {
        ...meeting,
        papers: new Map(meeting.papers).set(paperId, {
          id: paperId,
          seat,
          round,
          attempt,
          subject,
          by: by.id,
          phase: 'entered',
        }),
      };
    }
    case 'PaperConfirmed':
      return changePaper(meeting, event.paper, 'confirmed');
    case 'PaperDropped':
      return changePaper(meeting, event.paper, 'dropped');
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
          {
            id: draw,
            item,
            purpose,
            lock,
            lockHash,
            assurance,
            words: [],
            wordsClosed: false,
            phase: 'locked',
          },
        ],
      };
    }
    case 'WordSent':
      return changeDraw(meeting, event.draw, (draw) => ({
        ...draw,
        words: [...draw.words, { seat: event.seat, word: event.word }],
      }));
    case 'WordsClosed':
      return changeDraw(meeting, event.draw, (draw) => ({ ...draw, wordsClosed: true }));
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
    case 'CountdownCleared':
      return { ...meeting, countdown: null };
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
    case 'RoundCancelled': {
      const rounds = new Map(meeting.rounds);
      const round = rounds.get(event.round);
      if (!round) return meeting;
      const attempts = round.attempts.filter(({ n }) => n !== event.attempt);
      const last = attempts.at(-1);
      if (last)
        rounds.set(round.id, { ...round, sheet: last.sheet, scheme: last.scheme, attempts });
      else rounds.delete(round.id);
      const { countdown } = meeting;
      return { ...meeting, rounds, countdown: countdown?.item === round.item ? null : countdown };
    }
    case 'RoundSubjectsSet': {
      const round = meeting.rounds.get(event.round);
      if (!round) return meeting;
      const { subjects } = event;
      return { ...meeting, rounds: new Map(meeting.rounds).set(round.id, { ...round, subjects }) };
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

function inserted(
  agenda: readonly Item[],
  after: ItemId | undefined,
  items: readonly Item[],
): readonly Item[] {
  const place = agenda.findIndex((item) => item.id === after) + 1;
  return [...agenda.slice(0, place), ...items, ...agenda.slice(place)];
}

function newIssue(printedFor: ReviewerId, issue: number): Ticket {
  return { issue, revoked: false, holds: { printedFor, issue } };
}

function newSeat(seat: Pick<Seat, 'id' | 'holder' | 'group'>, present: boolean): Seat {
  const { id, holder, group } = seat;
  return { id, holder, group, present, gone: null, claim: 0, claimedAt: [] };
}

function without(
  arrived: Meeting['arrived'],
  seats: readonly Pick<Seat, 'holder'>[],
): Meeting['arrived'] {
  const left = new Set(arrived);
  for (const { holder } of seats) left.delete(holder.id as ReviewerId);
  return left;
}

function changeDocuments(
  meeting: Meeting,
  subject: SubjectId,
  change: (list: readonly ReportDocument[]) => readonly ReportDocument[],
): Meeting {
  const list = change(meeting.documents.get(subject) ?? []);
  return { ...meeting, documents: new Map(meeting.documents).set(subject, list) };
}

function changePaper(
  meeting: Meeting,
  id: PaperBallot['id'],
  phase: PaperBallot['phase'],
): Meeting {
  const paper = meeting.papers.get(id);
  return paper
    ? { ...meeting, papers: new Map(meeting.papers).set(id, { ...paper, phase }) }
    : meeting;
}

function changeSeat(meeting: Meeting, id: Seat['id'], change: (seat: Seat) => Seat): Meeting {
  const seat = meeting.seats.get(id);
  return seat ? { ...meeting, seats: new Map(meeting.seats).set(id, change(seat)) } : meeting;
}

function changeDraw(meeting: Meeting, id: Draw['id'], change: (draw: Draw) => Draw): Meeting {
  return { ...meeting, draws: meeting.draws.map((draw) => (draw.id === id ? change(draw) : draw)) };
}

function lockedPart(draw: Draw) {
  const { id, item, purpose, lock, lockHash, assurance, words, wordsClosed } = draw;
  return { id, item, purpose, lock, lockHash, assurance, words, wordsClosed };
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
