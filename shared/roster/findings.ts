// Collects what is found while a roster is read, each with its place, so that all of it is reported and not the first.
import { isBlank, quoted } from './cells.ts';
import type { Header, HeaderColumn } from './header.ts';
import {
  cellKey,
  losesDigits,
  NOTHING_MADE,
  SCIENTIFIC,
  type Made,
  type MadeCells,
} from './made.ts';
import {
  columnLetters,
  type Note,
  type NoteOf,
  type Place,
  type Problem,
  type Spoilt,
} from './problem.ts';

/** So many cells of a column are named one by one; the others of the same kind are counted. */
const MOST_ALIKE = 5;
const ROWS_NAMED = 10;

export class Findings {
  readonly problems: Problem[] = [];
  readonly notes: Note[] = [];
  private readonly sheet: string;
  private readonly header: Header;
  private readonly madeCells: MadeCells;
  /** By column and kind: the rows, from 1. */
  private readonly alike = new Map<string, number[]>();

  constructor(sheet: string, header: Header, made: MadeCells = NOTHING_MADE) {
    this.sheet = sheet;
    this.header = header;
    this.madeCells = made;
  }

  /** @param row from 1 @param index of the column, from 0 */
  place(row?: number, index?: number): Place {
    const header = index === undefined ? '' : this.heading(index);
    const isBelow = row === undefined || row > this.header.at + 1;
    return {
      sheet: this.sheet,
      ...(row === undefined ? {} : { row }),
      ...(index === undefined ? {} : { column: columnLetters(index) }),
      ...(header !== '' && isBelow ? { header } : {}),
    };
  }

  /** What the spreadsheet has made of a cell. `row` from 1. */
  made(row: number, index: number, cell: string | undefined): Made | undefined {
    const made = this.madeCells.get(cellKey(row - 1, index));
    return made ?? (cell !== undefined && SCIENTIFIC.test(cell.trim()) ? 'scientific' : undefined);
  }

  /** A cell that is taken as it stands, though it is not what was typed. */
  spoilt(row: number, index: number, made: NoteOf<'spoilt'>['made'], text: string): void {
    const key = `${String(index)} ${made}`;
    const rows = this.alike.get(key) ?? [];
    this.alike.set(key, rows);
    rows.push(row);
    if (rows.length <= MOST_ALIKE)
      this.notes.push({ ...this.place(row, index), ...spoilt(made, text) });
    else if (rows.length === MOST_ALIKE + 1)
      this.notes.push({ ...this.place(row, index), code: 'spoilt-more', count: 0, rows });
  }

  /** Of free columns: what lost digits; dates where the column is none of dates. */
  spoiltAttributes(
    body: readonly { readonly row: number; readonly cells: readonly string[] }[],
    columns: readonly HeaderColumn[],
  ): void {
    for (const { index } of columns) {
      const filled = body.flatMap(({ row, cells }) => {
        const text = cells[index] ?? '';
        return isBlank(text) ? [] : [{ row, text, made: this.made(row, index, text) }];
      });
      const dates = filled.filter(({ made }) => made === 'date' || made === 'time');
      const isOfDates = dates.length * 2 > filled.length;
      const [first] = dates;
      if (first && isOfDates)
        this.notes.push({
          ...this.place(undefined, index),
          code: 'dates',
          text: quoted(first.text),
        });
      for (const { row, text, made } of filled)
        if (made && (losesDigits(made) || (!isOfDates && (made === 'date' || made === 'time'))))
          this.spoilt(row, index, made, text);
    }
  }

  /** In the order of the rows; what was spoilt first. */
  allNotes(): readonly Note[] {
    const others = this.notes.filter(({ code }) => code !== 'spoilt' && code !== 'spoilt-more');
    return [...inRowOrder(this.allSpoilt()), ...inRowOrder(others)];
  }

  /** What stands in the way; then what was spoilt is to be mended as well. */
  allProblems(): readonly Problem[] {
    return this.problems.length === 0 ? [] : inRowOrder([...this.problems, ...this.allSpoilt()]);
  }

  private allSpoilt(): readonly (Place & Spoilt)[] {
    return this.notes.flatMap((note): readonly (Place & Spoilt)[] => {
      if (note.code === 'spoilt') return [note];
      if (note.code !== 'spoilt-more') return [];
      const rows = note.rows.slice(MOST_ALIKE);
      return [{ ...note, count: rows.length, rows: rows.slice(0, ROWS_NAMED) }];
    });
  }

  private heading(index: number): string {
    const named = [...Object.values(this.header.columns), ...this.header.others];
    return quoted(named.find((column) => column.index === index)?.text ?? '');
  }
}

export function spoilt(made: NoteOf<'spoilt'>['made'], text: string) {
  return { code: 'spoilt', made, text: quoted(text) } as const;
}

function inRowOrder<T extends Place>(places: readonly T[]): readonly T[] {
  return [...places].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
