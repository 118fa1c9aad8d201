// A thousand lots in real Chromium, 300 people, 50 seats: made, locked, mixed and numbered by the words of fifty phones, then
// three digits. At each every phone has its own numbers, the hall how many lots and people are left (DRAW.md §9).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { DrawId, ItemId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { lotsText } from '../../shared/text/lots.ts';
import { phoneLotsText } from '../../shared/text/phone-lots.ts';
import type { PublishedNumbers } from '../../shared/views/draws/draw-record.ts';
import type { ShownLots } from '../../shared/views/slices/draw-slices.ts';
import {
  drawOf,
  importExamples,
  moderator,
  must,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressNext } from './by-hand.ts';
import { readableOnStage } from './legible.ts';

const LANGUAGES = ['zh', 'en'] as const;
const ITEM = 'panel' as ItemId;
const NUMBER = '412';
const PHONES = 50;
const FULL_WIDTH = '０１２３４５６７８９';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let desk: Page;
let screens: Readonly<Record<(typeof LANGUAGES)[number], Page>>;
let tickets: readonly PrintedTicket[];
/** Held in the hand: the first in Chinese, the second in English. */
let hands: readonly { readonly page: Page; readonly person: string }[];
const phones: SocketPhone[] = [];
const opened: Opened[] = [];

async function show(one: Promise<Opened>): Promise<Page> {
  opened.push(await one);
  return (await one).page;
}

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  tickets = await staff.tickets();
  await staff.run({
    type: 'AddItems',
    after: staff.view.agenda.at(-1)?.item.id ?? null,
    items: [{ id: ITEM, kind: 'draw', purpose: 'panel', take: 50, sources: ['dice10', 'salt'] }],
  });
  const address = `${server.origin}/m/${staff.meeting}/screen`;
  screens = {
    zh: await show(open(browser, address, 'projector')),
    en: await show(open(browser, address, 'projector', 'en')),
  };
}, 120_000);
afterAll(async () => {
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  phones.forEach((phone) => {
    phone.close();
  });
  staff.close();
  await browser.close();
  await server.stop();
});

function lots(): ShownLots {
  return must(drawOf(staff).lots, 'lots');
}

async function look(name: string): Promise<void> {
  for (const language of LANGUAGES) {
    const [screen, shown] = [screens[language], `${name}-${language}`];
    await readableOnStage(screen, shown, (width) => picture(screen, `${shown}-${String(width)}`));
  }
  for (const [n, { page }] of hands.entries())
    await picture(page, `${name}-phone-${LANGUAGES[n] ?? ''}`, { fullPage: true });
}

/** The published list, and whose numbers begin with what was thrown. */
async function numbersOf(person: string): Promise<readonly string[]> {
  const id = drawOf(staff).id ?? ('' as DrawId);
  const url = `${server.origin}/m/${staff.meeting}/api/draws/${id}/numbers`;
  const { panels } = (await (await fetch(url)).json()) as PublishedNumbers;
  return panels.flatMap((panel, n) => (panel.includes(person) ? [String(n).padStart(3, '0')] : []));
}

/** Both hands have the count that the list gives. */
async function handsAgree(thrown: string, left: number): Promise<void> {
  for (const [n, { page, person }] of hands.entries()) {
    const text = phoneLotsText[LANGUAGES[n] ?? 'zh'];
    const all = await numbersOf(person);
    const own = all.filter((number) => number.startsWith(thrown));
    await page.getByRole('heading', { name: text.head(all.length) }).waitFor();
    await page
      .getByText(
        thrown !== '' && own.length === 0
          ? text.out(thrown.length, thrown.at(-1) ?? '')
          : text.now(thrown),
      )
      .waitFor();
    const status = page.getByRole('status').filter({ hasText: text.leftOf(left) });
    await expect.poll(() => status.innerText()).toContain(`${own.length}`);
    // Before the first digit a bar for each; then a slot for each number that is left.
    const slots = page.locator('section :is(table, ol) [data-state="filled"]');
    expect(await slots.count()).toBe(thrown === '' ? 0 : own.length);
  }
}

