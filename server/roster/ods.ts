// The sheets of an OpenDocument spreadsheet, as LibreOffice and WPS save it.
import { isBlank } from '../../shared/roster/cells.ts';
import type { Made } from '../../shared/roster/made.ts';
import { damaged, FileFlaw } from './file-flaw.ts';
import { cellOf } from './ods-cell.ts';
import { MAX_COLUMNS, MAX_RECORDS, SheetBuilder, type Sheet } from './sheet.ts';
import { attribute, walkXml, xmlText } from './xml.ts';
import type { Zip } from './zip.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

export function isOds(zip: Zip): boolean {
  return zip.has('mimetype') && zip.read('mimetype')?.toString('latin1').startsWith(TYPE) === true;
}

/** Throws a `FileFlaw`. All sheets stand in one part, so all of them are read at once. */
export function readOds(zip: Zip): readonly Sheet[] {
  // Only the parts are encrypted, not the zip file around them.
  if (zip.read('META-INF/manifest.xml')?.includes('encryption-data') === true)
    throw new FileFlaw({ sheet: '', code: 'password' });
  const bytes = zip.read('content.xml');
  if (!bytes) throw damaged();
  return new OdsReader().read(xmlText(bytes));
}

class OdsReader {
  readonly #sheets: Sheet[] = [];
  /** Styles of tables that are not shown. */
  readonly #hiding = new Set<string>();
  #style = '';
  #name = '';
  #hidden = false;
  /** Tables can stand within a cell's annotation or drawing: only the outermost counts. */
  #depth = 0;
  #builder = new SheetBuilder('');
  #row = 0;
  #rowCells: { column: number; text: string; made: Made | undefined }[] = [];
  #rowTimes = 1;
  #rowHidden = false;
  #column = 0;
  #columnTimes = 1;
  #cell = '';
  #text: string | null = null;
  #paragraphs = 0;
  #aside = 0;

  read(xml: string): readonly Sheet[] {
    walkXml(xml, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => {
        if (this.#text !== null && this.#aside === 0 && this.#paragraphs > 0) this.#text += text;
      },
    });
    return this.#sheets;
  }

  #open(name: string, attributes: string): void {
    switch (name) {
      case 'style':
        this.#style = attribute(attributes, 'name') ?? '';
        break;
      case 'table-properties':
        if (attribute(attributes, 'display') === 'false') this.#hiding.add(this.#style);
        break;
      case 'annotation':
      case 'shapes':
        this.#aside += 1;
        break;
      case 'table':
        this.#depth += 1;
        if (this.#depth === 1) this.#begin(attributes);
        break;
      case 'table-row':
        if (this.#depth !== 1) break;
        this.#rowTimes = times(attributes, 'number-rows-repeated');
        this.#rowHidden = ['collapse', 'filter'].includes(
          attribute(attributes, 'visibility') ?? '',
        );
        this.#rowCells = [];
        this.#column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell': {
        if (this.#depth !== 1) break;
        this.#columnTimes = times(attributes, 'number-columns-repeated');
        this.#cell = attributes;
        this.#text = '';
        this.#paragraphs = 0;
        const down = times(attributes, 'number-rows-spanned');
        if (down > 1)
          this.#builder.merge({
            ...{ top: this.#row, bottom: this.#row + down - 1, column: this.#column },
          });
        break;
      }
      case 'p':
        if (this.#text === null || this.#aside > 0) break;
        if (this.#paragraphs > 0) this.#text += '\n';
        this.#paragraphs += 1;
        break;
      case 's':
        this.#add(' '.repeat(Math.min(times(attributes, 'c'), 1000)));
        break;
      case 'tab':
        this.#add('\t');
        break;
      case 'line-break':
        this.#add('\n');
        break;
      default:
    }
  }

  #close(name: string): void {
    switch (name) {
      case 'annotation':
      case 'shapes':
        this.#aside -= 1;
        break;
      case 'table':
        if (this.#depth === 1) this.#end();
        this.#depth -= 1;
        break;
      case 'table-row':
        if (this.#depth === 1) this.#endRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        if (this.#depth === 1) this.#endCell(name === 'covered-table-cell');
        break;
      default:
    }
  }

  #begin(attributes: string): void {
    this.#name = attribute(attributes, 'name') ?? '';
    this.#hidden = this.#hiding.has(attribute(attributes, 'style-name') ?? '');
    this.#builder = new SheetBuilder(this.#name);
    this.#row = 0;
  }

  #end(): void {
    const content = this.#builder.done();
    this.#sheets.push({ name: this.#name, hidden: this.#hidden, read: () => content });
  }

  #endRow(): void {
    // Blank rows are repeated up to the end of the sheet, rows of equal cells a few times at most.
    if (this.#rowCells.length > 0)
      // Twice as many as a sheet may have are refused in any case.
      for (let n = 0; n < Math.min(this.#rowTimes, 2 * MAX_RECORDS + 1); n += 1) {
        for (const { column, text, made } of this.#rowCells)
          this.#builder.set(this.#row + n, column, text, made);
        if (this.#rowHidden) this.#builder.hide(this.#row + n);
      }
    this.#row += this.#rowTimes;
  }

  #endCell(covered: boolean): void {
    const { text, made } = cellOf(this.#cell, this.#text ?? '');
    this.#text = null;
    // What a merge covers is kept in the file and shown to nobody.
    if ((!isBlank(text) || made !== undefined) && !covered)
      for (let n = 0; n < Math.min(this.#columnTimes, MAX_COLUMNS + 1); n += 1)
        this.#rowCells.push({ column: this.#column + n, text, made });
    this.#column += this.#columnTimes;
  }

  #add(text: string): void {
    if (this.#text !== null && this.#aside === 0) this.#text += text;
  }
}

function times(attributes: string, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  if (!Number.isSafeInteger(count) || count < 1) throw damaged();
  return count;
}
