// Rosters as people have them (RULES.md §5): files made by LibreOffice and by hand, over HTTP.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { ReviewerId } from '../../shared/ids.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';
import type { Choices, Note, Problem, Question } from '../../shared/roster/problem.ts';
import { noteSentence, problemSentence } from '../../shared/text/roster.ts';
import { moderator, startServer, type TestServer } from '../with-server.ts';

const ROSTERS = new URL('../vectors/rosters/', import.meta.url);

interface Answer {
  readonly ok: boolean;
  readonly stored: boolean;
  readonly count: number;
  readonly sheet: string;
  readonly columns: readonly { readonly role: string; readonly column: string }[];
  readonly sample: readonly Record<string, unknown>[];
  readonly notes: readonly Note[];
  readonly expects: { readonly item: string | null; readonly touched: number };
  readonly standing: string;
  readonly problems: readonly Problem[];
  readonly questions?: readonly Question[];
  readonly refusal?: { readonly code: string };
}

let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  const seven = await send('subjects', vector('units.xlsx'));
  await send('subjects', vector('units.xlsx'), { store: seven.expects });
});

afterAll(async () => {
  staff.close();
  await server.stop();
});

function vector(name: string): Buffer {
  return readFileSync(new URL(name, ROSTERS));
}

interface Sending {
  /** What the preview was understood against; without it nothing is stored. */
  readonly store?: Answer['expects'];
  readonly choices?: Choices;
  readonly name?: string;
}

async function send(
  kind: 'subjects' | 'reviewers',
  bytes: Uint8Array,
  { store, choices, name = '名单.xlsx' }: Sending = {},
): Promise<Answer> {
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/import/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie: staff.cookie },
    body: JSON.stringify({
      file: name,
      base64: Buffer.from(bytes).toString('base64'),
      store: store !== undefined,
      expects: store ?? { item: null, touched: 0 },
      ...(choices ? { choices } : {}),
    }),
    signal: AbortSignal.timeout(30_000),
  });
  const answer = (await response.json()) as Answer;
  expect([answer.ok, response.status]).toEqual([answer.ok, answer.ok ? 200 : 400]);
  return answer;
}

const UNITS = [
  { id: 'A01', name: '区政府办公室', category: '区级部门' },
  { id: 'A02', name: '区发展改革委', category: '区级部门' },
  { id: 'A03', name: '区党史研究室、区地方志办', category: '区级部门' },
  { id: 'B01', name: '区税务局', category: '双管单位' },
  { id: 'C01', name: '青溪镇', category: '乡镇' },
  { id: 'D01', name: '北桥街道', category: '街道' },
];
/** As many as a preview shows. */
const SAMPLE = UNITS.slice(0, 5);

describe('a list of units is read from', () => {
  it.each([
    ['units.xlsx', '名单'],
    ['units.ods', '名单'],
    ['prefixed-inline.xlsx', '名单'],
    ['units-utf8.csv', ''],
    ['units-gb18030.csv', ''],
    ['units-semicolon-bom.csv', ''],
    ['units-tab-utf16.txt', ''],
  ])('%s', async (file, sheet) => {
    const answer = await send('subjects', vector(file));
    expect(answer).toMatchObject({ ok: true, stored: false, count: 6, sheet, notes: [] });
    expect(answer.sample).toEqual(SAMPLE);
  });

  it('content, whatever the file is called', async () => {
    const misnamed = await send('subjects', vector('units.xlsx'), { name: 'units.csv' });
    expect(misnamed.sample).toEqual(SAMPLE);
    const text = await send('subjects', vector('units-gb18030.csv'), { name: 'units.xlsx' });
    expect(text.sample).toEqual(SAMPLE);
  });

  it('says where a file belongs that is the other roster, and takes none of it', async () => {
    const units = Buffer.from('一览表,,\n编号,单位全称,所属类别\n1,区财政局,部门\n');
    const people = Buffer.from('序号,代表姓名,代表类别\n1,孙志洋,人大代表\n');
    expect(await send('subjects', people)).toMatchObject({
      problems: [{ code: 'other-roster', is: 'reviewers' }],
    });
    expect(await send('reviewers', units)).toMatchObject({
      problems: [{ code: 'other-roster', is: 'subjects' }],
    });
    expect((await send('subjects', units)).count).toBe(1);
  });

  it.each(['titles-merged-footnotes.xlsx', 'titles-merged-footnotes.ods'])(
    'under title rows, above footnotes, with merged categories: %s',
    async (file) => {
      const { sample, columns, notes } = await send('subjects', vector(file));
      expect(sample).toEqual([
        UNITS[0],
        UNITS[1],
        UNITS[2],
        UNITS[4],
        { id: 'C02', name: '回龙乡', category: '乡镇' },
      ]);
      expect(columns).toEqual([
        { role: 'category', column: 'A', header: '类别' },
        { role: 'name', column: 'B', header: '单位名称' },
        { role: 'id', column: 'C', header: '编号' },
      ]);
      expect(notes).toEqual([
        { sheet: '评议单位', row: 11, code: 'footnote', text: '合计：5家' },
        { sheet: '评议单位', row: 12, code: 'footnote', text: '注：以上单位按编制序列排列。' },
      ]);
    },
  );

  it.each(['cover-hidden-rows.xlsx', 'cover-hidden-rows.ods'])(
    'the first visible sheet with a header, hidden rows included: %s',
    async (file) => {
      const answer = await send('subjects', vector(file));
      expect(answer).toMatchObject({ sheet: '单位名单', sample: SAMPLE });
      expect(answer.notes).toEqual([
        { sheet: '', code: 'other-sheets', names: ['封面', '去年', '草稿'] },
        { sheet: '单位名单', code: 'hidden-rows', rows: [3, 5] },
      ]);
    },
  );

  it('cells with full-width forms and ideographic spaces', async () => {
    const { sample } = await send('subjects', vector('widths.xlsx'));
    expect(sample).toEqual([
      UNITS[0],
      UNITS[1],
      { id: 'C01', name: '区委（区政府）“双拥”办', category: '乡镇' },
    ]);
  });
});

