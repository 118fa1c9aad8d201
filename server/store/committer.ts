// Writes a commit into a meeting's file: all of it in one transaction.
import type Database from 'better-sqlite3';
import { eventText, type Chained } from '../../shared/meeting/chain.ts';
import type { SideWrite } from '../../shared/meeting/world.ts';
import type { BallotBox } from './ballot-box.ts';
import type { Commit, SeatSessionRow, TicketRow } from './meeting-store.ts';

/** Prepares the statements once; what it returns throws what SQLite throws, and then nothing was written. */
export function committer(db: Database.Database, box: BallotBox): (commit: Commit) => void {
  const event = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
  const ticket = db.prepare('INSERT INTO tickets VALUES (?, ?, ?, ?)');
  const session = db.prepare('INSERT INTO seat_sessions VALUES (?, ?, ?)');
  const entry = db.prepare('INSERT OR REPLACE INTO directory VALUES (?, ?, ?, ?, ?)');
  const secret = db.prepare('INSERT OR REPLACE INTO secrets VALUES (?, ?)');

  const addEvent = ({ recorded, prev, hash }: Chained) =>
    event.run(
      recorded.seq,
      recorded.at,
      recorded.event.type,
      recorded.v,
      eventText(recorded),
      prev,
      hash,
    );
  const addSide = (write: SideWrite) => {
    if (write.kind === 'secret') return secret.run(write.name, write.value);
    const { kind, id, name, attributes, salt } = write.entry;
    return entry.run(kind, id, name, JSON.stringify(attributes), salt);
  };
  const addTicket = ({ reviewer, issue, secretHash, codeHash }: TicketRow) =>
    ticket.run(reviewer, issue, secretHash, codeHash);
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
