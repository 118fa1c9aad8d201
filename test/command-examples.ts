// One command of every name, as a page or the server would give it. None fits a meeting; each fits its schema.
import { reviewerHolder, subjectHolder } from '../shared/meeting/people.ts';
import type {
  SeatCommand,
  SeatCommandOf,
  StaffCommand,
  StaffCommandOf,
} from '../shared/meeting/commands.ts';
import {
  ABSTAIN,
  groupId,
  itemId,
  NONCE,
  SALT,
  reviewerId,
  roundId,
  scores,
  seatId,
  subjectId,
} from './builders.ts';

const item = itemId('item');
const items = [item];
const reason = '有事';
const round = roundId('item');
const seat = seatId('S001');
const subject = subjectId('U1');
const reviewer = reviewerId('R1');
const draw = 'draw-1' as StaffCommandOf<'CloseWords'>['draw'];
const paper = 'paper-1' as StaffCommandOf<'ConfirmPaper'>['paper'];
const comment = 'C1' as StaffCommandOf<'ReleaseComment'>['comment'];
const card = { id: item, kind: 'card', title: '休会', text: '' } as const;
const hex = 'ab'.repeat(32);

type Untyped<C> = C extends unknown ? Omit<C, 'type'> : never;

/** A command without its example does not compile, nor does an example without its command. */
export const STAFF_EXAMPLES: {
  readonly [N in StaffCommand['type']]: Untyped<StaffCommandOf<N>>;
} = {
  ImportSubjects: { source: 'u.csv', entries: [] },
  ImportReviewers: { source: 'r.csv', entries: [] },
  SetWeights: { weights: [{ group: groupId('G1'), weight: 2 }] },
  AdoptSheet: {
    sheet: {
      id: 'a',
      name: '表',
      children: [
        {
          ...{ id: 'a', name: '履职', weight: '60' },
          children: [{ id: 'c1', name: '成效', weight: '1', max: '100', step: '0.5' }],
        },
        {
          ...{ id: 'b', name: '总体', weight: '40', max: '100', groups: [groupId('G1')] },
          scale: [
            { id: 'g1', name: '好', mark: '100' },
            { id: 'g2', name: '一般', mark: '60' },
          ],
        },
      ],
      comments: true,
    },
  },
  AdoptScheme: {
    scheme: {
      id: 'a',
      spread: { kind: 'none' },
      belowFloor: 'count',
      centre: 'mean',
      emptyGroup: 'rescale',
      floor: 5,
      step: 3,
    },
  },
  SetAgenda: { items: [card] },
  ChangeItem: { item: card },
  AddItems: { after: null, items: [card] },
  RemoveItems: { items },
  MoveItems: { items, after: null, reason },
  SkipItem: { item, also: items, reason },
  RestoreItem: { item },
  ChangeMeeting: { title: '会', zone: 'Asia/Shanghai', retainUntil: '2027-11-21' },
  SealPool: { of: 'people' },
  ErasePeople: {},
  WithdrawSubject: { subject, reason },
  CombineSubjects: { into: subject, from: subjectId('U2'), reason },
  RestoreSubject: { subject, reason },
  AttachDocument: {
    subject,
    document: { hash: hex, name: 'a.pdf', media: 'application/pdf', bytes: 1 },
  },
  RemoveDocument: { subject, hash: hex },
  IssueTickets: { reviewers: [reviewer], units: [subject] },
  SwapTickets: { a: reviewerHolder(reviewer), b: subjectHolder(subject) },
  CheckIn: { seat },
  UndoCheckIn: { seat },
  LeaveSeat: { seat, reason },
  ReplaceSeat: { seat, why: 'recusal', subject, reason, vacant: false },
  ReplaceAbsent: { reason },
  MarkHere: { reviewer, here: true },
  EnterPaper: { seat, round, attempt: 1, subject, choice: scores(40, 20, 25, 15) },
  ConfirmPaper: { paper, choice: ABSTAIN },
  DropPaper: { paper, reason },
  RevokeTicket: { holder: subjectHolder(subject) },
  FillSeats: { reviewers: [reviewer] },
  SeatUnits: { in: 'new', name: '单位互评', units: [subject] },
  DeclareRecusal: { reviewer, subject },
  EnterItem: { item },
  KeepSalt: { item, commit: hex },
  MakeLots: { item },
  LockDraw: { item },
  CloseWords: { draw },
  ReadEntropy: { draw },
  TypeDice: { draw, reading: 'second', edits: 3, at: 3, took: 1, digits: '12' },
  SetPace: { draw, pace: { every: 4 } },
  ReadBeacon: { draw, signature: 'b4'.repeat(48) },
  OpenSalt: { draw, salt: hex },
  DrawAtOnce: { draw },
  ShowNames: { draw, shown: 1 },
  VoidDraw: { draw, why: reason },
  ReplaceDrawn: { draw, out: reviewer, reason },
  StartCountdown: { item },
  StopCountdown: { item },
  ExtendCountdown: { item, seconds: 30 },
  ClearCountdown: { item },
  TakeBack: { act: 1 },
  RingBell: { item },
  TurnBoard: { category: 'all' },
  ShowRows: { item, take: 'one' },
  ShowMove: { round },
  OpenRound: { item },
  SetRoundSubjects: { round, subjects: [subject], reason },
  CloseRound: { round },
  ReopenRound: { round, reason },
  ShowGroups: { round, shown: 1 },
  RevealRound: { round },
  RepeatRound: { round, reason },
  ReleaseComment: { comment },
  WithholdComment: { comment, reason },
  AdoptResult: {
    plan: {
      tree: {
        ...{ id: 'root', name: '结果', combine: 'weighted', missing: 'incomplete' },
        children: [
          { id: 'a', name: '指标', weight: '60', source: { imported: 'a' } },
          { id: 'b', name: '评议', weight: '2/3', source: { rounds: 'all' } },
        ],
      },
      tieBreak: [{ node: 'a' }, { deduction: true }, { draw: item }],
      grades: { names: ['好', '一般'], thresholds: ['80'], of: 'category' },
      consequences: [{ last: 3, of: 'all' }],
      kinds: [{ id: 'k', name: '加分', sign: 'bonus', multipliers: { 重点: '2' } }],
      clamp: ['0', '105'],
    },
  },
  ImportColumn: {
    column: 'a',
    name: '指标',
    max: '100',
    source: 'a.csv',
    values: [],
    partial: false,
  },
  ImportEarlier: { earlier: 'q1', name: '一季度', source: 'q1.csv', rows: [] },
  DeclareAdjustment: {
    ...{ subject, kind: 'k', points: '0.5', date: '2026-05-01', event: '', tags: ['重点'] },
    ...{ carried: false, reason, evidence: '市府发31号' },
  },
  ConfirmAdjustment: { adjustment: 'J1', reason: '' },
  RejectAdjustment: { adjustment: 'J1', reason },
  CancelAdjustment: { adjustment: 'J1', date: '2026-06-01', reason },
  DeclareVeto: { subject, worst: '一般', reason },
  LiftVeto: { veto: 'V1', reason },
  ComputeResult: {},
  CheckResult: { hash: hex },
  ApproveResult: { hash: hex, stage: 'settled', body: '区委', date: '2026-12-01', document: '1号' },
  PublishResult: { hash: hex, days: 5 },
  FinishResult: { hash: hex },
  ReturnResult: { hash: hex, reason },
  CallPhones: { phones: 60 },
  DismissPhones: {},
};

