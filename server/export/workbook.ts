// Sheets as an XLSX file. The library writes cells and looks; what it has no words for is put into its XML: what formulas
// come to, what a printer needs, and headings that filter. The same sheets make the same bytes.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import { linesOf, type Cell, type Look, type Row, type Sheet } from '../../shared/export/sheet.ts';
import { columnLetters } from '../../shared/roster/problem.ts';
import { cellText } from './cell-text.ts';
import { escaped } from '../markup.ts';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface PagePrint {
  readonly font: string;
  /** In the head of each page. */
  readonly title: string;
  /** In the foot of each: given the codes of its number and of how many there are. */
  readonly page: (n: string, of: string) => string;
}

/** The time of files in the archive: the same bytes on any day. As local time, as archives have it. */
const ARCHIVED = new Date(1980, 0, 1);

export async function workbookOf(sheets: readonly Sheet[], print: PagePrint): Promise<Uint8Array> {
  const written = sheets.map((sheet) => ({
    sheet: sheet.name,
    data: sheet.rows.map((row, n) => rowOf(row, sheet, n < sheet.head)),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.head,
    stickyColumnsCount: sheet.fixed,
    orientation: 'landscape' as const,
  }));
  const { font: fontFamily } = print;
  const options = { features: [asFeature(sheets, print)], fontFamily, fontSize: 11 };
  const bytes = await writeXlsxFile(written, options).toBuffer();
  const files = unzipSync(bytes);
  files[TEXTS] = strToU8(unmarked(strFromU8(files[TEXTS] ?? new Uint8Array())));
  return zipSync(files, { mtime: ARCHIVED });
}

/**
 * Before each text while the library has it: it looks texts up in a plain object, and there finds "constructor" and whatever
 * else every object inherits.
 */
const MARK = '=';
const TEXTS = 'xl/sharedStrings.xml';

function unmarked(xml: string): string {
  return xml.replace(/<t(?: [^>]*)?>=/g, '<t xml:space="preserve">');
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#eeeeee', bottomBorderStyle: 'thin' } as const;
const GREY = '#666666';
const LOOKS: Readonly<Record<Look, CellObject>> = {
  head: HEAD,
  figures: { ...HEAD, align: 'right' },
  note: { textColor: GREY },
  missing: { textColor: GREY, align: 'right' },
  title: { fontWeight: 'bold' },
};
const LINE = { bottomBorderStyle: 'thin', bottomBorderColor: '#dddddd' } as const;
const EDGE = { leftBorderStyle: 'thin', leftBorderColor: '#999999' } as const;
/** Excel shows a longer cell of format "text" as ####. */
const LONGEST_TEXT = 255;

/** Points of a row: not every program finds by itself how many lines it takes. */
const LINE_HEIGHT = 15;
const ROW_MARGIN = 3;

function rowOf(row: Row, { lined, widths }: Sheet, isHead: boolean): (CellObject | null)[] {
  const height = linesOf(row, widths) * LINE_HEIGHT + ROW_MARGIN;
  // What a heading stands over has to be left out.
  const empty = lined && !isHead ? LINE : null;
  return row.map((cell) => (cell ? { height, ...cellOf(cell, lined) } : empty));
}

function cellOf(cell: Cell, lined: boolean): CellObject {
  const look: CellObject = {
    alignVertical: 'center',
    ...(lined ? LINE : {}),
    ...(cell.look ? LOOKS[cell.look] : {}),
    ...(cell.edge ? EDGE : {}),
    ...(cell.span === undefined ? {} : { columnSpan: cell.span, align: 'center' }),
  };
  if (cell.kind === 'text') {
    const value = cellText(cell.text);
    // Typed text: what begins like a formula stays text, also where somebody edits the cell.
    const format = value.length > LONGEST_TEXT ? {} : { format: '@' };
    // A number at its left would touch it.
    const apart = lined && look.align === undefined ? { align: 'left' as const, indent: 1 } : {};
    return { ...look, ...format, ...apart, value: MARK + value, type: String, wrap: true };
  }
  const format = cell.decimals === 0 ? '0' : `0.${'0'.repeat(cell.decimals)}`;
  return cell.kind === 'number'
    ? { ...look, format, value: Number(cell.value), type: Number }
    : { ...look, format, value: cell.formula, type: 'Formula' };
}

const SHEET = 'xl/worksheets/sheet{id}.xml';
const BOOK = 'xl/workbook.xml';

/** Of the library's overloads the last one takes sheets. */
type Options = NonNullable<Parameters<typeof writeXlsxFile>[1]>;
type Feature = NonNullable<Options['features']>[number];

function asFeature(sheets: readonly Sheet[], print: PagePrint): Feature {
  return {
    files: {
      transform: {
        [SHEET]: {
          transformElementAttributes: (tag, attributes) =>
            // As wide as a page, and as many pages as it takes.
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform(xml, _, { sheetIndex }) {
            const sheet = sheets[sheetIndex];
            return sheet ? furnished(xml, sheet, print) : xml;
          },
        },
        [BOOK]: {
          transformElementAttributes: (tag, attributes) =>
            tag === 'calcPr' ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
          transform: (xml) => xml.replace('<definedNames/>', () => definedNames(sheets)),
        },
      },
    },
  };
}

function furnished(xml: string, sheet: Sheet, print: PagePrint): string {
  const values = sheet.rows.flatMap((row) =>
    row.flatMap((cell) => (cell?.kind === 'formula' ? [cell.value] : [])),
  );
  let n = 0;
  const known = xml.replace(/<\/f>/g, () => `</f><v>${values[n++] ?? ''}</v>`);
  if (n !== values.length) throw new Error(`${sheet.name}: formulas that were not written`);
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    ...(sheet.filter ? [`<autoFilter ref="${tableOf(sheet)}"/>`] : []),
    `<headerFooter><oddHeader>${escaped(`&L${literal(print.title)}&R&A`)}</oddHeader><oddFooter>${escaped(`&C${print.page('&P', '&N')}`)}</oddFooter></headerFooter>`,
  ];
  return parts.reduce(inserted, known);
}

/** Where the format wants it: Excel takes a file in another order for a broken one. */
function inserted(xml: string, part: string): string {
  const order = getOrderOfSiblings(SHEET, 'worksheet');
  if (!order) throw new Error('no order is known of what a sheet holds');
  return insertElementMarkupAccordingToOrderOfSiblings(xml, part, order, 'worksheet');
}

/** Headings are repeated on each page; what filters is named as Excel names it. */
function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, n) => {
    const { name, head, filter } = sheet;
    const named = (what: string, hidden: string, range: string) =>
      `<definedName name="_xlnm.${what}" localSheetId="${String(n)}"${hidden}>${escaped(`'${name}'!${range}`)}</definedName>`;
    return [
      ...(filter ? [named('_FilterDatabase', ' hidden="1"', absolute(tableOf(sheet)))] : []),
      ...(head > 0 ? [named('Print_Titles', '', `$1:$${String(head)}`)] : []),
    ];
  });
  return names.length === 0 ? '<definedNames/>' : `<definedNames>${names.join('')}</definedNames>`;
}

/** All of a sheet from its last heading on: A1:E78. */
function tableOf({ rows, head }: Sheet): string {
  const columns = rows[head - 1]?.length ?? 1;
  return `A${String(head)}:${columnLetters(columns - 1)}${String(rows.length)}`;
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** In the head of a page & begins a code, and 255 characters are all there may be. */
function literal(title: string): string {
  return Array.from(cellText(title)).slice(0, 100).join('').replaceAll('&', '&&');
}
