// Numbers of a case: decimals of at most six places, and fractions where they are shares.
import { fromShare, type Rational } from '../scoring/rational.ts';
import { refuse } from './refused.ts';

/** @throws Refused for what is neither a decimal nor "p/q". */
export function amount(text: string): Rational {
  return fromShare(text) ?? refuse('number', text);
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
