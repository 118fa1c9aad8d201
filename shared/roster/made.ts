// What a spreadsheet program has made of what was typed into a cell: long numbers cut short, ids turned into dates.

/** What a cell holds that is neither text nor an ordinary number of up to 15 digits. */
export type Made =
  | 'date'
  | 'time'
  /** More than 15 digits: spreadsheets keep the first 15. */
  | 'long-number'
  /** 1.23457E+17: what is not shown may be lost. */
  | 'scientific'
  /** 101,102 as one number. */
  | 'grouped'
  | 'percent'
  | 'money'
  | 'fraction'
  /** 1.1, which may have been typed as 1.10. */
  | 'decimal'
  | 'boolean'
  /** A formula whose result is not in the file. */
  | 'no-value';

/** The cells of a sheet of which something was made, by {@link cellKey}. */
export type MadeCells = ReadonlyMap<string, Made>;

export const NOTHING_MADE: MadeCells = new Map();

/** Both counted from 0. */
export function cellKey(row: number, column: number): string {
  return `${String(row)}/${String(column)}`;
}

/** What of a text tells by itself that digits are lost, whatever kind of cell it stands in: it may have been pasted. */
export const SCIENTIFIC = /^[+-]?\d(?:(?:[.,]\d+)?E\+\d{1,3}|[.,]\d+E\d{2,3})$/i;

/** Of an attribute only this is a loss; a percentage or a yes is what it looks like. */
export function losesDigits(made: Made): boolean {
  return made === 'long-number' || made === 'scientific';
}
