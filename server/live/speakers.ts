// Who speaks: a seat or a member of staff, on however many connections. They share one pace, have a few sockets at once,
// and pause after a flood. Never an address: a whole hall has one (R12).
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { openBucket, type Bucket, type Pace, type Verdict } from './bucket.ts';

/** What a speaker may do on all its connections together. */
interface Limits {
  readonly pace: Pace;
  readonly sockets: number;
}

/** A person who scores a whole written round in one go, or whose phone comes back with it, waits seconds, not for ever. */
export const SEAT: Limits = { pace: { burst: 60, perSecond: 10 }, sockets: 4 };
/** One account at the desk: a few machines, each with a few windows, and what they fetch over HTTP. */
export const STAFF: Limits = { pace: { burst: 240, perSecond: 30 }, sockets: 20 };

/** How long a flooder stays out. */
export const PAUSE_MS = 30_000;

/** One connection of a speaker. */
export interface Connection {
  /** Hangs up and says why. */
  end(why: Refusal): void;
  /** When something was last heard on it, the answer to a ping included. */
  readonly heard: number;
}

export interface Speaker {
  /**
   * Judges what has come on one of its connections.
   *
   * @param own what the connection's own bucket says of it
   */
  take(own?: Verdict): Verdict;
  /** Why no new connection is let in now; null where it is. */
  readonly refusal: Refusal | null;
  /** Lets a connection in; beyond the most, the one that was silent for longest is put out. */
  open(connection: Connection): void;
  close(connection: Connection): void;
  /** Puts out its connection that was silent for longest, for a new one that finds no place; false where it has none. */
  giveWay(): boolean;
}

interface Known {
  /** The newest claim that has spoken: whoever takes the seat over finds nothing used up. */
  term: number;
  bucket: Bucket;
  readonly sockets: Set<Connection>;
  /** `term` is the claim that flooded: whoever takes the seat over from a flooder need not wait. */
  paused: { readonly term: number; readonly until: number } | null;
}

export class Speakers {
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param claim of the session that speaks for the seat */
  seat(meeting: string, seat: string, claim: number): Speaker {
    return this.#speaker(`seat/${meeting}/${seat}`, SEAT, claim);
  }

  staff(id: string): Speaker {
    return this.#speaker(`staff/${id}`, STAFF, 0);
  }

  /** Lets go of whoever is not there and has nothing to wait for. */
  sweep(): void {
    const now = this.#now();
    for (const [key, { sockets, bucket, paused }] of this.#known)
      if (sockets.size === 0 && (paused?.until ?? 0) <= now && bucket.isFull(now))
        this.#known.delete(key);
  }

  #speaker(key: string, limits: Limits, term: number): Speaker {
    const now = this.#now;
    const know = (): Known => {
      const known = this.#known.get(key) ?? {
        ...{ term, bucket: openBucket(limits.pace), sockets: new Set<Connection>(), paused: null },
      };
      if (term > known.term) Object.assign(known, { term, bucket: openBucket(limits.pace) });
      this.#known.set(key, known);
      return known;
    };
    const pause = (): Refusal | null => {
      const { paused } = know();
      const left = paused?.term === term ? paused.until - now() : 0;
      return left > 0 ? { code: 'paused', seconds: Math.ceil(left / 1000) } : null;
    };
    return {
      take(own = 'ok') {
        const known = know();
        // What a session that has ended still says is nobody's.
        if (term < known.term) return 'refuse';
        const whole = own === 'ok' ? known.bucket.take(now()) : known.bucket.refused(now());
        const verdict = own === 'cut' ? 'cut' : whole;
        if (verdict !== 'cut') return verdict;
        known.paused = { term, until: now() + PAUSE_MS };
        const why = { code: 'paused', seconds: PAUSE_MS / 1000 } as const;
        for (const connection of [...known.sockets]) connection.end(why);
        return verdict;
      },
      get refusal() {
        return pause();
      },
      open(connection) {
        const { sockets } = know();
        sockets.add(connection);
        // Not the newest: it is what a person who comes back from a dead network has.
        while (sockets.size > limits.sockets && putOut(sockets, connection));
      },
      giveWay: () => putOut(know().sockets),
      close(connection) {
        know().sockets.delete(connection);
      },
    };
  }
}

function putOut(sockets: Set<Connection>, except?: Connection): boolean {
  const [silent] = [...sockets].filter((one) => one !== except).sort((a, b) => a.heard - b.heard);
  if (!silent) return false;
  sockets.delete(silent);
  silent.end({ code: 'open-elsewhere' });
  return true;
}
