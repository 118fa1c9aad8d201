// The routes over real halls and a real server file (BALLOTS.md §3): who gets in, who may do what, what never leaks.
import { reviewerHolder } from '../../shared/meeting/people.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffCookie as sessionCookie } from '../../server/http/cookies.ts';
import { seatIn } from '../../server/http/join.ts';
import { staffIn } from '../../server/http/guard.ts';
import { invite } from '../../server/http/staff.ts';
import { barred } from '../../shared/meeting/rights.ts';
import { STAFF_ROLES, type StaffRole } from '../../shared/staff-role.ts';
import {
  ask,
  command,
  meetingWithTickets,
  openFixture,
  ORIGIN,
  PASSPHRASE,
  secretOf,
  staffCookie,
  TLS_ORIGIN,
  type Fixture,
} from './http-fixture.ts';
import { repetitions, seed } from '../repetitions.ts';

let fixture: Fixture;
let moderator: string;

beforeAll(async () => {
  fixture = await openFixture((app) => {
    app.post('/api/test/bug', () => {
      throw new Error('a bug that quotes CANARY-IN-A-BUG');
    });
  });
  moderator = await staffCookie(fixture, 'moderator');
});
afterAll(() => fixture.close());

const refused = (code: string) => ({ ok: false, refusal: { code } });
const base64 = (text: string) => Buffer.from(text).toString('base64');
const tokenOf = (url: string) => url.split('#invite=')[1] ?? '';

