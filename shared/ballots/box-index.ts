// The ballot box as the rules read it: every kept revision of every attempt, and which one counts (R5).
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { merkleRoot } from '../scoring/merkle.ts';
import { ballotHash, type Ballot } from './ballot.ts';

export interface KeptBallot {
  readonly ballot: Ballot;
  readonly hash: string;
}

/** What a decision may ask of the box. */
export interface BoxView {
  /** The newest kept revision of this seat for this subject in this attempt. */
  newest(key: BallotKey): KeptBallot | undefined;
  /** The kept ballot of exactly this revision. */
  revision(key: BallotKey, rev: number): KeptBallot | undefined;
  /** All kept revisions of an attempt, in no particular order. */
  kept(round: RoundId, attempt: number): Iterable<KeptBallot>;
}

export interface BallotKey {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly seat: SeatId;
}

/**
 * An index over kept ballots. It is advanced in place, by whole commits only, because a box of 154,000 ballots cannot be
 * copied for each: the "two immutable states" of R1 are an index that only durable ballots enter, and {@link withPending}
 * over it.
 */
export class BoxIndex implements BoxView {
  readonly #attempts = new Map<string, AttemptIndex>();

  /** Returns whether it is now the newest of its seat for its subject. */
  add(kept: KeptBallot): boolean {
    const id = attemptId(kept.ballot.round, kept.ballot.attempt);
    let attempt = this.#attempts.get(id);
    if (!attempt)
      this.#attempts.set(id, (attempt = { newest: new Map(), older: new Map(), kept: [] }));
    attempt.kept.push(kept);
    const seat = seatId(kept.ballot);
    const newest = attempt.newest.get(seat);
    const isNewest = !newest || newest.ballot.rev < kept.ballot.rev;
    if (isNewest) attempt.newest.set(seat, kept);
    const replaced = isNewest ? newest : kept;
    if (!replaced) return isNewest;
    const older = attempt.older.get(seat);
    if (older) older.push(replaced);
    else attempt.older.set(seat, [replaced]);
    return isNewest;
  }

  newest(key: BallotKey): KeptBallot | undefined {
    return this.#attempts.get(attemptId(key.round, key.attempt))?.newest.get(seatId(key));
  }

  revision(key: BallotKey, rev: number): KeptBallot | undefined {
    const attempt = this.#attempts.get(attemptId(key.round, key.attempt));
    const seat = seatId(key);
    const newest = attempt?.newest.get(seat);
    if (!newest || newest.ballot.rev === rev) return newest;
    return attempt?.older.get(seat)?.find(({ ballot }) => ballot.rev === rev);
  }

  kept(round: RoundId, attempt: number): readonly KeptBallot[] {
    return this.#attempts.get(attemptId(round, attempt))?.kept ?? [];
  }
}

interface AttemptIndex {
  readonly newest: Map<string, KeptBallot>;
  /** Revisions that a newer one has replaced, by seat and subject. */
  readonly older: Map<string, KeptBallot[]>;
  readonly kept: KeptBallot[];
}

/** The head's box: what is durable, and over it what is queued and may still fail. */
export function withPending(durable: BoxView, pending: BoxView): BoxView {
  return {
    newest: (key) => pending.newest(key) ?? durable.newest(key),
    revision: (key, rev) => pending.revision(key, rev) ?? durable.revision(key, rev),
    // Lists, as a generator hands 20,000 ballots on one by one.
    kept: (round, attempt) => [...durable.kept(round, attempt), ...pending.kept(round, attempt)],
  };
}

/** The newest ballot of each seat for each subject that has any in an attempt. */
export function newestBallots(
  box: BoxView,
  round: RoundId,
  attempt: number,
): ReadonlyMap<SubjectId, ReadonlyMap<SeatId, Ballot>> {
  const newest = new Map<SubjectId, Map<SeatId, Ballot>>();
  for (const { ballot } of box.kept(round, attempt)) {
    let bySeat = newest.get(ballot.subject);
    if (!bySeat) newest.set(ballot.subject, (bySeat = new Map<SeatId, Ballot>()));
    const other = bySeat.get(ballot.seat);
    if (!other || other.rev < ballot.rev) bySeat.set(ballot.seat, ballot);
  }
  return newest;
}

/**
 * The box's root for an attempt (R4): a Merkle tree over the hashes of every kept revision, ordered by subject, seat,
 * revision, so that anyone who holds the ballots gets the same 64 hex digits.
 */
export function boxRoot(
  box: BoxView,
  round: RoundId,
  attempt: number,
): { readonly root: string; readonly ballots: number } {
  const kept = [...box.kept(round, attempt)].sort((a, b) => order(a.ballot, b.ballot));
  return { root: merkleRoot(kept.map(({ hash }) => hash)), ballots: kept.length };
}

/** Pairs a ballot with its hash. */
export function keep(ballot: Ballot): KeptBallot {
  return { ballot, hash: ballotHash(ballot) };
}

function order(a: Ballot, b: Ballot): number {
  if (a.subject !== b.subject) return a.subject < b.subject ? -1 : 1;
  if (a.seat !== b.seat) return a.seat < b.seat ? -1 : 1;
  return a.rev - b.rev;
}

function attemptId(round: RoundId, attempt: number): string {
  return `${round}/${String(attempt)}`;
}

function seatId(key: { readonly subject: SubjectId; readonly seat: SeatId }): string {
  return `${key.subject}/${key.seat}`;
}
