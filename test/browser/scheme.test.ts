// The scheme's page: every setting by hand, the example beside it that follows, and that it holds at any size of text.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ReviewerId } from '../../shared/ids.ts';
import { importExamples, moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { readAt, whatFails } from './holds.ts';
import { languages, PERCENT } from './sizes.ts';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await importExamples(staff);
  const { groups } = staff.view.setup;
  const weights = groups.map(({ id }, n) => ({ group: id, weight: n === 0 ? 30 : 20 }));
  await staff.run({ type: 'SetWeights', weights });
  const first = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 6);
  await staff.run({ type: 'FillSeats', reviewers: first satisfies readonly ReviewerId[] });
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

const choose = (page: Page, option: string) => page.getByLabel(option, { exact: true }).check();
const example_ = (page: Page): Locator => page.getByRole('complementary', { name: '试算一家' });
const says = (page: Page, text: string) => example_(page).getByText(text).first().waitFor();

describe('the scheme’s page', () => {
  it('works a unit out while it is edited, and saves what it shows', async () => {
    const { page, context, complaints } = await openConsole(browser, staff, 'setup/scheme');
    await says(page, '分数是编的');
    // The usual agenda scores live, for which small groups should not count.
    await page.getByText('议程里有边收票边公布的评分').waitFor();
    // 585 / 7, the meeting’s own first group and weight.
    await says(page, '83.57 × 30');
    await choose(page, '去掉');
    await says(page, '去掉61.00、98.00，其余5票平均85.20');
    await says(page, '85.20 × 30');
    await page.getByLabel('去掉最高和最低各').fill('3');
    await says(page, '票太少，不去极值');
    // A number that no scheme can have: no figures, until it is mended.
    await page.getByLabel('去掉最高和最低各').fill('');
    await says(page, '设置填好后');
    await choose(page, '拉回');
    await page.getByLabel('离本组平均最多').fill('２。5');
    await says(page, '81.07');
    await page.getByLabel('人大代表').fill('10');
    await says(page, '× 10');
    await choose(page, '一组票少');
    await choose(page, '按没有票算');
    await says(page, '不到保密下限5票，按没有票算，权重分给其他组');
    await choose(page, '该单位没有得分');
    await says(page, '没有得分');
    await page.getByText('任何一组剩下的票不到5张').waitFor();
    await page.getByText('还没有席位，每家单位都会因此没有得分').waitFor();
    await picture(page, 'console-scheme');
    await page.getByRole('button', { name: '保存计分办法' }).click();
    await staff.until(({ setup }) => setup.scheme?.spread.kind === 'cap');
    expect(staff.view.setup.scheme).toMatchObject({
      ...{ spread: { kind: 'cap', margin: '2.5' }, centre: 'mean', floor: 5, step: 3 },
      ...{ belowFloor: 'empty', emptyGroup: 'incomplete' },
    });
    await page.reload();
    expect(await page.getByLabel('拉回', { exact: true }).isChecked()).toBe(true);
    expect(await page.getByLabel('离本组平均最多').inputValue()).toBe('2.5');
    expect(await page.getByLabel('按没有票算', { exact: true }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(languages('en'))('holds at any size of text: %s', async (language) => {
    const { page, context } = await openConsole(browser, staff, 'setup/scheme', 'laptop', language);
    await page.getByRole('complementary').waitFor();
    for (const width of [360, 1280, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const percent of PERCENT) {
        await readAt(page, percent);
        await expect
          .poll(() => whatFails(page), { message: `${String(width)} ${String(percent)}` })
          .toEqual([]);
      }
    }
    await context.close();
  });
});
