// The sentences of the viewers' page.
import type { Refusal } from '../meeting/refusals.ts';
import { drawText } from './draw.ts';
import { screenText } from './screen.ts';

const zh = {
  /** What the browser calls the page. */
  title: '观看',
  now: {
    soon: '会议即将开始',
    'check-in': '正在签到',
    draw: '正在抽签',
    presentation: '正在述职',
    ready: '即将评分',
    open: '正在评分',
    closed: '评分已截止',
    revealed: '已揭晓',
    board: '正在公布排行',
    written: '书面评议',
    card: '会场',
  },
  ended: (code: Refusal['code'] | null): string =>
    code === 'no-such-meeting'
      ? '没有这个会议，请核对网址。'
      : code === 'rehearsal-deleted'
        ? '这场演练已经删除，本页可以关掉。'
        : '连接已由会场主机结束，请刷新本页。',
  home: '看看正在开的会',
  offline: '正在重连，以下是断开前的内容。',
  ordinal: (n: number, of: number): string => `第${n}家，共${of}家`,
  notStarted: '还没有开始计时',
  paused: '计时已暂停',
  overtime: '超时',
  slotMinutes: (n: number): string => (n === 1 ? '每格一分钟' : `每格${n}分钟`),
  seated: '实到 / 应到',
  next: (name: string): string => `下一家：${name}`,
  closesIn: (clock: string): string => `离截止${clock}`,
  timeUp: '时间到',
  ballotsIn: '票已计入',
  counted: (done: number, of: number): string => `已计入${done} / ${of}票`,
  notFinal: '收票中，还不是最后得分',
  sealed: '分数封存至揭晓，在此之前任何人都看不到，包括工作人员。',
  awaiting: '票箱已封，等待揭晓。',
  whyNoScore: screenText.zh.whyNoScore,
  groupBallots: (n: number): string => `${n}票`,
  weight: screenText.zh.weight,
  withheld: screenText.zh.withheld,
  noBallots: '没有票',
  placeAmong: (n: number, of: number): string => `已揭晓${of}家中列第${n}`,
  rounding: '先分组统计，再按权重合成，末尾一次四舍五入。',
  root: '票箱根值',

  written: {
    units: (n: number): string => `${n}家单位的书面报告`,
    seats: (done: number, of: number): string => `${of}席里${done}席已评完`,
    underWay: (done: number, of: number): string => `书面评议同时进行，已计入${done} / ${of}票`,
    closed: '书面评议已截止，等待揭晓',
    revealed: '书面评议已揭晓，各家成绩见下。',
  },
  tabs: { board: '成绩', draw: '抽签' },
  whichStandings: '看哪一类',
  allCategories: '总排行',
  revealed: (n: number, of: number): string => `已揭晓${n} / ${of}`,
  outOf100: '满分100',
  nothingYet: '还没有揭晓的成绩。每家揭晓后，这里立刻更新。',
  boardWhy: screenText.zh.boardWhy,
  shared: '并列',
  latest: '最新揭晓',
  tiesNote: '同分并列，不分先后。',

  draw: drawText.zh,
  comma: '，',
  sources: '随机源',
  lockedAt: (time: string): string => `${time}锁定`,
  notLocked: '还没有锁定',
  compare: '与你在现场或直播里看到的64位逐字相同吗？',
  download: '下载这次抽签的数据',
  downloadNote: '锁定内容；宣读完最后一名之后，还有随机源与结果。',
  shown: (n: number, of: number): string => `已宣读${n} / ${of}`,
  notShown: '还没有宣读',
  void: '这次抽签作废',
  voidBecause: (why: string): string => `这次抽签作废：${why}`,
  noDraw: '现在没有抽签。抽签开始后，锁定的64位和抽出的名单显示在这里。',
};

/** Both languages hold the same keys. */
export type WatchText = typeof zh;

const en: WatchText = {
  title: 'Watch',
  now: {
    soon: 'The meeting starts soon',
    'check-in': 'Check-in',
    draw: 'Draw',
    presentation: 'Presenting now',
    ready: 'Scoring comes next',
    open: 'Being scored',
    closed: 'Scoring closed',
    revealed: 'Revealed',
    board: 'Standings on stage',
    written: 'Written reports',
    card: 'In the hall',
  },
  ended: (code) =>
    code === 'no-such-meeting'
      ? 'There is no such meeting. Check the address.'
      : code === 'rehearsal-deleted'
        ? 'This rehearsal was deleted. You can close this page.'
        : 'The hall’s server ended the connection. Reload this page.',
  home: 'See what is on now',
  offline: 'Reconnecting. What you see is from before the break.',
  ordinal: (n, of) => `Unit ${n} of ${of}`,
  notStarted: 'The clock has not started',
  paused: 'The clock is paused',
  overtime: 'Over time',
  slotMinutes: (n) => (n === 1 ? 'One slot is one minute' : `One slot is ${n} minutes`),
  seated: 'present / expected',
  next: (name) => `Next: ${name}`,
  closesIn: (clock) => `Closes in ${clock}`,
  timeUp: 'Time is up',
  ballotsIn: 'ballots counted',
  counted: (done, of) => `${done} / ${of} ballots counted`,
  notFinal: 'Ballots are coming in, not final',
  sealed: 'Scores are sealed until the reveal; nobody sees them before, staff included.',
  awaiting: 'The ballot box is closed. Waiting for the reveal.',
  whyNoScore: screenText.en.whyNoScore,
  groupBallots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  weight: screenText.en.weight,
  withheld: screenText.en.withheld,
  noBallots: 'no ballots',
  placeAmong: (n, of) => `Place ${n} of ${of} so far`,
  rounding: 'Each group first, then weighted together, rounded once.',
  root: 'Ballot box root',

  written: {
    units: (n) => (n === 1 ? 'The report of 1 unit' : `Reports of ${n} units`),
    seats: (done, of) => `${done} of ${of} seats have finished`,
    underWay: (done, of) => `Written reports are being scored meanwhile: ${done} / ${of} ballots`,
    closed: 'The written round is closed and waits for its reveal',
    revealed: 'The written reports are revealed; the results are below.',
  },
  tabs: { board: 'Results', draw: 'Draw' },
  whichStandings: 'Which standings',
  allCategories: 'All',
  revealed: (n, of) => `${n} of ${of} revealed`,
  outOf100: 'out of 100',
  nothingYet: 'No result yet. Each one appears here as soon as it is revealed.',
  boardWhy: screenText.en.boardWhy,
  shared: 'shared',
  latest: 'newest result',
  tiesNote: 'Equal scores share a place.',

  draw: drawText.en,
  comma: ', ',
  sources: 'Sources of chance',
  lockedAt: (time) => `Locked at ${time}`,
  notLocked: 'Not locked yet',
  compare: 'Are these the same 64 digits that you saw in the hall or on the stream?',
  download: 'Download this draw’s data',
  downloadNote: 'The lock; after the last name also the sources of chance and the result.',
  shown: (n, of) => `${n} of ${of} read out`,
  notShown: 'No name has been read out yet',
  void: 'This draw is void',
  voidBecause: (why) => `This draw is void: ${why}`,
  noDraw: 'No draw is on. Its 64 locked digits and the names drawn will appear here.',
};

export const watchText = { zh, en };
