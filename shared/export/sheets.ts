// The sheets of a meeting's workbook: what is exported, laid out for a clerk, with formulas that add it up again.
import { exportText, type ExportText } from '../text/export.ts';
import type { Exported } from './exported.ts';
import { groupScoresSheet } from './group-scores.ts';
import { overviewSheet } from './overview.ts';
import { heads, text, widthsOf, type Row, type Sheet } from './sheet.ts';
import { categoriesSheet, standingsSheet } from './standings.ts';

export function sheetsOf(exported: Exported, language: keyof typeof exportText): readonly Sheet[] {
  const words = exportText[language];
  const scores = groupScoresSheet(exported, words);
  const standings = standingsSheet(exported, scores, words);
  return [
    overviewSheet(exported, scores.places, words),
    unitsSheet(exported, words),
    seatsSheet(exported, words),
    scores.sheet,
    standings.sheet,
    categoriesSheet(exported, standings, words),
  ];
}

function unitsSheet({ units }: Exported, words: ExportText): Sheet {
  const { columns, parts } = words;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const rows = units.map(({ id, name, category, out, into }): Row => {
    const other = into === null ? null : text(names.get(into) ?? into);
    return [text(id), text(name), text(category), text(parts[out ?? 'in']), other];
  });
  const { id, unit, category, part, into } = columns;
  return listed(words.sheets.units, heads([id, unit, category, part, into]), rows);
}

function seatsSheet({ seats }: Exported, words: ExportText): Sheet {
  const rows = seats.map(({ seat, holder, name, group, present, gone }): Row => {
    const standing = gone ?? (present ? 'present' : 'absent');
    return [text(seat), text(holder), text(name), text(group), text(words.presence[standing])];
  });
  const { seat, holder, name, group, present } = words.columns;
  return listed(words.sheets.seats, heads([seat, holder, name, group, present]), rows);
}

function listed(name: string, head: Row, rows: readonly Row[]): Sheet {
  const all = [head, ...rows];
  const widths = widthsOf(all);
  return { name, rows: all, head: 1, fixed: 2, lined: true, widths, filter: rows.length > 0 };
}
