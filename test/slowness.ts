// How much slower this machine is now than a quiet one, for the few tests that hold a figure in milliseconds.
import { spawnSync } from 'node:child_process';

/** What Node takes to start and end on a quiet machine, generously. */
const QUIET_MS = 100;

/** 1 on a quiet machine, more where others use its cores: a figure in milliseconds is multiplied by it. */
export function slowness(): number {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return Math.max(1, (performance.now() - began) / QUIET_MS);
}
