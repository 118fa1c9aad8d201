// What a spreadsheet has made of a cell, as far as the text in a CSV file shows it.
import { SCIENTIFIC, type Made } from '../../shared/roster/made.ts';

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const M = '(?:0?[1-9]|1[0-2])';
const D = '(?:0?[1-9]|[12]\\d|3[01])';
const CLOCK = '\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AP]M)?';
/** As Excel and WPS write what they take for dates: 2-Jan, Jan-02, 1月2日, 2024/1/2. Capitals as they write them. */
const DATE = new RegExp(
  `^(?:${D}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{2,4}|${M}月${D}日|\\d{4}年${M}月(?:${D}日)?|` +
    `\\d{4}([/-])${M}\\1${D}(?: ${CLOCK})?|\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4})(?: ${CLOCK})?)$`,
);
const TIME = new RegExp(`^${CLOCK}$`);
/** Fifteen digits and nothing but zeros after them; other digits there mean that no spreadsheet cut the number. */
const CUT = /^\d{15}0+$/;

export function madeOfText(raw: string): Made | undefined {
  // Longer than any of these: most cells of a large file are names and end here or at the first look.
  if (raw.length > 40) return undefined;
  const text = raw.trim();
  if (CUT.test(text)) return 'long-number';
  if (SCIENTIFIC.test(text)) return 'scientific';
  if (DATE.test(text)) return 'date';
  if (TIME.test(text)) return 'time';
  return text === 'TRUE' || text === 'FALSE' ? 'boolean' : undefined;
}
