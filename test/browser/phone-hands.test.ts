// The phone's sheet under real hands: digits that an input method composes, and fingers on a ruler.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { leave, must, seatedHall, stageScoring, startServer } from '../with-server.ts';
import type { Hall, TestServer } from '../with-server.ts';
import { launch, open, type Opened } from './browser.ts';
import { handsOn, line, placeIn, type Hands } from './by-finger.ts';
import { CRITERIA } from './by-hand.ts';

let browser: Browser;
let server: TestServer;
let hall: Hall;
let opened: Opened;
let page: Page;
let hands: Hands;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  hall = await seatedHall(server, 4);
  await stageScoring(hall.staff, 'A01', 'live');
  must(hall.phones[0]).close();
  opened = await open(browser, must(hall.tickets[0]).url, 'phone');
  ({ page } = opened);
  hands = await handsOn(page);
  // Low, so that the sheet is longer than the window.
  await page.setViewportSize({ width: 360, height: 560 });
  await page.getByRole('button', { name: '是我，开始' }).click();
  await page.getByText('还差4项').waitFor();
});

afterEach(() => {
  expect(opened.complaints).toEqual([]);
});

afterAll(async () => {
  leave(hall);
  await browser.close();
  await server.stop();
});

const box = (n: number) => page.getByLabel(`${CRITERIA[n] ?? ''}的分数`);
const ruler = (n: number) => page.getByRole('slider', { name: CRITERIA[n] ?? '', exact: true });
/** Empties the box, with the caret in it. */
async function emptied(n: number): Promise<void> {
  await box(n).fill('');
  await box(n).focus();
}

