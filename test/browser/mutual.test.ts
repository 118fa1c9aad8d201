// Mutual review by a ring: units with codes and seats of their own, an order that is drawn, each rates the next two after it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import { SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import { consoleText } from '../../shared/text/console.ts';
import { unitsText } from '../../shared/text/console/units.ts';
import {
  drawOf,
  moderator,
  must,
  showBoard,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import {
  choiceOf,
  openConsole,
  pressTwice,
  scoreWritten,
  toWritten,
  writtenRow,
} from './by-hand.ts';

const UNITS = ['发展改革局', '教育局', '民政局', '司法局'];
/** What the unit in each place of the order gives the next one, and the one after it: 90 and 51, 80 and 54, … */
const NEXT = [
  [40, 20, 20, 10],
  [40, 20, 10, 10],
  [30, 20, 10, 10],
  [20, 20, 10, 10],
];
const AFTER = [
  [20, 11, 10, 10],
  [20, 14, 10, 10],
  [20, 17, 10, 10],
  [20, 20, 13, 10],
];
/** Of places 0 to 3: (60 + 57) / 2, (90 + 63) / 2, (80 + 51) / 2, (70 + 54) / 2. */
const SCORES = ['58.50', '76.50', '65.50', '62.00'];
const ROUND = 'mutual' as ItemId;

let browser: Browser;
let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  const rows = UNITS.map((name) => `${name},区级部门`).join('\n');
  const csv = new TextEncoder().encode(`单位名称,类别\n${rows}\n`);
  await staff.importRoster('subjects', 'units.csv', csv);
  await staff.run({ type: 'AdoptScheme', scheme: { id: 'main', ...SCHEME_DEFAULTS, floor: 2 } });
  await staff.run({
    type: 'SetAgenda',
    items: [
      {
        ...{ id: 'order' as ItemId, kind: 'draw', purpose: 'rating-order' },
        ...{ take: 4, sources: ['salt'] },
      },
      {
        ...{ id: ROUND, kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' },
        who: { kind: 'ring', next: 2 },
      },
      { id: 'board' as ItemId, kind: 'board' },
    ],
  });
});
afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

it('from codes and seats of units to a board', async () => {
  const words = unitsText.zh;
  const desk = await openConsole(browser, staff, 'setup/tickets');
  const { page } = desk;
  await page.getByLabel(words.tickets.all).check();
  await picture(page, 'mutual-tickets', { fullPage: true });
  await pressTwice(page, words.tickets.issue(4));
  const sheets = page.getByRole('dialog');
  await expect.poll(() => sheets.getByRole('listitem').count()).toBe(4);
  await picture(page, 'mutual-sheets');
  const codes = await sheets.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).allTextContents();
  await pressTwice(page, consoleText.zh.tickets.close);

  // A code without a seat shows what everybody may see, and waits.
  const phone = await open(browser, `${server.origin}/m/${staff.meeting}/j`, 'phone');
  await phone.page.getByLabel('短码').fill(must(codes[0]));
  await phone.page.keyboard.press('Enter');
  await phone.page.getByRole('heading', { name: must(UNITS[0]) }).waitFor();
  await phone.page.getByText('会议还没有开始').waitFor();
  await picture(phone.page, 'mutual-waiting');

  await page.getByRole('link', { name: consoleText.zh.setup.places.seats }).click();
  await page.getByRole('button', { name: words.seats.seat(4) }).click();
  await page.getByText(words.seats.allSeated).waitFor();
  await picture(page, 'mutual-seats', { fullPage: true });
  await desk.context.close();
  await phone.page.getByRole('button', { name: '是我，开始' }).click();

  const others = codes
    .slice(1)
    .map(
      (ticket) =>
        new SocketPhone({ origin: server.origin, meeting: staff.meeting, ticket, by: 'typed' }),
    );
  await Promise.all(others.map((one) => one.join()));

  await staff.run({ type: 'EnterItem', item: 'order' as ItemId });
  await staff.run({ type: 'LockDraw', item: 'order' as ItemId });
  await staff.run({ type: 'ReadEntropy', draw: must(drawOf(staff).id) });
  await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown: 4 });
  const drawn = drawOf(staff);
  if (drawn.phase !== 'done') throw new Error('not drawn');
  const order = drawn.shown.map(({ name }) => name);
  expect([...order].sort()).toEqual([...UNITS].sort());
  const at = (place: number) => must(order[place % 4]);

  await staff.run({ type: 'EnterItem', item: ROUND });
  await staff.run({ type: 'OpenRound', item: ROUND });
  for (const one of others) {
    await one.until(({ me }) => (me?.rates?.length ?? 0) > 0);
    const { me, written } = one.view;
    const place = order.indexOf(must(me).name);
    const round = must(written?.[0]);
    const subjectOf = (name: string) => must(round.subjects.find((unit) => unit.name === name)).id;
    expect(new Set(must(me?.rates)[0]?.subjects)).toEqual(
      new Set([subjectOf(at(place + 1)), subjectOf(at(place + 2))]),
    );
    const cast = (name: string, scores: readonly number[] = []) =>
      one.send({
        ...{ round: round.round, attempt: 1, rev: 1, subject: subjectOf(name) },
        choice: choiceOf(scores),
      });
    expect(await cast(at(place + 1), NEXT[place])).toMatchObject({ ok: true });
    expect(await cast(at(place + 2), AFTER[place])).toMatchObject({ ok: true });
    expect(await cast(at(place), NEXT[place])).toMatchObject({ refusal: { code: 'recused' } });
    expect(await cast(at(place + 3), NEXT[place])).toMatchObject({
      refusal: { code: 'not-in-round' },
    });
  }
  // Its own list has the two that it rates, and no other.
  const own = order.indexOf(must(UNITS[0]));
  await toWritten(phone.page);
  await writtenRow(phone.page, at(own + 1)).waitFor();
  for (const [step, shown] of [1, 1, 0, 0].entries())
    expect(await writtenRow(phone.page, at(own + 1 + step)).count()).toBe(shown);
  await scoreWritten(phone.page, must(NEXT[own]), at(own + 1));
  await scoreWritten(phone.page, must(AFTER[own]), at(own + 2));
  await picture(phone.page, 'mutual-phone');
  expect(phone.complaints).toEqual([]);
  await phone.context.close();

  await staff.until(({ written }) => written[0]?.done === 8 && written[0].expected === 8);
  await staff.run({ type: 'CloseRound', round: must(staff.view.written[0]).round });
  await staff.run({ type: 'RevealRound', round: must(staff.view.written[0]).round });
  await showBoard(staff);
  await staff.until(({ board }) => board.rows.length === 4);
  const scores = new Map(staff.view.board.rows.map(({ subject, score }) => [subject.name, score]));
  expect(order.map((name) => scores.get(name))).toEqual(SCORES);
  for (const one of others) one.close();
});
