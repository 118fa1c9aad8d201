// What keeps a sheet from being saved, about the part that is named: beside the editor, and as an answer of the server.
import type { OwnFlaw } from '../scoring/sheet-flaws.ts';

type Words = Readonly<Record<OwnFlaw['code'], (name: string) => string>>;

export const sheetFlawText: { readonly zh: Words; readonly en: Words } = {
  zh: {
    empty: (name) => `“${name}”下面没有评分项。请至少加一项，或删去它。`,
    'too-deep': (name) => `“${name}”下面级数太多。评分表最多三级，请把下面的项提上来。`,
    twice: (name) => `“${name}”与另一项的编号相同。请删去一项，重新添加。`,
    number: (name) => `“${name}”里有一个数字认不出。请用数字，小数最多六位。`,
    weight: (name) => `“${name}”的权重小于0。请改成0或更大的数。`,
    max: (name) => `“${name}”的满分要大于0。请填满分。`,
    step: (name) => `“${name}”的最小分差要大于0。请填写，如1或0.5。`,
    reach: (name) => `“${name}”的满分不是最小分差的整数倍，满分给不出来。请改其中一个。`,
    'scale-empty': (name) => `“${name}”还没有等次。请至少加一个等次。`,
    'scale-twice': (name) => `“${name}”有两个等次编号相同。请删去一个，重新添加。`,
    scale: (name) =>
      `“${name}”的等次分要从高到低，各不相同，最高的不超过满分，最低的不小于0。请核对。`,
    group: (name) => `“${name}”指定的组别不存在。请重新选由谁来评。`,
    'weights-zero': (name) =>
      `在“${name}”下面，有的组别看到的项权重都是0，算不出分。请至少给其中一项大于0的权重。`,
  },
  en: {
    empty: (name) => `“${name}” has no criteria below it. Add at least one, or remove it.`,
    'too-deep': (name) =>
      `There are too many levels below “${name}”. A sheet has at most three: move them up.`,
    twice: (name) => `“${name}” has the ID of another part. Remove one of them and add it again.`,
    number: (name) =>
      `A number of “${name}” cannot be read. Use digits, with at most six decimals.`,
    weight: (name) => `The weight of “${name}” is below 0. Make it 0 or more.`,
    max: (name) => `The maximum of “${name}” must be above 0. Fill it in.`,
    step: (name) => `The step of “${name}” must be above 0, such as 1 or 0.5. Fill it in.`,
    reach: (name) =>
      `The maximum of “${name}” is not a whole number of steps, so nobody could give it. Change the maximum or the step.`,
    'scale-empty': (name) => `“${name}” has no grades yet. Add at least one.`,
    'scale-twice': (name) => `Two grades of “${name}” have one ID. Remove one and add it again.`,
    scale: (name) =>
      `The marks of “${name}” must fall from grade to grade, none twice, the best at most the maximum, the last not below 0.`,
    group: (name) => `“${name}” is for a group that does not exist. Choose again who fills it in.`,
    'weights-zero': (name) =>
      `Below “${name}” everything that one of the groups sees weighs 0, so there is no score. Give one of these a weight above 0.`,
  },
};
