// The fields that items of an agenda are made of. Loads zod: kinds of items import its types only.
import { z } from 'zod';
import { ID_PATTERN } from './ids.ts';
import { LOTS_COUNTS, WITHINS, type SheetPlan, type Who } from './meeting/agenda/item.ts';
import type { Limits } from './scoring/limits.ts';
import { MOST_QUOTAS, MOST_TAKEN } from './number-limits.ts';
import { fields } from './wire-fields.ts';
import { recordOf } from './wire-record.ts';
import { linesField, nameField } from './wire-text.ts';

const { seconds } = fields;
const sheetId = z.string().min(1).max(64);
const cell = z.string().regex(ID_PATTERN);
const sheet: z.ZodType<SheetPlan> = z.union([
  sheetId,
  z
    .array(
      z.strictObject({
        groups: z.array(fields.group).min(1).max(100).exactOptional(),
        categories: z.array(fields.category).min(1).max(100).exactOptional(),
        sheet: sheetId,
      }),
    )
    .min(1)
    .max(50),
]);
const taken = z.number().int().min(1).max(MOST_TAKEN);
const band = z.strictObject({ places: taken, take: taken });
const limits: z.ZodType<Limits> = z.strictObject({
  top: z
    .strictObject({
      at: z.union([
        z.strictObject({ grade: z.string().regex(ID_PATTERN) }),
        z.strictObject({ total: fields.decimal }),
      ]),
      share: fields.share,
      of: z.literal('category').exactOptional(),
    })
    .exactOptional(),
  distinct: z.number().int().min(1).max(1000).exactOptional(),
});
const bound = z.number().int().min(0).max(MOST_TAKEN);
/** Of a panel: for each value of an attribute, or group, how many at least and at most. */
export const quotas = z
  .array(z.strictObject({ a: cell, v: cell, min: bound, max: bound }))
  .min(1)
  .max(MOST_QUOTAS);
const objective = z.literal('goldilocks');
const who: z.ZodType<Who> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('units'), within: z.enum(WITHINS) }),
  z.strictObject({ kind: z.literal('ring'), next: z.number().int().min(1).max(MOST_TAKEN) }),
]);
const score = {
  sheet,
  disclosure: z.enum(['live', 'hidden', 'progress']),
  seconds,
  closes: z.literal('itself').exactOptional(),
  who: who.exactOptional(),
};

export const itemFields = {
  subject: fields.subject,
  category: fields.category,
  seconds,
  sheet,
  score,
  limits,
  who,
  name: nameField,
  /** Several lines, as on a card. */
  paragraph: linesField(2000),
  taken,
  /** Of a person or a unit, as a lock has it. */
  member: cell,
  itemId: fields.itemId,
  spread: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('proportional') }),
    z.strictObject({
      kind: z.literal('fixed'),
      take: recordOf(cell, z.number().int().min(0).max(MOST_TAKEN)),
    }),
    z.strictObject({
      ...{ kind: z.literal('lots'), panels: z.literal(LOTS_COUNTS) },
      ...{ quotas: quotas.exactOptional(), objective: objective.exactOptional() },
    }),
    z.strictObject({ kind: z.literal('lottery'), quotas, objective: objective.exactOptional() }),
    z.strictObject({
      ...{ kind: z.literal('bands'), category: fields.category.exactOptional() },
      ...{ first: band.exactOptional(), last: band.exactOptional() },
      rest: taken.exactOptional(),
    }),
  ]),
  pace: fields.pace,
  oneOf: fields.oneOf,
  word: <const T extends string>(one: T) => z.literal(one),
  list: <T>(of: z.ZodType<T>, least: number, most: number) => z.array(of).min(least).max(most),
  single: <T>(of: z.ZodType<T>) => z.tuple([of]),
  either: <A, B>(a: z.ZodType<A>, b: z.ZodType<B>) => z.union([a, b]),
  part: <S extends z.ZodRawShape>(shape: S) => z.strictObject(shape),
};

/** The kit that bodies of items are written with. */
export type ItemFields = typeof itemFields;

/** A schema for each field of `T`. */
export type ShapeOf<T> = {
  readonly [P in keyof T]-?: z.ZodType<Exclude<T[P], undefined>>;
};
