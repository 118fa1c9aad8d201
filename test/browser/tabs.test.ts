// One seat on two tabs of a phone, and a ticket that somebody else has photographed: real tabs, real storage, a real network
// that goes. Nothing waiting is lost, the later tap counts, and the owner has the last word (R5).
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { about } from '../../shared/ballots/ballot.ts';
import { subjectsOf } from '../../shared/meeting/agenda/participation.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import {
  importExamples,
  moderator,
  must,
  seatUnbound,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { choiceOf, CRITERIA, fillSheet, ONWARD, openUnit, writtenRow } from './by-hand.ts';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let tickets: readonly PrintedTicket[];
let present: SocketPhone;
const opened: Opened[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  tickets = await seatUnbound(staff, 6);
  // A round opens for a hall where someone is.
  present = phoneFor(ticket(5));
  await present.join();
});
afterAll(async () => {
  present.close();
  staff.close();
  await browser.close();
  await server.stop();
});
afterEach(async () => {
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    const own = complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line));
    expect(own.filter((line) => !/status of 40[0-9]/.test(line))).toEqual([]);
  }
});

describe('two tabs of one seat', () => {
  it('[R5] without a network: each shows what the other has, and one sends both after the other is closed', async () => {
    const units = staff.view.subjects.slice(20, 23);
    const [a, b] = units.map(({ name }) => name) as [string, string];
    await openWritten(units.map(({ id }) => id));
    const { context, first, second } = await twoTabs(ticket(0));
    await context.setOffline(true);
    await submitWritten(first, a, [10, 11, 12, 13]);
    await submitWritten(second, b, [20, 19, 18, 15]);
    for (const page of [first, second])
      for (const unit of [a, b])
        await writtenRow(page, unit)
          .getByText(/正在送出|未送达/)
          .or(writtenRow(page, unit).getByLabel('正在送出'))
          .first()
          .waitFor();
    await picture(second, 'tabs-01-both');
    await first.close();
    await context.setOffline(false);
    await staff.until(({ written }) => written[0]?.done === 2);
    for (const [unit, sum] of [
      [a, '46'],
      [b, '72'],
    ] as const)
      await writtenRow(second, unit).getByText(sum, { exact: true }).first().waitFor();
    expect(ballotsOf(ticket(0))).toMatchObject([
      { choice: choiceOf([10, 11, 12, 13]), rev: 1 },
      { choice: choiceOf([20, 19, 18, 15]), rev: 1 },
    ]);
  });

  it('[R5] of one unit the later tap counts, both show it, and neither had to be reloaded', async () => {
    await stage('A01');
    const { context, first, second } = await twoTabs(ticket(1));
    await context.setOffline(true);
    await fillSheet(first, [30, 10, 10, 10]);
    await first.getByRole('button', { name: '提交评分' }).click();
    // The other tab shows the scores of the first, and changes one.
    await expect.poll(() => score(second, 0)).toBe('30');
    await fillSheet(second, [5]);
    await second.getByRole('button', { name: '提交评分' }).click();
    await expect.poll(() => score(first, 0)).toBe('5');
    await picture(first, 'tabs-02-later');
    await context.setOffline(false);
    for (const page of [first, second])
      await page.getByRole('heading', { name: '已计入' }).waitFor();
    expect(ballotsOf(ticket(1))).toMatchObject([{ choice: choiceOf([5, 10, 10, 10]) }]);
  });

  it('[R5] a tab that dies and a storage that is cleared take nothing along', async () => {
    await stage('A02');
    const { context, first, second } = await twoTabs(ticket(2));
    await context.setOffline(true);
    await fillSheet(first, [30, 10, 10, 10]);
    await first.getByRole('button', { name: '提交评分' }).click();
    await first.evaluate(() => {
      localStorage.clear();
    });
    await expect.poll(() => score(second, 0)).toBe('30');
    const session = await context.newCDPSession(first);
    const crashed = first.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await first.close();
    // The one that is left keeps it again, for a page that knows of nothing.
    await expect
      .poll(() => second.evaluate(() => Object.keys(localStorage).join()))
      .toContain('.slip/');
    await second.close();
    await context.setOffline(false);
    const third = await context.newPage();
    await third.goto(door(ticket(2)));
    await third.getByRole('heading', { name: '已计入' }).waitFor();
    expect(ballotsOf(ticket(2))).toMatchObject([{ choice: choiceOf([30, 10, 10, 10]) }]);
  });
});

