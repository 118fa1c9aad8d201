// [RESULTS §10] Rank intervals and the annex: exact values of resamples, against the core on whole lists of totals.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodeUnits } from '../../../shared/draw/canonical.ts';
import { openStream } from '../../../shared/draw/seed.ts';
import { sha256, toHex, utf8 } from '../../../shared/draw/hash.ts';
import { ranksWithEqualSeverity } from '../../../shared/results/certainty/equal-severity.ts';
import { scoreOf, type JudgedSubject } from '../../../shared/results/certainty/judged.ts';
import { ranksOf } from '../../../shared/results/certainty/places.ts';
import { rankIntervals, resampleSeed } from '../../../shared/results/certainty/rank-intervals.ts';
import { ordered, weightedValue } from '../../../shared/results/certainty/weighted-value.ts';
import { groupValue } from '../../../shared/scoring/counting.ts';
import { fromDecimal, rational, ZERO } from '../../../shared/scoring/rational.ts';
import type { CountingRules } from '../../../shared/scoring/scheme.ts';

const RULES: CountingRules = {
  spread: { kind: 'none' },
  centre: 'mean',
  emptyGroup: 'rescale',
  belowFloor: 'count',
  floor: 2,
};
const HEAD = toHex(sha256(utf8('a head')));

/** Groups by name and weight, and for each subject the totals of each group's seats; null gave none. */
function judged(
  groups: readonly (readonly [string, number])[],
  subjects: readonly (readonly (readonly (number | null)[])[])[],
  rules = RULES,
): readonly JudgedSubject[] {
  return subjects.map((totals, n) => ({
    id: `u${String(n)}`,
    category: n % 2 === 0 ? 'even' : 'odd',
    rules,
    groups: groups.map(([id, weight], place) => ({
      id,
      weight: rational(weight),
      ballots: (totals[place] ?? []).flatMap((total, seat) =>
        total === null
          ? []
          : [{ seat: `${id}-${String(seat)}`, total: fromDecimal(String(total)) ?? ZERO }],
      ),
    })),
  }));
}

describe('the value of a group whose ballots count a number of times', () => {
  const rules = fc.record({
    spread: fc.oneof(
      fc.constant({ kind: 'none' } as const),
      fc.record({ kind: fc.constant('trim' as const), t: fc.integer({ min: 1, max: 2 }) }),
      fc.record({
        kind: fc.constant('cap' as const),
        margin: fc.constantFrom('0.5', '7.25', '40'),
      }),
    ),
    centre: fc.constantFrom('mean' as const, 'median' as const),
    emptyGroup: fc.constant('rescale' as const),
    belowFloor: fc.constantFrom('count' as const, 'empty' as const),
    floor: fc.integer({ min: 2, max: 4 }),
  });
  const ballots = fc.array(
    fc.record({
      total: fc.tuple(fc.integer({ min: 0, max: 700 }), fc.constantFrom(7, 1, 4)),
      times: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 8 },
  );

  it('is that of the core on as many totals, to the last digit', () => {
    fc.assert(
      fc.property(rules, ballots, (scheme, given) => {
        const group = {
          weight: rational(3),
          ballots: given.map(({ total: [n, d] }, seat) => ({
            seat: String(seat),
            total: rational(n, 7 * d),
          })),
        };
        const times = given.map((one) => one.times);
        const many = group.ballots.flatMap(({ total }, n) =>
          Array.from({ length: times[n] ?? 0 }, () => total),
        );
        expect(weightedValue(ordered(group, Number), scheme, times)).toEqual(
          groupValue(many, group.weight, scheme),
        );
      }),
      { seed: 20261201, numRuns: 600 },
    );
  });
});

describe('rank intervals', () => {
  const groups = [
    ['b', 2],
    ['a', 1],
    ['c', 0],
  ] as const;
  const subjects = judged(
    groups,
    Array.from({ length: 6 }, (_, n) => [
      [80 - n, 82 - 2 * n, n === 4 ? null : 70 + n],
      [75 + ((n * 5) % 7), 71 + ((n * 3) % 5), 60, 64 + n],
      [n === 2 ? null : 50 + ((n * 7) % 9), 55],
    ]),
  );

  it('are those of whole lists of totals, drawn group by group in order of id', () => {
    expect(rankIntervals(subjects, resampleSeed(HEAD))).toEqual(secondIntervals(subjects));
  });

  it('hang on the head, and on nothing else: not on the order of subjects, groups or ballots', () => {
    const turned = [...subjects].reverse().map((one) => ({
      ...one,
      groups: [...one.groups]
        .reverse()
        .map((group) => ({ ...group, ballots: [...group.ballots].reverse() })),
    }));
    const found = rankIntervals(subjects, resampleSeed(HEAD));
    expect(new Map(rankIntervals(turned, resampleSeed(HEAD)))).toEqual(found);
    expect(resampleSeed(HEAD)).not.toEqual(resampleSeed(toHex(sha256(utf8('another')))));
  });

  it('have for their seed SHA-256 of the tag, a zero byte and the head’s 32 bytes', () => {
    const hash = createHash('sha256').update('fairdraw/1/bootstrap\0').update(HEAD, 'hex');
    expect(toHex(resampleSeed(HEAD))).toBe(hash.digest('hex'));
  });

  it('is one rank where all agree; equal scores share it', () => {
    const sure = judged(
      [['a', 1]],
      [[[90, 90, 90]], [[80, 80, 80]], [[80, 80, 80]], [[10, 10, 10]]],
    );
    const found = rankIntervals(sure, resampleSeed(HEAD));
    expect([...found.values()].map(({ overall }) => overall)).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
      [4, 4],
    ]);
    expect(found.get('u2')?.category).toEqual([2, 2]);
  });

  it('without a score in a resample it is the last place', () => {
    // One of three rated the first, and is not drawn in (2/3)³ of the resamples.
    const seldom = judged([['a', 1]], [[[99, null, null]], [[80, 80, 80]], [[70, 70, 70]]]);
    expect(rankIntervals(seldom, resampleSeed(HEAD)).get('u0')?.overall).toEqual([1, 3]);
    const never = judged([['a', 1]], [[[]], [[80, 80]]]);
    expect(rankIntervals(never, resampleSeed(HEAD)).get('u0')?.overall).toEqual([2, 2]);
  });

  it('is told how far it is, to the end; in its category a subject is never further down', () => {
    const told: number[] = [];
    const found = rankIntervals(subjects, resampleSeed(HEAD), (done) => told.push(done));
    expect(told).toHaveLength(50);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    for (const { overall, category } of found.values()) {
      expect(overall[0]).toBeLessThanOrEqual(overall[1]);
      expect(category[0]).toBeLessThanOrEqual(overall[0]);
    }
  });
});

