// Counts failed tries at short codes and passphrases: per code, and over all; never per address (R12).

export interface AttemptLimits {
  /** Failures at one key within the window that lock it. */
  readonly perKey: number;
  /** Failures over all within the window that count as an attack. */
  readonly overall: number;
  readonly windowMs: number;
}

export const LIMITS: AttemptLimits = { perKey: 5, overall: 300, windowMs: 10 * 60 * 1000 };

/** Keys remembered at most; far more than the overall limit, so that only expired ones are ever dropped in a hall. */
const MOST_KEYS = 10_000;

/**
 * What this protects, and what not. A short code has 40 bits: with 300 printed, a guess is right once in 3.6 thousand
 * million, so what keeps guessers out is the code's length, not this. The lock per key ends tries at one code or one
 * person's passphrase. The overall limit says "someone is guessing": a caller then gives wrong tries no detail and takes
 * right ones only where they take nothing from anybody (a seat that no device holds yet), so that an attack neither
 * succeeds at a seat in use nor keeps the hall out. QR codes hold 128 bits and are never limited.
 */
export class Attempts {
  readonly #now: () => number;
  readonly #limits: AttemptLimits;
  /** Times of failures by key, oldest first, at most `perKey` of each. */
  readonly #failures = new Map<string, readonly number[]>();
  /** A ring of the times of the last `overall` failures. */
  readonly #ring: number[] = [];
  #next = 0;

  constructor(now: () => number, limits: AttemptLimits = LIMITS) {
    this.#now = now;
    this.#limits = limits;
  }

  isLocked(key: string): boolean {
    return this.#recent(key).length >= this.#limits.perKey;
  }

  /** Whether so many tries failed lately that someone is guessing. */
  get underAttack(): boolean {
    const oldest = this.#ring[this.#next];
    return oldest !== undefined && this.#isRecent(oldest);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#failures.size;
  }

  /** @param key null counts over all only: a name that nobody has needs no lock, and no memory */
  failed(key: string | null): void {
    this.#ring[this.#next] = this.#now();
    this.#next = (this.#next + 1) % this.#limits.overall;
    if (key === null) return;
    const times = [...this.#recent(key), this.#now()].slice(-this.#limits.perKey);
    // Deleted first, so that the map's order is that of the newest failure and the oldest goes first.
    this.#failures.delete(key);
    this.#failures.set(key, times);
    for (const [old] of this.#failures) {
      if (this.#failures.size <= MOST_KEYS && this.#recent(old).length > 0) break;
      this.#failures.delete(old);
    }
  }

  succeeded(key: string): void {
    this.#failures.delete(key);
  }

  #recent(key: string): readonly number[] {
    return (this.#failures.get(key) ?? []).filter((at) => this.#isRecent(at));
  }

  #isRecent(at: number): boolean {
    return this.#now() - at < this.#limits.windowMs;
  }
}
