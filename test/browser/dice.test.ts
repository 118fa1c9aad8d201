// The dice in real Chromium: typed at the console digit by digit, seen in the hall as they are typed, in both languages;
// then a panel group by group, with the digits in the foot.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { DrawSettings } from '../../shared/meeting/agenda/item.ts';
import { diceText } from '../../shared/text/dice.ts';
import { screenText } from '../../shared/text/screen.ts';
import { itInSoak } from '../repetitions.ts';
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

const TEN = '70294418365290713856';
const SIX = '41526334152633415263341526';
const LANGUAGES = ['zh', 'en'] as const;

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let desk: Page;
let screens: Readonly<Record<(typeof LANGUAGES)[number], Page>>;
const opened: Opened[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  const show = async (one: Promise<Opened>) => {
    opened.push(await one);
    return (await one).page;
  };
  const address = `${server.origin}/m/${staff.meeting}/screen`;
  screens = {
    zh: await show(open(browser, address, 'projector')),
    en: await show(open(browser, address, 'projector', 'en')),
  };
  desk = await show(openConsole(browser, staff, 'stage'));
});
afterAll(async () => {
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  staff.close();
  await browser.close();
  await server.stop();
});

async function lock(id: string, settings: DrawSettings): Promise<void> {
  const after = staff.view.agenda.at(-1)?.item.id ?? null;
  const item = { id: id as ItemId, kind: 'draw', ...settings } as const;
  await staff.run({ type: 'AddItems', after, items: [item] });
  await staff.run({ type: 'EnterItem', item: item.id });
  await staff.run({ type: 'LockDraw', item: item.id });
}

/** What the slots of a screen say, each in its state. */
function slots(screen: Page): Promise<readonly string[]> {
  return screen
    .locator('li[data-state]')
    .evaluateAll((all) =>
      all.map((one) =>
        `${one.getAttribute('data-state') ?? ''} ${one.textContent.slice(0, 1)}`.trim(),
      ),
    );
}

/** Both screens, in their three sizes: everything can be read. */
async function look(name: string): Promise<void> {
  for (const language of LANGUAGES) {
    const [screen, shown] = [screens[language], `${name}-${language}`];
    await readableOnStage(screen, shown, (width) => picture(screen, `${shown}-${String(width)}`));
  }
}

const field = (reading: 'first' | 'second') =>
  desk.getByLabel(reading === 'first' ? /^第一遍/ : /^第二遍/).first();

const hasFocus = (one: Locator) => one.evaluate((input) => input === document.activeElement);

