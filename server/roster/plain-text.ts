// Bytes to text: UTF-8, UTF-16 with or without its mark, else GB18030. A bad byte spoils its cell, not the file.
import { FileFlaw } from './file-flaw.ts';

export interface PlainText {
  readonly text: string;
  /** Characters that were lost, and such as no text has. */
  readonly broken: number;
  /** Read as GB18030 though it may be in another encoding. */
  readonly doubtful: boolean;
}

/** No text has many of these; nearly every other file does. */
// eslint-disable-next-line no-control-regex
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;
const END_OF_FILE = '\u001a\u0000';
const LOST = /\ufffd/g;
/** Characters that only UTF-8's longer sequences make: other encodings hardly ever form one by chance. */
const LONG = /[\u0800-\ufffc]/g;
/** A Chinese character amid a Western word: the text is Western. None of those that head a roster: it is some other. */
const AMID_LATIN = /[a-z][\u4e00-\u9fff]|[\u4e00-\u9fff][a-z]/;
const USUAL = /[名号组单位类别]/;

/** Throws a `FileFlaw` for what is no text, or text in an encoding that cannot be told. */
export function plainText(bytes: Uint8Array): PlainText {
  const { text: whole, doubtful } = decoded(bytes);
  const text = withoutEnd(whole);
  const broken = count(text, LOST) + count(text, BINARY);
  if (broken > 1 + text.length / 8)
    throw new FileFlaw({
      sheet: '',
      code: count(text, BINARY) > 0 ? 'not-a-table' : 'unknown-encoding',
    });
  return { text, broken, doubtful };
}

function decoded(bytes: Uint8Array): Omit<PlainText, 'broken'> {
  const known = markOf(bytes) ?? unmarked(bytes);
  if (known !== null) return { text: lenient(bytes, known), doubtful: false };
  const utf8 = lenient(bytes, 'utf-8');
  const isUtf8 = isValid(bytes) || count(utf8, LONG) > count(utf8, LOST);
  if (isUtf8) return { text: utf8, doubtful: false };
  const text = lenient(bytes, 'gb18030');
  return { text, doubtful: AMID_LATIN.test(text) || !USUAL.test(text) };
}

function lenient(bytes: Uint8Array, encoding: string): string {
  // An old program's end of file is one byte, whatever it stands after.
  const isHalf = encoding.startsWith('utf-16') && bytes.length % 2 === 1 && bytes.at(-1) === 0x1a;
  return new TextDecoder(encoding).decode(isHalf ? bytes.subarray(0, -1) : bytes);
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function markOf([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without its mark has a zero byte beside each comma, digit and line end, always on the same side. */
function unmarked(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let n = 0; n < bytes.length; n += 2) {
    if (bytes[n] === 0) even += 1;
    if (bytes[n + 1] === 0) odd += 1;
  }
  // What is sound UTF-8 as well may be a short text that holds a zero or two; English as UTF-16 is half zeros.
  const enough = bytes.length / (isValid(bytes) ? 4 : 20);
  if (even === 0 && odd > enough) return 'utf-16le';
  return odd === 0 && even > enough ? 'utf-16be' : null;
}

/** Without the mark that old programs end a file with, what they fill its last block with, and blank cells behind. */
function withoutEnd(text: string): string {
  let end = text.length;
  let last = end;
  for (; last > 0 && `${END_OF_FILE}\r\n\t ,;`.includes(text.charAt(last - 1)); last -= 1)
    if (END_OF_FILE.includes(text.charAt(last - 1))) end = last - 1;
  return text.slice(0, end);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
