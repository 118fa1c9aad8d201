// What comes out of the printer.
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
