// Characters that nobody sees and that can turn a line around or break a page: no text that a person types may hold one.

// Control and format characters (bidi overrides, zero-width marks), lone surrogates, line and paragraph separators, and
// the code points that stand for no character, as U+FFFE.
// Private-use characters are allowed: rare family names are still written with them.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** The first hidden character of a text, as "U+202E", or null. A line break is one. */
export function hiddenCharacter(text: string): string | null {
  const code = HIDDEN.exec(text)?.[0].codePointAt(0);
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text as it looks: without them. */
export function visible(text: string): string {
  return hiddenCharacter(text) === null ? text : text.replace(new RegExp(HIDDEN, 'gu'), '');
}
