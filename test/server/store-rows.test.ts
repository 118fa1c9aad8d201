// [R1] [R2] Every row of every table is what it was written as: a bit turned or two rows exchanged is found and named.
import Database from 'better-sqlite3';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedRoots, Durable } from '../../server/durable.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import { offerSums, sumAll } from '../../server/store/row-sums.ts';
import { DamagedFile, NewerFile } from '../../server/store/store-errors.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { expectedRows } from '../../shared/meeting/expected-rows.ts';
import { wholeMeeting } from './whole-meeting.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kleroterion-rows-'));
  await wholeMeeting(join(folder, 'meeting.sqlite'));
  wholeServer(join(folder, 'server.sqlite'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Says where the file is damaged, by all that a server does before it is done with the check; null where it is not. */
function meetingFlaw(path: string): string | null {
  const opening = openMeetingFile(path);
  if (!opening.ok) return `${opening.flaw} ${opening.detail}`;
  try {
    const loaded = opening.file.load();
    const roots = closedRoots(Durable.rebuild(loaded).world.meeting);
    const rows = expectedRows(loaded.events.map(({ recorded }) => recorded));
    return opening.file.verify(roots, rows);
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NewerFile) return error.place;
    throw error;
  } finally {
    opening.file.close();
  }
}

function serverFlaw(path: string): string | null {
  const opening = openServerFile(path);
  if (!opening.ok) return opening.detail;
  opening.file.close();
  return null;
}

const FILES = {
  'meeting.sqlite': meetingFlaw,
  'server.sqlite': serverFlaw,
} as const;

/** How the rows of a table are called where not by its name. */
const CALLED: Readonly<Record<string, string>> = { events: 'event', ballots: 'ballot' };

describe.each(Object.entries(FILES))('%s', (name, flawOf) => {
  test('is sound as it was written', () => {
    expect(flawOf(join(folder, name))).toBeNull();
  });

  test.each([
    ['a bit turned', turned],
    ['two rows exchanged', exchanged],
  ])('[R2] %s in any column of any table is found and named', (_, changesOf) => {
    const missed: string[] = [];
    const tried = new Set<string>();
    for (const { table, column, sql } of changesOf(join(folder, name))) {
      const flaw = flawOf(changed(name, sql));
      tried.add(table);
      if (flaw?.includes(CALLED[table] ?? table) !== true)
        missed.push(`${table}.${column}: ${String(flaw)}`);
    }
    expect(missed).toEqual([]);
    expect([...tried].sort()).toEqual(
      tablesOf(join(folder, name), changesOf === exchanged ? 2 : 1),
    );
  });
});

describe('rows that are sound by themselves', () => {
  test.each([
    ['a name that the log does not know', "UPDATE directory SET name = '丁' WHERE id = 'U1'"],
    ['a row that was deleted', "DELETE FROM directory WHERE id = 'U1'"],
    [
      'a row too many',
      `INSERT INTO directory (kind, id, name, attributes, salt) VALUES ('subject', 'U9', '丁', '{}', 's')`,
    ],
    ['a reason that is gone', "DELETE FROM directory WHERE kind = 'reason'"],
    ['a ticket that is gone', "DELETE FROM tickets WHERE holder = 'R2'"],
    ['a ticket that nobody issued', 'UPDATE tickets SET issue = 2'],
    ['a session for another seat', "UPDATE seat_sessions SET seat = 'S006' WHERE seat = 'S001'"],
    ['a session of a claim to come', 'UPDATE seat_sessions SET claim = claim + 1'],
    [
      "another draw's salt",
      `UPDATE secrets SET value = '${'a'.repeat(64)}' WHERE name = 'D1/salt'`,
    ],
    ['a salt of names', `UPDATE secrets SET value = '${'a'.repeat(64)}' WHERE name = 'D1/roster'`],
    ['a salt that is gone', "DELETE FROM secrets WHERE name = 'D1/salt'"],
    ['other results', "UPDATE secrets SET value = value || ' ' WHERE name LIKE '%results'"],
    [
      'a voter erased before anybody was',
      'UPDATE ballots SET seat = NULL, salt = NULL WHERE n = 2',
    ],
  ])('[R3] are held against the log: %s', (_, sql) => {
    const path = changed('meeting.sqlite', sql, true);
    expect(meetingFlaw(path)).toMatch(/^(directory|tickets|seat_sessions|secrets|ballot) /);
  });
});

interface Change {
  readonly table: string;
  readonly column: string;
  readonly sql: string;
}

interface Column {
  readonly name: string;
  readonly type: string;
  /** Place in the primary key, from 1; 0 for a column that is not part of it. */
  readonly pk: number;
}

interface Cell {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly key: string;
  readonly values: readonly { readonly at: string; readonly value: string | bigint | null }[];
}

/** Every column of every table, with the values of its rows as SQL texts. */
function cells(path: string): readonly Cell[] {
  const db = new Database(path, { readonly: true });
  try {
    return tableNames(db).flatMap((table) => {
      const columns = db.pragma(`table_info(${table})`) as Column[];
      const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
      return columns.map(({ name: column, type }) => ({
        ...{ table, column, type, key: key.join(', ') },
        values: db
          .prepare(
            `SELECT ${key.map((one) => `quote(${one})`).join(" || ', ' || ")} AS at,
             ${column} AS value FROM ${table} ORDER BY 1`,
          )
          .safeIntegers()
          .all() as Cell['values'],
      }));
    });
  } finally {
    db.close();
  }
}

/** The last bit of a number, and of a letter in the middle of a text; where nothing is, something. */
function turned(path: string): readonly Change[] {
  return cells(path).flatMap(({ table, column, type, key, values }) => {
    const one = values.find(({ value }) => value !== null) ?? values.at(0);
    if (!one) return [];
    const sql = `UPDATE ${table} SET ${column} = ${literal(flipped(one.value, type))} WHERE (${key}) = (${one.at})`;
    return [{ table, column, sql }];
  });
}

/** The values of the first two rows that differ in a column. */
function exchanged(path: string): readonly Change[] {
  return cells(path).flatMap(({ table, column, type, key, values }) => {
    const [one] = values;
    const other = values.find(({ value }) => value !== one?.value);
    if (!one || !other) return [];
    // By a third value, as a column may hold each but once.
    const third = type === 'INTEGER' ? '99999' : "'third'";
    const set = (value: string) => `UPDATE ${table} SET ${column} = ${value} WHERE `;
    const sql = [
      `${set(third)} (${key}) = (${one.at})`,
      `${set(literal(one.value))} (${key}) = (${other.at})`,
      `${set(literal(other.value))} ${column} = ${third}`,
    ].join('; ');
    return [{ table, column, sql }];
  });
}

function literal(value: string | bigint | null): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

function flipped(value: string | bigint | null, type: string): string | bigint {
  if (value === null) return type === 'INTEGER' ? 7n : '["x"]';
  if (typeof value === 'bigint') return value ^ 1n;
  const middle = Math.floor(value.length / 2);
  return (
    value.slice(0, middle) +
    String.fromCharCode(value.charCodeAt(middle) ^ 1) +
    value.slice(middle + 1)
  );
}

/** The file after this, whatever the schema forbids. */
function changed(name: string, sql: string, summed = false): string {
  const path = join(folder, `changed-${name}`);
  for (const side of ['', '-wal', '-shm']) rmSync(path + side, { force: true });
  copyFileSync(join(folder, name), path);
  const db = new Database(path);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const trigger of triggers.all()) db.exec(`DROP TRIGGER ${String(trigger)}`);
  const before = db.prepare('SELECT total_changes()').pluck().get();
  db.exec(sql);
  expect(db.prepare('SELECT total_changes()').pluck().get()).not.toBe(before);
  if (summed) {
    offerSums(db);
    sumAll(db);
  }
  db.close();
  return path;
}

