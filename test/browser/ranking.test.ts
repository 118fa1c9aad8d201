// Draws among the units of a board in real Chromium: set up by bands without those drawn the year before, the order of a tie,
// who throws the dice; on the screen, the viewers' page and the minutes.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { ItemId } from '../../shared/ids.ts';
import { boardHall, BOARD, plainUnits } from '../board-hall.ts';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  showBoard,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressNext, throwDice } from './by-hand.ts';

const DIGITS = '84019375620184736251';

let server: TestServer;
let browser: Browser;
const opened: Opened[] = [];

beforeEach(async () => {
  server = await startServer();
  browser = await launch();
});
afterEach(async () => {
  for (const { complaints } of opened.splice(0)) expect(complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

it(
  'bands of a board without last year’s, a tie put in order, and who throws',
  { timeout: 240_000 },
  async () => {
    // 单位5 to 单位7 share the fifth place.
    const units = plainUnits(24).map((unit, n) => (n > 3 && n < 7 ? { ...unit, score: 80 } : unit));
    const hall = await boardHall(server, units);
    const { staff } = hall;
    const { meeting } = staff;
    const show = async (
      page: string,
      size: Parameters<typeof open>[2],
      language: 'zh' | 'en' = 'zh',
    ): Promise<Page> => {
      const url = page.startsWith('http') ? page : `${server.origin}/m/${meeting}/${page}`;
      const one = await open(browser, url, size, language);
      opened.push(one);
      return one.page;
    };

    // Last year, with other ids: 单位24 and 单位23 were visited, and one that is no more.
    await staff.create('2025年度评议会');
    const rows = '编号,名称,类别\nX1,单位24,甲\nX2,单位23,甲\nX3,旧单位,甲\n';
    await staff.importRoster('subjects', 'u.csv', Buffer.from(rows));
    await enterDraw(staff, 'visits', { purpose: 'verification', take: 3, sources: ['salt'] });
    await staff.run({ type: 'LockDraw', item: 'visits' as ItemId });
    await staff.run({ type: 'ReadEntropy', draw: must(drawOf(staff).id) });
    await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown: 3 });
    const answer = await fetch(`${server.origin}/m/${staff.meeting}/api/drawn`);
    expect(answer.status).toBe(401);
    await staff.connect(meeting);

    /** The step of the item that was just entered, at the page and at the desk. */
    const onStage = async (step: string) => {
      await page.getByRole('heading', { name: step, exact: true }).waitFor();
      const acts: readonly string[] = ['lock-draw', 'draw-at-once'];
      await staff.until(({ control }) => acts.includes(control.next.act));
    };

    // A draw by bands, made at the agenda before the board is shown.
    const desk = await openConsole(browser, staff, 'setup/agenda', 'laptop');
    opened.push(desk);
    const { page } = desk;
    await page.getByTitle('加一个环节：抽签').click();
    await page.getByLabel('抽什么').selectOption({ label: '实地核查单位' });
    await page.getByText('按名次分段').click();
    await page.getByLabel('名次数').fill('6');
    await page.getByLabel('抽几家').fill('2');
    await page.getByLabel('抽前几名').check();
    await page.getByLabel('名次数').first().fill('5');
    await page.getByText('共抽3家。').waitFor();
    await page.getByRole('button', { name: '添加要排除的' }).click();
    const list = [
      ['序号', '单位名称'],
      ['1', '单位9'],
      ['2', '旧单位'],
    ];
    await page.getByLabel('或者选一个文件').setInputFiles({
      ...{ name: '抽中.xlsx', mimeType: 'application/octet-stream' },
      buffer: await writeXlsxFile(list.map((row) => row.map((value) => ({ value })))).toBuffer(),
    });
    await page.getByText('2个里对上1个').waitFor();
    await page.getByLabel('从哪次会议').selectOption({ index: 1 });
    await page.getByText('3个里对上2个').waitFor();
    await page.getByText('旧单位').waitFor();
    await picture(page, 'bands-setup');
    await page.getByRole('button', { name: '排除打勾的2家' }).click();
    await page.getByText('2025年度评议会：排除2家').waitFor();
    await page.getByRole('button', { name: '保存议程' }).click();
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'draw' && item.without !== undefined),
    );
    const bands = must(
      staff.view.agenda.find(({ item }) => item.kind === 'draw' && item.without),
    ).item;

    // Before the board is open nobody can be drawn, and the hall reads why.
    const screen = await show('screen', 'projector');
    await staff.run({ type: 'EnterItem', item: bands.id });
    await screen.getByText('排行全部公布之后').waitFor();

    // The board is open: three share the fifth place, and lots put them in order.
    await showBoard(staff);
    await page.goto(`${server.origin}/m/${meeting}/console/stage`);
    await page.getByLabel('名次并列').waitFor();
    await picture(page, 'tie-console');
    await page.getByRole('button', { name: '抽签定序' }).click();
    await screen.getByText('哪种先后次序的机会都相同').waitFor();
    await screen.getByText('全部单位的排行第5名并列').waitFor();
    await picture(screen, 'tie-ready');
    await onStage('锁定抽签');
    await pressNext(page, staff);
    await throwDice(page, staff, DIGITS);
    for (let n = 0; n < 3; n++) await pressNext(page, staff);
    const order = drawOf(staff).shown.map(({ name }) => name);
    expect([...order].sort()).toEqual(['单位5', '单位6', '单位7']);
    await staff.run({ type: 'EnterItem', item: BOARD });
    await screen.getByText('抽签定序第3').waitFor();
    await picture(screen, 'tie-board');
    const texts = await screen.getByRole('listitem').allInnerTexts();
    const tied = texts
      .filter((text) => text.includes('抽签定序'))
      .map((text) => /单位\d+/.exec(text)?.[0]);
    expect(tied).toEqual(order);

    // Who throws the dice of the draw by bands: two presses, and its name stands over the dice.
    await staff.run({ type: 'EnterItem', item: bands.id });
    await screen.getByText('往次会议已抽中').waitFor();
    await picture(screen, 'bands-ready');
    const english = await show('screen', 'projector', 'en');
    await english.getByText('drawn in an earlier meeting').waitFor();
    await picture(english, 'bands-ready-en');
    await english.close();
    await page.getByRole('button', { name: '抽掷骰人' }).click();
    await onStage('抽掷骰人');
    await pressNext(page, staff);
    const { name: who, id } = must(drawOf(staff).shown[0]);
    await picture(screen, 'thrower-screen');
    const [ticket] = await staff.tickets([id]);
    const phone = await show(must(ticket).url, 'phone', 'en');
    await phone.getByRole('button', { name: 'That is me, start' }).click();
    await phone.getByText('Please go to the dice').waitFor();
    await picture(phone, 'thrower-phone');
    await pressNext(page, staff);
    await onStage('锁定抽签');
    expect(staff.view.control.stage.item?.id).toBe(bands.id);
    await pressNext(page, staff);
    await screen.getByText(`由${who}掷骰`).first().waitFor();
    await picture(screen, 'thrower-dice');
    const watch = await show('watch', 'phone', 'en');
    await watch.getByText(`Dice thrown by ${who}`).waitFor();
    await phone.getByText('Last 6 places').waitFor();
    await picture(phone, 'bands-phone');
    await throwDice(page, staff, DIGITS);
    for (let n = 0; n < 3; n++) await pressNext(page, staff);
    const { cells, shown } = drawOf(staff);
    expect(cells.map(({ band, of, shown: out }) => [band?.side, of, out])).toEqual([
      ['first', 7, 1],
      ['rest', 11, 0],
      ['last', 4, 2],
    ]);
    expect(shown.some(({ name }) => name === '单位24' || name === '单位23')).toBe(false);
    await picture(screen, 'bands-screen');

    await watch.getByText('Left out of this draw').waitFor();
    await watch.getByText('drawn in an earlier meeting (2025年度评议会) 2 units').waitFor();
    await picture(watch, 'bands-watch', { fullPage: true });
    await watch.getByRole('button', { name: 'Results' }).click();
    await watch.getByText('No. 1 by lots').waitFor();
    await picture(watch, 'tie-watch', { fullPage: true });
    const minutes = await openConsole(browser, staff, 'minutes', 'laptop');
    opened.push(minutes);
    await minutes.page.getByText('往次会议已抽中').first().waitFor();
    await minutes.page.getByText('抽签定序第1').first().waitFor();
    await picture(minutes.page, 'bands-minutes', { fullPage: true });
    leave(hall);
  },
);
