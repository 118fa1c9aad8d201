// Token buckets: whoever sends faster than a person does is refused, then cut off, and nobody else notices (BALLOTS.md §3).

/** `ok` to go on, `refuse` to answer with a refusal, `cut` to hang up. */
export type Verdict = 'ok' | 'refuse' | 'cut';

export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Bucket {
  take(now: number): Verdict;
  /** Counts what somebody else has refused already. */
  refused(now: number): Verdict;
  /** Whether nothing is left to remember: a new one would judge alike. */
  isFull(now: number): boolean;
}

/** Refusals that are not forgiven yet before the connection is cut. */
const MOST_REFUSALS = 200;

export function openBucket({ burst, perSecond }: Pace): Bucket {
  let tokens = burst;
  let refusals = 0;
  let last: number | null = null;
  /** Refusals are forgiven at the pace at which tokens come: a phone that sends a whole batch again is no flooder. */
  const look = (now: number) => {
    const come = (Math.max(0, now - (last ?? now)) / 1000) * perSecond;
    tokens = Math.min(burst, tokens + come);
    refusals = Math.max(0, refusals - come);
    last = now;
  };
  const refuse = (): Verdict => {
    refusals += 1;
    return refusals > MOST_REFUSALS ? 'cut' : 'refuse';
  };
  return {
    take(now) {
      look(now);
      if (tokens < 1) return refuse();
      tokens -= 1;
      return 'ok';
    },
    refused(now) {
      look(now);
      return refuse();
    },
    isFull(now) {
      look(now);
      return tokens === burst && refusals === 0;
    },
  };
}

/** A bucket for each key, forgotten once it is full again. */
export class Buckets {
  readonly #pace: Pace;
  readonly #buckets = new Map<string, Bucket>();
  #swept = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  take(key: string, now: number): Verdict {
    this.#sweep(now);
    const bucket = this.#buckets.get(key) ?? openBucket(this.#pace);
    this.#buckets.set(key, bucket);
    return bucket.take(now);
  }

  #sweep(now: number): void {
    if (now - this.#swept < SWEEP_MS) return;
    this.#swept = now;
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
  }
}

const SWEEP_MS = 60_000;
