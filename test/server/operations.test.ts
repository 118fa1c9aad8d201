// What whoever runs the machine sees and sets: health, metrics, the API's description, TLS, proxies, printed addresses.
import type { FastifyInstance } from 'fastify';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { printedStanding, type Reach } from '../../server/addresses.ts';
import type { AppOptions } from '../../server/app.ts';
import { isApi } from '../../server/http/guard.ts';
import { isLocal, isNetwork, trustProxies } from '../../server/http/proxy.ts';
import { readTls } from '../../server/tls.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import {
  moderator,
  PASSPHRASE,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { faultyStore } from '../faulty-store.ts';
import { selfSigned } from './self-signed.ts';

const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `fetch` sets Host and Origin as it likes, and knows no certificate of ours. */
async function ask(
  url: string,
  headers: Record<string, string> = {},
  { body, ...options }: RequestOptions & { readonly body?: unknown } = {},
): Promise<Answer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const method = body === undefined ? 'GET' : 'POST';
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const request = send(url, { method, ...options, headers: { ...type, ...headers } });
  request.end(body === undefined ? undefined : JSON.stringify(body));
  const [response] = (await once(request, 'response')) as [import('node:http').IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

const CLIENT = new URL('../../client', import.meta.url).pathname;

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

let server: TestServer;
afterEach(() => server.stop());

it('what a page asks of the server itself is answered under its meeting as well, all of it', async () => {
  const asked = filesUnder(CLIENT).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/['`](\/api\/[\w-]+)/g)].map(([, path = '']) => path),
  );
  expect(new Set(asked).size).toBeGreaterThan(4);
  server = await startServer();
  const staff = await moderator(server);
  staff.close();
  // A path that is not there is refused as one; of those that are, some want a body or somebody who may ask.
  const gone = (await ask(`${server.origin}/api/nothing`)).body;
  for (const path of new Set(asked))
    for (const body of [undefined, {}]) {
      const at = async (place: string) => {
        const { status, body: text } = await ask(
          `${server.origin}${place}${path}`,
          { origin: server.origin },
          {
            body,
          },
        );
        return { status, isGone: text === gone };
      };
      expect([path, await at(`/m/${staff.meeting}`)]).toEqual([path, await at('')]);
    }
});

describe('/healthz', () => {
  it('tells of every meeting, the copies and the disk, and names no folder', async () => {
    const folder = temporaryFolder();
    const backup = join(folder.path, 'copies');
    server = await startServer({ backup });
    const staff = await moderator(server);
    const health = await ask(`${server.origin}/healthz`);
    const { seq } = server.app.halls.all()[0]!.world.meeting;
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body)).toEqual({
      known: 1,
      unopened: [],
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      meetings: [
        {
          ...{ code: staff.meeting, epoch: 1, events: seq, saving: true },
          file: { phase: 'sound' },
          backup: { enabled: true, ageMs: expect.any(Number), failed: null },
        },
      ],
      disk: { freeBytes: expect.any(Number), low: expect.any(Boolean), inPlace: true },
    });
    expect(health.body).not.toContain(folder.path);
    staff.close();
    await server.app.close();
    folder.remove();
  });

  it('tells strangers only whether all is well, through a proxy and on any address', async () => {
    server = await startServer({ metricsToken: 'sixteen-or-more-characters' });
    const staff = await moderator(server);
    const token = (text: string) => ({ authorization: `Bearer ${text}` });
    const proxied = { 'x-forwarded-for': '8.8.8.8' };
    for (const stranger of [
      proxied,
      { host: 'review.example.cn' },
      { ...proxied, ...token('sixteen-or-more-character') },
    ]) {
      const { status, body, headers } = await ask(`${server.origin}/healthz`, stranger);
      expect([status, JSON.parse(body), headers['cache-control']]).toEqual([
        200,
        { ok: true },
        'no-store',
      ]);
    }
    for (const known of [{}, { ...proxied, ...token('sixteen-or-more-characters') }])
      expect((await ask(`${server.origin}/healthz`, known)).body).toContain(staff.meeting);
    staff.close();
  });

  it('is 503 from a commit that failed to one that works', async () => {
    server = await startServer({
      openStore: faultyStore({ maxPages: 90 }),
      // The failure is wanted here.
      logLevel: 'silent',
    });
    const staff = await moderator(server);
    const rename = (title: string) =>
      staff.send({
        type: 'ChangeMeeting',
        title,
        zone: 'Asia/Shanghai',
        retainUntil: '2030-01-01',
      });
    const rows = Array.from({ length: 2000 }, (_, n) => `R${String(n)},代表${String(n)},甲组`);
    const csv = Buffer.from(['编号,姓名,组别', ...rows].join('\n'));
    await expect(staff.importRoster('reviewers', 'r.csv', csv)).rejects.toThrow('not-saved');
    const failing = await ask(`${server.origin}/healthz`);
    expect([failing.status, JSON.parse(failing.body).ok]).toEqual([503, false]);
    const stranger = await ask(`${server.origin}/healthz`, { 'x-forwarded-for': '8.8.8.8' });
    expect([stranger.status, JSON.parse(stranger.body)]).toEqual([503, { ok: false }]);
    expect(await rename('会议')).toEqual({ ok: true });
    expect((await ask(`${server.origin}/healthz`)).status).toBe(200);
    staff.close();
  });
});

