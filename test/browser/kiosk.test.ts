// The desk's tablet in real Chromium: one person after the other, nobody's ballot lost, nothing of anyone left behind.
import { reviewerHolder } from '../../shared/meeting/people.ts';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { DrawId, ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import { itInSoak } from '../repetitions.ts';
import {
  importExamples,
  moderator,
  must,
  seatUnbound,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { CRITERIA, fillSheet, ONWARD } from './by-hand.ts';

const UNIT = 'A01';
const WRITTEN = 65;

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let seated: readonly PrintedTicket[];
const opened: Opened[] = [];
const phones: SocketPhone[] = [];

beforeEach(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  seated = await seatUnbound(staff, 4);
  // A round opens for a hall where someone is.
  await join(ticket(3));
});

afterEach(async () => {
  for (const phone of phones.splice(0)) phone.close();
  for (const { context, complaints } of opened.splice(0)) {
    await context.close();
    // Chromium itself says so of a network that was taken away.
    const own = complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(line));
    expect(own.filter((line) => !/status of 40[0-9]/.test(line))).toEqual([]);
  }
  staff.close();
  await browser.close();
  await server.stop();
});

describe('a person without a phone', () => {
  it('scores, sees it counted, and leaves nothing; the next one has their own seat', async () => {
    const [first, second] = [ticket(0), ticket(1)];
    await stageScoring(staff, UNIT, 'live');
    const page = await kiosk();
    await padIsBack(page);
    await picture(page, 'kiosk-01-pad');
    await enter(page, first);
    await page.getByRole('heading', { name: first.name }).waitFor();
    await page.getByText(first.group).first().waitFor();
    await picture(page, 'kiosk-02-greeting');
    await page.getByRole('button', { name: '是我，开始' }).click();
    await fillSheet(page, [38, 19, 24, 13]);
    await picture(page, 'kiosk-03-sheet');
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    await staff.until(({ progress }) => progress.done === 1);
    // Whoever shares a tablet is not told to lock it.
    expect(await page.getByText('现在可以锁屏').isVisible()).toBe(false);
    await picture(page, 'kiosk-04-counted');
    await page.getByRole('button', { name: /^完成，交还平板/ }).click();
    await padIsBack(page);
    await nothingRemains(page, first);

    // Back and reload lead to nobody's seat.
    await page.goBack();
    await page.goForward();
    await padIsBack(page);
    await page.reload();
    await padIsBack(page);
    await nothingRemains(page, first);
    await page.goto(at('j'));
    await page.getByLabel('短码').waitFor();
    expect(await page.getByText(first.name).count()).toBe(0);
    await page.goto(at('kiosk'));

    await enter(page, second);
    await page.getByRole('heading', { name: second.name }).waitFor();
    await page.getByRole('button', { name: '是我，开始' }).click();
    await page.getByText('还差4项').waitFor();
    expect(await page.getByText(first.name).count()).toBe(0);
    await fillSheet(page, [10, 10, 10, 10]);
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    await staff.until(({ progress }) => progress.done === 2);
    await page.getByRole('button', { name: /^完成，交还平板/ }).click();
    await padIsBack(page);

    // [R12] The first one's own phone, found after all, takes the same ticket and shows the same ballot.
    const own = await show(first.url, 'phone');
    await own.getByRole('button', { name: '是我，开始' }).click();
    await own.getByRole('heading', { name: '已计入' }).waitFor();
    await own.getByText('94', { exact: true }).first().waitFor();
    expect(await ballotsOf(second)).toMatchObject([
      { rev: 1, choice: { scores: { c1: 10, c2: 10, c3: 10, c4: 10 } } },
    ]);
  });

  it('who walks away is counted out after a minute; a touch keeps the seat', async () => {
    const [first, second] = [ticket(0), ticket(1)];
    await stageScoring(staff, UNIT, 'live');
    const page = await kiosk('zh', { clock: true });
    await enter(page, first);
    await page.getByRole('button', { name: '是我，开始' }).click();
    await fillSheet(page, [40, 20]);
    await page.clock.runFor(41_000);
    await page.getByText(/还在评吗？\d+秒后自动交还/).waitFor();
    await picture(page, 'kiosk-05-walked-away');
    await page.getByRole('button', { name: '继续评' }).click();
    await page.getByText('还在评吗').waitFor({ state: 'hidden' });
    await page.clock.runFor(35_000);
    expect(await page.getByLabel(`${CRITERIA[0]}的分数`).inputValue()).toBe('40');
    await page.clock.runFor(26_000);
    await padIsBack(page);
    await nothingRemains(page, first);
    expect(staff.view.progress.done).toBe(0);

    // What was half filled in is there for nobody, not even for whoever comes back.
    for (const person of [second, first]) {
      await enter(page, person);
      await page.getByRole('button', { name: '是我，开始' }).click();
      await page.getByText('还差4项').waitFor();
      await page.getByRole('button', { name: '交还平板' }).click();
      await padIsBack(page);
    }

    // Counted: no more is to be done, and the tablet goes back sooner.
    await enter(page, second);
    await page.getByRole('button', { name: '是我，开始' }).click();
    await fillSheet(page, [10, 10, 10, 10]);
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByRole('heading', { name: '已计入' }).waitFor();
    await page.clock.runFor(11_000);
    await padIsBack(page);

    // A code that was left half typed goes as well.
    await page.getByRole('button', { name: 'A', exact: true }).click();
    await page.clock.runFor(61_000);
    expect(await page.getByLabel('短码').inputValue()).toBe('');
  });

  it('is asked before scores that were not submitted are dropped', async () => {
    await stageScoring(staff, UNIT, 'live');
    const page = await kiosk();
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await fillSheet(page, [40, 20, 25]);
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByText('还有1家填了分数，没有提交。').waitFor();
    await picture(page, 'kiosk-06-asked');
    await page.getByRole('button', { name: '回去提交' }).click();
    expect(await page.getByLabel(`${CRITERIA[2]}的分数`).inputValue()).toBe('25');
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('button', { name: '不提交，交还' }).click();
    await padIsBack(page);
    await nothingRemains(page, ticket(0));
  });
});

