// Lotteries of panels and lists of lots, found in a thread of their own: a cast never waits for a solver (DRAW.md §8, §9).
import { inToldThread, type ToldHooks, type Unmade } from '../told-thread.ts';
import type { LotteryJob } from './lottery-thread.ts';
import type {
  ListMade,
  ListRequest,
  LotteryMade,
  LotteryProgress,
  LotteryRequest,
} from './lottery-work.ts';

export type { Unmade } from '../told-thread.ts';
export type {
  ListMade,
  ListRequest,
  LotteryMade,
  LotteryProgress,
  LotteryRequest,
  Objective,
} from './lottery-work.ts';

export type LotteryHooks = ToldHooks<LotteryProgress>;

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

function inThread<Made>(job: LotteryJob, hooks: LotteryHooks): Promise<Made | Unmade> {
  return inToldThread<LotteryProgress, Made>(
    {
      thread: { here: import.meta.url, name: 'lottery-thread' },
      timeLimitMs: TIME_LIMIT_MS,
      resourceLimits: RESOURCES,
    },
    job,
    hooks,
  );
}
