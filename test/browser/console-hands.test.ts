// The console under real hands: dice, numbers, places and searches that an input method composes; the wheel; the keys of
// the stage while it runs.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, ReviewerId } from '../../shared/ids.ts';
import {
  importExamples,
  moderator,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, picture, type Opened } from './browser.ts';
import { handsOn, type Hands } from './by-finger.ts';
import { openConsole } from './by-hand.ts';

const SIX = '41526334152633415263341526';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;
let opened: Opened;
let page: Page;
let hands: Hands;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await importExamples(staff);
  const first = staff.view.people.find(({ recusals }) => recusals.length === 0);
  await staff.run({ type: 'FillSeats', reviewers: [first?.reviewer as ReviewerId] });
});

afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

afterEach(async () => {
  await opened.context.close();
});

async function at(place: string): Promise<void> {
  opened = await openConsole(browser, staff, place);
  ({ page } = opened);
  hands = await handsOn(page);
}

/** Empties a field and composes this in it. */
async function typeComposed(field: Locator, text: string): Promise<void> {
  await field.fill('');
  await field.focus();
  await hands.compose(...Array.from(text, (_, n) => text.slice(0, n + 1)));
  expect(await field.inputValue()).toBe(text);
  await hands.commit(text);
}

describe('numbers', () => {
  it('change neither by the wheel nor by what is no number, and count in any digits', async () => {
    await at('setup/scheme');
    await page.getByLabel('去掉', { exact: true }).check();
    const trim = page.getByLabel('去掉最高和最低各');
    const weight = page.getByLabel('人大代表');
    for (const field of [weight, trim]) {
      const before = await field.inputValue();
      await field.focus();
      await field.hover();
      await page.mouse.wheel(0, 120);
      await page.mouse.wheel(0, -240);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await field.inputValue()).toBe(before);
    }
    for (const [text, number] of [
      ['３０', '30'],
      ['२५', '25'],
      ['7', '7'],
    ] as const) {
      await typeComposed(weight, text);
      await weight.blur();
      await expect.poll(() => weight.inputValue()).toBe(number);
    }
    for (const text of ['1e1', '+5', '0x10', '½', '5²', '1,000', '三', '5.5', '1 0']) {
      await weight.fill(text);
      await page.getByText('请填整数，例如12').waitFor();
      await weight.blur();
      // What is wrong stands there until it is mended, and is not saved as something else.
      expect(await weight.inputValue()).toBe(text);
      expect(await page.getByRole('button', { name: '保存权重' }).count()).toBe(0);
    }
    await picture(page, 'console-number-wrong');
    await weight.fill('０３０');
    await page.getByRole('button', { name: '保存权重' }).click();
    await staff.until(({ setup }) => setup.groups.some(({ weight: w }) => w === 30));
  });

  it('minutes take a point, and a form with a wrong number is not saved', async () => {
    await at('setup/agenda');
    await page
      .getByTitle(/^设置.*抽述职单位/)
      .first()
      .click();
    const minutes = page.getByLabel('述职时间（分钟）');
    const standing = await minutes.inputValue();
    await minutes.fill('1e1');
    await page.getByText('请填数字，例如12或12.5').waitFor();
    await page.getByLabel('抽几家').fill('9');
    await page.getByRole('button', { name: '保存议程' }).click();
    expect(await minutes.inputValue()).toBe('1e1');
    expect(await minutes.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      '请填数字，例如12或12.5',
    );
    await minutes.fill('');
    await minutes.blur();
    await expect.poll(() => minutes.inputValue()).toBe(standing);
    await typeComposed(minutes, '７。５');
    await page.getByRole('button', { name: '保存议程' }).click();
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'draw' && item.follow?.presentationSeconds === 450),
    );
  });

  it('larger than the server takes are said where they are typed, and not sent', async () => {
    await at('setup/scheme');
    const weight = page.getByLabel('人大代表');
    for (const text of ['1000001', '９９９９９９９９９']) {
      await weight.fill(text);
      await page.getByText('请填0到1000000').waitFor();
      expect(await page.getByRole('button', { name: '保存权重' }).count()).toBe(0);
    }
    await opened.context.close();
    await at('setup/agenda');
    await page
      .getByTitle(/^设置.*抽述职单位/)
      .first()
      .click();
    for (const [label, text, range] of [
      ['述职时间（分钟）', '1441', '请填0到1440'],
      ['抽几家', '10001', '请填1到10000'],
      ['抽几家', '0', '请填1到10000'],
    ] as const) {
      const field = page.getByLabel(label);
      await field.fill(text);
      await page.getByText(range).waitFor();
      expect(await field.evaluate((input: HTMLInputElement) => input.validationMessage)).toBe(
        range,
      );
      await field.fill('9');
    }
  });

  it('a place takes composed digits; what is no place is said and moves nothing', async () => {
    await at('setup/agenda');
    const order = () =>
      page
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    const place = page.locator('[data-control="place"]').last();
    await place.waitFor();
    const before = await order();
    await place.fill('1e1');
    await page.getByText(/^请填1到\d+$/).waitFor();
    await page.keyboard.press('Enter');
    await place.blur();
    expect(await order()).toEqual(before);
    const to = String(before.length - 1);
    await place.focus();
    await hands.compose('４');
    await page.keyboard.press('Enter');
    expect(await order()).toEqual(before);
    await hands.cancel();
    await typeComposed(
      place,
      Array.from(to, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
    );
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await order()).at(-2)).toBe(before.at(-1));
  });
});