describe('the network is gone when they submit', () => {
  /** The first one's tablet, with a ballot that could not leave it. */
  async function submittedOffline(...how: Parameters<typeof kiosk>): Promise<Page> {
    await stageScoring(staff, UNIT, 'live');
    const page = await kiosk(...how);
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await fillSheet(page, [30, 20, 20, 10]);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交评分' }).click();
    return page;
  }

  it('[R5] the tablet waits with the ballot, then goes back by itself', async () => {
    const page = await submittedOffline();
    await page.getByText(/1张票存在这台平板上/).waitFor();
    await picture(page, 'kiosk-07-offline');
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('heading', { name: '1张票在等网络' }).waitFor();
    // The next person sees neither whose it is nor what it says.
    expect(await page.getByText(ticket(0).name).filter({ visible: true }).count()).toBe(0);
    await picture(page, 'kiosk-08-held');
    expect(staff.view.progress.done).toBe(0);
    // The language of one person is not the next one's: the tablet's own comes back.
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Waiting for the network: 1 ballot' }).waitFor();
    await picture(page, 'kiosk-08-held-en');

    await page.context().setOffline(false);
    await page.getByText('刚才那位的1张票已送到会场主机，已计入。').waitFor();
    await padIsBack(page);
    await picture(page, 'kiosk-09-arrived');
    await staff.until(({ progress }) => progress.done === 1);
    await nothingRemains(page, ticket(0));
    expect(await ballotsOf(ticket(0))).toMatchObject([
      { choice: { scores: { c1: 30, c2: 20, c3: 20, c4: 10 } } },
    ]);
    await enter(page, ticket(1));
    await page.getByRole('heading', { name: ticket(1).name }).waitFor();
  });

  itInSoak(
    'a tablet that was switched off meanwhile sends it before it is anyone else’s',
    async () => {
      const page = await submittedOffline('zh', { clock: true });
      await page.getByText(/1张票存在这台平板上/).waitFor();
      // Left by somebody in a hurry.
      await page.clock.runFor(61_000);
      await page.getByRole('heading', { name: '1张票在等网络' }).waitFor();
      expect(staff.view.progress.done).toBe(0);
      const context = page.context();
      await page.close();
      await context.setOffline(false);
      const again = await context.newPage();
      await again.goto(at('kiosk'));
      await padIsBack(again);
      await staff.until(({ progress }) => progress.done === 1);
      await nothingRemains(again, ticket(0));
    },
  );

  it('a ballot that came too late is told, by name, to the desk', async () => {
    const page = await submittedOffline();
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('heading', { name: '1张票在等网络' }).waitFor();
    await staff.run({ type: 'CloseRound', round: `r-score-${UNIT}` as RoundId });
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '1张票没有计入' }).waitFor();
    await page.getByText(ticket(0).name).waitFor();
    await picture(page, 'kiosk-10-lost');
    // Nobody has read it yet: it stands there after a reload as well.
    await page.reload();
    await page.getByRole('heading', { name: '1张票没有计入' }).waitFor();
    await page.getByText(ticket(0).name).waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await padIsBack(page);
    await nothingRemains(page, ticket(0));
  });

  itInSoak('with nothing to send, it closes the seat once the network is back', async () => {
    const page = await kiosk();
    await enter(page, ticket(0));
    await page.getByRole('heading', { name: ticket(0).name }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByText('连不上会场的主机，正在重试。').waitFor();
    await type(page, ticket(1).code);
    await picture(page, 'kiosk-11-letting-later');
    // Nobody enters over a seat that is still open.
    expect(await page.getByRole('button', { name: '正在退出上一位' }).count()).toBe(1);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '进入', exact: true }).click();
    await page.getByRole('heading', { name: ticket(1).name }).waitFor();
  });

  itInSoak(
    'who takes the seat to a phone meanwhile learns it there; the tablet says so',
    async () => {
      const page = await kiosk();
      await enter(page, ticket(0));
      await page.getByRole('button', { name: '是我，开始' }).click();
      const phone = await join(ticket(0));
      await page.getByText('这个席位刚才换到了另一部手机或平板').waitFor();
      await padIsBack(page);
      await picture(page, 'kiosk-11-replaced');
      // Letting go of what is not this tablet's any more leaves the phone its seat.
      expect(phone.ended).toBeNull();
      await enter(page, ticket(1));
      await page.getByRole('heading', { name: ticket(1).name }).waitFor();
    },
  );
});

