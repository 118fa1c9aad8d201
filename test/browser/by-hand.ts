// What people do on pages: log in at the console, bring lists in, press its keys; fill in the template's sheet and send it.
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import { consoleText } from '../../shared/text/console.ts';
import { PASSPHRASE } from '../with-server.ts';
import { open, type Opened } from './browser.ts';

/** The template's four criteria: names and maxima. */
export const CRITERIA: readonly string[] = ['重点工作完成', '依法履职', '服务群众', '述职与答问'];
export const MAXIMA: readonly number[] = [40, 20, 25, 15];

/** A sheet's scores in the order of {@link CRITERIA}, as a phone without a screen sends them. */
export function choiceOf(scores: readonly number[]): Choice {
  const [c1 = 0, c2 = 0, c3 = 0, c4 = 0] = scores;
  return { kind: 'scores', scores: { c1, c2, c3, c4 } };
}

/** The moderator of {@link moderator} or of a first link, at a console that asks who is there. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill('主持');
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** A place of the meeting's console (`desk`, `setup/tickets`), in a browser where this member of staff is logged in. */
export async function openConsole(
  browser: Browser,
  { origin, cookie, meeting }: StaffClient,
  place: string,
  size: Parameters<typeof open>[2] = 'laptop',
  language: 'zh' | 'en' = 'zh',
): Promise<Opened> {
  const opened = await open(browser, 'about:blank', size, language);
  const [name = '', value = ''] = cookie.split('=');
  await opened.context.addCookies([{ name, value, url: origin }]);
  await opened.page.goto(`${origin}/m/${meeting}/console/${place}`);
  return opened;
}

/** Presses a button that asks once more; a slow machine may let the first press lapse and needs both again. */
export async function pressTwice(
  within: Page | Locator,
  label: string,
  language: 'zh' | 'en' = 'zh',
): Promise<void> {
  const once = within.getByRole('button', { name: label, exact: true, disabled: false });
  const again = within.getByRole('button', {
    ...{ name: consoleText[language].pressAgain(label), exact: true, disabled: false },
  });
  for (let tries = 0; tries < 8; tries++) {
    await once.click();
    if (
      await again.click({ timeout: 3000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`the second press never came in time: ${label}`);
}

/** In the order of {@link CRITERIA}; fewer leave the rest as it is. */
export async function fillSheet(page: Page, scores: readonly number[]): Promise<void> {
  for (const [n, score] of scores.entries())
    await page.getByLabel(`${CRITERIA[n] ?? ''}的分数`).fill(String(score));
}

/** Waits for the unit, scores it, and sees it counted. */
export async function scoreByHand(
  page: Page,
  scores: readonly number[],
  unit: string,
): Promise<void> {
  await page.getByText(unit).first().waitFor();
  await fillSheet(page, scores);
  await page.getByRole('button', { name: '提交评分' }).click();
  await page.getByRole('heading', { name: '已计入' }).waitFor();
}

/** Group after group, the total, and where the unit comes among those before it: what a result takes after its close. */
const BEATS: ReadonlySet<string> = new Set(['show-groups', 'reveal-round', 'show-move']);

export function isBeat({ view }: StaffClient): boolean {
  return BEATS.has(view.control.next.act);
}

/**
 * The clicker's key at the console, as often as the step needs it; resolves when it is done. Each press waits until the
 * card shows the step that is meant, so that on a slow machine none goes to the next one.
 */
export async function pressNext(page: Page, desk: StaffClient): Promise<void> {
  const touchedNow = () => desk.view.control.next.expects.touched;
  const shown = page.locator('[data-touched]');
  // What was done before may have come to one of the two, and not yet to the other.
  await expect
    .poll(async () => (await shown.getAttribute('data-touched')) === String(touchedNow()))
    .toBe(true);
  const touched = touchedNow();
  const isDone = () => touchedNow() !== touched;
  const card = page.locator(`[data-touched="${String(touched)}"]`);
  const armed = card.and(page.locator('[data-armed="true"]'));
  await expect
    .poll(
      async () => {
        if (isDone()) return true;
        // The second press counts once the first one's bounce is over: its button can be pressed again.
        const isSecond = await armed.isVisible();
        if (isSecond) await armed.getByRole('button', { disabled: false }).waitFor();
        if (await card.isVisible()) await page.keyboard.press('PageDown');
        await expect
          .poll(async () => isDone() || (!isSecond && (await armed.isVisible())), { timeout: 3000 })
          .toBe(true)
          .catch(() => undefined);
        return isDone();
      },
      { timeout: 45_000, interval: 350 },
    )
    .toBe(true);
}

/** Types both readings of the dice; resolves when the desk, too, has the draw past them. */
export async function throwDice(page: Page, desk: StaffClient, digits: string): Promise<void> {
  await page.getByLabel('第一遍').fill(digits);
  await page.getByLabel('第二遍').fill(digits);
  await desk.until(({ control }) => control.dice === null);
}

/** Brings a list in at the setup's rosters, from the file to its rows in the page. */
export async function importRoster(
  page: Page,
  list: '单位' | '代表',
  name: string,
  content: Uint8Array,
  store: string,
): Promise<void> {
  await page
    .getByLabel(`选择${list}名单`)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('button', { name: store }).click();
  await page.getByText(`${name}已保存`).waitFor();
  // The page has the new view, not only the answer: what follows is made on it.
  await page.getByLabel(`换一份${list}名单`).waitFor({ state: 'attached' });
}

/** From wherever the phone stands to the page of the written round that is open. */
export async function toWritten(page: Page): Promise<void> {
  const title = page.getByRole('heading', { name: '书面评议' });
  const way = page.getByRole('button', { name: /书面评议 \d+ \/ \d+$/ });
  await title.or(way).first().waitFor();
  if (await way.isVisible()) await way.click();
  await title.waitFor();
}

/** Opens a unit of the written page, where it is not the one that is open already. */
export async function openUnit(page: Page, unit: string): Promise<void> {
  const row = writtenRow(page, unit);
  // A tap on the list while it moves does nothing.
  const rests = () => page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await expect
    .poll(
      async () => {
        await rests();
        if ((await row.getAttribute('data-open')) !== null) return true;
        await row.getByRole('button').first().click();
        return false;
      },
      { timeout: 45_000 },
    )
    .toBe(true);
  await rests();
}

/** The key of the written page that hands in the unit that is open, and goes on. */
export const ONWARD = /^(下一家|评完|Next|Done)$/;

/** Opens one unit of the written page, scores it, and sees it counted; returns the code of its receipt. */
export async function scoreWritten(
  page: Page,
  scores: readonly number[],
  unit: string,
): Promise<string> {
  await openUnit(page, unit);
  await fillSheet(page, scores);
  await page.getByRole('button', { name: ONWARD }).click();
  return countedWritten(page, scores, unit);
}

/** Sees a unit of the written page counted with the sum of these scores; returns the code of its receipt. */
export async function countedWritten(
  page: Page,
  scores: readonly number[],
  unit: string,
): Promise<string> {
  const row = writtenRow(page, unit);
  const sum = scores.reduce((all, score) => all + score, 0);
  await row.getByText(String(sum), { exact: true }).first().waitFor();
  await openUnit(page, unit);
  const receipt = await row.getByText(/^已计入，回执/).innerText();
  return receipt.replace('已计入，回执', '');
}

export function writtenRow(page: Page, unit: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(unit, { exact: true }) });
}
