// Before a close: which groups have too few ballots to count, how many they lack, and what becomes of their weight.
import type { ShortGroups } from '../../views/slices/staff-slices.ts';
import { plural } from '../en-words.ts';

type Group = ShortGroups['groups'][number];

const zhGroup = ({ name, subjects, ballots, lacking }: Group, of: number): string => {
  const few = ballots === 0 ? '一票没有' : `只有${ballots}票`;
  return of > 1
    ? `${name}有${subjects}家不够票，最少的${few}，还差${lacking}票`
    : `${name}${few}，还差${lacking}票`;
};

const enGroup = ({ name, subjects, ballots, lacking }: Group, of: number): string => {
  const few = ballots === 0 ? 'no ballot' : plural(ballots, 'ballot');
  return of > 1
    ? `${name} is short for ${plural(subjects, 'unit')}, at worst ${few}, ${lacking} too few`
    : `${name} has ${few}, ${lacking} too few`;
};

const zh = ({ floor, emptyGroup, of, groups }: ShortGroups): string =>
  `${groups.map((one) => zhGroup(one, of)).join('；')}。不到保密下限${floor}票的组，现在截止就不计入，${
    emptyGroup === 'rescale' ? '权重分给其他组' : '该单位没有得分'
  }；弃权的不算在内。`;

const en = ({ floor, emptyGroup, of, groups }: ShortGroups): string =>
  `${groups.map((one) => enGroup(one, of)).join('; ')}. Closed now, ballots of a group below the floor of ${floor} do not count and ${
    emptyGroup === 'rescale' ? 'its weight goes to the others' : 'the unit has no score'
  }; abstentions count towards no floor.`;

export const shortGroupsText = { zh, en };
