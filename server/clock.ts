// The server's clock: the wall's time at start, carried on by the monotonic clock, so that a jump of the machine's clock
// moves no deadline (BALLOTS.md §4).

export interface Clock {
  /** Milliseconds since 1970, UTC, whole. */
  now(): number;
}

export function systemClock(): Clock {
  const offset = Date.now() - performance.now();
  return { now: () => Math.round(offset + performance.now()) };
}
