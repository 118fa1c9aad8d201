// A sheet of a workbook before it is written: cells with what they hold and how they look, and what a printer needs.

/** What a cell holds. Text is never a formula, whatever it begins with. `span`: over so many columns, empty ones after it. */
export type Cell = {
  readonly look?: Look;
  readonly span?: number;
  /** Whether a part of the table begins here: a line stands before it. */
  readonly edge?: boolean;
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** `value` as it stands in the file; `decimals` are shown. */
  | { readonly kind: 'number'; readonly value: string; readonly decimals: number }
  /** `value` is what it comes to, for programs that do not reckon. */
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly value: string;
      readonly decimals: number;
    }
);

/**
 * `head` names columns, `figures` those of numbers, `note` is said beside numbers and `missing` in the place of one, `title` names
 * what stands beside it.
 */
export type Look = 'head' | 'figures' | 'note' | 'missing' | 'title';

/** null is an empty cell. */
export type Row = readonly (Cell | null)[];

export interface Sheet {
  readonly name: string;
  /** The first `head` of them name the columns: they stay in sight and are repeated on each page. */
  readonly rows: readonly Row[];
  readonly head: number;
  /** Columns at the left that stay in sight. */
  readonly fixed: number;
  /** Whether it is a table, whose rows are told apart by lines. */
  readonly lined: boolean;
  /** In characters of Latin text; a Chinese one takes two. */
  readonly widths: readonly number[];
  /** Whether its rows can be sorted and filtered by their headings. */
  readonly filter: boolean;
}

export function text(content: string, look?: Look): Cell {
  return look ? { kind: 'text', text: content, look } : { kind: 'text', text: content };
}

export function number(value: string | number, decimals = 0): Cell {
  return { kind: 'number', value: String(value), decimals };
}

export function formula(content: string, value: string | number, decimals = 0): Cell {
  return { kind: 'formula', formula: content, value: String(value), decimals };
}

export function heads(titles: readonly string[]): readonly Cell[] {
  return titles.map((title) => text(title, 'head'));
}

/** Headings of numbers. */
export function figures(titles: readonly string[]): readonly Cell[] {
  return titles.map((title) => text(title, 'figures'));
}

/** A column wide enough for its cells, within these bounds; what is longer is wrapped. */
export function widthsOf(
  rows: readonly Row[],
  { least = 8, most = 44 }: { readonly least?: number; readonly most?: number } = {},
): readonly number[] {
  const columns = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: columns }, (_, column) =>
    Math.min(most, Math.max(least, ...rows.map((row) => widthOf(row[column]) + 2))),
  );
}

/** How many lines the row takes in columns of these widths. */
export function linesOf(row: Row, widths: readonly number[]): number {
  return Math.max(
    1,
    ...row.map((cell, n) =>
      cell?.kind === 'text' && cell.span === undefined ? linesOfText(cell.text, widths[n] ?? 1) : 1,
    ),
  );
}

function linesOfText(content: string, width: number): number {
  const lines = content.split('\n').map((line) => Math.ceil(widthOfText(line) / width));
  return lines.reduce((all, one) => all + Math.max(1, one), 0);
}

function widthOf(cell: Cell | null | undefined): number {
  if (!cell) return 0;
  if (cell.kind !== 'text') return (cell.value.split('.')[0]?.length ?? 0) + cell.decimals + 1;
  return Math.max(...cell.text.split('\n').map(widthOfText));
}

/** Of one line, in digits. */
function widthOfText(line: string): number {
  let width = 0;
  for (const character of line) width += WIDE.test(character) ? 2.1 : 1;
  return width;
}

/** Chinese, its punctuation, full-width forms, pictures. */
const WIDE =
  /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffe6\u{1f300}-\u{3ffff}]/u;