/** @param how the first person types: full-width, or with a key that is held until the focus is with the second. */
async function throwDigit(digit: string, how: 'full-width' | 'held'): Promise<void> {
  const stand = must(staff.view.control.dice, 'dice').stand ?? 0;
  const place = stand + 1;
  const second = desk.getByLabel(`第${place}位，第二遍`);
  if (how === 'held') {
    await desk.getByLabel(`第${place}位，第一遍`).focus();
    await desk.keyboard.down(digit);
    await expect.poll(() => second.evaluate((box) => box === document.activeElement)).toBe(true);
    await desk.keyboard.down(digit);
    await desk.keyboard.up(digit);
  } else await desk.getByLabel(`第${place}位，第一遍`).fill(FULL_WIDTH[Number(digit)] ?? '');
  await screens.zh.locator(`li[data-state="read"]`).waitFor();
  // The second person has read nothing yet, however long the key was down.
  expect(lots().digits[stand]?.state).not.toBe('agreed');
  await second.fill(digit);
  await staff.until(() => lots().digits[stand]?.state === 'agreed');
}

describe('a thousand lots', () => {
  it(
    'are chosen in the setup, made by a key and locked with their list',
    { timeout: 300_000 },
    async () => {
      const setup = await show(openConsole(browser, staff, 'setup/agenda'));
      await setup.getByTitle(/^设置：.*抽评议团/).click();
      await setup.getByLabel('一签一团').check();
      await setup.getByLabel('手机各交一个字词').check();
      await picture(setup, 'lots-setup');
      await setup.getByRole('button', { name: '保存议程' }).click();
      await staff.until(({ agenda }) =>
        agenda.some(({ item }) => item.kind === 'draw' && item.rule?.kind === 'lots'),
      );
      await setup.context().close();

      const holders = tickets.slice(0, PHONES);
      hands = await Promise.all(
        LANGUAGES.map(async (language, n) => {
          const ticket = must(holders[n], 'ticket');
          const page = await show(open(browser, ticket.url, 'phone', language));
          return { page, person: ticket.reviewer };
        }),
      );
      phones.push(
        ...holders.slice(LANGUAGES.length).map(
          ({ url }) =>
            new SocketPhone({
              origin: server.origin,
              meeting: staff.meeting,
              ticket: new URL(url).hash.slice(1),
            }),
        ),
      );
      await Promise.all(phones.map((phone) => phone.claim()));
      await staff.run({ type: 'EnterItem', item: ITEM });
      desk = await show(openConsole(browser, staff, 'stage'));
      await screens.zh.getByText(lotsText.zh.notMade).first().waitFor();
      await picture(desk, 'lots-make');
      await pressNext(desk, staff);
      await staff.until(() => lots().list === 'made');
      const { made } = lots();
      expect([made?.least, made?.most]).toEqual([166, 167]);
      await screens.zh.getByText('166–167').waitFor();
      await look('lots-ready');
      await pressNext(desk, staff);
      await staff.until(() => drawOf(staff).phase === 'locked');
      expect(drawOf(staff).sources.map(({ type }) => type)).toEqual([
        'phones',
        'dice10',
        'salt',
        'digits',
      ]);
      await look('lots-locked');
    },
  );

  it(
    'are numbered by the hall, and show what is known of them before a digit',
    { timeout: 300_000 },
    async () => {
      const id = must(drawOf(staff).id, 'draw');
      await Promise.all(phones.map((phone, n) => phone.word(id, `字${String(n)}`)));
      const [first] = hands;
      await must(first, 'hand').page.getByLabel('输入一个字词').fill('公评');
      await must(first, 'hand').page.getByRole('button', { name: '提交', exact: true }).click();
      await staff.until(() => (drawOf(staff).words?.sent ?? 0) >= PHONES - 1);
      await pressNext(desk, staff);
      const dice = '70294418365290713856';
      await desk.getByLabel('第一遍').fill(dice);
      await desk
        .getByLabel('第二遍')
        .fill(dice.replace(/\d/g, (one) => FULL_WIDTH[Number(one)] ?? ''));
      await staff.until(() => lots().numbered !== null);
      const { numbered, left, still } = lots();
      expect([left, still]).toEqual([1000, 300]);
      expect(numbered?.distinct).toBe(1000);
      for (const language of LANGUAGES)
        await screens[language]
          .getByText(must(numbered, 'numbers').hash.slice(0, 4))
          .first()
          .waitFor();
      await handsAgree('', 1000);
      await look('lots-numbered');
      await picture(desk, 'lots-digit');
    },
  );

  it(
    'leave a hundred, ten and one, on the screen and on every phone',
    { timeout: 300_000 },
    async () => {
      for (const [n, digit] of Array.from(NUMBER).entries()) {
        await throwDigit(digit, n === 1 ? 'full-width' : 'held');
        const thrown = NUMBER.slice(0, n + 1);
        const left = 1000 / 10 ** (n + 1);
        expect(lots().left).toBe(left);
        if (n === 2) break;
        await handsAgree(thrown, left);
        await look(`lots-${String(n + 1)}`);
        // Nothing is voided any more.
        const refused = await staff.send({
          type: 'VoidDraw',
          draw: must(drawOf(staff).id, 'draw'),
          why: '重来',
        });
        expect(refused).toMatchObject({ ok: false, refusal: { code: 'digit-thrown' } });
      }
      for (const [n, { page, person }] of hands.entries()) {
        const text = phoneLotsText[LANGUAGES[n] ?? 'zh'];
        const isIn = (await numbersOf(person)).includes(NUMBER);
        await page.getByText(isIn ? text.in(NUMBER) : text.notInNumber(NUMBER)).waitFor();
      }
      await look('lots-3');
    },
  );

  it('the printed list has the same numbers on the page that the phone names', async () => {
    const paper = await show(open(browser, 'about:blank', 'laptop'));
    for (const [n, { page, person }] of hands.entries()) {
      const language = LANGUAGES[n] ?? 'zh';
      const link = page.getByRole('link', { name: phoneLotsText[language].list });
      await paper.goto(server.origin + must(await link.getAttribute('href'), 'link'));
      await picture(paper, `lots-paper-${language}`);
      const places = await paper
        .locator('section:has(dl)')
        .evaluateAll(
          (all, id) =>
            all.map((one) =>
              [...one.querySelectorAll('dt')].some((dt) => dt.textContent.startsWith(`${id} `)),
            ),
          person,
        );
      await page
        .getByText(phoneLotsText[language].paper(places.indexOf(true) + 1, person))
        .waitFor();
      const own = paper.locator('dt', { hasText: person }).locator('+ dd');
      expect((await own.innerText()).split(' ')).toEqual(await numbersOf(person));
      expect(await paper.locator('tr').count()).toBe(1000);
    }
  });

  it(
    'the panel comes by group, and every page computes it for itself',
    { timeout: 300_000 },
    async () => {
      while (drawOf(staff).shown.length < 50) await pressNext(desk, staff);
      const drawn = drawOf(staff).shown.map(({ id }) => id);
      const all = await Promise.all(drawn.map((person) => numbersOf(person)));
      expect(all.every((numbers) => numbers.includes(NUMBER))).toBe(true);
      for (const page of [screens.zh, ...hands.slice(0, 1).map((hand) => hand.page)])
        await page.getByText('本机已自行复算，结果一致').first().waitFor({ timeout: 120_000 });
      await screens.zh.getByText(lotsText.zh.number(NUMBER)).waitFor();
      await look('lots-done');
      const watch = await show(open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone'));
      await watch.getByText(lotsText.zh.how[1]?.(1000) ?? '').waitFor();
      await watch.getByText('本机已自行复算，结果一致').first().waitFor({ timeout: 120_000 });
      await picture(watch, 'lots-watch', { fullPage: true });
    },
  );
});
