// Finds the header of a roster: Chinese or English, in any order, with title rows above it.
import { visible } from '../hidden-characters.ts';
import { isBlank, loose, nameText, quoted } from './cells.ts';
import {
  columnLetters,
  type Choices,
  type ColumnRole,
  type ColumnUse,
  type Problem,
  type Question,
  type Rows,
} from './problem.ts';

/** The words that head a column of a role. `weak` ones count only where no `strong` one is there. */
export type Vocabulary = Readonly<
  Partial<
    Record<ColumnRole, { readonly strong: readonly string[]; readonly weak: readonly string[] }>
  >
>;

export interface HeaderColumn {
  readonly index: number;
  readonly text: string;
}

export interface Header {
  /** Index of the header's row. */
  readonly at: number;
  readonly columns: Readonly<Partial<Record<ColumnRole, HeaderColumn>>>;
  /** Columns of no role: "" as text where they have no heading. */
  readonly others: readonly HeaderColumn[];
  /** Whether the ids are a mere count (序号), good as ids only where they are whole and unique. */
  readonly idIsCount: boolean;
  /** Whether a row below says the same as the header: repeated on each page, or in the other language. */
  readonly isRepeatedBy: (cells: readonly string[]) => boolean;
}

type Reading =
  | { readonly ok: true; readonly header: Header }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly questions?: readonly Question[];
    };

/** How far down a header is looked for. */
const TITLE_ROWS = 30;

/**
 * The row with most recognised columns among the first, or why none will do. `id` and `recusals` may be absent.
 *
 * @param choices the columns that a person picked where several could be meant, or none of a required role was known; a
 * letter that none of them has is no answer
 */
export function readHeader(
  rows: Rows,
  vocabulary: Vocabulary,
  required: readonly ColumnRole[],
  sheet: string,
  choices: Choices = {},
): Reading {
  const best = headingRow(rows, vocabulary);
  if (!best) return { ok: false, problems: [{ sheet, code: 'no-header', wanted: required }] };

  const { at, cells, found } = best;
  const row = at + 1;
  const problems: Problem[] = [];
  const questions: Question[] = [];
  const columns: Partial<Record<ColumnRole, HeaderColumn>> = {};
  for (const role of Object.keys(vocabulary) as ColumnRole[]) {
    const all = cells.flatMap((text, index) =>
      found[index]?.role === role ? [{ index, text: nameText(text), weak: found[index].weak }] : [],
    );
    const strong = all.filter(({ weak }) => !weak);
    const known = strong.length > 0 ? strong : all;
    const isUnknown = known.length === 0 && required.includes(role);
    const possible = isUnknown ? nobodys(cells, found, columns) : known;
    const picked = possible.find(({ index }) => columnLetters(index) === choices[role]);
    const [chosen = null] = picked || known.length === 1 ? [picked ?? known[0]] : [];
    if (chosen) columns[role] = { index: chosen.index, text: chosen.text };
    else if (possible.length > 0)
      questions.push({
        sheet,
        row,
        role,
        columns: possible.map((one) => candidate(one, rows, at)),
      });
    else if (isUnknown) problems.push({ sheet, row, code: 'no-column', role });
  }
  if (problems.length > 0) return { ok: false, problems };
  if (questions.length > 0) return { ok: false, problems, questions };

  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const below = rows.slice(at);
  const width = below.reduce((widest, { length }) => Math.max(widest, length), 0);
  const others = Array.from({ length: width }, (_, index) => ({
    index,
    text: nameText(cells[index] ?? ''),
  })).filter(
    ({ index, text }) =>
      !taken.has(index) && (text !== '' || below.some((cell) => !isBlank(cell[index]))),
  );
  const idIsCount = columns.id !== undefined && found[columns.id.index]?.weak === true;
  const isRepeatedBy = repetition(cells, columns, vocabulary);
  return { ok: true, header: { at, columns, others, idIsCount, isRepeatedBy } };
}

/** How much of a header the best row of a sheet is: all that is required, something, or nothing. */
export function headerQuality(
  rows: Rows,
  vocabulary: Vocabulary,
  required: readonly ColumnRole[],
): 'whole' | 'part' | 'none' {
  const best = headingRow(rows, vocabulary);
  if (!best) return 'none';
  return required.every((role) => best.roles.has(role)) ? 'whole' : 'part';
}

