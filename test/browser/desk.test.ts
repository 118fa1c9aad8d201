// The check-in desk by hand, in real Chromium: wrong sheets, new ones, who leaves, who comes instead, recusals, paper.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { consoleText } from '../../shared/text/console.ts';
import { deskText } from '../../shared/text/desk.ts';
import { joinText } from '../../shared/text/join.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import type { PersonRow } from '../../shared/views/slices/desk-slices.ts';
import {
  moderator,
  must,
  PASSPHRASE,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole, pressTwice } from './by-hand.ts';

const text = consoleText.zh;
const words = deskText.zh;
const PANEL = 6;

let browser: Browser;
let server: TestServer;
/** Whose account it is. */
let first: StaffClient;
/** The same moderator, in a meeting of this test's own. */
let staff: StaffClient;
const opened: Opened[] = [];
const clients: { close(): void }[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  first = await moderator(server);
});
afterAll(async () => {
  first.close();
  await browser.close();
  await server.stop();
});
beforeEach(async () => {
  staff = new StaffClient(server.origin);
  staff.cookie = first.cookie;
  await staff.create('区政府年度绩效评议会');
  clients.push(staff);
  const people = Array.from(
    { length: 20 },
    (_, n) => `P${String(n + 1).padStart(2, '0')},${name(n)},${n < 12 ? '人大代表' : '政协委员'}\n`,
  );
  await staff.importRoster('subjects', 'u.csv', csv('编号,单位名称,类别\n', UNITS));
  await staff.importRoster('reviewers', 'r.csv', csv('编号,姓名,组别\n', people));
});
afterEach(async () => {
  for (const one of clients.splice(0)) one.close();
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    // A refusal is an answer with a status of its own, of which Chromium speaks.
    expect(complaints.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  }
});

