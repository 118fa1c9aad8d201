// A panel drawn with words of those who wait for it, in real Chromium: set at the console, typed on phones that have no seat.
import { reviewerHolder } from '../../shared/meeting/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { DrawId, ItemId, ReviewerId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { LockedDraw } from '../../shared/views/slices/draw-slices.ts';
import { moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';

const ITEM = 'panel' as ItemId;
const DRAW = 'D1' as DrawId;
const IDS = ['constructor', 'R2', 'R3', 'R4'];

describe('the word of a phone that waits', () => {
  let server: TestServer;
  let browser: Browser;
  let staff: StaffClient;
  let tickets: readonly PrintedTicket[];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startServer()]);
    staff = await moderator(server);
    const rows = IDS.map((id, n) => `${id},代表${String(n + 1)},群众代表`).join('\n');
    const csv = new TextEncoder().encode(`编号,姓名,组别\n${rows}\n`);
    await staff.importRoster('reviewers', 'pool.csv', csv);
    tickets = await staff.tickets();
  });

  afterAll(async () => {
    staff.close();
    await browser.close();
    await server.stop();
  });

  async function waits(n: number): Promise<Opened & { readonly reviewer: string }> {
    const ticket = tickets.find(({ reviewer }) => reviewer === IDS[n]);
    const one = await open(browser, ticket?.url ?? '', 'phone');
    await one.page.getByText('还没有席位').waitFor();
    return { ...one, reviewer: IDS[n] ?? '' };
  }
  const draw = (): LockedDraw => {
    const { body } = staff.view.control.stage;
    if (body.kind !== 'draw' || body.draw.phase === 'ready') throw new Error(body.kind);
    return body.draw;
  };
  const send = async (page: Page, word: string) => {
    await page.getByLabel('输入一个字词').fill(word);
    await page.getByRole('button', { name: '提交', exact: true }).click();
  };

  it('is a source of the panel’s draw, from the console to the record', async () => {
    await staff.run({
      type: 'AddItems',
      after: staff.view.agenda.at(-1)?.item.id ?? null,
      items: [{ id: ITEM, kind: 'draw', purpose: 'panel', take: 1, sources: ['dice10'] }],
    });
    const desk = await open(browser, server.origin, 'laptop');
    const [name = '', value = ''] = staff.cookie.split('=');
    await desk.context.addCookies([{ name, value, url: server.origin }]);
    await desk.page.goto(`${server.origin}/m/${staff.meeting}/console/setup/agenda`);
    await desk.page.getByTitle(/^设置：.*抽评议团/).click();
    await desk.page.getByLabel('手机各交一个字词').check();
    await picture(desk.page, 'waiting-word-console');
    await desk.page.getByRole('button', { name: '保存议程' }).click();
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'draw' && item.sources.includes('phones')),
    );
    await desk.context.close();

    const phones = [await waits(0), await waits(1), await waits(2)] as const;
    const [first, second, third] = phones;
    await staff.run({ type: 'EnterItem', item: ITEM });
    await staff.run({ type: 'LockDraw', item: ITEM });
    for (const { page } of phones) await page.getByLabel('输入一个字词').waitFor();
    await first.page.getByText(draw().lockHash.slice(0, 4)).first().waitFor();
    await picture(first.page, 'waiting-word');

    // Two pages of one phone: what one has sent, the other does not ask for again.
    const tab = await first.context.newPage();
    await tab.goto(tickets.find(({ reviewer }) => reviewer === first.reviewer)?.url ?? '');
    await tab.getByLabel('输入一个字词').waitFor();
    await send(first.page, 'constructor');
    await first.page.getByText('您的字词已交').waitFor();
    await tab.getByText('您的字词已交').waitFor();
    await tab.close();
    // The tablet serves seats: it says where a word is sent from.
    const kiosk = await open(browser, `${server.origin}/m/${staff.meeting}/kiosk`, 'tablet');
    const typed = tickets.find(({ reviewer }) => reviewer === 'R4')?.code ?? '';
    await kiosk.page.getByLabel('短码').fill(typed);
    await kiosk.page.keyboard.press('Enter');
    await kiosk.page.getByText('请用自己的手机扫码交一个').waitFor();
    await kiosk.context.close();
    // The desk swaps their tickets: whoever the phone speaks for now has sent nothing yet.
    const swap = {
      type: 'SwapTickets',
      a: reviewerHolder('constructor' as ReviewerId),
      b: reviewerHolder('R4' as ReviewerId),
    } as const;
    await staff.run(swap);
    await first.page.getByRole('heading', { name: '代表4' }).waitFor();
    await first.page.getByLabel('输入一个字词').waitFor();
    await staff.run(swap);
    await first.page.getByText('您交的是“constructor”').waitFor();
    // It waits on the phone for the network, also through a reload, and is not asked for again.
    await second.context.route('**/api/word', (route) => route.abort());
    await send(second.page, '绿水');
    await second.page.getByText('已存在本机，网络恢复后自动送出').waitFor();
    await picture(second.page, 'waiting-word-offline');
    await second.page.reload();
    await second.page.getByText('已存在本机，网络恢复后自动送出').waitFor();
    await second.context.unroute('**/api/word');
    await second.page.getByText('您的字词已交').waitFor();
    await second.page.reload();
    await second.page.getByText('您交的是“绿水”').waitFor();
    await staff.until(() => draw().words?.sent === 2);

    // The third has not heard that the list is closed.
    const stale = '**/api/claim';
    await third.context.route(stale, (route) => route.abort());
    await staff.run({ type: 'CloseWords', draw: DRAW });
    await send(third.page, '来迟了');
    await third.page.getByText('收字已经截止，您这次没有赶上').waitFor();
    await picture(third.page, 'waiting-word-late');
    await third.context.unroute(stale);
    await third.page.getByText('您这次没有交，不影响抽签').waitFor();
    await first.page.getByText('收字已截止，共2个').waitFor();

    await readDice(staff, DRAW, '84019375620184736251');
    await first.page.getByText('您的字词已列入名单').waitFor();
    await staff.run({ type: 'ShowNames', draw: DRAW, shown: 1 });
    await staff.until(() => draw().phase === 'done');
    const [drawn] = draw().shown;
    for (const { page, reviewer } of phones)
      if (reviewer === drawn?.id) await page.getByRole('button', { name: '是我，开始' }).waitFor();
      else await page.getByText('本机已自行复算，结果一致').waitFor();
    const rest = phones.find(({ reviewer }) => reviewer !== drawn?.id);
    if (rest) await picture(rest.page, 'waiting-word-done');
    expect(draw().words?.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const { context } of phones) await context.close();
  });
});
