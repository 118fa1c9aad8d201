// A day of namesakes and of the longest names on every page, with Noto Sans CJK and with WenQuanYi: all can be read.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { paperText } from '../../shared/text/paper.ts';
import {
  drawOf,
  enterDraw,
  moderator,
  must,
  startServer,
  type TestServer,
  showBoard,
} from '../with-server.ts';
import { fontsIn, launch, open, picture, type Opened } from '../browser/browser.ts';
import { openConsole } from '../browser/by-hand.ts';
import { readableOnStage, unreadable } from '../browser/legible.ts';
import { printedPages } from '../browser/printed.ts';
import { IN_EACH } from '../browser/sizes.ts';

const DICE = '84019375620184736251';
const FONT_NAMES = ['noto', 'wqy'] as const;
/** Of the names that come out one by one, so many long or marked ones are looked at. */
const LOOKS = 4;
const LONG = [
  '区人民政府重点建设项目综合协调与群众工作服务中心办公室'.repeat(5).slice(0, 120),
  'Department of Intergovernmental Infrastructure Coordination and Environmental Services '
    .repeat(2)
    .slice(0, 119),
  'Landesverwaltungsgerichtspräsidentschaft'.repeat(3),
];
/** The longest of all, twice: nobody could be told apart by what is left of a name. */
const UNITS = [...LONG, ...LONG, '城关', '城关', '城 关', ...names('区直单位', 11)];
const PEOPLE = [
  ...['张伟', '张伟', '张 伟', 'Aleksandr Konstantin', LONG[0] ?? '', LONG[0] ?? '', LONG[2] ?? ''],
  ...names('群众代表', 43),
];

function names(what: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => `${what}${String(n + 1).padStart(3, '0')}`);
}

let server: TestServer;
let staff: StaffClient;
let tickets: readonly PrintedTicket[];
const browsers = new Map<(typeof FONT_NAMES)[number], Browser>();
const screens = new Map<(typeof FONT_NAMES)[number], Page>();
const opened: Opened[] = [];

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  const list = (rows: readonly string[], letter: string, part: string) =>
    rows.map((name, n) => `${letter}${String(n + 1).padStart(3, '0')},${name},${part}\n`).join('');
  await staff.importRoster(
    'subjects',
    'u.csv',
    Buffer.from(`编号,名称,类别\n${list(UNITS, 'U', '区级部门')}`),
  );
  await staff.importRoster(
    'reviewers',
    'r.csv',
    Buffer.from(`编号,姓名,组别\n${list(PEOPLE, 'R', '群众代表')}`),
  );
  for (const font of FONT_NAMES) {
    const browser = await launch([], font);
    browsers.set(font, browser);
    screens.set(font, await page(font, 'screen', 'projector'));
  }
});
afterAll(async () => {
  for (const { complaints } of opened) expect(complaints).toEqual([]);
  staff.close();
  for (const browser of browsers.values()) await browser.close();
  await server.stop();
});

async function page(
  font: (typeof FONT_NAMES)[number],
  path: string,
  size: Parameters<typeof open>[2],
  language: 'zh' | 'en' = 'zh',
): Promise<Page> {
  const browser = must(browsers.get(font));
  const one = await open(browser, `${server.origin}/m/${staff.meeting}/${path}`, size, language);
  opened.push(one);
  return one.page;
}

async function consoleAt(font: (typeof FONT_NAMES)[number], place: string, language: 'zh' | 'en') {
  const one = await openConsole(must(browsers.get(font)), staff, place, 'laptop', language);
  opened.push(one);
  return one.page;
}

async function isReadable(
  shown: Page,
  what: string,
  font: (typeof FONT_NAMES)[number],
  language: 'zh' | 'en',
  within = '#root',
): Promise<void> {
  await picture(shown, `long-${what}-${font}-${language}`);
  expect.soft(await unreadable(shown, within), `${what} ${font} ${language}`).toEqual([]);
}