describe('/metrics', () => {
  it('counts connections, ballots, commits and messages', async () => {
    server = await startServer();
    const { staff, phones } = await seatedHall(server, 5);
    await stageScoring(staff, 'A01', 'live');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    await Promise.all(phones.map((phone) => phone.vote(CHOICE)));
    const { headers, body } = await ask(`${server.origin}/metrics`);
    expect(headers['content-type']).toContain('text/plain');
    const value = (line: string) =>
      Number(
        body
          .split('\n')
          .find((one) => one.startsWith(`${line} `))
          ?.split(' ')[1],
      );
    const meeting = `{meeting="${staff.meeting}"}`;
    expect(value('kleroterion_connections{audience="panel"}')).toBe(5);
    expect(value('kleroterion_connections{audience="staff"}')).toBe(1);
    expect(value('kleroterion_ballots_acknowledged_total')).toBe(5);
    expect(value('kleroterion_ack_seconds_count')).toBe(5);
    expect(value('kleroterion_commit_seconds_count')).toBeGreaterThan(5);
    expect(value('kleroterion_publish_messages_total{audience="staff"}')).toBeGreaterThan(0);
    expect(value(`kleroterion_queue_length${meeting}`)).toBe(0);
    expect(value(`kleroterion_epoch${meeting}`)).toBe(1);
    expect(value(`kleroterion_store_failing${meeting}`)).toBe(0);
    expect(value(`kleroterion_file_checked_ratio${meeting}`)).toBe(1);
    expect(value(`kleroterion_file_damaged${meeting}`)).toBe(0);
    expect(value('kleroterion_disk_free_bytes')).toBeGreaterThan(0);
    expect(body).toContain('process_cpu_seconds_total');
    for (const phone of phones) phone.close();
    staff.close();
  });

  it('are for this machine itself, or for the token', async () => {
    server = await startServer({ metricsToken: 'sixteen-or-more-characters' });
    const status = async (headers: Record<string, string>) =>
      (await ask(`${server.origin}/metrics`, headers)).status;
    expect(await status({})).toBe(200);
    const proxied = { 'x-forwarded-for': '8.8.8.8' };
    expect(await status(proxied)).toBe(403);
    expect(await status({ host: 'review.example.cn' })).toBe(403);
    for (const wrong of ['sixteen-or-more-character', 'x', 'sixteen-or-more-charactersX'])
      expect(await status({ ...proxied, authorization: `Bearer ${wrong}` })).toBe(403);
    const authorization = 'Bearer sixteen-or-more-characters';
    expect(await status({ ...proxied, authorization })).toBe(200);
  });

  it('a request is local only from a loopback peer, to a loopback name, through no proxy', () => {
    const from = (remoteAddress: string | undefined, headers = {}) =>
      isLocal({ headers: { host: 'localhost:8080', ...headers }, socket: { remoteAddress } });
    for (const own of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])
      expect(from(own)).toBe(true);
    for (const other of ['192.168.1.5', '::ffff:10.0.0.1', 'fe80::1', '1270.0.0.1', '', undefined])
      expect(from(other)).toBe(false);
    for (const header of ['forwarded', 'via', 'x-real-ip', 'x-forwarded-proto'])
      expect(from('127.0.0.1', { [header]: 'x' })).toBe(false);
    expect(from('127.0.0.1', { host: 'localhost.evil.example' })).toBe(false);
    expect(from('::1', { host: '[::1]:8080' })).toBe(true);
  });
});

