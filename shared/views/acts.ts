// What was done, by whom, about what: the supervisor's list. Built from events without any content of ballots.
import type { ItemId, ReviewerId, SubjectId } from '../ids.ts';
import type { MeetingEvent, Recorded } from '../meeting/events.ts';
import { itemById } from '../meeting/lookup.ts';
import { nameOf } from '../meeting/world.ts';
import type { Backstage, Seen } from './seen.ts';
import type { ActRow } from './slices.ts';

export function actRow(seen: Seen, backstage: Backstage, recorded: Recorded): ActRow {
  const { seq, at, by, event } = recorded;
  const { about, count } = gist(seen, event);
  return {
    seq,
    at,
    by,
    byName: by.kind === 'staff' ? backstage.staffName(by.id) : '',
    type: event.type,
    about,
    count,
  };
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
      return { about: '', count: event.items.length };
    case 'ItemChanged':
      return { about: itemName(seen, event.item.id), count: 0 };
    case 'ItemEntered':
      return { about: itemName(seen, event.item), count: 0 };
    case 'CountdownSet':
      return { about: itemName(seen, event.countdown.item), count: event.countdown.totalSeconds };
    case 'TicketsIssued':
      return one(seen, event.reviewers);
    case 'TicketRevoked':
      return one(seen, [event.reviewer]);
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
    case 'WeightsSet':
    case 'SeatClaimed':
    case 'SeatReleased':
    case 'DrawLocked':
    case 'DrawDetermined':
      return { about: '', count: 0 };
  }
}

function one(seen: Seen, reviewers: readonly ReviewerId[]): Gist {
  const [first] = reviewers;
  const about = first !== undefined && reviewers.length === 1 ? person(seen, first) : '';
  return { about, count: reviewers.length };
}

function person({ directory }: Seen, id: ReviewerId): string {
  return nameOf(directory, 'reviewer', id);
}

function unit({ directory }: Seen, id: SubjectId): string {
  return nameOf(directory, 'subject', id);
}

function roundName(seen: Seen, round: string): string {
  const subject = [...seen.meeting.rounds.values()].find(({ id }) => id === round)?.subjects[0];
  return subject === undefined ? '' : unit(seen, subject);
}

/** The unit an item is about; empty for items that are about none: their kind says enough. */
function itemName(seen: Seen, id: ItemId): string {
  const item = itemById(seen.meeting, id);
  if (item?.kind === 'presentation') return unit(seen, item.subject);
  const [subject] = item?.kind === 'score' ? item.subjects : [];
  return subject === undefined ? '' : unit(seen, subject);
}
