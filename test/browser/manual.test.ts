// The manual as it is served: in the reader's language, with its pictures and no script; the cards one to a sheet.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { printedPages } from './printed.ts';
import { languages } from './sizes.ts';

describe('the manual', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each([
    ['zh', '公评使用手册'],
    ['en', 'Kleroterion: the manual'],
  ] as const)(
    'opens in the reader’s language, fits a phone, and needs nothing else, %s',
    async (language, title) => {
      const { page, complaints } = await open(
        browser,
        `${server.origin}/manual`,
        'phone',
        language,
      );
      await page.getByRole('heading', { name: title }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const images = await page.locator('img').evaluateAll((all) =>
        all.map((one) => ({
          isHere: (one as HTMLImageElement).naturalWidth > 0,
          isInside: (one as HTMLImageElement).src.startsWith('data:'),
        })),
      );
      expect(images.length).toBeGreaterThan(20);
      expect(images.filter(({ isHere, isInside }) => !isHere || !isInside)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await page.locator('script').count()).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(languages('zh'))('prints three cards, one to a sheet of A5, %s', async (language) => {
    const url = `${server.origin}/manual/${language}-cards.html`;
    const { page } = await open(browser, url, 'laptop', language);
    await picture(page, `cards-${language}`);
    await page.emulateMedia({ media: 'print' });
    const overfull = await page
      .locator('article')
      .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    expect(await page.locator('article').count()).toBe(4);
    expect(overfull).toBe(0);
    const cut = await page
      .locator('section')
      .evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).length);
    expect(cut).toBe(0);
    expect(await printedPages(page)).toEqual(['148×210', '148×210', '148×210']);
    await page.context().close();
  });

  it('is a step away from the front page, the meetings and the preparations', async () => {
    const front = await open(browser, server.origin, 'phone', 'en');
    const staff = await moderator(server);
    const console = await openConsole(browser, staff, 'setup/overview');
    for (const [page, name, href] of [
      [front.page, 'Manual', '/manual/en.html'],
      [console.page, '手册', '/manual/zh.html'],
    ] as const)
      expect(await page.getByRole('link', { name }).getAttribute('href')).toBe(href);
    await console.page.goto(`${server.origin}/console`);
    await console.page.getByRole('link', { name: '手册' }).waitFor();
    staff.close();
    await front.context.close();
    await console.context.close();
  });
});