describe('the OpenAPI description', () => {
  it('has every route of /api with a tag, a sentence and its answers, and nothing else', async () => {
    const routes = await routesOf(async () => {
      server = await startServer();
    });
    const document = JSON.parse((await ask(`${server.origin}/api/openapi.json`)).body);
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Kleroterion' } });
    const tags = document.tags.map(({ name }: { name: string }) => name);
    const listed: string[] = [];
    for (const [path, methods] of Object.entries<Record<string, Operation>>(document.paths))
      for (const [method, operation] of Object.entries(methods)) {
        listed.push(`${method.toUpperCase()} ${path}`);
        expect(operation.summary, `${method} ${path}`).toMatch(/^[A-Z].*\.$/);
        expect(operation.tags).toHaveLength(1);
        expect(tags).toContain(operation.tags[0]);
        for (const [status, response] of Object.entries(operation.responses)) {
          expect(status).toMatch(/^[2-5]\d\d$/);
          expect(response.description).toMatch(/\.$/);
          for (const { schema } of Object.values(response.content))
            expect(schema).toBeTypeOf('object');
        }
        expect(operation.responses).toHaveProperty('200');
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const declared = (operation.parameters ?? [])
          .filter((one) => one.in === 'path')
          .map(({ name }) => name);
        expect(declared.sort(), path).toEqual(named.sort());
        for (const requirement of operation.security ?? [])
          for (const scheme of Object.keys(requirement))
            expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
    expect(sameTemplates(Object.keys(document.paths))).toEqual([]);
    const pattern = (route: string) => route.replace(/:(\w+)/g, '{$1}');
    expect(listed.sort()).toEqual(routes.map(pattern).sort());
  });

  it('would have two templates of one path found that differ in the names of their parameters', async () => {
    server = await startServer();
    const { paths } = JSON.parse((await ask(`${server.origin}/api/openapi.json`)).body);
    const twin = '/m/{meeting}/api/draws/{id}/lock.svg';
    expect(sameTemplates([...Object.keys(paths), twin])).toEqual([
      ['/m/{code}/api/draws/{draw}/lock.svg', twin],
    ]);
  });

  it('describes bodies as the routes check them', async () => {
    server = await startServer();
    const { paths } = JSON.parse((await ask(`${server.origin}/api/openapi.json`)).body);
    const { schema } = paths['/api/staff/invite'].post.requestBody.content['application/json'];
    expect(schema).toMatchObject({
      type: 'object',
      required: ['role'],
      additionalProperties: false,
      properties: { role: { enum: ['moderator', 'clerk', 'supervisor'] } },
    });
  });
});

/** Templates that match the same paths, which OpenAPI forbids: it compares them without the names of parameters. */
function sameTemplates(paths: readonly string[]): readonly (readonly string[])[] {
  const shapes = new Map<string, string[]>();
  for (const path of paths) {
    const shape = path.replace(/\{[^}]*\}/g, '{}');
    shapes.set(shape, [...(shapes.get(shape) ?? []), path]);
  }
  return [...shapes.values()].filter(({ length }) => length > 1);
}

interface Operation {
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly security?: readonly object[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly content: Record<string, { readonly schema: object }>;
      }
    >
  >;
}

/** "GET /api/…" of every route below /api that is registered meanwhile, but for the answer to what is not there. */
async function routesOf(start: () => Promise<void>): Promise<readonly string[]> {
  const routes: string[] = [];
  const watch = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      if (!isApi(url) || url.endsWith('*')) return;
      for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
    });
  };
  subscribe('fastify.initialization', watch);
  try {
    await start();
  } finally {
    unsubscribe('fastify.initialization', watch);
  }
  return routes;
}

