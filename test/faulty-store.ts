// A meeting's file as a server has it, behind a thread that fails where a test or a bench wants it to.
import { openThreadedStore, type ThreadedOptions } from '../server/store/threaded-store.ts';

export interface Faults {
  /** The file may not grow beyond so many pages: the disk is full then. */
  readonly maxPages?: number;
  /** How long each commit takes longer, in milliseconds. */
  readonly delayMs?: number;
  /** The thread ends, as if it had crashed, in the middle of this commit, counted from 1. */
  readonly dieAt?: number;
}

export function faultyStore(faults: Faults) {
  return (path: string, options: ThreadedOptions = {}) =>
    openThreadedStore(path, Object.assign({}, options, faults), {
      here: import.meta.url,
      name: 'faulty-writer',
    });
}
