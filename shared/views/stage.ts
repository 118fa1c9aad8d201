// What is on now, without any number that depends on a score.
import { unreachable } from '../ids.ts';
import { itemById, lastAttempt, roundOfItem } from '../meeting/lookup.ts';
import { leftOut, subjectsAhead, subjectsOf } from '../meeting/agenda/participation.ts';
import type { Item, ItemOf } from '../meeting/agenda/item.ts';
import type { Meeting } from '../meeting/state.ts';
import { drawOfStage } from './draws.ts';
import {
  categoryCard,
  countdownOf,
  meetingCard,
  ordinalOf,
  perMeeting,
  subjectCard,
  type Seen,
} from './seen.ts';
import type { CategoryCard } from './cards.ts';
import type { ScoreStage, StageBody, StageSlice, WrittenStage } from './stage-slices.ts';

export const stageSlice = perMeeting((seen): StageSlice => {
  const { meeting } = seen;
  const n = meeting.agenda.findIndex(({ id }) => id === meeting.current) + 1;
  return {
    meeting: meetingCard(meeting),
    item: meeting.current === null ? null : { id: meeting.current, n },
    items: meeting.agenda.length,
    body: stageBody(seen),
    bell: meeting.bell,
  };
});

export function stageBody(seen: Seen): StageBody {
  const item = itemById(seen.meeting, seen.meeting.current);
  if (!item) return { kind: 'idle' };
  switch (item.kind) {
    case 'check-in':
      return { kind: 'check-in' };
    case 'board':
      return { kind: 'board', category: boardCategory(seen.meeting, item) };
    case 'card':
      return { kind: 'card', title: item.title, text: item.text };
    case 'written':
      return writtenStage(seen.meeting, item);
    case 'draw':
      return { kind: 'draw', draw: drawOfStage(seen, item) };
    case 'presentation': {
      const next = nextPresenter(seen.meeting, item);
      return {
        kind: 'presentation',
        subject: subjectCard(seen, item.subject),
        ordinal: ordinalOf(seen.meeting, item.subject),
        countdown: countdownOf(seen.meeting, item.id),
        seconds: item.seconds,
        next: next ? subjectCard(seen, next.subject) : null,
      };
    }
    case 'score':
      return scoreStage(seen, item);
    default:
      return unreachable(item);
  }
}

function scoreStage(seen: Seen, item: ItemOf<'score'>): ScoreStage {
  const round = roundOfItem(seen.meeting, item.id);
  const attempt = round ? lastAttempt(round) : null;
  const [subject] = item.subjects;
  return {
    kind: 'score',
    round: round?.id ?? null,
    attempt: attempt?.n ?? 0,
    subject: subjectCard(seen, subject),
    ordinal: ordinalOf(seen.meeting, subject),
    phase: attempt?.phase ?? 'ready',
    disclosure: round?.disclosure ?? item.disclosure,
    countdown: countdownOf(seen.meeting, item.id),
    closesItself: item.closes === 'itself',
  };
}

function writtenStage(meeting: Meeting, item: ItemOf<'written'>): WrittenStage {
  const round = roundOfItem(meeting, item.id);
  const attempt = round ? lastAttempt(round) : null;
  return {
    kind: 'written',
    round: round?.id ?? null,
    attempt: attempt?.n ?? 0,
    phase: attempt?.phase ?? 'ready',
    disclosure: round?.disclosure ?? item.disclosure,
    subjects: (round ? subjectsOf(meeting, round) : subjectsAhead(meeting, item)).length,
  };
}

/** What the moderator turned the board to, else the item's own setting; null for all. */
function boardCategory(meeting: Meeting, item: ItemOf<'board'>): CategoryCard | null {
  const category = meeting.boardCategory ?? item.category ?? 'all';
  return category === 'all' ? null : categoryCard(meeting, category);
}

function nextPresenter(meeting: Meeting, item: Item): ItemOf<'presentation'> | undefined {
  const gone = leftOut(meeting);
  return meeting.agenda
    .slice(meeting.agenda.indexOf(item) + 1)
    .find((one): one is ItemOf<'presentation'> => one.kind === 'presentation' && !gone.has(one.id));
}
