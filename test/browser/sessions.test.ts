// A session that comes to its end under a person's hands: warned of, taken up again in place, and nothing typed is lost.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { moderator, PASSPHRASE, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { logIn, openConsole } from './by-hand.ts';

const HOUR = 3600 * 1000;
/** 09:00 in Shanghai. */
let at = Date.UTC(2026, 10, 29, 1);
let browser: Browser;
let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer({ clock: { now: () => at } })]);
  staff = await moderator(server);
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

/** A page of the moderator's own session, which the other pages do not share. */
async function show(place: string, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const own = new StaffClient(server.origin);
  await own.logIn('主持', PASSPHRASE);
  own.meeting = staff.meeting;
  const { page } = await openConsole(browser, own, place, 'laptop', language);
  return page;
}

/** As whoever comes back to the window. */
const comeBack = (page: Page) => page.evaluate(() => dispatchEvent(new Event('focus')));

const form = (page: Page) => page.getByRole('dialog', { name: '请重新登录' });

async function enter(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await form(page).getByLabel('口令').fill(passphrase);
  await form(page).getByRole('button', { name: '登录' }).click();
}

/** The staff connection that judges is one more session, and must outlive the jump. */
async function later(ms: number): Promise<void> {
  at += ms;
  const again = new StaffClient(server.origin);
  await again.logIn('主持', PASSPHRASE);
  staff.close();
  await again.connect(staff.meeting);
  staff = again;
}

it('is warned of in the meeting’s zone, and one press keeps it', async () => {
  const page = await show('setup/meeting');
  await page.getByLabel('会议名称').waitFor();
  await later(11.5 * HOUR);
  await comeBack(page);
  const bar = page.getByRole('status').filter({ hasText: '自动退出登录' });
  await bar.getByText('21:00').waitFor();
  await picture(page, 'session-bar');
  await bar.getByRole('button', { name: '保持登录' }).click();
  await bar.waitFor({ state: 'detached' });
  await later(11 * HOUR);
  await comeBack(page);
  await bar.getByText('08:30').waitFor();
  await page.context().close();
});

it('asks in place when it is over: what was typed is there, is not saved by itself, and saves afterwards', async () => {
  const page = await show('setup/meeting');
  const title = page.getByLabel('会议名称');
  await title.fill('改到一半的名称');
  await later(12 * HOUR);
  await page.getByRole('button', { name: '保存会议信息' }).click();
  await form(page).waitFor();
  await picture(page, 'session-over');
  // No key puts the form away, nor a device's way back: what is typed then is still no name.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('type')))
    .toBe('password');
  await enter(page, 'wrong wrong wrong');
  await form(page).getByText('姓名或口令不对').waitFor();
  await enter(page);
  await form(page).waitFor({ state: 'detached' });
  await page.getByText('已连接').first().waitFor();
  expect(await title.inputValue()).toBe('改到一半的名称');
  // The focus is back on what was pressed.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe('保存会议信息');
  expect(staff.view.control.stage.meeting.title).not.toBe('改到一半的名称');
  await page.getByRole('button', { name: '保存会议信息' }).click();
  await staff.until((view) => view.control.stage.meeting.title === '改到一半的名称');
  await page.context().close();
});

it('over a preview and somebody else’s log-in: the preview stays, and it is said in whose name it goes on', async () => {
  const page = await show('setup/roster');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'units.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('编号,名称,类别\nA01,甲局,部门\n'),
    });
  const store = page.getByRole('button', { name: '保存这1家单位' });
  await store.waitFor();
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
  await new StaffClient(server.origin).accept(url, '小李', PASSPHRASE);
  // Logged out in another window of the same browser.
  await page.evaluate(() =>
    fetch('/api/staff/logout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }),
  );
  await form(page).getByLabel('姓名').fill('小李');
  await enter(page);
  const other = page.getByRole('dialog', { name: '现在登录的是小李，工作人员' });
  await other.getByText('刚才是主持，主持').waitFor();
  await picture(page, 'session-other');
  await other.getByRole('button', { name: '以小李继续' }).click();
  await page.getByText('已连接').first().waitFor();
  await store.click();
  await staff.until((view) => view.setup.subjects === 1);
  await page.context().close();
});

it.each([
  ['minutes', '会议记录'],
  ['paper', '回到控制台'],
  ['stage', '大屏正在显示'],
  ['desk', '找人'],
])('the page %s is there under the form, and goes on after it', async (place, text) => {
  const page = await show(place);
  await page.getByText(text).first().waitFor();
  await later(12 * HOUR);
  await comeBack(page);
  await form(page).waitFor();
  await page.getByText(text).first().waitFor();
  await enter(page);
  await form(page).waitFor({ state: 'detached' });
  await page.getByText(text).first().waitFor();
  await page.context().close();
});

it('a shut account is told so, and the list of meetings is a page like any other', async () => {
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'moderator' });
  const { page } = await open(browser, url, 'laptop');
  await page.getByLabel('姓名').fill('小王');
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { name: '会议', exact: true }).waitFor();
  const title = page.getByLabel('会议名称');
  await title.fill('还没建的会');
  const { id } = await page.evaluate(
    async () => ((await (await fetch('/api/staff')).json()) as { staff: { id: string } }).staff,
  );
  await staff.post('/api/staff/shut', { id });
  await comeBack(page);
  await form(page).getByText('这个账号已由主持停用').waitFor();
  await form(page).getByLabel('姓名').fill('主持');
  await enter(page);
  await page.getByRole('button', { name: '以主持继续' }).click();
  expect(await title.inputValue()).toBe('还没建的会');
  await page.context().close();
});

it('near the end of the week a new log-in is offered, and the old session goes over into it', async () => {
  const page = await show('stage');
  await page.getByText('已连接').first().waitFor();
  for (let n = 0; n < 16; n++) {
    await later(10 * HOUR);
    await page.evaluate(() =>
      fetch('/api/staff/stay', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    );
  }
  await comeBack(page);
  await page.getByText('登录满七天').waitFor();
  await picture(page, 'session-week');
  await page.getByRole('button', { name: '以后再说' }).click();
  await page.getByText('登录满七天').waitFor({ state: 'detached' });
  at += 7.5 * HOUR;
  await comeBack(page);
  await page.getByText('登录满七天').waitFor();
  await page.getByRole('button', { name: '重新登录' }).click();
  const again = page.getByRole('dialog', { name: '重新登录' });
  await again.getByLabel('口令').fill(PASSPHRASE);
  await again.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByText('登录满七天').waitFor({ state: 'detached' });
  await page.getByText('已连接').first().waitFor();
  await page.context().close();
});

it('who comes to a page without a session logs in first, with the reason of a wrong passphrase', async () => {
  const { page } = await open(
    browser,
    `${server.origin}/m/${staff.meeting}/console/paper`,
    'laptop',
  );
  await page.getByRole('heading', { name: '登录控制台' }).waitFor();
  await logIn(page);
  await page.getByRole('button', { name: /打印/ }).waitFor();
  await page.context().close();
});
