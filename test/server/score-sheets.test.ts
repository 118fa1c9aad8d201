// Score sheets as files, over HTTP: read and never stored, listed for other meetings, taken along and read again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { StaffClient } from '../../scripts/staff-client.ts';
import { Zip } from '../../server/roster/zip.ts';
import type { Note, Problem } from '../../shared/roster/problem.ts';
import type { ReadNode } from '../../shared/roster/score-reader.ts';
import type { Sheet, SheetNode } from '../../shared/scoring/sheet.ts';
import { problemSentence } from '../../shared/text/roster.ts';
import { zipOf } from '../vectors/rosters/xlsx-by-hand.ts';
import {
  example,
  importExamples,
  moderator,
  startServer,
  type TestServer,
} from '../with-server.ts';

interface Answer {
  readonly ok: boolean;
  readonly name: string;
  readonly points: boolean;
  readonly nodes: readonly ReadNode[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly refusal?: { readonly code: string };
}

let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  await importExamples(staff);
});

afterAll(async () => {
  staff.close();
  await server.stop();
});

async function send(bytes: Uint8Array, file = '评分.xlsx', cookie = staff.cookie) {
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/import/sheet`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin, cookie },
    body: JSON.stringify({ file, base64: Buffer.from(bytes).toString('base64') }),
  });
  return (await response.json()) as Answer;
}

async function get(path: string, cookie = staff.cookie) {
  return fetch(server.origin + path, { headers: { cookie } });
}

/** Names and weights, parts with what is below them. */
function outline(nodes: readonly (ReadNode | SheetNode)[]): readonly unknown[] {
  return nodes.map((node) =>
    'children' in node
      ? [`${node.name} ${node.weight}`, ...outline(node.children)]
      : `${node.name} ${node.weight}/${node.max}`,
  );
}

const ROWS = [
  ['一级指标', '评分项', '满分', '权重'],
  ['业绩', '任务', '10', '60'],
  ['', '服务', '１０', '20'],
  ['作风', '纪律', '10', '20'],
  ['合计', '', '30', '100'],
];
const TREE = [
  ['业绩 80', '任务 60/10', '服务 20/10'],
  ['作风 20', '纪律 20/10'],
];

function gb18030(text: string): Buffer {
  const known = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1)
      known.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from(
    Array.from(text).flatMap((one) => known.get(one) ?? [...Buffer.from(one, 'latin1')]),
  );
}

function ods(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const body = rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`);
  return zipOf([
    { name: 'mimetype', text: 'application/vnd.oasis.opendocument.spreadsheet' },
    {
      name: 'content.xml',
      text: `<office:document-content><office:body><office:spreadsheet><table:table table:name="评分表">${body.join('')}</table:table></office:spreadsheet></office:body></office:document-content>`,
    },
  ]);
}

const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');

describe('a file with a score sheet', () => {
  it.each([
    ['UTF-8', () => Buffer.from(csv(ROWS))],
    ['GB18030', () => gb18030(csv(ROWS))],
    ['ODS', () => ods(ROWS)],
  ])('is read as %s, and nothing is stored', async (_, made) => {
    const { touched } = staff.view.control.expects.roster;
    const answer = await send(made(), '年度评分.csv');
    expect(outline(answer.nodes), JSON.stringify(answer)).toEqual(TREE);
    expect(answer.points).toBe(false);
    expect(answer.notes.map(({ code }) => code)).toContain('total-fits');
    expect(staff.view.control.expects.roster.touched).toBe(touched);
  });

  it('is read as XLSX with a title, merged parts and numbers; the title is its name', async () => {
    const text = (value: string, more: object = {}) => ({ value, type: String, ...more });
    const number = (value: number, more: object = {}) => ({ value, type: Number, ...more });
    const file = await writeXlsxFile(
      [
        [text('年终评分表', { columnSpan: 3 }), null, null],
        [text('一级指标'), text('二级指标'), text('满分（分）'), text('权重（%）')],
        [text('业绩', { rowSpan: 2 }), text('任务'), number(40), number(0.6, { format: '0%' })],
        [null, text('服务'), number(20), number(0.2, { format: '0%' })],
        [text('作风'), text('纪律'), number(40), number(0.2, { format: '0%' })],
      ],
      { sheet: 'Sheet1' },
    ).toBuffer();
    const answer = await send(file);
    expect([answer.name, outline(answer.nodes)], JSON.stringify(answer)).toEqual([
      '年终评分表',
      [
        ['业绩 80', '任务 60/40', '服务 20/20'],
        ['作风 20', '纪律 20/40'],
      ],
    ]);
  });

  it('is refused where criteria share a merged weight', async () => {
    const text = (value: string, more: object = {}) => ({ value, type: String, ...more });
    const file = await writeXlsxFile([
      [text('评分项'), text('满分'), text('权重')],
      [text('任务'), text('10'), text('60', { rowSpan: 2 })],
      [text('服务'), text('10'), null],
    ]).toBuffer();
    const { ok, problems } = await send(file);
    expect([ok, problems.map(({ code, row, column }) => [code, row, column])]).toEqual([
      false,
      [['merged-number', 3, 'C']],
    ]);
  });

  it('names groups of this meeting, and says which there are', async () => {
    const [first = ''] = staff.view.setup.groups.map(({ name }) => name);
    const taken = await send(Buffer.from(`评分项,满分,由谁评\n甲,10,${first}\n乙,10,`), 'a.csv');
    expect(taken.nodes.map((node) => ('groups' in node ? node.groups : []))).toEqual([
      [staff.view.setup.groups[0]?.id],
      null,
    ]);
    const { problems } = await send(Buffer.from('评分项,满分,由谁评\n甲,10,老干部'), 'a.csv');
    const [problem] = problems;
    expect(problem && problemSentence('zh', problem)).toContain(`第2行，C列“由谁评”`);
    expect(problem && problemSentence('zh', problem)).toContain(first);
  });

  it('that is a list of units is said to be one', async () => {
    const { problems } = await send(example('units-77.csv'), 'units.csv');
    expect(problems.map(({ code }) => code)).toEqual(['other-roster']);
  });

  it('is for those who may change sheets', async () => {
    expect((await send(Buffer.from(csv(ROWS)), 'a.csv', '')).refusal?.code).toBeDefined();
  });
});