/** Which column was read as what, in the order of the sheet. */
export function columnUses({ columns }: Header): readonly ColumnUse[] {
  return (Object.keys(columns) as ColumnRole[])
    .flatMap((role) => {
      const column = columns[role];
      return column ? [{ role, ...column }] : [];
    })
    .sort((a, b) => a.index - b.index)
    .map(({ role, index, text }) => ({ role, column: columnLetters(index), header: quoted(text) }));
}

interface HeadingRow {
  readonly at: number;
  readonly cells: readonly string[];
  readonly found: readonly (Found | null)[];
  readonly roles: ReadonlySet<ColumnRole>;
}

function headingRow(rows: Rows, vocabulary: Vocabulary): HeadingRow | null {
  let top: HeadingRow | null = null;
  for (const [at, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const found = cells.map((cell) => roleOf(cell, vocabulary));
    const roles = new Set(found.flatMap((one) => (one ? [one.role] : [])));
    if (!roles.has('name') && roles.size < 2) continue;
    if (!top || roles.size > top.roles.size) top = { at, cells, found, roles };
  }
  return top;
}

/** Headed columns of no role that is known: one of them may be what is missing. */
function nobodys(
  cells: readonly string[],
  found: readonly (Found | null)[],
  taken: Header['columns'],
): readonly HeaderColumn[] {
  const given = new Set(Object.values(taken).map(({ index }) => index));
  return cells.flatMap((cell, index) => {
    const text = nameText(cell);
    return text === '' || found[index] || given.has(index) ? [] : [{ index, text }];
  });
}

const EXAMPLES = 3;

function candidate({ index, text }: HeaderColumn, rows: Rows, at: number) {
  const examples: string[] = [];
  for (const cells of rows.slice(at + 1)) {
    const cell = cells[index];
    if (examples.length < EXAMPLES && !isBlank(cell)) examples.push(quoted(cell ?? ''));
  }
  return { column: columnLetters(index), header: quoted(text), examples };
}

/** Two cells at least, so that a person called 组长 in a column 组长 is no header. */
const LEAST_REPEATED = 2;

function repetition(
  heading: readonly string[],
  columns: Header['columns'],
  vocabulary: Vocabulary,
): Header['isRepeatedBy'] {
  const same = spelling(heading);
  const known = Object.entries(columns);
  return (cells) => {
    if (spelling(cells) === same) return true;
    const filled = known.filter(([, { index }]) => !isBlank(cells[index]));
    return (
      filled.length >= LEAST_REPEATED &&
      filled.every(([role, { index }]) => roleOf(cells[index] ?? '', vocabulary)?.role === role)
    );
  };
}

/** One text for a row, the same for rows that differ only in blanks, case, width and empty cells at the end. */
function spelling(cells: readonly string[]): string {
  return cells.map(loose).join('\t').trimEnd();
}

interface Found {
  readonly role: ColumnRole;
  readonly weak: boolean;
}

/** A cell heads a column when all of it, or all but a remark in brackets, or each of its words, names one role. */
function roleOf(cell: string, vocabulary: Vocabulary): Found | null {
  if (cell.length > 200) return null;
  // Line breaks in a heading are blanks, other hidden characters nothing.
  const text = visible(cell.replace(/\s/gu, ' ')).normalize('NFKC');
  const whole =
    exactRole(text, vocabulary) ?? exactRole(text.replace(/\([^()]*\)/gu, ''), vocabulary);
  if (whole) return whole;
  const words = text.split(/[\s/|()]+/u).filter((word) => word !== '');
  const roles = words.map((word) => exactRole(word, vocabulary));
  const [first] = roles;
  return first && roles.every((one) => one?.role === first.role) ? first : null;
}

function exactRole(text: string, vocabulary: Vocabulary): Found | null {
  const word = loose(text).replace(/^[*:]+|[*:]+$/gu, '');
  for (const role of Object.keys(vocabulary) as ColumnRole[]) {
    const { strong = [], weak = [] } = vocabulary[role] ?? {};
    if (strong.includes(word)) return { role, weak: false };
    if (weak.includes(word)) return { role, weak: true };
  }
  return null;
}