describe('dice', () => {
  const first = () => page.getByLabel(/^第一遍/);
  const second = () => page.getByLabel(/^第二遍/);

  it('[R9] count as they were read: composed, pasted, and with what is on no die said', async () => {
    const row = staff.view.agenda.find(({ item }) => item.kind === 'draw')?.item;
    if (row?.kind !== 'draw') throw new Error('the template has a draw');
    const item = row.id;
    await staff.run({ type: 'ChangeItem', item: { ...row, take: 3, sources: ['dice6'] } });
    await staff.run({ type: 'EnterItem', item });
    await staff.run({ type: 'LockDraw', item });
    await at('stage');
    await first().focus();
    // One digit after the other through the input method, as a reader calls them.
    for (const digit of ['４', '１', '５']) {
      await hands.compose(digit);
      await hands.commit(digit);
    }
    await expect.poll(() => first().inputValue()).toBe('415');
    await hands.compose('２６３');
    expect(await first().inputValue()).toBe('415２６３');
    await hands.commit('２６３');
    await expect.poll(() => first().inputValue()).toBe('41526 3');
    // The caret is behind what was typed, also in the middle.
    await first().evaluate((field: HTMLInputElement) => {
      field.setSelectionRange(2, 2);
    });
    await hands.compose('６');
    await hands.commit('６');
    await expect.poll(() => first().inputValue()).toBe('41652 63');
    await page.keyboard.press('Backspace');
    await expect.poll(() => first().inputValue()).toBe('41526 3');
    await hands.compose('９');
    await hands.cancel();
    await expect.poll(() => first().inputValue()).toBe('41526 3');

    // Two readings that agree on what nobody threw: a 7 and an 8 are no faces, and nothing else is dropped either.
    for (const [stray, typed] of [
      ['第1位“7”不是骰面', `7${SIX}`],
      ['第1位“7”不是骰面', `７${SIX.slice(1)}`],
      ['第26位“0”不是骰面', `${SIX.slice(0, 25)}0`],
      ['第3位“x”不是骰面', `41x${SIX.slice(2)}`],
      ['第2位“③”不是骰面', `4③${SIX.slice(2)}`],
      ['多了1位', `${SIX}6`],
    ] as const) {
      await first().fill(typed);
      await expect.poll(() => page.getByText(stray).count()).toBe(1);
      // None of it went to the screen, and the second reading waits.
      expect(await second().isDisabled()).toBe(true);
      await expect.poll(() => staff.view.control.dice?.readings.first.have).toBe(5 + 1);
    }
    await picture(page, 'console-dice-stray');
    await first().fill(`${SIX.slice(0, 3)} ${SIX.slice(3)}`);
    // The second reader sees no digit of the first.
    await expect.poll(() => first().inputValue()).toMatch(/^[• ]+$/);
    await typeComposed(second(), '４１５２６３３４１５２６３３４１５２６３３４１');
    await expect.poll(() => staff.view.control.dice?.readings.second.have).toBe(23);

    // Undo changes what is shown and what counts alike.
    await second().focus();
    await page.keyboard.press('Control+z');
    const shown = (await second().inputValue()).replaceAll(' ', '');
    await expect.poll(() => staff.view.control.dice?.readings.second.have).toBe(shown.length);
    expect(await page.getByText(`第二遍 ${String(shown.length)} / 26位`).count()).toBe(1);
    await picture(page, 'console-dice');
    await second().fill(SIX);
    await page.getByRole('button', { name: '公布', exact: true }).waitFor();
  });
});

