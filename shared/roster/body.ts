// The rows below a roster's header, and their ids and names: what subjects and reviewers are read from alike.
import {
  cellFlaw,
  idText,
  isBlank,
  isId,
  isUnseen,
  loose,
  nameFlaw,
  nameText,
  quoted,
} from './cells.ts';
import { spoilt, type Findings } from './findings.ts';
import { columnUses, type Header } from './header.ts';
import { MAX_ENTRIES, type ColumnRole, type RosterReading, type Rows } from './problem.ts';

export interface BodyRow {
  /** From 1, as the spreadsheet program counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What came of it: the entries, or every problem in the order of the rows. */
export function outcome<Entry>(
  entries: readonly Entry[],
  header: Header,
  findings: Findings,
): RosterReading<Entry> {
  const problems = findings.allProblems();
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        entries,
        headerRow: header.at + 1,
        columns: columnUses(header),
        notes: findings.allNotes(),
      };
}

/** Above a footnote stand others only where they call themselves so: a row that is merely unfinished must be reported. */
export const REMARK =
  /^[(（【*※]*\s*(?:注|备注|附注|说明|填表|制表|审核|合计|总计|共计|共\s*\d|notes?\b|remarks?\b|total\b)/iu;

/** The rows that hold entries: without blank ones, a repeated header, footnotes below, and cells that stand by themselves. */
export function bodyRows(rows: Rows, header: Header, findings: Findings): readonly BodyRow[] {
  const body: BodyRow[] = [];
  rows.forEach((cells, index) => {
    if (index <= header.at || cells.every(isBlank)) return;
    const row = index + 1;
    if (header.isRepeatedBy(cells))
      findings.notes.push({ ...findings.place(row), code: 'header-repeated' });
    else body.push({ row, cells });
  });
  const known = [...Object.values(header.columns), ...header.others].map(({ index }) => index);
  const first = Math.min(...known);
  for (let n = 0; ; n += 1) {
    const last = body.at(-1);
    if (!last?.cells.every((cell, index) => index <= first || isBlank(cell))) break;
    const cell = last.cells.find((one) => !isBlank(one)) ?? '';
    const text = quoted(cell);
    // A row of another delimiter, or a character that nobody sees, is no remark.
    if (!REMARK.test(text) && (n > 0 || isUnseen(cell) || /[;|\t].*[;|\t]/.test(cell))) break;
    findings.notes.push({ ...findings.place(last.row), code: 'footnote', text });
    body.pop();
  }
  const entries = body.filter((row) => !isReported(row, header, findings));
  if (body.length === 0) findings.problems.push({ ...findings.place(), code: 'no-rows' });
  if (body.length > MAX_ENTRIES) {
    findings.problems.push({ ...findings.place(), code: 'too-many-rows', max: MAX_ENTRIES });
    return [];
  }
  return entries;
}

/** Reports a row that is no entry by what is wrong with it, rather than by everything that it lacks. */
function isReported({ row, cells }: BodyRow, { columns }: Header, findings: Findings): boolean {
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ cell, index }]));
  const [first] = filled;
  if (!first) return false;
  const place = findings.place(row, first.index);
  const flaw = filled.every(({ cell }) => isUnseen(cell)) ? cellFlaw(nameText(first.cell)) : null;
  const known = Object.values(columns);
  const stands = (index: number) => known.some((column) => column.index === index);
  if (flaw) findings.problems.push({ ...place, ...flaw });
  else if (!filled.some(({ index }) => stands(index)))
    findings.problems.push({
      ...{ ...place, code: 'stray-cell', text: quoted(first.cell) },
      more: filled.length - 1,
    });
  else if (filled.length === 1 && first.cell.split(/[,;|\t]/).length >= known.length)
    findings.problems.push({ ...place, code: 'undivided-row', text: quoted(first.cell) });
  else return false;
  return true;
}

