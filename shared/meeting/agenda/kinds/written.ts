// The panel scores the reports of many units, beside whatever is on stage.
import { areLimits } from '../../../scoring/limits.ts';
import {
  areSubjects,
  cellsOfPlan,
  INVALID,
  isScored,
  planFlaw,
  renamedPlan,
  usualScore,
  BY_ITSELF,
  type ItemKind,
} from '../kind.ts';

export const written: ItemKind<'written'> = {
  // It keeps nothing on stage: it stays open beside what follows.
  ...BY_ITSELF,
  body: (f) => ({
    subjects: f.either(f.word('rest'), f.list(f.subject, 1, 1000)),
    sheet: f.sheet,
    disclosure: f.oneOf(['hidden', 'progress']),
    limits: f.limits.exactOptional(),
    who: f.who.exactOptional(),
  }),
  usual: (id, { sheets }) => ({
    ...{ id, kind: 'written', subjects: 'rest', disclosure: 'hidden' },
    // A sheet made for it comes before the one for the stage.
    sheet: sheets.find((sheet) => sheet === 'written') ?? usualScore(sheets).sheet,
  }),
  flaw: (meeting, { sheet, subjects, limits }) => {
    const odd = planFlaw(meeting, sheet);
    if (odd) return odd;
    if (limits && !areLimits(limits)) return INVALID;
    return subjects === 'rest' || areSubjects(meeting, subjects) ? null : INVALID;
  },
  subjects: ({ subjects }) => (subjects === 'rest' ? [] : subjects),
  cells: ({ sheet }) => cellsOfPlan(sheet),
  renamed: (item, ids) => ({ ...item, sheet: renamedPlan(item.sheet, ids) }),
  sheet: ({ sheet }) => sheet,
  scoring: ({ kind: _, ...item }) => ({
    ...item,
    round: 'written',
    secrecy: 'named',
    seconds: 0,
    closesItself: false,
  }),
  over: (meeting, { id }) => isScored(meeting, id),
};
