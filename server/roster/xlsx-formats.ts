// Number formats, as far as they change what a person reads in a roster: dates, and ids padded with zeros.
import { attribute, walkXml } from './xml.ts';

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  | { readonly kind: 'padded'; readonly digits: number };

const PLAIN: NumberFormat = { kind: 'plain' };
const DATE: NumberFormat = { kind: 'date' };
/** Formats that need no text because every program knows them: 14 to 17, 22, and those of East Asia. */
const KNOWN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 58],
];

/** By the number of a cell's style. */
export function numberFormats(stylesXml: string): readonly NumberFormat[] {
  const texts = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let ofCells = false;
  walkXml(stylesXml, {
    open(name, attributes) {
      if (name === 'numFmt') {
        const id = Number(attribute(attributes, 'numFmtId'));
        texts.set(id, attribute(attributes, 'formatCode') ?? '');
      } else if (name === 'cellXfs') ofCells = true;
      else if (name === 'xf' && ofCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        formats.push(formatOf(id, texts.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') ofCells = false;
    },
  });
  return formats;
}

/** The number in a cell, as the person who made the sheet reads it. */
export function shownNumber(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  // Spreadsheets calculate with 15 digits: 0.30000000000000004 is shown to nobody.
  const plain = String(Number(number.toPrecision(15)));
  if (format.kind === 'padded')
    return Number.isSafeInteger(number) && number >= 0 ? plain.padStart(format.digits, '0') : plain;
  return format.kind === 'date' ? (dateText(number, from1904) ?? plain) : plain;
}

function formatOf(id: number, text: string | undefined): NumberFormat {
  if (text === undefined)
    return KNOWN_DATES.some(([from, to]) => id >= from && id <= to) ? DATE : PLAIN;
  // Quoted and escaped characters are shown as they are, brackets hold colours and conditions.
  const bare = (text.split(';')[0] ?? '').replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  if (/^0{2,64}$/.test(bare)) return { kind: 'padded', digits: bare.length };
  return /[yd年月日]/i.test(bare) ? DATE : PLAIN;
}

const DAY_MS = 86_400_000;
/** Days are counted from the end of 1899, as if there had been a 29 February 1900; or from 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

function dateText(days: number, from1904: boolean): string | null {
  if (days < 0 || days > LAST_DAY) return null;
  const ms = (from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * 86_400) * 1000;
  const text = new Date(ms).toISOString();
  return ms % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