describe('a pool of reviewers is read', () => {
  it('with English headings in any order', async () => {
    const { sample, notes } = await send('reviewers', vector('english-reordered.xlsx'));
    expect(sample).toEqual([
      { id: 'R-1', name: 'Zhang San', group: 'Deputies', recusals: ['A01', 'B01'] },
      { id: 'R-2', name: 'Li Si', group: 'Residents', recusals: [] },
    ]);
    expect(notes).toMatchObject([{ code: 'attributes', keys: ['Region', 'Gender'] }]);
  });

  it('with recusals by name, separators within the names, and every word for none', async () => {
    const { sample, notes } = await send('reviewers', vector('recusals-by-name.xlsx'));
    expect(sample.map(({ id, recusals }) => [id, recusals])).toEqual([
      ['R001', ['A03']],
      ['R002', ['B01', 'A03', 'A01']],
      ['R003', ['C01', 'D01']],
      ['R004', []],
      ['R005', []],
    ]);
    expect(notes).toMatchObject([{ code: 'ids-made', count: 6, first: 'R001', last: 'R006' }]);
  });

  it('with numbers, dates and padded ids as the sheet shows them, attributes included', async () => {
    const preview = await send('reviewers', vector('numbers.xlsx'));
    expect(preview.sample.map(({ id }) => id)).toEqual(['1', '2', '003', '004']);
    await send('reviewers', vector('numbers.xlsx'), { store: preview.expects });
    const { directory } = server.app.halls.byCode(staff.meeting)!.world;
    const people = [...directory.values()].filter(({ kind }) => kind === 'reviewer');
    expect(people.map(({ attributes }) => attributes)).toEqual([
      { 出生日期: '1986-01-10', 届别: '15', 电话: '013800000001' },
      { 出生日期: '1990-12-31', 届别: '15', 电话: '013800000002' },
      { 届别: '0.1', 电话: '13800000003' },
      {},
    ]);
  });

  it('with rich text, phonetic marks, escapes, and days counted from 1904', async () => {
    const { sample, notes } = await send('reviewers', vector('rich-text.xlsx'));
    expect(sample).toEqual([{ id: 'R1', name: '张 三', group: '企业 & 工会 组', recusals: [] }]);
    expect(notes).toMatchObject([
      { code: 'dates', column: 'D', header: '出生日期', text: '1986-02-19' },
      { code: 'attributes', keys: ['出生日期'] },
    ]);
  });
});

