// Reading rosters (RULES.md §5): the example files, and tables as people really make them.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFlaw } from '../../server/roster/file-flaw.ts';
import { sheetsOf } from '../../server/roster/file.ts';
import type { SubjectId } from '../../shared/ids.ts';
import { columnLetters, type RosterReading, type Rows } from '../../shared/roster/problem.ts';
import { readReviewers } from '../../shared/roster/reviewers.ts';
import { growth, PROPORTIONAL } from '../growth.ts';
import { readSubjects } from '../../shared/roster/subjects.ts';
import { repetitions, seed } from '../repetitions.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function rowsOf(bytes: Uint8Array): Rows {
  return sheetsOf(bytes)[0]?.read().rows ?? [];
}

/** What keeps these bytes from being rows, or null. */
function flawOf(bytes: Uint8Array) {
  try {
    rowsOf(bytes);
    return null;
  } catch (error) {
    if (error instanceof FileFlaw) return error.problem;
    throw error;
  }
}

function entriesOf<Entry>(reading: RosterReading<Entry>): readonly Entry[] {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.entries;
}

function notesOf(reading: RosterReading<unknown>) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.notes;
}

function problemsOf(reading: RosterReading<unknown>) {
  return reading.ok ? [] : reading.problems;
}

/** Where something is found below the heading of a file without sheets. */
const place = (row: number, column: string, header: string) => ({ sheet: '', row, column, header });

const example = (name: string) =>
  readFileSync(new URL(`../../scripts/example/${name}`, import.meta.url));

const UNITS = [
  { id: 'A01' as SubjectId, name: '区政府办公室' },
  { id: 'A02' as SubjectId, name: '区发展改革委' },
  { id: 'A03' as SubjectId, name: '区党史研究室、区地方志办' },
  { id: 'A04' as SubjectId, name: '同名局' },
  { id: 'A05' as SubjectId, name: '同名局' },
];

const recusalsIn = (cell: string) =>
  readReviewers(
    [
      ['姓名', '组别', '回避单位'],
      ['张三', '人大代表', cell],
    ],
    UNITS,
  );

describe('the example meeting', () => {
  it('has 77 units in four categories', () => {
    const entries = entriesOf(readSubjects(rowsOf(example('units-77.csv'))));
    const counts = new Map<string, number>();
    for (const { category } of entries) counts.set(category, (counts.get(category) ?? 0) + 1);
    expect([...counts]).toEqual([
      ['区级部门', 50],
      ['双管单位', 11],
      ['乡镇', 11],
      ['街道', 5],
    ]);
    expect(entries[0]).toEqual({
      id: 'A01',
      kind: 'unit',
      name: '区政府办公室',
      category: '区级部门',
    });
  });

  it('has 300 reviewers with attributes, and recusals of units that exist', () => {
    const units = entriesOf(readSubjects(rowsOf(example('units-77.csv'))));
    const entries = entriesOf(readReviewers(rowsOf(example('reviewers-300.csv')), units));
    expect(entries).toHaveLength(300);
    expect(entries[5]).toEqual({
      id: 'R006',
      name: '人大代表006',
      group: '人大代表',
      attributes: { 性别: '男', 年龄段: '51岁以上', 所在地区: '北桥街道' },
      recusals: ['A46'],
    });
  });
});

