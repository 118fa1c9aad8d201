// One cell of a roster: how stray spaces, full-width forms and hidden characters are treated (DESIGN.md §7).
import { hiddenCharacter } from '../hidden-characters.ts';
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

const FAILED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** Whether a spreadsheet shows this where a formula has failed: nobody's name, nobody's id. */
export function formulaFlaw(
  text: string,
): { readonly code: 'failed-formula'; readonly text: string } | null {
  return FAILED.test(text) ? { code: 'failed-formula', text } : null;
}

export function isId(text: string): boolean {
  return ID_PATTERN.test(text);
}

/** A cell's text short enough to be quoted in a sentence. */
export function quoted(text: string): string {
  const characters = Array.from(nameText(text));
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
