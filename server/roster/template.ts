// An empty roster for download: the headings, a few rows that show how to fill them in, and nothing to guess.
import writeXlsxFile from 'write-excel-file/node';
import { inertCell } from '../../shared/sheet-cell.ts';
import { rosterTemplates } from '../../shared/text/roster-template.ts';

export const TEMPLATE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As a number format: what is typed stays text, so that 001 keeps its zeros. */
const TEXT = '@';

/** A workbook with one sheet that can be imported as it is. */
export async function rosterTemplate(
  kind: 'subjects' | 'reviewers',
  language: keyof typeof rosterTemplates,
): Promise<Buffer> {
  const { sheet, headings, widths, rows } = rosterTemplates[language][kind];
  const cell = (text: string) => ({ value: inertCell(text), type: String, format: TEXT });
  const heading = (text: string) => ({ ...cell(text), fontWeight: 'bold' as const });
  const data = [headings.map(heading), ...rows.map((row) => row.map(cell))];
  return writeXlsxFile(data, {
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
