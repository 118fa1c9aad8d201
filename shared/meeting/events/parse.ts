// Parses a stored event by the table of events: what it holds is what its type says, no more and no less. Loads zod.
import { z } from 'zod';
import { KINDS } from '../agenda/kinds.ts';
import { PURPOSES } from '../draws/purposes.ts';
import { EVENTS, type Recorded } from '../events.ts';
import { stored } from './stored.ts';
import { own } from '../../own.ts';

const { object, text, whole } = stored;

const SCHEMAS = Object.fromEntries(
  Object.entries(EVENTS).map(([type, { body }]) => [
    type,
    object({ type: z.literal(type), ...body(stored) }),
  ]),
) as Readonly<Record<string, z.ZodType>>;

const place = object({
  seq: whole.min(1),
  at: whole,
  by: z.discriminatedUnion('kind', [
    object({ kind: z.literal('staff'), id: text }),
    object({ kind: z.literal('seat'), id: text }),
    object({ kind: z.literal('holder'), holder: stored.holder }),
    object({ kind: z.literal('server') }),
  ]),
  act: z.nullable(object({ n: whole.min(1), command: text })),
  v: whole.min(1),
});

/** Whether an event of the newest shape is whole. It is taken as it is: nothing of what was hashed is normalised. */
export function isWhole({ event, ...rest }: Recorded): boolean {
  const schema = own(SCHEMAS, event.type);
  return schema !== undefined && schema.safeParse(event).success && place.safeParse(rest).success;
}

const parts = z.looseObject({ kind: z.unknown(), purpose: z.unknown() }).partial();
/** In most events `item` and `items` are ids. */
const some = z.union([z.string(), parts]);
const holder = parts.extend({ item: some, items: z.array(some) }).partial();

/** Whether an event that is not whole speaks of a kind of item or a purpose of draws that only a later version knows. */
export function isLater({ event }: Recorded): boolean {
  const held = holder.safeParse(event);
  if (!held.success) return false;
  const { item, items = [], purpose } = held.data;
  const all = [item, ...items].filter((one) => typeof one === 'object');
  return (
    isUnknown(PURPOSES, purpose) ||
    all.some((one) => isUnknown(KINDS, one.kind) || isUnknown(PURPOSES, one.purpose))
  );
}

function isUnknown(table: object, name: unknown): boolean {
  return typeof name === 'string' && !Object.hasOwn(table, name);
}
