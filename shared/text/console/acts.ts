// What the console's record says of each event: about whom or what, and a count. Its sentences in both languages.
import { BEACON_PASSED } from '../../meeting/draws/beacon.ts';
import type { MeetingEvent } from '../../meeting/events.ts';
import { plural } from '../en-words.ts';

type Acts = Readonly<
  Record<MeetingEvent['type'], (about: string, n: number, batch: number) => string>
>;

const zh: Acts = {
  MeetingCreated: (about) => `新建会议：${about}`,
  SubjectsImported: (about, n) => `导入${n}家单位（${about}）`,
  ReviewersImported: (about, n) => `导入${n}位代表（${about}）`,
  WeightsSet: () => '设定各组权重',
  SheetAdopted: (about, n) => `启用评分表“${about}”第${n}版`,
  SchemeAdopted: (_about, n) => `启用计分办法第${n}版`,
  AgendaSet: (_about, n) => `排定议程${n}项`,
  ItemsInserted: (_about, n) => `排入议程${n}项`,
  ItemChanged: (about) => `修改环节设置：${about}`,
  ItemEntered: (about) => `进入环节：${about}`,
  TicketsIssued: (about, n) => (about ? `发码给${about}` : `发码给${n}人`),
  TicketRevoked: (about) => `作废${about}的码`,
  SeatsFilled: (_about, n) => `安排${n}席`,
  SeatClaimed: (about) => `签到：${about}`,
  SeatReleased: (about) => `手机退出席位：${about}`,
  RecusalDeclared: (about, n) => `登记回避：${about}${n > 0 ? '，已交的票作废' : ''}`,
  SaltKept: () => '保管随机数',
  LotsWanted: () => '开始制签或按名额计算',
  LotsMade: (_about, n) => `制好${n}支签`,
  LotteryMade: (_about, n) => `按名额算出${n}种组成`,
  LotsFailed: () => '没有制成签，或没有合名额的组成',
  LotsRead: () => '读入编号用的随机源',
  LotsNumbered: (_about, n) => `${n}支签换位、编号`,
  DrawLocked: () => '锁定抽签',
  DiceTyped: (about, n) => `${about === 'second' ? '第二遍' : '第一遍'}录入骰子：${n}位`,
  PaceSet: () => '调整公布名字的快慢',
  BeaconRead: () => '读入公共信标',
  DrawDetermined: () => '读入随机源，定下结果',
  NamesShown: (_about, n) => `公布到第${n}个名字`,
  DrawVoided: (about) =>
    about === BEACON_PASSED
      ? '信标已公布而别的随机源未截止，抽签作废'
      : about
        ? `作废抽签：${about}`
        : '没有抽就离开，抽签作废',
  QuestionTaken: (about) => `答应提问：${about}`,
  CountdownSet: (about) => `计时：${about}`,
  RoundOpened: (about, n, batch) =>
    `${batch > 0 ? `开始书面评议：${batch}家` : `开始评分：${about}`}${n > 1 ? `，第${n}次` : ''}`,
  RoundClosed: (about, _n, batch) =>
    batch > 0 ? `截止书面评议：${batch}家` : `截止评分：${about}`,
  RoundReopened: (about, _n, batch) =>
    batch > 0 ? `重新开放书面评议：${batch}家` : `重新开放评分：${about}`,
  GroupsShown: (about, n) => `揭晓${n}组：${about}`,
  RoundRevealed: (about, _n, batch) => (batch > 0 ? `揭晓书面评议：${batch}家` : `揭晓：${about}`),
  MeetingChanged: (about) => `修改会议信息：${about}`,
  EpochRaised: (_about, n) => `从备份继续，第${n}次启用`,
  PeopleErased: () => '删除个人信息',
  PoolSealed: (about, n) =>
    `封存${about === 'people' ? '代表' : '单位'}名单：${n}${about === 'people' ? '人' : '家'}`,
  SubjectWithdrawn: (about) => `单位退出：${about}`,
  SubjectsCombined: (about) => `单位合并：${about}`,
  SubjectRestored: (about) => `单位恢复：${about}`,
  DocumentAttached: (about) => `上传材料：${about}`,
  DocumentRemoved: (about) => `撤下材料：${about}`,
  ItemsRemoved: (_about, n) => `移除刚加的环节${n}项`,
  ItemsMoved: (about) => `调整顺序：${about}`,
  ItemSkipped: (about) => `跳过环节：${about}`,
  ItemRestored: (about) => `恢复环节：${about}`,
  ActTakenBack: (about) => (about ? `撤销上一步：${about}` : '撤销上一步'),
  BellRung: () => '响铃',
  BoardTurned: (about) => `切换排行：${about === '' ? '总排行' : about}`,
  BoardShown: (about, n) => (n === 1 ? `公布名次：${about}` : `公布${n}家的名次`),
  MoveShown: (about) => `演示名次变动：${about}`,
  TicketsSwapped: (about) => `互换码：${about}`,
  SeatCheckedIn: (about) => `代签到：${about}`,
  CheckInUndone: (about) => `取消签到：${about}`,
  SeatLeft: (about) => `提前离场：${about}`,
  DrawnReplaced: (about) => `抽签递补：${about}`,
  SeatReplaced: (about) => `递补：${about}`,
  ReviewerArrived: (about) => `递补代表到场：${about}`,
  ReviewerWentAway: (about) => `递补代表离开：${about}`,
  PaperEntered: (about) => `录入纸质票：${about}`,
  PaperConfirmed: (about) => `核对纸质票：${about}`,
  PaperDropped: (about) => `撤下纸质票：${about}`,
  CommentWritten: () => '代表留下意见',
  CommentReleased: (about) => `发布意见：${about}`,
  CommentWithheld: (about) => `不发意见：${about}`,
  PhonesCalled: (_about, n) => `模拟手机入场：${n}部`,
  PhonesDismissed: () => '模拟手机离场',
  WordSent: (about) => `手机交字：${about}`,
  WordsClosed: () => '截止收字',
  CountdownCleared: (about) => `撤回计时：${about}`,
  RoundCancelled: (about, _n, batch) =>
    batch > 0 ? `撤回书面评议：${batch}家` : `撤回开始评分：${about}`,
  RoundSubjectsSet: (about, n) => `书面评议改为${n}家${about === '' ? '' : `：${about}`}`,
};