describe('staff', () => {
  it('a fresh server says so until the first link is used', async () => {
    const fresh = await openFixture();
    try {
      expect((await ask(fresh, '/api/staff')).json).toEqual({
        ...{ ok: true, staff: null, fresh: true, why: { code: 'logged-out' } },
      });
      const cookie = await staffCookie(fresh, 'moderator');
      expect((await ask(fresh, '/api/staff', undefined, { cookie })).json).toMatchObject({
        staff: { role: 'moderator' },
        fresh: false,
      });
    } finally {
      await fresh.close();
    }
  });

  it('a link works once, also when two use it at the same time', async () => {
    const url = invite(fixture.deps, 'clerk');
    expect(url).toMatch(/^http:\/\/192\.168\.1\.5:8080\/console#invite=[A-Za-z0-9_-]{43}$/);
    const accept = (name: string) =>
      ask(fixture, '/api/staff/accept', { token: tokenOf(url), name, passphrase: PASSPHRASE });
    const both = await Promise.all([accept('甲'), accept('乙')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429]);
    expect((await accept('丙')).json).toEqual(refused('invitation-used'));
  });

  it('an account is shut by a moderator, never one’s own: its sessions end, its name stays', async () => {
    const clerk = await staffCookie(fixture, 'clerk');
    const as = (cookie: string) => ({ cookie });
    const [me, them] = await Promise.all(
      [moderator, clerk].map(
        async (cookie) => (await ask(fixture, '/api/staff', undefined, as(cookie))).json.staff,
      ),
    );
    const shut = async (id: string, cookie = moderator) =>
      (await ask(fixture, '/api/staff/shut', { id }, as(cookie))).json;
    expect(await shut(me.id)).toEqual(refused('own-account'));
    expect(await shut(me.id, clerk)).toEqual({
      ok: false,
      refusal: { code: 'no-right', by: ['moderator'] },
    });
    expect(await shut('nobody')).toEqual(refused('malformed'));
    expect(staffIn(clerk, fixture.deps)).not.toBeNull();
    expect(await shut(them.id)).toEqual({ ok: true });
    expect(staffIn(clerk, fixture.deps)).toBeNull();
    const again = { name: them.name, passphrase: PASSPHRASE };
    expect((await ask(fixture, '/api/staff/login', again)).status).toBe(401);
    const { json } = await ask(fixture, '/api/staff/accounts', undefined, as(moderator));
    expect(json.accounts).toContainEqual({ ...them, shut: true });
    expect(json.accounts).toContainEqual({ ...me, shut: false });
  });

  it('nor can a moderator who was shut come back by a link made before; others’ links end as well', async () => {
    const other = await staffCookie(fixture, 'moderator');
    const { id } = (await ask(fixture, '/api/staff', undefined, { cookie: other })).json.staff;
    const made = await ask(fixture, '/api/staff/invite', { role: 'moderator' }, { cookie: other });
    await ask(fixture, '/api/staff/shut', { id }, { cookie: moderator });
    const token = tokenOf(made.json.url as string);
    const back = { token, name: '又来', passphrase: PASSPHRASE };
    expect((await ask(fixture, '/api/staff/accept', back)).json).toEqual(
      refused('invitation-over'),
    );
    const fresh = tokenOf(invite(fixture.deps, 'clerk'));
    const clerk = await staffCookie(fixture, 'clerk');
    const them = (await ask(fixture, '/api/staff', undefined, { cookie: clerk })).json.staff;
    // A clerk makes no links: none ends with their account.
    await ask(fixture, '/api/staff/shut', { id: them.id }, { cookie: moderator });
    const taken = { token: fresh, name: '新来', passphrase: PASSPHRASE };
    expect((await ask(fixture, '/api/staff/accept', taken)).json).toMatchObject({ ok: true });
  });

  it('a link is kept when the name is taken or the passphrase too short, and ends after a day', async () => {
    const token = tokenOf(invite(fixture.deps, 'clerk'));
    const accept = (name: string, passphrase = PASSPHRASE) =>
      ask(fixture, '/api/staff/accept', { token, name, passphrase });
    expect((await accept('丁', '12345678901234')).json).toEqual(refused('malformed'));
    const { name } = (await ask(fixture, '/api/staff', undefined, { cookie: moderator })).json
      .staff;
    // Nor one that reads the same: who acted stands in the log by name alone.
    const spaced = Array.from(String(name)).join(' ');
    expect((await accept(spaced)).json).toMatchObject({ refusal: { code: 'duplicate-id' } });
    expect((await accept(name)).json).toEqual({
      ok: false,
      refusal: { code: 'duplicate-id', id: name },
    });
    expect((await accept('丁\u202e')).json).toEqual({
      ok: false,
      refusal: { code: 'hidden-character', character: 'U+202E' },
    });
    expect((await accept('丁'.repeat(121))).json).toEqual({
      ok: false,
      refusal: { code: 'text-too-long', max: 120 },
    });
    expect((await accept(' 丁 ')).json).toMatchObject({ staff: { name: '丁', role: 'clerk' } });

    const late = tokenOf(invite(fixture.deps, 'clerk'));
    fixture.clock.at += 24 * 3600 * 1000;
    const body = { token: late, name: '戊', passphrase: PASSPHRASE };
    expect((await ask(fixture, '/api/staff/accept', body)).status).toBe(403);
    moderator = await staffCookie(fixture, 'moderator');
  });

  it('log in, get a new token each time, and out', async () => {
    const first = await staffCookie(fixture, 'clerk');
    const me = await ask(fixture, '/api/staff', undefined, { cookie: first });
    const { name } = me.json.staff;
    const login = (cookie: string) =>
      ask(fixture, '/api/staff/login', { name, passphrase: PASSPHRASE }, { cookie });
    const second = await login(first);
    expect(second.json).toEqual({ ok: true, staff: me.json.staff });
    expect(second.cookie).not.toBe(first);
    expect(staffIn(first, fixture.deps)).toBeNull();
    expect(staffIn(second.cookie, fixture.deps)).toMatchObject({ role: 'clerk' });
    await ask(fixture, '/api/staff/logout', {}, { cookie: second.cookie });
    expect(staffIn(second.cookie, fixture.deps)).toBeNull();
  });

  it('are locked by name after five wrong passphrases; who has no account is answered alike', async () => {
    await ask(fixture, '/api/staff/accept', {
      token: tokenOf(invite(fixture.deps, 'clerk')),
      name: '锁',
      passphrase: PASSPHRASE,
    });
    const login = async (name: string, passphrase: string) =>
      (await ask(fixture, '/api/staff/login', { name, passphrase })).json;
    for (let n = 0; n < 5; n++)
      expect(await login('锁', 'wrong wrong wrong')).toEqual(refused('wrong-passphrase'));
    expect(await login('锁', PASSPHRASE)).toEqual({
      ok: false,
      refusal: { code: 'login-locked', here: false },
    });
    for (let n = 0; n < 6; n++)
      expect(await login('nobody', PASSPHRASE)).toEqual(refused('wrong-passphrase'));
    fixture.clock.at += 10 * 60 * 1000;
    expect(await login('锁', PASSPHRASE)).toMatchObject({ ok: true });
  });

  it('have cookies that no script reads and no other site sends; __Host- and Secure under TLS', async () => {
    const token = () => tokenOf(invite(fixture.deps, 'clerk'));
    const accept = async (name: string, origin: string) => {
      const body = { token: token(), name, passphrase: PASSPHRASE };
      return (await ask(fixture, '/api/staff/accept', body, { origin })).response.cookies;
    };
    const { name } = sessionCookie(fixture.deps.serverFile);
    expect(name).toMatch(/^staff-[0-9a-f]{16}$/);
    expect(await accept('庚', ORIGIN)).toMatchObject([
      { name, httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 400 * 86_400 },
      { name: expect.stringMatching(/^device-s-/), httpOnly: true, sameSite: 'Strict', path: '/' },
    ]);
    const [secure] = await accept('辛', TLS_ORIGIN);
    expect(secure).toMatchObject({ name: `__Host-${name}`, secure: true, httpOnly: true });
    expect(
      staffIn(`${name}=${'x'.repeat(43)}; __Host-${name}=${secure?.value}`, fixture.deps),
    ).toMatchObject({ name: '辛' });
  });
});

describe('roles', () => {
  const csv = base64('编号,名称,类别\nA01,甲局,部门\n');
  const requests = (path: string) =>
    [
      ['invite', '/api/staff/invite', { role: 'clerk' }],
      ['create-meeting', '/api/meetings', { title: '会', zone: 'Asia/Shanghai', language: 'zh' }],
      [
        'ImportSubjects',
        `${path}/import/subjects`,
        { file: 'a.csv', base64: csv, store: false, expects: { item: null, touched: 0 } },
      ],
      ['IssueTickets', `${path}/tickets`, { reviewers: ['R1'] }],
    ] as const;
  const actors: readonly (StaffRole | 'nobody')[] = [...STAFF_ROLES, 'nobody'];

  it.each(actors)('every route answers %s as the table says', async (role) => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const cookie = role === 'nobody' ? '' : await staffCookie(fixture, role);
    for (const [action, url, body] of requests(path)) {
      const allowed = role !== 'nobody' && !barred(role, action);
      const { status, json } = await ask(fixture, url, body, { cookie });
      const expected = allowed ? 200 : role === 'nobody' ? 401 : 403;
      expect([action, status]).toEqual([action, expected]);
      const by = STAFF_ROLES.filter((one) => !barred(one, action));
      const why = role === 'nobody' ? { code: 'logged-out' } : { code: 'no-right', by };
      if (!allowed) expect(json).toEqual({ ok: false, refusal: why });
    }
  });
});

