// How many seats have done what is asked of them: counts by group, never who (R6).
import type { GroupId, SubjectId } from '../../ids.ts';
import { formOfJudges } from '../../meeting/forms.ts';
import { rates } from '../../meeting/raters.ts';
import { lastAttempt } from '../../meeting/rounds.ts';
import { isRecused } from '../../meeting/recusals.ts';
import type { Seat } from '../../meeting/people.ts';
import type { Round, SubjectTurnout } from '../../meeting/round.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { ProgressSlice } from '../slices/number-slices.ts';

interface About {
  readonly round: Round;
  readonly subject: SubjectId;
}

/** @param about what is judged in which round; null where people only arrive: then all seats are expected. */
export function countedSeats(
  meeting: Meeting,
  about: About | null,
  isDone: (seat: Seat) => boolean,
): Omit<ProgressSlice, 'kind'> {
  const subject = about?.subject ?? null;
  const frozen = about && turnoutAtClose(about.round, about.subject);
  const missing = frozen && new Set(frozen.missing);
  const recused = frozen && new Set(frozen.recused);
  // Whoever voted and then left is expected all the same (closing.ts).
  const isExpected = (seat: Seat) =>
    missing ? isDone(seat) || missing.has(seat.id) : seat.present || isDone(seat);
  const isOut = (seat: Seat) =>
    subject !== null && (recused?.has(seat.id) ?? isRecused(meeting, seat, subject));
  const judges = ({ round, subject: unit }: About, group: GroupId) =>
    formOfJudges(meeting, round.terms, group, unit) !== null;
  const groups = meeting.groups.flatMap((group) => {
    if (about && !judges(about, group.id)) return [];
    const seats = [...meeting.seats.values()].filter(
      // Who was replaced counts where they had voted before, as at the close; else the one in their stead does.
      (seat) =>
        seat.group === group.id &&
        (about === null || rates(meeting, about.round.terms, seat, about.subject)) &&
        (seat.gone !== 'replaced' ||
          missing?.has(seat.id) === true ||
          (subject !== null && isDone(seat))),
    );
    if (seats.length === 0) return [];
    const judging = seats.filter((seat) => !isOut(seat));
    const owing = subject === null ? judging : judging.filter(isExpected);
    const here = subject === null ? judging.filter(({ present }) => present) : owing;
    return [
      {
        id: group.id,
        name: group.name,
        done: owing.filter(isDone).length,
        expected: owing.length,
        recused: seats.length - judging.length,
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

/** Who was to do it as the round closed (R13): whoever leaves or is recused afterwards changes nothing about it. */
function turnoutAtClose(round: Round, subject: SubjectId): SubjectTurnout | null {
  const attempt = lastAttempt(round);
  if (attempt.phase === 'open') return null;
  return attempt.closing.turnout.find((one) => one.subject === subject) ?? null;
}
