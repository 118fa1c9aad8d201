// The agenda as the rail shows it: a unit's presentation and its round are one row with two slots.
import type { ConsoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { SubjectCard } from '../../../shared/views/cards.ts';
import type { AgendaRow, SetupSlice } from '../../../shared/views/staff-slices.ts';

export type RailRow =
  | { readonly kind: 'single'; readonly row: AgendaRow }
  | {
      readonly kind: 'turn';
      readonly subject: SubjectCard;
      readonly rows: readonly [presentation: AgendaRow, score: AgendaRow];
      /** The unit's place among those that present; null where its turn was skipped. */
      readonly n: number | null;
    };

export function railRows(agenda: readonly AgendaRow[]): readonly RailRow[] {
  const rows: RailRow[] = [];
  let turns = 0;
  for (let at = 0; at < agenda.length; at += 1) {
    const row = agenda[at];
    const following = agenda[at + 1];
    if (!row) continue;
    if (
      row.item.kind === 'presentation' &&
      row.subject &&
      following?.item.kind === 'score' &&
      following.subject?.id === row.subject.id
    ) {
      if (row.skipped === null) turns += 1;
      const n = row.skipped === null ? turns : null;
      rows.push({ kind: 'turn', subject: row.subject, rows: [row, following], n });
      at += 1;
    } else rows.push({ kind: 'single', row });
  }
  return rows;
}

/** The items of a row, in their order. */
export function partsOf(row: RailRow): readonly [AgendaRow, ...AgendaRow[]] {
  return row.kind === 'single' ? [row.row] : row.rows;
}

export function keyOf(row: RailRow): ItemId {
  return partsOf(row)[0].item.id;
}

/** The last item of a row: what is put behind the row is put behind it. */
export function endOf(row: RailRow | undefined): ItemId | null {
  return row ? (partsOf(row).at(-1)?.item.id ?? null) : null;
}

/** What names are made of. */
export interface Naming {
  readonly text: Pick<ConsoleText, 'kinds' | 'purposes'>;
  readonly categories: SetupSlice['categories'];
}

/** What the rail calls a row. */
export function rowName(row: RailRow, naming: Naming): string {
  return row.kind === 'turn' ? row.subject.name : itemName(row.row, naming);
}

/** What an item is called: its kind, with what it is about; a card by its title alone. */
export function itemName(row: AgendaRow, naming: Naming): string {
  const about = itemAbout(row, naming);
  if (row.item.kind === 'card') return about;
  const kind = naming.text.kinds[row.item.kind];
  return about === '' ? kind : `${kind} ${about}`;
}

/** Its unit, its purpose, its category or its title; empty for an item that is about none. */
export function itemAbout({ item, subject }: AgendaRow, { text, categories }: Naming): string {
  switch (item.kind) {
    case 'draw':
      return text.purposes[item.purpose];
    case 'card':
      return item.title;
    case 'board':
      return categories.find(({ id }) => id === item.category)?.name ?? '';
    default:
      return subject?.name ?? '';
  }
}
