// Lotteries of panels and lists of lots, found in a thread of their own: a cast never waits for a solver (DRAW.md §8, §9).
import { startThread } from '../thread.ts';
import type { LotteryJob, LotteryMessage } from './lottery-thread.ts';
import type {
  ListMade,
  ListRequest,
  LotteryMade,
  LotteryProgress,
  LotteryRequest,
} from './lottery-work.ts';

export type {
  ListMade,
  ListRequest,
  LotteryMade,
  LotteryProgress,
  LotteryRequest,
  Objective,
} from './lottery-work.ts';

export interface LotteryHooks {
  readonly onProgress?: (progress: LotteryProgress) => void;
  /** Ends the work at once. */
  readonly signal?: AbortSignal;
}

/** `cancelled` by its signal; `ended`: it took too long or wanted too much memory. */
export type Unmade = { readonly ok: false; readonly why: 'cancelled' | 'ended' };

/** A thousand people with seven attributes take a few minutes. */
const TIME_LIMIT_MS = 15 * 60_000;
/** The solver's own memory is beside this. */
const RESOURCES = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 };

/**
 * A list of lots whose smallest chance is that of the fairest lottery rounded down to whole panels, as far as that can be had:
 * `min` and `upper` say so. Rejects for what is a bug of the thread's own.
 *
 * @param request `by`, `quotas`, `m` and `k` as `ruleFlaw` accepts them for this pool
 */
export function makeList(
  request: ListRequest,
  hooks: LotteryHooks = {},
): Promise<ListMade | Unmade> {
  return inThread<ListMade>({ kind: 'list', request }, hooks);
}

/**
 * The fairest lottery, with the panels and weights that a lock of the rule `lottery` takes. Rejects for what is a bug of the
 * thread's own.
 *
 * @param request `by`, `quotas` and `k` as `ruleFlaw` accepts them for this pool
 */
export function makeLottery(
  request: LotteryRequest,
  hooks: LotteryHooks = {},
): Promise<LotteryMade | Unmade> {
  return inThread<LotteryMade>({ kind: 'lottery', request }, hooks);
}

function inThread<Made>(
  job: LotteryJob,
  { onProgress, signal }: LotteryHooks,
): Promise<Made | Unmade> {
  if (signal?.aborted) return Promise.resolve({ ok: false, why: 'cancelled' });
  return new Promise((resolve, reject) => {
    const worker = startThread(
      { here: import.meta.url, name: 'lottery-thread' },
      { workerData: job, resourceLimits: RESOURCES },
    );
    const end = () => void worker.terminate();
    const timer = setTimeout(end, TIME_LIMIT_MS);
    signal?.addEventListener('abort', end, { once: true });
    worker.on('message', (message: LotteryMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else resolve(message.made as Made);
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
