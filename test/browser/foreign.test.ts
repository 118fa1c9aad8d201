// Pages opened under an address that the server was not told of: each says so, and what to open, instead of blaming the code.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import {
  moderator,
  must,
  seatPhones,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, SIZES } from './browser.ts';

const NAME = 'lab.example.cn';

let browser: Browser;
let server: TestServer;
let code: string;
let link: string;
let ticket: PrintedTicket;
const folder = temporaryFolder();
/** The server under a name that only this browser knows. */
let foreign: string;
/** An address that the server knows, and that is not loopback to a page. */
let known: string;

beforeAll(async () => {
  browser = await launch([`--host-resolver-rules=MAP *.example.cn 127.0.0.1`]);
  server = await startServer({ data: folder.path, publicUrl: null });
  const port = new URL(server.origin).port;
  foreign = `http://${NAME}:${port}`;
  known = `http://hall.example.cn:${port}`;
  const staff = await moderator(server);
  code = staff.meeting;
  link = (await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' })).url;
  const { tickets, phones } = await seatPhones(staff, server.origin, 3);
  for (const phone of phones) phone.close();
  ticket = must(tickets[0]);
  staff.close();
  await restart({ publicUrl: known });
});

afterAll(async () => {
  await browser.close();
  await server.app.close();
  folder.remove();
});

async function restart(options: Parameters<typeof startServer>[0]): Promise<void> {
  const port = Number(new URL(server.origin).port);
  await server.app.close();
  server = await startServer({ data: folder.path, port, ...options });
}

const secret = () => new URL(ticket.url).hash;
const cover = (page: Page) => page.getByRole('alert').filter({ hasText: '请换个网址打开' });

async function show(
  path: string,
  size: keyof typeof SIZES = 'laptop',
  language: 'zh' | 'en' = 'zh',
): Promise<Page> {
  return (await open(browser, foreign + path, size, language)).page;
}

describe('a page under a foreign address', () => {
  it.each([
    ['the phone with a code', 'phone', (): string => `/m/${code}/j${secret()}`],
    ['the phone without one', 'phone', (): string => `/m/${code}/j`],
    ['the console', 'laptop', (): string => `/m/${code}/console`],
    ['the list of meetings', 'laptop', (): string => '/console'],
    ['a staff link', 'laptop', (): string => `/console${new URL(link).hash}`],
    ['the minutes', 'laptop', (): string => `/m/${code}/console/minutes`],
    ['the screen', 'projector', (): string => `/m/${code}/screen`],
    ['viewers', 'phone', (): string => `/m/${code}/watch`],
    ['the tablet', 'tablet', (): string => `/m/${code}/kiosk`],
    ['the front page', 'phone', (): string => '/'],
    ['a bare path', 'phone', (): string => '/watch'],
  ] as const)(
    '%s says what it is and where to go, with the same place',
    async (what, size, path) => {
      const page = await show(path(), size);
      await cover(page).getByText(foreign, { exact: false }).first().waitFor();
      await cover(page).getByText(`--public-url ${known},${foreign}`).waitFor();
      const href = await cover(page).getByRole('link', { name: known }).getAttribute('href');
      // A bare path leads on to the one meeting before or after that.
      const places = path() === '/watch' ? ['/watch', `/m/${code}/watch`] : [path()];
      expect(places.map((place) => known + place)).toContain(href);
      await picture(page, `foreign-${what.replaceAll(' ', '-')}`);
      await page.context().close();
    },
  );

  it('leads a phone to its seat with the code that it came with', async () => {
    const page = await show(`/m/${code}/j${secret()}`, 'phone');
    expect(page.url()).not.toContain(secret());
    await cover(page).getByRole('link', { name: known }).click();
    await page
      .getByRole('button', { name: '开始' })
      .or(page.getByText(ticket.name))
      .first()
      .waitFor();
    expect(new URL(page.url()).origin).toBe(known);
    expect(page.url()).not.toContain(secret());
    await page.context().close();
  });

  it('goes on by itself once the server was told of it; what was below is still there', async () => {
    const screen = await show(`/m/${code}/screen`, 'projector', 'en');
    await screen.getByText('Please open another address').waitFor();
    await picture(screen, 'foreign-screen-en');
    const phone = await show(`/m/${code}/j${secret()}`, 'phone', 'en');
    await phone.getByText('Please open another address').waitFor();
    await picture(phone, 'foreign-phone-en');
    const desk = await show('/console', 'laptop', 'en');
    await desk.getByText('Please open another address').waitFor();
    await picture(desk, 'foreign-console-en');
    await restart({ publicUrl: known, alsoAt: [foreign] });
    for (const page of [screen, phone, desk])
      await page.getByText('Please open another address').waitFor({ state: 'detached' });
    await screen.getByText('区政府年度绩效评议会').first().waitFor();
    await phone.getByRole('button', { name: 'Try again' }).click();
    await phone.getByText(ticket.name).first().waitFor();
    await desk.getByRole('heading', { name: 'Log in to the console' }).waitFor();
    for (const page of [screen, phone, desk]) await page.context().close();
  });
});
