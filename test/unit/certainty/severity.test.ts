// [RESULTS §10] Severity by least squares: published incomplete designs, a second solution, far-out ballots by bands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, farOut } from '../../../shared/results/certainty/far-out.ts';
import { fitRatings, type Severity } from '../../../shared/results/certainty/severity.ts';
import { rational } from '../../../shared/scoring/rational.ts';
import { CATALYSTS, ratings, SHROUT_FLEISS, WHEAT, type Table } from './tables.ts';

function severities(table: Table): readonly Severity[] {
  const found = fitRatings(ratings(table)).severities;
  if (!found.ok) throw new Error(found.why);
  return table.map(
    (_, n) => found.value.get(`r${String(n)}`) ?? { effect: NaN, error: NaN, rated: 0 },
  );
}

const effects = (table: Table) => severities(table).map(({ effect }) => effect);

describe('published designs in which nobody rated everything', () => {
  it('catalysts: effects −9/8, −7/8, −4/8, 20/8, an error of 3.25 on 5 degrees of freedom', () => {
    const fit = fitRatings(ratings(CATALYSTS));
    expect(fit.freedom).toBe(5);
    expect(squares(fit.residuals)).toBeCloseTo(3.25, 10);
    for (const [n, effect] of [-9 / 8, -7 / 8, -4 / 8, 20 / 8].entries())
      expect(effects(CATALYSTS)[n]).toBeCloseTo(effect, 10);
    // k (a − 1) / (λ a²) of the error's mean square 0.65, with blocks of k = 3, a = 4 and λ = 2.
    for (const { error, rated } of severities(CATALYSTS)) {
      expect(error).toBeCloseTo(Math.sqrt((0.65 * 9) / 32), 10);
      expect(rated).toBe(3);
    }
  });

  it('wheat: the differences and the error that agricolae’s manual prints for Joshi’s design', () => {
    const fit = fitRatings(ratings(WHEAT));
    expect(fit.freedom).toBe(15);
    expect(squares(fit.residuals)).toBeCloseTo(863, -0.5);
    expect(squares(fit.residuals) / 15).toBeCloseTo(57.5, 1);
    const found = effects(WHEAT);
    const [first = 0, second = 0] = found;
    const fromFirst = [16.42, 16.58, 20.17, 15.08, 20.75];
    for (const [n, difference] of fromFirst.entries())
      expect(first - (found[n + 1] ?? 0)).toBeCloseTo(difference, 2);
    const fromSecond = [0.17, 3.75, -1.33, 4.33];
    for (const [n, difference] of fromSecond.entries())
      expect(second - (found[n + 2] ?? 0)).toBeCloseTo(difference, 2);
    // An adjusted mean's error of 3.7 has the grand mean's in it.
    const error = severities(WHEAT)[0]?.error ?? 0;
    expect(Math.sqrt(error ** 2 + squares(fit.residuals) / 15 / 30)).toBeCloseTo(3.7, 1);
  });

  it('where everybody rated everything: each rater’s mean less the mean of all, the error of Shrout and Fleiss’s table', () => {
    const fit = fitRatings(ratings(SHROUT_FLEISS));
    const all = mean(SHROUT_FLEISS.flat());
    for (const [n, row] of SHROUT_FLEISS.entries())
      expect(effects(SHROUT_FLEISS)[n]).toBeCloseTo(mean(row) - all, 10);
    expect(squares(fit.residuals) / fit.freedom).toBeCloseTo(1.02, 2);
  });
});

describe('where there is none', () => {
  it('one rater, one subject, or a graph that falls apart', () => {
    const why = (table: Table) => {
      const found = fitRatings(ratings(table)).severities;
      return found.ok ? null : found.why;
    };
    expect(why([[1, 2, 3]])).toBe('few-raters');
    expect(why([[1], [2]])).toBe('few-subjects');
    expect(
      why([
        [1, 2, null, null],
        [2, 3, null, null],
        [null, null, 5, 6],
      ]),
    ).toBe('apart');
    // One ballot joins them.
    expect(
      why([
        [1, 2, 4, null],
        [2, 3, null, null],
        [null, null, 5, 6],
      ]),
    ).toBeNull();
  });

  it('no freedom: effects, and no error', () => {
    const chain: Table = [
      [10, 20, null],
      [null, 25, 40],
    ];
    expect(fitRatings(ratings(chain)).freedom).toBe(0);
    expect(severities(chain)).toEqual([
      { effect: -2.5, error: null, rated: 2 },
      { effect: 2.5, error: null, rated: 2 },
    ]);
  });
});

/** Tables with holes, whose graph may fall apart. */
const holed = fc
  .record({ raters: fc.integer({ min: 2, max: 6 }), subjects: fc.integer({ min: 2, max: 6 }) })
  .chain(({ raters, subjects }) =>
    fc.array(
      fc.array(
        fc.option(
          fc.integer({ min: 0, max: 400 }).map((n) => n / 4),
          { freq: 3 },
        ),
        {
          minLength: subjects,
          maxLength: subjects,
        },
      ),
      { minLength: raters, maxLength: raters },
    ),
  )
  .filter((table) => table.every((row) => row.some((one) => one !== null)));

