// The same tables as CSV: UTF-8 with its mark and CRLF, as Excel and WPS open Chinese; no cell of it can run as a formula.
import { inertCell } from '../sheet-cell.ts';
import { exportText, type ExportText } from '../text/export.ts';
import type { ExactValue, Exported } from './exported.ts';
import type { CsvFile } from './file-names.ts';

type Field = string | number | null;

export function csvOf(
  exported: Exported,
  file: CsvFile,
  language: keyof typeof exportText,
): string {
  const lines = TABLES[file](exported, exportText[language]).map((row) =>
    row.map(written).join(','),
  );
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

const TABLES: Readonly<
  Record<CsvFile, (exported: Exported, words: ExportText) => readonly (readonly Field[])[]>
> = {
  'units.csv': ({ units }, { columns, parts }) => [
    [columns.id, columns.unit, columns.category, columns.part, columns.into],
    ...units.map(({ id, name, category, out, into }) => [
      ...[id, name, category],
      ...[parts[out ?? 'in'], into],
    ]),
  ],
  'seats.csv': ({ seats }, { columns, presence }) => [
    [columns.seat, columns.holder, columns.name, columns.group, columns.present],
    ...seats.map(({ seat, holder, name, group, present, gone }) => [
      ...[seat, holder, name, group],
      presence[gone ?? (present ? 'present' : 'absent')],
    ]),
  ],
  'group-scores.csv': ({ results }, { columns, rounds, counts, values }) => [
    [
      ...[columns.id, columns.unit, columns.category, columns.round, columns.attempt],
      ...[columns.counts, columns.group, columns.weight, columns.expected, columns.counted],
      ...[columns.abstained, columns.value, columns.numerator, columns.denominator, columns.why],
    ],
    ...results.flatMap(({ unit, name, category, kind, attempt, counts: standing, groups }) =>
      groups.map((group) => [
        ...[unit, name, category, rounds[kind], attempt, counts[standing]],
        ...[group.name, group.weight, group.expected, group.counted, group.abstained],
        ...[...exactly(group.value), group.why && values[group.why]],
      ]),
    ),
  ],
  'standings.csv': ({ standings }, { columns, whys }) => [
    [
      ...[columns.rank, columns.categoryRank, columns.id, columns.unit, columns.category],
      ...[columns.score, columns.decimal, columns.numerator, columns.denominator, columns.why],
    ],
    ...standings.map(({ rank, categoryRank, unit, name, category, score, why }) => [
      ...[rank, categoryRank, unit, name, category],
      ...[score?.shown ?? null, ...exactly(score?.value ?? null)],
      why ? whys[why] : score && !score.value ? whys.withheld : null,
    ]),
  ],
};

/** Four decimals, numerator and denominator: a fraction in one cell would be read as a date. */
function exactly(value: ExactValue | null): readonly Field[] {
  if (!value) return [null, null, null];
  const [numerator = '', denominator = ''] = value.exact.split('/');
  return [value.decimal, numerator, denominator];
}

function written(field: Field): string {
  if (field === null) return '';
  if (typeof field === 'number') return String(field);
  const text = inertCell(field);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
