// The founding case whole: 77 units, 300 representatives, a panel of 50 by proportion, 12 live scorings, 65 written
// reports, a no-show, a withdrawal, an early leaver, a dead server; and every number of the board by hand.
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import type { CastMessage } from '../../shared/protocol.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import type { ShownSubject } from '../../shared/views/slices/shown.ts';
import type { PanelStageSlice } from '../../shared/views/slices/panel-slices.ts';
import { example, must, PASSPHRASE } from '../with-server.ts';
import { picture } from './browser.ts';
import {
  choiceOf,
  countedWritten,
  importRoster,
  logIn,
  MAXIMA,
  isBeat,
  pressNext,
  throwDice,
  pressTwice,
  scoreByHand,
  scoreWritten,
  toWritten,
} from './by-hand.ts';
import { startOwnProcess, type OwnProcess } from './own-process.ts';
import {
  isNearTie,
  onPaper,
  plainExact,
  plainRank,
  type Plain,
  type PlainBallot,
} from './plain.ts';

const WEIGHTS = { 人大代表: 30, 政协委员: 25, 企业代表: 20, 群众代表: 25 };
const DICE = ['84019375620184736251', '33719204858162047395', '90217365481029384756'] as const;
const PANEL = 50;
const PRESENTERS = 12;
const VISITS = 8;
/** How many written reports each of the three phones with a screen scores by hand. */
const BY_HAND = 3;

/** Scores of a person for a unit: different for all, and the same each time they are asked. */
function scoresOf(person: string, unit: string): readonly number[] {
  const seed = Array.from(`${person}/${unit}`).reduce(
    (n, c) => (n * 31 + c.charCodeAt(0)) % 9973,
    7,
  );
  return MAXIMA.map((max, c) => max - ((seed >> c) % Math.ceil(max / 2)));
}

const id = (text: string) => text as ItemId;

