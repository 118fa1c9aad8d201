// Group commit without a timer: whatever queued during one commit makes the next (SPEED.md).
import type { Refusal } from '../shared/meeting/refusals.ts';
import type { Commit } from './store/meeting-store.ts';

export interface Pending {
  readonly commit: Commit;
  /** Tells whoever waits: null when it is on disk, else why it is not and never will be. */
  readonly settle: (refusal: Refusal | null) => void;
}

interface QueueParts {
  readonly commit: (commit: Commit) => Promise<void>;
  readonly maxBatch: number;
  /** The batch is on disk; called before its senders are told. */
  readonly committed: (batch: readonly Pending[]) => void;
  /** A commit failed: nothing of it, nor of what was decided after it, has happened. Called before anyone is told. */
  readonly failed: (error: unknown) => void;
}

/** More decisions than this waiting means that the disk has stopped; further ones are refused as `busy`. */
const MOST_WAITING = 20_000;

export class CommitQueue {
  readonly #parts: QueueParts;
  #waiting: Pending[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Decided, but not yet part of a commit that is under way. */
  get waiting(): readonly Pending[] {
    return this.#waiting;
  }

  /** Resolves to null when the rows are on disk, or to the reason why they are not and never will be. */
  add(commit: Commit): Promise<Refusal | null> {
    return new Promise((settle) => {
      this.#waiting.push({ commit, settle });
      this.#running ??= this.#run();
    });
  }

  /** Whether a further decision may be made at all; ask before deciding. */
  get refusal(): Refusal | null {
    if (this.#closed) return { code: 'not-saved' };
    return this.#waiting.length >= MOST_WAITING ? { code: 'busy' } : null;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // One turn's messages belong into one commit.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#parts.maxBatch);
      const commit = merged(batch);
      try {
        if (hasRows(commit)) await this.#parts.commit(commit);
      } catch (error) {
        const refused = [...batch, ...this.#waiting];
        this.#waiting = [];
        this.#parts.failed(error);
        for (const { settle } of refused) settle({ code: 'not-saved' });
        continue;
      }
      this.#parts.committed(batch);
      for (const { settle } of batch) settle(null);
    }
    this.#running = null;
  }
}

function merged(batch: readonly Pending[]): Commit {
  return {
    events: batch.flatMap(({ commit }) => commit.events),
    ballots: batch.flatMap(({ commit }) => commit.ballots),
    side: batch.flatMap(({ commit }) => commit.side),
    tickets: batch.flatMap(({ commit }) => commit.tickets),
    sessions: batch.flatMap(({ commit }) => commit.sessions),
  };
}

function hasRows(commit: Commit): boolean {
  return Object.values(commit).some((rows: readonly unknown[]) => rows.length > 0);
}
