// Real stores whose commits wait while a test says so.
import type { OpenStore } from '../server/halls.ts';
import { openThreadedStore } from '../server/store/threaded-store.ts';

export interface HeldCommits {
  readonly openStore: OpenStore;
  /** Commits that wait now. */
  readonly waiting: number;
  /** From here on nothing is stored; the function ends that. */
  hold(): () => void;
}

export function heldCommits(): HeldCommits {
  let written: Promise<void> | null = null;
  let waiting = 0;
  return {
    async openStore(path, options) {
      const opening = await openThreadedStore(path, options);
      if (!opening.ok) return opening;
      const { store } = opening;
      const commit = store.commit.bind(store);
      store.commit = async (rows) => {
        waiting += 1;
        await written;
        waiting -= 1;
        await commit(rows);
      };
      return opening;
    },
    get waiting() {
      return waiting;
    },
    hold() {
      let write: () => void = () => undefined;
      written = new Promise((done) => (write = done));
      return write;
    },
  };
}
