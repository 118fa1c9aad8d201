// A machine's clock that is set while a meeting runs: no page's countdown, bell or time of day follows it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { readinessText } from '../../shared/text/readiness.ts';
import type { ReadinessId } from '../../shared/views/slices/readiness-lines.ts';
import { itInSoak } from '../repetitions.ts';
import {
  leave,
  must,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fifty minutes: what is left of them reads like no time of day. */
const LONG_S = 3000;
/** Pages tell the time to the second, and the machine may be slow between two looks. */
const NEAR_MS = 15 * SECOND_MS;

/** By how much the server's clock is ahead of this machine's. */
let serverAheadMs = 0;
let server: TestServer;
let browser: Browser;
let hall: Hall;
let staff: StaffClient;
const opened: Opened[] = [];

beforeAll(async () => {
  const { now } = systemClock();
  server = await startServer({ clock: { now: () => now() + serverAheadMs } });
  browser = await launch(['--autoplay-policy=no-user-gesture-required']);
  hall = await seatedHall(server, 6);
  staff = hall.staff;
});

afterAll(async () => {
  leave(hall);
  await browser.close();
  await server.stop();
});

describe('a clock that is set during a talk', () => {
  it('moves no countdown and no time of day, on any page', async () => {
    await talk('long', LONG_S);
    const pages = {
      screen: await show('screen', 'projector'),
      watch: await show('watch', 'phone'),
      console: await console_(),
      phone: await seat('phone', 1),
      tablet: await seat('tablet', 2),
    };
    const all = Object.values(pages);
    await staff.run({ type: 'StartCountdown', item: 'long' as ItemId });
    await Promise.all(all.map(async (page) => expect.poll(() => leftOn(page)).not.toBeNull()));
    for (const ms of [DAY_MS, -2 * DAY_MS, DAY_MS + HOUR_MS, -30 * SECOND_MS]) {
      await Promise.all(all.map(async (page) => afterSetting(page, ms)));
      // What comes from the server afterwards changes nothing either.
      await staff.run({ type: 'ExtendCountdown', item: 'long' as ItemId, seconds: 60 });
      await Promise.all(all.map(async (page) => expect.poll(() => isRight(page)).toBe(true)));
    }
    // A machine that slept: the hall's time went on by so much, and its own clock, but nothing that ran on it.
    serverAheadMs += 5 * 60 * SECOND_MS;
    await Promise.all(
      all.map(async (page) => {
        await setClock(page, 5 * 60 * SECOND_MS);
        await expect.poll(() => isRight(page)).toBe(true);
      }),
    );
    for (const name of ['screen', 'console'] as const) {
      const { zone } = inside().world.meeting;
      const shown = await pages[name].locator('header time').first().innerText();
      expect([inside().now, inside().now - 60_000].map((at) => timeIn(zone, at))).toContain(shown);
      await picture(pages[name], `clocks-${name}`);
    }
    await closeAll();
  });

  itInSoak(
    'rings the bell once at zero all the same, and never for what a page has not seen end',
    async () => {
      await talk('short', 4);
      const page = await show('screen', 'projector');
      await page.getByText('未开始').waitFor();
      await staff.run({ type: 'StartCountdown', item: 'short' as ItemId });
      await page.locator('p', { hasText: /^00:0[1-9]$/ }).waitFor();
      await setClock(page, DAY_MS);
      await page.getByText('超时').waitFor();
      await expect.poll(() => strokes(page)).toBe(2);
      // Time that is added after zero, with the clock set back to before it: another zero, another bell, once.
      await setClock(page, -DAY_MS - 60 * SECOND_MS);
      await staff.run({ type: 'ExtendCountdown', item: 'short' as ItemId, seconds: 8 });
      await page.locator('p', { hasText: /^00:0[1-9]$/ }).waitFor();
      await setClock(page, 2 * HOUR_MS);
      await page.getByText('超时').waitFor();
      await expect.poll(() => strokes(page)).toBe(4);
      // Whoever comes after zero, by a wrong clock before it, hears the moderator's bell only.
      await page.reload();
      await page.getByText('超时').waitFor();
      await setClock(page, -2 * HOUR_MS);
      await staff.run({ type: 'RingBell', item: 'short' as ItemId });
      await expect.poll(() => strokes(page)).toBe(1);
      await closeAll();
    },
  );
});

describe('a page that stands open in the hall', () => {
  it('keeps its machine awake, asks again when it is seen again, and says where it cannot', async () => {
    const screen = await show('screen', 'projector', LOCKS);
    const tablet = await show('kiosk', 'tablet', LOCKS);
    const line = (id: ReadinessId) => staff.view.readiness.lines.find((one) => one.id === id);
    await expect.poll(() => line('screen')).toMatchObject({ screens: 1, dozing: 0 });
    await expect.poll(() => line('tablets')).toMatchObject({ tablets: 1, dozing: 0 });
    for (const page of [screen, tablet]) {
      expect(await locks(page)).toEqual({ asked: 1, held: 1 });
      await see(page, false);
      await expect.poll(() => locks(page)).toEqual({ asked: 1, held: 0 });
    }
    await expect.poll(() => line('screen')).toMatchObject({ screens: 1, dozing: 1 });
    await expect.poll(() => line('tablets')).toMatchObject({ tablets: 1, dozing: 1 });
    for (const page of [screen, tablet]) {
      await see(page, true);
      await expect.poll(() => locks(page)).toEqual({ asked: 2, held: 1 });
    }
    await expect.poll(() => line('screen')).toMatchObject({ screens: 1, dozing: 0 });
    await expect.poll(() => line('tablets')).toMatchObject({ tablets: 1, dozing: 0 });

    for (const [n, none] of NO_LOCKS.entries()) {
      await show('screen', 'projector', none);
      await show('kiosk', 'tablet', none);
      const [all, dozing] = [n + 2, n + 1];
      await expect.poll(() => line('screen')).toMatchObject({ screens: all, dozing });
      await expect.poll(() => line('tablets')).toMatchObject({ tablets: all, dozing });
    }
    for (const language of ['zh', 'en'] as const) {
      const one = await openConsole(browser, staff, 'setup/overview', 'laptop', language);
      opened.push(one);
      const sentence = readinessText[language].lines.screen.say(must(line('screen')) as never);
      const row = one.page.getByText(sentence);
      await row.scrollIntoViewIfNeeded();
      await picture(one.page, `clocks-readiness-${language}`);
    }
    await closeAll();
  });
});

async function talk(id: string, seconds: number): Promise<void> {
  const subject = must(staff.view.subjects[0]?.id, 'unit');
  const item: Item = { id: id as ItemId, kind: 'presentation', subject, seconds };
  await staff.run({ type: 'AddItems', after: null, items: [item] });
  await staff.run({ type: 'EnterItem', item: item.id });
}

function inside() {
  return must(server.app.halls.byCode(staff.meeting), 'hall');
}

/** Sets the machine's clock and waits until the page has told the time anew; it must be the same as ever. */
async function afterSetting(page: Page, ms: number): Promise<void> {
  const before = await leftOn(page);
  // A touch, or the tablet takes its person for gone.
  await page.keyboard.press('Shift');
  await setClock(page, ms);
  await expect.poll(() => leftOn(page)).not.toBe(before);
  expect(await isRight(page)).toBe(true);
}

/** Whether a page shows what the server has left. */
async function isRight(page: Page): Promise<boolean> {
  const left = await leftOn(page);
  const { countdown } = inside().world.meeting;
  if (left === null || countdown?.phase !== 'running') return false;
  return Math.abs(left - (countdown.endsAt - inside().now)) < NEAR_MS;
}

/** The countdown that a page shows, in ms. */
async function leftOn(page: Page): Promise<number | null> {
  const text = await page.locator('body').innerText();
  const [, minutes, seconds] = /(?<![\d:−])([4-9]\d):(\d\d)/.exec(text) ?? [];
  return minutes === undefined ? null : (Number(minutes) * 60 + Number(seconds)) * SECOND_MS;
}

function timeIn(timeZone: string, at: number): string {
  const style = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-GB', { ...style, timeZone }).format(at);
}

/** Sets the page's clock for real: nothing in it can tell a set clock from this. */
async function setClock(page: Page, ms: number): Promise<void> {
  await page.evaluate((by) => {
    const own = globalThis as unknown as { setClock(by: number): void };
    own.setClock(by);
  }, ms);
}

/** Strokes of the bell since the page was loaded. */
async function strokes(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { strokes: number }).strokes);
}