/** The screen in its three sizes and with either font, once it shows these words. */
async function onScreen(what: string, words: string): Promise<void> {
  for (const [font, screen] of screens) {
    await screen.getByText(words).first().waitFor();
    await readableOnStage(screen, `${what} ${font}`, async (width) => {
      if (width === 1920) await picture(screen, `long-${what}-${font}`);
    });
  }
}

async function lockAndRead(id: string): Promise<void> {
  await staff.run({ type: 'LockDraw', item: id as ItemId });
  await readDice(staff, must(drawOf(staff).id), DICE);
}

describe('on the projector', () => {
  it('a panel of all fifty, three of one name', { timeout: 240_000 }, async () => {
    await enterDraw(staff, 'panel', { purpose: 'panel', take: 50, sources: ['dice10'] });
    await lockAndRead('panel');
    await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown: 50 });
    // One after another: all are there once the screen says so.
    await onScreen('panel', '全部抽出');
    for (const screen of screens.values()) {
      const list = screen.getByRole('listitem');
      for (const id of ['R001', 'R002', 'R003'])
        expect(await list.filter({ hasText: `（${id}）` }).count()).toBe(1);
    }
    tickets = await staff.tickets('pool');
    for (const { seat } of staff.view.people)
      if (seat !== null) await staff.run({ type: 'CheckIn', seat });
    for (const [font, screen] of screens) expect(await fontsIn(screen, 'li span')).toEqual([font]);
  });

  it('units name by name, on stage and on the board', { timeout: 240_000 }, async () => {
    await enterDraw(staff, 'turns', {
      ...{ purpose: 'presenters', take: 16, sources: ['dice10'] },
      follow: {
        presentationSeconds: 480,
        score: { sheet: 'live', disclosure: 'hidden', seconds: 60 },
      },
    });
    await lockAndRead('turns');
    const { id } = drawOf(staff);
    let looks = 0;
    for (let shown = 1; shown <= 16; shown++) {
      await staff.run({ type: 'ShowNames', draw: must(id), shown });
      const last = must(drawOf(staff).shown.at(-1));
      if (shown === 16 || (last.apart && looks++ < LOOKS))
        await onScreen(`draw-${String(shown)}`, last.apart?.own ?? last.name);
    }
    for (const subject of ['U001', 'U002', 'U003', 'U007'] as SubjectId[]) {
      const name = UNITS[Number(subject.slice(1)) - 1] ?? '';
      const after = staff.view.agenda.at(-1)?.item.id ?? null;
      const turn = `turn-${subject}` as ItemId;
      const score = `score-${subject}` as ItemId;
      await staff.run({
        ...{ type: 'AddItems', after },
        items: [
          { id: turn, kind: 'presentation', subject, seconds: 480 },
          {
            ...{ id: score, kind: 'score', subjects: [subject], secrecy: 'named', sheet: 'live' },
            ...{ disclosure: subject === 'U001' ? 'live' : 'hidden', seconds: 60 },
          },
        ],
      });
      await staff.run({ type: 'EnterItem', item: turn });
      await onScreen(`turn-${subject}`, name);
      await staff.run({ type: 'EnterItem', item: score });
      await onScreen(`ready-${subject}`, name);
      await staff.run({ type: 'OpenRound', item: score });
      await onScreen(`open-${subject}`, name);
      const round = must(staff.view.turnout.round);
      await staff.run({ type: 'CloseRound', round });
      await staff.run({ type: 'RevealRound', round });
      await onScreen(`reveal-${subject}`, name);
    }
    await showBoard(staff);
    await onScreen('board', '城关');
  });
});

