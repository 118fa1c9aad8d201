// A proxy that sends two meetings to two servers, of which one dies: nginx, as deploy/ has it, and both servers are real.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findNginx } from '../../scripts/prepare.mjs';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { must, PASSPHRASE, seatPhones, stageScoring, temporaryFolder } from '../with-server.ts';

const SAMPLE = new URL('../../deploy/several-servers/', import.meta.url).pathname;
const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;

/** The moderators of the first server and of the second. */
const NAMES = ['第一位主持', '第二位主持'];

const folder = temporaryFolder();
const prefix = join(folder.path, 'nginx');
const dataOf = (name: string) => join(folder.path, name);
const copiesOf = (name: string) => join(folder.path, `${name}-copies`);
const servers: ServerProcess[] = [];
const staff: StaffClient[] = [];
/** Of the first meeting, and of the second. */
const phones: SocketPhone[][] = [];
let outside: string;
let nginx: ChildProcess;

beforeAll(async () => {
  const port = await freePort();
  outside = `http://127.0.0.1:${String(port)}`;
  for (const name of ['first', 'second']) {
    const more = ['--public-url', outside];
    servers.push(await startServerProcess(await freePort(), dataOf(name), copiesOf(name), more));
  }
  // Accounts and meetings are made at the server's own address: the proxy knows no meeting before.
  for (const [n, server] of servers.entries()) {
    const one = new StaffClient(server.origin);
    await one.accept(await staffLink(server), must(NAMES[n]), PASSPHRASE);
    await one.create('会议');
    staff.push(one);
  }
  nginx = startNginx(port);
  while (!(await answers(outside))) {
    expect(nginx.exitCode, 'nginx runs').toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
});
afterAll(async () => {
  for (const one of [...phones.flat(), ...staff]) one.close();
  nginx.kill();
  await once(nginx, 'exit');
  for (const server of servers) await server.stop();
  folder.remove();
});

/** The sample of `deploy/`, with these addresses and meetings; all that it writes stays in the test's folder. */
function startNginx(port: number): ChildProcess {
  cpSync(SAMPLE, prefix, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(prefix, 'listen.conf'),
    `listen 127.0.0.1:${String(port)};
    ${temporary.map((kind) => `${kind}_temp_path ${join(prefix, kind)};`).join('\n')}`,
  );
  const at = servers.map(({ origin }) => new URL(origin).host);
  writeFileSync(
    join(prefix, 'servers.conf'),
    `upstream first { server ${must(at[0])}; keepalive 64; }
    upstream second { server ${must(at[1])}; keepalive 64; }
    upstream any { server ${must(at[0])} fail_timeout=2s; server ${must(at[1])} backup; keepalive 64; }`,
  );
  holders('first', 'second');
  const args = ['-p', prefix, '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off;'];
  const program = must(findNginx(), 'nginx (Debian, Ubuntu: apt install nginx-light)');
  return spawn(program, args, { stdio: 'inherit' });
}

/** Says which server holds the first meeting, and which the second. */
function holders(...names: readonly string[]): void {
  const lines = staff.map(({ meeting }, n) => `~^/m/${meeting}/ ${must(names[n])};`);
  writeFileSync(join(prefix, 'meetings.map'), lines.join('\n'));
}

function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    ({ ok }) => ok,
    () => false,
  );
}

it('phones of both meetings come in and vote, by WebSocket and by polling', async () => {
  for (const one of staff) {
    const seated = await seatPhones(one, outside, 2);
    const { meeting } = one;
    const ticket = new URL(must(seated.tickets[0]).url).hash.slice(1);
    const polling = new SocketPhone({ origin: outside, meeting, ticket, transport: 'polling' });
    phones.push([...seated.phones, polling]);
    await polling.join();
    await stageScoring(one, must(one.view.subjects[0]).id, 'hidden');
    for (const phone of [must(seated.phones[1]), polling]) {
      await phone.until(({ stage }) => stage?.open.length === 1);
      expect(await phone.vote(CHOICE)).toMatchObject({ ok: true, receipt: { total: '75.00' } });
    }
  }
});

