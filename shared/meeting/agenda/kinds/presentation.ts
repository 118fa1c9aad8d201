// A unit reports on stage, against the clock.
import { areSubjects, INVALID, outFlaw, USUAL_SECONDS, type ItemKind } from '../kind.ts';
import { score } from './score.ts';

export const presentation: ItemKind<'presentation'> = {
  body: (f) => ({ subject: f.subject, seconds: f.seconds }),
  usual: (id, { subjects: [subject] }) =>
    subject === undefined
      ? null
      : { id, kind: 'presentation', subject, seconds: USUAL_SECONDS.presentation },
  flaw: (meeting, { id, subject }) =>
    areSubjects(meeting, [subject]) ? outFlaw(meeting, id, subject) : INVALID,
  subject: ({ subject }) => subject,
  presents: true,
  withinTurn: () => false,
  subjects: ({ subject }) => [subject],
  cells: () => [],
  renamed: (item) => item,
  sheet: () => null,
  seconds: ({ seconds }) => seconds,
  scoring: () => null,
  drawing: () => null,
  board: () => null,
  holds: () => null,
  /** Where its unit has its result. */
  over: (meeting, { subject }) =>
    meeting.agenda.some(
      (one) => one.kind === 'score' && score.subject(one) === subject && score.over(meeting, one),
    ),
};
