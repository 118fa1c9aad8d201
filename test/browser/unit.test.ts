// From the standings to one unit: its score opened down to groups and criteria, for staff and for viewers, by
// hand-written arithmetic.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import { SCHEME_DEFAULTS } from '../../shared/scoring/scheme.ts';
import { certaintyText } from '../../shared/text/certainty.ts';
import { consoleText } from '../../shared/text/console.ts';
import { screenText } from '../../shared/text/screen.ts';
import { unitText } from '../../shared/text/unit.ts';
import { leave, moderator, must, startServer, type TestServer, showBoard } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { choiceOf, openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

const UNITS = '编号,名称,类别\nA01,区环保局,区级部门\nA02,区水务局,区级部门\nT01,青山镇,乡镇\n';
/** Seven, seven and two: the last group stays below the floor of five. */
const GROUPS = [
  ...Array<string>(7).fill('人大代表'),
  ...Array<string>(7).fill('政协委员'),
  ...Array<string>(2).fill('企业代表'),
];
/** A01 with weights 60, 40, 0; A02 with weights 50, 30, 20. Totals that criteria take in their order. */
const TOTALS = {
  A01: [60, 70, 72, 74, 76, 78, 100, 50, 79, 80, 81, 83, 84, 99, 90, 10],
  A02: [70, 70, 70, 70, 70, 70, 70, 80, 80, 80, 80, 80, 80, 80, 60, 60],
} as const;
const WEIGHTS = { A01: [60, 40, 0], A02: [50, 30, 20] } as const;

/** Trimmed by one: 74.00 and 81.40, each of five ballots; 0.6 · 74 + 0.4 · 81.4 = 44.40 + 32.56. */
const A01 = { score: '76.96', values: ['74.00', '81.40'], parts: ['44.40', '32.56'] };
/** 0.5 · 70 + 0.3 · 80 + 0.2 · 60; of the groups nothing, or the two ballots of the last could be subtracted. */
const A02 = { score: '71.00', hidden: ['70.00', '80.00', '60.00'] };

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let phones: readonly SocketPhone[] = [];

async function seat(): Promise<void> {
  const bytes = (text: string) => Buffer.from(text);
  await staff.importRoster('subjects', 'units.csv', bytes(UNITS));
  const people = GROUPS.map(
    (group, n) => `R${String(n + 1).padStart(2, '0')},代表${n + 1},${group}`,
  );
  await staff.importRoster(
    'reviewers',
    'people.csv',
    bytes(`编号,姓名,组别\n${people.join('\n')}\n`),
  );
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  await staff.run({ type: 'FillSeats', reviewers });
  const tickets = await staff.tickets(reviewers);
  phones = tickets.map(({ url }) => {
    const ticket = new URL(url).hash.slice(1);
    return new SocketPhone({ origin: server.origin, meeting: staff.meeting, ticket });
  });
  await Promise.all(phones.map((phone) => phone.join()));
}

function choice(total: number) {
  let left = total;
  return choiceOf(
    [40, 20, 25, 15].map((max) => {
      const mark = Math.min(max, left);
      left -= mark;
      return mark;
    }),
  );
}

async function score(unit: 'A01' | 'A02'): Promise<void> {
  const groups = staff.view.setup.groups;
  const weights = groups.map(({ id }, n) => ({ group: id, weight: WEIGHTS[unit][n] ?? 0 }));
  await staff.run({ type: 'SetWeights', weights });
  const id = `score-${unit}` as ItemId;
  await staff.run({
    ...{ type: 'AddItems', after: null },
    items: [
      {
        ...{ id, kind: 'score', subjects: [unit as SubjectId], secrecy: 'named' },
        ...{ sheet: 'live', disclosure: 'hidden', seconds: 0 },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: id });
  await staff.run({ type: 'OpenRound', item: id });
  const order = staff.view.people.flatMap(({ seat: held }) => held ?? []);
  await Promise.all(
    phones.map(async (phone) => {
      await phone.until(({ stage }) => stage?.open.at(-1)?.subjects[0]?.id === unit);
      const place = order.indexOf(must(phone.view.me).seat);
      expect(await phone.vote(choice(must(TOTALS[unit][place])))).toMatchObject({ ok: true });
    }),
  );
  const round = must(staff.view.turnout.round);
  await staff.run({ type: 'CloseRound', round });
  await staff.run({ type: 'RevealRound', round });
}

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await seat();
  await staff.run({
    type: 'AdoptScheme',
    scheme: { ...SCHEME_DEFAULTS, id: 'main', spread: { kind: 'trim', t: 1 } },
  });
});
afterAll(async () => {
  leave({ staff, phones });
  await browser.close();
  await server.stop();
});

const textOf = (page: Page, selector: string) => page.locator(selector).innerText();
const ask = (unit: string, cookie: string) =>
  fetch(`${server.origin}/m/${staff.meeting}/api/subjects/${unit}/result`, { headers: { cookie } });

describe('a unit’s page', () => {
  it('says before the first reveal what will stand there', async () => {
    const { page, complaints } = await openConsole(browser, staff, 'stage');
    await page.getByRole('tab', { name: consoleText.zh.tabs.results }).click();
    await page.getByRole('heading', { name: unitText.zh.empty }).waitFor();
    await page.getByRole('link', { name: '青山镇' }).getByText(unitText.zh.later).waitFor();
    await picture(page, 'unit-empty');
    await page.context().close();
    expect(complaints).toEqual([]);
    await score('A01');
    await score('A02');
  });

  it.each(languages('zh'))(
    '[R15] in the console shows what the board shows, down to criteria: %s',
    async (language) => {
      const text = unitText[language];
      const { page, complaints } = await openConsole(browser, staff, 'results', 'laptop', language);
      await page.getByRole('heading', { name: '区环保局' }).waitFor();
      expect(staff.view.board.rows.map((row) => row.score)).toEqual([A01.score, A02.score]);
      for (const figure of [A01.score, ...A01.values, ...A01.parts])
        await page.locator('article').getByText(figure, { exact: true }).first().waitFor();
      const group = page.getByRole('listitem').filter({ hasText: '人大代表' });
      await group.locator('summary').click();
      // 40 and 20 from each, and 10, 12, 14, 16, 18 of 25.
      const rows = group.getByRole('table').getByRole('row');
      expect(await rows.allInnerTexts()).toEqual([
        expect.stringContaining('40.00 / 40') as unknown,
        expect.stringContaining('20.00 / 20') as unknown,
        expect.stringContaining('14.00 / 25') as unknown,
        expect.stringContaining('0.00 / 15') as unknown,
      ]);
      await group.getByText(text.sum('74.00', 60, 100, '44.40')).waitFor();
      // Two came from the third: neither its value nor its criteria.
      const third = page.getByRole('listitem').filter({ hasText: '企业代表' });
      await third.locator('summary').click();
      await third.getByText(text.noCriteria.withheld).waitFor();
      expect(await third.getByRole('table').count()).toBe(0);
      await picture(page, `unit-console-${language}`);
      // The mean of the third is withheld: ranges and W are, too, and say why.
      const certainty = certaintyText[language];
      await page.getByRole('button', { name: certainty.run }).click();
      await page.getByText(certainty.noInterval).getByText(certainty.why.withheld).waitFor();
      await page.getByText(certainty.why['three-subjects']).waitFor();
      await picture(page, `unit-certainty-${language}`);

      await page.keyboard.press('ArrowDown');
      await page.getByRole('heading', { name: '区水务局' }).waitFor();
      const second = await page.locator('article').innerText();
      expect(second).toContain(A02.score);
      for (const figure of A02.hidden) expect(second).not.toContain(figure);
      await page.getByText(text.hidden(5)).waitFor();
      // Whoever comes back from the stage finds the unit that they left.
      await page.getByRole('tab', { name: consoleText[language].tabs.stage }).click();
      await page.getByRole('tab', { name: consoleText[language].tabs.results }).click();
      await page.getByRole('heading', { name: '区水务局' }).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.getByRole('heading', { name: '区环保局' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      expect(await page.getByRole('tablist').isVisible()).toBe(false);
      expect(await page.locator('article').isVisible()).toBe(true);
      await page.context().close();
      expect(complaints).toEqual([]);
    },
  );

  it.each(languages('en'))(
    '[R15] for viewers opens from the standings, goes back, and can be passed on: %s',
    async (language) => {
      const text = unitText[language];
      const url = `${server.origin}/m/${staff.meeting}/watch`;
      const { page, context, complaints } = await open(browser, url, 'phone', language);
      await page.getByRole('link', { name: '区环保局' }).click();
      const unit = page.locator('main:visible');
      await unit.getByText(A01.score, { exact: true }).waitFor();
      expect(page.url()).toBe(`${url}?unit=A01`);
      for (const figure of A01.values) await unit.getByText(figure, { exact: true }).waitFor();
      await unit.getByText(text.noMean('floor', 2)).waitFor();
      await unit.getByText(must(await rootOf('A01'))).waitFor();
      await picture(page, `unit-watch-${language}`);
      await page.goBack();
      await page.getByRole('link', { name: '区水务局' }).click();
      await unit.getByText(A02.score, { exact: true }).waitFor();
      const seen = await unit.innerText();
      for (const figure of A02.hidden) expect(seen).not.toContain(figure);
      await page.getByRole('button', { name: text.back }).click();
      await page.getByRole('link', { name: '区水务局' }).waitFor();
      expect(page.url()).toBe(url);

      const other = await context.newPage();
      await other.goto(`${url}?unit=A01`);
      await other.locator('main:visible').getByText(A01.score, { exact: true }).waitFor();
      await other.getByRole('button', { name: text.back }).click();
      await other.getByRole('link', { name: '区环保局' }).waitFor();
      await other.goto(`${url}?unit=nobody`);
      await other.getByText(text.unknown).waitFor();
      await context.close();
      expect(complaints).toEqual([]);
    },
  );

  it('has the same figures on the projector’s board', async () => {
    await staff.run({
      type: 'AddItems',
      after: null,
      items: [{ id: 'b' as ItemId, kind: 'board' }],
    });
    await showBoard(staff, 'b');
    const { page, context } = await openConsole(browser, staff, 'stage', 'projector');
    await page.goto(`${server.origin}/m/${staff.meeting}/screen`);
    await page.getByText(screenText.zh.standings).first().waitFor();
    const shown = await textOf(page, 'ol');
    for (const figure of [A01.score, A02.score]) expect(shown).toContain(figure);
    await context.close();
  });

  it('[R13] changes by itself when the round is repeated, and says so until the reveal', async () => {
    const { page, context } = await openConsole(browser, staff, 'results?unit=A01');
    await page.getByRole('heading', { name: '区环保局' }).waitFor();
    await staff.run({ type: 'EnterItem', item: 'score-A01' as ItemId });
    const reason = '话筒没有声音';
    await staff.run({ type: 'RepeatRound', round: 'r-score-A01' as RoundId, reason });
    const pending = { kind: 'live', attempt: 2, phase: 'open', reason } as const;
    await page.getByText(unitText.zh.again(pending)).waitFor();
    await page.locator('article').getByText(A01.score, { exact: true }).first().waitFor();
    await staff.run({ type: 'CloseRound', round: 'r-score-A01' as RoundId });
    await staff.run({ type: 'RevealRound', round: 'r-score-A01' as RoundId });
    await page.getByText(unitText.zh.whyNoScore('no-ballots')).waitFor();
    await page.getByText(unitText.zh.earlierNote).waitFor();
    await page.getByRole('complementary').getByText(A01.score).waitFor();
    await context.close();
  });

  it('[R16] is staff’s, and only of units that there are', async () => {
    expect((await ask('A01', '')).status).toBe(401);
    const unknown = await ask('Z99', staff.cookie);
    expect([unknown.status, await unknown.json()]).toEqual([
      ...[404, { ok: false, refusal: { code: 'unknown-subject', id: 'Z99' } }],
    ]);
    expect(await (await ask('T01', staff.cookie)).json()).toMatchObject({
      ...{ ok: true, page: { result: null, pending: null, earlier: [] } },
    });
  });
});

async function rootOf(unit: string): Promise<string | null> {
  const answer = (await (await ask(unit, staff.cookie)).json()) as {
    page: { result: { round: { root: string | null } } };
  };
  return answer.page.result.round.root;
}
