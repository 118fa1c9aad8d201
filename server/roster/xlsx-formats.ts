// Number formats, as far as they change what a person reads in a roster: dates, ids padded with zeros, percentages.
import type { Made } from '../../shared/roster/made.ts';
import { attribute, walkXml } from './xml.ts';

export type NumberFormat =
  | {
      readonly kind:
        'plain' | 'date' | 'time' | 'percent' | 'money' | 'fraction' | 'scientific' | 'grouped';
    }
  | {
      /** Whole digits at places of their own, amid text: 007, A007, 12-34. */
      readonly kind: 'padded';
      /** "0" for a digit that is always there, "#" for one that may be absent; anything else is text. */
      readonly mask: readonly { readonly text: string; readonly isDigit: boolean }[];
    };

type Kind = Exclude<NumberFormat['kind'], 'padded'>;

/** Formats that need no text because every program knows them; 27 to 36 and 50 to 58 are those of East Asia. */
const KNOWN: readonly (readonly [from: number, to: number, kind: Kind])[] = [
  [3, 4, 'grouped'],
  [5, 8, 'money'],
  [9, 10, 'percent'],
  [11, 11, 'scientific'],
  [12, 13, 'fraction'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [37, 40, 'grouped'],
  [41, 44, 'money'],
  [45, 47, 'time'],
  [48, 48, 'scientific'],
  [50, 58, 'date'],
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

/** From here on a number has more than 15 digits, and those after the 15th are lost. */
const LONG = 1e15;

/** The number in a cell, as the person who made the sheet reads it. */
export function shownNumber(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  // Programs other than spreadsheets may write all digits.
  const plain = Math.abs(number) >= LONG && /^\d+$/.test(value) ? value : fifteen(number);
  switch (format.kind) {
    case 'padded':
      return Number.isSafeInteger(number) && number >= 0 ? masked(plain, format.mask) : plain;
    case 'date':
      return dateText(number, from1904) ?? plain;
    case 'time':
      return timeText(number) ?? plain;
    case 'percent':
      return `${fifteen(number * 100)}%`;
    default:
      return plain;
  }
}

/** What the spreadsheet has made of what was typed, or undefined for an ordinary number. */
export function madeNumber(value: string, { kind }: NumberFormat): Made | undefined {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return undefined;
  if (Math.abs(number) >= LONG) return 'long-number';
  if (kind === 'plain' || kind === 'padded')
    return Number.isInteger(number) ? undefined : 'decimal';
  return kind;
}

/** Spreadsheets calculate with 15 digits: 0.30000000000000004 is shown to nobody. */
export function fifteen(number: number): string {
  const [digits = '', power] = String(Number(number.toPrecision(15))).split('e+');
  if (power === undefined) return digits;
  const [whole = '', rest = ''] = digits.split('.');
  return whole + rest.padEnd(Number(power), '0');
}

/** Digits and nothing but literal text around and between them. */
const MASK = /^(?:"[^"]*"|\\.|[-+()!&'~{}<>= 0#])*$/;
const MASK_PARTS = /"([^"]*)"|\\(.)|(.)/g;

function maskOf(text: string): Extract<NumberFormat, { kind: 'padded' }>['mask'] | null {
  const digits = text.replace(/general/i, '#');
  if (!MASK.test(digits)) return null;
  const mask = Array.from(
    digits.matchAll(MASK_PARTS),
    ([, quoted, escaped, bare]: readonly (string | undefined)[]) => ({
      text: quoted ?? escaped ?? bare ?? '',
      isDigit: bare === '0' || bare === '#',
    }),
  );
  return mask.some(({ isDigit }) => isDigit) ? mask : null;
}

/** From the right, as spreadsheets fill it; the first place takes all digits that are left. */
function masked(digits: string, mask: Extract<NumberFormat, { kind: 'padded' }>['mask']): string {
  let left = digits;
  const first = mask.findIndex(({ isDigit }) => isDigit);
  return mask.reduceRight((shown, { text, isDigit }, n) => {
    if (!isDigit) return text + shown;
    const digit = n === first ? left : left.slice(-1);
    left = left.slice(0, -1);
    return (digit === '' && text === '0' ? '0' : digit) + shown;
  }, '');
}

function formatOf(id: number, text: string | undefined): NumberFormat {
  if (text === undefined || /^(?:general|standard)?$/i.test(text))
    return { kind: KNOWN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'plain' };
  const [first = ''] = text.split(';');
  if (/\[[hms]+\]/i.test(first)) return { kind: 'time' };
  // Quoted and escaped characters are shown as they are, brackets hold colours, conditions and currencies.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  const mask = maskOf(first.replace(/\[[^\]]*\]|_./g, ''));
  if (mask) return { kind: 'padded', mask };
  if (/[0#]\.?E[+-]/i.test(bare)) return { kind: 'scientific' };
  if (/[yde年月日]|m{3}|a{3}|b{2}|^m+$/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  if (/%/.test(bare)) return { kind: 'percent' };
  if (/[?#0]\/[?#\d]/.test(bare)) return { kind: 'fraction' };
  if (/[¥￥$€£]/.test(first.replace(/\[\$-[^\]]*\]/g, ''))) return { kind: 'money' };
  return { kind: /[#0],[#0]/.test(bare) ? 'grouped' : 'plain' };
}

const DAY_MS = 86_400_000;
/** Days are counted from the end of 1899, as if there had been a 29 February 1900; or from 1904. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

function dateText(days: number, from1904: boolean): string | null {
  if (days < 0 || days > LAST_DAY) return null;
  if (days > 0 && days < 1) return timeText(days);
  const ms = (from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * 86_400) * 1000;
  const text = new Date(ms).toISOString();
  return ms % DAY_MS === 0 ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

/** Hours may be more than a day has. */
function timeText(days: number): string | null {
  const seconds = Math.round(days * 86_400);
  if (seconds < 0 || days > LAST_DAY) return null;
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
