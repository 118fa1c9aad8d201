// Quotas over several attributes in real Chromium: columns of a roster are chosen, quotas are set, tried and mended, and a
// lottery under them is drawn to its last name (DRAW.md §8), in Chinese and English.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import { quotasSetupText } from '../../shared/text/console/quotas.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { lotteryText } from '../../shared/text/lottery.ts';
import { ownChanceText } from '../../shared/text/own-chance.ts';
import { drawOf, moderator, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressNext, throwDice } from './by-hand.ts';
import { unreadable } from './legible.ts';
import { STAGE_SIZES } from './sizes.ts';

const LANGUAGES = ['zh', 'en'] as const;
const ITEM = 'panel' as ItemId;
const TAKE = 24;
const zh = quotasSetupText.zh;
const en = quotasSetupText.en;

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
const opened: Opened[] = [];

async function show(one: Promise<Opened>): Promise<Page> {
  opened.push(await one);
  return (await one).page;
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await staff.run({
    type: 'AddItems',
    after: staff.view.agenda.at(-1)?.item.id ?? null,
    items: [
      { id: ITEM, kind: 'draw', purpose: 'panel', take: TAKE, sources: ['phones', 'dice10'] },
    ],
  });
}, 120_000);

afterAll(async () => {
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  staff.close();
  await browser.close();
  await server.stop();
});

/** 120 people: young ones are rare among the women of the hills. */
function roster(): Buffer {
  const rows = Array.from({ length: 120 }, (_, n) => {
    const id = `R${String(n + 1).padStart(3, '0')}`;
    const group = ['人大代表', '政协委员', '群众代表'][n % 3] ?? '';
    const gender = n % 7 < 3 ? '女' : '男';
    const age = ['18–29岁', '30–44岁', '45–59岁', '60岁以上'][Math.floor(n / 11) % 4] ?? '';
    const area = n % 10 === 0 ? '山区' : n % 2 === 0 ? '城区' : '乡镇';
    return `${id},代表${String(n + 1)},${group},${gender},${age},${area},1380000${String(1000 + n)}`;
  });
  return Buffer.from(`编号,姓名,组别,性别,年龄段,区域,电话\n${rows.join('\n')}\n`);
}

