// [RESULTS §10] What a meeting gives to be computed: standing results alone, with the ballots that make their scores.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scoreOf } from '../../../shared/results/certainty/judged.ts';
import { standingResults } from '../../../shared/meeting/results.ts';
import { toFraction } from '../../../shared/scoring/fractions.ts';
import { finished } from '../../../shared/steps.ts';
import { revealedMeeting } from '../../../shared/views/numbers/revealed-meeting.ts';
import { played, randomMeeting } from '../../random-meeting.ts';

it('of any meeting the ballots make the scores that were revealed, or say that they are nobody’s any more', () => {
  let compared = 0;
  let withheld = 0;
  fc.assert(
    fc.property(randomMeeting, (plan) => {
      played(plan, (play) => {
        const { meeting } = play;
        const asked: number[] = [];
        const found = finished(
          revealedMeeting(play, (seq) => {
            asked.push(seq);
            return String(seq);
          }),
        );
        const standing = standingResults(meeting);
        expect(found.subjects.map(({ id }) => id)).toEqual(
          standing.map(({ result }) => result.subject),
        );
        if (standing.length > 0)
          expect(asked).toEqual([Math.max(...standing.map(({ revealed }) => revealed))]);
        for (const [n, one] of found.subjects.entries()) {
          const { result, disclosure } = standing[n] ?? {};
          expect(one.withheld).toBe((disclosure?.withheld.length ?? 0) > 0);
          if (one.withheld) withheld += 1;
          if (one.erased) continue;
          compared += 1;
          const score = scoreOf(one);
          expect(score && toFraction(score)).toBe(result?.score?.exact ?? null);
        }
      });
    }),
    { seed: 20261201, numRuns: 40 },
  );
  expect(compared).toBeGreaterThan(50);
  expect(withheld).toBeGreaterThan(5);
});
