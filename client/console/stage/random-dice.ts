// Digits for a rehearsal where nobody has dice at hand; a real draw never sees any of these.

/** `count` digits as fair as the browser's chance: 1 to 6 for `six`, else 0 to 9. */
export function randomDice(count: number, six: boolean): string {
  const sides = six ? 6 : 10;
  // The largest multiple below 256: bytes from there on would favour the low sides.
  const fair = 256 - (256 % sides);
  let digits = '';
  while (digits.length < count) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) digits += String((byte % sides) + (six ? 1 : 0));
  }
  return digits;
}
