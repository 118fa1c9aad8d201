// Exact numbers as a pair of whole ones, for the second computation of results/1.

export interface Fraction {
  readonly over: bigint;
  /** Above zero, and without a factor in common with `over`. */
  readonly under: bigint;
}

export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new Error('divided by zero');
  if (under < 0n) return fraction(-over, -under);
  const common = greatestCommon(over < 0n ? -over : over, under);
  return { over: over / common, under: under / common };
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);
export const HUNDRED = fraction(100n);

/** A decimal of at most six places or "p/q"; undefined where the text is neither. */
export function read(text: unknown): Fraction | undefined {
  if (typeof text !== 'string') return undefined;
  const decimal = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (decimal !== null) {
    const [, sign, whole, places = ''] = decimal;
    const digits = fraction(BigInt(`${whole!}${places}`), 10n ** BigInt(places.length));
    return sign === '-' ? minus(ZERO, digits) : digits;
  }
  const pair = /^(-?\d+)\/(\d+)$/.exec(text);
  if (pair === null || BigInt(pair[2]!) === 0n) return undefined;
  return fraction(BigInt(pair[1]!), BigInt(pair[2]!));
}

/** What has been checked to be a number. */
export function num(text: string): Fraction {
  const value = read(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
}

export function count(whole: number): Fraction {
  return fraction(BigInt(whole));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.over, a.under * b.under);
}

export function by(a: Fraction, b: Fraction): Fraction {
  return fraction(a.over * b.under, a.under * b.over);
}

/** Below, at or above zero as a is below, at or above b. */
export function compare(a: Fraction, b: Fraction): number {
  const { over } = minus(a, b);
  return over < 0n ? -1 : over > 0n ? 1 : 0;
}

export function equal(a: Fraction, b: Fraction): boolean {
  return compare(a, b) === 0;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(values: readonly Fraction[]): Fraction {
  return values.reduce(plus, ZERO);
}

/** Σ weight·value / Σ weight; undefined where the weights are nothing. */
export function weighted(
  parts: readonly { readonly weight: Fraction; readonly value: Fraction }[],
): Fraction | undefined {
  const weights = sum(parts.map((part) => part.weight));
  if (equal(weights, ZERO)) return undefined;
  return by(sum(parts.map((part) => times(part.weight, part.value))), weights);
}

/** The greatest whole number that is at most a value of zero or more. */
export function floor(value: Fraction): number {
  return Number(value.over / value.under);
}

/** Four decimals, half away from zero. */
export function rounded(value: Fraction): string {
  const size = value.over < 0n ? -value.over : value.over;
  const units = (size * 10_000n * 2n + value.under) / (value.under * 2n);
  const digits = units.toString().padStart(5, '0');
  const sign = value.over < 0n && units > 0n ? '-' : '';
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

export function exact(value: Fraction): string {
  return `${value.over}/${value.under}`;
}
