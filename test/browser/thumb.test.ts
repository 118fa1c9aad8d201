// Sixty-five units by one thumb: how many taps they take, and how long a thumb of a known pace would need.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenText } from '../../shared/text/written.ts';
import { startServer } from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { handsOn, placeIn, type Hands, type Place } from './by-finger.ts';
import { isSoak } from './sizes.ts';
import { GRADES, SHEETS, thumbPhone, writtenHall } from './thumb-hall.ts';

const UNITS = 65;
/** Of a scripted thumb. */
const SECONDS_A_TAP = 0.7;
const SECONDS_OF_THOUGHT = 2;
/** Keys take no tap for so long after each unit: never counted as thought. */
const SECONDS_OF_MOTION = 0.3;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** A thumb on real glass: it knows places, not elements, and every touch is counted. */
class Thumb {
  taps = 0;
  readonly #hands: Hands;
  constructor(hands: Hands) {
    this.#hands = hands;
  }
  async tap(at: Place): Promise<void> {
    this.taps += 1;
    await this.#hands.stroke(at);
  }
}

const unitOf = (page: Page) => page.locator('li[data-open] h2').innerText();

/** Until the list rests with another unit open, or none. */
async function moved(page: Page, from: string): Promise<void> {
  await page.waitForFunction(
    (was) =>
      document.querySelector('li[data-open] h2')?.textContent !== was &&
      document.querySelector('[aria-busy="true"]') === null,
    from,
  );
}

const PHONES = [
  ['zh', false],
  ['en', true],
  ['en', false],
  ['zh', true],
] as const;
/** Taps are the same on every phone: each entry, language and version once in `npm test`, all together in the soak. */
const [WITH_GRADES, WITH_NUMBERS] = isSoak
  ? [PHONES, PHONES]
  : [PHONES.slice(0, 1), PHONES.slice(1, 2)];

const seconds = (taps: number) =>
  taps * SECONDS_A_TAP + UNITS * (SECONDS_OF_THOUGHT + SECONDS_OF_MOTION);

describe('65 units by thumb', () => {
  it.each(WITH_GRADES)(
    'in %s, large version %s: one grade each: at most 1.2 taps a unit, under six minutes',
    async (language, large) => {
      const text = writtenText[language];
      const server = await startServer({ language });
      const hall = await writtenHall(server, SHEETS.grades(GRADES[language]), {
        limits: { top: { at: { grade: 'g0' }, share: '0.2' } },
      });
      const { page, complaints, context } = await thumbPhone(
        browser,
        hall,
        0,
        language,
        'phone',
        large,
      );
      const thumb = new Thumb(await handsOn(page));
      const chips = page.locator('li[data-open] [role="group"] button');
      // Learnt once: the thumb goes to the same four places for all units.
      const places = await Promise.all([0, 1, 2, 3].map((n) => placeIn(chips.nth(n), 0.5)));
      const given: number[] = [];
      for (let n = 0; n < UNITS; n += 1) {
        const unit = await unitOf(page);
        const grade = n % 5 === 0 ? 0 : 1 + (n % 3);
        given.push(grade);
        await thumb.tap(places[grade] ?? { x: 0, y: 0 });
        await moved(page, unit);
        if (n === 27) await picture(page, `thumb-grades-${language}${large ? '-large' : ''}`);
      }
      await page.getByText(text.noneOpen).waitFor();
      await hall.staff.until(({ written: [round] }) => round?.done === UNITS);
      expect(thumb.taps / UNITS).toBeLessThanOrEqual(1.2);
      expect(seconds(thumb.taps)).toBeLessThan(6 * 60);
      // Each unit has what was meant for it.
      const shown = await page.locator('li[data-key] b').allInnerTexts();
      expect(shown).toEqual(given.map((grade) => GRADES[language][grade]));
      expect(complaints).toEqual([]);
      await context.close();
      hall.leave();
      await server.stop();
    },
  );

  it.each(WITH_NUMBERS)(
    'in %s, large version %s: one number each: at most 3.5 taps a unit, under eight minutes',
    async (language, large) => {
      const text = writtenText[language];
      const server = await startServer({ language });
      const hall = await writtenHall(server, SHEETS.number(), {
        limits: { top: { at: { total: '90' }, share: '0.2' } },
      });
      const { page, complaints, context } = await thumbPhone(
        browser,
        hall,
        0,
        language,
        'phone',
        large,
      );
      const thumb = new Thumb(await handsOn(page));
      const key = async (name: string): Promise<readonly [string, Place]> => [
        name,
        await placeIn(page.getByRole('button', { name, exact: true }), 0.5),
      ];
      // It says 'next' once a digit stands in the box.
      const names = [...Array.from('0123456789'), '100', text.keys.skip];
      const keys = new Map(await Promise.all(names.map(key)));
      const press = (name: string) => thumb.tap(keys.get(name) ?? { x: 0, y: 0 });
      const given: string[] = [];
      for (let n = 0; n < UNITS; n += 1) {
        const unit = await unitOf(page);
        // Full marks, one digit, numbers at and above the limit, and all others.
        const mark =
          n === 3 ? '100' : n % 9 === 4 ? '7' : String(n % 6 === 0 ? 90 + (n % 7) : 60 + (n % 29));
        given.push(mark);
        for (const digit of mark === '100' ? [mark] : Array.from(mark)) await press(digit);
        if (mark.length === 1) await press(text.keys.skip);
        await moved(page, unit);
        if (n === 27) await picture(page, `thumb-number-${language}${large ? '-large' : ''}`);
      }
      await page.getByText(text.noneOpen).waitFor();
      await hall.staff.until(({ written: [round] }) => round?.done === UNITS);
      expect(thumb.taps / UNITS).toBeLessThanOrEqual(3.5);
      expect(seconds(thumb.taps)).toBeLessThan(8 * 60);
      expect(await page.locator('li[data-key] b').allInnerTexts()).toEqual(given);
      expect(complaints).toEqual([]);
      await context.close();
      hall.leave();
      await server.stop();
    },
  );
});
