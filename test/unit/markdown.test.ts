// What a text report becomes on our pages: plain data, in which nothing can be anything but text (BALLOTS.md §3).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boldRuns, markdownBlocks, type Block } from '../../client/documents/markdown.ts';
import { growth, PROPORTIONAL } from '../growth.ts';
import { sizeText } from '../../client/documents/size.ts';
import { repetitions, seed } from '../repetitions.ts';

const texts = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map(({ text }) => text)
      : block.kind === 'rule'
        ? []
        : [block.text],
  );

describe('markdown', () => {
  it('is headings, lists, paragraphs, rules and what stays as it stands', () => {
    const source = [
      '# 2026年述职报告 #',
      '第一段，',
      '还是第一段。',
      '',
      '## 一、工作',
      '- 甲',
      '  - 乙',
      '* 丙',
      '3. 三',
      '4、四',
      '---',
      '| a | b |',
      '|---|---|',
      '```',
      '# code',
      '```',
      'end',
    ].join('\r\n');
    expect(markdownBlocks(source)).toEqual([
      { kind: 'heading', level: 1, text: '2026年述职报告' },
      { kind: 'paragraph', text: '第一段，\n还是第一段。' },
      { kind: 'heading', level: 2, text: '一、工作' },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          { text: '甲', depth: 0 },
          { text: '乙', depth: 1 },
          { text: '丙', depth: 0 },
        ],
      },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          { text: '三', depth: 0 },
          { text: '四', depth: 0 },
        ],
      },
      { kind: 'rule' },
      { kind: 'verbatim', text: '| a | b |' },
      { kind: 'verbatim', text: '# code' },
      { kind: 'paragraph', text: 'end' },
    ]);
  });

  it('leaves HTML, links and pictures as the text that they are', () => {
    for (const line of [
      '<img src=x onerror=alert(1)>',
      '[a](javascript:alert(1))',
      '![x](https://evil.example/p.png)',
      '<script>alert(1)</script>',
    ])
      expect(markdownBlocks(line)).toEqual([{ kind: 'paragraph', text: line }]);
  });

  it('tells bold runs apart', () => {
    expect(boldRuns('a **b** c**d')).toEqual([
      { bold: false, text: 'a ' },
      { bold: true, text: 'b' },
      { bold: false, text: ' c**d' },
    ]);
  });

  it('comes to an end with whatever is read, and loses no word', () => {
    const piece = fc.constantFrom(
      '#',
      '- ',
      '1. ',
      '```',
      '|',
      '\n',
      '\n\n',
      '**',
      'word',
      ' ',
      '\t',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const source = pieces.join('');
        const kept = texts(markdownBlocks(source)).join('\n');
        // A fence's own line is no content.
        const words = (text: string) => text.split('word').length;
        if (!source.includes('```')) expect(words(kept)).toBe(words(source));
      }),
      { seed: seed(20261122), numRuns: repetitions(500, 20 * 500) },
    );
  });

  it.each([
    ['stars', (n: number) => '*'.repeat(2 * n)],
    ['hashes', (n: number) => '#'.repeat(2 * n)],
    ['blanks', (n: number) => ' '.repeat(n) + 'x'],
    ['dashes', (n: number) => '- '.repeat(n)],
    ['lines', (n: number) => 'a\n'.repeat(n)],
    ['headings', (n: number) => '# a\n'.repeat(n)],
  ])('is read in time in proportion to its length, however it is made: %s', (_, source) => {
    const work = (n: number) => {
      markdownBlocks(source(n)).forEach((block) => texts([block]).forEach(boldRuns));
    };
    expect(growth(work, 12_500)).toBeLessThan(PROPORTIONAL);
  });
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [830_400, '830 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [20_000_000, '20.0 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
