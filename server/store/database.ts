// Opens our SQLite files under one discipline: what is not ours stays untouched, what is ours has one writer that syncs.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { holdHeader } from './file-header.ts';
import { falseRow, keepSums, offerSums, sumAll } from './row-sums.ts';
import { DamagedFile, NewerFile, type OpeningFailure } from './store-errors.ts';

export type { OpeningFailure } from './store-errors.ts';

/** One kind of file: `schema` makes the newest version, `migrations[n]` leads from version n + 1 to n + 2. */
export interface FileFormat {
  /** Thirty-one bits in the file's header that say whose it is. */
  readonly applicationId: number;
  readonly schema: string;
  /** May call `row_sum`; the checksums of all rows are made anew after each. */
  readonly migrations: readonly string[];
  /**
   * Looks whether all in a file of this older version can be read, before it is migrated.
   *
   * @throws NewerFile | DamagedFile
   */
  readonly look?: (db: Database.Database, version: number) => void;
  /**
   * Looks at all of a file of the newest version.
   *
   * @throws DamagedFile
   */
  readonly check?: (db: Database.Database) => void;
}

export interface OpenDatabase {
  readonly ok: true;
  readonly db: Database.Database;
  /** The open file, for reading; it is closed with the database and not before. */
  readonly fd: number;
  /** Lets go of the file; a second time does nothing. */
  close(): void;
}

/** Milliseconds in which a server that is just ending may still let go of the file. */
const BUSY_MS = 500;

/**
 * Opens a file of this format, or says why not; in that case not a byte of it has changed. An older version is migrated,
 * a newer one refused.
 */
export function openDatabase(path: string, format: FileFormat): OpenDatabase | OpeningFailure {
  const header = holdHeader(path, format.applicationId, format.migrations.length + 1);
  if (!header.ok) return header;
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: BUSY_MS });
    prepare(db, format);
  } catch (error) {
    db?.close();
    const failure = failureOf(error, path);
    header.release(failure.flaw);
    return failure;
  }
  const open = db;
  return {
    ok: true,
    db: open,
    fd: header.fd,
    close() {
      if (!open.open) return;
      open.close();
      header.release();
    },
  };
}

/**
 * Makes a new file, readable by its owner only; it appears under its name whole or not at all.
 *
 * @param fill writes the first rows.
 */
export function createDatabase(
  path: string,
  format: FileFormat,
  fill: (db: Database.Database) => void = () => undefined,
): OpeningFailure | null {
  if (existsSync(path)) return unwritable(`${basename(path)} exists already`);
  const draft = `${path}.${randomBytes(4).toString('hex')}.new`;
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    const db = new Database(draft);
    try {
      db.pragma('synchronous = FULL');
      offerSums(db);
      db.transaction(() => {
        db.exec(format.schema);
        fill(db);
        sumAll(db);
        db.pragma(`application_id = ${format.applicationId}`);
        db.pragma(`user_version = ${format.migrations.length + 1}`);
      })();
      db.pragma('journal_mode = WAL');
    } finally {
      db.close();
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
    return null;
  } catch (error) {
    for (const side of ['', '-journal', '-wal', '-shm']) rmSync(draft + side, { force: true });
    return failureOf(error, path);
  }
}

function prepare(db: Database.Database, format: FileFormat): void {
  // First of all: nobody else may write, nor read, until we close or die; the lock is the process's, so kill -9 frees it.
  db.pragma('locking_mode = EXCLUSIVE');
  expect(db, 'journal_mode = WAL', 'journal_mode', 'wal');
  // R1: a reopened WAL database would otherwise run at NORMAL, which does not sync commits.
  expect(db, 'synchronous = FULL', 'synchronous', 2);
  // macOS syncs for real only so.
  db.pragma('fullfsync = ON');
  expect(db, 'foreign_keys = ON', 'foreign_keys', 1);
  // REPLACE then meets the triggers that forbid deletion.
  expect(db, 'recursive_triggers = ON', 'recursive_triggers', 1);
  // R14: an erased name leaves no trace in free pages.
  db.pragma('secure_delete = ON');
  offerSums(db);
  migrate(db, format);
  format.check?.(db);
  keepSums(db);
  db.prepare('SELECT count(*) FROM sqlite_schema').get();
}

function migrate(db: Database.Database, { migrations, look }: FileFormat): void {
  const version = Number(db.pragma('user_version', { simple: true }));
  // The header said otherwise, but a newer server may have been killed with its migration still in the WAL.
  if (version > migrations.length + 1) throw new NewerFile('the file');
  if (version <= migrations.length) {
    look?.(db, version);
    // What is damaged must not get a checksum that says otherwise.
    const place = falseRow(db);
    if (place !== null) throw new DamagedFile(place);
  }
  for (const [n, sql] of migrations.entries())
    if (n + 1 >= version)
      db.transaction(() => {
        db.exec(sql);
        sumAll(db);
        db.pragma(`user_version = ${n + 2}`);
      }).immediate();
}

function expect(db: Database.Database, set: string, name: string, value: unknown): void {
  db.pragma(set);
  const is = db.pragma(name, { simple: true });
  if (is !== value) throw new Error(`SQLite keeps ${name} at ${String(is)}`);
}

/** What an error in an opening comes to; one that is none of the file's is thrown on. */
export function failureOf(error: unknown, path: string): OpeningFailure {
  if (error instanceof NewerFile)
    return { ok: false, flaw: 'newer', detail: `${basename(path)}: ${error.place}` };
  if (error instanceof DamagedFile) return { ok: false, flaw: 'damaged', detail: error.place };
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  const detail = `${basename(path)}: ${error.message}`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { ok: false, flaw: 'in-use', detail };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { ok: false, flaw: 'damaged', detail };
  if (/^(E[A-Z]+|SQLITE_(READONLY|CANTOPEN|FULL|IOERR|PERM).*)$/.test(code))
    return unwritable(detail);
  throw error;
}

function unwritable(detail: string): OpeningFailure {
  return { ok: false, flaw: 'unwritable', detail };
}

/** A new name in a folder survives a power cut only when the folder is synced; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