describe('headers', () => {
  it.each([
    [['编号', '单位名称', '类别']],
    [['ID', 'Unit name', 'Category']],
    [[' 编　号 ', '单 位 名 称', '类 别']],
    [['*编号（必填）', '单位名称(Unit)', '类别：']],
    [['编号 ID', '单位名称/Name', '类别 Category']],
    [['ＩＤ', 'NAME', 'Type']],
  ])('knows %j', (header) => {
    const [entry] = entriesOf(readSubjects([header, ['A01', '区民政局', '区级部门']]));
    expect(entry).toMatchObject({ id: 'A01', name: '区民政局', category: '区级部门' });
  });

  it('takes columns in any order, with title rows and blank rows above', () => {
    const rows = [
      ['2026 年度评议单位名单', '', ''],
      [],
      ['填表单位：区委办', '', '单位：家'],
      ['类别', '单位名称', '编号'],
      ['区级部门', '区民政局', 'A01'],
    ];
    expect(entriesOf(readSubjects(rows))).toMatchObject([{ id: 'A01', name: '区民政局' }]);
  });

  it('asks instead of guessing where two columns could be the name', () => {
    const rows = [
      ['编号', '单位全称', '单位简称', '类别'],
      ['A01', '某区民政局', '民政局', '区级部门'],
    ];
    expect(readSubjects(rows)).toEqual({
      ok: false,
      problems: [],
      questions: [
        {
          ...{ sheet: '', row: 1, role: 'name' },
          columns: [
            { column: 'B', header: '单位全称', examples: ['某区民政局'] },
            { column: 'C', header: '单位简称', examples: ['民政局'] },
          ],
        },
      ],
    });
    expect(entriesOf(readSubjects(rows, '', { name: 'C' }))).toMatchObject([{ name: '民政局' }]);
    expect(readSubjects(rows, '', { name: 'A' })).toMatchObject({ questions: [{ role: 'name' }] });
    const people = [
      ['姓名', '组别', 'Name'],
      ['张三', '企业', 'Zhang San'],
    ];
    expect(readReviewers(people, [])).toMatchObject({ questions: [{ role: 'name' }] });
    const [zhang] = entriesOf(readReviewers(people, [], '', { name: 'A' }));
    expect(zhang).toMatchObject({ name: '张三', attributes: { Name: 'Zhang San' } });
  });

  it('asks which column it is where a heading has words of its own', () => {
    const rows = [
      ['编号', '单位名称', '归口', '备注'],
      ['A01', '区民政局', '部门', '新设'],
    ];
    const asked = readSubjects(rows);
    expect(asked).toMatchObject({
      problems: [],
      questions: [
        {
          ...{ row: 1, role: 'category' },
          columns: [
            { column: 'C', header: '归口', examples: ['部门'] },
            { column: 'D', header: '备注', examples: ['新设'] },
          ],
        },
      ],
    });
    expect(entriesOf(readSubjects(rows, '', { category: 'C' }))).toEqual([
      { id: 'A01', kind: 'unit', name: '区民政局', category: '部门' },
    ]);
    expect(readSubjects(rows, '', { category: 'B' })).toMatchObject({ ok: false });
    const people = [
      ['编号', '回避单位', '谁', '哪里来'],
      ['R1', '', '张三', '企业'],
    ];
    const both = readReviewers(people, [], '', { name: 'C', group: 'C' });
    expect(both).toMatchObject({ questions: [{ role: 'group', columns: [{ column: 'D' }] }] });
    const [zhang] = entriesOf(readReviewers(people, [], '', { name: 'C', group: 'D' }));
    expect(zhang).toMatchObject({ name: '张三', group: '企业', attributes: {} });
  });

  it('names every column that is missing, or says that there is no header', () => {
    expect(problemsOf(readSubjects([['编号', '类别']]))).toMatchObject([
      { code: 'no-column', role: 'name', row: 1 },
    ]);
    expect(problemsOf(readReviewers([['编号', '姓名']], []))).toMatchObject([
      { code: 'no-column', role: 'group' },
    ]);
    expect(problemsOf(readSubjects([['A01', '区民政局', '部门类']]))).toEqual([
      { sheet: '', code: 'no-header', wanted: ['name', 'category'] },
    ]);
    expect(problemsOf(readSubjects([]))).toMatchObject([{ code: 'no-header' }]);
  });

  it('names the sheet in every place', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['A 1', '', '区级部门'],
    ];
    const places = problemsOf(readSubjects(rows, '单位表'));
    expect(places.map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['单位表', 2, 'A'],
      ['单位表', 2, 'B'],
    ]);
  });
});

