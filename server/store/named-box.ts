// The ballot box of named rounds in a meeting's file: every acknowledged revision, in the order of commits (R5).
import type Database from 'better-sqlite3';
import { ballotText } from '../../shared/ballots/ballot.ts';
import type { BallotBox } from './ballot-box.ts';
import type { BoxedBallot } from './meeting-store.ts';
import { damagedPlace, readBallot, type StoredBallot } from './stored-ballots.ts';

/** Ballots whose hashes are recomputed in one go: a few milliseconds. */
const VERIFY_SLICE = 100;
/** Ballots that are read in one go: large enough to be quick, small enough to be handed on while the next are read. */
const READ_SLICE = 5_000;

export class NamedBox implements BallotBox {
  readonly #add: (ballots: readonly BoxedBallot[]) => void;
  readonly #slice: Database.Statement<[number, number], StoredBallot>;

  constructor(db: Database.Database) {
    const insert = db.prepare('INSERT INTO ballots VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#add = db.transaction((ballots: readonly BoxedBallot[]) => {
      for (const { ballot, after, hash } of ballots) {
        const { round, attempt, subject, seat, rev } = ballot;
        insert.run(round, attempt, subject, seat, rev, after, ballotText(ballot), hash);
      }
    });
    this.#slice = db
      .prepare<[number, number], StoredBallot>(
        `SELECT rowid, format('%s/%d/%s/%s/%d', round, attempt, subject, seat, rev),
                after_event, body, hash
         FROM ballots WHERE rowid > ? ORDER BY rowid LIMIT ?`,
      )
      .raw();
  }

  add(ballots: readonly BoxedBallot[]): void {
    this.#add(ballots);
  }

  all(): readonly BoxedBallot[] {
    return [...this.slices()].flatMap((rows) => rows.map(readBallot));
  }

  verify(): Generator<undefined, string | null, undefined> {
    return verifying(this.slices(VERIFY_SLICE));
  }

  /** The rows as they lie in the file, for whoever parses them elsewhere. Rows added meanwhile are given as well. */
  *slices(length = READ_SLICE): Generator<readonly StoredBallot[], undefined, undefined> {
    for (let last = 0; ;) {
      const rows = this.#slice.all(last, length);
      if (rows.length > 0) yield rows;
      const end = rows.at(-1);
      if (!end || rows.length < length) return;
      last = end[0];
    }
  }
}

function* verifying(
  slices: Iterable<readonly StoredBallot[]>,
): Generator<undefined, string | null, undefined> {
  for (const rows of slices) {
    for (const row of rows) {
      const place = damagedPlace(row);
      if (place !== null) return place;
    }
    yield;
  }
  return null;
}
