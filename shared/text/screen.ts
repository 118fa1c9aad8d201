// The sentences of the projector page: short, read from the last row.
import type { Refusal } from '../meeting/refusals.ts';
import type { Assurance, DrawSettings } from '../meeting/state.ts';

type Purpose = DrawSettings['purpose'];

const zh = {
  /** What the browser calls the page. */
  title: '大屏',
  item: '环节',
  kinds: {
    'check-in': '签到',
    draw: '抽签',
    presentation: '述职',
    score: '评分',
    reveal: '揭晓',
    board: '排行',
  },
  connecting: '正在连接会场主机',
  offline: '正在重连，画面停在断开的那一刻',
  ended: (code: Refusal['code'] | null): string =>
    code === 'no-such-meeting' ? '没有这个会议，请核对网址' : '连接已由会场主机结束，请刷新本页',
  soon: '会议即将开始',
  pause: '请稍候',
  fullscreen: '按 F 键或点击画面，全屏显示',

  seated: '席已到',
  scanOwn: '扫自己纸上的码即入席',
  scanHere: '或扫此码，输入纸上的短码',
  joinCode: '入席二维码',
  lockCode: '锁定值二维码',
  slotIs: (seats: number): string => (seats === 1 ? '每格一席' : `每格${seats}席`),
  slotIsBallots: (ballots: number): string => (ballots === 1 ? '每格一票' : `每格${ballots}票`),
  allSeated: '全部到齐',
  missing: (n: number): string => `还差${n}席`,

  purpose: (purpose: Purpose): string => (purpose === 'panel' ? '评议团' : '述职单位'),
  drawOf: (purpose: Purpose, of: number, take: number): string =>
    purpose === 'panel' ? `${of}人抽${take}人` : `${of}家抽${take}家`,
  chance: (purpose: Purpose): string => (purpose === 'panel' ? '每人机会相同' : '每家机会相同'),
  sources: '随机源',
  source: (type: string, count: number): string =>
    type === 'dice10'
      ? `十面骰${count}次`
      : type === 'dice6'
        ? `六面骰${count}次`
        : type === 'drand'
          ? '公共信标'
          : type === 'phones'
            ? '手机输入'
            : type === 'salt'
              ? '封存的随机数'
              : type,
  sourceEmpty: '还没有产生',
  sourceRead: '已读入',
  beforeLock: '先锁定名单与规则，再产生随机源',
  locked: '已锁定',
  lock: '锁定',
  photograph: '请拍下这64位。随机源还没有产生。',
  photographRead: '请拍下这64位。随机源已读入。',
  assurance: (level: Assurance): string => `采信程度：${zh.assurances[level]}`,
  assurances: { public: '公开', participants: '参与者', operator: '主办方' } satisfies Record<
    Assurance,
    string
  >,
  comma: '，',
  assuranceWhy: {
    public: '在场的人都能核对',
    participants: '参与抽签的人能核对',
    operator: '只用于演练',
  } satisfies Record<Assurance, string>,
  determined: '结果已由锁定值与随机源确定，此处逐一宣读',
  waitingFirst: '等待宣读',
  allDrawn: '全部抽出',
  drawVoid: '本次抽签作废',
  voidNote: '作废的记录保留，原因公开；重新抽签另作锁定',
  page: (n: number, of: number): string => `第${n}页，共${of}页`,

  ordinal: (n: number, of: number): string => `第${n}家，共${of}家`,
  notStarted: '未开始',
  paused: '已暂停',
  overtime: '超时',
  slotMinutes: (n: number): string => (n === 1 ? '每格一分钟' : `每格${n}分钟`),
  next: (name: string): string => `下一家 ${name}`,

  getReady: '即将评分',
  readyHint: '请在手机上打开自己的评分页',
  pleaseScore: '请评分',
  closesIn: '离截止',
  timeUp: '时间到',
  ballotsIn: '票已计入',
  counted: '已计入',
  scoringClosed: '已截止',
  awaiting: '等待揭晓',
  closedFinal: '已截止，得分已定',
  sealMark: '封',
  sealed: '分数封存至揭晓，在此之前任何人都看不到，包括工作人员',
  sealedSinceClose: '票箱已封，最后得分在揭晓时公布',
  notCounting: (recused: number, absent: number): string =>
    [recused > 0 ? `横线为回避${recused}席` : '', absent > 0 ? `暗格为缺席${absent}席` : '']
      .filter(Boolean)
      .join('，'),
  comingIn: '收票中，',
  notFinal: '还不是最后得分',
  /** Why a group's mean is not shown; true whatever the meeting's secrecy floor is. */
  withheld: (counted: number, final: boolean): string =>
    counted < 5 ? '少于5票' : final ? '不单独公布' : '稍后显示',
  noBallots: '没有票',
  whyNoScore: (
    why: 'floor' | 'no-ballots' | 'group-without-ballots' | null,
    final: boolean,
  ): string =>
    why === 'no-ballots'
      ? '没有收到评分票，不计分'
      : why === 'group-without-ballots'
        ? '有组别没有票，不计分'
        : why === 'floor'
          ? final
            ? '票数太少，得分不公布'
            : '票数还少，得分稍后显示'
          : '还没有得分',
  groupsThenWeights: '先分组统计，再按权重合成，末尾一次四舍五入',
  liveUpdate: '均分隔几票更新一次，推不出单张票',
  weight: (weight: number, percent: boolean): string => `权重${weight}${percent ? '%' : ''}`,
  weights: (weights: readonly number[], percent: boolean): string =>
    `权重 ${weights.join(' / ')}${percent ? ' %' : ''}`,
  ballots: (n: number): string => `${n}票`,
  placeAmong: (n: number, of: number): string => `已揭晓${of}家中列第${n}`,
  validBallots: (n: number): string => `有效${n}票`,
  root: '票箱根值',

  standings: '总排行',
  revealed: (n: number, of: number): string => `${of}家已揭晓${n}家`,
  nothingYet: '还没有揭晓的成绩',
  tie: (rank: number, n: number, score: string): string =>
    `${rank}名并列：${n}家同为${score}，不分先后`,
  tieSeparator: '；',
  boardWhy: { floor: '票少不公布', 'no-ballots': '没有票', 'group-without-ballots': '组别缺票' },
};

