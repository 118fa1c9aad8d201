// Parses a stored event by the table of events: what it holds is what its type says, no more and no less. Loads zod.
import { z } from 'zod';
import { KINDS } from '../agenda/kinds.ts';
import { PURPOSES } from '../draws/purposes.ts';
import { writeInSteps } from '../../draw/canonical.ts';
import { partsOf, ROWS_A_STEP, type Steps } from '../../steps.ts';
import { EVENTS, type MeetingEvent, type Recorded } from '../events.ts';
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
  return (foundWhole.has(event) || fits(event)) && place.safeParse(rest).success;
}

function fits(event: MeetingEvent): boolean {
  return own(SCHEMAS, event.type)?.safeParse(event).success === true;
}

const foundWhole = new WeakSet<MeetingEvent>();

/**
 * Parses an event with lists of thousands in steps, and writes their canonical texts: {@link isWhole} and the hashing of
 * it are then short.
 */
export function* readyInSteps(event: MeetingEvent): Steps<void> {
  const long = Object.entries(event).filter(
    (field): field is [string, readonly unknown[]] =>
      Array.isArray(field[1]) && field[1].length > ROWS_A_STEP,
  );
  if (long.length === 0) return;
  const lists = long.map(([name, list]) => ({ name, list, parts: partsOf(list) }));
  // No schema looks at a list as a whole: it fits where each part of it does.
  const short = Object.fromEntries(lists.map(({ name, parts: [first] }) => [name, first]));
  let whole = true;
  for (const { name, parts } of lists)
    for (const part of parts) {
      whole &&= fits({ ...event, ...short, [name]: part });
      yield;
    }
  if (whole) foundWhole.add(event);
  for (const { list } of lists) yield* writeInSteps(list);
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
