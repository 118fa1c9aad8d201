// Numbers as people type them: digits of any script and a decimal point, exact; anything else is no number.

/** More would leave the integers that a JavaScript number holds exactly. */
const MOST_DIGITS = 15;
/** [R8] */
const MOST_PLACES = 6;
/**
 * The point, and what the point's key gives under a Chinese or an Arabic input method. No comma: it parts thousands for
 * one reader and decimals for the next, so 1,500 is asked about instead of guessed.
 */
const POINT = /[.．。｡٫]/;

/** The same text with the decimal digits of every script (Unicode's Nd) as 0 to 9; ③, ² and 三 are none of them. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** A whole number of at most 15 digits, or null: `+5`, `1e1`, `0x10`, `5.0`, `½`, `1 000` and nothing at all are none. */
export function readWhole(text: string): number | null {
  const digits = plainDigits(text.trim());
  return new RegExp(`^[0-9]{1,${MOST_DIGITS}}$`).test(digits) ? Number(digits) : null;
}

/** The same with up to six decimals behind one point, as a decimal without needless zeros: `０12。50` is "12.5". */
export function readDecimal(text: string): string | null {
  const [before = '', after, ...more] = plainDigits(text.trim()).split(POINT);
  const whole = readWhole(before);
  if (whole === null || more.length > 0) return null;
  if (after === undefined) return String(whole);
  if (!new RegExp(`^[0-9]{1,${MOST_PLACES}}$`).test(after)) return null;
  const places = after.replace(/0+$/, '');
  return places === '' ? String(whole) : `${String(whole)}.${places}`;
}

/** Digits of one script stand in tens from their zero on, and some tens stand side by side. */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
