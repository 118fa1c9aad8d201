// Exact rationals: scores are added and compared without rounding, and rounded once, at the end [R8].

/** n/d in lowest terms, d > 0; equal values have equal n and d. */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const ZERO: Rational = { n: 0n, d: 1n };

/** n/d reduced. @throws RangeError for d = 0 and for numbers that are no integers. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  return reduced(BigInt(n), BigInt(d));
}

export function multiply(a: Rational, b: Rational): Rational {
  return reduced(a.n * b.n, a.d * b.d);
}

/** @throws RangeError for b = 0. */
export function divide(a: Rational, b: Rational): Rational {
  return reduced(a.n * b.d, a.d * b.n);
}

/** Negative where a < b, 0 where equal, positive where a > b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The value of a decimal of at most six places: "12.5", "-3"; null for any other text. */
export function fromDecimal(text: string): Rational | null {
  const [, whole, part = ''] = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** A decimal, or "p/q" in whatever terms: shares of any kind may be either (RESULTS.md); null for any other text. */
export function fromShare(text: string): Rational | null {
  const [, n, d] = /^(-?\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  return n === undefined || d === undefined ? fromDecimal(text) : rational(BigInt(n), BigInt(d));
}

/** Fixed decimals, rounded half away from zero: 1/8 to 2 places is "0.13", −1/8 is "-0.13". */
export function toDecimal(value: Rational, places: number): string {
  const size = value.n < 0n ? -value.n : value.n;
  const scaled = (2n * size * 10n ** BigInt(places) + value.d) / (2n * value.d);
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const text = places === 0 ? whole : `${whole}.${digits.slice(digits.length - places)}`;
  // What rounds to zero has no sign.
  return value.n < 0n && scaled !== 0n ? `-${text}` : text;
}

/** In lowest terms, with a denominator above 0. */
export function reduced(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a rational has no denominator 0');
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** The greatest common divisor, positive; gcd(0, b) = |b|. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
