// What of a page is not large enough for the large version (LOOK.md §4): its text, its lines, its keys.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Letters from 18 px, lines at least 1.3 apart, keys at least 60 × 60; empty where all is well. */
export function whatIsSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const isShown = (of: Element) => {
      const { width, height } = of.getBoundingClientRect();
      return width > 1 && height > 1 && of.checkVisibility({ visibilityProperty: true });
    };
    // The seal is a mark; what is not seen is not read.
    const apart = '.visually-hidden, [aria-hidden="true"], [role="img"], svg, noscript, #start';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.nodeValue?.trim() ?? '';
      if (!of || text === '' || of.closest(apart) || !isShown(of)) continue;
      const style = getComputedStyle(of);
      const size = Number.parseFloat(style.fontSize);
      const line = Number.parseFloat(style.lineHeight) / size;
      const what = `${of.tagName.toLowerCase()}.${of.className} ${text.slice(0, 16)}`;
      if (size < 17.99) found.add(`letters of ${size.toFixed(1)}: ${what}`);
      // A lone number has no second line.
      if (line < 1.299 && !/^[\d.,:/–−+ ]+$/.test(text))
        found.add(`lines ${line.toFixed(2)} apart: ${what}`);
    }
    for (const key of document.querySelectorAll('button, input, textarea, select')) {
      if (!isShown(key) || key.closest('.visually-hidden')) continue;
      const { width, height } = key.getBoundingClientRect();
      const name = key.textContent || key.getAttribute('aria-label') || '';
      if (width < 59.9 || height < 59.9)
        found.add(`key of ${width.toFixed(0)} × ${height.toFixed(0)}: ${name.slice(0, 16)}`);
    }
    return [...found];
  });
}

/** What axe finds, of WCAG 2.2 at levels A and AA and of good practice: rule and place. */
export async function whatAxeFinds(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run: (options: object) => Promise<{
            violations: readonly { id: string; nodes: readonly { target: unknown[] }[] }[];
          }>;
        };
      }
    ).axe.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  });
}
