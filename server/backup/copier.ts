// The copier's thread as the server sees it: one job after the other, each answered or failed.
import { setTimeout as wait } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../thread.ts';
import type { CopyJob } from './copying.ts';

export interface CopyRequest {
  readonly id: number;
  readonly job: CopyJob;
}

export interface CopyAnswer {
  readonly id: number;
  /** Null where the copy is on its disk. */
  readonly fault: { readonly code: string; readonly message: string } | null;
}

/** A job failed; `code` is Node's or SQLite's, "" where there is none. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed';
  readonly code: string;

  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(message);
    this.code = code;
  }
}

export class Copier {
  readonly #pending = new Map<number, (fault: CopyAnswer['fault']) => void>();
  #worker: Worker | null = null;
  #lastId = 0;

  /** Resolves when the copy is whole and on its disk. @throws CopyFailed */
  run(job: CopyJob): Promise<void> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const id = (this.#lastId += 1);
      this.#pending.set(id, (fault) => {
        if (fault) reject(new CopyFailed(fault));
        else resolve();
      });
      worker.postMessage({ id, job } satisfies CopyRequest);
    });
  }

  /** Fails what is under way; a thread that hangs on its disk is left to itself. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#end('the copier was closed');
    await Promise.race([worker?.terminate(), wait(1000, undefined, { ref: false })]);
  }

  #start(): Worker {
    const worker = startThread({ here: import.meta.url, name: 'copier-thread' }, {});
    worker.unref();
    worker.on('message', ({ id, fault }: CopyAnswer) => {
      this.#pending.get(id)?.(fault);
      this.#pending.delete(id);
    });
    // The next job gets a new thread.
    worker.on('error', (error) => this.#end(String(error)));
    worker.on('exit', (code) => this.#end(`the copier's thread ended with code ${code}`));
    return worker;
  }

  #end(message: string): void {
    this.#worker = null;
    for (const settle of this.#pending.values()) settle({ code: '', message });
    this.#pending.clear();
  }
}
