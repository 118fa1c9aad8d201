// Whoever may not make meetings sees no form for it, but whom to ask; and what the moderator makes comes by itself.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { consoleText } from '../../shared/text/console.ts';
import { readinessText } from '../../shared/text/readiness.ts';
import { PASSPHRASE, startServer, type TestServer } from '../with-server.ts';
import { launch, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { languages } from './sizes.ts';

let browser: Browser;
let server: TestServer;
let moderator: StaffClient;
const opened: Opened[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer()]);
  moderator = new StaffClient(server.origin);
  await moderator.accept(server.app.staffLink ?? '', '王主持', PASSPHRASE);
});

afterAll(async () => {
  moderator.close();
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  await browser.close();
  await server.stop();
});

/** A page of somebody who was invited in this role. */
async function show(role: 'clerk' | 'supervisor', language: 'zh' | 'en', meeting = '') {
  const { url } = await moderator.post<{ url: string }>('/api/staff/invite', { role });
  const one = new StaffClient(server.origin);
  await one.accept(url, `${role} ${language} ${meeting}`, PASSPHRASE);
  one.meeting = meeting;
  const page = await openConsole(browser, one, 'setup/rehearsal', 'laptop', language);
  opened.push(page);
  if (meeting === '') await page.page.goto(`${server.origin}/console`);
  return page.page;
}

const buttons = (page: Page) => page.getByRole('main').getByRole('button').count();

it.each(languages('zh'))('says who makes meetings, and lists a new one, %s', async (language) => {
  const { home, roles, invite } = consoleText[language];
  const pages = [await show('clerk', language), await show('supervisor', language)];
  for (const page of pages) {
    await page.getByRole('heading', { name: home.askModerator }).waitFor();
    await page.getByText(home.moderatorMakes).waitFor();
    await page.getByText(roles.clerk, { exact: true }).waitFor();
    await page.getByText(invite.may.clerk).waitFor();
    expect(await buttons(page)).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await picture(page, `home-without-form-${language}`);
  }
  const title = `年度评议 ${language}`;
  await moderator.create(title);
  // Without a reload.
  for (const page of pages) await page.getByRole('link', { name: title }).waitFor();
});

it.each(languages('en'))('a rehearsal is asked for, %s', async (language) => {
  const { rehearsal } = readinessText[language];
  await moderator.create(`要演练的会 ${language}`);
  const page = await show('clerk', language, moderator.meeting);
  await page.getByText(rehearsal.moderatorOnly).waitFor();
  expect(await page.getByRole('button', { name: rehearsal.make }).count()).toBe(0);
  await picture(page, `rehearsal-without-form-${language}`);
});
