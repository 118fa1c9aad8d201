// What the hall does, on the phone of a panel member who is asked for nothing at the moment.
import type { ShownResult } from '../views/slices/stage-slices.ts';
import { plural } from './en-words.ts';

const zh = {
  idle: '您已入席',
  idleHint: '轮到评分时，评分表会自动出现，不用刷新。',
  checkIn: '您已签到',
  checkInHint: '席位已点亮。会议开始前，请把手机留在手边。',
  speaking: '正在述职',
  speakingHint: '述职结束后开始评分，评分表会自动出现。',
  timeLeft: '述职时间',
  next: (name: string) => `下一家：${name}`,
  ready: '评分还没有开始',
  readyHint: '主持人开始后，评分表会自动出现。',
  /** A round is open in which this seat has nothing to give. */
  others: '正在评分',
  othersHint: '这一轮没有您的评分表，请看大屏。',
  closed: '评分已截止',
  closedHint: '这一轮没有您的评分票。结果请看大屏。',
  revealedHint: '结果已揭晓，请看大屏。',
  opening: '正在揭晓',
  openingHint: (n: number, of: number) => `已揭晓${n} / ${of}组，得分最后揭晓，请看大屏。`,
  score: '得分',
  place: (n: number, of: number) => `已揭晓${of}家中列第${n}，`,
  ballots: (n: number) => `有效${n}票。`,
  groupsHere: '看各组均分',
  noScore: (why: ShownResult['why']): string =>
    why === 'no-ballots'
      ? '没有收到评分票，不计分'
      : why === 'group-without-ballots'
        ? '有组别没有票，不计分'
        : '票数太少，得分不公布',
  board: '正在公布排行',
  boardHint: '请看大屏。',
  boardHere: '在手机上看排行',
  checkHere: '打开观看页',
  writtenHint: '主持人开始后，各家的评分表一起出现。',
  writtenClosed: '书面评议已截止',
  /** It is revealed how many ballots came; scores are the board's. */
  byBoard: '各家得分等公布排行时一家家揭晓，请看大屏。',
  willRecuse: '这一家您回避，述职后不用评分。',
};

/** Both languages hold the same keys. */
type WaitText = typeof zh;

const en: WaitText = {
  idle: 'You are seated',
  idleHint: 'The sheet appears by itself when it is time to score. No need to reload.',
  checkIn: 'You are checked in',
  checkInHint: 'Your seat is lit. Keep this phone at hand until the meeting starts.',
  speaking: 'Presenting now',
  speakingHint: 'Scoring starts after the presentation. The sheet appears by itself.',
  timeLeft: 'Speaking time',
  next: (name) => `Next: ${name}`,
  ready: 'Scoring has not started',
  readyHint: 'The sheet appears by itself when the moderator starts.',
  others: 'Scoring is on',
  othersHint: 'You have no sheet in this round. See the screen.',
  closed: 'Scoring is closed',
  closedHint: 'You have no ballot in this round. The result is on the screen.',
  revealedHint: 'The result is out. See the screen.',
  opening: 'Being revealed',
  openingHint: (n, of) =>
    `${n} of ${plural(of, 'group')} revealed, the score comes last. See the screen.`,
  score: 'Score',
  place: (n, of) => `Place ${n} of ${of} so far, `,
  ballots: (n) => `${plural(n, 'ballot')}.`,
  groupsHere: 'See the groups',
  noScore: (why) =>
    why === 'no-ballots'
      ? 'No score: no ballots came in'
      : why === 'group-without-ballots'
        ? 'No score: a group sent no ballots'
        : 'Too few ballots to publish a score',
  board: 'The standings are on stage',
  boardHint: 'See the screen.',
  boardHere: 'See them on this phone',
  checkHere: 'Open the page for viewers',
  writtenHint: 'The sheets of all units appear together when the moderator starts.',
  writtenClosed: 'The written round is closed',
  byBoard: 'Each score comes with the standings. See the screen.',
  willRecuse: 'You are recused from this unit and need not score it.',
};

export const phoneWaitText = { zh, en };
