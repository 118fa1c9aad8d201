// The agenda as the rail shows it: a unit's presentation, who is drawn to ask it, and its round are one row.
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import type { ConsoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';

export type RailRow =
  | { readonly kind: 'single'; readonly row: AgendaRow }
  | {
      readonly kind: 'turn';
      readonly subject: ShownSubject;
      /** From the presentation to the round, with the draws of who asks between them. */
      readonly rows: readonly [AgendaRow, ...AgendaRow[]];
      /** The unit's place among those that present; null where its turn was skipped. */
      readonly n: number | null;
    };

export function railRows(agenda: readonly AgendaRow[]): readonly RailRow[] {
  const rows: RailRow[] = [];
  let turns = 0;
  for (let at = 0; at < agenda.length; at += 1) {
    const row = agenda[at];
    if (!row) continue;
    const rest = restOfTurn(row, agenda.slice(at + 1));
    if (row.subject && rest.length > 0) {
      if (row.skipped === null) turns += 1;
      const n = row.skipped === null ? turns : null;
      rows.push({ kind: 'turn', subject: row.subject, rows: [row, ...rest], n });
      at += rest.length;
    } else rows.push({ kind: 'single', row });
  }
  return rows;
}

/** What follows a presentation of its turn, up to its unit's round; empty where that does not stand behind it. */
function restOfTurn({ item }: AgendaRow, behind: readonly AgendaRow[]) {
  if (!kindOf(item).presents) return [];
  const end = behind.findIndex((row) => row.item.turn !== item.turn);
  const parts = end < 0 ? behind : behind.slice(0, end);
  return parts.slice(
    0,
    parts.findIndex(({ item: part }) => kindOf(part).scoring(part) !== null) + 1,
  );
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
export type Naming = Pick<ConsoleText, 'kinds' | 'drawTitles' | 'joined'>;

/** What the rail calls a row. */
export function rowName(row: RailRow, text: Naming): string {
  return row.kind === 'turn' ? row.subject.name : itemName(row.row, text);
}

/** What an item is called: its kind, with what it is about; a card by its title alone. */
export function itemName({ item, title }: AgendaRow, text: Naming): string {
  if (kindOf(item).titled) return title;
  const kind = itemKind(item, text);
  return title === '' ? kind : text.joined(kind, title);
}

/** What is done in it; a draw says what it draws. */
export function itemKind(item: Item, text: Naming): string {
  const draw = kindOf(item).drawing(item);
  return draw ? text.drawTitles[draw.purpose] : text.kinds[item.kind];
}
