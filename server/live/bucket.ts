// A token bucket for each connection: a flooder is refused, then cut off, and nobody else notices (BALLOTS.md §3).

export interface Bucket {
  /** `ok` to go on, `refuse` to answer with a refusal, `cut` to hang up. */
  take(now: number): 'ok' | 'refuse' | 'cut';
}

const BURST = 40;
const PER_SECOND = 10;
const REFUSALS_BEFORE_CUT = 200;

export function openBucket(): Bucket {
  let tokens = BURST;
  let last: number | null = null;
  let refused = 0;
  return {
    take(now) {
      tokens = Math.min(BURST, tokens + ((now - (last ?? now)) / 1000) * PER_SECOND);
      last = now;
      if (tokens >= 1) {
        tokens -= 1;
        refused = 0;
        return 'ok';
      }
      refused += 1;
      return refused > REFUSALS_BEFORE_CUT ? 'cut' : 'refuse';
    },
  };
}
