// Holds the main file of a database still, so that another thread can copy its bytes while commits go on in the log.
import type Database from 'better-sqlite3';
import { fstatSync } from 'node:fs';

/** A file that nobody writes to until it is let go. Do not close `fd`: the process would lose its locks on the file. */
export interface StillFile {
  readonly fd: number;
  readonly bytes: number;
}

/** What can be copied while it is written to. */
export interface CopySource {
  /** Everything committed before the call is in the file that `work` gets; what is committed meanwhile is not. */
  still<T>(work: (file: StillFile) => Promise<T>): Promise<T>;
}

/** Name of the row in a meeting's `meta` by which a file knows that it is a copy of another. */
export const COPY_MARK = 'copy';

/** Pages in the write-ahead log after which SQLite moves them into the main file; its own default. */
const CHECKPOINT_PAGES = 1000;

/**
 * Moves everything committed into the main file and keeps further commits in the write-ahead log until
 * {@link letMove}. A copy made by SQLite's own backup would sync the whole copy on the thread that commits.
 */
export function holdStill(db: Database.Database, fd: number): StillFile {
  const [moved] = db.pragma('wal_checkpoint(PASSIVE)') as readonly Moved[];
  if (!moved || moved.busy !== 0 || moved.log !== moved.checkpointed)
    throw new Error('the write-ahead log could not be moved into the file');
  db.pragma('wal_autocheckpoint = 0');
  return { fd, bytes: fstatSync(fd).size };
}

/**
 * Lets the main file change again.
 *
 * @param pages of the write-ahead log after which they are moved into it
 */
export function letMove(db: Database.Database, pages = CHECKPOINT_PAGES): void {
  db.pragma(`wal_autocheckpoint = ${pages}`);
}

interface Moved {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}