describe('quotas of a panel', () => {
  it('can be set by columns that are ticked in the roster', { timeout: 120_000 }, async () => {
    const page = await show(openConsole(browser, staff, 'setup/roster'));
    await page
      .getByLabel('选择代表名单')
      .setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: roster() });
    for (const column of [zh.column('性别', 2), zh.column('年龄段', 4), zh.column('区域', 3)]) {
      await page.getByLabel(column).check();
      await expect.poll(() => page.getByLabel(column).isEnabled()).toBe(true);
    }
    expect(await page.getByLabel(zh.column('电话', 120)).isDisabled()).toBe(true);
    await picture(page, 'quotas-columns', { fullPage: true });
    await page.getByRole('button', { name: '保存这120位代表' }).click();
    await page.getByText('r.csv已保存').waitFor();
    await staff.until(({ setup }) => setup.attributes.length === 3);
    const { attributes, rare } = staff.view.setup;
    expect(attributes.map(({ name }) => name)).toEqual(['性别', '年龄段', '区域']);
    await page.getByText(zh.rare(rare.people, rare.combinations)).waitFor();
    await page.getByText(zh.rareShow).click();
    await picture(page, 'quotas-rare');
    await page.context().close();
  });

  it(
    'are checked as they are typed, tried, and mended as the server says',
    { timeout: 180_000 },
    async () => {
      const page = await show(openConsole(browser, staff, 'setup/agenda'));
      await page.getByTitle(/^设置：.*抽评议团/).click();
      await page.getByLabel('按多项名额').check();
      await page.getByLabel('组别', { exact: true }).check();
      await page.getByLabel('年龄段', { exact: true }).check();
      await page.getByLabel('区域', { exact: true }).check();
      const women = page.getByLabel(zh.least('女'));
      const least = await women.inputValue();
      await women.fill('23');
      await page.getByText(zh.order).waitFor();
      await page.getByText(/^至少合计3\d，比要抽的24多/).waitFor();
      expect(await page.getByRole('button', { name: zh.tryFirst }).count()).toBe(1);
      await women.scrollIntoViewIfNeeded();
      await picture(page, 'quotas-wrong');
      await page.getByLabel(zh.most('山区')).fill('20');
      await page.getByLabel(zh.least('山区')).fill('20');
      await page.getByText(zh.few(12)).waitFor();
      await page.getByRole('button', { name: zh.propose }).click();
      expect(await women.inputValue()).toBe(least);

      // Whoever stops a trial may begin another, and hears nothing of the first.
      await page.route('**/api/quotas/try', () => undefined);
      await page.getByRole('button', { name: zh.try }).click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: zh.cancel, exact: true }).click();
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: zh.try }).isEnabled()).toBe(true);
      expect(await page.getByText(zh.lost).count()).toBe(0);
      await page.unrouteAll({ behavior: 'ignoreErrors' });

      // Nobody is at fault alone: no men but the young, who are fewer.
      await page.getByLabel(zh.least('女')).fill('20');
      await page.getByLabel(zh.most('女')).fill('20');
      await page.getByLabel(zh.least('男')).fill('4');
      await page.getByLabel(zh.most('男')).fill('4');
      await page.getByLabel(zh.least('山区')).fill('12');
      await page.getByLabel(zh.most('山区')).fill('12');
      await page.getByLabel(zh.least('城区')).fill('4');
      await page.getByLabel(zh.least('乡镇')).fill('4');
      await page.getByRole('button', { name: zh.try }).click();
      await page.getByText(zh.infeasible).waitFor();
      await page.getByRole('button', { name: zh.adopt }).scrollIntoViewIfNeeded();
      await picture(page, 'quotas-infeasible');
      await page.getByRole('button', { name: zh.adopt }).click();
      await page.getByRole('button', { name: zh.try }).click();
      await page.getByText(/^可以抽，每人的机会/).waitFor({ timeout: 60_000 });

      // Twice the share of the hills: whoever lives there has a larger chance.
      await page.getByRole('button', { name: zh.propose }).click();
      await page.getByLabel(zh.most('山区')).fill('6');
      await page.getByLabel(zh.least('山区')).fill('5');
      await page.getByLabel(zh.least('城区')).fill('8');
      await page.getByLabel(zh.least('乡镇')).fill('9');
      await page.getByRole('button', { name: zh.try }).click();
      await page.getByText(/^可以抽，每人的机会从/).waitFor({ timeout: 60_000 });
      await page.getByText(/^可以抽，每人的机会/).scrollIntoViewIfNeeded();
      await picture(page, 'quotas-found');
      await page.getByRole('button', { name: '保存议程' }).click();
      await staff.until(({ agenda }) =>
        agenda.some(({ item }) => item.kind === 'draw' && item.rule?.kind === 'lottery'),
      );
      const item = staff.view.agenda.find(({ item: one }) => one.id === ITEM)?.item;
      expect(item).toMatchObject({ rule: { quotas: { length: 12 } } });
      await page.context().close();

      const english = await show(openConsole(browser, staff, 'setup/agenda', 'laptop', 'en'));
      await english.getByTitle(/^Settings: .*panel/i).click();
      await english.getByRole('button', { name: en.try }).click();
      await english.getByText(/^These quotas can be met/).waitFor({ timeout: 60_000 });
      expect.soft(await unreadable(english, 'main')).toEqual([]);
      await english.getByText(/^These quotas can be met/).scrollIntoViewIfNeeded();
      await picture(english, 'quotas-found-en');
      await english.context().close();
    },
  );

  it('make a lottery that is drawn to its last name', { timeout: 240_000 }, async () => {
    const address = `${server.origin}/m/${staff.meeting}/screen`;
    const screens = {
      zh: await show(open(browser, address, 'projector')),
      en: await show(open(browser, address, 'projector', 'en')),
    };
    const look = async (name: string) => {
      for (const language of LANGUAGES)
        for (const [width, height] of STAGE_SIZES) {
          const screen = screens[language];
          await screen.setViewportSize({ width, height });
          await picture(screen, `quotas-${name}-${language}`);
          expect.soft(await unreadable(screen, '.stage'), `${name} ${language}`).toEqual([]);
        }
    };
    const [ticket] = await staff.tickets();
    const phone = await show(open(browser, must(ticket, 'ticket').url, 'phone'));
    await staff.run({ type: 'EnterItem', item: ITEM });
    const desk = await show(openConsole(browser, staff, 'stage'));
    await screens.zh.getByText(lotteryText.zh.notMade).first().waitFor();
    await desk.getByText('按名额算出机会').waitFor();
    await picture(desk, 'quotas-make');
    await pressNext(desk, staff);
    await staff.until(() => drawOf(staff).lottery?.state === 'made');
    await screens.zh.getByText(lotteryText.zh.short).first().waitFor();
    await screens.en.getByText(lotteryText.en.short).first().waitFor();
    await look('ready');
    await pressNext(desk, staff);
    await staff.until(() => drawOf(staff).phase === 'locked');
    await look('locked');
    await phone.getByText(/^每人机会/).waitFor();
    await phone.getByText(ownChanceText.zh.how).waitFor();
    const own = await phone
      .getByRole('status')
      .filter({ hasText: ownChanceText.zh.title })
      .innerText();

    expect(own.replace(/\s+/g, '')).toMatch(/^您的机会\d\d\.\d\d%/);
    await picture(phone, 'quotas-phone', { fullPage: true });
    await pressNext(desk, staff);
    await staff.until(() => drawOf(staff).words?.closed === true);
    // Whoever has neither seat nor phone reads the same at the desk's tablet, and nothing leads away from it.
    const kiosk = await show(open(browser, `${server.origin}/m/${staff.meeting}/kiosk`, 'laptop'));
    await kiosk.getByLabel(kioskText.zh.code).fill(must(ticket, 'ticket').code);
    await kiosk.getByRole('button', { name: kioskText.zh.enter, exact: true }).click();
    await kiosk.getByText(ownChanceText.zh.how).waitFor();
    expect(await kiosk.locator('a[href="watch"]:visible').count()).toBe(0);
    await picture(kiosk, 'quotas-tablet');
    await kiosk.getByRole('button', { name: kioskText.zh.leave }).click();
    await kiosk.getByRole('heading', { name: kioskText.zh.lead }).waitFor();
    await throwDice(desk, staff, '70294418365290713856');
    while (drawOf(staff).shown.length < TAKE) {
      await pressNext(desk, staff);
      if (drawOf(staff).shown.length < TAKE) await look('names');
    }
    for (const { least, most, shown } of drawOf(staff).cells)
      expect(shown >= least && shown <= most).toBe(true);
    const watch = await show(open(browser, `${server.origin}/m/${staff.meeting}/watch`, 'phone'));
    await watch.getByText(lotteryText.zh.quotas).waitFor();
    for (const page of [screens.zh, watch])
      await page.getByText('本机已自行复算，结果一致').first().waitFor({ timeout: 60_000 });
    await look('done');
    await picture(watch, 'quotas-watch', { fullPage: true });
  });

  it(
    'are kept by every lot, of which the hall sees what is left',
    { timeout: 120_000 },
    async () => {
      const lotsItem = 'lots' as ItemId;
      const { attributes } = staff.view.setup;
      await staff.run({
        type: 'AddItems',
        after: ITEM,
        items: [
          {
            ...{ id: lotsItem, kind: 'draw', purpose: 'panel', take: 10, sources: ['dice10'] },
            rule: {
              ...{ kind: 'lots', panels: 100 },
              quotas: [
                ...attributes
                  .slice(0, 1)
                  .flatMap(({ id, values }) =>
                    values.map(({ v }) => ({ a: id, v, min: 4, max: 6 })),
                  ),
                ...attributes
                  .slice(1, 2)
                  .flatMap(({ id, values }) =>
                    values.map(({ v }) => ({ a: id, v, min: 1, max: 4 })),
                  ),
              ],
            },
          },
        ],
      });
      await staff.run({ type: 'EnterItem', item: lotsItem });
      await staff.run({ type: 'MakeLots', item: lotsItem });
      await staff.until(() => drawOf(staff).lots?.list === 'made');
      await staff.run({ type: 'LockDraw', item: lotsItem });
      const draw = must(drawOf(staff).id, 'draw');
      const type = async (digits: string) => {
        for (const reading of ['first', 'second'] as const)
          await staff.run({
            ...{ type: 'TypeDice', draw, reading, edits: 0, at: 0, took: 0, digits },
          });
      };
      await type('84019375620184736251');
      await staff.until(() => drawOf(staff).lots?.numbered !== null);
      await type('4');
      const screen = await show(
        open(browser, `${server.origin}/m/${staff.meeting}/screen`, 'projector'),
      );
      await screen.getByText('女', { exact: true }).waitFor();
      // The picture before it fades out behind this one.
      await screen.waitForFunction(() => document.getAnimations().length === 0);
      const still = drawOf(staff).lots?.groups.map(({ name }) => name);
      expect(still).toHaveLength(6);
      await picture(screen, 'quotas-lots');
      expect.soft(await unreadable(screen, '.stage')).toEqual([]);
    },
  );
});
