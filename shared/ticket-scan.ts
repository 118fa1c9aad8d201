// What a scanner or a hand has typed of a ticket: its secret, its short code, or why it cannot be read.
import { plainDigits } from './typed-number.ts';

export type Scanned =
  /** `capsLock`: its letters came in the wrong case and were turned back. */
  | { readonly kind: 'ticket'; readonly ticket: string; readonly capsLock: boolean }
  /** A short code or its beginning, in capitals, without the dash. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'unread'; readonly why: Unread };

export type Unread =
  /** An input method has made words of the letters. */
  | 'input-method'
  /** An address without a ticket: the hall's own. */
  | 'no-ticket'
  /** Cut short, or two scans in one. */
  | 'damaged'
  /** Characters that no code has. */
  | 'no-code';

/** 128 bits in base64url. */
const SECRET = /^[A-Za-z0-9_-]{22}$/;

/**
 * Reads a scanner's line also where CapsLock swaps its letters, which `HTTP` tells, and where an input method makes them
 * full-width or the punctuation Chinese.
 */
export function readScan(typed: string): Scanned {
  const text = plain(typed);
  const madeWords = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  if (madeWords.test(text)) return { kind: 'unread', why: 'input-method' };
  if (!/[:/#]/.test(text)) {
    const code = text.replace(/[\s\p{Pd}_.·•]+/gu, '').toUpperCase();
    return /^[0-9A-Z]*$/.test(code) ? { kind: 'code', code } : { kind: 'unread', why: 'no-code' };
  }
  const mark = text.indexOf('#');
  if (mark < 0) return { kind: 'unread', why: 'no-ticket' };
  const secret = text.slice(mark + 1).trim();
  if (!SECRET.test(secret)) return { kind: 'unread', why: 'damaged' };
  const capsLock = text.startsWith('HTTP');
  return { kind: 'ticket', ticket: capsLock ? swapped(secret) : secret, capsLock };
}

/** Half-width, with the keys that Chinese punctuation takes given back: 。for the point, 、for the slash, —— for the underscore. */
function plain(typed: string): string {
  return plainDigits(typed)
    .normalize('NFKC')
    .trim()
    .replace(/——?/gu, '_')
    .replaceAll('。', '.')
    .replaceAll('、', '/');
}

function swapped(letters: string): string {
  return Array.from(letters, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  ).join('');
}
