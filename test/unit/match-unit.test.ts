// Which unit a report's file name speaks of: sure, or a person's to say.
import { expect, it } from 'vitest';
import { matchUnit } from '../../client/console/documents/match-unit.ts';
import { subjectId } from '../builders.ts';

const units = [
  ['A01', '区水务局'],
  ['A02', '区水务局执法大队'],
  ['A12', '区交通局'],
  ['3', '河东镇'],
  ['33', '河西镇'],
  ['D-1', '新城街道'],
].map(([id = '', name = '']) => ({ id: subjectId(id), name }));

it.each([
  ['A01.pdf', 'A01'],
  ['a01 述职报告.pdf', 'A01'],
  ['Ａ０１_2026.pdf', 'A01'],
  ['述职报告（A12）.docx.pdf', 'A12'],
  ['A012.pdf', null],
  ['BA01.pdf', null],
  ['区水务局2026年度报告.pdf', 'A01'],
  ['区水务局执法大队.md', 'A02'],
  ['区水务局 和 区交通局.pdf', null],
  ['A01 区交通局.pdf', null],
  ['A12 区交通局.pdf', 'A12'],
  ['3 号材料.pdf', '3'],
  ['33.pdf', '33'],
  ['2023年.pdf', null],
  ['河 东 镇.png', '3'],
  ['新城街道-D-1.txt', 'D-1'],
  ['<img onerror=alert(1)>.pdf', null],
  ['.pdf', null],
  ['', null],
])('%s is of %s', (name, unit) => {
  expect(matchUnit(name, units)).toBe(unit);
});

it('knows units by the names that their files bear, not by what tells namesakes apart', () => {
  const twins = ['U1', 'U2'].map((id) => ({
    ...{ id: subjectId(id), name: `城关镇（${id}）`, apart: { own: '城关镇', mark: id } },
  }));
  const all = [...twins, { id: subjectId('U3'), name: '城关' }];
  expect(matchUnit('城关镇述职报告.pdf', all)).toBeNull();
  expect(matchUnit('U2城关镇述职报告.pdf', all)).toBeNull();
  expect(matchUnit('U2报告.pdf', all)).toBe('U2');
});

it('tells nothing of units without names or of none', () => {
  expect(matchUnit('x.pdf', [{ id: subjectId('A'), name: '' }])).toBeNull();
  expect(matchUnit('A01.pdf', [])).toBeNull();
});
