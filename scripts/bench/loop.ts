// How long a process's event loop is held while something happens: what every phone waits for meanwhile.
import { setTimeout as wait } from 'node:timers/promises';

/** Views of what was done go out within this time. */
const AFTERMATH_MS = 600;

/** The longest single turn of the loop from the start of the work until its views are out, in milliseconds. */
export async function longestTurn(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let running = true;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(look);
  };
  setImmediate(look);
  await work();
  await wait(AFTERMATH_MS);
  running = false;
  return longest;
}

/** The value below which so large a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