describe('ids', () => {
  it('compare after NFKC, trimmed, case kept', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['　Ａ０１ ', '甲局', '部门'],
      ['a01', '乙局', '部门'],
    ];
    expect(entriesOf(readSubjects(rows)).map(({ id }) => id)).toEqual(['A01', 'a01']);
  });

  it('must not be there twice, nor be missing, nor be something else', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['A01', '甲局', '部门'],
      ['Ａ01', '乙局', '部门'],
      ['', '丙局', '部门'],
      ['甲-1', '丁局', '部门'],
      ['-', '戊局', '部门'],
    ];
    expect(problemsOf(readSubjects(rows))).toEqual([
      { ...place(3, 'A', '编号'), code: 'duplicate-id', id: 'A01', firstRow: 2 },
      { ...place(4, 'A', '编号'), code: 'missing', role: 'id' },
      { ...place(5, 'A', '编号'), code: 'bad-id', id: '甲-1' },
    ]);
  });

  it('are made where there is no column of them', () => {
    const rows = [
      ['姓名', '组别'],
      ['张三', '企业'],
      ['李四', '企业'],
    ];
    const reading = readReviewers(rows, []);
    expect(entriesOf(reading).map(({ id }) => id)).toEqual(['R001', 'R002']);
    expect(notesOf(reading)).toContainEqual({
      sheet: '',
      code: 'ids-made',
      count: 2,
      first: 'R001',
      last: 'R002',
    });
  });

  it('are a count (序号) where it is whole, and made where it starts again in each category', () => {
    const table = (second: string) => [
      ['序号', '名称', '类别'],
      ['1', '甲局', '部门'],
      [second, '乙镇', '乡镇'],
    ];
    expect(entriesOf(readSubjects(table('2'))).map(({ id }) => id)).toEqual(['1', '2']);
    expect(entriesOf(readSubjects(table('1'))).map(({ id }) => id)).toEqual(['U001', 'U002']);
  });

  it('come from 编号 where 序号 stands beside it', () => {
    const rows = [
      ['序号', '编号', '名称', '类别'],
      ['1', 'A01', '甲局', '部门'],
    ];
    const reading = readSubjects(rows);
    expect(entriesOf(reading)).toMatchObject([{ id: 'A01' }]);
    expect(notesOf(reading)).toMatchObject([{ code: 'column-ignored', header: '序号' }]);
  });
});

describe('names', () => {
  const named = (name: string) =>
    readSubjects([
      ['名称', '类别'],
      [name, '部门'],
    ]);

  it('are NFC and trimmed, and keep their punctuation', () => {
    const [entry] = entriesOf(named('　 区委（区政府）“双拥”办  综合科\u200b '));
    expect(entry?.name).toBe('区委（区政府）“双拥”办 综合科');
    expect(entriesOf(named('Cafe\u0301'))[0]?.name).toBe('Café');
  });

  it.each([
    ['甲\u202e局', 'U+202E'],
    ['甲\u0007局', 'U+0007'],
    ['甲\n局', 'U+000A'],
    ['甲\u200b局', 'U+200B'],
    ['甲\ud800局', 'U+D800'],
    ['甲\u2066局', 'U+2066'],
  ])('may hold no hidden character: %j', (name, character) => {
    expect(problemsOf(named(name))).toEqual([
      { ...place(2, 'A', '名称'), code: 'bad-character', character },
    ]);
  });

  it('have at most 120 characters, counted as people count', () => {
    expect(entriesOf(named('𠮷'.repeat(120)))).toHaveLength(1);
    expect(problemsOf(named('局'.repeat(121)))).toMatchObject([
      { code: 'too-long', max: 120, length: 121 },
    ]);
  });

  it('may be equal with different ids, which is mentioned', () => {
    const rows = [
      ['编号', '姓名', '组别'],
      ['1', '王伟', '企业'],
      ['2', '王 伟', '居民'],
    ];
    const reading = readReviewers(rows, []);
    expect(entriesOf(reading)).toHaveLength(2);
    expect(notesOf(reading)).toMatchObject([{ code: 'same-name', row: 3, firstRow: 2 }]);
  });

  it('are harmless text, whatever they look like', () => {
    const nasty = ['<img src=x onerror=alert(1)>', '=1+1', '__proto__', '{"a":1}', "'; DROP TABLE"];
    const rows = [['名称', '类别'], ...nasty.map((name) => [name, '部门'])];
    expect(entriesOf(readSubjects(rows)).map(({ name }) => name)).toEqual(nasty);
  });
});

