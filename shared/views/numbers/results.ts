// What pages show of revealed results: digits of scores, values of groups, places (R8, R15).
import type { CategoryId, SubjectId } from '../../ids.ts';
import { grouped } from '../../grouped.ts';
import { remembered } from '../../remembered.ts';
import { ranked } from '../../meeting/boards.ts';
import { shownResults, standingResults, type Revealed } from '../../meeting/results.ts';
import type { Meeting } from '../../meeting/state.ts';
import { decimalsEach, FEWEST_DECIMALS, type Ranked } from '../../scoring/rank.ts';
import { toDecimal } from '../../scoring/rational.ts';

/**
 * The digits of each score, the same on every surface (R15): two decimals, more where two of the standings would read alike.
 * Who takes part no longer stands beside nobody. Without a score that may be shown a subject is not in it.
 */
export const shownScores = remembered((meeting: Meeting): ReadonlyMap<SubjectId, string> => {
  const places = decimalsOf(standingResults(meeting));
  return new Map(
    shownResults(meeting).flatMap(({ result: { subject }, score }) =>
      score === null
        ? []
        : [[subject, toDecimal(score, places.get(subject) ?? FEWEST_DECIMALS)] as const],
    ),
  );
});

/** The same on the page of a category: what tells a score from one of another category is left out. */
export const categoryScores = remembered((meeting: Meeting): ReadonlyMap<SubjectId, string> => {
  const categories = grouped(standingResults(meeting), (one) => categoryOf(meeting, one));
  return new Map(
    [...categories.values()].flatMap((mates) => {
      const places = decimalsOf(mates);
      return mates.flatMap(({ result: { subject }, score }) =>
        score === null
          ? []
          : [[subject, toDecimal(score, places.get(subject) ?? FEWEST_DECIMALS)] as const],
      );
    }),
  );
});

function decimalsOf(results: readonly Revealed[]): ReadonlyMap<SubjectId, number> {
  const decimals = decimalsEach(results.map(({ score }) => score));
  return new Map(results.map(({ result }, n) => [result.subject, decimals[n] ?? FEWEST_DECIMALS]));
}

export function categoryOf(meeting: Meeting, { result }: Revealed): CategoryId | undefined {
  return meeting.subjects.get(result.subject)?.category;
}

export type Places = ReadonlyMap<SubjectId, Ranked<SubjectId>>;

export function placesIn(results: readonly Revealed[]): Places {
  return new Map(ranked(results).map((one) => [one.key, one]));
}

/** Each subject's place among those of the same part: its round, or its category. */
export function placesWithin(
  results: readonly Revealed[],
  partOf: (one: Revealed) => string | undefined,
): Places {
  const parts = [...grouped(results, partOf).values()];
  return new Map(parts.flatMap((part) => [...placesIn(part)]));
}
