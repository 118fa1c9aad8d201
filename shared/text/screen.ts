// The sentences of the projector page: short, read from the last row.
import type { LiveWaits } from '../scoring/live-total.ts';
import type { GroupMean } from '../views/slices/number-slices.ts';
import type { Refusal } from '../meeting/refusals.ts';
import { drawText } from './draw.ts';
import { stageNames } from './kinds.ts';

/** Small numbers as they are read out, before a measure word. */
const inWords = (n: number): string => '零一两三四五六七八九十'.charAt(n) || String(n);

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

  getReady: '即将评分',
  readyHint: '请在手机上打开自己的评分页',
  pleaseScore: '请评分',
  closesIn: '离截止',
  timeUp: '时间到',
  ballotsIn: '票已计入',
  counted: '已计入',
  scoringClosed: '已截止',
  awaiting: '等待揭晓',
  sealedGroup: '待揭晓',
  frozen: '截止时的暂计，',
  /** Alone, or behind {@link frozen}. */
  scoreLast: (_alone: boolean): string => '得分最后揭晓',
  share: (weight: number, percent: boolean): string => `权重${weight}${percent ? '%' : ''}`,
  lightestFirst: '权重小的组先揭晓，次序不影响任何数字',
  sealMark: '封',
  sealed: '分数封存至揭晓，在此之前任何人都看不到，包括工作人员',
  notCounting: (recused: number, absent: number): string =>
    [recused > 0 ? `横线为回避${recused}席` : '', absent > 0 ? `暗格为缺席${absent}席` : '']
      .filter(Boolean)
      .join('，'),
  soFar: '暂计',
  fewBallots: '票数还少',
  meansLater: '各组平均在揭晓时公布',
  /** Why a group's mean is not shown; true whatever the meeting's secrecy floor is. */
  noMean: (why: GroupMean['why'], counted: number): string =>
    why === 'sealed'
      ? '待揭晓'
      : why === 'none'
        ? '没有票'
        : why === 'uncounted'
          ? '票少不计'
          : counted < 5
            ? '少于5票'
            : '不单独公布',
  whyNoScore: (why: 'floor' | 'no-ballots' | 'group-without-ballots' | null): string =>
    why === 'no-ballots'
      ? '没有收到评分票，不计分'
      : why === 'group-without-ballots'
        ? '有组别没有票，不计分'
        : why === 'floor'
          ? '票数太少，得分不公布'
          : '还没有得分',
  groupsThenWeights: '先分组统计，再按权重合成，最后四舍五入一次',
  /** What a live total waits for, beside one slot for each of the ballots. */
  liveWaits: ({ of, moves, halves }: LiveWaits): string =>
    moves === 0
      ? `首次选票满${of}张后显示`
      : `每${inWords(of)}张首次选票更新一次，显示到${halves ? '半分' : '一位小数'}`,
  weight: (weight: number, percent: boolean): string => `权重${weight}${percent ? '%' : ''}`,
  weights: (weights: readonly number[], percent: boolean): string =>
    `权重${weights.join(' / ')}${percent ? ' %' : ''}`,
  ballots: (n: number): string => `${n}票`,
  placeAmong: (n: number, of: number): string => `已揭晓${of}家中列第${n}`,
  validBallots: (n: number): string => `有效${n}票`,
  root: '票箱根值',

  written: {
    units: (n: number): string => `${n}家单位`,
    slotIs: (seats: number): string =>
      seats === 1 ? '每格一席，评完即亮' : `每格${seats}席，评完即亮`,
    atLeisure: '随时可评可改',
    spreadMeans: '每格一家，横向是得分；哪一家得多少分，由排行公布',
    step: (points: number): string => `每列${points}分`,
    scoreless: (n: number): string => `${n}家没有得分`,
    /** In the foot while something else is on stage. */
    underWay: (done: number, of: number): string => `书面评议${done} / ${of}`,
    awaiting: '书面评议已截止',
  },

  standings: '总排行',
  revealed: (n: number, of: number): string =>
    n === of ? `${of}家全部揭晓` : `${of}家已揭晓${n}家`,
  fromBelow: (of: number, out: number): string => `${of}家，自下而上公布，已出${out}家`,
  placesOf: (of: number, first: number, last: number): string =>
    first === last ? `${of}家中第${first}名` : `${of}家中第${first}–${last}名`,
  allShown: (n: number): string => `${n}家全部公布`,
  thenCategories: '接下来：分类排行',
  /** @param category null: of all */
  firstThree: (category: string | null, three: boolean): string =>
    `${category ?? '总排行'}${three ? '前三名' : category === null ? '' : '名次'}`,
  firstOf: (category: string, n: number): string =>
    n > 3 ? `${category}${n}家中的前三名` : `${category}${n}家的名次`,
  /** Categories in which one unit alone has a score. */
  alone: (categories: readonly string[]): string =>
    `${categories.join('、')}只有一家有得分，不另排名`,
  isNew: '新',
  newMeans: '新：此前没有名次',
  nothingYet: '还没有揭晓的成绩',
  tie: (rank: number, n: number, score: string): string =>
    `并列第${rank}名：${n}家同为${score}，不分先后`,
  tieSeparator: '；',
  boardWhy: { floor: '票少不公布', 'no-ballots': '没有票', 'group-without-ballots': '组别缺票' },
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

  getReady: 'Scoring comes next',
  readyHint: 'Please open your scoring page on your phone',
  pleaseScore: 'Please score',
  closesIn: 'Closes in',
  timeUp: 'Time is up',
  ballotsIn: 'counted',
  counted: 'Counted',
  scoringClosed: 'Closed',
  awaiting: 'Waiting for the reveal',
  sealedGroup: 'sealed',
  frozen: 'At the close; ',
  scoreLast: (alone) => `${alone ? 'The' : 'the'} score comes last`,
  share: (weight, percent) => (percent ? `${weight}%` : `weight ${weight}`),
  lightestFirst: 'The lightest group comes first; the order changes no number',
  sealMark: '封',
  sealed: 'Scores are sealed until the reveal, even from staff',
  notCounting: (recused, absent) =>
    recused > 0
      ? `Line: ${recused} recused${absent > 0 ? `, dim: ${absent} absent` : ''}`
      : absent > 0
        ? `Dim: ${absent} absent`
        : '',
  soFar: 'So far',
  fewBallots: 'Few ballots so far',
  meansLater: 'Group means come with the reveal',
  noMean: (why, counted) =>
    why === 'sealed'
      ? 'sealed'
      : why === 'none'
        ? 'no ballots'
        : why === 'uncounted'
          ? 'not counted'
          : counted < 5
            ? 'under 5'
            : 'not shown alone',
  whyNoScore: (why) =>
    why === 'no-ballots'
      ? 'No score: no ballots came in'
      : why === 'group-without-ballots'
        ? 'No score: a group sent no ballots'
        : why === 'floor'
          ? 'Too few ballots to publish a score'
          : 'No score yet',
  groupsThenWeights: 'Each group first, then weighted together, rounded once',
  liveWaits: ({ of, moves, halves }) =>
    moves === 0
      ? `Shown once ${of} ballots are in`
      : `Updated every ${of} first ballots, ${halves ? 'in halves' : 'to one decimal'}`,
  weight: (weight, percent) => `weight ${weight}${percent ? '%' : ''}`,
  weights: (weights, percent) => `Weights ${weights.join(' / ')}${percent ? ' %' : ''}`,
  ballots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  placeAmong: (n, of) => `Place ${n} of ${of} so far`,
  validBallots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  root: 'Ballot box root',

  written: {
    units: (n) => (n === 1 ? '1 unit' : `${n} units`),
    slotIs: (seats) =>
      seats === 1
        ? 'One slot is one seat, lit when done'
        : `One slot is ${seats} seats that are done`,
    atLeisure: 'Score and change any time',
    spreadMeans: 'One slot is one unit, by its score; the standings show which',
    step: (points) => (points === 1 ? 'One column is 1 point' : `One column is ${points} points`),
    scoreless: (n) => (n === 1 ? '1 unit has no score' : `${n} units have no score`),
    underWay: (done, of) => `Written reports ${done} / ${of}`,
    awaiting: 'Written round closed',
  },

  standings: 'Standings',
  revealed: (n, of) => (n === of && of > 1 ? `All ${of} revealed` : `${n} of ${of} revealed`),
  fromBelow: (of, out) => `From the bottom up, ${out} of ${of} shown`,
  placesOf: (of, first, last) =>
    first === last ? `Place ${first} of ${of}` : `Places ${first}–${last} of ${of}`,
  allShown: (n) => (n === 1 ? '1 unit shown' : `All ${n} units shown`),
  thenCategories: 'Next: by category',
  firstThree: (category, three) =>
    `${category ?? 'Standings'}${three ? ': top three' : category === null ? '' : ': places'}`,
  firstOf: (category, n) =>
    n > 3 ? `The top three of ${n}: ${category}` : `Places within: ${category}`,
  alone: (categories) => `Only one unit has a score, so no ranking: ${categories.join(', ')}`,
  isNew: 'new',
  newMeans: 'new: had no place before',
  nothingYet: 'No result has been revealed yet',
  tie: (rank, n, score) => `Place ${rank} is shared: ${n} units at ${score}`,
  tieSeparator: '; ',
  boardWhy: {
    floor: 'too few',
    'no-ballots': 'no ballots',
    'group-without-ballots': 'group missing',
  },
};

export const screenText = { zh, en };
