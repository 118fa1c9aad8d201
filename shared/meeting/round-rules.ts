// What a round's ballots are counted by, and the one hash that stands for all of it (R4, R8).
import { canonical } from '../draw/canonical.ts';
import { fingerprint } from '../fingerprint.ts';
import { choicesOf } from './agenda/kind.ts';
import type { SheetPlan } from './agenda/item.ts';
import { exactVersion, newestVersion } from './versions.ts';
import type { Group } from './people.ts';
import type { Round, Terms, Version } from './round.ts';
import type { Meeting } from './state.ts';

type Adopted = Pick<Meeting, 'sheets' | 'schemes'>;

/** Freezes sheets, scheme and weights as they stand. */
export function termsOf(
  meeting: Adopted & { readonly groups: readonly Pick<Group, 'id' | 'weight'>[] },
  sheets: Terms['form']['sheets'],
  scheme: Version,
  secrecy: Round['secrecy'],
): Terms {
  const version = ({ id, version: n }: Version): Version => ({ id, version: n });
  const terms = {
    form: {
      kind: 'sheet',
      sheets: sheets.map((one) => ({ ...one, sheet: version(one.sheet) })),
    },
    scheme: version(scheme),
    weights: meeting.groups.map(({ id, weight }) => ({ group: id, weight: String(weight) })),
  } as const;
  return { ...terms, rules: rulesOf(meeting, terms, secrecy) };
}

/** What a round by this plan would freeze were it opened now; null where a sheet or the scheme is missing. */
export function termsAhead(meeting: Meeting, plan: SheetPlan): Terms | null {
  const choices = choicesOf(plan);
  const sheets = choices.flatMap(({ sheet, ...cells }) => {
    const newest = newestVersion(meeting.sheets, sheet);
    return newest ? [{ ...cells, sheet: newest }] : [];
  });
  const scheme = meeting.schemes.at(-1);
  if (sheets.length < choices.length || !scheme) return null;
  return termsOf(meeting, sheets, scheme, 'named');
}

/** T("rules", C(form with its sheets whole, scheme whole, weights, secrecy)). Throws where one was never adopted. */
export function rulesOf(
  { sheets, schemes }: Adopted,
  { form, scheme, weights }: Omit<Terms, 'rules'>,
  secrecy: Round['secrecy'],
): string {
  const whole = form.sheets.map((one) => ({ ...one, sheet: exactVersion(sheets, one.sheet) }));
  const rules = { form: { ...form, sheets: whole }, scheme: exactVersion(schemes, scheme) };
  return fingerprint('rules', canonical({ ...rules, weights, secrecy }));
}
