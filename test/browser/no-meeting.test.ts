// Bare paths before there is a meeting: each looks like the page it will be, and opens by itself.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { awayText } from '../../shared/text/away.ts';
import { homeText } from '../../shared/text/home.ts';
import { PASSPHRASE, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { unreadable } from './legible.ts';

const PAGES = [
  ['screen', 'projector'],
  ['watch', 'phone'],
  ['j', 'phone'],
] as const;

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

it('screen, watch and join page wait for a meeting, through a server that is away, and open it', async () => {
  const waiting = [];
  for (const language of ['zh', 'en'] as const)
    for (const [name, size] of PAGES) {
      const { page, context } = await open(browser, `${server.origin}/${name}`, size, language);
      const text = homeText[language];
      await page.getByRole('heading', { name: text.nothing }).waitFor();
      await page.getByText(text.opensItself[name]).waitFor();
      expect(await unreadable(page, 'main')).toEqual([]);
      await picture(page, `no-meeting-${name}-${language}`);
      waiting.push({ page, context, name, language });
    }
  // Whoever cannot reach the server is told so and goes on trying.
  const away = waiting.filter(({ language }) => language === 'zh');
  for (const { page } of away) {
    await page.route('**/api/meetings', (route) => route.abort());
    await page.getByRole('heading', { name: awayText.zh.unreachable }).waitFor();
    await page.getByText(homeText.zh.triesAgain).waitFor();
  }
  const staff = new StaffClient(server.origin);
  await staff.accept(server.app.staffLink ?? '', '主持', PASSPHRASE);
  await staff.create('区政府年度绩效评议会');
  for (const { page } of away) await page.unroute('**/api/meetings');
  for (const { page, context, name } of waiting) {
    await page.waitForURL(`**/m/${staff.meeting}/${name}`);
    await context.close();
  }
  staff.close();
});