describe('a word for a draw', () => {
  it('that is typed and not given is asked about; one without network waits for it', async () => {
    await lockQuestioner();
    const page = await kiosk();
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await page.getByLabel('输入一个字词').fill('绿水青山');
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByText('抽签字词还没有交。').waitFor();
    await picture(page, 'kiosk-20-word-asked');
    await page.getByRole('button', { name: '回去提交' }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('网络断开，抽签字词存在这台平板上').waitFor();
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('heading', { name: '抽签字词在等网络' }).waitFor();
    await picture(page, 'kiosk-21-word-held');
    await page.getByRole('button', { name: 'English' }).click();
    await page
      .getByRole('heading', { name: 'Waiting for the network: a word for the draw' })
      .waitFor();
    await picture(page, 'kiosk-21-word-held-en');
    await page.context().setOffline(false);
    await page.getByText('刚才那位的抽签字词已送到会场主机。').waitFor();
    await padIsBack(page);
    await nothingRemains(page, ticket(0));
    await staff.until(() => wordsIn() === 1);

    const other = await kiosk('en');
    await enter(other, ticket(1), 'Enter');
    await other.getByRole('button', { name: 'That is me, start' }).click();
    await other.getByLabel('Type a word').fill('river');
    await other.getByRole('button', { name: 'Hand back the tablet' }).click();
    await other.getByText('You did not send your word for the draw.').waitFor();
    await picture(other, 'kiosk-20-word-asked-en');
    await other.getByRole('button', { name: 'Hand back anyway' }).click();
    await other.getByLabel('Short code').waitFor();
    expect(wordsIn()).toBe(1);
  });

  itInSoak('that comes after the list was closed is said to have come too late', async () => {
    const draw = await lockQuestioner();
    const page = await kiosk();
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await page.getByLabel('输入一个字词').fill('绿水青山');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('heading', { name: '抽签字词在等网络' }).waitFor();
    await staff.run({ type: 'CloseWords', draw });
    await page.context().setOffline(false);
    await page.getByText('刚才那位的字词送到时，收字已截止，没有收进名单。').waitFor();
    await padIsBack(page);
    await nothingRemains(page, ticket(0));
  });
});

describe('a unit’s report', () => {
  it('opens on this page, and the tablet is in no hurry while it is read', async () => {
    const attached = await fetch(
      `${server.origin}/m/${staff.meeting}/api/subjects/${UNIT}/documents?name=report.pdf`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/octet-stream',
          origin: server.origin,
          cookie: staff.cookie,
        },
        body: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
      },
    );
    expect(attached.status).toBe(200);
    await stageScoring(staff, UNIT, 'live');
    const page = await kiosk('zh', { clock: true });
    // Chromium without a window has no viewer of its own; a tablet has.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true });
    });
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await page.getByRole('button', { name: '材料' }).click();
    await page.locator('iframe[title="report.pdf"]').waitFor();
    expect(await page.getByRole('link', { name: '在新页打开' }).count()).toBe(0);
    await picture(page, 'kiosk-22-report');
    await page.clock.runFor(62_000);
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByText('还差4项').waitFor();
    expect(page.context().pages()).toHaveLength(1);
  });
});