describe('the guard', () => {
  const login = { name: 'x', passphrase: 'y' };

  const foreign = (origin: string) => ({ code: 'foreign-origin', origin, open: [ORIGIN] });

  it.each([
    ['no Origin', { origin: null }, { code: 'no-origin' }],
    ['another site', { origin: 'https://evil.example' }, foreign('https://evil.example')],
    ['Origin null', { origin: 'null' }, foreign('')],
    ['another port', { origin: 'http://192.168.1.5:80' }, foreign('http://192.168.1.5')],
    [
      'a longer name',
      { origin: `${ORIGIN}.evil.example` },
      // Not even an address: a port is a number.
      foreign(''),
    ],
    [
      'Sec-Fetch-Site cross-site',
      { headers: { 'sec-fetch-site': 'cross-site' } },
      { code: 'cross-site' },
    ],
    [
      'Sec-Fetch-Site same-site',
      { headers: { 'sec-fetch-site': 'same-site' } },
      { code: 'cross-site' },
    ],
  ])('refuses a POST with %s, and says so', async (_, options, refusal) => {
    const answer = await ask(fixture, '/api/staff/login', login, options);
    expect([answer.status, answer.json]).toEqual([403, { ok: false, refusal }]);
  });

  it('lets our own pages through', async () => {
    const headers = { 'sec-fetch-site': 'same-origin' };
    expect((await ask(fixture, '/api/staff/login', login, { headers })).status).toBe(401);
  });

  it.each([
    ['text/plain', '{"name":"x","passphrase":"y"}', 400],
    ['application/x-www-form-urlencoded', 'name=x', 400],
    ['application/json', '{"name":', 400],
    ['application/json', '', 400],
    ['application/json', '{"__proto__":{"x":1},"name":"x","passphrase":"y"}', 400],
    ['application/json', '{"name":"x","passphrase":"y","more":1}', 400],
    ['application/json', JSON.stringify({ name: 'x', passphrase: 'y'.repeat(70_000) }), 413],
  ])('answers %s %j with a refusal', async (type, payload, status) => {
    const response = await fixture.app.inject({
      method: 'POST',
      url: '/api/staff/login',
      headers: { origin: ORIGIN, 'content-type': type },
      payload,
    });
    expect([response.statusCode, response.json()]).toEqual([status, refused('malformed')]);
  });

  it('answers what is not there', async () => {
    for (const body of [undefined, {}])
      expect((await ask(fixture, '/api/nothing/here', body)).json).toEqual(refused('malformed'));
    expect((await ask(fixture, '/m/none/api/claim', { typed: 'x' })).json).toEqual(
      refused('no-such-meeting'),
    );
  });

  it('sends the headers that keep a page to itself, and none that would break it without TLS', async () => {
    const { headers } = (await ask(fixture, '/api/staff')).response;
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'connect-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-src': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    for (const absent of ['strict-transport-security', 'cross-origin-opener-policy'])
      expect(headers).not.toHaveProperty(absent);
  });

  it('never answers hostile bodies with a 5xx', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const urls = [
      ...['/api/staff/login', '/api/staff/accept', '/api/staff/invite', '/api/meetings'],
      ...['claim', 'release', 'tickets', 'import/subjects', 'import/reviewers'].map(
        (end) => `${path}/${end}`,
      ),
    ];
    const keys = fc.constantFrom(
      ...['name', 'passphrase', 'token', 'role', 'title', 'zone', 'language', 'ticket', 'typed'],
      ...['reviewers', 'file', 'base64', 'store', 'expects', '__proto__', 'constructor'],
    );
    const value = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant('pool'));
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(keys, value));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...urls), body, async (url, payload) => {
        const response = await fixture.app.inject({
          method: 'POST',
          url,
          headers: { origin: ORIGIN, cookie: moderator, 'content-type': 'application/json' },
          payload: JSON.stringify(payload),
        });
        expect(response.statusCode).toBeLessThan(500);
        expect(typeof response.json().ok).toBe('boolean');
      }),
      { seed: seed(20261121), numRuns: repetitions(300, 20 * 300) },
    );
  });
});

