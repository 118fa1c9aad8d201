// What a paper ballot can be printed for: rounds that take ballots or still will, in the agenda's order.
import { kindOf } from '../../meeting/agenda/kinds.ts';
import { lastAttempt, roundOfItem, sheetOf } from '../../meeting/rounds.ts';
import { newestVersion } from '../../meeting/versions.ts';
import { leftOut, subjectsAhead, subjectsOf } from '../../meeting/agenda/participation.ts';
import { flat } from '../../scoring/sheet-tree.ts';
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
      sheet: sheetOf(meeting, round),
    };
  }
  const sheet = newestVersion(meeting.sheets, plan.sheet);
  const subjects = subjectsAhead(meeting, plan).filter((id) => !meeting.out.has(id));
  if (!sheet || subjects.length === 0) return null;
  return { item: item.id, kind, attempt: 1, subjects, sheet: flat(sheet) };
}
