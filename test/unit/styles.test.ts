// Style sheets: lengths grow with the reader's letters, and what stays in pixels is a line, a corner or a hatch.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const CLIENT = new URL('../../client', import.meta.url).pathname;
const MOST_PIXELS = 120;
/** The least size of letters, in rem: 13 px at the usual setting. */
const LEAST = 0.8125;
/** A line; what is wider is a length. */
const LINE_PX = 3;
/** What may be more than a line: corners, the distance of a focus ring, a hatch, a step of motion, the least size of a key. */
const WIDER =
  /^(border(-\w+)*-radius|--radius(-\w+)?|outline-offset|transform|--tap)$|repeating-linear-gradient/;
/** Sheets of paper have the size of paper: in mm and pt, and on a phone they are shown smaller. */
const PAPER = ['console/paper/Paper.module.css', 'console/tickets/TicketSheets.module.css'];
/** The projector's lengths are shares of its height (`cqh`). */
const isStage = (file: string) => file.startsWith('screen/');

const files = readdirSync(CLIENT, { recursive: true, withFileTypes: true })
  .filter((one) => one.isFile())
  .map((one) => relative(CLIENT, join(one.parentPath, one.name)));
const textOf = (file: string) => readFileSync(join(CLIENT, file), 'utf8');

interface Line {
  readonly file: string;
  readonly property: string;
  readonly value: string;
}

const sheets = files
  .filter((file) => file.endsWith('.css'))
  .map((file) => ({ file, css: textOf(file).replace(/\/\*[^]*?\*\//g, '') }));
const lines = sheets.flatMap(({ file, css }) =>
  [...css.matchAll(/([\w-]+)\s*:\s*([^;{}]+);/g)].map(([, property = '', value = '']): Line => ({
    ...{ file, property },
    value: value.replace(/\s+/g, ' ').trim(),
  })),
);
const pages = files
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, code: textOf(file) }));
const say = ({ file, property, value }: Line) => `${file} ${property}: ${value}`;
const pixelsIn = (text: string) =>
  [...text.matchAll(/(-?[\d.]+)px/g)].map(([, px = '']) => Math.abs(Number(px)));

describe('lengths', () => {
  it('in pixels are lines, corners and hatches, and few', () => {
    const lengths = lines.filter(
      ({ property, value }) =>
        pixelsIn(value).some((px) => px > LINE_PX) && !WIDER.test(property) && !WIDER.test(value),
    );
    expect(lengths.map(say)).toEqual([]);
    const count = sheets.reduce((sum, { css }) => sum + pixelsIn(css).length, 0);
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(MOST_PIXELS);
  });

  it('between and around what is read are never in pixels', () => {
    const spaces = lines.filter(
      ({ property, value }) =>
        /^(padding|margin|gap|row-gap|column-gap|font-size|line-height|(min|max)-(width|height)|grid-template)/.test(
          property,
        ) && pixelsIn(value).some((px) => px > 1),
    );
    expect(spaces.map(say)).toEqual([]);
    expect(
      pages.flatMap(({ file, code }) =>
        [...code.matchAll(/style=\{\{[^]*?\}\}/g)].flatMap(([style]) =>
          /\dpx|(?:height|width|padding|margin|gap|fontSize): \d/i.test(style)
            ? [`${file} ${style}`]
            : [],
        ),
      ),
    ).toEqual([]);
  });

  it('at which a page folds are in letters, except for paper', () => {
    const folds = sheets.flatMap(({ file, css }) =>
      [...css.matchAll(/@(?:media|container)[^{]*\d(?:px|rem)[^{]*/g)].map(
        ([rule]) => `${file} ${rule.trim()}`,
      ),
    );
    expect(folds.filter((fold) => !PAPER.some((file) => fold.startsWith(file)))).toEqual([]);
  });
});

describe('letters', () => {
  it('have a size of the scale, or one that follows from it, and none is below 13 px', () => {
    const odd = lines.filter(({ file, property, value }) => {
      if (property !== 'font-size' || isStage(file) || PAPER.includes(file)) return false;
      if (/^var\(--t[1-7]\)$|^[\d.]+(em|cqh|vh|%|pt)$|^inherit$/.test(value)) return false;
      // Between two of the scale, by how much room there is.
      if (/^max\(var\(--t[1-7]\), min\(var\(--t[1-7]\), [\d.]+vw\)\)$/.test(value)) return false;
      const sizes = [...value.matchAll(/([\d.]+)rem/g)].map(([, size = '']) => Number(size));
      return sizes.length === 0 || sizes.some((size) => size < LEAST);
    });
    expect(odd.map(say)).toEqual([]);
    const scale = lines.filter(
      ({ file, property }) => file === 'ui/tokens.css' && /^--t\d$/.test(property),
    );
    expect(scale).toHaveLength(7);
    for (const { value } of scale) expect(Number.parseFloat(value)).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('tokens', () => {
  const all = [...sheets.map(({ css }) => css), ...pages.map(({ code }) => code)].join('\n');
  const used = new Set([...all.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name = '']) => name));

  it('are used, each of them', () => {
    const defined = lines.filter(({ property }) => property.startsWith('--'));
    expect(defined.length).toBeGreaterThan(40);
    const names = [...new Set(defined.map(({ property }) => property))];
    // `var(--hue-${n})` uses each of its kind.
    const isUsed = (name: string) => used.has(name) || used.has(name.replace(/\d+$/, ''));
    expect(names.filter((name) => !isUsed(name))).toEqual([]);
  });

  it('are there, wherever one is used without another value beside it', () => {
    const needed = new Set(
      [...all.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].map(([, name = '']) => name),
    );
    // In a sheet, or set on an element by its page.
    const defined = new Set([...all.matchAll(/(--[\w-]+)['"]?\s*:/g)].map(([, name = '']) => name));
    expect([...needed].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('of layout parts are used: a page or a sheet names each', () => {
    const layout = textOf('ui/layout.css').replace(/\/\*[^]*?\*\//g, '');
    const parts = [...layout.matchAll(/^\.([a-z-]+)(?=[\s,:{])/gm)].map(([, name = '']) => name);
    expect(parts.length).toBeGreaterThan(20);
    const composed = [...all.matchAll(/composes: ([^;]+) from global/g)].flatMap(([, names = '']) =>
      names.split(/\s+/),
    );
    const named = pages.flatMap(({ code }) =>
      [...code.matchAll(/['"`]([^'"`\n]*)['"`]/g)].flatMap(([, text = '']) => text.split(/\s+/)),
    );
    const known = new Set([...composed, ...named]);
    expect([...new Set(parts)].filter((part) => !known.has(part))).toEqual([]);
  });
});

describe('motion', () => {
  it('is a fade for whoever wants it reduced: what moves is animated for the others alone', () => {
    const moving = sheets.flatMap(({ file, css }) => {
      const names = [...css.matchAll(/@keyframes ([\w-]+) \{((?:[^{}]*\{[^{}]*\})*)/g)].flatMap(
        ([, name = '', steps = '']) =>
          /transform|translate|scale|rotate/.test(steps) ? [name] : [],
      );
      const forAll = css.replace(
        /@media \(prefers-reduced-motion: no-preference\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g,
        '',
      );
      return names.map((name) => ({
        name: `${file} ${name}`,
        isForAll: new RegExp(`animation(-name)?:[^;]*\\b${name}\\b`).test(forAll),
      }));
    });
    expect(moving.length).toBeGreaterThanOrEqual(3);
    expect(moving.filter(({ isForAll }) => isForAll)).toEqual([]);
  });
});