describe('rows', () => {
  it('skips blank rows and repeated headers and keeps the numbers of the others', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['A01', '甲局', '部门'],
      ['', ' ', '　'],
      ['编号', '名 称', '类别', ''],
      ['A02', '', '部门'],
      ['A03', '丙局', '部门'],
    ];
    expect(problemsOf(readSubjects(rows))).toEqual([
      { ...place(5, 'B', '名称'), code: 'missing', role: 'name' },
    ]);
  });

  it('skips a second header in the other language', () => {
    const rows = [
      ['编号', '单位名称', '类别'],
      ['ID', 'Unit', 'Category'],
      ['A01', '甲局', '部门'],
    ];
    const reading = readSubjects(rows);
    expect(entriesOf(reading)).toHaveLength(1);
    expect(notesOf(reading)).toMatchObject([{ code: 'header-repeated', row: 2 }]);
  });

  it('takes remarks above a footnote for footnotes too, but no unfinished row', () => {
    const rows = [
      ['姓名', '组别'],
      ['张三', '企业'],
      ['李四', ''],
      ['合计：2人', ''],
      ['注：以姓氏笔画为序。', ''],
      ['填表人：王五', ''],
    ];
    expect(problemsOf(readReviewers(rows, []))).toMatchObject([
      { row: 3, code: 'missing', role: 'group' },
    ]);
    const whole = readReviewers(
      rows.filter(([name]) => name !== '李四'),
      [],
    );
    expect(notesOf(whole).filter(({ code }) => code === 'footnote')).toHaveLength(3);
  });

  it('takes a last row with only its first cell for a footnote, and says so', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['A01', '甲局', '部门'],
      ['注：以上单位按编制序列排列。', '', ''],
      ['', '', ''],
    ];
    const reading = readSubjects(rows);
    expect(entriesOf(reading)).toHaveLength(1);
    expect(notesOf(reading)).toEqual([
      { sheet: '', row: 3, code: 'footnote', text: '注：以上单位按编制序列排列。' },
    ]);
  });

  it('does not take a row in the middle, or one with more cells, for a footnote', () => {
    const rows = [
      ['编号', '名称', '类别'],
      ['合计', '', ''],
      ['A01', '甲局', '部门'],
      ['合计', '77', ''],
    ];
    expect(problemsOf(readSubjects(rows))).toMatchObject([
      { row: 2, code: 'bad-id' },
      { row: 2, code: 'missing', role: 'name' },
      { row: 2, code: 'missing', role: 'category' },
      { row: 4, code: 'bad-id' },
      { row: 4, code: 'missing', role: 'category' },
    ]);
  });

  it('has something below the header, and no more than 10,000 of it', () => {
    const header = ['编号', '名称', '类别'];
    expect(problemsOf(readSubjects([header]))).toMatchObject([{ code: 'no-rows' }]);
    const many = Array.from({ length: 10_001 }, (_, n) => [`A${n}`, `局${n}`, '部门']);
    expect(entriesOf(readSubjects([header, ...many.slice(1)]))).toHaveLength(10_000);
    expect(problemsOf(readSubjects([header, ...many]))).toEqual([
      { sheet: '', code: 'too-many-rows', max: 10_000 },
    ]);
  });

  it('reports all problems and not only the first', () => {
    const rows = [
      ['编号', '姓名', '组别', '回避单位'],
      ['R1', '', '', '没有的局'],
      ['R1', '李四', '企业', 'Z9、A01'],
    ];
    expect(problemsOf(readReviewers(rows, UNITS)).map(({ row, code }) => [row, code])).toEqual([
      [2, 'missing'],
      [2, 'missing'],
      [2, 'unknown-subject'],
      [3, 'duplicate-id'],
      [3, 'unknown-subject'],
    ]);
  });

  it('spells a category as it was spelt first', () => {
    const rows = [
      ['名称', '类别'],
      ['甲', 'Ａ类'],
      ['乙', 'A类 '],
      ['丙', 'a 类'],
    ];
    const spelt = entriesOf(readSubjects(rows)).map(({ category }) => category);
    expect(new Set(spelt)).toEqual(new Set(['Ａ类']));
  });
});

