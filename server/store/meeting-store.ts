// What a hall asks of a meeting's storage. Two implementations pass one contract suite: a SQLite file and memory.
import type { KeptBallot, PlacedBallot } from '../../shared/ballots/box-index.ts';
import type { CountedBallot } from '../../shared/ballots/live-book.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Chained } from '../../shared/meeting/chain.ts';
import type { Holder } from '../../shared/meeting/people.ts';
import type { DirectoryEntry, SideWrite } from '../../shared/meeting/world.ts';

/** A ballot with its place among the events: it was decided after event number `after`. */
export interface BoxedBallot extends KeptBallot {
  readonly after: number;
}

/** A printed ticket: hashes only, 64 hex digits. */
export interface TicketRow {
  readonly holder: Holder;
  readonly issue: number;
  readonly secretHash: string;
  readonly codeHash: string;
}

/** A device's session for a seat. It speaks for the seat only while the seat's claim is still this one. */
export interface SeatSessionRow {
  readonly tokenHash: string;
  readonly seat: SeatId;
  readonly claim: number;
}

/** All that belongs together: on disk as one transaction or not at all. */
export interface Commit {
  readonly events: readonly Chained[];
  readonly ballots: readonly BoxedBallot[];
  readonly side: readonly SideWrite[];
  readonly tickets: readonly TicketRow[];
  readonly sessions: readonly SeatSessionRow[];
}

export interface Loaded extends LoadedLog {
  /** In the order in which they were committed. */
  readonly ballots: readonly BoxedBallot[];
  /** The same where they have not been read: `ballots` then reads them all, which takes long. */
  readonly unread?: readonly LoadedBallot[];
}

/** A ballot of which no more has been read than where it belongs. */
export type LoadedBallot = PlacedBallot & CountedBallot & { readonly after: number };

/** Everything but the ballots. */
export interface LoadedLog {
  readonly events: readonly Chained[];
  readonly directory: readonly DirectoryEntry[];
  readonly secrets: readonly { readonly name: string; readonly value: string }[];
  readonly tickets: readonly TicketRow[];
  readonly sessions: readonly SeatSessionRow[];
  /** Random key, made with the file, under which short codes are hashed: 64 hex digits. */
  readonly codeKey: string;
  /** The file is a copy of another that may still exist; until the meeting's epoch is raised. */
  readonly copied: boolean;
}

/** Takes ballots as they come, some thousand at a time and in their order; all else is known by then. */
export type BallotsEarly = (log: LoadedLog, ballots: readonly LoadedBallot[]) => void;

export interface MeetingStore {
  /** @param early is told of ballots while others are still being read, by a store that reads them in parts */
  load(early?: BallotsEarly): Promise<Loaded>;
  /**
   * Resolves when everything is on disk; rejects when nothing of it is. Calls are carried out in order; those queued
   * behind one that failed are refused with it, as they were decided upon it (R1).
   */
  commit(commit: Commit): Promise<void>;
  close(): Promise<void>;
}