describe('a written round', () => {
  it('is done in parts, on whichever tablet is free', async () => {
    const units = staff.view.subjects.slice(12, 12 + WRITTEN).map(({ id }) => id);
    await openWritten(units);
    const page = await kiosk();
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    await page.getByText(`书面评议已计入0 / ${WRITTEN}`).waitFor();
    for (const n of [1, 2]) {
      await fillSheet(page, [40 - n, 20, 25, 15]);
      await page.getByRole('button', { name: ONWARD }).click();
      await page.getByText(`书面评议已计入${n} / ${WRITTEN}`).waitFor();
    }
    await picture(page, 'kiosk-12-written');
    // One more, begun: the tablet asks.
    await fillSheet(page, [7]);
    await page.getByText(`书面评议已计入2 / ${WRITTEN}，1家未提交`).waitFor();
    await picture(page, 'kiosk-13-written-draft');
    await page.getByRole('button', { name: '交还平板' }).click();
    await page.getByRole('button', { name: '不提交，交还' }).click();
    await padIsBack(page);
    await nothingRemains(page, ticket(0));
    await staff.until(({ written }) => written[0]?.done === 2);

    const other = await kiosk('en');
    await enter(other, ticket(0), 'Enter');
    await other.getByRole('button', { name: 'That is me, start' }).click();
    await other.getByText(`Written reports: 2 / ${WRITTEN} counted`).waitFor();
    expect(await other.getByText('not submitted').count()).toBe(0);
    await other.getByLabel(`${CRITERIA[0] ?? ''}: score`).fill('30');
    await other.getByRole('button', { name: 'Hand back the tablet' }).click();
    await other.getByText('1 unit has scores that you did not submit.').waitFor();
    await picture(other, 'kiosk-14-asked-en');
    await other.getByRole('button', { name: 'Hand back anyway' }).click();
    await other.getByLabel('Short code').waitFor();
  });

  itInSoak('all of it counted, the tablet says so and goes back soon', async () => {
    const units = staff.view.subjects.slice(12, 14).map(({ id }) => id);
    await openWritten(units);
    const page = await kiosk('zh', { clock: true });
    await enter(page, ticket(0));
    await page.getByRole('button', { name: '是我，开始' }).click();
    for (const n of [1, 2]) {
      await fillSheet(page, [40 - n, 20, 25, 15]);
      await page.getByRole('button', { name: ONWARD }).click();
      await page.getByText(n === 2 ? '书面评议2家全部计入' : '书面评议已计入1 / 2').waitFor();
    }
    await page.getByRole('button', { name: /^完成，交还平板/ }).waitFor();
    await picture(page, 'kiosk-15-written-done');
    await page.clock.runFor(21_000);
    await padIsBack(page);
    await staff.until(({ written }) => written[0]?.done === 2);
  });
});

