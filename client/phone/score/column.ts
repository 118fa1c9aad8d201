// Totals below each other, as they are shown.

/** Decimals of a column: dropped together where every one of them is whole, else all kept. */
export function shownColumn(decimals: readonly (string | null)[]): readonly (string | null)[] {
  const whole = decimals.every((decimal) => decimal === null || decimal.endsWith('.00'));
  return whole ? decimals.map((decimal) => decimal?.slice(0, -3) ?? null) : decimals;
}
