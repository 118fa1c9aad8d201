// Before a close: which groups have too few ballots to count, and what that leaves of the score.
import type { ShortGroups } from '../../views/slices/next-step.ts';
import { plural } from '../en-words.ts';

const zh = ({ floor, of, scoreless, groups }: ShortGroups): string => {
  if (of > 1) {
    const names = groups.map(({ name }) => name).join('、');
    const then = scoreless === 0 ? '权重分给其他组' : `${scoreless}家因此没有得分`;
    return `现在截止，${names}在${mostOf(groups)}家单位不到保密下限${floor}票，不计入，${then}。弃权的不算票。`;
  }
  const short = groups.map(({ name, ballots, lacking }) => `${name}${ballots}票，差${lacking}`);
  const then = scoreless === 0 ? '权重分给其他组' : '这家单位没有得分';
  return `现在截止，不到保密下限${floor}票的组不计入：${short.join('；')}。${then}。弃权的不算票。`;
};

const en = ({ floor, of, scoreless, groups }: ShortGroups): string => {
  if (of > 1) {
    const names = groups.map(({ name }) => name).join(', ');
    const then =
      scoreless === 0
        ? 'their weight goes to the others'
        : `${plural(scoreless, 'unit has', 'units have')} no score`;
    return `If closed now, ${names} ${groups.length === 1 ? 'is' : 'are'} below the floor of ${floor} for up to ${plural(mostOf(groups), 'unit')} and would not count there; ${then}. Abstentions are not ballots here.`;
  }
  const short = groups.map(
    ({ name, ballots, lacking }) => `${name} ${plural(ballots, 'ballot')}, ${lacking} short`,
  );
  const then = scoreless === 0 ? 'Their weight goes to the others' : 'The unit has no score';
  return `If closed now, groups below the floor of ${floor} do not count: ${short.join('; ')}. ${then}. Abstentions are not ballots here.`;
};

/** Of how many units the group is short that is short of most. */
function mostOf(groups: ShortGroups['groups']): number {
  return Math.max(...groups.map(({ subjects }) => subjects));
}

export const shortGroupsText = { zh, en };
