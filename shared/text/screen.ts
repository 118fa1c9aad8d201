// The sentences of the projector page: short, read from the last row.
import type { Refusal } from '../meeting/refusals.ts';
import { drawText } from './draw.ts';
import { stageNames } from './kinds.ts';
import { screenResultsText } from './screen-results.ts';

const zh = {
  /** What the browser calls the page. */
  title: '大屏',
  item: '环节',
  kinds: { ...stageNames.zh, reveal: '揭晓' },
  connecting: '正在连接会场主机',
  offline: '正在重连，画面停在断开的那一刻',
  ended: (code: Refusal['code'] | null): string =>
    code === 'no-such-meeting'
      ? '没有这个会议，请核对网址'
      : code === 'rehearsal-deleted'
        ? '这场演练已经删除，本页可以关掉'
        : '连接已由会场主机结束，请刷新本页',
  held: ({ code }: Refusal): string =>
    code === 'places-full'
      ? '暂时没有空位，正在重试。请用登录过控制台的浏览器打开大屏'
      : code === 'meeting-unopened'
        ? '主机打不开这个会议，原因见主机窗口。处理好后自动接通'
        : '本页发来的请求太多，稍后自动接通',
  soon: '会议即将开始',
  pause: '请稍候',
  fullscreen: '按F键或点击画面，全屏显示',
  allowBell: '按一下任意键，开启铃声',
  bellNote: '剩一分钟铃响一声，时间到铃响两声',
  bellNoteShort: '时间到铃响两声',

  seated: '实到 / 应到',
  scanOwn: '扫自己纸上的码即入席',
  scanHere: '或扫此码，输入纸上的短码',
  joinCode: '入席二维码',
  lockCode: '锁定值二维码',
  checkDraw: '扫码自己核对这次抽签',
  checkCode: '核对页二维码',
  watchCode: '观看页二维码',
  watchPage: '扫码打开观看页',
  slotIs: (seats: number): string => (seats === 1 ? '每格一席' : `每格${seats}席`),
  slotIsBallots: (ballots: number): string => (ballots === 1 ? '每格一票' : `每格${ballots}票`),
  allSeated: '全部到齐',
  missing: (n: number): string => `还差${n}席`,

  draw: drawText.zh,
  sources: '随机源',
  beforeLock: '先锁定名单与规则，再产生随机源',
  beforeKept: '等监督员保管随机数，然后锁定',
  locked: '已锁定',
  lock: '锁定值',
  photograph: '请拍下这64位。',
  sourcesBrief: '随机源',
  comma: '，',
  determined: '结果已定，等待公布',
  waitingFirst: '等待公布',
  poolTooSmall: '可抽的不够，还不能抽',
  colon: '：',
  allDrawn: '全部抽出',
  drawVoid: '本次抽签作废',
  voidNote: '作废的记录保留，原因公开；重新抽签另作锁定',
  page: (n: number, of: number): string => `第${n}页，共${of}页`,

  ordinal: (n: number, of: number): string => `第${n}家，共${of}家`,
  notStarted: '未开始',
  paused: '已暂停',
  overtime: '超时',
  slotMinutes: (n: number): string => (n === 1 ? '每格一分钟' : `每格${n}分钟`),
  next: (name: string): string => `下一家：${name}`,

  ...screenResultsText.zh,
};

/** Both languages hold the same keys. */
export type ScreenText = typeof zh;

const en: ScreenText = {
  title: 'Screen',
  item: 'Item',
  kinds: { ...stageNames.en, reveal: 'Reveal' },
  connecting: 'Connecting to the hall’s server',
  offline: 'Reconnecting; this is the last picture received',
  ended: (code) =>
    code === 'no-such-meeting'
      ? 'There is no such meeting. Check the address.'
      : code === 'rehearsal-deleted'
        ? 'This rehearsal was deleted; close this page'
        : 'The hall’s server ended the connection. Reload this page.',
  held: ({ code }) =>
    code === 'places-full'
      ? 'No place is free, trying again. Or open it in a browser that is logged in to the console.'
      : code === 'meeting-unopened'
        ? 'The server cannot open this meeting; its window says why. It connects once that is dealt with.'
        : 'Too many requests from this page; it reconnects by itself',
  soon: 'The meeting starts soon',
  pause: 'One moment, please',
  fullscreen: 'Press F or click for full screen',
  allowBell: 'Press any key to allow the bell',
  bellNote: 'One stroke a minute before the end, two at zero',
  bellNoteShort: 'Two strokes at zero',

  seated: 'present',
  scanOwn: 'Scan the code on your ticket,',
  scanHere: 'or this one and type the code',
  joinCode: 'QR code to take a seat',
  lockCode: 'QR code of the lock',
  checkDraw: 'Scan to check this draw yourself',
  checkCode: 'QR code of the page of checks',
  watchCode: 'QR code of the page for viewers',
  watchPage: 'Scan to check for yourself',
  slotIs: (seats) => (seats === 1 ? 'One slot is one seat' : `One slot is ${seats} seats`),
  slotIsBallots: (ballots) =>
    ballots === 1 ? 'One slot is one ballot' : `One slot is ${ballots} ballots`,
  allSeated: 'Everyone is here',
  missing: (n) => (n === 1 ? '1 seat still empty' : `${n} seats still empty`),

  draw: drawText.en,
  sources: 'Sources of chance',
  beforeLock: 'List and rule are locked first, chance comes after',
  beforeKept: 'Waiting for a supervisor to keep the number; then the lock',
  locked: 'Locked',
  lock: 'Lock',
  photograph: 'Please take a photo.',
  sourcesBrief: 'Chance:',
  comma: ', ',
  determined: 'The result is fixed',
  waitingFirst: 'The first name comes next',
  poolTooSmall: 'Too few to draw from',
  colon: ': ',
  allDrawn: 'All drawn',
  drawVoid: 'This draw is void',
  voidNote: 'The record and its reason stay public; a new draw has a new lock',
  page: (n, of) => `Page ${n} of ${of}`,

  ordinal: (n, of) => `Unit ${n} of ${of}`,
  notStarted: 'Not started',
  paused: 'Paused',
  overtime: 'Over time',
  slotMinutes: (n) => (n === 1 ? 'One slot is one minute' : `One slot is ${n} minutes`),
  next: (name) => `Next: ${name}`,

  ...screenResultsText.en,
};

export const screenText = { zh, en };
