// A rehearsal without a terminal, in real Chromium: one button fills the seats, the page shows how the phones fare, one
// more sends them away and brings the report; and the end of a meeting leads to its minutes and files.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, RoundId, StaffId } from '../../shared/ids.ts';
import { itInSoak } from '../repetitions.ts';
import { moderator, must, stageScoring, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressTwice } from './by-hand.ts';

const SEATS = 12;

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
const opened: Opened[] = [];

beforeEach(async () => {
  server = await startServer({ phonePace: { paceMs: 400 }, logLevel: 'fatal' });
  browser = await launch();
  staff = await moderator(server);
  staff.close();
  await staff.create('演练', { rehearsal: true, example: true });
  await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
  const pool = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  await staff.run({ type: 'FillSeats', reviewers: pool.filter((_, n) => n % 25 === 0) });
  await staff.until(({ setup }) => setup.seats === SEATS);
});
afterEach(async () => {
  staff.close();
  for (const { complaints } of opened.splice(0)) expect(complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

async function console_(place: string, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const one = await openConsole(browser, staff, place, 'laptop', language);
  opened.push(one);
  return one.page;
}

it('one button fills the seats; the page shows how they fare, and their report', async () => {
  const page = await console_('setup/rehearsal');
  expect(await page.getByLabel('几部手机').inputValue()).toBe(String(SEATS));
  await picture(page, 'rehearsal-before');
  await page.getByRole('button', { name: '让模拟手机入场' }).dblclick();
  const other = await console_('setup/rehearsal', 'en');
  await page.getByText('在线', { exact: true }).waitFor();
  await staff.until(({ phones }) => phones?.now?.present === SEATS);
  await stageScoring(staff, 'A01', 'hidden');
  await staff.until(({ phones }) => (phones?.now?.voters ?? 0) >= SEATS - 2);
  await picture(page, 'rehearsal-during');
  await picture(other, 'rehearsal-during-en');
  await staff.run({ type: 'CloseRound', round: 'r-score-A01' as RoundId });

  const stage = await console_('stage');
  await stage.getByText(`模拟手机${String(SEATS)}部入席`).waitFor();
  await picture(stage, 'rehearsal-stage');
  await stage.getByRole('link', { name: '看模拟手机' }).click();
  await pressTwice(stage, '让手机离场，看报告');
  for (const [one, verdict] of [
    [page, '没有丢票，没有差错'],
    [other, 'No ballot was lost, nothing differs'],
  ] as const)
    await one.getByRole('heading', { name: verdict }).waitFor();
  await page.getByRole('region', { name: '演练报告' }).scrollIntoViewIfNeeded();
  await picture(page, 'rehearsal-report');
  await picture(other, 'rehearsal-report-en');
  // Called again from the other console: both see it.
  await other.getByRole('button', { name: 'Call them again' }).click();
  await page.getByRole('button', { name: '让手机离场，看报告' }).waitFor();
  // Until these have reported, the last report stays.
  await page.getByText('上一批手机的报告').waitFor();
  await page.getByRole('heading', { name: '没有丢票，没有差错' }).waitFor();
});

it('a phone’s page below the band is no higher than the glass: its last line is in sight', async () => {
  const seated = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  const [ticket] = await staff.tickets(seated.slice(0, 1));
  const { origin, pathname } = new URL(must(ticket).url);
  const over = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  const joining = await open(browser, `${origin}${pathname}`, 'phone');
  opened.push(joining);
  await joining.page.getByRole('button', { name: '长辈版 · 字大、键大' }).waitFor();
  await joining.page.getByText('结果不算数').waitFor();
  await expect.poll(() => over(joining.page)).toBeLessThanOrEqual(0);
  const seat = await open(browser, must(ticket).url, 'phone');
  opened.push(seat);
  // Of which meeting it is, before anything is scored in it.
  await seat.page.getByText('演练', { exact: true }).nth(1).waitFor();
  await seat.page.getByRole('button', { name: '是我，开始' }).click();
  await seat.page.getByRole('button', { name: 'English' }).waitFor();
  await seat.page.getByText('结果不算数').waitFor();
  await expect.poll(() => over(seat.page)).toBeLessThanOrEqual(0);
});

itInSoak('says in both languages that the phones broke off, and calls others', async () => {
  const page = await console_('setup/rehearsal');
  const other = await console_('setup/rehearsal', 'en');
  const hall = must(server.app.halls.byCode(staff.meeting));
  // Called by an account that is shut by the time their tickets are made.
  const nobody = { id: 'nobody' as StaffId, name: '离职', role: 'moderator' } as const;
  await hall.staff(nobody, { type: 'CallPhones', phones: 3 }, { item: null, touched: 0 });
  await other.getByText('These phones stopped halfway and left no report').waitFor();
  await page.getByText('这批手机中途断了，没有报告').waitFor();
  await picture(page, 'rehearsal-broken-off');
  await picture(other, 'rehearsal-broken-off-en');
  await page.getByRole('button', { name: '再次入场' }).click();
  await other.getByRole('button', { name: 'Send the phones away' }).waitFor();
  await staff.until(({ phones }) => phones?.now?.present === SEATS);
});

itInSoak('check-in names the empty seats, and the end leads to minutes and files', async () => {
  await staff.run({ type: 'EnterItem', item: 'check-in' as ItemId });
  const page = await console_('stage');
  await page.getByText(`还有${String(SEATS)}席空着`).waitFor();
  await picture(page, 'check-in-empty');
  const last = must(staff.view.agenda.at(-1)).item;
  expect(last).toMatchObject({ kind: 'card', title: '会议结束' });
  await staff.run({ type: 'SetAgenda', items: [must(staff.view.agenda[1]).item, last] });
  await staff.run({ type: 'EnterItem', item: last.id });
  await page.getByRole('heading', { name: '议程走完了' }).waitFor();
  await picture(page, 'finished');
  await page.getByRole('link', { name: '结果文件' }).click();
  await page.getByRole('heading', { name: '文件', exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: '会议记录' }).click();
  await page.waitForURL(/console\/minutes$/);
});
