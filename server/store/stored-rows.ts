// Events and side rows as they lie in a meeting's file, parsed at the edge.
import { z } from 'zod';
import type { ReviewerId, SeatId } from '../../shared/ids.ts';
import { tryCanonical } from '../../shared/draw/canonical.ts';
import type { Chained } from '../../shared/meeting/chain.ts';
import type { Recorded } from '../../shared/meeting/events.ts';
import type { DirectoryEntry } from '../../shared/meeting/world.ts';
import { recordOf } from '../../shared/wire-record.ts';
import type { SeatSessionRow, TicketRow } from './meeting-store.ts';
import { parseJson } from './stored-ballots.ts';
import { DamagedFile } from './store-errors.ts';

/** An event whose body is the canonical text of itself and agrees with its columns. `place` names it. */
export function readEvent(row: unknown, place: string): Chained {
  const { body, prev, hash, ...columns } = parseRow(eventRow, row, place);
  const value = parseJson(body);
  const { seq, at, v, event, act } = parseRow(recorded, value, place);
  const agrees =
    tryCanonical(value) === body &&
    seq === columns.seq &&
    at === columns.at &&
    v === columns.v &&
    event.type === columns.type;
  if (!agrees) throw new DamagedFile(place);
  // What lies inside the event is what its hash says, and that was written by this program.
  return { recorded: { ...(value as Recorded), act: act ?? null }, prev, hash };
}

export function readDirectoryEntry(row: unknown): DirectoryEntry {
  const { attributes, ...entry } = parseRow(directoryRow, row, 'directory');
  const place = `directory ${entry.kind}/${entry.id}`;
  return { ...entry, attributes: parseRow(attributesOf, parseJson(attributes), place) };
}

export function readMeta(row: unknown): readonly [name: string, value: string] {
  const { name, value } = parseRow(namedRow, row, 'meta');
  return [name, value];
}

export function readSecret(row: unknown): { readonly name: string; readonly value: string } {
  return parseRow(namedRow, row, 'secret');
}

export function readTicket(row: unknown): TicketRow {
  const { reviewer, issue, secret_hash, code_hash } = parseRow(ticketRow, row, 'ticket');
  return { reviewer: reviewer as ReviewerId, issue, secretHash: secret_hash, codeHash: code_hash };
}

export function readSession(row: unknown): SeatSessionRow {
  const { token_hash, seat, claim } = parseRow(sessionRow, row, 'seat session');
  return { tokenHash: token_hash, seat: seat as SeatId, claim };
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
});

const recorded = z.strictObject({
  seq: whole.min(1),
  at: whole,
  by: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('staff'), id: z.string() }),
    z.strictObject({ kind: z.literal('seat'), id: z.string() }),
    z.strictObject({ kind: z.literal('server') }),
  ]),
  // R2: a second version comes with its upcaster; a version that is not known is refused.
  v: z.literal(1),
  act: z.strictObject({ n: whole.min(1), command: z.string() }).exactOptional(),
  event: z.looseObject({ type: z.string() }),
});

const directoryRow = z.strictObject({
  kind: z.enum(['subject', 'reviewer', 'reason']),
  id: z.string(),
  name: z.string(),
  attributes: z.string(),
  salt: z.string(),
});
const attributesOf = recordOf(z.string(), z.string());
const namedRow = z.strictObject({ name: z.string(), value: z.string() });
const ticketRow = z.strictObject({
  reviewer: z.string(),
  issue: whole,
  secret_hash: hash64,
  code_hash: hash64,
});
const sessionRow = z.strictObject({ token_hash: hash64, seat: z.string(), claim: whole });
