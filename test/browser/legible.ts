// Whether every text of a page can be read: none is cut, none reaches out of the page or its card, no two lie on each other.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { STAGE_SIZES } from './sizes.ts';

/**
 * What cannot be read within these boxes. The letters of a line are taken as high as their size, whatever a font says of
 * its own height; what ends in an ellipsis is cut on purpose.
 */
export async function unreadable(page: Page, boxes: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    interface Ink {
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
      readonly of: Element;
      readonly text: string;
    }
    const found: string[] = [];
    const inkOf = (node: Text): readonly Ink[] => {
      const of = node.parentElement;
      const text = node.data.trim();
      if (!of || text === '') return [];
      const style = getComputedStyle(of);
      if (!of.checkVisibility({ visibilityProperty: true }) || of.closest('.visually-hidden'))
        return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const size = Number.parseFloat(style.fontSize);
      return [...range.getClientRects()].flatMap((line): readonly Ink[] => {
        if (line.width < 1) return [];
        const middle = (line.top + line.bottom) / 2;
        const [top, bottom] = [middle - 0.42 * size, middle + 0.42 * size];
        return [{ left: line.left, right: line.right, top, bottom, of, text: text.slice(0, 24) }];
      });
    };
    const elides = (style: CSSStyleDeclaration) =>
      style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis';
    const isClipping = (style: CSSStyleDeclaration) =>
      style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const scrolls = document.documentElement.scrollHeight > innerHeight + 1;
    const isPinned = (of: Element | null): boolean =>
      of !== null &&
      (['sticky', 'fixed'].includes(getComputedStyle(of).position) || isPinned(of.parentElement));
    for (const box of document.querySelectorAll(selector)) {
      const outer = box.getBoundingClientRect();
      const inks: Ink[] = [];
      const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (const ink of inkOf(node as Text)) {
          let shown = true;
          let elided = false;
          for (let one: Element | null = ink.of; one && one !== box; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (!isClipping(style)) continue;
            const clip = one.getBoundingClientRect();
            const isInside =
              ink.left >= clip.left - 1.5 &&
              ink.right <= clip.right + 1.5 &&
              ink.top >= clip.top - 1.5 &&
              ink.bottom <= clip.bottom + 1.5;
            if (isInside) continue;
            if (elides(style)) {
              elided = true;
              break;
            }
            if (ink.top < clip.bottom && ink.bottom > clip.top) {
              const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
              if (!scrolls) found.push(`cut: ${ink.text}`);
              shown = false;
            } else shown = false;
          }
          if (!shown || elided) continue;
          if (
            ink.left < outer.left - 1.5 ||
            ink.right > outer.right + 1.5 ||
            ink.top < outer.top - 1.5 ||
            ink.bottom > outer.bottom + 1.5
          )
            found.push(`outside: ${ink.text}`);
          inks.push(ink);
        }
      for (const [n, a] of inks.entries())
        for (const b of inks.slice(n + 1)) {
          // A line that ends in an ellipsis lies where the whole one would.
          if (a.of === b.of) continue;
          // What lies behind a bar that stays is read by scrolling.
          if (scrolls && isPinned(a.of) !== isPinned(b.of)) continue;
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 2 && down > 2) found.push(`on each other: ${a.text} | ${b.text}`);
        }
    }
    return [...new Set(found)].slice(0, 20);
  }, boxes);
}

/** The projector's page in each of its sizes: everything on the stage can be read. `look` may see more of each. */
export async function readableOnStage(
  screen: Page,
  what: string,
  look?: (width: number) => Promise<void>,
): Promise<void> {
  for (const [width, height] of STAGE_SIZES) {
    await screen.setViewportSize({ width, height });
    await look?.(width);
    expect.soft(await unreadable(screen, '.stage'), `${what} ${String(width)}`).toEqual([]);
  }
}
