// Uploads that stall give their places up, slow ones that go on do not (BALLOTS.md §3: slow and many).
import { readdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Progress } from '../../server/http/stalled.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { connectionTo } from '../../shared/protocol.ts';
import {
  documentsOf,
  example,
  moderator,
  must,
  PASSPHRASE,
  startServer,
  type TestServer,
} from '../with-server.ts';

const PATIENCE = { bytes: 2000, ms: 2000 };
const PDF = '%PDF-1.4\n';

let server: TestServer;
let staff: StaffClient;
let units: readonly string[];
const open: Socket[] = [];
const timers: NodeJS.Timeout[] = [];

beforeAll(async () => {
  server = await startServer({ patience: PATIENCE });
  staff = await moderator(server);
  await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
  units = staff.view.subjects.map(({ id }) => id);
});
afterEach(() => {
  for (const timer of timers.splice(0)) clearInterval(timer);
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(async () => {
  staff.close();
  await server.stop();
});

const folder = () =>
  documentsOf(server.data, server.app.halls.byCode(staff.meeting)!.world.meeting.id);
const parts = () => readdirSync(folder()).filter((name) => name.endsWith('.part'));
const documentPath = (n: number) =>
  `/m/${staff.meeting}/api/subjects/${must(units[n])}/documents?name=a.pdf`;

const importPath = () => `/m/${staff.meeting}/api/import/reviewers`;

/** Begins a request that says it will be a megabyte, and sends so much of it. */
function begin(
  path: string,
  type: string,
  start: string,
  length = 1_000_000,
  cookie = staff.cookie,
): Socket {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: ${server.origin}\r\n` +
      `cookie: ${cookie}\r\ncontent-type: ${type}\r\ncontent-length: ${String(length)}\r\n\r\n${start}`,
  );
  open.push(socket);
  return socket;
}

/** A byte now and then, for as long as it is let. */
function trickle(socket: Socket): void {
  timers.push(setInterval(() => socket.write('x'), 100));
}

const upload = async (n: number) =>
  (
    await fetch(server.origin + documentPath(n), {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        origin: server.origin,
        cookie: staff.cookie,
      },
      body: `${PDF}${String(n)}`,
    })
  ).status;

describe('a report that stalls', () => {
  it.each([
    ['without a byte of it', '', false],
    ['in its middle, as when the Wi-Fi is gone', PDF, false],
    ['at a byte now and then', PDF, true],
  ])('%s gives its place and its file up', async (_, start, trickles) => {
    for (let n = 0; n < 4; n++) {
      const socket = begin(documentPath(n), 'application/octet-stream', start);
      if (trickles) trickle(socket);
    }
    await expect.poll(() => parts().length).toBe(4);
    expect(await upload(5)).toBe(429);
    await expect.poll(() => upload(6), { interval: 200 }).toBe(200);
    await expect.poll(parts).toEqual([]);
    await staff.run({
      type: 'RemoveDocument',
      subject: must(units[6]) as never,
      hash: must(await attached(6)),
    });
  });

  it('does not keep an honest one from ending, however slow it is in all', async () => {
    const bytes = 40 * PATIENCE.bytes;
    const socket = begin(documentPath(7), 'application/octet-stream', PDF, bytes);
    let answer = '';
    socket.on('data', (text: Buffer) => (answer += text.toString()));
    await expect.poll(() => parts().length).toBe(1);
    const began = performance.now();
    const written = () => statSync(join(folder(), must(parts()[0]))).size;
    let sent = PDF.length;
    // Piece by piece, each when the one before has arrived, until three times the patience has gone by.
    while (sent < bytes) {
      const isLate = performance.now() - began > 3 * PATIENCE.ms;
      const piece = Math.min(isLate ? bytes : PATIENCE.bytes, bytes - sent);
      socket.write('x'.repeat(piece));
      sent += piece;
      if (sent < bytes) await expect.poll(written, { interval: 100 }).toBe(sent);
    }
    await expect.poll(() => answer).toContain('200 OK');
  });
});

describe('a session that ends while a file is on its way', () => {
  const roster = JSON.stringify({
    ...{ file: 'r.csv', store: true, expects: { item: null, touched: 0 } },
    base64: Buffer.from('编号,姓名,组别\nR1,甲,组\n').toString('base64'),
  });
  const cases = (['a report', 'a roster'] as const).flatMap((what) =>
    (['logged-out', 'account-shut'] as const).map((why) => [what, why] as const),
  );
  it.each(cases)('%s is not stored, and why is said: %s', async (what, why) => {
    const isReport = what === 'a report';
    const type = isReport ? 'application/octet-stream' : 'application/json';
    const [path, body] = isReport ? [documentPath(8), PDF] : [importPath(), roster];
    const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
    const clerk = new StaffClient(server.origin);
    const name = `${what} ${why}`;
    await clerk.accept(url, name, PASSPHRASE);
    const socket = begin(path, type, body.slice(0, -2), body.length, clerk.cookie);
    let answer = '';
    socket.on('data', (text: Buffer) => (answer += text.toString()));
    if (isReport) await expect.poll(() => parts().length).toBe(1);
    else await clerk.post('/api/staff/stay', {});
    if (why === 'logged-out') await clerk.post('/api/staff/logout', {});
    else {
      const listed = await fetch(`${server.origin}/api/staff/accounts`, {
        headers: { cookie: staff.cookie },
      });
      const { accounts } = (await listed.json()) as { accounts: { id: string; name: string }[] };
      const { id } = must(accounts.find((one) => one.name === name));
      await staff.post('/api/staff/shut', { id });
    }
    socket.write(body.slice(-2));
    await expect.poll(() => answer).toContain(`"code":"${why}"`);
    expect(staff.view.subjects[8]?.documents).toEqual([]);
    expect(staff.view.people).toEqual([]);
  });
});

it('a roster that stalls gives its place up: nobody else’s waits for it', async () => {
  const path = `/m/${staff.meeting}/api/import/reviewers`;
  const look = async () => {
    const response = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, cookie: staff.cookie },
      body: JSON.stringify({
        file: 'r.csv',
        base64: Buffer.from('编号,姓名,组别\nR1,甲,组\n').toString('base64'),
        store: false,
        expects: staff.view.control.expects.roster,
      }),
    });
    return response.status;
  };
  for (let n = 0; n < 8; n++) {
    const socket = begin(path, 'application/json', '{"file":"r.csv",');
    if (n % 2 === 0) trickle(socket);
  }
  await expect.poll(look, { interval: 100 }).toBe(429);
  await expect.poll(look, { interval: 200 }).toBe(200);
  // Whoever leaves by themselves is not counted either.
  for (let n = 0; n < 8; n++) begin(path, 'application/json', '{').end();
  await expect.poll(look, { interval: 200 }).toBe(200);
});

it('any other body that stalls is cut off as well, a socket’s too', async () => {
  const closed = (socket: Socket) => expect.poll(() => socket.destroyed).toBe(true);
  const login = begin('/api/staff/login', 'application/json', '{', 500);
  login.on('end', () => login.destroy());
  const handshake = await fetch(
    `${server.origin}${connectionTo(staff.meeting).path}/?EIO=4&transport=polling`,
  );
  const { sid } = JSON.parse((await handshake.text()).slice(1)) as { sid: string };
  const polling = begin(
    `${connectionTo(staff.meeting).path}/?EIO=4&transport=polling&sid=${sid}`,
    'text/plain;charset=UTF-8',
    '4',
    500,
  );
  await closed(login);
  await closed(polling);
});

it('what has stalled is told by bytes and time alone', () => {
  const patience = { bytes: 100, ms: 1000 };
  const steady = new Progress(0, 0);
  for (let n = 1; n <= 50; n++) expect(steady.isStalled(n * 100, n * 1000, patience)).toBe(false);
  const dripping = new Progress(0, 0);
  const drips = Array.from({ length: 15 }, (_, n) => dripping.isStalled(n, n * 100, patience));
  expect(drips.indexOf(true)).toBe(11);
  // A gap within the patience is forgiven, and does not add up with the next one.
  const gaps = new Progress(0, 0);
  for (let n = 1; n <= 5; n++) {
    expect(gaps.isStalled((n - 1) * 100, n * 1000 - 1, patience)).toBe(false);
    expect(gaps.isStalled(n * 100, n * 1000, patience)).toBe(false);
  }
});

async function attached(n: number): Promise<string | undefined> {
  const of = () => staff.view.subjects.find(({ id }) => id === units[n])?.documents ?? [];
  await expect.poll(() => of().length).toBe(1);
  return of()[0]?.hash;
}
