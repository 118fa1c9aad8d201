// One meeting's SQLite file, synchronous: what a writer's thread owns, and what scripts read.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MeetingId } from '../../shared/ids.ts';
import type { MeetingEvent, Recorded } from '../../shared/meeting/events.ts';
import type { ExpectedRows } from '../../shared/meeting/expected-rows.ts';
import { Upcaster } from '../../shared/meeting/upcast.ts';
import { committer, tidyAfterErasure } from './committer.ts';
import {
  createDatabase,
  failureOf,
  openDatabase,
  type FileFormat,
  type OpenDatabase,
} from './database.ts';
import { holdHeader } from './file-header.ts';
import { headIn, HeadKeeper } from './head.ts';
import { lackIn, markAsCopy, type Remembered } from './lacking.ts';
import { Loading, type SideTable, type StoredPart } from './loading.ts';
import type { Commit, Loaded } from './meeting-store.ts';
import { NamedBox } from './named-box.ts';
import { Place } from './place.ts';
import { checkSide } from './side-check.ts';
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
  migrations: ['2', '3', '4', '5'].map((version) => sql(`meeting-schema-${version}`)),
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

export interface MeetingFileOptions extends Remembered {
  /** Makes a new file for this meeting; one that exists is then refused as `unwritable`. */
  readonly create?: { readonly meeting: MeetingId };
  /** Opens a file also where it lacks what it once held; it is a copy then, whose epoch is to be raised. */
  readonly takeOn?: boolean;
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
  if (!opened.ok) return opened;
  const refused = withWhatItHeld(path, opened.db, options);
  if (refused) opened.close();
  return refused ?? { ok: true, file: new MeetingFile(path, opened, options.head) };
}

/** Null where all that the file is known to have held is in it, or it is taken on without. */
function withWhatItHeld(
  path: string,
  db: Database.Database,
  { takeOn = false, ...remembered }: MeetingFileOptions,
): OpeningFailure | null {
  try {
    const lack = lackIn(db, remembered);
    if (lack === null) return null;
    // What is wrong with the events that are there says more.
    new Loading().add({ table: 'events', rows: eventRows(db) });
    // Of a log without an event nothing can go on.
    if (!takeOn || headIn(db).seq === 0) return { ok: false, flaw: 'shorter', detail: lack };
    markAsCopy(db);
    return null;
  } catch (error) {
    return failureOf(error, path);
  }
}

/** What can be seen at once to keep a file from being opened; for a file that nobody in this process has open. */
export function peekMeetingFile(path: string): OpeningFailure | null {
  const header = holdHeader(path, FORMAT.applicationId, FORMAT.migrations.length + 1);
  if (!header.ok) return header;
  header.release();
  return null;
}

export class MeetingFile {
  readonly #opened: OpenDatabase;
  readonly #box: NamedBox;
  readonly #commit: (commit: Commit) => void;
  readonly #place: Place;
  readonly #head: HeadKeeper | null;
  #still = false;

  /** @param head the file beside it that keeps its head */
  constructor(path: string, opened: OpenDatabase, head?: string) {
    this.#opened = opened;
    this.#place = new Place(path, opened.fd);
    this.#head = head === undefined ? null : new HeadKeeper(head, headIn(opened.db));
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
   * The whole log, each event checked for its own shape, not for its place in the chain.
   *
   * @throws DamagedFile that names the row.
   */
  log(): readonly Recorded[] {
    const upcaster = new Upcaster();
    try {
      return this.#opened.db
        .prepare('SELECT * FROM events ORDER BY seq')
        .all()
        .map((row, n) => readEvent(row, `event ${n + 1}`, upcaster).recorded);
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
    // Whoever took the folder away would not find in it what is written from now on.
    if (!this.isInPlace) throw new CommitFailed('moved', 'the file is not where it was opened');
    try {
      this.#commit(commit);
    } catch (error) {
      throw failed(error);
    }
    const last = commit.events.at(-1);
    this.#head?.advance(last && { seq: last.recorded.seq, hash: last.hash }, commit.ballots.length);
  }

  /** Whether the file still lies where it was opened. */
  get isInPlace(): boolean {
    return this.#place.isKept;
  }

  /**
   * Looks at every row: those beside the log, then every ballot's hash, then these roots. Returns the place of the first
   * damage, or null.
   */
  verify(roots?: readonly ClosedRoot[], rows?: ExpectedRows): string | null {
    const steps = this.verifying(roots, rows);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
    }
  }

  /** {@link verify} in slices of some milliseconds, between which commits may be carried out. */
  *verifying(roots?: readonly ClosedRoot[], rows: ExpectedRows | null = null): Verifying {
    try {
      // Called first: the roots are of now, and a ballot cast while the rows beside the log are looked at is in none.
      const ballots = this.#box.verify(roots);
      const side = checkSide(this.#opened.db, rows);
      while (side.next().done !== true) yield 0;
      return yield* ballots;
    } catch (error) {
      if (error instanceof DamagedFile) return error.place;
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
    this.#head?.close();
  }
}

function eventRows(db: Database.Database): readonly unknown[] {
  return db.prepare('SELECT * FROM events ORDER BY seq').all();
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
