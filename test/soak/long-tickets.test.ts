// Tickets of the longest names and addresses, with Noto Sans CJK and with WenQuanYi.
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { consoleText } from '../../shared/text/console.ts';
import { moderator, startServer, type TestServer } from '../with-server.ts';
import { fontsIn, launch, picture, type Opened } from '../browser/browser.ts';
import { openConsole, pressTwice } from '../browser/by-hand.ts';
import { unreadable } from '../browser/legible.ts';
import { printedPages } from '../browser/printed.ts';

/** The longest that a roster takes, in Chinese, in Latin letters with and without blanks, in full-width ones. */
const LONGEST = [
  '阿卜杜热合曼买买提艾力吐尔逊江'.repeat(8),
  'Wolfeschlegelsteinhausenbergerdorff Konstantinovich Aleksandr '.repeat(2).slice(0, 119),
  'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren'.repeat(3).slice(0, 120),
  'ＷＭ＠％'.repeat(30),
];
const TITLE = '二〇二六年度区直部门和乡镇街道主要负责同志述职评议大会'.repeat(8).slice(0, 120);
const LABEL = 'pingyi-quzhengfu-bangongshi-xitong-duan-dao-duan-zonghe-xiezuo';
/** The longest that DNS has. */
const HOST = `${'w'.repeat(63)}.${LABEL}.${'m'.repeat(63)}.${'w'.repeat(55)}.gov.cn`;
const ADDRESSES = [
  'http://[2001:0db8:85a3:1234:5678:8a2e:0370:7334]:18443',
  `https://${HOST}:18443`,
];

let servers: readonly TestServer[];
let first: StaffClient;
let second: StaffClient;
const opened: Opened[] = [];

beforeAll(async () => {
  servers = await Promise.all(ADDRESSES.map((publicUrl) => startServer({ publicUrl })));
  const [a, b] = servers;
  if (!a || !b) throw new Error('two servers');
  [first, second] = await Promise.all([moderator(a), moderator(b)]);
});
afterEach(async () => {
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    expect(complaints).toEqual([]);
  }
});
afterAll(async () => {
  first.close();
  second.close();
  await Promise.all(servers.map((server) => server.stop()));
});

describe.each(['noto', 'wqy'] as const)('with %s', (font) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch([], font);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('tickets of the longest names, groups, titles and addresses stay on their cards', async () => {
    for (const [n, staff] of [first, second].entries())
      for (const rehearsal of [false, true]) {
        const language = rehearsal ? 'en' : 'zh';
        const own = new StaffClient(staff.origin);
        own.cookie = staff.cookie;
        await own.create(TITLE, rehearsal ? { rehearsal } : {});
        // Everyone twice: all of them bear an id of the longest sort beside it.
        const rows = [...LONGEST, ...LONGEST].map(
          (name, place) =>
            `${`P${String(place)}`.padEnd(64, '-0123456789')},${name},${'组'.repeat(60)}\n`,
        );
        await own.importRoster(
          'reviewers',
          'r.csv',
          Buffer.from(`编号,姓名,组别\n${rows.join('')}`),
        );
        const text = consoleText[language].tickets;
        const one = await openConsole(browser, own, 'setup/tickets', 'laptop', language);
        opened.push(one);
        const { page } = one;
        await page.getByLabel(text.pool).check();
        await page.getByText(text.pages(8, 1)).waitFor();
        await pressTwice(page, text.issue(8), language);
        await page
          .getByRole('dialog', { name: text.sheets })
          .getByRole('listitem')
          .nth(7)
          .waitFor();
        expect(await fontsIn(page, 'dialog li p')).toEqual([font]);
        await page.setViewportSize({ width: 900, height: 1300 });
        await picture(page, `fonts-tickets-${font}-${String(n)}-${language}`);
        expect(await printedPages(page)).toEqual(['210×297']);
        await page.emulateMedia({ media: 'print' });
        expect(await unreadable(page, 'dialog li')).toEqual([]);
        // Nobody's name is shortened: it is what a ticket is handed out by.
        for (const [place, name] of [...LONGEST, ...LONGEST].entries()) {
          const card = page.getByRole('dialog').getByRole('listitem').nth(place);
          const shown = card.getByText(name, { exact: true });
          expect(await shown.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThan(2);
        }
        own.close();
      }
  });
});
