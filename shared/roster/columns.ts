// Reads scores of units from the rows of a sheet: one number for each, matched by name or id, and a grade where it is there.
import type { SubjectId } from '../ids.ts';
import type { SubjectEntry } from '../meeting/commands/roster.ts';
import { bodyRows, outcome } from './body.ts';
import { cellFlaw, idText, isBlank, nameText, quoted } from './cells.ts';
import { Findings } from './findings.ts';
import { headerQuality, readHeader, type Header, type Vocabulary } from './header.ts';
import { NOTHING_MADE, type MadeCells } from './made.ts';
import type { Choices, ColumnRole, RosterReading, Rows } from './problem.ts';
import { isNone, recusalReader } from './recusals.ts';
import { readAmount } from './score-cells.ts';

/** What a row says of a unit: "" where a grade is all that it says. */
export interface ReadScore {
  readonly subject: SubjectId;
  readonly value: string;
  readonly grade: string;
}

const VOCABULARY: Vocabulary = {
  id: {
    strong: ['编号', '代码', '编码', '单位编号', '单位代码', 'id', 'code', 'unitid', 'unitcode'],
    weak: [],
  },
  name: {
    strong: [
      ...['单位名称', '单位', '名称', '部门', '部门名称', '评议对象', '对象名称', '责任单位'],
      ...['被评单位', '参评单位', '机构', '单位全称', '全称', '单位简称', '简称'],
      ...['name', 'unit', 'unitname', 'department', 'subject'],
    ],
    weak: [],
  },
  score: {
    strong: [
      ...['得分', '分数', '成绩', '总分', '总得分', '考核得分', '指标得分', '最终得分', '评分'],
      ...['分值', '综合得分', '合计', '合计得分', '人数', '编制数', '在职人数', '测评得分'],
      ...['score', 'points', 'total', 'mark', 'value', 'headcount', 'finalscore', 'totalscore'],
    ],
    weak: ['分', '结果', 'result'],
  },
  grade: {
    strong: ['等次', '等级', '评定等次', '考核等次', 'grade', 'rating'],
    weak: [],
  },
};

const REQUIRED: readonly ColumnRole[] = ['name', 'score'];

/** How well a sheet's header fits a list of scores. */
export function scoresHeader(rows: Rows): ReturnType<typeof headerQuality> {
  return headerQuality(rows, VOCABULARY, REQUIRED);
}

/**
 * Scores from a sheet's rows. A row without one is left out; one of a unit that is not there, or is there twice, stands in
 * the way of all.
 *
 * @param subjects who can be named, by name or by id
 */
export function readScores(
  rows: Rows,
  subjects: readonly Pick<SubjectEntry, 'id' | 'name'>[],
  sheet = '',
  choices: Choices = {},
  made: MadeCells = NOTHING_MADE,
): RosterReading<ReadScore> {
  const reading = readHeader(rows, VOCABULARY, REQUIRED, sheet, choices);
  if (!reading.ok) return reading;
  const { header } = reading;
  const findings = new Findings(sheet, header, made);
  for (const { index, text } of header.others)
    findings.notes.push({
      ...findings.place(header.at + 1, index),
      ...{ code: 'column-ignored', header: quoted(text) },
    });
  const ids = new Map<string, SubjectId>(subjects.map(({ id }) => [id, id]));
  const named = recusalReader(subjects);
  const rowOf = new Map<SubjectId, number>();
  const entries = bodyRows(rows, header, findings).flatMap(({ row, cells }): ReadScore[] => {
    const at = (role: ColumnRole) => header.columns[role]?.index ?? -1;
    const name = nameText(cells[at('name')] ?? '');
    const place = findings.place(row, at('name'));
    const byId = ids.get(idText(cells[at('id')] ?? ''));
    const found = byId === undefined ? named(name) : { subjects: [byId], flaws: [] };
    const [flaw] = found.flaws;
    const [subject] = found.subjects;
    if (flaw) findings.problems.push({ ...place, ...flaw });
    else if (subject === undefined || found.subjects.length > 1)
      findings.problems.push({ ...place, code: 'unknown-subject', text: quoted(name) });
    else {
      const firstRow = rowOf.get(subject);
      if (firstRow !== undefined) {
        findings.problems.push({ ...place, code: 'duplicate-id', id: name, firstRow });
        return [];
      }
      rowOf.set(subject, row);
      const value = numberIn(row, cells, header, findings);
      const grade = nameText(cells[at('grade')] ?? '');
      return value === null || (value === '' && grade === '') ? [] : [{ subject, value, grade }];
    }
    return [];
  });
  return outcome(entries, header, findings);
}

/** "" for a cell in which nothing stands; null where it has a problem. */
function numberIn(
  row: number,
  cells: readonly string[],
  { columns }: Header,
  findings: Findings,
): string | null {
  const index = columns.score?.index ?? -1;
  const cell = cells[index] ?? '';
  const place = findings.place(row, index);
  const made = findings.made(row, index, cell);
  if (made === 'no-value') {
    findings.problems.push({ ...place, code: 'unread-formula' });
    return null;
  }
  if (isBlank(cell) || isNone(cell)) return '';
  const flaw = cellFlaw(nameText(cell));
  if (flaw) {
    findings.problems.push({ ...place, ...flaw });
    return null;
  }
  const read = readAmount(cell);
  if (read === null || read.percent) {
    findings.problems.push({ ...place, code: 'bad-number', text: quoted(cell) });
    return null;
  }
  if (made) findings.spoilt(row, index, made, cell);
  return read.value;
}