describe('TLS', () => {
  const folder = temporaryFolder();
  const [cert, key, otherKey] = ['cert.pem', 'key.pem', 'other.pem'].map((name) =>
    join(folder.path, name),
  ) as [string, string, string];
  const pair = selfSigned();
  beforeAll(() => {
    writeFileSync(cert, pair.cert);
    writeFileSync(key, pair.key);
    writeFileSync(otherKey, selfSigned().key);
  });
  afterAll(() => {
    folder.remove();
  });

  it('certificate and key are tried before they are used', () => {
    expect(readTls(cert, key).ok).toBe(true);
    expect(readTls(cert, otherKey)).toEqual({ ok: false, flaw: 'unfit' });
    expect(readTls(key, cert)).toEqual({ ok: false, flaw: 'unfit' });
    const missing = join(folder.path, 'nothing.pem');
    expect(readTls(missing, key)).toEqual({ ok: false, flaw: 'unreadable', file: missing });
    mkdirSync(missing);
    expect(readTls(cert, missing)).toMatchObject({ flaw: 'unreadable' });
    rmSync(missing, { recursive: true });
  });

  it('all addresses are https, cookies are __Host- and Secure, and browsers are told to stay', async () => {
    const reading = readTls(cert, key);
    if (!reading.ok) throw new Error(reading.flaw);
    server = await startServer({ tls: reading.pair });
    const { reach, staffLink } = server.app;
    expect(reach.localUrl).toMatch(/^https:/);
    for (const origin of reach.origins) expect(origin).toMatch(/^https:/);
    expect(staffLink).toMatch(/^https:.*#invite=/);
    const token = new URL(staffLink ?? '').hash.replace('#invite=', '');
    const url = server.origin;
    const post = (origin: string) =>
      ask(
        `${url}/api/staff/accept`,
        { origin },
        { ca: pair.cert, body: { token, name: '主持', passphrase: PASSPHRASE } },
      );
    expect((await post(url.replace('https:', 'http:'))).status).toBe(403);
    const { status, headers } = await post(url);
    expect(status).toBe(200);
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-staff-[0-9a-f]{16}=[\w-]{43};.*; Path=\/; HttpOnly; Secure; SameSite=Strict/,
      ),
      expect.stringMatching(
        /^__Host-device-s-[\w-]+=[\w-]{43};.*; Path=\/; HttpOnly; Secure; SameSite=Strict/,
      ),
    ]);
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    const plain = await ask(url.replace('https:', 'http:')).catch(() => null);
    expect(plain).toBeNull();
  });

  it('sockets take pages of the https origins only', async () => {
    server = await startServer({
      tls: { cert: Buffer.from(pair.cert), key: Buffer.from(pair.key) },
    });
    const url = server.origin;
    const attempt = async (origin: string) => {
      const socket = io(`${url}${NAMESPACE.public}`, {
        ...{ ca: pair.cert, forceNew: true, transports: ['websocket'], reconnection: false },
        extraHeaders: { origin },
        ...connectionTo('none'),
      });
      const error = await new Promise<Error & { data?: unknown }>((resolve) => {
        socket.on('connect_error', resolve);
      });
      socket.close();
      return error.data ?? 'no socket';
    };
    expect(await attempt(url)).toEqual({ code: 'no-such-meeting' });
    expect(await attempt(url.replace('https:', 'http:'))).toBe('no socket');
  });

  it('a renewed certificate is used for the next handshake', async () => {
    server = await startServer({
      tls: { cert: Buffer.from(pair.cert), key: Buffer.from(pair.key) },
    });
    const healthz = `${server.origin}/healthz`;
    const agent = false as const;
    expect((await ask(healthz, {}, { ca: pair.cert, agent })).status).toBe(200);
    const renewed = selfSigned();
    server.app.renewTls({ cert: Buffer.from(renewed.cert), key: Buffer.from(renewed.key) });
    expect((await ask(healthz, {}, { ca: renewed.cert, agent })).status).toBe(200);
    await expect(ask(healthz, {}, { ca: pair.cert, agent })).rejects.toThrow();
  });
});

