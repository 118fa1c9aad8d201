// The rows below a roster's header, and their ids and names: what subjects and reviewers are read from alike.
import { formulaFlaw, idText, isBlank, isId, loose, nameFlaw, nameText, quoted } from './cells.ts';
import { columnUses, type Header } from './header.ts';
import {
  columnLetters,
  MAX_ENTRIES,
  type ColumnRole,
  type Note,
  type Place,
  type Problem,
  type RosterReading,
  type Rows,
} from './problem.ts';

export interface BodyRow {
  /** From 1, as the spreadsheet program counts. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** Collects problems and notes while a roster is read, so that all of them are reported and not only the first. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly notes: Note[] = [];
  private readonly sheet: string;

  constructor(sheet: string) {
    this.sheet = sheet;
  }

  place(row?: number, index?: number): Place {
    return {
      sheet: this.sheet,
      ...(row === undefined ? {} : { row }),
      ...(index === undefined ? {} : { column: columnLetters(index) }),
    };
  }
}

/** What came of it: the entries, or every problem in the order of the rows. */
export function outcome<Entry>(
  entries: readonly Entry[],
  header: Header,
  { problems, notes }: Findings,
): RosterReading<Entry> {
  return problems.length > 0
    ? { ok: false, problems: inRowOrder(problems) }
    : {
        ok: true,
        entries,
        headerRow: header.at + 1,
        columns: columnUses(header),
        notes: inRowOrder(notes),
      };
}

/** Above a footnote stand others only where they call themselves so: a row that is merely unfinished must be reported. */
const REMARK =
  /^[(（【*※]*\s*(?:注|备注|附注|说明|填表|制表|审核|合计|总计|共计|共\s*\d|notes?\b|remarks?\b|total\b)/iu;

/** The rows that hold entries: without blank ones, a repeated header, and footnotes below. */
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
    const text = quoted(last.cells.find((cell) => !isBlank(cell)) ?? '');
    if (n > 0 && !REMARK.test(text)) break;
    findings.notes.push({ ...findings.place(last.row), code: 'footnote', text });
    body.pop();
  }
  if (body.length === 0) findings.problems.push({ ...findings.place(), code: 'no-rows' });
  if (body.length > MAX_ENTRIES) {
    findings.problems.push({ ...findings.place(), code: 'too-many-rows', max: MAX_ENTRIES });
    return [];
  }
  return body;
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
  body.forEach(({ row }, n) => {
    const id = ids[n] ?? '';
    const place = findings.place(row, column.index);
    const firstRow = firstRows.get(id);
    if (id === '') findings.problems.push({ ...place, code: 'missing', role: 'id' });
    else if (!isId(id))
      findings.problems.push({
        ...place,
        ...(formulaFlaw(id) ?? { code: 'bad-id', id: quoted(id) }),
      });
    else if (firstRow === undefined) firstRows.set(id, row);
    else findings.problems.push({ ...place, code: 'duplicate-id', id, firstRow });
  });
  return ids;
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
  if (text === '') {
    findings.problems.push({ ...place, code: 'missing', role });
    return '';
  }
  const flaw = formulaFlaw(text) ?? nameFlaw(text);
  if (flaw) findings.problems.push({ ...place, ...flaw });
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
  named: readonly { readonly row: number; readonly name: string }[],
  findings: Findings,
): void {
  const firstRows = new Map<string, number>();
  for (const { row, name } of named) {
    if (name === '') continue;
    const firstRow = firstRows.get(loose(name));
    if (firstRow === undefined) firstRows.set(loose(name), row);
    else findings.notes.push({ ...findings.place(row), code: 'same-name', name, firstRow });
  }
}

function inRowOrder<T extends Place>(places: readonly T[]): readonly T[] {
  return [...places].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
