// The files that a meeting can be taken away as, by what stands in their addresses. Pages load it: the rest stands apart.
export const EXPORT_FILES = [
  'workbook.xlsx',
  'standings.csv',
  'group-scores.csv',
  'units.csv',
  'seats.csv',
  'results.json',
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];
export type CsvFile = Extract<ExportFile, `${string}.csv`>;
