// The page on which anyone checks a draw, in real Chromium: links, files and pastes, good and bad ones, without a network, by
// keyboard, in both languages.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../scripts/verify-draw.mjs';
import { checkAddress } from '../../shared/check-address.ts';
import { proofFile } from '../../shared/draw/proof.ts';
import { screenText } from '../../shared/text/screen.ts';
import { verifyText } from '../../shared/text/verify.ts';
import {
  beaconProof,
  drawnProof,
  lockWith,
  lotsOf,
  lotsRule,
  meetingProof,
  poolIn,
  sourceOf,
  textOf,
} from '../proof-files.ts';
import { readDice } from '../../scripts/read-dice.ts';
import {
  drawOf,
  enterDraw,
  leave,
  must,
  seatedHall,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, SIZES, type Opened } from './browser.ts';
import { whatFails } from './holds.ts';
import { whatAxeFinds } from './large.ts';
import { languages } from './sizes.ts';

const DICE = '41526334152633415263341526';
const ROOT = new URL('../../', import.meta.url).pathname;

describe('/verify', () => {
  let server: TestServer;
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'kleroterion-verify-'));
  const opened: Opened[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterEach(async () => {
    for (const { context, complaints } of opened.splice(0)) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  async function show(
    path: string,
    size: keyof typeof SIZES = 'laptop',
    language: 'zh' | 'en' = 'zh',
  ): Promise<Page> {
    const one = await open(browser, server.origin + path, size, language);
    opened.push(one);
    await one.page.getByRole('heading', { name: verifyText[language].title }).waitFor();
    return one.page;
  }

  const fileOf = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const choose = (page: Page, path: string) =>
    page.getByLabel(/选择文件，或拖到这里|Choose a file, or drop it here/).setInputFiles(path);
  const paste = async (page: Page, text: string, language: 'zh' | 'en' = 'zh') => {
    await page.getByLabel(verifyText[language].paste).fill(text);
    await page.getByRole('button', { name: /^(核对|Check|再核对一次|Check again)$/ }).click();
  };
  const whole = (page: Page, language: 'zh' | 'en' = 'zh') =>
    page.getByRole('heading', { name: verifyText[language].allSame });

  it('checks a draw of a meeting by its link, and all of the meeting’s draws', async () => {
    const hall = await seatedHall(server, 6);
    const { staff } = hall;
    const code = staff.meeting;
    await enterDraw(staff, 'v', { purpose: 'verification', take: 5, sources: ['dice6'] });
    await staff.next();
    const { lockHash } = drawOf(staff);
    const id = must(drawOf(staff).id);
    const early = await show(checkAddress(code, id, lockHash));
    await early.getByText(verifyText.zh.status.locked).waitFor();
    expect(await early.getByText(verifyText.zh.seenSame).count()).toBe(1);
    await readDice(staff, id, DICE);
    await staff.run({ type: 'ShowNames', draw: id, shown: 5 });
    await staff.until(() => drawOf(staff).phase === 'done');

    const watch = await open(browser, `${server.origin}/m/${code}/watch`, 'phone');
    opened.push(watch);
    await watch.page.getByRole('button', { name: '抽签' }).click();
    await watch.page.getByRole('link', { name: '自己核对这次抽签' }).click();
    await whole(watch.page).waitFor();
    await watch.page.getByText(`骰子${DICE}`).waitFor();
    await watch.page.getByText('与锁定的64位相同').waitFor();
    await picture(watch.page, 'verify-draw-phone-zh', { fullPage: true });
    const page = await show(`/verify?draw=${code}`, 'laptop', 'en');
    await whole(page, 'en').waitFor();
    await page.getByText('1 draw in all.').waitFor();
    await picture(page, 'verify-chain-laptop-en', { fullPage: true });

    // Below the names the hall has the code that leads here.
    for (const language of ['zh', 'en'] as const) {
      const screen = await open(
        browser,
        `${server.origin}/m/${code}/screen`,
        'projector',
        language,
      );
      opened.push(screen);
      const check = screen.page.getByAltText(screenText[language].checkCode);
      await check.waitFor();
      expect(await check.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
      // Inside the margin, where the list ends.
      const edge = async (one: Locator) => {
        const box = must((await one.boundingBox()) ?? undefined);
        return Math.round(box.x + box.width);
      };
      expect(await edge(check)).toBe(await edge(screen.page.locator('ol').last()));
      await picture(screen.page, `verify-screen-${language}`);
    }

    // What the page checked is what the script reads.
    const answer = await fetch(`${server.origin}/m/${code}/api/draws/${id}/proof`);
    expect(answer.headers.get('content-disposition')).toContain(`${code}-${id}.json`);
    expect(verify(await answer.text())).toEqual([]);
    const none = await show(`/verify?draw=${code}/D99`);
    await none.getByText(verifyText.zh.noSuchDraw).waitFor();
    // The browser's own word for an address where nothing is.
    const complaints = opened.pop()?.complaints ?? [];
    expect(complaints.join()).toContain('404');
    await none.context().close();
    leave(hall);
  });

  it.each(languages('zh'))('[R9] names what was changed: %s', async (language) => {
    const text = verifyText[language];
    const page = await show('/verify', 'phone', language);
    await picture(page, `verify-empty-phone-${language}`, { fullPage: true });
    await choose(page, fileOf('whole.json', textOf(meetingProof())));
    await whole(page, language).waitFor();
    await picture(page, `verify-meeting-phone-${language}`, { fullPage: true });
    const other = textOf(meetingProof()).replace(
      /("made":)(\d)/,
      (_, made: string, digit: string) => `${made}${digit === '3' ? '4' : '3'}`,
    );
    await choose(page, fileOf('changed.json', other));
    await page.getByRole('heading', { name: text.differ(1) }).waitFor();
    const step = page.getByRole('listitem').filter({ hasText: text.steps.numbering });
    await step.getByText(/result\.made/).waitFor();
    await page.getByText(text.sumDiffers).waitFor();
    await page.getByRole('button', { name: text.steps.numbering }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toContain('result.made');
    await picture(page, `verify-changed-phone-${language}`, { fullPage: true });
    await page.setViewportSize(SIZES.laptop);
    await picture(page, `verify-changed-laptop-${language}`, { fullPage: true });
    // The digits that a person noted are the one thing that a file cannot hold.
    await choose(page, fileOf('whole.json', textOf(meetingProof())));
    await whole(page, language).waitFor();
    const { shown } = meetingProof().draws[2]!;
    await page.getByLabel(text.seen).fill(shown.slice(0, 20).replace(/.{4}/g, '$& '));
    await page.getByText(text.seenShort(20)).waitFor();
    await page.getByLabel(text.seen).fill(shown);
    await page.getByText(text.seenSame).waitFor();
    const last = shown.endsWith('0') ? '1' : '0';
    await page.getByLabel(text.seen).fill(shown.slice(0, 63) + last);
    await page.getByText(text.seenDiffers(64)).waitFor();
    await page.getByRole('heading', { name: text.differ(1) }).waitFor();
  });

  it('a thousand lots, without a network once it is open', async () => {
    const pool = poolIn({ A: 60, B: 15 });
    const list = lotsOf(pool, 50, 1000);
    const lock = lockWith(lotsRule(list, { by: [], quotas: [] }), pool, [
      sourceOf('phones'),
      sourceOf('digits', 1000),
    ]);
    const file = proofFile('draw', [drawnProof(lock, { panels: list })]);
    const page = await show('/verify');
    // The script can be saved as well: what it was fetched for is there.
    await expect
      .poll(() => page.getByRole('link', { name: verifyText.zh.script }).getAttribute('href'))
      .toContain('blob:');
    await page.context().setOffline(true);
    await choose(page, fileOf('lots.json', textOf(file)));
    await page.getByText(/正在重算，已完成\d+%/).waitFor();
    expect(page.workers()).toHaveLength(1);
    await whole(page).waitFor();
    await page.getByText('1000组都满足每条配额').waitFor();
    await picture(page, 'verify-lots-laptop-zh', { fullPage: true });
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: verifyText.zh.script }).click();
    const copy = join(folder, 'saved.mjs');
    await (await saved).saveAs(copy);
    const script = readFileSync(copy, 'utf8');
    expect(script).toBe(readFileSync(join(ROOT, 'scripts/verify-draw.mjs'), 'utf8'));
    await page.context().setOffline(false);
    const served = await fetch(`${server.origin}/verify-draw.mjs`);
    expect(await served.text()).toBe(script);

    const [other = ''] = pool.map(({ id }) => id).filter((id) => !list[417]!.includes(id));
    const panels = list.map((panel, n) => (n === 417 ? [other, ...panel.slice(1)].sort() : panel));
    await choose(
      page,
      fileOf('other.json', textOf({ ...file, draws: [{ ...file.draws[0]!, panels }] })),
    );
    await page.getByText(`第418组：组里有${other}，`).waitFor();
    await page.getByText(`应当有${must(list[417]?.[0])}`).waitFor();
    await picture(page, 'verify-lots-changed-laptop-zh', { fullPage: true });
  });

  it.each(languages('en'))(
    'says what is wrong with anything else, and loses nothing: %s',
    async (language) => {
      const text = verifyText[language];
      const page = await show('/verify', 'phone', language);
      const whole_ = textOf(meetingProof());
      const bad: readonly (readonly [string, string | RegExp])[] = [
        ['您好，这不是文件', text.json.syntax],
        [whole_.slice(0, 700), text.json.cut],
        ['{"rows":[1,2]}', text.flaws['not-a-proof']],
        [
          whole_.replace('fairdraw-proof/1', 'fairdraw-proof/2'),
          text.flaws.version('fairdraw-proof/2'),
        ],
        [whole_.replace('"of":"meeting"', '"of":"all"'), text.flaws.shape('of')],
        ['{"a":1,\n"a":2}', `${text.where(2, 1)}${text.json['member-twice']}`],
        ['{"a":1.5}', text.json.number],
      ];
      for (const [given, said] of bad) {
        await paste(page, given, language);
        await page.getByText(said).waitFor();
        expect(await page.getByLabel(text.paste).inputValue()).toBe(given);
      }
      await picture(page, `verify-bad-phone-${language}`, { fullPage: true });
      await choose(page, fileOf('huge.json', '['.padEnd(64 * 1024 * 1024 + 9, ' ')));
      await page.getByText(text.flaws['too-long']).waitFor();
      await paste(page, whole_, language);
      await page.getByRole('heading', { name: text.allSame }).waitFor();
    },
  );

  it('[R9] the signature of a beacon is checked in the worker, also without a network', async () => {
    const page = await show('/verify', 'phone', 'en');
    const text = verifyText.en;
    await page.context().setOffline(true);
    await paste(page, textOf(beaconProof()), 'en');
    await whole(page, 'en').waitFor();
    await page.getByText(text.source.drand(1000)).waitFor();
    await paste(page, textOf(beaconProof('b4'.repeat(48))), 'en');
    await page.getByRole('heading', { name: text.differ(1) }).waitFor();
    await page.getByText(text.finding.unsigned(1)).waitFor();
    await page.context().setOffline(false);
  });

  it('a browser without workers says that it did not check a signature', async () => {
    const page = await show('/verify');
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await page.reload();
    await paste(page, textOf(beaconProof()));
    await whole(page).waitFor();
    await page.getByText(verifyText.zh.source.drandUnchecked(1000)).waitFor();
  });

  it('a link with the file in it opens anywhere, also anew; half of one says so', async () => {
    const one = proofFile('draw', [meetingProof().draws[0]!]);
    const page = await show('/verify');
    await paste(page, textOf(one));
    const link = page.getByRole('link', { name: verifyText.zh.link });
    const address = must(await link.getAttribute('href'));
    const fresh = await show(address, 'phone');
    await whole(fresh).waitFor();
    await fresh.reload();
    await whole(fresh).waitFor();
    const half = await show(address.slice(0, address.length / 2));
    await half.getByText(verifyText.zh.badLink).waitFor();
  });

  it('by keyboard alone, and axe finds nothing', async () => {
    const page = await show('/verify', 'laptop');
    expect(await whatAxeFinds(page)).toEqual([]);
    await page.getByLabel(verifyText.zh.paste).focus();
    await page.keyboard.insertText(textOf(proofFile('draw', [meetingProof().draws[2]!])));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await whole(page).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(verifyText.zh.allSame);
    // From the verdict on: the digits that somebody noted, the draw, and the one key of its tickets.
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Tab');
    await page.keyboard.type('0');
    await page.getByRole('heading', { name: /有1处不符/ }).waitFor();
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(focused).toBe(verifyText.zh.tickets.back);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: verifyText.zh.tickets.sort }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: verifyText.zh.tickets.back }).waitFor();
    await picture(page, 'verify-tickets-laptop-zh');
    expect(await whatAxeFinds(page)).toEqual([]);
    for (const size of ['phone', 'laptop'] as const) {
      await page.setViewportSize(SIZES[size]);
      await expect.poll(() => whatFails(page)).toEqual([]);
    }
  });
});
