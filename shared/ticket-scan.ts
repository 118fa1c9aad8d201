// What a scanner or a hand has typed of a ticket: its secret, its short code, or why it cannot be read.
import { plainDigits } from './typed-number.ts';

export type Scanned =
  | {
      readonly kind: 'ticket';
      readonly ticket: string;
      /** Its letters came in the wrong case and were turned back. */
      readonly capsLock: boolean;
      /** The code of the meeting that the address names, in lower case; null where it names none. */
      readonly meeting: string | null;
    }
  /** A short code or its beginning, in capitals, without the dash. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unread'; readonly why: Unread };

export type Unread =
  /** An input method has made words of the letters. */
  | 'input-method'
  /** The keyboard's layout has made others of the signs. */
  | 'layout'
  /** An address without a ticket: the hall's own. */
  | 'no-ticket'
  /** Cut short, or two tickets in one. */
  | 'damaged'
  /** Characters that no code has. */
  | 'no-code';

/** 128 bits in base64url. */
const SECRET = /^[A-Za-z0-9_-]{22}$/;
/** Nobody types so much for a code of 8 characters. */
const LONGEST_CODE = 20;

/**
 * Reads a scanner's line also where CapsLock swaps its letters, which `HTTP` tells, where an input method makes them
 * full-width or the punctuation Chinese, and where it came twice since no Enter stood between.
 */
export function readScan(typed: string): Scanned {
  const text = plain(typed);
  const madeWords = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  if (madeWords.test(text)) return { kind: 'unread', why: 'input-method' };
  if (!/[:/#]/.test(text)) {
    const code = text.replace(/[\s\p{Pd}_.·•]+/gu, '').toUpperCase();
    if (text.length > LONGEST_CODE) return { kind: 'unread', why: 'layout' };
    return /^[0-9A-Z]*$/.test(code) ? { kind: 'code', code } : { kind: 'unread', why: 'no-code' };
  }
  const lines = text
    .split(/(?=https?:)/i)
    .filter((line) => line.includes('#'))
    .map(ticketIn);
  const [first, ...again] = lines;
  if (!first) return { kind: 'unread', why: addressFlaw(text) };
  return again.every((line) => line?.ticket === first.ticket)
    ? first
    : { kind: 'unread', why: 'damaged' };
}

function ticketIn(line: string): Extract<Scanned, { kind: 'ticket' }> | null {
  const mark = line.indexOf('#');
  const address = line.slice(0, mark).replaceAll('-', '');
  const secret = line.slice(mark + 1).trim();
  if (mark < 0 || !SECRET.test(secret)) return null;
  const capsLock = /HTTPS?:/.test(address);
  const meeting = /\/m\/([^/]+)\/j$/i.exec(line.slice(0, mark))?.[1]?.toLowerCase() ?? null;
  return { kind: 'ticket', ticket: capsLock ? swapped(secret) : secret, capsLock, meeting };
}

function addressFlaw(text: string): Unread {
  if (/^https?(?!s?:\/\/)/i.test(text)) return 'layout';
  return text.includes('#') ? 'damaged' : 'no-ticket';
}

/**
 * Half-width, without what is not seen, with the keys that Chinese punctuation takes given back: 。for the point, 、for
 * the slash, —— for the underscore; and £ or § that some layouts have for #.
 */
function plain(typed: string): string {
  return plainDigits(typed)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/——?/gu, '_')
    .replaceAll('。', '.')
    .replaceAll('、', '/')
    .replace(/(\/j)[£§]/gi, '$1#');
}

function swapped(letters: string): string {
  return Array.from(letters, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  ).join('');
}
