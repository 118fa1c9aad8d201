// At once when idle, then at most once per interval, and always a last time (SPEED.md).
import type { Steps } from '../../shared/steps.ts';

export interface Conflated {
  /** Something changed. */
  trigger(): void;
  /** For good: later triggers do nothing. */
  stop(): void;
}

/**
 * Runs `flush` for triggers: in this turn's tail when idle, else once when the interval is over. One that takes steps has
 * a turn for each.
 */
export function conflate(intervalMs: number, flush: () => Steps<void>): Conflated {
  let timer: NodeJS.Timeout | null = null;
  let soon: NodeJS.Immediate | null = null;
  let dirty = false;
  let stopped = false;
  const run = () => {
    dirty = false;
    goOn(flush());
  };
  const goOn = (steps: Steps<void>) => {
    soon = null;
    if (steps.next().done !== true) {
      soon = setImmediate(goOn, steps);
      return;
    }
    timer = setTimeout(() => {
      timer = null;
      if (dirty) run();
    }, intervalMs);
  };
  return {
    trigger() {
      if (stopped) return;
      dirty = true;
      if (timer === null) soon ??= setImmediate(run);
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      if (soon) clearImmediate(soon);
      timer = soon = null;
    },
  };
}
