// Paper ballots as they are printed: how many pages, of which size, and nothing cut off or split.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { consoleText } from '../../shared/text/console.ts';
import { paperText } from '../../shared/text/paper.ts';
import { moderator, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { printedPages } from './printed.ts';
import { IN_EACH } from './sizes.ts';
import { flatSheet } from '../flat-sheet.ts';

const UNITS = 65;
const WRITTEN = 'item written';
const long = '区人民政府重点建设项目综合协调与群众工作服务中心办公室';

/** Pages are reckoned, not measured: they hold with the widths of either font. */
const FONTS = ['noto', 'wqy'] as const;

let browsers: Readonly<Record<(typeof FONTS)[number], Browser>>;
let server: TestServer;
let staff: StaffClient;

beforeAll(async () => {
  const [noto, wqy] = await Promise.all(FONTS.map((font) => launch([], font)));
  browsers = { noto: must(noto), wqy: must(wqy) };
  server = await startServer();
  staff = await moderator(server);
  const names = Array.from({ length: UNITS }, (_, n) =>
    n % 5 === 3
      ? `${long}（${long}）${String(n)}`.padEnd(n % 2 === 0 ? 120 : 60, '部')
      : `区直单位第${String(n + 1)}局`,
  );
  const rows = names.map((name, n) => `U${String(n + 1).padStart(2, '0')},${name},区级部门\n`);
  await staff.importRoster(
    'subjects',
    'units.csv',
    Buffer.from(`编号,名称,类别\n${rows.join('')}`),
  );
  const subjects = staff.view.subjects.map(({ id }) => id);
  const live = subjects[3];
  if (live === undefined) throw new Error('too few units');
  const items: Item[] = [
    ...staff.view.agenda.map(({ item }) => item),
    {
      ...{ id: 'score' as ItemId, kind: 'score', subjects: [live] },
      ...{ secrecy: 'named', sheet: 'live', disclosure: 'live', seconds: 120 },
    },
    {
      ...{ id: 'written' as ItemId, kind: 'written', subjects },
      ...{ sheet: 'live', disclosure: 'hidden' },
    },
  ];
  await staff.run({ type: 'SetAgenda', items });
});

afterAll(async () => {
  staff.close();
  await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  await server.stop();
});

async function paper(language: 'zh' | 'en', font: (typeof FONTS)[number]) {
  const { page, complaints } = await openConsole(
    browsers[font],
    staff,
    'paper',
    'laptop',
    language,
  );
  const text = paperText[language];
  const which = page.getByLabel(text.which);
  await which.waitFor();
  const copies = (n: number) => page.getByLabel(text.copies).fill(String(n));
  return { page, text, which, copies, complaints };
}

/** Whatever reaches over the paper's edge less 5 mm, or out of the box that it stands in. */
async function cutOff(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const margin = (5 * 96) / 25.4;
    return [...document.querySelectorAll('section > article')].flatMap((form) => {
      const sheet = (form.parentElement ?? form).getBoundingClientRect();
      const own = form.getBoundingClientRect();
      return [...form.querySelectorAll('*')].flatMap((one) => {
        const box = one.getBoundingClientRect();
        const inside =
          box.left >= sheet.left + margin - 1 &&
          box.right <= sheet.right - margin + 1 &&
          box.top >= own.top + margin - 1 &&
          box.bottom <= own.bottom - margin + 1 &&
          one.scrollWidth <= one.clientWidth + (one.clientWidth === 0 ? 1e4 : 1);
        return inside ? [] : [`${one.tagName} ${one.textContent.slice(0, 20)}`];
      });
    });
  });
  await page.emulateMedia({ media: null });
  return found;
}

it.each(IN_EACH)('two forms to a page, with %s in %s', async (font, language) => {
  const { page, text, copies, which, complaints } = await paper(language, font);
  // Nothing is on yet: the first round of the agenda is offered.
  expect(await which.inputValue()).toBe('item score');
  for (const [n, pages] of [
    [1, 1],
    [2, 1],
    [3, 2],
  ] as const) {
    await copies(n);
    await page.getByRole('button', { name: text.print(pages), exact: true }).waitFor();
    expect(await printedPages(page)).toEqual(Array.from({ length: pages }, () => '210×297'));
    expect(await page.getByRole('article').count()).toBe(n);
  }
  expect(await cutOff(page)).toEqual([]);
  await picture(page, `paper-console-${language}`);
  await copies(51);
  await page.getByRole('button', { name: text.copiesRange(50) }).waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
  await copies(1);
  await which.selectOption('blank live');
  expect(await printedPages(page)).toEqual(['210×297']);
  expect(complaints).toEqual([]);
});

it.each(IN_EACH)(
  '65 units on upright pages, each with its heads, with %s in %s',
  async (font, language) => {
    const { page, text, copies, which } = await paper(language, font);
    await which.selectOption(WRITTEN);
    const pages = await page.getByRole('article').count();
    expect(pages).toBeGreaterThan(2);
    expect(await printedPages(page)).toEqual(Array.from({ length: pages }, () => '210×297'));
    expect(await page.locator('tbody tr').count()).toBe(UNITS);
    for (const n of Array.from({ length: pages }, (_, place) => place)) {
      const one = page.getByRole('article').nth(n);
      expect(await one.locator('thead th').count()).toBe(3 + 4);
      for (const words of [text.page(n + 1, pages), text.signature, text.goes])
        expect(await one.getByText(words).count()).toBe(1);
    }
    expect(await cutOff(page)).toEqual([]);
    await copies(2);
    expect(await printedPages(page)).toHaveLength(2 * pages);
  },
);

it('twelve criteria with long names: a form each on a page, a table across, and 65 forms beyond that', async () => {
  const criterion = (n: number, max: number) => ({
    ...{ id: `c${String(n)}`, max, step: max === 100 ? 5 : 1, weight: 1 },
    name: `第${String(n)}项：${'贯彻落实上级决策部署和推动重点任务完成情况'.repeat(2)}`.slice(
      0,
      40,
    ),
  });
  const adopt = (id: string, criteria: number) =>
    staff.run({
      type: 'AdoptSheet',
      sheet: flatSheet({
        ...{ id, name: '年度综合评分表' },
        criteria: Array.from({ length: criteria }, (_, n) => criterion(n + 1, n === 0 ? 100 : 10)),
      }),
    });
  await adopt('live', 12);
  for (const [font, language] of IN_EACH) {
    const { page, copies, which } = await paper(language, font);
    await copies(2);
    expect(await printedPages(page)).toEqual(['210×297', '210×297']);
    expect(await cutOff(page)).toEqual([]);
    await copies(1);
    await which.selectOption(WRITTEN);
    const pages = await page.getByRole('article').count();
    expect(await printedPages(page)).toEqual(Array.from({ length: pages }, () => '297×210'));
    expect(await page.locator('thead').count()).toBe(pages);
    expect(await page.locator('tbody tr').count()).toBe(UNITS);
    expect(await cutOff(page)).toEqual([]);
  }
  await adopt('live', 13);
  const { page, text } = await paper('zh', 'noto');
  await page.getByLabel(text.which).selectOption(WRITTEN);
  await page.getByText(text.tooMany).waitFor();
  expect(await printedPages(page)).toHaveLength(UNITS);
  expect(await cutOff(page)).toEqual([]);
});

it('[R6] is for staff alone', async () => {
  const { page } = await open(
    browsers.noto,
    `${server.origin}/m/${staff.meeting}/console/paper`,
    'laptop',
  );
  await page.getByText(consoleText.zh.login.logInTitle).first().waitFor();
  expect(await page.getByRole('article').count()).toBe(0);
});
