// Names and schemas of what travels between pages and server. Values here load zod: phones use `import type` only.
import { z } from 'zod';
import {
  ID_PATTERN,
  type CategoryId,
  type DrawId,
  type GroupId,
  type ItemId,
  type PaperId,
  type ReviewerId,
  type RoundId,
  type SeatId,
  type SubjectId,
} from './ids.ts';
import { MOST_NUMBER, MOST_SECONDS, MOST_TAKEN } from './number-limits.ts';
import { recordOf } from './wire-record.ts';
import { lineField, linesField, nameField } from './wire-text.ts';
import { isZone } from './zone.ts';
import type { Item } from './meeting/agenda/item.ts';
import type { StaffCommand } from './meeting/commands.ts';

const id = <T extends string>() =>
  z
    .string()
    .regex(ID_PATTERN)
    .transform((value) => value as T);
/** Item and round ids are made by us from others' ids, with a prefix and a suffix. */
const madeId = <T extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,140}$/)
    .transform((value) => value as T);
const whole = z.number().int().min(0).max(MOST_NUMBER);
const seconds = z.number().int().min(0).max(MOST_SECONDS);
const name = nameField;
const reason = lineField(400);
/** Text of a card. */
const paragraph = linesField(2000);
const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const zone = z.string().min(1).max(64).refine(isZone);
const date = z.iso.date();

const choice = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scores'),
    scores: recordOf(z.string().regex(ID_PATTERN), whole),
  }),
  z.strictObject({ kind: z.literal('abstain') }),
]);
const attempt = z.number().int().min(1).max(1000);

const scoreSettings = {
  sheet: z.string().min(1).max(64),
  disclosure: z.enum(['live', 'hidden', 'progress']),
  seconds,
  closes: z.literal('itself').exactOptional(),
};

const sheet = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  name,
  criteria: z
    .array(
      z.strictObject({
        id: z.string().regex(ID_PATTERN),
        name,
        max: whole,
        step: whole,
        weight: whole,
      }),
    )
    .min(1)
    .max(100),
});

const scheme = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  trim: whole,
  centre: z.enum(['mean', 'median']),
  emptyGroup: z.enum(['rescale', 'incomplete']),
  floor: whole,
  step: whole,
});

/** Shorter than a round's id, which is made from it. */
const itemId = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,130}$/)
  .transform((value) => value as ItemId);
/** `turn` and `drawn` come back as the server gave them. */
const itemBase = { id: itemId, turn: itemId.exactOptional(), drawn: itemId.exactOptional() };
const item: z.ZodType<Item> = z.discriminatedUnion('kind', [
  z.strictObject({ ...itemBase, kind: z.literal('check-in') }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('draw'),
    purpose: z.enum(['presenters', 'panel', 'questioner', 'verification', 'team']),
    take: z.number().int().min(1).max(MOST_TAKEN),
    rule: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('proportional') }),
        z.strictObject({
          kind: z.literal('fixed'),
          take: recordOf(z.string().regex(ID_PATTERN), z.number().int().min(0).max(MOST_TAKEN)),
        }),
      ])
      .exactOptional(),
    sources: z
      .array(z.enum(['dice10', 'dice6', 'phones', 'salt', 'kept']))
      .min(1)
      .max(4),
    follow: z
      .strictObject({
        presentationSeconds: seconds,
        score: z.strictObject(scoreSettings),
      })
      .exactOptional(),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('presentation'),
    subject: id<SubjectId>(),
    seconds,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('score'),
    subjects: z.tuple([id<SubjectId>()]),
    secrecy: z.enum(['named', 'sealed']),
    ...scoreSettings,
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('written'),
    subjects: z.union([z.literal('rest'), z.array(id<SubjectId>()).min(1).max(1000)]),
    sheet: scoreSettings.sheet,
    disclosure: z.enum(['hidden', 'progress']),
  }),
  z.strictObject({
    ...itemBase,
    kind: z.literal('board'),
    category: id<CategoryId>().exactOptional(),
  }),
  z.strictObject({ ...itemBase, kind: z.literal('card'), title: name, text: paragraph }),
]);

const replaceSeat = {
  type: z.literal('ReplaceSeat'),
  seat: id<SeatId>(),
  reason,
  vacant: z.boolean(),
};

