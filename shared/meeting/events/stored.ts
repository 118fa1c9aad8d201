// The kit of zod schemas that stored events are made of: shapes as they were written, nothing normalised. Loads zod.
import { z } from 'zod';
import { readLock, type AnyLock } from '../../draw/lock.ts';
import type { LotteryPanel } from '../../draw/lock-form.ts';
import type { Panel } from '../../draw/lots.ts';
import type {
  CategoryId,
  CommentId,
  DrawId,
  GroupId,
  ItemId,
  MeetingId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../../ids.ts';
import type { Scheme } from '../../scoring/scheme.ts';
import type { Limits } from '../../scoring/limits.ts';
import type { Sheet, SheetNode } from '../../scoring/sheet.ts';
import { itemFields, type ItemFields } from '../../wire-item.ts';
import { recordOf } from '../../wire-record.ts';
import { KIND_NAMES, KINDS } from '../agenda/kinds.ts';
import { PURPOSE_NAMES } from '../draws/purposes.ts';
import type { Keeper, ReplacementReason } from '../draws/draw.ts';
import {
  type Countdown,
  type Disclosure,
  type DrawPurpose,
  type Item,
  type Pace,
  type ScoreSettings,
  type SheetPlan,
} from '../agenda/item.ts';
import type {
  Category,
  Holder,
  PersonReason,
  ReportDocument,
  Reviewer,
  Subject,
} from '../people.ts';
import type { Form, SubjectResult, Version } from '../round.ts';
import { spread } from './stored-spread.ts';
import { ratersOf, who } from './stored-who.ts';

const text = z.string();
const whole = z.int().min(0);
const yes = z.literal(true);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const salt = z.string().regex(/^[0-9a-f]{32}$/);
const signature = z.string().regex(/^[0-9a-f]{96}$/);
/** At most six places (R8); no leading zeros but one, so that a number has one text. */
const decimal = z.string().regex(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/);

function id<T extends string>(): z.ZodType<T> {
  return z.string().min(1).max(200) as z.ZodType<string> as z.ZodType<T>;
}

function list<T>(one: z.ZodType<T>): z.ZodType<readonly T[]> {
  return z.array(one);
}

function optional<T>(one: z.ZodType<T>): z.ZodExactOptional<z.ZodType<T>> {
  return z.exactOptional(one);
}

function one<const T extends string>(...values: readonly [T, ...T[]]): z.ZodType<T> {
  return z.enum(values) as z.ZodType<string> as z.ZodType<T>;
}

const object = z.strictObject;

const category = id<CategoryId>();
const comment = id<CommentId>();
const draw = id<DrawId>();
const group = id<GroupId>();
const item = id<ItemId>();
const paper = id<PaperId>();
const reviewer = id<ReviewerId>();
const round = id<RoundId>();
const seat = id<SeatId>();
const staff = id<StaffId>();
const subject = id<SubjectId>();

const purpose = z.enum(PURPOSE_NAMES as readonly [DrawPurpose]);
const disclosure: z.ZodType<Disclosure> = one('live', 'hidden', 'progress');
const plan: z.ZodType<SheetPlan> = z.union([
  text,
  list(
    object({ groups: optional(list(group)), categories: optional(list(category)), sheet: text }),
  ),
]);
const limits: z.ZodType<Limits> = object({
  top: optional(
    object({
      at: z.union([object({ grade: text }), object({ total: decimal })]),
      share: text,
      of: optional(z.literal('category')),
    }),
  ),
  distinct: optional(whole),
});
const scoreSettings = {
  sheet: plan,
  disclosure,
  seconds: whole,
  closes: optional(z.literal('itself')),
  who: optional(who),
} satisfies Record<keyof ScoreSettings, z.ZodType>;

const pace: z.ZodType<Pace> = z.union([z.enum(['name', 'group']), object({ every: whole })]);

/** The kinds' kit as their items were stored: limits and ids of today's messages do not hold for older logs. */
const itemKit = {
  ...{ subject, category, seconds: whole, sheet: plan, limits, who, score: scoreSettings },
  ...{ name: text, paragraph: text, taken: whole, member: text, itemId: item },
  spread,
  ...{ oneOf: itemFields.oneOf, word: itemFields.word, either: itemFields.either, part: object },
  pace,
  list,
  // Older logs may hold several; then the round does not open.
  single: <T>(of: z.ZodType<T>) => z.array(of).min(1),
} as unknown as ItemFields;

const agendaItem = z.discriminatedUnion(
  'kind',
  KIND_NAMES.map((kind) =>
    object({
      ...{ id: item, turn: optional(item), drawn: optional(item) },
      ...{ kind: z.literal(kind), ...KINDS[kind].body(itemKit) },
    }),
  ) as unknown as readonly [z.ZodObject<{ kind: z.ZodLiteral }>],
) as unknown as z.ZodType<Item>;

const node = { id: text, name: text, weight: decimal };
const mark = object({ id: text, name: text, mark: decimal });
const leaf = { ...node, max: decimal, groups: optional(list(group)) };
const sheetNode: z.ZodType<SheetNode> = z.lazy(() =>
  z.union([
    object({ ...leaf, step: decimal }),
    object({ ...leaf, scale: list(mark) }),
    object({ ...node, children: list(sheetNode) }),
  ]),
);
const sheet: z.ZodType<Sheet> = object({
  id: text,
  version: whole,
  name: text,
  children: list(sheetNode),
  reason: optional(text),
  comments: optional(z.literal(true)),
});

const scheme: z.ZodType<Scheme> = object({
  id: text,
  version: whole,
  spread: z.discriminatedUnion('kind', [
    object({ kind: z.literal('none') }),
    object({ kind: z.literal('trim'), t: whole }),
    object({ kind: z.literal('cap'), margin: decimal }),
  ]),
  centre: one('mean', 'median'),
  emptyGroup: one('rescale', 'incomplete'),
  belowFloor: one('count', 'empty'),
  floor: whole,
  step: whole,
});

const version: z.ZodType<Version> = object({ id: text, version: whole });
const form: z.ZodType<Form> = z.discriminatedUnion('kind', [
  object({
    kind: z.literal('sheet'),
    sheets: list(
      object({
        groups: optional(list(group)),
        categories: optional(list(category)),
        sheet: version,
      }),
    ),
  }),
]);
const value = object({ exact: text, decimal: text });
const result: z.ZodType<SubjectResult> = object({
  subject,
  groups: list(
    object({
      group,
      weight: decimal,
      expected: whole,
      counted: whole,
      abstained: whole,
      value: optional(value),
    }),
  ),
  score: optional(value),
  incomplete: optional(one('no-ballots', 'group-without-ballots')),
});

const holder: z.ZodType<Holder> = z.discriminatedUnion('kind', [
  object({ kind: z.literal('reviewer'), id: reviewer }),
  object({ kind: z.literal('subject'), id: subject }),
]);
const countdown: z.ZodType<Countdown> = z.discriminatedUnion('phase', [
  object({ item, totalSeconds: whole, phase: z.literal('running'), endsAt: whole }),
  object({ item, totalSeconds: whole, phase: z.literal('stopped'), leftMs: whole }),
]);
const document: z.ZodType<ReportDocument> = object({
  hash,
  name: text,
  bytes: whole,
  media: one(
    ...(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const),
    ...(['text/plain', 'text/markdown'] as const),
  ),
});
const unit: z.ZodType<Subject> = object({
  id: subject,
  kind: one('unit', 'division', 'head', 'organiser', 'option'),
  category,
  parent: optional(subject),
  commitment: hash,
});
/** Codes by attribute. */
const codes = recordOf(text, text);
const member: z.ZodType<Reviewer> = object({
  id: reviewer,
  group,
  recusals: list(subject),
  codes: optional(codes),
  commitment: hash,
});
const keeper: z.ZodType<Keeper> = object({ id: staff, role: z.literal('supervisor') });
const lock = z.custom<AnyLock>((given) => readLock(given).ok);
/** Of a lottery: what each takes of a cell, and how often it comes. */
const lottery: z.ZodType<readonly LotteryPanel[]> = list(
  object({ w: whole, take: recordOf(text, whole) }),
);
/** Panels of people: each may be thousands of ids long, and a draw by lots has a thousand. */
const panels: z.ZodType<readonly Panel[]> = z.custom<readonly Panel[]>(
  (given) =>
    Array.isArray(given) &&
    given.every((panel) => Array.isArray(panel) && panel.every((one) => typeof one === 'string')),
);
const personReason: z.ZodType<PersonReason> = z.union([
  text,
  object({ id: text, commitment: hash }),
]);
const replacementReason: z.ZodType<ReplacementReason> = one(
  'no-show',
  'recusal',
  'left',
  'declined',
);
const categoryRow: z.ZodType<Category> = object({ id: category, name: text, mark: text });
const belonging = {
  series: optional(text),
  period: optional(object({ from: text, to: text })),
};
const boardCategory: z.ZodType<CategoryId | 'all'> = z.union([z.literal('all'), category]);

/** What `body` of an event is given. */
export const stored = {
  ...{ purpose, text, whole, yes, hash, salt, signature, decimal, list, optional, one, object },
  ...{
    meeting: id<MeetingId>(),
    category,
    comment,
    draw,
    group,
    item,
    paper,
    reviewer,
    round,
    seat,
    subject,
  },
  ...{
    pace,
    disclosure,
    limits,
    agendaItem,
    sheet,
    scheme,
    version,
    form,
    result,
    value,
    holder,
    raters: ratersOf(subject),
    countdown,
  },
  ...{
    belonging,
    boardCategory,
    document,
    unit,
    member,
    keeper,
    lock,
    panels,
    lottery,
    codes,
    personReason,
    replacementReason,
    categoryRow,
  },
};

export type Stored = typeof stored;
