// What was done, by whom, about what: the supervisor's list. Built from events without any content of ballots.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import type { ItemId, ReviewerId, RoundId, SeatId, SubjectId } from '../../ids.ts';
import type { MeetingEvent, Recorded } from '../../meeting/events.ts';
import { itemById } from '../../meeting/agenda/items.ts';
import { wordsOf } from '../../meeting/person-reason.ts';
import type { Holder, PersonReason } from '../../meeting/people.ts';
import { shownName } from '../named.ts';
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
  const { about, count } = gist(seen, told);
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
  };
}

function itemOf(event: MeetingEvent): ItemId | null {
  switch (event.type) {
    case 'ItemEntered':
    case 'ItemSkipped':
    case 'ItemRestored':
      return event.item;
    case 'ItemChanged':
      return event.item.id;
    case 'ItemsMoved':
      return event.items[0] ?? null;
    default:
      return null;
  }
}

interface Gist {
  readonly about: string;
  readonly count: number;
}

function gist(seen: Seen, event: MeetingEvent): Gist {
  switch (event.type) {
    case 'MeetingCreated':
      return { about: event.title, count: 0 };
    case 'SubjectsImported':
      return { about: event.source, count: event.subjects.length };
    case 'ReviewersImported':
      return { about: event.source, count: event.reviewers.length };
    case 'SheetAdopted':
      return { about: event.sheet.name, count: event.sheet.version };
    case 'SchemeAdopted':
      return { about: '', count: event.scheme.version };
    case 'AgendaSet':
    case 'ItemsInserted':
    case 'ItemsRemoved':
      return { about: '', count: event.items.length };
    case 'ItemChanged':
      return { about: itemName(seen, event.item.id), count: 0 };
    case 'ItemEntered':
      return { about: itemName(seen, event.item), count: 0 };
    case 'CountdownSet':
      return { about: itemName(seen, event.countdown.item), count: event.countdown.totalSeconds };
    case 'TicketsIssued':
      return one(seen, event.holders);
    case 'TicketRevoked':
      return one(seen, [event.holder]);
    case 'SeatsFilled':
      return { about: '', count: event.seats.length };
    case 'RecusalDeclared':
      return {
        about: `${person(seen, event.reviewer)} · ${unit(seen, event.subject)}`,
        count: event.voids.length,
      };
    case 'NamesShown':
      return { about: '', count: event.shown };
    case 'DrawVoided':
      return { about: event.why, count: 0 };
    case 'RoundOpened':
    case 'RoundClosed':
    case 'RoundReopened':
    case 'RoundRevealed':
      return { about: roundName(seen, event.round), count: event.attempt };
    case 'MeetingChanged':
      return { about: event.title, count: 0 };
    case 'EpochRaised':
      return { about: '', count: event.epoch };
    case 'SubjectWithdrawn':
    case 'SubjectRestored':
      return { about: because(unit(seen, event.subject), event.reason), count: 0 };
    case 'SubjectsCombined':
      return {
        about: because(`${unit(seen, event.from)} → ${unit(seen, event.into)}`, event.reason),
        count: 0,
      };
    case 'DocumentAttached':
      return { about: `${unit(seen, event.subject)} · ${event.document.name}`, count: 0 };
    case 'DocumentRemoved':
      return { about: unit(seen, event.subject), count: 0 };
    case 'ItemsMoved':
      return { about: because(itemName(seen, event.items[0]), event.reason), count: 0 };
    case 'ItemSkipped':
      return { about: because(itemName(seen, event.item), event.reason), count: 0 };
    case 'ItemRestored':
    case 'CountdownCleared':
      return { about: itemName(seen, event.item), count: 0 };
    case 'BoardTurned':
      return {
        about: seen.meeting.categories.find(({ id }) => id === event.category)?.name ?? '',
        count: 0,
      };
    case 'TicketsSwapped':
      return { about: `${held(seen, event.a)} ⇄ ${held(seen, event.b)}`, count: 0 };
    case 'SeatCheckedIn':
    case 'CheckInUndone':
    case 'SeatClaimed':
    case 'SeatReleased':
      return { about: holderName(seen, event.seat), count: 0 };
    case 'SeatLeft':
      return { about: because(holderName(seen, event.seat), said(seen, event.reason)), count: 0 };
    case 'SeatReplaced': {
      const { out, reason, subject } = event;
      const from = subject === undefined ? '' : unit(seen, subject);
      const successor = event.in ? person(seen, event.in.holder.id as ReviewerId) : '—';
      return {
        about: because(because(`${person(seen, out)} → ${successor}`, from), said(seen, reason)),
        count: 0,
      };
    }
    case 'DrawnReplaced':
      return {
        about: because(
          `${person(seen, event.out)} → ${person(seen, event.in)}`,
          said(seen, event.reason),
        ),
        count: 0,
      };
    case 'ReviewerArrived':
    case 'ReviewerWentAway':
    case 'WordSent':
      return { about: held(seen, event.holder), count: 0 };
    case 'PaperEntered':
      return { about: `${holderName(seen, event.seat)} · ${unit(seen, event.subject)}`, count: 0 };
    case 'PaperConfirmed':
    case 'PaperDropped': {
      const paper = seen.meeting.papers.get(event.paper);
      return {
        about: paper ? `${holderName(seen, paper.seat)} · ${unit(seen, paper.subject)}` : '',
        count: 0,
      };
    }
    case 'RoundCancelled':
      return { about: roundName(seen, event.round), count: event.attempt };
    case 'RoundSubjectsSet':
      return { about: event.reason, count: event.subjects.length };
    case 'ActTakenBack':
    case 'PeopleErased':
    case 'BellRung':
    case 'SaltKept':
    case 'WordsClosed':
    case 'WeightsSet':
    case 'DrawLocked':
    case 'DrawDetermined':
      return { about: '', count: 0 };
  }
}

function one(seen: Seen, holders: readonly Holder[]): Gist {
  const [first] = holders;
  const about = first !== undefined && holders.length === 1 ? held(seen, first) : '';
  return { about, count: holders.length };
}

function held(seen: Seen, { kind, id }: Holder): string {
  return shownName(seen, kind, id);
}

function person(seen: Seen, id: ReviewerId): string {
  return shownName(seen, 'reviewer', id);
}

function unit(seen: Seen, id: SubjectId): string {
  return shownName(seen, 'subject', id);
}

function holderName(seen: Seen, id: SeatId): string {
  const holder = seen.meeting.seats.get(id)?.holder;
  return holder ? held(seen, holder) : '';
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
