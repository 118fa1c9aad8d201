// A wedge scanner at the tablet, at the phone's door: as a keyboard under CapsLock and under input methods sends it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { importExamples, moderator, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { handsOn, type Hands } from './by-finger.ts';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;
let tickets: readonly PrintedTicket[];
let opened: Opened;
let page: Page;
let hands: Hands;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await importExamples(staff);
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 9);
  await staff.run({ type: 'FillSeats', reviewers });
  tickets = await staff.tickets(reviewers);
});

afterEach(async () => {
  await opened.context.close();
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

async function at(place: 'kiosk' | 'j', size: 'tablet' | 'phone' = 'tablet'): Promise<void> {
  opened = await open(browser, `${server.origin}/m/${staff.meeting}/${place}`, size);
  ({ page } = opened);
  hands = await handsOn(page);
  await field().waitFor();
  await field().focus();
}

const field = () => page.getByLabel('短码', { exact: true });
const ticket = (n: number) => must(tickets[n]);
const fullWidth = (text: string) =>
  Array.from(text, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
const capsLock = (text: string) =>
  Array.from(text, (one) =>
    one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
  ).join('');
/** Characters one by one without a key of their own, as an input method in full-width commits them. */
async function commitEach(text: string): Promise<void> {
  for (const one of text) await page.keyboard.insertText(one);
}
const greeted = ({ name }: PrintedTicket) => page.getByRole('heading', { name }).waitFor();

describe('a wedge scanner at the tablet', () => {
  it('is understood as ever', async () => {
    await at('kiosk');
    await page.keyboard.type(`${ticket(0).url}\n`);
    await greeted(ticket(0));
  });

  it('is understood with CapsLock', async () => {
    await at('kiosk');
    await page.keyboard.type(`${capsLock(ticket(1).url)}\n`);
    await greeted(ticket(1));
  });

  it('is understood full-width, digit by digit and as one composition', async () => {
    await at('kiosk');
    await commitEach(fullWidth(ticket(2).url));
    await page.keyboard.press('Enter');
    await greeted(ticket(2));
    await opened.context.close();
    await at('kiosk');
    await hands.compose('ｈｔｔｐ', fullWidth(ticket(3).url));
    await hands.commit(fullWidth(ticket(3).url));
    await page.keyboard.press('Enter');
    await greeted(ticket(3));
  });

  it('is understood with Chinese punctuation, and a code that is all there is in full-width', async () => {
    await at('kiosk');
    const { url } = ticket(4);
    const chinese = url
      .replace(/:/g, '：')
      .replace(/\//g, '、')
      .replace(/\./g, '。')
      .replace(/_/g, '——');
    await commitEach(chinese);
    await page.keyboard.press('Enter');
    await greeted(ticket(4));
    await opened.context.close();
    await at('kiosk');
    await commitEach(fullWidth(ticket(5).code));
    await page.keyboard.press('Enter');
    await greeted(ticket(5));
  });

  it('that cannot be understood is told which key helps', async () => {
    await at('kiosk');
    // The Enter ends the composition in words: the page says so without one.
    await hands.compose('http', '和他他批');
    await page.keyboard.press('Enter');
    await hands.commit('和他他批：、、');
    await page.getByText('请按一下Shift键').waitFor();
    await picture(page, 'kiosk-input-method');
    await page.getByRole('button', { name: '清空' }).click();
    const swapped = capsLock(ticket(6).url).slice(0, -1);
    await page.keyboard.type(`${swapped}${ticket(6).url.endsWith('A') ? 'B' : 'a'}\n`);
    await page.getByText('请按一下Caps Lock').waitFor();
    await picture(page, 'kiosk-caps-lock');
    await page.keyboard.type(`${ticket(6).url.split('#')[0] ?? ''}\n`);
    await page.getByText('这是会场的入口').waitFor();
    await page.keyboard.type(`${ticket(6).url.slice(0, -5)}\n`);
    await page.getByText('没有扫完整').waitFor();
    // And the next scan is taken.
    await page.keyboard.type(`${ticket(6).url}\n`);
    await greeted(ticket(6));
  });

  it('a code corrected in its middle keeps the caret there', async () => {
    await at('kiosk');
    await page.keyboard.type('abcdfgh');
    await expect.poll(() => field().inputValue()).toBe('abcd-fgh');
    await field().evaluate((input: HTMLInputElement) => {
      input.setSelectionRange(2, 2);
    });
    await page.keyboard.type('12');
    await expect.poll(() => field().inputValue()).toBe('ab12-cdfgh');
    await page.keyboard.press('Backspace');
    await expect.poll(() => field().inputValue()).toBe('ab1c-dfgh');
  });
});

describe('a scanner that is not set up for this page', () => {
  it('sends no Enter, or a Tab: a whole line enters by itself', async () => {
    await at('kiosk');
    await page.keyboard.type(ticket(0).url);
    await greeted(ticket(0));
    await opened.context.close();
    await at('kiosk');
    await page.keyboard.type(ticket(1).url);
    await page.keyboard.press('Tab');
    await greeted(ticket(1));
  });

  it('is heard also where the focus is elsewhere', async () => {
    await at('kiosk');
    await page.keyboard.type('ABCDEFGH');
    await page.locator('button[type=submit]').click();
    await page.getByText('没有这个码').waitFor();
    await page.keyboard.type(`${ticket(2).url}\n`);
    await greeted(ticket(2));
    await opened.context.close();
    await at('kiosk');
    await page.mouse.click(3, 400);
    await page.keyboard.type(`${ticket(3).url}\n`);
    await greeted(ticket(3));
  });

  it('has another keyboard, or a ticket of another meeting: each is told', async () => {
    await at('kiosk');
    await page.keyboard.insertText(
      ticket(4).url.replace(/:/g, 'Ö').replace(/\//g, '-').replace('#', '§'),
    );
    await page.keyboard.press('Enter');
    await page.getByText('键盘布局').waitFor();
    const other = ticket(4).url.replace(/m\/.*/, 'm/zz9zz/j#AbCdEfGhIjKlMnOpQrStUv');
    await page.keyboard.type(`${other}\n`);
    await page.getByText('另一场会').waitFor();
    await page.keyboard.type(`7K2M${capsLock(ticket(4).url)}\n`);
    await greeted(ticket(4));
  });
});

describe('the phone’s door', () => {
  it('takes the next scan after one that was none', async () => {
    await at('j', 'phone');
    await page.keyboard.type(`${ticket(5).url.slice(0, -4)}\n`);
    await page.getByText('没有扫完整').waitFor();
    await page.keyboard.type(
      `${ticket(5).url.replace(/m\/.*/, 'm/zz9zz/j#AbCdEfGhIjKlMnOpQrStUv')}\n`,
    );
    await page.getByText('另一场会').waitFor();
    await page.keyboard.type(`${ticket(5).url}${ticket(5).url}\n`);
    await greeted(ticket(5));
  });

  it('takes a scanned line with CapsLock, in full-width, and a composed code', async () => {
    await at('j', 'phone');
    await page.keyboard.type(`${capsLock(ticket(7).url)}\n`);
    await greeted(ticket(7));
    await opened.context.close();
    await at('j', 'phone');
    await hands.compose('ｈｔｔｐ', fullWidth(ticket(8).url));
    await hands.commit(fullWidth(ticket(8).url));
    await page.getByRole('button', { name: '入席', exact: true }).click();
    await greeted(ticket(8));
  });

  it('tells which key helps', async () => {
    await at('j', 'phone');
    await hands.compose('和他他批');
    await hands.commit('和他他批：、、');
    await page.getByRole('button', { name: '入席', exact: true }).click();
    await page.getByText('请按一下Shift键').waitFor();
    await picture(page, 'door-input-method');
  });
});
