// How many of a drawn panel's reserve to ask, at the desk in real Chromium: what the page says is what the library computes.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveAdvice } from '../../shared/draw/attendance.ts';
import { toHex } from '../../shared/draw/hash.ts';
import { seedOf } from '../../shared/draw/seed.ts';
import { finished } from '../../shared/steps.ts';
import { reserveText } from '../../shared/text/console/reserve.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { readDice } from '../../scripts/read-dice.ts';
import {
  drawOf,
  enterDraw,
  importExamples,
  moderator,
  must,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

const DICE = '84019375620184736251';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let record: Extract<PublishedDraw, { readonly status: 'result' }>;

beforeAll(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  await enterDraw(staff, 'panel', {
    ...{ purpose: 'panel', take: 50, rule: { kind: 'proportional' }, sources: ['dice10'] },
  });
  await staff.next();
  const draw = must(drawOf(staff).id);
  await readDice(staff, draw, DICE);
  await staff.run({ type: 'ShowNames', draw, shown: 50 });
  const answer = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/${draw}`);
  const published = (await answer.json()) as PublishedDraw;
  if (published.status !== 'result') throw new Error(published.status);
  record = published;
});
afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

function advice(rateOf: (cell: string) => number) {
  const { lock, lockHash, entropy, order: selected } = record;
  const reserve = Object.fromEntries(record.reserve.map(({ cell, ids }) => [cell, ids]));
  const seed = toHex(seedOf(lockHash, entropy));
  return finished(reserveAdvice({ lock, seed, selected, reserve }, rateOf));
}

describe.each(languages('zh'))('the desk in %s', (language) => {
  it('says how many of the reserve to ask, for one figure and for one of each group', async () => {
    const words = reserveText[language];
    const opened = await openConsole(browser, staff, 'desk', 'laptop', language);
    const { page: desk } = opened;
    await desk.getByText(words.title, { exact: true }).click();
    await desk.getByRole('button', { name: words.missing }).waitFor();
    await desk.getByLabel(words.rate, { exact: true }).last().fill('80');
    await desk.getByRole('button', { name: words.compute }).click();
    const all = advice(() => 800_000);
    expect(all.isEnough).toBe(true);
    await desk.getByText(words.ask(all.ask.length)).waitFor();
    await desk.getByText(words.names(all.ask.length)).click();
    const names = await desk.getByRole('list', { name: words.names(all.ask.length) }).innerText();
    expect(names.split('\n').filter(Boolean)).toHaveLength(all.ask.length);
    await picture(desk, `reserve-advice-${language}`);

    await desk.getByText(words.each, { exact: true }).click();
    const { groups } = staff.view.setup;
    for (const [n, { name }] of groups.entries())
      await desk.getByLabel(words.ofGroup(name)).fill(n === 0 ? '60' : '95');
    await desk.getByRole('button', { name: words.compute }).click();
    const each = advice((cell) => (cell === groups[0]?.id ? 600_000 : 950_000));
    await desk.getByText(words.ask(each.ask.length)).waitFor();
    await picture(desk, `reserve-advice-groups-${language}`);

    // Nobody comes: even all of them are not enough.
    for (const { name } of groups) await desk.getByLabel(words.ofGroup(name)).fill('0');
    await desk.getByRole('button', { name: words.compute }).click();
    await desk.getByText(words.notEnough(250, 0, 10_000)).waitFor();
    expect(opened.complaints).toEqual([]);
    await opened.context.close();
  });
});
