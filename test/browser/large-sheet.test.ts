// The large version's sheet under real hands: the way to it, its keypad, and that nothing but submit hands anything in.
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import { countedText } from '../../shared/text/counted.ts';
import { writtenText } from '../../shared/text/written.ts';
import { leave, must, seatedHall, startServer } from '../with-server.ts';
import type { Hall, TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { handsOn, placeIn } from './by-finger.ts';
import { CRITERIA } from './by-hand.ts';

let browser: Browser;
let server: TestServer;
let hall: Hall;
let opened: Opened;
let page: Page;
let seat = 0;
/** By how much the server's clock is ahead of this machine's. */
let aheadMs = 0;

beforeAll(async () => {
  const clock = systemClock();
  [browser, server] = await Promise.all([
    launch(),
    startServer({ clock: { now: () => clock.now() + aheadMs } }),
  ]);
  hall = await seatedHall(server, 8);
  const id = 'score-A01' as ItemId;
  await hall.staff.run({
    type: 'SetAgenda',
    items: [
      {
        ...{ id, kind: 'score', subjects: ['A01' as SubjectId], secrecy: 'named' },
        ...{ sheet: 'live', disclosure: 'hidden', seconds: 3600 },
      },
    ],
  });
  await hall.staff.run({ type: 'EnterItem', item: id });
  await hall.staff.run({ type: 'OpenRound', item: id });
});

afterAll(async () => {
  leave(hall);
  await browser.close();
  await server.stop();
});

const key = (name: string) => page.getByRole('button', { name, exact: true });
const row = (n: number) => page.getByRole('button', { name: new RegExp(`^${CRITERIA[n] ?? ''}`) });
const line = (n: number) => page.getByRole('region', { name: CRITERIA[n] ?? '' });
const box = () => page.getByRole('button', { name: /的分数/ });
const ballots = () => hall.staff.view.turnout.voted.length;
const hasFocus = (name: string) =>
  key(name).evaluate((button) => button === document.activeElement);

describe('the large version’s sheet', () => {
  beforeEach(async () => {
    must(hall.phones[seat]).close();
    opened = await open(browser, must(hall.tickets[seat]).url, 'phone');
    seat += 1;
    ({ page } = opened);
    await page.getByRole('button', { name: '长辈版 · 字大、键大' }).click();
    await page.locator('html[data-large]').waitFor({ state: 'attached' });
    await key('是我，开始').click();
    await box().waitFor();
  });

  afterEach(async () => {
    expect(opened.complaints).toEqual([]);
    await opened.context.close();
  });

  it('is remembered on the device, and there is a way back', async () => {
    await page.reload();
    await box().waitFor();
    await key('常规版').click();
    await page.getByRole('slider').first().waitFor();
    expect(await page.locator('html[data-large]').count()).toBe(0);
    await page.reload();
    await page.getByRole('slider').first().waitFor();
    // In the bar of every page, without a scroll.
    expect(must((await key('长辈版').boundingBox()) ?? undefined).y).toBeLessThan(60);
    await key('长辈版').click();
    await box().waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
  });

  it('keeps what was scored on the way there and back', async () => {
    await page.keyboard.type('37');
    await key('常规版').click();
    await expect.poll(() => page.getByLabel(`${CRITERIA[0] ?? ''}的分数`).inputValue()).toBe('37');
    await key('长辈版').click();
    await row(0).waitFor();
    await expect.poll(() => row(0).innerText()).toContain('37');
    await line(1).waitFor();
  });

  it('says the minutes in words, the last one as well, and that time is up', async () => {
    const seconds = async () => {
      const shown = (await page.getByRole('timer').innerText()).match(/(\d+):(\d+)$/);
      return 60 * Number(shown?.[1]) + Number(shown?.[2]);
    };
    await expect.poll(seconds).toBeGreaterThan(120);
    // The hall's time goes on, and a page that is loaded anew has it.
    aheadMs += ((await seconds()) - 118) * 1000;
    await page.reload();
    await page.getByText('还有1分半').waitFor();
    aheadMs += 60_000;
    await page.reload();
    await page.getByText('还有半分钟').first().waitFor();
    aheadMs += 60_000;
    await page.reload();
    await page.getByText('时间到了，还能提交').first().waitFor();
  });

  it('− and + begin at six tenths, as on every sheet, and nothing has a mark before', async () => {
    await page.getByText('还差4项').waitFor();
    await box().getByText('点这里输入').waitFor();
    await picture(page, 'large-sheet-empty');
    await key(`${CRITERIA[0] ?? ''}加一档`).click();
    await box().getByText('24', { exact: true }).waitFor();
    await key(`${CRITERIA[0] ?? ''}加一档`).click();
    await box().getByText('25', { exact: true }).waitFor();
    await box().getByText('点这里改').waitFor();
  });

  it('a line without a mark is passed over by a key that says so, and a second tap passes over no other', async () => {
    const hands = await handsOn(page);
    expect(await key('下一项').count()).toBe(0);
    await key('先跳过').click();
    await line(1).waitFor();
    await page.keyboard.type('18');
    const at = await placeIn(key('下一项'), 0.5);
    await hands.tapTwice(at);
    await line(2).waitFor();
    await page.getByText('还差3项').waitFor();
    await expect
      .poll(async () => {
        await box().click();
        return page.getByRole('group', { name: writtenText.zh.keys.pad }).isVisible();
      })
      .toBe(true);
    // One way on at a time: the keypad has it now.
    expect(await key('先跳过').count()).toBe(1);
    await page.keyboard.type('23');
    await key('先跳过').waitFor({ state: 'detached' });
    expect(await key('下一项').count()).toBe(1);
    await key('下一项').click();
    await line(3).waitFor();
    await page.keyboard.type('14');
    await key('下一项').click();
    // The one that was passed over comes last; its key waits for its mark.
    await line(0).waitFor();
    expect(await key('去提交').getAttribute('aria-disabled')).toBe('true');
    await key('好了').click();
    await page.getByText('只差这一项').waitFor();
  });

  it('is filled by its own keypad, line by line, and handed in by submit alone', async () => {
    const before = ballots();
    await box().click();
    await picture(page, 'large-sheet-keypad');
    const pad = page.getByRole('group', { name: writtenText.zh.keys.pad });
    const digit = (name: string) => pad.getByRole('button', { name, exact: true });
    await digit('9').click();
    await digit('9').click();
    // What is refused, and what stands all the same.
    await page.getByText('最多40，还是9').waitFor();
    await digit('退格').click();
    for (const name of ['3', '7']) await digit(name).click();
    await digit('下一项').click();
    await line(1).waitFor();
    for (const name of ['1', '8']) await digit(name).click();
    await digit('上一项').click();
    await line(0).waitFor();
    // What was there is written over.
    for (const name of ['3', '5']) await digit(name).click();
    await box().getByText('35', { exact: true }).waitFor();
    await digit('下一项').click();
    await line(2).waitFor();
    for (const name of ['2', '3']) await digit(name).click();
    await digit('好了').click();
    await row(3).click();
    await page.keyboard.type('14');
    await key('提交评分').waitFor();
    // No key but the one that hands it in.
    await page.getByText('都评完了，提交在最下面').waitFor();
    expect(await key('下一项').or(key('先跳过')).or(key('去提交')).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus('提交评分')).toBe(true);
    await picture(page, 'large-sheet-done');
    expect(ballots()).toBe(before);
    await expect
      .poll(async () => {
        if (await key('提交评分').isVisible()) await key('提交评分').click();
        return page.getByRole('heading', { name: countedText.zh.word }).isVisible();
      })
      .toBe(true);
    await page.getByText('90', { exact: true }).first().waitFor();
  });

  it('is gone on from with the keypad open: the way to hand it in takes the focus', async () => {
    const before = ballots();
    for (const [n, mark] of ['37', '18', '23', '14'].entries()) {
      await line(n).waitFor();
      await page.keyboard.type(mark);
      await box().getByText(mark, { exact: true }).waitFor();
      if (n < 3) await page.keyboard.press('Enter');
    }
    await box().click();
    await page.getByRole('group', { name: writtenText.zh.keys.pad }).waitFor();
    expect(await key('提交评分').count()).toBe(0);
    await key('去提交').press('Enter');
    await expect.poll(() => hasFocus('提交评分')).toBe(true);
    expect(ballots()).toBe(before);
  });

  it('hands nothing in by a key that is held down, by Enter pressed twice, or by arrows', async () => {
    const before = ballots();
    for (const [n, mark] of ['37', '18', '23', '14'].entries()) {
      await line(n).waitFor();
      await page.keyboard.type(mark);
      await box().getByText(mark, { exact: true }).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowRight');
      await box().getByText(mark, { exact: true }).waitFor();
      if (n < 3) await page.keyboard.press('Enter');
    }
    await page.keyboard.down('Enter');
    await expect.poll(() => hasFocus('提交评分')).toBe(true);
    for (let n = 0; n < 8; n += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await key('提交评分').isVisible()).toBe(true);
    expect(ballots()).toBe(before);
    // The keyboard alone does everything: a press of its own hands it in.
    await expect
      .poll(async () => {
        if (await key('提交评分').isVisible()) await page.keyboard.press('Enter');
        return page.getByRole('heading', { name: countedText.zh.word }).isVisible();
      })
      .toBe(true);
  });
});