describe('a sheet at the desk', () => {
  it('in the wrong hands is swapped with the other: both are told, and each opens its holder’s seat', async () => {
    const [mine, other] = await seatByHand(2);
    const phones = [await phoneWith(mine.url), await phoneWith(other.url)];
    const desk = await at('desk');
    // By name, by id and by seat; the first is taken with Enter.
    const find = desk.getByLabel(words.find);
    await find.fill('没有此人');
    await desk.getByText(words.nobody).waitFor();
    await find.fill(other.reviewer);
    await desk.getByRole('listitem').getByRole('button', { name: other.name }).waitFor();
    await find.fill(person(mine.reviewer).seat ?? '');
    await desk.getByRole('listitem').getByRole('button', { name: mine.name }).waitFor();
    await chooseAt(desk, mine.name);

    await desk.getByRole('button', { name: `${words.acts.swap}…` }).click();
    const form = desk.getByRole('region', { name: words.acts.swap });
    await form.getByText(words.swapLead).waitFor();
    await form.getByLabel(words.swapWith).fill(other.name);
    await form.getByRole('listitem').getByRole('button', { name: other.name }).click();
    await picture(desk, 'desk-swap');
    await pressTwice(form, words.swapDo(mine.name, other.name));
    await desk.getByText(words.swapped(other.name)).waitFor();
    await expect
      .poll(() => phones.map(({ ended }) => ended?.code))
      .toEqual(['replaced', 'replaced']);
    expect(person(mine.reviewer).holdsSheetOf).toBe(other.reviewer);
    await logged('TicketsSwapped');

    const phone = await show(mine.url, 'phone');
    await phone.getByRole('heading', { name: other.name }).waitFor();
  });

  it('that is lost is printed anew, then revoked: the old one and the last one open nothing', async () => {
    const language = 'en';
    const said = deskText[language];
    const [mine] = await seatByHand(1);
    const old = await phoneWith(mine.url);
    const desk = await at('desk', 'laptop', language);
    await chooseAt(desk, mine.name, language);
    await desk.getByText(consoleText[language].desk.ticket.issued).waitFor();
    await pressTwice(desk, said.acts.reissue, language);
    const sheets = desk.getByRole('dialog', { name: consoleText[language].tickets.sheets });
    await sheets.getByText(consoleText[language].tickets.made(1)).waitFor();
    await expect.poll(() => desk.evaluate('window.printed')).toBe(1);
    const code = must((await sheets.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '');
    expect(code).not.toBe(mine.code);
    await picture(desk, 'desk-reissued-en');
    await pressTwice(sheets, consoleText[language].tickets.close, language);
    await sheets.waitFor({ state: 'detached' });
    await expect.poll(() => old.ended?.code).toBe('replaced');

    const phone = await show(mine.url, 'phone', language);
    await phone.getByText(refusalSentence(language, { code: 'ticket-revoked' })).waitFor();
    await phone.goto(`${server.origin}/m/${staff.meeting}/j`);
    await typeCode(phone, code, language);
    await phone.getByRole('heading', { name: mine.name }).waitFor();

    await pressTwice(desk, said.acts.revoke, language);
    await desk.getByText(consoleText[language].desk.ticket.revoked).waitFor();
    expect(person(mine.reviewer).ticket).toBe('revoked');
    await expect.poll(() => desk.getByRole('button', { name: said.acts.revoke }).count()).toBe(0);
    await logged('TicketRevoked');
    const late = await show(`${server.origin}/m/${staff.meeting}/j`, 'phone', language);
    await typeCode(late, code, language);
    await late.getByText(refusalSentence(language, { code: 'ticket-revoked' })).waitFor();
  });
});

describe('a drawn panel at the desk', () => {
  beforeEach(drawPanel);

  it('checks in, leaves early and is back: the roll counts, and the reason stays', async () => {
    const one = must(seats()[0]);
    const desk = await at('desk', 'phone');
    const roll = desk.getByRole('complementary', { name: words.roll });
    await roll.getByRole('button', { name: one.name }).click();
    await desk.getByText(words.standings.absent, { exact: true }).waitFor();
    await desk.getByRole('button', { name: words.acts.checkIn, exact: true }).click();
    await desk.getByText(words.byDesk).waitFor();
    await roll.getByText(`${words.expected} 6`).or(roll.getByText('6')).first().waitFor();
    await expect.poll(() => counted(roll)).toEqual(['6', '1']);
    await picture(desk, 'desk-person-phone');

    await desk.getByRole('button', { name: `${words.acts.leave}…` }).click();
    const form = desk.getByRole('form', { name: words.acts.leave });
    await form.getByText(words.leaveMeans).waitFor();
    await form.getByRole('button', { name: text.reason.missing }).waitFor();
    await form.getByLabel(text.reason.label).fill('身体不适');
    await picture(desk, 'desk-leave-phone');
    await pressTwice(form, words.acts.leave);
    await desk.locator('b').getByText(words.standings.left, { exact: true }).waitFor();
    await expect.poll(() => counted(roll)).toEqual(['6', '0']);
    await logged('SeatLeft');
    await desk.getByRole('button', { name: words.acts.comeBack, exact: true }).click();
    await desk.locator('b').getByText(words.standings.present, { exact: true }).waitFor();
    await expect.poll(() => counted(roll)).toEqual(['6', '1']);
  });

  it('[R9] a no-show’s seat goes to the first of the reserve who is here; then all absent at once', async () => {
    const gone = must(seats()[0]);
    const reserve = staff.view.people
      .filter((one) => one.reserve === gone.reserve && one.place !== null)
      .sort((a, b) => Number(a.place) - Number(b.place));
    const [away, next, second] = [must(reserve[0]), must(reserve[1]), must(reserve[2])];
    const desk = await at('desk');
    await chooseAt(desk, gone.name);
    // Nobody is here yet.
    await desk.getByRole('button', { name: `${words.acts.replace}…` }).click();
    const form = desk.getByRole('form', { name: words.acts.replace, exact: true });
    await form.getByText(words.nobodyHere).waitFor();
    await form.getByRole('button', { name: text.cancel }).click();
    await desk.getByRole('button', { name: words.close, exact: true }).click();
    for (const one of [next, second]) {
      await chooseAt(desk, one.name);
      await desk.getByRole('button', { name: words.acts.here, exact: true }).click();
      await desk.getByText(words.arrived).waitFor();
      await desk.getByRole('button', { name: words.close, exact: true }).click();
    }
    await chooseAt(desk, gone.name);
    await desk.getByRole('button', { name: `${words.acts.replace}…` }).click();
    await form.getByText(words.willCome(next.name)).waitFor();
    await form.getByText(words.passedOver(away.name)).waitFor();
    await form.getByLabel(text.reason.label).fill('电话不通');
    await picture(desk, 'desk-replace');
    await pressTwice(form, words.replaceDo);
    await desk.locator('b').getByText(words.standings.replaced, { exact: true }).waitFor();
    await staff.until(() => person(next.reviewer).seat !== null);
    expect(person(gone.reviewer)).toMatchObject({ seat: null, standing: 'replaced' });
    await logged('SeatReplaced');

    // Who came instead is in the house, and present with one press; all others are absent.
    await desk.getByRole('button', { name: words.close, exact: true }).click();
    const all = desk.getByRole('form', { name: words.absentPlan.title });
    const absent = seats().filter(({ standing }) => standing === 'absent').length;
    const plan = staff.view.desk.plan;
    expect(plan).toHaveLength(absent);
    expect(plan.filter((row) => row.in !== null)).toMatchObject([{ in: second.reviewer }]);
    await all.getByText(words.absentPlan.lead(absent, 1)).waitFor();
    await all.getByText(words.absentPlan.skipped(away.name)).waitFor();
    const row = all.getByRole('listitem').filter({ hasText: second.name });
    await row.waitFor();
    await expect.poll(() => all.getByText(words.absentPlan.stays).count()).toBe(absent - 1);
    await all.getByLabel(text.reason.label).fill('开会时间已到');
    await picture(desk, 'desk-absent');
    await pressTwice(all, words.absentPlan.do(1));
    await staff.until(() => person(second.reviewer).seat !== null);
    await row.waitFor({ state: 'detached' });
    await all.getByText(words.absentPlan.lead(absent - 1, 0)).waitFor();
    // The reserve that nobody has entered stays where it was.
    expect(person(away.reviewer)).toMatchObject({ standing: 'pool', seat: null });
  });

  it('[R10] a recusal is declared, read back, and closes the unit to its phone', async () => {
    const one = must(seats()[0]);
    const unit = must(staff.view.subjects[1]);
    const [ticket] = await staff.tickets([must(one.reviewer)]);
    const phone = await phoneWith(must(ticket).url);
    const desk = await at('desk');
    await chooseAt(desk, one.name);
    await desk.getByText(text.desk.noRecusals).waitFor();
    await desk.getByLabel(text.desk.recuseFrom).selectOption({ label: unit.name });
    await pressTwice(desk, text.desk.recuse);
    await desk.getByText(text.desk.recusals(unit.name)).waitFor();
    await desk.getByRole('button', { name: text.desk.recused, exact: true }).waitFor();
    await picture(desk, 'desk-recused');
    await phone.until(({ me }) => me?.recusals.includes(unit.id) === true);
    await logged('RecusalDeclared');
  });

  it('[R9] a paper ballot counts once a second member of staff types the same', async () => {
    const said = deskText.zh;
    const theirs = deskText.en;
    const [one, other] = [must(seats()[0]), must(seats()[1])];
    for (const { seat } of [one, other]) await staff.run({ type: 'CheckIn', seat: must(seat) });
    const unit = must(staff.view.subjects[0]);
    await stageScoring(staff, unit.id, 'live');
    const colleague = await secondClerk('李签到');

    const desk = await at('desk', 'laptop');
    await chooseAt(desk, one.name);
    await desk.getByRole('button', { name: `${said.acts.paper}…` }).click();
    const form = desk.getByRole('region', { name: said.acts.paper, exact: true });
    await form.getByText(unit.name).waitFor();
    await form.getByRole('button', { name: said.paper.incomplete(4) }).waitFor();
    await typeSheet(form, [41, 18, 22, 12]);
    await form.getByRole('button', { name: said.paper.incomplete(1) }).waitFor();
    await typeSheet(form, [36, 18, 22, 12]);
    await picture(desk, 'desk-paper');
    await form.getByRole('button', { name: said.paper.enter, exact: true }).click();
    await form.getByText(said.paper.entered).waitFor();
    const waiting = desk.getByRole('region', { name: said.paper.title });
    await waiting.getByText(said.paper.by('主持')).waitFor();
    // Whoever typed it first cannot be the second as well; nothing counts yet.
    await waiting.getByRole('button', { name: said.paper.own }).waitFor();
    expect(staff.view.progress.done).toBe(0);

    const second = await at('desk', 'phone', 'en', colleague);
    const papers = second.getByRole('region', { name: theirs.paper.title });
    await papers.getByText(one.name).waitFor();
    await expect.poll(() => papers.getByText('36').count()).toBe(0);
    await papers.getByRole('button', { name: `${theirs.paper.confirm}…` }).click();
    const confirm = papers.getByRole('region', { name: theirs.paper.confirm, exact: true });
    await confirm.getByText(theirs.paper.confirmLead).waitFor();
    await typeSheet(confirm, [35, 18, 22, 12]);
    const press = confirm.getByRole('button', { name: theirs.paper.confirmDo, exact: true });
    await press.click();
    await confirm.getByText(refusalSentence('en', { code: 'paper-differs' })).waitFor();
    await picture(second, 'desk-paper-differs-phone-en');
    expect(staff.view.progress.done).toBe(0);
    await typeSheet(confirm, [36, 18, 22, 12]);
    await press.click();
    await papers.getByText(theirs.paper.none).waitFor();
    await waiting.getByText(said.paper.none).waitFor();
    await staff.until(({ progress }) => progress.done === 1);
    await logged('PaperConfirmed');
  });
});

const UNITS = ['A01,区发展改革委,区级部门\n', 'A02,区教委,区级部门\n', 'B01,青溪镇,乡镇街道\n'];
const csv = (head: string, rows: readonly string[]) => Buffer.from(head + rows.join(''));

function name(n: number): string {
  return `${'赵钱孙李周吴郑王冯陈'[n % 10] ?? ''}${n < 10 ? '建国' : '秀英'}`;
}

const seats = () => staff.view.people.filter(({ seat }) => seat !== null);
const person = (id: string | null): PersonRow =>
  must(staff.view.people.find(({ reviewer }) => reviewer === id));

/** A panel drawn by lot; nobody is here yet. */
async function drawPanel(): Promise<void> {
  const item = 'panel' as ItemId;
  await staff.run({
    type: 'SetAgenda',
    items: [
      {
        ...{ id: item, kind: 'draw', purpose: 'panel', take: PANEL },
        ...{ sources: ['salt'], rule: { kind: 'proportional' } },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'LockDraw', item });
  while (staff.view.people.every(({ place }) => place === null)) await staff.next();
}

/** The first few of the roster seated by hand, with their tickets. */
async function seatByHand(
  count: number,
): Promise<[PrintedTicket, ...PrintedTicket[]] & { 1: PrintedTicket }> {
  const reviewers = staff.view.people.slice(0, count).map(({ reviewer }) => must(reviewer));
  await staff.run({ type: 'FillSeats', reviewers });
  return (await staff.tickets(reviewers)) as never;
}

async function phoneWith(url: string): Promise<SocketPhone> {
  const { origin } = server;
  const phone = new SocketPhone({
    ...{ origin, meeting: staff.meeting, ticket: new URL(url).hash.slice(1) },
  });
  clients.push(phone);
  await phone.join();
  return phone;
}

async function secondClerk(called: string): Promise<StaffClient> {
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
  const colleague = new StaffClient(server.origin);
  await colleague.accept(url, called, PASSPHRASE);
  colleague.meeting = staff.meeting;
  return colleague;
}

async function at(
  place: string,
  size: Parameters<typeof open>[2] = 'laptop',
  language: 'zh' | 'en' = 'zh',
  who = staff,
): Promise<Page> {
  const one = await openConsole(browser, who, place, size, language);
  opened.push(one);
  // There is no printer; that the page called for one is counted.
  await one.page.evaluate('window.printed = 0; window.print = () => { window.printed += 1; }');
  await one.page.getByRole('tab', { name: deskText[language].tab }).waitFor();
  return one.page;
}

async function show(
  url: string,
  size: Parameters<typeof open>[2],
  language: 'zh' | 'en' = 'zh',
): Promise<Page> {
  const one = await open(browser, url, size, language);
  opened.push(one);
  return one.page;
}

async function chooseAt(desk: Page, called: string, language: 'zh' | 'en' = 'zh'): Promise<void> {
  const find = desk.getByLabel(deskText[language].find);
  await find.fill(called);
  await find.press('Enter');
  await desk.getByRole('heading', { name: called, exact: true }).waitFor();
}

async function typeCode(phone: Page, code: string, language: 'zh' | 'en'): Promise<void> {
  const { code: label, enter } = joinText[language];
  await phone.getByLabel(label).fill(code);
  await phone.getByRole('button', { name: enter, exact: true }).click();
}

async function typeSheet(form: Locator, scores: readonly number[]): Promise<void> {
  for (const [n, score] of scores.entries())
    await form.getByRole('textbox').nth(n).fill(String(score));
}

/** Expected and present, as the roll's head says them. */
async function counted(roll: Locator): Promise<readonly string[]> {
  return roll.getByRole('definition').allTextContents();
}

/** The act stands in the log. */
async function logged(type: string): Promise<void> {
  await staff.until(({ log }) => log.acts.some((act) => act.type === type));
}
