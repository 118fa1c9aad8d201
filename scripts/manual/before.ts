// The pictures of what comes before the day: log in, lists, sheet, weights, agenda, tickets, a rehearsal, readiness.
import type { Page } from 'playwright-core';
import type { ItemId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { consoleText } from '../../shared/text/console.ts';
import { rehearsalPhonesText } from '../../shared/text/rehearsal-phones.ts';
import { readinessText } from '../../shared/text/readiness.ts';
import type { StaffClient } from '../staff-client.ts';
import { exampleLists } from './english.ts';
import type { Shoot } from './shoot.ts';

const PASSPHRASE = 'a sentence only I know';
const WEIGHTS = [30, 25, 20, 25];

/** @returns the moderator's page, at the console of a meeting that is ready for the day */
export async function before(shoot: Shoot, staff: StaffClient, link: string): Promise<Page> {
  const { camera, origin, language, take } = shoot;
  const text = consoleText[language];
  const role = text.roles.moderator;
  const page = await camera.show(link, 'console');
  await page.getByLabel(text.login.name, { exact: true }).fill(role);
  await page.getByLabel(text.login.passphrase, { exact: true }).fill(PASSPHRASE);
  await take(page, 'first-login', 640);
  await page.getByRole('button', { name: text.login.accept, exact: true }).click();
  await page.getByLabel(text.home.title, { exact: true }).fill(shoot.title);
  await page.getByRole('button', { name: text.home.create, exact: true }).click();
  await page.waitForURL(/setup\/roster/);
  const code = /\/m\/([^/]+)/.exec(page.url())?.[1] ?? '';
  await staff.logIn(role, PASSPHRASE);
  await staff.connect(code);
  const turnTo = (step: string) => page.goto(`${origin}/m/${code}/console/setup/${step}`);

  await lists(shoot, page);
  await staff.until(({ setup }) => setup.subjects === 77 && setup.reviewers === 300);
  await staff.run({
    type: 'SetWeights',
    weights: staff.view.setup.groups.map(({ id }, n) => ({ group: id, weight: WEIGHTS[n] ?? 25 })),
  });
  const team: Item = {
    id: 'team' as ItemId,
    kind: 'draw',
    purpose: 'team',
    take: 5,
    sources: ['dice10'],
  };
  await staff.run({
    type: 'SetAgenda',
    items: [...staff.view.agenda.map(({ item }) => item), team],
  });
  await turnTo('sheet');
  await page.getByText(text.sheet.lead).waitFor();
  await take(page, 'sheet', 700);
  await turnTo('scheme');
  await page.getByText(text.scheme.lead).waitFor();
  await take(page, 'weights', 700);
  await turnTo('agenda');
  await page.getByText(text.agenda.lead).waitFor();
  await take(page, 'agenda');
  await turnTo('tickets');
  const issue = text.tickets.issue(300);
  await page.getByRole('button', { name: issue, exact: true }).click();
  await page.getByRole('button', { name: text.pressAgain(issue), disabled: false }).click();
  await page.getByRole('button', { name: text.tickets.close, exact: true }).waitFor();
  await take(page, 'tickets');
  await page.getByRole('button', { name: text.tickets.close, exact: true }).click();

  const words = readinessText[language].rehearsal;
  await turnTo('rehearsal');
  await page.getByRole('button', { name: words.make, exact: true }).click();
  const phones = rehearsalPhonesText[language];
  await page.getByRole('button', { name: phones.call, exact: true }).waitFor();
  await take(page, 'rehearsal');
  await turnTo('overview');
  await page.getByText(readinessText[language].parts.safety).waitFor();
  await take(page, 'overview', 1440);
  return page;
}

async function lists({ language, take }: Shoot, page: Page): Promise<void> {
  const text = consoleText[language].roster;
  const files = exampleLists(language);
  const names =
    language === 'zh'
      ? { subjects: '单位名单.csv', reviewers: '代表名单.csv' }
      : { subjects: 'units.csv', reviewers: 'reviewers.csv' };
  for (const [kind, buffer, n] of [
    ['subjects', files.units, 77],
    ['reviewers', files.reviewers, 300],
  ] as const) {
    const file = { name: names[kind], mimeType: 'text/csv', buffer };
    await page.getByLabel(text.choose[kind]).setInputFiles(file);
    const store = page.getByRole('button', { name: text.store[kind](n) });
    await store.waitFor();
    if (kind === 'reviewers') {
      await store.scrollIntoViewIfNeeded();
      await take(page, 'lists');
    }
    await store.click();
    await page.getByText(text.stored(names[kind])).waitFor();
  }
}
