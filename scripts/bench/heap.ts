// What a process holds in its heap once all that nobody needs is gone.
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // What is only weakly held goes with the second.
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

/** The same once it falls no more: what just ended lets go of its memory by and by. */
export async function heapAtRest(): Promise<number> {
  for (let before = heapBytes(); ;) {
    await wait(REST_MS);
    const now = heapBytes();
    if (now > before * 0.999) return now;
    before = now;
  }
}

const REST_MS = 1000;
