// The files that a meeting can be taken away as: what each is called, and those that are text.
import { exportText } from '../text/export.ts';
import { CSV_FILES, csvOf, type CsvFile } from './csv.ts';
import type { Exported } from './exported.ts';

export const EXPORT_FILES = ['workbook.xlsx', ...CSV_FILES, 'results.json'] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** What a browser saves it as: the meeting's title, what it is, its ending. */
export function fileNameOf(
  title: string,
  file: ExportFile,
  language: keyof typeof exportText,
): string {
  const ending = file.slice(file.lastIndexOf('.'));
  // No file system takes these, and a name of hundreds of letters neither.
  const start = Array.from(title.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim()).slice(0, 80);
  return `${start.join('')} ${exportText[language].files[file]}${ending}`.trim();
}

export function textOf(
  exported: Exported,
  file: Exclude<ExportFile, 'workbook.xlsx'>,
  language: keyof typeof exportText,
): string {
  return file === 'results.json'
    ? `${JSON.stringify(exported, null, 1)}\n`
    : csvOf(exported, file satisfies CsvFile, language);
}
