// The ballot box as the rules read it: every kept revision of every attempt, and which one counts (R5).
import type { RoundId, SeatId, SubjectId } from '../ids.ts';
import { entry } from '../entry.ts';
import { mapped, type Steps } from '../steps.ts';
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
  type Matter,
} from './ballot.ts';

export interface KeptBallot {
  readonly ballot: Ballot;
  readonly hash: string;
}

/** A kept ballot by its place, which is all that an index asks; what it says is read when somebody wants to know. */
export interface PlacedBallot extends Omit<BallotKey, 'seat'> {
  readonly seat: SeatId | null;
  readonly rev: number;
  /** The same each time. */
  readonly kept: KeptBallot;
  /** Without whose it was. */
  erased(): PlacedBallot;
}

/** A ballot that has been read. */
class ReadBallot implements PlacedBallot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly matter: Matter;
  readonly seat: SeatId | null;
  readonly rev: number;
  readonly kept: KeptBallot;

  constructor(kept: KeptBallot) {
    const { round, attempt, matter, seat, rev } = kept.ballot;
    this.round = round;
    this.attempt = attempt;
    this.matter = matter;
    this.seat = seat;
    this.rev = rev;
    this.kept = kept;
  }

  erased(): PlacedBallot {
    return new ReadBallot({ ...this.kept, ballot: anonymous(this.kept.ballot) });
  }
}

/** What a decision may ask of the box. */
export interface BoxView {
  /** The newest kept revision of this seat for this matter in this attempt. */
  newest(key: BallotKey): KeptBallot | undefined;
  /** The kept ballot of exactly this revision. */
  revision(key: BallotKey, rev: number): KeptBallot | undefined;
  /** All kept revisions of an attempt, in no particular order. */
  kept(round: RoundId, attempt: number): Iterable<KeptBallot>;
  /** Whether there are any. */
  holds(round: RoundId, attempt: number): boolean;
}

/**
 * An index over kept ballots. It is advanced in place, by whole commits only, because a box of 154,000 ballots cannot be
 * copied for each: the "two immutable states" of R1 are an index that only durable ballots enter, and {@link withPending}
 * over it.
 */
export class BoxIndex implements BoxView {
  readonly #rounds = new Map<RoundId, Map<number, AttemptIndex>>();

  /** Returns whether it is now the newest of its seat for its matter; one whose seat was erased never is. */
  add(kept: KeptBallot): boolean {
    return this.place(new ReadBallot(kept));
  }

  /** {@link add} of one that may not have been read. */
  place(one: PlacedBallot): boolean {
    const attempt = this.#open(one.round, one.attempt);
    attempt.all.push(one);
    if (one.seat === null) return false;
    const subject = matterText(one.matter);
    const newest = entry(attempt.newest, subject, () => new Map<SeatId, PlacedBallot>());
    const before = newest.get(one.seat);
    const isNewest = !before || before.rev < one.rev;
    if (isNewest) newest.set(one.seat, one);
    const replaced = isNewest ? before : one;
    if (replaced) {
      const older = entry(attempt.older, subject, () => new Map<SeatId, PlacedBallot[]>());
      entry(older, one.seat, () => []).push(replaced);
    }
    return isNewest;
  }

  newest(key: BallotKey): KeptBallot | undefined {
    return this.#newest(key)?.kept;
  }

  revision(key: BallotKey, rev: number): KeptBallot | undefined {
    const newest = this.#newest(key);
    if (!newest || newest.rev === rev) return newest?.kept;
    const { older } = this.#attempt(key.round, key.attempt) ?? NONE;
    const ofSeat = older.get(matterText(key.matter))?.get(key.seat);
    return ofSeat?.find((one) => one.rev === rev)?.kept;
  }

  kept(round: RoundId, attempt: number): readonly KeptBallot[] {
    return (this.#attempt(round, attempt) ?? NONE).all.map(({ kept }) => kept);
  }

  holds(round: RoundId, attempt: number): boolean {
    return (this.#attempt(round, attempt) ?? NONE).all.length > 0;
  }

  /** Reads in steps what has not been read of these attempts, so that whoever asks for all of it need not wait. */
  *readInSteps(attempts: readonly Pick<BallotKey, 'round' | 'attempt'>[]): Steps<void> {
    for (const { round, attempt } of attempts)
      yield* mapped([...(this.#attempt(round, attempt) ?? NONE).all], ({ kept }) => kept.hash);
  }

  /** Forgets whose the ballots are (R14); hashes and roots stay what they are. */
  eraseVoters(): void {
    const all = [...this.#rounds.values()].flatMap((attempts) =>
      [...attempts.values()].flatMap((one) => one.all),
    );
    this.#rounds.clear();
    for (const one of all) this.place(one.seat === null ? one : one.erased());
  }

  #newest({ round, attempt, matter, seat }: BallotKey): PlacedBallot | undefined {
    return this.#attempt(round, attempt)?.newest.get(matterText(matter))?.get(seat);
  }

  #attempt(round: RoundId, attempt: number): AttemptIndex | undefined {
    return this.#rounds.get(round)?.get(attempt);
  }

  #open(round: RoundId, attempt: number): AttemptIndex {
    const attempts = entry(this.#rounds, round, () => new Map<number, AttemptIndex>());
    return entry(attempts, attempt, () => ({ newest: new Map(), older: new Map(), all: [] }));
  }
}

/** By matter, then by seat: no text is put together for each ballot. */
interface AttemptIndex {
  readonly newest: Map<string, Map<SeatId, PlacedBallot>>;
  /** Revisions that a newer one has replaced. */
  readonly older: Map<string, Map<SeatId, PlacedBallot[]>>;
  readonly all: PlacedBallot[];
}

const NONE: AttemptIndex = { newest: new Map(), older: new Map(), all: [] };

/** The box that is decided on: what is durable, and over it what is queued and may still fail. */
export function withPending(durable: BoxView, pending: BoxView): BoxView {
  return {
    newest: (key) => pending.newest(key) ?? durable.newest(key),
    revision: (key, rev) => pending.revision(key, rev) ?? durable.revision(key, rev),
    // Lists, as a generator hands 20,000 ballots on one by one.
    kept: (round, attempt) => [...durable.kept(round, attempt), ...pending.kept(round, attempt)],
    holds: (round, attempt) => durable.holds(round, attempt) || pending.holds(round, attempt),
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