/** Commands that staff may send over the socket. Rosters and tickets go over HTTP, where files and secrets are. */
export const staffCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SetWeights'),
    weights: z
      .array(z.strictObject({ group: id<GroupId>(), weight: whole }))
      .min(1)
      .max(50),
  }),
  z.strictObject({ type: z.literal('AdoptSheet'), sheet }),
  z.strictObject({ type: z.literal('AdoptScheme'), scheme }),
  z.strictObject({ type: z.literal('SetAgenda'), items: z.array(item).max(1000) }),
  z.strictObject({ type: z.literal('ChangeItem'), item }),
  z.strictObject({
    type: z.literal('AddItems'),
    after: itemId.nullable(),
    items: z.array(item).min(1).max(200),
  }),
  z.strictObject({ type: z.literal('RemoveItems'), items: z.array(itemId).min(1).max(200) }),
  z.strictObject({
    type: z.literal('MoveItems'),
    items: z.array(itemId).min(1).max(200),
    after: itemId.nullable(),
    reason,
  }),
  z.strictObject({
    type: z.literal('SkipItem'),
    item: itemId,
    also: z.array(itemId).max(200).exactOptional(),
    reason,
  }),
  z.strictObject({
    type: z.literal('RestoreItem'),
    item: itemId,
    also: z.array(itemId).max(200).exactOptional(),
  }),
  z.strictObject({ type: z.literal('ChangeMeeting'), title: name, zone, retainUntil: date }),
  z.strictObject({ type: z.literal('ErasePeople') }),
  z.strictObject({ type: z.literal('WithdrawSubject'), subject: id<SubjectId>(), reason }),
  z.strictObject({
    type: z.literal('CombineSubjects'),
    into: id<SubjectId>(),
    from: id<SubjectId>(),
    reason,
  }),
  z.strictObject({ type: z.literal('RestoreSubject'), subject: id<SubjectId>(), reason }),
  z.strictObject({
    type: z.literal('RemoveDocument'),
    subject: id<SubjectId>(),
    hash: hex64,
  }),
  z.strictObject({ type: z.literal('SwapTickets'), a: id<ReviewerId>(), b: id<ReviewerId>() }),
  z.strictObject({ type: z.literal('CheckIn'), seat: id<SeatId>() }),
  z.strictObject({ type: z.literal('UndoCheckIn'), seat: id<SeatId>() }),
  z.strictObject({ type: z.literal('LeaveSeat'), seat: id<SeatId>(), reason }),
  z.discriminatedUnion('why', [
    z.strictObject({ ...replaceSeat, why: z.enum(['no-show', 'left']) }),
    z.strictObject({ ...replaceSeat, why: z.literal('recusal'), subject: id<SubjectId>() }),
  ]),
  z.strictObject({ type: z.literal('ReplaceAbsent'), reason }),
  z.strictObject({ type: z.literal('MarkHere'), reviewer: id<ReviewerId>(), here: z.boolean() }),
  z.strictObject({
    type: z.literal('EnterPaper'),
    seat: id<SeatId>(),
    round: madeId<RoundId>(),
    attempt,
    subject: id<SubjectId>(),
    choice,
  }),
  z.strictObject({ type: z.literal('ConfirmPaper'), paper: id<PaperId>(), choice }),
  z.strictObject({ type: z.literal('DropPaper'), paper: id<PaperId>(), reason }),
  z.strictObject({ type: z.literal('RevokeTicket'), reviewer: id<ReviewerId>() }),
  z.strictObject({
    type: z.literal('FillSeats'),
    reviewers: z.array(id<ReviewerId>()).min(1).max(1000),
  }),
  z.strictObject({
    type: z.literal('DeclareRecusal'),
    reviewer: id<ReviewerId>(),
    subject: id<SubjectId>(),
  }),
  z.strictObject({ type: z.literal('EnterItem'), item: itemId }),
  z.strictObject({ type: z.literal('KeepSalt'), item: itemId, commit: hex64 }),
  z.strictObject({ type: z.literal('LockDraw'), item: itemId }),
  z.strictObject({ type: z.literal('CloseWords'), draw: id<DrawId>() }),
  z.strictObject({
    type: z.literal('ReadEntropy'),
    draw: id<DrawId>(),
    dice: z.string().max(200),
  }),
  z.strictObject({ type: z.literal('OpenSalt'), draw: id<DrawId>(), salt: hex64 }),
  z.strictObject({ type: z.literal('ShowNames'), draw: id<DrawId>(), shown: whole }),
  z.strictObject({ type: z.literal('VoidDraw'), draw: id<DrawId>(), why: reason }),
  z.strictObject({
    type: z.literal('ReplaceDrawn'),
    draw: id<DrawId>(),
    out: id<ReviewerId>(),
    reason,
  }),
  z.strictObject({ type: z.literal('StartCountdown'), item: itemId }),
  z.strictObject({ type: z.literal('StopCountdown'), item: itemId }),
  z.strictObject({ type: z.literal('ExtendCountdown'), item: itemId, seconds: seconds.min(1) }),
  z.strictObject({ type: z.literal('ClearCountdown'), item: itemId }),
  z.strictObject({ type: z.literal('TakeBack'), act: whole.min(1) }),
  z.strictObject({ type: z.literal('RingBell'), item: itemId }),
  z.strictObject({
    type: z.literal('TurnBoard'),
    category: z.union([z.literal('all'), id<CategoryId>()]),
  }),
  z.strictObject({
    type: z.literal('SetRoundSubjects'),
    round: madeId<RoundId>(),
    subjects: z.array(id<SubjectId>()).max(1000),
    reason,
  }),
  z.strictObject({ type: z.literal('OpenRound'), item: itemId }),
  z.strictObject({
    type: z.literal('CloseRound'),
    round: madeId<RoundId>(),
    papers: whole.exactOptional(),
  }),
  z.strictObject({ type: z.literal('ReopenRound'), round: madeId<RoundId>(), reason }),
  z.strictObject({ type: z.literal('RevealRound'), round: madeId<RoundId>() }),
  z.strictObject({ type: z.literal('RepeatRound'), round: madeId<RoundId>(), reason }),
]) satisfies z.ZodType<StaffCommand>;

/** The socket message of a staff command. */
export const staffMessage = z.strictObject({
  command: staffCommand,
  expects: z.strictObject({ item: itemId.nullable(), touched: z.number().int().min(0) }),
});

/** The socket message of a cast. The seat is not in it: the server knows it from the session. */
export const castMessage = z.strictObject({
  round: madeId<RoundId>(),
  attempt,
  subject: id<SubjectId>(),
  // What may stand above the newest stored one is decided there; a fixed end would be out of reach for whoever follows.
  rev: z.number().int().min(1),
  choice,
});

/** The socket message of a page that stands open in the hall, projector or tablet: whether it keeps its machine awake. */
export const awakeMessage = z.strictObject({ awake: z.boolean() });

/** The socket message of a word for a draw. */
export const wordMessage = z.strictObject({ draw: id<DrawId>(), word: z.string().max(400) });
