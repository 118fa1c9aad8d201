// What stands behind the pool of a draw: the ranking that it is among, who is left out and why, who throws its dice.
import { own } from '../own.ts';
import { plural } from './en-words.ts';

/** What a lock says of who is left out, in words. A code that is not here is shown as it is. */
const WHYS = {
  zh: {
    withdrawn: '已退出',
    combined: '已合并',
    'on-agenda': '已排入述职',
    seated: '已入席',
    replaced: '席位已递补',
    recused: '回避',
    'drawn-before': '本次会议已抽中',
    'drawn-earlier': '往次会议已抽中',
    unranked: '没有名次',
    gone: '已不在名册',
    quota: '名额容不下',
  },
  en: {
    withdrawn: 'withdrawn',
    combined: 'combined with another',
    'on-agenda': 'presenting already',
    seated: 'seated already',
    replaced: 'replaced by the reserve',
    recused: 'recused',
    'drawn-before': 'drawn in this meeting',
    'drawn-earlier': 'drawn in an earlier meeting',
    unranked: 'without a place',
    gone: 'no longer on the roster',
    quota: 'beyond the quotas',
  },
} as const satisfies Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>;

const zh = {
  leftOut: '不参加抽签',
  why: (code: string): string => own(WHYS.zh as Readonly<Record<string, string>>, code) ?? code,
  count: (people: boolean, n: number): string => `${n}${people ? '人' : '家'}`,
  fromMeetings: (from: readonly string[]): string => `（${from.join('、')}）`,
  /** Names that are said, of all. */
  names: (names: readonly string[], all: number): string =>
    names.length === 0 ? '' : `：${names.join('、')}${all > names.length ? `，等${all}` : ''}`,
  joined: '，',
  colon: '：',
  ranking: '抽签范围',
  among: (category: string | null): string =>
    category === null ? '全部单位的排行' : `${category}的排行`,
  bandsOf: (category: string | null): string => `按${zh.among(category)}分段抽`,
  differs: '各段名额固定，段内机会相同',
  edge: '名次压在分段边上的并列单位都算在这一段里。',
  sharedPlace: (category: string | null, place: number): string =>
    `${zh.among(category)}第${place}名并列`,
  closed: '排行全部公布之后，才知道从哪些单位里抽',
  anyOrder: '哪种先后次序的机会都相同',
  /** Beside a row of a board. */
  lot: (n: number): string => `抽签定序第${n}`,
  /** The same where a row has no room; the foot says what it is. */
  lotShort: (n: number): string => `签${n}`,
  throws: (name: string): string => `由${name}掷骰`,
  thrower: '掷骰人',
};

export type DrawPoolText = typeof zh;

const en: DrawPoolText = {
  leftOut: 'Left out of this draw',
  why: (code) => own(WHYS.en as Readonly<Record<string, string>>, code) ?? code,
  count: (people, n) => plural(n, people ? 'person' : 'unit', people ? 'people' : 'units'),
  fromMeetings: (from) => ` (${from.join(', ')})`,
  names: (names, all) =>
    names.length === 0
      ? ''
      : `: ${names.join(', ')}${all > names.length ? ` and ${all - names.length} more` : ''}`,
  joined: ', ',
  colon: ': ',
  ranking: 'Drawn among',
  among: (category) =>
    category === null ? 'the standings of all units' : `the standings of ${category}`,
  bandsOf: (category) => `By bands of ${en.among(category)}`,
  differs: 'Fixed number for each band, equal chances within it',
  edge: 'Units that share the place at the edge of a band all belong to it.',
  sharedPlace: (category, place) => `Place ${place} of ${en.among(category)}, shared`,
  closed: 'Once the standings are shown to the first place, it is known who can be drawn',
  anyOrder: 'Every order has the same chance',
  lot: (n) => `No. ${n} by lots`,
  lotShort: (n) => `lot ${n}`,
  throws: (name) => `Dice thrown by ${name}`,
  thrower: 'Who throws the dice',
};

export const drawPoolText = { zh, en };
