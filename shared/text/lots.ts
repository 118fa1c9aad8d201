// A draw by lots on the big screen and the page for viewers: how many are left, and what stands before the first digit.
import type { Assurance } from '../meeting/draws/draw.ts';
import { plural } from './en-words.ts';
import { enNumber, zhNumber } from './number-words.ts';

const PLACES_ZH = ['第一位', '第二位', '第三位'];
const PLACES_EN = ['first', 'second', 'third'];

const zh = {
  comma: '，',
  /** After how many are drawn of how many. */
  oneOf: (lots: number): string =>
    ({ 10: '十签取一', 100: '百签取一', 1000: '千签取一' })[lots] ?? `${lots}签取一`,
  next: '下一位',
  left: '签还在',
  drawn: '号签抽中',
  still: '还可能抽中',
  /** The same once the number is whole. */
  drawnPeople: '抽中的人',
  people: (of: number): string => `/ ${of}人`,
  throwNext: (place: number, of: number): string =>
    `请掷${of === 1 ? '号码' : (PLACES_ZH[place - 1] ?? '')}：一颗十面骰，两人各念一遍`,
  differs: '两遍不同，请再看骰子',
  eachLot: (take: number): string => `每签${take}人，都合名额；自己在哪几签，看手机`,
  numbering: '正在换位、编号',
  numberingHow: '随机源已读入，由它换位、编号',
  notMade: '签还没有制',
  making: '正在制签',
  /** Percentages. */
  chance: (least: string, most: string): string =>
    least === most ? `人人机会${least}%` : `人人机会${least}%至${most}%`,
  best: (best: string, isShort: boolean): string =>
    isShort
      ? `按这些名额，最少的一人本可有${best}%，这份签单没有做到`
      : `按这些名额，最少的一人最多也只能有${best}%`,
  times: (least: number, most: number, lots: number): string =>
    `${lots}支签里，每人在${least === most ? least : `${least}至${most}`}支`,
  distinct: (distinct: number, lots: number): string =>
    distinct === lots ? `${lots}支各不相同` : `${lots}支里有${distinct}种不同`,
  together: (always: number, never: number): string =>
    always === 0 && never === 0
      ? '没有两个人总在一起，也没有两个人从不同签'
      : `${always}对人总在一起，${never}对人从不同签`,
  exchanged: (rate: string, isEnough: boolean): string =>
    isEnough ? `平均每席换位${rate}次` : `平均每席只换位${rate}次，谁和谁同签大体还是制签人排的`,
  list: '签单校验值',
  numbered: '编号签单校验值',
  assurance: (panel: Assurance, numbering: Assurance, names: Record<Assurance, string>): string =>
    `抽哪支签：${names[panel]}；换位、编号和先后：${names[numbering]}`,
  slot: (place: number, digit: string | null, state: string): string =>
    `${PLACES_ZH[place - 1] ?? ''}：${digit ?? (state === 'differs' ? '两遍不同' : '还没有掷')}`,
  printed: '看编号签单，可以打印',
  row: (digit: number): string => `${digit}字头`,
  number: (digits: string): string => `签号${digits}`,
  how: [
    (lots: number): string =>
      `签单里${zhNumber(lots)}支签都公布了，号码由掷出的数字定，谁也改不了。`,
    (): string => '在签单里找到掷出的那个号，那一行的人就是抽中的人。',
    (): string => '自己在哪几支签，签单按人列着，和手机上的一样。',
  ],
};

export type LotsText = typeof zh;

const many = (lots: number): string => (lots === 1 ? '1 lot' : `${lots.toLocaleString('en')} lots`);

const en: LotsText = {
  comma: '; ',
  oneOf: (lots) => `one of ${many(lots)}`,
  next: 'Next',
  left: 'still in',
  drawn: 'is drawn',
  still: 'Can still be drawn',
  drawnPeople: 'Drawn',
  people: (of) => `/ ${of}`,
  throwNext: (place, of) =>
    `Throw ${of === 1 ? 'the number' : `the ${PLACES_EN[place - 1] ?? ''} digit`}: one die, read by two`,
  differs: 'The readings differ: please look again',
  eachLot: (take) => `${take} on each, within the quotas; yours are on your phone`,
  numbering: 'Mixing and numbering',
  numberingHow: 'All sources are read: they mix and number the lots',
  notMade: 'The lots are not made yet',
  making: 'Making the lots',
  chance: (least, most) =>
    least === most ? `${least}% for everyone` : `${least}% to ${most}% for everyone`,
  best: (best, isShort) =>
    isShort
      ? `With these quotas the least could be ${best}%; these lots fall short of it`
      : `With these quotas the least can be no more than ${best}%`,
  times: (least, most, lots) =>
    `Of ${many(lots)} everyone is on ${least === most ? least : `${least} to ${most}`}`,
  distinct: (distinct, lots) =>
    distinct === lots
      ? `All ${lots.toLocaleString('en')} differ`
      : `${distinct.toLocaleString('en')} of ${lots.toLocaleString('en')} differ`,
  together: (always, never) =>
    always === 0 && never === 0
      ? 'no two are always together, and no two never'
      : `${plural(always, 'pair')} always together, ${plural(never, 'pair')} never`,
  exchanged: (rate, isEnough) =>
    isEnough
      ? `Exchanges for each seat: ${rate}`
      : `Exchanges for each seat: only ${rate}, so who sits with whom is mostly as the maker had it`,
  list: 'Check value of the lots',
  numbered: 'Numbered list',
  assurance: (panel, numbering, names) =>
    `Which lot: ${names[panel]}; mixing, numbering and order: ${names[numbering]}`,
  slot: (place, digit, state) =>
    `The ${PLACES_EN[place - 1] ?? ''} digit: ${digit ?? (state === 'differs' ? 'the readings differ' : 'not thrown yet')}`,
  printed: 'See the numbered list, to print',
  row: (digit) => `Numbers that begin with ${digit}`,
  number: (digits) => `Lot ${digits}`,
  how: [
    (lots) =>
      `All ${enNumber(lots)} lots are published, and the digits thrown are the number of one.`,
    () => 'Find that number in the list: the people in its line are the drawn.',
    () => 'The list also names everybody’s own lots, the same as on their phone.',
  ],
};

export const lotsText = { zh, en };
