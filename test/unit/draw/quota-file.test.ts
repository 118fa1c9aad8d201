// Quotas and pools in files: every layout and dialect, and each flaw by its row.

import { describe, expect, test } from 'vitest';
import { sheetsOf } from '../../../server/roster/file.ts';
import {
  readPool,
  readQuotas,
  type TableFlaw,
  type TableRows,
} from '../../../shared/draw/lottery/quota-file.ts';
import { quotasText } from '../../../shared/text/quotas.ts';

const QUOTAS = [
  { a: 'gender', v: 'female', min: 4, max: 6 },
  { a: 'gender', v: 'male', min: 4, max: 6 },
];

/** As a file is read, from its bytes. */
function rowsOf(bytes: Uint8Array): TableRows {
  return sheetsOf(bytes)[0]!.read().rows;
}
const text = (written: string) => rowsOf(new TextEncoder().encode(written));
const table = (...lines: readonly string[]) => lines.map((line) => line.split(','));

describe('readQuotas', () => {
  test.each([
    ['category,feature,min,max\ngender,female,4,6\ngender,male,4,6\n'],
    ['FeatureName,ValueName,MinQuota,MaxQuota\r\ngender,female,4,6\r\ngender,male,4,6\r\n'],
    ['feature,value,min,max\ngender,female,4,6\ngender,male,4,6'],
    ['feature,value,min,max,min_flex,max_flex\ngender,female,4,6,0,9\ngender,male,4,6,0,9'],
    ['\ufeffcategory,feature,min,max\r\n"gender","female","4","6"\r\n"gender","male","4","6"\r\n'],
    [
      ' category , feature , min , max \n gender , female , 4 , 6 \n\n gender , male , 4 , 6 \n,,,\n',
    ],
    ['note,max,min,feature,category\n"a, b",6,4,female,gender\n"c ""d""",6,4,male,gender\n'],
    ['Category;Feature;Min;Max\ngender;female;4;6\ngender;male;4;6\n'],
    ['category\tfeature\tmin\tmax\ngender\tfemale\t4.0\t6\ngender\tmale\t４\t6\n'],
  ])('reads %j', (written) => {
    expect(readQuotas(text(written))).toEqual({ ok: true, value: QUOTAS });
  });

  test('reads GB18030, and a workbook’s cells alike', () => {
    // "类别" stands for nothing here: names of columns are the layouts', values are Chinese.
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('category,feature,min,max,'),
      ...[0xc3, 0xfb, 0xb3, 0xc6], // 名称
      ...new TextEncoder().encode('\r\n'),
      ...[0xd0, 0xd4, 0xb1, 0xf0], // 性别
      ...new TextEncoder().encode(','),
      ...[0xc5, 0xae], // 女
      ...new TextEncoder().encode(',4,6,\r\n'),
    ]);
    expect(readQuotas(rowsOf(bytes))).toEqual({
      ok: true,
      value: [{ a: '性别', v: '女', min: 4, max: 6 }],
    });
  });

  test.each([
    [table('a,b,c,d', 'x,y,1,2'), { code: 'quota-head', found: ['a', 'b', 'c', 'd'] }],
    [[], { code: 'quota-head', found: [] }],
    [table('category,feature,min,max'), { code: 'quota-none' }],
    [
      table('category,feature,min,max', 'x,,1,2'),
      { code: 'quota-blank', row: 2, column: 'feature' },
    ],
    [
      table('category,feature,min,max', 'x,y,1,2', '', 'x,z,one,2'),
      { code: 'quota-number', row: 4, column: 'min', found: 'one' },
    ],
    [
      table('category,feature,min,max', 'x,y,1.5,2'),
      { code: 'quota-number', row: 2, column: 'min', found: '1.5' },
    ],
    [
      table('category,feature,min,max', 'x,y,-1,2'),
      { code: 'quota-number', row: 2, column: 'min', found: '-1' },
    ],
    [table('category,feature,min,max', 'x,y,3,2'), { code: 'quota-order', row: 2, min: 3, max: 2 }],
    [
      table('category,feature,min,max', 'x,y,1,2', 'x,y,1,2'),
      { code: 'quota-twice', row: 3, a: 'x', v: 'y' },
    ],
    [
      table('category,feature,min,max', 'x,y|z,1,2'),
      { code: 'quota-character', row: 2, found: 'y|z' },
    ],
  ] as const)('refuses %j', (rows, flaw) => {
    expect(readQuotas(rows)).toEqual({ ok: false, flaw });
    said(flaw);
  });
});

describe('readPool', () => {
  test.each([
    ['name,id,gender\nAnn,a7,female\nBob,b2,male\n', ['a7', 'b2']],
    ['编号,gender,name\nR001,female,安\nR002,male,博\n', ['R001', 'R002']],
    ['name,gender\nAnn,female\n\nBob, male \n', ['1', '2']],
    ['nationbuilder_id,Gender ,no\n17,female,1\n9,male,2\n', ['17', '9']],
    ['"name","gender"\r\n"Smith, Ann","female"\r\n"Bob ""B"" Lee","male"\r\n', ['1', '2']],
  ])('reads %j', (written, ids) => {
    expect(readPool(text(written), QUOTAS)).toEqual({
      ok: true,
      value: ids.map((id, n) => ({ id, a: { gender: n === 0 ? 'female' : 'male' } })),
    });
  });

  test('a column that is a category is no id, and names are taken as they are before they are taken loosely', () => {
    const quotas = [{ a: 'id', v: 'x', min: 0, max: 2 }];
    expect(readPool(table('ID,id', 'y,x', 'z,x'), quotas)).toEqual({
      ok: true,
      value: [
        { id: 'y', a: { id: 'x' } },
        { id: 'z', a: { id: 'x' } },
      ],
    });
  });

  test.each([
    [[], { code: 'pool-none' }],
    [table('gender'), { code: 'pool-none' }],
    [table('sex,age', 'male,7'), { code: 'pool-head', a: 'gender', found: ['sex', 'age'] }],
    [table('gender,gender', 'male,male'), { code: 'pool-head-twice', a: 'gender' }],
    [table('id,gender', 'a,male', 'b,'), { code: 'pool-blank', row: 3, a: 'gender' }],
    [
      table('id,gender', 'a,Male'),
      { code: 'pool-value', row: 2, a: 'gender', v: 'Male', known: ['female', 'male'] },
    ],
    [table('id,gender', 'a,male', ',male'), { code: 'pool-id-blank', row: 3, column: 'id' }],
    [table('id,gender', 'a,male', 'a,male'), { code: 'pool-id-twice', row: 3, id: 'a' }],
  ] as const)('refuses %j', (rows, flaw) => {
    expect(readPool(rows, QUOTAS)).toEqual({ ok: false, flaw });
    said(flaw);
  });
});

/** What is wrong stands in the sentence, in both languages. */
function said(flaw: TableFlaw): void {
  for (const language of ['zh', 'en'] as const) {
    const sentence = quotasText[language].flaw(flaw);
    expect(sentence).not.toMatch(/undefined|\[object/);
    if ('row' in flaw) expect(sentence).toContain(String(flaw.row));
    if ('a' in flaw) expect(sentence).toContain(flaw.a);
  }
}
