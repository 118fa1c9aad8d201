// What a revealed result shows of its groups, and the root of the box that it was counted from (R6, R15).
import type { Meeting } from '../../meeting/state.ts';
import type { Attempt, Closing } from '../../meeting/round.ts';
import { schemeOf } from '../../meeting/rounds.ts';
import { FEWEST_DECIMALS } from '../../scoring/rank.ts';
import { toDecimal } from '../../scoring/rational.ts';
import { wholeOf } from '../../scoring/fractions.ts';
import type { GroupMean } from '../slices/number-slices.ts';
import type { Revealed } from '../../meeting/results.ts';
import { shownGroups } from '../../meeting/shown-results.ts';

/** Every group that had a seat to score the subject, or a ballot on it. */
export function groupFigures(
  meeting: Meeting,
  one: Pick<Revealed, 'result' | 'disclosure'>,
): readonly GroupMean[] {
  return shownGroups(one).flatMap(({ group, value, why }): readonly GroupMean[] => {
    if (group.expected === 0 && group.counted === 0) return [];
    return [
      {
        id: group.group,
        name: groupName(meeting, group.group),
        weight: wholeOf(group.weight),
        expected: group.expected,
        counted: group.counted + group.abstained,
        mean: value === null ? null : toDecimal(value, FEWEST_DECIMALS),
        why,
      },
    ];
  });
}

/** The id where the group has gone from the list since. */
export function groupName({ groups }: Meeting, id: GroupMean['id']): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}

/** null where a subject has fewer ballots than the floor: from a root over one or two they could be found by trying them all. */
export function shownRoot(
  meeting: Meeting,
  { terms, closing }: Pick<Attempt, 'terms'> & { readonly closing: Closing },
): string | null {
  const { floor } = schemeOf(meeting, { terms });
  return closing.turnout.every(({ cast }) => cast >= floor) ? closing.root : null;
}
