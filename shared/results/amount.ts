// Numbers of a case: decimals of at most six places, and fractions where they are shares.
import { rational, type Rational } from '../scoring/rational.ts';
import { refuse } from './refused.ts';

/** @throws Refused for what is no decimal of at most six places. */
export function decimal(text: string): Rational {
  const [, whole, part = ''] = /^(-?\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return refuse('number', text);
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** @throws Refused for what is neither a decimal nor "p/q". */
export function amount(text: string): Rational {
  const [, n, d] = /^(-?\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  return n === undefined || d === undefined ? decimal(text) : rational(BigInt(n), BigInt(d));
}

/** @throws Refused for one below zero. */
export function positive(text: string): Rational {
  const value = amount(text);
  return value.n < 0n ? refuse('negative', text) : value;
}

/** @throws Refused for zero and below. */
export function aboveZero(text: string): Rational {
  const value = amount(text);
  return value.n <= 0n ? refuse('not-above-zero', text) : value;
}
