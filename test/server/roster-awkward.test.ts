// What spreadsheets, encodings and hands do to single cells (RULES.md §5): each is named, over HTTP.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { RosterChange } from '../../shared/meeting/roster-change.ts';
import type { Note, Problem } from '../../shared/roster/problem.ts';
import { noteSentence, problemSentence } from '../../shared/text/roster.ts';
import { workbookParts, zipOf } from '../vectors/rosters/xlsx-by-hand.ts';
import { moderator, startServer, type TestServer } from '../with-server.ts';

interface Answer {
  readonly ok: boolean;
  readonly stored: boolean;
  readonly count: number;
  readonly sample: readonly {
    readonly id: string;
    readonly name: string;
    readonly group?: string;
    readonly recusals?: readonly string[];
  }[];
  readonly notes: readonly Note[];
  readonly change: RosterChange;
  readonly expects: { readonly item: string | null; readonly touched: number };
  readonly problems: readonly Problem[];
}

type Kind = 'subjects' | 'reviewers';

const UNITS = [
  '编号,单位名称,类别',
  'A01,区政府办公室,区级部门',
  'B01,区税务局,双管单位',
  'C01,District Tax Bureau,双管单位',
  '001,青溪镇,乡镇',
  'D01,A01 B01,乡镇',
].join('\n');

let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  await store('subjects', Buffer.from(UNITS));
});

afterAll(async () => {
  staff.close();
  await server.stop();
});

async function send(
  kind: Kind,
  file: string | Uint8Array,
  keep?: Answer['expects'],
): Promise<Answer> {
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/import/${kind}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie: staff.cookie },
    body: JSON.stringify({
      file: '名单',
      base64: Buffer.from(file).toString('base64'),
      store: keep !== undefined,
      expects: keep ?? { item: null, touched: 0 },
    }),
    signal: AbortSignal.timeout(60_000),
  });
  return (await response.json()) as Answer;
}

async function store(kind: Kind, file: string | Uint8Array): Promise<Answer> {
  return send(kind, file, (await send(kind, file)).expects);
}

/** All that is said about a file, in Chinese. */
async function said(kind: Kind, file: string | Uint8Array): Promise<readonly string[]> {
  const { ok, notes, problems } = await send(kind, file);
  return ok
    ? notes.map((note) => noteSentence('zh', note))
    : problems.map((problem) => problemSentence('zh', problem));
}

/** What is said that starts with this place. */
async function saidAt(kind: Kind, file: string | Uint8Array, place: string): Promise<string> {
  const all = await said(kind, file);
  const found = all.find((sentence) => sentence.startsWith(place));
  if (found === undefined) throw new Error(`nothing about ${place} in ${JSON.stringify(all)}`);
  return found;
}

const vector = (name: string) =>
  readFileSync(new URL(`../vectors/rosters/${name}`, import.meta.url));

/** What stands in a cell: text, or the cell's own XML, of which a leading style goes into its tag. */
type Cell = string | { readonly type?: string; readonly style?: number; readonly inner: string };

const number = (value: string, style = 0): Cell => ({ style, inner: `<v>${value}</v>` });
const CODES = [
  'General',
  'yyyy/m/d',
  '0%',
  '#,##0',
  '0.00E+00',
  'h:mm',
  'm"月"d"日"',
  'mmm',
  '000',
  'e.m',
  '"A"General',
  '000\\-000',
  '[>99]"第"#"号"',
  '0.E+00',
];
const [, DAY = 0, PART, GROUPED, POWER, CLOCK, MONTH_DAY, MONTH, PADDED, ...CUSTOM] = CODES.map(
  (_, n) => n,
);
const [ERA, AFTER_A, SPLIT, NUMBERED, SHORT_POWER] = CUSTOM;

