// Numbers of a case: decimals of at most six places, and fractions where they are shares.
import { rational, type Rational } from '../scoring/rational.ts';
import { refuse } from './refused.ts';

/** The most decimals that a number of a case may have. */
export const PLACES = 6;

/** @throws Refused for what is neither a decimal nor, where `p/q` is allowed, a fraction. */
export function amount(text: string): Rational {
  const [, n, d] = /^(-?\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (n !== undefined && d !== undefined) return rational(BigInt(n), BigInt(d));
  const [, sign, whole, part = ''] = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return refuse('number', text);
  return rational(BigInt(`${sign ?? ''}${whole}${part}`), 10n ** BigInt(part.length));
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
