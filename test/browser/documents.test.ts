// Units' reports by hand, in real Chromium: handed in at the console, read on a scoring phone and on the watch page, taken down.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { consoleDocumentsText } from '../../shared/text/console/documents.ts';
import { documentsText } from '../../shared/text/documents.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import {
  importExamples,
  moderator,
  must,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

const UNIT = 'A01';
const MOST_BYTES = 20_000_000;
const words = consoleDocumentsText.zh;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MARKDOWN =
  '# 述职报告\n\n全年办结**提案**42件。\n\n- 优化办事流程\n- 公开政务信息\n\n<script>alert(1)</script>\n';
const NAMES = {
  pdf: 'A01 述职报告.pdf',
  png: 'A01 获奖证书.png',
  txt: '区政府办公室 整改清单.txt',
  md: '年度总结.md',
} as const;

const folder = temporaryFolder();
let browser: Browser;
let server: TestServer;
let staff: StaffClient;
let ticket: PrintedTicket;
const opened: Opened[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  staff = await moderator(server);
  await importExamples(staff);
  const reviewer = must(staff.view.people.find(({ recusals }) => recusals.length === 0)?.reviewer);
  await staff.run({ type: 'FillSeats', reviewers: [reviewer] });
  ticket = must((await staff.tickets([reviewer]))[0]);
});
afterAll(async () => {
  staff.close();
  await browser.close();
  await server.stop();
  folder.remove();
});

it('reports go from a clerk’s folder to the phones and the public, and away again', async () => {
  const desk = await deskPage('laptop');
  await desk.getByText(words.none).waitFor();
  await desk
    .getByLabel(words.choose)
    .setInputFiles([
      file(NAMES.pdf, PDF),
      file(NAMES.png, PNG),
      file(NAMES.txt, '第一条\n第二条：限期整改\n'),
      file(NAMES.md, MARKDOWN),
    ]);
  // One file says of no unit whose it is: it comes first, and a person says it.
  await desk.getByText(words.matched(3, 4)).waitFor();
  await desk.getByText(words.unitMissing(1)).waitFor();
  await picture(desk, 'documents-chosen');
  const lost = desk.getByLabel(words.unit(NAMES.md));
  await lost.selectOption(UNIT);
  await desk.getByText(words.matched(4, 4)).waitFor();
  await desk.getByRole('button', { name: words.upload(4) }).click();
  await desk.getByRole('heading', { name: words.listed(4, 1) }).waitFor();
  expect(attached()).toEqual(Object.values(NAMES).sort());
  expect(acts('DocumentAttached')).toBe(4);
  await desk.getByRole('button', { name: words.clear }).click();
  await desk.getByRole('button', { name: words.clear }).waitFor({ state: 'detached' });
  await desk.getByText(words.without(76)).waitFor();
  await picture(desk, 'documents-attached');

  // A phone that scores the unit, and the watch page, in either language.
  const phone = await show(ticket.url, 'phone', 'zh');
  await phone.getByRole('button', { name: greetingText.zh.start }).click();
  await stageScoring(staff, UNIT, 'live');
  await phone.getByLabel('重点工作完成的分数').waitFor();
  await readAll(phone, 'zh');
  const watch = await show(`${server.origin}/m/${staff.meeting}/watch`, 'phone', 'en');
  await readAll(watch, 'en');

  // The text stays open on the phone while it is taken down.
  await way(phone, 'zh', 4).click();
  await one(phone, NAMES.txt).click();
  await phone.getByText('第二条：限期整改').waitFor();
  await takeDown(desk, NAMES.txt);
  await desk.getByRole('heading', { name: words.listed(3, 1) }).waitFor();
  await picture(desk, 'documents-removed');
  expect(acts('DocumentRemoved')).toBe(1);
  await phone.getByRole('button', { name: documentsText.zh.list }).click();
  await one(phone, NAMES.md).waitFor();
  await one(phone, NAMES.txt).waitFor({ state: 'detached' });
  await phone.getByRole('button', { name: documentsText.zh.close }).click();
  await way(phone, 'zh', 3).waitFor();
  await way(watch, 'en', 3).waitFor();
  const gone = must(taken.get(NAMES.txt));
  expect((await fetch(server.origin + gone)).status).toBe(404);

  // Put back with one press, then all are taken down: nothing is left to open.
  await desk.getByRole('button', { name: words.undo, exact: true }).click();
  await desk.getByRole('heading', { name: words.listed(4, 1) }).waitFor();
  await way(watch, 'en', 4).waitFor();
  for (const name of Object.values(NAMES)) await takeDown(desk, name);
  await desk.getByRole('heading', { name: words.none }).waitFor();
  await expect.poll(() => desk.getByText(/^已撤下/).count()).toBe(4);
  expect(attached()).toEqual([]);
  for (const [page, language] of [
    [phone, 'zh'],
    [watch, 'en'],
  ] as const) {
    await expect.poll(() => page.getByText(documentsText[language].title).count()).toBe(0);
  }
  for (const path of taken.values()) expect((await fetch(server.origin + path)).status).toBe(404);
  expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
});

