// A sheet's total as it is shown while a person scores; what counts is computed by the server.
import { toDecimal } from '../../../shared/scoring/rational.ts';
import { ballotTotal, type Scores, type Sheet } from '../../../shared/scoring/sheet.ts';
import { own } from '../../../shared/own.ts';

/** `91`, or `91.25` on a sheet whose totals are not always whole; criteria without a score add nothing yet. */
export function shownTotal(sheet: Sheet, scores: Scores): string {
  const filled = Object.fromEntries(sheet.criteria.map(({ id }) => [id, own(scores, id) ?? 0]));
  return toDecimal(ballotTotal(sheet, filled), isWhole(sheet) ? 0 : 2);
}

/** The server's two decimals, shortened where the sheet can give whole totals only. */
export function shownDecimal(decimal: string, sheet: Sheet | null): string {
  return sheet && isWhole(sheet) ? decimal.replace(/\.00$/, '') : decimal;
}

/** Characters that the widest total of this sheet takes, for a box that never changes its width. */
export function totalWidth(sheet: Sheet): number {
  return isWhole(sheet) ? 3 : 6;
}

export function missing(sheet: Sheet, scores: Scores): number {
  return sheet.criteria.filter(({ id }) => own(scores, id) === undefined).length;
}

/** Every step of every criterion is worth a whole number of points. */
function isWhole({ criteria }: Sheet): boolean {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.every(({ max, step, weight }) => (100 * weight * step) % (max * weights) === 0);
}
