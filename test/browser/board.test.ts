// The board in real Chromium: the moderator's keys open it, a rank is written only after its row has moved, pages stay.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId } from '../../shared/ids.ts';
import type { Hall } from '../with-server.ts';
import { BOARD, boardHall, plainUnits, type BoardUnit } from '../board-hall.ts';
import { leave, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';

let browser: Browser;
let server: TestServer;
let hall: Pick<Hall, 'staff' | 'phones'> | null;

beforeEach(async () => {
  browser = await launch();
  server = await startServer();
  hall = null;
});
afterEach(async () => {
  if (hall) leave(hall);
  await browser.close();
  await server.stop();
});

async function begin(units: readonly BoardUnit[]) {
  hall = await boardHall(server, units);
  const { staff } = hall;
  await staff.run({ type: 'EnterItem', item: BOARD });
  return staff;
}

async function screenAt(meeting: string, motion: 'reduce' | 'no-preference'): Promise<Page> {
  const { page, context, complaints } = await open(
    browser,
    `${server.origin}/m/${meeting}/screen`,
    'projector',
  );
  await page.emulateMedia({ reducedMotion: motion });
  context.on('close', () => {
    expect(complaints).toEqual([]);
  });
  await page.getByText('自下而上公布').waitFor();
  return page;
}

const row = (screen: Page, name: string) =>
  screen.locator('[data-phase]').filter({ has: screen.getByTitle(name, { exact: true }) });

describe('the board', { timeout: 240_000 }, () => {
  it('is opened, turned and left by keys alone, and viewers have each row only then', async () => {
    const staff = await begin(plainUnits(24));
    const screen = await screenAt(staff.meeting, 'reduce');
    const { page: console_, complaints } = await openConsole(browser, staff, 'stage', 'laptop');
    const watch = (await open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone')).page;
    await watch.getByRole('navigation').getByRole('button').first().waitFor();
    expect(await watch.getByText('单位24').count()).toBe(0);
    const opened = () => staff.view.board.climb?.opened.length;
    /** Again until it is taken: a press so soon after the one before is taken for its bounce. */
    const press = async (key: string, title?: string) => {
      const { touched } = staff.view.control.next.expects;
      const isDone = () => staff.view.control.next.expects.touched !== touched;
      const card = console_.locator(`[data-touched="${String(touched)}"]`);
      await card.waitFor();
      if (title !== undefined)
        await expect.poll(() => card.getByRole('heading').first().innerText()).toBe(title);
      await expect
        .poll(
          async () => {
            if (!isDone() && (await card.isVisible())) await console_.keyboard.press(key);
            await expect
              .poll(isDone, { timeout: 1000 })
              .toBe(true)
              .catch(() => undefined);
            return isDone();
          },
          { timeout: 45_000, interval: 350 },
        )
        .toBe(true);
    };
    await press('PageDown', '公布第24名');
    await row(screen, '单位24').waitFor();
    await watch.getByText('单位24').first().waitFor();
    expect(await watch.getByText('单位23').count()).toBe(0);
    const climbs = console_.getByRole('button', { name: '大屏还在公布' }).waitFor();
    await press('t', '公布第23名');
    // The next ten wait for the screen, and say how many they are.
    await climbs;
    await console_.getByRole('button', { name: '连续公布10名' }).waitFor();
    await press('t', '公布第20名');
    await row(screen, '单位11').waitFor();
    await picture(screen, 'board-climb');
    await press('T', '公布第10名');
    await row(screen, '单位4').waitFor();
    await picture(console_, 'board-console');
    for (const [name, title] of [
      ['单位3', '公布第三名'],
      ['单位2', '公布第二名'],
      ['单位1', '公布第一名'],
    ] as const) {
      await press('PageDown', title);
      await screen.getByRole('heading', { name, exact: true }).waitFor();
    }
    await screen.getByText('24家全部公布').waitFor();
    await picture(screen, 'board-podium');
    await press('PageDown', '翻到区级部门前三名');
    await screen.getByText('区级部门12家中的前三名').waitFor();
    await screen.getByRole('heading', { name: '区级部门前三名' }).waitFor();
    await press('PageDown', '翻到乡镇前三名');
    await screen.getByText('乡镇12家中的前三名').waitFor();
    // Back to the first picture, and it stays there.
    for (const words of ['区级部门12家中的前三名', '24家全部公布', '自下而上公布']) {
      await press('PageUp');
      await screen.getByText(words).waitFor();
    }
    await console_.getByRole('button', { name: '总排行' }).click();
    await screen.getByText('24家中第1–10名').waitFor();
    await picture(screen, 'board-list');
    await press('PageDown', '翻到排行');
    await screen.getByText('24家中第11–20名').waitFor();
    expect(opened()).toBe(24);
    const bye = { id: 'bye' as ItemId, kind: 'card', title: '会议结束', text: '' } as const;
    await staff.run({ type: 'AddItems', after: BOARD, items: [bye] });
    await staff.run({ type: 'EnterItem', item: bye.id });
    const code = screen.getByAltText('观看页二维码');
    await code.waitFor();
    await expect
      .poll(() => code.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await picture(screen, 'board-closing');
    expect(complaints).toEqual([]);
  });

  it('writes a rank only after its row has moved, and plays in turn what was opened meanwhile', async () => {
    const staff = await begin(plainUnits(14));
    const screen = await screenAt(staff.meeting, 'no-preference');
    // In the page, so that no picture is missed: what each row showed in each of its phases, in order.
    await screen.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        for (const one of document.querySelectorAll<HTMLElement>('[data-phase]')) {
          const rank = one.querySelector('b')?.textContent ?? '';
          const name = one.querySelector<HTMLElement>('[title]')?.title;
          const entry = [name, one.dataset['phase'], rank].join(' ');
          if (!seen.includes(entry)) seen.push(entry);
        }
      };
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    const show = () => staff.run({ type: 'ShowRows', item: BOARD, take: 'one' });
    await show();
    await screen.locator('[data-phase="climbing"]').waitFor();
    // Keys during the beat, and over the end of a ten.
    for (let n = 0; n < 4; n++) await show();
    await row(screen, '单位10').and(screen.locator('[data-phase="still"]')).waitFor();
    const seen = await screen.evaluate(() => (window as unknown as { seen: string[] }).seen);
    for (const n of [14, 13, 12, 11, 10]) {
      const own = seen.filter((entry) => entry.startsWith(`单位${String(n)} `));
      expect(own).toEqual([
        `单位${String(n)} climbing `,
        `单位${String(n)} ranked ${String(n)}`,
        `单位${String(n)} still ${String(n)}`,
      ]);
    }
    const began = seen.flatMap((entry) => /^单位(\d+) climbing/.exec(entry)?.[1] ?? []);
    expect(began).toEqual(['14', '13', '12', '11', '10']);
    // A page that is opened late, and one that is turned while a row climbs, show what stands.
    await show();
    await staff.run({ type: 'TurnBoard', category: 'all', page: 'climb', n: 0 });
    await row(screen, '单位9').and(screen.locator('[data-phase="still"]')).waitFor();
    const late = await screenAt(staff.meeting, 'no-preference');
    await row(late, '单位9').waitFor();
    expect(await late.locator('[data-phase]:not([data-phase="still"])').count()).toBe(0);
    expect(await late.locator('[data-phase="still"]').count()).toBe(6);
  });

  it('shows the unit of a live scoring climb, before its rank is written', async () => {
    const units = plainUnits(3).map((unit) => ({ ...unit, live: true }));
    const [first, second] = units;
    hall = await boardHall(server, [must(second), must(first)]);
    const { staff } = hall;
    const { page } = await open(browser, `${server.origin}/m/${staff.meeting}/screen`, 'projector');
    // The hall that was built ends with the move; a page that is opened after it shows what stands.
    const rows = page.locator('li[data-latest]');
    await rows.filter({ hasText: '单位1' }).waitFor();
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/^1\D[\s\S]*单位1/),
      expect.stringMatching(/^2\D[\s\S]*单位2/),
    ]);
    await picture(page, 'board-move');
  });
});
