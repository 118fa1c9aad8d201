// From the QR code to the first score: the claim begins before the page is there, and is made once, whatever comes between; what
// it brings is shown before any socket stands (BALLOTS §3, R5, R7).
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { seatOfReviewer } from '../../shared/meeting/holders.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { PROTOCOL } from '../../shared/protocol.ts';
import { brokenText } from '../../shared/text/broken.ts';
import { commonText } from '../../shared/text/common.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { joinText } from '../../shared/text/join.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { heldCommits } from '../held-commits.ts';
import {
  importExamples,
  moderator,
  must,
  seatUnbound,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch } from './browser.ts';
import { CRITERIA, fillSheet } from './by-hand.ts';

const FIRST_FIELD = `${CRITERIA[0] ?? ''}的分数`;
const START = { name: greetingText.zh.start };
const MODULES = '**/assets/{index,shared,seat}-*.js';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;
let tickets: PrintedTicket[];
let present: SocketPhone;
const commits = heldCommits();

beforeAll(async () => {
  server = await startServer({ openStore: commits.openStore });
  browser = await launch();
  staff = await moderator(server);
  await importExamples(staff);
  tickets = [...(await seatUnbound(staff, 24))];
  const [first] = tickets.splice(0, 1);
  const ticket = new URL(must(first).url).hash.slice(1);
  // A round opens for a hall where someone is.
  present = new SocketPhone({ origin: server.origin, meeting: staff.meeting, ticket });
  await present.join();
  await stageScoring(staff, 'A01', 'hidden');
});
afterAll(async () => {
  present.close();
  staff.close();
  await browser.close();
  await server.stop();
});

interface Scan {
  readonly ticket: PrintedTicket;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly requests: Request[];
  readonly claims: () => readonly Request[];
  /** How often the seat has been claimed, by the server's own book. */
  readonly taken: () => number;
}

/** Another person's phone, with a ticket that nobody has used; it has not scanned yet. */
async function newPhone(): Promise<Scan> {
  const ticket = must(tickets.pop(), 'a ticket');
  const context = await browser.newContext({ locale: 'zh-CN' });
  context.setDefaultTimeout(45_000);
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  return {
    ...{ ticket, context, requests, page: await context.newPage() },
    claims: () => requests.filter((request) => request.url().endsWith('/api/claim')),
    taken: () => {
      const { meeting } = must(server.app.halls.byCode(staff.meeting)).world;
      return must(seatOfReviewer(meeting, ticket.reviewer)).claim;
    },
  };
}

const scan = ({ page, ticket }: Scan) => page.goto(ticket.url, { waitUntil: 'commit' });
const greeted = ({ page }: Scan) => page.getByRole('button', START).waitFor();
const addressOf = ({ page }: Scan) => page.evaluate(() => location.href);
const keptIn = ({ page }: Scan) => page.evaluate(() => sessionStorage.length);

/** What comes to it waits until it is opened. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((done) => (open = done));
  const goOn = async (route: Route) => {
    await opened;
    await route.continue();
  };
  return { open, opened, goOn };
}

/** No socket of this phone comes to stand, in whichever way it tries, before the function is called. */
async function holdSockets({ page }: Scan): Promise<() => void> {
  const sockets = gate();
  await page.routeWebSocket('**/live/**', async (socket) => {
    await sockets.opened;
    socket.connectToServer();
  });
  await page.route('**/live/**', sockets.goOn);
  return sockets.open;
}

/** A claim by which the server takes the seat, and of which this browser hears nothing. */
const sendUnheard = (request: Request) =>
  fetch(request.url(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: request.postData(),
  });