it('one browser is logged in at both, and stays so at the first when it leaves the second', async () => {
  const [here, there] = staff.map(({ meeting }) => `/m/${meeting}/api/staff`) as [string, string];
  const jar = new Map<string, string>();
  const ask = async (path: string, body?: object) => {
    const response = await fetch(outside + path, {
      headers: {
        ...{ origin: outside, 'content-type': 'application/json' },
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return (await response.json()) as { readonly staff?: { readonly name: string } | null };
  };
  const known = async () =>
    [await ask('/api/staff'), await ask(here), await ask(there)].map(({ staff }) => staff?.name);
  const [first, second] = NAMES as [string, string];
  for (const [path, name] of [
    [here, first],
    [there, second],
  ] as const)
    await ask(`${path}/login`, { name, passphrase: PASSPHRASE });
  expect(await known()).toEqual([first, first, second]);
  await ask(`${there}/logout`, {});
  expect(await known()).toEqual([first, first, undefined]);
});

it('a meeting is only where its path leads', async () => {
  const at = must(servers[0]).origin;
  const socket = io(`${at}${NAMESPACE.public}`, {
    ...{ forceNew: true, transports: ['websocket'], reconnection: false },
    ...connectionTo(must(staff[1]).meeting),
    extraHeaders: { origin: at },
  });
  const refusal = await new Promise<Refusal | undefined>((resolve) => {
    socket.on('connect_error', (error: Error & { data?: Refusal }) => {
      resolve(error.data);
    });
  });
  socket.close();
  expect(refusal).toEqual({ code: 'no-such-meeting' });
  for (const one of staff) {
    const path = `/m/${one.meeting}/api/snapshot`;
    expect((await fetch(outside + path)).status).toBe(200);
  }
});

it('the second server takes on what the first held when it died', async () => {
  const [first, second] = [must(servers[0]), must(servers[1])];
  const { meeting } = must(staff[0]);
  // The sheet of the first phone was taken over by the one that polls.
  const theirs = must(phones[0]).slice(1);
  await expect.poll(async () => (await health(first)).meetings[0]?.backup.ageMs).toBe(0);
  await first.kill();

  // The pages and their files come from the other at once; the meeting when it is there.
  expect((await fetch(`${outside}/m/${meeting}/watch`)).status).toBe(502);
  for (let n = 0; n < 4; n++) expect((await fetch(`${outside}/console`)).status).toBe(200);
  const handOver = () =>
    spawnSync(join(SAMPLE, 'take-on.sh'), [copiesOf('first'), dataOf('second')], {
      encoding: 'utf8',
    });
  expect(handOver()).toMatchObject({ status: 0, stderr: '' });
  holders('second', 'second');
  nginx.kill('SIGHUP');
  await Promise.all(theirs.map((phone) => phone.until(({ stage }) => stage?.meeting.epoch === 2)));
  expect((await health(second)).meetings).toContainEqual(
    expect.objectContaining({ code: meeting, epoch: 2, saving: true }),
  );

  // What was counted is there, and the round goes on.
  for (const phone of theirs) expect(phone.view.me?.ballots).toHaveLength(1);
  expect(await must(theirs[0]).vote(CHOICE, 2)).toMatchObject({ ok: true });

  // Staff of the second go on with it, and read who of the first did what.
  const next = new StaffClient(outside);
  next.cookie = must(staff[1]).cookie;
  await next.connect(meeting);
  staff.push(next);
  await next.until(({ control }) => control.next.act === 'close-round');
  await next.next();
  expect(JSON.stringify(next.view.log)).toContain('第一位主持');

  // Once more is too often: what is there stays.
  expect(handOver().stdout).toContain('there already');
  const inside = readdirSync(join(dataOf('second'), 'meetings'));
  expect(inside.filter((name) => name.startsWith('.'))).toEqual([]);
});

it('a folder of copies that is none is told of', () => {
  const wrong = spawnSync(join(SAMPLE, 'take-on.sh'), [folder.path, dataOf('second')]);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr.toString()).toContain('take-on.sh COPIES DATA');
});

interface Health {
  readonly meetings: readonly {
    readonly code: string;
    readonly backup: { readonly ageMs: number | null };
  }[];
}

async function health({ origin }: ServerProcess): Promise<Health> {
  return (await (await fetch(`${origin}/healthz`)).json()) as Health;
}
