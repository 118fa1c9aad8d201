// Names and schemas of what travels between pages and server. Values here load zod: phones use `import type` only.
import { z } from 'zod';
import type { Item } from './meeting/agenda/item.ts';
import { KIND_NAMES, KINDS } from './meeting/agenda/kinds.ts';
import type { Body } from './meeting/commands/command.ts';
import { SEAT_COMMANDS } from './meeting/commands/seats.ts';
import { STAFF_COMMANDS, type Expectation, type StaffCommand } from './meeting/commands.ts';
import type { Ask, MessageOf } from './protocol.ts';
import { fields, strict, type Either, type Fields, type Shape } from './wire-fields.ts';
import { itemFields } from './wire-item.ts';

const { itemId } = fields;
/** `turn` and `drawn` come back as the server gave them. */
const placed = { id: itemId, turn: itemId.exactOptional(), drawn: itemId.exactOptional() };
/** One of the catalogue's kinds, each with the fields that it declares. */
const item = discriminated(
  'kind',
  KIND_NAMES.map((kind) =>
    z.strictObject({ ...placed, kind: z.literal(kind), ...KINDS[kind].body(itemFields) }),
  ),
) as unknown as z.ZodType<Item>;

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

/** Where an operator's screen stood. */
export const expectation = z.strictObject({
  item: itemId.nullable(),
  touched: z.number().int().min(0),
}) satisfies z.ZodType<Expectation>;

/** Every message that a page may send: the seat of a cast, a word or a comment is not in it, the server knows it from the session. */
export const MESSAGES = {
  command: z.strictObject({ command: staffCommand, expects: expectation }),
  cast: strict(SEAT_COMMANDS.CastBallot.body(kit)),
  word: strict(SEAT_COMMANDS.SendWord.body(kit)),
  comment: strict(SEAT_COMMANDS.WriteComment.body(kit)),
  answer: strict(SEAT_COMMANDS.AnswerDraw.body(kit)),
  awake: z.strictObject({ awake: z.boolean() }),
} as const satisfies { readonly [A in Ask]: z.ZodType<MessageOf<A>> };