describe('what is wrong is named', () => {
  it('by sheet, row and column, with the remedy, and nothing is stored', async () => {
    const before = server.app.halls.byCode(staff.meeting)!.world.meeting;
    const { expects } = await send('reviewers', vector('recusals-by-name.xlsx'));
    const { problems } = await send('reviewers', vector('wrong.xlsx'), { store: expects });
    const sheet = '代表';
    expect(problems).toEqual([
      { sheet, row: 4, column: 'A', header: '编号', code: 'duplicate-id', id: 'R1', firstRow: 3 },
      { sheet, row: 4, column: 'E', header: '回避单位', code: 'unknown-subject', text: '区审计局' },
      { sheet, row: 5, column: 'B', header: '姓名', code: 'missing', role: 'name' },
      { sheet, row: 5, column: 'E', header: '回避单位', code: 'unknown-subject', text: 'Z9' },
      { sheet, row: 6, column: 'A', header: '编号', code: 'bad-id', id: 'R 4' },
      { sheet, row: 7, column: 'C', header: '组别', code: 'missing', role: 'group' },
    ]);
    expect(problemSentence('zh', problems[0]!)).toBe(
      '工作表“代表”，第4行，A列“编号”：编号“R1”与第3行重复。请给其中一行换一个编号。',
    );
    expect(problemSentence('en', problems[1]!)).toMatch(
      /^Sheet “代表”, Row 4, Column E “回避单位”: .*not among the units\. Check the name or ID/,
    );
    expect(server.app.halls.byCode(staff.meeting)!.world.meeting).toBe(before);
  });

  it('as a question where two columns could be the name; the answer is sent with the file', async () => {
    const bytes = vector('two-names.xlsx');
    const asked = await send('subjects', bytes);
    expect(asked).toMatchObject({ ok: false, problems: [] });
    expect(asked.questions).toEqual([
      {
        ...{ sheet: '名单', row: 1, role: 'name' },
        columns: [
          { column: 'B', header: '单位全称', examples: ['某市某区民政局', '某市某区教育局'] },
          { column: 'C', header: '单位简称', examples: ['区民政局', '区教育局'] },
        ],
      },
    ]);
    const short = await send('subjects', bytes, { choices: { name: 'C' } });
    expect(short.sample.map(({ name }) => name)).toEqual(['区民政局', '区教育局']);
    expect(short.notes).toMatchObject([{ code: 'column-ignored', header: '单位全称' }]);
    // A letter that was not offered is no answer.
    const again = await send('subjects', bytes, { choices: { name: 'D' } });
    expect(again.questions).toHaveLength(1);
  });
});

it('what a failed formula shows is nobody', async () => {
  expect((await send('reviewers', vector('failed-formula.xlsx'))).problems).toEqual([
    {
      ...{ sheet: '代表', row: 3, column: 'A', header: '姓名' },
      ...{ code: 'failed-formula', text: '#REF!' },
    },
  ]);
});

describe('a file that is no roster, or means harm, gets a sentence', () => {
  it.each([
    ['units.xls', { code: 'other-format', format: 'xls' }, /另存为“Excel工作簿（.xlsx）”/],
    ['web-page.xls', { code: 'other-format', format: 'web-page' }, /另存为/],
    ['picture.xlsx', { code: 'not-a-table' }, /不是表格/],
    ['letter.xlsx', { code: 'not-a-table' }, /不是表格/],
    ['password.xlsx', { code: 'password' }, /去掉密码/],
    ['truncated.xlsx', { code: 'damaged' }, /已损坏/],
    ['broken-sheet.xlsx', { code: 'damaged', sheet: '名单' }, /工作表“名单”：文件已损坏/],
    ['billion-laughs.xlsx', { code: 'damaged', sheet: '名单' }, /已损坏/],
    ['says-smaller.xlsx', { code: 'damaged' }, /已损坏/],
    ['says-larger.xlsx', { code: 'damaged' }, /已损坏/],
    ['zip-bomb.xlsx', { code: 'too-heavy' }, /展开后太大/],
    ['overlapping-bomb.xlsx', { code: 'too-heavy' }, /展开后太大/],
    [
      'far-row.xlsx',
      { code: 'stray-cell', row: 1_048_576, column: 'A' },
      /第1048576行，A列：.*删去/,
    ],
  ])('%s', async (file, problem, sentence) => {
    const answer = await send('subjects', vector(file));
    expect(answer.problems[0]).toMatchObject(problem);
    expect(problemSentence('zh', answer.problems[0]!)).toMatch(sentence);
  });

  it('a PDF, a lone binary, a text in no known encoding, nothing at all', async () => {
    const codeOf = async (bytes: Uint8Array) => (await send('subjects', bytes)).problems[0]?.code;
    expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('not-a-table');
    expect(await codeOf(Buffer.from([1, 2, 3, 0, 255]))).toBe('not-a-table');
    expect(await codeOf(Buffer.from([0xb1, 0xe0, 0xba, 0xff, 0xff]))).toBe('unknown-encoding');
    expect(await codeOf(Buffer.from(''))).toBe('file-empty');
    expect(await codeOf(Buffer.from('PK\x05\x06'.padEnd(22, '\0')))).toBe('not-a-table');
  });

  it('every cut of a workbook, none of them a crash', async () => {
    const whole = vector('units.xlsx');
    for (let length = 1; length < whole.length; length += 397) {
      const { problems } = await send('subjects', whole.subarray(0, length));
      expect(problems).toHaveLength(1);
    }
  });
});

