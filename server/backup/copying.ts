// Copies one database file and the documents beside it, synchronously: the work of the copier's thread.
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { headBeside } from '../meeting-folder.ts';
import { syncFolder } from '../store/database.ts';
import { headIn, writeHead, type Head } from '../store/head.ts';
import { keepSums, offerSums } from '../store/row-sums.ts';
import { COPY_MARK, type StillFile } from '../store/still-file.ts';

export interface CopyJob {
  /** Not changed while the job runs. */
  readonly source: StillFile;
  /** The copy's path, its folder made where it is missing; a copy that is there is replaced in one step. */
  readonly to: string;
  /** Whether the copy shall know that it is one: a meeting's file has the row for it, the server's has not. */
  readonly marked: boolean;
  /** Files of this folder that are missing in the other are copied first, as the database may speak of them. */
  readonly documents: { readonly from: string; readonly to: string } | null;
}

/** A copy that is not finished; whoever finds one throws it away. */
export const DRAFT = /\.copying(-wal|-shm|-journal)?$/;

const CHUNK = 1024 * 1024;
/** What waits for the disk at most, so that a commit's sync does not wait behind a whole copy. */
const UNSYNCED = 4 * CHUNK;

/** Throws Node's or SQLite's own error; the copy that was there before is then still there. */
export function copy({ source, to, marked, documents }: CopyJob): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  if (documents) copyMissing(documents.from, documents.to);
  const head = replace(to, (draft) => {
    const out = openSync(draft, 'wx', 0o600);
    try {
      pour(source, out);
      const marking = marked ? mark(draft) : null;
      fsyncSync(out);
      // It may be of a log that went another way than this one; a copy without any is taken as it is.
      if (marking) rmSync(headBeside(to), { force: true });
      return marking;
    } finally {
      closeSync(out);
    }
  });
  if (head) writeHead(headBeside(to), head);
}

function pour({ fd, bytes }: StillFile, out: number): void {
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let at = 0, unsynced = 0; at < bytes;) {
    const read = readSync(fd, buffer, 0, Math.min(CHUNK, bytes - at), at);
    if (read === 0) throw new Error('the file ended before its time');
    for (let done = 0; done < read;) done += writeSync(out, buffer, done, read - done);
    at += read;
    unsynced += read;
    if (unsynced < UNSYNCED) continue;
    fdatasyncSync(out);
    unsynced = 0;
  }
}

/** Shows on the way that the copy is a database that opens, and gives its head. */
function mark(draft: string): Head {
  const db = new Database(draft, { fileMustExist: true });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    // One file and no log beside it; it is synced as a whole afterwards.
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = OFF');
    offerSums(db);
    keepSums(db);
    db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, '1')").run(COPY_MARK);
    return headIn(db);
  } finally {
    db.close();
  }
}

/** Documents never change under their names. */
function copyMissing(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyMissing(source, target);
    else if (entry.isFile() && !isUnfinished(entry.name) && !existsSync(target)) {
      mkdirSync(to, { recursive: true, mode: 0o700 });
      replace(target, (draft) => {
        copyFileSync(source, draft);
        chmodSync(draft, 0o600);
        const fd = openSync(draft, 'r+');
        fsyncSync(fd);
        closeSync(fd);
      });
    }
  }
}

function isUnfinished(name: string): boolean {
  return name.startsWith('.') || /\.(new|part|tmp|copying)$/.test(name);
}

function replace<T>(path: string, write: (draft: string) => T): T {
  const draft = `${path}.${randomBytes(4).toString('hex')}.copying`;
  try {
    const written = write(draft);
    // A log that was left beside an older file does not belong to this one.
    for (const side of ['-wal', '-shm', '-journal']) rmSync(path + side, { force: true });
    renameSync(draft, path);
    syncFolder(dirname(path));
    return written;
  } catch (error) {
    for (const side of ['', '-wal', '-shm', '-journal']) rmSync(draft + side, { force: true });
    throw error;
  }
}
