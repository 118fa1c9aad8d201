// Text to rows: the delimiter that a CSV file turns out to have, and rows as the spreadsheet program counts them.
import { CsvError, parse } from 'csv-parse/sync';
import { MAX_ENTRIES, type Rows } from '../../shared/roster/problem.ts';
import { FileFlaw } from './file-flaw.ts';
import { MAX_COLUMNS, MAX_RECORDS } from './sheet.ts';

/** Rows with blank ones kept. Throws a `FileFlaw` for quotes that do not pair up and for what is larger than a roster. */
export function csvRows(text: string): Rows {
  // Excel's own first line "sep=;" is an instruction and no row of the sheet.
  const told = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const rows = parsed(body, told?.[1] ?? delimiterOf(body));
  if (rows.length > MAX_RECORDS)
    throw new FileFlaw({ sheet: '', code: 'too-many-rows', max: MAX_ENTRIES });
  const wide = rows.findIndex(({ length }) => length > MAX_COLUMNS);
  if (wide >= 0)
    throw new FileFlaw({
      ...{ sheet: '', row: wide + 1 },
      ...{ code: 'too-many-columns', max: MAX_COLUMNS },
    });
  return rows;
}

function parsed(text: string, delimiter: string): Rows {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_RECORDS + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileFlaw({ sheet: '', row: recordOf(error), code: 'bad-quotes' });
  }
}

/** The delimiter that stands outside quotes in most of the first lines; where two do, the more frequent one. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 100);
  const counted = [',', ';', '\t'].map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
    times: lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0),
  }));
  counted.sort((a, b) => b.lines - a.lines || b.times - a.times);
  return counted[0]?.delimiter ?? ',';
}

/** The record in which the quotes went wrong, from 1. */
function recordOf(error: CsvError): number {
  const { records } = error as CsvError & { readonly records?: unknown };
  return typeof records === 'number' ? records + 1 : 1;
}