describe('meetings', () => {
  it('are made by a moderator and listed for anyone', async () => {
    const made = await ask(
      fixture,
      '/api/meetings',
      { title: ' 2026 年度评议会 ', zone: 'Asia/Shanghai', language: 'zh' },
      { cookie: moderator },
    );
    const { code } = made.json;
    const { json } = await ask(fixture, '/api/meetings');
    expect(json.meetings).toContainEqual({
      ...{ code, title: '2026 年度评议会', rehearsal: false, zone: 'Asia/Shanghai' },
      createdAt: expect.any(Number) as unknown,
    });
  });

  it('begin with the agenda of their kind', async () => {
    const kindsOf = async (template?: string) => {
      const body = { title: '会', zone: 'Asia/Shanghai', language: 'en', template };
      const { json } = await ask(fixture, '/api/meetings', body, { cookie: moderator });
      const meeting = fixture.halls.byCode(json.code as string)?.world.meeting;
      return meeting?.agenda.map(({ kind }) => kind);
    };
    const batch = ['check-in', 'written', 'board', 'card'];
    expect(await kindsOf()).toEqual(['check-in', 'draw', 'board']);
    expect(await kindsOf('double-random')).toEqual([
      'draw',
      'check-in',
      'draw',
      'written',
      'board',
      'draw',
      'card',
    ]);
    for (const template of ['satisfaction', 'ballot', 'mutual'])
      expect(await kindsOf(template)).toEqual(batch);
    expect(await kindsOf('vote')).toBeUndefined();
  });

  it.each([
    { title: '', zone: 'Asia/Shanghai', language: 'zh' },
    { title: '会', zone: 'Mars/Base', language: 'zh' },
    { title: '会', zone: 'Asia/Shanghai', language: 'fr' },
    { title: 'a\ud800', zone: 'Asia/Shanghai', language: 'zh' },
  ])('are not made from %j', async (body) => {
    const { json } = await ask(fixture, '/api/meetings', body, { cookie: moderator });
    const hidden = { code: 'hidden-character', character: 'U+D800' };
    expect(json).toEqual(
      body.title === 'a\ud800' ? { ok: false, refusal: hidden } : refused('malformed'),
    );
  });
});

