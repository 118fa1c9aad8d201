// The sentences of the viewers' page.
import type { Refusal } from '../meeting/refusals.ts';
import { drawText } from './draw.ts';
import { plural } from './en-words.ts';
import { screenText } from './screen.ts';
import { nowNames } from './kinds.ts';

const zh = {
  /** What the browser calls the page. */
  title: '观看',
  now: {
    ...nowNames.zh,
    idle: '会议即将开始',
    ready: '即将评分',
    closed: '评分已截止',
    opening: '正在揭晓',
    revealed: '已揭晓',
  },
  ended: (code: Refusal['code'] | null): string =>
    code === 'no-such-meeting'
      ? '没有这个会议，请核对网址。'
      : code === 'rehearsal-deleted'
        ? '这场演练已经删除，本页可以关掉。'
        : '连接已由会场主机结束，请刷新本页。',
  held: ({ code }: Refusal): string =>
    code === 'places-full'
      ? '观看的人已满。请开着本页，有空位时自动接通。'
      : code === 'meeting-unopened'
        ? '会场主机打不开这个会议，工作人员正在处理。请开着本页，处理好后自动接通。'
        : '本页发来的请求太多，暂停一会儿，稍后自动接通。',
  home: '查看正在开的会议',
  offline: '正在重连，以下是断开前的内容。',
  ordinal: screenText.zh.ordinal,
  notStarted: '还没有开始计时',
  paused: '计时已暂停',
  overtime: screenText.zh.overtime,
  slotMinutes: screenText.zh.slotMinutes,
  seated: '实到 / 应到',
  next: screenText.zh.next,
  closesIn: (clock: string): string => `离截止${clock}`,
  timeUp: screenText.zh.timeUp,
  ballotsIn: '票已计入',
  counted: (done: number, of: number): string => `已计入${done} / ${of}票`,
  soFar: '暂计，收票中，各组平均在揭晓时公布',
  fewBallots: screenText.zh.fewBallots,
  sealed: '分数封存至揭晓，在此之前任何人都看不到，包括工作人员。',
  awaiting: '票箱已封，等待揭晓。',
  frozen: '截止时的暂计，得分最后揭晓',
  opening: (n: number, of: number): string => `已揭晓${n} / ${of}组，得分最后揭晓`,
  whyNoScore: screenText.zh.whyNoScore,
  groupBallots: screenText.zh.ballots,
  weight: (weight: number, percent: boolean): string => `权重${weight}${percent ? '%' : ''}`,
  noMean: screenText.zh.noMean,
  placeAmong: screenText.zh.placeAmong,
  rounding: '先分组统计，再按权重合成，最后四舍五入一次。',
  root: screenText.zh.root,

  written: {
    units: (n: number): string => `${n}家单位的书面报告`,
    seats: (done: number, of: number): string => `${of}席里${done}席已评完`,
    underWay: (done: number, of: number): string => `书面评议同时进行，已计入${done} / ${of}票`,
    closed: '书面评议已截止，等待揭晓',
    revealed: '书面评议已揭晓，各家得分由排行公布。',
  },
  tabs: { results: '成绩', draws: '抽签' },
  whichStandings: '看哪一类',
  allCategories: '总排行',
  revealed: (n: number, of: number): string =>
    n === of ? `${of}家全部揭晓` : `已揭晓${n} / ${of}`,
  outOf100: '满分100',
  nothingYet: '还没有揭晓的成绩。每家揭晓后，这里立刻更新。',
  boardWhy: screenText.zh.boardWhy,
  shared: '并列',
  latest: '最新揭晓',
  tiesNote: '同分并列，没有抽签定序的不分先后。',
  openUnit: '点开一家，看它的得分由哪些组合成。',

  draw: drawText.zh,
  comma: screenText.zh.comma,
  sources: screenText.zh.sources,
  lockedAt: (time: string): string => `${time}锁定`,
  notLocked: '还没有锁定',
  compare: '与您在现场或直播里看到的64位逐位相同吗？',
  download: '下载这次抽签的数据',
  downloadNote: '锁定内容；公布最后一名之后，还有随机源与结果。',
  verify: '自己核对这次抽签',
  verifyNote: '在您的设备上逐步重算，断网也可以。',
  shown: (n: number, of: number): string => `已公布${n} / ${of}`,
  notShown: '还没有公布',
  void: '这次抽签作废',
  voidBecause: (why: string): string => `这次抽签作废：${why}`,
  noDraw: '现在没有抽签。抽签开始后，锁定的64位和抽出的名单显示在这里。',
};

