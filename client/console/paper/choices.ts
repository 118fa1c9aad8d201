// What can be printed at the desk: the rounds ahead, or a sheet whose unit is written by hand.
import type { ItemId } from '../../../shared/ids.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import type { PaperFormRow } from '../../../shared/views/slices/desk-slices.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';

export interface Choice {
  readonly key: string;
  readonly kind: 'live' | 'written' | 'blank';
  readonly sheet: Sheet;
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
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const rounds = desk.forms.map(({ item, kind, sheet, attempt, subjects: ids }): Choice => ({
    key: keyOf(item),
    kind: ids.length > 1 ? 'written' : kind,
    sheet,
    attempt,
    units: ids.map((id) => names.get(id) ?? id),
  }));
  const blanks = setup.sheets.map((sheet): Choice => ({
    key: `blank ${sheet.id}`,
    kind: 'blank',
    sheet,
    attempt: 1,
    units: [],
  }));
  const ahead = nextForm(desk.forms, agenda, control.stage.item?.id ?? null);
  return {
    choices: [...rounds, ...blanks],
    usual: ahead ? keyOf(ahead.item) : (blanks[0]?.key ?? null),
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

function keyOf(item: ItemId): string {
  return `item ${item}`;
}
