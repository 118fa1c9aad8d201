// A chance as a percentage for reading; the fraction beside it is the exact one.

/** `"12/77"` → `"15.58"`: two decimals, half up, in whole numbers throughout. */
export function percentOf(fraction: string): string {
  const [n = 0, d = 1] = fraction.split('/').map(Number);
  const hundredths = Math.floor((n * 20_000 + d) / (2 * d));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
