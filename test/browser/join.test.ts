// Whoever scans gets in: on a busy machine, and where the network lets no WebSocket through.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { importExamples, PASSPHRASE } from '../with-server.ts';
import { open } from './browser.ts';
import { startOwnProcess, type OwnProcess } from './own-process.ts';

const PHONES = 24;
const AT_ONCE = 3;

describe('a scanned ticket', () => {
  let own: OwnProcess;
  let tickets: readonly PrintedTicket[];

  beforeAll(async () => {
    own = await startOwnProcess();
    const { desk } = own;
    await desk.accept(await own.link(), '主持', PASSPHRASE);
    await desk.create('评议会');
    await importExamples(desk);
    const reviewers = desk.view.people
      .flatMap(({ reviewer }) => (reviewer === null ? [] : [reviewer]))
      .slice(0, PHONES);
    await desk.run({ type: 'FillSeats', reviewers });
    tickets = await desk.tickets(reviewers);
  });

  afterAll(() => own.close());

  it('[R12] is claimed, on a busy machine too', async () => {
    const left = [...tickets];
    let greeted = 0;
    while (left.length > 0)
      await Promise.all(
        left.splice(0, AT_ONCE).map(async ({ url }) => {
          const { page, context } = await open(own.browser, url, 'phone');
          await page.getByRole('button', { name: '是我，开始' }).waitFor();
          greeted += 1;
          await context.close();
        }),
      );
    expect(greeted).toBe(PHONES);
  });

  it.each(['refuses', 'swallows'] as const)(
    'seats a phone whose network %s WebSockets',
    async (verdict) => {
      const proxy = await proxyWithoutTunnels(verdict === 'refuses');
      const context = await own.browser.newContext({
        locale: 'zh-CN',
        proxy: { server: proxy.address, bypass: '<-loopback>' },
      });
      const page = await context.newPage();
      await page.goto(tickets[0]?.url ?? '');
      await page.getByRole('button', { name: '是我，开始' }).waitFor({ timeout: 60_000 });
      expect(proxy.tunnels()).toBeGreaterThan(0);
      await context.close();
      proxy.close();
    },
  );
});

/** A proxy as some networks have one: plain requests pass, the tunnel that a WebSocket needs does not. */
async function proxyWithoutTunnels(
  refuses: boolean,
): Promise<{ readonly address: string; tunnels(): number; close(): void }> {
  let tunnels = 0;
  const server = createServer((incoming, answer) => {
    const { method, headers, url = '' } = incoming;
    const onward = request(url, { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (_, socket) => {
    tunnels += 1;
    socket.on('error', () => undefined);
    if (refuses) socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    tunnels: () => tunnels,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