describe('a proxy', () => {
  const login = { name: 'x', passphrase: 'y' };
  const outside = 'https://review.example.cn';
  const forwarded = {
    origin: outside,
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'review.example.cn',
  };
  const post = (headers: Record<string, string>) =>
    ask(`${server.origin}/api/staff/login`, headers, { body: login });

  it('is believed when it was named: its pages may post and open sockets, and their cookies are Secure', async () => {
    server = await startServer({ trustProxy: ['127.0.0.1'] });
    expect((await post(forwarded)).status).toBe(401);
    expect((await post({ ...forwarded, 'x-forwarded-proto': 'http' })).status).toBe(403);
    expect((await post({ ...forwarded, 'x-forwarded-host': 'other.example' })).status).toBe(403);
    const token = new URL(server.app.staffLink ?? '').hash.replace('#invite=', '');
    const { headers } = await ask(`${server.origin}/api/staff/accept`, forwarded, {
      body: { token, name: '主持', passphrase: PASSPHRASE },
    });
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-staff-.*Secure/);
    const socket = io(`${server.origin}${NAMESPACE.public}`, {
      ...{ forceNew: true, transports: ['websocket'], reconnection: false },
      extraHeaders: forwarded,
      ...connectionTo('none'),
    });
    const [error] = await new Promise<[Error & { data?: unknown }]>((resolve) => {
      socket.on('connect_error', (...args: [Error]) => resolve(args));
    });
    socket.close();
    expect(error.data).toEqual({ code: 'no-such-meeting' });
  });

  it('that was not named is not: what it says changes nothing', async () => {
    server = await startServer({ trustProxy: ['10.9.9.9'] });
    expect((await post(forwarded)).status).toBe(403);
    await server.stop();
    server = await startServer();
    expect((await post(forwarded)).status).toBe(403);
  });

  it('behind --public-url https:// needs no trust: the page’s own origin says it', async () => {
    server = await startServer({ publicUrl: outside });
    const token = new URL(server.app.staffLink ?? '').hash.replace('#invite=', '');
    const { headers } = await ask(
      `${server.origin}/api/staff/accept`,
      { origin: outside },
      { body: { token, name: '主持', passphrase: PASSPHRASE } },
    );
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-staff-.*Secure/);
    expect(headers).toHaveProperty('strict-transport-security');
  });

  it('[BALLOTS §3] a plain cookie is not taken over TLS, on a request or a socket, however TLS came about', async () => {
    const pair = selfSigned();
    const own = { cert: Buffer.from(pair.cert), key: Buffer.from(pair.key) };
    const cases: readonly (readonly [Partial<AppOptions>, Record<string, string>])[] = [
      [{ tls: own }, {}],
      [{ trustProxy: ['127.0.0.1'] }, forwarded],
      [{ publicUrl: outside }, { host: 'review.example.cn' }],
    ];
    for (const [options, headers] of cases) {
      server = await startServer(options);
      const origin = headers['origin'] ?? (options.publicUrl ? outside : server.origin);
      const token = new URL(server.app.staffLink ?? '').hash.replace('#invite=', '');
      const made = await ask(
        `${server.origin}/api/staff/accept`,
        { ...headers, origin },
        { ca: pair.cert, body: { token, name: '主持', passphrase: PASSPHRASE } },
      );
      const session = /^__Host-(staff-\w+=[\w-]{43});/.exec(
        made.headers['set-cookie']?.[0] ?? '',
      )?.[1];
      const { origin: _, ...reading } = headers;
      const asked = async (cookie: string) =>
        JSON.parse(
          (await ask(`${server.origin}/api/staff`, { ...reading, cookie }, { ca: pair.cert })).body,
        ).staff?.name;
      expect(await asked(`__Host-${String(session)}`)).toBe('主持');
      expect(await asked(String(session))).toBeUndefined();
      expect(
        await asked(
          `a=b; ${String(session)}; __Host-${String(session?.split('=')[0])}=${'x'.repeat(43)}`,
        ),
      ).toBe(undefined);
      const { code } = JSON.parse(
        (
          await ask(
            `${server.origin}/api/meetings`,
            { ...headers, origin, cookie: `__Host-${String(session)}` },
            { ca: pair.cert, body: { title: '会', zone: 'Asia/Shanghai', language: 'zh' } },
          )
        ).body,
      );
      const told = async (cookie: string) => {
        const socket = io(`${server.origin}${NAMESPACE.staff}`, {
          ...{ ca: pair.cert, forceNew: true, transports: ['websocket'], reconnection: false },
          extraHeaders: { ...headers, origin, cookie },
          ...connectionTo(code),
        });
        const outcome = await new Promise((resolve) => {
          socket.on('connect', () => {
            resolve('in');
          });
          socket.on('connect_error', (error: Error & { data?: unknown }) => {
            resolve(error.data);
          });
        });
        socket.close();
        return outcome;
      };
      expect(await told(`__Host-${String(session)}`)).toBe('in');
      expect(await told(String(session))).toEqual({ code: 'logged-out' });
      if (options !== cases.at(-1)?.[0]) await server.stop();
    }
  });

  it('[R12] is known by its address alone, and its last word counts', () => {
    const origin = trustProxies(['192.168.7.0/24', '::1']);
    const from = (remoteAddress: string, headers: Record<string, string>) =>
      origin({ headers: { host: 'inner:8080', ...headers }, socket: { remoteAddress } });
    const https = { 'x-forwarded-proto': 'https' };
    expect(from('192.168.7.9', https)).toBe('https://inner:8080');
    expect(from('::ffff:192.168.7.9', https)).toBe('https://inner:8080');
    expect(from('::1', { ...https, 'x-forwarded-host': 'evil.example, a.cn' })).toBe(
      'https://a.cn',
    );
    expect(from('192.168.8.9', https)).toBeNull();
    expect(from('192.168.7.9', {})).toBeNull();
    for (const proto of ['javascript', 'https://x', ''])
      expect(from('192.168.7.9', { 'x-forwarded-proto': proto })).toBeNull();
    for (const host of ['a b', 'a/b', 'a@b', ''])
      expect(from('192.168.7.9', { ...https, 'x-forwarded-host': host })).toBeNull();
  });

  it.each([
    ['10.0.0.1', true],
    ['fd00::/8', true],
    ['10.0.0.0/33', false],
    ['::/129', false],
    ['10.0.0.0/8/8', false],
    ['proxy', false],
    ['', false],
    ['10.0.0.0/', false],
  ])('%j names a network: %s', (text, is) => {
    expect(isNetwork(text)).toBe(is);
  });
});

