// What the hall and viewers read while dice are thrown and read aloud.
import { enNumber, zhNumber } from './number-words.ts';

/** What goes into the result beside the dice: types of sources. */
type Beside = readonly string[];

const others = (beside: Beside, words: string, salt: string): readonly string[] => [
  ...(beside.includes('phones') ? [words] : []),
  ...(beside.includes('salt') ? [salt] : []),
];

const zh = {
  throw: (count: number, six: boolean): string =>
    `请掷${zhNumber(count)}颗${six ? '六' : '十'}面骰子`,
  agreed: '两遍一致',
  readings: { first: '第一遍', second: '第二遍' },
  how: '一人念，另一人对着骰子再念一遍，两遍一致才算。',
  /** @param places from 1, in order */
  differs: (places: readonly number[]): string => `第${places.join('、')}位两遍不同，请看骰子。`,
  fixed: (count: number, beside: Beside, many: boolean, people: boolean): string => {
    const more = others(beside, '字词名单', '密封的随机数');
    const from = ['锁定值', ...more].join('、');
    const next = many ? (people ? '下面公布名单。' : '下面逐家公布。') : '下面公布。';
    return `结果由${from}和这${zhNumber(count)}个数字算出，已经定下。${next}`;
  },
  /** What 64 digits are for, in a sentence that a child understands. */
  lock: '名单和规则在掷骰之前已锁定成这64位，\n事后改动任何一处，都对不上。',
  standard: (six: boolean): string =>
    six ? '国家标准GB/T 10111也用骰子来随机抽样' : '随机抽样的国家标准GB/T 10111用的也是十面骰',
  dice: '骰子',
  slot: (place: number, digit: string | null, state: string): string =>
    `第${place}颗：${digit ?? (state === 'differs' ? '两遍不同' : '还没有念')}`,
};

export type DiceText = typeof zh;

const en: DiceText = {
  throw: (count, six) => `Throw ${enNumber(count)} ${six ? 'six' : 'ten'}-sided dice`,
  agreed: 'Both readings agree',
  readings: { first: 'Reading 1', second: 'Reading 2' },
  how: 'One reads, another reads again; only what agrees counts.',
  differs: (places) =>
    places.length === 1
      ? `The readings differ at die ${places.join('')}. Please look again.`
      : `The readings differ at dice ${places.join(', ')}. Please look again.`,
  fixed: (count, beside) => {
    const more = others(beside, 'the words', 'the sealed number');
    const from = ['The lock', ...more].join(', ');
    return `${from} and these ${enNumber(count)} digits fix the result.`;
  },
  lock: 'Locked before the throw: change list or rule, and these 64 digits would no longer match.',
  standard: (six) =>
    six ? 'Dice, as in the standard GB/T 10111' : 'Ten-sided dice, as in GB/T 10111',
  dice: 'Dice',
  slot: (place, digit, state) =>
    `Die ${place}: ${digit ?? (state === 'differs' ? 'the readings differ' : 'not read yet')}`,
};

export const diceText = { zh, en };