describe('a code that opens no seat', () => {
  it('is answered in a clear sentence, and the tablet stays usable', async () => {
    const page = await kiosk();
    for (let tries = 0; tries < 3; tries++) {
      await enter(page, { code: '0000-0000' });
      await page.getByText('没有这个码。请对照纸上的字，再输一次。').waitFor();
      await page.getByText('您输入的是0000-0000').waitFor();
    }
    await picture(page, 'kiosk-16-wrong');

    const revoked = ticket(2);
    await staff.run({ type: 'RevokeTicket', holder: reviewerHolder(revoked.reviewer) });
    await enter(page, revoked);
    await page.getByText('这个码已经停用。请用新发的码，或请工作人员补发。').waitFor();
    await picture(page, 'kiosk-17-revoked');

    const seats = new Set<string>(seated.map(({ reviewer }) => reviewer));
    const others = pool().flatMap(({ reviewer: id }) => (id && !seats.has(id) ? [id] : []));
    const [waiting] = await staff.tickets(others.slice(0, 1));
    if (!waiting) throw new Error('nobody waits');
    await enter(page, waiting);
    await page.getByText(`${waiting.name}，您已登记到场`).waitFor();
    await page.getByText('您现在没有席位。').waitFor();
    await picture(page, 'kiosk-18-no-seat');

    // No network: what was typed stays, and is entered once more.
    await page.context().setOffline(true);
    await type(page, ticket(0).code);
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByText('连不上会场的主机。').waitFor();
    expect(await page.getByLabel('短码').inputValue()).toBe(ticket(0).code);
    await picture(page, 'kiosk-19-pad-offline');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByRole('heading', { name: ticket(0).name }).waitFor();
    await page.getByRole('button', { name: '交还平板' }).click();

    // A scanner types the address and Enter.
    await padIsBack(page);
    await page.getByLabel('短码').pressSequentially(ticket(1).url);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: ticket(1).name }).waitFor();
  });
});

function pool() {
  return staff.view.people.filter(({ reviewer }) => reviewer !== null);
}

function ticket(n: number): PrintedTicket {
  const one = seated[n];
  if (!one) throw new Error(`no ticket ${String(n)}`);
  return one;
}

function at(page: string): string {
  return `${server.origin}/m/${staff.meeting}/${page}`;
}

async function show(url: string, size: Parameters<typeof open>[2]): Promise<Page> {
  const one = await open(browser, url, size);
  opened.push(one);
  return one.page;
}

/** @param clock the page's clock can be moved */
async function kiosk(language: 'zh' | 'en' = 'zh', { clock = false } = {}): Promise<Page> {
  const one = await open(browser, 'about:blank', 'tablet', language);
  opened.push(one);
  if (clock) await one.page.clock.install();
  await one.page.goto(at('kiosk'));
  return one.page;
}

async function type(page: Page, code: string): Promise<void> {
  for (const letter of code.replace('-', ''))
    await page.getByRole('button', { name: letter, exact: true }).click();
}

/** On the tablet's own keys, as printed. */
async function enter(page: Page, { code }: { code: string }, key = '进入'): Promise<void> {
  await type(page, code);
  await page.getByRole('button', { name: key, exact: true }).click();
}

/** The pad is there, and takes the next code. */
async function padIsBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: '还差8位' }).waitFor();
  expect(await page.getByLabel('短码').inputValue()).toBe('');
}

/** Neither shown, nor stored, nor a session: of this person only the server knows. */
async function nothingRemains(page: Page, { name }: PrintedTicket): Promise<void> {
  expect(await page.getByText(name).count()).toBe(0);
  const kept = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  expect(kept.filter((key) => /seat|word|kiosk/.test(key))).toEqual([]);
  const cookies = await page.context().cookies();
  expect(cookies.filter((cookie) => cookie.name.includes('seat'))).toEqual([]);
}

async function join({ url }: PrintedTicket): Promise<SocketPhone> {
  const { origin } = server;
  const { meeting } = staff;
  const phone = new SocketPhone({ origin, meeting, ticket: new URL(url).hash.slice(1) });
  phones.push(phone);
  await phone.join();
  return phone;
}

/** What the server holds of a person, as their phone is told. */
async function ballotsOf(person: PrintedTicket) {
  return (await join(person)).view.me?.ballots ?? [];
}

/** A draw of who asks stands on stage, and phones may send their words for it. */
async function lockQuestioner(): Promise<DrawId> {
  const item = 'ask' as ItemId;
  await staff.run({
    type: 'AddItems',
    after: null,
    items: [
      { id: item, kind: 'draw', purpose: 'questioner', take: 1, sources: ['phones', 'salt'] },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  return must(drawNow()?.id, 'a draw');
}

function drawNow() {
  const { body } = staff.view.control.stage;
  return body.kind === 'draw' ? body.draw : null;
}

function wordsIn(): number {
  return drawNow()?.words?.sent ?? 0;
}

async function openWritten(subjects: readonly SubjectId[]): Promise<void> {
  const item = 'w' as ItemId;
  await staff.run({
    type: 'AddItems',
    after: null,
    items: [{ id: item, kind: 'written', subjects, sheet: 'live', disclosure: 'hidden' }],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'OpenRound', item });
}
