// One file of those that a meeting can be taken away as, from what is exported to its bytes.
import type { Exported } from '../../shared/export/exported.ts';
import type { ExportFile } from '../../shared/export/file-names.ts';
import { textOf } from '../../shared/export/files.ts';
import { sheetsOf } from '../../shared/export/sheets.ts';
import { exportText } from '../../shared/text/export.ts';
import { workbookOf } from './workbook.ts';

export interface ExportJob {
  readonly exported: Exported;
  readonly file: ExportFile;
  readonly language: keyof typeof exportText;
}

export async function makeFile({ exported, file, language }: ExportJob): Promise<Uint8Array> {
  if (file !== 'workbook.xlsx') return Buffer.from(textOf(exported, file, language));
  const { page, font } = exportText[language];
  const { title } = exported.meeting;
  return workbookOf(sheetsOf(exported, language), { title, page, font });
}