/** Both languages hold the same keys. */
export type ScreenText = typeof zh;

const en: ScreenText = {
  title: 'Screen',
  item: 'Item',
  kinds: {
    'check-in': 'Check-in',
    draw: 'Draw',
    presentation: 'Presentation',
    score: 'Scoring',
    reveal: 'Reveal',
    board: 'Standings',
  },
  connecting: 'Connecting to the hall’s server',
  offline: 'Reconnecting; this is the last picture received',
  ended: (code) =>
    code === 'no-such-meeting'
      ? 'There is no such meeting. Check the address.'
      : 'The hall’s server ended the connection. Reload this page.',
  soon: 'The meeting starts soon',
  pause: 'One moment, please',
  fullscreen: 'Press F or click for full screen',

  seated: 'seated',
  scanOwn: 'Scan the code on your ticket,',
  scanHere: 'or this one, type the code',
  joinCode: 'QR code to take a seat',
  lockCode: 'QR code of the lock',
  slotIs: (seats) => (seats === 1 ? 'One slot is one seat' : `One slot is ${seats} seats`),
  slotIsBallots: (ballots) =>
    ballots === 1 ? 'One slot is one ballot' : `One slot is ${ballots} ballots`,
  allSeated: 'Everyone is here',
  missing: (n) => (n === 1 ? '1 seat still empty' : `${n} seats still empty`),

  purpose: (purpose) => (purpose === 'panel' ? 'Panel' : 'Presenting units'),
  drawOf: (_purpose, of, take) => `${take} of ${of}`,
  chance: (purpose) =>
    purpose === 'panel' ? 'Everyone has the same chance' : 'Every unit has the same chance',
  sources: 'Sources of chance',
  source: (type, count) =>
    type === 'dice10'
      ? `${count} ten-sided dice`
      : type === 'dice6'
        ? `${count} six-sided dice`
        : type === 'drand'
          ? 'Public beacon'
          : type === 'phones'
            ? 'Typed on phones'
            : type === 'salt'
              ? 'Sealed random number'
              : type,
  sourceEmpty: 'does not exist yet',
  sourceRead: 'read',
  beforeLock: 'List and rule are locked first, chance comes after',
  locked: 'Locked',
  lock: 'Lock',
  photograph: 'Photograph these 64 digits. No source of chance exists yet.',
  photographRead: 'Photograph these 64 digits. The sources have been read.',
  assurance: (level) => `Assurance: ${en.assurances[level]}`,
  assurances: { public: 'public', participants: 'participants', operator: 'operator' },
  comma: ', ',
  assuranceWhy: {
    public: 'all present can check it',
    participants: 'those who took part can check it',
    operator: 'for rehearsals only',
  },
  determined: 'The result stands and is read out',
  waitingFirst: 'About to be read out',
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
  closedFinal: 'Closed, the score is final',
  sealMark: '封',
  sealed: 'Scores are sealed until the reveal, from staff too',
  sealedSinceClose: 'The ballot box is closed; the reveal shows the final score',
  notCounting: (recused, absent) =>
    [recused > 0 ? `Line: ${recused} recused` : '', absent > 0 ? `dim: ${absent} absent` : '']
      .filter(Boolean)
      .join(', '),
  comingIn: 'Ballots are coming in, ',
  notFinal: 'not final',
  withheld: (counted, final) =>
    counted < 5 ? 'fewer than 5' : final ? 'not shown alone' : 'shown soon',
  noBallots: 'no ballots',
  whyNoScore: (why, final) =>
    why === 'no-ballots'
      ? 'No score: no ballots came in'
      : why === 'group-without-ballots'
        ? 'No score: a group sent no ballots'
        : why === 'floor'
          ? final
            ? 'Too few ballots to publish a score'
            : 'Too few ballots yet to show a score'
          : 'No score yet',
  groupsThenWeights: 'Each group first, then weighted together, rounded once',
  liveUpdate: 'Results move several ballots at a time, so no single one shows',
  weight: (weight, percent) => `weight ${weight}${percent ? '%' : ''}`,
  weights: (weights, percent) => `Weights ${weights.join(' / ')}${percent ? ' %' : ''}`,
  ballots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  placeAmong: (n, of) => `Place ${n} of ${of} so far`,
  validBallots: (n) => (n === 1 ? '1 ballot' : `${n} ballots`),
  root: 'Ballot box root',

  standings: 'Standings',
  revealed: (n, of) => `${n} of ${of} revealed`,
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
