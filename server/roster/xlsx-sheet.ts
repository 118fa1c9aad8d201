// The XML of one sheet: its cells as text, which rows are hidden, and what merged cells hold.
import type { Made } from '../../shared/roster/made.ts';
import { columnIndex } from '../../shared/roster/problem.ts';
import { damaged } from './file-flaw.ts';
import { SheetBuilder, type SheetContent } from './sheet.ts';
import { madeNumber, shownNumber, type NumberFormat } from './xlsx-formats.ts';
import { unescaped } from './xlsx-text.ts';
import { attribute, walkXml } from './xml.ts';

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;
const PLAIN: NumberFormat = { kind: 'plain' };

/** What the cells of all sheets refer to. */
export interface Workbook {
  readonly strings: readonly string[];
  /** By the number that a cell's style has. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** Throws a `FileFlaw`. */
export function readSheetXml(xml: string, workbook: Workbook, sheet: string): SheetContent {
  const builder = new SheetBuilder(sheet);
  let row = -1;
  let column = -1;
  let type = '';
  let style = 0;
  let text = '';
  let taking = false;
  let inPhonetic = false;
  let isFormula = false;
  let hasValue = false;

  walkXml(xml, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const number = attribute(attributes, 'r');
          row = number === null ? row + 1 : rowIndex(number);
          column = -1;
          const hidden = attribute(attributes, 'hidden');
          if (hidden === '1' || hidden === 'true') builder.hide(row);
          break;
        }
        case 'c': {
          const place = attribute(attributes, 'r');
          column = place === null ? column + 1 : cellAt(place).column;
          type = attribute(attributes, 't') ?? 'n';
          style = Number(attribute(attributes, 's') ?? 0);
          text = '';
          isFormula = false;
          hasValue = false;
          break;
        }
        case 'f':
          isFormula = true;
          break;
        case 'v':
        case 't':
          hasValue = true;
          taking = !inPhonetic;
          break;
        case 'rPh':
          inPhonetic = true;
          break;
        case 'mergeCell':
          builder.merge(area(attribute(attributes, 'ref') ?? ''));
          break;
        default:
      }
    },
    close(name) {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c') {
        const made = isFormula && !hasValue ? 'no-value' : madeOf(text, type, style, workbook);
        builder.set(row, column, cellText(text, type, style, workbook), made);
      }
    },
    text(part) {
      if (taking) text += part;
    },
  });

  return builder.done();
}

function cellText(text: string, type: string, style: number, workbook: Workbook): string {
  switch (type) {
    case 's': {
      if (text === '') return '';
      const shared = workbook.strings[Number(text)];
      if (shared === undefined) throw damaged();
      return shared;
    }
    case 'inlineStr':
    case 'str':
      return unescaped(text);
    case 'b':
      return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
    case 'n':
      return shownNumber(text, workbook.formats[style] ?? PLAIN, workbook.from1904);
    case 'd':
      return text.replace(/T00:00:00(?:\.0+)?Z?$/, '');
    default:
      return text;
  }
}

function madeOf(
  text: string,
  type: string,
  style: number,
  { formats }: Workbook,
): Made | undefined {
  if (type === 'b') return 'boolean';
  if (type === 'd') return 'date';
  return type === 'n' ? madeNumber(text, formats[style] ?? PLAIN) : undefined;
}

function rowIndex(number: string): number {
  const row = Number(number);
  if (!Number.isSafeInteger(row) || row < 1) throw damaged();
  return row - 1;
}

function cellAt(reference: string): { readonly row: number; readonly column: number } {
  const [, letters, number] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined || number === undefined) throw damaged();
  return { row: rowIndex(number), column: columnIndex(letters) };
}

function area(reference: string) {
  const [from = '', to = from] = reference.split(':');
  const [first, last] = [cellAt(from), cellAt(to)];
  if (last.row < first.row || last.column < first.column) throw damaged();
  return { top: first.row, bottom: last.row, column: first.column };
}
