// Builders for the scoring tests: schemes, totals in sixtieths, and the seed of every run.

import { rational } from '../../../shared/scoring/rational.ts';
import type { Rational } from '../../../shared/scoring/rational.ts';
import { SCHEME_DEFAULTS } from '../../../shared/scoring/scheme.ts';
import type { Scheme } from '../../../shared/scoring/scheme.ts';

/** The same cases in every run; a case that fails is pinned as an example beside its property. */
export const FIXED = { seed: 20261121, numRuns: 200 } as const;

/** Divisible by enough for halves, thirds and fifths; the tests count in integers of it. */
export const SIXTIETHS = 60n;

export function sixtieths(count: number): Rational {
  return rational(count, SIXTIETHS);
}

export function schemeOf(changes: Partial<Scheme> = {}): Scheme {
  return { id: 'scheme', version: 1, ...SCHEME_DEFAULTS, ...changes };
}
