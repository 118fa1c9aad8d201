// Groups, categories and titles of the longest sorts on the projector, with Noto Sans CJK and with WenQuanYi.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import type { DrawSettings, ItemBody } from '../../shared/meeting/agenda/item.ts';
import { screenText } from '../../shared/text/screen.ts';
import {
  drawOf,
  moderator,
  must,
  startServer,
  type TestServer,
  showBoard,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from '../browser/browser.ts';
import { readableOnStage } from '../browser/legible.ts';

const DICE = '84019375620184736251';
/** As long as a roster takes: full-width letters, one unbroken word, marks that no line ends with, mixed scripts. */
const CELLS = [
  'Ｗ'.repeat(60),
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte',
  '《“（【〔「'.repeat(10),
  '人大代表、政协委员及two代表一委员Mixed群体'.repeat(4).slice(0, 60),
];
/** More of them than there are hues, and than a board has rows. */
const TWELVE = [
  ...CELLS,
  ...Array.from({ length: 8 }, (_, n) =>
    n % 2 === 0
      ? `${String(n)}区人民政府重点建设项目综合协调与群众工作服务中心及其下属单位代表`
      : `${String(n)} Department of Intergovernmental Infrastructure Services`,
  ),
];
const TITLE = 'ＷＭ《'.repeat(40);
const NAMES = ['ＷＭ＠％'.repeat(30), '局'.repeat(60) + 'Ｗ'.repeat(30) + 'W'.repeat(30)];

const BY = { rule: { kind: 'proportional' }, sources: ['dice10'] } as const;
const FOLLOW = {
  presentationSeconds: 480,
  score: { sheet: 'live', disclosure: 'hidden', seconds: 60 },
} as const;

let server: TestServer;
let staff: StaffClient;
const browsers: Browser[] = [];
const screens: Opened[] = [];

beforeAll(async () => {
  server = await startServer();
  staff = await moderator(server);
  await meeting(CELLS, 12, 32);
  for (const font of ['noto', 'wqy'] as const) {
    const browser = await launch([], font);
    browsers.push(browser);
    const url = `${server.origin}/m/${staff.meeting}/screen`;
    screens.push(await open(browser, url, 'projector'));
  }
});
afterAll(async () => {
  for (const { complaints } of screens) expect(complaints).toEqual([]);
  staff.close();
  for (const browser of browsers) await browser.close();
  await server.stop();
});

async function meeting(cells: readonly string[], units: number, people: number): Promise<void> {
  await staff.create(TITLE);
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const id = String(n + 1).padStart(3, '0');
      return `${id},${NAMES[n] ?? `名称${id}`},${cells[n % cells.length] ?? ''}\n`;
    }).join('');
  await staff.importRoster('subjects', 'u.csv', Buffer.from(`编号,名称,类别\n${rows(units)}`));
  await staff.importRoster('reviewers', 'r.csv', Buffer.from(`编号,姓名,组别\n${rows(people)}`));
  await staff.until(({ setup, people: all }) => setup.subjects === units && all.length === people);
}

/** Every screen in every size, once it shows these words. */
async function holds(what: string, words: string | RegExp): Promise<void> {
  for (const [n, { page }] of screens.entries()) {
    await page.getByText(words).first().waitFor();
    const where = `${what} ${String(n)}`;
    await readableOnStage(page, where, async (width) => {
      expect.soft(await beyond(page), `${where} ${String(width)}`).toEqual([]);
    });
    await picture(page, `long-groups-${what}-${String(n)}`);
  }
}

/** What hangs out of the window, which shows none of it. */
async function beyond(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.stage p, .stage h1, .stage li')]
      .filter((one) => {
        const { left, right, bottom } = one.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
      })
      .map((one) => one.textContent.slice(0, 20)),
  );
}

async function enter(id: string, body: ItemBody): Promise<void> {
  const after = staff.view.agenda.at(-1)?.item.id ?? null;
  await staff.run({ type: 'AddItems', after, items: [{ id: id as ItemId, ...body }] });
  await staff.run({ type: 'EnterItem', item: id as ItemId });
}

async function draw(id: string, settings: DrawSettings, looks: readonly number[]): Promise<void> {
  await enter(id, { kind: 'draw', ...settings });
  await holds(`${id}-ready`, String(settings.take));
  await staff.run({ type: 'LockDraw', item: id as ItemId });
  await readDice(staff, must(drawOf(staff).id), DICE);
  for (const shown of looks) {
    await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown });
    await holds(`${id}-${String(shown)}`, String(settings.take));
  }
}

describe('on the projector', () => {
  it('a panel by long groups', async () => {
    await draw('panel', { purpose: 'panel', take: 28, ...BY }, [1, 28]);
  });

  it('turns, rounds and the board of long categories', async () => {
    for (const { seat } of staff.view.people)
      if (seat !== null) await staff.run({ type: 'CheckIn', seat });
    for (const [n, disclosure] of (['live', 'hidden'] as const).entries()) {
      const subject = `00${String(n + 1)}` as SubjectId;
      await enter(`turn-${subject}`, { kind: 'presentation', subject, seconds: 480 });
      await holds(`turn-${disclosure}`, '08:00');
      const item = `score-${subject}`;
      await enter(item, {
        ...{ kind: 'score', subjects: [subject], secrecy: 'named', sheet: 'live' },
        ...{ disclosure, seconds: 60 },
      });
      await holds(`score-${disclosure}`, screenText.zh.getReady);
      await staff.run({ type: 'OpenRound', item: item as ItemId });
      await holds(`open-${disclosure}`, /0:\d\d|01:00/);
      const round = must(staff.view.turnout.round);
      await staff.run({ type: 'CloseRound', round });
      await holds(`closed-${disclosure}`, CELLS[n] ?? '');
      await staff.next();
      await holds(`opened-${disclosure}`, CELLS[n] ?? '');
      await staff.reveal();
      await holds(`reveal-${disclosure}`, CELLS[n] ?? '');
    }
    await showBoard(staff);
    await holds('board', CELLS[1] ?? '');
  });
  it('units drawn by long categories', async () => {
    await draw('turns', { purpose: 'presenters', take: 8, ...BY, follow: FOLLOW }, [1, 8]);
  });

  it('a panel of twelve groups, and a page of the board with ten categories', async () => {
    await meeting(TWELVE, 12, 60);
    for (const { page } of screens) await page.goto(`${server.origin}/m/${staff.meeting}/screen`);
    await draw('many', { purpose: 'panel', take: 36, ...BY }, [13]);
    await staff.run({ type: 'ShowNames', draw: must(drawOf(staff).id), shown: 36 });
    for (const { seat } of staff.view.people)
      if (seat !== null) await staff.run({ type: 'CheckIn', seat });
    for (let n = 0; n < 10; n++) {
      const subject = String(n + 1).padStart(3, '0') as SubjectId;
      const item = `score-${subject}`;
      await enter(item, {
        ...{ kind: 'score', subjects: [subject], secrecy: 'named', sheet: 'live' },
        ...{ disclosure: 'hidden', seconds: 60 },
      });
      await staff.run({ type: 'OpenRound', item: item as ItemId });
      const round = must(staff.view.turnout.round);
      await staff.run({ type: 'CloseRound', round });
      await staff.run({ type: 'RevealRound', round });
    }
    await showBoard(staff);
    for (const { page } of screens)
      for (const category of TWELVE.slice(0, 10)) await page.getByText(category).waitFor();
    await holds('board-ten', TWELVE[9] ?? '');
  });
});