function workbook(rows: readonly (readonly Cell[])[], extra = ''): Buffer {
  const body = rows.map((cells, row) => {
    const content = cells.map((cell, column) => {
      const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
      if (typeof cell === 'string')
        return cell === '' ? '' : `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
      return `<c ${at} t="${cell.type ?? 'n'}" s="${cell.style ?? 0}">${cell.inner}</c>`;
    });
    return `<row r="${row + 1}">${content.join('')}</row>`;
  });
  const codes = CODES.map((code) => code.replaceAll('"', '&quot;'));
  const styles =
    `<styleSheet><numFmts>${codes.map((code, n) => `<numFmt numFmtId="${170 + n}" formatCode="${code}"/>`).join('')}</numFmts>` +
    `<cellXfs>${codes.map((_, n) => `<xf numFmtId="${170 + n}"/>`).join('')}</cellXfs></styleSheet>`;
  const xml = `<worksheet><sheetData>${body.join('')}${extra}</sheetData></worksheet>`;
  return zipOf([
    ...workbookParts([{ name: '代表', xml }]),
    { name: 'xl/styles.xml', text: styles },
  ]);
}

const HEADER = ['编号', '姓名', '组别', '回避单位', '证件号'];
const person = (...cells: readonly Cell[]) => workbook([HEADER, cells]);
const csv = (...rows: readonly string[]) => `${HEADER.join(',')}\n${rows.join('\n')}\n`;
/** An ODS file with this content, as a program writes it. */
const ods = (rows: string) =>
  zipOf([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      text: `<office:document-content><office:body><office:spreadsheet><table:table table:name="代表">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
const odsRow = (...cells: readonly string[]) =>
  `<table:table-row>${cells
    .map((cell) =>
      cell.startsWith('<')
        ? cell
        : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`,
    )
    .join('')}</table:table-row>`;

describe('a cell that does not hold what was typed is noted with sheet, row, column and remedy', () => {
  it.each(['spoilt.xlsx', 'spoilt.ods'])('in what LibreOffice saves: %s', async (file) => {
    const all = await said('reviewers', vector(file));
    const at = (place: string) => all.filter((one) => one.startsWith(`工作表“代表”，${place}：`));
    expect(at('第2行，A列“编号”')[0]).toMatch(/超过15位的数（123456789012345000）.*“文本”格式/);
    expect(at('第2行，D列“身份证号”')[0]).toMatch(/超过15位的数（110101199003070000）.*找不回来/);
    expect(at('第3行，A列“编号”')[0]).toMatch(/是日期（2026-01-02）.*重新填写/);
    expect(at('第3行，C列“组别”')[0]).toMatch(/是日期（2026-03-04）/);
    expect(at('第5行，A列“编号”')[0]).toMatch(/编号“8”比别的编号短，前面的0/);
    expect(at('第5行，B列“姓名”')[0]).toMatch(/是日期（2026-03-01）.*“MAR1”/);
    expect(at('第5行，C列“组别”')[0]).toMatch(/百分数（50%）/);
    // A column of dates is what it looks like, a long number kept as text is whole.
    expect(at('E列“出生日期”')).toEqual([
      '工作表“代表”，E列“出生日期”：这一列是日期，读成“1990-03-07”这样。',
    ]);
    expect(all.filter((one) => /身份证号|出生日期|回避/.test(one))).toHaveLength(3);
  });

  it.each<[string, Cell, RegExp]>([
    ['a number of 18 digits', number('123456789012345000'), /超过15位/],
    ['one with an exponent', number('1.23456789012345E+17'), /超过15位的数（123456789012345000）/],
    ['one that a program wrote whole', number('123456789012345678'), /（123456789012345678）/],
    ['a date', number('46024', DAY), /是日期（2026-01-02）/],
    ['a day without a year', number('46024', MONTH_DAY), /是日期（2026-01-02）/],
    ['a month', number('46082', MONTH), /是日期（2026-03-01）/],
    ['a day of ISO', { type: 'd', inner: '<v>2026-01-02T00:00:00</v>' }, /是日期（2026-01-02）/],
    ['12E3', number('12000', POWER), /科学记数/],
    ['1.10', number('1.1'), /末尾的0/],
    ['a year and month of East Asia', number('46024', ERA), /是日期（2026-01-02）/],
    ['a power without places', number('12000', SHORT_POWER), /科学记数/],
    ['a negative number of 18 digits', number('-123456789012345000'), /超过15位/],
    ['TRUE', { type: 'b', inner: '<v>1</v>' }, /逻辑值（TRUE）/],
  ])('in XLSX: %s as id', async (_, cell, sentence) => {
    const file = person(cell, '张三', '企业');
    expect(await saidAt('reviewers', file, '工作表“代表”，第2行，A列“编号”：')).toMatch(sentence);
  });

  it.each<[string, readonly Cell[], string, RegExp]>([
    [
      'a time as name',
      ['R1', number('0.354', CLOCK), '企业'],
      'B列“姓名”',
      /时间（08:30|时间（08:29/,
    ],
    ['a percentage as group', ['R1', '张三', number('0.5', PART)], 'C列“组别”', /百分数（50%）/],
    ['pasted notation as name', ['R1', '1.23457E+17', '企业'], 'B列“姓名”', /科学记数/],
    ['a date for units', ['R1', '张三', '企业', number('46024', DAY)], 'D列“回避单位”', /是日期/],
    [
      'two ids made one',
      ['R1', '张三', '企业', number('101102', GROUPED)],
      'D列“回避单位”',
      /并成一个数/,
    ],
    [
      'no result',
      ['R1', '张三', '企业', { inner: '<f>VLOOKUP(1,X:Y,2)</f>' }],
      'D列“回避单位”',
      /没有它的结果/,
    ],
    ['a failed formula', ['R1', '张三', '企业', '#N/A'], 'D列“回避单位”', /公式出错了（#N\/A）/],
    ['an error of LibreOffice', ['Err:502', '张三', '企业'], 'A列“编号”', /公式出错了（Err:502）/],
    ['hashes', ['R1', '张三', '#####'], 'C列“组别”', /列太窄/],
    ['lost zeros', ['R1', '张三', '企业', number('1')], 'D列“回避单位”', /名单里有“001”/],
    [
      'a free column',
      ['R1', '张三', '企业', '', number('110101199003070000')],
      'E列“证件号”',
      /找不回来/,
    ],
  ])('in XLSX: %s', async (_, cells, column, sentence) => {
    const place = `工作表“代表”，第2行，${column}：`;
    expect(await saidAt('reviewers', person(...cells), place)).toMatch(sentence);
  });

  it.each<[string, string, RegExp]>([
    ['123456789012345000,张三,企业', 'A列“编号”', /超过15位/],
    ['1.23457E+17,张三,企业', 'A列“编号”', /科学记数（1.23457E\+17）/],
    ['2-Jan,张三,企业', 'A列“编号”', /是日期（2-Jan）/],
    ['Jan-02,张三,企业', 'A列“编号”', /是日期/],
    ['1月2日,张三,企业', 'A列“编号”', /是日期（1月2日）/],
    ['2024/1/2,张三,企业', 'A列“编号”', /是日期（2024\/1\/2）/],
    ['R1,1-Mar,企业', 'B列“姓名”', /是日期（1-Mar）/],
    ['R1,张三,3月4日', 'C列“组别”', /是日期/],
    ['R1,张三,12:30', 'C列“组别”', /是时间/],
    ['R1,张三,企业,2024-01-02', 'D列“回避单位”', /是日期/],
    ['R1,张三,企业,########', 'D列“回避单位”', /列太窄/],
    ['R1,张三,企业,,6.22202E+18', 'E列“证件号”', /科学记数/],
    ['R1,TRUE,企业', 'B列“姓名”', /逻辑值/],
    ['R1,WAHR,企业', 'B列“姓名”', /逻辑值/],
    ['"1,23457E+17",张三,企业', 'A列“编号”', /科学记数（1,23457E\+17）/],
    ['1.234568e+17,张三,企业', 'A列“编号”', /科学记数/],
    ['R1,张三,企业,,1.23457E17', 'E列“证件号”', /科学记数/],
    ['R1,张三,企业,,-123456789012345000', 'E列“证件号”', /超过15位/],
    ['R1,张三,企业,,"123,456,789,012,345,000"', 'E列“证件号”', /超过15位/],
    ['R1,张三,企业,,110101199003074567.0', 'E列“证件号”', /超过15位/],
    ['R1,张三,企业,,１２３４５６７８９０１２３４５０００', 'E列“证件号”', /超过15位/],
    ['02.01.2026,张三,企业', 'A列“编号”', /是日期/],
    ['2026.1.2,张三,企业', 'A列“编号”', /是日期/],
    ['02. Jan,张三,企业', 'A列“编号”', /是日期/],
    ['2-janv,张三,企业', 'A列“编号”', /是日期/],
    ['2-January-2026,张三,企业', 'A列“编号”', /是日期/],
    ['"Friday, January 2, 2026",张三,企业', 'A列“编号”', /是日期/],
    ['R1,二〇二六年一月二日,企业', 'B列“姓名”', /是日期/],
    ['R1,张三,2026年1月2日星期五', 'C列“组别”', /是日期/],
    ['R1,张三,企业,2026-01-02T00:00:00', 'D列“回避单位”', /是日期/],
    ['R1,张三,上午8:30', 'C列“组别”', /是时间/],
    ['R1,张三,8时30分', 'C列“组别”', /是时间/],
    ['R1,张三,#WERT!', 'C列“组别”', /公式出错了/],
    ['R1,#¡VALOR!,企业', 'B列“姓名”', /公式出错了/],
    ['R1,#NV,企业', 'B列“姓名”', /公式出错了/],
  ])('in CSV: %s', async (row, column, sentence) => {
    expect(await saidAt('reviewers', csv(row), `第2行，${column}：`)).toMatch(sentence);
  });

  it('also as the heading of a free column', async () => {
    const headings = [...HEADER, number('46024', DAY), number('123456789012345000')];
    const all = await said(
      'reviewers',
      workbook([headings, ['R1', '张三', '企业', '', '', 'x', 'y']]),
    );
    expect(all).toEqual([
      expect.stringMatching(/^工作表“代表”，第1行，F列：这一格是日期（2026-01-02）/),
      expect.stringMatching(/^工作表“代表”，第1行，G列：这一格是超过15位的数/),
      expect.anything(),
    ]);
  });

  it('in ODS, with thousands set apart as other languages do', async () => {
    const grouped = ['101.102', '101 102', '101\u00a0102', "101'102"].map((shown, n) =>
      odsRow(
        `R${n}`,
        `张${n}`,
        '企业',
        `<table:table-cell office:value-type="float" office:value="101102"><text:p>${shown}</text:p></table:table-cell>`,
      ),
    );
    const all = await said('reviewers', ods(odsRow(...HEADER) + grouped.join('')));
    expect(all.filter((one) => /D列“回避单位”：这一格是一个数（101102）/.test(one))).toHaveLength(
      4,
    );
  });

  it('a number is read with the text that its format sets around it, and text without what only keeps it text', async () => {
    const cells = [number('5', AFTER_A), number('1002', SPLIT), number('7', PADDED)];
    const rows = cells.map((cell, n) => [cell, `张${n}`, number('123', NUMBERED)]);
    const { sample, notes } = await send('reviewers', workbook([HEADER, ...rows]));
    expect(sample).toMatchObject([{ id: 'A5' }, { id: '001-002' }, { id: '007' }]);
    expect(sample).toMatchObject(sample.map(() => ({ group: '第123号' })));
    expect(notes.map(({ code }) => code)).toEqual(['attributes']);
    for (const form of ['="001"', '"=""001"""', "'001", '’001'])
      for (const ends of ['\n', '\r\n', '\r']) {
        const text = csv(`${form},张三,企业,${form},${form}`).replaceAll('\n', ends);
        expect((await send('reviewers', text)).sample).toMatchObject([
          { id: '001', recusals: ['001'] },
        ]);
      }
    const long = await send('reviewers', csv('="123456789012345000",张三,企业'));
    expect(long.notes.map(({ code }) => code)).toEqual(['attributes']);
    const apostrophe = await send('reviewers', csv("R1,'t Hooft,企业"));
    expect(apostrophe.sample).toMatchObject([{ name: "'t Hooft" }]);
  });

  it('in ODS, also where a program left out what is shown', async () => {
    const cell = (attributes: string, shown = '') =>
      `<table:table-cell ${attributes}>${shown === '' ? '' : `<text:p>${shown}</text:p>`}</table:table-cell>`;
    const all = await said(
      'reviewers',
      ods(
        odsRow(...HEADER) +
          odsRow(
            cell('office:value-type="float" office:value="123456789012345678"'),
            '甲',
            '企业',
          ) +
          odsRow(
            cell('office:value-type="date" office:date-value="2026-01-02"', '01-02'),
            '乙',
            '企业',
          ) +
          odsRow(
            'R3',
            cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE'),
            '企业',
          ) +
          odsRow('R4', '丁', cell('office:value-type="float" office:value="101102"', '101,102')) +
          odsRow(cell('office:value-type="float" office:value="12000"', '1.20E+04'), '戊', '企业') +
          odsRow(
            'R6',
            cell('office:value-type="time" office:time-value="PT08H30M00S"', '08:30'),
            '企业',
          ) +
          odsRow('R7', '庚', cell('office:value-type="percentage" office:value="0.5"', '50%')) +
          odsRow('R8', '辛', cell('office:value-type="currency" office:value="5"', '¥5.00')),
      ),
    );
    expect(all.map((one) => one.slice(0, one.indexOf('。')))).toEqual([
      '工作表“代表”，第2行，A列“编号”：这一格是超过15位的数（123456789012345678）',
      '工作表“代表”，第3行，A列“编号”：这一格是日期（01-02）',
      '工作表“代表”，第4行，B列“姓名”：这一格是逻辑值（TRUE），不是文字',
      '工作表“代表”，第5行，C列“组别”：这一格是一个数（101102）',
      '工作表“代表”，第6行，A列“编号”：这一格成了科学记数（1.20E+04），原来的号码可能已经不全',
      '工作表“代表”，第7行，B列“姓名”：这一格是时间（08:30）',
      '工作表“代表”，第8行，C列“组别”：这一格是百分数（50%），不是文字',
      '工作表“代表”，第9行，C列“组别”：这一格是金额（¥5.00），不是文字',
    ]);
    const unread = ods(odsRow(...HEADER) + odsRow('R1', '甲', cell('table:formula="of:=[.A1]"')));
    expect(await said('reviewers', unread)).toEqual([
      expect.stringMatching(/第2行，C列“组别”：这一格是公式，文件里却没有它的结果/),
    ]);
  });

  it('and what is whole is not mentioned', async () => {
    const whole = [
      ['123456789012345678', '张三', '企业', '001', '110101199003074567'],
      [number('7', PADDED), 'Jan-Eric', '1', '无', number('138000000001')],
      ['1-2', 'March', '2号', '—', number('123456789012345')],
      ['3-4', '王五', '第1组', '', ''],
    ];
    const { ok, notes, sample } = await send('reviewers', workbook([HEADER, ...whole]));
    expect({ ok, notes: notes.map(({ code }) => code) }).toEqual({ ok, notes: ['attributes'] });
    expect(sample.map(({ id }) => id)).toEqual(['123456789012345678', '007', '1-2', '3-4']);
    const text = csv(
      '123456789012345678,张三,企业',
      '1-2,李四,1',
      'MAR-1,王五,DEC-01',
      '12-40-1,钱,企',
    );
    expect((await send('reviewers', text)).notes.map(({ code }) => code)).toEqual(['attributes']);
  });

  it('many alike do not drown the rest: the first are named, the others counted with their rows', async () => {
    const rows = Array.from({ length: 45 }, (_, n) => `R${n},张${n},企业,,${n}10101199003070000`);
    const all = await said('reviewers', csv(...rows.map((row) => row.replace(/,\d{1,2}1/, ',1'))));
    const alike = all.filter((one) => one.includes('E列“证件号”'));
    expect(alike).toHaveLength(6);
    expect(alike[5]).toBe(
      '第7行，E列“证件号”：从这一行起，这一列还有40格也是这样（第7、8、9、10、11、12、13、14、15、16行等）。',
    );
  });

  it('also where two of them have become one, or none of them is an id any more', async () => {
    const same = csv(
      '123456789012345000,张三,企业',
      '123456789012345000,李四,企业',
      '1月3日,王五,企业',
    );
    expect(await said('reviewers', same)).toEqual([
      expect.stringMatching(/^第2行，A列“编号”：这一格是超过15位的数/),
      expect.stringMatching(/^第3行，A列“编号”：这一格是超过15位的数/),
      expect.stringMatching(/^第4行，A列“编号”：这一格是日期（1月3日）/),
    ]);
  });
});

describe('one bad character is named by its cell', () => {
  const place = '第3行，B列“姓名”：';
  it.each<[string, string, string]>([
    ['a control character', '张\u0001三', 'U+0001'],
    ['a zero byte', '张\u0000三', 'U+0000'],
    ['an end-of-file mark within', '张\u001a三', 'U+001A'],
    ['a mark of byte order within', '张\ufeff三', 'U+FEFF'],
    ['a mark of direction', '张\u202e三', 'U+202E'],
    ['a zero-width space', '张\u200b三', 'U+200B'],
    ['no character at all', '张\ufffe三', 'U+FFFE'],
    ['the last of its plane', '张\uffff三', 'U+FFFF'],
  ])('in CSV: %s', async (_, name, code) => {
    const all = await said('reviewers', csv('R1,李四,企业', `R2,${name},企业`));
    expect(all).toEqual([expect.stringContaining(`${place}这一格有看不见的字符（${code}）`)]);
  });

  it('in every column, ids and recusals included, and in UTF-16', async () => {
    const rows = csv(
      'R\u00011,李四,企业',
      'R2,王五,企\u0002业',
      'R3,王五,企业,区\u0003',
      'R4,王五,企业,,x\u0004',
    );
    const expected = [
      /^第2行，A列“编号”：.*U\+0001/,
      /^第3行，C列“组别”：.*U\+0002/,
      /^第4行，D列“回避单位”：.*U\+0003/,
      /^第5行，E列“证件号”：.*U\+0004/,
    ].map((pattern) => expect.stringMatching(pattern));
    expect(await said('reviewers', rows)).toEqual(expected);
    expect(await said('reviewers', Buffer.from(`\ufeff${rows}`, 'utf16le'))).toEqual(expected);
    expect(await said('reviewers', Buffer.from(rows, 'utf16le'))).toEqual(expected);
    expect(await said('reviewers', Buffer.from(rows, 'utf16le').swap16())).toEqual(expected);
    const alone = csv('R1,李四,企业', ',,\u0007', 'R2,王五,企业');
    expect(await said('reviewers', alone)).toEqual([
      expect.stringMatching(/^第3行，C列“组别”：.*U\+0007/),
    ]);
  });

  it('in UTF-16: half a character', async () => {
    const half = Buffer.from(`\ufeff${csv('R1,李四,企业', 'R2,张\ud840三,企业')}`, 'utf16le');
    expect(await said('reviewers', half)).toEqual([
      expect.stringContaining(`${place}这一格有认不出的字`),
    ]);
  });

  it('in XLSX, as a reference, an escape or itself', async () => {
    const names = ['张&#1;三', '张_x0001_三', '张\u0001三', '张&#xFFFE;三', '张&#xD800;三'];
    const file = workbook([HEADER, ...names.map((name, n) => [`R${n}`, name, '企业'])]);
    const all = await said('reviewers', file);
    expect(all.map((one) => /第(\d)行，B列“姓名”.*（(U\+\w+)）/.exec(one)?.slice(1))).toEqual([
      ['2', 'U+0001'],
      ['3', 'U+0001'],
      ['4', 'U+0001'],
      ['5', 'U+FFFE'],
      ['6', 'U+D800'],
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['GB18030', gb18030],
  ])('a bad byte in %s spoils its cell and not the file', async (_, encode) => {
    const mark = '@@';
    const bytes = encode(csv('R1,李四,企业', `R2,张${mark}三,企业`, 'R3,王五,居民'));
    const at = bytes.indexOf(mark);
    const broken = Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([0xff]),
      bytes.subarray(at + 2),
    ]);
    expect(await said('reviewers', broken)).toEqual([
      expect.stringContaining(`${place}这一格有认不出的字（�）`),
    ]);
  });

  it('an end-of-file mark at the end is harmless, and so is a mark of byte order where files were joined', async () => {
    for (const end of [
      '\u001a',
      '\r\n\u001a',
      '\u001a\r\n',
      '\u001a\u001a',
      '\u001a\u0000\u0000',
    ]) {
      const { ok, count } = await send('reviewers', csv('R1,李四,企业', 'R2,张三,企业') + end);
      expect([end, ok, count]).toEqual([end, true, 2]);
    }
    const joined = csv('R1,李四,企业') + '\ufeff' + csv('R2,"张,三",企业');
    expect(await send('reviewers', joined)).toMatchObject({ ok: true, count: 2 });
    const marked = '"编号\u202c","\u200e姓名","组别"\r\nR1,李四,企业\r\n';
    expect(await send('reviewers', marked)).toMatchObject({ ok: true, count: 1 });
  });

  it('where nothing is imported from its cell, too: a title, a heading, a footnote, a column of no use', async () => {
    const place = (sentence: string) => sentence.slice(0, sentence.indexOf('：'));
    const reviewers =
      '评\u0001议会\n序号,编号,姓\u0003名,组别,\n1\u0004,R1,张三,企业,x\u0005\n注：\u0006说明\n';
    const unseen = (all: readonly string[]) => all.filter((one) => one.includes('看不见的字符'));
    expect(unseen(await said('reviewers', reviewers)).map(place)).toEqual([
      ...['第1行，A列', '第2行，C列', '第3行，A列', '第3行，E列', '第4行，A列'],
    ]);
    const units = '编号,单位名称,类别,备注\nA01,甲,乙,x\u0001y\n';
    expect(unseen(await said('subjects', units)).map(place)).toEqual(['第2行，D列']);
  });

  it('in a file so short that a zero byte makes much of it', async () => {
    expect(await said('reviewers', 'Name,Group\nA\0,B\n')).toEqual([
      expect.stringMatching(/^第2行，A列“Name”：.*U\+0000/),
    ]);
  });

  it('an end-of-file mark before blanks, before empty cells or where files were joined is harmless', async () => {
    const row = csv('R1,李四,企业');
    for (const end of ['\u001a \n', '\u001a\t', '\u001a,,,,\n', ',,,\n\u001a\n,,,\n', '\u001a;;'])
      expect([end, (await send('reviewers', row + end)).count]).toEqual([end, 1]);
    const joined = [
      `\u001aR2,张三,企业\n\u001a`,
      `\u001a\n${csv('R2,张三,企业')}`,
      '\u001a\ufeffR2,张三,企业',
    ];
    for (const rest of joined) expect((await send('reviewers', row + rest)).count).toBe(2);
    const wide = Buffer.concat([Buffer.from(`\ufeff${row}`, 'utf16le'), Buffer.of(0x1a)]);
    expect((await send('reviewers', wide)).notes.map(({ code }) => code)).toEqual(['attributes']);
  });

  it('cells are told apart by what people type for a comma, where there is no comma', async () => {
    for (const mark of ['|', '，', '；']) {
      const text = csv('R1,李四,企业', 'R2,张三,企业').replaceAll(',', mark);
      expect([mark, (await send('reviewers', text)).count]).toEqual([mark, 2]);
    }
    const within = csv('R1,李四,企业,"A01，B01，C01，001，D01，A01，B01，C01"');
    expect((await send('reviewers', within)).sample[0]?.recusals).toHaveLength(5);
  });

  it('quotes and delimiters that went wrong are named by their row', async () => {
    const open = csv('R1,李四,企业', 'R2,"张三,企业', 'R3,王五,企业');
    expect(await said('reviewers', open)).toEqual([
      expect.stringMatching(/^第3行，B列：引号不成对/),
    ]);
    const mixed = csv('R1,李四,企业', 'R2;张三;企业;无', 'R3,王五,企业');
    expect(await said('reviewers', mixed)).toEqual([
      expect.stringMatching(/^第3行，A列“编号”：整行都在一格里（“R2;张三;企业;无”）/),
    ]);
    expect(await said('reviewers', csv('R1,李四,企业', 'R2;张三;企业;无'))).toHaveLength(1);
    const mac = csv('R1,李四,企业', 'R2,张三,企业').replaceAll('\n', '\r');
    expect(await send('reviewers', mac)).toMatchObject({ ok: true, count: 2 });
    const western = Buffer.from('ID,Name,Group\nR1,Garc\u00eda Jose,Firms\n', 'latin1');
    expect(await said('reviewers', western)).toEqual([
      expect.stringMatching(/按GB18030读的。若有乱码/),
    ]);
    // 編號,姓名,組別 in Big5.
    const taiwan = Buffer.from('bd73b8b92ca96da6572cb2d5a74f0a', 'hex');
    expect(await said('reviewers', taiwan)).toEqual([
      expect.stringMatching(/按GB18030读的。若有乱码/),
      expect.stringMatching(/没有找到表头/),
    ]);
  });
});

/** Only what these tests write. */
function gb18030(text: string): Buffer {
  const known = new Map<string, number[]>();
  for (let lead = 0xb0; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      known.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(Array.from(text).flatMap((one) => known.get(one) ?? [one.charCodeAt(0)]));
}

describe('a cell off the roster is named', () => {
  const rows = Array.from({ length: 12 }, (_, n) => [`R${n}`, `代表${n}`, '企业']);
  const stray = (reference: string, content = '<is><t>忘了</t></is>') => {
    const [row] = /\d+/.exec(reference) ?? [];
    return `<row r="${row}"><c r="${reference}" t="inlineStr" s="1">${content}</c></row>`;
  };

  it.each([
    ['XFD1048576', '第1048576行，XFD列：'],
    ['A1048576', '第1048576行，A列：'],
    ['XFD14', '第14行，XFD列：'],
    ['F600', '第600行，F列：'],
  ])('in XLSX: %s', async (reference, place) => {
    const all = await said('reviewers', workbook([HEADER, ...rows], stray(reference)));
    expect(all).toEqual([
      expect.stringMatching(`^工作表“代表”，${place}这一格单独有内容（“忘了”）.*请删去`),
    ]);
  });

  it('in XLSX, blank or only formatted, it is harmless', async () => {
    for (const content of ['<is><t> 　</t></is>', ''])
      for (const reference of ['XFD1048576', 'A1048576', 'XFD14', 'F600'])
        expect(
          await send('reviewers', workbook([HEADER, ...rows], stray(reference, content))),
        ).toMatchObject({ ok: true, count: 12 });
  });

  it('in ODS, and what is only formatted up to the end of the sheet is harmless', async () => {
    const body = odsRow(...HEADER) + rows.map((cells) => odsRow(...cells)).join('');
    const blank = (times: number) =>
      `<table:table-row table:number-rows-repeated="${times}"><table:table-cell table:style-name="x" table:number-columns-repeated="16384"/></table:table-row>`;
    expect(await send('reviewers', ods(body + blank(1_048_563)))).toMatchObject({
      ok: true,
      count: 12,
    });
    const far = '<table:table-cell table:number-columns-repeated="16383"/>';
    const all = await said('reviewers', ods(body + blank(1_048_562) + odsRow(far, '忘了')));
    expect(all).toEqual([
      expect.stringMatching(/^工作表“代表”，第1048576行，XFD列：这一格单独有内容（“忘了”）/),
    ]);
    const filled = odsRow(...HEADER).replace(
      '<table:table-row',
      '$& table:number-rows-repeated="1048000"',
    );
    expect(await said('reviewers', ods(body + filled))).toEqual([
      expect.stringMatching(/名单超过10000行/),
    ]);
    const wide =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell>';
    expect(await said('reviewers', ods(body + odsRow(wide)))).toEqual([
      expect.stringMatching(/第14行：表格超过200列/),
    ]);
  });

  it('in CSV, and commas and lines without end are harmless', async () => {
    const text = csv(...rows.map((cells) => cells.join(',')));
    const commas = ','.repeat(10_000);
    for (const tail of [commas, '\n'.repeat(30_000), ',,,,\n'.repeat(30_000), ` ,${commas}\n`])
      expect(await send('reviewers', text + tail)).toMatchObject({ ok: true, count: 12 });
    const within = text.replace('代表5,企业', `代表5,企业${commas}`);
    expect(await send('reviewers', within)).toMatchObject({ ok: true, count: 12 });
    expect(await said('reviewers', `${text}${commas}忘了\n`)).toEqual([
      expect.stringMatching(/^第14行，NTQ列：这一格单独有内容（“忘了”）/),
    ]);
    expect(await said('reviewers', `${text}${',\n'.repeat(29_000)}忘了\n`)).toEqual([
      expect.stringMatching(/^第29014行，A列：这一格单独有内容（“忘了”）/),
    ]);
    const long = Array.from({ length: 25_000 }, (_, n) => `R${n},代表${n},企业`);
    expect(await said('reviewers', csv(...long))).toEqual([
      expect.stringMatching(/^名单超过10000行/),
    ]);
  });

  it('many of them are counted', async () => {
    const extra = Array.from({ length: 40 }, (_, n) => stray(`C${900_000 + n}`)).join('');
    const all = await said('reviewers', workbook([HEADER, ...rows], extra));
    expect(all).toHaveLength(5);
    expect(all[4]).toMatch(/第900004行，C列：.*这样的还有35格/);
  });
});

describe('a blank between units', () => {
  const recusals = (cell: string) =>
    send('reviewers', workbook([HEADER, ['R1', '张三', '企业', cell]]));

  it.each<[string, readonly string[]]>([
    ['A01 001', ['A01', '001']],
    ['A01　区税务局', ['A01', 'B01']],
    ['区政府办公室\t区税务局', ['A01', 'B01']],
    ['A01   C01，001', ['A01', 'C01', '001']],
    ['District Tax Bureau A01', ['C01', 'A01']],
    ['001 District Tax Bureau', ['001', 'C01']],
    ['A01 / B01 ', ['A01', 'B01']],
    ['A01 B01', ['D01']],
    ['B01 A01', ['B01', 'A01']],
    ['District Tax Bureau', ['C01']],
  ])('separates where each side is one, and else belongs to the name: %j', async (cell, ids) => {
    const { sample } = await recusals(cell);
    expect(sample[0]?.recusals).toEqual(ids);
  });

  it.each<[string, RegExp]>([
    [
      'A01 区审计局',
      /“A01 区审计局”不在单位名单里。空格两边都是名单里的单位时才分得开；.*顿号、逗号/,
    ],
    ['A01　Z9，B01', /“A01 Z9”不在单位名单里。空格/],
    ['A01/B01', /“\/”分不开几家单位；请用顿号、逗号、分号或换行分开/],
    ['区政府办公室和区税务局', /“和”分不开/],
    ['区审计局', /“区审计局”不在单位名单里。请核对名称或编号/],
  ])('is spoken of where it does not separate: %j', async (cell, sentence) => {
    const { problems } = await recusals(cell);
    expect(problems).toHaveLength(1);
    expect(problemSentence('zh', problems[0]!)).toMatch(sentence);
    expect(problemSentence('en', problems[0]!)).toMatch(/among the units/);
  });
});

describe('importing what is already there', () => {
  it('says so before and after, and is no event', async () => {
    const other = await startServer();
    const [home, desk] = [server, staff];
    server = other;
    staff = await moderator(other);
    try {
      const events = () => other.app.halls.byCode(staff.meeting)!.world.meeting;
      expect((await send('subjects', UNITS)).change).toEqual({
        ...{ added: 5, changed: 0, same: 0, removed: 0, nothing: false },
      });
      await store('subjects', UNITS);
      const before = events();
      const again = await send('subjects', UNITS);
      expect(again.change).toEqual({ added: 0, changed: 0, same: 5, removed: 0, nothing: true });
      expect(await store('subjects', UNITS)).toMatchObject({ stored: true, change: again.change });
      expect(events()).toBe(before);

      const [head = '', a = '', b = '', ...rest] = UNITS.split('\n');
      const moved = [head, b, a, ...rest].join('\n');
      expect((await send('subjects', moved)).change).toMatchObject({ same: 5, nothing: false });
      const partly = [head, a, b.replace('税务', '统计'), 'E01,新局,区级部门'].join('\n');
      expect((await send('subjects', partly)).change).toEqual({
        ...{ added: 1, changed: 1, same: 1, removed: 3, nothing: false },
      });

      const people = csv('R1,王伟,企业,A01,x', 'R2,王伟,居民,,x', 'R3,李四,居民,,');
      await store('reviewers', people);
      const pool = events();
      const same = await store('reviewers', people);
      expect(same.change).toEqual({ added: 0, changed: 0, same: 3, removed: 0, nothing: true });
      expect(events()).toBe(pool);
      const changes = csv('R1,王伟,企业,B01,x', 'R2,王伟,居民,,y', 'R4,李四,居民,,');
      expect((await send('reviewers', changes)).change).toEqual({
        ...{ added: 1, changed: 2, same: 0, removed: 1, nothing: false },
      });
    } finally {
      staff.close();
      [server, staff] = [home, desk];
      await other.stop();
    }
  });
});
