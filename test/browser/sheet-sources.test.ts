// A sheet from a spreadsheet, from another meeting, and from two people at once, in a real browser.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { SheetNode } from '../../shared/scoring/sheet.ts';
import { importExamples, moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;

const line = (id: string, name: string, more: object = {}) =>
  ({ id, name, weight: '50', max: '50', step: '1', ...more }) as SheetNode;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await importExamples(staff);
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

/** The editor of sheets, as the moderator sees it. */
async function sheetStep(language: 'zh' | 'en'): Promise<Page> {
  const { page, context } = await open(browser, server.origin, 'laptop', language);
  await page.setViewportSize({ width: 1280, height: 900 });
  const [name = '', value = ''] = staff.cookie.split('=');
  await context.addCookies([{ name, value, url: server.origin }]);
  await page.goto(`${server.origin}/m/${staff.meeting}/console`);
  const step = language === 'zh' ? '评分表' : 'Sheet';
  await page.getByRole('listitem').getByRole('link', { name: step }).first().click();
  return page;
}

const file = (text: string) => ({
  name: '年度评分.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Of the sheet that two people change. */
const namesNow = () =>
  staff.view.setup.sheets.find(({ id }) => id === 'two-people')?.children.map(({ name }) => name);

const versions = () => staff.view.setup.sheets.map(({ name, version }) => [name, version]);

it('a file fills the editor and stores nothing until it is saved; one that is wrong changes nothing', async () => {
  const page = await sheetStep('zh');
  const before = versions();
  await page.getByRole('button', { name: '从表格导入' }).click();
  const input = page.getByLabel('选择评分表文件');
  await input.setInputFiles(file('一级指标,评分项,满分,由谁评\n业绩,任务,60,老干部\n,服务,,'));
  await page.getByText('第2行，D列“由谁评”：没有叫“老干部”的组别').waitFor();
  await page.getByText('第3行，C列“满分”：“满分”没有填').waitFor();
  await picture(page, 'sheet-import-problems');
  expect(await page.getByText('有改动，还没保存').count()).toBe(0);

  await input.setInputFiles(
    file('一级指标,评分项,满分,每格\n业绩,任务,60,0.5\n,服务,20,\n作风,纪律,20,\n合计,,100,'),
  );
  await page.getByText('年度评分.csv已放进下面，还没有保存').waitFor();
  await page.getByText('合计与各项相符').waitFor();
  expect(await page.getByRole('textbox', { name: '第1.2项名称' }).inputValue()).toBe('服务');
  expect(versions()).toEqual(before);
  await picture(page, 'sheet-imported');

  const name = page.getByRole('textbox', { name: '评分表名称' });
  if ((await name.inputValue()) === '') await name.fill('年度评分');
  await page.getByRole('button', { name: '保存评分表' }).click();
  await page.getByText('没有改动').waitFor();
  expect(
    staff.view.setup.sheets.flatMap(({ children }) => children.map((one) => one.name)),
  ).toEqual(expect.arrayContaining(['业绩', '作风']));
  await page.context().close();
});

it('a sheet of another meeting is copied, with a remark about groups that are not here', async () => {
  const here = staff.meeting;
  await staff.create('上一年的评议会');
  await staff.importRoster('reviewers', 'r.csv', Buffer.from('姓名,组别\n甲,老干部\n乙,人大代表'));
  const [group = ''] = staff.view.setup.groups.map(({ id }) => id);
  await staff.run({
    type: 'AdoptSheet',
    sheet: {
      ...{ id: 'last-year', name: 'Last year' },
      children: [line('a', 'Results', { groups: [group] }), line('b', 'Conduct')],
    },
  });
  await staff.connect(here);
  const page = await sheetStep('en');
  await page.getByRole('button', { name: 'Copy from another meeting' }).click();
  await page
    .getByRole('combobox', { name: 'Which meeting' })
    .selectOption({ label: '上一年的评议会' });
  const sheets = page.getByRole('combobox', { name: 'Which of its sheets' });
  await sheets.selectOption({ label: 'Last year (version 1)' });
  await picture(page, 'sheet-copy');
  await page.getByRole('button', { name: 'Copy it here' }).click();
  await page.getByText('no such groups: 老干部').waitFor();
  expect(await page.getByRole('textbox', { name: 'Name of criterion 1' }).inputValue()).toBe(
    'Results',
  );
  await picture(page, 'sheet-copied');
  await page.getByRole('button', { name: 'Save as another' }).click();
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect
    .poll(() => versions().map(([name]) => name))
    .toContainEqual(expect.stringContaining('(copy)'));
  await page.context().close();
});

it('of two people who change one sheet the second is told, looks, and chooses; nothing is lost', async () => {
  const sheet = { id: 'two-people', name: '两人', children: [line('a', '甲')] };
  await staff.run({ type: 'AdoptSheet', sheet });
  const version = 1;
  const [first, second] = await Promise.all([sheetStep('zh'), sheetStep('zh')]);
  for (const page of [first, second])
    await page.getByRole('combobox', { name: '哪张评分表' }).selectOption({ label: '两人' });
  const nameOf = (page: Page) => page.getByRole('textbox', { name: '第1项名称' });
  await nameOf(first).fill('先存的');
  await nameOf(second).fill('后存的');
  await first.getByRole('button', { name: '保存评分表' }).click();
  await second.getByText(`另一位工作人员刚保存了第${version + 1}版`).waitFor();
  expect(await nameOf(second).inputValue()).toBe('后存的');
  expect(await first.getByText('另一位工作人员刚保存了').count()).toBe(0);
  await second.getByRole('button', { name: `看第${version + 1}版` }).click();
  await second.getByText('先存的').waitFor();
  await picture(second, 'sheet-newer');
  await second.getByRole('button', { name: `保存我的，作为第${version + 2}版` }).click();
  await second.getByText('另一位工作人员刚保存了').waitFor({ state: 'hidden' });
  await expect.poll(() => namesNow()).toEqual(['后存的']);

  // The other way: one's own is let go.
  await nameOf(first).fill('又改');
  await nameOf(second).fill('不要了');
  await first.getByRole('button', { name: '保存评分表' }).click();
  await second.getByRole('button', { name: `放弃我的，用第${version + 3}版` }).click();
  await expect.poll(() => nameOf(second).inputValue()).toBe('又改');
  await Promise.all([first.context().close(), second.context().close()]);
});

it('what others change beside the sheet does not stand in the way of saving it', async () => {
  const page = await sheetStep('en');
  await page.getByRole('combobox', { name: 'Which sheet' }).selectOption({ label: '两人' });
  await page.getByRole('textbox', { name: 'Name of criterion 1' }).fill('Kept');
  const { touched } = staff.view.control.expects.roster;
  const other = { id: 'beside', name: '另一张', children: [line('a', '甲')] };
  await staff.run({ type: 'AdoptSheet', sheet: other });
  await page
    .getByRole('combobox', { name: 'Which sheet' })
    .getByRole('option', { name: '另一张' })
    .waitFor({ state: 'attached' });
  expect(staff.view.control.expects.roster.touched).not.toBe(touched);
  await page.getByRole('button', { name: 'Save the sheet' }).click();
  await expect.poll(() => namesNow()).toEqual(['Kept']);
  await page.context().close();
});
