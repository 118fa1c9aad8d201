// Makes the files of this folder: `npx tsx test/vectors/rosters/make.ts`, with LibreOffice installed for half of them.
// The tests read the stored files; LibreOffice writes its own version and the time into what it makes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { flatSpreadsheet, type FlatSheet } from './flat-spreadsheet.ts';
import { sharedStringsXml, sheetXml, workbookParts, zipOf, type ZipPart } from './xlsx-by-hand.ts';

const here = import.meta.dirname;
const scratch = mkdtempSync(join(tmpdir(), 'kleroterion-rosters-'));

const HEADER = ['编号', '单位名称', '类别'];
const UNITS = [
  HEADER,
  ['A01', '区政府办公室', '区级部门'],
  ['A02', '区发展改革委', '区级部门'],
  ['A03', '区党史研究室、区地方志办', '区级部门'],
  ['B01', '区税务局', '双管单位'],
  ['C01', '青溪镇', '乡镇'],
  ['D01', '北桥街道', '街道'],
];

libreOffice();
csvFiles();
byHand();
hostile();
rmSync(scratch, { recursive: true });

/** What LibreOffice makes of a sheet: its XLSX, ODS and XLS. */
function libreOffice(): void {
  office('units', 'xlsx', [{ name: '名单', rows: UNITS }]);
  office('units', 'ods', [{ name: '名单', rows: UNITS }]);
  office('units', 'xls', [{ name: '名单', rows: UNITS }]);

  const titled: FlatSheet = {
    name: '评议单位',
    rows: [
      [{ text: '2026年度绩效评议单位名单', across: 3 }],
      ['填报单位：区委办', '', '单位：家'],
      [],
      ['类别', '单位名称', '编号'],
      [{ text: '区级部门', down: 3 }, '区政府办公室', 'A01'],
      ['', '区发展改革委', 'A02'],
      ['', '区党史研究室、区地方志办', 'A03'],
      [],
      [{ text: '乡镇', down: 2 }, '青溪镇', 'C01'],
      ['', '回龙乡', 'C02'],
      [{ text: '合计：5家', across: 3 }],
      [{ text: '注：以上单位按编制序列排列。', across: 3 }],
    ],
  };
  office('titles-merged-footnotes', 'xlsx', [titled]);
  office('titles-merged-footnotes', 'ods', [titled]);

  office('english-reordered', 'xlsx', [
    {
      name: 'Sheet1',
      rows: [
        ['Group', 'Recusals', 'Region', 'Full name', 'Gender', 'Reviewer no.'],
        ['Deputies', 'A01; B01', 'Qingxi', 'Zhang San', 'm', 'R-1'],
        ['Residents', 'none', '', 'Li Si', 'f', 'R-2'],
      ],
    },
  ]);

  const [head = [], first = [], second = [], ...rest] = UNITS;
  office('cover-hidden-rows', 'xlsx', coverSheets(head, first, second, rest));
  office('cover-hidden-rows', 'ods', coverSheets(head, first, second, rest));

  office('numbers', 'xlsx', [
    {
      name: '代表',
      rows: [
        ['编号', '姓名', '组别', '出生日期', '届别', '电话'],
        [{ number: 1 }, '张三', '企业', { date: '1986-01-10' }, { number: 15 }, '013800000001'],
        [{ number: 2 }, '李四', '企业', { date: '1990-12-31' }, { number: 15 }, '013800000002'],
        ['003', '王五', '居民', '', { number: 0.1 }, { number: 13800000003 }],
        [{ number: 4, format: '000' }, '赵六', '居民', '', '', ''],
      ],
    },
  ]);

  const spoilt: FlatSheet = {
    name: '代表',
    rows: [
      ['编号', '姓名', '组别', '身份证号', '出生日期', '回避单位'],
      [{ number: 123456789012345000 }, '张三', '企业', { number: 110101199003070000 }, { date: '1990-03-07' }, '无'],
      [{ date: '2026-01-02' }, '李四', { date: '2026-03-04' }, '110101199003074567', { date: '1986-01-10' }, 'A01'],
      ['007', '王五', '居民', '', { date: '1970-12-31' }, ''],
      [{ number: 8 }, { date: '2026-03-01' }, { percent: 0.5 }, { number: 13800000003 }, '', 'A01 B01'],
    ],
  };
  office('spoilt', 'xlsx', [spoilt]);
  office('spoilt', 'ods', [spoilt]);

  office('widths', 'xlsx', [
    {
      name: '名单',
      rows: [
        ['　编　号　', '单 位 名 称', '类别：'],
        ['　Ａ０１ ', '　区政府办公室　', '区级部门 '],
        ['Ａ０２　', '区发展改革委 ', '区级　部门'],
        ['C０1', ' 区委（区政府）“双拥”办', '乡镇'],
      ],
    },
  ]);

  office('recusals-by-name', 'xlsx', [
    {
      name: '代表',
      rows: [
        ['姓名', '组别', '回避单位'],
        ['张三', '企业', '区党史研究室、区地方志办'],
        ['李四', '企业', '区税务局、区党史研究室、区地方志办；A01'],
        ['王五', '居民', '青溪镇\n北桥街道'],
        ['赵六', '居民', '/'],
        ['孙七', '居民', '—'],
        ['周八', '居民', '无'],
      ],
    },
  ]);

  office('wrong', 'xlsx', [
    { name: '说明', rows: [['请按“代表”工作表的格式填写。']] },
    {
      name: '代表',
      rows: [
        ['评议代表名单'],
        ['编号', '姓名', '组别', '性别', '回避单位'],
        ['R1', '张三', '企业', '男', '无'],
        ['Ｒ1', '李四', '企业', '女', '区审计局'],
        ['R3', '', '居民', '女', 'A01、Z9'],
        ['R 4', '王五', '居民', '女', ''],
        ['R5', '赵六', '', '男', '区税务局'],
      ],
    },
  ]);

  office('two-names', 'xlsx', [
    {
      name: '名单',
      rows: [
        ['编号', '单位全称', '单位简称', '类别'],
        ['A01', '某市某区民政局', '区民政局', '区级部门'],
        ['A02', '某市某区教育局', '区教育局', '区级部门'],
      ],
    },
  ]);
}