/** Both languages hold the same keys. */
export type WatchText = typeof zh;

const en: WatchText = {
  title: 'Watch',
  now: {
    ...nowNames.en,
    idle: 'The meeting starts soon',
    ready: 'Scoring comes next',
    closed: 'Scoring closed',
    opening: 'Being revealed',
    revealed: 'Revealed',
  },
  ended: (code) =>
    code === 'no-such-meeting'
      ? 'There is no such meeting. Check the address.'
      : code === 'rehearsal-deleted'
        ? 'This rehearsal was deleted. You can close this page.'
        : 'The hall’s server ended the connection. Reload this page.',
  held: ({ code }) =>
    code === 'places-full'
      ? 'All viewers’ places are taken. Leave this page open: it connects once one is free.'
      : code === 'meeting-unopened'
        ? 'The hall’s server cannot open this meeting. Leave this page open: it connects once the staff have dealt with it.'
        : 'This page sent too many requests and is paused. It reconnects by itself.',
  home: 'See what is on now',
  offline: 'Reconnecting. What you see is from before the break.',
  ordinal: screenText.en.ordinal,
  notStarted: 'The clock has not started',
  paused: 'The clock is paused',
  overtime: screenText.en.overtime,
  slotMinutes: screenText.en.slotMinutes,
  seated: 'present / expected',
  next: screenText.en.next,
  closesIn: (clock) => `Closes in ${clock}`,
  timeUp: screenText.en.timeUp,
  ballotsIn: 'ballots counted',
  counted: (done, of) => `${done} / ${plural(of, 'ballot')} counted`,
  soFar: 'So far, as ballots come in; group means come with the reveal',
  fewBallots: screenText.en.fewBallots,
  sealed: 'Scores are sealed until the reveal; nobody sees them before, staff included.',
  awaiting: 'The ballot box is closed. Waiting for the reveal.',
  frozen: 'Total at the close; the score comes last',
  opening: (n, of) => `${n} of ${plural(of, 'group')} revealed; the score comes last`,
  whyNoScore: screenText.en.whyNoScore,
  groupBallots: screenText.en.ballots,
  weight: (weight, percent) => `weight ${weight}${percent ? '%' : ''}`,
  noMean: screenText.en.noMean,
  placeAmong: screenText.en.placeAmong,
  rounding: 'Each group first, then weighted together, rounded once.',
  root: screenText.en.root,

  written: {
    units: (n) => (n === 1 ? 'The report of 1 unit' : `Reports of ${n} units`),
    seats: (done, of) => `Finished: ${done} of ${plural(of, 'seat')}`,
    underWay: (done, of) =>
      `Written reports are being scored meanwhile: ${done} / ${plural(of, 'ballot')}`,
    closed: 'The written round is closed and waits for its reveal',
    revealed: 'The written reports are revealed; scores come with the standings.',
  },
  tabs: { results: 'Results', draws: 'Draw' },
  whichStandings: 'Which standings',
  allCategories: 'All',
  revealed: screenText.en.revealed,
  outOf100: 'out of 100',
  nothingYet: 'No result yet. Each one appears here as soon as it is revealed.',
  boardWhy: screenText.en.boardWhy,
  shared: 'shared',
  latest: 'newest result',
  tiesNote: 'Equal scores share a place.',
  openUnit: 'Choose a unit to see which groups its score comes from.',

  draw: drawText.en,
  comma: screenText.en.comma,
  sources: screenText.en.sources,
  lockedAt: (time) => `Locked at ${time}`,
  notLocked: 'Not locked yet',
  compare: 'Are these the same 64 digits that you saw in the hall or on the stream?',
  download: 'Download this draw’s data',
  downloadNote: 'The lock; after the last name also the sources of chance and the result.',
  verify: 'Check this draw yourself',
  verifyNote: 'Each step again on your device, without a network if need be.',
  shown: (n, of) => `${n} of ${of} shown`,
  notShown: 'No name has been shown yet',
  void: 'This draw is void',
  voidBecause: (why) => `This draw is void: ${why}`,
  noDraw: 'No draw is on. Once one is, its 64 locked digits and the names drawn appear here.',
};

export const watchText = { zh, en };
