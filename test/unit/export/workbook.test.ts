// The workbook's bytes: texts come back as they were, none is a formula, and formulas stand where cells make the score.
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Exported } from '../../../shared/export/exported.ts';
import { exportedSteps } from '../../../shared/export/exporting.ts';
import { text, type Cell, type Sheet } from '../../../shared/export/sheet.ts';
import { sheetsOf } from '../../../shared/export/sheets.ts';
import { finished } from '../../../shared/steps.ts';
import { sheetsOf as read } from '../../../server/roster/file.ts';
import { workbookOf } from '../../../server/export/workbook.ts';
import { exportedPlay } from '../../exported-meeting.ts';

const PRINT = { title: '年度 & "评议" <会>', page: () => '', font: 'Calibri' };
const sheet = (rows: readonly string[]): Sheet => ({
  ...{ name: '单位', rows: rows.map((row) => [text(row)]), head: 1, fixed: 1 },
  ...{ lined: true, filter: true, widths: [20] },
});

describe('texts', () => {
  const texts = [
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty', '=1+1', '=', '==', '+1', '-1'],
    ...['@A1', '＝1', '\u0009=1', 'a\nb', 'a\r\nb', '\u0000\u0007\u001f', '_x0041_', '_x_', ' a '],
    ...['😀', '<a b="c">&amp;</a>', "'", '"', '$& $1', '长'.repeat(120), '\u007f\u009f', '0012'],
  ];

  it('come back letter by letter, also what a plain object inherits and what XML forbids', async () => {
    const bytes = await workbookOf([sheet(['head', ...texts])], PRINT);
    const [first] = read(bytes);
    expect(first?.name).toBe('单位');
    expect(first?.read().rows.map(([cell]) => cell)).toEqual(['head', ...texts]);
  });

  it('are typed: no formula comes of any, whatever it begins with', async () => {
    const files = unzipSync(await workbookOf([sheet(['head', ...texts])], PRINT));
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('<f>');
    expect([...xml.matchAll(/<c [^>]*t="s"/g)]).toHaveLength(texts.length + 1);
    expect(xml).toContain('&amp;L年度 &amp;&amp; "评议" &lt;会&gt;&amp;R');
  });

  it('the same sheets make the same bytes, with the time of no day', async () => {
    const [one, two] = [
      await workbookOf([sheet(texts)], PRINT),
      await workbookOf([sheet(texts)], PRINT),
    ];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    // Date and time of the first file in the archive: 1980-01-01, 00:00.
    expect([...one.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });
});

describe('sheets of a meeting', () => {
  let exported: Exported;
  let sheets: readonly Sheet[];
  beforeAll(async () => {
    const head = { seq: 1, hash: 'a'.repeat(64), root: 'b'.repeat(64) };
    exported = finished(exportedSteps(await exportedPlay(), { head, at: 0 }));
    sheets = sheetsOf(exported, 'en');
  });

  const rowsOf = (from: readonly Sheet[], n: number) => from[n]?.rows ?? [];
  const ofUnit = (from: readonly Sheet[], unit: string) =>
    rowsOf(from, 3).filter(([id]) => id?.kind === 'text' && id.text === unit);
  const kinds = (cells: readonly (Cell | null)[]) => cells.map((cell) => cell?.kind ?? null);

  it('[R6] a unit with a withheld group has words for all its groups and a plain score in shown digits', () => {
    for (const unit of ['U3', 'U4']) {
      const [row = []] = ofUnit(sheets, unit);
      expect(kinds(row.slice(-7))).toEqual([
        ...['text', 'text', 'text', 'text', 'text'],
        ...['number', 'text'],
      ]);
      const score = row.at(-2);
      expect(score?.kind === 'number' && score.value).toMatch(/^\d\d\.\d\d$/);
    }
    const [open = []] = ofUnit(sheets, 'U21');
    expect(open.at(-2)?.kind).toBe('formula');
  });

  it('[R6] a group of weight 0 with few ballots has a word, and the score is still made by the others', () => {
    const [row = []] = ofUnit(sheets, 'U21');
    expect(kinds(row.slice(-7, -2))).toEqual(['number', 'number', 'number', 'text', 'text']);
  });

  it('a unit without a score has neither score nor rank, and says why', () => {
    const row = rowsOf(sheets, 4).find(
      (cells) => cells[2]?.kind === 'text' && cells[2].text === 'U7',
    );
    expect(kinds(row ?? [])).toEqual([null, null, 'text', 'text', 'text', null, 'text']);
  });

  it('a group that did not judge a unit leaves its cells empty, and the others make the score', () => {
    const fewer: Exported = {
      ...exported,
      results: exported.results.map((one) =>
        one.unit === 'U21' ? { ...one, groups: one.groups.slice(0, 4) } : one,
      ),
    };
    const [row = []] = ofUnit(sheetsOf(fewer, 'en'), 'U21');
    expect([row[10], row[15], row[20], row[25], row[30]]).toEqual([null, null, null, null, null]);
    expect(row.at(-2)?.kind).toBe('formula');
  });

  it('a score that its groups do not make has no formula, whatever the reason', () => {
    const wrong: Exported = {
      ...exported,
      results: exported.results.map((one) =>
        one.unit === 'U21'
          ? { ...one, groups: one.groups.map((group) => ({ ...group, weight: '1' })) }
          : one,
      ),
    };
    const [row = []] = ofUnit(sheetsOf(wrong, 'en'), 'U21');
    expect(row.at(-2)?.kind).toBe('number');
  });

  it('says so where scores are too near for a spreadsheet, and then has no formula for a score or a rank', () => {
    const [first, second] = exported.standings;
    if (!first || !second) throw new Error('no standings');
    const near = (n: bigint, shown: string) => ({
      shown,
      value: {
        decimal: '86.0000',
        exact: n === 0n ? '86/1' : `${String(86n * 10n ** 12n + n)}/${String(10n ** 12n)}`,
      },
    });
    const standings = [
      { ...first, rank: 1, score: near(1n, '86.000000000001') },
      { ...second, rank: 2, score: near(0n, '86.000000000000') },
    ];
    const close = sheetsOf({ ...exported, standings }, 'en');
    expect(
      rowsOf(close, 4)
        .flat()
        .some((cell) => cell?.kind === 'formula'),
    ).toBe(false);
    const about = rowsOf(close, 0).flatMap(([, cell]) =>
      cell?.kind === 'text' ? [cell.text] : [],
    );
    expect(about.at(-1)).toContain('without formulas');
  });
});
