// The written page under real hands: one place on the glass, taps that must not count, keys, a network that goes, a round that
// changes under the thumb.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SubjectId } from '../../shared/ids.ts';
import { abstainText } from '../../shared/text/abstain.ts';
import { commentText } from '../../shared/text/comment.ts';
import { writtenText } from '../../shared/text/written.ts';
import { itInSoak } from '../repetitions.ts';
import { must, startServer, type TestServer } from '../with-server.ts';
import { launch, picture, type Opened } from './browser.ts';
import { handsOn, placeIn } from './by-finger.ts';
import { CRITERIA, ONWARD } from './by-hand.ts';
import { readAt, whatFails } from './holds.ts';
import { ROUND, SHEETS, thumbPhone, writtenHall, type ThumbHall } from './thumb-hall.ts';

const text = writtenText.zh;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});

let server: TestServer;
let hall: ThumbHall;
let one: Opened;
let page: Page;
/** What a page says in its console of a network that was taken away. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|WebSocket/;

async function begin(
  ...made: Parameters<typeof writtenHall> extends [unknown, ...infer R] ? R : never
) {
  server = await startServer();
  hall = await writtenHall(server, ...made);
  one = await thumbPhone(browser, hall);
  ({ page } = one);
}

afterEach(async () => {
  expect(one.complaints.filter((line) => !OFFLINE.test(line))).toEqual([]);
  await one.context.close();
  hall.leave();
  await server.stop();
});

const opened = () => page.locator('li[data-open]');
const unit = () => opened().locator('h2').innerText();
const chip = (n: number) => opened().getByRole('group').getByRole('button').nth(n);
const row = (n: number) => page.locator('li[data-key]').nth(n);
const key = (name: string) => page.getByRole('button', { name, exact: true });
const box = () => opened().locator('[data-selected] > :last-child');
const rests = () => page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
const counted = (n: number) => hall.staff.until(({ written: [round] }) => round?.done === n);
const edge = async (of: Locator) => {
  const at = must((await of.boundingBox()) ?? undefined);
  return Math.round(at.y + at.height);
};
async function type(digits: string): Promise<void> {
  for (const digit of Array.from(digits)) await key(digit).click();
}

describe('grades', () => {
  it('the chips stay where they are; a wrong tap is mended on the row above, at the same place', async () => {
    await begin(SHEETS.grades());
    const first = await unit();
    const at = await edge(chip(0));
    for (let n = 0; n < 8; n += 1) {
      await chip(n % 4).click();
      await row(n + 1)
        .and(page.locator('[data-open]'))
        .waitFor();
      await rests();
      expect(await edge(chip(0))).toBe(at);
    }
    const ninth = await unit();
    await row(7).getByRole('button').click();
    await rests();
    expect(await edge(chip(0))).toBe(at);
    expect(await chip(3).getAttribute('aria-pressed')).toBe('true');
    await chip(1).click();
    await rests();
    // On to the next that is not scored.
    expect(await unit()).toBe(ninth);
    await row(7).getByText('良好').waitFor();
    await counted(8);
    expect(first).not.toBe(ninth);
  });

  it('a double tap scores one unit, and so does a key that is held down', async () => {
    await begin(SHEETS.grades());
    const hands = await handsOn(page);
    const at = await placeIn(chip(0), 0.5);
    const second = await row(1).innerText();
    await hands.tapTwice(at);
    await rests();
    await counted(1);
    expect(second).toContain(await unit());
    await chip(2).focus();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await counted(2);
    await rests();
    // The keyboard stays on the same chip of the next unit.
    expect(await chip(2).evaluate((chip) => chip === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await counted(3);
  });

  itInSoak('a grade that is given as often as it may be is dashed and takes no tap', async () => {
    await begin(SHEETS.grades(), {
      count: 10,
      limits: { top: { at: { grade: 'g0' }, share: '0.2' } },
    });
    for (const left of [1, 0]) {
      await chip(0).click();
      await rests();
      await page.getByText(`优秀还可给${String(left)}家`).waitFor();
    }
    await chip(0).getByText(text.usedUp).waitFor();
    const third = await unit();
    await chip(0).click({ force: true });
    expect(await unit()).toBe(third);
    await picture(page, 'thumb-used-up');
    await chip(1).click();
    await counted(3);
    await page.getByRole('button', { name: text.filters.top(2, '优秀', null) }).click();
    // Those two, and the unit that is open.
    await expect.poll(() => page.locator('li[data-key]').count()).toBe(3);
  });

  it('[R5] without a network each tap is kept and goes out by itself; a reload finds the next unit', async () => {
    await begin(SHEETS.grades(), { count: 12 });
    await chip(0).click();
    await counted(1);
    await one.context.setOffline(true);
    await rests();
    for (let n = 1; n < 4; n += 1) {
      await chip(n).click();
      await rests();
    }
    expect(await page.locator('li[data-key] span[data-state="waiting"]').count()).toBe(3);
    await picture(page, 'thumb-offline');
    await one.context.setOffline(false);
    await counted(4);
    await page.reload();
    await opened().waitFor();
    expect(await page.locator('li[data-key]').nth(4).getAttribute('data-open')).toBe('true');
    await page.getByText('4 / 12').waitFor();
  });

  itInSoak(
    'a unit that withdraws while it is open takes its chips along; whoever is recused is passed over',
    async () => {
      const people = '编号,姓名,组别,回避\nP1,代表1,群众代表,U2\nP2,代表2,群众代表,\n';
      await begin(SHEETS.grades(), { count: 6, people });
      expect(await row(1).innerText()).toContain('回避');
      await chip(0).click();
      await rests();
      expect(await row(2).getAttribute('data-open')).toBe('true');
      await page.getByText('/ 5').waitFor();
      const gone = await unit();
      await hall.staff.run({
        type: 'WithdrawSubject',
        subject: 'U3' as SubjectId,
        reason: '机构改革',
      });
      await page.getByText(text.gone(gone)).waitFor();
      expect(await opened().count()).toBe(0);
      await picture(page, 'thumb-gone');
      await key(text.ok).click();
      await key(text.next).click();
      expect(await unit()).toContain('4');
    },
  );

  itInSoak('five grades, long names and 200 units hold at every size of letters', async () => {
    const long = '市人民政府驻某某地区某某事务综合协调管理服务中心筹备工作领导小组办公室暨联络处';
    expect(Array.from(long)).toHaveLength(39);
    const units = `编号,单位名称,类别\n${Array.from({ length: 200 }, (_, n) => `U${String(n + 1)},${n % 2 ? '区财政局' : long}${String(n + 1)},区级部门`).join('\n')}\n`;
    await begin(SHEETS.grades(['优秀', '良好', '合格', '基本合格', '不合格']), {
      count: 200,
      units,
    });
    await page.getByText(text.unitsASlot(5)).waitFor();
    const at = await edge(chip(4));
    await chip(1).click();
    await rests();
    expect(await edge(chip(4))).toBe(at);
    await chip(0).click();
    await rests();
    for (const size of [
      { width: 390, height: 844 },
      { width: 360, height: 640 },
    ]) {
      await page.setViewportSize(size);
      for (const percent of [100, 150, 200]) {
        await readAt(page, percent);
        await expect.poll(() => whatFails(page), { message: String(percent) }).toEqual([]);
        await picture(page, `thumb-long-${String(size.width)}-${String(percent)}`);
      }
    }
  });
});

describe('numbers', () => {
  it('digits that are typed while the list moves are the next unit’s; the one before comes back selected', async () => {
    await begin(SHEETS.number());
    const hands = await handsOn(page);
    const [eight, five] = await Promise.all([placeIn(key('8'), 0.5), placeIn(key('5'), 0.5)]);
    for (const place of [eight, five, five]) await hands.stroke(place);
    await row(1).and(page.locator('[data-open]')).waitFor();
    await expect.poll(() => box().innerText()).toBe('5');
    await row(0).getByText('85', { exact: true }).waitFor();
    await counted(1);
    await key(text.keys.back).click();
    await rests();
    // One digit is handed in as it is left.
    await counted(2);
    expect(await box().innerText()).toBe('85');
    await type('9');
    expect(await box().innerText()).toBe('9');
    await key(text.keys.erase).click();
    // Without a digit it would be passed over, and the key says so.
    await key(text.keys.skip).waitFor();
    await type('91');
    await rests();
    await row(0).getByText('91', { exact: true }).waitFor();
    await row(1).getByText('5', { exact: true }).waitFor();
    expect(await row(2).getAttribute('data-open')).toBe('true');
  });

  itInSoak('two thumbs at once lose no digit', async () => {
    await begin(SHEETS.number());
    const hands = await handsOn(page);
    const [seven, three] = await Promise.all([placeIn(key('7'), 0.5), placeIn(key('3'), 0.5)]);
    await hands.fingers(seven);
    await hands.fingers(seven, three);
    await hands.fingers();
    await row(0).getByText('73', { exact: true }).waitFor();
    await counted(1);
  });

  itInSoak(
    'a finger that leaves its key before it comes up keeps no key of the board from counting',
    async () => {
      await begin(SHEETS.number());
      await key('8').hover();
      await page.mouse.down();
      await expect.poll(() => box().innerText()).toBe('8');
      await opened().locator('h2').hover();
      await page.mouse.up();
      await key('8').press('Enter');
      await row(0).getByText('88', { exact: true }).waitFor();
      await counted(1);
    },
  );

  it('by keyboard alone: digits, Backspace, Enter; 100 is typed, arrows do nothing, nothing empty counts', async () => {
    await begin(SHEETS.number());
    await page.keyboard.type('85');
    await row(0).getByText('85', { exact: true }).waitFor();
    await page.keyboard.type('100');
    await row(1).getByText('100', { exact: true }).waitFor();
    await page.keyboard.type('10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await box().innerText()).toBe('10');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await rests();
    // Skipped, not scored.
    expect(await row(3).getAttribute('data-open')).toBe('true');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await row(3).getByText('7', { exact: true }).waitFor();
    await counted(3);
  });

  it('a number that would break a limit is refused in its box, and the next digit writes over it', async () => {
    await begin(SHEETS.number(), {
      count: 10,
      limits: { top: { at: { total: '90' }, share: '0.1' } },
    });
    await type('95');
    await rests();
    const second = await unit();
    await type('90');
    await page.getByText(text.broken.total('90', 1)).waitFor();
    expect(await unit()).toBe(second);
    await picture(page, 'thumb-refused');
    await type('89');
    await row(1).getByText('89', { exact: true }).waitFor();
    await counted(2);
  });

  it.each([
    ['100', '0.5', ['8', '5', '.5'], '85.5'],
    ['10', '1', ['10'], '10'],
    ['40', '1', ['4', '5', '0'], '40'],
  ])('0 to %s in steps of %s: %j is %s', async (max, step, keys, mark) => {
    await begin(SHEETS.number(max, step));
    for (const name of keys) await key(name).click();
    await row(0).getByText(mark, { exact: true }).waitFor();
    await counted(1);
    await rests();
    await picture(page, `thumb-scale-${max}-${step}`);
  });

  it('what is typed outlives a reload and the close of the round, and is counted by neither', async () => {
    await begin(SHEETS.number());
    await type('8');
    await page.reload();
    await expect.poll(() => box().innerText()).toBe('8');
    await type('5');
    await counted(1);
    await rests();
    await type('6');
    await hall.staff.run({ type: 'CloseRound', round: ROUND });
    await opened().waitFor({ state: 'detached' });
    expect(hall.staff.view.written[0]?.done).toBe(1);
  });

  itInSoak(
    'a report opens over the page and closes, and neither the unit, its digits nor the place are lost',
    async () => {
      await begin(SHEETS.number());
      await type('81');
      await rests();
      const attached = await fetch(
        `${server.origin}/m/${hall.staff.meeting}/api/subjects/U2/documents?name=report.txt`,
        {
          method: 'POST',
          headers: {
            'content-type': 'application/octet-stream',
            origin: server.origin,
            cookie: hall.staff.cookie,
          },
          body: '述职报告\n',
        },
      );
      expect(attached.status).toBe(200);
      await type('8');
      const before = [await unit(), await edge(opened())];
      await key(text.keys.report).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('述职报告').waitFor();
      // Keys over a report are not for the unit below it.
      await page.keyboard.type('55');
      // Nor once a press on its text has taken the focus out of it.
      await sheet.getByText('述职报告').click();
      await page.keyboard.type('55');
      await page.keyboard.press('Enter');
      await sheet.getByRole('button', { name: '关闭' }).click();
      await sheet.waitFor({ state: 'detached' });
      expect([await unit(), await edge(opened())]).toEqual(before);
      expect(await box().innerText()).toBe('8');
      await type('5');
      await row(1).getByText('85', { exact: true }).waitFor();
      await counted(2);
    },
  );

  itInSoak('the way to what is seldom needed: abstaining, in the place of the keys', async () => {
    await begin(SHEETS.number());
    await key(text.abstain).click();
    await key(abstainText.zh.abstainNo).click();
    await key('1').waitFor();
    await key(text.abstain).click();
    await key(abstainText.zh.abstainYes).click();
    await row(0).getByText(text.states.abstained).waitFor();
    await counted(1);
    await rests();
    expect(await row(1).getAttribute('data-open')).toBe('true');
  });
});

describe('criteria', () => {
  itInSoak(
    'says above the first unit when it counts; a second tap on the way on passes over no unit',
    async () => {
      await begin(criteria());
      const how = page.getByText(text.how.criteria);
      const list = must((await page.locator('[data-entry]').boundingBox()) ?? undefined);
      expect(must((await how.boundingBox()) ?? undefined).y).toBeGreaterThanOrEqual(list.y);
      await picture(page, 'thumb-criteria-first');
      for (const [n, mark] of ['38', '19', '24', '14'].entries())
        await page.getByLabel(`${CRITERIA[n] ?? ''}的分数`).fill(mark);
      const hands = await handsOn(page);
      const at = await placeIn(key(text.keys.next), 0.5);
      await hands.tapTwice(at);
      await row(1).and(page.locator('[data-open]')).waitFor();
      await rests();
      expect(await row(1).getAttribute('data-open')).toBe('true');
      await hands.stroke(at);
      await row(2).and(page.locator('[data-open]')).waitFor();
      await counted(1);
    },
  );

  it('Enter goes on to the last and to the next unit; what is left is counted; a held key repeats', async () => {
    await begin({ ...criteria(), comments: true });
    const score = (n: number) => page.getByLabel(`${CRITERIA[n] ?? ''}的分数`);
    await score(0).focus();
    for (const mark of ['38', '19', '24', '14']) {
      await page.keyboard.type(mark);
      // Held down it goes on once.
      for (let n = 0; n < 3; n += 1) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
    }
    await row(0).getByText('95', { exact: true }).waitFor();
    await counted(1);
    // From one's own last mark on, and on for as long as it is held.
    const more = page.getByRole('button', { name: `${CRITERIA[0] ?? ''}减一档` });
    await more.click();
    await expect.poll(() => score(0).inputValue()).toBe('38');
    const hands = await handsOn(page);
    await hands.fingers(await placeIn(more, 0.5));
    await expect.poll(async () => Number(await score(0).inputValue())).toBeLessThan(34);
    await hands.fingers();
    // The finger may leave the key before it comes up: the next press is one of its own all the same.
    const held = Number(await score(0).inputValue());
    await more.hover();
    await page.mouse.down();
    await expect.poll(async () => Number(await score(0).inputValue())).toBeLessThan(held - 2);
    await opened().locator('h2').first().hover();
    await page.mouse.up();
    const left = Number(await score(0).inputValue());
    await more.press('Enter');
    await expect.poll(async () => Number(await score(0).inputValue())).toBe(left - 1);
    const now = Number(await score(0).inputValue());
    for (const [n, mark] of ['10', '10', '10'].entries()) await score(n + 1).fill(mark);
    await page.getByLabel(commentText.zh.label).fill('台账清楚');
    await page.getByRole('button', { name: ONWARD }).click();
    await row(1)
      .getByText(String(now + 30), { exact: true })
      .waitFor();
    await counted(2);
    await rests();
    await row(1).getByRole('button').click();
    await page.getByText(commentText.zh.notes.kept).waitFor();
    expect(await page.getByLabel(commentText.zh.label).inputValue()).toBe('台账清楚');
  });
});

function criteria() {
  return {
    ...{ id: 'four', name: '评分表' },
    children: CRITERIA.map((name, n) => ({
      ...{ id: `c${String(n + 1)}`, name, weight: '1', step: '1' },
      max: String([40, 20, 25, 15][n]),
    })).map((line) => ({ ...line, weight: line.max })),
  };
}
