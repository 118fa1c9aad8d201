// Pages that come back again and again while their earlier connections lie dead: nobody's own past shuts them out.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Socket as TcpSocket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { leave, must, seatedHall, startServer } from '../with-server.ts';
import type { Hall, TestServer } from '../with-server.ts';

let server: TestServer;
let hall: Hall;
const dead: TcpSocket[] = [];
afterEach(async () => {
  for (const tcp of dead.splice(0)) tcp.destroy();
  leave(hall);
  await server.stop();
});

async function open(options = {}): Promise<void> {
  server = await startServer(options);
  hall = await seatedHall(server, 2);
  for (const phone of hall.phones) phone.close();
}

interface Page {
  readonly namespace: string;
  readonly cookie: string;
}

/** What a page sends to join, and to leave while its connection stays. */
const join = ({ namespace }: Page) =>
  `40${namespace},${JSON.stringify(connectionTo(hall.staff.meeting).auth)}`;
const part = ({ namespace }: Page) => `41${namespace},`;

/** Joins, is let in, and is never heard of again: it neither reads on nor closes. False where it is not let in. */
type Comes = (page: Page, then?: string) => Promise<boolean>;

const byWebSocket: Comes = async (page, then) => {
  const upgrade = request(
    `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=websocket`,
    {
      headers: {
        ...{ cookie: page.cookie, origin: server.origin, connection: 'Upgrade' },
        ...{ upgrade: 'websocket', 'sec-websocket-version': '13' },
        'sec-websocket-key': randomBytes(16).toString('base64'),
      },
    },
  );
  upgrade.end();
  const shut = once(upgrade, 'response').then(() => null);
  const tcp = await Promise.race([
    once(upgrade, 'upgrade').then(([, socket]) => socket as TcpSocket),
    shut,
  ]);
  if (!tcp) return false;
  dead.push(tcp.on('error', () => undefined));
  let read = '';
  tcp.on('data', (bytes: Buffer) => {
    read += bytes.toString('latin1');
  });
  tcp.write(frame(join(page)));
  await expect.poll(() => read).toContain(`40${page.namespace},{`);
  if (then !== undefined) tcp.write(frame(then));
  return true;
};

/** The sessions of those who came by polling, to see who is still there. */
const sids: string[] = [];

const byPolling: Comes = async (page, then) => {
  const at = `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`;
  const headers = {
    ...{ cookie: page.cookie, origin: server.origin },
    'content-type': 'text/plain;charset=UTF-8',
  };
  const shake = await fetch(at, { headers });
  const text = await shake.text();
  if (shake.status !== 200) return false;
  const { sid } = JSON.parse(text.slice(1)) as { sid: string };
  sids.push(sid);
  const post = (body: string) => fetch(`${at}&sid=${sid}`, { method: 'POST', headers, body });
  await post(join(page));
  const told = await (await fetch(`${at}&sid=${sid}`, { headers })).text();
  if (!told.includes(`40${page.namespace},{`)) return false;
  if (then !== undefined) await post(then);
  return true;
};

const WAYS: readonly (readonly [string, Comes])[] = [
  ['websocket', byWebSocket],
  ['polling', byPolling],
];

/** Tabs that all come back so many times, one after another; says how often they were let in. */
async function comeBack(comes: Comes, page: Page, tabs: number, times: number, then?: string) {
  let letIn = 0;
  for (let n = 0; n < tabs * times; n++) if (await comes(page, then)) letIn += 1;
  return letIn;
}

/** A phone's session, without the phone. */
async function session(n: number): Promise<string> {
  const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ ticket: new URL(must(hall.tickets[n]).url).hash.slice(1) }),
  });
  return must(response.headers.getSetCookie()[0]?.split(';')[0]);
}

describe.each(WAYS)('by %s', (_, comes) => {
  it('three tabs of one seat that come back ten times are let in each time', async () => {
    await open();
    const page = { namespace: NAMESPACE.panel, cookie: await session(0) };
    expect(await comeBack(comes, page, 3, 10)).toBe(30);
  });

  it('a console and the hall’s screens that come back are let in each time', async () => {
    await open();
    const { cookie } = hall.staff;
    expect(await comeBack(comes, { namespace: NAMESPACE.staff, cookie }, 3, 12)).toBe(36);
    expect(await comeBack(comes, { namespace: NAMESPACE.screen, cookie }, 2, 6)).toBe(12);
  });

  it('viewers and strangers’ screens that have left, and stay connected, are in nobody’s way', async () => {
    // Five may wait in the strangers' lobby.
    await open({ connections: 100 });
    for (const namespace of [NAMESPACE.public, NAMESPACE.screen]) {
      const page = { namespace, cookie: '' };
      expect(await comeBack(comes, page, 2, 6, part(page))).toBe(12);
    }
  });

  it('a seat’s page that joins and leaves without closing is let in each time', async () => {
    await open();
    const page = { namespace: NAMESPACE.panel, cookie: await session(0) };
    expect(await comeBack(comes, page, 2, 10, part(page))).toBe(20);
  });
});

it('what was put out does not pile up, and the lobby stays as small for who never says where to', async () => {
  await open();
  const page = { namespace: NAMESPACE.panel, cookie: await session(0) };
  sids.length = 0;
  expect(await comeBack(byPolling, page, 4, 10)).toBe(40);
  const at = `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`;
  const { cookie } = page;
  const post = { method: 'POST', body: '3', headers: { cookie, origin: server.origin } };
  const there = await Promise.all(
    sids.map(async (sid) => (await fetch(`${at}&sid=${sid}`, post)).status),
  );
  // Four that are in, eight that were put out.
  expect(there.filter((status) => status === 200).length).toBeLessThanOrEqual(12);
  expect(there.at(-1)).toBe(200);
  const silent: number[] = [];
  for (let n = 0; n < 12; n++) silent.push((await fetch(at, { headers: { cookie } })).status);
  expect(silent.filter((status) => status === 200)).toHaveLength(8);
});

it('another seat comes in while one comes back without end', async () => {
  await open();
  const [restless, other] = [await session(0), await session(1)];
  const namespace = NAMESPACE.panel;
  const back = comeBack(byPolling, { namespace, cookie: restless }, 3, 8);
  expect(await comeBack(byWebSocket, { namespace, cookie: other }, 3, 4)).toBe(12);
  expect(await back).toBe(24);
});

/** A text message of a client, short enough for one length byte, masked with zeros. */
function frame(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.of(0x81, 0x80 | bytes.length, 0, 0, 0, 0), bytes]);
}