describe('a score that an input method composes', () => {
  it.each([
    ['a full-width digit', ['３'], '３', '3'],
    ['two full-width digits in one row', ['２', '２４'], '２４', '24'],
    ['a half-width digit', ['7'], '7', '7'],
    ['a row of half-width digits', ['3', '38'], '38', '38'],
    ['Arabic-Indic digits', ['١', '١٢'], '١٢', '12'],
    ['letters that become a digit', ['s', 'sa', 'san'], '３', '3'],
  ])('%s counts once, as typed', async (_, shown, text, score) => {
    await emptied(0);
    await hands.compose(...shown);
    // Left alone while it runs: neither rewritten nor counted.
    expect(await box(0).inputValue()).toBe(shown.at(-1));
    expect(await page.getByText('还差4项').isVisible()).toBe(true);
    await hands.commit(text);
    await page.getByText('还差3项').waitFor();
    await box(0).blur();
    await expect.poll(() => box(0).inputValue()).toBe(score);
    expect(await ruler(0).inputValue()).toBe(score);
    await emptied(0);
    await page.getByText('还差4项').waitFor();
  });

  it('one composed digit after the other makes one number, also in the middle', async () => {
    await emptied(0);
    for (const digit of ['２', '４']) {
      await hands.compose(digit);
      await hands.commit(digit);
    }
    await expect.poll(() => ruler(0).inputValue()).toBe('24');
    await box(0).evaluate((field: HTMLInputElement) => {
      field.setSelectionRange(1, 1);
    });
    await page.keyboard.press('Delete');
    await hands.compose('８');
    await hands.commit('８');
    await expect.poll(() => ruler(0).inputValue()).toBe('28');
    await page.keyboard.press('Backspace');
    await expect.poll(() => ruler(0).inputValue()).toBe('2');
  });

  it('a cancelled one leaves nothing, and what comes after it counts', async () => {
    await emptied(0);
    await hands.compose('９', '９９');
    await hands.cancel();
    await expect.poll(() => box(0).inputValue()).toBe('');
    await page.getByText('还差4项').waitFor();
    await hands.compose('５');
    await hands.commit('５');
    await expect.poll(() => ruler(0).inputValue()).toBe('5');
  });

  it('what is no number is said and not counted: a numeral, a circled digit, more digits than points', async () => {
    for (const text of ['三', '③', '５００', '1e1', '+5', '½']) {
      await emptied(0);
      await hands.compose(text);
      await hands.commit(text);
      await page.getByText('请填0到40').waitFor();
      expect(await box(0).inputValue()).toBe(text);
      expect(await page.getByText('还差4项').isVisible()).toBe(true);
    }
  });

  it('arrows and Enter of a running composition are the input method’s', async () => {
    await emptied(0);
    await hands.compose('３');
    for (const key of ['ArrowUp', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    expect(await box(0).evaluate((field) => field === document.activeElement)).toBe(true);
    await hands.commit('３');
    await expect.poll(() => ruler(0).inputValue()).toBe('3');
  });

  it('one that another writes over, and that ends without saying so, leaves what then stands', async () => {
    await emptied(0);
    await hands.compose('５');
    await box(0).evaluate((field: HTMLInputElement) => {
      field.setRangeText('7', 0, field.value.length, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await expect.poll(() => ruler(0).inputValue()).toBe('7');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('9');
    await expect.poll(() => ruler(0).inputValue()).toBe('9');
  });

  it('leaving the field in the middle of one counts what stands there', async () => {
    await emptied(0);
    await hands.compose('１', '１７');
    await box(1).focus();
    await expect.poll(() => box(0).inputValue()).toBe('17');
    expect(await ruler(0).inputValue()).toBe('17');
  });
});

describe('a finger on a ruler', () => {
  /** Scored, and in the middle of the window, the page scrolled to its top part. */
  async function ready(): Promise<void> {
    await box(1).fill('18');
    await box(1).blur();
    await ruler(1).evaluate((field) => {
      field.scrollIntoView({ block: 'center' });
    });
    await still();
  }
  /** Until the page has not scrolled for a while: a finger that lands on a gliding page only stops it. */
  async function still(): Promise<void> {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let frames = 0;
          let last = -1;
          const look = () => {
            frames = scrollY === last ? frames + 1 : 0;
            last = scrollY;
            if (frames < 30) requestAnimationFrame(look);
            else resolve();
          };
          look();
        }),
    );
  }
  const scrolled = () => page.evaluate(() => scrollY);

  it.each([
    ['up', 0, -180],
    ['down', 0, 120],
    ['up and a little aside, as a thumb does', 40, -160],
  ])('a swipe %s scrolls and sets nothing', async (_, across, down) => {
    await ready();
    const before = await scrolled();
    const from = await placeIn(ruler(1), 0.35);
    await hands.stroke(from, ...line(from, across, down));
    await still();
    expect(await scrolled()).not.toBe(before);
    expect(await box(1).inputValue()).toBe('18');
  });

  it('a swipe that the browser makes itself sets nothing either, on a ruler without a score too', async () => {
    await ready();
    await box(2).fill('');
    await ruler(2).evaluate((field) => {
      field.scrollIntoView({ block: 'center' });
    });
    await still();
    const before = await scrolled();
    const { x, y } = await placeIn(ruler(2), 0.6);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance: 150, speed: 1200 });
    await still();
    expect(await scrolled()).not.toBe(before);
    expect(await box(2).inputValue()).toBe('');
  });

  it('a tap sets, a sideways drag sets and follows', async () => {
    await ready();
    await hands.stroke(await placeIn(ruler(1), 0.5));
    await expect.poll(() => box(1).inputValue()).toBe('10');
    const from = await placeIn(ruler(1), 0.5);
    const way = line(from, 90, 4);
    await hands.fingers(from);
    for (const place of way) await hands.fingers(place);
    await expect.poll(async () => Number(await box(1).inputValue())).toBeGreaterThan(13);
    await hands.fingers();
    const right = await placeIn(ruler(1), 1);
    await hands.stroke(from, ...line(from, right.x - from.x, 0));
    await expect.poll(() => box(1).inputValue()).toBe('20');
    await hands.stroke(from, ...line(from, -from.x, 0));
    await expect.poll(() => box(1).inputValue()).toBe('0');
  });

  it('an unscored ruler takes a tap at its start as 0', async () => {
    await ready();
    await box(1).fill('');
    await box(1).blur();
    await still();
    await hands.stroke(await placeIn(ruler(1), 0.02));
    await expect.poll(() => box(1).inputValue()).toBe('0');
  });

  it('a second finger sets nothing, and what was dragged so far goes back', async () => {
    await ready();
    const [one, two] = [await placeIn(ruler(1), 0.3), await placeIn(ruler(1), 0.7)];
    await hands.fingers(one);
    await hands.fingers(one, two);
    await hands.fingers();
    await still();
    expect(await box(1).inputValue()).toBe('18');
    await hands.fingers(one);
    for (const place of line(one, 60, 0)) await hands.fingers(place);
    await expect.poll(() => box(1).inputValue()).not.toBe('18');
    await hands.fingers({ x: one.x + 60, y: one.y }, { x: one.x, y: one.y + 120 });
    await expect.poll(() => box(1).inputValue()).toBe('18');
    await hands.fingers();
    await still();
    expect(await box(1).inputValue()).toBe('18');
  });

  it('a finger that lands on a page in motion stops it and sets nothing', async () => {
    await ready();
    await page.evaluate(() => {
      let by = 1;
      const glide = () => {
        scrollBy(0, (by = -by));
        if (!('landed' in window)) requestAnimationFrame(glide);
      };
      glide();
    });
    await hands.stroke(await placeIn(ruler(1), 0.5));
    await page.evaluate(() => Object.assign(window, { landed: true }));
    await still();
    expect(await box(1).inputValue()).toBe('18');
  });

  it.each([20, 30])(
    'a swipe that begins %i px aside and then goes up sets nothing',
    async (aside) => {
      await ready();
      const from = await placeIn(ruler(1), 0.35);
      const corner = { x: from.x + aside, y: from.y + 4 };
      await hands.fingers(from);
      for (const place of line(from, aside, 4, 3)) await hands.fingers(place);
      await expect.poll(() => box(1).inputValue()).not.toBe('18');
      for (const place of line(corner, 4, -160)) await hands.fingers(place);
      await expect.poll(() => box(1).inputValue()).toBe('18');
      await hands.fingers();
      await still();
      expect(await box(1).inputValue()).toBe('18');
    },
  );

  it('nor does a finger that stops a zoomed page', async () => {
    await ready();
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 2 });
    await ruler(1).evaluate((field) => {
      field.scrollIntoView({ block: 'center', inline: 'start' });
    });
    await still();
    const at = await ruler(1).evaluate((field) => {
      const { top, height } = field.getBoundingClientRect();
      return { x: 60, y: (top + height / 2 - (visualViewport?.offsetTop ?? 0)) * 2 };
    });
    await ruler(1).evaluate((field) => {
      let moved = 0;
      visualViewport?.addEventListener('scroll', () => (moved += 1));
      // Along the ruler, which is wider than the window over it: the finger meets nothing else.
      const glide = () => {
        field.scrollIntoView({ block: 'nearest', inline: moved % 2 ? 'start' : 'end' });
        Object.assign(window, { moved });
        if (!('landed' in window)) requestAnimationFrame(glide);
      };
      Reflect.deleteProperty(window, 'landed');
      glide();
    });
    await page.waitForFunction(() => Number(Reflect.get(window, 'moved')) > 4);
    await hands.fingers(at);
    // It moves on under the finger, however slow the machine is.
    const before = await page.evaluate(() => Number(Reflect.get(window, 'moved')));
    await page.waitForFunction((n) => Number(Reflect.get(window, 'moved')) > n + 1, before);
    await hands.fingers();
    await page.evaluate(() => Object.assign(window, { landed: true }));
    await still();
    const score = await box(1).inputValue();
    await cdp.send('Emulation.setPageScaleFactor', { pageScaleFactor: 1 });
    expect(score).toBe('18');
  });

  it('the keyboard and a mouse set it as ever', async () => {
    await ready();
    await ruler(1).focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => box(1).inputValue()).toBe('17');
    await page.keyboard.press('End');
    await expect.poll(() => box(1).inputValue()).toBe('20');
    const { x, y } = await placeIn(ruler(1), 0.5);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await expect.poll(() => box(1).inputValue()).toBe('10');
    await page.mouse.move(0, y + 40, { steps: 4 });
    await expect.poll(() => box(1).inputValue()).toBe('0');
    await page.mouse.up();
  });
});

describe('a composition that does not end by itself', () => {
  it('[R5] is ended by the button that is pressed, and what stood there is the ballot', async () => {
    for (const [n, score] of [38, 19, 24].entries()) await box(n).fill(String(score));
    await emptied(3);
    await hands.compose('１', '１３');
    expect(await page.getByRole('button', { name: '还差1项' }).count()).toBe(1);
    await hands.stroke(await placeIn(page.getByRole('button', { name: '还差1项' }), 0.5));
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    await page.getByText('94', { exact: true }).first().waitFor();
    await hall.staff.until(({ progress }) => progress.done === 1);
  });

  it('and whose sheet is closed under it changes nothing', async () => {
    await page.getByRole('button', { name: /修改评分/ }).click();
    await box(0).focus();
    await hands.compose('１', '１１');
    const { open: rounds } = hall.staff.view.desk;
    await hall.staff.run({ type: 'CloseRound', round: must(rounds[0]).round });
    await box(0).waitFor({ state: 'detached' });
    await page.getByText('94', { exact: true }).first().waitFor();
  });
});