describe('the dice', () => {
  it(
    'fill their slots as digits are typed, are struck by the second reading, and rest till the key',
    { timeout: 240_000 },
    async () => {
      await lock('turns', {
        ...{ purpose: 'presenters', take: 12, sources: ['dice10'] },
        follow: {
          presentationSeconds: 480,
          score: { sheet: 'live', disclosure: 'hidden', seconds: 60 },
        },
      });
      for (const language of LANGUAGES) {
        const screen = screens[language];
        await screen.getByRole('heading', { name: diceText[language].throw(20, false) }).waitFor();
        expect(await slots(screen)).toEqual(Array<string>(20).fill('empty'));
      }
      await look('dice-empty');
      // The field comes with the lock and has the focus: whoever reads begins to type.
      await expect.poll(() => hasFocus(field('first'))).toBe(true);
      for (const [n, digit] of Array.from(TEN.slice(0, 13)).entries()) {
        await desk.keyboard.press(digit);
        await expect.poll(async () => (await slots(screens.zh))[n]).toBe(`read ${digit}`);
      }
      // A slip of the finger goes again.
      await desk.keyboard.press('9');
      await expect.poll(async () => (await slots(screens.zh))[13]).toBe('read 9');
      await desk.keyboard.press('Backspace');
      await expect.poll(async () => (await slots(screens.zh))[13]).toBe('empty');
      await look('dice-13');

      // The page is opened anew in the middle: the row goes on where it stood.
      await desk.reload();
      await expect.poll(() => field('first').inputValue()).toBe('••••• ••••• •••');
      await expect.poll(() => hasFocus(field('first'))).toBe(true);
      await desk.keyboard.press('End');
      await desk.keyboard.type(TEN.slice(13));
      await expect.poll(() => staff.view.control.dice?.readings.first.have).toBe(20);

      // Who types the second reading finds no digit of the first on the page, the hall's small picture included.
      await expect.poll(() => field('second').isEnabled()).toBe(true);
      const page = await desk.locator('main').innerText();
      expect(page.replaceAll(/[^0-9]/g, '')).not.toContain(TEN);
      expect((await slots(desk)).every((slot) => slot === 'read')).toBe(true);
      expect(await field('first').inputValue()).toMatch(/^[• ]+$/);

      await expect.poll(() => hasFocus(field('second'))).toBe(true);
      await desk.getByRole('button', { name: '第二遍还差20位' }).waitFor();
      await desk.keyboard.type(`${TEN.slice(0, 6)}9${TEN.slice(7, 13)}`);
      await expect.poll(async () => (await slots(screens.zh))[12]).toBe('agreed 9');
      expect((await slots(screens.zh))[6]).toBe('differs');
      await screens.zh.getByText('第7位两遍不同，请看骰子。').waitFor();
      // Whoever reads on is not taken out of the row.
      expect(await hasFocus(field('second'))).toBe(true);
      await picture(desk, 'dice-console-differs');
      await look('dice-differs');
      await desk.getByLabel('第7位，第二遍').fill('1');
      await expect.poll(async () => (await slots(screens.zh))[6]).toBe('agreed 1');
      await field('second').focus();
      await desk.keyboard.press('End');
      await desk.keyboard.type(TEN.slice(13));
      for (const language of LANGUAGES)
        await screens[language].getByRole('heading', { name: diceText[language].agreed }).waitFor();
      await staff.until(() => drawOf(staff).phase === 'showing');
      expect(drawOf(staff).shown).toEqual([]);
      await look('dice-agreed');

      // The key, and the digits stay in the foot through all the names.
      await desk.bringToFront();
      for (let n = 1; n <= 12; n++) {
        await pressNext(desk, staff);
        await staff.until(() => drawOf(staff).shown.length === n);
        await screens.zh.getByText('70294 41836 52907 13856').waitFor();
        if (n === 4) await look('dice-name');
      }
      await screens.zh.getByText('本机已自行复算，结果一致').waitFor();
      await look('dice-names');
      const watch = await open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone');
      opened.push(watch);
      await watch.page.getByText('70294 41836 52907 13856').first().waitFor();
      await picture(watch.page, 'dice-watch-done');
      await watch.context.close();
    },
  );

  it(
    'six-sided ones too; then a panel of fifty comes group by group, its names one after another',
    { timeout: 240_000 },
    async () => {
      await lock('panel', {
        ...{ purpose: 'panel', take: 50, sources: ['dice6', 'salt'] },
        rule: { kind: 'proportional' },
      });
      const watch = await open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone');
      opened.push(watch);
      await field('first').fill(SIX);
      await expect.poll(() => staff.view.control.dice?.readings.first.have).toBe(26);
      await field('second').focus();
      await desk.keyboard.type(SIX.slice(0, 9));
      await expect.poll(async () => (await slots(screens.zh))[8]).toBe('agreed 1');
      await look('dice-six');
      await watch.page.getByText('请掷二十六颗六面骰子').waitFor();
      await picture(watch.page, 'dice-watch');
      await picture(desk, 'dice-console-six');
      await desk.keyboard.type(SIX.slice(9));
      await screens.zh.getByRole('heading', { name: '两遍一致' }).waitFor();
      await staff.until(() => drawOf(staff).phase === 'showing');
      await look('dice-six-agreed');
      await desk.bringToFront();

      // Every number of names that stood on the screen, frame by frame.
      const counts = await screens.zh.evaluateHandle(() => {
        const seen: number[] = [];
        const count = () => {
          const n = document.querySelectorAll('li[data-drawn="true"]').length;
          if (seen.at(-1) !== n) seen.push(n);
          requestAnimationFrame(count);
        };
        count();
        return seen;
      });
      for (let key = 1; drawOf(staff).phase !== 'done'; key++) {
        await pressNext(desk, staff);
        const { length } = drawOf(staff).shown;
        await screens.zh.locator(`li[data-drawn="true"] >> nth=${String(length - 1)}`).waitFor();
        if (key === 2) await look('dice-panel-group');
      }
      const steps = await counts.jsonValue();
      expect(steps.at(-1)).toBe(50);
      // Never two groups, nor a whole one, in one frame.
      expect(Math.max(...steps.map((n, at) => n - (steps[at - 1] ?? 0)))).toBeLessThanOrEqual(3);
      await screens.zh.getByText('本机已自行复算，结果一致').waitFor();
      await look('dice-panel');
      expect(must(drawOf(staff).sources[0]).digits).toBe(SIX);
    },
  );

  itInSoak(
    'of a panel of seventy-five all stand on one page; of a hundred each is seen as it comes, on the page of the newest',
    async () => {
      const shows = async (take: number) => {
        await lock(`panel-${String(take)}`, {
          ...{ purpose: 'panel', take, sources: ['salt'] },
          rule: { kind: 'proportional' },
        });
        // Frame by frame: how many names are out, and on which page the hall is.
        const seen = await screens.zh.evaluateHandle((take) => {
          const seen: string[] = [];
          const look = () => {
            const words = document.querySelector('.stage')?.textContent ?? '';
            const out = new RegExp(`(\\d+)/ ${String(take)}`).exec(words)?.[1];
            const page = /第(\d+)页/.exec(words)?.[1] ?? '-';
            const entry = `${String(out)} ${page}`;
            if (seen.at(-1) !== entry) seen.push(entry);
            requestAnimationFrame(look);
          };
          look();
          return seen;
        }, take);
        while (drawOf(staff).phase === 'locked') await staff.next();
        await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown: take });
        for (const language of LANGUAGES)
          await screens[language].getByText(screenText[language].allDrawn).waitFor();
        await look(`panel-${String(take)}`);
        return seen.jsonValue();
      };
      expect(new Set((await shows(75)).map((one) => one.split(' ')[1]))).toEqual(new Set(['-']));
      const hundred = await shows(100);
      expect(hundred.find((one) => one.startsWith('100 '))).toBe('100 2');
      const pages = hundred.map((one) => one.split(' ')[1]);
      expect(pages.lastIndexOf('1', pages.indexOf('2'))).toBe(pages.indexOf('2') - 1);
    },
  );
});