const en: Acts = {
  MeetingCreated: (about) => `Meeting created: ${about}`,
  SubjectsImported: (about, n) => `${plural(n, 'unit')} imported (${about})`,
  ReviewersImported: (about, n) => `${plural(n, 'reviewer')} imported (${about})`,
  WeightsSet: () => 'Weights set',
  SheetAdopted: (about, n) => `Sheet adopted: ${about}, version ${n}`,
  SchemeAdopted: (_about, n) => `Scheme adopted, version ${n}`,
  AgendaSet: (_about, n) => `Agenda set, ${plural(n, 'item')}`,
  ItemsInserted: (_about, n) => `Put on the agenda: ${plural(n, 'item')}`,
  ItemChanged: (about) => `Item changed: ${about}`,
  ItemEntered: (about) => `Item entered: ${about}`,
  TicketsIssued: (about, n) =>
    about ? `Ticket issued to ${about}` : `${plural(n, 'ticket')} issued`,
  TicketRevoked: (about) => `Ticket of ${about} revoked`,
  SeatsFilled: (_about, n) => `${plural(n, 'seat')} filled`,
  SeatClaimed: (about) => `Checked in: ${about}`,
  SeatReleased: (about) => `Phone left its seat: ${about}`,
  RecusalDeclared: (about, n) =>
    `Recusal declared: ${about}${n > 0 ? '; the ballot given is void' : ''}`,
  SaltKept: () => 'Number kept for a draw',
  LotsWanted: () => 'Lots or a lottery asked for',
  LotsMade: (_about, n) => `${plural(n, 'lot')} made`,
  LotteryMade: (_about, n) => `Lottery of ${plural(n, 'composition')} found`,
  LotsFailed: () => 'Lots or lottery not made',
  LotsRead: () => 'Sources that number the lots read',
  LotsNumbered: (_about, n) => `${plural(n, 'lot')} mixed and numbered`,
  DrawLocked: () => 'Draw locked',
  DiceTyped: (about, n) =>
    `${about === 'second' ? 'Reading 2' : 'Reading 1'} of the dice: ${plural(n, 'digit')}`,
  PaceSet: () => 'Pace of the names changed',
  BeaconRead: () => 'Public beacon read',
  DrawDetermined: () => 'Sources read, result fixed',
  NamesShown: (_about, n) => `Names shown up to ${n}`,
  DrawVoided: (about) =>
    about === BEACON_PASSED
      ? 'The beacon’s round came before another source closed: draw void'
      : about
        ? `Draw voided: ${about}`
        : 'Left before it was drawn: draw void',
  QuestionTaken: (about) => `Will ask: ${about}`,
  CountdownSet: (about) => `Clock set: ${about}`,
  RoundOpened: (about, n, batch) =>
    `${batch > 0 ? `Written round opened: ${plural(batch, 'unit')}` : `Scoring opened: ${about}`}${n > 1 ? `, attempt ${n}` : ''}`,
  RoundClosed: (about, _n, batch) =>
    batch > 0 ? `Written round closed: ${plural(batch, 'unit')}` : `Scoring closed: ${about}`,
  RoundReopened: (about, _n, batch) =>
    batch > 0 ? `Written round reopened: ${plural(batch, 'unit')}` : `Scoring reopened: ${about}`,
  GroupsShown: (about, n) => `${plural(n, 'group')} revealed: ${about}`,
  RoundRevealed: (about, _n, batch) =>
    batch > 0 ? `Written round revealed: ${plural(batch, 'unit')}` : `Revealed: ${about}`,
  MeetingChanged: (about) => `Meeting details changed: ${about}`,
  EpochRaised: (_about, n) => `Went on from a copy, epoch ${n}`,
  PeopleErased: () => 'Personal data erased',
  PoolSealed: (about, n) =>
    `Pool sealed: ${about === 'people' ? plural(n, 'reviewer') : plural(n, 'unit')}`,
  SubjectWithdrawn: (about) => `Unit withdrew: ${about}`,
  SubjectsCombined: (about) => `Units combined: ${about}`,
  SubjectRestored: (about) => `Unit restored: ${about}`,
  DocumentAttached: (about) => `Report added: ${about}`,
  DocumentRemoved: (about) => `Report taken down: ${about}`,
  ItemsRemoved: (_about, n) => `Taken off the agenda again: ${plural(n, 'item')}`,
  ItemsMoved: (about) => `Order changed: ${about}`,
  ItemSkipped: (about) => `Item skipped: ${about}`,
  ItemRestored: (about) => `Item restored: ${about}`,
  ActTakenBack: (about) => (about ? `Undid: ${about}` : 'Undid the last act'),
  BellRung: () => 'Bell rung',
  BoardTurned: (about) => `Standings turned: ${about === '' ? 'all' : about}`,
  BoardShown: (about, n) => (n === 1 ? `Place shown: ${about}` : `Places of ${n} units shown`),
  MoveShown: (about) => `Shown climbing: ${about}`,
  TicketsSwapped: (about) => `Tickets swapped: ${about}`,
  SeatCheckedIn: (about) => `Checked in by the desk: ${about}`,
  CheckInUndone: (about) => `Check-in taken back: ${about}`,
  SeatLeft: (about) => `Left early: ${about}`,
  DrawnReplaced: (about) => `Next of the draw’s reserve: ${about}`,
  SeatReplaced: (about) => `Replaced from the reserve: ${about}`,
  ReviewerArrived: (about) => `Reserve arrived: ${about}`,
  ReviewerWentAway: (about) => `Reserve went away: ${about}`,
  PaperEntered: (about) => `Paper ballot entered: ${about}`,
  PaperConfirmed: (about) => `Paper ballot confirmed: ${about}`,
  PaperDropped: (about) => `Paper ballot dropped: ${about}`,
  CommentWritten: () => 'A comment was written',
  CommentReleased: (about) => `Comment released: ${about}`,
  CommentWithheld: (about) => `Comment withheld: ${about}`,
  PhonesCalled: (_about, n) => `Simulated phones called: ${n}`,
  PhonesDismissed: () => 'Simulated phones gone',
  WordSent: (about) => `Word sent: ${about}`,
  WordsClosed: () => 'Words closed',
  CountdownCleared: (about) => `Clock taken back: ${about}`,
  RoundCancelled: (about, _n, batch) =>
    batch > 0
      ? `Opening taken back: written round, ${plural(batch, 'unit')}`
      : `Opening taken back: ${about}`,
  RoundSubjectsSet: (about, n) =>
    `Written round now has ${plural(n, 'unit')}${about === '' ? '' : `: ${about}`}`,
};

export const acts = { zh, en };
