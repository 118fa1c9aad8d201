// A whole small meeting in real Chromium: two spreadsheets in, fifty seats, three units drawn, two scored, the board
// recomputed by hand.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { Answer } from '../../shared/protocol.ts';
import { example, must, PASSPHRASE, reviewer, showBoard } from '../with-server.ts';
import { picture } from '../browser/browser.ts';
import {
  choiceOf,
  fillSheet,
  importRoster,
  isBeat,
  MAXIMA,
  pressNext,
  throwDice,
  pressTwice,
  scoreByHand,
} from '../browser/by-hand.ts';
import { startOwnProcess, type OwnProcess } from '../browser/own-process.ts';
import { plainMean, plainScore, type PlainBallot } from '../browser/plain.ts';

const WEIGHTS = { 人大代表: 30, 政协委员: 25, 企业代表: 20, 群众代表: 25 };
const SEATS = { 人大代表: 12, 政协委员: 12, 企业代表: 12, 群众代表: 14 };
const DICE = '84019375620184736251';

/** Different for every person and unit, and never the same in all four criteria. */
function scoresOf(person: number, unit: number): readonly number[] {
  return MAXIMA.map((max, c) => max - ((person * 7 + unit * 5 + c * 3) % Math.ceil(max / 2)));
}

describe('a meeting from two spreadsheets to the board', () => {
  let own: OwnProcess;
  const phones: SocketPhone[] = [];

  beforeEach(async () => {
    own = await startOwnProcess();
  });
  afterEach(async () => {
    for (const phone of phones.splice(0)) phone.close();
    await own.close();
  });

  it(
    'runs, and every number on the board is the one computed by hand',
    { timeout: 200_000 },
    async () => {
      // The clerk's part: staff, meeting, rosters, seats, weights, agenda, tickets, all through the console.
      const { desk, origin, opened, show } = own;
      const link = (await own.link()).replace('localhost', '127.0.0.1');
      const console_ = await show(link, 'laptop');
      await console_.getByLabel('姓名').fill('主持');
      await console_.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
      await console_.getByRole('button', { name: '登记', exact: true }).click();
      expect(console_.url()).not.toContain('invite');
      await console_.getByLabel('会议名称').fill('区政府年度绩效评议会');
      await console_.getByRole('button', { name: '新建会议' }).click();
      await console_.waitForURL(/\/m\/\w+\/console/);
      const code = must(/\/m\/(\w+)\//.exec(console_.url())?.[1], 'meeting code');
      await desk.logIn('主持', PASSPHRASE);
      await desk.connect(code);

      const step = (name: string) =>
        console_.getByRole('listitem').getByRole('link', { name }).first().click();
      await step('名册');
      await importRoster(
        console_,
        '单位',
        'units-77.csv',
        example('units-77.csv'),
        '保存这77家单位',
      );
      await importRoster(console_, '代表', 'people.csv', withoutRecusals(), '保存这300位代表');
      await desk.until(({ setup }) => setup.subjects === 77 && setup.reviewers === 300);
      await picture(console_, 'console-roster');

      await step('席位');
      for (const [group, count] of Object.entries(SEATS))
        await console_.getByLabel(group).fill(String(count));
      await console_.getByRole('button', { name: '安排这50席' }).click();
      await desk.until(({ setup }) => setup.seats === 50);

      await step('计分办法');
      for (const [group, weight] of Object.entries(WEIGHTS))
        await console_.getByLabel(group).fill(String(weight));
      await console_.getByRole('button', { name: '保存权重' }).click();
      await desk.until(({ setup }) =>
        setup.groups.every(({ name, weight }) => weightOf(name) === weight),
      );

      await step('议程');
      // This meeting's panel is known and nobody hands in a report: what it does not need leaves the agenda.
      for (const item of ['第6项抽实地核查单位', '第4项书面评议', '第1项抽评议团'])
        await console_.getByRole('button', { name: `移除：${item}` }).click();
      await console_
        .getByRole('button', { name: /^设置.*抽述职单位/ })
        .or(console_.getByTitle(/^设置.*抽述职单位/))
        .first()
        .click();
      await console_.getByLabel('抽几家').fill('3');
      await console_.getByRole('button', { name: '保存议程' }).click();
      await desk.until(({ agenda }) =>
        agenda.some(({ item }) => item.kind === 'draw' && item.take === 3),
      );

      await step('一人一码');
      await console_.getByText('已有席位的代表').click();
      const answered = console_.waitForResponse(/\/tickets$/);
      await console_.getByRole('button', { name: '发码给50人' }).click();
      await console_.getByRole('button', { name: '再按一次' }).click();
      const { tickets } = (await (await answered).json()) as { tickets: readonly PrintedTicket[] };
      expect(tickets).toHaveLength(50);
      await console_.getByRole('button', { name: /^打印/ }).waitFor();
      await picture(console_, 'console-tickets');
      // Nothing was printed: one press would throw fifty codes away.
      await pressTwice(console_, '关闭');

      // Doors open.
      await console_
        .getByRole('tab', { name: '现场' })
        .or(console_.getByRole('link', { name: '现场' }))
        .or(console_.getByRole('button', { name: '现场' }))
        .first()
        .click();
      const press = () => pressNext(console_, desk);
      const screen = await show(`${origin}/m/${code}/screen`, 'projector');
      const watch = await show(`${origin}/m/${code}/watch`, 'phone');
      await press();

      const people = new Map(desk.view.people.map((person) => [person.reviewer, person]));
      const groupNames = new Map(desk.view.setup.groups.map(({ id, name }) => [id, name]));
      const groupOf = (ticket: PrintedTicket) =>
        must(groupNames.get(must(people.get(reviewer(ticket.reviewer)), 'person').group), 'group');

      // Three people with browsers, one of whom types the short code; forty-seven more, one of them polling.
      const [first, second, third, ...others] = tickets;
      const pages = [
        await seatByCode(await show(must(first, 'ticket').url, 'phone'), null),
        await seatByCode(await show(must(second, 'ticket').url, 'phone'), null),
        await seatByCode(
          await show(`${origin}/m/${code}/j`, 'phone'),
          must(third, 'ticket').code.toLowerCase(),
        ),
      ];
      others.forEach((ticket, n) => {
        phones.push(
          new SocketPhone({
            origin,
            meeting: code,
            ticket: new URL(ticket.url).hash.slice(1),
            transport: n === 0 ? 'polling' : 'websocket',
          }),
        );
      });
      await Promise.all(phones.map((phone) => phone.join()));
      await desk.until(({ progress }) => progress.done === 50);
      await screen.getByText('50', { exact: true }).first().waitFor();
      await picture(screen, 'screen-check-in');
      await picture(console_, 'console-check-in');

      // The draw: lock, dice typed twice, three names.
      await press();
      await press();
      await screen
        .getByText(/^[0-9a-f]{4}$/)
        .first()
        .waitFor();
      await picture(screen, 'screen-lock');
      await picture(pages[0] as Page, 'phone-lock');
      await throwDice(console_, desk, DICE);
      await screen.getByText('两遍一致', { exact: true }).waitFor();
      await picture(screen, 'screen-dice-agreed');
      for (let n = 0; n < 3; n++) await press();
      const drawn = desk.view.agenda.flatMap(({ item, subject }) =>
        item.kind === 'presentation' && subject ? [subject] : [],
      );
      expect(drawn).toHaveLength(3);
      for (const { name } of drawn) await screen.getByText(name).first().waitFor();
      await picture(screen, 'screen-drawn');

      // The first unit: presentation, then scoring with a live tally.
      const unit = must(drawn[0], 'first unit');
      await press();
      await press();
      await picture(screen, 'screen-presentation');
      await picture(pages[0] as Page, 'phone-presentation');
      await press();
      const recusedTicket = must(others[5], 'ticket');
      await desk.run({
        type: 'DeclareRecusal',
        reviewer: reviewer(recusedTicket.reviewer),
        subject: unit.id,
      });
      await press();
      const ballots = new Map<string, PlainBallot>();
      const count = (ticket: PrintedTicket, scores: readonly number[]) =>
        ballots.set(ticket.reviewer, { group: groupOf(ticket), scores });

      await Promise.all(pages.map((page, n) => scoreByHand(page, scoresOf(n, 1), unit.name)));
      await picture(pages[1] as Page, 'phone-counted');
      tickets.slice(0, 3).forEach((ticket, n) => count(ticket, scoresOf(n, 1)));
      await Promise.all(
        phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)),
      );

      // One ticket moves to a second device, which then votes; the first is cut off.
      const moved = must(others[7], 'ticket');
      const secondDevice = new SocketPhone({
        origin,
        meeting: code,
        ticket: moved.code,
        by: 'typed',
      });
      await secondDevice.join();
      await expect.poll(() => phones[7]?.ended).toEqual({ code: 'replaced' });
      phones[7]?.close();
      phones[7] = secondDevice;

      const LATE = 9;
      const answers: (Answer | null)[] = await Promise.all(
        phones.map(async (phone, n) => {
          const ticket = must(others[n], 'ticket');
          const scores = scoresOf(n + 3, 1);
          if (n === LATE) return null;
          if (n !== 5) count(ticket, scores);
          // Number 11 sends everything twice.
          const [answer] = await Promise.all([
            phone.vote(choiceOf(scores)),
            ...(n === 11 ? [phone.vote(choiceOf(scores))] : []),
          ]);
          return answer;
        }),
      );
      answers.forEach((answer, n) => {
        if (n === 5) expect(answer).toEqual({ ok: false, refusal: { code: 'recused' } });
        else if (n !== LATE) expect(answer).toMatchObject({ ok: true });
      });

      // The second browser phone changes its mind; a double tap must not matter.
      const changed = scoresOf(40, 1);
      await (pages[1] as Page).getByRole('button', { name: /修改评分/ }).click();
      await fillSheet(pages[1] as Page, changed);
      await (pages[1] as Page).getByRole('button', { name: /提交/ }).dblclick();
      await (pages[1] as Page).getByRole('heading', { name: '已计入' }).waitFor();
      count(must(second, 'ticket'), changed);

      await desk.until(({ progress }) => progress.done === 48);
      await screen.getByText('48', { exact: true }).first().waitFor();
      const live = must(desk.view.tally, 'live tally');
      // One number so far; means of groups come with the reveal.
      expect(live.final).toBe(false);
      expect(live.groups.map(({ mean }) => mean)).toEqual(live.groups.map(() => null));
      await screen.getByText(must(live.score, 'live score'), { exact: true }).first().waitFor();
      await picture(screen, 'screen-live');
      await watch.getByText(must(live.score, 'live score'), { exact: true }).first().waitFor();
      await picture(watch, 'watch-live');
      await picture(console_, 'console-live');

      const open_ = must(phones[LATE]?.view.stage?.open[0], 'open round');
      await press();
      const late = await phones[LATE]?.send({
        round: open_.round,
        attempt: open_.attempt,
        subject: unit.id,
        rev: 1,
        choice: choiceOf(scoresOf(60, 1)),
      });
      expect(late).toEqual({ ok: false, refusal: { code: 'round-closed' } });
      expect(desk.view.tally?.score).toBe(live.score);
      while (isBeat(desk)) await press();

      const cast = [...ballots.values()];
      const expected = plainScore(cast, MAXIMA, WEIGHTS);
      await screen.getByText(expected, { exact: true }).first().waitFor();
      for (const group of Object.keys(WEIGHTS))
        await screen
          .getByText(plainMean(cast, MAXIMA, group), { exact: true })
          .first()
          .waitFor();
      await picture(screen, 'screen-revealed');

      // The second unit: hidden until the reveal. Nobody's page knows a number before it.
      const other = must(drawn[1], 'second unit');
      await press();
      await console_.getByText('揭晓前不公布', { exact: true }).first().click();
      await desk.until(({ agenda }) =>
        agenda.some(
          ({ item, subject }) =>
            item.kind === 'score' && item.disclosure === 'hidden' && subject?.id === other.id,
        ),
      );
      await press();
      await press();
      await press();
      ballots.clear();
      await Promise.all(pages.map((page, n) => scoreByHand(page, scoresOf(n, 2), other.name)));
      tickets.slice(0, 3).forEach((ticket, n) => count(ticket, scoresOf(n, 2)));
      await Promise.all(
        phones.map(async (phone, n) => {
          await phone.until(({ stage }) => stage?.open[0]?.subjects[0]?.id === other.id);
          expect(await phone.vote(choiceOf(scoresOf(n + 3, 2)))).toMatchObject({ ok: true });
          count(must(others[n], 'ticket'), scoresOf(n + 3, 2));
        }),
      );
      await desk.until(({ progress }) => progress.done === 50);
      const hidden = plainScore([...ballots.values()], MAXIMA, WEIGHTS);
      await picture(screen, 'screen-hidden');
      await press();
      expect(desk.view.tally?.score).toBeNull();
      expect(desk.view.tally?.groups.filter(({ mean }) => mean !== null)).toEqual([]);
      for (const page of [screen, watch, console_])
        expect(await page.getByText(hidden, { exact: true }).count()).toBe(0);
      await picture(screen, 'screen-closed');
      while (isBeat(desk)) await press();
      await screen.getByText(hidden, { exact: true }).first().waitFor();

      // The board.
      const end = desk.view.agenda.find(({ item }) => item.kind === 'board');
      await showBoard(desk, must(end, 'board').item.id);
      const rows = screen.getByRole('listitem').filter({ hasText: /\d+\.\d\d/ });
      await expect.poll(() => rows.count()).toBe(2);
      const board = await rows.allInnerTexts();
      const standing = [
        { name: unit.name, score: expected },
        { name: other.name, score: hidden },
      ].sort((a, b) => Number(b.score) - Number(a.score));
      standing.forEach(({ name, score }, n) => {
        const text = must(board[n], 'row').split(/\s+/);
        expect(text).toContain(String(n + 1));
        expect(text).toContain(name);
        expect(text).toContain(score);
      });
      await picture(screen, 'screen-board');
      for (const { score } of standing)
        await watch.getByText(score, { exact: true }).first().waitFor();
      await picture(watch, 'watch-board');
      await picture(console_, 'console-board');

      for (const { page, complaints } of opened) expect(complaints, page.url()).toEqual([]);
    },
  );
});

function weightOf(name: string): number | undefined {
  return (WEIGHTS as Readonly<Record<string, number>>)[name];
}

/** Chance decides here who speaks: only the recusal that the test declares may meet one of them. */
function withoutRecusals(): Buffer {
  const rows = new TextDecoder().decode(example('reviewers-300.csv')).trimEnd().split(/\r?\n/);
  return Buffer.from(rows.map((row, n) => (n === 0 ? row : row.replace(/[^,]*$/, ''))).join('\n'));
}

/** Takes a seat with the page's ticket, or by typing the short code; the secret must leave the address bar. */
async function seatByCode(page: Page, typed: string | null): Promise<Page> {
  if (typed !== null) {
    await page.getByLabel('短码').fill(typed);
    await page.getByRole('button', { name: '入席' }).click();
  }
  await page.getByRole('button', { name: '是我，开始' }).click();
  expect(page.url()).not.toContain('#');
  return page;
}
