// One cell of a roster: how stray spaces, full-width forms and hidden characters are treated (RULES.md §5).
import { hiddenCharacter, visible } from '../hidden-characters.ts';
import { ID_PATTERN } from '../ids.ts';

/** Longest name, in characters as people count them. */
export const MAX_NAME = 120;

const EDGES = /^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/gu;

/** A name as it is kept: NFC, without spaces around it, runs of blanks within it made one. Punctuation stays. */
export function nameText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(EDGES, '')
    .replace(/[\p{Zs}]+/gu, ' ');
}

/** An id as it is compared: NFKC, so that full-width digits are digits, and trimmed; case is kept. */
export function idText(raw: string): string {
  return raw.normalize('NFKC').replace(EDGES, '');
}

/** For telling whether two texts say the same: NFKC, lower case, no blanks at all. */
export function loose(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\s\u200b\u2060\ufeff]+/gu, '')
    .toLowerCase();
}

/** Whether nothing can be seen in a cell, though something stands there. */
export function isUnseen(raw: string | undefined): boolean {
  return raw !== undefined && !isBlank(raw) && isBlank(visible(raw));
}

export function isBlank(raw: string | undefined): boolean {
  return raw === undefined || raw.replace(EDGES, '') === '';
}

/** What keeps this text from being a name, or null. */
export function nameFlaw(
  text: string,
):
  | { readonly code: 'too-long'; readonly max: number; readonly length: number }
  | { readonly code: 'bad-character'; readonly character: string }
  | null {
  const character = hiddenCharacter(text);
  if (character !== null) return { code: 'bad-character', character };
  const length = Array.from(text).length;
  return length > MAX_NAME ? { code: 'too-long', max: MAX_NAME, length } : null;
}

/** #N/A, #REF!, #NAME? and the like, as the program says it in its own language. */
const FAILED = /^(?:#[¡¿]?(?:N\/?[ADV]|GETTING_DATA|DIV\/0|[\p{Lu}][\p{Lu}\d/_]*[!?])|Err:\d{3})$/u;

/** What of this cell's text was lost before it came here, or was never meant to be read; or null. */
export function cellFlaw(
  text: string,
):
  | { readonly code: 'failed-formula'; readonly text: string }
  | { readonly code: 'too-narrow' | 'lost-character' }
  | { readonly code: 'bad-character'; readonly character: string }
  | null {
  // What a spreadsheet shows where a formula has failed is nobody's name, nobody's id.
  if (FAILED.test(text)) return { code: 'failed-formula', text };
  if (/^#{3,}$/.test(text)) return { code: 'too-narrow' };
  if (text.includes('\ufffd')) return { code: 'lost-character' };
  const character = hiddenCharacter(text);
  return character === null ? null : { code: 'bad-character', character };
}

export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** A cell's text short enough to be quoted in a sentence. */
export function quoted(text: string): string {
  const characters = Array.from(visible(nameText(text)));
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