describe('the keys of the stage', () => {
  it('belong to the input method while it runs', async () => {
    await staff.run({
      type: 'AddItems',
      after: null,
      items: [{ id: 'c1' as ItemId, kind: 'card', title: '一', text: '' }],
    });
    await at('stage');
    await page.getByRole('button', { name: /作废/ }).first().click();
    const reason = page.getByLabel('理由');
    await reason.focus();
    await hands.compose('yuan');
    const { touched } = staff.view.control.next.expects;
    for (const key of ['PageDown', 'PageUp', 'Escape', 'Enter', 'r'])
      await page.keyboard.press(key);
    expect(await reason.isVisible()).toBe(true);
    await hands.commit('原因');
    await expect.poll(() => reason.inputValue()).toContain('原因');
    expect(staff.view.control.next.expects.touched).toBe(touched);
    const { body } = staff.view.control.stage;
    if (body.kind !== 'draw' || body.draw.id === null) throw new Error('a draw is on stage');
    await staff.run({ type: 'VoidDraw', draw: body.draw.id, why: '换题' });
  });
});

describe('the desk', () => {
  it('finds nobody, and opens nobody, in the middle of a composition; a scanned code is told what to do', async () => {
    await at('desk');
    const find = page.getByLabel('签到台：找人');
    const [person] = staff.view.people;
    await find.focus();
    await hands.compose(person?.name ?? '');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: '收起' }).count()).toBe(0);
    await hands.commit(person?.name ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '收起' }).click();
    await find.fill(`HTTP://${new URL(server.origin).host}/M/X/J#AbCdEfGhIjKlMnOpQrStUv`);
    await page.getByText('码只有主机认得').waitFor();
    await find.fill('7K2M-9QXD');
    await page.getByText('码只有主机认得').waitFor();
  });

  it('takes a paper’s scores in any digits, and says which is no score', async () => {
    const seat = staff.view.people.find((one) => one.seat !== null);
    await staff.run({ type: 'CheckIn', seat: seat?.seat as never });
    await stageScoring(staff, 'A02', 'hidden');
    await at('desk');
    await page.getByLabel('签到台：找人').fill(seat?.name ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '录入纸质票…' }).click();
    const form = page.getByRole('region', { name: '录入纸质票' });
    const boxes = form.getByRole('textbox');
    for (const [n, digits] of ['３８', '1e1', '２４', '１３'].entries())
      await typeComposed(boxes.nth(n), digits);
    await form.getByText('请填整数，例如12').waitFor();
    await form.getByRole('button', { name: '还差1项' }).waitFor();
    await typeComposed(boxes.nth(1), '１９');
    await form.getByRole('button', { name: '录入', exact: true }).click();
    await staff.until(({ desk }) => desk.papers.length === 1);
  });
});
