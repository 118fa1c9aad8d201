// [R8] Random cases, computed by shared/results/ and a second time by test/second/, which knows nothing of it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differenceIn, expectedOf } from '../../scripts/results/compare.ts';
import { brokenCase, randomCase } from '../random-case.ts';
import { repetitions, seed } from '../repetitions.ts';
import { secondResult } from '../second-results.ts';

/** A case is whole or it is none: making it smaller would take hours and tell less. */
const WHOLE = { endOnFailure: true };

it('comes out alike, to the last digit', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const expected = secondResult(one);
      expect(differenceIn({ ...one, expected })).toBeNull();
    }),
    { ...WHOLE, seed: seed(1129), numRuns: repetitions(150, 20_000) },
  );
});

it('is refused alike', () => {
  fc.assert(
    fc.property(brokenCase, ({ broken, case_ }) => {
      expect([broken, 'refused' in expectedOf(case_)]).toEqual([
        broken,
        'refused' in secondResult(case_),
      ]);
    }),
    { ...WHOLE, seed: seed(1130), numRuns: repetitions(150, 20_000) },
  );
});
