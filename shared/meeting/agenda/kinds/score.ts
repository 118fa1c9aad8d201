// The panel scores one unit on stage, against the clock.
import { lastAttempt, roundOfItem, scoresOne } from '../../rounds.ts';
import {
  areSubjects,
  cellsOfPlan,
  INVALID,
  isScored,
  outFlaw,
  planFlaw,
  renamedPlan,
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
    const odd = planFlaw(meeting, item.sheet);
    if (odd) return odd;
    return scoresOne(item) && areSubjects(meeting, item.subjects)
      ? outFlaw(meeting, item.id, item.subjects[0])
      : INVALID;
  },
  subject: ({ subjects }) => subjects[0],
  subjects: ({ subjects }) => subjects,
  cells: ({ sheet }) => cellsOfPlan(sheet),
  renamed: (item, ids) => ({ ...item, sheet: renamedPlan(item.sheet, ids) }),
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
