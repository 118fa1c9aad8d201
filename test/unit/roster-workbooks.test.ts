// The parts of reading workbooks by themselves: XML, zip, number formats, and what an export may write into a cell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFlaw } from '../../server/roster/file-flaw.ts';
import { sheetsOf } from '../../server/roster/file.ts';
import { numberFormats, shownNumber } from '../../server/roster/xlsx-formats.ts';
import { attribute, walkXml } from '../../server/roster/xml.ts';
import { Zip } from '../../server/roster/zip.ts';
import { inertCell, originalCell } from '../../shared/sheet-cell.ts';
import { growth, PROPORTIONAL } from '../growth.ts';
import { sheetXml, workbookParts, zipOf } from '../vectors/rosters/xlsx-by-hand.ts';
import { repetitions, seed } from '../repetitions.ts';

function flawOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof FileFlaw) return error.problem.code;
    throw error;
  }
}

describe('XML', () => {
  const walked = (xml: string) => {
    const seen: string[] = [];
    walkXml(xml, {
      open: (name, attributes) => seen.push(`<${name} ${attribute(attributes, 'r') ?? '-'}`),
      close: (name) => seen.push(`>${name}`),
      text: (text) => seen.push(text),
    });
    return seen;
  };

  it('is walked with prefixes, entities, comments, CDATA and > in attributes', () => {
    const xml = `\ufeff<?xml version="1.0"?><!-- a > b --><x:a b="1>2" x:r='&quot;&#65;'><c/>&lt;&#x7532;&amp;<![CDATA[<&]]></x:a>\n`;
    expect(walked(xml)).toEqual(['<a "A', '<c -', '>c', '<甲&', '<&', '>a']);
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&lol;</a>',
    '<a>&</a>',
    '<a>&#x110000;</a>',
    '<!DOCTYPE a><a/>',
    '<a><!-- </a>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a'.repeat(200),
    '<a>'.repeat(200) + '</a>'.repeat(200),
  ])('is refused where it is not well-formed: %j', (xml) => {
    expect(flawOf(() => walked(xml))).toBe('damaged');
  });

  it('is refused where a tag is of megabytes', () => {
    expect(flawOf(() => walked(`<a ${'b="c" '.repeat(1_500_000)}/>`))).toBe('damaged');
  });

  it.each([
    ['attributes', (n: number) => `<a ${'b="c" '.repeat(n)}`],
    ['blanks', (n: number) => `<a${' '.repeat(5 * n)}`],
    ['entities', (n: number) => `<a>${'&amp;'.repeat(2 * n)}`],
    ['openings', (n: number) => '<'.repeat(5 * n)],
    ['one value', (n: number) => `<a b="${'x'.repeat(10 * n)}`],
  ])('takes time in proportion to its length, however hostile: %s', (_, xml) => {
    const work = (n: number) => {
      expect(flawOf(() => walked(xml(n)))).toBe('damaged');
    };
    expect(growth(work, 12_500)).toBeLessThan(PROPORTIONAL);
  });
});

describe('zip files', () => {
  const parts = workbookParts([{ name: '名单', xml: sheetXml([['编号']]) }]);

  it('are read part by part', () => {
    const zip = new Zip(zipOf(parts));
    expect(zip.read('XL\\workbook.xml')?.toString()).toContain('名单');
    expect(zip.read('xl/none.xml')).toBeNull();
  });

  it('are refused where a byte was changed, whichever it is, or read as they were', () => {
    const whole = zipOf(parts);
    const texts = parts.map(({ text }) => text);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        const code = flawOf(() => {
          const zip = new Zip(bytes);
          for (const { name } of parts) {
            const text = zip.read(name)?.toString();
            if (text !== undefined) expect(texts).toContain(text);
          }
        });
        expect([null, 'damaged', 'password', 'too-heavy']).toContain(code);
      }),
      { seed: seed(20261121), numRuns: repetitions(250, 20 * 500) },
    );
  });

  it('may not hold two parts of one name', () => {
    expect(flawOf(() => new Zip(zipOf([...parts, ...parts.slice(0, 1)])))).toBe('damaged');
  });

  it('share one limit among all parts', () => {
    const text = ' '.repeat(40 * 1024 * 1024);
    const zip = new Zip(
      zipOf(
        ['a', 'b', 'c'].map((name) => ({ name, text })),
        { shareEqual: true },
      ),
    );
    expect(zip.read('a')).toHaveLength(text.length);
    expect(zip.read('b')).toHaveLength(text.length);
    expect(flawOf(() => zip.read('c'))).toBe('too-heavy');
  });

  it('never throw anything else, whatever stands in a sheet', () => {
    const piece = fc.constantFrom(
      ...[
        '<row r="1">',
        '<row>',
        '</row>',
        '<c r="A1" t="s">',
        '<c t="n" s="9">',
        '</c>',
        '<v>7</v>',
      ],
      ...[
        '<c r="ZZZ9999999">',
        '<mergeCell ref="A1:XFD1048576"/>',
        '<mergeCell ref="B2:A1"/>',
        'x',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const xml = `<worksheet>${pieces.join('')}</worksheet>`;
        const bytes = zipOf(workbookParts([{ name: 'x', xml }]));
        flawOf(() => sheetsOf(bytes).map((sheet) => sheet.read()));
      }),
      { seed: seed(20261121), numRuns: repetitions(250, 20 * 500) },
    );
  });
});

describe('numbers', () => {
  const styles = (code: string) =>
    `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`;
  const shown = (value: string, code: string, from1904 = false) =>
    shownNumber(value, numberFormats(styles(code))[0] ?? { kind: 'plain' }, from1904);

  it.each([
    ['1', 'General', '1'],
    ['1.0', '0.00', '1'],
    ['0.30000000000000004', 'General', '0.3'],
    ['1E3', 'General', '1000'],
    ['7', '000', '007'],
    ['1234', '000', '1234'],
    ['-7', '000', '-7'],
    ['7.5', '000', '7.5'],
    ['46000', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '2025-12-09'],
    ['46000.5', 'yyyy/m/d h:mm', '2025-12-09 12:00'],
    ['46000', '[Red]0', '46000'],
    ['46', '&quot;day&quot;0', 'day46'],
    ['7', '&quot;A&quot;000', 'A007'],
    ['7', '0&quot;号&quot;', '7号'],
    ['7', '\\R-00_ ', 'R-07'],
    ['7.5', '&quot;A&quot;000', '7.5'],
    ['0.5', '0%', '50%'],
    ['0.5', 'h:mm', '12:00'],
    ['1.5', '[h]:mm', '36:00'],
    ['0.25', 'yyyy/m/d h:mm', '06:00'],
    ['46000', '[$-804]aaaa', '2025-12-09'],
    ['1e17', 'General', '100000000000000000'],
    ['123456789012345678', '0', '123456789012345678'],
    ['-1', 'yyyy/m/d', '-1'],
    ['abc', 'General', 'abc'],
    ['', 'General', ''],
  ])('%s as %s is read as %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  it('count their days from 1904 where the workbook does', () => {
    expect(shown('30000', 'yyyy-mm-dd', true)).toBe('1986-02-19');
  });
});

describe('cells of exports', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\ufeff=1',
  ])('start no formula: %j', (text) => {
    expect(inertCell(text)).toBe(`'${text}`);
    expect(originalCell(inertCell(text))).toBe(text);
  });

  it('are left alone otherwise', () => {
    for (const text of ['', '无', '—', "'quoted'", '张三', '1-2', "O'Neil"]) {
      expect(inertCell(text)).toBe(text);
      expect(originalCell(text)).toBe(text);
    }
  });
});
