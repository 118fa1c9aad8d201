// Numbers of a case: decimals of at most six places, and fractions where they are shares.
import { fromDecimal, rational, type Rational } from '../scoring/rational.ts';
import { refuse } from './refused.ts';

/** @throws Refused for what is no decimal of at most six places. */
export function decimal(text: string): Rational {
  return fromDecimal(text) ?? refuse('number', text);
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
