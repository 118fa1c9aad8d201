// What of a stored result may be shown (RULES.md §6): of a revealed one, and of a closed one whose groups open.
import { fromFraction } from '../scoring/fractions.ts';
import type { Rational } from '../scoring/rational.ts';
import type { CountingRules } from '../scoring/scheme.ts';
import { storedDecimal } from '../scoring/stored-decimal.ts';
import { disclosable, type Disclosure, type SubjectTally } from '../scoring/tally.ts';
import type { GroupResult, SubjectResult, ValueMissing } from './round.ts';

/** What of it may be shown at all, by the scheme that it was voted under. */
export function disclosureOf(result: SubjectResult, rules: CountingRules): Disclosure {
  return disclosable(asTally(result), rules);
}

/** A group of a revealed result as every page, the minutes and the files show it. */
export type ShownGroup = { readonly group: GroupResult } & (
  | { readonly value: Rational; readonly why: null }
  | { readonly value: null; readonly why: ValueMissing }
);

export function shownGroups({
  result,
  disclosure,
}: {
  readonly result: SubjectResult;
  readonly disclosure: Disclosure;
}): readonly ShownGroup[] {
  return result.groups.map((group): ShownGroup => {
    if (disclosure.uncounted.includes(group.group)) return { group, value: null, why: 'uncounted' };
    if (!disclosure.groups || disclosure.withheld.includes(group.group))
      return { group, value: null, why: 'floor' };
    const value = exact(group.value);
    return value === null ? { group, value, why: 'none' } : { group, value, why: null };
  });
}

/** The exact value of a stored result, null where there is none. */
export function exact(value: { readonly exact: string } | undefined): Rational | null {
  if (value === undefined) return null;
  const fraction = fromFraction(value.exact);
  if (fraction === null) throw new Error(`not a fraction: ${value.exact}`);
  return fraction;
}

/** A stored result as the tally that the disclosure rule judges. */
function asTally(result: SubjectResult): SubjectTally {
  const groups = result.groups.map(({ group, weight, expected, counted, abstained, value }) => ({
    group,
    weight: storedDecimal(weight),
    expected,
    counted,
    abstained,
    value: exact(value),
  }));
  const score = exact(result.score);
  return score === null
    ? { groups, score, why: result.incomplete ?? 'no-ballots' }
    : { groups, score };
}
