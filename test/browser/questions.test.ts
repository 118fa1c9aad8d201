// Who asks, in real Chromium: two presses of the moderator, the drawn phone's page, the next one's, the clock in the hall;
// and what leaving before the name does.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { commonText } from '../../shared/text/common.ts';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { logIn, openConsole } from './by-hand.ts';
import { STAGE_SIZES } from './sizes.ts';

const SEATS = 3;

let server: TestServer;
let browser: Browser;
let hall: Hall;
const opened: Opened[] = [];

beforeEach(async () => {
  server = await startServer();
  browser = await launch();
  hall = await seatedHall(server, SEATS);
  const items = [
    { id: 'p' as ItemId, kind: 'presentation', subject: 'A01' as SubjectId, seconds: 60 },
  ] as const;
  await hall.staff.run({ type: 'AddItems', after: null, items });
  await hall.staff.run({ type: 'EnterItem', item: items[0].id });
});
afterEach(async () => {
  leave(hall);
  for (const { complaints } of opened.splice(0)) expect(complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

async function show(
  path: string,
  size: Parameters<typeof open>[2],
  language: 'zh' | 'en' = 'zh',
): Promise<Page> {
  const url = path.startsWith('http') ? path : `${server.origin}/m/${hall.staff.meeting}/${path}`;
  const one = await open(browser, url, size, language);
  opened.push(one);
  return one.page;
}

/** Everyone's page on a phone, by the name of its person; the second one speaks English. */
async function phones(): Promise<ReadonlyMap<string, Page>> {
  const pages = new Map<string, Page>();
  for (const [n, { url, name }] of hall.tickets.entries()) {
    hall.phones[n]?.close();
    const page = await show(url, 'phone', n === 1 ? 'en' : 'zh');
    await page.getByRole('button', { name: n === 1 ? 'That is me, start' : '是我，开始' }).click();
    pages.set(name, page);
  }
  return pages;
}

const asker = () => must(drawOf(hall.staff).standing[0]).name;
const TAKE = /^(我来提问|I will ask)$/;
const PASS = /^(不便提问|Let the next one ask)/;

it('two presses: a name, whose phone passes it on; the next one takes it and has a clock', async () => {
  const { staff } = hall;
  const pages = await phones();
  const desk = await show('console', 'laptop');
  await logIn(desk);
  await desk.getByText('现场', { exact: true }).first().click();
  const screen = await show('screen', 'projector');
  await desk.getByText('这一次大屏换到抽签并锁定名单').waitFor();
  await picture(desk, 'questioner-desk-before');
  await desk.getByRole('button', { name: '抽一位提问代表' }).click();
  await desk.getByRole('heading', { name: '抽提问代表' }).waitFor();
  await desk.getByText('按两次PageUp回到上一环节').waitFor();
  await picture(desk, 'questioner-desk-locked');
  await desk.keyboard.press('PageDown');
  await staff.until(() => drawOf(staff).phase === 'done');

  const first = asker();
  const phone = must(pages.get(first));
  await phone.getByRole('button', { name: TAKE }).waitFor();
  await picture(phone, 'questioner-phone');
  for (const size of [
    { width: 360, height: 640 },
    { width: 390, height: 844 },
  ]) {
    await phone.setViewportSize(size);
    await picture(phone, `questioner-phone-${String(size.width)}`);
    for (const key of [TAKE, PASS])
      expect(await phone.getByRole('button', { name: key }).isVisible()).toBe(true);
  }
  await phone.getByRole('button', { name: PASS }).click();
  await picture(phone, 'questioner-phone-sure');
  // Back, and again: one press passes nothing on, nor does a key that is held down.
  const back = phone.getByRole('button', { name: /^(返回|Back)$/ });
  expect(await back.evaluate((button) => button === document.activeElement)).toBe(true);
  await back.click();
  expect(drawOf(staff).replacements).toEqual([]);
  await phone.getByRole('button', { name: PASS }).click();
  await phone.getByRole('button', { name: /^(是|Yes)$/ }).click();
  await staff.until(() => drawOf(staff).replacements.length === 1);
  await phone.getByText(/已转给下一位，谢谢|Passed on to the next/).waitFor();
  await picture(phone, 'questioner-phone-passed');

  // The moderator is told; the hall sees the next name and no reason.
  await desk.getByText(`${first}不便提问`).waitFor();
  const next = asker();
  await screen.getByText(next, { exact: true }).waitFor();
  expect(await screen.getByText('谢绝').count()).toBe(0);
  const second = must(pages.get(next));
  await second.getByRole('button', { name: TAKE }).click();
  await second.getByText(/话筒马上送来|The microphone is on its way/).waitFor();
  await desk.getByText(`${next}已答应`).waitFor();
  await picture(desk, 'questioner-desk-taken');
  await picture(second, 'questioner-phone-taken');
  await desk.getByRole('heading', { name: `${next}提问，开始计时` }).waitFor();
  const watch = await show('watch', 'phone');
  await watch.getByText('03:00', { exact: true }).waitFor();
  await watch.getByText('还没有开始计时').waitFor();
  await desk.keyboard.press('PageDown');
  await watch.getByText(/^02:5\d$/).waitFor();
  await picture(watch, 'questioner-watch');
  await screen.locator('p', { hasText: /^02:5\d$/ }).waitFor();
  await second.getByText(/^02:5\d$/).waitFor();
  for (const [width, height] of STAGE_SIZES) {
    await screen.setViewportSize({ width, height });
    await picture(screen, `questioner-screen-${String(width)}`);
  }
  await picture(second, 'questioner-phone-clock');
  await desk.getByRole('button', { name: '撤销：开始提问代表的计时' }).waitFor();
  await desk.getByText('计时：提问代表').first().waitFor();
  await picture(desk, 'questioner-desk-clock');
});

it('an open written sheet is not taken away: a band above it leads to the two answers and back', async () => {
  const { staff } = hall;
  const id = 'w' as ItemId;
  const subjects = staff.view.subjects.slice(1, 6).map((one) => one.id);
  const written = { id, kind: 'written', subjects, sheet: 'live', disclosure: 'hidden' } as const;
  await staff.run({ type: 'AddItems', after: null, items: [written] });
  await staff.run({ type: 'EnterItem', item: id });
  await staff.run({ type: 'OpenRound', item: id });
  await staff.run({ type: 'EnterItem', item: 'p' as ItemId });
  const pages = await phones();
  const toWritten = /^(书面评议|继续书面评议|Written reports|Go on with written reports) \d/;
  for (const page of pages.values()) {
    await page.getByRole('button', { name: toWritten }).click();
    await page.locator('li[data-open]').waitFor();
  }
  const { page: desk } = await openConsole(browser, staff, 'stage', 'laptop');
  await desk.getByRole('button', { name: '抽一位提问代表' }).click();
  await desk.getByRole('heading', { name: '抽提问代表' }).waitFor();
  await desk.keyboard.press('PageDown');
  await staff.until(() => drawOf(staff).phase === 'done');

  const first = must(pages.get(asker()));
  const mark = first.getByRole('textbox').first();
  await mark.fill('3');
  const answer = first.getByRole('button', { name: /^(去应答|Answer)$/ });
  await answer.waitFor();
  for (const size of [
    { width: 360, height: 640 },
    { width: 390, height: 844 },
  ]) {
    await first.setViewportSize(size);
    expect(await answer.isVisible()).toBe(true);
    await picture(first, `questioner-band-${String(size.width)}`);
  }
  const languages = [commonText.zh.language, commonText.en.language];
  await first.getByRole('button', { name: new RegExp(`^(${languages.join('|')})$`) }).click();
  await picture(first, 'questioner-band-other');
  expect(await mark.inputValue()).toBe('3');
  await answer.click();
  await first.getByRole('button', { name: TAKE }).click();
  await first.getByText(/话筒马上送来|The microphone is on its way/).waitFor();
  await first.getByRole('button', { name: toWritten }).click();
  await first.getByText(/话筒马上送来|The microphone is on its way/).waitFor();
  await expect.poll(() => mark.inputValue()).toBe('3');
  await picture(first, 'questioner-band-taken');
});

it('two who ask have their clock below the list', async () => {
  const { staff } = hall;
  const screen = await show('screen', 'projector');
  await enterDraw(staff, 'two', {
    purpose: 'questioner',
    take: 2,
    sources: ['salt'],
    seconds: 180,
  });
  while (drawOf(staff).phase !== 'done') await staff.next();
  await screen.getByText('未开始').waitFor();
  await staff.run({ type: 'StartCountdown', item: 'two' as ItemId });
  await screen.locator('p', { hasText: /^02:5\d$/ }).waitFor();
  for (const { name } of drawOf(staff).standing) await screen.getByText(name).first().waitFor();
  await picture(screen, 'questioner-screen-two');
});

it('[R9] leaving before the name asks twice, and voids the lock with that reason', async () => {
  const { staff } = hall;
  const { page: desk } = await openConsole(browser, staff, 'stage', 'laptop', 'en');
  const screen = await show('screen', 'projector');
  await desk.getByRole('button', { name: 'Draw a questioner' }).click();
  await desk.getByRole('heading', { name: 'Draw a questioner', exact: true }).waitFor();
  await desk.getByText('Leaving before it is drawn voids this draw').waitFor();
  await picture(desk, 'questioner-desk-leaving-en');
  const item = staff.view.control.stage.item?.id;
  await desk.keyboard.press('PageUp');
  await desk.getByRole('button', { name: 'Again: leave, and the draw is void' }).waitFor();
  expect(staff.view.control.stage.item?.id).toBe(item);
  await expect
    .poll(async () => {
      await desk.keyboard.press('PageUp');
      return staff.view.control.stage.body.kind;
    })
    .toBe('presentation');
  await staff.run({ type: 'EnterItem', item: must(item) });
  expect(drawOf(staff)).toMatchObject({ phase: 'void', why: 'left-stage' });
  await screen.getByText('还没有抽就离开了这一环节').waitFor();
  expect(await screen.getByText('left-stage').count()).toBe(0);
  await picture(screen, 'questioner-screen-void');
});