describe('rosters', () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../scripts/example/${name}`, import.meta.url)).toString('base64');

  it('are shown first and then stored whole, names in the directory', async () => {
    const hall = await fixture.halls.create('名单', 'Asia/Shanghai', 'zh');
    const path = `/m/${hall.world.meeting.code}/api/import`;
    const send = async (kind: string, name: string, store: boolean) => {
      const { meeting } = hall.world;
      const expects = { item: meeting.current, touched: meeting.touched.roster };
      const body = { file: name, base64: file(name), store, expects };
      return (await ask(fixture, `${path}/${kind}`, body, { cookie: moderator })).json;
    };
    expect(await send('subjects', 'units-77.csv', false)).toMatchObject({
      ...{ ok: true, stored: false, count: 77, notes: [] },
      categories: [
        { name: '区级部门', count: 50 },
        { name: '双管单位', count: 11 },
        { name: '乡镇', count: 11 },
        { name: '街道', count: 5 },
      ],
    });
    expect(hall.world.meeting.subjects.size).toBe(0);
    const unknown = await send('reviewers', 'reviewers-300.csv', false);
    expect(unknown.problems).toHaveLength(36);
    expect(unknown.problems[0]).toMatchObject({ row: 7, column: 'G', code: 'unknown-subject' });

    expect(await send('subjects', 'units-77.csv', true)).toMatchObject({ stored: true });
    const stored = await send('reviewers', 'reviewers-300.csv', true);
    expect(stored).toMatchObject({ ok: true, stored: true, count: 300 });
    expect(stored.sample).toHaveLength(5);
    expect(stored.sample[0]).toEqual({
      ...{ id: 'R001', name: '人大代表001', group: '人大代表', recusals: [] },
    });
    expect(hall.world.meeting.pool.size).toBe(300);

    const { seq } = hall.world.meeting;
    expect(await send('reviewers', 'reviewers-300.csv', true)).toMatchObject({ stored: true });
    expect(hall.world.meeting.seq).toBe(seq);
  });

  it('are refused when the screen is stale, and listed when something is wrong', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const send = async (text: string, touched: number, store = true) => {
      const expects = { item: null, touched };
      const body = { file: 'a.csv', base64: base64(text), store, expects };
      return ask(fixture, `${path}/import/subjects`, body, { cookie: moderator });
    };
    const good = '编号,名称,类别\nA01,甲局,部门\n';
    expect((await send(good, 0)).json).toEqual(refused('stale'));
    const bad = await send('编号,名称,类别\nA01,,部门\nA01,乙局,部门\n', 0, false);
    expect([bad.status, bad.json]).toEqual([
      400,
      {
        ok: false,
        problems: [
          { sheet: '', row: 2, column: 'B', header: '名称', code: 'missing', role: 'name' },
          {
            ...{ sheet: '', row: 3, column: 'A', header: '编号' },
            ...{ code: 'duplicate-id', id: 'A01', firstRow: 2 },
          },
        ],
      },
    ]);
  });

  it('may be 10 MB and no more', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const send = (payload: string) =>
      ask(
        fixture,
        `${path}/import/subjects`,
        { file: 'a.csv', base64: payload, store: false, expects: { item: null, touched: 0 } },
        { cookie: moderator },
      );
    const large = await send(Buffer.alloc(10_000_001, 97).toString('base64'));
    expect(large.json.problems).toMatchObject([{ code: 'file-too-large' }]);
    const huge = await send('a'.repeat(15 * 1024 * 1024));
    expect([huge.status, huge.json]).toEqual([413, refused('malformed')]);
    expect((await send('not base64!')).status).toBe(400);
  });
});

describe('tickets', () => {
  it('are 128 bits behind a # and a code to type, shown once, stored as hashes', async () => {
    const { tickets, hall } = await meetingWithTickets(fixture, moderator, 3);
    const { code } = hall.world.meeting;
    expect(tickets).toHaveLength(3);
    expect(tickets[0]).toMatchObject({ reviewer: 'R1', name: '代表1', group: '人大代表' });
    for (const ticket of tickets) {
      expect(ticket.url).toMatch(new RegExp(`^${ORIGIN}/m/${code}/j#[A-Za-z0-9_-]{22}$`));
      expect(ticket.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(ticket.qr).toMatch(/^<svg/);
    }
    expect(new Set(tickets.map(secretOf)).size).toBe(3);
  });

  it('can be issued by two at once: one number after the other, and the older ones end', async () => {
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 3);
    const again = () =>
      ask(fixture, `${path}/tickets`, { reviewers: ['R1', 'R1', 'R2'] }, { cookie: moderator });
    const [one, two] = await Promise.all([again(), again()]);
    expect([one.json.tickets.length, two.json.tickets.length]).toEqual([2, 2]);
    expect(hall.world.meeting.tickets.get('reviewer/R1')?.issue).toBe(3);
    expect((await ask(fixture, `${path}/claim`, { ticket: secretOf(tickets[0]!) })).json).toEqual(
      refused('ticket-revoked'),
    );
    const claims = [one, two].map(({ json }) =>
      ask(fixture, `${path}/claim`, { ticket: secretOf(json.tickets[0]) }),
    );
    const statuses = (await Promise.all(claims)).map(({ json }) => json.ok);
    expect(statuses).toEqual([false, true]);
  });

  it('are for reviewers of the pool', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const { json } = await ask(
      fixture,
      `${path}/tickets`,
      { reviewers: ['R1', 'R9'] },
      { cookie: moderator },
    );
    expect(json).toEqual({ ok: false, refusal: { code: 'unknown-reviewer', id: 'R9' } });
  });
});