describe('in hands and on desks', () => {
  it('the phone greets with what tells the person from others', { timeout: 240_000 }, async () => {
    for (const font of FONT_NAMES)
      for (const [id, language] of [
        ['R001', 'zh'],
        ['R003', 'en'],
        ['R005', 'zh'],
        ['R007', 'en'],
      ] as const) {
        const ticket = must(tickets.find(({ reviewer }) => reviewer === id));
        const one = await open(must(browsers.get(font)), ticket.url, 'phone', language);
        opened.push(one);
        const heading = one.page.getByRole('heading', { level: 1 });
        await one.page.getByRole('heading', { name: ticket.name }).waitFor();
        await one.page.setViewportSize({ width: 360, height: 740 });
        expect(await heading.innerText()).toBe(ticket.name);
        await isReadable(one.page, `greeting-${id}`, font, language);
        await one.page.getByRole('button', { name: greetingText[language].start }).click();
        await one.page.getByText(ticket.name).first().waitFor();
        await isReadable(one.page, `phone-${id}`, font, language);
      }
  });

  it('the desk, the console and viewers', { timeout: 240_000 }, async () => {
    for (const [font, language] of IN_EACH) {
      const desk = await consoleAt(font, 'desk', language);
      const people = desk.getByRole('listitem').getByRole('button');
      await desk.getByRole('searchbox').fill('张伟');
      await expect.poll(() => people.filter({ hasText: /（R00[123]）/ }).count()).toBe(3);
      await desk.getByRole('searchbox').fill('区人民政府');
      await expect.poll(() => people.filter({ hasText: /（R00[56]）/ }).count()).toBe(2);
      await isReadable(desk, 'desk', font, language);
      for (const [place, words] of [
        ['stage', '张伟'],
        ['setup/agenda', '城关（U007）'],
      ] as const) {
        const shown = await consoleAt(font, place, language);
        await shown.getByText(words).first().waitFor();
        await isReadable(shown, place.replace('/', '-'), font, language);
      }
      const watch = await page(font, 'watch', 'phone', language);
      const tabs = watch.getByRole('navigation').getByRole('button');
      await tabs.first().waitFor();
      for (const [n, tab] of (await tabs.all()).entries()) {
        await tab.click();
        await isReadable(watch, `watch-${String(n)}`, font, language);
      }
    }
  });

  it('the tablet at the desk', { timeout: 240_000 }, async () => {
    for (const [font, language] of IN_EACH.filter(([, one]) => one === 'zh')) {
      const { code, name } = must(tickets.find(({ reviewer }) => reviewer === 'R006'));
      const kiosk = await page(font, 'kiosk', 'tablet', language);
      await kiosk.getByLabel('短码').fill(code);
      await kiosk.keyboard.press('Enter');
      await kiosk.getByRole('heading', { name }).waitFor();
      await isReadable(kiosk, 'kiosk', font, language);
      expect(
        await kiosk
          .getByRole('region', { name: kioskText.zh.title })
          .getByText('（R006）')
          .isVisible(),
      ).toBe(true);
    }
  });

  it('minutes and paper ballots', { timeout: 240_000 }, async () => {
    const long = ['U001', 'U002', 'U003'] as SubjectId[];
    await staff.run({
      ...{ type: 'AddItems', after: staff.view.agenda.at(-1)?.item.id ?? null },
      items: long.map((subject) => ({
        ...{
          id: `paper-${subject}` as ItemId,
          kind: 'score' as const,
          subjects: [subject] as const,
        },
        ...{ secrecy: 'named' as const, sheet: 'live', disclosure: 'hidden' as const },
        seconds: 60,
      })),
    });
    for (const [font, language] of IN_EACH) {
      const minutes = await consoleAt(font, 'minutes', language);
      await minutes.getByText('张伟（R001）').first().waitFor();
      expect(new Set(await printedPages(minutes))).toEqual(new Set(['210×297']));
      await minutes.emulateMedia({ media: 'print' });
      expect(await minutes.getByText('张伟（R001）').first().isVisible()).toBe(true);
      // As wide as A4 less its margins.
      await minutes.setViewportSize({ width: 643, height: 1000 });
      await isReadable(minutes, 'minutes', font, language, 'main');
      const paper = await consoleAt(font, 'paper', language);
      const which = paper.getByLabel(paperText[language].which);
      for (const unit of long) {
        await which.selectOption(`item paper-${unit}`);
        await paper.getByRole('article').first().getByText(unit).waitFor();
        await paper.emulateMedia({ media: 'print' });
        await isReadable(paper, `paper-${unit}`, font, language, 'section > article');
        await paper.emulateMedia({ media: null });
      }
    }
  });
});
