// The live mean: whoever watches all that is shown can subtract no single score.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational } from '../../../shared/scoring/rational.ts';
import type { Rational } from '../../../shared/scoring/rational.ts';
import { valueOf } from '../../../shared/scoring/counting.ts';
import { applyBallot, NO_LIVE_TALLY, shownMean } from '../../../shared/scoring/live-tally.ts';
import type { LiveTally, SeatTotals } from '../../../shared/scoring/live-tally.ts';
import { FIXED, schemeOf } from './schemes.ts';

type Cast = { readonly seat: string; readonly points: number | null };

// Few seats and few totals, so that ballots are often replaced, taken back and cast as they were.
const casts: fc.Arbitrary<readonly Cast[]> = fc.array(
  fc.record({
    seat: fc.nat(9).map((seat) => `s${String(seat)}`),
    points: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 6 }),
  }),
  { maxLength: 80 },
);
const schemes = fc
  .record({ floor: fc.integer({ min: 1, max: 6 }), step: fc.integer({ min: 1, max: 4 }) })
  .map(schemeOf);

const total = (points: number | null): Rational | null =>
  points === null ? null : rational(points);

/** Every state from the first cast on, kept whole to check that none is changed later. */
function statesOf(
  given: readonly Cast[],
  scheme: ReturnType<typeof schemeOf>,
): readonly LiveTally[] {
  let state = NO_LIVE_TALLY;
  return given.map(({ seat, points }) => {
    state = applyBallot(state, seat, total(points), scheme);
    return state;
  });
}

/** The ballots as a plain map of points, after the first `count` casts. */
function ballotsAfter(given: readonly Cast[], count: number): ReadonlyMap<string, number> {
  const ballots = new Map<string, number>();
  for (const { seat, points } of given.slice(0, count)) {
    if (points === null) ballots.delete(seat);
    else ballots.set(seat, points);
  }
  return ballots;
}

function differing(a: SeatTotals, b: SeatTotals): number {
  const seats = new Set([...a.keys(), ...b.keys()]);
  return [...seats].filter((seat) => a.get(seat)?.n !== b.get(seat)?.n).length;
}

const asPoints = (totals: SeatTotals) =>
  new Map([...totals].map(([seat, { n }]) => [seat, Number(n)]));

describe('applyBallot', () => {
  test('[R6] holds the newest ballot of each seat, and changes no earlier state', () => {
    fc.assert(
      fc.property(casts, schemes, (given, scheme) => {
        const states = statesOf(given, scheme);
        for (const [index, state] of states.entries()) {
          expect(asPoints(state.current)).toEqual(ballotsAfter(given, index + 1));
        }
        expect(NO_LIVE_TALLY.current.size).toBe(0);
      }),
      FIXED,
    );
  });

  test('[R6] shows a state that was, of at least `floor` ballots, or nothing', () => {
    fc.assert(
      fc.property(casts, schemes, (given, scheme) => {
        const states = statesOf(given, scheme);
        for (const [index, state] of states.entries()) {
          const mean = shownMean(state, scheme);
          if (mean === null) continue;
          expect(mean.count).toBeGreaterThanOrEqual(scheme.floor);
          const source = states.slice(0, index + 1).find(({ current }) => current === state.shown);
          const ballots = [...source!.current.values()];
          expect(mean).toEqual({ count: ballots.length, value: valueOf(ballots, scheme) });
        }
      }),
      FIXED,
    );
  });

  test('[R6] two means shown one after the other differ in at least `step` ballots', () => {
    fc.assert(
      fc.property(casts, schemes, (given, scheme) => {
        const shown = [...new Set(statesOf(given, scheme).map((state) => state.shown))];
        for (const [index, before] of shown.entries()) {
          const after = shown[index + 1];
          if (!before || !after) continue;
          expect(differing(before, after)).toBeGreaterThanOrEqual(scheme.step);
        }
      }),
      FIXED,
    );
  });

  test('[R6] from what is shown to any later state, at least `step` seats cast', () => {
    fc.assert(
      fc.property(casts, schemes, (given, scheme) => {
        const states = statesOf(given, scheme);
        for (const [index, { shown }] of states.entries()) {
          if (shown === null) continue;
          const from = states.findIndex(({ current }) => current === shown);
          const touched = new Set(given.slice(from + 1, index + 1).map(({ seat }) => seat));
          expect(touched.size).toBeGreaterThanOrEqual(scheme.step);
        }
      }),
      FIXED,
    );
  });

  test('[R6] first shows the mean of the floor once `step` more have cast, then moves by `step`', () => {
    const scheme = schemeOf({ floor: 5, step: 3 });
    const given = Array.from({ length: 14 }, (_, seat) => ({
      seat: `s${String(seat)}`,
      points: seat,
    }));
    const counts = statesOf(given, scheme).map((state) => shownMean(state, scheme)?.count ?? 0);
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 8, 8, 8, 11]);
    expect(shownMean(statesOf(given, scheme)[7]!, scheme)?.value).toEqual(rational(2));
  });

  test('[R6] a seat that casts again and again moves nothing, nor does one that goes back', () => {
    const scheme = schemeOf({ floor: 2, step: 2 });
    const first = [
      { seat: 'a', points: 1 },
      { seat: 'b', points: 1 },
    ];
    const again = [2, 3, 0, 2].map((points) => ({ seat: 'a', points }));
    const back = [
      { seat: 'a', points: 1 },
      { seat: 'b', points: 2 },
    ];
    expect(statesOf([...first, ...again, ...back], scheme).every(({ shown }) => !shown)).toBe(true);
    const changed = statesOf([...first, ...again, { seat: 'b', points: 2 }], scheme);
    expect(asPoints(changed[changed.length - 1]!.shown!)).toEqual(
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    );
  });

  test('[R6] below the floor nothing new is shown', () => {
    const scheme = schemeOf({ floor: 3, step: 2 });
    const given = [1, 2, 3].map((seat) => ({ seat: `s${String(seat)}`, points: 1 }));
    const voided = [1, 2].map((seat) => ({ seat: `s${String(seat)}`, points: null }));
    expect(statesOf([...given, ...voided], scheme)[4]!.shown).toBeNull();
  });

  test('a ballot that changes nothing gives the same state', () => {
    const scheme = schemeOf();
    const one = applyBallot(NO_LIVE_TALLY, 'a', rational(1), scheme);
    expect(applyBallot(one, 'a', rational(2, 2), scheme)).toBe(one);
    expect(applyBallot(one, 'b', null, scheme)).toBe(one);
  });
});
