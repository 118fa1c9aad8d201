// How often a test that leaves things to chance does so: a few times in `npm test`, many in `npm run soak`.

const SOAKS = process.env['KLEROTERION_SOAK'] === '1';

/** As many repetitions as this run has time for. */
export function repetitions(quick: number, soak: number): number {
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
