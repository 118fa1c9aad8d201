// Exact rationals: scores are added and compared without rounding, and rounded once, at the end [R8].

/** n/d in lowest terms, d > 0; equal values have equal n and d. */
export type Rational = { readonly n: bigint; readonly d: bigint };

export const ZERO: Rational = { n: 0n, d: 1n };

/** n/d reduced. @throws RangeError for d = 0 and for numbers that are no integers. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  return reduced(BigInt(n), BigInt(d));
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
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

/** The sum; 0 of nothing. Reduces once: hundreds of totals share few denominators. */
export function sum(values: Iterable<Rational>): Rational {
  let n = 0n;
  let d = 1n;
  for (const value of values) {
    if (d % value.d !== 0n) {
      const factor = value.d / gcd(d, value.d);
      n *= factor;
      d *= factor;
    }
    n += value.n * (d / value.d);
  }
  return reduced(n, d);
}

/** "n/d" in lowest terms, the form in which exact values stand in records. */
export function toFraction(value: Rational): string {
  return `${value.n.toString()}/${value.d.toString()}`;
}

/** Reads what `toFraction` writes; null for anything else, also for fractions that are not reduced. */
export function fromFraction(text: string): Rational | null {
  const [, n, d] = /^(-?\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (n === undefined || d === undefined) return null;
  const value = rational(BigInt(n), BigInt(d));
  return toFraction(value) === text ? value : null;
}

/** The value of a decimal of at most six places: "12.5", "-3"; null for any other text. */
export function fromDecimal(text: string): Rational | null {
  const [, whole, part = ''] = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** The value of a decimal that was checked when it was stored. @throws RangeError for any other text. */
export function storedDecimal(text: string): Rational {
  const value = fromDecimal(text);
  if (!value) throw new RangeError(`${text} is no decimal`);
  return value;
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

function reduced(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a rational has no denominator 0');
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / divisor, d: d / divisor };
}

/** The greatest common divisor, positive; gcd(0, b) = |b|. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
