// Reads the pool of reviewers from the rows of a sheet.
import type { ReviewerId } from '../ids.ts';
import type { ReviewerEntry, SubjectEntry } from '../meeting/commands/roster.ts';
import {
  bodyRows,
  labels,
  noteSameNames,
  outcome,
  readIds,
  readText,
  type BodyRow,
} from './body.ts';
import { cellFlaw, isBlank, loose, nameFlaw, nameText } from './cells.ts';
import { Findings, spoilt } from './findings.ts';
import {
  headerQuality,
  readHeader,
  type Header,
  type HeaderColumn,
  type Vocabulary,
} from './header.ts';
import { NOTHING_MADE, type MadeCells } from './made.ts';
import type { Choices, ColumnRole, RosterReading, Rows } from './problem.ts';
import { recusalReader } from './recusals.ts';

/** The words that head the columns of a pool. */
export const REVIEWER_COLUMNS = {
  id: {
    strong: [
      ...['编号', '代码', '编码', '代表编号', '评委编号', '评议代表编号', '人员编号'],
      ...['id', 'code', 'reviewerid', 'reviewerno', 'reviewerno.', 'reviewernumber'],
    ],
    weak: ['序号', '序', 'no', 'no.', 'number', '#', 'serial', 'serialno', 'serialno.'],
  },
  name: {
    strong: [
      ...['姓名', '名字', '名称', '代表姓名', '评委姓名', '评议代表', '评议代表姓名', '评委'],
      ...['人员姓名', '评议员', '评议员姓名'],
      ...['name', 'fullname', 'reviewer', 'reviewername'],
    ],
    weak: [],
  },
  group: {
    strong: [
      ...['组别', '组', '分组', '小组', '所属组别', '代表组别', '评议组', '评议组别'],
      ...['group', 'groupname', 'reviewergroup'],
    ],
    weak: [
      ...['类别', '代表类别', '身份', '代表身份', '界别', '代表团', '团组', '人员类别'],
      ...['category', 'type', 'delegation'],
    ],
  },
  recusals: {
    strong: [
      ...['回避单位', '回避', '回避对象', '回避部门', '需回避单位', '应回避单位', '需要回避的单位'],
      ...['recusal', 'recusals', 'recusedunits', 'recusedfrom', 'recusedunit', 'conflicts'],
    ],
    weak: [],
  },
} satisfies Vocabulary;

const REQUIRED: readonly ColumnRole[] = ['name', 'group'];

/** How well a sheet's header fits a pool of reviewers. */
export function reviewersHeader(rows: Rows): ReturnType<typeof headerQuality> {
  return headerQuality(rows, REVIEWER_COLUMNS, REQUIRED);
}

/**
 * Reviewers from a sheet's rows. Needs a column of names and one of groups; recusals name `subjects` by id or by name;
 * further columns become attributes under their heading. Makes ids R001… where there are none.
 *
 * @param sheet the sheet's name, for the places in problems and notes; "" where the file has none
 * @param choices which column is meant, where a person was asked
 * @param made cells that do not hold what was typed
 */
export function readReviewers(
  rows: Rows,
  subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[],
  sheet = '',
  choices: Choices = {},
  made: MadeCells = NOTHING_MADE,
): RosterReading<ReviewerEntry> {
  const reading = readHeader(rows, REVIEWER_COLUMNS, REQUIRED, sheet, choices);
  if (!reading.ok) return reading;
  const { header } = reading;
  const findings = new Findings(sheet, header, made);
  const attributes = attributeColumns(header, findings);
  const body = bodyRows(rows, header, findings);
  const ids = readIds(body, header, 'R', findings);
  const group = labels();
  const recusals = recusalReader(subjects);
  const entries = body.map((row, n): ReviewerEntry => ({
    id: (ids[n] ?? '') as ReviewerId,
    name: readText(row, header, 'name', findings),
    group: group(readText(row, header, 'group', findings)),
    attributes: attributesOf(row, attributes, findings),
    recusals: recusalsOf(row, header, recusals, findings),
  }));
  findings.spoiltAttributes(body, attributes);
  noteSameNames(body, entries, findings);
  return outcome(entries, header, findings);
}

/** Columns that become attributes: those with a heading, except a count beside real ids. */
function attributeColumns(header: Header, findings: Findings): readonly HeaderColumn[] {
  const row = header.at + 1;
  const kept: HeaderColumn[] = [];
  const seen = new Set<string>();
  for (const column of header.others) {
    const { index, text } = column;
    const place = findings.place(row, index);
    const flaw = nameFlaw(text);
    if (flaw) findings.problems.push({ ...place, ...flaw });
    else if (text === '' || REVIEWER_COLUMNS.id.weak.includes(loose(text)))
      findings.notes.push({ ...place, code: 'column-ignored', header: text });
    else if (seen.has(loose(text)))
      findings.problems.push({ ...place, code: 'column-twice', header: text });
    else {
      kept.push(column);
      const made = findings.made(row, index, text);
      if (made) findings.spoilt(row, index, made, text);
    }
    seen.add(loose(text));
  }
  if (kept.length > 0)
    findings.notes.push({
      ...findings.place(row),
      code: 'attributes',
      keys: kept.map(({ text }) => text),
    });
  return kept;
}

function attributesOf(
  { row, cells }: BodyRow,
  columns: readonly HeaderColumn[],
  findings: Findings,
): Readonly<Record<string, string>> {
  const filled = columns.flatMap(({ index, text }): (readonly [string, string])[] => {
    const cell = cells[index];
    if (findings.made(row, index, cell) === 'no-value')
      findings.problems.push({ ...findings.place(row, index), code: 'unread-formula' });
    if (cell === undefined || isBlank(cell)) return [];
    const value = nameText(cell);
    const flaw = cellFlaw(value) ?? nameFlaw(value);
    if (flaw) findings.problems.push({ ...findings.place(row, index), ...flaw });
    return [[text, value]];
  });
  // fromEntries makes an own property even of a column headed "__proto__".
  return Object.fromEntries(filled);
}

function recusalsOf(
  { row, cells }: BodyRow,
  header: Header,
  read: ReturnType<typeof recusalReader>,
  findings: Findings,
): ReviewerEntry['recusals'] {
  const index = header.columns.recusals?.index;
  if (index === undefined) return [];
  const cell = cells[index] ?? '';
  const place = findings.place(row, index);
  const made = findings.made(row, index, cell);
  const { subjects, flaws } = read(cell);
  if (made === 'no-value') findings.problems.push({ ...place, code: 'unread-formula' });
  else if (made && flaws.length > 0) findings.problems.push({ ...place, ...spoilt(made, cell) });
  else if (made) findings.spoilt(row, index, made, cell);
  else for (const flaw of flaws) findings.problems.push({ ...place, ...flaw });
  return subjects;
}
