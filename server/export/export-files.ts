// Files to take away, made in a thread, one after the other.
import { OneByOne, type Done } from '../one-by-one.ts';
import type { ExportJob } from './make-file.ts';

export class ExportFiles {
  readonly #threads = new OneByOne<ExportJob, Uint8Array>({
    thread: { here: import.meta.url, name: 'export-thread' },
    mostWaiting: 8,
    timeLimitMs: 30_000,
    // What a meeting within all other limits can need.
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });

  make(job: ExportJob): Promise<Done<Uint8Array>> {
    return this.#threads.run(job);
  }

  /** Ends what is being made. */
  close(): Promise<void> {
    return this.#threads.close();
  }
}
