// Places for connections: each audience has a share of its own, so that no number of viewers shuts a phone out.
import type { IncomingMessage } from 'node:http';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import { perAudience } from './per-audience.ts';

/** How many connections each audience may have, and how many that hold no session may wait in the lobby. */
export type Shares = Readonly<Record<Audience | 'lobby', number>>;

const PARTS: Shares = { panel: 0.5, public: 0.35, staff: 0.05, screen: 0.05, lobby: 0.05 };

/** Of these one speaker's connections that have not said yet where to; and as many that have left wherever they were. */
const MOST_IN_LOBBY_EACH = 8;

/** A connection that says nothing of where to for so long, or has left wherever it was, is cut off. */
const LOBBY_MS = 5000;

/** A connection, whatever it has joined, as engine.io has it. */
export interface Incoming {
  readonly request: IncomingMessage;
  on(event: 'close' | 'data', done: () => void): void;
}

/** The shares of so many connections. */
export function sharesOf(most: number): Shares {
  const part = (audience: keyof Shares) => Math.max(1, Math.floor(most * PARTS[audience]));
  return { ...perAudience(part), lobby: part('lobby') };
}

/**
 * Two gates, because a connection names its audience only after it is open. At the first, whoever holds a session has a
 * few places of their own, so that a crowd of strangers that comes and says nothing is in nobody's way but its own. Who has
 * been inside is in nobody's way either: a dead page that was put out for a newer one may not shut out the next. At the
 * second, each audience has its share; a connection that joins several takes a place in each.
 */
export class Places<Guest extends object> {
  readonly #shares: Shares;
  readonly #now: () => number;
  readonly #holderOf: (request: IncomingMessage) => string | null;
  readonly #held = perAudience(() => new Set<Guest>());
  readonly #holders = new WeakMap<IncomingMessage, string | null>();
  /** The guests of each open connection. */
  readonly #lines = new Map<Incoming, Set<Guest>>();
  /** Since when each of those that have none stands there. */
  readonly #inLobby = new Map<Incoming, number>();
  /** Those of each holder who stand there and have not been inside; null for all who hold nothing. */
  readonly #waiting = new Map<string | null, Set<Incoming>>();
  /** Those who have, the one that left first at the head. */
  readonly #left = new Map<string | null, Set<Incoming>>();

  /** @param holderOf whose session a handshake brings; null where it brings none */
  constructor(
    shares: Shares,
    now: () => number,
    holderOf: (request: IncomingMessage) => string | null,
  ) {
    this.#shares = shares;
    this.#now = now;
    this.#holderOf = holderOf;
  }

  /** Whether there is room for one more in the lobby. */
  handshake(request: IncomingMessage): boolean {
    const holder = this.#holderOf(request);
    this.#holders.set(request, holder);
    return (this.#waiting.get(holder)?.size ?? 0) < this.#most(holder);
  }

  opened(connection: Incoming): void {
    const guests = new Set<Guest>();
    this.#lines.set(connection, guests);
    this.#stand(connection, this.#waiting);
    connection.on('close', () => {
      this.#lines.delete(connection);
      for (const guest of guests) this.#giveBack(guest);
      this.#goIn(connection);
    });
  }

  /** Takes a place, unless the audience's share is full or the connection is gone: nothing would give it back. */
  enter(audience: Audience, guest: Guest, connection: Incoming): boolean {
    const held = this.#held[audience];
    const guests = this.#lines.get(connection);
    if (!guests || held.size >= this.#shares[audience]) return false;
    held.add(guest);
    guests.add(guest);
    this.#goIn(connection);
    return true;
  }

  /** Gives the place back, also a second time. Returns the connection that left before and has to be cut off for it. */
  leave(guest: Guest, connection: Incoming): Incoming | null {
    const guests = this.#lines.get(connection);
    if (!guests?.delete(guest)) return null;
    this.#giveBack(guest);
    if (guests.size > 0) return null;
    const left = this.#stand(connection, this.#left);
    const [first] = left;
    return first && left.size > this.#most(this.#holder(connection)) ? first : null;
  }

  /** Whoever has a place on this connection. */
  guestsOf(connection: Incoming): readonly Guest[] {
    return [...(this.#lines.get(connection) ?? [])];
  }

  /** Who has waited in the lobby for too long. */
  get overdue(): readonly Incoming[] {
    const now = this.#now();
    return [...this.#inLobby].flatMap(([one, since]) => (now - since >= LOBBY_MS ? [one] : []));
  }

  #giveBack(guest: Guest): void {
    for (const held of Object.values(this.#held)) held.delete(guest);
  }

  #holder({ request }: Incoming): string | null {
    return this.#holders.get(request) ?? null;
  }

  #most(holder: string | null): number {
    return holder === null ? this.#shares.lobby : MOST_IN_LOBBY_EACH;
  }

  #stand(connection: Incoming, lobby: Map<string | null, Set<Incoming>>): ReadonlySet<Incoming> {
    const holder = this.#holder(connection);
    const standing = lobby.get(holder) ?? new Set();
    this.#inLobby.set(connection, this.#now());
    lobby.set(holder, standing.add(connection));
    return standing;
  }

  #goIn(connection: Incoming): void {
    if (!this.#inLobby.delete(connection)) return;
    const holder = this.#holder(connection);
    for (const lobby of [this.#waiting, this.#left]) {
      const standing = lobby.get(holder);
      if (standing?.delete(connection) && standing.size === 0) lobby.delete(holder);
    }
  }
}
