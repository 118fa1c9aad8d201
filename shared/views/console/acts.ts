// What was done, by whom, about what: the supervisor's list. Built from events without any content of ballots.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import type {
  CommentId,
  ItemId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  SubjectId,
} from '../../ids.ts';
import type { MeetingEvent, Recorded } from '../../meeting/events.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { LEFT_STAGE } from '../../meeting/draws/at-once.ts';
import { wordsOf } from '../../meeting/person-reason.ts';
import type { Holder, PersonReason } from '../../meeting/people.ts';
import { holderName, shownName } from '../named.ts';
import { viewOf } from '../kinds.ts';
import type { Backstage, Seen } from '../seen.ts';
import type { ActRow } from '../slices/staff-slices.ts';

export function actRow(seen: Seen, backstage: Backstage, recorded: Recorded): ActRow {
  const { seq, at, by, event } = recorded;
  // What was taken back is named, as long as it is in the list itself.
  const told =
    event.type === 'ActTakenBack'
      ? (backstage.recent.find((one) => one.seq === event.act)?.event ?? event)
      : event;
  // The key is the event's own type, which the compiler cannot follow through a table.
  const { about, count } = GISTS[told.type](told as never, seen);
  const item = itemById(seen.meeting, itemOf(event));
  return {
    seq,
    at,
    by,
    byName: by.kind === 'staff' ? backstage.staffName(by.id) : '',
    type: event.type,
    about,
    item: item && !kindOf(item).titled ? item.kind : null,
    purpose: (item && kindOf(item).drawing(item)?.purpose) ?? null,
    count,
    batch: batchOf(seen, told),
  };
}

/** Units of the written round that an event is about; 0 where it is about none. */
function batchOf({ meeting }: Seen, event: MeetingEvent): number {
  const round = 'round' in event ? meeting.rounds.get(event.round) : undefined;
  return round?.kind === 'written' ? subjectsOf(meeting, round).length : 0;
}

function itemOf(event: MeetingEvent): ItemId | null {
  switch (event.type) {
    case 'ItemEntered':
    case 'ItemSkipped':
    case 'ItemRestored':
    case 'CountdownCleared':
      return event.item;
    case 'CountdownSet':
      return event.countdown.item;
    case 'ItemChanged':
      return event.item.id;
    case 'ItemsMoved':
      return event.items[0] ?? null;
    default:
      return null;
  }
}

/** What an act was about, as a name that a person knows, and how many. */
type Gist = Pick<ActRow, 'about' | 'count'>;

function gist(about: string, count = 0): Gist {
  return { about, count };
}