function tablesOf(path: string, rows: number): readonly string[] {
  const db = new Database(path, { readonly: true });
  try {
    return tableNames(db).filter(
      (table) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) >= rows,
    );
  } finally {
    db.close();
  }
}

function tableNames(db: Database.Database): readonly string[] {
  return db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
}

function wholeServer(path: string): void {
  const opening = openServerFile(path);
  if (!opening.ok) throw new Error(opening.detail);
  const { file } = opening;
  for (const [n, id] of (['a', 'b'] as StaffId[]).entries()) {
    const [createdAt, expiresAt] = [1000 + n, 5000 + n];
    const hash = (kind: string) => (kind + id).padEnd(64, '0');
    file.addStaff({
      id,
      name: `人${id}`,
      role: n ? 'clerk' : 'moderator',
      passphrase: id,
      createdAt,
    });
    file.addSession({ tokenHash: hash('5'), staff: id, createdAt, expiresAt });
    file.keepDevice(hash('d'), id, createdAt, 2);
    const role = n ? 'clerk' : 'supervisor';
    file.addInvitation({ tokenHash: hash('1'), role, createdAt, expiresAt });
    const meeting = { id: `m${id}` as MeetingId, code: `hall${id}`, file: `f${id}`, createdAt };
    file.addMeeting(meeting);
  }
  file.useInvitation('1a'.padEnd(64, '0'), 2000);
  file.disableStaff('b' as StaffId);
  file.keepDevice('e'.repeat(64), 'b' as StaffId, 1, 2);
  file.close();
}
