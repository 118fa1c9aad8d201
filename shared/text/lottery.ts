// A lottery under quotas on the big screen, phones and the page for viewers: chances, and what they are the best of.
import { plural } from './en-words.ts';

const zh = {
  /** What stands where chances are still to be found. */
  notMade: '机会还没有算出',
  making: '正在按名额计算机会',
  failed: '按这些名额一组也抽不出来',
  /** Percentages. */
  chance: (least: string, most: string): string =>
    least === most ? `每人机会${least}%` : `每人机会${least}%至${most}%`,
  short: '每人机会',
  best: (best: string): string => `按这些名额，最少的一人最多也只能有${best}%`,
  panels: (n: number): string => `合名额的组成共${n}种，随机数抽中一种，再在里面抽人`,
  leftOut: (n: number): string => `另有${n}人按这些名额抽不到`,
  quotas: '按多项名额，机会不全相同',
};

export type LotteryText = typeof zh;

const en: LotteryText = {
  notMade: 'Chances are not worked out yet',
  making: 'Working out the chances',
  failed: 'No panel meets these quotas',
  chance: (least, most) =>
    least === most ? `${least}% for everyone` : `${least}% to ${most}% for everyone`,
  short: 'Everyone’s chance',
  best: (best) => `With these quotas the least can be no more than ${best}%`,
  panels: (n) =>
    `${plural(n, 'composition')} within the quotas: chance draws one, then people within it`,
  leftOut: (n) => `${plural(n, 'person', 'people')} cannot be drawn under them`,
  quotas: 'By quotas; chances are not all equal',
};

export const lotteryText = { zh, en };