/** One id for each row: as the file has them, or made from `letter` and the row's place where it has none. */
export function readIds(
  body: readonly BodyRow[],
  header: Header,
  letter: string,
  findings: Findings,
): readonly string[] {
  const column = header.columns.id;
  if (!column) return madeIds(body, letter, findings);
  const ids = body.map(({ cells }) => idText(cells[column.index] ?? ''));
  if (header.idIsCount && !(ids.every(isId) && new Set(ids).size === ids.length))
    return madeIds(body, letter, findings);
  const firstRows = new Map<string, number>();
  const zeros = paddedLength(ids);
  body.forEach(({ row, cells }, n) => {
    const id = ids[n] ?? '';
    const place = findings.place(row, column.index);
    const firstRow = firstRows.get(id);
    const made = findings.made(row, column.index, cells[column.index]);
    const flaw = cellFlaw(id);
    if (made === 'no-value') findings.problems.push({ ...place, code: 'unread-formula' });
    else if (id === '') findings.problems.push({ ...place, code: 'missing', role: 'id' });
    else if (flaw) findings.problems.push({ ...place, ...flaw });
    else if (made && (!isId(id) || firstRow !== undefined))
      findings.problems.push({ ...place, ...spoilt(made, id) });
    else if (!isId(id)) findings.problems.push({ ...place, code: 'bad-id', id: quoted(id) });
    else if (firstRow !== undefined)
      findings.problems.push({ ...place, code: 'duplicate-id', id, firstRow });
    else {
      firstRows.set(id, row);
      if (made) findings.spoilt(row, column.index, made, id);
      else if (/^[1-9]\d*$/.test(id) && id.length < zeros)
        findings.spoilt(row, column.index, 'zeros', id);
    }
  });
  return ids;
}

/** How long ids with zeros in front are, beside which a shorter number has lost its own; 0 where there are none. */
function paddedLength(ids: readonly string[]): number {
  return ids.reduce((most, id) => (/^0\d+$/.test(id) ? Math.max(most, id.length) : most), 0);
}

function madeIds(body: readonly BodyRow[], letter: string, findings: Findings): readonly string[] {
  const width = Math.max(3, String(body.length).length);
  const ids = body.map((_, n) => letter + String(n + 1).padStart(width, '0'));
  const [first] = ids;
  const last = ids.at(-1);
  if (first !== undefined && last !== undefined)
    findings.notes.push({ ...findings.place(), code: 'ids-made', count: ids.length, first, last });
  return ids;
}

/** The text of a column that must be filled, "" where it is not or cannot be taken. */
export function readText(
  { row, cells }: BodyRow,
  header: Header,
  role: ColumnRole,
  findings: Findings,
): string {
  const index = header.columns[role]?.index;
  if (index === undefined) return '';
  const text = nameText(cells[index] ?? '');
  const place = findings.place(row, index);
  const made = findings.made(row, index, text);
  if (text === '') {
    findings.problems.push(
      made === 'no-value'
        ? { ...place, code: 'unread-formula' }
        : { ...place, code: 'missing', role },
    );
    return '';
  }
  const flaw = cellFlaw(text) ?? nameFlaw(text);
  if (flaw) findings.problems.push({ ...place, ...flaw });
  else if (made) findings.spoilt(row, index, made, text);
  return flaw ? '' : text;
}

/** Takes the first spelling of a label for all that differ only in blanks, case or width. */
export function labels(): (text: string) => string {
  const first = new Map<string, string>();
  return (text) => {
    const key = loose(text);
    const known = first.get(key);
    if (known === undefined) first.set(key, text);
    return known ?? text;
  };
}

/** Mentions names that stand in more than one row: allowed, but often a row that was pasted twice. */
export function noteSameNames(
  body: readonly BodyRow[],
  entries: readonly { readonly name: string }[],
  findings: Findings,
): void {
  const firstRows = new Map<string, number>();
  for (const [n, { row }] of body.entries()) {
    const { name = '' } = entries[n] ?? {};
    if (name === '') continue;
    const firstRow = firstRows.get(loose(name));
    if (firstRow === undefined) firstRows.set(loose(name), row);
    else findings.notes.push({ ...findings.place(row), code: 'same-name', name, firstRow });
  }
}
