// Threads of a test's server, from dist/server: most of a small test was the loading of theirs from TypeScript.
import { existsSync } from 'node:fs';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { startThread as fromSource, type Thread } from '../server/thread.ts';

const BUILT = new URL('../dist/server/', import.meta.url);

/** As `startThread` of server/thread.ts, in whose place tests get it; a thread of a test's own starts from its source. */
export function startThread(thread: Thread, options: WorkerOptions): Worker {
  const built = new URL(`${thread.name}.js`, BUILT);
  const here = existsSync(built) ? built.href : thread.here;
  return fromSource({ ...thread, here }, options);
}
