// Writes a commit into a meeting's file, all of it in one transaction, and tidies up after an erasure.
import type Database from 'better-sqlite3';
import { unreachable } from '../../shared/ids.ts';
import { eventTexts, type Chained } from '../../shared/meeting/chain.ts';
import { tellsNames, type SideWrite } from '../../shared/meeting/world.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Commit, SeatSessionRow, TicketRow } from './meeting-store.ts';
import { COPY_MARK } from './still-file.ts';

/** Row in `meta` while erased names may still stand in free bytes of the file or in its log. */
const UNTIDY_MARK = 'untidy';

/** Prepares the statements once; what it returns throws what SQLite throws, and then nothing was written. */
export function committer(db: Database.Database, box: BallotBox): (commit: Commit) => void {
  const event = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const ticket = db.prepare(
    'INSERT INTO tickets (kind, holder, issue, secret_hash, code_hash) VALUES (?, ?, ?, ?, ?)',
  );
  const session = db.prepare(
    'INSERT INTO seat_sessions (token_hash, seat, claim) VALUES (?, ?, ?)',
  );
  const entry = db.prepare(
    `INSERT OR REPLACE INTO directory (kind, id, name, attributes, salt, formerly)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const secret = db.prepare('INSERT OR REPLACE INTO secrets (name, value) VALUES (?, ?)');
  const mark = db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, '1')");
  const unmark = db.prepare('DELETE FROM meta WHERE name = ?');
  const peopleOut = db.prepare("DELETE FROM directory WHERE kind <> 'subject'");
  const subjectOut = db.prepare("DELETE FROM directory WHERE kind = 'subject' AND id = ?");
  const secretNames = db.prepare<[], string>('SELECT name FROM secrets').pluck();
  const secretOut = db.prepare('DELETE FROM secrets WHERE name = ?');

  const addEvent = ({ recorded, prev, hash, salt }: Chained) => {
    const { seq, at, v } = recorded;
    const { type } = recorded.event;
    const { open, closed } = eventTexts(recorded);
    // From here on this file is the meeting, and no longer a copy of it.
    if (type === 'EpochRaised') unmark.run(COPY_MARK);
    event.run(seq, at, type, v, open, prev, hash, closed, salt);
  };
  const addSide = (write: SideWrite) => {
    switch (write.kind) {
      case 'secret':
        secret.run(write.name, write.value);
        return;
      case 'directory': {
        const { kind, id, name, attributes, salt, formerly } = write.entry;
        const names = formerly ? JSON.stringify(formerly) : null;
        entry.run(kind, id, name, JSON.stringify(attributes), salt, names);
        return;
      }
      case 'erase-people':
        peopleOut.run();
        for (const id of write.subjects) subjectOut.run(id);
        box.eraseVoters();
        for (const name of secretNames.all().filter(tellsNames)) secretOut.run(name);
        mark.run(UNTIDY_MARK);
        return;
      default:
        unreachable(write);
    }
  };
  const addTicket = ({ holder, issue, secretHash, codeHash }: TicketRow) =>
    ticket.run(holder.kind, holder.id, issue, secretHash, codeHash);
  const addSession = ({ tokenHash, seat, claim }: SeatSessionRow) =>
    session.run(tokenHash, seat, claim);

  const transaction = db.transaction((commit: Commit) => {
    commit.events.forEach(addEvent);
    box.add(commit.ballots);
    commit.side.forEach(addSide);
    commit.tickets.forEach(addTicket);
    commit.sessions.forEach(addSession);
  });
  return (commit) => transaction.immediate(commit);
}

/**
 * Rewrites the file and empties its log where an erasure has left something to tidy: then the erased bytes are nowhere
 * (R14). Throws what SQLite throws, and may then be called again.
 */
export function tidyAfterErasure(db: Database.Database): void {
  if (db.prepare('SELECT 1 FROM meta WHERE name = ?').get(UNTIDY_MARK) === undefined) return;
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('VACUUM');
  db.prepare('DELETE FROM meta WHERE name = ?').run(UNTIDY_MARK);
  db.pragma('wal_checkpoint(TRUNCATE)');
}