describe('joining', () => {
  it('a secret or a typed code opens the seat and greets by name and group', async () => {
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 3);
    const scanned = await ask(fixture, `${path}/claim`, { ticket: secretOf(tickets[0]!) });
    expect(scanned.json).toEqual({ ok: true, name: '代表1', group: '人大代表' });
    const { code } = hall.world.meeting;
    expect(scanned.response.cookies).toMatchObject([
      { name: `seat-${code}`, httpOnly: true, sameSite: 'Strict', path: `/m/${code}/` },
    ]);
    expect(seatIn(scanned.cookie, hall)).toMatchObject({ seat: 'S001', claim: 1 });
    const sloppy = tickets[1]!.code.toLowerCase().replace('-', ' ').replaceAll('0', 'o');
    const typed = await ask(fixture, `${path}/claim`, { typed: sloppy });
    expect(typed.json).toEqual({ ok: true, name: '代表2', group: '人大代表' });
    expect(seatIn(`a=b; ${typed.cookie}; c`, hall)).toMatchObject({ seat: 'S002' });
  });

  it('the same phone keeps its session; another one takes over, a third too often goes to the desk', async () => {
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 2);
    const claim = (cookie = '') =>
      ask(fixture, `${path}/claim`, { ticket: secretOf(tickets[0]!) }, { cookie });
    const first = await claim();
    const again = await claim(first.cookie);
    expect([again.json.ok, again.cookie]).toEqual([true, '']);
    expect(hall.world.meeting.seats.get('S001' as never)?.claim).toBe(1);
    expect((await claim()).json.ok).toBe(true);
    // The first phone's session is over: it takes the seat back as a takeover.
    expect((await claim(first.cookie)).cookie).not.toBe('');
    expect((await claim()).json).toEqual(refused('takeovers'));
  });

  it('says why not: no seat, an old ticket, no such ticket', async () => {
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 2);
    const claim = async (body: object) => (await ask(fixture, `${path}/claim`, body)).json;
    // Whoever waits is greeted all the same.
    expect(await claim({ ticket: secretOf(tickets[1]!) })).toEqual({
      ...refused('no-seat'),
      name: '代表2',
      group: '人大代表',
    });
    await command(hall, {
      type: 'RevokeTicket',
      holder: reviewerHolder(tickets[0]!.reviewer),
    });
    expect(await claim({ ticket: secretOf(tickets[0]!) })).toEqual(refused('ticket-revoked'));
    expect(await claim({ ticket: 'x'.repeat(22) })).toEqual(refused('ticket-unknown'));
    expect(await claim({ typed: 'hello' })).toEqual(refused('ticket-unknown'));
  });

  it('"not me" lets the seat go, and is harmless twice', async () => {
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 2);
    const { cookie } = await ask(fixture, `${path}/claim`, { ticket: secretOf(tickets[0]!) });
    const release = () => ask(fixture, `${path}/release`, {}, { cookie });
    const released = await release();
    expect(released.json).toEqual({ ok: true });
    // Where versions before this one put it as well.
    expect(released.response.cookies).toMatchObject([
      { value: '', maxAge: 0, path: `/m/${hall.world.meeting.code}/` },
      { value: '', maxAge: 0, path: '/' },
    ]);
    expect(hall.world.meeting.seats.get('S001' as never)?.claim).toBe(2);
    expect((await release()).json).toEqual({ ok: true });
    expect(hall.world.meeting.seats.get('S001' as never)?.claim).toBe(2);
  });

  it('one code is locked after five tries at it, others are not', async () => {
    const { tickets, path } = await meetingWithTickets(fixture, moderator, 2);
    const type = async (typed: string) => (await ask(fixture, `${path}/claim`, { typed })).json;
    for (let n = 0; n < 5; n++) expect(await type('ZZZZ-ZZZZ')).toEqual(refused('ticket-unknown'));
    expect(await type('zzzzzzzz')).toEqual(refused('too-many'));
    expect(await type(tickets[0]!.code)).toMatchObject({ ok: true });
  });

  it('while someone guesses codes, people still get in, seats in use are safe, and QR codes work', async () => {
    const { tickets, path } = await meetingWithTickets(fixture, moderator, 4);
    const claim = async (body: object) => (await ask(fixture, `${path}/claim`, body)).json;
    expect(await claim({ typed: tickets[0]!.code })).toMatchObject({ ok: true });
    const guess = (n: number) => ({
      typed: n
        .toString(32)
        .padStart(8, 'X')
        .replace(/[ilou]/g, 'Z'),
    });
    for (let n = 0; n < 300; n++) await claim(guess(n));
    expect(await claim(guess(1000))).toEqual(refused('too-many'));
    expect(await claim({ typed: tickets[0]!.code })).toEqual(refused('too-many'));
    expect(await claim({ typed: tickets[1]!.code })).toMatchObject({ ok: true });
    expect(await claim({ ticket: secretOf(tickets[0]!) })).toMatchObject({ ok: true });
    fixture.clock.at += 10 * 60 * 1000;
    expect(await claim({ typed: tickets[0]!.code })).toMatchObject({ ok: true });
  });

  it('[R12] three hundred honest joins through one address pass, typed ones too', async () => {
    const { tickets, path } = await meetingWithTickets(fixture, moderator, 301);
    const answers = await Promise.all(
      tickets
        .slice(0, 300)
        .map((ticket, n) =>
          ask(
            fixture,
            `${path}/claim`,
            n % 2 === 0 ? { ticket: secretOf(ticket) } : { typed: ticket.code },
          ),
        ),
    );
    expect(answers.filter(({ json }) => json.ok)).toHaveLength(300);
    expect(new Set(answers.map(({ cookie }) => cookie)).size).toBe(300);
  });

  it('the QR code of the door is an image of our own', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const { response } = await ask(fixture, `${path}/join.svg`);
    expect(response.headers['content-type']).toBe('image/svg+xml');
    expect(response.body).toMatch(/^<svg[^>]*viewBox/);
    expect(response.body).not.toContain('script');
  });

  it('the QR code of the page for viewers is one too, and of no meeting that is not there', async () => {
    const { path } = await meetingWithTickets(fixture, moderator, 2);
    const { response } = await ask(fixture, `${path}/watch.svg`);
    expect(response.headers['content-type']).toBe('image/svg+xml');
    expect(response.body).toMatch(/^<svg[^>]*viewBox/);
    const none = await ask(fixture, '/m/zzzzz/api/watch.svg');
    expect(none.response.statusCode).toBe(404);
  });

  it('a session of one meeting opens no other', async () => {
    const one = await meetingWithTickets(fixture, moderator, 2);
    const other = await meetingWithTickets(fixture, moderator, 2);
    const { cookie } = await ask(fixture, `${one.path}/claim`, {
      ticket: secretOf(one.tickets[0]!),
    });
    expect(
      seatIn(cookie.replace(/^seat-\w+/, `seat-${other.hall.world.meeting.code}`), other.hall),
    ).toBeNull();
  });
});

