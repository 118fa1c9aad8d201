// How many units of a round a person has scored, of how many that are theirs to score.
import type { SubjectId } from '../../../shared/ids.ts';
import type { Ordinal } from '../../../shared/views/slices/shown.ts';
import type { MyBallot, OpenRound } from '../../../shared/views/slices/panel-slices.ts';
import { matterOf, openTargets } from '../slips/matter.ts';

export function doneOf(
  round: OpenRound,
  recusals: readonly SubjectId[],
  ballots: readonly MyBallot[],
): Ordinal {
  const held = new Set(ballots.map(matterOf));
  const own = openTargets([round]).filter(({ subject }) => !recusals.includes(subject.id));
  return { n: own.filter((target) => held.has(matterOf(target))).length, of: own.length };
}
