// One sheet of a file as every format's reader hands it on, and how large one may be.
import { cellKey, type Made, type MadeCells } from '../../shared/roster/made.ts';
import {
  columnLetters,
  MAX_ENTRIES,
  type Note,
  type Problem,
  type Rows,
} from '../../shared/roster/problem.ts';
import { isBlank, quoted } from '../../shared/roster/cells.ts';
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
  readonly made: MadeCells;
  /** Cells that hold what the top of a merged area holds, by `cellKey`. */
  readonly merged: ReadonlySet<string>;
  /** Rows that the program does not show, from 1. */
  readonly hiddenRows: readonly number[];
  /** Cells that lie beyond any roster. */
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
}

/** Entries, title rows above them and blank rows between: beyond this a file is no roster. */
export const MAX_RECORDS = 2 * MAX_ENTRIES;
export const MAX_COLUMNS = 200;
/** Rows that all merged areas of a sheet reach over together; they cannot overlap in a sound one. */
const MAX_MERGED = MAX_COLUMNS * MAX_RECORDS;
/** More cells beyond any roster are counted, not named. */
const NAMED_STRAYS = 5;

interface Stray {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
}

/** Collects cells in the order of their rows, blank ones left out, and refuses what is larger than a roster. */
export class SheetBuilder {
  readonly #sheet: string;
  readonly #rows: string[][] = [];
  readonly #made = new Map<string, Made>();
  readonly #hidden: number[] = [];
  readonly #merged: Area[] = [];
  readonly #filled = new Set<string>();
  #mergedRows = 0;
  /** The row that cells are set in, and how many it has. */
  #row = -1;
  #inRow = 0;
  readonly #strays: Stray[] = [];
  #strayCells = 0;
  #farRows = 0;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Row and column counted from 0. */
  set(row: number, column: number, text: string, made?: Made): void {
    const blank = isBlank(text);
    if (blank && made === undefined) return;
    if (row < 0) throw damaged(this.#sheet);
    const isFar = row >= MAX_RECORDS || column >= MAX_COLUMNS;
    if (made !== undefined && !isFar) this.#made.set(cellKey(row, column), made);
    if (blank) return;
    this.#count(row);
    if (isFar) {
      this.#strayCells += 1;
      if (this.#strays.length < NAMED_STRAYS) this.#strays.push({ row, column, text });
      return;
    }
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length < column) cells.push('');
    cells[column] = text;
  }

  hide(row: number): void {
    this.#hidden.push(row);
  }

  /** The cell at the top of a merged area holds for its other rows as well, where these hold anything of their own. */
  merge(area: Area): void {
    this.#merged.push(area);
  }

  /** Throws a `FileFlaw` where cells beyond a roster's end are the rest of a long list rather than lost ones. */
  done(notes: readonly Note[] = []): SheetContent {
    for (const area of this.#merged) this.#fillDown(area);
    const filled = (cells: readonly string[] | undefined) =>
      cells?.some((cell) => cell !== '') === true;
    if (this.#farRows > 0 && this.#farRows + this.#rows.filter(filled).length > MAX_ENTRIES)
      throw this.#tooLong();
    const hiddenRows = this.#hidden.filter((row) => filled(this.#rows[row])).map((row) => row + 1);
    const last = this.#strays.length - 1;
    const problems = this.#strays.map(({ row, column, text }, n): Problem => ({
      ...{ sheet: this.#sheet, row: row + 1, column: columnLetters(column) },
      ...{ code: 'stray-cell', text: quoted(text) },
      more: n === last ? this.#strayCells - this.#strays.length : 0,
    }));
    const [rows, made, merged] = [this.#rows, this.#made, this.#filled];
    return { rows, made, merged, hiddenRows, problems, notes };
  }

  #fillDown({ top, bottom, column }: Area): void {
    const text = this.#rows[top]?.[column] ?? '';
    const made = this.#made.get(cellKey(top, column));
    const last = Math.min(bottom, this.#rows.length - 1);
    this.#mergedRows += Math.max(0, last - top);
    if (this.#mergedRows > MAX_MERGED) throw damaged(this.#sheet);
    for (let row = top + 1; row <= last; row += 1)
      if (this.#rows[row]?.some((cell) => cell !== '') === true) {
        this.set(row, column, text, made);
        this.#filled.add(cellKey(row, column));
      }
  }

  #count(row: number): void {
    if (row !== this.#row) {
      this.#row = row;
      this.#inRow = 0;
      if (row >= MAX_RECORDS && ++this.#farRows > MAX_RECORDS) throw this.#tooLong();
    }
    if (++this.#inRow > MAX_COLUMNS)
      throw new FileFlaw({
        ...{ sheet: this.#sheet, row: row + 1 },
        ...{ code: 'too-many-columns', max: MAX_COLUMNS },
      });
  }

  #tooLong(): FileFlaw {
    return new FileFlaw({ sheet: this.#sheet, code: 'too-many-rows', max: MAX_ENTRIES });
  }
}
