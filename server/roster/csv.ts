// Bytes of a CSV file to rows of text: UTF-8 only, with the delimiter it turns out to have.
import { CsvError, parse } from 'csv-parse/sync';
import { MAX_ENTRIES, type Problem, type Rows } from '../../shared/roster/problem.ts';

const MAX_MEGABYTES = 10;
const MAX_COLUMNS = 200;
/** Entries, title rows above them and blank rows between: beyond this a file is no roster. */
const MAX_RECORDS = 2 * MAX_ENTRIES;

export type CsvReading =
  | { readonly ok: true; readonly rows: Rows }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Rows as the spreadsheet program counts them, blank ones kept. Refuses what is not text in UTF-8. */
export function readCsv(bytes: Uint8Array): CsvReading {
  if (bytes.length > MAX_MEGABYTES * 1_000_000)
    return refuse({ sheet: '', code: 'file-too-large', maxMegabytes: MAX_MEGABYTES });
  if (isWorkbook(bytes)) return refuse({ sheet: '', code: 'is-workbook' });
  const text = utf8(bytes);
  if (text === null) return refuse({ sheet: '', code: 'not-utf8' });
  if (text.trim() === '') return refuse({ sheet: '', code: 'file-empty' });
  return rowsOf(text);
}

function rowsOf(text: string): CsvReading {
  // Excel's own first line "sep=;" is an instruction and no row of the sheet.
  const told = /^sep=([,;\t])(?:\r\n|\r|\n)/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  let rows: Rows;
  try {
    rows = parse(body, {
      delimiter: told?.[1] ?? delimiterOf(body),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_RECORDS + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse({ sheet: '', row: recordOf(error), code: 'bad-quotes' });
  }
  if (rows.length > MAX_RECORDS)
    return refuse({ sheet: '', code: 'too-many-rows', max: MAX_ENTRIES });
  const wide = rows.findIndex(({ length }) => length > MAX_COLUMNS);
  if (wide >= 0)
    return refuse({ sheet: '', row: wide + 1, code: 'too-many-columns', max: MAX_COLUMNS });
  return { ok: true, rows };
}

function refuse(problem: Problem): CsvReading {
  return { ok: false, problems: [problem] };
}

/** XLSX is a zip file, XLS a compound document: both are common under a wrong name. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return start === '504b0304' || start === 'd0cf11e0';
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
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
