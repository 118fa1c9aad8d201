// What pages say while the server keeps them out for a while, and that they come back by themselves.
import { io, type Socket } from 'socket.io-client';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { itInSoak } from '../repetitions.ts';
import {
  leave,
  must,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { launch, open, picture } from './browser.ts';

describe('a page that has to wait', () => {
  let server: TestServer;
  let browser: Browser;
  let hall: Hall;
  /** Ahead of the machine's own: what is forgiven with time is forgiven at once. */
  let ahead = 0;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    const began = Date.now() - performance.now();
    const clock = { now: () => Math.round(began + performance.now() + ahead) };
    server = await startServer({ connections: 100, clock });
    browser = await launch();
    hall = await seatedHall(server, 2);
    await stageScoring(hall.staff, 'A01', 'hidden');
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.close();
  });
  afterAll(async () => {
    leave(hall);
    await browser.close();
    await server.stop();
  });

  /** A socket that is in, or null where there was no place for it. */
  const connect = async (namespace: string, cookie = '') => {
    const socket = io(`${server.origin}${namespace}`, {
      ...connectionTo(hall.staff.meeting),
      ...{ forceNew: true, reconnection: false, transports: ['websocket'] },
      extraHeaders: { cookie, origin: server.origin },
    });
    sockets.push(socket);
    const isIn = await new Promise<boolean>((resolve) => {
      socket.on('connect', () => {
        resolve(true);
      });
      socket.on('connect_error', () => {
        resolve(false);
      });
    });
    return isIn ? socket : null;
  };
  const fill = async (namespace: string) => {
    // The one before has gone, and the server has noticed.
    await expect.poll(strangers).toEqual(['0', '0']);
    while (await connect(namespace));
  };
  const strangers = async () => {
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    return ['screen', 'public'].map(
      (audience) => new RegExp(`connections\\{audience="${audience}"\\} (\\d+)`).exec(metrics)?.[1],
    );
  };

  it.each([
    ['zh', '观看的人已满'],
    ['en', 'All viewers’ places are taken'],
  ] as const)(
    'viewers are told that all places are taken, and get the next one (%s)',
    async (language, told) => {
      await fill(NAMESPACE.public);
      const url = `${server.origin}/m/${hall.staff.meeting}/watch`;
      const { page, context } = await open(browser, url, 'phone', language);
      await page.getByText(told).waitFor();
      await picture(page, `limits-watch-full-${language}`);
      sockets[0]?.close();
      await page.getByText(told).waitFor({ state: 'detached' });
      await page.getByRole('heading').first().waitFor();
      await context.close();
    },
  );

  it.each([
    ['zh', '暂时没有空位'],
    ['en', 'No place is free'],
  ] as const)(
    'a stranger’s screen says whose comes in, and comes in when one leaves (%s)',
    async (language, told) => {
      await fill(NAMESPACE.screen);
      const url = `${server.origin}/m/${hall.staff.meeting}/screen`;
      const { page, context } = await open(browser, url, 'projector', language);
      await page.getByText(told).waitFor();
      await picture(page, `limits-screen-full-${language}`);
      sockets[0]?.close();
      await page.getByText(told).waitFor({ state: 'detached' });
      await context.close();
    },
  );

  it.each([
    ['zh', 0, '请稍等', '立即重试'],
    ['en', 1, 'One moment, please', 'Retry now'],
  ] as const)(
    'a phone whose seat was flooded is told, keeps what it has, and goes on (%s)',
    async (language, n, told, retry) => {
      const { page, context } = await open(browser, must(hall.tickets[n]).url, 'phone', language);
      await page.getByRole('button', { name: language === 'zh' ? '是我，开始' : /start/i }).click();
      const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('seat-'));
      const flooder = await connect(NAMESPACE.panel, `${must(cookie).name}=${must(cookie).value}`);
      for (let sent = 0; sent < 400; sent++) must(flooder).emit('resync');
      await page.getByRole('heading', { name: told }).waitFor();
      await picture(page, `limits-phone-paused-${language}`);
      ahead += 31_000;
      await page.getByRole('button', { name: retry }).click();
      await page.getByRole('heading', { name: told }).waitFor({ state: 'detached' });
      await context.close();
    },
  );

  itInSoak(
    'a seat’s fifth page is let in, and the one that was silent longest offers to come back',
    async () => {
      const { page, context } = await open(browser, must(hall.tickets[0]).url, 'phone');
      await page.getByRole('button', { name: '是我，开始' }).click();
      const [cookie] = (await context.cookies()).filter(({ name }) => name.startsWith('seat-'));
      // Four newer ones, each heard of after the page: it may have said something in between.
      await expect
        .poll(
          async () => {
            await connect(NAMESPACE.panel, `${must(cookie).name}=${must(cookie).value}`);
            return page.getByText('同时打开的页面太多').isVisible();
          },
          { interval: 200 },
        )
        .toBe(true);
      await picture(page, 'limits-phone-elsewhere');
      for (const socket of sockets.splice(0)) socket.close();
      await page.getByRole('button', { name: '再试一次' }).click();
      await page.getByText('同时打开的页面太多').waitFor({ state: 'detached' });
      await context.close();
    },
  );

  it('[BALLOTS §3] a WebSocket of the page’s own origin is ‘self’ to its policy', async () => {
    const { page, context, complaints } = await open(browser, server.origin, 'phone');
    const frames: string[] = [];
    page.on('websocket', (socket) => {
      socket.on('framereceived', () => frames.push(socket.url()));
    });
    await page.goto(`${server.origin}/m/${hall.staff.meeting}/watch`);
    await expect.poll(() => frames.length).toBeGreaterThan(0);
    expect(frames[0]).toMatch(/^ws:/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
