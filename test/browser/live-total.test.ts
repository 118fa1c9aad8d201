// The live total in the hall: a dash until the fifteenth ballot, then one number that moves every five (R6).
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import { consoleText } from '../../shared/text/console.ts';
import { consoleAgendaText } from '../../shared/text/console/agenda.ts';
import { noLiveText } from '../../shared/text/no-live.ts';
import { screenText } from '../../shared/text/screen.ts';
import { watchText } from '../../shared/text/watch.ts';
import {
  leave,
  must,
  phoneOf,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { readableOnStage } from './legible.ts';

const LANGUAGES = ['zh', 'en'] as const;
const SEATS = 50;

let server: TestServer;
let browser: Browser;
let hall: Hall;
const opened: Opened[] = [];
const screens = new Map<string, Page>();
const watches = new Map<string, Page>();

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  hall = await seatedHall(server, SEATS);
  for (const language of LANGUAGES) {
    const at = `${server.origin}/m/${hall.staff.meeting}`;
    const screen = await open(browser, `${at}/screen`, 'projector', language);
    const watch = await open(browser, `${at}/watch`, 'phone', language);
    opened.push(screen, watch);
    screens.set(language, screen.page);
    watches.set(language, watch.page);
  }
});
afterAll(async () => {
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  leave(hall);
  await browser.close();
  await server.stop();
});

/** A total of this of the template's four criteria (40, 20, 25, 15), from 60 to 100. */
function total(points: number): Choice {
  return { kind: 'scores', scores: { c1: points - 60, c2: 20, c3: 25, c4: 15 } };
}

/** Phones from … to … (exclusive) cast their first ballot. */
async function cast(from: number, to: number, points: number): Promise<void> {
  for (let n = from; n < to; n++)
    expect(await phoneOf(hall, n).vote(total(points))).toMatchObject({ ok: true });
}

async function shows(words: string): Promise<void> {
  for (const page of [...screens.values(), ...watches.values()])
    await page.getByText(words, { exact: true }).first().waitFor();
}

async function pictures(name: string): Promise<void> {
  for (const [language, page] of screens) {
    await readableOnStage(page, `${name} ${language}`);
    await picture(page, `live-${name}-${language}`);
  }
  for (const [language, page] of watches) await picture(page, `live-${name}-watch-${language}`);
}

it('[R6] shows a dash, then halves of what stood some ballots ago, the same on screen and watch', async () => {
  await stageScoring(hall.staff, 'A01', 'live');
  await Promise.all(
    hall.phones.map((phone) => phone.until((view) => view.stage?.open.length === 1)),
  );
  await cast(0, 14, 80);
  for (const [language, page] of screens) {
    const text = screenText[language as 'zh' | 'en'];
    await page.getByText(text.fewBallots).waitFor();
    await page.getByText('14', { exact: true }).first().waitFor();
  }
  for (const [language, page] of watches)
    await page.getByText(watchText[language as 'zh' | 'en'].fewBallots).waitFor();
  await pictures('few');
  await cast(14, 15, 90);
  await shows('80.0');
  // Fourteen of 80 and one of 90 stood at the fifteenth, whatever their groups weigh between 80.0 and 82.0.
  await cast(15, 20, 100);
  await hall.staff.until(({ tally }) => tally?.waits?.moves === 2);
  const number = must(hall.staff.view.tally?.score);
  await shows(number);
  expect(Number(number)).toBeGreaterThanOrEqual(80);
  expect(Number(number)).toBeLessThan(82.25);
  await cast(20, 31, 97);
  await hall.staff.until(({ progress, tally }) => progress.done === 31 && tally?.waits?.in === 1);
  await shows(must(hall.staff.view.tally?.score));
  for (const page of screens.values()) expect(await page.locator('[data-bar]').count()).toBe(1);
  await pictures('moving');
  for (const one of must(hall.staff.view.tally).groups) expect(one.mean).toBeNull();
});

it('[R6] a changed ballot and a close bring no new number', async () => {
  const before = must(hall.staff.view.tally?.score);
  for (let n = 0; n < 10; n++)
    expect(await phoneOf(hall, n).vote(total(60), 2)).toMatchObject({ ok: true });
  await cast(31, 34, 60);
  await hall.staff.until(({ progress }) => progress.done === 34);
  expect(hall.staff.view.tally?.score).toBe(before);
});

it('[R6] setup says why a scoring cannot be shown live, and proposes hidden', async () => {
  // One group outweighs the others beyond what a ballot can hide in.
  const [first, ...others] = hall.staff.view.setup.groups;
  const round = must(hall.staff.view.turnout.round);
  await hall.staff.run({ type: 'CloseRound', round });
  await hall.staff.run({
    type: 'SetWeights',
    weights: [
      { group: must(first).id, weight: 90 },
      ...others.map(({ id }) => ({ group: id, weight: 1 })),
    ],
  });
  await hall.staff.until(({ setup }) => setup.groups[0]?.weight === 90);
  for (const language of LANGUAGES) {
    const console_ = await openConsole(browser, hall.staff, 'setup/agenda', 'laptop', language);
    opened.push(console_);
    const { page } = console_;
    const words = consoleText[language].agenda;
    const row = page.locator('[data-row="presenters"]');
    await row.getByRole('button', { name: words.settings }).click();
    const why = { why: 'uneven', heavy: must(first).name, light: '群众代表' } as const;
    const said = consoleAgendaText[language].notLive(noLiveText[language](why));
    await row.getByText(said).waitFor();
    await row.getByText(said).scrollIntoViewIfNeeded();
    await picture(page, `live-setup-${language}`);
    await row.getByRole('button', { name: consoleAgendaText[language].hideInstead }).click();
    await row.getByText(said).waitFor({ state: 'detached' });
    await page.goto(`${server.origin}/m/${hall.staff.meeting}/console/setup/overview`);
    await page.getByText(noLiveText[language](why)).first().waitFor();
    await picture(page, `live-readiness-${language}`);
  }
});
