// The panel scores one unit on stage, against the clock.
import { lastAttempt, roundOfItem, scoresOne } from '../../rounds.ts';
import { newestVersion } from '../../versions.ts';
import {
  areSubjects,
  INVALID,
  isScored,
  outFlaw,
  usualScore,
  BY_ITSELF,
  type ItemKind,
} from '../kind.ts';

export const score: ItemKind<'score'> = {
  ...BY_ITSELF,
  body: (f) => ({
    subjects: f.single(f.subject),
    secrecy: f.oneOf(['named', 'sealed']),
    ...f.score,
  }),
  usual: (id, { sheets, subjects: [subject] }) =>
    subject === undefined
      ? null
      : { id, kind: 'score', subjects: [subject], secrecy: 'named', ...usualScore(sheets) },
  flaw: (meeting, item) => {
    if (!newestVersion(meeting.sheets, item.sheet)) return { code: 'unknown-sheet' };
    return scoresOne(item) && areSubjects(meeting, item.subjects)
      ? outFlaw(meeting, item.id, item.subjects[0])
      : INVALID;
  },
  subject: ({ subjects }) => subjects[0],
  subjects: ({ subjects }) => subjects,
  sheet: ({ sheet }) => sheet,
  seconds: ({ seconds }) => seconds,
  scoring: ({ kind: _, closes, ...item }) => ({
    ...item,
    round: 'live',
    closesItself: closes === 'itself',
  }),
  holds: (meeting, { id }) => {
    const round = roundOfItem(meeting, id);
    return round && lastAttempt(round).phase === 'open' ? { code: 'leave-open-round' } : null;
  },
  over: (meeting, { id }) => isScored(meeting, id),
};