describe('a printed address', () => {
  const reach: Reach = {
    localUrl: 'http://localhost:8080',
    lanUrls: ['http://192.168.1.5:8080', 'http://10.0.0.7:8080'],
    publicUrl: 'http://192.168.1.5:8080',
    openAt: ['http://192.168.1.5:8080', 'http://lab.example.cn'],
    origins: new Set(),
  };

  it.each([
    ['http://192.168.1.5:8080', 'same'],
    ['http://192.168.1.5:8080/', 'same'],
    ['http://10.0.0.7:8080', 'reachable'],
    ['http://lab.example.cn', 'reachable'],
    ['http://10.0.0.7:8081', 'gone'],
    ['https://10.0.0.7:8080', 'gone'],
    ['http://192.168.1.6:8080', 'gone'],
    ['http://localhost:8080', 'gone'],
    ['https://review.example.cn', 'gone'],
    ['nonsense', 'gone'],
  ])('%s is %s', (printed, standing) => {
    expect(printedStanding(printed, reach)).toBe(standing);
  });

  it('that was set is the same wherever the machine is', () => {
    const named = { ...reach, publicUrl: 'https://review.example.cn' };
    expect(printedStanding('https://review.example.cn', named)).toBe('same');
    expect(printedStanding('http://192.168.1.5:8080', named)).toBe('reachable');
  });
});
