// Makes a store that works at once into one that answers later, with the order and the refusals the contract asks for.
import type { Commit, Loaded, MeetingStore } from '../server/store/meeting-store.ts';
import { CommitFailed } from '../server/store/store-errors.ts';

/** A store without waiting; `commit` throws `CommitFailed` and then has changed nothing. */
export interface SyncStore {
  load(): Loaded;
  commit(commit: Commit): void;
  close(): void;
}

/** Calls are carried out one after the other; commits queued behind one that failed are refused with it. */
export function inOrder(store: SyncStore): MeetingStore {
  let last: Promise<unknown> = Promise.resolve();
  let failures = 0;
  let closed = false;

  function queue<T>(work: () => T): Promise<T> {
    const done = last.then(() => {
      if (closed) throw new CommitFailed('gone', 'the store is closed');
      return work();
    });
    last = done.catch(() => undefined);
    return done;
  }

  return {
    load: () => queue(() => store.load()),
    commit(commit) {
      const known = failures;
      return queue(() => {
        // It was decided upon what the failed one would have written (R1).
        if (known !== failures)
          throw new CommitFailed('earlier-failed', 'a commit before it failed');
        try {
          store.commit(commit);
        } catch (error) {
          failures += 1;
          throw error;
        }
      });
    },
    async close() {
      if (closed) return;
      await queue(() => {
        closed = true;
        store.close();
      });
    },
  };
}
