// [RESULTS §10] How sure a result is, in the console: computed when asked, ranges on the ranking, a dash with its reason.
import { request, type IncomingMessage } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CertaintyTold } from '../../shared/certainty-told.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import { certaintyText } from '../../shared/text/certainty.ts';
import {
  leave,
  must,
  seatedHall,
  showBoard,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { choiceOf, openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

/** Six in each of four groups: one more than the floor. */
const SEATS = 24;
const UNITS = 12;
const ROUND = 'r-w' as RoundId;

let server: TestServer;
let browser: Browser;
let hall: Hall;

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  hall = await seatedHall(server, SEATS);
  const { staff, phones } = hall;
  const recused = new Set(phones.flatMap(({ view }) => must(view.me).recusals));
  const units = staff.view.subjects.map(({ id }) => id).filter((id) => !recused.has(id));
  await staff.run({
    type: 'AddItems',
    after: null,
    items: [
      {
        ...{ id: 'w' as ItemId, kind: 'written', subjects: units.slice(0, UNITS) },
        ...{ sheet: 'live', disclosure: 'hidden' },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: 'w' as ItemId });
  await staff.run({ type: 'OpenRound', item: 'w' as ItemId });
  await Promise.all(phones.map((one, n) => castAll(one, n, units.slice(0, UNITS))));
  await staff.until(({ progress }) => progress.done > 0);
  await staff.run({ type: 'CloseRound', round: ROUND });
  await staff.run({ type: 'RevealRound', round: ROUND });
  await showBoard(staff);
});
afterAll(async () => {
  leave(hall);
  await browser.close();
  await server.stop();
});

async function castAll(
  phone: Hall['phones'][number],
  seat: number,
  units: readonly SubjectId[],
): Promise<void> {
  await phone.until(({ written }) => written?.length === 1);
  for (const [n, subject] of units.entries()) {
    // Units close to each other, severe raters and kind ones, and what they do not agree about.
    const noise = (seat * 7 + n * 5 + seat * n) % 6;
    const choice = choiceOf([38 - n - (seat % 4), 18 - noise, 20 - ((seat + n) % 3), 12]);
    const answer = await phone.send({ round: ROUND, attempt: 1, subject, rev: 1, choice }, 5000);
    expect(answer).toMatchObject({ ok: true });
  }
}

function ask(cookie: string): Promise<Response> {
  const { origin } = server;
  return fetch(`${origin}/m/${hall.staff.meeting}/api/certainty`, {
    ...{ method: 'POST', body: '{}' },
    headers: { 'content-type': 'application/json', origin, cookie },
  });
}

/** On a connection of its own, that ends with it: fetch puts another in the place of one that broke off. */
function begin(cookie: string): Promise<IncomingMessage> {
  const { origin } = server;
  const headers = { 'content-type': 'application/json', origin, cookie };
  const url = `${origin}/m/${hall.staff.meeting}/api/certainty`;
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', headers, agent: false }, resolve)
      .once('error', reject)
      .end('{}');
  });
}

async function statusOf(cookie: string): Promise<number> {
  const answer = await ask(cookie);
  await answer.text();
  return answer.status;
}

async function told(cookie: string): Promise<readonly CertaintyTold[]> {
  const answer = await ask(cookie);
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as CertaintyTold);
}

it('[R16] is staff’s, two at once; whoever stops listening ends it and holds up nobody', async () => {
  expect(await statusOf('')).toBe(401);
  const { cookie } = hall.staff;
  const begun = await Promise.all([begin(cookie), begin(cookie)]);
  expect(begun.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(await statusOf(cookie)).toBe(429);
  for (const answer of begun) answer.destroy();
  await expect.poll(() => statusOf(cookie)).toBe(200);
});

it.each(languages('zh'))(
  'is computed on request, and drawn on the ranking: %s',
  async (language) => {
    const text = certaintyText[language];
    const { page, complaints } = await openConsole(
      browser,
      hall.staff,
      'results',
      'laptop',
      language,
    );
    await page.getByText(text.before).waitFor();
    await page.getByRole('button', { name: text.run }).click();
    await page.getByRole('heading', { name: text.agreement }).waitFor();
    const lines = await told(hall.staff.cookie);
    const last = must(lines.at(-1));
    const found = 'found' in last ? last.found : null;
    const ranks = must(found?.ranks.ok ? found.ranks.value : null);
    expect(ranks).toHaveLength(UNITS);
    // The same results were computed before: nothing is told but the start and the end.
    expect(lines).toHaveLength(2);
    // The fourth of them: its range is more than one rank.
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
    const fourth = must(hall.staff.view.board.rows[3]).subject;
    await page.getByRole('heading', { name: fourth.name }).waitFor();
    const { category } = must(ranks.find(({ subject }) => subject === fourth.id));
    expect(category[0]).toBeLessThan(category[1]);
    await page.getByRole('complementary').getByText(text.interval(category)).waitFor();
    // Every unit of the ranking has its range, said and drawn.
    for (const { category: range } of ranks)
      await page.getByRole('navigation').getByText(text.interval(range)).first().waitFor();
    const [set] = must(found).sets;
    expect(set).toMatchObject({
      kind: 'written',
      subjects: UNITS,
      all: { w: { ok: true }, icc: { ok: true } },
    });
    expect(set?.severity.ok).toBe(true);
    await page
      .getByRole('row', { name: new RegExp(`^${text.all} `) })
      .getByText(must(set?.all.w.ok ? set.all.w.value : null))
      .first()
      .waitFor();
    await picture(page, `certainty-${language}`);
    await page.getByText(text.meaning).click();
    await page.getByText(text.definitions.icc).waitFor();
    await page.getByText(text.notPublic).waitFor();
    await page.context().close();
    expect(complaints).toEqual([]);
  },
);
