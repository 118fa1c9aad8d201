// A walk over the pages of a meeting that runs: each is shown in the state in which people meet it.
import { readDice } from '../../scripts/read-dice.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import type { Item } from '../../shared/meeting/agenda/item.ts';
import { consoleAgendaText } from '../../shared/text/console/agenda.ts';
import { countedText } from '../../shared/text/counted.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { largeSheetText } from '../../shared/text/large-sheet.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { verifyText } from '../../shared/text/verify.ts';
import { drawOf, leave, moderator, must, seatPhones, type TestServer } from '../with-server.ts';
import { choiceOf, openConsole } from './by-hand.ts';
import { open } from './browser.ts';

const SEATS = 12;
const id = (text: string) => text as ItemId;
const UNITS = ['A01', 'B02'] as const;
const STEPS = [
  ...['overview', 'roster', 'seats', 'sheet', 'scheme', 'agenda', 'tickets'],
  ...['documents', 'rehearsal', 'meeting', 'staff'],
];

export interface Shown {
  readonly page: Page;
  readonly name: string;
  /** Whom it is made for; staff may have either in hand. */
  readonly device: 'phone' | 'laptop' | 'both';
}

const AGENDA: readonly Item[] = [
  { id: id('card'), kind: 'card', title: '区政府年度绩效评议会', text: '请扫描您的二维码入席' },
  { id: id('check-in'), kind: 'check-in' },
  ...UNITS.flatMap((unit): readonly Item[] => [
    { id: id(`turn-${unit}`), kind: 'presentation', subject: unit as SubjectId, seconds: 480 },
    {
      ...{
        id: id(`score-${unit}`),
        kind: 'score',
        subjects: [unit as SubjectId],
        secrecy: 'named',
      },
      ...{ sheet: 'live', disclosure: 'live', seconds: 120 },
    },
  ]),
  {
    ...{ id: id('presenters'), kind: 'draw', purpose: 'presenters', take: 3, sources: ['dice10'] },
    follow: { presentationSeconds: 480, score: { sheet: 'live', disclosure: 'live', seconds: 0 } },
  },
  { id: id('visits'), kind: 'draw', purpose: 'verification', take: 8, sources: ['dice10'] },
  { id: id('board'), kind: 'board' },
  { id: id('written'), kind: 'written', subjects: 'rest', sheet: 'live', disclosure: 'hidden' },
];

