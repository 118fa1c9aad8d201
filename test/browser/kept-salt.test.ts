// A draw by phones' words and a number on the supervisor's device, in real Chromium: two consoles, a phone, the screen.
import { createServer, type AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemId } from '../../shared/ids.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import {
  drawOf,
  PASSPHRASE,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened } from './browser.ts';

/** A name that is not the server's own machine, as the browsers see it. */
const HALL = 'hall.test';
const ITEM = 'kept' as ItemId;

describe('a draw with a number that a supervisor keeps', () => {
  let server: TestServer;
  let browser: Browser;
  let hall: Hall;
  let address: string;
  const opened: Opened[] = [];

  beforeEach(async () => {
    const port = await freePort();
    address = `http://${HALL}:${String(port)}`;
    server = await startServer({ port, publicUrl: address });
    browser = await launch([`--host-resolver-rules=MAP ${HALL} 127.0.0.1`]);
    hall = await seatedHall(server, 4);
  });
  afterEach(async () => {
    for (const phone of hall.phones) phone.close();
    hall.staff.close();
    opened.length = 0;
    await browser.close();
    await server.stop();
  });

  async function show(
    path: string,
    size: Parameters<typeof open>[2],
    language: 'zh' | 'en' = 'zh',
    origin = address,
  ): Promise<Page> {
    const one = await open(browser, `${origin}/m/${hall.staff.meeting}/${path}`, size, language);
    opened.push(one);
    return one.page;
  }

  it('is set, kept, locked, opened and recomputed', async () => {
    const { staff } = hall;
    const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'supervisor' });
    await new StaffClient(server.origin).accept(url, '李监督', PASSPHRASE);
    await staff.run({
      type: 'AddItems',
      after: staff.view.agenda.at(-1)?.item.id ?? null,
      items: [
        { id: ITEM, kind: 'draw', purpose: 'questioner', take: 1, sources: ['phones', 'salt'] },
      ],
    });

    // The choice of who keeps the number, and what the draw will be worth by it.
    const desk = await show('console', 'laptop', 'en');
    await desk.getByLabel('Name').fill('主持');
    await desk.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await desk.getByRole('button', { name: 'Log in', exact: true }).click();
    await desk.getByText('Assurance of draws').scrollIntoViewIfNeeded();
    await picture(desk, 'salt-overview-en');
    await desk
      .getByRole('link', { name: /Agenda/ })
      .first()
      .click();
    await desk
      .getByTitle(/^Settings: .*draw/i)
      .last()
      .click();
    await desk.getByText('Kept by a supervisor’s device').click();
    await desk.getByText('Its assurance is participants').scrollIntoViewIfNeeded();
    await picture(desk, 'salt-settings-en');
    await desk.getByRole('button', { name: 'Save the agenda' }).click();
    await staff.until(({ agenda }) =>
      agenda.some(({ item }) => item.kind === 'draw' && item.sources.includes('kept')),
    );
    await staff.run({ type: 'EnterItem', item: ITEM });
    await desk.getByText('Stage', { exact: true }).first().click();
    await desk.getByText('Wait for a supervisor’s number').waitFor();
    await picture(desk, 'salt-wait-en');

    // On the server's own machine the button says why it keeps nothing; on a device of their own it does.
    const own = await show('console', 'laptop', 'zh', server.origin);
    await logIn(own);
    await own.getByRole('button', { name: '请换一台设备' }).waitFor();
    await picture(own, 'salt-own-machine');
    const keeper = await show('console', 'laptop');
    await logIn(keeper);
    await picture(keeper, 'salt-wanted');
    await keeper.getByRole('button', { name: '保管随机数', exact: true }).click();
    await keeper.getByText('随机数已保管，等主持锁定').waitFor();
    await keeper.getByText('抄下来备用').click();
    const salt = await keeper.getByLabel('随机数', { exact: true }).inputValue();
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    await picture(keeper, 'salt-kept');
    await own.getByText('随机数由李监督保管在另一台设备').waitFor();

    await desk.getByRole('heading', { name: 'Lock the draw' }).waitFor();
    await picture(desk, 'salt-lock-en');
    const screen = await show('screen', 'projector');
    await screen.getByText('见证方式：与会者共同见证').waitFor();
    await picture(screen, 'salt-screen-ready');
    await staff.next();
    await screen.getByText('监督员保管的随机数').waitFor();
    await picture(screen, 'salt-screen-lock');

    hall.phones[0]?.close();
    const phone = await open(browser, hall.tickets[0]?.url ?? '', 'phone');
    opened.push(phone);
    await phone.page.getByRole('button', { name: '是我，开始' }).click();
    await phone.page.getByLabel('输入一个字词').fill('绿水青山');
    await phone.page.getByRole('button', { name: '提交', exact: true }).click();
    await phone.page.getByText('您的字词已交').waitFor();
    await picture(phone.page, 'salt-phone');
    await Promise.all(
      hall.phones
        .slice(1)
        .map((one, n) => one.word(drawOf(hall.staff).id ?? ('' as never), `字${String(n)}`)),
    );
    await staff.until(() => drawOf(hall.staff).words?.sent === 4);
    await staff.next();

    // The keeper's browser may be closed and opened again: the number is still there.
    await keeper.reload();
    await keeper.getByText('收字已截止，请打开随机数').waitFor();
    await picture(keeper, 'salt-due');
    await screen.getByText('等监督员打开随机数').waitFor();
    await picture(screen, 'salt-screen-words');
    await desk.getByText('Wait for the number to be opened').waitFor();
    await picture(desk, 'salt-due-en');
    // Another device opens it only with what was noted down, whatever lies in the number's place there.
    const place = await keeper.evaluate(
      () => Object.keys(localStorage).find((key) => key.startsWith('salt/')) ?? '',
    );
    for (const other of ['null', '0'.repeat(64)]) {
      await own.evaluate(
        ([key, value]) => {
          localStorage.setItem(key, value);
        },
        [place, other] as const,
      );
      await own.reload();
      await own.getByRole('button', { name: '已输入0 / 64位' }).waitFor();
    }
    await own
      .getByLabel('抄下来的64位随机数')
      .fill(salt.replace(/^./, (one) => (one === '0' ? '1' : '0')));
    await press(own, () => own.getByText('这不是锁定时的那个随机数').isVisible());
    await picture(own, 'salt-typed-wrong');
    expect(drawOf(hall.staff).phase).toBe('locked');
    await press(keeper, () => Promise.resolve(drawOf(hall.staff).phase === 'showing'));

    await staff.next();
    await staff.until(() => drawOf(hall.staff).phase === 'done');
    await screen.getByText('本机已自行复算，结果一致').waitFor();
    await phone.page.getByText('本机已自行复算，结果一致').waitFor();
    await picture(screen, 'salt-screen-done');
    const watch = await show('watch', 'phone', 'en');
    await watch.getByText('a supervisor keeps the number').first().waitFor();
    await picture(watch, 'salt-watch-en');
    const minutes = await keeper.context().newPage();
    await minutes.goto(`${address}/m/${staff.meeting}/console/minutes`);
    await minutes.getByText('与会者共同见证，参与的人能核对，随机数由监督员李监督保管').waitFor();
    const complaints = opened.flatMap((one) => one.complaints);
    expect(complaints).toEqual([]);
  });
});

async function logIn(page: Page): Promise<void> {
  await page.getByLabel('姓名').fill('李监督');
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('region', { name: '监督员：保管随机数' }).waitFor();
}

/** Twice within three seconds; a slow machine may let the first press lapse and needs both again. */
async function press(page: Page, done: () => Promise<boolean>): Promise<void> {
  const key = page.getByRole('button', { name: /打开随机数|再按一次/, disabled: false });
  await expect
    .poll(
      async () => {
        if (!(await done()) && (await key.isVisible())) await key.click();
        return done();
      },
      { timeout: 45_000, interval: 300 },
    )
    .toBe(true);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