describe('the log', () => {
  it('holds no secret: not tickets, codes, tokens, cookies, passphrases, queries, addresses, nor what a bug quotes', async () => {
    const { tickets, path } = await meetingWithTickets(fixture, moderator, 2);
    const [ticket] = tickets;
    const secret = secretOf(ticket!);
    const link = invite(fixture.deps, 'clerk');
    const passphrase = 'CANARY passphrase long enough';
    const joined = await ask(fixture, `${path}/claim?ticket=CANARY-IN-A-QUERY`, { ticket: secret });
    await ask(fixture, `${path}/claim`, { typed: ticket!.code });
    const accepted = await ask(fixture, '/api/staff/accept', {
      token: tokenOf(link),
      name: '日志',
      passphrase,
    });
    await ask(fixture, '/api/staff/login', { name: '日志', passphrase: `${passphrase}!` });
    await ask(fixture, '/api/test/bug', { secret: 'CANARY-IN-A-BODY' }, { cookie: joined.cookie });
    await ask(fixture, `/api/CANARY-IN-A-PATH?x=${secret}`, undefined, {
      cookie: accepted.cookie,
      headers: { authorization: 'Bearer CANARY-IN-A-HEADER' },
    });
    await fixture.app.inject({
      method: 'POST',
      url: `${path}/claim`,
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      payload: '{"ticket":"CANARY-IN-BROKEN-JSON',
    });
    fixture.app.log.info({ headers: { cookie: 'CANARY-BY-HAND' }, passphrase: 'CANARY-TOO' }, 'x');

    const log = fixture.log.join('');
    expect(log).toContain('/m/:code/api/claim');
    expect(log).toContain('request failed');
    expect(log).toContain('http.test.ts');
    const cookies = [joined, accepted].map(({ cookie }) => cookie.split('=')[1] ?? '?');
    for (const canary of [
      ...['CANARY', '127.0.0.1', 'remoteAddress', secret, ticket!.code, tokenOf(link), PASSPHRASE],
      ...cookies,
      ...tickets.map(({ code }) => code.replace('-', '')),
    ])
      expect(log).not.toContain(canary);
  });

  it('a bug is answered without its message', async () => {
    const { status, response } = await ask(fixture, '/api/test/bug', {});
    expect([status, response.json()]).toEqual([500, refused('busy')]);
    expect(response.body).not.toContain('CANARY');
  });
});