describe('former names', () => {
  const read = (heading: string, cell: string) =>
    readSubjects([
      ['编号', '单位名称', '类别', heading],
      ['A01', '区数据局', '区级部门', cell],
    ]);

  it.each([
    ['曾用名', '区大数据局', ['区大数据局']],
    ['原单位名称', '区信息办；区大数据局\n区大数据局', ['区信息办', '区大数据局']],
    ['Former names', '区党史研究室、区地方志办', ['区党史研究室、区地方志办']],
    ['曾用名', '无', []],
    ['曾用名', '', []],
  ])('under %s: %j is %j', (heading, cell, names) => {
    expect(entriesOf(read(heading, cell))[0]?.formerly).toEqual(names);
  });

  it('says nothing of them without such a column', () => {
    expect(entriesOf(read('备注', '区大数据局'))[0]).not.toHaveProperty('formerly');
  });

  it.each([
    ['#REF!', 'failed-formula'],
    ['####', 'too-narrow'],
    ['区\u200b局', 'bad-character'],
    ['局'.repeat(121), 'too-long'],
    [Array.from({ length: 80 }, (_, n) => `区第${String(n)}号办事处`).join(';'), 'too-long'],
  ])('takes no %j', (cell, code) => {
    expect(problemsOf(read('曾用名', cell))).toEqual([
      expect.objectContaining({ row: 2, column: 'D', header: '曾用名', code }),
    ]);
  });
});

describe('recusals', () => {
  it.each(['', ' ', '无', '/', '／', '—', '——', '-', '－', '无 ', 'None', '、'])(
    'has none in %j',
    (cell) => {
      expect(entriesOf(recusalsIn(cell))[0]?.recusals).toEqual([]);
    },
  );

  it.each([
    ['A01', ['A01']],
    [' ａ01'.toUpperCase(), ['A01']],
    ['区发展改革委', ['A02']],
    ['区发展 改革委', ['A02']],
    ['A01、A02', ['A01', 'A02']],
    ['A01,A02', ['A01', 'A02']],
    ['A01，区发展改革委', ['A01', 'A02']],
    ['A01;A02；A01', ['A01', 'A02']],
    ['A01\r\nA02\n', ['A01', 'A02']],
    ['区党史研究室、区地方志办', ['A03']],
    ['A01；区党史研究室、区地方志办；A02', ['A01', 'A03', 'A02']],
  ])('reads %j', (cell, expected) => {
    expect(entriesOf(recusalsIn(cell))[0]?.recusals).toEqual(expected);
  });

  it('names what is no unit, and what could be two', () => {
    expect(problemsOf(recusalsIn('A01、区审计局、a02'))).toEqual([
      { ...place(2, 'C', '回避单位'), code: 'unknown-subject', text: '区审计局' },
      { ...place(2, 'C', '回避单位'), code: 'unknown-subject', text: 'a02' },
    ]);
    expect(problemsOf(recusalsIn('同名局'))).toEqual([
      {
        ...place(2, 'C', '回避单位'),
        code: 'ambiguous-subject',
        text: '同名局',
        ids: ['A04', 'A05'],
      },
    ]);
    expect(entriesOf(recusalsIn('A05'))[0]?.recusals).toEqual(['A05']);
  });

  it('stays quick on a hostile cell', () => {
    const work = (n: number) => {
      expect(problemsOf(recusalsIn('x、'.repeat(n)))).toHaveLength(n);
    };
    expect(growth(work, 2500)).toBeLessThan(PROPORTIONAL);
  });
});

