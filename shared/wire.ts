// Names and schemas of what travels between pages and server. Values here load zod: phones use `import type` only.
import { z } from 'zod';
import { ID_PATTERN, type CategoryId, type SubjectId } from './ids.ts';
import type { Body } from './meeting/commands/command.ts';
import { SEAT_COMMANDS } from './meeting/commands/seats.ts';
import { STAFF_COMMANDS, type StaffCommand } from './meeting/commands.ts';
import type { Item } from './meeting/items.ts';
import { MOST_TAKEN } from './number-limits.ts';
import type { Ask, MessageOf } from './protocol.ts';
import { fields, id, strict, type Either, type Fields, type Shape } from './wire-fields.ts';
import { recordOf } from './wire-record.ts';
import { linesField } from './wire-text.ts';

const { itemId, name, seconds } = fields;
/** Text of a card. */
const paragraph = linesField(2000);

const scoreSettings = {
  sheet: z.string().min(1).max(64),
  disclosure: z.enum(['live', 'hidden', 'progress']),
  seconds,
  closes: z.literal('itself').exactOptional(),
};

const item: z.ZodType<Item> = z.discriminatedUnion('kind', [
  z.strictObject({ id: itemId, kind: z.literal('check-in') }),
  z.strictObject({
    id: itemId,
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
    id: itemId,
    kind: z.literal('presentation'),
    subject: id<SubjectId>(),
    seconds,
  }),
  z.strictObject({
    id: itemId,
    kind: z.literal('score'),
    subjects: z.tuple([id<SubjectId>()]),
    secrecy: z.enum(['named', 'sealed']),
    ...scoreSettings,
  }),
  z.strictObject({
    id: itemId,
    kind: z.literal('written'),
    subjects: z.union([z.literal('rest'), z.array(id<SubjectId>()).min(1).max(1000)]),
    sheet: scoreSettings.sheet,
    disclosure: z.enum(['hidden', 'progress']),
  }),
  z.strictObject({
    id: itemId,
    kind: z.literal('board'),
    category: id<CategoryId>().exactOptional(),
  }),
  z.strictObject({ id: itemId, kind: z.literal('card'), title: name, text: paragraph }),
]);

const kit: Fields = { ...fields, item };

/** Commands that staff may send in a message: all but those that the server makes of files and secrets. */
export const staffCommand = discriminated(
  'type',
  Object.entries(STAFF_COMMANDS).flatMap(([type, { body }]) =>
    typeof body === 'function' ? [commandOf(type, body(kit))] : [],
  ),
) as unknown as z.ZodType<StaffCommand>;

function commandOf(type: string, body: ReturnType<Body>) {
  const named = (shape: Shape) => z.strictObject({ type: z.literal(type), ...shape });
  return isEither(body) ? discriminated(body.by, body.shapes.map(named)) : named(body);
}

function isEither(body: ReturnType<Body>): body is Either<Shape> {
  return Array.isArray(body['shapes']);
}

/** Of options that are known only once the tables are read. */
function discriminated(by: string, options: readonly z.core.$ZodTypeDiscriminable[]) {
  return z.discriminatedUnion(by, options as [z.core.$ZodTypeDiscriminable]);
}

/** Every message that a page may send: the seat of a cast or a word is not in it, the server knows it from the session. */
export const MESSAGES = {
  command: z.strictObject({
    command: staffCommand,
    expects: z.strictObject({ item: itemId.nullable(), touched: z.number().int().min(0) }),
  }),
  cast: strict(SEAT_COMMANDS.CastBallot.body(kit)),
  word: strict(SEAT_COMMANDS.SendWord.body(kit)),
  awake: z.strictObject({ awake: z.boolean() }),
} as const satisfies { readonly [A in Ask]: z.ZodType<MessageOf<A>> };
