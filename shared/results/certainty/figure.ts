// A statistic, or why there is none: never a NaN.

/**
 * Why a statistic does not exist (RESULTS.md §10).
 * - `few-raters`, `few-subjects`: fewer than two of them.
 * - `no-spread`: 0/0, nothing differs that could be compared.
 * - `denominator`: it is not above 0.
 * - `apart`: some raters and subjects are joined to the others by no ballot.
 * - `no-freedom`: as many effects as ballots, so nothing is left to tell an error by.
 */
export type Undefined =
  'few-raters' | 'few-subjects' | 'no-spread' | 'denominator' | 'apart' | 'no-freedom';

/** A value, or the reason of a closed list why there is none. */
export type Figure<T, Why extends string = Undefined> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Why };

export function known<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function none<Why extends string>(why: Why): { readonly ok: false; readonly why: Why } {
  return { ok: false, why };
}
