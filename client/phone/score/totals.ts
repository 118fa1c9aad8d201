// A form's total as it is shown while a person scores; what counts is computed by the server.
import { isWhole, totalSoFar, type Form, type Scores } from '../../../shared/scoring/form.ts';
import { toDecimal } from '../../../shared/scoring/rational.ts';
import { own } from '../../../shared/own.ts';

/** `91`, or `91.25` on a form whose totals are not always whole; criteria without a score add nothing yet. */
export function shownTotal(form: Form, scores: Scores): string {
  return toDecimal(totalSoFar(form, scores), isWhole(form) ? 0 : 2);
}

/** The server's two decimals, shortened where the form can give whole totals only. */
export function shownDecimal(decimal: string, form: Form | null): string {
  return form && isWhole(form) ? decimal.replace(/\.00$/, '') : decimal;
}

/** Characters that the widest total of this form takes, for a box that never changes its width. */
export function totalWidth(form: Form): number {
  return isWhole(form) ? 3 : 6;
}

export function missing(form: Form, scores: Scores): number {
  return form.lines.filter(({ id }) => own(scores, id) === undefined).length;
}