describe('a scanned code', () => {
  it('is claimed once, before any module has come, and its secret is in no address', async () => {
    const phone = await newPhone();
    const modules = gate();
    await phone.context.route(MODULES, modules.goOn);
    await scan(phone);
    await expect.poll(phone.taken).toBe(1);
    expect(await addressOf(phone)).not.toContain('#');
    expect(await keptIn(phone)).toBe(1);
    modules.open();
    await greeted(phone);
    await expect.poll(() => keptIn(phone)).toBe(0);
    await phone.page.getByRole('button', START).click();
    await fillSheet(phone.page, [30, 15, 20, 10]);
    expect(phone.claims()).toHaveLength(1);
    expect(phone.taken()).toBe(1);
    const secret = new URL(phone.ticket.url).hash.slice(1);
    for (const request of phone.requests.slice(1)) {
      expect(request.url()).not.toContain(secret);
      expect(request.headers()['referer']).toBeUndefined();
    }
    await phone.context.close();
  });

  it('is not claimed again by a reload, nor by a second scan in another tab', async () => {
    const phone = await newPhone();
    await scan(phone);
    await greeted(phone);
    await phone.page.reload();
    await phone.page.getByLabel(FIRST_FIELD).waitFor();
    expect(phone.claims()).toHaveLength(1);
    const other = await phone.context.newPage();
    await other.goto(phone.ticket.url);
    await other.getByRole('button', START).waitFor();
    // The same phone shows it once more: no takeover, and the first tab stays.
    expect(phone.claims()).toHaveLength(2);
    expect(phone.taken()).toBe(1);
    await phone.page.getByLabel(FIRST_FIELD).waitFor();
    await phone.context.close();
  });

  it('waits for a slow answer, and asks no second time', async () => {
    const phone = await newPhone();
    const answers = gate();
    await phone.context.route('**/api/claim', async (route) => {
      const response = await route.fetch();
      await answers.opened;
      await route.fulfill({ response });
    });
    await scan(phone);
    await phone.page.getByRole('heading').first().waitFor();
    await expect.poll(phone.taken).toBe(1);
    answers.open();
    await greeted(phone);
    expect(phone.claims()).toHaveLength(1);
    await phone.context.close();
  });

  it('asks again by itself where the first claim found no network', async () => {
    const phone = await newPhone();
    await phone.context.route('**/api/claim', (route) => route.abort(), { times: 1 });
    await scan(phone);
    await greeted(phone);
    expect(phone.claims()).toHaveLength(2);
    expect(phone.taken()).toBe(1);
    expect(await addressOf(phone)).not.toContain('#');
    await phone.context.close();
  });

  it.each([
    ['all but its cookie', (route: Route): Promise<unknown> => route.fetch(), 1],
    ['all of it', (route: Route): Promise<unknown> => sendUnheard(route.request()), 2],
  ])(
    'comes in by itself where the answer was lost, %s, and hears of no other device',
    async (_, take, taken) => {
      const phone = await newPhone();
      await phone.context.route(
        '**/api/claim',
        async (route) => {
          await take(route);
          await route.abort();
        },
        { times: 1 },
      );
      await scan(phone);
      await greeted(phone);
      expect(await phone.page.getByRole('alert').count()).toBe(0);
      expect(phone.claims()).toHaveLength(2);
      expect(phone.taken()).toBe(taken);
      await phone.page.getByRole('button', START).click();
      await fillSheet(phone.page, [30, 15, 20, 10]);
      await phone.context.close();
    },
  );

  it('is taken once where the page is loaded anew while the answer is on its way', async () => {
    const phone = await newPhone();
    const modules = gate();
    await phone.context.route(MODULES, modules.goOn);
    const write = commits.hold();
    await scan(phone);
    await expect.poll(() => commits.waiting).toBe(1);
    await phone.page.reload({ waitUntil: 'commit' });
    write();
    await expect.poll(async () => (await phone.context.cookies()).length).toBe(1);
    modules.open();
    await phone.page.getByLabel(FIRST_FIELD).waitFor();
    expect(phone.claims()).toHaveLength(1);
    expect(phone.taken()).toBe(1);
    await expect.poll(() => keptIn(phone)).toBe(0);
    await phone.context.close();
  });

  it('is still known to a page that is loaded anew before it was there', async () => {
    const phone = await newPhone();
    const modules = gate();
    await phone.context.route('**/api/claim', (route) => route.abort(), { times: 1 });
    await phone.context.route(MODULES, modules.goOn);
    await scan(phone);
    await expect.poll(() => phone.claims().length).toBe(1);
    expect(await addressOf(phone)).not.toContain('#');
    await phone.page.reload({ waitUntil: 'commit' });
    modules.open();
    await greeted(phone);
    expect(phone.taken()).toBe(1);
    expect(await addressOf(phone)).not.toContain('#');
    await expect.poll(() => keptIn(phone)).toBe(0);
    await phone.context.close();
  });

  it('is still known to a page that is loaded anew at the door, where the server could not be reached', async () => {
    const phone = await newPhone();
    await phone.context.route('**/api/claim', (route) => route.abort(), { times: 2 });
    await scan(phone);
    await phone.page.getByText(joinText.zh.offline).waitFor();
    await phone.page.reload();
    await greeted(phone);
    expect(phone.taken()).toBe(1);
    await expect.poll(() => keptIn(phone)).toBe(0);
    await phone.context.close();
  });

  it('says at the door what is wrong with it, and what is typed there is a claim of its own', async () => {
    const phone = await newPhone();
    await phone.page.goto(`${new URL(phone.ticket.url).origin}/m/${staff.meeting}/j#unknown`);
    await phone.page.getByLabel(joinText.zh.code).waitFor();
    expect(phone.claims()).toHaveLength(1);
    await phone.page.getByLabel(joinText.zh.code).fill(phone.ticket.code);
    await phone.page.getByRole('button', { name: joinText.zh.enter }).click();
    await greeted(phone);
    expect(phone.claims()).toHaveLength(2);
    await phone.context.close();
  });

  it('is taken over by a second phone, and the first says so', async () => {
    const phone = await newPhone();
    await scan(phone);
    await greeted(phone);
    const context = await browser.newContext({ locale: 'zh-CN' });
    const second = await context.newPage();
    await second.goto(phone.ticket.url);
    await second.getByRole('button', START).waitFor();
    await phone.page.getByRole('alert').waitFor();
    expect(phone.taken()).toBe(2);
    await context.close();
    await phone.context.close();
  });

  it('is claimed by the page itself where start.js does not come', async () => {
    const phone = await newPhone();
    await phone.context.route('**/assets/start-*.js', (route) => route.abort());
    await scan(phone);
    await greeted(phone);
    expect(phone.claims()).toHaveLength(1);
    expect(await addressOf(phone)).not.toContain('#');
    await phone.context.close();
  });

  it('is in the address again where the page did not come, so that a reload has it', async () => {
    const phone = await newPhone();
    await phone.context.route('**/assets/index-*.js', (route) => route.abort(), { times: 1 });
    await scan(phone);
    await phone.page.getByText(brokenText.zh.start).waitFor();
    await expect.poll(() => addressOf(phone)).toBe(phone.ticket.url);
    await phone.page.reload();
    await greeted(phone);
    expect(phone.taken()).toBe(1);
    expect(await addressOf(phone)).not.toContain('#');
    await phone.context.close();
  });

  it('is put over no other code that came into the address meanwhile', async () => {
    const phone = await newPhone();
    const modules = gate();
    await phone.context.route('**/assets/index-*.js', async (route) => {
      await modules.opened;
      await route.abort();
    });
    await scan(phone);
    await expect.poll(phone.taken).toBe(1);
    await phone.page.evaluate(() => {
      location.hash = 'other';
    });
    modules.open();
    await phone.page.getByText(brokenText.zh.start).waitFor();
    expect(await addressOf(phone)).toMatch(/\/j#other$/);
    await phone.context.close();
  });

  it('is left alone in a browser that is too old for the page: another one can open the address', async () => {
    const phone = await newPhone();
    await phone.context.addInitScript(() => {
      delete (HTMLScriptElement.prototype as Partial<HTMLScriptElement>).noModule;
    });
    await phone.context.route('**/assets/index-*.js', (route) => route.abort());
    await scan(phone);
    await phone.page.getByText(brokenText.zh.start).waitFor();
    expect(phone.claims()).toHaveLength(0);
    expect(await addressOf(phone)).toBe(phone.ticket.url);
    await phone.context.close();
  });
});

describe('a door that is still on its way', () => {
  it('says so', async () => {
    const phone = await newPhone();
    const [asked, door] = [gate(), gate()];
    await phone.context.route('**/assets/Join-*.js', (route) => {
      asked.open();
      return door.goOn(route);
    });
    await phone.page.goto(`${server.origin}/m/${staff.meeting}/j`, { waitUntil: 'commit' });
    await asked.opened;
    await phone.page.getByText(commonText.zh.loading).waitFor();
    door.open();
    await phone.page.getByLabel(joinText.zh.code).waitFor();
    await phone.context.close();
  });
});

describe('what the claim brings', () => {
  it('is scored before any socket stands, and counts once one does', async () => {
    const phone = await newPhone();
    const connects = await holdSockets(phone);
    await scan(phone);
    await phone.page.getByRole('button', START).click();
    await fillSheet(phone.page, [30, 15, 20, 10]);
    await phone.page.getByRole('button', { name: '提交评分' }).click();
    const { done } = staff.view.progress;
    connects();
    await phone.page.getByRole('heading', { name: '已计入' }).waitFor();
    await staff.until(({ progress }) => progress.done === done + 1);
    await phone.context.close();
  });

  it('tells the time by when it came, however late the page is there', async () => {
    const phone = await newPhone();
    const modules = gate();
    await phone.page.clock.install();
    await holdSockets(phone);
    await phone.context.route(MODULES, modules.goOn);
    await scan(phone);
    await expect.poll(phone.taken).toBe(1);
    await phone.page.evaluate(
      () => (window as unknown as { readonly begun: { readonly claim: unknown } }).begun.claim,
    );
    await phone.page.clock.fastForward('20:00');
    modules.open();
    await phone.page.getByRole('button', START).click();
    // The round has two minutes, of which some have gone.
    expect(await phone.page.getByRole('timer').innerText()).toMatch(/−(1[6-9]|2\d):\d\d$/);
    await phone.context.close();
  });

  it.each([
    ['brings none', () => undefined],
    ['is of another version', (view: object) => ({ ...view, protocol: PROTOCOL + 1 })],
  ])('is waited for at the socket where an answer %s', async (_, other) => {
    const phone = await newPhone();
    const connects = await holdSockets(phone);
    await phone.context.route('**/api/claim', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { readonly view: object };
      await route.fulfill({ response, json: { ...answer, view: other(answer.view) } });
    });
    await scan(phone);
    await phone.page.getByRole('heading', { name: phoneText.zh.connecting }).waitFor();
    connects();
    await phone.page.getByRole('button', START).click();
    await phone.page.getByLabel(FIRST_FIELD).waitFor();
    await phone.context.close();
  });
});