function coverSheets(
  head: readonly string[],
  first: readonly string[],
  second: readonly string[],
  rest: readonly (readonly string[])[],
): readonly FlatSheet[] {
  return [
    { name: '封面', rows: [['2026年度绩效评议会'], [], ['名单见下一张工作表']] },
    { name: '单位名单', rows: [head, first, second, ...rest], hiddenRows: [3, 5] },
    { name: '去年', rows: [head, ['X1', '去年的局', '区级部门']] },
    { name: '草稿', rows: [head, ['Y1', '草稿的局', '区级部门']], hidden: true },
    { name: '空表', rows: [] },
  ];
}

/** Text in the encodings and with the delimiters that programs write; 85 is LibreOffice's number of GB18030. */
function csvFiles(): void {
  officeCsv('units-gb18030', '44,34,85,1');
  officeCsv('units-utf8', '44,34,76,1');
  const lines = (delimiter: string) => UNITS.map((cells) => cells.join(delimiter)).join('\r\n');
  write('units-semicolon-bom.csv', Buffer.from(`\ufeff${lines(';')}\r\n`));
  write('units-tab-utf16.txt', Buffer.from(`\ufeff${lines('\t')}\r\n`, 'utf16le'));
  write(
    'web-page.xls',
    Buffer.from('<html><body><table><tr><td>编号</td><td>名称</td></tr></table></body></html>'),
  );
}

