// What breaks in a page: the part says so, the rest stays, the server hears of it. And browsers that keep nothing.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import { brokenText } from '../../shared/text/broken.ts';
import { commonText } from '../../shared/text/common.ts';
import { consoleAgendaText } from '../../shared/text/console/agenda.ts';
import { itInSoak } from '../repetitions.ts';
import {
  leave,
  moderator,
  must,
  seatPhones,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture, type Opened, type SIZES } from './browser.ts';
import { fillSheet, openConsole } from './by-hand.ts';
import { isSoak, languages } from './sizes.ts';

const zh = brokenText.zh;
const NOTHING_OR_EMPTY = [
  ['phone', 'stage', null],
  ['phone', 'stage', {}],
  ['console', 'control', null],
  ['console', 'control', {}],
] as const;
const QUICK_STORAGES: ReadonlySet<string> = new Set(['refuses', 'holds what nobody wrote']);
type Slices = Record<string, unknown>;

describe('a page in which something breaks', () => {
  let server: TestServer;
  let staff: StaffClient;
  let hall: Hall;
  let browser: Browser;
  let code = '';

  beforeAll(async () => {
    server = await startServer();
    staff = await moderator(server);
    hall = { staff, ...(await seatPhones(staff, server.origin, 12)) };
    code = staff.meeting;
    browser = await launch();
  });
  afterAll(async () => {
    leave(hall);
    await browser.close();
    await server.stop();
  });

  /** A page on about:blank, so that what it will meet can be set up first. */
  const blank = (size: keyof typeof SIZES, language: 'zh' | 'en' = 'zh') =>
    open(browser, 'about:blank', size, language);
  const address = (path: string) => `${server.origin}/m/${code}/${path}`;

  /** Damages slices on their way to the page, and holds back what it sends, both while the test says so. */
  async function between(page: Page) {
    const now = { damage: null as ((slices: Slices) => void) | null, holdsCasts: false };
    await page.routeWebSocket(/\/live\//, (socket) => {
      const upstream = socket.connectToServer();
      socket.onMessage((message) => {
        if (!(now.holdsCasts && String(message).includes('"cast"'))) upstream.send(message);
      });
      upstream.onMessage((message) => {
        const [, head = '', body = ''] = /^(42\/\w+,)(\["slices".*)$/s.exec(String(message)) ?? [];
        if (head === '' || !now.damage) {
          socket.send(message);
          return;
        }
        const event = JSON.parse(body) as [string, { slices: Slices }];
        now.damage(event[1].slices);
        socket.send(head + JSON.stringify(event));
      });
    });
    return now;
  }

  async function faultsOf(page: string): Promise<number> {
    const text = await (await fetch(`${server.origin}/metrics`)).text();
    return Number(new RegExp(`page_faults_total\\{page="${page}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
  }

  /** Nobody leaves a round that is open. */
  const endRound = async () => {
    const { body } = staff.view.control.stage;
    if (body.kind === 'score' && body.phase === 'open' && body.round !== null)
      await staff.run({ type: 'CloseRound', round: body.round });
  };

  const enter = async (id: string) => {
    await endRound();
    const card = { id: id as ItemId, kind: 'card', title: `卡片${id}`, text: '休息' } as const;
    await staff.run({ type: 'AddItems', after: null, items: [card] });
    await staff.run({ type: 'EnterItem', item: card.id });
  };

  /** A body that says it is a score and holds nothing of one. */
  const breakBody = (slices: Slices) => {
    if (slices['stage'])
      slices['stage'] = { ...slices['stage'], body: { kind: 'score', phase: 'open' } };
    const control = slices['control'] as { stage: object } | undefined;
    if (control)
      slices['control'] = {
        ...control,
        stage: { ...control.stage, body: { kind: 'score', phase: 'open' } },
      };
  };

  it('heals on the projector with the next view, and keeps its rail meanwhile', async () => {
    for (const language of languages('en')) {
      const { page, context } = await blank('projector', language);
      const now = await between(page);
      now.damage = breakBody;
      await enter(`s-${language}-1`);
      await page.goto(address('screen'));
      await page.getByText(brokenText[language].stage).waitFor();
      await page.getByText('区政府年度绩效评议会').waitFor();
      await picture(page, `broken-screen-${language}`);
      await expect.poll(() => faultsOf('screen')).toBeGreaterThan(0);
      now.damage = null;
      await enter(`s-${language}-2`);
      await page.getByText(`卡片s-${language}-2`).waitFor();
      expect(await page.getByText(brokenText[language].stage).count()).toBe(0);
      await context.close();
    }
  });

  it('leaves the other columns of the console at work', async () => {
    for (const language of languages('zh')) {
      const { page, context } = await openConsole(
        browser,
        staff,
        'setup/meeting',
        'laptop',
        language,
      );
      const now = await between(page);
      now.damage = (slices) => {
        if (slices['turnout']) slices['turnout'] = null;
        if (slices['people']) slices['people'] = [null];
        if (slices['board']) slices['board'] = null;
      };
      await page.goto(address('console/stage'));
      await page.getByText(brokenText[language].part).first().waitFor();
      await picture(page, `broken-console-${language}`);
      // The agenda beside it follows what the hall does.
      await enter(`c-${language}`);
      await page.getByRole('navigation').getByText(`卡片c-${language}`).first().waitFor();
      await expect.poll(() => faultsOf('console')).toBeGreaterThan(0);
      await context.close();
    }
  });

  it('stands on the viewers’ page beside what is whole, and heals with the next view', async () => {
    const { page, context } = await blank('phone');
    const now = await between(page);
    const broken = page.getByText(zh.part);
    await enter('w-0');
    for (const damage of [
      (slices: Slices) => {
        if (slices['draws']) slices['draws'] = [null];
      },
      (slices: Slices) => {
        if (slices['written']) slices['written'] = null;
      },
    ]) {
      now.damage = damage;
      await page.goto(address('watch'));
      await page.getByRole('navigation').getByText('抽签').click();
      await broken.waitFor();
      await page.getByText('卡片w-0').waitFor();
    }
    // Nothing of the page could be shown without it.
    now.damage = (slices) => {
      if (slices['stage']) slices['stage'] = null;
    };
    await page.goto(address('watch'));
    await page.getByText(zh.page).waitFor();
    now.damage = null;
    await enter('w-1');
    await page.getByText('卡片w-1').waitFor();
    expect(await page.getByText(zh.page).count()).toBe(0);
    await context.close();
  });

  it.each([...(isSoak ? NOTHING_OR_EMPTY : NOTHING_OR_EMPTY.slice(1, 3))])(
    'heals with the next view on the %s where nothing could be shown without %s: %j',
    async (...one) => {
      const [surface, slice, damaged] = one;
      const name = `healed-${surface}-${slice}-${String(damaged === null)}`;
      const opened =
        surface === 'phone'
          ? await blank('phone')
          : await openConsole(browser, staff, 'setup/meeting');
      const { page, context } = opened;
      if (surface === 'phone') {
        await enter(`${name}-0`);
        hall.phones[10]?.close();
        await page.goto(address(`j${new URL(must(hall.tickets[10]).url).hash}`));
        await page.getByRole('button', { name: '开始' }).click();
        await page.getByText(`卡片${name}-0`).waitFor();
      }
      const now = await between(page);
      now.damage = (slices) => {
        if (slices[slice]) slices[slice] = damaged;
      };
      await page.goto(address(surface === 'phone' ? 'j' : 'console/stage'));
      const broken = page.getByText(zh.page).or(page.getByText(zh.part)).first();
      await broken.waitFor();
      now.damage = null;
      await enter(name);
      await page.getByText(`卡片${name}`).first().waitFor();
      expect(await broken.count()).toBe(0);
      await context.close();
    },
  );

  itInSoak('leaves them at work also where the words about a broken part do not come', async () => {
    const { page, context, complaints } = await openConsole(browser, staff, 'setup/meeting');
    const now = await between(page);
    now.damage = (slices) => {
      if (slices['turnout']) slices['turnout'] = null;
      if (slices['people']) slices['people'] = [null];
    };
    await page.route('**/assets/Broken-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto(address('console/stage'));
    await expect.poll(() => complaints.join()).toContain('part missing');
    await page.getByRole('button', { name: commonText.zh.broken }).first().waitFor();
    await picture(page, 'broken-bare-zh');
    await enter('bare');
    await page.getByRole('navigation').getByText('卡片bare').first().waitFor();
    await context.close();
  });

  it.each([
    ['channel between pages', 'BroadcastChannel = class { constructor() { throw new Error(); } };'],
    [
      'word to other pages',
      'BroadcastChannel.prototype.postMessage = () => { throw new Error(); };',
    ],
  ])('seats a phone whose browser refuses a %s', async (_, content) => {
    await enter(`refused-${String(content.length)}`);
    const { page, context, complaints } = await blank('phone');
    await context.addInitScript({ content });
    hall.phones[11]?.close();
    await page.goto(address(`j${new URL(must(hall.tickets[11]).url).hash}`));
    await page.getByRole('button', { name: '开始' }).click();
    await page.getByText(`卡片refused-${String(content.length)}`).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  itInSoak(
    'rings no bell where the browser gives no sound, and tells the server; the rest stays',
    async () => {
      const content = `
      localStorage.setItem('kleroterion.bell', 'on');
      AudioContext = class { constructor() { throw new DOMException('none', 'NotSupportedError'); } };
    `;
      await enter('silent');
      const before = await faultsOf('console');
      const { page, context, complaints } = await openConsole(browser, staff, 'setup/meeting');
      await context.addInitScript({ content });
      await page.goto(address('console/stage'));
      await page
        .getByRole('checkbox', { name: consoleAgendaText.zh.bellHere, checked: true })
        .waitFor();
      await expect.poll(() => faultsOf('console')).toBeGreaterThan(before);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );

  it('sends a ballot that waits on a phone, whatever became of its sheet, and says so', async () => {
    const ticket = must(hall.tickets[0]);
    const { page, context } = await blank('phone');
    const now = await between(page);
    hall.phones[0]?.close();
    await page.goto(address(`j${new URL(ticket.url).hash}`));
    await page.getByRole('button', { name: '开始' }).click();
    await stageScoring(staff, 'A01', 'hidden');
    await fillSheet(page, [30, 15, 20, 10]);
    now.holdsCasts = true;
    await page.getByRole('button', { name: '提交评分' }).click();
    await page.getByText('正在送出').first().waitFor();
    now.damage = (slices) => {
      const stage = slices['stage'] as { open: readonly object[] } | undefined;
      if (stage) slices['stage'] = { ...stage, body: null };
    };
    const { id } = must(staff.view.control.stage.item);
    await staff.run({ type: 'ExtendCountdown', item: id, seconds: 30 });
    await page.getByText(zh.part).waitFor();
    await page.getByText(zh.waiting(1)).waitFor();
    await picture(page, 'broken-phone-zh');
    expect(staff.view.progress.done).toBe(0);
    now.holdsCasts = false;
    await staff.until(({ progress }) => progress.done === 1);
    await page.getByText(zh.waiting(1)).waitFor({ state: 'detached' });
    await expect.poll(() => faultsOf('phone')).toBeGreaterThan(0);
    await context.close();
  });

  it('offers a page anew whose script is gone, and tries it once by itself', async () => {
    const pages = [
      ['WatchPage', 'watch'],
      ['KioskPage', 'kiosk'],
      ['seat', 'j'],
    ] as const;
    for (const [name, path] of isSoak ? pages : pages.slice(0, 1)) {
      const { page, context } = await blank('phone', 'en');
      let opened = 0;
      page.on('framenavigated', (frame) => {
        if (frame === page.mainFrame()) opened++;
      });
      await page.route(`**/assets/${name}-*.js`, (route) => route.fulfill({ status: 404 }));
      await page.goto(address(path));
      await expect.poll(() => opened).toBe(2);
      await page.getByText(brokenText.en.missing.page).waitFor();
      if (path === 'watch') await picture(page, 'broken-missing-en');
      await page.unroute(`**/assets/${name}-*.js`);
      await page.getByRole('button', { name: brokenText.en.reload }).click();
      await page.getByText(brokenText.en.missing.page).waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('#root').innerText()).not.toBe('');
      expect(opened).toBe(3);
      await context.close();
    }
  });

  it('says what to do where no script of ours runs: it does not come, it is not understood, there are none', async () => {
    const cases: readonly ((opened: Opened) => Promise<unknown>)[] = [
      ({ page }) => page.route('**/assets/index-*.js', (route) => route.abort()),
      ({ page }) =>
        page.route('**/assets/index-*.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: 'a ?? = b' }),
        ),
      ({ page }) =>
        page.route('**/assets/index-*.js', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: 'missing()' }),
        ),
    ];
    for (const [n, arrange] of cases.entries()) {
      const opened = await blank('phone');
      await arrange(opened);
      await opened.page.goto(server.origin);
      await opened.page.getByText(zh.startHint).waitFor();
      await opened.page.getByText(brokenText.en.startHint).waitFor();
      if (n === 0) await picture(opened.page, 'broken-start');
      await opened.context.close();
    }
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.origin);
    await expect.poll(() => page.locator('noscript p').first().isVisible()).toBe(true);
    expect(await page.locator('noscript').innerText()).toContain(zh.noScript);
    await context.close();
  });

  const STORAGES: Readonly<
    Record<'refuses' | 'is missing' | 'is full' | 'holds what nobody wrote', () => void>
  > = {
    refuses: () => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    },
    'is missing': () => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { value: null });
    },
    'is full': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    'holds what nobody wrote': () => {
      Storage.prototype.getItem = () =>
        '{"v":1,"__proto__":{"x":1},"outbox":{"waiting":[null,{"target":{}}],"refused":7},"drafts":{"__proto__":null,"a":{}},"sheets":[1],"name":1}';
    },
  };

  // The two in which most is asked of a page; the others do the same later or with less.
  const tried = Object.entries(STORAGES).filter(([name]) => isSoak || QUICK_STORAGES.has(name));
  it.each(tried)('works in a browser whose storage %s', async (_, arrange) => {
    const visit = async (path: string, size: keyof typeof SIZES, words: string) => {
      const opened = await blank(size);
      await opened.context.addInitScript(arrange);
      if (path.startsWith('console')) {
        const [name = '', value = ''] = staff.cookie.split('=');
        await opened.context.addCookies([{ name, value, url: server.origin }]);
      }
      await opened.page.goto(path === '' ? server.origin : address(path));
      await opened.page.getByText(words).first().waitFor();
      expect(opened.complaints, path).toEqual([]);
      return opened;
    };
    await enter(`storage-${String(Date.now())}`);
    const n = 1 + Object.keys(STORAGES).indexOf(_);
    const pages = [
      ['', 'phone', '评议'],
      ['watch', 'phone', '区政府年度绩效评议会'],
      ['screen', 'projector', '区政府年度绩效评议会'],
      ['kiosk', 'tablet', '没带手机'],
      ['console/setup/tickets', 'laptop', '区政府年度绩效评议会'],
      ['console/desk', 'laptop', '区政府年度绩效评议会'],
      ['console/minutes', 'laptop', '区政府年度绩效评议会'],
    ] as const;
    // A page that lives without any storage lives with half of one: those in the soak.
    for (const [path, size, words] of n === 1 ? pages : isSoak ? pages : pages.slice(0, 1))
      await (await visit(path, size, words)).context.close();
    const console_ = await visit('console/stage', 'laptop', '区政府年度绩效评议会');
    await console_.page.getByRole('checkbox').first().click();
    expect(console_.complaints).toEqual([]);
    await console_.context.close();

    hall.phones[n]?.close();
    const phone = await visit(`j${new URL(must(hall.tickets[n]).url).hash}`, 'phone', '是我，开始');
    await phone.page.getByRole('button', { name: '开始' }).click();
    await endRound();
    await stageScoring(staff, `A0${String(n + 1)}`, 'hidden');
    await fillSheet(phone.page, [30, 15, 20, 10]);
    await phone.page.getByRole('button', { name: '提交评分' }).click();
    await phone.page.getByRole('heading', { name: '已计入' }).waitFor();
    expect(phone.complaints).toEqual([]);
    await phone.context.close();
  });
});
