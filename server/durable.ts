// The durable side of a hall: what is on disk, as it was folded from it. Only whole commits enter.
import { BoxIndex } from '../shared/ballots/box-index.ts';
import { LiveBook } from '../shared/ballots/live-book.ts';
import type { Chained } from '../shared/meeting/chain.ts';
import { NO_MEETING } from '../shared/meeting/evolve.ts';
import type { Recorded } from '../shared/meeting/events.ts';
import type { Meeting } from '../shared/meeting/state.ts';
import { advance, directoryKey, type World } from '../shared/meeting/world.ts';
import { grown, NO_TREE, treeRoot, type LogHead } from '../shared/meeting/log-tree.ts';
import { lastAttempt } from '../shared/meeting/rounds.ts';
import type {
  BallotsEarly,
  BoxedBallot,
  Commit,
  Loaded,
  LoadedBallot,
  LoadedLog,
  SeatSessionRow,
  TicketRow,
} from './store/meeting-store.ts';
import type { ClosedRoot } from './store/verifying.ts';

/** How many staff acts the console shows. */
const RECENT_ACTS = 40;

export class Durable {
  readonly box = new BoxIndex();
  readonly book = new LiveBook();
  readonly codeKey: string;
  readonly #tickets = {
    bySecret: new Map<string, TicketRow>(),
    byCode: new Map<string, TicketRow>(),
  };
  readonly #sessions = new Map<string, SeatSessionRow>();
  #world: World;
  #hash = '';
  #tree = NO_TREE;
  #head: LogHead = { seq: 0, hash: '', root: '' };
  #recent: Recorded[] = [];
  readonly #reveals = new Map<number, string>();

  private constructor(world: World, codeKey: string) {
    this.#world = world;
    this.codeKey = codeKey;
  }

  /**
   * Replays a store in the order of its commits, so that live means stand where they stood. Whether the ballots are
   * those of the log is for the store to verify, by {@link closedRoots}.
   */
  static rebuild(loaded: Loaded): Durable {
    return new Replay().done(loaded);
  }

  /** What a file holds before its first event. */
  static before({ directory, secrets, codeKey }: LoadedLog): Durable {
    const rows = new Map(directory.map((row) => [directoryKey(row.kind, row.id), row]));
    const values = new Map(secrets.map(({ name, value }) => [name, value]));
    return new Durable({ meeting: NO_MEETING, directory: rows, secrets: values }, codeKey);
  }

  get world(): World {
    return this.#world;
  }

  /** Hash of the newest event: the chain's head (R3). */
  get hash(): string {
    return this.#hash;
  }

  /** What names the log as it stands. It hangs on salts, and so tells nothing of what is still hidden (R6). */
  get head(): LogHead {
    return this.#head;
  }

  /** The head of the log as a reveal left it, 64 hex digits. @throws RangeError where that event is none */
  headAtReveal(seq: number): string {
    const hash = this.#reveals.get(seq);
    if (hash === undefined) throw new RangeError(`event ${String(seq)} is no reveal`);
    return hash;
  }

  /** Newest first: what staff did lately, and the server by itself. */
  get recent(): readonly Recorded[] {
    return this.#recent;
  }

  ticketBySecret(secretHash: string): TicketRow | undefined {
    return this.#tickets.bySecret.get(secretHash);
  }

  ticketByCode(codeHash: string): TicketRow | undefined {
    return this.#tickets.byCode.get(codeHash);
  }

  session(tokenHash: string): SeatSessionRow | undefined {
    return this.#sessions.get(tokenHash);
  }

  apply(commit: Commit): void {
    this.#world = advance(this.#world, [], commit.side);
    for (const link of commit.events) this.#follow(link);
    for (const ballot of commit.ballots) this.#count(ballot);
    for (const ticket of commit.tickets) this.#addTicket(ticket);
    for (const session of commit.sessions) this.#sessions.set(session.tokenHash, session);
  }

  #follow({ recorded, hash, salt }: Chained): void {
    this.#world = advance(this.#world, [recorded], []);
    this.book.follow(this.#world.meeting, recorded.event);
    if (recorded.event.type === 'PeopleErased') this.box.eraseVoters();
    this.#hash = hash;
    if (recorded.event.type === 'RoundRevealed') this.#reveals.set(recorded.seq, hash);
    this.#tree = grown(this.#tree, hash);
    if (salt !== '' || isTold(this.#world.meeting))
      this.#head = { seq: recorded.seq, hash, root: treeRoot(this.#tree) };
    if (isAct(recorded)) this.#recent = withAct(this.#recent, recorded).slice(0, RECENT_ACTS);
  }

  /** A ballot that was on disk when the server started. */
  countLoaded(one: LoadedBallot): void {
    if (this.box.place(one)) this.book.add(this.#world.meeting, one);
  }

  #count(kept: BoxedBallot): void {
    if (this.box.add(kept)) this.book.add(this.#world.meeting, kept.ballot);
  }

  #addTicket(ticket: TicketRow): void {
    this.#tickets.bySecret.set(ticket.secretHash, ticket);
    this.#tickets.byCode.set(ticket.codeHash, ticket);
  }
}

/** {@link Durable.rebuild} while the file is still being read: takes ballots as they come. */
export class Replay {
  #durable: Durable | null = null;
  #events = 0;
  #ballots = 0;

  /** Gives ballots and all before them; give it to a store's `load`. */
  readonly early: BallotsEarly = (log, ballots) => {
    const durable = (this.#durable ??= Durable.before(log));
    for (const one of ballots) {
      this.#follow(durable, log, one.after);
      durable.countLoaded(one);
    }
    this.#ballots += ballots.length;
  };

  /** @param loaded all of it; what came before is not taken twice */
  done(loaded: Loaded): Durable {
    const durable = (this.#durable ??= Durable.before(loaded));
    if (loaded.unread) this.early(loaded, loaded.unread.slice(this.#ballots));
    else
      for (const ballot of loaded.ballots) {
        this.#follow(durable, loaded, ballot.after);
        durable.apply({ ...NOTHING, ballots: [ballot] });
      }
    this.#follow(durable, loaded, Infinity);
    durable.apply({ ...NOTHING, tickets: loaded.tickets, sessions: loaded.sessions });
    return durable;
  }

  #follow(durable: Durable, { events }: LoadedLog, upTo: number): void {
    for (let link = events[this.#events]; link && link.recorded.seq <= upTo;) {
      durable.apply({ ...NOTHING, events: [link] });
      link = events[++this.#events];
    }
  }
}

const NOTHING: Commit = { events: [], ballots: [], side: [], tickets: [], sessions: [] };

/** The roots that the log gives to attempts which are closed now. */
export function closedRoots({ rounds }: Meeting): readonly ClosedRoot[] {
  return [...rounds.values()].flatMap(({ id, attempts }) =>
    attempts.flatMap((attempt) =>
      attempt.phase === 'open' ? [] : { round: id, attempt: attempt.n, root: attempt.closing.root },
    ),
  );
}

/** Version 1 hashed without salt: there a hash over few scores or a short word gives them away until they are told. */
function isTold({ rounds, draws }: Meeting): boolean {
  return (
    [...rounds.values()].every((round) => lastAttempt(round).phase === 'revealed') &&
    draws.every(({ phase, wordsClosed }) => phase !== 'locked' || wordsClosed)
  );
}

const ACTS: ReadonlySet<string> = new Set([
  'PhonesDismissed',
  'RoundClosed',
  'RoundRevealed',
  'EpochRaised',
  'PeopleErased',
]);

/** A phone's check-in is the server's word too, and no act: hundreds of them would hide the others. */
/** Newest first. A row of dice that somebody goes on typing is one act, as far as it has come. */
function withAct(recent: readonly Recorded[], newest: Recorded): readonly Recorded[] {
  const [last] = recent;
  return last && isSameRow(last, newest) ? [newest, ...recent.slice(1)] : [newest, ...recent];
}

function isSameRow({ by: before, event: one }: Recorded, { by, event: other }: Recorded): boolean {
  return (
    one.type === 'DiceTyped' &&
    other.type === 'DiceTyped' &&
    one.draw === other.draw &&
    one.reading === other.reading &&
    before.kind === 'staff' &&
    by.kind === 'staff' &&
    before.id === by.id
  );
}

function isAct({ by, event: { type } }: Recorded): boolean {
  if (by.kind !== 'server') return by.kind === 'staff';
  return ACTS.has(type);
}
