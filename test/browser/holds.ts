// Whether a page holds at a reader's size of text: nothing is cut, on each other or out of reach, and it does not go sideways.
import type { CDPSession, Page } from 'playwright-core';

/** What it sets lasts as long as the session that has set it. */
const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** Sets the reader's size of text, in percent of the usual one, as the browser's own settings do. */
export async function readAt(page: Page, percent: number): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  const of = (px: number) => Math.round((px * percent) / 100);
  const fontSizes = { standard: of(16), fixed: of(13) };
  await (await session).send('Page.setFontSizes', { fontSizes });
  await page.waitForFunction(
    (size) => getComputedStyle(document.documentElement).fontSize === `${String(size)}px`,
    of(16),
  );
}

/** What of the page does not hold; empty where all is well. The stage's picture has sizes of its own. */
export function whatFails(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const say = (what: string, of: Element) => {
      const text = (of.textContent || of.getAttribute('aria-label') || '').trim().slice(0, 20);
      found.add(`${what}: ${of.tagName.toLowerCase()}.${of.className} ${text}`);
    };
    const [wide, high] = [document.documentElement.clientWidth, window.innerHeight];
    const chain = (of: Element): readonly Element[] => {
      const all: Element[] = [];
      for (let one: Element | null = of; one; one = one.parentElement) all.push(one);
      return all;
    };
    const isShown = (of: Element) => {
      const { width, height } = of.getBoundingClientRect();
      return (
        width > 1 &&
        height > 1 &&
        of.checkVisibility({
          visibilityProperty: true,
          opacityProperty: true,
          contentVisibilityAuto: true,
        }) &&
        !of.closest('.visually-hidden, div.stage, [aria-hidden="true"], svg') &&
        // A heading for those who hear the page, where a narrow bar has no room for it.
        getComputedStyle(of).clipPath === 'none'
      );
    };
    const styleOf = (of: Element) => getComputedStyle(of);
    /** What moves apart from the page: it may lie on what scrolls below. */
    const layerOf = (of: Element) =>
      chain(of).find((one) => /fixed|sticky/.test(styleOf(one).position) || one.matches('dialog'));
    const scrollerOf = (of: Element) =>
      chain(of)
        .slice(1)
        .find((one) => /auto|scroll/.test(styleOf(one).overflowX));
    const all = [...document.body.querySelectorAll('*')].filter(isShown);

    if (document.documentElement.scrollWidth > wide + 1) {
      const out = all.filter(
        (one) => !scrollerOf(one) && one.getBoundingClientRect().right > wide + 1,
      );
      for (const one of out.filter(
        (one) => !out.some((other) => one !== other && one.contains(other)),
      ))
        say('sideways', one);
    }

    for (const one of document.querySelectorAll('dialog[open]'))
      if (one.scrollWidth > one.clientWidth + 1) say('sideways', one);

    for (const one of all) {
      const style = styleOf(one);
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') continue;
      const hidesX = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
      const hidesY = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
      if (!hidesX && !hidesY) continue;
      const box = one.getBoundingClientRect();
      const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || !isShown(parent) || !node.textContent?.trim()) continue;
        const inner = chain(parent).slice(0, chain(parent).indexOf(one));
        if (inner.some((box) => /auto|scroll|hidden|clip/.test(styleOf(box).overflow))) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const line = range.getBoundingClientRect();
        if (line.right > box.right + 2 || line.bottom > box.bottom + 4 || line.left < box.left - 2)
          say('cut', parent);
      }
    }

    const controls = all.filter(
      (one) =>
        one.matches('button, a[href], input, select, textarea, summary, [role="tab"]') &&
        styleOf(one).pointerEvents !== 'none',
    );
    for (const one of controls) {
      const box = one.getBoundingClientRect();
      const scroller = scrollerOf(one);
      if (!scroller && (box.right > wide + 1 || box.left < -1)) say('out of reach', one);
      if (!scroller && box.top + scrollY < -1) say('above the page', one);
      if (one.matches('button, summary, [role="tab"]') && box.height < 31)
        say('too low for a finger', one);
    }
    const boxes = controls.map((one) => ({
      one,
      box: one.getBoundingClientRect(),
      layer: layerOf(one),
    }));
    for (const [n, a] of boxes.entries())
      for (const b of boxes.slice(n + 1)) {
        if (a.layer !== b.layer || a.one.contains(b.one) || b.one.contains(a.one)) continue;
        if (scrollerOf(a.one) !== scrollerOf(b.one)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 2 && down > 2) {
          say('on another control', a.one);
          say('under another control', b.one);
        }
      }

    for (const of of all)
      for (const node of of.childNodes) {
        const text = node.textContent?.trim() ?? '';
        if (node.nodeType !== 3 || text === '' || of.closest('code, [class*="hash"]')) continue;
        const size = Number.parseFloat(styleOf(of).fontSize);
        const root = Number.parseFloat(styleOf(document.documentElement).fontSize);
        if (size < 0.8125 * root - 0.5 && !of.closest('section > article'))
          say('small letters', of);
        const range = document.createRange();
        range.selectNodeContents(node);
        const rects = [...range.getClientRects()];
        const lines = new Set(rects.map(({ bottom }) => Math.round(bottom))).size;
        if (/^[A-Za-z]{2,14}$/.test(text) && lines > 1) say('broken within a word', of);
        if (text.length > 2 && lines >= text.length) say('letter below letter', of);
      }

    const inks = all.flatMap((of) =>
      [...of.childNodes].flatMap((node) => {
        if (node.nodeType !== 3 || !node.textContent?.trim()) return [];
        const clips = chain(of).filter((one) => styleOf(one).overflow !== 'visible');
        const range = document.createRange();
        range.selectNodeContents(node);
        const half = 0.4 * Number.parseFloat(styleOf(of).fontSize);
        return [...range.getClientRects()].flatMap((line) => {
          const middle = (line.top + line.bottom) / 2;
          let [left, right, top, bottom] = [line.left, line.right, middle - half, middle + half];
          for (const one of clips) {
            const clip = one.getBoundingClientRect();
            left = Math.max(left, clip.left);
            right = Math.min(right, clip.right);
            top = Math.max(top, clip.top);
            bottom = Math.min(bottom, clip.bottom);
          }
          return right - left > 2 && bottom - top > 2
            ? [{ of, left, right, top, bottom, layer: layerOf(of) }]
            : [];
        });
      }),
    );
    inks.sort((a, b) => a.top - b.top);
    for (const [n, a] of inks.entries())
      for (const b of inks.slice(n + 1)) {
        if (b.top > a.bottom) break;
        if (a.of === b.of || a.layer !== b.layer) continue;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 2 && down > 2) {
          say('on another text', a.of);
          say('under another text', b.of);
        }
      }

    // What stays in its place may not take the page's.
    const stays = all.filter(
      (one) => /fixed|sticky/.test(styleOf(one).position) && !one.matches('dialog, dialog *'),
    );
    const taken = stays.reduce((sum, one) => {
      const { top, bottom, height, width } = one.getBoundingClientRect();
      const isSeen = bottom > 0 && top < high && height < high && width > wide / 2;
      return sum + (isSeen ? Math.min(bottom, high) - Math.max(top, 0) : 0);
    }, 0);
    if (taken > 0.6 * high) for (const one of stays) say('takes the screen', one);
    return [...found].slice(0, 12);
  });
}
