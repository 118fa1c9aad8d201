// What a spreadsheet has made of a cell, as far as the text in a CSV file shows it.
import { SCIENTIFIC, type Made } from '../../shared/roster/made.ts';

/** As spreadsheets in English, German, French and Spanish write them; they keep these capitals. */
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|' +
  'Nov(?:ember)?|Dec(?:ember)?|Mrz|Mär|Mai|Okt|Dez|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc|' +
  'ene|feb|mar|abr|may|jun|jul|ago|sep|dic)\\.?';
const M = '(?:0?[1-9]|1[0-2])';
const D = '(?:0?[1-9]|[12]\\d|3[01])';
const HAN = '[〇○零一二三四五六七八九十]';
const CLOCK =
  '(?:[上下]午 ?)?\\d{1,2}(?::\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?|[时時]\\d{1,2}分(?:\\d{1,2}秒)?)(?: ?[AP]M)?';
/** As Excel and WPS write what they take for dates: 2-Jan, Jan-02, 1月2日, 2024/1/2, 02.01.2024, January 2, 2024. */
const DATE = new RegExp(
  `^(?:${D}(?:-|\\. | )${MONTH}(?:[- ]\\d{2,4})?|${MONTH}[- ]\\d{2,4}|` +
    `(?:[A-Z][a-z]+day, )?${MONTH} ${D}, \\d{4}|` +
    `(?:\\d{4}年)?${M}月${D}日|\\d{4}年${M}月|(?:${HAN}{4}年)?${HAN}{1,2}月${HAN}{1,3}日|${HAN}{4}年${HAN}{1,2}月|` +
    `\\d{4}([-/.])${M}\\1${D}|${D}\\.${M}\\.\\d{4}|\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4}))` +
    `(?: ?(?:星期|周)[一二三四五六日])?(?:[ T]${CLOCK}Z?)?$`,
);
const TIME = new RegExp(`^${CLOCK}$`);
/** Fifteen digits and nothing but zeros after them; other digits there mean that no spreadsheet cut the number. */
const CUT = /^[-+]?\d{15}0+$/;
/** Only a number is written so, whatever its digits. */
const LONG_NUMBER =
  /^[-+]?(?:\d{16,}\.0+|\d{1,3}(?:([,.\u00a0\u202f])\d{3})(?:\1\d{3}){4,}(?:[.,]0+)?)$/;
const BOOLEAN = /^(?:TRUE|FALSE|WAHR|FALSCH|VRAI|FAUX|VERDADERO|FALSO)$/;

export function madeOfText(raw: string): Made | undefined {
  // Longer than any of these: most cells of a large file are names and end here or at the first look.
  if (raw.length > 40) return undefined;
  const text = raw.normalize('NFKC').trim();
  if (CUT.test(text) || LONG_NUMBER.test(text)) return 'long-number';
  if (SCIENTIFIC.test(text)) return 'scientific';
  if (DATE.test(text)) return 'date';
  if (TIME.test(text)) return 'time';
  return BOOLEAN.test(text) ? 'boolean' : undefined;
}