const GISTS: {
  readonly [T in MeetingEvent['type']]: (
    event: Extract<MeetingEvent, { readonly type: T }>,
    seen: Seen,
  ) => Gist;
} = {
  MeetingCreated: ({ title }) => gist(title),
  MeetingChanged: ({ title }) => gist(title),
  EpochRaised: ({ epoch }) => gist('', epoch),
  PeopleErased: () => gist(''),
  PoolSealed: ({ of, pool }) => gist(of, pool.length),
  SubjectsImported: ({ source, subjects }) => gist(source, subjects.length),
  ReviewersImported: ({ source, reviewers }) => gist(source, reviewers.length),
  SubjectWithdrawn: ({ subject, reason }, seen) => gist(because(unit(seen, subject), reason)),
  SubjectsCombined: ({ from, into, reason }, seen) =>
    gist(because(`${unit(seen, from)} → ${unit(seen, into)}`, reason)),
  SubjectRestored: ({ subject, reason }, seen) => gist(because(unit(seen, subject), reason)),
  DocumentAttached: ({ subject, document }, seen) =>
    gist(`${unit(seen, subject)} · ${document.name}`),
  DocumentRemoved: ({ subject }, seen) => gist(unit(seen, subject)),
  WeightsSet: () => gist(''),
  SheetAdopted: ({ sheet }) => gist(sheet.name, sheet.version),
  SchemeAdopted: ({ scheme }) => gist('', scheme.version),
  RecusalDeclared: ({ reviewer, subject, voids }, seen) =>
    gist(`${person(seen, reviewer)} · ${unit(seen, subject)}`, voids.length),

  AgendaSet: ({ items }) => gist('', items.length),
  ItemsInserted: ({ items }) => gist('', items.length),
  ItemsRemoved: ({ items }) => gist('', items.length),
  ItemsMoved: ({ items, reason }, seen) => gist(because(itemName(seen, items[0]), reason)),
  ItemSkipped: ({ item, reason }, seen) => gist(because(itemName(seen, item), reason)),
  ItemRestored: ({ item }, seen) => gist(itemName(seen, item)),
  ItemChanged: ({ item }, seen) => gist(itemName(seen, item.id)),
  ItemEntered: ({ item }, seen) => gist(itemName(seen, item)),
  BellRung: () => gist(''),
  BoardTurned: ({ category }, { meeting }) =>
    gist(meeting.categories.find(({ id }) => id === category)?.name ?? ''),
  BoardShown: ({ subjects }, seen) =>
    gist(subjects.map((subject) => unit(seen, subject)).join('、'), subjects.length),
  MoveShown: ({ round }, seen) => gist(roundName(seen, round)),
  CountdownSet: ({ countdown }, seen) =>
    gist(itemName(seen, countdown.item), countdown.totalSeconds),
  CountdownCleared: ({ item }, seen) => gist(itemName(seen, item)),
  ActTakenBack: () => gist(''),

  TicketsIssued: ({ holders }, seen) => gist(onlyOf(seen, holders), holders.length),
  TicketRevoked: ({ holder }, seen) => gist(holderName(seen, holder), 1),
  TicketsSwapped: ({ a, b }, seen) => gist(`${holderName(seen, a)} ⇄ ${holderName(seen, b)}`),
  GroupAdded: ({ name }) => gist(name),
  SeatsFilled: ({ seats }) => gist('', seats.length),
  SeatClaimed: ({ seat }, seen) => gist(seatName(seen, seat)),
  SeatReleased: ({ seat }, seen) => gist(seatName(seen, seat)),
  SeatCheckedIn: ({ seat }, seen) => gist(seatName(seen, seat)),
  CheckInUndone: ({ seat }, seen) => gist(seatName(seen, seat)),
  SeatLeft: ({ seat, reason }, seen) => gist(because(seatName(seen, seat), said(seen, reason))),
  SeatReplaced: ({ out, in: next, subject, reason }, seen) => {
    const from = subject === undefined ? '' : unit(seen, subject);
    const successor = next ? holderName(seen, next.holder) : '—';
    return gist(because(because(`${person(seen, out)} → ${successor}`, from), said(seen, reason)));
  },
  ReviewerArrived: ({ holder }, seen) => gist(holderName(seen, holder)),
  ReviewerWentAway: ({ holder }, seen) => gist(holderName(seen, holder)),

  SaltKept: () => gist(''),
  LotsWanted: () => gist(''),
  LotsMade: ({ list }) => gist('', list.length),
  LotteryMade: ({ panels }) => gist('', panels.length),
  LotsFailed: () => gist(''),
  LotsRead: () => gist(''),
  LotsNumbered: ({ panels }) => gist('', panels.length),
  DrawLocked: () => gist(''),
  WordSent: ({ holder }, seen) => gist(holderName(seen, holder)),
  WordsClosed: () => gist(''),
  DiceTyped: ({ reading, row }) => gist(reading, row.length),
  PaceSet: () => gist(''),
  BeaconRead: () => gist(''),
  DrawDetermined: () => gist(''),
  NamesShown: ({ shown }) => gist('', shown),
  DrawVoided: ({ why }) => gist(why === LEFT_STAGE ? '' : why),
  QuestionTaken: ({ by }, seen) => gist(person(seen, by)),
  DrawnReplaced: ({ out, in: next, reason }, seen) =>
    gist(because(`${person(seen, out)} → ${person(seen, next)}`, said(seen, reason))),

  RoundOpened: ({ round, attempt }, seen) => gist(roundName(seen, round), attempt),
  RoundCancelled: ({ round, attempt }, seen) => gist(roundName(seen, round), attempt),
  RoundSubjectsSet: ({ subjects, reason }) => gist(reason, subjects.length),
  RoundClosed: ({ round, attempt }, seen) => gist(roundName(seen, round), attempt),
  RoundReopened: ({ round, attempt }, seen) => gist(roundName(seen, round), attempt),
  GroupsShown: ({ round, groups }, seen) => gist(roundName(seen, round), groups.length),
  RoundRevealed: ({ round, attempt }, seen) => gist(roundName(seen, round), attempt),
  PaperEntered: ({ seat, subject }, seen) =>
    gist(`${seatName(seen, seat)} · ${unit(seen, subject)}`),
  PaperConfirmed: ({ paper }, seen) => gist(paperName(seen, paper)),
  PaperDropped: ({ paper }, seen) => gist(paperName(seen, paper)),
  PhonesCalled: ({ phones }) => gist('', phones),
  PhonesDismissed: () => gist(''),
  CommentWritten: () => gist(''),
  CommentReleased: ({ comment }, seen) => gist(commentedUnit(seen, comment)),
  CommentWithheld: ({ comment, reason }, seen) =>
    gist(because(commentedUnit(seen, comment), reason === undefined ? '' : said(seen, reason))),
  ResultPlanAdopted: ({ version, reason = '' }) => gist(reason, version),
  ColumnImported: ({ name, source, values }) => gist(because(name, source), values.length),
  EarlierImported: ({ name, source, rows }) => gist(because(name, source), rows.length),
  AdjustmentDeclared: ({ subject, words }, seen) =>
    gist(because(unit(seen, subject), said(seen, words))),
  AdjustmentDecided: ({ adjustment, words }, seen) =>
    gist(because(adjustedUnit(seen, adjustment), said(seen, words))),
  VetoDeclared: ({ subject, words }, seen) => gist(because(unit(seen, subject), said(seen, words))),
  VetoLifted: ({ words }, seen) => gist(said(seen, words)),
  ResultComputed: ({ n }) => gist('', n),
  ResultChecked: ({ n }) => gist('', n),
  ResultApproved: ({ n, body, document }) => gist(because(body, document), n),
  ResultPublished: ({ n }) => gist('', n),
  ResultFinished: ({ n }) => gist('', n),
  ResultReturned: ({ n, reason }) => gist(reason, n),
};

