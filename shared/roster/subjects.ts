// Reads the list of units from the rows of a sheet.
import type { SubjectId } from '../ids.ts';
import type { SubjectEntry } from '../meeting/commands/roster.ts';
import {
  bodyRows,
  labels,
  noteSameNames,
  outcome,
  readIds,
  readText,
  type BodyRow,
} from './body.ts';
import { cellFlaw, isBlank, nameFlaw, nameText, quoted } from './cells.ts';
import { Findings } from './findings.ts';
import { headerQuality, readHeader, type Header, type Vocabulary } from './header.ts';
import { NOTHING_MADE, type MadeCells } from './made.ts';
import type { Choices, ColumnRole, RosterReading, Rows } from './problem.ts';
import { isNone } from './recusals.ts';

/** The words that head the columns of a list of units. */
export const SUBJECT_COLUMNS = {
  id: {
    strong: [
      ...['编号', '代码', '编码', '单位编号', '单位代码', '单位编码', '对象编号', '评议对象编号'],
      ...['id', 'code', 'unitid', 'unitcode', 'subjectid', 'unitno', 'unitno.', 'unitnumber'],
    ],
    weak: ['序号', '序', 'no', 'no.', 'number', '#', 'serial', 'serialno', 'serialno.'],
  },
  name: {
    strong: [
      ...['单位名称', '单位', '名称', '部门', '部门名称', '评议对象', '对象名称', '评议对象名称'],
      ...['评议单位', '被评议单位', '参评单位', '述职单位', '单位全称', '全称', '单位简称', '简称'],
      ...['责任单位', '被评单位', '受评单位', '参评部门', '机构', '机构名称'],
      ...['name', 'unit', 'unitname', 'department', 'departmentname', 'subject', 'subjectname'],
    ],
    weak: [],
  },
  category: {
    strong: [
      ...['类别', '类型', '分类', '单位类别', '单位类型', '单位分类', '所属类别'],
      ...['单位性质', '性质'],
      ...['category', 'unitcategory', 'type', 'unittype', 'class', 'kind'],
    ],
    weak: [],
  },
  formerly: {
    strong: [
      ...['曾用名', '曾用名称', '原名', '原名称', '原单位', '原单位名称', '更名前', '更名前名称'],
      ...['formerly', 'formername', 'formernames', 'previousname', 'previousnames'],
    ],
    weak: [],
  },
} satisfies Vocabulary;

const REQUIRED: readonly ColumnRole[] = ['name', 'category'];

/** How well a sheet's header fits a list of units. */
export function subjectsHeader(rows: Rows): ReturnType<typeof headerQuality> {
  return headerQuality(rows, SUBJECT_COLUMNS, REQUIRED);
}

/**
 * Units from a sheet's rows. Needs a column of names and one of categories; makes ids U001… where there are none. A column
 * of former names may be there; what is known of them stays where it is not.
 *
 * @param sheet the sheet's name, for the places in problems and notes; "" where the file has none
 * @param choices which column is meant, where a person was asked
 * @param made cells that do not hold what was typed
 */
export function readSubjects(
  rows: Rows,
  sheet = '',
  choices: Choices = {},
  made: MadeCells = NOTHING_MADE,
): RosterReading<SubjectEntry> {
  const reading = readHeader(rows, SUBJECT_COLUMNS, REQUIRED, sheet, choices);
  if (!reading.ok) return reading;
  const { header } = reading;
  const findings = new Findings(sheet, header, made);
  for (const { index, text } of header.others)
    findings.notes.push({
      ...findings.place(header.at + 1, index),
      code: 'column-ignored',
      header: quoted(text),
    });
  const body = bodyRows(rows, header, findings);
  const ids = readIds(body, header, 'U', findings);
  const category = labels();
  const entries = body.map((row, n): SubjectEntry => ({
    id: (ids[n] ?? '') as SubjectId,
    kind: 'unit',
    name: readText(row, header, 'name', findings),
    category: category(readText(row, header, 'category', findings)),
    ...formerNames(row, header, findings),
  }));
  noteSameNames(body, entries, findings);
  return outcome(entries, header, findings);
}

/** Oldest first. Units have a 、 in their names: it separates nothing. */
const BETWEEN_NAMES = /[;；\r\n]+/u;
/** Of all former names of a unit, in characters. */
const MOST_FORMER = 600;

function formerNames(
  { row, cells }: BodyRow,
  header: Header,
  findings: Findings,
): Pick<SubjectEntry, 'formerly'> {
  const index = header.columns.formerly?.index;
  if (index === undefined) return {};
  const cell = cells[index] ?? '';
  const place = findings.place(row, index);
  const made = findings.made(row, index, cell);
  const names = cell
    .split(BETWEEN_NAMES)
    .map(nameText)
    .filter((name) => !isBlank(name) && !isNone(name));
  const length = Array.from(cell).length;
  const [flaw = null] = names.flatMap((name) => cellFlaw(name) ?? nameFlaw(name) ?? []);
  if (made === 'no-value') findings.problems.push({ ...place, code: 'unread-formula' });
  else if (length > MOST_FORMER)
    findings.problems.push({ ...place, code: 'too-long', max: MOST_FORMER, length });
  else if (flaw) findings.problems.push({ ...place, ...flaw });
  else if (made) findings.spoilt(row, index, made, cell);
  return { formerly: [...new Set(names)] };
}
