// Questions about a meeting that several decisions and views ask.
import type { ItemId, ReviewerId, RoundId, SubjectId } from '../ids.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type {
  Attempt,
  Draw,
  DrawSettings,
  Group,
  Item,
  ItemOf,
  Meeting,
  Round,
  Seat,
} from './state.ts';

export function itemById(meeting: Meeting, id: ItemId | null): Item | undefined {
  return meeting.agenda.find((item) => item.id === id);
}

/** A score item has one round, with as many attempts as it took. */
export function roundOfItem(meeting: Meeting, item: ItemId): Round | undefined {
  return meeting.rounds.get(roundIdOf(item));
}

export function roundIdOf(item: ItemId): RoundId {
  return `r-${item}` as RoundId;
}

/** The attempt that counts: the newest one. */
export function lastAttempt(round: Round): Attempt {
  const attempt = round.attempts[round.attempts.length - 1];
  if (!attempt) throw new Error(`round ${round.id} has no attempt`);
  return attempt;
}

/** The newest draw made for an item: voided ones stay on record before it. */
export function drawOfItem(meeting: Meeting, item: ItemId): Draw | undefined {
  return meeting.draws.filter((draw) => draw.item === item).at(-1);
}

export function newestVersion<T extends { readonly id: string; readonly version: number }>(
  versions: readonly T[],
  id: string,
): T | undefined {
  return versions.filter((one) => one.id === id).at(-1);
}

export function sheetOf(meeting: Meeting, round: Pick<Round, 'sheet'>): Sheet {
  const { id, version } = round.sheet;
  const sheet = meeting.sheets.find((one) => one.id === id && one.version === version);
  if (!sheet) throw new Error(`no sheet ${id} version ${String(version)}`);
  return sheet;
}

export function schemeOf(meeting: Meeting, round: Pick<Round, 'scheme'>): Scheme {
  const { id, version } = round.scheme;
  const scheme = meeting.schemes.find((one) => one.id === id && one.version === version);
  if (!scheme) throw new Error(`no scheme ${id} version ${String(version)}`);
  return scheme;
}

export function groupOf(meeting: Meeting, seat: Seat): Group {
  const group = meeting.groups.find((one) => one.id === seat.group);
  if (!group) throw new Error(`seat ${seat.id} is of no group`);
  return group;
}

export function seatOfReviewer(meeting: Meeting, reviewer: ReviewerId): Seat | undefined {
  for (const seat of meeting.seats.values())
    if (seat.holder.kind === 'reviewer' && seat.holder.id === reviewer) return seat;
  return undefined;
}

/** Whether this seat may not score that subject: a declared recusal, or a unit that would score itself. */
export function isRecused(meeting: Meeting, seat: Seat, subject: SubjectId): boolean {
  if (seat.holder.kind === 'subject') return seat.holder.id === subject;
  return meeting.pool.get(seat.holder.id)?.recusals.includes(subject) ?? false;
}

/** The ticket issue that this seat's device must have come with still stands. */
export function ticketStands(meeting: Meeting, seat: Seat): boolean {
  if (seat.holder.kind === 'subject') return true;
  const ticket = meeting.tickets.get(seat.holder.id);
  return ticket !== undefined && !ticket.revoked;
}

/** Seats that owe a ballot for a subject: checked in and not recused. */
export function owing(meeting: Meeting, subject: SubjectId): readonly Seat[] {
  return [...meeting.seats.values()].filter(
    (seat) => seat.present && !isRecused(meeting, seat, subject),
  );
}

/** The rounds that take ballots now. */
export function openRounds(meeting: Meeting): readonly Round[] {
  return [...meeting.rounds.values()].filter((round) => lastAttempt(round).phase === 'open');
}

/** What stands between this item and the next one, if anything does. */
export function unfinished(meeting: Meeting, item: Item): 'round' | 'draw' | null {
  if (item.kind === 'score') {
    const round = roundOfItem(meeting, item.id);
    return round?.kind === 'live' && lastAttempt(round).phase === 'open' ? 'round' : null;
  }
  if (item.kind === 'draw') {
    const draw = drawOfItem(meeting, item.id);
    return draw && isUnfinished(draw) ? 'draw' : null;
  }
  return null;
}

/** Whether a draw is locked, neither void nor shown to its last name. */
export function isUnfinished(draw: Draw): boolean {
  return draw.phase === 'locked' || (draw.phase === 'determined' && draw.shown < draw.order.length);
}

export function isItem<K extends Item['kind']>(item: Item | undefined, kind: K): item is ItemOf<K> {
  return item?.kind === kind;
}

/** Who can be drawn: units without a turn yet, or reviewers without a seat. Ascending, as a lock wants it. */
export function drawPool(meeting: Meeting, purpose: DrawSettings['purpose']): readonly string[] {
  const presenting = new Set<string>(
    meeting.agenda.flatMap((item) => (item.kind === 'presentation' ? [item.subject] : [])),
  );
  const seated = new Set<string>([...meeting.seats.values()].map(({ holder }) => holder.id));
  const ids: readonly string[] =
    purpose === 'presenters'
      ? [...meeting.subjects.keys()].filter((id) => !presenting.has(id))
      : [...meeting.pool.keys()].filter((id) => !seated.has(id));
  return [...ids].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * Whether a round that was closed waits for its reveal, also where it was reopened meanwhile. Its close event covers its
 * scores, so no hash from that event on may be shown until then (R6): hashes of few and small numbers can be guessed back.
 */
export function hidesScores(meeting: Meeting): boolean {
  for (const round of meeting.rounds.values())
    for (const attempt of round.attempts)
      if (attempt.phase === 'closed' || (attempt.phase === 'open' && attempt.reopened)) return true;
  return false;
}