/** In every page: a clock that can be set, and a count of the bell's strokes (oscillators at its own tone). */
const INSTRUMENTS = `
  const Real = Date;
  let by = 0;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [Real.now() + by] : given));
    }
    static now() {
      return Real.now() + by;
    }
  };
  globalThis.setClock = (ms) => { by += ms; };
  globalThis.strokes = 0;
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    if (this.frequency.value === 880) globalThis.strokes += 1;
    start.call(this, when);
  };
`;

/** A browser's wake locks, which it takes back from a page that is out of sight. */
const LOCKS = `
  globalThis.locks = [];
  globalThis.seen = true;
  Object.defineProperty(document, 'visibilityState', { get: () => (seen ? 'visible' : 'hidden') });
  class Lock extends EventTarget {
    released = false;
    async release() {
      if (this.released) return;
      this.released = true;
      this.dispatchEvent(new Event('release'));
    }
  }
  Object.defineProperty(navigator, 'wakeLock', {
    value: {
      async request() {
        const lock = new Lock();
        locks.push(lock);
        return lock;
      },
    },
  });
  globalThis.see = (is) => {
    seen = is;
    if (!is) for (const lock of locks) lock.release();
    document.dispatchEvent(new Event('visibilitychange'));
  };
`;
/** As on every page that came over plain HTTP from another machine; and browsers that have them by name only. */
const NO_LOCKS = [
  'delete Navigator.prototype.wakeLock;',
  `Object.defineProperty(navigator, 'wakeLock', { value: undefined });`,
  `navigator.wakeLock.request = () => { throw new DOMException('refused', 'NotAllowedError'); };`,
] as const;

