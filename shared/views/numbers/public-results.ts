// What viewers see of every score on the board: groups, ballots, values as far as they may be shown (R6), and nothing else.
import type { RoundId } from '../../ids.ts';
import type { Round } from '../../meeting/round.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import { perMeeting } from '../seen.ts';
import type { GroupMean } from '../slices/number-slices.ts';
import type { GroupShown, ResultsSlice } from '../slices/unit-slices.ts';
import { groupFigures, groupName, shownRoot } from './group-figures.ts';
import { standingResults, type Revealed } from '../../meeting/results.ts';

export const resultsSlice = perMeeting(({ meeting }): ResultsSlice => {
  const results = standingResults(meeting);
  const attempts = new Map(results.map((one) => [attemptKey(one), one]));
  const places = new Map([...attempts.keys()].map((key, place) => [key, place]));
  return {
    rounds: [...attempts.values()].map(({ round: id, attempt }) => {
      const kind = kindOf(meeting.rounds, id);
      return {
        round: id,
        kind,
        attempt: attempt.n,
        root: kind === 'live' ? shownRoot(meeting, attempt) : null,
        groups: attempt.terms.weights.map(({ group, weight }) => ({
          id: group,
          name: groupName(meeting, group),
          weight: wholeOf(weight),
        })),
      };
    }),
    units: results.map((one) => {
      const figures = new Map(groupFigures(meeting, one).map((group) => [group.id, group]));
      return {
        subject: one.result.subject,
        round: places.get(attemptKey(one)) ?? 0,
        groups: one.attempt.terms.weights.map(({ group }) => shownOf(figures.get(group))),
      };
    }),
  };
});

function shownOf(group: GroupMean | undefined): GroupShown | null {
  if (!group) return null;
  return group.mean === null ? [group.counted, null, group.why] : [group.counted, group.mean];
}

function attemptKey({ round, attempt }: Revealed): string {
  return `${round}/${String(attempt.n)}`;
}

function kindOf(rounds: ReadonlyMap<RoundId, Round>, id: RoundId): Round['kind'] {
  const round = rounds.get(id);
  if (!round) throw new Error(`no round ${id}`);
  return round.kind;
}
