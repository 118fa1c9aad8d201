// The forms of a round as pages are told of them, and the one that a group fills in about a unit of a category.
import type { CategoryId, GroupId } from '../ids.ts';
import type { Form } from '../scoring/form.ts';

export interface RoundForms {
  /** Once each. */
  readonly forms: readonly Form[];
  readonly of: readonly FormPlace[];
}

/** Who fills in which of them; a pair that is not there scores nothing. */
export interface FormPlace {
  readonly group: GroupId;
  readonly category: CategoryId;
  readonly form: number;
}

export function formAt({ forms, of }: RoundForms, group: string, category: string): Form | null {
  const place = of.find((one) => one.group === group && one.category === category);
  return (place && forms[place.form]) ?? null;
}
