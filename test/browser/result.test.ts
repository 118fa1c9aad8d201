// What a year adds up, from the editor to the last signature: a template, weights with one unit tried beside them, a table
// of scores, an adjustment that a second person confirms, and the steps of the decision.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { SubjectId } from '../../shared/ids.ts';
import { boardHall } from '../board-hall.ts';
import {
  leave,
  PASSPHRASE,
  showBoard,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { whatFails } from './holds.ts';
import { openConsole, pressTwice } from './by-hand.ts';

let browser: Browser;
let server: TestServer;
let hall: Pick<Hall, 'staff' | 'phones'>;
let second: StaffClient;

const UNITS = [
  { name: '区环保局', category: '区级部门', score: 83.2 },
  { name: '区水务局', category: '区级部门', score: 88 },
  { name: '青山镇', category: '乡镇', score: 80 },
  { name: '白水镇', category: '乡镇', score: 75 },
];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  hall = await boardHall(server, UNITS);
  const { staff } = hall;
  await showBoard(staff);
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
  second = new StaffClient(server.origin);
  await second.accept(url, '复核员', PASSPHRASE);
  await second.connect(staff.meeting);
});

afterAll(async () => {
  second.close();
  leave(hall);
  await browser.close();
  await server.stop();
});

const csv = (values: readonly string[]) => ({
  name: '分数.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['单位名称,得分', ...UNITS.map(({ name }, n) => `${name},${values[n] ?? ''}`)].join('\n'),
  ),
});

async function importScores(page: Page, into: string, values: readonly string[]): Promise<void> {
  await page.getByLabel('导入到哪一项').selectOption({ label: into });
  await page.getByLabel('选择表格').setInputFiles(csv(values));
  await page.getByRole('button', { name: '导入4家' }).click();
  await page.getByText('分数.csv已导入').waitFor();
}

it('goes from a template to a final result', async () => {
  const { staff } = hall;
  const { page, context, complaints } = await openConsole(browser, staff, 'setup/result');
  await page.getByRole('button', { name: '用“双随机述职评议”' }).click();
  const trial = page.getByRole('complementary', { name: '试算一家' });
  // Nothing but the meeting's own score is there: the total waits.
  await trial.getByText('83.20').waitFor();
  await page.getByLabel('指标考核的权重').fill('50');
  await page.getByLabel('述职评议的权重').fill('30');
  await page.getByLabel('为什么改').fill('按年度方案');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存').first().waitFor();
  await importScores(page, '指标考核', ['91.2', '90', '88', '86']);
  await importScores(page, '领导评价', ['90', '88', '86', '84']);
  // One table leaves a unit out: said by name, and refused until it is meant.
  await page.getByLabel('导入到哪一项').selectOption({ label: '公众评价' });
  await page.getByLabel('选择表格').setInputFiles(csv(['85.5', '85', '84']));
  await page.getByText('1家没有分数').waitFor();
  await page.getByRole('button', { name: '导入3家' }).click();
  await page.getByText('4家里缺1家（如“白水镇”），没有导入').waitFor();
  await importScores(page, '公众评价', ['85.5', '85', '84', '80']);
  // 0.5 · 91.2 + 0.3 · 83.2 + 0.2 · (0.3 · 90 + 0.7 · 85.5)
  await trial.getByText('87.93').first().waitFor();
  await page.getByLabel('公众评价的权重').fill('65');
  await picture(page, 'console-result-plan');
  await page.getByRole('button', { name: '放弃改动' }).click();

  await page.goto(`${server.origin}/m/${staff.meeting}/console/results?page=adjust`);
  await second.run({
    ...{ type: 'DeclareAdjustment', subject: 'U001' as SubjectId, kind: 'bonus', points: '6' },
    ...{ date: '2026-06-01', event: '国家级试点', tags: [], carried: false },
    ...{ reason: '国家级试点验收', evidence: '国办函12号' },
  });
  await page.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByText('已确认').first().waitFor();
  await picture(page, 'console-result-adjustments');
  await page.getByRole('link', { name: '审定' }).click();
  await page.getByRole('button', { name: '计算结果' }).click();
  await page.getByText('您计算的，要由另一个人复核').first().waitFor();
  await second.until(({ log }) => log.acts.some(({ type }) => type === 'ResultComputed'));
  const { page: now } = await result();
  await second.run({ type: 'CheckResult', hash: now.outcome.hash });
  for (const step of ['记下审核', '记下审定']) {
    const form = page.getByRole('form', { name: step });
    await form.getByLabel('由谁').fill('区绩效考核委员会');
    await form.getByLabel('日期').fill('2026-12-01');
    await form.getByLabel('文件').fill('会议纪要8号');
    await form.getByRole('button', { name: step }).click();
  }
  await page.getByText('公示几天').waitFor();
  await picture(page, 'console-result-decision');
  await pressTwice(page, '公布结果');
  await page.getByText('公示5天').waitFor();
  await page.getByRole('link', { name: '各单位' }).click();
  // The cap leaves 5 of 6.
  const sum = page.getByRole('region', { name: '结果' });
  await sum.getByText('92.93').first().waitFor();
  await sum.getByText('合计6.00，封顶后计5.00').waitFor();
  await picture(page, 'console-result-unit');
  const watch = await open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone', 'zh');
  await watch.page.getByRole('region', { name: '公布的结果' }).getByText('92.93').waitFor();
  await watch.page.getByRole('link', { name: '区环保局' }).first().click();
  await watch.page.getByText('合计6.00，已封顶').waitFor();
  await picture(watch.page, 'watch-result-unit');
  await watch.context.close();
  // The one that was to be refused.
  expect(complaints).toEqual([expect.stringContaining('/api/import/scores')]);
  await context.close();
  const english = await openConsole(browser, staff, 'setup/result', 'laptop', 'en');
  await english.page.setViewportSize({ width: 1280, height: 1400 });
  await english.page.getByRole('complementary').getByText('92.93').first().waitFor();
  await picture(english.page, 'console-result-plan-en');
  await expect.poll(() => whatFails(english.page)).toEqual([]);
  await english.context.close();
});

async function result(): Promise<{
  readonly page: { readonly outcome: { readonly hash: string } };
}> {
  const { staff } = hall;
  const response = await fetch(`${server.origin}/m/${staff.meeting}/api/result`, {
    headers: { cookie: staff.cookie },
  });
  return (await response.json()) as Awaited<ReturnType<typeof result>>;
}
