// Finds the header of a roster: Chinese or English, in any order, with title rows above it.
import { isBlank, loose, nameText, quoted } from './cells.ts';
import { columnLetters, type ColumnRole, type Problem, type Rows } from './problem.ts';

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
}

type Reading =
  | { readonly ok: true; readonly header: Header }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How far down a header is looked for. */
const TITLE_ROWS = 30;

/** The row with most recognised columns among the first, or why none will do. `id` and `recusals` may be absent. */
export function readHeader(
  rows: Rows,
  vocabulary: Vocabulary,
  required: readonly ColumnRole[],
  sheet: string,
): Reading {
  const candidates = rows.slice(0, TITLE_ROWS).map((cells, at) => ({
    at,
    cells,
    found: cells.map((cell) => roleOf(cell, vocabulary)),
  }));
  const scored = candidates.map((row) => ({
    ...row,
    roles: new Set(row.found.flatMap((one) => (one ? [one.role] : []))),
  }));
  const best = scored
    .filter(({ roles }) => roles.has('name') || roles.size > 1)
    .reduce<(typeof scored)[number] | null>(
      (top, row) => (top && top.roles.size >= row.roles.size ? top : row),
      null,
    );
  if (!best) return { ok: false, problems: [{ sheet, code: 'no-header', wanted: required }] };

  const { at, cells, found } = best;
  const row = at + 1;
  const problems: Problem[] = [];
  const columns: Partial<Record<ColumnRole, HeaderColumn>> = {};
  for (const role of Object.keys(vocabulary) as ColumnRole[]) {
    const all = cells.flatMap((text, index) =>
      found[index]?.role === role ? [{ index, text: nameText(text), weak: found[index].weak }] : [],
    );
    const strong = all.filter(({ weak }) => !weak);
    const chosen = strong.length > 0 ? strong : all;
    const [first] = chosen;
    if (chosen.length > 1)
      problems.push({
        sheet,
        row,
        code: 'two-columns',
        role,
        columns: chosen.map(({ index, text }) => ({
          column: columnLetters(index),
          header: quoted(text),
        })),
      });
    else if (first) columns[role] = { index: first.index, text: first.text };
    else if (required.includes(role)) problems.push({ sheet, row, code: 'no-column', role });
  }
  if (problems.length > 0) return { ok: false, problems };

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
  return { ok: true, header: { at, columns, others, idIsCount } };
}

interface Found {
  readonly role: ColumnRole;
  readonly weak: boolean;
}

/** A cell heads a column when all of it, or all but a remark in brackets, or each of its words, names one role. */
function roleOf(cell: string, vocabulary: Vocabulary): Found | null {
  if (cell.length > 200) return null;
  const text = cell.normalize('NFKC');
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
  for (const [role, { strong, weak }] of Object.entries(vocabulary)) {
    if (strong.includes(word)) return { role: role as ColumnRole, weak: false };
    if (weak.includes(word)) return { role: role as ColumnRole, weak: true };
  }
  return null;
}