describe('a photographed ticket', () => {
  it('[R5] the owner, whose phone was away with a ballot, is told and has the last word', async () => {
    await stage('A03');
    const phone = await open(browser, ticket(3).url, 'phone');
    opened.push(phone);
    const { page, context } = phone;
    await page.getByRole('button', { name: '开始' }).click();
    await context.setOffline(true);
    await fillSheet(page, [40, 20, 25, 15]);
    await page.getByRole('button', { name: '提交评分' }).click();
    await page
      .getByText(/正在送出|等网络恢复/)
      .first()
      .waitFor();

    const thief = phoneFor(ticket(3));
    await thief.join();
    await thief.until(({ stage }) => (stage?.open.length ?? 0) > 0);
    const stolen = choiceOf([1, 1, 1, 1]);
    expect(await thief.vote(stolen, 100_000)).toMatchObject({
      refusal: { code: 'revision-leaps', newest: 0 },
    });
    expect(await thief.vote(stolen, 100)).toMatchObject({ ok: true });

    const [anew] = await staff.tickets([ticket(3).reviewer]);
    await expect.poll(() => thief.ended?.code).toBe('replaced');
    expect(await thief.claim()).toMatchObject({ code: 'ticket-revoked' });
    thief.close();

    await context.setOffline(false);
    await page.getByText('这部手机上有1家的评分还没送达').waitFor();
    await picture(page, 'tabs-03-door');
    await page.getByLabel('短码').fill(must(anew, 'ticket').code);
    await page.getByRole('button', { name: '入席' }).click();
    // Before or after the greeting: it is told before anything of it counts.
    const start = page.getByRole('button', { name: '开始' });
    await start
      .or(page.getByRole('heading', { name: '没有计入' }))
      .first()
      .waitFor();
    if (await start.isVisible()) await start.click();
    await page.getByRole('heading', { name: '没有计入' }).waitFor();
    await picture(page, 'tabs-04-told');
    expect(ballotsOf(ticket(3))).toMatchObject([{ choice: stolen, rev: 100 }]);
    await page.getByRole('button', { name: '返回评分' }).click();
    await fillSheet(page, [40, 20, 25, 15]);
    await page.getByRole('button', { name: /^提交/ }).click();
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    expect(ballotsOf(ticket(3))).toMatchObject([{ choice: choiceOf([40, 20, 25, 15]), rev: 101 }]);
  });
});

function ticket(n: number): PrintedTicket {
  return must(tickets[n], 'a ticket');
}

/** Scoring of a unit, with whatever was scored before it closed. */
async function stage(unit: string): Promise<void> {
  const { body } = present.view.stage ?? {};
  if (body?.kind === 'score' && body.round !== null && body.phase === 'open')
    await staff.run({ type: 'CloseRound', round: body.round });
  await stageScoring(staff, unit, 'live');
}

/** Where a scanned ticket leads, without its secret: the same origin, so the same storage. */
function door({ url }: PrintedTicket): string {
  return url.replace(/#.*/, '');
}

function phoneFor({ url }: PrintedTicket): SocketPhone {
  const { origin } = server;
  return new SocketPhone({ origin, meeting: staff.meeting, ticket: new URL(url).hash.slice(1) });
}

async function twoTabs(one: PrintedTicket): Promise<{
  readonly context: BrowserContext;
  readonly first: Page;
  readonly second: Page;
}> {
  const phone = await open(browser, one.url, 'phone');
  opened.push(phone);
  const { page: first, context } = phone;
  await first.getByRole('button', { name: '开始' }).click();
  const second = await context.newPage();
  await second.goto(door(one));
  for (const page of [first, second])
    await page
      .getByLabel(`${CRITERIA[0] ?? ''}的分数`)
      .or(page.getByRole('heading', { name: '书面评议' }))
      .first()
      .waitFor();
  return { context, first, second };
}

function score(page: Page, line: number): Promise<string> {
  return page.getByLabel(`${CRITERIA[line] ?? ''}的分数`).inputValue();
}

async function submitWritten(page: Page, unit: string, scores: readonly number[]): Promise<void> {
  await openUnit(page, unit);
  await fillSheet(page, scores);
  await page.getByRole('button', { name: ONWARD }).click();
}

async function openWritten(subjects: readonly SubjectId[]): Promise<void> {
  const item = 'written' as ItemId;
  await staff.run({
    type: 'SetAgenda',
    items: [
      ...staff.view.agenda.map((one) => one.item).filter(({ kind }) => kind !== 'written'),
      { id: item, kind: 'written', subjects, sheet: 'live', disclosure: 'hidden' },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'OpenRound', item });
}

/** What the box holds of a person, as their own phone is told. */
function ballotsOf(one: PrintedTicket) {
  const { seen } = must(server.app.halls.byCode(staff.meeting), 'the hall');
  const seat = [...seen.meeting.seats.values()].find(({ holder }) => holder.id === one.reviewer);
  return [...seen.meeting.rounds.values()].flatMap((round) =>
    subjectsOf(seen.meeting, round).flatMap((subject) => {
      const key = {
        round: round.id,
        attempt: 1,
        matter: about(subject),
        seat: must(seat, 'a seat').id,
      };
      return seen.box.newest(key)?.ballot ?? [];
    }),
  );
}
