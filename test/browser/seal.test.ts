// Under a notary's eyes in real Chromium: the pool sealed and printed, a panel drawn from it, the minutes with the spoken text.
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealedHash } from '../../shared/draw/seal.ts';
import type { PublishedSeals } from '../../shared/views/draws/seals.ts';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import {
  drawOf,
  enterDraw,
  importExamples,
  moderator,
  must,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';
import { openConsole } from './by-hand.ts';

const DICE = '84019375620184736251';

describe('a pool that is sealed before the draw', () => {
  let server: TestServer;
  let browser: Browser;
  let staff: StaffClient;
  let opened: Opened[] = [];

  beforeEach(async () => {
    opened = [];
    server = await startServer();
    browser = await launch();
    staff = await moderator(server);
    await importExamples(staff);
  });
  afterEach(async () => {
    staff.close();
    await browser.close();
    await server.stop();
  });

  async function show(one: Promise<Opened>): Promise<Page> {
    opened.push(await one);
    return (await one).page;
  }

  it('is printed, named by the lock, checked by the screen, and stands in the minutes with what is said aloud', async () => {
    const at = `${server.origin}/m/${staff.meeting}`;
    const desk = await show(openConsole(browser, staff, 'setup/roster'));
    await desk.getByRole('button', { name: '封存代表名单', exact: true }).click();
    await staff.until(({ setup }) => setup.seals.length === 1);
    await desk.getByRole('link', { name: '打印封存值' }).scrollIntoViewIfNeeded();
    await picture(desk, 'seal-setup');
    const { sealed, count } = must(staff.view.setup.seals[0]);
    expect(count).toBe(300);
    const { seals } = (await (await fetch(`${at}/api/seals`)).json()) as PublishedSeals;
    expect(sealedHash(must(seals[0]).pool)).toBe(sealed);
    const code = await fetch(`${at}/api/seals/${sealed}/seal.svg`);
    expect(await code.text()).toContain('<svg');
    expect((await fetch(`${at}/api/seals/${'0'.repeat(64)}/seal.svg`)).status).toBe(404);
    await desk.getByRole('link', { name: '打印封存值' }).click();
    await desk.getByText('公证员或监督员').waitFor();
    await desk.getByRole('img', { name: '封存值二维码' }).waitFor();
    await picture(desk, 'seal-page');

    await enterDraw(staff, 'panel', {
      ...{ purpose: 'panel', take: 20, rule: { kind: 'proportional' }, sources: ['dice10'] },
    });
    const screen = await show(open(browser, `${at}/screen`, 'projector'));
    const watch = await show(open(browser, `${at}/watch`, 'phone'));
    await staff.next();
    const draw = must(drawOf(staff).id);
    expect(drawOf(staff).seal).toEqual({ sealed, added: 0, missing: 0 });
    await watch.getByText('抽签的名单与封存的完全相同').waitFor();
    await screen.getByText('已锁定').first().waitFor();
    await readDice(staff, draw, DICE);
    await staff.run({ type: 'ShowNames', draw, shown: 20 });
    await screen.getByText('本机已自行复算，结果一致').waitFor();

    await desk.goto(`${at}/console/minutes`);
    await desk.getByText('公证词（供当众念）').waitFor();
    await desk.getByText('从300人中抽取评议团20人').waitFor();
    await desk.getByText('第二遍读数人').waitFor();
    await desk.getByText('公证词（供当众念）').scrollIntoViewIfNeeded();
    await picture(desk, 'seal-minutes');
    expect(opened.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
