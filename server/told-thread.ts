// One piece of work in a thread of its own that tells how far it is, and that whoever no longer listens ends.
import type { ResourceLimits } from 'node:worker_threads';
import { startThread, type Thread } from './thread.ts';

export type ToldMessage<Progress, Made> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'made'; readonly made: Made };

export interface ToldHooks<Progress> {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the work at once. */
  readonly signal?: AbortSignal;
}

/** `cancelled` by its signal; `ended`: it took too long or wanted too much memory. */
export type Unmade = { readonly ok: false; readonly why: 'cancelled' | 'ended' };

interface Bounds {
  readonly thread: Thread;
  readonly timeLimitMs: number;
  /** A thread that wants more ends, and the server goes on. */
  readonly resourceLimits: ResourceLimits;
}

/** The thread gets `job` as its data and posts {@link ToldMessage}s, `made` last. Rejects for what is a bug of its own. */
export function inToldThread<Progress, Made>(
  { thread, timeLimitMs, resourceLimits }: Bounds,
  job: unknown,
  { onProgress, signal }: ToldHooks<Progress>,
): Promise<Made | Unmade> {
  if (signal?.aborted) return Promise.resolve({ ok: false, why: 'cancelled' });
  return new Promise((resolve, reject) => {
    const worker = startThread(thread, { workerData: job, resourceLimits });
    const end = () => void worker.terminate();
    const timer = setTimeout(end, timeLimitMs);
    signal?.addEventListener('abort', end, { once: true });
    worker.on('message', (message: ToldMessage<Progress, Made>) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else resolve(message.made);
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, why: 'ended' });
      else reject(error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      // Without effect once it has answered.
      resolve({ ok: false, why: signal?.aborted === true ? 'cancelled' : 'ended' });
    });
  });
}
