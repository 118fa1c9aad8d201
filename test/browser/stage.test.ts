// The moderator's hand on the running agenda: keys, undo, moving and skipping with a reason, the bell in the hall.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { leave, seatedHall, startServer, type Hall, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { logIn } from './by-hand.ts';

const id = (text: string) => text as ItemId;

describe('the agenda while it runs', () => {
  let server: TestServer;
  let browser: Browser;
  let hall: Hall;
  let staff: StaffClient;

  beforeEach(async () => {
    server = await startServer();
    browser = await launch();
    hall = await seatedHall(server, 6);
    staff = hall.staff;
  });
  afterEach(async () => {
    leave(hall);
    await browser.close();
    await server.stop();
  });

  const ids = () => staff.view.agenda.map(({ item }) => item.id as string);
  const current = () => staff.view.control.stage.item?.id;

  /** Check-in, a draw of two presenters with their turns, the board. */
  async function drawn(): Promise<readonly string[]> {
    const agenda = staff.view.agenda.map(({ item }): Item =>
      item.kind === 'draw' ? { ...item, take: 2, sources: ['salt'] } : item,
    );
    await staff.run({ type: 'SetAgenda', items: agenda });
    await staff.run({ type: 'EnterItem', item: id('presenters') });
    await staff.run({ type: 'LockDraw', item: id('presenters') });
    while (staff.view.control.next.act !== 'enter') await staff.next();
    await staff.run({ type: 'EnterItem', item: id('check-in') });
    return staff.view.agenda.flatMap(({ item, subject }) =>
      item.kind === 'presentation' && subject ? [subject.name] : [],
    );
  }

  async function console_(): Promise<{
    readonly page: Page;
    readonly complaints: readonly string[];
  }> {
    const { page, complaints } = await open(browser, `${server.origin}/console`, 'laptop');
    await logIn(page);
    await page.getByText('新建会议').first().waitFor();
    await page.goto(`${server.origin}/m/${staff.meeting}/console`);
    await page.getByRole('tab', { name: '现场' }).click();
    await page.getByRole('heading', { name: '议程' }).waitFor();
    return { page, complaints };
  }

  it('keys act once each, a clicker’s other keys do no harm, and undo takes the last act back', async () => {
    await drawn();
    const { page, complaints } = await console_();
    const [first] = ids().filter((item) => item.startsWith('presenters.'));
    // A bouncing key: the draw is over, so the next step is the first turn.
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect.poll(current).toBe(first);
    for (const key of ['b', '.', 'Escape', 'Enter', ' ']) await page.keyboard.press(key);
    await page.getByText('撤销：进入述职').waitFor();
    expect(staff.view.control.next.act).toBe('start-countdown');
    expect(current()).toBe(first);
    expect(staff.view.control.stage.bell).toBe(0);
    await page.keyboard.press('r');
    await expect.poll(() => staff.view.control.stage.bell).toBeGreaterThan(0);
    await page.keyboard.press('Control+z');
    // The console has its own copy of the new step before it takes the next key.
    await page.getByText('撤销：进入签到').waitFor();
    expect(current()).toBe('check-in');
    await page.keyboard.press('ArrowRight');
    await page.getByText('撤销：进入述职').waitFor();
    expect(current()).toBe(first);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(current).toBe('presenters');
    expect(complaints).toEqual([]);
  });

  it('[R9] a drawn turn is moved and skipped with a reason, and what is missing is added', async () => {
    const [one = '', two = ''] = await drawn();
    const { page, complaints } = await console_();
    const rail = page.getByRole('navigation', { name: '议程' });
    const order = () =>
      staff.view.agenda.flatMap(({ item, subject }) =>
        item.kind === 'presentation' && subject ? [subject.name] : [],
      );
    expect(order()).toEqual([one, two]);
    await rail.getByRole('button', { name: two }).click();
    await rail.getByRole('button', { name: '上移', exact: true }).click();
    const dialog = page.getByRole('dialog');
    // The clicker does nothing under a question.
    await page.keyboard.press('PageDown');
    await dialog.getByLabel('理由').fill('市长十点离场，先听这家');
    await picture(page, 'stage-move');
    await dialog.getByRole('button', { name: '上移' }).click();
    await expect.poll(order).toEqual([two, one]);
    expect(current()).toBe('check-in');
    await page.getByRole('button', { name: /^撤销：移动/ }).click();
    await expect.poll(order).toEqual([one, two]);

    await rail.getByRole('button', { name: '跳过…' }).click();
    await dialog.getByLabel('理由').fill('主要负责人请假');
    await dialog.getByRole('button', { name: '跳过' }).click();
    await rail.getByText('已跳过：主要负责人请假').waitFor();
    expect(staff.view.agenda.filter(({ skipped }) => skipped !== null)).toHaveLength(2);
    await picture(page, 'stage-skipped');
    await rail.getByRole('button', { name: '恢复', exact: true }).click();
    await expect.poll(() => staff.view.agenda.some(({ skipped }) => skipped !== null)).toBe(false);

    await rail.getByRole('button', { name: '在后面加…' }).click();
    await dialog.getByRole('button', { name: '卡片' }).click();
    await dialog.getByLabel('标题').fill('合影');
    await picture(page, 'stage-add');
    await dialog.getByRole('button', { name: '加入议程' }).click();
    await rail.getByText('合影').waitFor();

    await rail.getByRole('button', { name: '退出或合并…' }).click();
    await dialog.getByLabel('理由').fill('机构撤销');
    await picture(page, 'stage-withdraw');
    await dialog.getByRole('button', { name: '退出' }).click();
    await rail.getByText('已退出：机构撤销').waitFor();
    await page.getByRole('button', { name: `撤销：${two}退出` }).click();
    await expect.poll(() => staff.view.subjects.some(({ out }) => out !== null)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('[R9] a void draw of a questioner gets dice with one key, and what was added by mistake goes again', async () => {
    const ask: Item = {
      id: id('ask'),
      kind: 'draw',
      purpose: 'questioner',
      take: 1,
      sources: ['salt'],
    };
    await staff.run({ type: 'AddItems', after: id('check-in'), items: [ask] });
    await staff.run({ type: 'EnterItem', item: ask.id });
    const { page, complaints } = await console_();
    await page.getByRole('button', { name: '作废这次抽签…' }).click();
    await page.getByText('再抽不能用密封的随机数，要先加上掷骰').waitFor();
    await page.getByLabel('理由').fill('名单\u202e有误');
    await page.getByRole('button', { name: '作废这次抽签', exact: true }).click();
    await page.getByText('看不见的字符（U+202E）').waitFor();
    await page.getByLabel('理由').fill('名单有误');
    await page.getByRole('button', { name: '作废这次抽签', exact: true }).click();
    await page.getByRole('heading', { name: '加上掷骰' }).waitFor();
    await page.getByLabel('六面骰26颗').check();
    await picture(page, 'stage-add-dice');
    await page.keyboard.press('PageDown');
    await page.getByRole('heading', { name: '锁定抽签' }).waitFor();
    const { item } = staff.view.agenda.find((row) => row.item.id === ask.id) ?? {};
    expect(item).toMatchObject({ sources: ['dice6'] });

    const rail = page.getByRole('navigation', { name: '议程' });
    await rail.getByRole('button', { name: '加环节' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '卡片' }).click();
    await dialog.getByLabel('标题').fill('合影');
    await dialog.getByRole('button', { name: '加入议程' }).click();
    await rail.getByText('合影').waitFor();
    await page.getByRole('button', { name: '撤销：加入合影' }).click();
    await expect.poll(() => rail.getByText('合影').count()).toBe(0);
    await page.getByRole('button', { name: '撤销：移除环节' }).click();
    await rail.getByRole('button', { name: '合影' }).click();
    await rail.getByRole('button', { name: '移除', exact: true }).click();
    await expect.poll(() => rail.getByText('合影').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('the hall’s screen rings by hand, at zero, and shows the overtime', async () => {
    const subject = staff.view.subjects[0]?.id;
    if (subject === undefined) throw new Error('no unit');
    const talk: Item = { id: id('talk'), kind: 'presentation', subject, seconds: 1 };
    await staff.run({ type: 'AddItems', after: null, items: [talk] });
    await staff.run({ type: 'EnterItem', item: talk.id });
    const { page, complaints } = await open(
      browser,
      `${server.origin}/m/${staff.meeting}/screen`,
      'projector',
    );
    const strokes = await countStrokes(page);
    await page.getByText('未开始').waitFor();
    await page.keyboard.press('Shift');
    await expect.poll(() => page.getByText('按一下任意键，开启铃声').count()).toBe(0);
    await staff.run({ type: 'RingBell', item: talk.id });
    await expect.poll(strokes).toBe(1);
    await staff.run({ type: 'StartCountdown', item: talk.id });
    await page.getByText('超时').waitFor();
    await expect.poll(strokes).toBe(3);
    await page.getByText(/^−00:0\d$/).waitFor();
    await picture(page, 'screen-overtime');
    expect(complaints).toEqual([]);
  });

  it('the board on stage is turned to a category’s list', async () => {
    await staff.run({ type: 'EnterItem', item: id('board') });
    const { page } = await console_();
    const screen = (await open(browser, `${server.origin}/m/${staff.meeting}/screen`, 'projector'))
      .page;
    await page.getByRole('button', { name: '乡镇' }).click();
    await screen.getByRole('heading', { name: /乡镇/ }).waitFor();
    await page.getByText('撤销：切换排行').waitFor();
    await page.keyboard.press('Control+z');
    await screen.getByRole('heading', { name: '总排行' }).waitFor();
  });
});

/** Strokes of the bell since now: each is one oscillator at the bell's own tone. */
async function countStrokes(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = { strokes: 0 };
    Object.assign(window, { counted });
    const start: OscillatorNode['start'] = Reflect.get(OscillatorNode.prototype, 'start');
    OscillatorNode.prototype.start = function (when) {
      if (this.frequency.value === 880) counted.strokes += 1;
      start.call(this, when);
    };
  });
  return () =>
    page.evaluate(() => (window as unknown as { counted: { strokes: number } }).counted.strokes);
}
