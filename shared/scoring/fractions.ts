// Exact values and whole numbers as the texts that stand in records (R8).
import { rational, type Rational } from './rational.ts';

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

/** The number that a stored decimal stands for, where it is whole. @throws RangeError */
export function wholeOf(decimal: string): number {
  const value = Number(decimal);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${decimal} is no whole number`);
  return value;
}
