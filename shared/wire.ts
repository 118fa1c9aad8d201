// Names and schemas of what travels between pages and server. Values here load zod: phones use `import type` only.
import { z } from 'zod';
import {
  ID_PATTERN,
  type DrawId,
  type GroupId,
  type ItemId,
  type ReviewerId,
  type RoundId,
  type SubjectId,
} from './ids.ts';
import { nameFlaw, nameText } from './roster/cells.ts';
import type { Item } from './meeting/state.ts';
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
const whole = z.number().int().min(0).max(1_000_000);
const seconds = z.number().int().min(0).max(86_400);
/** A name as the log can hold it, whatever keyboard it was typed on: NFC, trimmed, without hidden characters. */
const name = z
  .string()
  .max(400)
  .transform(nameText)
  .refine((text) => text !== '' && nameFlaw(text) === null);
/** Canonical JSON takes NFC only, and no lone surrogates. */
const reason = z
  .string()
  .max(400)
  .transform((text) => text.normalize('NFC'))
  .refine((text) => !/[\uD800-\uDFFF]/u.test(text));

const scoreSettings = {
  sheet: z.string().min(1).max(64),
  disclosure: z.enum(['live', 'hidden', 'progress']),
  seconds,
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
const item: z.ZodType<Item> = z.discriminatedUnion('kind', [
  z.strictObject({ id: itemId, kind: z.literal('check-in') }),
  z.strictObject({
    id: itemId,
    kind: z.literal('draw'),
    purpose: z.enum(['presenters', 'panel']),
    take: z.number().int().min(1).max(10_000),
    sources: z
      .array(z.enum(['dice10', 'salt']))
      .min(1)
      .max(2),
    follow: z.strictObject({
      presentationSeconds: seconds,
      score: z.strictObject(scoreSettings),
    }),
  }),
  z.strictObject({
    id: itemId,
    kind: z.literal('presentation'),
    subject: id<SubjectId>(),
    seconds,
  }),
  z.strictObject({
    id: itemId,
    kind: z.literal('score'),
    subjects: z.array(id<SubjectId>()).min(1).max(1000),
    secrecy: z.enum(['named', 'sealed']),
    ...scoreSettings,
  }),
  z.strictObject({ id: itemId, kind: z.literal('board') }),
]);

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
  z.strictObject({ type: z.literal('LockDraw'), item: itemId }),
  z.strictObject({
    type: z.literal('ReadEntropy'),
    draw: id<DrawId>(),
    dice: z.string().max(200),
  }),
  z.strictObject({ type: z.literal('ShowNames'), draw: id<DrawId>(), shown: whole }),
  z.strictObject({ type: z.literal('VoidDraw'), draw: id<DrawId>(), why: reason }),
  z.strictObject({ type: z.literal('StartCountdown'), item: itemId }),
  z.strictObject({ type: z.literal('StopCountdown'), item: itemId }),
  z.strictObject({ type: z.literal('ExtendCountdown'), item: itemId, seconds: seconds.min(1) }),
  z.strictObject({ type: z.literal('OpenRound'), item: itemId }),
  z.strictObject({ type: z.literal('CloseRound'), round: madeId<RoundId>() }),
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
  attempt: z.number().int().min(1).max(1000),
  subject: id<SubjectId>(),
  rev: z.number().int().min(1).max(100_000),
  choice: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('scores'),
      scores: z.record(z.string().regex(ID_PATTERN), z.number().int().min(0).max(1_000_000)),
    }),
    z.strictObject({ kind: z.literal('abstain') }),
  ]),
});
