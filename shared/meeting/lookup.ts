// Questions about a meeting that several decisions and views ask.
import type { ItemId, ReviewerId, RoundId, SubjectId } from '../ids.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import { flat } from '../scoring/sheet-tree.ts';
import type { Draw } from './draws/draw.ts';
import type { Item } from './agenda/item.ts';
import { keyOf, reviewerKey, type Group, type HolderKey, type Seat } from './people.ts';
import type { Attempt, Round, Version } from './round.ts';
import type { Instant } from '../instant.ts';
import type { Meeting } from './state.ts';

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

/** The sheet that all fill in: rounds with several are not opened yet. */
export function sheetOf(meeting: Meeting, { terms }: Pick<Round, 'terms'>): Sheet {
  const [first] = terms.form.sheets;
  if (!first) throw new Error('a round without a sheet');
  return flat(exactVersion(meeting.sheets, first.sheet));
}

export function schemeOf(meeting: Meeting, { terms }: Pick<Round, 'terms'>): Scheme {
  return exactVersion(meeting.schemes, terms.scheme);
}

export function exactVersion<T extends Version>(
  versions: readonly T[],
  { id, version }: Version,
): T {
  const found = versions.find((one) => one.id === id && one.version === version);
  if (!found) throw new Error(`no ${id} of version ${String(version)}`);
  return found;
}

export function groupOf(meeting: Meeting, seat: Seat): Group {
  const group = meeting.groups.find((one) => one.id === seat.group);
  if (!group) throw new Error(`seat ${seat.id} is of no group`);
  return group;
}

export function seatOfReviewer(meeting: Meeting, reviewer: ReviewerId): Seat | undefined {
  for (const seat of meeting.seats.values())
    if (seat.holder.kind === 'reviewer' && seat.holder.id === reviewer && seat.gone !== 'replaced')
      return seat;
  return undefined;
}

/** Nobody waits longer than this for one meeting. */
export const LONGEST_WAIT_MS = 12 * 3_600_000;

/** Who arrived for this day: a ticket that was tried out the day before puts nobody in the house. */
export function arrivedLately(arrived: Meeting['arrived'], now: Instant): Meeting['arrived'] {
  const fresh = [...arrived].filter(([, at]) => now - at <= LONGEST_WAIT_MS);
  return fresh.length === arrived.size ? arrived : new Map(fresh);
}

/** Whose phones may send a word for a draw: of those seated, and before anyone is, of all who have come in. */
export function inTheHouse({ seats, arrived }: Meeting): readonly HolderKey[] {
  if (seats.size === 0) return [...arrived.keys()];
  return [...seats.values()].flatMap(({ present, holder }) => (present ? [keyOf(holder)] : []));
}

/** Whether this reviewer, who has no seat, is in the house for this day. */
export function hasArrived({ arrived }: Meeting, reviewer: ReviewerId, now: Instant): boolean {
  const at = arrived.get(reviewerKey(reviewer));
  return at !== undefined && now - at <= LONGEST_WAIT_MS;
}

/** Who holds a printed sheet now: its own reviewer, or whom the desk gave it to. undefined where it no longer works. */
export function holderOfSheet(
  { tickets, pool }: Meeting,
  printedFor: ReviewerId,
  issue: number,
): ReviewerId | undefined {
  const sheet = reviewerKey(printedFor);
  const holds = (key: HolderKey) => {
    const ticket = tickets.get(key);
    return (
      ticket !== undefined &&
      !ticket.revoked &&
      ticket.holds.printedFor === sheet &&
      ticket.holds.issue === issue
    );
  };
  if (holds(sheet)) return printedFor;
  // Swaps are few and rare; whoever comes with an old sheet pays for the search.
  for (const id of pool.keys()) if (holds(reviewerKey(id))) return id;
  return undefined;
}

/** Subjects that take part: neither withdrawn nor combined with another. */
export function subjectsIn(meeting: Meeting): readonly SubjectId[] {
  return [...meeting.subjects.keys()].filter((id) => !meeting.out.has(id));
}

/** Subjects in the order of the roster, each once. */
export function inRosterOrder(
  meeting: Meeting,
  subjects: readonly SubjectId[],
): readonly SubjectId[] {
  const wanted = new Set(subjects);
  return [...meeting.subjects.keys()].filter((id) => wanted.has(id));
}

/** Whether a live scoring is about one unit, as its type says: an item stored before that was checked may have several. */
export function scoresOne({ subjects }: { readonly subjects: readonly SubjectId[] }): boolean {
  return subjects.length === 1;
}

/** Written rounds that take ballots now: they stand open beside whatever is on stage. */
export function openWritten(meeting: Meeting): readonly Round[] {
  return openRounds(meeting).filter(({ kind }) => kind === 'written');
}

/** The ticket issue that this seat's device must have come with still stands. */
export function ticketStands(meeting: Meeting, seat: Seat): boolean {
  const ticket = meeting.tickets.get(keyOf(seat.holder));
  // So far units are given none.
  return seat.holder.kind === 'subject' ? !ticket?.revoked : ticket?.revoked === false;
}

/** The rounds that take ballots now. */
export function openRounds(meeting: Meeting): readonly Round[] {
  return [...meeting.rounds.values()].filter((round) => lastAttempt(round).phase === 'open');
}

/** Whether something was drawn or opened by this item. */
export function isUsed(meeting: Meeting, item: Item): boolean {
  const draw = drawOfItem(meeting, item.id);
  return (
    roundOfItem(meeting, item.id) !== undefined || (draw !== undefined && draw.phase !== 'void')
  );
}

/** Whether a draw is locked, neither void nor shown to its last name. */
export function isUnfinished(draw: Draw): boolean {
  return draw.phase !== 'void' && !isShownOut(draw);
}

/** Whether the last name of a draw has been shown: only then may entropy, result and "you are drawn" be known. */
export function isShownOut<D extends Draw>(
  draw: D,
): draw is Extract<D, { readonly phase: 'determined' }> {
  return draw.phase === 'determined' && draw.shown === draw.order.length;
}
