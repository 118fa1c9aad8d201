// Events and side rows as they lie in a meeting's file, parsed at the edge.
import { z } from 'zod';
import type { SeatId } from '../../shared/ids.ts';
import { eventHash, eventHash1, type Chained } from '../../shared/meeting/chain.ts';
import type { Recorded } from '../../shared/meeting/events.ts';
import type { Holder } from '../../shared/meeting/people.ts';
import { isLater, isWhole } from '../../shared/meeting/events/parse.ts';
import { UnreadableEvent, type StoredEvent, type Upcaster } from '../../shared/meeting/upcast.ts';
import type { DirectoryEntry } from '../../shared/meeting/world.ts';
import { recordOf } from '../../shared/wire-record.ts';
import type { SeatSessionRow, TicketRow } from './meeting-store.ts';
import { parseJson } from './stored-ballots.ts';
import { DamagedFile, NewerFile } from './store-errors.ts';

/**
 * An event in its newest shape, whose texts are those that were hashed and agree with its columns. `place` names it.
 *
 * @throws NewerFile where it is of a version to come
 * @throws DamagedFile
 */
export function readEvent(row: unknown, place: string, upcaster: Upcaster): Chained {
  const { body, private: closed, prev, hash, salt, ...columns } = parseRow(eventRow, row, place);
  const stored = parseRow(storedEvent, joined(parseJson(body), parseJson(closed)), place);
  const { seq, at, v, event } = stored;
  const agrees =
    seq === columns.seq && at === columns.at && v === columns.v && event.type === columns.type;
  const hashed =
    closed === null || salt === null
      ? eventHash1(prev, body)
      : eventHash(prev, { open: body, closed: { text: closed, salt } });
  if (!agrees || hash !== hashed) throw new DamagedFile(place);
  const recorded = newest(stored as unknown as StoredEvent, place, upcaster);
  if (!isWhole(recorded)) throw new (isLater(recorded) ? NewerFile : DamagedFile)(place);
  return { recorded, prev, hash, salt: salt ?? '' };
}

function newest(stored: StoredEvent, place: string, upcaster: Upcaster): Recorded {
  try {
    return upcaster.read(stored);
  } catch (error) {
    const isLater = error instanceof UnreadableEvent && error.why === 'later';
    throw new (isLater ? NewerFile : DamagedFile)(place, { cause: error });
  }
}

/** What is private of an event, put back where it belongs; version 1 kept nothing apart. */
function joined(open: unknown, closed: unknown): unknown {
  const [whole, rest] = [parts.safeParse(open), parts.safeParse(closed)];
  if (!whole.success || !rest.success) return open;
  return {
    ...whole.data,
    by: { ...whole.data.by, ...rest.data.by },
    event: { ...whole.data.event, ...rest.data.event },
  };
}

export function readDirectoryEntry(row: unknown): DirectoryEntry {
  const { attributes, formerly, ...entry } = parseRow(
    directoryRow,
    row,
    placeIn('directory', row, ['kind', 'id']),
  );
  const place = `directory ${entry.kind}/${entry.id}`;
  return {
    ...entry,
    attributes: parseRow(attributesOf, parseJson(attributes), place),
    ...(formerly === null ? {} : { formerly: parseRow(namesOf, parseJson(formerly), place) }),
  };
}

export function readMeta(row: unknown): readonly [name: string, value: string] {
  const { name, value } = parseRow(namedRow, row, placeIn('meta', row, ['name']));
  return [name, value];
}

export function readSecret(row: unknown): { readonly name: string; readonly value: string } {
  return parseRow(namedRow, row, placeIn('secrets', row, ['name']));
}

export function readTicket(row: unknown): TicketRow {
  const {
    kind,
    holder: id,
    issue,
    secret_hash,
    code_hash,
  } = parseRow(ticketRow, row, placeIn('tickets', row, ['kind', 'holder', 'issue']));
  const holder = { kind, id } as Holder;
  return { holder, issue, secretHash: secret_hash, codeHash: code_hash };
}

export function readSession(row: unknown): SeatSessionRow {
  const { token_hash, seat, claim } = parseRow(
    sessionRow,
    row,
    placeIn('seat_sessions', row, ['token_hash']),
  );
  return { tokenHash: token_hash, seat: seat as SeatId, claim };
}

/** A row is named by its table and its key, whatever is wrong with it. */
function placeIn(table: string, row: unknown, key: readonly string[]): string {
  const columns = new Map(Object.entries(row ?? {}));
  return `${table} ${key.map((name) => String(columns.get(name))).join('/')}`;
}

/** A row, or a part of one, as its schema has it. @throws DamagedFile that names the place. */
export function parseRow<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DamagedFile(place, { cause: parsed.error });
}

const whole = z.int().min(0);
const hash64 = z.string().regex(/^[0-9a-f]{64}$/);

const eventRow = z.strictObject({
  seq: whole,
  at: whole,
  type: z.string(),
  v: whole,
  body: z.string(),
  prev: z.union([z.literal(''), hash64]),
  hash: hash64,
  private: z.nullable(z.string()),
  salt: z.nullable(z.string()),
});

const parts = z.looseObject({ by: z.looseObject({}), event: z.looseObject({}) });

/** As far as the table of events is not needed to read it. */
const storedEvent = z.looseObject({
  seq: whole.min(1),
  at: whole,
  by: z.looseObject({ kind: z.string() }),
  v: z.number(),
  event: z.looseObject({ type: z.string() }),
});

const directoryRow = z.object({
  kind: z.enum(['subject', 'reviewer', 'reason', 'comment', 'staff', 'attribute']),
  id: z.string(),
  name: z.string(),
  attributes: z.string(),
  salt: z.string(),
  formerly: z.nullable(z.string()),
});
const namesOf = z.array(z.string()).min(1);
const attributesOf = recordOf(z.string(), z.string());
const namedRow = z.object({ name: z.string(), value: z.string() });
const ticketRow = z.object({
  kind: z.enum(['reviewer', 'subject']),
  holder: z.string(),
  issue: whole,
  secret_hash: hash64,
  code_hash: hash64,
});
const sessionRow = z.object({ token_hash: hash64, seat: z.string(), claim: whole });
