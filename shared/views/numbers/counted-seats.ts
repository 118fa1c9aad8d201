// How many seats have done what is asked of them: counts by group, never who (R6).
import type { SubjectId } from '../../ids.ts';
import { formOfGroup } from '../../meeting/forms.ts';
import { isRecused } from '../../meeting/recusals.ts';
import type { Seat } from '../../meeting/people.ts';
import type { Round } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { ProgressSlice } from '../slices/number-slices.ts';

/** @param about what is judged in which round; null where people only arrive: then all seats are expected. */
export function countedSeats(
  meeting: Meeting,
  about: { readonly round: Round; readonly subject: SubjectId } | null,
  isDone: (seat: Seat) => boolean,
): Omit<ProgressSlice, 'kind'> {
  const subject = about?.subject ?? null;
  const category = subject === null ? undefined : meeting.subjects.get(subject)?.category;
  const groups = meeting.groups.flatMap((group) => {
    if (about && !formOfGroup(meeting, about.round.terms, group.id, category)) return [];
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
      subject === null ? judging : judging.filter((seat) => seat.present || isDone(seat));
    const here = subject === null ? judging.filter(({ present }) => present) : owing;
    return [
      {
        id: group.id,
        name: group.name,
        done: owing.filter(isDone).length,
        expected: owing.length,
        recused: recused.length,
        absent: judging.length - here.length,
      },
    ];
  });
  return {
    done: groups.reduce((sum, { done }) => sum + done, 0),
    expected: groups.reduce((sum, { expected }) => sum + expected, 0),
    groups,
  };
}
