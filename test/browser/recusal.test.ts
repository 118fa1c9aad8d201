// A seat passed on for a recusal, at the desk's own page: which unit, who comes, and who is passed over for what.
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import { consoleText } from '../../shared/text/console.ts';
import { deskText } from '../../shared/text/desk.ts';
import { importExamples, moderator, startServer, type TestServer } from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { openConsole, pressTwice } from './by-hand.ts';
import { languages } from './sizes.ts';

let server: TestServer;
let browser: Browser;
let staff: StaffClient;

beforeEach(async () => {
  server = await startServer();
  browser = await launch();
  staff = await moderator(server);
});
afterEach(async () => {
  staff.close();
  await browser.close();
  await server.stop();
});

/** A panel of four from the example's pool, all of them checked in. */
async function drawPanel(): Promise<void> {
  await importExamples(staff);
  const item = 'panel' as ItemId;
  const panel = { kind: 'draw', purpose: 'panel', take: 4, sources: ['salt'] } as const;
  await staff.run({
    type: 'SetAgenda',
    items: [{ id: item, ...panel, rule: { kind: 'proportional' } }],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'LockDraw', item });
  while (staff.view.people.every(({ place }) => place === null)) await staff.next();
  for (const { seat } of staff.view.people)
    if (seat !== null) await staff.run({ type: 'CheckIn', seat });
}

it.each(languages('en'))(
  '[R9] whoever shares the recusal is passed over (%s)',
  async (language) => {
    const words = deskText[language];
    const { reason } = consoleText[language];
    await drawPanel();
    const person = staff.view.people.find(({ standing }) => standing === 'present');
    const [away, first, next] = [1, 2, 3].map((place) =>
      staff.view.people.find((one) => one.reserve === person?.reserve && one.place === place),
    );
    const unit = staff.view.subjects.at(-1);
    if (!person?.reviewer || !away?.reviewer || !first?.reviewer || !next?.reviewer || !unit)
      throw new Error('too few people');
    for (const reviewer of [first.reviewer, next.reviewer])
      await staff.run({ type: 'MarkHere', reviewer, here: true });
    await staff.run({ type: 'DeclareRecusal', reviewer: first.reviewer, subject: unit.id });

    const { page, complaints } = await openConsole(browser, staff, 'desk', 'laptop', language);
    await page.getByLabel(words.find).fill(person.seat ?? '');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${words.acts.replace}…` }).click();
    const form = page.getByRole('form', { name: words.acts.replace, exact: true });
    await form.getByText(words.willCome(first.name)).waitFor();
    await form.getByText(words.whys.recusal, { exact: true }).click();
    if (person.recusals.length === 0) await form.getByText(words.noRecusal).first().waitFor();
    await staff.run({ type: 'DeclareRecusal', reviewer: person.reviewer, subject: unit.id });
    await form.getByLabel(words.recusedFrom).selectOption(unit.id);
    await form.getByText(words.willCome(next.name)).waitFor();
    await form.getByText(words.passedOver(away.name)).waitFor();
    await form.getByText(words.passedRecused(first.name)).waitFor();
    await form.getByLabel(reason.label).fill('亲属在该单位任职');
    await picture(page, `desk-recusal-${language}`);
    await pressTwice(form, words.replaceDo, language);
    await staff.until(({ people }) =>
      people.some(({ reviewer, seat }) => reviewer === next.reviewer && seat !== null),
    );
    expect(complaints).toEqual([]);
  },
);
