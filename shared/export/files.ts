// What the files are called that a meeting is taken away as, and those of them that are text.
import { exportText } from '../text/export.ts';
import { csvOf } from './csv.ts';
import type { Exported } from './exported.ts';
import type { ExportFile } from './file-names.ts';

/** What a browser saves it as: the meeting's title, what it is, its ending. */
export function fileNameOf(
  title: string,
  file: ExportFile,
  language: keyof typeof exportText,
): string {
  const ending = file.slice(file.lastIndexOf('.'));
  // No file system takes these, nor a name of hundreds of letters, and no header half a character.
  const start = Array.from(title.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, ' ').trim()).slice(0, 80);
  return `${start.join('')} ${exportText[language].files[file]}${ending}`.trim();
}

export function textOf(
  exported: Exported,
  file: Exclude<ExportFile, 'workbook.xlsx'>,
  language: keyof typeof exportText,
): string {
  return file === 'results.json'
    ? `${JSON.stringify(exported, null, 1)}\n`
    : csvOf(exported, file, language);
}