/** The one holder; "" where there are several. */
function onlyOf(seen: Seen, [first, ...others]: readonly Holder[]): string {
  return first && others.length === 0 ? holderName(seen, first) : '';
}

function paperName(seen: Seen, id: PaperId): string {
  const paper = seen.meeting.papers.get(id);
  return paper ? `${seatName(seen, paper.seat)} · ${unit(seen, paper.subject)}` : '';
}

function commentedUnit(seen: Seen, id: CommentId): string {
  const comment = [...seen.meeting.comments.values()].find((one) => one.id === id);
  return comment ? unit(seen, comment.subject) : '';
}

function adjustedUnit(seen: Seen, id: string): string {
  const entry = seen.meeting.adjustments.get(id);
  return entry ? unit(seen, entry.subject) : '';
}

function person(seen: Seen, id: ReviewerId): string {
  return shownName(seen, 'reviewer', id);
}

function unit(seen: Seen, id: SubjectId): string {
  return shownName(seen, 'subject', id);
}

function seatName(seen: Seen, id: SeatId): string {
  const holder = seen.meeting.seats.get(id)?.holder;
  return holder ? holderName(seen, holder) : '';
}

function said({ directory }: Seen, reason: PersonReason): string {
  return wordsOf(directory, reason);
}

function because(what: string, reason: string): string {
  return reason === '' ? what : `${what} · ${reason}`;
}

function roundName(seen: Seen, round: RoundId): string {
  const found = seen.meeting.rounds.get(round);
  const [subject, ...others] = found ? subjectsOf(seen.meeting, found) : [];
  if (subject === undefined) return '';
  return others.length === 0
    ? unit(seen, subject)
    : `${unit(seen, subject)} +${String(others.length)}`;
}

/** The unit that an item is about, or its title; empty where its kind says enough. */
function itemName(seen: Seen, id: ItemId | undefined): string {
  const item = itemById(seen.meeting, id ?? null);
  return item ? viewOf(item).title(seen, item) : '';
}
