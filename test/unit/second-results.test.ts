// The second computation of results/1 gives the known answers, and holds the laws that any result holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenCase, randomCase } from '../random-case.ts';
import { repetitions, seed } from '../repetitions.ts';
import type { Case, Expected, SheetNode, TreeNode } from '../second/case.ts';
import { secondResult } from '../second-results.ts';
import vectors from '../vectors/results.json' with { type: 'json' };

const CHANCES = { seed: seed(1111), numRuns: repetitions(150, 3000) };

describe('results/1, computed a second time', () => {
  it.each(vectors.cases)('[R8] $name', (known) => {
    const result = secondResult(known);
    if ('refused' in known) expect(result).toHaveProperty('refused');
    else expect(result).toEqual(known.expected);
  });

  it(`[R8] holds the laws of any result (seed ${CHANCES.seed})`, () => {
    fc.assert(
      fc.property(randomCase, (case_) => {
        const result = secondResult(case_) as Expected;
        expect(result).not.toHaveProperty('refused');
        expectPlaces(result.subjects.map(({ rank }) => rank));
        for (const category of new Set(case_.subjects.map((subject) => subject.category)))
          expectPlaces(
            result.subjects
              .filter((_, i) => case_.subjects[i]!.category === category)
              .map(({ categoryRank }) => categoryRank),
          );
        expect(secondResult(seatBySeat(case_))).toEqual(result);
        expect(secondResult(threefold(case_))).toEqual(result);
      }),
      CHANCES,
    );
  });

  it(`[R8] refuses what is broken (seed ${CHANCES.seed})`, () => {
    fc.assert(
      fc.property(brokenCase, ({ case_ }) => {
        expect(secondResult(case_)).toHaveProperty('refused');
      }),
      CHANCES,
    );
  });
});

/** Equal ones share a place and take as many: 1, 2, 2, 4. */
function expectPlaces(ranks: readonly (number | null)[]): void {
  const places = ranks.filter((rank) => rank !== null);
  for (const rank of places) expect(rank).toBe(1 + places.filter((other) => other < rank).length);
}

/** The ballots of each seat in their order, and the seats one after the other from the last. */
function seatBySeat(case_: Case): Case {
  const seats = case_.seats.map(({ id }) => id).toReversed();
  const sorted = <B extends readonly [string, ...unknown[]]>(ballots: readonly B[]): B[] =>
    seats.flatMap((seat) => ballots.filter(([by]) => by === seat));
  return {
    ...case_,
    rounds: case_.rounds.map((round) => ({ ...round, ballots: sorted(round.ballots) })),
    ...(case_.votes && {
      votes: case_.votes.map((vote) => ({ ...vote, ballots: sorted(vote.ballots) })),
    }),
  };
}

/** Every weight three times as heavy. */
function threefold(case_: Case): Case {
  const heavy = <W extends { readonly weight?: string; readonly points?: string }>(of: W): W => ({
    ...of,
    ...(of.weight !== undefined && { weight: thrice(of.weight) }),
    ...(of.points !== undefined && { points: thrice(of.points) }),
  });
  const all = <N extends SheetNode | TreeNode>(node: N): N => ({
    ...heavy(node),
    ...(node.children && { children: node.children.map(all) }),
  });
  const { tree, trees } = case_.result;
  return {
    ...case_,
    groups: case_.groups.map(heavy),
    sheets: case_.sheets.map(all),
    rounds: case_.rounds.map((round) => heavy({ weight: '1', ...round })),
    result: {
      ...case_.result,
      ...(tree && { tree: all(tree) }),
      ...(trees && {
        trees: Object.fromEntries(Object.entries(trees).map(([id, each]) => [id, all(each)])),
      }),
    },
  };
}

function thrice(weight: string): string {
  return (Number(weight) * 3).toString();
}
