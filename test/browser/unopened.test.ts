// A meeting whose file has lost its half after a crash: its pages say so, wait, and come by themselves once it is put back.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { fileOf, meetingsFound } from '../../server/meeting-folder.ts';
import { screenText } from '../../shared/text/screen.ts';
import { watchText } from '../../shared/text/watch.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { must, PASSPHRASE, temporaryFolder } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';

const REFUSAL = { code: 'meeting-unopened' } as const;
const folder = temporaryFolder();
let server: ServerProcess;
let browser: Browser;
let code: string;
let log: string;

beforeAll(async () => {
  const port = await freePort();
  server = await startServerProcess(port, folder.path);
  const staff = new StaffClient(server.origin);
  await staff.accept(await staffLink(server), '主持', PASSPHRASE);
  code = await staff.create('年度绩效评议会');
  await server.kill();
  staff.close();
  log = `${join(folder.path, fileOf(must(meetingsFound(folder.path)[0])))}-wal`;
  renameSync(log, join(folder.path, 'taken-away'));
  server = await startServerProcess(port, folder.path);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

it('[R2] viewers and projector wait for it, and come by themselves', async () => {
  const show = async (page: 'watch' | 'screen', size: 'phone' | 'projector') =>
    (await open(browser, `${server.origin}/m/${code}/${page}`, size)).page;
  const pages: readonly [Page, string][] = [
    [await show('watch', 'phone'), watchText.zh.held(REFUSAL)],
    [await show('screen', 'projector'), screenText.zh.held(REFUSAL)],
  ];
  for (const [page, sentence] of pages) await page.getByText(sentence).waitFor();
  await picture(pages[0]?.[0] as Page, 'unopened-watch');
  await picture(pages[1]?.[0] as Page, 'unopened-screen');
  renameSync(join(folder.path, 'taken-away'), log);
  for (const [page, sentence] of pages) {
    await page.getByText('年度绩效评议会').first().waitFor({ timeout: 45_000 });
    expect(await page.getByText(sentence).count()).toBe(0);
  }
});
