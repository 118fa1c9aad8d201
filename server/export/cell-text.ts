// Text as it goes into a workbook's XML: what XML or the library that writes it cannot carry stands there as _xHHHH_, as the
// format has it (ECMA-376 part 1, ST_Xstring).

/** What would itself be read as such a code, all that XML forbids or the library drops, halves of characters. */
const CODED = /_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufffd-\uffff]/gu;

export function cellText(text: string): string {
  return text.replace(
    CODED,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
