// Names that are code, in real Chromium: no page of such a meeting is blank, and none complains.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { roundIdOf } from '../../shared/meeting/rounds.ts';
import { brokenText } from '../../shared/text/broken.ts';
import { CRITERIA, hostileScores, item, nameOfUnit, setUpHostile } from '../hostile-names.ts';
import { moderator, startServer, type TestServer, showBoard } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';

const STEPS = [
  'overview',
  'roster',
  'seats',
  'sheet',
  'scheme',
  'agenda',
  'tickets',
  'documents',
  'rehearsal',
  'meeting',
  'staff',
];

describe('a meeting whose names are code', () => {
  let server: TestServer;
  let staff: StaffClient;
  let browser: Browser;
  let secrets: readonly string[] = [];
  let phones: readonly SocketPhone[] = [];

  beforeAll(async () => {
    server = await startServer();
    staff = await moderator(server);
    ({ phones, secrets } = await setUpHostile(staff));
    browser = await launch();
  });
  afterAll(async () => {
    for (const phone of phones) phone.close();
    staff.close();
    await browser.close();
    await server.stop();
  });

  /** Something stands there, and nothing is broken. */
  async function isWell({ page, complaints, context }: Opened, words: string, where: string) {
    await page.getByText(words, { exact: false }).first().waitFor();
    const text = await page.locator('body').innerText();
    for (const { part, page: whole, missing } of [brokenText.zh, brokenText.en])
      for (const sentence of [part, whole, missing.part, missing.page])
        expect(text, where).not.toContain(sentence);
    expect(complaints, where).toEqual([]);
    await context.close();
  }

  it('shows every page of it', async () => {
    const { origin, meeting } = staff;
    const at = (path: string, size: 'phone' | 'projector' = 'phone') =>
      open(browser, `${origin}/m/${meeting}/${path}`, size);
    for (const step of STEPS) {
      const opened = await openConsole(browser, staff, `setup/${step}`);
      await opened.page.locator('main').first().waitFor();
      if (step === 'documents')
        await opened.page.getByRole('heading', { level: 3 }).first().waitFor();
      await isWell(opened, '区政府年度绩效评议会', step);
    }
    await staff.run({ type: 'EnterItem', item: item('constructor') });
    await staff.run({ type: 'OpenRound', item: item('constructor') });
    await isWell(await openConsole(browser, staff, 'stage'), '区政府年度绩效评议会', 'stage');
    await isWell(await openConsole(browser, staff, 'desk'), '区政府年度绩效评议会', 'desk');
    await isWell(await openConsole(browser, staff, 'paper'), '区政府年度绩效评议会', 'paper');
    await isWell(await at('screen', 'projector'), nameOfUnit(1), 'screen');
    await isWell(await at('watch'), nameOfUnit(1), 'watch');
    await isWell(await at('kiosk'), '没带手机', 'kiosk');

    // A phone scores the unit `__proto__` on criteria called `__proto__`, `constructor` …
    const phone = await at(`j#${secrets[0] ?? ''}`);
    await phone.page.getByRole('button', { name: '开始' }).click();
    for (const [n] of CRITERIA.entries()) {
      const field = phone.page.getByLabel(`${nameOfUnit(n)}的分数`);
      expect(await field.inputValue()).toBe('');
      await field.fill(String(n + 1));
    }
    await phone.page.getByRole('button', { name: '提交评分' }).click();
    await phone.page.getByRole('heading', { name: '已计入' }).waitFor();
    await picture(phone.page, 'names-phone');
    await isWell(phone, nameOfUnit(1), 'phone');

    for (const [n, other] of phones.entries()) if (n > 0) await other.vote(hostileScores(n));
    await staff.run({ type: 'CloseRound', round: roundIdOf(item('constructor')) });
    await staff.reveal();
    await isWell(await openConsole(browser, staff, 'minutes'), nameOfUnit(1), 'minutes');
    await showBoard(staff, 'length');
    await isWell(await at('screen', 'projector'), nameOfUnit(1), 'board');
    await isWell(await at('watch'), nameOfUnit(1), 'standings');
  });
});
