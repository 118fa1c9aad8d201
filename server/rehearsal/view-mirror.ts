// The view that slices add up to, as every client without a screen keeps it.
import type { Socket } from 'socket.io-client';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { SlicesMessage } from '../../shared/protocol.ts';

export class ViewMirror<View> {
  #view: Partial<View> = {};
  #version = -1;
  #socket: Socket | null = null;
  #waiting: {
    readonly until: (view: Partial<View>) => boolean;
    readonly done: () => void;
  }[] = [];

  /** Called after each message that the view took in. */
  onMessage: ((message: SlicesMessage<View>) => void) | null = null;

  get view(): Partial<View> {
    return this.#view;
  }

  /** Follows a socket from now on; what an earlier one said is forgotten. Asks for the whole view after a gap. */
  follow(socket: Socket): void {
    this.#view = {};
    this.#socket = socket;
    socket.on('connect', () => {
      this.#version = -1;
    });
    socket.on('slices', (message: SlicesMessage<View>) => {
      const { since, version, slices } = message;
      if (since !== null && since !== this.#version) {
        socket.emit('resync');
        return;
      }
      this.#version = version;
      this.#view = since === null ? slices : { ...this.#view, ...slices };
      this.#waiting = this.#waiting.filter(({ until, done }) => {
        if (!until(this.#view)) return true;
        done();
        return false;
      });
      this.onMessage?.(message);
    });
  }

  /** Resolves when the view satisfies the condition; rejects when it has not for `timeoutMs`. */
  until(condition: (view: Partial<View>) => boolean, timeoutMs = WAIT_MS): Promise<void> {
    if (condition(this.#view)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const state = this.#socket?.connected === true ? 'connected' : 'not connected';
        reject(new Error(`waited in vain for ${condition.toString()}; ${state}`));
      }, timeoutMs);
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push({ until: condition, done });
    });
  }
}

/** Longer than any step of a meeting takes a machine that is busy with other things. */
const WAIT_MS = 60_000;

/** The server will have nothing to do with a connection, and said why. */
export class ConnectionRefused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`connection refused: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** Rejects with {@link ConnectionRefused} when it comes to that: then no view will come, however long one waits. */
export function refusalOf(socket: Socket): Promise<never> {
  const refused = new Promise<never>((_, reject) => {
    const end = (refusal: Refusal) => {
      reject(new ConnectionRefused(refusal));
    };
    socket.on('ended', end);
    socket.on('connect_error', (error: Error & { data?: Refusal }) => {
      if (error.data) end(error.data);
    });
  });
  // It may come when nobody waits any more.
  refused.catch(() => undefined);
  return refused;
}
