// A proxy that sends two meetings to two servers: nginx and both servers are real, each a process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findNginx } from '../../scripts/prepare.mjs';
import { SocketPhone } from '../../scripts/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { must, PASSPHRASE, seatPhones, stageScoring, temporaryFolder } from '../with-server.ts';

const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;

const folder = temporaryFolder();
const servers: ServerProcess[] = [];
const staff: StaffClient[] = [];
const phones: SocketPhone[] = [];
let outside: string;
let nginx: ChildProcess;

beforeAll(async () => {
  const port = await freePort();
  outside = `http://127.0.0.1:${String(port)}`;
  for (const name of ['first', 'second']) {
    const data = join(folder.path, name);
    const more = ['--public-url', outside];
    servers.push(await startServerProcess(await freePort(), data, 'off', more));
  }
  // Accounts and meetings are made at the server's own address: the proxy knows no meeting before.
  for (const server of servers) {
    const one = new StaffClient(server.origin);
    await one.accept(await staffLink(server), '主持', PASSPHRASE);
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
  for (const one of [...phones, ...staff]) one.close();
  nginx.kill();
  await once(nginx, 'exit');
  for (const server of servers) await server.stop();
  folder.remove();
});

function startNginx(port: number): ChildProcess {
  const prefix = join(folder.path, 'nginx');
  mkdirSync(prefix);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const to = (n: number) => `proxy_pass ${must(servers[n]).origin};`;
  writeFileSync(
    join(prefix, 'nginx.conf'),
    `worker_processes 1;
    pid nginx.pid;
    events { worker_connections 256; }
    http {
      access_log off;
      ${temporary.map((kind) => `${kind}_temp_path ${kind};`).join('\n')}
      server {
        listen 127.0.0.1:${String(port)};
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $http_connection;
        location / { ${to(0)} }
        location /m/${must(staff[1]).meeting}/ { ${to(1)} }
      }
    }`,
  );
  const args = ['-p', prefix, '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off;'];
  const program = must(findNginx(), 'nginx (Debian, Ubuntu: apt install nginx-light)');
  return spawn(program, args, { stdio: 'inherit' });
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
    phones.push(...seated.phones);
    const { meeting } = one;
    const ticket = new URL(must(seated.tickets[0]).url).hash.slice(1);
    const polling = new SocketPhone({ origin: outside, meeting, ticket, transport: 'polling' });
    phones.push(polling);
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
  for (const path of [here, there])
    await ask(`${path}/login`, { name: '主持', passphrase: PASSPHRASE });
  expect(await known()).toEqual(['主持', '主持', '主持']);
  await ask(`${there}/logout`, {});
  expect(await known()).toEqual(['主持', '主持', undefined]);
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
