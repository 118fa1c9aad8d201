// The one number of a live round: when it moves, what is in it, and what moves it not (R6).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LiveTotal, stepFor, type LiveSeats } from '../../../shared/scoring/live-total.ts';
import { rational } from '../../../shared/scoring/rational.ts';
import { FIXED } from './schemes.ts';

const SCHEME = { step: 3 };

/** Groups a, b, …, each of so many seats and of this weight. */
function groups(...seats: readonly (readonly [expected: number, weight: number])[]): LiveSeats[] {
  return seats.map(([expected, weight], n) => ({
    group: 'abcdefghijkl'.charAt(n),
    expected,
    weight: rational(weight),
  }));
}

/** Seat n of a group casts; null abstains. */
type Cast = readonly [group: string, seat: number, total: number | null];

function castAll(live: LiveTotal, casts: readonly Cast[]): readonly (string | null)[] {
  return casts.map(([group, seat, total]) => {
    live.cast(`${group}${String(seat)}`, group, total === null ? null : rational(total));
    return live.shown;
  });
}

const of = (group: string, count: number, total: (n: number) => number = () => 80, from = 1) =>
  Array.from({ length: count }, (_, n): Cast => [group, from + n, total(from + n)]);

/** At which cast each number that is shown came. */
function moves(shown: readonly (string | null)[]): readonly number[] {
  return shown.flatMap((one, n) => (one !== null && one !== shown[n - 1] ? [n + 1] : []));
}

describe('when it moves', () => {
  test.each([
    [24, 13, [13, 16, 19, 22]],
    [29, 13, [13, 16, 19, 22, 25, 28]],
    [30, 15, [15, 20, 25, 30]],
    [50, 15, [15, 20, 25, 30, 35, 40, 45, 50]],
    [100, 15, Array.from({ length: 18 }, (_, n) => 15 + 5 * n)],
  ])('%i seats: first at ballot %i, then with each step', (seats, first, all) => {
    const live = new LiveTotal(groups([seats, 1]), SCHEME);
    // Each ballot is lower than all before it, so that no two numbers read alike.
    const shown = castAll(
      live,
      of('a', seats, (n) => 100 - n),
    );
    expect(moves(shown)).toEqual(all);
    expect(all[0]).toBe(first);
    expect(live.waits?.moves).toBe(all.length);
  });

  test('the scheme may ask for more, and never for less than the seats need', () => {
    expect(stepFor(29, { step: 2 })).toBe(3);
    expect(stepFor(30, { step: 2 })).toBe(5);
    expect(stepFor(50, { step: 8 })).toBe(8);
    const live = new LiveTotal(groups([50, 1]), { step: 8 });
    expect(
      moves(
        castAll(
          live,
          of('a', 50, (n) => 100 - n),
        ),
      ),
    ).toEqual([18, 26, 34, 42, 50]);
  });

  test('shows a snapshot of before: five that came later are not in it', () => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    const shown = castAll(live, [...of('a', 10, () => 80), ...of('a', 5, () => 20, 11)]);
    expect(shown.slice(0, 14)).toEqual(Array.from({ length: 14 }, () => null));
    expect(shown[14]).toBe('80.0');
    // (10 · 80 + 5 · 20) / 15
    expect(
      castAll(
        live,
        of('a', 5, () => 50, 16),
      ).at(-1),
    ).toBe('60.0');
  });

  test('a changed ballot moves nothing, and is in the next snapshot', () => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    castAll(live, of('a', 15));
    expect(live.shown).toBe('80.0');
    expect(
      new Set(
        castAll(
          live,
          of('a', 15, () => 0),
        ),
      ),
    ).toEqual(new Set(['80.0']));
    // The snapshot of the 15th ballot was taken before the changes.
    expect(
      castAll(
        live,
        of('a', 5, () => 80, 16),
      ).at(-1),
    ).toBe('80.0');
    // Of the 20 in the next one, 15 have changed to 0: 5 · 80 / 20.
    expect(
      castAll(
        live,
        of('a', 5, () => 80, 21),
      ).at(-1),
    ).toBe('20.0');
  });

  test('an abstention moves nothing, whether it came first or took a total back', () => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    castAll(live, of('a', 14));
    expect(
      castAll(
        live,
        of('b', 3).map(([, n]): Cast => ['a', 20 + n, null]),
      ),
    ).toEqual([null, null, null]);
    // Ten are in the snapshot; of the four behind it one goes, so two more are waited for.
    castAll(live, [['a', 14, null]]);
    expect(
      castAll(
        live,
        of('a', 2, () => 80, 31),
      ),
    ).toEqual([null, '80.0']);
  });

  test('ten seats must stand in the first snapshot, not ten that once had a total', () => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    // Nine cast and abstain again, so that the tenth would stand alone.
    castAll(live, [...of('a', 9), ...of('a', 9).map(([g, n]): Cast => [g, n, null])]);
    const shown = castAll(
      live,
      of('a', 20, () => 33, 11),
    );
    expect(shown.indexOf('33.0')).toBe(14);
  });

  test('at the close it stands still, also when the round is opened again', () => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    castAll(live, of('a', 19));
    expect(live.waits).toEqual({ of: 5, in: 4, moves: 1, halves: true });
    live.freeze();
    expect(
      new Set(
        castAll(
          live,
          of('a', 20, () => 0, 20),
        ),
      ),
    ).toEqual(new Set(['80.0']));
    expect(live.waits).toBeNull();
  });
});

