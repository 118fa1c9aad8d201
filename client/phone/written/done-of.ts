// How many units of a round a person has scored, of how many that are theirs to score.
import type { Ordinal } from '../../../shared/views/slices/shown.ts';
import type { MeSlice, MyBallot, OpenRound } from '../../../shared/views/slices/panel-slices.ts';
import { matterOf, openTargets } from '../slips/matter.ts';

export function doneOf(
  round: OpenRound,
  { groupId, recusals }: Pick<MeSlice, 'groupId' | 'recusals'>,
  ballots: readonly MyBallot[],
): Ordinal {
  const held = new Set(ballots.map(matterOf));
  const own = openTargets([round], groupId).filter(({ subject }) => !recusals.includes(subject.id));
  return { n: own.filter((target) => held.has(matterOf(target))).length, of: own.length };
}
