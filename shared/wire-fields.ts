// The fields that messages and commands are made of, each with its type. Loads zod: who only reads a table imports types.
import { z } from 'zod';
import type { Choice } from './ballots/ballot.ts';
import {
  ID_PATTERN,
  type CategoryId,
  type CommentId,
  type DrawId,
  type GroupId,
  type ItemId,
  type PaperId,
  type ReviewerId,
  type RoundId,
  type SeatId,
  type SubjectId,
} from './ids.ts';
import type { Holder } from './meeting/people.ts';
import type { Item, Pace } from './meeting/agenda/item.ts';
import {
  MOST_COMMENT,
  MOST_DAYS,
  MOST_LABEL,
  MOST_NUMBER,
  MOST_PACE_SECONDS,
  MOST_SECONDS,
} from './number-limits.ts';
import type { Scheme } from './scoring/scheme.ts';
import {
  MOST_LEVELS,
  MOST_PARTS,
  partsOf,
  type Grade,
  type Sheet,
  type SheetNode,
} from './scoring/sheet.ts';
import { recordOf } from './wire-record.ts';
import { lineField, nameField } from './wire-text.ts';
import { planSchema } from './wire-plan.ts';
import { isZone } from './zone.ts';

const idOf = <T extends string>(pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((value) => value as T);

export const id = <T extends string>() => idOf<T>(ID_PATTERN);

const whole = z.number().int().min(0).max(MOST_NUMBER);

/** A decimal of at most six places, as text (R8). */
const decimal = z.string().regex(/^\d{1,9}(?:\.\d{1,6})?$/);
/** The same, or "p/q". */
const share = z.string().regex(/^\d{1,9}(?:\.\d{1,6}|\/[1-9]\d{0,8})?$/);
/** A mark as phones send it: whatever more places it has than six, no line has such a mark. */
const mark = z.number().min(0).max(MOST_NUMBER);
/** A decimal of at most six places as it is stored: no needless zero in front. */
const plainDecimal = z.string().regex(/^(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?$/);

const choice: z.ZodType<Choice> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('scores'),
    scores: recordOf(z.string().regex(ID_PATTERN), mark),
  }),
  z.strictObject({ kind: z.literal('abstain') }),
]);

const pace: z.ZodType<Pace> = z.union([
  z.enum(['name', 'group']),
  z.strictObject({ every: z.number().int().min(1).max(MOST_PACE_SECONDS) }),
]);

const named = { id: z.string().regex(ID_PATTERN), name: nameField };
const grade: z.ZodType<Grade> = z.strictObject({ ...named, mark: decimal });
/** One level more than a sheet may have, so that who sends it is told which part is too deep. */
const sheetNode = (levels: number): z.ZodType<SheetNode> =>
  // No union: of one it would only be said that nothing fits.
  z
    .strictObject({
      ...{ ...named, weight: decimal },
      max: decimal.exactOptional(),
      groups: z.array(z.string().regex(ID_PATTERN)).min(1).max(100).exactOptional(),
      step: decimal.exactOptional(),
      scale: z.array(grade).max(50).exactOptional(),
      ...(levels > 0
        ? {
            children: z
              .array(sheetNode(levels - 1))
              .max(MOST_PARTS)
              .exactOptional(),
          }
        : {}),
    })
    .refine((one) => {
      const isPart = 'children' in one;
      const ways = [isPart, one.step !== undefined, one.scale !== undefined].filter(Boolean);
      const isLeaf = one.max !== undefined;
      return ways.length === 1 && isLeaf !== isPart && !(isPart && one.groups);
    }) as z.ZodType as z.ZodType<SheetNode>;

const sheet: z.ZodType<Omit<Sheet, 'version' | 'reason'>> = z
  .strictObject({
    ...named,
    children: z.array(sheetNode(MOST_LEVELS + 1)).max(MOST_PARTS),
    comments: z.literal(true).exactOptional(),
  })
  .refine(({ children }) => partsOf(children).length <= MOST_PARTS);

const scheme: z.ZodType<Omit<Scheme, 'version'>> = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  spread: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('trim'), t: whole.min(1) }),
    z.strictObject({ kind: z.literal('cap'), margin: plainDecimal }),
  ]),
  centre: z.enum(['mean', 'median']),
  emptyGroup: z.enum(['rescale', 'incomplete']),
  belowFloor: z.enum(['count', 'empty']),
  floor: whole,
  step: whole,
});

const holder: z.ZodType<Holder> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reviewer'), id: id<ReviewerId>() }),
  z.strictObject({ kind: z.literal('subject'), id: id<SubjectId>() }),
]);

export const fields = {
  category: id<CategoryId>(),
  comment: id<CommentId>(),
  draw: id<DrawId>(),
  group: id<GroupId>(),
  holder,
  paper: id<PaperId>(),
  reviewer: id<ReviewerId>(),
  seat: id<SeatId>(),
  subject: id<SubjectId>(),
  /** Item and round ids are made by us from others' ids, with a prefix and a suffix; a round's from its item's. */
  itemId: idOf<ItemId>(/^[A-Za-z0-9._-]{1,130}$/),
  round: idOf<RoundId>(/^[A-Za-z0-9._-]{1,140}$/),
  attempt: z.number().int().min(1).max(1000),
  // What may stand above the newest stored one is decided there; a fixed end would be out of reach for whoever follows.
  revision: z.number().int().min(1),
  whole,
  seconds: z.number().int().min(0).max(MOST_SECONDS),
  yes: z.boolean(),
  name: nameField,
  reason: lineField(400),
  said: lineField(MOST_COMMENT),
  /** Read as it was typed; its own rules say what is wrong with it. */
  typed: (most: number) => z.string().max(most),
  hex64: z.string().regex(/^[0-9a-f]{64}$/),
  hex96: z.string().regex(/^[0-9a-f]{96}$/),
  zone: z.string().min(1).max(64).refine(isZone),
  date: z.iso.date(),
  series: nameField,
  period: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine((one) => one.from <= one.to),
  plan: planSchema(nameField),
  /** An id that was made here. */
  named: z.string().regex(ID_PATTERN),
  /** What a thing is told apart by; may be empty. */
  label: lineField(MOST_LABEL),
  days: z.number().int().min(1).max(MOST_DAYS),
  plainDecimal,
  pace,
  decimal,
  share,
  choice,
  sheet,
  scheme,
  oneOf: <const T extends readonly string[]>(names: T) => z.enum(names),
  part: <S extends Shape>(shape: S): z.ZodType<Parsed<S>> => strict(shape),
  list: <T>(of: z.ZodType<T>, least: number, most: number): z.ZodType<readonly T[]> =>
    z.array(of).min(least).max(most),
  either: <const S extends readonly Shape[]>(by: string, ...shapes: S): Either<S[number]> => ({
    by,
    shapes,
  }),
};

/** Fields by name, as a schema of an object is made of them. */
export type Shape = z.core.$ZodShape;

/** What is left of a message of this shape once it is parsed. */
export type Parsed<S extends Shape> = keyof S extends never
  ? object
  : Readonly<z.output<z.ZodObject<S, z.core.$strict>>>;

/** One of several shapes, told apart by the field `by`. */
export interface Either<S extends Shape> {
  readonly by: string;
  readonly shapes: readonly S[];
}

/** The kit that bodies of commands are written with. */
export type Fields = typeof fields & { readonly item: z.ZodType<Item> };

export function strict<S extends Shape>(shape: S): z.ZodType<Parsed<S>> {
  return z.strictObject(shape);
}
