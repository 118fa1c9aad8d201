// A seat's own ballots against the limits of the round that they are given in (RESULTS.md §9).
import { about } from '../ballots/ballot.ts';
import type { BoxView } from '../ballots/box-index.ts';
import type { SubjectId } from '../ids.ts';
import type { Form, Scores } from '../scoring/form.ts';
import { brokenBy, type Broken, type Due, type Given } from '../scoring/limits.ts';
import { subjectsOf } from './agenda/participation.ts';
import { formFor } from './forms.ts';
import type { Seat } from './people.ts';
import { isRecused } from './recusals.ts';
import type { LimitsAtOpening, Round } from './round.ts';
import { lastAttempt } from './rounds.ts';
import type { Meeting } from './state.ts';

/** Which limit of the round this ballot would break, null where none. */
export function limitBroken(
  meeting: Meeting,
  box: BoxView,
  round: Round,
  seat: Seat,
  subject: SubjectId,
  form: Form,
  scores: Scores,
): Broken | null {
  const { limits } = lastAttempt(round);
  if (!limits) return null;
  const category = meeting.subjects.get(subject)?.category ?? '';
  return brokenBy(
    limits,
    { subject, category, form, scores },
    dueOf(meeting, round, limits, seat),
    givenBy(meeting, box, round, seat),
  );
}

/** What the seat was to score as the round opened. */
function dueOf(
  meeting: Meeting,
  round: Round,
  { began }: LimitsAtOpening,
  seat: Seat,
): readonly Due[] {
  return began.flatMap((subject): readonly Due[] => {
    const form = formFor(meeting, round, seat, subject);
    const category = meeting.subjects.get(subject)?.category ?? '';
    return form && !isRecused(meeting, seat, subject) ? [{ category, sheet: form.id }] : [];
  });
}

/** Its newest ballots about what the round is about now: of a unit that has left none counts. */
function givenBy(meeting: Meeting, box: BoxView, round: Round, seat: Seat): readonly Given[] {
  const { n: attempt } = lastAttempt(round);
  return subjectsOf(meeting, round).flatMap((subject): readonly Given[] => {
    const key = { round: round.id, attempt, matter: about(subject), seat: seat.id };
    const choice = box.newest(key)?.ballot.choice;
    const form = formFor(meeting, round, seat, subject);
    if (choice?.kind !== 'scores' || !form || isRecused(meeting, seat, subject)) return [];
    const category = meeting.subjects.get(subject)?.category ?? '';
    return [{ subject, category, form, scores: choice.scores }];
  });
}
