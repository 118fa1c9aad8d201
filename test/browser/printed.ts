// What comes out of the printer.
import { inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Each page's width and height in whole millimetres: `210×297`. */
export async function printedPages(page: Page): Promise<readonly string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  expect(boxes).toHaveLength([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length);
  return boxes.map(([, ...points]) =>
    points.map((one) => String(Math.round((Number(one) / 72) * 25.4))).join('×'),
  );
}

/** How far each page's print area is from its left and upper edge, in whole millimetres: `16 18`. */
export async function printedMargins(page: Page): Promise<readonly string[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  const margins: string[] = [];
  for (const { 0: start, index } of text.matchAll(/\/FlateDecode[^]{0,40}?>>\s*stream\r?\n/g)) {
    const at = index + start.length;
    const drawn = inflateSync(pdf.subarray(at, text.indexOf('endstream', at))).toString('latin1');
    // Chromium begins each page by turning it over and clipping it to what lies within the margins.
    const area = /^([\d.]+) 0 0 -[\d.]+ 0 [\d.]+ cm\s+q\s+([\d.]+) ([\d.]+) [\d.]+ [\d.]+ re/.exec(
      drawn,
    );
    if (!area) continue;
    const [, scale, ...edges] = area;
    const inMillimetres = (one: string) => Math.round(((Number(one) * Number(scale)) / 72) * 25.4);
    margins.push(edges.map((one) => String(inMillimetres(one))).join(' '));
  }
  return margins;
}
