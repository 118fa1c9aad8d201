// What a round's ballots are counted by, and the one hash that stands for all of it (R4, R8).
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import { choicesOf, type Scoring } from './agenda/kind.ts';
import { exactVersion, newestVersion } from './versions.ts';
import type { Group } from './people.ts';
import { ratersAhead, ratingGroups } from './raters.ts';
import type { Refusal } from './refusals.ts';
import type { Raters, Round, Terms, Version } from './round.ts';
import type { SubjectId } from '../ids.ts';
import type { Meeting } from './state.ts';

type Adopted = Pick<Meeting, 'sheets' | 'schemes'>;

/** Freezes sheets, scheme and weights as they stand. */
export function termsOf(
  meeting: Adopted & { readonly groups: readonly Pick<Group, 'id' | 'weight'>[] },
  sheets: Terms['form']['sheets'],
  scheme: Version,
  secrecy: Round['secrecy'],
  who?: Raters,
): Terms {
  const version = ({ id, version: n }: Version): Version => ({ id, version: n });
  const terms = {
    form: {
      kind: 'sheet',
      sheets: sheets.map((one) => ({ ...one, sheet: version(one.sheet) })),
    },
    scheme: version(scheme),
    weights: meeting.groups.map(({ id, weight }) => ({ group: id, weight: String(weight) })),
    ...(who ? { who } : {}),
  } as const;
  return { ...terms, rules: rulesOf(meeting, terms, secrecy) };
}

/**
 * What a round that is planned so would freeze were it opened now. Refused as `unknown-sheet` where a sheet or the scheme
 * is missing, and where it stands on a ring that is not there (raters.ts).
 *
 * @param about the units that it would be about
 */
export function termsAhead(
  meeting: Meeting,
  { sheet, who: planned }: Pick<Scoring, 'sheet' | 'who'>,
  about: readonly SubjectId[],
):
  { readonly ok: true; readonly terms: Terms } | { readonly ok: false; readonly refusal: Refusal } {
  const raters = planned ? ratersAhead(meeting, planned, about) : null;
  if (raters?.ok === false) return raters;
  const choices = choicesOf(sheet);
  const sheets = choices.flatMap(({ sheet, ...cells }) => {
    const newest = newestVersion(meeting.sheets, sheet);
    return newest ? [{ ...cells, sheet: newest }] : [];
  });
  const scheme = meeting.schemes.at(-1);
  if (sheets.length < choices.length || !scheme)
    return { ok: false, refusal: { code: 'unknown-sheet' } };
  const groups = ratingGroups(meeting, planned);
  const terms = termsOf({ ...meeting, groups }, sheets, scheme, 'named', raters?.who);
  return { ok: true, terms };
}

/** T("rules", C(form with its sheets whole, scheme whole, weights, secrecy, and who where units rate)). Throws where one was never adopted. */
export function rulesOf(
  { sheets, schemes }: Adopted,
  { form, scheme, weights, who }: Omit<Terms, 'rules'>,
  secrecy: Round['secrecy'],
): string {
  const whole = form.sheets.map((one) => ({ ...one, sheet: exactVersion(sheets, one.sheet) }));
  const rules = { form: { ...form, sheets: whole }, scheme: exactVersion(schemes, scheme) };
  return fingerprint('rules', canonical({ ...rules, weights, secrecy, ...(who ? { who } : {}) }));
}
