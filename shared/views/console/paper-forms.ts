// What a paper ballot can be printed for: rounds that take ballots or still will, in the agenda's order.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { choicesOf } from '../../meeting/agenda/kind.ts';
import { formsOf } from '../../meeting/forms.ts';
import { lastAttempt, roundOfItem } from '../../meeting/rounds.ts';
import { newestVersion } from '../../meeting/versions.ts';
import { leftOut, subjectsAhead, subjectsOf } from '../../meeting/agenda/participation.ts';
import type { Item } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import type { PaperFormRow } from '../slices/desk-slices.ts';

/** Never a sealed round: it takes no paper (RULES.md §4). */
export function paperForms(meeting: Meeting): readonly PaperFormRow[] {
  return meeting.agenda.flatMap((item) => formOf(meeting, item) ?? []);
}

function formOf(meeting: Meeting, item: Item): PaperFormRow | null {
  const plan = kindOf(item).scoring(item);
  if (!plan || plan.secrecy === 'sealed' || leftOut(meeting).has(item.id)) return null;
  const kind = plan.round;
  const round = roundOfItem(meeting, item.id);
  if (round) {
    const { n, phase } = lastAttempt(round);
    if (phase !== 'open') return null;
    return {
      item: item.id,
      kind,
      attempt: n,
      subjects: subjectsOf(meeting, round),
      ...formsOf(meeting, round, subjectsOf(meeting, round)),
    };
  }
  const sheets = choicesOf(plan.sheet).flatMap(({ sheet, ...cells }) => {
    const newest = newestVersion(meeting.sheets, sheet);
    return newest ? [{ ...cells, sheet: newest }] : [];
  });
  const subjects = subjectsAhead(meeting, plan).filter((id) => !meeting.out.has(id));
  const forms = formsOf(meeting, { terms: { form: { kind: 'sheet', sheets } } }, subjects);
  if (forms.of.length === 0) return null;
  return { item: item.id, kind, attempt: 1, subjects, ...forms };
}
