// A page that is of another version than the server: it says so calmly, loses nothing, and is never loaded again and again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL } from '../../shared/protocol.ts';
import { updatedText } from '../../shared/text/updated.ts';
import {
  leave,
  moderator,
  must,
  seatPhones,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { fillSheet, openConsole } from './by-hand.ts';

const zh = updatedText.zh;

describe('an update', () => {
  let server: TestServer;
  let hall: Hall;
  let browser: Browser;

  beforeAll(async () => {
    server = await startServer();
    const staff = await moderator(server);
    hall = { staff, ...(await seatPhones(staff, server.origin, 3)) };
    browser = await launch();
  });
  afterAll(async () => {
    leave(hall);
    await browser.close();
    await server.stop();
  });

  const address = (path: string) => `${server.origin}/m/${hall.staff.meeting}/${path}`;

  /** While the test says so, the page connects as one of the version before would, and none of its ballots goes out. */
  async function aging(page: Page) {
    const now = { isOld: false, drop: () => Promise.resolve() };
    await page.routeWebSocket(/\/live\//, (socket) => {
      const upstream = socket.connectToServer();
      now.drop = () => socket.close();
      socket.onMessage((message) => {
        const sent = String(message);
        if (now.isOld && sent.includes('"cast"')) return;
        const old = sent.replace(`"protocol":${PROTOCOL}`, `"protocol":${PROTOCOL - 1}`);
        upstream.send(now.isOld ? old : message);
      });
    });
    return now;
  }

  function loadsOf(page: Page): { readonly n: number } {
    const loads = { n: 0 };
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) loads.n++;
    });
    return loads;
  }

  it('is said on a phone whose ballot waits; once it is loaded again the ballot counts', async () => {
    const { page, context } = await open(browser, 'about:blank', 'phone');
    const now = await aging(page);
    const { staff } = hall;
    hall.phones[0]?.close();
    await page.goto(address(`j${new URL(must(hall.tickets[0]).url).hash}`));
    await page.getByRole('button', { name: '开始' }).click();
    await stageScoring(staff, must(staff.view.subjects[0]).id, 'hidden');
    await fillSheet(page, [30, 15, 20, 10]);
    const loads = loadsOf(page);
    now.isOld = true;
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText('正在送出').first().waitFor();
    await now.drop();
    await page.getByText(zh.kept).waitFor();
    await picture(page, 'updated-phone-zh');
    expect([loads.n, staff.view.progress.done]).toEqual([0, 0]);
    now.isOld = false;
    await page.getByRole('button', { name: zh.reload, exact: true }).click();
    await staff.until(({ progress }) => progress.done === 1);
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    expect(await page.getByText(zh.title).count()).toBe(0);
    await context.close();
  });

  it('is said on a console whose field holds what is not saved; nothing happens by itself', async () => {
    const { page, context } = await openConsole(browser, hall.staff, 'setup/meeting');
    const now = await aging(page);
    await page.reload();
    const field = page.getByRole('textbox').first();
    await field.fill('还没保存的名称');
    const loads = loadsOf(page);
    now.isOld = true;
    await now.drop();
    await page.getByText(zh.unkept).waitFor();
    await picture(page, 'updated-console-zh');
    expect(await field.inputValue()).toBe('还没保存的名称');
    expect(loads.n).toBe(0);
    now.isOld = false;
    await page.getByRole('button', { name: zh.reload, exact: true }).click();
    await page.getByText(zh.title).waitFor({ state: 'detached' });
    await page.getByRole('textbox').first().waitFor();
    await context.close();
  });

  it.each(['screen', 'watch', 'j'])(
    '%s: a cache that gives the old page again is told once',
    async (path) => {
      const { page, context } = await open(
        browser,
        'about:blank',
        path === 'screen' ? 'projector' : 'phone',
        'en',
      );
      const now = await aging(page);
      now.isOld = true;
      const loads = loadsOf(page);
      await page.goto(address(path));
      await page.getByText(updatedText.en.again).waitFor();
      expect(loads.n).toBe(2);
      await picture(page, `updated-${path}-en`);
      now.isOld = false;
      await page.getByRole('button', { name: updatedText.en.reload }).click();
      await page.getByText(updatedText.en.again).waitFor({ state: 'detached' });
      await context.close();
    },
  );
});