describe('large rosters', () => {
  it('of 10,000 reviewers are read from XLSX, and nobody waits for them meanwhile', async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => [
      ...[`R${n + 1}`, `代表${n + 1}`, `第${n % 4}组`, '女', '南屏镇'],
      n % 5 === 0 ? '区党史研究室、区地方志办；A01' : '无',
    ]);
    const header = ['编号', '姓名', '组别', '性别', '区域', '回避单位'];
    const bytes = await writeXlsxFile([header, ...rows]).toBuffer();
    const reading = send('reviewers', bytes);
    const state = { done: false };
    let others = 0;
    void reading.finally(() => (state.done = true));
    while (!state.done) {
      await fetch(`${server.origin}/api/meetings`);
      others += 1;
    }
    const answer = await reading;
    expect(answer).toMatchObject({ ok: true, count: 10_000 });
    // Read on the loop, one would wait until the list is read, and be the last.
    expect(others, 'answers to others meanwhile').toBeGreaterThan(20);
  });

  it('wait in a line, and are refused where the line is long', async () => {
    const body = JSON.stringify({
      ...{ file: 'a.xlsx', base64: vector('units.xlsx').toString('base64') },
      ...{ store: false, expects: { item: null, touched: 0 } },
    });
    const post = () =>
      fetch(`${server.origin}/m/${staff.meeting}/api/import/subjects`, {
        method: 'POST',
        headers: {
          ...{ 'content-type': 'application/json' },
          ...{ origin: server.origin, cookie: staff.cookie },
        },
        body,
      });
    const all = await Promise.all(Array.from({ length: 16 }, post));
    const answers = all.map(({ status }) => status);
    expect(new Set(answers)).toEqual(new Set([200, 429]));
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(8);
  });
});

describe('storing', () => {
  it('is refused once the rosters have moved on, and changes nothing the second time', async () => {
    const other = await startServer();
    const clerk = await moderator(other);
    const [home, desk] = [server, staff];
    [server, staff] = [other, clerk];
    try {
      const first = await send('subjects', vector('units.xlsx'));
      expect((await send('subjects', vector('units.xlsx'), { store: first.expects })).stored).toBe(
        true,
      );
      const stale = await send('subjects', vector('units.xlsx'), { store: first.expects });
      expect(stale.refusal).toEqual({ code: 'stale' });

      const { meeting } = other.app.halls.byCode(clerk.meeting)!.world;
      const second = await send('subjects', vector('units.ods'));
      expect(second.standing).not.toBe(first.standing);
      const stored = await send('subjects', vector('units.ods'), { store: second.expects });
      expect(stored).toMatchObject({ ok: true, stored: true, count: 6 });
      expect(other.app.halls.byCode(clerk.meeting)!.world.meeting).toBe(meeting);

      // The preview tells what it was made against, so the next roster can follow at once.
      const people = await send('reviewers', vector('recusals-by-name.xlsx'));
      const kept = await send('reviewers', vector('recusals-by-name.xlsx'), {
        store: people.expects,
      });
      expect(kept.stored).toBe(true);
    } finally {
      [server, staff] = [home, desk];
      clerk.close();
      await other.stop();
    }
  });
});

describe('the template', () => {
  const template = async (kind: string, language: string, cookie = staff.cookie) => {
    const url = `${server.origin}/api/roster-template/${kind}.xlsx?language=${language}`;
    return fetch(url, { headers: { cookie } });
  };

  it.each(['zh', 'en'])('can be imported as it is: %s', async (language) => {
    const units = Buffer.from(await (await template('subjects', language)).arrayBuffer());
    const preview = await send('subjects', units);
    expect(preview).toMatchObject({ ok: true, count: 3, notes: [] });
    expect(preview.columns.map(({ role }) => role)).toEqual(['id', 'name', 'category']);
    await send('subjects', units, { store: preview.expects });

    const people = Buffer.from(await (await template('reviewers', language)).arrayBuffer());
    const { sample, columns } = await send('reviewers', people);
    expect(sample.map(({ recusals }) => recusals)).toEqual([[], ['B01'], ['A01', 'C01']]);
    expect(columns.map(({ role }) => role)).toEqual(['id', 'name', 'group', 'recusals']);
  });

  it('is a workbook with a name of its own, for staff only', async () => {
    const response = await template('subjects', 'zh');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('评议单位'));
    expect((await template('subjects', 'zh', '')).status).toBe(401);
    expect((await template('others', 'zh')).status).toBe(400);
  });
});

