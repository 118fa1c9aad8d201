// server.sqlite: staff, their sessions and invitations, and which meetings there are. Synchronous: it is small and calm.
import type Database from 'better-sqlite3';
import { existsSync, readFileSync } from 'node:fs';
import type { StaffRole } from '../../shared/staff-role.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import { createDatabase, openDatabase, type FileFormat, type OpenDatabase } from './database.ts';
import { Place } from './place.ts';
import { falseRow } from './row-sums.ts';
import { holdStill, letMove, type CopySource, type StillFile } from './still-file.ts';
import { DamagedFile, type OpeningFailure } from './store-errors.ts';
import {
  readInvitation,
  readMeeting,
  readSession,
  readStaff,
  type MeetingEntry,
  type Staff,
  type StaffSession,
} from './server-rows.ts';

/** The tables of the server's file, with comments. */
const SERVER_SCHEMA = sql('server-schema');

const FORMAT: FileFormat = {
  // "Kls1" in ASCII.
  applicationId: 0x4b6c7331,
  schema: SERVER_SCHEMA,
  migrations: [sql('server-schema-2'), sql('server-schema-3'), sql('server-schema-4')],
  check(db) {
    const place = falseRow(db);
    if (place !== null) throw new DamagedFile(place);
    // Whether an index says the same as its table, SQLite knows.
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new DamagedFile('page of the file');
  },
};

function sql(name: string): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8');
}

export type ServerOpening = { readonly ok: true; readonly file: ServerFile } | OpeningFailure;

/**
 * Opens server.sqlite, or makes it where there is none; refuses as a meeting's file does, two servers at once too. All of it
 * is looked at, and refused where a row is not as it was written.
 */
export function openServerFile(path: string): ServerOpening {
  const failure = existsSync(path) ? null : createDatabase(path, FORMAT);
  if (failure) return failure;
  const opened = openDatabase(path, FORMAT);
  return opened.ok ? { ok: true, file: new ServerFile(path, opened) } : opened;
}

/** The file has no half worth losing: each commit is moved into it at once. */
const PAGES_APART = 1;

/** Every token is stored as its SHA-256, 64 hex digits; `now` and all times are UTC milliseconds. */
export class ServerFile implements CopySource {
  readonly #opened: OpenDatabase;
  readonly #db: Database.Database;
  readonly #place: Place;
  /** What cookies know this server by, beside others of one host. */
  readonly id: string;

  constructor(path: string, opened: OpenDatabase) {
    this.#opened = opened;
    this.#db = opened.db;
    this.#place = new Place(path, opened.fd);
    letMove(this.#db, PAGES_APART);
    this.id = String(this.#db.prepare('SELECT id FROM server').pluck().get());
  }

  /** Several calls as one: all on disk, or none where `work` throws. */
  atomically<T>(work: () => T): T {
    return this.#db.transaction(work).immediate();
  }

  /** False where the name is taken; names compare exactly. */
  addStaff(staff: Omit<Staff, 'disabled'>): boolean {
    return this.#changes(
      `INSERT INTO staff (id, name, role, passphrase, created_at, disabled)
       VALUES (@id, @name, @role, @passphrase, @createdAt, 0)
       ON CONFLICT (name) DO NOTHING`,
      [staff],
    );
  }

  staffByName(name: string): Staff | null {
    return this.#one('SELECT * FROM staff WHERE name = ?', [name], readStaff);
  }

  staffById(id: StaffId): Staff | null {
    return this.#one('SELECT * FROM staff WHERE id = ?', [id], readStaff);
  }

  /** In the order in which they joined. */
  allStaff(): readonly Staff[] {
    return this.#all('SELECT * FROM staff ORDER BY created_at, id', readStaff);
  }

  /**
   * Shuts an account, which ends its sessions and devices; false where there is no such account. Nobody knows who made which link: with
   * a moderator's account all end that nobody has used yet, or the way back would lie in that moderator's hands.
   */
  disableStaff(id: StaffId): boolean {
    return this.atomically(() => {
      this.#changes('DELETE FROM staff_devices WHERE staff = ?', [id]);
      if (this.staffById(id)?.role === 'moderator')
        this.#changes('UPDATE invitations SET expires_at = created_at WHERE used_at IS NULL', []);
      return this.#changes('UPDATE staff SET disabled = 1 WHERE id = ?', [id]);
    });
  }

  addSession(session: StaffSession): void {
    this.#changes(
      `INSERT INTO staff_sessions (token_hash, staff, created_at, expires_at)
       VALUES (@tokenHash, @staff, @createdAt, @expiresAt)`,
      [session],
    );
  }

