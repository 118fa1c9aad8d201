// How many have checked in or voted: counts by group, never who (R6).
import type { SubjectId } from '../ids.ts';
import { itemById, lastAttempt, roundOfItem, subjectOf } from '../meeting/lookup.ts';
import { isRecused } from '../meeting/recusals.ts';
import type { Seat } from '../meeting/people.ts';
import type { Meeting } from '../meeting/state.ts';
import type { Seen } from './seen.ts';
import type { ProgressSlice } from './number-slices.ts';
import { writtenProgress } from './written.ts';

export function progressSlice({ meeting, book }: Seen): ProgressSlice {
  const item = itemById(meeting, meeting.current);
  if (item?.kind === 'check-in') return counted('check-in', meeting, null, isPresent);
  // Who voted was erased with the people; the results say how many.
  if (meeting.erasedAt !== null) return NOTHING;
  if (item?.kind === 'written') {
    const batch = roundOfItem(meeting, item.id);
    return batch ? writtenProgress({ meeting, book }, batch) : NOTHING;
  }
  const round = item?.kind === 'score' ? roundOfItem(meeting, item.id) : undefined;
  const subject = subjectOf(item);
  if (!round || subject === undefined) return NOTHING;
  const { turnout } = book.of(round.id, lastAttempt(round).n, subject);
  return counted('score', meeting, subject, (seat) => turnout.has(seat.id));
}

const NOTHING: ProgressSlice = { kind: null, done: 0, expected: 0, groups: [] };

function counted(
  kind: 'check-in' | 'score',
  meeting: Meeting,
  subject: SubjectId | null,
  isDone: (seat: Seat) => boolean,
): ProgressSlice {
  const groups = meeting.groups.flatMap((group) => {
    const seats = [...meeting.seats.values()].filter(
      // Who was replaced counts where they had voted before, as at the close; else the one in their stead does.
      (seat) =>
        seat.group === group.id && (seat.gone !== 'replaced' || (subject !== null && isDone(seat))),
    );
    if (seats.length === 0) return [];
    const recused = seats.filter((seat) => subject !== null && isRecused(meeting, seat, subject));
    const judging = seats.filter((seat) => !recused.includes(seat));
    // Whoever voted and then left is expected all the same (closing.ts).
    const owing =
      kind === 'score' ? judging.filter((seat) => isPresent(seat) || isDone(seat)) : judging;
    return [
      {
        id: group.id,
        name: group.name,
        done: owing.filter(isDone).length,
        expected: owing.length,
        recused: recused.length,
        absent: judging.length - (kind === 'score' ? owing : judging.filter(isPresent)).length,
      },
    ];
  });
  return {
    kind,
    done: groups.reduce((sum, { done }) => sum + done, 0),
    expected: groups.reduce((sum, { expected }) => sum + expected, 0),
    groups,
  };
}

function isPresent(seat: Seat): boolean {
  return seat.present;
}