async function see(page: Page, is: boolean): Promise<void> {
  await page.evaluate((seen) => {
    (globalThis as unknown as { see(seen: boolean): void }).see(seen);
  }, is);
}

async function locks(page: Page): Promise<{ readonly asked: number; readonly held: number }> {
  return page.evaluate(() => {
    const { locks } = globalThis as unknown as { locks: readonly { released: boolean }[] };
    return { asked: locks.length, held: locks.filter(({ released }) => !released).length };
  });
}

async function show(
  place: string,
  size: Parameters<typeof open>[2],
  instruments = INSTRUMENTS,
): Promise<Page> {
  return go(`${server.origin}/m/${staff.meeting}/${place}`, size, instruments);
}

async function go(
  url: string,
  size: Parameters<typeof open>[2],
  instruments = INSTRUMENTS,
): Promise<Page> {
  const one = await open(browser, 'about:blank', size);
  opened.push(one);
  await one.context.addInitScript({ content: instruments });
  await one.page.goto(url);
  return one.page;
}

async function console_(): Promise<Page> {
  const one = await openConsole(browser, staff, 'stage');
  opened.push(one);
  await one.context.addInitScript({ content: INSTRUMENTS });
  await one.page.reload();
  return one.page;
}

/** Someone's seat, on their own phone or on the desk's tablet. */
async function seat(on: 'phone' | 'tablet', n: number): Promise<Page> {
  const ticket = must(hall.tickets[n], 'ticket');
  const page = on === 'phone' ? await go(ticket.url, on) : await show('kiosk', on);
  if (on === 'tablet') {
    await page.getByLabel('短码').fill(ticket.code);
    await page.getByRole('button', { name: '进入' }).click();
  }
  await page.getByRole('button', { name: '是我，开始' }).click();
  return page;
}

async function closeAll(): Promise<void> {
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    expect(complaints).toEqual([]);
  }
}