describe('attributes', () => {
  it('are all further columns with a heading, in NFC; empty cells are left out', () => {
    const rows = [
      ['姓名', '组别', 'Re\u0301gion', '性 别', '', '序号'],
      ['张三', '企业', '南屏镇', '', 'x', '1'],
    ];
    const reading = readReviewers(rows, []);
    // 序号 is whole, so it serves as the ids.
    expect(entriesOf(reading)).toMatchObject([{ id: '1', attributes: { Région: '南屏镇' } }]);
    expect(notesOf(reading)).toMatchObject([
      { code: 'column-ignored', column: 'E', header: '' },
      { code: 'attributes', keys: ['Région', '性 别'] },
    ]);
  });

  it('must not have one heading twice', () => {
    const rows = [
      ['姓名', '组别', '备注', '备注'],
      ['张三', '企业', 'a', 'b'],
    ];
    expect(problemsOf(readReviewers(rows, []))).toMatchObject([
      { code: 'column-twice', column: 'D', header: '备注' },
    ]);
  });

  it('pollute nothing', () => {
    const rows = [
      ['姓名', '组别', '__proto__', 'constructor'],
      ['张三', '企业', 'x', 'y'],
    ];
    const [entry] = entriesOf(readReviewers(rows, []));
    expect(Object.entries(entry?.attributes ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('CSV', () => {
  const HEADER = '编号,名称,类别';

  it.each([
    ['comma', `${HEADER}\nA01,"甲,乙局",部门\n`],
    ['semicolon', '编号;名称;类别\nA01;"甲,乙局";部门'],
    ['tab', '编号\t名称\t类别\r\nA01\t甲,乙局\t部门\r\n'],
    ['sep=', 'sep=;\r\n编号;名称;类别\r\nA01;甲,乙局;部门'],
    ['BOM', `\ufeff${HEADER}\r\nA01,"甲,乙局",部门`],
  ])('is read with %s', (_, text) => {
    expect(entriesOf(readSubjects(rowsOf(utf8(text))))).toMatchObject([
      { id: 'A01', name: '甲,乙局', category: '部门' },
    ]);
  });

  it('counts rows as a spreadsheet does, line breaks in cells and blank lines included', () => {
    const rows = rowsOf(utf8(`"名\n单",,\n\n${HEADER}\nA01,甲局,\n`));
    expect(problemsOf(readSubjects(rows))).toMatchObject([{ row: 4, column: 'C' }]);
  });

  it('says what is wrong with a file as a whole', () => {
    expect(flawOf(Uint8Array.from([0x50, 0x4b, 3, 4, 20]))?.code).toBe('damaged');
    expect(flawOf(Uint8Array.from([]))?.code).toBe('file-empty');
    expect(flawOf(utf8(' \r\n\t'))?.code).toBe('file-empty');
    expect(flawOf(utf8(`${HEADER}\nA01,"甲,部门\nA02,乙,部门\n`))).toMatchObject({
      code: 'bad-quotes',
      row: 2,
    });
    expect(flawOf(utf8(`${HEADER}\nA01,甲"x"局,部门\n`))?.code).toBe('bad-quotes');
    expect(flawOf(utf8(`${'a,'.repeat(200)}b\n`))).toMatchObject({
      code: 'too-many-columns',
      row: 1,
    });
    expect(flawOf(utf8('x\n'.repeat(30_000)))?.code).toBe('too-many-rows');
    expect(flawOf(new Uint8Array(10_000_001).fill(97))?.code).toBe('file-too-large');
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        if (!flawOf(bytes)) readReviewers(rowsOf(bytes), UNITS);
      }),
      { seed: seed(20261121), numRuns: repetitions(500, 20 * 500) },
    );
  });
});

it('never throws on any table, and gives entries or problems that are never both empty', () => {
  const words = [
    '编号',
    '姓名',
    '名称',
    '组别',
    '类别',
    '回避单位',
    '序号',
    'A01',
    '无',
    '',
    '\u202e',
  ];
  const cell = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary', maxLength: 8 }));
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 });
  fc.assert(
    fc.property(table, (rows) => {
      for (const reading of [readSubjects(rows), readReviewers(rows, UNITS)])
        expect(
          reading.ok
            ? reading.entries.length
            : reading.problems.length + (reading.questions?.length ?? 0),
        ).toBeGreaterThan(0);
    }),
    { seed: seed(20261121), numRuns: repetitions(1000, 20 * 1000) },
  );
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
  ]);
});
