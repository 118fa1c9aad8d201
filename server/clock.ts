// The server's clock: the wall's time at start, carried on by the monotonic clock, so that a jump of the machine's clock
// moves no deadline (BALLOTS.md §4).

export interface Clock {
  /** Milliseconds since 1970, UTC, whole. */
  now(): number;
  /** How far the machine's own clock has gone ahead of this one since the start: it was set, or the machine slept. */
  aheadMs?(): number;
}

/**
 * @param wall the machine's own clock, which anyone may set
 * @param ticks a clock that nobody can set
 */
export function systemClock(wall = () => Date.now(), ticks = () => performance.now()): Clock {
  const offset = wall() - ticks();
  const now = () => Math.round(offset + ticks());
  return { now, aheadMs: () => wall() - now() };
}

/** The same clock, carried on from `at` where it stands before that: a start found the machine's clock set back. */
export function notBefore(clock: Clock, at: number): Clock {
  const behind = at - clock.now();
  return behind > 0 ? { now: () => clock.now() + behind } : clock;
}