/** Shows every page to `look`, once it stands; an empty server is wanted. */
export async function walk(
  server: TestServer,
  browser: Browser,
  language: 'zh' | 'en',
  look: (shown: Shown) => Promise<void>,
  { large = false }: { readonly large?: boolean } = {},
): Promise<void> {
  const staff = await moderator(server);
  const seated = await seatPhones(staff, server.origin, SEATS);
  const hall = { staff, ...seated };
  const contexts: BrowserContext[] = [];
  const at = async (path: string, size: 'phone' | 'laptop') => {
    const url = path.startsWith('http') ? path : server.origin + path;
    const opened = await open(browser, url, size, language, { large });
    contexts.push(opened.context);
    return opened.page;
  };
  const meeting = `/m/${staff.meeting}`;
  const turn = async (page: Page, path: string) => {
    await page.goto(server.origin + path);
    await page.waitForLoadState('networkidle');
  };
  try {
    await staff.run({ type: 'SetAgenda', items: AGENDA });
    const front = await at('/', 'phone');
    await look({ page: front, name: 'front', device: 'both' });
    await turn(front, '/j');
    await look({ page: front, name: 'front-join', device: 'both' });
    await turn(front, `${meeting}/j`);
    await look({ page: front, name: 'join', device: 'both' });
    await turn(front, `${meeting}/kiosk`);
    await look({ page: front, name: 'kiosk', device: 'both' });
    await turn(front, '/console');
    await look({ page: front, name: 'login', device: 'both' });

    const desk = (await openConsole(browser, staff, 'setup/overview', 'laptop', language)).page;
    contexts.push(desk.context());
    const turnTo = async (path: string, name: string) => {
      await turn(desk, path);
      await look({ page: desk, name: `console-${name}`, device: 'both' });
    };
    await turnTo('/console', 'home');
    for (const step of STEPS) await turnTo(`${meeting}/console/setup/${step}`, step);
    await turnTo(`${meeting}/console/desk`, 'desk');
    await turnTo(`${meeting}/console/paper`, 'paper');

    const [ticket, second] = [must(seated.tickets[0]), must(seated.tickets[1])];
    seated.phones[0]?.close();
    const phone = await at(ticket.url, 'phone');
    await phone.getByRole('heading', { name: ticket.name }).waitFor();
    await look({ page: phone, name: 'phone-greeting', device: 'phone' });
    await phone.getByRole('button', { name: greetingText[language].start }).click();
    const watch = await at(`${meeting}/watch`, 'phone');
    await turn(desk, `${meeting}/console/stage`);
    const lookAll = async (name: string) => {
      // The console has been waited for; by then the others have it too.
      await look({ page: desk, name: `stage-${name}`, device: 'both' });
      await look({ page: watch, name: `watch-${name}`, device: 'both' });
      await look({ page: phone, name: `phone-${name}`, device: 'phone' });
    };
    const enter = async (item: string) => {
      await staff.run({ type: 'EnterItem', item: id(item) });
      await desk
        .locator(`[data-touched="${String(staff.view.control.next.expects.touched)}"]`)
        .waitFor();
    };
    await enter('card');
    await lookAll('card');
    await enter('check-in');
    await lookAll('check-in');
    for (const unit of UNITS) {
      await enter(`turn-${unit}`);
      if (unit === UNITS[0]) await lookAll('presentation');
      await enter(`score-${unit}`);
      await staff.run({ type: 'OpenRound', item: id(`score-${unit}`) });
      const [, ...others] = seated.phones;
      for (const one of others) {
        await one.until(({ stage }) => stage?.open.at(-1)?.subjects[0]?.id === unit);
        await one.vote(choiceOf([38, 17, 22, 13]));
      }
      if (unit !== UNITS[0]) {
        await staff.run({ type: 'CloseRound', round: must(staff.view.turnout.round) });
        await staff.reveal();
        continue;
      }
      const sheet = large ? keypadSheet(phone, language) : fieldSheet(phone);
      await sheet.begin();
      await lookAll('scoring');
      await phone.context().setOffline(true);
      await look({ page: phone, name: 'phone-offline', device: 'phone' });
      await phone.context().setOffline(false);
      await sheet.fill();
      await phone.getByRole('button', { name: phoneText[language].sheet.submit }).click();
      await phone.getByRole('heading', { name: countedText[language].word }).waitFor();
      await look({ page: phone, name: 'phone-counted', device: 'phone' });
      await staff.run({ type: 'CloseRound', round: must(staff.view.turnout.round) });
      await lookAll('frozen');
      await staff.reveal();
      await lookAll('closed');
    }
    for (const draw of ['presenters', 'visits'] as const) {
      await enter(draw);
      if (draw === 'presenters') await lookAll('draw-ready');
      await staff.run({ type: 'LockDraw', item: id(draw) });
      if (draw === 'presenters') await lookAll('draw-locked');
      const { id: drawn, take } = drawOf(staff);
      await readDice(staff, must(drawn), '84019375620184736251');
      await staff.run({ type: 'ShowNames', draw: must(drawn), shown: take });
      await lookAll(`draw-${draw}`);
    }
    await turn(front, `/verify?draw=${staff.meeting}`);
    await front.getByRole('heading', { name: verifyText[language].allSame }).waitFor();
    for (const fold of await front.locator('summary').all()) await fold.click();
    await look({ page: front, name: 'verify', device: 'both' });
    await enter('board');
    await lookAll('board');
    await desk.setViewportSize({ width: 1280, height: 800 });
    await desk.getByRole('button', { name: `${consoleAgendaText[language].addFirst}…` }).click();
    await desk.getByRole('dialog').waitFor();
    await look({ page: desk, name: 'dialog', device: 'both' });
    await desk.keyboard.press('Escape');
    await enter('written');
    await staff.run({ type: 'OpenRound', item: id('written') });
    await lookAll('written');
    const tabs = watch.getByRole('navigation').getByRole('button');
    for (const [n, tab] of (await tabs.all()).entries()) {
      await tab.click();
      await look({ page: watch, name: `watch-tab-${String(n)}`, device: 'phone' });
    }
    seated.phones[1]?.close();
    await front.setViewportSize({ width: 1024, height: 768 });
    await turn(front, `${meeting}/kiosk`);
    await front.getByRole('textbox').fill(second.code);
    await front.keyboard.press('Enter');
    await front.getByRole('heading', { name: second.name }).waitFor();
    await look({ page: front, name: 'kiosk-seat', device: 'laptop' });
    await turnTo(`${meeting}/console/minutes`, 'minutes');
    await turn(desk, `${meeting}/console/results?unit=${UNITS[0]}`);
    await desk.locator('article').waitFor();
    for (const fold of await desk.locator('summary').all()) await fold.click();
    await look({ page: desk, name: 'console-results', device: 'both' });
    await turn(watch, `${meeting}/watch?unit=${UNITS[0]}`);
    await look({ page: watch, name: 'watch-unit', device: 'both' });
    await turnTo(`${meeting}/console/setup/overview`, 'overview-late');
  } finally {
    for (const context of contexts) await context.close();
    leave(hall);
  }
}

/** One mark first, then all of them. */
interface SheetHands {
  readonly begin: () => Promise<void>;
  readonly fill: () => Promise<void>;
}

function fieldSheet(phone: Page): SheetHands {
  const fields = phone.getByRole('textbox');
  return {
    async begin() {
      await fields.first().waitFor();
      await fields.first().fill('36');
    },
    async fill() {
      for (const field of await fields.all()) await field.fill('12');
    },
  };
}

/** The large version has no field: digits go to the line that is open, and Enter to the next one. */
function keypadSheet(phone: Page, language: 'zh' | 'en'): SheetHands {
  const { type, done } = largeSheetText[language];
  return {
    async begin() {
      await phone.getByText(type).waitFor();
      await phone.keyboard.type('36');
    },
    async fill() {
      const end = phone.getByText(done);
      for (let n = 0; n < 4 && !(await end.isVisible()); n += 1) {
        await phone.keyboard.press('Enter');
        await phone.keyboard.type('12');
      }
      await end.waitFor();
    },
  };
}