describe('ranks with everybody equally severe', () => {
  it('takes each rater’s effect from its totals, and ties what the rounding of effects alone parts', () => {
    // Only the severe one saw the second: two points below the first with everybody else.
    const subjects = judged([['a', 1]], [[[80, null]], [[null, 79]], [[70, 66]]]);
    expect(
      [...ranksOf(subjects.map((one) => ({ ...one, score: scoreOf(one) }))).values()].map(
        ({ overall }) => overall,
      ),
    ).toEqual([1, 2, 3]);
    const effects = new Map([
      ['a-0', 2],
      ['a-1', -2],
    ]);
    const found = ranksWithEqualSeverity(subjects, (_, seat) => effects.get(seat) ?? 0);
    expect([...found.values()].map(({ overall }) => overall)).toEqual([2, 1, 3]);
    const even = ranksWithEqualSeverity(subjects, (_, seat) =>
      seat === 'a-0' ? 1 / 3 : 1 / 3 - 1 + 1e-11,
    );
    expect([...even.values()].map(({ overall }) => overall)).toEqual([1, 1, 3]);
  });
});

/** The text of §10 word by word: lists of seats with repetitions, whole lists of totals, the core's own score. */
function secondIntervals(subjects: readonly JudgedSubject[]) {
  const groups = new Map<string, Set<string>>();
  for (const { groups: all } of subjects)
    for (const { id, ballots } of all)
      groups.set(id, new Set([...(groups.get(id) ?? []), ...ballots.map(({ seat }) => seat)]));
  const stream = openStream(resampleSeed(HEAD), 'resample');
  const ranks = new Map(
    subjects.map(({ id }) => [id, { overall: [] as number[], category: [] as number[] }]),
  );
  for (let n = 0; n < 1000; n += 1) {
    const drawn = new Map(
      [...groups.keys()].sort(byCodeUnits).map((id) => {
        const seats = [...(groups.get(id) ?? [])].sort(byCodeUnits);
        return [id, seats.map(() => seats[stream.below(seats.length)] ?? '')] as const;
      }),
    );
    const scored = subjects.map((one) => ({
      id: one.id,
      category: one.category,
      score: scoreOf({
        ...one,
        groups: one.groups.map((group) => ({
          ...group,
          ballots: (drawn.get(group.id) ?? []).flatMap((seat) =>
            group.ballots.filter((ballot) => ballot.seat === seat),
          ),
        })),
      }),
    }));
    for (const [id, { overall, category }] of ranksOf(scored)) {
      ranks.get(id)?.overall.push(overall);
      ranks.get(id)?.category.push(category);
    }
  }
  const ends = (all: number[]) => {
    const sorted = all.sort((a, b) => a - b);
    return [sorted[50], sorted[949]];
  };
  return new Map(
    [...ranks].map(([id, { overall, category }]) => [
      id,
      { overall: ends(overall), category: ends(category) },
    ]),
  );
}
