// Tickets as they are printed: as many as there are people, A4, cut lines, namesakes told apart, nothing cut off, no colour.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { consoleText } from '../../shared/text/console.ts';
import { minutesText } from '../../shared/text/minutes.ts';
import { moderator, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressTwice } from './by-hand.ts';
import { printedMargins, printedPages } from './printed.ts';
import { languages } from './sizes.ts';

/** Eight to a page: two full ones, and three on the last. */
const POOL = 19;
const A_PAGE = 8;
/** Longer than any that a roster will have; a title and a group may end in an ellipsis, a name may not. */
const LONG_NAME = '阿卜杜热合曼·买买提艾力·吐尔逊江'.padEnd(40, '古');
const LONG_GROUP = '区人大代表和政协委员以及特邀监督员联合评议小组'.padEnd(60, '组');
const LONG_TITLE = '二〇二六年度区直部门和乡镇街道主要负责同志述职评议大会'.repeat(8).slice(0, 120);

let browser: Browser;
let server: TestServer;
let first: StaffClient;
const clients: StaffClient[] = [];
const opened: Opened[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([
    launch(),
    startServer({ publicUrl: 'https://pingyi.quzhengfu-bangongshi.example.gov.cn:18443' }),
  ]);
  first = await moderator(server);
});
afterEach(async () => {
  for (const staff of clients.splice(0)) staff.close();
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    expect(complaints).toEqual([]);
  }
});
afterAll(async () => {
  first.close();
  await browser.close();
  await server.stop();
});

it.each(languages('zh'))('a ticket for everyone of the pool, in %s', async (language) => {
  const text = consoleText[language].tickets;
  const staff = await meetingOf('区政府年度绩效评议会', everyone());
  const page = await sheetsOf(staff, 'pool', language);
  const cards = page.getByRole('dialog').getByRole('listitem');
  await expect.poll(() => cards.count()).toBe(POOL);
  await page.getByRole('heading', { name: text.made(POOL), exact: true }).waitFor();
  const codes = await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).allTextContents();
  expect(new Set(codes).size).toBe(POOL);
  // Each its own QR code, in the roster's order.
  const names = staff.view.people.map(({ name }) => text.qrOf(name));
  const images = page.getByRole('dialog').getByRole('img', { name: text.qrOf('') });
  expect(
    await images.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
  ).toEqual(names);
  expect(new Set(await images.evaluateAll((all) => all.map((one) => one.innerHTML))).size).toBe(
    POOL,
  );

  // Two of one name and group: their ids; of one name in two groups: their groups; nobody else is called a namesake.
  for (const [n, words] of [
    [0, text.namesake.id('P01')],
    [1, text.namesake.id('P02')],
    [2, text.namesake.group],
    [18, text.namesake.group],
  ] as const)
    await cards.nth(n).getByText(words, { exact: true }).waitFor();
  await expect.poll(() => cards.getByText(/有同名代表|Shared name/).count()).toBe(4);

  await page.getByRole('button', { name: text.print(3), exact: true }).waitFor();
  // Nothing was printed yet: neither Escape nor one press throws the codes away.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: consoleText[language].pressAgain(text.close) }).waitFor();
  expect(await cards.count()).toBe(POOL);
  await page.getByRole('button', { name: text.close, exact: true }).waitFor();
  await picture(page, `tickets-${language}`);
  expect(await printedPages(page)).toEqual(['210×297', '210×297', '210×297']);
  expect(await onPaper(page)).toEqual({ outside: [], coloured: [], lines: cutLines(POOL) });

  await page.getByRole('button', { name: text.close, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(text.issued(POOL)).first().waitFor();
  expect(staff.view.people.every(({ ticket }) => ticket === 'issued')).toBe(true);
});

it('the longest names, title, address and a rehearsal’s band all find their place', async () => {
  for (const language of ['zh', 'en'] as const) {
    const rows = [
      `P01,${LONG_NAME},${LONG_GROUP}\n`,
      `P02,${LONG_NAME},${LONG_GROUP}\n`,
      'P03,Aleksandr Konstantinovich Wolfeschlegelstein,群众代表\n',
    ];
    const staff = await meetingOf(LONG_TITLE, rows, true);
    const page = await sheetsOf(staff, 'pool', language, 'phone');
    await picture(page, `tickets-long-${language}`);
    await page.setViewportSize({ width: 1366, height: 1200 });
    await picture(page, `tickets-long-wide-${language}`);
    expect(await printedPages(page)).toEqual(['210×297']);
    expect(await onPaper(page)).toEqual({ outside: [], coloured: [], lines: cutLines(3) });
    for (const n of [0, 1]) {
      const card = page.getByRole('dialog').getByRole('listitem').nth(n);
      const name = card.getByText(LONG_NAME, { exact: true });
      expect(await name.evaluate((one) => one.scrollHeight - one.clientHeight)).toBeLessThan(2);
    }
  }
});

it('other papers leave no margins behind in the tab where tickets are printed', async () => {
  const staff = await meetingOf('区政府年度绩效评议会', everyone());
  const one = await openConsole(browser, staff, 'setup/meeting');
  opened.push(one);
  const { page } = one;
  await page.getByRole('link', { name: minutesText.zh.title, exact: true }).click();
  await page.getByRole('article').waitFor();
  expect(new Set(await printedMargins(page))).toEqual(new Set(['16 18']));
  await page.goBack();
  await page.getByRole('link', { name: consoleText.zh.setup.places.tickets }).click();
  await issue(page, staff, 'pool', 'zh');
  expect(await printedMargins(page)).toEqual(['0 0', '0 0', '0 0']);
});

it('a ticket opens the seat of the name that it bears', async () => {
  const staff = await meetingOf('区政府年度绩效评议会', everyone());
  await staff.run({
    type: 'FillSeats',
    reviewers: staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 2),
  });
  const page = await sheetsOf(staff, 'seated', 'zh');
  const card = page.getByRole('dialog').getByRole('listitem').nth(1);
  await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(2);
  const code = must(await card.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent());
  const phone = await open(browser, `${server.origin}/m/${staff.meeting}/j`, 'phone');
  opened.push(phone);
  await phone.page.getByLabel('短码').fill(code.toLowerCase());
  await phone.page.getByRole('button', { name: '入席', exact: true }).click();
  await phone.page.getByRole('heading', { name: must(staff.view.people[1]).name }).waitFor();
});