describe('a sheet as a file', () => {
  const path = (query: string) => `/m/${staff.meeting}/api/sheet-file?${query}`;
  const bytes = async (query: string) => Buffer.from(await (await get(path(query))).arrayBuffer());

  it.each(['zh', 'en'])(
    '%s: the example has lists to choose from and is read',
    async (language) => {
      const file = await bytes(`language=${language}`);
      const xml = new Zip(file).read('xl/worksheets/sheet1.xml')?.toString() ?? '';
      const [first = ''] = staff.view.setup.groups.map(({ name }) => name);
      expect(xml).toMatch(/<\/sheetData><dataValidations count="3">.*1,0\.5/);
      expect(xml).toContain(first);
      const answer = await send(file);
      expect([answer.ok, answer.nodes.length, answer.points]).toEqual([true, 2, true]);
    },
  );

  it('comes back the same', async () => {
    const groups = [staff.view.setup.groups[0]?.id ?? ''];
    const scale = [
      { id: 'a', name: '优秀', mark: '20' },
      { id: 'b', name: '=较差', mark: '8.5' },
    ];
    const children: readonly SheetNode[] = [
      {
        ...{ id: 'p', name: '业绩', weight: '0.6' },
        children: [
          { id: 'c1', name: '任务', weight: '1', max: '10', step: '0.5', groups },
          { id: 'c2', name: '服务', weight: '3', max: '10', step: '1' },
        ],
      },
      { id: 'c3', name: '作风', weight: '0.4', max: '20', scale },
    ];
    const sheet = { id: 'round-trip', name: '往返', children };
    await staff.run({ type: 'AdoptSheet', sheet });
    const answer = await send(await bytes('language=zh&sheet=round-trip'));
    expect([answer.name, outline(answer.nodes)], JSON.stringify(answer)).toEqual([
      '往返',
      outline(children),
    ]);
    const [part, line] = answer.nodes;
    expect(part && 'children' in part ? part.children[0] : null).toMatchObject({
      ...{ step: '0.5', groups },
    });
    expect(
      line && 'scale' in line ? line.scale?.map(({ name, mark }) => [name, mark]) : [],
    ).toEqual(scale.map(({ name, mark }) => [name, mark]));
  });

  it('of no sheet is refused, and without staff', async () => {
    expect((await get(path('sheet=none'))).status).toBe(404);
    expect((await get(path('language=zh'), '')).status).toBe(401);
  });
});

it('sheets of another meeting are listed in their newest versions, for staff only', async () => {
  const { meeting } = staff;
  const line: SheetNode = { id: 'c1', name: '甲', weight: '10', max: '10', step: '1' };
  for (const name of ['旧', '新'])
    await staff.run({ type: 'AdoptSheet', sheet: { id: 'twice', name, children: [line] } });
  const answer = (await (await get(`/m/${meeting}/api/sheets`)).json()) as {
    readonly sheets: readonly Sheet[];
    readonly groups: readonly { readonly name: string }[];
  };
  const twice = answer.sheets.filter(({ id }) => id === 'twice');
  expect(twice.map(({ name, version }) => [name, version])).toEqual([['新', 2]]);
  expect(answer.groups.map(({ name }) => name)).toEqual(
    staff.view.setup.groups.map(({ name }) => name),
  );
  expect((await get(`/m/${meeting}/api/sheets`, '')).status).toBe(401);
});
