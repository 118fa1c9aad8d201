// Admission to the sockets: peers that stop reading and sessions that end elsewhere are put out, and nobody else notices.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { afterEach, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { moderator, PASSPHRASE, startServer, type TestServer } from '../with-server.ts';

let server: TestServer;
afterEach(() => server.stop());

/** The sweep comes every two seconds. */
const SOON = { timeout: 45_000 };

it('a peer that stops reading is cut off with what waits for it, and nobody else notices', async () => {
  server = await startServer();
  const staff = await moderator(server);
  // A view of half a megabyte, so that few messages are many bytes.
  const rows = Array.from({ length: 3000 }, (_, n) => `R${String(n)},代表${String(n)},甲组`);
  const file = Buffer.from(['编号,姓名,组别', ...rows].join('\n'));
  await staff.importRoster('reviewers', 'r.csv', file);
  const view = JSON.stringify(staff.view).length;
  expect(view).toBeGreaterThan(500_000);
  expect(await connections('staff')).toBe(1);

  const tcp = await webSocket(staff.meeting, { cookie: staff.cookie, origin: server.origin });
  let read = 0;
  tcp.on('data', (bytes: Buffer) => {
    read += bytes.length;
  });
  tcp.write(frame(`40${NAMESPACE.staff},${JSON.stringify(connectionTo(staff.meeting).auth)}`));
  await expect.poll(() => read).toBeGreaterThan(view);
  expect(await connections('staff')).toBe(2);
  tcp.pause();
  const asked = 36;
  for (let n = 0; n < asked; n++) tcp.write(frame(`42${NAMESPACE.staff},["resync"]`));

  await expect.poll(() => connections('staff'), SOON).toBe(1);
  expect(staff.connected).toBe(true);
  await staff.run({ type: 'EnterItem', item: staff.view.agenda[0]!.item.id });
  // What waited for it was thrown away, not kept until it would read again.
  const gone = once(tcp, 'close');
  tcp.on('error', () => undefined).resume();
  expect(await Promise.race([gone.then(() => 'gone'), wait(5000, 'there', { ref: false })])).toBe(
    'gone',
  );
  expect(read).toBeLessThan((asked * view) / 2);
  staff.close();
});

it('a console whose account logs out elsewhere is told and cut off, another account’s goes on', async () => {
  server = await startServer();
  const staff = await moderator(server);
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'moderator' });
  const other = new StaffClient(server.origin);
  await other.accept(url, '另一位', PASSPHRASE);
  const socket = io(`${server.origin}${NAMESPACE.staff}`, {
    ...connectionTo(staff.meeting),
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { cookie: other.cookie, origin: server.origin },
  });
  const told: unknown[] = [];
  socket.on('ended', (why: unknown) => told.push(why));
  await expect.poll(() => connections('staff')).toBe(2);
  await other.post('/api/staff/logout', {});
  await expect.poll(() => connections('staff'), SOON).toBe(1);
  await expect.poll(() => [socket.connected, ...told]).toEqual([false, { code: 'logged-out' }]);
  expect(staff.connected).toBe(true);
  staff.close();
  socket.close();
});

async function connections(audience: string): Promise<number> {
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  const name = `kleroterion_connections{audience="${audience}"} `;
  return Number(
    metrics
      .split('\n')
      .find((line) => line.startsWith(name))
      ?.slice(name.length),
  );
}

/** A WebSocket of which the test holds the connection itself, so that it can leave bytes unread. */
async function webSocket(meeting: string, headers: Record<string, string>): Promise<TcpSocket> {
  const upgrade = request(
    `${server.origin}${connectionTo(meeting).path}/?EIO=4&transport=websocket`,
    {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    },
  );
  upgrade.end();
  const [, tcp] = (await once(upgrade, 'upgrade')) as [unknown, TcpSocket];
  return tcp;
}

/** A text message of a client, short enough for one length byte, masked with zeros. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(0x81, 0x80 | bytes.length, 0, 0, 0, 0), bytes]);
}
