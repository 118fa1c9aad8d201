// deploy/nginx before one server, as both run in a house: TLS outside, phones over wss through it.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { get as getSecurely } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findNginx } from '../../scripts/prepare.mjs';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { MAX_MEGABYTES } from '../../server/documents/document-store.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { example, must, PASSPHRASE, stageScoring, temporaryFolder } from '../with-server.ts';
import { selfSigned } from './self-signed.ts';

const SAMPLE = new URL('../../deploy/nginx/', import.meta.url).pathname;
const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;

const folder = temporaryFolder();
const prefix = join(folder.path, 'nginx');
const { cert, key } = selfSigned();
const phones: SocketPhone[] = [];
let [plain, outside] = ['', ''];
let server: ServerProcess;
let staff: StaffClient;
let nginx: ChildProcess;

beforeAll(async () => {
  const [port, plainPort, inside] = [await freePort(), await freePort(), await freePort()];
  outside = `https://localhost:${String(port)}`;
  plain = `http://127.0.0.1:${String(plainPort)}`;
  const more = ['--public-url', outside, '--trust-proxy', '127.0.0.1'];
  server = await startServerProcess(inside, join(folder.path, 'data'), 'off', more);
  sample([plainPort, port, inside]);
  const args = ['-p', prefix, '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off;'];
  const program = must(findNginx(), 'nginx (Debian, Ubuntu: apt install nginx-light)');
  const tried = spawnSync(program, ['-t', ...args], { encoding: 'utf8' });
  expect(tried.stderr).toMatch(/syntax is ok[^]*test is successful/);
  expect(tried.stderr).not.toMatch(/warn/);
  nginx = spawn(program, args, { stdio: 'inherit' });
  while ((await ask(outside).catch(() => null))?.statusCode !== 200) {
    expect(nginx.exitCode, 'nginx runs').toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  staff = new StaffClient(server.origin);
  await staff.accept((await staffLink(server)).replace(outside, server.origin), '主持', PASSPHRASE);
  await staff.create('会议');
});
afterAll(async () => {
  for (const one of [...phones, staff]) one.close();
  nginx.kill();
  await once(nginx, 'exit');
  await server.stop();
  folder.remove();
});

/** The files of `deploy/`, changed where they say so, in a folder that nginx may write. */
function sample([plainPort, port, inside]: readonly [number, number, number]): void {
  mkdirSync(prefix);
  const at = (n: number) => `127.0.0.1:${String(n)}`;
  const changed = (file: string, changes: readonly (readonly [from: string, to: string])[]) => {
    let text = readFileSync(join(SAMPLE, file), 'utf8');
    for (const [from, to] of changes) {
      expect(text, file).toContain(from);
      text = text.replaceAll(from, to);
    }
    writeFileSync(join(prefix, file), text);
  };
  changed('kleroterion.conf', [
    ['listen 80;', `listen ${at(plainPort)};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl;', `listen ${at(port)} ssl;`],
    ['listen [::]:443 ssl;', ''],
    ['review.example', 'localhost'],
    ['/etc/nginx/certificates', prefix],
    ['/etc/nginx/', `${prefix}/`],
  ]);
  changed('kleroterion-server.conf', [['127.0.0.1:8080', at(inside)]]);
  writeFileSync(join(prefix, 'fullchain.pem'), cert);
  writeFileSync(join(prefix, 'privkey.pem'), key);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  writeFileSync(
    join(prefix, 'nginx.conf'),
    `pid nginx.pid;
    events {}
    http {
      ${temporary.map((kind) => `${kind}_temp_path ${join(prefix, kind)};`).join('\n')}
      include kleroterion.conf;
    }`,
  );
}

async function ask(url: string): Promise<IncomingMessage> {
  const request = url.startsWith('https:') ? getSecurely(url, { ca: cert }) : get(url);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.resume();
  return response;
}

it('a plain address leads to the same one with TLS', async () => {
  const { statusCode, headers } = await ask(`${plain}/j?x=1`);
  expect([statusCode, headers.location]).toEqual([301, 'https://localhost/j?x=1']);
});

it('pages are asked to stay with TLS, and nothing of the machine is told to strangers', async () => {
  const { headers } = await ask(outside);
  expect(headers['strict-transport-security']).toContain('max-age=');
  const metrics = await ask(`${outside}/metrics`);
  expect(metrics.statusCode).toBe(403);
});

it('phones come in through it, score over wss, and are counted', async () => {
  // `fetch` knows no certificate of ours; `ask` above has checked it, and the sockets do.
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  for (const kind of ['subjects', 'reviewers'] as const) {
    const file = kind === 'subjects' ? 'units-77.csv' : 'reviewers-300.csv';
    await staff.importRoster(kind, file, example(file));
  }
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 2);
  await staff.run({ type: 'FillSeats', reviewers });
  const tickets = await staff.tickets(reviewers);
  for (const { url } of tickets) {
    const { hash, origin } = new URL(url);
    expect(origin).toBe(outside);
    const phone = new SocketPhone({
      ...{ origin, meeting: staff.meeting, ticket: hash.slice(1), ca: cert },
    });
    phones.push(phone);
    await phone.join();
  }
  await stageScoring(staff, must(staff.view.subjects[0]).id, 'hidden');
  for (const phone of phones) {
    await phone.until(({ stage }) => stage?.open.length === 1);
    expect(await phone.vote(CHOICE)).toMatchObject({ ok: true, receipt: { total: '75.00' } });
  }
});

it('a report of the largest size passes, and what is silent stays connected', () => {
  const text = readFileSync(join(SAMPLE, 'kleroterion.conf'), 'utf8');
  const [, body = ''] = /client_max_body_size (\d+)m;/.exec(text) ?? [];
  expect(Number(body)).toBeGreaterThan(MAX_MEGABYTES);
  const [, seconds = ''] = /proxy_read_timeout (\d+)s;/.exec(text) ?? [];
  // Two heartbeats of 15 seconds may be late.
  expect(Number(seconds)).toBeGreaterThan(45);
  // The copy for several servers says the same.
  const several = readFileSync(join(SAMPLE, '../several-servers/nginx.conf'), 'utf8');
  for (const one of [`client_max_body_size ${body}m;`, `proxy_read_timeout ${seconds}s;`])
    expect(several).toContain(one);
});
