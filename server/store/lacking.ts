// Whether all that was once known of a log is in it: a file without its write-ahead log looks whole and is not.
import type Database from 'better-sqlite3';
import { headIn, readHead, type KnownEvent } from './head.ts';
import { COPY_MARK } from './still-file.ts';

/** What is known of a file from elsewhere. */
export interface Remembered {
  /** The file beside it that keeps its head. */
  readonly head?: string;
  /** What the server's list has of a meeting that is on it; null where that is no more than that there is one. */
  readonly known?: KnownEvent | null;
}

/**
 * Names what is missing, or null. A copy has its own head to be held against only: what the server knew may be of the
 * original, which went on.
 */
export function lackIn(db: Database.Database, { head, known }: Remembered): string | null {
  const kept = head === undefined ? null : readHead(head);
  const { seq, ballots } = headIn(db);
  if (kept === 'unreadable') return 'head';
  if (seq === 0) return known !== undefined || (kept?.seq ?? 0) > 0 ? 'event 1' : null;
  const isCopy = db.prepare('SELECT 1 FROM meta WHERE name = ?').get(COPY_MARK) !== undefined;
  const hashAt = db.prepare<[number], string>('SELECT hash FROM events WHERE seq = ?').pluck();
  for (const one of [kept, isCopy ? null : known])
    if (one && one.seq > 0 && hashAt.get(one.seq) !== one.hash) return `event ${String(one.seq)}`;
  return kept && kept.ballots > ballots ? `ballot in row ${String(kept.ballots)}` : null;
}

/** A file that is taken on without what it lacks is as good as a copy of the one that had it. */
export function markAsCopy(db: Database.Database): void {
  db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, '1')").run(COPY_MARK);
}
