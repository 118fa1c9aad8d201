// Roster files on their way in: small texts are read at once, everything else in a thread, one after the other.
import type { Worker } from 'node:worker_threads';
import { inTurn } from '../in-turn.ts';
import { startThread } from '../thread.ts';
import { looksLikeText } from './file.ts';
import { readRoster, type RosterRequest, type RosterResult } from './read-roster.ts';

/** Characters of base64: up to here a text is read in a few milliseconds. */
const SMALL = 32 * 1024;
const MOST_WAITING = 8;
const TIME_LIMIT_MS = 20_000;
/** What a file within all other limits can need; a thread that wants more ends, and the server goes on. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

export class RosterFiles {
  readonly #running = new Set<Worker>();
  #waiting = 0;

  /** null where too many files wait already. Never rejects for what stands in a file. */
  async read(request: RosterRequest): Promise<RosterResult | null> {
    if (isSmall(request.base64)) return readRoster(request);
    if (this.#waiting >= MOST_WAITING) return null;
    this.#waiting += 1;
    try {
      return await inTurn(this, () => this.#inThread(request));
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Ends a thread that still reads; its answer is then that the file was too large. */
  async close(): Promise<void> {
    await Promise.all([...this.#running].map((worker) => worker.terminate()));
  }

  #inThread(request: RosterRequest): Promise<RosterResult> {
    return new Promise((resolve, reject) => {
      const worker = startThread(
        { here: import.meta.url, name: 'roster-thread' },
        {
          workerData: request,
          resourceLimits: RESOURCE_LIMITS,
        },
      );
      this.#running.add(worker);
      const timer = setTimeout(() => void worker.terminate(), TIME_LIMIT_MS);
      worker.once('message', resolve);
      worker.once('error', (error: Error & { readonly code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(TOO_HEAVY);
        else reject(error);
      });
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#running.delete(worker);
        // Without effect once it has answered.
        resolve(TOO_HEAVY);
      });
    });
  }
}

const TOO_HEAVY: RosterResult = {
  sheet: '',
  reading: { ok: false, problems: [{ sheet: '', code: 'too-heavy' }] },
};

function isSmall(base64: string): boolean {
  return base64.length <= SMALL && looksLikeText(Buffer.from(base64.slice(0, 64), 'base64'));
}
