// [RESULTS §10] Kendall's W and ICC(2,k): published figures, a second computation in floating point, and where neither is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordance, intraclass } from '../../../shared/results/certainty/agreement.ts';
import { completeRatings } from '../../../shared/results/certainty/ratings.ts';
import { toDecimal } from '../../../shared/scoring/rational.ts';
import {
  HERMITAGE,
  ratings,
  RIOJA,
  SHROUT_FLEISS,
  subjectsOf,
  TIED,
  WINES,
  type Table,
} from './tables.ts';

type Measure = typeof concordance;

function figure(measure: Measure, table: Table, places: number): string {
  const found = measure(completeRatings(ratings(table), subjectsOf(table)));
  return found.ok ? toDecimal(found.value, places) : found.why;
}

describe('Kendall’s W', () => {
  it('agrees with published examples, with ties and without', () => {
    expect(figure(concordance, TIED, 3)).toBe('0.828');
    expect(figure(concordance, HERMITAGE, 4)).toBe('0.1892');
    expect(figure(concordance, RIOJA, 4)).toBe('0.1924');
  });

  it('is 1 where all rank alike, whatever they give, and 0 where ranks cancel out', () => {
    expect(
      figure(
        concordance,
        [
          [1, 2, 2, 9],
          [10, 11, 11, 12],
        ],
        4,
      ),
    ).toBe('1.0000');
    expect(
      figure(
        concordance,
        [
          [1, 2, 3],
          [3, 2, 1],
        ],
        4,
      ),
    ).toBe('0.0000');
  });

  it('does not exist for one rater, for one subject, and where nobody tells subjects apart', () => {
    expect(figure(concordance, [[1, 2, 3]], 4)).toBe('few-raters');
    expect(figure(concordance, [[1], [2]], 4)).toBe('few-subjects');
    expect(
      figure(
        concordance,
        [
          [5, 5, 5],
          [7, 7, 7],
        ],
        4,
      ),
    ).toBe('no-spread');
  });
});

describe('ICC(2,k)', () => {
  it('agrees with published examples', () => {
    expect(figure(intraclass, SHROUT_FLEISS, 2)).toBe('0.62');
    expect(figure(intraclass, WINES, 3)).toBe('0.914');
  });

  it('does not exist without differences, and where its denominator is not above 0', () => {
    expect(
      figure(
        intraclass,
        [
          [5, 5],
          [5, 5],
        ],
        4,
      ),
    ).toBe('no-spread');
    // Each is worth as much as the other: all that differs is error.
    expect(
      figure(
        intraclass,
        [
          [1, 3],
          [3, 1],
        ],
        4,
      ),
    ).toBe('denominator');
    expect(figure(intraclass, [[1, 2, 3]], 4)).toBe('few-raters');
    expect(figure(intraclass, [[1], [2]], 4)).toBe('few-subjects');
  });
});

it('only raters who rated every subject are in it', () => {
  const incomplete = [[8, 8, 1], [null, 1, 9], ...SHROUT_FLEISS.map((row) => row.slice(0, 3))];
  const whole = incomplete.filter((row) => !row.includes(null));
  expect(figure(concordance, incomplete, 9)).toBe(figure(concordance, whole, 9));
  expect(figure(intraclass, incomplete, 9)).toBe(figure(intraclass, whole, 9));
  // A subject that nobody rated: nobody rated every one.
  const { rows } = completeRatings(ratings(whole), [...subjectsOf(whole), 'other']);
  expect(rows).toEqual([]);
});

const tables = fc
  .record({ raters: fc.integer({ min: 2, max: 6 }), subjects: fc.integer({ min: 2, max: 7 }) })
  .chain(({ raters, subjects }) =>
    fc.array(
      fc.array(
        fc.integer({ min: 0, max: 12 }).map((half) => half / 2),
        { minLength: subjects, maxLength: subjects },
      ),
      { minLength: raters, maxLength: raters },
    ),
  );

describe('by chance', () => {
  it('both agree with the textbook’s formulas in floating point', () => {
    fc.assert(
      fc.property(tables, (table) => {
        same(figure(concordance, table, 9), secondConcordance(table));
        same(figure(intraclass, table, 9), secondIntraclass(table));
      }),
      { seed: 20261201, numRuns: 300 },
    );
  });

  it('neither hangs on the order of raters or subjects, on the scale, or W on how far apart totals are', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const turned = [...table].reverse().map((row) => [...row].reverse());
        const scaled = table.map((row) => row.map((total) => 3 * total + 4));
        const severe = table.map((row, n) => row.map((total) => total * total + n));
        for (const measure of [concordance, intraclass]) {
          const found = figure(measure, table, 12);
          expect(figure(measure, turned, 12)).toBe(found);
          expect(figure(measure, scaled, 12)).toBe(found);
        }
        expect(figure(concordance, severe, 12)).toBe(figure(concordance, table, 12));
      }),
      { seed: 20261201, numRuns: 200 },
    );
  });
});

function same(exact: string, second: number | null): void {
  if (second === null) expect(exact).toMatch(/^(no-spread|denominator)$/);
  else expect(Number(exact)).toBeCloseTo(second, 8);
}

/** By ranks that are counted, and the mean correlation of pairs: W = (1 + (m − 1) r̄) / m only holds without ties, so by S. */
function secondConcordance(table: readonly (readonly number[])[]): number | null {
  const [m, n] = [table.length, table[0]?.length ?? 0];
  const ranks = table.map((row) =>
    row.map((a) => row.filter((b) => b < a).length + (row.filter((b) => b === a).length + 1) / 2),
  );
  const sums = Array.from({ length: n }, (_, s) => total(ranks.map((row) => row[s] ?? 0)));
  const most = ranks.map((row) => total(row.map((rank) => (rank - (n + 1) / 2) ** 2)));
  const below = m * total(most);
  // Ranks that are tied differ less: Σ (rank − mean)² is (n³ − n − Σ (t³ − t)) / 12.
  return below === 0 ? null : total(sums.map((sum) => (sum - (m * (n + 1)) / 2) ** 2)) / below;
}

/** By residuals of each cell. */
function secondIntraclass(table: readonly (readonly number[])[]): number | null {
  const [k, n] = [table.length, table[0]?.length ?? 0];
  const mean = (values: readonly number[]) => total(values) / values.length;
  const grand = mean(table.flat());
  const ofRaters = table.map(mean);
  const ofSubjects = Array.from({ length: n }, (_, s) => mean(table.map((row) => row[s] ?? 0)));
  const b = (k * total(ofSubjects.map((one) => (one - grand) ** 2))) / (n - 1);
  const j = (n * total(ofRaters.map((one) => (one - grand) ** 2))) / (k - 1);
  const cells = table.flatMap((row, r) =>
    row.map((one, s) => (one - (ofRaters[r] ?? 0) - (ofSubjects[s] ?? 0) + grand) ** 2),
  );
  const e = total(cells) / ((n - 1) * (k - 1));
  const below = b + (j - e) / n;
  return below < 1e-9 ? null : (b - e) / below;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
