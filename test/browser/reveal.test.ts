// The reveal by the moderator's keys, as the hall, a late screen, the console, a viewer and a phone see it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOUNCE_MS } from '../../client/parts/bounce.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { consoleText } from '../../shared/text/console.ts';
import { phoneWaitText } from '../../shared/text/phone-wait.ts';
import { screenText } from '../../shared/text/screen.ts';
import { watchText } from '../../shared/text/watch.ts';
import { scores } from '../builders.ts';
import {
  leave,
  must,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { logIn } from './by-hand.ts';
import { readableOnStage } from './legible.ts';

const SEATS = 32;
const words = screenText.zh;

let browser: Browser;
let server: TestServer;
let hall: Hall;
let desk: Page;
let screen: Page;
let watch: Page;
let phone: Page;
const complaints: (readonly string[])[] = [];

async function page(url: string, size: Parameters<typeof open>[2]): Promise<Page> {
  const opened = await open(browser, url, size);
  complaints.push(opened.complaints);
  return opened.page;
}
const here = (path: string) => `${server.origin}/m/${hall.staff.meeting}/${path}`;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  hall = await seatedHall(server, SEATS);
  screen = await page(here('screen'), 'projector');
  // Motion is what is looked at.
  await screen.emulateMedia({ reducedMotion: 'no-preference' });
  watch = await page(here('watch'), 'phone');
  must(hall.phones[0]).close();
  phone = await page(must(hall.tickets[0]).url, 'phone');
  await phone.getByRole('button', { name: '是我，开始' }).click();
  desk = await page(`${server.origin}/console`, 'laptop');
  await logIn(desk);
  await desk.getByText('新建会议').first().waitFor();
  await desk.goto(here('console'));
  await desk.getByRole('tab', { name: '现场' }).click();
});

afterAll(async () => {
  leave(hall);
  await browser.close();
  await server.stop();
  expect(complaints.flat()).toEqual([]);
});

