// Scores of units from a table: matched by name or id, a blank is none, and everything that stands in the way is named.
import { expect, it } from 'vitest';
import { readScores } from '../../shared/roster/columns.ts';
import { subjectId } from '../builders.ts';

const UNITS = [
  { id: subjectId('A01'), name: '区环保局' },
  { id: subjectId('A02'), name: '区水务局' },
  { id: subjectId('A03'), name: '青山镇' },
];
const read = (...rows: readonly (readonly string[])[]) => readScores(rows, UNITS);
const scoresIn = (...rows: readonly (readonly string[])[]) => {
  const reading = read(...rows);
  return reading.ok ? reading.entries.map((one) => Object.values(one)) : reading.problems;
};

it('are read below title rows, in any order of columns, with full-width digits and stray spaces', () => {
  expect(
    scoresIn(
      ['2026年度指标考核'],
      ['得分', ' 单位名称', '备注'],
      ['９１．２', '区环保局 ', ''],
      ['90分', '区 水务局', '复核过'],
      ['', '青山镇', ''],
    ),
  ).toEqual([
    ['A01', '91.2', ''],
    ['A02', '90', ''],
  ]);
});

it('go by the id where there is one, and take a grade along', () => {
  expect(
    scoresIn(
      ['编号', '单位', '总分', '等次'],
      ['A01', '环保局（旧名）', '88', '优秀'],
      ['A03', '青山镇', '/', '达标'],
    ),
  ).toEqual([
    ['A01', '88', '优秀'],
    ['A03', '', '达标'],
  ]);
});

it('of nobody, of one twice, or that are no numbers stand in the way of all, by row and column', () => {
  const found = scoresIn(
    ['单位', '得分'],
    ['区环保局', '90'],
    ['区档案局', '80'],
    ['区环保局', '70'],
    ['青山镇', '良好'],
  );
  expect(found).toMatchObject([
    { row: 3, column: 'A', code: 'unknown-subject', text: '区档案局' },
    { row: 4, column: 'A', code: 'duplicate-id', firstRow: 2 },
    { row: 5, column: 'B', code: 'bad-number', text: '良好' },
  ]);
});
