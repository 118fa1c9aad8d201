// What a process holds in its heap once all that nobody needs is gone.
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