it('every note and problem has its sentence in both languages', async () => {
  const { notes } = await send('subjects', vector('cover-hidden-rows.xlsx'));
  expect(notes.map((note) => noteSentence('zh', note))).toEqual([
    '只读了一张工作表，没有读的有：“封面”、“去年”、“草稿”。',
    '工作表“单位名单”：第3、5行在表格里是隐藏的，也读进来了。',
  ]);
  expect(notes.map((note) => noteSentence('en', note))).toEqual([
    'Only one sheet was read; not read: “封面”, “去年”, “草稿”.',
    'Sheet “单位名单”: Rows 3, 5 are hidden in the sheet. They were read too.',
  ]);
  const damaged = problemSentence('en', { sheet: 'List', code: 'damaged' });
  expect(damaged).toMatch(/^Sheet “List”: The file is damaged/);
});

it('what a person has declared and the file does not say is noted first, and stays', async () => {
  const [units, one] = [await send('subjects', vector('units.xlsx')), csv('R1,张明,甲,A01')];
  await send('subjects', vector('units.xlsx'), { store: units.expects });
  await send('reviewers', one, { store: (await send('reviewers', one)).expects });
  const recusal = { type: 'DeclareRecusal', reviewer: 'R1', subject: 'B01' } as const;
  await staff.run(recusal as StaffCommand);

  const again = await send('reviewers', one);
  expect(again).toMatchObject({ change: { nothing: true } });
  expect(again.notes.map((note) => noteSentence('zh', note))).toEqual([
    '张明（R1）登记过回避区税务局，文件里没有写，导入后仍然有效。',
  ]);
  const other = await send('reviewers', csv('R1,李四,甲,无'));
  expect(other.notes.map((note) => noteSentence('en', note))).toEqual([
    'R1 was “张明” and is “李四” in the file: the declared recusal from 区税务局 stays with R1. If this is somebody else, give “李四” another ID.',
  ]);
  const without = await send('reviewers', csv('R2,王五,甲,无'));
  expect(without.notes).toMatchObject([{ code: 'declared-rests', id: 'R1', name: '张明' }]);
  // Declared while the corrected file is being looked at: neither stale nor lost.
  const corrected = csv('R1,张明,甲,C01', 'R2,王五,甲,无');
  const { expects } = await send('reviewers', corrected);
  await staff.run({ ...recusal, subject: 'D01' } as StaffCommand);
  expect((await send('reviewers', corrected, { store: expects })).stored).toBe(true);
  const { pool } = server.app.halls.byCode(staff.meeting)!.world.meeting;
  expect(pool.get('R1' as ReviewerId)?.recusals).toEqual(['C01', 'B01', 'D01']);
});

it('a list of who was drawn is read from a workbook by its headings, for staff, and stores nothing', async () => {
  const rows = [['2025年度抽中'], ['序号', '单位名称', '编号'], ['1', '区教育局', 'A05']];
  const base64 = (
    await writeXlsxFile(rows.map((cells) => cells.map((value) => ({ value })))).toBuffer()
  ).toString('base64');
  const ask = (body: object, cookie = staff.cookie) =>
    fetch(`${server.origin}/m/${staff.meeting}/api/import/drawn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, cookie },
      body: JSON.stringify({ file: '抽中.xlsx', base64, of: 'units', ...body }),
    });
  const before = server.app.halls.byCode(staff.meeting)!.world;
  expect(await (await ask({})).json()).toEqual({
    ...{ ok: true, entries: [{ id: 'A05', name: '区教育局' }] },
  });
  const other = await ask({ of: 'people' });
  expect(other.status).toBe(400);
  expect(await other.json()).toMatchObject({ problems: [{ code: 'no-header' }] });
  expect((await ask({}, '')).status).toBe(401);
  expect((await ask({ of: 'groups' })).status).toBe(400);
  expect(server.app.halls.byCode(staff.meeting)!.world).toBe(before);
});

const csv = (...rows: readonly string[]) =>
  Buffer.from(['编号,姓名,组别,回避单位', ...rows].join('\n'));
