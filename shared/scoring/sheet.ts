// The sheet that a ballot fills in, and what a filled sheet is worth.

import { rational } from './rational.ts';
import type { Rational } from './rational.ts';
import { own } from '../own.ts';

/** One line of a sheet: scores 0, step, 2·step … max. All numbers are positive integers. */
export type Criterion = {
  readonly id: string;
  readonly name: string;
  readonly max: number;
  /** Divides `max`. */
  readonly step: number;
  readonly weight: number;
};

export type Sheet = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly criteria: readonly Criterion[];
};

/** Score by criterion id. */
export type Scores = Readonly<Record<string, number>>;

export type SheetFlaw =
  'no-criteria' | 'criterion-without-id' | 'criterion-twice' | 'max' | 'step' | 'weight';

export type ScoresFlaw = 'incomplete' | 'unknown-criterion' | 'out-of-range' | 'off-step';

/** The first flaw of a sheet, or null. */
export function checkSheet(sheet: Sheet): SheetFlaw | null {
  if (sheet.criteria.length === 0) return 'no-criteria';
  const ids = new Set<string>();
  for (const { id, max, step, weight } of sheet.criteria) {
    if (id === '') return 'criterion-without-id';
    if (ids.has(id)) return 'criterion-twice';
    ids.add(id);
    if (!isPositive(max)) return 'max';
    if (!isPositive(step) || max % step !== 0) return 'step';
    if (!isPositive(weight)) return 'weight';
  }
  return null;
}

/** Why these scores are no ballot of this sheet, or null. 0 is a score; a draft is `incomplete`. */
export function checkScores(sheet: Sheet, scores: Scores): ScoresFlaw | null {
  const known = new Set(sheet.criteria.map((criterion) => criterion.id));
  if (Object.keys(scores).some((id) => !known.has(id))) return 'unknown-criterion';
  let incomplete = false;
  for (const { id, max, step } of sheet.criteria) {
    const score = own(scores, id);
    if (score === undefined) incomplete = true;
    // Written so that NaN is out of range.
    else if (!(score >= 0 && score <= max)) return 'out-of-range';
    else if (score % step !== 0) return 'off-step';
  }
  return incomplete ? 'incomplete' : null;
}

/**
 * The total of a ballot, 0..100: 100 · Σ wᵢ·sᵢ/maxᵢ ÷ Σ wᵢ (RESULTS.md §1).
 *
 * @param scores what `checkScores` finds no flaw in. @throws RangeError where one is missing.
 */
export function ballotTotal(sheet: Sheet, scores: Scores): Rational {
  return smallTotal(sheet, scores) ?? anyTotal(sheet, scores);
}

/** The same in plain numbers where none can leave the safe integers: a close adds up tens of thousands of ballots. */
function smallTotal(sheet: Sheet, scores: Scores): Rational | null {
  let common = 1;
  let weights = 0;
  for (const { max, weight } of sheet.criteria) {
    common = (common / gcd(common, max)) * max;
    weights += weight;
  }
  if (!Number.isSafeInteger(100 * common * weights)) return null;
  let points = 0;
  for (const { id, max, weight } of sheet.criteria) {
    const score = own(scores, id);
    if (score === undefined || !(score >= 0 && score <= max)) return null;
    points += weight * score * (common / max);
  }
  // Reduced while the numbers are plain: `rational` would divide big integers, which takes many times as long.
  const divisor = gcd(100 * points, common * weights);
  return { n: BigInt((100 * points) / divisor), d: BigInt((common * weights) / divisor) };
}

/** The greatest common divisor; gcd(0, b) = b. */
function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

function anyTotal(sheet: Sheet, scores: Scores): Rational {
  // Over the product of the maxima all is integer, and is reduced once.
  const common = sheet.criteria.reduce((product, { max }) => product * BigInt(max), 1n);
  let weights = 0n;
  let points = 0n;
  for (const { id, max, weight } of sheet.criteria) {
    const score = own(scores, id);
    if (score === undefined) throw new RangeError(`no score for ${id}`);
    weights += BigInt(weight);
    points += BigInt(weight) * BigInt(score) * (common / BigInt(max));
  }
  return rational(100n * points, common * weights);
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