describe('what is in it', () => {
  test('every ballot has the weight that it will have at the end, from the first on', () => {
    // Ten seats of weight 30, forty of 70: v is 3 and 7/4.
    const live = new LiveTotal(groups([10, 30], [40, 70]), SCHEME);
    castAll(live, [...of('a', 2, () => 90), ...of('b', 8, () => 60), ...of('b', 5, () => 0, 9)]);
    // (2 · 3 · 90 + 8 · 7/4 · 60) / (2 · 3 + 8 · 7/4) = 1380 / 20
    expect(live.shown).toBe('69.0');
  });

  test('a group without weight neither is in it nor moves it', () => {
    const live = new LiveTotal(groups([10, 1], [40, 0]), SCHEME);
    castAll(
      live,
      of('b', 40, () => 0),
    );
    expect([live.shown, live.waits?.in]).toEqual([null, 0]);
    // 10 seats of weight are fewer than 30: the step is three, and there are no thirteen.
    castAll(live, of('a', 10));
    expect(live.shown).toBeNull();
  });

  test.each([
    [92.25, '92.5'],
    [92.24, '92.0'],
    [92.75, '93.0'],
    [0.25, '0.5'],
    [100, '100.0'],
  ])('below 50 ballots %d is read as %s', (total, said) => {
    const live = new LiveTotal(groups([50, 1]), SCHEME);
    const same = Array.from({ length: 15 }, (_, n) => `a${String(n)}`);
    for (const seat of same) live.cast(seat, 'a', rational(Math.round(total * 100), 100));
    expect(live.shown).toBe(said);
  });

  test('from 50 ballots on it has one decimal', () => {
    const live = new LiveTotal(groups([100, 1]), SCHEME);
    for (let n = 0; n < 54; n++) live.cast(`a${String(n)}`, 'a', rational(9226, 100));
    expect([live.shown, live.waits?.halves]).toEqual(['92.5', true]);
    live.cast('a54', 'a', rational(9226, 100));
    expect([live.shown, live.waits?.halves]).toEqual(['92.3', false]);
  });
});

describe('[R6] for any ballots in any order', () => {
  const casts = fc.array(
    fc.record({
      group: fc.constantFrom('a', 'b', 'c'),
      seat: fc.nat(13),
      total: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 5 }),
    }),
    { minLength: 20, maxLength: 160 },
  );

  test('each number takes a step of first totals more, and has a step of them behind it', () => {
    let seen = 0;
    fc.assert(
      fc.property(casts, (given) => {
        const live = new LiveTotal(groups([14, 2], [14, 3], [14, 0]), SCHEME);
        const step = stepFor(28, SCHEME);
        const firsts = new Set<string>();
        const totals = new Map<string, number | null>();
        let before = 0;
        for (const { group, seat, total } of given) {
          const id = `${group}${String(seat)}`;
          live.cast(id, group, total === null ? null : rational(total));
          if (group !== 'c' && total !== null) firsts.add(id);
          if (group !== 'c') totals.set(id, total);
          const now = live.waits?.moves ?? 0;
          if (now === before) continue;
          expect(now).toBe(before + 1);
          const standing = [...totals.values()].filter((one) => one !== null).length;
          expect(standing).toBeGreaterThanOrEqual(step);
          // So many snapshots were taken, each a step of first totals after the one before.
          expect(firsts.size).toBeGreaterThanOrEqual(10 + step * now);
          before = now;
          seen += 1;
        }
      }),
      FIXED,
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('is the mean of ballots that stood together once, whatever came and went', () => {
    fc.assert(
      fc.property(casts, (given) => {
        const live = new LiveTotal(groups([14, 1], [14, 1], [14, 1]), SCHEME);
        const totals = new Map<string, number>();
        const means = new Set<string>();
        for (const { group, seat, total } of given) {
          const id = `${group}${String(seat)}`;
          live.cast(id, group, total === null ? null : rational(total));
          if (total === null) totals.delete(id);
          else totals.set(id, total);
          const sum = [...totals.values()].reduce((all, one) => all + one, 0);
          if (totals.size >= 10)
            means.add((Math.round((2 * sum) / totals.size + 1e-12) / 2).toFixed(1));
          if (live.shown !== null) expect([...means]).toContain(live.shown);
        }
      }),
      FIXED,
    );
  });
});
