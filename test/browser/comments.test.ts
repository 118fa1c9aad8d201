// A comment by hands: written on a phone beside the scores, kept through a reload, released by staff, printed for its unit.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import { commentText } from '../../shared/text/comment.ts';
import { commentsText } from '../../shared/text/comments.ts';
import { countedText } from '../../shared/text/counted.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { moderator, must, startServer, type TestServer } from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { printedPages } from './printed.ts';
import { choiceOf, CRITERIA, openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

const UNITS = '编号,单位名称,类别\nD1,区教育局,区级部门\nD2,区水务局,区级部门\n';
const PEOPLE = `编号,姓名,组别\n${[1, 2, 3, 4, 5, 6].map((n) => `P${String(n)},代表${String(n)},人大代表`).join('\n')}\nP7,代表7,企业代表\n`;
const ROUND = 'r-score' as RoundId;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

describe.each(languages('en'))('a comment in %s', (language) => {
  const text = commentText[language];
  const list = commentsText[language];
  const opened: Opened[] = [];
  const phones: SocketPhone[] = [];
  let server: TestServer;
  let staff: StaffClient;
  let ticket = '';

  beforeAll(async () => {
    server = await startServer({ language });
    staff = await moderator(server);
    await staff.importRoster('subjects', 'u.csv', new TextEncoder().encode(UNITS));
    await staff.importRoster('reviewers', 'p.csv', new TextEncoder().encode(PEOPLE));
    const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
    await staff.run({ type: 'FillSeats', reviewers });
    const { version: _, reason: __, ...sheet } = must(staff.view.setup.sheets[0]);
    await staff.run({ type: 'AdoptSheet', sheet: { ...sheet, comments: true } });
    await staff.run({
      type: 'AddItems',
      after: null,
      items: [
        {
          ...{ id: 'score' as ItemId, kind: 'score', subjects: ['D1' as SubjectId] },
          ...{ secrecy: 'named', sheet: 'live', disclosure: 'hidden', seconds: 0 },
        },
      ],
    });
    await staff.run({ type: 'EnterItem', item: 'score' as ItemId });
    const [first, ...others] = await staff.tickets(reviewers);
    ticket = must(first).url;
    for (const { url } of others) {
      const phone = new SocketPhone({
        ...{ origin: staff.origin, meeting: staff.meeting },
        ticket: new URL(url).hash.slice(1),
      });
      phones.push(phone);
      await phone.join();
    }
    await staff.run({ type: 'OpenRound', item: 'score' as ItemId });
    for (const phone of phones) {
      await phone.until(({ stage }) => stage?.open.length === 1);
      await phone.vote(choiceOf([30, 15, 20, 10]));
    }
    const said = ['材料讲得清楚，数字可以再少一些。', '热线打得通，回电慢。'];
    for (const [n, phone] of [...phones.slice(0, 2), must(phones[5])].entries())
      await phone.comment({
        ...{ round: ROUND, attempt: 1, subject: 'D1' as SubjectId },
        words: said[n] ?? '企业代表只有一个人。',
      });
  });
  afterAll(async () => {
    for (const { context, complaints, page } of opened) {
      expect(complaints, page.url()).toEqual([]);
      await context.close();
    }
    for (const phone of phones) phone.close();
    staff.close();
    await server.stop();
  });

  const field = (page: Page) => page.getByLabel(text.label, { exact: true });
  const note = (page: Page, says: string) => page.getByText(says, { exact: true }).waitFor();
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).first().click();

  it('is typed before the scores, outlives a reload, goes out as they count, and can be changed', async () => {
    const one = await open(browser, ticket, 'phone', language);
    opened.push(one);
    const { page } = one;
    await press(page, greetingText[language].start);
    await note(page, text.notes.empty);
    await field(page).fill('先写一句');
    await note(page, text.notes.withBallot);
    await page.reload();
    await expect.poll(() => field(page).inputValue()).toBe('先写一句');
    await field(page).evaluate((one) => {
      one.scrollIntoView({ block: 'end' });
    });
    await picture(page, `comment-typed-${language}`);
    const { type, submit } = phoneText[language].sheet;
    for (const [n, criterion] of CRITERIA.entries())
      await page.getByLabel(type(criterion), { exact: true }).fill(String([40, 20, 25, 15][n]));
    await press(page, submit);
    await page.getByRole('heading', { name: countedText[language].word }).waitFor();
    await note(page, text.notes.kept);
    await picture(page, `comment-kept-${language}`);
    await field(page).fill('台账很细，\n整改再快一些。');
    await note(page, text.notes.changed);
    await press(page, text.keep);
    await note(page, text.notes.kept);
    await page.reload();
    await expect.poll(() => field(page).inputValue()).toBe('台账很细， 整改再快一些。');
    await note(page, text.notes.kept);
  });

  it('is read, released and printed, and a small group’s stays closed', async () => {
    await staff.run({ type: 'CloseRound', round: ROUND });
    const phone = must(opened[0]).page;
    await note(phone, text.stands);
    const one = await openConsole(browser, staff, 'comments', 'laptop', language);
    opened.push(one);
    const { page } = one;
    await note(page, list.none);
    await staff.run({ type: 'RevealRound', round: ROUND });
    await page.reload();
    await note(page, list.unread(3));
    await note(page, list.closed(1, 5));
    const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });
    const within = (words: string, name: string) =>
      row(words).getByRole('button', { name, exact: true }).click();
    await within('台账很细', list.release);
    await row('台账很细').getByText(list.states.released).waitFor();
    await within('热线打得通', `${list.withhold}…`);
    await row('热线打得通').getByLabel(list.reason).fill('不是说这家单位的');
    await within('热线打得通', list.withhold);
    await row('热线打得通').getByText('不是说这家单位的').waitFor();
    await note(page, list.unread(1));
    await picture(page, `comments-list-${language}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('台账很细').isVisible()).toBe(true);
    expect(await page.getByText(list.paper).isVisible()).toBe(true);
    for (const hidden of ['热线打得通', '材料讲得清楚', list.release, list.lead])
      expect(await page.getByText(hidden, { exact: false }).first().isVisible()).toBe(false);
    await picture(page, `comments-printed-${language}`);
    await page.emulateMedia({ media: null });
    expect(await printedPages(page)).toEqual(['210×297']);
    expect(await page.content()).not.toContain('企业代表只有一个人');
  });
});
