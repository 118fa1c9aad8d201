// The public beacon in real Chromium without internet: set in the agenda, awaited on the screen, pasted at the console.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDice } from '../../scripts/read-dice.ts';
import type { ItemId } from '../../shared/ids.ts';
import { beaconText } from '../../shared/text/beacon.ts';
import { PUBLISHED, ROUND, SIGNATURE, SIGNED } from '../beacon-rounds.ts';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';
import { unreadable } from './legible.ts';

const ITEM = 'beacon' as ItemId;
const WAIT_SECONDS = 40;

/** The server's clock runs, and a test moves it. */
const clock = { ahead: 0, now: () => Math.round(performance.now()) + clock.ahead };
function setClock(instant: number): void {
  clock.ahead += instant - clock.now();
}

describe('a draw by the public beacon', () => {
  let server: TestServer;
  let browser: Browser;
  let hall: Hall;
  let opened: Opened[] = [];

  beforeEach(async () => {
    setClock(PUBLISHED - 3_600_000);
    opened = [];
    server = await startServer({ clock });
    browser = await launch();
    hall = await seatedHall(server, 4);
  });
  afterEach(async () => {
    leave(hall);
    await browser.close();
    await server.stop();
  });

  async function show(one: Promise<Opened>): Promise<Page> {
    opened.push(await one);
    return (await one).page;
  }

  it('waits for its round before the hall, refuses what is none, and fixes the result by what was pasted', async () => {
    const { staff } = hall;
    const at = `${server.origin}/m/${staff.meeting}`;
    await staff.run({
      type: 'AddItems',
      after: staff.view.agenda.at(-1)?.item.id ?? null,
      items: [{ id: ITEM, kind: 'draw', purpose: 'questioner', take: 1, sources: ['dice10'] }],
    });
    const desk = await show(openConsole(browser, staff, 'setup/agenda'));
    await desk
      .getByTitle(/^设置：.*抽提问代表/)
      .last()
      .click();
    await desk.getByText('不掷骰').click();
    await desk.getByLabel('公共信标drand').check();
    await desk.getByLabel('锁定后几秒公布的一轮').fill(String(WAIT_SECONDS));
    await desk.getByText('有骰子或公共信标，现场公开').scrollIntoViewIfNeeded();
    await picture(desk, 'beacon-settings');
    await desk.getByRole('button', { name: '保存议程' }).click();
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'draw' && item.beaconSeconds === WAIT_SECONDS),
    );

    await staff.run({ type: 'EnterItem', item: ITEM });
    await desk.goto(`${at}/console/stage`);
    const screens = {
      zh: await show(open(browser, `${at}/screen`, 'projector')),
      en: await show(open(browser, `${at}/screen`, 'projector', 'en')),
    };
    const watch = await show(open(browser, `${at}/watch`, 'phone'));
    await screens.zh.getByText('锁定之后才公布').waitFor();
    await picture(screens.zh, 'beacon-screen-ready');
    setClock(PUBLISHED - WAIT_SECONDS * 1000 - 1500);
    await staff.next();
    expect(drawOf(staff)).toMatchObject({ beacon: { round: ROUND }, assurance: 'public' });
    await screens.zh.getByText('等公共信标公布').waitFor();
    await desk.getByText('现在只等时间到').waitFor();
    await desk.getByRole('button', { name: '还没到时间' }).waitFor();
    await watch
      .getByText(`第${String(ROUND)}轮`)
      .first()
      .waitFor();
    for (const [language, screen] of Object.entries(screens)) {
      await picture(screen, `beacon-screen-wait-${language}`);
      expect(await unreadable(screen, '.stage')).toEqual([]);
    }
    await picture(desk, 'beacon-desk-wait');
    await picture(watch, 'beacon-watch-wait');

    setClock(PUBLISHED);
    // The new time comes with whatever comes next.
    await staff.run({ type: 'SetPace', draw: drawOf(staff).id as never, pace: 'group' });
    for (const page of [desk, screens.zh, screens.en, watch]) await page.reload();
    const field = desk.getByLabel('签名（96位）');
    await field.fill(SIGNATURE.slice(0, 90));
    await desk.getByRole('button', { name: '还差6位' }).waitFor();
    await field.fill(`${SIGNATURE.slice(0, 10)}x`);
    await desk.getByText('第11位“x”抄错了').waitFor();
    await field.fill(JSON.stringify({ round: 999, signature: SIGNATURE }));
    await desk.getByText('这是第999轮，要的是第1000轮').waitFor();
    await field.fill(SIGNED[1001]);
    await desk.getByRole('button', { name: '读入签名' }).click();
    await desk.getByText('这不是信标第1000轮的签名').waitFor();
    await picture(desk, 'beacon-desk-wrong');
    expect(drawOf(staff).phase).toBe('locked');
    await screens.zh.getByText('信标已公布，正在读入').waitFor();
    await picture(screens.zh, 'beacon-screen-due');
    await field.fill(JSON.stringify({ round: ROUND, randomness: 'fe', signature: SIGNATURE }));
    await picture(desk, 'beacon-desk-pasted');
    await desk.getByRole('button', { name: '读入签名' }).click();
    await staff.until(() => drawOf(staff).phase === 'showing');
    await staff.next();
    await staff.until(() => drawOf(staff).phase === 'done');
    // The screen's own check has the chain's signature in it.
    await screens.zh.getByText('本机已自行复算，结果一致').waitFor();
    await watch.getByText('本机已自行复算，结果一致').waitFor();
    await picture(screens.zh, 'beacon-screen-done');
    await picture(watch, 'beacon-watch-done');
    const minutes = await show(openConsole(browser, staff, 'minutes'));
    await minutes.getByText('公共信标').first().waitFor();
    await picture(minutes, 'beacon-minutes');
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  it('stands beside the lock with its round while words come, in the hall and on the phone', async () => {
    const { staff } = hall;
    const at = `${server.origin}/m/${staff.meeting}`;
    await enterDraw(staff, ITEM, {
      ...{ purpose: 'questioner', take: 1, sources: ['phones', 'dice10', 'drand'] },
      beaconSeconds: WAIT_SECONDS,
    });
    setClock(PUBLISHED - WAIT_SECONDS * 1000 - 1500);
    await staff.next();
    for (const language of ['zh', 'en'] as const) {
      const screen = await show(open(browser, `${at}/screen`, 'projector', language));
      const { locked } = beaconText[language];
      await screen.getByText(locked(ROUND, '23:59:24')).waitFor();
      await picture(screen, `beacon-screen-lock-${language}`);
      expect(await unreadable(screen, '.stage')).toEqual([]);
    }
    await staff.next();
    await readDice(staff, must(drawOf(staff).id), '84019375620184736251');
    hall.phones[0]?.close();
    const phone = await show(open(browser, must(hall.tickets[0]).url, 'phone'));
    await phone.getByRole('button', { name: '是我，开始' }).click();
    await phone.getByText('正在等公共信标第1000轮公布').waitFor();
    await picture(phone, 'beacon-phone-wait');
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
