// Written rounds beside whatever is on stage: how many ballots are in and how many seats are finished, never a score (R6).
import { entry } from '../../entry.ts';
import type { CategoryId, SeatId, SubjectId } from '../../ids.ts';
import { subjectsOf } from '../../meeting/agenda/participation.ts';
import { formOfGroup } from '../../meeting/forms.ts';
import type { Seat } from '../../meeting/people.ts';
import { rates, takesPart } from '../../meeting/raters.ts';
import { lastAttempt } from '../../meeting/rounds.ts';
import type { Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { Seen } from '../seen.ts';
import type { SeatShare } from '../slices/desk-slices.ts';
import type { ProgressSlice, WrittenProgress } from '../slices/number-slices.ts';

/** What pages know of {@link pendingWritten}, beside whatever is on stage. */
export function writtenSlice(seen: Pick<Seen, 'meeting' | 'book'>): readonly WrittenProgress[] {
  return pendingWritten(seen.meeting).map((round) => {
    const attempt = lastAttempt(round);
    const { done, expected, groups } = writtenProgress(seen, round);
    return {
      item: round.item,
      round: round.id,
      attempt: attempt.n,
      phase: attempt.phase === 'open' ? 'open' : 'closed',
      subjects: subjectsOf(seen.meeting, round).length,
      done,
      expected,
      seatsDone: groups.reduce((sum, group) => sum + group.done, 0),
      seats: groups.reduce((sum, group) => sum + group.expected, 0),
      groups: groups.map(({ id, name, expected: seats, done: finished }) => ({
        id,
        name,
        seats,
        done: finished,
      })),
      closable: attempt.phase === 'open',
    };
  });
}

/** A written round on stage: ballots in all, and by group the seats that have finished. */
export function writtenProgress(
  { meeting, book }: Pick<Seen, 'meeting' | 'book'>,
  round: Round,
): ProgressSlice {
  const shares = seatShares({ meeting, book }, round);
  const groups = meeting.groups.flatMap((group) => {
    const seats = [...meeting.seats.values()].filter(
      (seat) =>
        seat.group === group.id &&
        takesPart(round.terms, seat) &&
        (seat.gone !== 'replaced' || shares.has(seat.id)),
    );
    if (seats.length === 0) return [];
    const owing = seats.flatMap((seat) => shares.get(seat.id) ?? []);
    return [
      {
        id: group.id,
        name: group.name,
        done: owing.filter(({ done, of }) => done === of).length,
        expected: owing.length,
        recused: 0,
        absent: seats.length - owing.length,
      },
    ];
  });
  let done = 0;
  let expected = 0;
  for (const share of shares.values()) {
    done += share.done;
    expected += share.of;
  }
  return { kind: 'written', done, expected, groups };
}

/** How much each seat that owes or has cast something has done; others are not in it. */
export function seatShares(
  { meeting, book }: Pick<Seen, 'meeting' | 'book'>,
  round: Round,
): ReadonlyMap<SeatId, SeatShare> {
  const attempt = lastAttempt(round);
  const about = subjectsOf(meeting, round);
  const cast = new Map<SeatId, number>();
  for (const subject of about)
    for (const seat of book.of(round.id, attempt.n, subject).turnout)
      cast.set(seat, (cast.get(seat) ?? 0) + 1);
  // Frozen at the close (R13): whoever leaves afterwards was expected all the same.
  const missing = attempt.phase === 'open' ? null : missed(attempt.closing.turnout);
  const shares = new Map<SeatId, SeatShare>();
  const byCategory = counted(meeting, about);
  for (const seat of meeting.seats.values()) {
    const done = cast.get(seat.id) ?? 0;
    const of = missing
      ? done + (missing.get(seat.id) ?? 0)
      : seat.present
        ? dueOf(meeting, round, seat, byCategory)
        : done;
    if (of > 0) shares.set(seat.id, { seat: seat.id, done, of });
  }
  return shares;
}

function missed(
  turnout: readonly { readonly missing: readonly SeatId[] }[],
): ReadonlyMap<SeatId, number> {
  const missing = new Map<SeatId, number>();
  for (const one of turnout)
    for (const seat of one.missing) missing.set(seat, (missing.get(seat) ?? 0) + 1);
  return missing;
}

type ByCategory = ReadonlyMap<CategoryId, ReadonlySet<SubjectId>>;

function counted({ subjects }: Meeting, about: readonly SubjectId[]): ByCategory {
  const by = new Map<CategoryId, Set<SubjectId>>();
  for (const id of about) {
    const category = subjects.get(id)?.category;
    if (category !== undefined) entry(by, category, () => new Set()).add(id);
  }
  return by;
}

/** How many a seat owes. Counted from its recusals: three hundred seats and 65 subjects are asked for each picture. */
function dueOf(meeting: Meeting, round: Round, seat: Seat, byCategory: ByCategory): number {
  const { holder, group } = seat;
  if (!takesPart(round.terms, seat)) return 0;
  const recusals: readonly SubjectId[] =
    holder.kind === 'subject' ? [] : (meeting.pool.get(holder.id)?.recusals ?? []);
  let due = 0;
  for (const [category, subjects] of byCategory)
    if (formOfGroup(meeting, round.terms, group, category))
      due +=
        holder.kind === 'subject'
          ? [...subjects].filter((id) => rates(meeting, round.terms, seat, id)).length
          : subjects.size - recusals.filter((id) => subjects.has(id)).length;
  return due;
}

/** Written rounds that are open or wait for their reveal, oldest first. */
export function pendingWritten(meeting: Meeting): readonly Round[] {
  return [...meeting.rounds.values()].filter(
    (round) => round.kind === 'written' && lastAttempt(round).phase !== 'revealed',
  );
}
