// Work in threads of their own, one piece after the other: each has so much time and memory, and a few may wait.
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { inTurn } from './in-turn.ts';
import { startThread, type Thread } from './thread.ts';

interface Bounds {
  readonly thread: Thread;
  /** Pieces of work, the one that is being done with them. */
  readonly mostWaiting: number;
  readonly timeLimitMs: number;
  /** A thread that wants more ends, and the server goes on. */
  readonly resourceLimits: ResourceLimits;
}

/** `full`: too many wait already. `ended`: it took too long, wanted too much, or was closed. */
export type Done<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly why: 'full' | 'ended' };

const ENDED = { ok: false, why: 'ended' } as const;

/** The thread gets `Work` as its data, posts one `Answer`, and ends. */
export class OneByOne<Work, Answer> {
  readonly #bounds: Bounds;
  readonly #running = new Set<Worker>();
  #waiting = 0;
  #isClosed = false;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Rejects only for what is a bug of the thread's own. */
  async run(work: Work): Promise<Done<Answer>> {
    if (this.#waiting >= this.#bounds.mostWaiting) return { ok: false, why: 'full' };
    this.#waiting += 1;
    try {
      return await inTurn(this, () => this.#inThread(work));
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Ends what is under way; what waits is not begun. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#running].map((worker) => worker.terminate()));
  }

  async #inThread(work: Work): Promise<Done<Answer>> {
    if (this.#isClosed) return ENDED;
    const { thread, timeLimitMs, resourceLimits } = this.#bounds;
    return new Promise((resolve, reject) => {
      const worker = startThread(thread, { workerData: work, resourceLimits });
      this.#running.add(worker);
      const timer = setTimeout(() => void worker.terminate(), timeLimitMs);
      worker.once('message', (answer: Answer) => resolve({ ok: true, answer }));
      worker.once('error', (error: Error & { readonly code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(ENDED);
        else reject(error);
      });
      worker.once('exit', () => {
        clearTimeout(timer);
        this.#running.delete(worker);
        // Without effect once it has answered.
        resolve(ENDED);
      });
    });
  }
}