const AGENDA: readonly Item[] = [
  {
    id: id('panel'),
    kind: 'draw',
    purpose: 'panel',
    take: PANEL,
    rule: { kind: 'proportional' },
    sources: ['dice10'],
  },
  { id: id('welcome'), kind: 'card', title: '区政府年度绩效评议会', text: '请扫描您的二维码入席' },
  { id: id('check-in'), kind: 'check-in' },
  {
    id: id('presenters'),
    kind: 'draw',
    purpose: 'presenters',
    take: PRESENTERS,
    sources: ['dice10', 'salt'],
    follow: {
      presentationSeconds: 480,
      score: { sheet: 'live', disclosure: 'live', seconds: 0 },
    },
  },
  { id: id('written'), kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' },
  { id: id('board'), kind: 'board' },
  {
    id: id('visits'),
    kind: 'draw',
    purpose: 'verification',
    take: VISITS,
    sources: ['dice10'],
  },
  { id: id('team'), kind: 'draw', purpose: 'team', take: 5, sources: ['salt'] },
];

/** One member of the panel: a phone without a screen, and what it has cast. */
interface Member {
  readonly ticket: PrintedTicket;
  readonly phone: SocketPhone;
  readonly recusals: ReadonlySet<SubjectId>;
}

describe('the founding case', () => {
  let own: OwnProcess;
  const members: Member[] = [];

  beforeEach(async () => {
    own = await startOwnProcess();
  });
  afterEach(async () => {
    for (const { phone } of members.splice(0)) phone.close();
    await own.close();
  });

  it(
    'runs whole, and every number on the board is the one computed by hand',
    {
      timeout: 420_000,
    },
    async () => {
      // Before the day: two spreadsheets, weights, the agenda, a sheet of paper for everyone in the pool.
      const { desk, origin, opened, show } = own;
      await desk.accept(await own.link(), '主持', PASSPHRASE);
      const code = await desk.create('区政府年度绩效评议会');
      const page = await show(`${origin}/m/${code}/console`, 'laptop');
      await logIn(page);
      await page.getByRole('listitem').getByRole('link', { name: '名册' }).first().click();
      for (const [list, name, store] of [
        ['单位', 'units-77.csv', '保存这77家单位'],
        ['代表', 'reviewers-300.csv', '保存这300位代表'],
      ] as const)
        await importRoster(page, list, name, example(name), store);
      await desk.until(({ setup }) => setup.subjects === 77 && setup.reviewers === 300);
      await picture(page, 'founding-01-console-rosters');
      const { groups } = desk.view.setup;
      await desk.run({
        type: 'SetWeights',
        weights: groups.map((group) => ({
          group: group.id,
          weight: (WEIGHTS as Record<string, number>)[group.name] ?? 0,
        })),
      });
      await desk.run({ type: 'SetAgenda', items: AGENDA });
      const tickets = await desk.tickets('pool');
      expect(tickets).toHaveLength(300);
      const ticketOf = new Map(tickets.map((ticket) => [ticket.reviewer, ticket]));

      const screen = await show(`${origin}/m/${code}/screen`, 'projector');
      const watch = await show(`${origin}/m/${code}/watch`, 'phone');
      await page.getByRole('listitem').getByRole('link', { name: '总览' }).first().click();
      await picture(page, 'founding-01-readiness');
      const turnTo = (tab: '现场' | '签到台') => page.getByRole('tab', { name: tab }).click();
      await turnTo('现场');

      const press = () => pressNext(page, desk);
      const typeDice = (digits: string) => throwDice(page, desk, digits);
      /** Past whatever pages the board has still to show, into the next draw and its lock. */
      const pressUntilDice = async () => {
        while (desk.view.control.dice === null) await press();
      };
      /** A panel comes group by group, other names one by one. */
      const showNames = async () => {
        while (desk.view.control.next.act.startsWith('show-')) await press();
      };

      // The panel, in proportion to 60 : 60 : 70 : 110.
      await press();
      await picture(screen, 'founding-02-panel-ready');
      await press();
      await picture(screen, 'founding-03-panel-lock');
      await typeDice(DICE[0]);
      await showNames();
      await desk.until(({ setup }) => setup.seats === PANEL);
      await picture(screen, 'founding-04-panel-drawn');
      const shares = Object.fromEntries(
        desk.view.setup.groups.map(({ name, seats }) => [name, seats]),
      );
      expect(shares).toMatchObject({ 人大代表: 10, 政协委员: 10 });
      expect([11, 12]).toContain(shares['企业代表']);
      expect((shares['企业代表'] ?? 0) + (shares['群众代表'] ?? 0)).toBe(30);

      await press();
      await picture(screen, 'founding-05-card');
      await press();

      // Check-in: 49 come; the reserve of the missing one's group sends the first who is there.
      const seated = desk.view.people.filter(({ seat }) => seat !== null);
      const missing = must(
        seated.find(({ group }) => group === groups[2]?.id),
        'somebody of the third group',
      );
      const handPages = seated.filter((person) => person !== missing).slice(0, 3);
      const join = (person: (typeof seated)[number]): Member => {
        const ticket = must(ticketOf.get(must(person.reviewer, 'reviewer')), 'ticket');
        const phone = new SocketPhone({
          origin,
          meeting: code,
          ticket: new URL(ticket.url).hash.slice(1),
        });
        return { ticket, phone, recusals: new Set(person.recusals) };
      };
      for (const person of seated)
        if (person !== missing && !handPages.includes(person)) members.push(join(person));
      await Promise.all(members.map(({ phone }) => phone.join()));
      const hands: Page[] = [];
      for (const person of handPages) {
        const ticket = must(ticketOf.get(must(person.reviewer, 'reviewer')), 'ticket');
        const hand = await show(ticket.url, 'phone');
        await hand.getByRole('button', { name: '是我，开始' }).click();
        hands.push(hand);
      }
      await desk.until(({ progress }) => progress.done === PANEL - 1);
      await picture(screen, 'founding-06-check-in');
      await picture(page, 'founding-06-console-check-in');

      const reservePerson = must(
        desk.view.people.find(({ group, seat }) => group === missing.group && seat === null),
        'reserve',
      );
      const waiting = await show(
        must(ticketOf.get(must(reservePerson.reviewer, 'reviewer')), 'ticket').url,
        'phone',
      );
      await waiting.getByText(/递补/).first().waitFor();
      await picture(waiting, 'founding-07-phone-reserve');
      await turnTo('签到台');
      const replacing = page.getByRole('form', { name: '缺席递补' });
      await replacing.getByText(missing.name).waitFor();
      await replacing.getByLabel('理由').fill('未到会');
      await picture(page, 'founding-07-console-replace');
      await pressTwice(replacing, '全部递补1席');
      await desk.until((view) => view.desk.plan.length === 0);
      await turnTo('现场');
      await waiting.getByRole('button', { name: '是我，开始' }).click();
      await desk.until(({ progress }) => progress.done === PANEL && progress.expected === PANEL);
      await picture(screen, 'founding-08-replaced');
      await waiting.context().close();
      const substitute = join({ ...reservePerson });
      members.push(substitute);
      await substitute.phone.join();

      // Twelve presenters; the written round over the other sixty-five opens beside them.
      await press();
      await press();
      await picture(screen, 'founding-09-presenters-lock');
      await typeDice(DICE[1]);
      for (let n = 0; n < PRESENTERS; n++) await press();
      await picture(screen, 'founding-10-presenters');
      await picture(watch, 'founding-10-watch');
      const turns = desk.view.agenda.flatMap(({ item, subject }) =>
        item.kind === 'presentation' && subject ? [{ item, subject }] : [],
      );
      expect(turns).toHaveLength(PRESENTERS);
      const rail = page.getByRole('navigation', { name: '议程' });
      const order = () => desk.view.agenda.map(({ item }) => item.id as string);
      await rail.getByRole('button', { name: '书面评议' }).first().click();
      await rail.getByRole('button', { name: '排到下一个' }).click();
      await expect.poll(() => order()[order().indexOf('presenters') + 1]).toBe('written');
      await rail.getByRole('button', { name: '进入书面评议' }).click();
      await desk.until(({ control }) => control.stage.item?.id === 'written');
      await picture(screen, 'founding-11-written-ready');
      await press();
      await Promise.all(
        members.map(({ phone }) => phone.until(({ written }) => writtenOf(written) !== undefined)),
      );
      expect(writtenOf(members[0]?.phone.view.written)?.subjects).toHaveLength(77 - PRESENTERS);
      await picture(screen, 'founding-12-written');
      await picture(must(hands[0], 'hand'), 'founding-12-phone-written');

      const ballots = new Map<SubjectId, Map<string, PlainBallot>>();
      const count = (ticket: PrintedTicket, unit: SubjectId, scores: readonly number[]) => {
        const box = ballots.get(unit) ?? new Map<string, PlainBallot>();
        ballots.set(unit, box.set(ticket.reviewer, { group: ticket.group, scores }));
      };
      const castAll = async (member: Member, stage: OpenRound, units: readonly ShownSubject[]) => {
        for (const unit of units) {
          if (member.recusals.has(unit.id)) continue;
          const scores = scoresOf(member.ticket.reviewer, unit.id);
          await castUntilTaken(member.phone, {
            round: stage.round,
            attempt: stage.attempt,
            subject: unit.id,
            rev: 1,
            choice: choiceOf(scores),
          });
          count(member.ticket, unit.id, scores);
        }
      };

      // Twelve turns, every other one hidden until its reveal; the first of each kind is closed and revealed by the key.
      const handTickets = handPages.map(({ reviewer }) =>
        must(ticketOf.get(must(reviewer, 'reviewer')), 'ticket'),
      );
      const handRecusals = handPages.map(({ recusals }) => new Set(recusals));
      const ownOf = (h: number, { subjects }: OpenRound) =>
        subjects.filter((unit) => !handRecusals[h]?.has(unit.id));
      const scoreReport = async (h: number, hand: Page, unit: ShownSubject) => {
        const ticket = must(handTickets[h], 'ticket');
        const scores = scoresOf(ticket.reviewer, unit.id);
        const receipt = await scoreWritten(hand, scores, unit.name);
        count(ticket, unit.id, scores);
        return { unit, scores, receipt };
      };
      type Report = Awaited<ReturnType<typeof scoreReport>>;
      const reports: Report[][] = hands.map(() => []);
      for (const [n, turn] of turns.entries()) {
        const unit = turn.subject;
        const hidden = n % 2 === 1;
        const scoreItem = must(
          desk.view.agenda.find(
            ({ item, subject }) => item.kind === 'score' && subject?.id === unit.id,
          ),
          'score item',
        ).item;
        if (hidden && scoreItem.kind === 'score')
          await desk.run({ type: 'ChangeItem', item: { ...scoreItem, disclosure: 'hidden' } });
        await desk.run({ type: 'EnterItem', item: turn.item.id });
        await desk.run({ type: 'StartCountdown', item: turn.item.id });
        if (n === 0) await picture(screen, 'founding-13-presentation');
        if (n === 2) {
          // A representative is drawn to ask.
          const question: Item = {
            id: id('question'),
            kind: 'draw',
            purpose: 'questioner',
            take: 1,
            sources: ['salt'],
          };
          await desk.run({ type: 'AddItems', after: turn.item.id, items: [question] });
          await desk.run({ type: 'EnterItem', item: question.id });
          await desk.next();
          await picture(screen, 'founding-14-questioner');
          await picture(watch, 'founding-14-watch');
        }
        if (n === 3) {
          // While the fourth unit speaks, three people begin with the written reports, on their phones' pages.
          const round = must(writtenOf(members[0]?.phone.view.written), 'written round');
          for (const [h, hand] of hands.entries()) {
            await toWritten(hand);
            const from = 10 + BY_HAND * h;
            for (const unit of ownOf(h, round).slice(from, from + BY_HAND))
              reports[h]?.push(await scoreReport(h, hand, unit));
          }
          await picture(must(hands[2], 'hand'), 'founding-15-phone-written');
        }
        await desk.run({ type: 'EnterItem', item: scoreItem.id });
        await desk.next();
        await Promise.all(
          members.map(({ phone }) =>
            phone.until(({ stage }) => liveOf(stage, unit.id) !== undefined),
          ),
        );
        if (n < 2)
          for (const [h, hand] of hands.entries()) {
            const ticket = must(handTickets[h], 'ticket');
            if (handRecusals[h]?.has(unit.id)) continue;
            await scoreByHand(hand, scoresOf(ticket.reviewer, unit.id), unit.name);
            count(ticket, unit.id, scoresOf(ticket.reviewer, unit.id));
          }
        const half = members.slice(0, 25);
        const rest = members.slice(25);
        const vote = (some: readonly Member[]) =>
          Promise.all(
            some.map((member) =>
              castAll(member, must(liveOf(member.phone.view.stage, unit.id), 'live round'), [unit]),
            ),
          );
        await vote(half);
        if (n === 4) {
          // The machine dies in the middle of a scoring, with ballots in; another start, and it goes on.
          await own.crash();
          await Promise.all(
            [...members.map(({ phone }) => phone), desk].map((one) =>
              expect.poll(() => one.connected).toBe(true),
            ),
          );
          await desk.until(({ turnout }) => turnout.connected.length >= members.length);
        }
        await vote(rest);
        if (n === 0) {
          await picture(screen, 'founding-15-live');
          await picture(page, 'founding-15-console');
          await picture(watch, 'founding-15-watch');
          await picture(must(hands[0], 'hand'), 'founding-15-phone');
        }
        if (n === 1) await picture(screen, 'founding-16-hidden');
        const step = n < 2 ? press : () => desk.next();
        await step();
        while (isBeat(desk)) await step();
        if (n < 2) await picture(screen, `founding-17-revealed-${hidden ? 'hidden' : 'live'}`);

        if (n === 6) {
          // A unit with a written report withdraws; what it was given so far counts no longer.
          const withdrawn = must(writtenOf(members[0]?.phone.view.written)?.subjects[7], 'unit');
          await Promise.all(
            members
              .slice(0, 5)
              .map((member) =>
                castAll(member, must(writtenOf(member.phone.view.written), 'written'), [withdrawn]),
              ),
          );
          await rail.getByRole('button', { name: '单位退出、合并、恢复…' }).click();
          const dialog = page.getByRole('dialog');
          await dialog.getByLabel('单位', { exact: true }).selectOption(withdrawn.id);
          await dialog.getByLabel('理由').fill('机构撤并');
          await picture(page, 'founding-17-console-withdraw');
          await dialog.getByRole('button', { name: '退出' }).click();
          await desk.until(({ subjects }) =>
            subjects.some((unit) => unit.id === withdrawn.id && unit.out !== null),
          );
          ballots.delete(withdrawn.id);
        }
        if (n === 8) {
          // Somebody leaves early, having judged ten of the written reports.
          const leaver = must(members.pop(), 'member');
          const round = must(writtenOf(leaver.phone.view.written), 'written');
          await castAll(leaver, round, round.subjects.slice(0, 10));
          const seat = must(leaver.phone.view.me, 'me').seat;
          const people = page.getByRole('complementary', { name: '人员' });
          await people.getByLabel('签到台：找人').fill(seat);
          await people.getByLabel('签到台：找人').press('Enter');
          await people.getByRole('heading', { name: leaver.ticket.name }).waitFor();
          await people.getByRole('button', { name: '提前离场…' }).click();
          const leaving = people.getByRole('form', { name: '提前离场' });
          await leaving.getByLabel('理由').fill('身体不适');
          await picture(page, 'founding-17-console-leaver');
          await pressTwice(leaving, '提前离场');
          await desk.until(({ people }) =>
            people.some((one) => one.seat === seat && one.standing === 'left'),
          );
          leaver.phone.close();
        }
      }

      // The written reports: one of the three goes on by hand on another device, where all that was counted is there.
      const begun = must(writtenOf(members[0]?.phone.view.written), 'written round');
      expect(begun.subjects).toHaveLength(77 - PRESENTERS - 1);
      await hands[0]?.context().close();
      const otherDevice = await show(must(handTickets[0], 'ticket').url, 'phone');
      await otherDevice.getByRole('button', { name: '是我，开始' }).click();
      await toWritten(otherDevice);
      const firstOwn = ownOf(0, begun);
      const said = (done: number) => `已评 ${String(done)} / ${String(firstOwn.length)}`;
      await otherDevice.getByText(said(BY_HAND)).waitFor();
      for (const { unit, scores, receipt } of reports[0] ?? [])
        expect(await countedWritten(otherDevice, scores, unit.name)).toBe(receipt);
      await picture(otherDevice, 'founding-18-phone-other-device');
      reports[0]?.push(await scoreReport(0, otherDevice, must(firstOwn[20], 'unit')));
      await otherDevice.getByText(said(BY_HAND + 1)).waitFor();
      await picture(must(hands[1], 'hand'), 'founding-18-phone-written');

      // All three put their pages away; over the wire they have what was counted by hand, and send what is left.
      hands[0] = otherDevice;
      for (const [h, hand] of hands.entries()) {
        const ticket = must(handTickets[h], 'ticket');
        await hand.context().close();
        const phone = new SocketPhone({
          origin,
          meeting: code,
          ticket: new URL(ticket.url).hash.slice(1),
        });
        await phone.join();
        const held = phone.view.me?.ballots.filter(({ round }) => round === begun.round) ?? [];
        expect(new Map(held.map(({ subject, choice }) => [subject.name, choice]))).toEqual(
          new Map(reports[h]?.map(({ unit, scores }) => [unit.name, choiceOf(scores)])),
        );
        members.push({ ticket, phone, recusals: handRecusals[h] ?? new Set() });
      }
      await Promise.all(
        members.map((member) => {
          const left = begun.subjects.filter(
            ({ id: unit }) => !ballots.get(unit)?.has(member.ticket.reviewer),
          );
          return castAll(member, must(writtenOf(member.phone.view.written), 'written'), left);
        }),
      );
      await picture(page, 'founding-19-console-written');
      await desk.run({ type: 'EnterItem', item: id('written') });
      await picture(screen, 'founding-19-written-progress');
      await press();
      await picture(screen, 'founding-20-written-closed');
      await press();
      await picture(screen, 'founding-21-written-revealed');

      // The board: every place and every number, by hand.
      await press();
      expect(desk.view.control.stage.body.kind).toBe('board');
      for (;;) {
        const { next } = desk.view.control;
        if (next.act !== 'show-row') break;
        if (next.ten) await desk.run(next.ten.command);
        else await press();
      }
      const { rows, of } = desk.view.board;
      expect(of).toBe(76);
      expect(rows).toHaveLength(76);
      const exact = new Map<SubjectId, Plain>();
      for (const [unit, box] of ballots)
        exact.set(unit, must(plainExact([...box.values()], MAXIMA, WEIGHTS), 'score'));
      const all = [...exact.values()];
      for (const row of rows) {
        const one = must(exact.get(row.subject.id), row.subject.name);
        const score = must(row.score, row.subject.name);
        // [R8] two decimals; more only for those that would read alike and are not.
        const decimals = score.split('.')[1]?.length ?? 0;
        if (isNearTie(all, one)) expect(decimals, row.subject.name).toBeGreaterThan(2);
        else expect(decimals, row.subject.name).toBe(2);
        expect(score, row.subject.name).toBe(onPaper(one, decimals));
        expect(row.rank, row.subject.name).toBe(plainRank(all, one));
        const inCategory = rows
          .filter(({ subject }) => subject.category.id === row.subject.category.id)
          .map(({ subject }) => must(exact.get(subject.id), subject.name));
        expect(row.categoryRank, row.subject.name).toBe(plainRank(inCategory, one));
      }
      const [first] = rows;
      await screen.getByText(must(first?.score, 'best score'), { exact: true }).first().waitFor();
      await picture(screen, 'founding-22-board');
      await picture(watch, 'founding-22-watch');
      await picture(page, 'founding-22-console');
      const [, category] = desk.view.setup.categories;
      const boards = page.getByRole('region', { name: '大屏上的排行' });
      const { touched } = desk.view.control.next.expects;
      await boards.getByRole('button', { name: must(category, 'category').name }).click();
      await desk.until(({ control }) => control.next.expects.touched !== touched);
      await screen
        .getByRole('heading', { name: new RegExp(must(category, 'category').name) })
        .first()
        .waitFor();
      await picture(screen, 'founding-23-board-category');

      // Units to visit, and who visits them.
      await pressUntilDice();
      await typeDice(DICE[2]);
      for (let n = 0; n < VISITS; n++) await press();
      await picture(screen, 'founding-24-verification');
      await press();
      await press();
      await press();
      for (let n = 0; n < 5; n++) await press();
      await picture(screen, 'founding-25-team');

      await page.goto(`${origin}/m/${code}/console/minutes`);
      await page.getByText('机构撤并').first().waitFor();
      await picture(page, 'founding-26-minutes', { fullPage: true });

      // While the server was dead the pages said so in their console; nothing else may be there.
      for (const { page: one, complaints } of opened)
        expect(
          complaints.filter((line) => !/ERR_CONNECTION_REFUSED|WebSocket connection/.test(line)),
          one.url(),
        ).toEqual([]);
    },
  );
});

type OpenRound = PanelStageSlice['open'][number];

function writtenOf(written: readonly OpenRound[] | undefined): OpenRound | undefined {
  return written?.[0];
}

function liveOf(stage: PanelStageSlice | undefined, unit: SubjectId): OpenRound | undefined {
  return stage?.open.find(({ subjects }) => subjects.length === 1 && subjects[0]?.id === unit);
}

/** Sends until the server takes it: a phone that is too quick waits, as a person's would. */
async function castUntilTaken(phone: SocketPhone, message: CastMessage): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await phone.send(message, 5000);
    if (answer?.ok) return;
    if (answer && answer.refusal.code !== 'too-many') throw new Error(answer.refusal.code);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`no answer for ${message.subject}`);
}
