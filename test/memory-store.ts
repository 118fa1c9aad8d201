// A meeting's store without a disk: for benches that compare with one, and for quick tests.
import { anonymous, ballotHash } from '../shared/ballots/ballot.ts';
import { boxRoot, BoxIndex } from '../shared/ballots/box-index.ts';
import { unreachable } from '../shared/ids.ts';
import { keyOf } from '../shared/meeting/people.ts';
import { directoryKey, tellsNames, type SideWrite } from '../shared/meeting/world.ts';
import type { BallotBox } from '../server/store/ballot-box.ts';
import { inOrder, type SyncStore } from './in-order.ts';
import type { BoxedBallot, Commit, Loaded, MeetingStore } from '../server/store/meeting-store.ts';
import { CommitFailed } from '../server/store/store-errors.ts';
import { ballotKey } from '../server/store/stored-ballots.ts';
import { falseRoot, type ClosedRoot, type Verifying } from '../server/store/verifying.ts';

/** Keeps what a file would keep and refuses what a file would refuse; gone with the process. */
export function memoryStore(codeKey = '0'.repeat(64)): MeetingStore {
  return inOrder(new MemoryMeeting(codeKey));
}

/** The ballot box that {@link memoryStore} keeps. */
export class MemoryBox implements BallotBox {
  readonly #kept = new Map<string, BoxedBallot>();

  add(ballots: readonly BoxedBallot[]): void {
    const added = new Map(ballots.map((boxed) => [ballotKey(boxed.ballot), boxed]));
    if (added.size < ballots.length || [...added.keys()].some((key) => this.#kept.has(key)))
      throw broken('this revision is already kept');
    for (const [key, boxed] of added) this.#kept.set(key, boxed);
  }

  eraseVoters(): void {
    const all = this.all();
    this.#kept.clear();
    // Two of one round may have one key then, and are two all the same.
    for (const [n, { ballot, ...rest }] of all.entries()) {
      const erased = { ...rest, ballot: anonymous(ballot) };
      this.#kept.set(erased.ballot.seat === null ? `erased ${n}` : ballotKey(ballot), erased);
    }
  }

  all(): readonly BoxedBallot[] {
    return [...this.#kept.values()];
  }

  *verify(roots: readonly ClosedRoot[] = []): Verifying {
    let checked = 0;
    for (const [key, { ballot, hash }] of this.#kept) {
      if (ballotHash(ballot) !== hash) return `ballot ${key}`;
      yield (checked += 1);
    }
    const index = new BoxIndex();
    for (const boxed of this.#kept.values()) index.add(boxed);
    const isFalse = ({ round, attempt, root }: ClosedRoot) =>
      boxRoot(index, round, attempt).root !== root;
    const one = roots.find(isFalse);
    return one ? falseRoot(one) : null;
  }
}

class MemoryMeeting implements SyncStore {
  readonly #codeKey: string;
  readonly #box = new MemoryBox();
  readonly #events: Loaded['events'][number][] = [];
  readonly #directory = new Map<string, Loaded['directory'][number]>();
  readonly #secrets = new Map<string, string>();
  readonly #tickets = new Map<string, Loaded['tickets'][number]>();
  readonly #ticketSecrets = new Set<string>();
  readonly #sessions = new Map<string, Loaded['sessions'][number]>();

  constructor(codeKey: string) {
    this.#codeKey = codeKey;
  }

  load(): Loaded {
    return {
      events: [...this.#events],
      ballots: this.#box.all(),
      directory: [...this.#directory.values()],
      secrets: [...this.#secrets].map(([name, value]) => ({ name, value })),
      tickets: [...this.#tickets.values()],
      sessions: [...this.#sessions.values()],
      codeKey: this.#codeKey,
      copied: false,
    };
  }

  commit(commit: Commit): void {
    this.#check(commit);
    // The only step that may still refuse comes first.
    this.#box.add(commit.ballots);
    this.#events.push(...commit.events);
    for (const write of commit.side) this.#keepSide(write);
    for (const ticket of commit.tickets) {
      this.#tickets.set(ticketKey(ticket), ticket);
      this.#ticketSecrets.add(ticket.secretHash);
    }
    for (const session of commit.sessions) this.#sessions.set(session.tokenHash, session);
  }

  close(): void {
    // Nothing to let go of.
  }

  #keepSide(write: SideWrite): void {
    switch (write.kind) {
      case 'secret':
        this.#secrets.set(write.name, write.value);
        return;
      case 'directory':
        this.#directory.set(directoryKey(write.entry.kind, write.entry.id), write.entry);
        return;
      case 'erase-people':
        for (const [key, { kind }] of this.#directory)
          if (kind !== 'subject') this.#directory.delete(key);
        for (const id of write.subjects) this.#directory.delete(directoryKey('subject', id));
        this.#box.eraseVoters();
        for (const name of this.#secrets.keys()) if (tellsNames(name)) this.#secrets.delete(name);
        return;
      default:
        unreachable(write);
    }
  }

  #check(commit: Commit): void {
    let prev = this.#events.at(-1)?.hash ?? '';
    let seq = this.#events.length;
    for (const event of commit.events) {
      seq += 1;
      if (event.recorded.seq !== seq || event.prev !== prev)
        throw broken('an event must follow the last one');
      prev = event.hash;
    }
    if (commit.ballots.some(({ after }) => after < 1 || after > seq))
      throw broken('a ballot must come after an event');
    unique(commit.tickets.map(ticketKey), this.#tickets, 'ticket');
    unique(
      commit.tickets.map(({ secretHash }) => secretHash),
      this.#ticketSecrets,
      'ticket',
    );
    unique(
      commit.sessions.map(({ tokenHash }) => tokenHash),
      this.#sessions,
      'session',
    );
  }
}

function unique(keys: readonly string[], known: { has(key: string): boolean }, what: string) {
  if (new Set(keys).size < keys.length || keys.some((key) => known.has(key)))
    throw broken(`this ${what} exists already`);
}

function ticketKey({ holder, issue }: Loaded['tickets'][number]): string {
  return `${keyOf(holder)}/${String(issue)}`;
}

function broken(detail: string): CommitFailed {
  return new CommitFailed('broken-rule', detail);
}
