// The digits of a workbook's cells: how many go in, and to how many its formulas round, so that what a spreadsheet adds up
// reads as on the board and ranks alike (R8, R15). Spreadsheets reckon in binary floating point.
import { compare, rational, toDecimal, type Rational } from '../scoring/rational.ts';
import { add } from '../scoring/sums.ts';

/** A score as its cell will have it. */
export interface CellScore {
  /** As the pages show it. */
  readonly shown: string;
  /** null where the cell may hold only what is shown. */
  readonly exact: Rational | null;
}

/** Decimals of a group's value in its cell: with the two before the point the 15 digits that a spreadsheet keeps. */
const CELL_DECIMALS = 13;

/** Decimals that formulas may round to, in the order in which they are tried. */
const CHOICES = [9, 10, 8, 7, 6] as const;

/**
 * What a spreadsheet's sum may be off: rounded inputs, and the products and sums of a weighted mean of a hundred groups of up
 * to 100 points.
 */
const NOISE = rational(20n, 10n ** 13n);

/** The number that a cell holds of a value. */
export function cellNumber(value: Rational): string {
  return trimmed(toDecimal(value, CELL_DECIMALS));
}

/**
 * To how many decimals formulas round: then noise parts no tie and turns no shown digit, and whoever compares the cells finds
 * the board's ranks. Null where no number of decimals does all that, as for two scores that differ in the twelfth decimal:
 * such a workbook has numbers and no formulas.
 *
 * @param ranked those on the board, in its order
 */
export function formulaDecimals(
  ranked: readonly (CellScore & { readonly rank: number })[],
): number | null {
  const fits = (places: number) => {
    const cells = ranked.map((one) => valueOf(cellScore(one, places)));
    return ranked.every((one, n) => {
      const above = ranked[n - 1];
      const order = n === 0 ? 1 : compare(cells[n - 1] ?? rational(0), cells[n] ?? rational(0));
      const isInOrder = above?.rank === one.rank ? order === 0 : order > 0;
      return isInOrder && (one.exact === null || bears(one.shown, one.exact, places));
    });
  };
  return CHOICES.find(fits) ?? null;
}

/** What the cell of a score comes to. */
export function cellScore({ exact, shown }: CellScore, places: number | null): string {
  if (exact === null) return shown;
  return places === null ? cellNumber(exact) : trimmed(toDecimal(exact, places));
}

/** Whether the score, computed with noise and rounded to so many decimals, reads as it is shown. */
export function bears(shown: string, exact: Rational, places: number): boolean {
  const [low, high] = [-1n, 1n].map((sign) =>
    toDecimal(add(exact, { n: sign * NOISE.n, d: NOISE.d }), places),
  );
  return low === high && toDecimal(valueOf(low ?? ''), decimalsOf(shown)) === shown;
}

/** Decimals of a number as it is shown. */
export function decimalsOf(shown: string): number {
  return shown.split('.')[1]?.length ?? 0;
}

/** Of a decimal of our own making, with any number of places. */
export function valueOf(decimal: string): Rational {
  const [whole = '', part = ''] = decimal.split('.');
  return rational(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** Without zeros at its end, as a spreadsheet would write it. */
function trimmed(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
