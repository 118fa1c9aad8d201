// What a single connection can take by frames that no page of ours sends: doubled, hurried, hopping, broken off.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import { io } from 'socket.io-client';
import { afterEach, expect, it } from 'vitest';
import { Speakers } from '../../server/live/speakers.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import {
  leave,
  moderator,
  must,
  phoneOf,
  seatedHall,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

/** Of 100 places thirty-five are for viewers. */
const SMALL = { connections: 100 };
const VIEWERS = 35;

let server: TestServer;
let hall: Hall;
afterEach(async () => {
  leave(hall);
  await server.stop();
});

async function open(options = SMALL): Promise<string> {
  server = await startServer(options);
  const staff = await moderator(server);
  hall = { staff, tickets: [], phones: [] };
  return `40${NAMESPACE.public},${JSON.stringify(connectionTo(staff.meeting).auth)}`;
}

/** Whether a viewer like any other gets in. */
async function letsIn(namespace: string, cookie = ''): Promise<boolean> {
  const socket = io(`${server.origin}${namespace}`, {
    ...connectionTo(hall.staff.meeting),
    ...{ forceNew: true, reconnection: false, transports: ['websocket'] },
    extraHeaders: { cookie, origin: server.origin },
  });
  const joined = await new Promise<boolean>((resolve) => {
    socket.on('connect', () => {
      resolve(true);
    });
    socket.on('connect_error', () => {
      resolve(false);
    });
  });
  socket.close();
  return joined;
}

async function connected(audience: string): Promise<number> {
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(
    new RegExp(`^kleroterion_connections\\{audience="${audience}"\\} (\\d+)`, 'm').exec(
      metrics,
    )?.[1],
  );
}

const viewers = () => connected('public');

it('a connection that ends in the very message in which it joins leaves its place behind', async () => {
  const join = await open();
  const at = `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`;
  const headers = { origin: server.origin, 'content-type': 'text/plain;charset=UTF-8' };
  for (let n = 0; n < VIEWERS + 2; n++) {
    const { sid } = JSON.parse((await (await fetch(at)).text()).slice(1)) as { sid: string };
    await fetch(`${at}&sid=${sid}`, { method: 'POST', headers, body: `${join}\u001e1` });
  }
  expect(await letsIn(NAMESPACE.public)).toBe(true);
});

it('a connection that joins many times at once has one place', async () => {
  const join = await open();
  const tcp = await webSocket();
  tcp.write(Buffer.concat(Array.from({ length: VIEWERS + 2 }, () => frame(join))));
  await expect.poll(viewers).toBeGreaterThan(0);
  expect(await letsIn(NAMESPACE.public)).toBe(true);
  expect(await viewers()).toBeLessThanOrEqual(1);
  tcp.destroy();
});

const JUNK: Readonly<Record<string, string>> = {
  'asks for meetings that are not there': `40${NAMESPACE.screen},{"meeting":"none"}`,
  'asks for namespaces that are not there': '40/none,',
  'answers what nobody asked': `43${NAMESPACE.public},7[]`,
};
for (const [what, text] of Object.entries(JUNK))
  it(`a connection that ${what} without end is cut off`, async () => {
    const join = await open();
    const tcp = await webSocket();
    tcp.write(frame(join));
    await expect.poll(viewers).toBe(1);
    tcp.write(Buffer.concat(Array.from({ length: 300 }, () => frame(text))));
    expect(await stays(tcp)).toBe(false);
  });

it('a connection that comes and goes without end is cut off, and nothing of it is kept', async () => {
  const join = await open();
  const warned: string[] = [];
  const warn = ({ name }: Error) => warned.push(name);
  process.on('warning', warn);
  const tcp = await webSocket();
  let isCut = false;
  for (let n = 0; n < 300 && !isCut; n++) {
    const heard = once(tcp, 'data') as Promise<[Buffer]>;
    tcp.write(frame(join));
    isCut = (await heard)[0].includes(CLOSE);
    tcp.write(frame(`41${NAMESPACE.public},`));
  }
  expect(isCut).toBe(true);
  tcp.destroy();
  process.off('warning', warn);
  expect(warned).toEqual([]);
});

it('a seat that floods beside its messages pauses as for those', async () => {
  server = await startServer();
  hall = await seatedHall(server, 1);
  phoneOf(hall, 0).close();
  const cookie = await session(0);
  const tcp = await webSocket(cookie);
  tcp.write(frame(`40${NAMESPACE.panel},${JSON.stringify(connectionTo(hall.staff.meeting).auth)}`));
  await expect.poll(() => connected('panel')).toBe(1);
  tcp.write(Buffer.concat(Array.from({ length: 300 }, () => frame(`43${NAMESPACE.panel},7[]`))));
  expect(await stays(tcp)).toBe(false);
  expect(await letsIn(NAMESPACE.panel, cookie)).toBe(false);
});

it('who had a seat once takes no place in its owner’s lobby', async () => {
  server = await startServer();
  hall = await seatedHall(server, 1);
  phoneOf(hall, 0).close();
  const thief = await session(0);
  const owner = await session(0);
  const at = `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`;
  for (let n = 0; n < 8; n++) await fetch(at, { headers: { cookie: thief } });
  expect(await letsIn(NAMESPACE.panel, owner)).toBe(true);
});

it('a new session of a seat has the whole pace, whatever the one before has used up', () => {
  const speakers = new Speakers(() => 0);
  const thief = speakers.seat('m', 's1', 1);
  for (let n = 0; n < 300; n++) thief.take();
  expect(thief.refusal?.code).toBe('paused');
  const owner = speakers.seat('m', 's1', 2);
  const taken = Array.from({ length: 60 }, () => {
    thief.take();
    return owner.take();
  });
  expect(new Set(taken)).toEqual(new Set(['ok']));
  expect(owner.refusal).toBe(null);
});

/** A phone's session, without the phone. */
async function session(n: number): Promise<string> {
  const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ ticket: new URL(must(hall.tickets[n]).url).hash.slice(1) }),
  });
  return must(response.headers.getSetCookie()[0]?.split(';')[0]);
}

/** A WebSocket whose frames the test writes itself. */
async function webSocket(cookie = ''): Promise<TcpSocket> {
  const upgrade = request(
    `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=websocket`,
    {
      headers: {
        ...{ cookie, origin: server.origin, connection: 'Upgrade', upgrade: 'websocket' },
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    },
  );
  upgrade.end();
  const [, tcp] = (await once(upgrade, 'upgrade')) as [unknown, TcpSocket];
  return tcp;
}

/** A WebSocket's close, without a reason. */
const CLOSE = Buffer.of(0x88, 0);

/** Whether a connection that has joined is still answered, or the server has hung up. */
async function stays(tcp: TcpSocket): Promise<boolean> {
  const answered = new Promise<boolean>((resolve) => {
    tcp.on('data', (bytes: Buffer) => {
      if (bytes.includes(`43${NAMESPACE.public},99`)) resolve(true);
      if (bytes.includes(CLOSE)) resolve(false);
    });
    tcp.on('close', () => {
      resolve(false);
    });
  });
  tcp.on('error', () => undefined);
  tcp.write(frame(`42${NAMESPACE.public},99["time"]`));
  const still = await answered;
  tcp.destroy();
  return still;
}

/** A text message of a client, short enough for one length byte, masked with zeros. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(0x81, 0x80 | bytes.length, 0, 0, 0, 0), bytes]);
}
