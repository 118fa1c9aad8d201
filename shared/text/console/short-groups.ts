// Before a close: which groups have too few ballots to count, how many they lack, and what that leaves of the score.
import type { ShortGroups } from '../../views/slices/next-step.ts';
import { plural } from '../en-words.ts';

const zh = ({ floor, of, scoreless, groups }: ShortGroups): string => {
  const short = groups.map(({ name, subjects, ballots, lacking }) =>
    of === 1 ? `${name}${ballots}票，差${lacking}` : `${name}${subjects}家，最多差${lacking}`,
  );
  const then =
    scoreless === 0
      ? '权重分给其他组'
      : of === 1
        ? '这家单位没有得分'
        : `${scoreless}家因此没有得分`;
  return `现在截止，不到保密下限${floor}票的组不计入：${short.join('；')}。${then}。弃权的不算票。`;
};

const en = ({ floor, of, scoreless, groups }: ShortGroups): string => {
  const short = groups.map(({ name, subjects, ballots, lacking }) =>
    of === 1
      ? `${name} ${plural(ballots, 'ballot')}, ${lacking} short`
      : `${name} ${plural(subjects, 'unit')}, up to ${lacking} short`,
  );
  const then =
    scoreless === 0
      ? 'Their weight goes to the others'
      : of === 1
        ? 'The unit has no score'
        : `${plural(scoreless, 'unit has', 'units have')} no score`;
  return `If closed now, groups below the floor of ${floor} do not count: ${short.join('; ')}. ${then}. Abstentions are not ballots here.`;
};

export const shortGroupsText = { zh, en };
