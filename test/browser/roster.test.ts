// The console's import step in a real browser: questions, problems, what is stored while others are at work.
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { moderator, startServer, temporaryFolder, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';

const ROSTERS = new URL('../vectors/rosters/', import.meta.url);
const path = (name: string) => new URL(name, ROSTERS).pathname;

const folder = temporaryFolder();
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
  folder.remove();
});

/** The import step of the meeting, as the moderator sees it. */
async function importStep(language: 'zh' | 'en'): Promise<Page> {
  const { page, context } = await open(browser, server.origin, 'laptop', language);
  const [name = '', value = ''] = staff.cookie.split('=');
  await context.addCookies([{ name, value, url: server.origin }]);
  await page.goto(`${server.origin}/m/${staff.meeting}/console`);
  const step = language === 'zh' ? '名册' : 'Rosters';
  await page.getByRole('listitem').getByRole('link', { name: step }).first().click();
  return page;
}

it('asks which column is the name, and takes the answer from the keyboard', async () => {
  const page = await importStep('zh');
  await page.getByLabel('选择单位名单').setInputFiles(path('two-names.xlsx'));
  const short = page.getByRole('radio', { name: 'C列“单位简称”' });
  await short.waitFor();
  await picture(page, 'roster-question');
  await short.press('Space');
  await short.press('Enter');
  await page.getByRole('cell', { name: '区民政局', exact: true }).waitFor();
  await page.getByText('名称').first().waitFor();
  await picture(page, 'roster-preview');

  await page.getByLabel('选择单位名单').setInputFiles(path('picture.xlsx'));
  await page.getByText('这个文件不是表格').waitFor();
  await page.context().close();
});

it('takes a file that is dropped on the place, and stays where it is when one is dropped beside it', async () => {
  const page = await importStep('en');
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['ID,Unit,Category\nA01,Office,Departments\n'], 'dropped.csv'));
    return transfer;
  });
  const beside = await page.evaluate((dataTransfer) => {
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
    return !document.body.dispatchEvent(event);
  }, dropped);
  expect(beside).toBe(true);
  const place = page.locator('label', { has: page.getByLabel('Choose the list of units') });
  await place.dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('dropped.csv was read like this').waitFor();
  await page.context().close();
});

it('stores one roster right after the other, and looks again when someone was quicker', async () => {
  const page = await importStep('zh');
  await page.getByLabel('选择单位名单').setInputFiles(path('titles-merged-footnotes.xlsx'));
  await page.getByText('工作表“评议单位”', { exact: true }).waitFor();
  await page.getByRole('button', { name: '保存这5家单位' }).click();
  await page.getByText('titles-merged-footnotes.xlsx已保存').waitFor();
  // No waiting for the new view: the preview itself tells what it was made against.
  await page.getByLabel(/选择代表名单/).setInputFiles(path('numbers.xlsx'));
  const store = page.getByRole('button', { name: '保存这4位代表' });
  await store.click();
  await page.getByText('numbers.xlsx已保存').waitFor();

  // A change that does not concern the roster: stored all the same.
  const three = Buffer.from('编号,姓名,组别\n1,张三,企业\n2,李四,企业\n3,王五,居民\n');
  const file = { name: 'three.csv', mimeType: 'text/csv', buffer: three };
  await page.getByLabel('换一份代表名单').setInputFiles(file);
  const storeThree = page.getByRole('button', { name: '保存这3位代表' });
  await storeThree.waitFor();
  await page.getByText('新增1条，改动2条，相同0条，去掉2条').waitFor();
  await staff.until(({ setup }) => setup.reviewers === 4);
  const weights = staff.view.setup.groups.map(({ id }) => ({ group: id, weight: 3 }));
  await staff.run({ type: 'SetWeights', weights });
  await storeThree.click();
  await page.getByText('three.csv已保存').waitFor();

  // Another pool meanwhile: shown again, stored only after another press.
  await page.getByLabel('换一份代表名单').setInputFiles(path('numbers.xlsx'));
  await store.waitFor();
  const csv = Buffer.from('编号,姓名,组别\n9,周九,企业\n');
  await staff.importRoster('reviewers', 'others.csv', csv);
  await store.click();
  await page.getByText('刚才名册有变动').waitFor();
  expect(staff.view.setup.reviewers).toBe(1);
  await picture(page, 'roster-changed');
  await store.click();
  await page.getByText('numbers.xlsx已保存').waitFor();
  await staff.until(({ setup }) => setup.reviewers === 4);

  // What is there already is not stored again.
  await page.getByLabel('换一份代表名单').setInputFiles(path('numbers.xlsx'));
  await page.getByText('这4位代表都已经在').waitFor();
  expect(await store.count()).toBe(0);
  await picture(page, 'roster-there');
  await page.getByRole('button', { name: '关闭' }).click();

  // With both lists in, the page says where it goes on.
  await page.getByRole('link', { name: '去演练' }).click();
  await page.getByRole('button', { name: '演练一次' }).waitFor();
  await page.context().close();
});

it('hands out a template in the language of the page', async () => {
  const page = await importStep('en');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download a template' }).first().click();
  const download = await downloading;
  const name = download.suggestedFilename();
  expect(name).toBe('Units template.xlsx');
  const file = join(folder.path, name);
  await download.saveAs(file);
  await page.getByLabel(/list of units/).setInputFiles(file);
  await page.getByText('District Government Office').waitFor();
  await page.context().close();
});