/** P01 and P02 share name and group; P03 and P19 the name alone. */
function everyone(): readonly string[] {
  return Array.from({ length: POOL }, (_, n) => {
    const id = `P${String(n + 1).padStart(2, '0')}`;
    const name = n < 2 ? '张伟' : n === 2 || n === 18 ? '王芳' : `代表${id}`;
    return `${id},${name},${n < 10 ? '人大代表' : '政协委员'}\n`;
  });
}

async function meetingOf(
  title: string,
  rows: readonly string[],
  rehearsal = false,
): Promise<StaffClient> {
  const staff = new StaffClient(server.origin);
  clients.push(staff);
  staff.cookie = first.cookie;
  await staff.create(title, rehearsal ? { rehearsal } : {});
  const bytes = Buffer.from(`编号,姓名,组别\n${rows.join('')}`);
  await staff.importRoster('reviewers', 'r.csv', bytes);
  return staff;
}

/** Issued at the console as a clerk does it; the page with the sheets. */
async function sheetsOf(
  staff: StaffClient,
  whom: 'pool' | 'seated',
  language: 'zh' | 'en',
  size: Parameters<typeof open>[2] = 'laptop',
): Promise<Page> {
  const one = await openConsole(browser, staff, 'setup/tickets', size, language);
  opened.push(one);
  await issue(one.page, staff, whom, language);
  return one.page;
}

async function issue(
  page: Page,
  staff: StaffClient,
  whom: 'pool' | 'seated',
  language: 'zh' | 'en',
): Promise<void> {
  const text = consoleText[language].tickets;
  await page.getByLabel(text[whom]).check();
  const { people } = staff.view;
  const count = people.filter(({ seat }) => whom === 'pool' || seat !== null).length;
  await page.getByText(text.pages(count, Math.ceil(count / A_PAGE))).waitFor();
  await pressTwice(page, text.issue(count), language);
  await page.getByRole('dialog', { name: text.sheets }).waitFor();
}

/** Where a guillotine cuts: right of every odd ticket and below each, in millimetres of its page. */
function cutLines(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const place = n % A_PAGE;
    const below = String(74 * (Math.floor(place / 2) + 1));
    return place % 2 === 0 ? `105 ${below}` : `none ${below}`;
  });
}

/** As printed: what reaches out of its ticket's cell or out of its own box, what is not grey, where the cut lines are. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate((perPage) => {
    const mm = 96 / 25.4;
    const outside: string[] = [];
    const coloured: string[] = [];
    const lines: string[] = [];
    const isGrey = (colour: string) => {
      if (!colour.startsWith('rgb')) return true;
      const [r, g, b, alpha = '1'] = colour.match(/[\d.]+/g) ?? [];
      return alpha === '0' || (r === g && g === b);
    };
    const cards = [...document.querySelectorAll('dialog ul > li')];
    for (const [n, card] of cards.entries()) {
      const sheet = (card.parentElement ?? card).getBoundingClientRect();
      const cell = card.getBoundingClientRect();
      const style = getComputedStyle(card);
      const right =
        style.borderRightStyle === 'dashed' ? Math.round((cell.right - sheet.left) / mm) : 'none';
      const below =
        style.borderBottomStyle === 'dashed' ? Math.round((cell.bottom - sheet.top) / mm) : 'none';
      lines.push(`${String(right)} ${String(below)}`);
      for (const one of [card, ...card.querySelectorAll('*')]) {
        const box = one.getBoundingClientRect();
        const margin = one === card ? 0 : 4 * mm;
        const where = `${String(n % perPage)} ${one.tagName} ${one.textContent.slice(0, 20)}`;
        if (
          box.left < cell.left + margin - 1 ||
          box.right > cell.right - margin + 1 ||
          box.top < cell.top + margin - 1 ||
          box.bottom > cell.bottom - margin + 1 ||
          (one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1) ||
          (one.clientHeight > 0 &&
            one.scrollHeight > one.clientHeight + 1 &&
            getComputedStyle(one).webkitLineClamp === 'none')
        )
          outside.push(where);
        const { color, backgroundColor, borderTopColor, borderRightColor, fill, stroke } =
          getComputedStyle(one);
        const all = [color, backgroundColor, borderTopColor, borderRightColor, fill, stroke];
        if (!all.every(isGrey)) coloured.push(`${where} ${all.join(' ')}`);
      }
    }
    return { outside, coloured, lines };
  }, A_PAGE);
  await page.emulateMedia({ media: null });
  return found;
}
