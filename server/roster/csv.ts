// Text to rows: the delimiter that a CSV file turns out to have, and rows as the spreadsheet program counts them.
import { CsvError, parse } from 'csv-parse/sync';
import { columnLetters, type Note } from '../../shared/roster/problem.ts';
import { FileFlaw } from './file-flaw.ts';
import { madeOfText } from './made-text.ts';
import { SheetBuilder, type SheetContent } from './sheet.ts';

// eslint-disable-next-line no-control-regex
const JOINED = /(?<=[\r\n])[\ufeff\u001a]+/g;

/** Throws a `FileFlaw` for quotes that do not pair up and for what is larger than a roster. */
export function csvContent(text: string, notes: readonly Note[] = []): SheetContent {
  // Excel's own first line "sep=;" is an instruction and no row of the sheet.
  const told = /^sep=([,;\t|])(?:\r\n|\r|\n)/i.exec(text);
  const body = withoutTail(told ? text.slice(told[0].length) : text)
    // Where files were joined, the end of one and the mark of the next stand at the start of a line.
    .replace(JOINED, '')
    // ="001" is how text is kept from becoming a number; a bare quote within a cell is none that opens it.
    .replace(/(?<=^|[\r\n,;\t])="([^"\r\n]*)"(?=$|[\r\n,;\t])/g, '"=""$1"""');
  const builder = new SheetBuilder('');
  let row = 0;
  try {
    parse(body, {
      delimiter: told?.[1] ?? delimiterOf(body),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      on_record: (cells: readonly string[]) => {
        for (const [column, cell] of cells.entries())
          if (cell !== '') builder.set(row, column, typed(cell), madeOfText(cell));
        row += 1;
        // Nothing is kept here: a file can be millions of blank lines.
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { column } = error as CsvError & { readonly column?: unknown };
    throw new FileFlaw({
      ...{ sheet: '', row: row + 1, code: 'bad-quotes' },
      ...(typeof column === 'number' ? { column: columnLetters(column) } : {}),
    });
  }
  return builder.done(notes);
}

/** What was typed, where a formula or an apostrophe only keeps it text: ="001", '001. */
function typed(cell: string): string {
  return cell.replace(/^="([^"]*)"$/, '$1').replace(/^['’](?=\d[\w.-]*$)/, '');
}

/** Lines and commas at the end that stand for cells that were once formatted, and never filled. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && '\r\n\t ,;'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const USUAL = [',', ';', '\t'];
/** As people without a spreadsheet type them. */
const UNUSUAL = ['|', '，', '；'];

/**
 * The delimiter that stands outside quotes in most of the first lines; where two do, the more frequent one. Where hardly a
 * line has a usual one, an unusual one will do.
 */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 100);
  const best = (delimiters: readonly string[]) =>
    delimiters
      .map((delimiter) => ({
        delimiter,
        lines: lines.filter((line) => line.includes(delimiter)).length,
        times: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
      }))
      .sort((a, b) => b.lines - a.lines || b.times - a.times)[0];
  const [usual, unusual] = [best(USUAL), best(UNUSUAL)];
  const few = lines.filter((line) => line.trim() !== '').length / 2;
  return (
    (usual && unusual && usual.lines < few && unusual.lines > few ? unusual : usual)?.delimiter ??
    ','
  );
}