/** A scoring of this unit, open and scored by all but the first seat, with the console at its next step. */
async function scored(unit: string, disclosure: 'live' | 'hidden'): Promise<void> {
  const { staff } = hall;
  const id = `score-${unit}` as ItemId;
  await staff.run({
    ...{ type: 'AddItems', after: staff.view.agenda.at(-1)?.item.id ?? null },
    items: [
      {
        ...{ id, kind: 'score', subjects: [unit as SubjectId], secrecy: 'named' },
        ...{ sheet: 'live', disclosure, seconds: 0 },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: id });
  await staff.run({ type: 'OpenRound', item: id });
  for (const [n, one] of hall.phones.slice(1).entries()) {
    await one.until(({ stage }) => stage?.open.at(-1)?.subjects[0]?.id === unit);
    await one.vote(scores(30 + (n % 9), 15 + (n % 4), 20, 12));
  }
  await staff.until(({ progress }) => progress.done === SEATS - 1);
}

const next = () => hall.staff.view.control.next;

/** Presses the one key until its step is done: twice where that asks for it, and not so soon that it were a bounce. */
async function key(): Promise<void> {
  const { touched } = next().expects;
  const box = desk.locator(`[data-touched="${String(touched)}"]`);
  await box.waitFor();
  await expect
    .poll(
      async () => {
        if ((await box.count()) > 0) await desk.keyboard.press('PageDown');
        return next().expects.touched;
      },
      { interval: BOUNCE_MS + 100, timeout: 45_000 },
    )
    .not.toBe(touched);
}

const opened = (on: Page) => on.locator('li[data-open="true"]').count();
const sealed = (on: Page) => on.locator('li[data-open="false"]').count();
/** Means as the rows of this page have them. */
const means = (on: Page) =>
  on
    .locator('li[data-open="true"] b')
    .evaluateAll((all) =>
      all.map((one) => one.textContent).filter((text) => /^\d+\.\d\d$/.test(text)),
    );

describe('a live scoring', () => {
  it('stands still at the close, and opens key by key for everyone at once', async () => {
    await scored('A01', 'live');
    const stood = must(hall.staff.view.tally?.score);
    expect(next().act).toBe('close-round');
    await key();
    expect(next().act).toBe('show-groups');
    await screen.getByText(words.scoringClosed).waitFor();
    await screen.getByText(stood, { exact: true }).first().waitFor();
    await screen.getByText(words.root).waitFor();
    await watch.getByText(watchText.zh.frozen).waitFor();
    await picture(screen, 'reveal-live-closed');
    for (let n = 1; n <= 4; n++) {
      await key();
      await expect.poll(() => opened(screen)).toBe(n);
      expect(await sealed(screen)).toBe(4 - n);
      await screen.getByText(words.frozen).waitFor();
      await watch.getByText(watchText.zh.opening(n, 4)).waitFor();
      await phone.getByText(phoneWaitText.zh.openingHint(n, 4)).waitFor();
      expect(
        await desk.getByRole('button', { name: `${consoleText.zh.stage.reopen}…` }).count(),
      ).toBe(0);
      // The console's own picture is the hall's.
      await expect.poll(() => means(desk)).toEqual(await means(screen));
      if (n !== 2) continue;
      await picture(screen, 'reveal-live-groups');
      await picture(desk, 'reveal-live-console');
      await picture(watch, 'reveal-live-watch');
      // A screen that is opened now has what is open, and no more.
      const late = await page(here('screen'), 'projector');
      await expect.poll(() => opened(late)).toBe(2);
      expect(await means(late)).toEqual(await means(screen));
      await late.close();
    }
    expect(next().act).toBe('reveal-round');
    await key();
    const score = must(hall.staff.view.tally?.score);
    await screen.locator('[data-final="true"]').first().waitFor();
    await screen.getByText(score, { exact: true }).first().waitFor();
    await screen.getByText(words.groupsThenWeights).waitFor();
    await watch.getByText(score, { exact: true }).first().waitFor();
    await phone.getByRole('heading', { name: new RegExp(score.replace('.', '\\.')) }).waitFor();
    // It is alone on the board.
    for (const one of [screen, watch, phone]) expect(await one.getByText(/列第/).count()).toBe(0);
    await picture(phone, 'reveal-phone');
  });

  it('keys in the midst of a beat open what they name, once, and the screen tells all of it in order', async () => {
    await scored('A02', 'hidden');
    await key();
    await screen.getByText(words.awaiting).waitFor();
    await screen.getByText(words.root).waitFor();
    await picture(screen, 'reveal-hidden-closed');
    // What the page has shown of each row and of the total, in its order.
    await screen.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      const look = () => {
        const now = [
          ...[...document.querySelectorAll('li[data-open]')].map((one) =>
            one.getAttribute('data-open') === 'true' ? 'o' : '-',
          ),
          document.querySelector('[data-from][data-final="true"]') ? ' total' : '',
        ].join('');
        if (now !== '' && seen.at(-1) !== now) seen.push(now);
      };
      new MutationObserver(look).observe(document.body, {
        ...{ subtree: true, childList: true, attributes: true },
      });
    });
    // The fastest hand there is: each step as soon as it stands.
    while (next().act === 'show-groups' || next().act === 'reveal-round') await hall.staff.next();
    await screen.getByText(words.groupsThenWeights).waitFor();
    const seen = await screen.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(seen[0]).toBe('----');
    expect(seen.slice(-2)).toEqual(['oooo', 'oooo total']);
    // Nothing that was open is shut again.
    const counts = seen.map((one) => one.replace(/[^o]/g, '').replace('total', '').length);
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    await screen.getByText(/列第/).waitFor();
    await phone.getByText(/列第/).waitFor();
    await watch.getByText(/列第/).first().waitFor();
  });

  it('holds in every size', async () => {
    await screen.getByText(words.scoreLast(true)).waitFor({ state: 'hidden' });
    await readableOnStage(screen, 'the total');
  });
});