/** What other writers do: prefixes, no cell addresses, inline strings, rich text with its pronunciation, 1904. */
function byHand(): void {
  const prefixed = sheetXml(UNITS).replace(/<(\/?)([a-z])/gi, '<$1x:$2');
  write(
    'prefixed-inline.xlsx',
    zipOf(workbookParts([{ name: '名单', xml: prefixed.replace(/ r="[^"]*"/g, '') }])),
  );
  const strings = sharedStringsXml([
    '<t>编号</t>',
    '<r><t>姓</t></r><r><rPr><b/></rPr><t>名</t></r><rPh sb="0" eb="2"><t>xingming</t></rPh>',
    '<t>组别</t>',
    '<t>出生日期</t>',
    '<t xml:space="preserve"> 张 三_x000D_</t>',
    '<t>企业 &amp; 工会 &#x7EC4;</t>',
  ]);
  const rich =
    '<worksheet><sheetData>' +
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="s"><v>3</v></c></row>' +
    '<row r="3"><c r="A3" t="str"><f>"R"&amp;1</f><v>R1</v></c><c r="B3" t="s"><v>4</v></c><c r="C3" t="s"><v>5</v></c><c r="D3" s="1"><v>30000</v></c></row>' +
    '</sheetData></worksheet>';
  const styles =
    '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const extra = [
    { name: 'xl/sharedStrings.xml', text: strings },
    { name: 'xl/styles.xml', text: styles },
  ];
  write(
    'rich-text.xlsx',
    zipOf([...workbookParts([{ name: '代表', xml: rich }], { from1904: true }), ...extra]),
  );
  const failed = sheetXml([['姓名', '组别'], ['张三', '企业'], ['', '企业']]).replace(
    /<c r="A3".*?<\/c>/,
    '<c r="A3" t="e"><f>VLOOKUP(9,B1:C9,2)</f><v>#REF!</v></c>',
  );
  write('failed-formula.xlsx', zipOf(workbookParts([{ name: '代表', xml: failed }])));
}

/** Files that want harm, or have come to some. */
function hostile(): void {
  const whole = readFileSync(join(here, 'units.xlsx'));
  write('truncated.xlsx', whole.subarray(0, Math.floor(whole.length * 0.6)));
  write('picture.xlsx', png());
  write('letter.xlsx', letter());

  const [head = '', tail = ''] = sheetXml([['封面']]).split('<sheetData>');
  const padded = (megabytes: number) =>
    `${head}<!--${' '.repeat(megabytes * 1024 * 1024)}--><sheetData>${tail}`;
  write('zip-bomb.xlsx', zipOf(workbookParts([{ name: '名单', xml: padded(66) }])));
  write('overlapping-bomb.xlsx', overlapping(padded(30)));

  const lies = (declared: number): ZipPart[] =>
    workbookParts([{ name: '名单', xml: sheetXml(UNITS) }]).map((part) =>
      part.name.includes('sheet1') ? { ...part, declared } : part,
    );
  write('says-smaller.xlsx', zipOf(lies(10)));
  write('says-larger.xlsx', zipOf(lies(0xfffffff0)));

  const entities = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY a${String(n + 1)} "${`&a${String(n)};`.repeat(10)}">`,
  ).join('');
  const laughs = sheetXml(UNITS)
    .replace('?>', `?><!DOCTYPE worksheet [<!ENTITY a0 "哈">${entities}]>`)
    .replace('青溪镇', '&a9;');
  write('billion-laughs.xlsx', zipOf(workbookParts([{ name: '名单', xml: laughs }])));

  const broken = sheetXml(UNITS).slice(0, -60);
  write('broken-sheet.xlsx', zipOf(workbookParts([{ name: '名单', xml: broken }])));
  write('password.xlsx', encrypted());
  const far = sheetXml(UNITS).replace(/r="([ABC]?)7"/g, (_, column: string) => `r="${column}1048576"`);
  write('far-row.xlsx', zipOf(workbookParts([{ name: '名单', xml: far }])));
}

/** Forty sheets, each within every limit, that are all the same bytes of the file. */
function overlapping(xml: string): Buffer {
  const sheets = Array.from({ length: 40 }, (_, n) => ({ name: `表${String(n + 1)}`, xml }));
  return zipOf(workbookParts(sheets), { shareEqual: true });
}

/** The beginning of a compound document and the names in its directory, as an encrypted workbook has them. */
function encrypted(): Buffer {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  for (const [n, name] of ['Root Entry', 'EncryptionInfo', 'EncryptedPackage'].entries())
    bytes.write(name, 1024 + n * 128, 'utf16le');
  return bytes;
}

/** A text document is a zip file with relations as well. */
function letter(): Buffer {
  const parts = workbookParts([]).filter(({ name }) => name === '_rels/.rels');
  const relations = parts.map((part) => ({
    ...part,
    text: part.text.replace('xl/workbook.xml', 'word/document.xml'),
  }));
  return zipOf([...relations, { name: 'word/document.xml', text: '<document>通知</document>' }]);
}

/** One white dot. */
function png(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function office(name: string, format: string, sheets: readonly FlatSheet[]): void {
  const source = join(scratch, `${name}.fods`);
  writeFileSync(source, flatSpreadsheet(sheets));
  soffice(format, source);
  renameSync(join(scratch, `${name}.${format}`), join(here, `${name}.${format}`));
}

function officeCsv(name: string, options: string): void {
  const source = join(scratch, `${name}.fods`);
  writeFileSync(source, flatSpreadsheet([{ name: '名单', rows: UNITS }]));
  soffice(`csv:Text - txt - csv (StarCalc):${options}`, source);
  renameSync(join(scratch, `${name}.csv`), join(here, `${name}.csv`));
}

function soffice(to: string, source: string): void {
  const profile = `-env:UserInstallation=file://${join(scratch, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', scratch, source],
    { stdio: 'ignore' },
  );
}

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(here, name), bytes);
}
