// A unit reports on stage, against the clock.
import { areSubjects, INVALID, outFlaw, USUAL_SECONDS, BY_ITSELF, type ItemKind } from '../kind.ts';
import { score } from './score.ts';

export const presentation: ItemKind<'presentation'> = {
  ...BY_ITSELF,
  body: (f) => ({ subject: f.subject, seconds: f.seconds }),
  usual: (id, { subjects: [subject] }) =>
    subject === undefined
      ? null
      : { id, kind: 'presentation', subject, seconds: USUAL_SECONDS.presentation },
  flaw: (meeting, { id, subject }) =>
    areSubjects(meeting, [subject]) ? outFlaw(meeting, id, subject) : INVALID,
  subject: ({ subject }) => subject,
  presents: true,
  subjects: ({ subject }) => [subject],
  seconds: ({ seconds }) => seconds,
  /** Where its unit has its result. */
  over: (meeting, { subject }) =>
    meeting.agenda.some(
      (one) => one.kind === 'score' && score.subject(one) === subject && score.over(meeting, one),
    ),
};
