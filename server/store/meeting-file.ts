// One meeting's SQLite file, synchronous: what a writer's thread owns, and what scripts read.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MeetingId } from '../../shared/ids.ts';
import type { MeetingEvent } from '../../shared/meeting/events.ts';
import { Upcaster } from '../../shared/meeting/upcast.ts';
import { committer, tidyAfterErasure } from './committer.ts';
import { createDatabase, openDatabase, type FileFormat, type OpenDatabase } from './database.ts';
import { Loading, type SideTable, type StoredPart } from './loading.ts';
import type { Commit, Loaded } from './meeting-store.ts';
import { NamedBox } from './named-box.ts';
import { holdStill, letMove, type StillFile } from './still-file.ts';
import { CommitFailed, DamagedFile, type OpeningFailure } from './store-errors.ts';
import { lookAhead } from './look-ahead.ts';
import { readEvent } from './stored-rows.ts';
import type { ClosedRoot, Verifying } from './verifying.ts';

/** The tables of a meeting's file, with comments. */
export const MEETING_SCHEMA = sql('meeting-schema');

const FORMAT: FileFormat = {
  // "Klm1" in ASCII.
  applicationId: 0x4b6c6d31,
  schema: MEETING_SCHEMA,
  migrations: [sql('meeting-schema-2'), sql('meeting-schema-3'), sql('meeting-schema-4')],
  look: lookAhead,
};

const SIDE_TABLES: readonly SideTable[] = [
  'meta',
  'events',
  'directory',
  'secrets',
  'tickets',
  'seat_sessions',
];

export interface MeetingFileOptions {
  /** Makes a new file for this meeting; one that exists is then refused as `unwritable`. */
  readonly create?: { readonly meeting: MeetingId };
}

export type MeetingOpening = { readonly ok: true; readonly file: MeetingFile } | OpeningFailure;

/**
 * Opens a meeting's file and keeps everybody else out of it until it is closed (R11). Where it refuses, not a byte of the
 * file has changed.
 */
export function openMeetingFile(path: string, options: MeetingFileOptions = {}): MeetingOpening {
  const { create } = options;
  const failure = create && createDatabase(path, FORMAT, (db) => fillMeta(db, create.meeting));
  if (failure) return failure;
  const opened = openDatabase(path, FORMAT);
  return opened.ok ? { ok: true, file: new MeetingFile(opened) } : opened;
}

export class MeetingFile {
  readonly #opened: OpenDatabase;
  readonly #box: NamedBox;
  readonly #commit: (commit: Commit) => void;
  #still = false;

  constructor(opened: OpenDatabase) {
    this.#opened = opened;
    this.#box = new NamedBox(opened.db);
    this.#commit = committer(opened.db, this.#box);
    this.tidy();
  }

  /**
   * Everything in the file. The chain of events is checked whole, ballots for shape and agreement of their columns; their
   * hashes are left to {@link verify}.
   *
   * @throws DamagedFile that names the row.
   */
  load(): Loaded {
    const loading = new Loading();
    for (const part of this.parts()) loading.add(part);
    return loading.done();
  }

  /** What {@link load} parses, in the order in which `Loading` wants it: ballots last, some thousand at a time. */
  *parts(): Generator<StoredPart, undefined, undefined> {
    const { db } = this.#opened;
    try {
      for (const table of SIDE_TABLES)
        yield { table, rows: db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all() };
      for (const rows of this.#box.slices()) yield { table: 'ballots', rows };
    } catch (error) {
      throw damaged(error);
    }
  }

  /**
   * The events of one type, oldest first; each is checked for its own shape, not for its place in the chain.
   *
   * @throws DamagedFile that names the row.
   */
  eventsOf<T extends MeetingEvent['type']>(
    type: T,
  ): readonly Extract<MeetingEvent, { readonly type: T }>[] {
    const upcaster = new Upcaster();
    try {
      return this.#opened.db
        .prepare('SELECT * FROM events WHERE type = ? ORDER BY seq')
        .all(type)
        .map((row) => readEvent(row, `an event ${type}`, upcaster).recorded.event)
        .filter((event) => isOf(event, type));
    } catch (error) {
      throw damaged(error);
    }
  }

  /**
   * All of it in one transaction, synced to the disk.
   *
   * @throws CommitFailed where nothing of it was written.
   */
  commit(commit: Commit): void {
    try {
      this.#commit(commit);
    } catch (error) {
      throw failed(error);
    }
  }

  /** Recomputes every ballot's hash, then these roots; returns the place of the first damage, or null. */
  verify(roots?: readonly ClosedRoot[]): string | null {
    const steps = this.verifying(roots);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  /** {@link verify} in slices of some milliseconds, between which commits may be carried out. */
  *verifying(roots?: readonly ClosedRoot[]): Verifying {
    try {
      return yield* this.#box.verify(roots);
    } catch (error) {
      const { place } = damaged(error);
      return place;
    }
  }

  /** Leaves nothing of what an erasure took out; while the file is held still it waits for {@link release}. */
  tidy(): void {
    if (this.#still) return;
    try {
      tidyAfterErasure(this.#opened.db);
    } catch (error) {
      // No room for the rewriting, most likely: the mark stays, and the next release or opening tries again.
      if (!isSqlite(error, 'SQLITE_')) throw error;
    }
  }

  /** Everything committed so far is in the file that comes back, and it does not change until {@link release}. */
  hold(): StillFile {
    const still = holdStill(this.#opened.db, this.#opened.fd);
    this.#still = true;
    return still;
  }

  release(): void {
    letMove(this.#opened.db);
    this.#still = false;
    this.tidy();
  }

  close(): void {
    this.#opened.close();
  }
}

function sql(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');
}

function isOf<T extends MeetingEvent['type']>(
  event: MeetingEvent,
  type: T,
): event is Extract<MeetingEvent, { readonly type: T }> {
  return event.type === type;
}

function fillMeta(db: Database.Database, meeting: MeetingId): void {
  const insert = db.prepare('INSERT INTO meta (name, value) VALUES (?, ?)');
  insert.run('meeting', meeting);
  insert.run('code_key', randomBytes(32).toString('hex'));
}

function failed(error: unknown): CommitFailed {
  const detail = error instanceof Error ? error.message : String(error);
  const fault = isSqlite(error, 'SQLITE_FULL')
    ? 'disk-full'
    : isSqlite(error, 'SQLITE_IOERR') || isSqlite(error, 'SQLITE_CORRUPT')
      ? 'disk-fault'
      : 'broken-rule';
  return new CommitFailed(fault, detail, { cause: error });
}

/** SQLite itself found a broken page; anything else is no damage and is thrown on. */
function damaged(error: unknown): DamagedFile {
  if (!isSqlite(error, 'SQLITE_CORRUPT')) throw error;
  return new DamagedFile('page of the file', { cause: error });
}

function isSqlite(error: unknown, code: string): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith(code);
}
