// What this person gave a line of the same sheet last: where − and + of the next unit begin. Pure.
import { formAt, type RoundForms } from '../../../shared/meeting/round-forms.ts';
import { own } from '../../../shared/own.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { sheetKey } from './matter.ts';

/** @param sheets of the rounds that this device has seen; undefined where no ballot of such a sheet is among these */
export function lastGiven(
  ballots: readonly MyBallot[],
  sheets: Readonly<Record<string, RoundForms>>,
  group: string,
  sheet: string,
  line: string,
): number | undefined {
  for (const { choice, subject, ...about } of [...ballots].reverse()) {
    const forms = own(sheets, sheetKey(about));
    const isSame = forms && formAt(forms, group, subject.category.id)?.id === sheet;
    if (isSame && choice.kind === 'scores') return own(choice.scores, line);
  }
  return undefined;
}
