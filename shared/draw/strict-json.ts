// Reads JSON that canonical JSON could stand for (DRAW.md, notation), and says at which character a text is something else.

import { own } from '../own.ts';

/** Why a text is not read; `cut`: it ends in the middle. */
export type JsonFlaw =
  | 'empty'
  | 'cut'
  | 'syntax'
  | 'number'
  | 'null'
  | 'member-twice'
  | 'not-nfc'
  | 'lone-surrogate'
  | 'too-deep';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  /** `at` counts UTF-16 code units from 0. */
  | { readonly ok: false; readonly flaw: JsonFlaw; readonly at: number };

/** Deeper than any lock or list; what walks a value recursively needs a bound. */
const DEEPEST = 24;

/**
 * The value of a text. White space and the order of members are free; refused are what `JSON.parse` would pass over or
 * change: two members of one name, fractions and exponents, numbers beyond 2^53−1, null, lone surrogates, and strings that
 * are not in NFC.
 */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text);
  try {
    return { ok: true, value: reader.whole() };
  } catch (error) {
    if (error instanceof Unread) return { ok: false, flaw: error.flaw, at: error.at };
    throw error;
  }
}

class Unread extends Error {
  readonly flaw: JsonFlaw;
  readonly at: number;

  constructor(flaw: JsonFlaw, at: number) {
    super(flaw);
    this.flaw = flaw;
    this.at = at;
  }
}

const WORDS: Readonly<Record<string, boolean>> = { true: true, false: false };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): unknown {
    // Some editors put a mark of their own before everything.
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
    if (this.#next() === '') throw new Unread('empty', this.#at);
    const value = this.#value(0);
    if (this.#next() !== '') throw new Unread('syntax', this.#at);
    return value;
  }

  #value(depth: number): unknown {
    if (depth > DEEPEST) throw new Unread('too-deep', this.#at);
    switch (this.#next()) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
      default:
        return this.#word();
    }
  }

  #object(depth: number): unknown {
    const members = new Map<string, unknown>();
    this.#each('}', () => {
      if (this.#next() !== '"') throw this.#unread('syntax');
      const at = this.#at;
      const name = this.#string();
      if (members.has(name)) throw new Unread('member-twice', at);
      if (this.#next() !== ':') throw this.#unread('syntax');
      this.#at += 1;
      members.set(name, this.#value(depth + 1));
    });
    // Also `__proto__` is a member like any other here.
    return Object.fromEntries(members);
  }

  #list(depth: number): unknown {
    const list: unknown[] = [];
    this.#each(']', () => {
      list.push(this.#value(depth + 1));
    });
    return list;
  }

  /** What stands between the present bracket and the closing one, by commas. */
  #each(close: string, one: () => void): void {
    this.#at += 1;
    if (this.#next() === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      one();
      const next = this.#next();
      if (next !== ',' && next !== close) throw this.#unread('syntax');
      this.#at += 1;
      if (next === close) return;
    }
  }

  #string(): string {
    const from = this.#at;
    let end = from;
    do {
      end = this.#text.indexOf('"', end + 1);
      if (end < 0) throw new Unread('cut', this.#text.length);
    } while (isEscaped(this.#text, end));
    this.#at = end + 1;
    const value = parsed(this.#text.slice(from, end + 1));
    if (value === null) throw new Unread('syntax', from);
    if (/[\uD800-\uDFFF]/u.test(value)) throw new Unread('lone-surrogate', from);
    if (value.normalize('NFC') !== value) throw new Unread('not-nfc', from);
    return value;
  }

  #word(): unknown {
    const [word = ''] = /^[\w.+-]*/.exec(this.#text.slice(this.#at, this.#at + 40)) ?? [];
    const at = this.#at;
    this.#at += word.length;
    if (word === '') throw this.#unread('syntax');
    const known = own(WORDS, word);
    if (known !== undefined) return known;
    if (word === 'null') throw new Unread('null', at);
    const number = Number(word);
    // The one spelling of each whole number up to 2^53−1.
    if (/^\d+$/.test(word) && Number.isSafeInteger(number) && String(number) === word)
      return number;
    const isCut = this.#at === this.#text.length && /^(t|tr|tru|f|fa|fal|fals)$/.test(word);
    throw new Unread(isCut ? 'cut' : /^[-+.\d]/.test(word) ? 'number' : 'syntax', at);
  }

  /** The next character that is not white space; "" at the end. */
  #next(): string {
    while (/[ \t\n\r]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    return this.#text.charAt(this.#at);
  }

  #unread(flaw: JsonFlaw): Unread {
    return new Unread(this.#at >= this.#text.length ? 'cut' : flaw, this.#at);
  }
}

/** Whether an odd number of backslashes stands before a quotation mark. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charAt(before - 1) === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function parsed(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return null;
  }
}
