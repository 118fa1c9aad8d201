// One sheet of a file as every format's reader hands it on, and how large one may be.
import { MAX_ENTRIES, type Rows } from '../../shared/roster/problem.ts';
import { damaged, FileFlaw } from './file-flaw.ts';

export interface Sheet {
  /** "" for a file without sheets. */
  readonly name: string;
  readonly hidden: boolean;
  /** Reads it only now: of twenty sheets one is wanted. Throws a `FileFlaw`. */
  read(): SheetContent;
}

export interface SheetContent {
  readonly rows: Rows;
  /** Rows that the program does not show, from 1. */
  readonly hiddenRows: readonly number[];
}

/** Entries, title rows above them and blank rows between: beyond this a file is no roster. */
export const MAX_RECORDS = 2 * MAX_ENTRIES;
export const MAX_COLUMNS = 200;
/** Rows that all merged areas of a sheet reach over together; they cannot overlap in a sound one. */
const MAX_MERGED = MAX_COLUMNS * MAX_RECORDS;

/** Collects cells in the order of their rows, blank ones left out, and refuses what lies beyond any roster. */
export class SheetBuilder {
  readonly #sheet: string;
  readonly #rows: string[][] = [];
  readonly #hidden: number[] = [];
  #merged = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Both counted from 0. */
  set(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row < 0) throw damaged(this.#sheet);
    if (row >= MAX_RECORDS)
      throw new FileFlaw({ sheet: this.#sheet, code: 'too-many-rows', max: MAX_ENTRIES });
    if (column >= MAX_COLUMNS)
      throw new FileFlaw({
        ...{ sheet: this.#sheet, row: row + 1 },
        ...{ code: 'too-many-columns', max: MAX_COLUMNS },
      });
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  hide(row: number): void {
    this.#hidden.push(row);
  }

  /** The cell at the top of a merged area holds for its other rows as well, where these hold anything of their own. */
  mergeDown(top: number, bottom: number, column: number): void {
    const text = this.#rows[top]?.[column] ?? '';
    const last = Math.min(bottom, this.#rows.length - 1);
    this.#merged += Math.max(0, last - top);
    if (this.#merged > MAX_MERGED) throw damaged(this.#sheet);
    for (let row = top + 1; row <= last; row += 1)
      if (this.#rows[row]?.some((cell) => cell !== '') === true) this.set(row, column, text);
  }

  done(): SheetContent {
    const hiddenRows = this.#hidden
      .filter((row) => this.#rows[row]?.some((cell) => cell !== '') === true)
      .map((row) => row + 1);
    return { rows: this.#rows, hiddenRows };
  }
}
