// The setup in a real browser: every step has an address, rows move by their number, long commands arrive.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { example, moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, open } from './browser.ts';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

async function console_(place: string): Promise<Page> {
  const { page, context } = await open(browser, server.origin, 'laptop');
  const [name = '', value = ''] = staff.cookie.split('=');
  await context.addCookies([{ name, value, url: server.origin }]);
  await page.goto(`${server.origin}/m/${staff.meeting}/console${place}`);
  return page;
}

const place = (page: Page) => page.url().split('/console')[1];

describe('the setup', () => {
  it('has an address for every place: reload, Back and a link find it again', async () => {
    const page = await console_('');
    await page.getByRole('link', { name: '议程' }).first().click();
    await expect.poll(() => place(page)).toBe('/setup/agenda');
    await page.reload();
    await page.getByRole('heading', { name: '议程' }).waitFor();
    expect(place(page)).toBe('/setup/agenda');
    await page.goBack();
    await expect.poll(() => place(page)).toBe('/setup/overview');
    await page.getByRole('main').getByRole('link', { name: '去完成' }).first().click();
    await expect.poll(() => place(page)).toBe('/setup/roster');
    await page.getByRole('tab', { name: '现场' }).click();
    await expect.poll(() => place(page)).toBe('/stage');
    await page.getByRole('tab', { name: '会前准备' }).click();
    await expect.poll(() => place(page)).toBe('/setup/roster');
    await page.goto(page.url().replace('roster', 'nonsense'));
    await expect.poll(() => place(page)).toBe('/setup/overview');
    await page.getByRole('heading', { name: '准备' }).or(page.getByText('备好')).first().waitFor();
  });

  it('moves a row far by its number, and the focus goes with it', async () => {
    const page = await console_('/setup/agenda');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await page.getByLabel('移到第几项：第1项签到').fill('3');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('移到第几项：第3项签到');
    await page.getByLabel('上移：第3项签到').click();
    await expect.poll(focused).toBe('上移：第2项签到');
    await page.keyboard.press('Enter');
    // The first row cannot go up any more: its number has the focus.
    await expect.poll(focused).toBe('移到第几项：第1项签到');
    await page.getByLabel('移到第几项：第1项签到').fill('2');
    await page.keyboard.press('Escape');
    await page.getByLabel('移到第几项：第1项签到').waitFor();
  });

  it('takes a command that is longer than what a socket takes', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `${`P${n}-`.padEnd(60, 'x')},代表${n},甲组`);
    await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
    const csv = ['编号,姓名,组别', ...rows].join('\n');
    await staff.importRoster('reviewers', 'long.csv', new TextEncoder().encode(csv));
    const page = await console_('/setup/seats');
    await page.getByLabel('甲组').fill('300');
    await page.getByRole('button', { name: '安排这300席' }).click();
    await staff.until(({ setup }) => setup.seats === 300);
    await page.getByText('已连接').first().waitFor();
  });
});

describe('a rehearsal', () => {
  it('leads from its page to the stage, and needs no dice at hand', async () => {
    await staff.create('演练', { rehearsal: true, example: true });
    await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
    const page = await console_('/setup/rehearsal');
    await page.getByRole('button', { name: '让模拟手机入场' }).waitFor();
    await page.getByRole('link', { name: '到现场，开始演练' }).click();
    await page.getByRole('button', { name: '进入' }).click();
    const lock = page.getByRole('button', { name: /锁定抽签|再按一次/, disabled: false });
    const fill = page.getByRole('button', { name: '没有骰子，随机填入' });
    // Twice within three seconds; a slow machine may let the first press lapse and needs both again.
    await expect
      .poll(
        async () => {
          if (!(await fill.isVisible()) && (await lock.isVisible())) await lock.click();
          return fill.isVisible();
        },
        { timeout: 45_000, interval: 300 },
      )
      .toBe(true);
    await fill.click();
    // Both readings agree, and the key is that of the names.
    await page.getByRole('button', { name: '公布', exact: true }).waitFor();
    await staff.until(
      ({ control: { stage } }) =>
        stage.body.kind === 'draw' && (stage.body.draw.sources[0]?.digits ?? '').length === 20,
    );
    await page.context().close();
  });
});