  /** The session and whose it is; null once it has expired or the account is disabled. */
  sessionByTokenHash(
    tokenHash: string,
    now: Instant,
  ): { readonly session: StaffSession; readonly staff: Staff } | null {
    const session = this.#one(
      'SELECT * FROM staff_sessions WHERE token_hash = ? AND expires_at > ?',
      [tokenHash, now],
      readSession,
    );
    const staff = session && this.staffById(session.staff);
    return staff && !staff.disabled ? { session, staff } : null;
  }

  /** Whether the account of a session that would still stand was shut: its pages are told so. */
  isShutOut(tokenHash: string, now: Instant): boolean {
    return this.#has(
      `SELECT 1 FROM staff_sessions JOIN staff ON staff.id = staff_sessions.staff
       WHERE token_hash = ? AND expires_at > ? AND disabled = 1`,
      [tokenHash, now],
    );
  }

  /** The session was used: it ends at another time now. One that a wrong clock began later than now has begun now. */
  renewSession(tokenHash: string, expiresAt: Instant, now: Instant): void {
    this.#changes(
      'UPDATE staff_sessions SET expires_at = ?, created_at = MIN(created_at, ?) WHERE token_hash = ?',
      [expiresAt, now, tokenHash],
    );
  }

  removeSession(tokenHash: string): void {
    this.#changes('DELETE FROM staff_sessions WHERE token_hash = ?', [tokenHash]);
  }

  /** Whether a device has logged in to this account before. */
  isDeviceOf(tokenHash: string, staff: StaffId): boolean {
    const sql = 'SELECT 1 FROM staff_devices WHERE token_hash = ? AND staff = ?';
    return this.#has(sql, [tokenHash, staff]);
  }

  /** Remembers a device that has just logged in; of one account as many as `most`, those used last. */
  keepDevice(tokenHash: string, staff: StaffId, usedAt: Instant, most: number): void {
    this.atomically(() => {
      this.#changes(
        `INSERT INTO staff_devices (token_hash, staff, used_at) VALUES (?, ?, ?)
         ON CONFLICT (token_hash) DO UPDATE SET used_at = excluded.used_at`,
        [tokenHash, staff, usedAt],
      );
      this.#changes(
        `DELETE FROM staff_devices WHERE staff = ? AND token_hash NOT IN
         (SELECT token_hash FROM staff_devices WHERE staff = ? ORDER BY used_at DESC, token_hash LIMIT ?)`,
        [staff, staff, most],
      );
    });
  }

  addInvitation(invitation: {
    readonly tokenHash: string;
    readonly role: StaffRole;
    readonly createdAt: Instant;
    readonly expiresAt: Instant;
  }): void {
    this.#changes(
      `INSERT INTO invitations (token_hash, role, created_at, expires_at)
       VALUES (@tokenHash, @role, @createdAt, @expiresAt)`,
      [invitation],
    );
  }

  /** How a link stands: who comes with one that is not good is told why. */
  invitationStanding(tokenHash: string, now: Instant): 'good' | 'used' | 'over' | 'unknown' {
    const standing = this.#db
      .prepare(
        `SELECT CASE WHEN used_at IS NOT NULL THEN 'used' WHEN expires_at > ? THEN 'good' ELSE 'over' END
         FROM invitations WHERE token_hash = ?`,
      )
      .pluck()
      .get(now, tokenHash);
    return standing === 'good' || standing === 'used' || standing === 'over' ? standing : 'unknown';
  }

  /** Uses it up and gives its role; null where it is unknown, expired or used: of two uses one succeeds. */
  useInvitation(tokenHash: string, now: Instant): StaffRole | null {
    return this.#one(
      `UPDATE invitations SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND expires_at > ?
       RETURNING role`,
      [now, tokenHash, now],
      readInvitation,
    );
  }

  /** False where the code is taken. */
  addMeeting(meeting: Pick<MeetingEntry, 'id' | 'code' | 'file' | 'createdAt'>): boolean {
    return this.#changes(
      `INSERT INTO meetings (id, code, file, created_at) VALUES (@id, @code, @file, @createdAt)
       ON CONFLICT (code) DO NOTHING`,
      [meeting],
    );
  }

  /** False where there is no such meeting. */
  keepCard(code: string, known: Pick<MeetingEntry, 'card' | 'due' | 'seq' | 'hash'>): boolean {
    return this.#changes(
      'UPDATE meetings SET card = @card, due = @due, seq = @seq, hash = @hash WHERE code = @code',
      [{ ...known, code }],
    );
  }

  /** False where there is no such meeting. */
  moveMeeting(id: MeetingId, file: string): boolean {
    return this.#changes('UPDATE meetings SET file = ? WHERE id = ?', [file, id]);
  }

  /** False where there is no such meeting. */
  removeMeeting(code: string): boolean {
    return this.#changes('DELETE FROM meetings WHERE code = ?', [code]);
  }

  /** What was known of a meeting's log is of another one from now on. */
  forgetLog(code: string): void {
    this.#changes('UPDATE meetings SET seq = NULL, hash = NULL WHERE code = ?', [code]);
  }

  /** Oldest first. */
  meetings(): readonly MeetingEntry[] {
    return this.#all('SELECT * FROM meetings ORDER BY created_at, id', readMeeting);
  }

  meetingByCode(code: string): MeetingEntry | null {
    return this.#one('SELECT * FROM meetings WHERE code = ?', [code], readMeeting);
  }

  /** Grows with every row that is written. */
  get changes(): number {
    return Number(this.#db.prepare('SELECT total_changes()').pluck().get());
  }

  /** Whether the file still lies where it was opened. */
  get isInPlace(): boolean {
    return this.#place.isKept;
  }

  /** See {@link CopySource}. One at a time; do not close the file meanwhile. */
  async still<T>(work: (file: StillFile) => Promise<T>): Promise<T> {
    const file = holdStill(this.#db, this.#opened.fd);
    try {
      return await work(file);
    } finally {
      letMove(this.#db, PAGES_APART);
    }
  }

  close(): void {
    this.#opened.close();
  }

  #changes(sql: string, values: readonly unknown[]): boolean {
    return this.#db.prepare(sql).run(...values).changes > 0;
  }

  #has(sql: string, values: readonly unknown[]): boolean {
    return this.#db.prepare(sql).get(...values) !== undefined;
  }

  #one<T>(sql: string, values: readonly unknown[], read: (row: unknown) => T): T | null {
    const row = this.#db.prepare(sql).get(...values);
    return row === undefined ? null : read(row);
  }

  #all<T>(sql: string, read: (row: unknown) => T): readonly T[] {
    return this.#db.prepare(sql).all().map(read);
  }
}