/** {@link STAFF_EXAMPLES} as commands. */
export const STAFF_COMMANDS_GIVEN = Object.entries(STAFF_EXAMPLES).map(
  ([type, given]) => ({ type, ...given }) as StaffCommand,
);

/** What comes from a device, as the server makes it of session and message. */
export const SEAT_EXAMPLES: { readonly [N in SeatCommand['type']]: SeatCommandOf<N> } = {
  ClaimSeat: { type: 'ClaimSeat', reviewer, issue: 1 },
  Arrive: { type: 'Arrive', reviewer, issue: 1, byItself: true },
  ReleaseSeat: { type: 'ReleaseSeat', seat, claim: 1 },
  SendWord: { type: 'SendWord', seat, claim: 1, draw, word: '青山' },
  AnswerDraw: { type: 'AnswerDraw', seat, claim: 1, draw, comes: true },
  CastBallot: {
    type: 'CastBallot',
    ...{
      seat,
      claim: 1,
      round,
      attempt: 1,
      subject,
      rev: 1,
      choice: ABSTAIN,
      nonce: NONCE,
      salt: SALT,
    },
  },
  WriteComment: {
    type: 'WriteComment',
    ...{ seat, claim: 1, round, attempt: 1, subject, words: '材料清楚', salt: SALT },
  },
};
