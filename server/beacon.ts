// Asks public relays for the beacon's round that a draw waits for, where there is internet (DRAW.md §2). Nothing waits for an
// answer: staff can type the signature at any time, and whichever is first is taken.
import { readBeacon } from '../shared/beacon-reading.ts';
import { relayPath } from '../shared/draw/beacon.ts';
import { awaitedBeacon } from '../shared/meeting/draws/beacon.ts';
import type { DrawId } from '../shared/ids.ts';
import type { RelayStanding } from '../shared/views/seen.ts';
import type { Hall } from './hall.ts';

/** An answer of a relay is 300 bytes long and comes within a second. */
const MOST_BYTES = 4096;
const TIMEOUT_MS = 5000;
/** Between two rounds of asking: at first as often as the chain publishes, later less. */
const FIRST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 30_000;
/** Over two hours. What comes later is typed, or asked for again by whatever happens in the meeting. */
const MOST_TRIES = 250;
/** No timer runs longer, so that none overflows and a clock that was set is noticed. */
const LONGEST_MS = 60_000;

export interface BeaconParts {
  /** Origins of relays, in the order in which they are asked; none: the server never asks. */
  readonly relays: readonly string[];
  /** Called when {@link BeaconFetcher.of} has changed for a hall. */
  readonly changed: (hall: Hall) => void;
  /** Between two rounds of asking, at first; for tests. */
  readonly pauseMs?: number;
}

interface Asking {
  readonly draw: DrawId;
  readonly ends: AbortController;
  standing: RelayStanding;
  timer: NodeJS.Timeout | null;
  tries: number;
}

/** Watches every hall for a draw whose other sources are closed. */
export class BeaconFetcher {
  readonly #parts: BeaconParts;
  readonly #asking = new Map<Hall, Asking>();
  #closed = false;

  constructor(parts: BeaconParts) {
    this.#parts = parts;
  }

  /** Returns what ends it: the hall is about to be closed. */
  watch(hall: Hall): () => void {
    let forgotten = false;
    const look = () => {
      if (!forgotten && !this.#closed) this.#look(hall);
    };
    hall.onChange(({ events }) => {
      if (events.length > 0) look();
    });
    look();
    return () => {
      forgotten = true;
      this.#end(hall);
    };
  }

  of(hall: Hall): RelayStanding {
    if (this.#parts.relays.length === 0) return 'off';
    return this.#asking.get(hall)?.standing ?? 'idle';
  }

  close(): void {
    this.#closed = true;
    for (const hall of [...this.#asking.keys()]) this.#end(hall);
  }

  #look(hall: Hall): void {
    const awaited = awaitedBeacon(hall.world.meeting);
    const now = this.#asking.get(hall);
    if (this.#parts.relays.length === 0 || !awaited) {
      this.#end(hall);
      return;
    }
    if (now && now.draw !== awaited.draw) this.#end(hall);
    const asking = this.#asking.get(hall) ?? begun(awaited.draw);
    this.#asking.set(hall, asking);
    // While it asks, or pauses, that goes on.
    if (asking.standing !== 'idle') return;
    const left = awaited.at - hall.now;
    if (left > 0) this.#later(hall, asking, Math.min(left, LONGEST_MS), () => this.#look(hall));
    else this.#ask(hall, asking, awaited.round);
  }

  #ask(hall: Hall, asking: Asking, round: number): void {
    if (asking.standing === 'idle') this.#stand(hall, asking, 'asking');
    asking.tries += 1;
    void this.#askAll(hall, asking, round).then((isOver) => {
      if (isOver || asking.ends.signal.aborted) return;
      this.#stand(hall, asking, 'failed');
      if (asking.tries >= MOST_TRIES) return;
      const pause = (this.#parts.pauseMs ?? FIRST_PAUSE_MS) * 1.1 ** asking.tries;
      this.#later(hall, asking, Math.min(pause, LONGEST_PAUSE_MS), () =>
        this.#ask(hall, asking, round),
      );
    });
  }

  /** Whether there is nothing left to ask for. */
  async #askAll(hall: Hall, { draw, ends }: Asking, round: number): Promise<boolean> {
    for (const relay of this.#parts.relays) {
      const signature = await answerOf(relay, round, ends.signal);
      if (ends.signal.aborted) return true;
      if (signature === null) continue;
      // The decision checks it against the chain's key: a relay is believed in nothing.
      const answer = await hall.server({ type: 'TakeBeacon', draw, signature });
      if (answer.ok) return true;
    }
    return false;
  }

  #stand(hall: Hall, asking: Asking, standing: RelayStanding): void {
    if (asking.standing === standing) return;
    asking.standing = standing;
    this.#parts.changed(hall);
  }

  #later(hall: Hall, asking: Asking, ms: number, then: () => void): void {
    if (asking.timer) clearTimeout(asking.timer);
    asking.timer = setTimeout(() => {
      if (this.#asking.get(hall) === asking) then();
    }, ms).unref();
  }

  #end(hall: Hall): void {
    const asking = this.#asking.get(hall);
    if (!asking) return;
    this.#asking.delete(hall);
    asking.ends.abort();
    if (asking.timer) clearTimeout(asking.timer);
  }
}

function begun(draw: DrawId): Asking {
  return { draw, ends: new AbortController(), standing: 'idle', timer: null, tries: 0 };
}

/** The signature that a relay gives for this round; null where it gives none, whatever the reason. */
async function answerOf(relay: string, round: number, ended: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(`${relay}${relayPath(round)}`, {
      signal: AbortSignal.any([ended, AbortSignal.timeout(TIMEOUT_MS)]),
      redirect: 'error',
      headers: { accept: 'application/json' },
    });
    const text = await bounded(answer);
    const read = answer.ok && text !== null ? readBeacon(text) : null;
    return read?.kind === 'signature' && read.round === round ? read.signature : null;
  } catch {
    // No internet, no answer in time, a redirection: the console says that nothing was found.
    return null;
  }
}

/** The text of an answer, null where it is longer than any relay's. */
async function bounded({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
