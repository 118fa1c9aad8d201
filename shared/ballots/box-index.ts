// The ballot box as the rules read it: every kept revision of every attempt, and which one counts (R5).
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { merkleRoot } from '../scoring/merkle.ts';
import { byCodeUnits } from '../draw/canonical.ts';
import {
  anonymous,
  ballotHash,
  ballotOf,
  matterText,
  type Ballot,
  type BallotKey,
  type Draft,
} from './ballot.ts';

export interface KeptBallot {
  readonly ballot: Ballot;
  readonly hash: string;
}

/** What a decision may ask of the box. */
export interface BoxView {
  /** The newest kept revision of this seat for this matter in this attempt. */
  newest(key: BallotKey): KeptBallot | undefined;
  /** The kept ballot of exactly this revision. */
  revision(key: BallotKey, rev: number): KeptBallot | undefined;
  /** All kept revisions of an attempt, in no particular order. */
  kept(round: RoundId, attempt: number): Iterable<KeptBallot>;
}

/**
 * An index over kept ballots. It is advanced in place, by whole commits only, because a box of 154,000 ballots cannot be
 * copied for each: the "two immutable states" of R1 are an index that only durable ballots enter, and {@link withPending}
 * over it.
 */
export class BoxIndex implements BoxView {
  readonly #attempts = new Map<string, AttemptIndex>();

  /** Returns whether it is now the newest of its seat for its matter; one whose seat was erased never is. */
  add(kept: KeptBallot): boolean {
    const id = attemptId(kept.ballot.round, kept.ballot.attempt);
    let attempt = this.#attempts.get(id);
    if (!attempt)
      this.#attempts.set(id, (attempt = { newest: new Map(), older: new Map(), kept: [] }));
    attempt.kept.push(kept);
    if (kept.ballot.seat === null) return false;
    const seat = seatId(kept.ballot.matter, kept.ballot.seat);
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
    return this.#attempts
      .get(attemptId(key.round, key.attempt))
      ?.newest.get(seatId(key.matter, key.seat));
  }

  revision(key: BallotKey, rev: number): KeptBallot | undefined {
    const attempt = this.#attempts.get(attemptId(key.round, key.attempt));
    const seat = seatId(key.matter, key.seat);
    const newest = attempt?.newest.get(seat);
    if (!newest || newest.ballot.rev === rev) return newest;
    return attempt?.older.get(seat)?.find(({ ballot }) => ballot.rev === rev);
  }

  kept(round: RoundId, attempt: number): readonly KeptBallot[] {
    return this.#attempts.get(attemptId(round, attempt))?.kept ?? [];
  }

  /** Forgets whose the ballots are (R14); hashes and roots stay what they are. */
  eraseVoters(): void {
    const all = [...this.#attempts.values()].flatMap(({ kept }) => kept);
    this.#attempts.clear();
    for (const { ballot, ...rest } of all) this.add({ ...rest, ballot: anonymous(ballot) });
  }
}

interface AttemptIndex {
  readonly newest: Map<string, KeptBallot>;
  /** Revisions that a newer one has replaced, by seat and matter. */
  readonly older: Map<string, KeptBallot[]>;
  readonly kept: KeptBallot[];
}

/** The box that is decided on: what is durable, and over it what is queued and may still fail. */
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
    if (ballot.matter.kind !== 'subject' || ballot.seat === null) continue;
    const { id } = ballot.matter;
    let bySeat = newest.get(id);
    if (!bySeat) newest.set(id, (bySeat = new Map<SeatId, Ballot>()));
    const other = bySeat.get(ballot.seat);
    if (!other || other.rev < ballot.rev) bySeat.set(ballot.seat, ballot);
  }
  return newest;
}

/**
 * The box's root for an attempt (R4): a Merkle tree over the hashes of every kept revision, in the order of
 * {@link underRoot}, so that anyone who holds the ballots gets the same 64 hex digits.
 */
export function boxRoot(
  box: BoxView,
  round: RoundId,
  attempt: number,
): { readonly root: string; readonly ballots: number } {
  const kept = underRoot([...box.kept(round, attempt)]);
  return { root: merkleRoot(kept.map(({ hash }) => hash)), ballots: kept.length };
}

/**
 * The order of ballots under their root: by hash, which names nobody. Where all of an attempt are of version 1 it is by
 * subject, seat and revision, as their close had it.
 */
export function underRoot<T extends KeptBallot>(
  kept: readonly T[],
  isOld = kept.every(({ ballot }) => ballot.v === 1),
): readonly T[] {
  return [...kept].sort((a, b) =>
    isOld ? byPlace(a.ballot, b.ballot) : byCodeUnits(a.hash, b.hash),
  );
}

/** A new ballot with its hash. */
export function keep(draft: Draft): KeptBallot {
  const ballot = ballotOf(draft);
  return { ballot, hash: ballotHash(ballot) };
}

function byPlace(a: Ballot, b: Ballot): number {
  return (
    byCodeUnits(matterText(a.matter), matterText(b.matter)) ||
    byCodeUnits(a.seat ?? '', b.seat ?? '') ||
    a.rev - b.rev
  );
}

function attemptId(round: RoundId, attempt: number): string {
  return `${round}/${String(attempt)}`;
}

function seatId(matter: BallotKey['matter'], seat: SeatId): string {
  return `${matterText(matter)}/${seat}`;
}
