// Exchanges that have stopped moving give their places up: by what comes and goes, not by how long it takes in all.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Something goes on while at least so many bytes move in so many milliseconds. */
export interface Patience {
  readonly bytes: number;
  readonly ms: number;
}

/** For a body that comes. Bad Wi-Fi is faster than 1 KB a second, and back within half a minute. */
const PATIENCE: Patience = { bytes: 30_000, ms: 30_000 };
/** An answer counts as taken by whole pieces, and a piece may be large: many times as long, but not for ever. */
const TIMES_AS_LONG = 10;

/** Tells from counts of moved bytes whether something has stalled. */
export class Progress {
  #from: number;
  #since: number;

  constructor(moved: number, now: number) {
    this.#from = moved;
    this.#since = now;
  }

  /** @param moved all bytes so far */
  isStalled(moved: number, now: number, { bytes, ms }: Patience): boolean {
    if (moved - this.#from >= bytes) this.restart(moved, now);
    return now - this.#since > ms;
  }

  restart(moved: number, now: number): void {
    this.#from = moved;
    this.#since = now;
  }
}

/**
 * Cuts the connection of every exchange that has stalled: a body that does not come, an answer that is not taken. What
 * held a place for it sees it break off, as when the peer had hung up. While the server itself is at work, or a long
 * poll waits, nothing has stalled.
 *
 * @returns what ends the watch
 */
export function cutStalled(server: Server, patience: Patience = PATIENCE): () => void {
  const taking = { bytes: 1, ms: patience.ms * TIMES_AS_LONG };
  const open = new Map<ServerResponse, Progress>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    open.set(response, new Progress(socket.bytesRead, performance.now()));
    response.once('close', () => open.delete(response));
  });
  const timer = setInterval(() => {
    const now = performance.now();
    for (const [response, progress] of open) {
      const { socket, complete } = response.req;
      const taken = socket.bytesWritten - socket.writableLength;
      const moved = complete ? taken : socket.bytesRead;
      if (complete && socket.writableLength === 0) progress.restart(moved, now);
      else if (progress.isStalled(moved, now, complete ? taking : patience)) socket.destroy();
    }
  }, patience.ms / 10).unref();
  return () => clearInterval(timer);
}
