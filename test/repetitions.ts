// How often a test that leaves things to chance does so: a few times in `npm test`, many in `npm run soak`.

import { it } from 'vitest';

const SOAKS = process.env['KLEROTERION_SOAK'] === '1';

/** As many repetitions, or as much of anything, as this run has time for. */
export function repetitions<T>(quick: T, soak: T): T {
  return SOAKS ? soak : quick;
}

/**
 * The same chances in each quick run, others in each soak. A test says its seed in its name, so that a failing run can be run
 * again: KLEROTERION_SEED in the environment.
 */
export function seed(quick: number): number {
  const given = process.env['KLEROTERION_SEED'];
  if (given !== undefined) return Number(given);
  return SOAKS ? Date.now() % 2 ** 31 : quick;
}

/** A test of `npm run soak` alone: of what is rare, or is a variant of what the test beside it holds in `npm test`. */
export function itInSoak(name: string, run: () => Promise<void>): void {
  if (SOAKS) it(name, run);
}
