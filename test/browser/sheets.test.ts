// Sheets from the editor to the board, by hands on pages: a tree of three levels with a scale, a part that one group does not
// see, another sheet for another category, and what one person may give. Every number was added by hand.
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { GroupId, ItemId, SubjectId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { Scores } from '../../shared/scoring/form.ts';
import { leavesOf } from '../../shared/scoring/sheet.ts';
import { consoleText } from '../../shared/text/console.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { sheetEditorText } from '../../shared/text/sheet-editor.ts';
import { sheetFlawText } from '../../shared/text/sheet-flaws.ts';
import { sheetPlanText } from '../../shared/text/sheet-plan.ts';
import { writtenText } from '../../shared/text/written.ts';
import { moderator, must, startServer, type TestServer, showBoard } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { ONWARD, openConsole, openUnit, writtenRow } from './by-hand.ts';
import { languages } from './sizes.ts';

const UNITS =
  '编号,单位名称,类别\nD1,区教育局,区级部门\nD2,区水务局,区级部门\nT1,东山镇,乡镇\nT2,西河镇,乡镇\n';
const PEOPLE = `编号,姓名,组别\n${['人大代表', '企业代表']
  .flatMap((group, g) =>
    Array.from(
      { length: 5 },
      (_, n) => `P${String(g * 5 + n + 1)},代表${String(g * 5 + n + 1)},${group}`,
    ),
  )
  .join('\n')}\n`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languages('en'))('sheets in %s', (language) => {
  const words = sheetEditorText[language];
  const plan = sheetPlanText[language];
  const text = consoleText[language];
  const phone = phoneText[language].sheet;
  const written = writtenText[language];
  const opened: Opened[] = [];
  const phones: SocketPhone[] = [];
  let server: TestServer;
  let staff: StaffClient;

  beforeAll(async () => {
    server = await startServer();
    staff = await moderator(server);
  });
  afterEach(async () => {
    for (const one of phones.splice(0)) one.close();
    for (const { context, complaints, page } of opened.splice(0)) {
      expect(complaints, page.url()).toEqual([]);
      await context.close();
    }
  });
  afterAll(async () => {
    staff.close();
    await server.stop();
  });

  const show = async (place: string, size: 'laptop' | 'projector' = 'laptop') => {
    const one = await openConsole(browser, staff, place, size, language);
    opened.push(one);
    return one.page;
  };
  const press = (within: Page | Locator, name: string) =>
    within.getByRole('button', { name, exact: true }).first().click();
  const below = (n: string, name: string) =>
    `${words.below} (${words.addBelow(words.nth(n, name))})`;
  const settings = (page: Page, n: string) =>
    page.getByRole('button', { name: `(${words.settingsOf(n)})` }).click();

  async function setUp(): Promise<readonly PrintedTicket[]> {
    await staff.importRoster('subjects', 'u.csv', new TextEncoder().encode(UNITS));
    await staff.importRoster('reviewers', 'p.csv', new TextEncoder().encode(PEOPLE));
    const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
    await staff.run({ type: 'FillSeats', reviewers });
    const [deputies, firms] = staff.view.setup.groups;
    await staff.run({
      type: 'SetWeights',
      weights: [
        { group: must(deputies).id, weight: 60 },
        { group: must(firms).id, weight: 40 },
      ],
    });
    const { version: _, ...scheme } = must(staff.view.setup.scheme);
    await staff.run({ type: 'AdoptScheme', scheme: { ...scheme, floor: 4 } });
    await staff.run({
      type: 'SetAgenda',
      items: [
        { id: 'check-in' as ItemId, kind: 'check-in' },
        {
          ...{ id: 'written' as ItemId, kind: 'written', subjects: 'rest', sheet: 'live' },
          disclosure: 'hidden',
        },
        { id: 'board' as ItemId, kind: 'board' },
      ],
    });
    return staff.tickets(reviewers);
  }

  /** A tree of three levels with a scale, of which one group does not see a part, and a sheet of one number. */
  async function makeSheets(page: Page): Promise<void> {
    const fill = (label: string, value: string) =>
      page.getByLabel(label, { exact: true }).fill(value);
    await press(page, text.sheet.another);
    await fill(words.name, 'Departments');
    await press(page, words.add);
    await fill(words.nameOf('1'), 'Duties');
    await press(page, below('1', 'Duties'));
    await fill(words.nameOf('1.1'), 'Lawful');
    await press(page, below('1', 'Duties'));
    await fill(words.nameOf('1.2'), 'Brisk');
    await press(page, below('1.1', 'Lawful'));
    await fill(words.nameOf('1.1.1'), 'Enforced');
    await press(page, below('1.1', 'Lawful'));
    await fill(words.nameOf('1.1.2'), 'Open');
    await press(page, words.add);
    await fill(words.nameOf('2'), 'Overall');
    await page.getByText(words.weighings.weights, { exact: true }).click();
    for (const [number, max, weight] of [
      ['1.1.1', '10', '1'],
      ['1.1.2', '20', '3'],
      ['1.2', '100', '1'],
      ['2', '100', '0'],
    ] as const) {
      await fill(words.maxOf(number), max);
      await fill(words.weightOf(number), weight);
    }
    await fill(words.weightOf('1.1'), '2');
    // Two weights of 0 beside each other: said where it is, and nothing can be saved.
    await fill(words.weightOf('1'), '0');
    const flaw = sheetFlawText[language]['weights-zero'](words.thisSheet);
    await page.getByText(flaw).first().waitFor();
    await fill(words.weightOf('1'), '60');
    await fill(words.weightOf('2'), '40');
    await settings(page, '1.1.1');
    await fill(words.stepOf('1.1.1'), '0.5');
    await settings(page, '1.1.2');
    await page.getByLabel(words.nth('1.1.2', 'Open')).getByLabel('人大代表').click();
    await settings(page, '1.2');
    await page
      .getByLabel(words.nth('1.2', 'Brisk'))
      .getByText(words.scoredBy.grades, { exact: true })
      .click();
    await settings(page, '2');
    await fill(words.stepOf('2'), '0.25');
    // Shares of 100, as the phone's frame stands beside them.
    for (const share of ['60%', '40%', '20%', '10%', '30%'])
      await page.getByText(share, { exact: true }).first().waitFor();
    await page.getByLabel(words.preview).getByText('Enforced').waitFor();
    await picture(page, `sheets-${language}-tree`);
    await page.setViewportSize({ width: 390, height: 844 });
    await picture(page, `sheets-${language}-tree-phone`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await press(page, words.save);
    await staff.until(({ setup }) => setup.sheets.some(({ name }) => name === 'Departments'));

    await press(page, text.sheet.another);
    await fill(words.name, 'Townships');
    await page.getByText(words.entries.grades, { exact: true }).click();
    await picture(page, `sheets-${language}-grades`);
    await page.getByText(words.entries.number, { exact: true }).click();
    await press(page, words.save);
    await staff.until(({ setup }) => setup.sheets.some(({ name }) => name === 'Townships'));
  }

  async function plan_(page: Page): Promise<void> {
    const row = page.locator('[data-row="written"]');
    await row.getByRole('button', { name: text.agenda.settings, exact: true }).click();
    await row.getByText(plan.hows.several, { exact: true }).click();
    const sheetId = (name: string) =>
      must(staff.view.setup.sheets.find((one) => one.name === name)).id;
    await row.getByLabel(plan.nth(1), { exact: true }).last().selectOption(sheetId('Departments'));
    const first = row.getByRole('listitem', { name: plan.nth(1) });
    await first.getByLabel('乡镇').click();
    // Nobody scores townships yet: said before the day.
    await row.getByText(plan.nobody('乡镇')).waitFor();
    await press(row, plan.add);
    await row.getByLabel(plan.nth(2), { exact: true }).last().selectOption(sheetId('Townships'));
    await row.getByText(plan.tops.total, { exact: true }).click();
    await row.getByLabel(plan.share, { exact: true }).fill('50');
    await picture(page, `sheets-${language}-plan`);
    await press(page, text.agenda.save);
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'written' && item.limits !== undefined),
    );
  }

  it(
    'go from editor to board, and every number is the one added by hand',
    { timeout: 240_000 },
    async () => {
      const tickets = await setUp();
      const page = await show('setup/sheet');
      await makeSheets(page);
      await page.goto(page.url().replace('setup/sheet', 'setup/agenda'));
      await plan_(page);

      await staff.run({ type: 'EnterItem', item: 'check-in' as ItemId });
      for (const ticket of tickets.slice(1, 5).concat(tickets.slice(6)))
        phones.push(phoneFor(ticket));
      await Promise.all(phones.map((one) => one.join()));
      const [deputy, firm] = [await seat(must(tickets[0])), await seat(must(tickets[5]))];
      await staff.until(({ progress }) => progress.done === 10);
      await staff.run({ type: 'EnterItem', item: 'written' as ItemId });
      await staff.run({ type: 'OpenRound', item: 'written' as ItemId });

      await staff.until(({ written: [round] }) => round !== undefined);
      // A deputy sees three criteria of the tree and nothing of what is for firms.
      await openUnit(deputy, '区教育局');
      await deputy.getByText('Duties').waitFor();
      expect(await deputy.getByText('Open', { exact: true }).count()).toBe(0);
      await score(deputy, { Enforced: '8.5', Overall: '80.25' }, 'Good');
      // 40 · 0.85 + 20 · 0.85 + 40 · 0.8025
      await deputy.getByText('83.10', { exact: true }).first().waitFor();
      await picture(deputy, `sheets-${language}-phone-tree`);
      await submit(deputy, '区教育局', '83.10');
      await openUnit(firm, '区教育局');
      await score(
        firm,
        { Enforced: '9.5', Open: '16', Overall: '75.5' },
        words.usual.grades[2] ?? '',
      );
      // 10 · 0.95 + 30 · 0.8 + 20 · 0.7 + 40 · 0.755
      await submit(firm, '区教育局', '77.70');

      // At most half of two townships may have 90 or more: the second is stopped in its box, and by the server.
      await openUnit(deputy, '东山镇');
      await deputy.getByText(written.leftTotal('90')).waitFor();
      await number(deputy, '90');
      await writtenRow(deputy, '东山镇').getByText('90', { exact: true }).first().waitFor();
      await openUnit(deputy, '西河镇');
      await number(deputy, '95');
      await deputy.getByText(written.broken.total('90', 1)).waitFor();
      await picture(deputy, `sheets-${language}-phone-limit`);
      await number(deputy, '60');
      await writtenRow(deputy, '西河镇').getByText('60', { exact: true }).first().waitFor();

      await castOthers();
      const [other] = phones;
      expect(await cast(must(other), 'T2', { 0: 91 }, 2)).toMatchObject({ ok: true });
      expect(await cast(must(other), 'T1', { 0: 95 }, 2)).toMatchObject({
        ok: false,
        refusal: { code: 'top-given', n: 1 },
      });
      expect(await cast(must(other), 'T2', { 0: 60 }, 3)).toMatchObject({ ok: true });
      await submitRest(deputy, firm);
      await staff.until(({ written: [round] }) => round?.done === 40);
      await staff.run({ type: 'CloseRound', round: must(staff.view.written[0]).round });
      await staff.run({ type: 'RevealRound', round: must(staff.view.written[0]).round });
      await showBoard(staff);

      // D1: deputies (4 · 83.1 + 96) / 5 = 85.68; firms (3 · 77.7 + 73) / 4 = 76.525, one abstained; 60 % and 40 %.
      // T1: (90 + 88 + 86 + 84 + 82) / 5 = 86 and 70. T2: 60 and 64. D2: 40 · 0.6 + 20 · 0.55 + 40 · 0.5 = 55 and
      // 10 · 0.5 + 30 · 0.5 + 20 · 0.7 + 40 · 0.625 = 59.
      const scores = { 区教育局: '82.02', 东山镇: '79.60', 西河镇: '61.60', 区水务局: '56.60' };
      const screen = await open(
        browser,
        `${staff.origin}/m/${staff.meeting}/screen`,
        'projector',
        language,
      );
      opened.push(screen);
      for (const [unit, score_] of Object.entries(scores)) {
        const row = screen.page.getByRole('listitem').filter({ hasText: unit });
        await row.getByText(score_, { exact: true }).waitFor();
      }
      await picture(screen.page, `sheets-${language}-board`);
      expect(
        staff.view.board.rows.map(({ subject, score: shown }) => [subject.name, shown]),
      ).toEqual(Object.entries(scores));

      // A sheet with ballots is frozen: another version needs a reason.
      await page.goto(page.url().replace('setup/agenda', 'setup/sheet'));
      await page.getByLabel(text.sheet.which).selectOption({ label: 'Townships' });
      await page.getByLabel(words.maxOf('1'), { exact: true }).fill('50');
      await press(page, words.save);
      await page.getByRole('alert').first().waitFor();
      await page.getByLabel(words.reason).fill('x');
      await press(page, words.save);
      await staff.until(({ setup }) =>
        setup.sheets.some((one) => one.name === 'Townships' && one.version === 2),
      );
      expect(staff.view.board.rows[1]?.score).toBe('79.60');
    },
  );

  function phoneFor(ticket: PrintedTicket): SocketPhone {
    return new SocketPhone({
      origin: staff.origin,
      meeting: staff.meeting,
      ticket: new URL(ticket.url).hash.slice(1),
    });
  }

  async function seat(ticket: PrintedTicket): Promise<Page> {
    const one = await open(browser, ticket.url, 'phone', language);
    opened.push(one);
    await one.page.getByRole('button', { name: greetingText[language].start, exact: true }).click();
    return one.page;
  }

  async function score(page: Page, numbers: Readonly<Record<string, string>>, grade: string) {
    for (const [name, value] of Object.entries(numbers))
      await page.getByLabel(phone.type(name), { exact: true }).fill(value);
    const label = language === 'zh' && grade === 'Good' ? '良好' : grade;
    await page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  }

  /** On the page's own keypad. */
  async function number(page: Page, digits: string): Promise<void> {
    for (const digit of Array.from(digits))
      await page.getByRole('button', { name: digit, exact: true }).click();
  }

  async function submit(page: Page, unit: string, total: string): Promise<void> {
    await page.getByRole('button', { name: ONWARD }).click();
    await writtenRow(page, unit).getByText(total, { exact: true }).first().waitFor();
  }

  const idsOf = (sheet: string) =>
    leavesOf(must(staff.view.setup.sheets.find(({ name }) => name === sheet))).map(({ id }) => id);

  /** @param marks by place in the unit's sheet */
  function cast(of: SocketPhone, unit: string, marks: Readonly<Record<number, number>>, rev = 1) {
    const round = must(of.view.written?.[0]);
    const ids = idsOf(unit.startsWith('D') ? 'Departments' : 'Townships');
    const scores = Object.fromEntries(
      Object.entries(marks).map(([place, mark]) => [must(ids[Number(place)]), mark]),
    ) as Scores;
    const subject = unit as SubjectId;
    const choice = { kind: 'scores', scores } as const;
    return of.send({ round: round.round, attempt: round.attempt, subject, rev, choice });
  }

  /** Places in the tree: Enforced 0, Open 1, Brisk 2, Overall 3. */
  async function castOthers(): Promise<void> {
    await Promise.all(phones.map((one) => one.until(({ written: list }) => list?.length === 1)));
    const [, second] = staff.view.setup.groups;
    for (const [n, one] of phones.entries()) {
      const isFirm = one.view.me?.groupId === (second?.id as GroupId);
      const all = isFirm
        ? {
            D1: n === 6 ? { 0: 8, 1: 20, 2: 55, 3: 60 } : { 0: 9.5, 1: 16, 2: 70, 3: 75.5 },
            D2: { 0: 5, 1: 10, 2: 70, 3: 62.5 },
            ...{ T1: { 0: 70 }, T2: { 0: 64 } },
          }
        : {
            D1: n === 3 ? { 0: 10, 2: 100, 3: 90 } : { 0: 8.5, 2: 85, 3: 80.25 },
            D2: { 0: 6, 2: 55, 3: 50 },
            ...{ T1: { 0: 88 - 2 * n }, T2: { 0: 60 } },
          };
      for (const [unit, marks] of Object.entries(all)) {
        if (n === 7 && unit === 'D1') {
          const round = must(one.view.written?.[0]);
          const key = { round: round.round, attempt: round.attempt, subject: unit as SubjectId };
          expect(await one.send({ ...key, rev: 1, choice: { kind: 'abstain' } })).toMatchObject({
            ok: true,
          });
        } else {
          expect(await cast(one, unit, marks), `${unit} ${String(n)}`).toMatchObject({ ok: true });
        }
      }
      // A mark that is no step, a grade that is none, a criterion of the other group.
      if (!isFirm)
        for (const marks of [
          { 0: 8.25, 2: 85, 3: 80 },
          { 0: 8.5, 2: 86, 3: 80 },
          { 0: 8.5, 1: 10, 2: 85, 3: 80 },
        ])
          expect(await cast(one, 'D1', marks, 2)).toMatchObject({
            ok: false,
            refusal: { code: 'ballot-invalid' },
          });
    }
  }

  async function submitRest(deputy: Page, firm: Page): Promise<void> {
    await openUnit(deputy, '区水务局');
    await score(deputy, { Enforced: '6', Overall: '50' }, words.usual.grades[3] ?? '');
    await submit(deputy, '区水务局', '55.00');
    await openUnit(firm, '区水务局');
    await score(firm, { Enforced: '5', Open: '10', Overall: '62.5' }, words.usual.grades[2] ?? '');
    await submit(firm, '区水务局', '59.00');
    for (const [unit, mark] of [
      ['东山镇', '70'],
      ['西河镇', '64'],
    ] as const) {
      await openUnit(firm, unit);
      await number(firm, mark);
      await writtenRow(firm, unit).getByText(mark, { exact: true }).first().waitFor();
    }
  }
});
