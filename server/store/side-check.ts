// Holds the rows beside a log against their checksums and against the log, a few at a time.
import type Database from 'better-sqlite3';
import {
  claimKey,
  isExpected,
  isOpening,
  type ExpectedRows,
} from '../../shared/meeting/expected-rows.ts';
import { keyOf } from '../../shared/meeting/people.ts';
import { directoryKey } from '../../shared/meeting/world.ts';
import { falseRow } from './row-sums.ts';
import { readDirectoryEntry, readSecret, readSession, readTicket } from './stored-rows.ts';
import { DamagedFile } from './store-errors.ts';

/** Rows whose commitments are recomputed in one go. */
const SLICE = 100;

/**
 * Looks at the rows as they are when the first step is taken, and yields between steps of work. What the log says is held
 * against them only where nothing was decided since it was asked.
 *
 * @throws DamagedFile that names the first row that is not as it was written
 */
export function* checkSide(
  db: Database.Database,
  expected: ExpectedRows | null,
): Generator<undefined, undefined, undefined> {
  const place = falseRow(db);
  if (place !== null) throw new DamagedFile(place);
  const newest = db.prepare<[], number | null>('SELECT max(seq) FROM events').pluck().get();
  if (expected?.seq !== newest || expected === null) return;
  const rowsOf = (table: string) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all();
  const tables = {
    directory: rowsOf('directory').map(readDirectoryEntry),
    tickets: rowsOf('tickets').map(readTicket),
    sessions: rowsOf('seat_sessions').map(readSession),
    secrets: rowsOf('secrets').map(readSecret),
  };
  yield;
  const names = new Map<string, string>();
  for (const [n, entry] of tables.directory.entries()) {
    const key = directoryKey(entry.kind, entry.id);
    if (!isExpected(expected, entry)) throw new DamagedFile(`directory ${key}`);
    names.set(key, entry.name);
    if (n % SLICE === SLICE - 1) yield;
  }
  for (const key of expected.directory.keys())
    if (!names.has(key)) throw new DamagedFile(`directory ${key}`);
  checkTickets(tables.tickets, expected);
  for (const { seat, claim, tokenHash } of tables.sessions)
    if (!expected.claims.has(claimKey(seat, claim)))
      throw new DamagedFile(`seat_sessions ${tokenHash}`);
  yield;
  const secrets = new Map(tables.secrets.map(({ name, value }) => [name, value]));
  for (const [name, opens] of expected.secrets) {
    const secret = secrets.get(name);
    // Results lie there between close and reveal only, and older logs held them themselves.
    const isSound =
      secret === undefined
        ? opens.kind === 'results'
        : isOpening(opens, secret, (key) => names.get(key) ?? '');
    if (!isSound) throw new DamagedFile(`secrets ${name}`);
    yield;
  }
}

function checkTickets(
  tickets: readonly ReturnType<typeof readTicket>[],
  { tickets: issued }: ExpectedRows,
): void {
  const found = new Map<string, number>();
  for (const { holder, issue } of tickets) {
    const key = keyOf(holder);
    if (issue > (issued.get(key) ?? 0)) throw new DamagedFile(`tickets ${key}/${String(issue)}`);
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  for (const [key, issues] of issued)
    if (found.get(key) !== issues) throw new DamagedFile(`tickets ${key}`);
}
