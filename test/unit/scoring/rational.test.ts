// Exact arithmetic, against integers over one common denominator.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromFraction, toFraction } from '../../../shared/scoring/fractions.ts';
import { add, subtract, sum } from '../../../shared/scoring/sums.ts';
import {
  compare,
  divide,
  multiply,
  rational,
  toDecimal,
  ZERO,
} from '../../../shared/scoring/rational.ts';
import { FIXED, SIXTIETHS, sixtieths } from './schemes.ts';

describe('arithmetic', () => {
  test('[R8] is that of integers, over sixtieths', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [x, y] = [sixtieths(a), sixtieths(b)];
        const [m, n] = [BigInt(a), BigInt(b)];
        expect(add(x, y)).toEqual(rational(m + n, SIXTIETHS));
        expect(subtract(x, y)).toEqual(rational(m - n, SIXTIETHS));
        expect(multiply(x, y)).toEqual(rational(m * n, SIXTIETHS * SIXTIETHS));
        expect(Math.sign(compare(x, y))).toBe(Math.sign(a - b));
        if (b !== 0) expect(divide(x, y)).toEqual(rational(m, n));
      }),
      FIXED,
    );
  });

  test('[R8] a value has one form: lowest terms, positive denominator', () => {
    expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(rational(-6, -4)).toEqual({ n: 3n, d: 2n });
    expect(rational(0, -7)).toEqual(ZERO);
    expect(rational(5)).toEqual({ n: 5n, d: 1n });
    expect(divide(rational(1), rational(-3))).toEqual({ n: -1n, d: 3n });
  });

  test('[R8] refuses what is no rational', () => {
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
    expect(() => divide(rational(1), ZERO)).toThrow(RangeError);
  });

  test('[R8] a sum does not depend on the order, and is not off by a thousandth after thousands', () => {
    expect(sum([])).toEqual(ZERO);
    expect(sum([rational(1, 2), rational(1, 3), rational(1, 7)])).toEqual(rational(41, 42));
    expect(sum(Array.from({ length: 3000 }, () => rational(1, 3)))).toEqual(rational(1000));
    const values = fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 40 })));
    fc.assert(
      fc.property(values, (pairs) => {
        const all = pairs.map(([n, d]) => rational(n, d));
        expect(sum(all)).toEqual(all.reduce(add, ZERO));
        expect(sum(all.slice().reverse())).toEqual(sum(all));
      }),
      FIXED,
    );
  });
});

describe('toFraction and fromFraction', () => {
  test('[R8] read back what they write', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
        const value = rational(n, d);
        expect(fromFraction(toFraction(value))).toEqual(value);
      }),
      FIXED,
    );
    expect(toFraction(rational(-7, 2))).toBe('-7/2');
  });

  test.each([
    '',
    '1',
    '2/4',
    '1/0',
    '1/-2',
    '01/2',
    '1/02',
    '-0/1',
    '1.0/2',
    ' 1/2',
    '1/2\n',
    '0/5',
  ])('[R8] refuse %j', (text) => {
    expect(fromFraction(text)).toBeNull();
  });
});

describe('toDecimal', () => {
  test.each([
    [1, 8, 2, '0.13'],
    [-1, 8, 2, '-0.13'],
    [1, 3, 4, '0.3333'],
    [2, 3, 4, '0.6667'],
    [995, 1000, 2, '1.00'],
    [100, 1, 2, '100.00'],
    [-1, 1000, 2, '0.00'],
    [-5, 1000, 2, '-0.01'],
    [5, 2, 0, '3'],
    [-5, 2, 0, '-3'],
    [1, 200, 2, '0.01'],
    [0, 1, 3, '0.000'],
    // Where the binary number nearest to 1.005 lies below it, floats say 1.00.
    [1005, 1000, 2, '1.01'],
  ])('[R8] %d/%d to %d places is %s', (n, d, places, wanted) => {
    expect(toDecimal(rational(n, d), places)).toBe(wanted);
  });

  test('[R8] is the nearest decimal, and of two the one further from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.nat(6),
        (n, d, places) => {
          const value = rational(n, d);
          const text = toDecimal(value, places);
          expect(text).toMatch(
            places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${String(places)}}$`),
          );
          const unit = 10n ** BigInt(places);
          const written = BigInt(text.replace('.', ''));
          // 2·|written/unit − n/d| ≤ 1/unit, in integers; equality only when written is further out.
          const off = 2n * (written * d - n * unit);
          const outwards = n < 0n ? -off : off;
          expect(outwards <= d && outwards > -d).toBe(true);
        },
      ),
      FIXED,
    );
  });
});
