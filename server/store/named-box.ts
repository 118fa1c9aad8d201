// The ballot box of named rounds in a meeting's file: every acknowledged revision, in the order of commits (R5).
import type Database from 'better-sqlite3';
import { ballotText, matterText } from '../../shared/ballots/ballot.ts';
import type { BallotBox } from './ballot-box.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { DamagedFile } from './store-errors.ts';
import { placeOf, readBallot, type StoredBallot } from './stored-ballots.ts';
import { verifying, type ClosedRoot, type Verifying } from './verifying.ts';

/** Ballots whose hashes are recomputed in one go: a few milliseconds. */
export const VERIFY_SLICE = 100;
/** Ballots that are read in one go: large enough to be quick, small enough to be handed on while the next are read. */
const READ_SLICE = 5_000;

export class NamedBox implements BallotBox {
  readonly #add: (ballots: readonly BoxedBallot[]) => void;
  readonly #eraseVoters: Database.Statement;
  readonly #slice: Database.Statement<[number, number, number], StoredBallot>;
  readonly #newest: Database.Statement<[], number | null>;
  readonly #misplaced: Database.Statement<[number, number], number>;
  readonly #erased: Database.Statement<[], number>;
  readonly #newestEvent: Database.Statement<[], number | null>;

  constructor(db: Database.Database) {
    const insert = db.prepare(
      `INSERT INTO ballots (n, round, attempt, subject, seat, rev, salt, after_event, body, hash, place)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, row_sum('ballots', ?, ?, ?))`,
    );
    this.#add = db.transaction((ballots: readonly BoxedBallot[]) => {
      let n = this.#newest.get() ?? 0;
      for (const { ballot, after, hash } of ballots) {
        const { round, attempt, matter, seat, rev } = ballot;
        const salt = 'salt' in ballot ? ballot.salt : null;
        const subject = matterText(matter);
        n += 1;
        const whose = [round, attempt, subject, seat, rev, salt];
        insert.run(n, ...whose, after, ballotText(ballot), hash, n, after, hash);
      }
    });
    // Version 1 has the seat in its text, and no salt.
    this.#eraseVoters = db.prepare(
      'UPDATE ballots SET seat = NULL, salt = NULL WHERE salt IS NOT NULL',
    );
    this.#slice = db
      .prepare<[number, number, number], StoredBallot>(
        `SELECT n, format('%s/%d/%s/%s/%d', round, attempt, subject, seat, rev),
                seat, salt, after_event, body, hash
         FROM ballots WHERE n > ? AND n <= ? ORDER BY n LIMIT ?`,
      )
      .raw();
    this.#newest = db.prepare<[], number | null>('SELECT max(n) FROM ballots').pluck();
    this.#misplaced = db
      .prepare<[number, number], number>(
        `SELECT n FROM ballots
         WHERE n BETWEEN ? AND ? AND place IS NOT row_sum('ballots', n, after_event, hash) LIMIT 1`,
      )
      .pluck();
    this.#newestEvent = db.prepare<[], number | null>('SELECT max(seq) FROM events').pluck();
    this.#erased = db
      .prepare<[], number>("SELECT seq FROM events WHERE type = 'PeopleErased'")
      .pluck();
  }

  add(ballots: readonly BoxedBallot[]): void {
    this.#add(ballots);
  }

  eraseVoters(): void {
    this.#eraseVoters.run();
  }

  all(): readonly BoxedBallot[] {
    return [...this.slices()].flatMap((rows) => rows.map(readBallot));
  }

  /** No transaction stays open between two steps. */
  verify(roots: readonly ClosedRoot[] = []): Verifying {
    const upTo = this.#newest.get() ?? 0;
    let seen: number | null = null;
    let erased: number | null = null;
    // The erasure may come while this goes on: then the rows that follow are erased.
    const erasedAt = () => {
      const newest = this.#newestEvent.get() ?? 0;
      if (newest !== seen) erased = this.#erased.get() ?? null;
      seen = newest;
      return erased;
    };
    return verifying(this.#placed(upTo), roots, erasedAt);
  }

  /** All of them in their places: no two exchanged, none missing in between. */
  *#placed(upTo: number): Generator<readonly StoredBallot[], undefined, undefined> {
    let next = 1;
    for (const rows of this.slices(VERIFY_SLICE, upTo)) {
      const last = next + rows.length - 1;
      const gap = rows.findIndex(([n], i) => n !== next + i);
      if (gap >= 0) throw new DamagedFile(`ballot in row ${next + gap}`);
      const misplaced = this.#misplaced.get(next, last);
      const row = rows.find(([n]) => n === misplaced);
      if (row) throw new DamagedFile(placeOf(row));
      yield rows;
      next = last + 1;
    }
  }

  /** The rows as they lie in the file, for whoever parses them elsewhere. Rows added meanwhile are given as well. */
  *slices(
    length = READ_SLICE,
    upTo = Number.MAX_SAFE_INTEGER,
  ): Generator<readonly StoredBallot[], undefined, undefined> {
    for (let last = 0; ;) {
      const rows = this.#slice.all(last, upTo, length);
      if (rows.length > 0) yield rows;
      const end = rows.at(-1);
      if (!end || rows.length < length) return;
      last = end[0];
    }
  }
}
