// The agenda as the rail shows it: a unit's presentation and its round are one row with two slots.
import type { AgendaRow, SubjectCard } from '../../../shared/views/slices.ts';

export type RailRow =
  | { readonly kind: 'single'; readonly row: AgendaRow }
  | {
      readonly kind: 'turn';
      readonly subject: SubjectCard;
      readonly rows: readonly [presentation: AgendaRow, score: AgendaRow];
      /** The unit's place among those that present. */
      readonly n: number;
    };

export function railRows(agenda: readonly AgendaRow[]): readonly RailRow[] {
  const rows: RailRow[] = [];
  let n = 0;
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
      n += 1;
      rows.push({ kind: 'turn', subject: row.subject, rows: [row, following], n });
      at += 1;
    } else rows.push({ kind: 'single', row });
  }
  return rows;
}
