// The digits of a workbook's cells: a spreadsheet's sum reads as on the board and ranks alike, or there are no formulas (R8).
import { expect, it } from 'vitest';
import {
  bears,
  cellNumber,
  cellScore,
  formulaDecimals,
  valueOf,
} from '../../../shared/export/digits.ts';
import { decimalsEach, rank } from '../../../shared/scoring/rank.ts';
import { divide, rational, toDecimal, type Rational } from '../../../shared/scoring/rational.ts';
import { add } from '../../../shared/scoring/sums.ts';

/** As the board has them: by rank, each with the decimals that tell it apart. */
function ranked(scores: readonly Rational[], withheld: readonly number[] = []) {
  const places = decimalsEach(scores);
  return rank(scores.map((score, key) => ({ key, score }))).map(({ key, score, rank: place }) => ({
    rank: place ?? 0,
    shown: toDecimal(score ?? rational(0), places[key] ?? 2),
    exact: withheld.includes(key) ? null : score,
  }));
}

it('[R8] four decimals of each group are too few: the sum of them reads otherwise than the board', () => {
  const [a, b] = [rational(8_612_496n, 100_000n), rational(8_612_503n, 100_000n)];
  const exact = rational(8_612_496n + 8_612_503n, 200_000n);
  const mean = (decimals: (value: Rational) => string) =>
    divide(add(valueOf(decimals(a)), valueOf(decimals(b))), rational(2));
  expect(toDecimal(exact, 2)).toBe('86.12');
  expect(
    toDecimal(
      mean((value) => toDecimal(value, 4)),
      2,
    ),
  ).toBe('86.13');
  expect(toDecimal(mean(cellNumber), 2)).toBe('86.12');
});

it('[R8] a cell holds the fifteen digits that a spreadsheet keeps', () => {
  expect(cellNumber(rational(259n, 3n))).toBe('86.3333333333333');
  expect(cellNumber(rational(100n))).toBe('100');
  expect(cellNumber(rational(0n))).toBe('0');
  expect(cellNumber(rational(173n, 2n))).toBe('86.5');
  expect(cellNumber(rational(2n, 3n))).toBe('0.6666666666667');
});

it('[R8] formulas round to nine decimals where that tells all apart, and tied ones stay tied', () => {
  const scores = [rational(259n, 3n), rational(259n, 3n), rational(86n), rational(1n, 7n)];
  expect(formulaDecimals(ranked(scores))).toBe(9);
  expect(formulaDecimals([])).toBe(9);
  expect(cellScore({ shown: '86.33', exact: rational(259n, 3n) }, 9)).toBe('86.333333333');
});

it('[R8] takes more decimals for a near tie, and none where a spreadsheet cannot tell', () => {
  const near = (digits: bigint) => [rational(86n), rational(86n * digits + 1n, digits)];
  expect(formulaDecimals(ranked(near(10n ** 9n)))).toBe(9);
  expect(formulaDecimals(ranked(near(10n ** 10n)))).toBe(10);
  expect(formulaDecimals(ranked(near(10n ** 12n)))).toBeNull();
});

it('[R8] does not round twice: a score just under a half is not lifted over it', () => {
  const under = rational(86_125n * 10n ** 9n - 4n, 10n ** 12n);
  expect(toDecimal(under, 2)).toBe('86.12');
  expect(toDecimal(valueOf(toDecimal(under, 9)), 2)).toBe('86.13');
  expect(bears('86.12', under, 9)).toBe(false);
  expect(formulaDecimals(ranked([under]))).toBeNull();
});

it('[R8] does not trust a tie to a digit that noise may turn', () => {
  const onEdge = rational(86_123_456_789_5n, 10n ** 10n);
  expect(bears('86.12', rational(onEdge.n * 10n + 5n, onEdge.d * 10n), 10)).toBe(false);
  expect(formulaDecimals(ranked([onEdge, onEdge]))).toBe(10);
});

it('[R6] ranks a score of which only the decimals may be shown where the board does, or uses no formulas', () => {
  const open = rational(8_612_345n, 100_000n);
  const others = [rational(8612n, 100n), rational(8611n, 100n), rational(90n)];
  for (const hidden of [0, 1, 2, 3]) {
    const rows = ranked([open, ...others], [hidden]);
    expect(formulaDecimals(rows)).toBe(9);
    const cells = rows.map((row) => Number(cellScore(row, 9)));
    expect(cells).toEqual([...cells].sort((a, b) => b - a));
  }
  // It ties with one that is known: its shown decimals alone would part them.
  expect(formulaDecimals(ranked([open, open], [1]))).toBeNull();
});
