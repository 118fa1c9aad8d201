// Sums and differences of exact values.
import { gcd, reduced, type Rational } from './rational.ts';

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d });
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
