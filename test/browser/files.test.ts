// Files to take away by hand, in real Chromium: a press has one made and saved, and what goes wrong is said beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { consoleText } from '../../shared/text/console.ts';
import { consoleFilesText } from '../../shared/text/console/files.ts';
import { exportText } from '../../shared/text/export.ts';
import {
  example,
  moderator,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

let browser: Browser;
let server: TestServer;
let staff: StaffClient;
const folder = temporaryFolder();

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
});
afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
  folder.remove();
});

it.each(languages('zh'))(
  'a clerk presses twice, one file is made and saved, and the button says what it does meanwhile, %s',
  async (language) => {
    const words = consoleFilesText[language];
    const { page, complaints } = await openConsole(
      ...([browser, staff, 'setup/meeting', 'laptop', language] as const),
    );
    let asked = 0;
    const { promise: held, resolve: letGo } = withResolvers();
    await page.route('**/api/export/**', async (route) => {
      asked += 1;
      await held;
      await route.continue();
    });
    const row = page.getByRole('listitem').filter({ hasText: words.files['workbook.xlsx'].name });
    await row.getByRole('button', { name: words.download }).dblclick();
    await row.getByRole('button', { name: words.making }).waitFor();
    const saving = page.waitForEvent('download');
    letGo();
    const download = await saving;
    const name = `区政府年度绩效评议会 ${exportText[language].files['workbook.xlsx']}.xlsx`;
    expect(download.suggestedFilename()).toBe(name);
    await row.getByText(words.saved(name)).waitFor();
    const path = join(folder.path, `${language}.xlsx`);
    await download.saveAs(path);
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files)).toContain('xl/worksheets/sheet6.xml');
    expect(asked).toBe(1);
    expect(complaints).toEqual([]);
    await page.getByText(words.files['results.json'].what).scrollIntoViewIfNeeded();
    await picture(page, `files-${language}`);
  },
);

it('says beside the button that the server is not reached, and makes it at the next press', async () => {
  const words = consoleFilesText.zh;
  const { page, context } = await openConsole(browser, staff, 'setup/meeting');
  const row = page.getByRole('listitem').filter({ hasText: words.files['standings.csv'].name });
  const button = row.getByRole('button', { name: words.download });
  await button.waitFor();
  await context.setOffline(true);
  await button.click();
  await row.getByText(consoleText.zh.trouble.unreachable).waitFor();
  await context.setOffline(false);
  const saving = page.waitForEvent('download');
  await button.click();
  expect((await saving).suggestedFilename()).toMatch(/ 排行\.csv$/);
  await row.getByText(consoleText.zh.trouble.unreachable).waitFor({ state: 'detached' });
});

it('says of a file that was given up that the meeting is not affected', async () => {
  const words = consoleFilesText.en;
  const { page } = await openConsole(browser, staff, 'setup/meeting', 'laptop', 'en');
  await page.route('**/api/export/**', (route) =>
    route.fulfill({ status: 503, json: { ok: false, refusal: { code: 'busy' } } }),
  );
  const row = page.getByRole('listitem').filter({ hasText: words.files['units.csv'].name });
  await row.getByRole('button', { name: words.download }).click();
  await row.getByText(words.busy).waitFor();
});

/** A promise that somebody else keeps. */
function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}
