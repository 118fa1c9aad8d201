// How a paper ballot falls into pages, in millimetres of A4. Estimated on the safe side: a page too many is no harm.
import type { Form, Line as FormLine } from '../../../shared/scoring/form.ts';

export interface Line<T> {
  readonly of: T;
  /** Place in the whole list, from 1. */
  readonly n: number;
  readonly height: number;
}

export interface FormLayout {
  /** Two forms fit on one page. */
  readonly half: boolean;
  /** Criteria of each page of one form; one page unless there are very many. */
  readonly pages: readonly (readonly Line<FormLine>[])[];
}

export interface TableLayout {
  /** Landscape. */
  readonly wide: boolean;
  /** Width of a criterion's column, and height of the row that names the criteria. */
  readonly column: number;
  readonly head: number;
  readonly pages: readonly (readonly Line<string>[])[];
}

/** Height inside the margins of a form, and what all but its criteria takes with titles of one line. */
const FORM = { half: 130, full: 274, rest: 76 };
const TABLE = {
  portrait: { width: 186, height: 274 },
  landscape: { width: 273, height: 188 },
  number: 10,
  abstain: 18,
};
/** Up to so many criteria a table stands upright, and a table it is at all. */
const UPRIGHT = 5;
const MOST_COLUMNS = 12;
const TALLEST_HEAD = 60;

/** A form about one unit. `unit` null: written by hand. */
export function formLayout(sheet: Form, title: string, unit: string | null): FormLayout {
  const lines = sheet.lines.map((criterion, place) => ({
    of: criterion,
    n: place + 1,
    height: Math.max(
      10.5,
      linesIn(lineName(criterion), 26) * 5.6 + 2.5 + ('scale' in criterion ? 5 : 0),
    ),
  }));
  const rest = FORM.rest + (linesIn(title, 24) - 1) * 6.5 + (linesIn(unit ?? '', 32) - 1) * 6.5;
  const half = rest + sum(lines) <= FORM.half;
  return { half, pages: half ? [lines] : filled(lines, FORM.full - rest) };
}

/** One table about many units, or null where its columns would be too narrow to write in. */
export function tableLayout(
  sheet: Form,
  title: string,
  units: readonly string[],
): TableLayout | null {
  const columns = sheet.lines.length;
  if (columns > MOST_COLUMNS) return null;
  const wide = columns > UPRIGHT;
  const { width, height } = wide ? TABLE.landscape : TABLE.portrait;
  const room = width - TABLE.number - TABLE.abstain;
  const column = Math.min(26, (room - 62) / columns);
  const deepest = Math.max(
    ...sheet.lines.map((line) => linesIn(lineName(line), (column - 2) / 3.2)),
  );
  const under = Math.max(
    ...sheet.lines.map((line) =>
      'scale' in line
        ? linesIn(gradeNames(line), (column - 2) / 2.6)
        : column < 22 && line.step !== '1'
          ? 2
          : 1,
    ),
  );
  const head = deepest * 4.1 + (under + 1) * 3.7 + 3;
  if (head > TALLEST_HEAD) return null;
  const unit = (room - column * columns - 3) / 3.8;
  const lines = units.map((name, place) => ({
    of: name,
    n: place + 1,
    height: Math.max(10.5, linesIn(name, unit) * 4.9 + 2.5),
  }));
  const rest = (wide ? 54 : 60) + (linesIn(title, wide ? 40 : 26) - 1) * 6.5;
  return { wide, column, head, pages: filled(lines, height - rest - head) };
}

/** A line with what it stands under. */
export function lineName({ path, name }: FormLine): string {
  return [...path, name].join(' · ');
}

export function gradeNames({ scale }: Extract<FormLine, { readonly scale: unknown }>): string {
  return scale.map(({ name }) => name).join(' / ');
}

/** Lines on as many pages as they need; one that is taller than a page stands alone. */
function filled<T>(lines: readonly Line<T>[], room: number): readonly (readonly Line<T>[])[] {
  const pages: Line<T>[][] = [];
  let left = -1;
  for (const line of lines) {
    const page = pages.at(-1);
    if (page && line.height <= left) page.push(line);
    else {
      pages.push([line]);
      left = room;
    }
    left -= line.height;
  }
  return pages;
}

/** How many lines a text takes in a column of so many squares. */
function linesIn(text: string, squares: number): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' ? 1 : /[a-z ]/.test(letter) ? 0.56 : 0.7;
  // Words leave the end of a line empty, Chinese only what is less than a square.
  const used = text.includes(' ') ? squares - Math.min(3, squares / 3) : Math.floor(squares);
  return Math.max(1, Math.ceil(width / Math.max(1, used)));
}

function sum(lines: readonly Line<unknown>[]): number {
  return lines.reduce((all, { height }) => all + height, 0);
}
