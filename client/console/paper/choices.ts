// What can be printed at the desk: the rounds ahead, or a sheet whose unit is written by hand.
import { entry } from '../../../shared/entry.ts';
import type { ItemId } from '../../../shared/ids.ts';
import { formOf } from '../../../shared/scoring/seen-by.ts';
import { type Form } from '../../../shared/scoring/form.ts';
import type { PaperFormRow } from '../../../shared/views/slices/desk-slices.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';

export interface Choice {
  readonly key: string;
  readonly kind: 'live' | 'written' | 'blank';
  readonly sheet: Form;
  /** For whom, where not all fill in the same; empty: for all. */
  readonly groups: readonly string[];
  readonly attempt: number;
  /** Names; empty where the unit is written by hand. */
  readonly units: readonly string[];
}

/** Live rounds first, as they come up; `usual` is the present or the next round, or a blank form after the last. */
export function choicesOf({
  agenda,
  control,
  desk,
  setup,
  subjects,
}: Pick<StaffView, 'agenda' | 'control' | 'desk' | 'setup' | 'subjects'>): {
  readonly choices: readonly Choice[];
  readonly usual: string | null;
} {
  const units = new Map(subjects.map((one) => [one.id, one]));
  const named = (ids: ReadonlySet<string>) =>
    ids.size === setup.groups.length
      ? []
      : setup.groups.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
  const rounds = desk.forms.flatMap(({ item, kind, forms, of, attempt, subjects: ids }) =>
    forms.map((sheet, n): Choice => {
      const places = of.filter(({ form }) => form === n);
      const about = ids.flatMap((id) => {
        const unit = units.get(id);
        const isHere = places.some(({ category }) => category === unit?.category.id);
        return isHere && unit ? [unit.name] : [];
      });
      return {
        key: keyOf(item, n),
        kind: ids.length > 1 ? 'written' : kind,
        ...{ sheet, attempt },
        groups: named(new Set(places.map(({ group }) => group))),
        units: about,
      };
    }),
  );
  const blanks = setup.sheets.flatMap((sheet) => {
    const groups = setup.groups.length === 0 ? [''] : setup.groups.map(({ id }) => id);
    const forms = new Map<string, { readonly form: Form; readonly groups: Set<string> }>();
    for (const group of groups) {
      const form = formOf(sheet, group);
      if (form)
        entry(forms, JSON.stringify(form), () => ({ form, groups: new Set() })).groups.add(group);
    }
    return [...forms.values()].map((one, n): Choice => ({
      key: formKey(`blank ${sheet.id}`, n),
      kind: 'blank',
      sheet: one.form,
      groups: named(one.groups),
      attempt: 1,
      units: [],
    }));
  });
  const ahead = nextForm(desk.forms, agenda, control.stage.item?.id ?? null);
  return {
    choices: [...rounds, ...blanks],
    usual: ahead ? keyOf(ahead.item, 0) : (blanks[0]?.key ?? null),
  };
}

function nextForm(
  forms: readonly PaperFormRow[],
  agenda: StaffView['agenda'],
  now: ItemId | null,
): PaperFormRow | undefined {
  const here = agenda.findIndex(({ item }) => item.id === now);
  const ahead = new Set(agenda.slice(Math.max(0, here)).map(({ item }) => item.id));
  return forms.find(({ item }) => ahead.has(item));
}

function keyOf(item: ItemId, form: number): string {
  return formKey(`item ${item}`, form);
}

/** Nearly every round has one form. */
function formKey(key: string, form: number): string {
  return form === 0 ? key : `${key} ${String(form)}`;
}