describe('by chance', () => {
  it('agrees with rater and subject fitted in turn until nothing moves, and residuals are at right angles to both', () => {
    fc.assert(
      fc.property(holed, (table) => {
        const rated = ratings(table);
        const { residuals, severities: found } = fitRatings(rated);
        for (const side of ['rater', 'subject'] as const)
          for (const id of new Set(rated.map((one) => one[side])))
            expect(
              residuals.reduce((sum, left, n) => (rated[n]?.[side] === id ? sum + left : sum), 0),
            ).toBeCloseTo(0, 7);
        if (!found.ok) return;
        const second = inTurn(table);
        const sum = [...found.value.values()].reduce((all, { effect }) => all + effect, 0);
        expect(sum).toBeCloseTo(0, 8);
        for (const [id, { effect }] of found.value)
          expect(effect).toBeCloseTo(second.get(id) ?? NaN, 6);
      }),
      { seed: 20261201, numRuns: 150 },
    );
  });

  it('a point more for one rater is a point of severity; a point more for one subject is none', () => {
    fc.assert(
      fc.property(holed, (table) => {
        const before = fitRatings(ratings(table));
        const raised = table.map((row, rater) =>
          row.map((one, subject) => one && one + (rater === 0 ? 6 : 0) + (subject === 1 ? 11 : 0)),
        );
        fc.pre(before.severities.ok && table.flat().every((one) => one !== 0));
        const after = fitRatings(ratings(raised));
        if (!after.severities.ok) throw new Error('the graph is the same');
        const share = 6 / table.length;
        for (const [id, { effect, error }] of before.severities.value) {
          const now = after.severities.value.get(id);
          expect(now?.effect).toBeCloseTo(effect + (id === 'r0' ? 6 : 0) - share, 7);
          if (error === null) expect(now?.error).toBeNull();
          else expect(now?.error).toBeCloseTo(error, 6);
        }
      }),
      { seed: 20261201, numRuns: 150 },
    );
  });
});

describe('far-out ballots', () => {
  const scored = (scores: readonly (number | null)[]) =>
    scores.map((score, n) => ({
      id: `s${String(n)}`,
      score: score === null ? null : rational(score),
    }));

  it('bands differ by one at most, the longer first, the best first, ties by id, no score last', () => {
    expect(bandsOf(scored([10, 30, 20, 30, null]))).toEqual([['s1', 's3'], ['s2', 's0'], ['s4']]);
    expect(bandsOf(scored([1, 2, 3, 4]))).toEqual([['s3', 's2'], ['s1'], ['s0']]);
    expect(bandsOf(scored([1]))).toEqual([['s0'], [], []]);
  });

  it('is judged by its own band: what is far among the best is ordinary further down', () => {
    // Thirty raters; of three subjects the last is judged ten times as loosely.
    const rated = ratings(Array.from({ length: 30 }, () => [90, 80, 40]));
    const subjects = scored([90, 80, 40]);
    const found = (best: number, last: number) => {
      const residuals = rated.map((_, n) =>
        n === 0 ? best : n === 2 ? last : n % 3 === 2 ? 10 : 1,
      );
      return farOut(rated, { residuals }, subjects);
    };
    // 8 > 3 √((64 + 29) / 29) = 5.4; 30 < 3 √((900 + 2900) / 29) = 34.3; 40 > 3 √((1600 + 2900) / 29) = 37.4.
    expect(found(8, 30)).toEqual([0]);
    expect(found(-8, -40)).toEqual([0, 2]);
    expect(found(1, 10)).toEqual([]);
  });

  it('nobody is far out where there is one ballot in the band, or nothing differs', () => {
    const one = ratings([[50, 60, 70]]);
    expect(farOut(one, { residuals: [9, 9, 9] }, scored([50, 60, 70]))).toEqual([]);
    const same = ratings(Array.from({ length: 9 }, () => [50.1, 60.2, 70.3]));
    expect(farOut(same, fitRatings(same), scored([50, 60, 70]))).toEqual([]);
  });

  it('one ballot thirty points away is the one that is found', () => {
    const table = Array.from({ length: 40 }, (_, rater) =>
      Array.from({ length: 9 }, (_x, subject) =>
        rater === 3 && subject === 4 ? 20 : 80 - subject * 3 + ((rater * 7 + subject * 11) % 17),
      ),
    );
    const rated = ratings(table);
    const found = farOut(
      rated,
      fitRatings(rated),
      scored(Array.from({ length: 9 }, (_, n) => 80 - n * 3)),
    );
    expect(found.map((n) => [rated[n]?.rater, rated[n]?.subject])).toEqual([['r3', 's4']]);
  });
});

/** Effects by fitting one side to what the other leaves, over and over (backfitting). */
function inTurn(table: Table): ReadonlyMap<string, number> {
  const rater = table.map(() => 0);
  const subject = (table[0] ?? []).map(() => 0);
  const cells = table.flatMap((row, r) =>
    row.flatMap((one, s) => (one === null ? [] : [{ r, s, one }])),
  );
  for (let round = 0; round < 4000; round += 1) {
    for (const s of subject.keys()) {
      const given = cells.filter((cell) => cell.s === s);
      if (given.length > 0) subject[s] = mean(given.map(({ r, one }) => one - (rater[r] ?? 0)));
    }
    let moved = 0;
    for (const r of rater.keys()) {
      const given = cells.filter((cell) => cell.r === r);
      const next = mean(given.map(({ s, one }) => one - (subject[s] ?? 0)));
      moved = Math.max(moved, Math.abs(next - (rater[r] ?? 0)));
      rater[r] = next;
    }
    if (moved < 1e-11) break;
  }
  const middle = mean(rater);
  return new Map(rater.map((one, n) => [`r${String(n)}`, one - middle]));
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function mean(values: readonly (number | null)[]): number {
  return values.reduce((sum: number, value) => sum + (value ?? 0), 0) / values.length;
}
