// Draws in real Chromium: one press on the console draws who asks; a team is drawn with a word typed on a phone and dice
// typed twice; phone and screen compute the result themselves.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import {
  drawOf,
  leave,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { logIn } from './by-hand.ts';

const DICE = '41526334152633415263341526';
const SEATS = 6;

describe('draws of people during a meeting', () => {
  let server: TestServer;
  let browser: Browser;
  let hall: Hall;
  const opened: Opened[] = [];

  beforeEach(async () => {
    server = await startServer();
    browser = await launch();
    hall = await seatedHall(server, SEATS);
  });
  afterEach(async () => {
    leave(hall);
    opened.length = 0;
    await browser.close();
    await server.stop();
  });

  async function show(path: string, size: Parameters<typeof open>[2]): Promise<Page> {
    const one = await open(browser, `${server.origin}/m/${hall.staff.meeting}/${path}`, size);
    opened.push(one);
    return one.page;
  }

  it('one press, a word, dice, and everyone recomputes', async () => {
    const { staff } = hall;
    const items = [
      { id: 'p' as ItemId, kind: 'presentation', subject: 'A01' as SubjectId, seconds: 60 },
    ] as const;
    await staff.run({ type: 'AddItems', after: null, items });
    await staff.run({ type: 'EnterItem', item: items[0].id });
    const desk = await show('console', 'laptop');
    await logIn(desk);
    await desk.getByText('现场', { exact: true }).first().click();
    const screen = await show('screen', 'projector');

    // During a presentation: who asks, drawn from those present, of whom the last one is a page of its own.
    await desk.getByRole('button', { name: '抽一位提问代表' }).click();
    await staff.until(({ control: { stage } }) => stage.body.kind === 'draw');
    expect(drawOf(hall.staff)).toMatchObject({
      purpose: 'questioner',
      of: SEATS,
      take: 1,
      phase: 'locked',
    });
    const unit = drawOf(hall.staff).asked?.name ?? 'nobody';
    // The connection fails once, just as the screen fetches the record: it asks again by itself.
    await screen.route('**/api/draws/*', (route) => route.abort(), { times: 1 });
    await screen.getByText(`向${unit}提问`).waitFor();
    await staff.next();
    await staff.until(() => drawOf(hall.staff).phase === 'done');
    await screen
      .getByText(drawOf(hall.staff).shown[0]?.name ?? 'nobody', { exact: true })
      .waitFor();
    await screen.getByText('本机已自行复算，结果一致').waitFor();
    await picture(screen, 'screen-questioner');

    // The team: everyone of the panel, so that this phone is drawn; its word is one of the sources.
    const ticket = hall.tickets[0];
    hall.phones[0]?.close();
    const phone = await open(browser, ticket?.url ?? '', 'phone');
    opened.push(phone);
    await phone.page.getByRole('button', { name: '是我，开始' }).click();
    const team = {
      id: 'team' as ItemId,
      kind: 'draw',
      purpose: 'team',
      take: SEATS,
      sources: ['phones', 'dice6'],
    } as const;
    const last = staff.view.agenda.at(-1)?.item.id ?? null;
    await staff.run({ type: 'AddItems', after: last, items: [team] });
    await staff.run({ type: 'EnterItem', item: team.id });
    await staff.next();
    await phone.page.getByLabel('输入一个字词').fill('绿水青山');
    await phone.page.getByRole('button', { name: '提交', exact: true }).click();
    await phone.page.getByText('您的字词已交').waitFor();
    await phone.page.reload();
    await phone.page.getByText('您交的是“绿水青山”').waitFor();
    await staff.until(() => drawOf(hall.staff).words?.sent === 1);
    expect(await screen.getByText('绿水青山').count()).toBe(0);
    await staff.next();
    await screen.getByText('绿水青山').waitFor();
    await picture(screen, 'screen-words');

    // Two readings; a seven on a die with six sides is not passed over.
    await desk.getByLabel('第一遍').fill(`7${DICE.slice(1)}`);
    await desk.getByText('第1位“7”不是骰面').waitFor();
    await desk.getByLabel('第一遍').fill(DICE);
    await desk.getByLabel('第二遍').fill(DICE);
    await screen.getByText('两遍一致', { exact: true }).waitFor();
    await staff.until(() => drawOf(hall.staff).phase === 'showing');
    await staff.run({
      type: 'ShowNames',
      draw: drawOf(hall.staff).id ?? ('' as never),
      shown: SEATS - 1,
    });
    await phone.page.getByText(`已抽出${SEATS - 1} / ${SEATS}`).waitFor();
    expect(await phone.page.getByText('您被抽中').count()).toBe(0);
    await staff.next();
    await phone.page.getByText('您被抽中').waitFor();
    await phone.page.getByText('本机已自行复算，结果一致').waitFor();
    await picture(phone.page, 'phone-drawn');
    await screen.getByText('本机已自行复算，结果一致').waitFor();
    const told = opened.flatMap(({ complaints }) => complaints);
    expect(told).toEqual([expect.stringMatching(/ERR_FAILED.*api\/draws/)]);
  });
});