it.each(languages('en'))(
  'what cannot be taken says why, beside the file, and the rest goes on (%s)',
  async (language) => {
    const said = consoleDocumentsText[language];
    const unit = language === 'zh' ? 'A02' : 'A03';
    const large = join(folder.path, `${unit} 录像.pdf`);
    writeFileSync(large, Buffer.concat([PDF, Buffer.alloc(MOST_BYTES)]));
    const desk = await deskPage('phone', language);
    const choose = desk.getByLabel(said.choose);
    await choose.setInputFiles(large);
    await row(desk, '录像.pdf').getByText(said.tooLarge).waitFor();
    await choose.setInputFiles([
      file(`${unit} 程序.exe`, 'MZ'),
      file(`${unit} 空.txt`, ''),
      file(`${unit} 假的.pdf`, 'not what the name says'),
      file(`${unit} 好的.txt`, `第一条 ${unit}`),
    ]);
    await row(desk, '程序.exe').getByText(said.wrongKind).waitFor();
    await row(desk, '空.txt').getByText(said.empty).waitFor();
    // Two of five are sent; only the server can see what the one really is.
    await desk.getByRole('button', { name: said.upload(2) }).click();
    await row(desk, '好的.txt').getByText(said.done, { exact: true }).waitFor();
    const refused = row(desk, '假的.pdf');
    await refused.getByText(refusalSentence(language, { code: 'document-media' })).waitFor();
    await picture(desk, `documents-refused-${language}`);
    expect(await sideways(desk)).toEqual([]);
    await staff.until(({ subjects }) =>
      subjects.some(({ id, documents }) => id === unit && documents.length === 1),
    );
    for (const name of ['录像.pdf', '程序.exe', '空.txt', '假的.pdf']) {
      await row(desk, name).getByRole('button', { name: said.leaveOut }).click();
      await row(desk, name).waitFor({ state: 'detached' });
    }
  },
);

/** Where each report was found, by its name. */
const taken = new Map<string, string>();

/** Opens each of the unit's four reports from where the unit is named, as a person does, and comes back. */
async function readAll(page: Page, language: 'zh' | 'en'): Promise<void> {
  const text = documentsText[language];
  await way(page, language, 4).click();
  const sheet = page.getByRole('dialog', { name: text.title });
  await expect.poll(() => sheet.getByRole('listitem').count()).toBe(4);
  await picture(page, `documents-list-${language}`);
  const read = async (name: string, shows: Locator) => {
    await one(page, name).click();
    await sheet.getByRole('heading', { name, exact: true }).waitFor();
    await shows.waitFor();
    const link = sheet.getByRole('link', { name: text.newTab });
    taken.set(name, must(await link.getAttribute('href')));
    await picture(page, `documents-${name.replace(/^.*\./, '')}-${language}`);
  };
  const back = () => sheet.getByRole('button', { name: text.list }).click();
  await read(NAMES.md, sheet.getByRole('heading', { name: '述职报告', exact: true }));
  await sheet.getByRole('listitem').getByText('公开政务信息').waitFor();
  await sheet.locator('b').getByText('提案').waitFor();
  await sheet.getByText('<script>alert(1)</script>').waitFor();
  await back();
  await read(NAMES.txt, sheet.getByText('第二条：限期整改'));
  await back();
  const image = sheet.getByRole('img', { name: NAMES.png });
  await read(NAMES.png, image);
  await expect
    .poll(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth))
    .toBe(1);
  await back();
  await read(
    NAMES.pdf,
    sheet.getByText(`${text.kinds['application/pdf']} ${String(PDF.length)} B`),
  );
  const answer = await page.request.get(server.origin + must(taken.get(NAMES.pdf)));
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await answer.body()).equals(PDF)).toBe(true);
  expect(await sideways(page)).toEqual([]);
  // The phone's own way back closes it, and the page below is where it was.
  await page.goBack();
  await sheet.waitFor({ state: 'detached' });
  await way(page, language, 4).waitFor();
}

const way = (page: Page, language: 'zh' | 'en', count: number) =>
  page.getByRole('button', { name: documentsText[language].open(count), exact: true });
const one = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name });
const row = (desk: Page, name: string) =>
  desk
    .getByRole('listitem')
    .filter({ has: desk.getByRole('combobox') })
    .filter({ hasText: name });

async function takeDown(desk: Page, name: string): Promise<void> {
  const standing = desk.getByRole('listitem').filter({ hasNot: desk.getByRole('listitem') });
  const line = standing.filter({ has: desk.getByRole('link', { name, exact: true }) });
  await line.getByRole('button', { name: words.remove, exact: true }).click();
  await desk.getByText(words.removed(name)).waitFor();
}

function attached(): readonly string[] {
  const unit = must(staff.view.subjects.find(({ id }) => id === UNIT));
  return unit.documents.map(({ name }) => name).sort();
}

const acts = (type: string) => staff.view.log.acts.filter((act) => act.type === type).length;

function file(name: string, bytes: Buffer | string) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
}

async function deskPage(
  size: Parameters<typeof open>[2],
  language: 'zh' | 'en' = 'zh',
): Promise<Page> {
  const shown = await openConsole(browser, staff, 'setup/documents', size, language);
  // What is refused on purpose is complained of; the first test alone looks.
  if (size === 'laptop') opened.push(shown);
  return shown.page;
}

async function show(
  url: string,
  size: Parameters<typeof open>[2],
  language: 'zh' | 'en',
): Promise<Page> {
  const shown = await open(browser, url, size, language);
  opened.push(shown);
  return shown.page;
}

/** What reaches over the window's edges, to the left or to the right. */
function sideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, [role=dialog] *')].flatMap((shown) => {
      const { left, right, width } = shown.getBoundingClientRect();
      const inside = width === 0 || (left >= -1 && right <= document.body.clientWidth + 1);
      return inside ? [] : [`${shown.tagName} ${shown.textContent.slice(0, 20)}`];
    }),
  );
}
