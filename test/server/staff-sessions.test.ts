// How long staff stay in (BALLOTS.md §3): while they use it, never for longer than a week, and why not any more.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { StaffClient } from '../../scripts/staff-client.ts';
import { staffIn } from '../../server/http/guard.ts';
import { invite } from '../../server/http/staff.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { moderator, PASSPHRASE, startServer, type TestServer } from '../with-server.ts';
import { ask, openFixture, staffCookie, type Fixture } from './http-fixture.ts';

const HOUR = 3600 * 1000;
const refused = (code: string) => ({ ok: false, refusal: { code } });

describe('a session', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await openFixture();
  });
  afterAll(() => fixture.close());

  const stay = async (cookie: string) =>
    (await ask(fixture, '/api/staff/stay', {}, { cookie })).json;
  const seen = (cookie: string) => staffIn(cookie, fixture.deps) !== null;

  it('that nobody uses ends after twelve hours; a look at who is there is no use', async () => {
    const cookie = await staffCookie(fixture, 'supervisor');
    fixture.clock.at += 12 * HOUR - 1;
    const { json } = await ask(fixture, '/api/staff', undefined, { cookie });
    expect(json.session).toMatchObject({ endsAt: fixture.clock.at + 1, now: fixture.clock.at });
    fixture.clock.at += 1;
    expect(seen(cookie)).toBe(false);
    expect(await stay(cookie)).toEqual(refused('logged-out'));
  });

  it.each([
    ['staying', '/api/staff/stay', {}],
    ['a list', '/api/staff/accounts', undefined],
    ['making a link', '/api/staff/invite', { role: 'clerk' }],
  ])('lives on while it is used, by %s', async (_, url, body) => {
    const cookie = await staffCookie(fixture, 'moderator');
    for (let n = 0; n < 6; n++) {
      fixture.clock.at += 11 * HOUR;
      expect((await ask(fixture, url, body, { cookie })).status).toBe(200);
    }
    fixture.clock.at += 12 * HOUR;
    expect(seen(cookie)).toBe(false);
  });

  it('also by what the role is refused: somebody is there', async () => {
    const cookie = await staffCookie(fixture, 'clerk');
    fixture.clock.at += 11 * HOUR;
    expect((await ask(fixture, '/api/staff/accounts', undefined, { cookie })).status).toBe(403);
    fixture.clock.at += 11 * HOUR;
    expect(seen(cookie)).toBe(true);
  });

  it('ends after a week however much it is used, and says when', async () => {
    const cookie = await staffCookie(fixture, 'moderator');
    const latest = fixture.clock.at + 7 * 24 * HOUR;
    for (let n = 0; n < 16; n++) {
      fixture.clock.at += 10 * HOUR;
      expect(await stay(cookie)).toMatchObject({ ok: true, session: { latest } });
    }
    expect(await stay(cookie)).toMatchObject({ session: { endsAt: latest } });
    fixture.clock.at = latest - 1;
    expect(await stay(cookie)).toMatchObject({ ok: true });
    fixture.clock.at = latest;
    expect(await stay(cookie)).toEqual(refused('logged-out'));
  });

  it('writes of its use at most every five minutes', async () => {
    const cookie = await staffCookie(fixture, 'clerk');
    const before = fixture.deps.serverFile.changes;
    for (let n = 0; n < 299; n++) {
      fixture.clock.at += 1000;
      await stay(cookie);
    }
    expect(fixture.deps.serverFile.changes).toBe(before);
    fixture.clock.at += 1000;
    await stay(cookie);
    const after = fixture.deps.serverFile.changes;
    expect(after).toBeGreaterThan(before);
    await stay(cookie);
    expect(fixture.deps.serverFile.changes).toBe(after);
  });

  it('does not last for ever where the clock was set back between two starts', async () => {
    const cookie = await staffCookie(fixture, 'clerk');
    fixture.clock.at -= 30 * 24 * HOUR;
    expect(await stay(cookie)).toMatchObject({
      session: { endsAt: fixture.clock.at + 12 * HOUR },
    });
    fixture.clock.at += 12 * HOUR;
    expect(seen(cookie)).toBe(false);
    fixture.clock.at += 30 * 24 * HOUR;
  });

  it('that began under a clock a year ahead ends within a week of its being set right', async () => {
    fixture.clock.at += 365 * 24 * HOUR;
    const cookie = await staffCookie(fixture, 'clerk');
    fixture.clock.at -= 365 * 24 * HOUR;
    const latest = fixture.clock.at + 7 * 24 * HOUR;
    for (let n = 0; n < 16; n++) {
      expect(await stay(cookie)).toMatchObject({ ok: true, session: { latest } });
      fixture.clock.at += 10 * HOUR;
    }
    expect(await stay(cookie)).toMatchObject({ session: { endsAt: latest } });
    fixture.clock.at = latest;
    expect(await stay(cookie)).toEqual(refused('logged-out'));
  });

  it('is over by its account being shut, and its pages and the next log-in say that', async () => {
    const own = await staffCookie(fixture, 'moderator');
    const cookie = await staffCookie(fixture, 'clerk');
    const { staff } = (await ask(fixture, '/api/staff', undefined, { cookie })).json;
    await ask(fixture, '/api/staff/shut', { id: staff.id }, { cookie: own });
    expect(await stay(cookie)).toEqual(refused('account-shut'));
    expect((await ask(fixture, '/api/staff', undefined, { cookie })).json).toMatchObject({
      staff: null,
      why: { code: 'account-shut' },
    });
    const login = async (passphrase: string) => {
      const { status, json } = await ask(fixture, '/api/staff/login', {
        name: staff.name,
        passphrase,
      });
      return [status, json];
    };
    expect(await login(PASSPHRASE)).toEqual([401, refused('account-shut')]);
    // Who does not know the passphrase is not told that there is such an account.
    expect(await login('wrong wrong wrong')).toEqual([401, refused('wrong-passphrase')]);
  });

  it('an invitation says whether it was used, is over, or never was', async () => {
    const accept = async (token: string, name: string) =>
      (await ask(fixture, '/api/staff/accept', { token, name, passphrase: PASSPHRASE })).json;
    const tokenOf = () => invite(fixture.deps, 'clerk').split('#invite=')[1] ?? '';
    const [used, old] = [tokenOf(), tokenOf()];
    expect(await accept(used, '一')).toMatchObject({ ok: true });
    expect(await accept(used, '二')).toEqual(refused('invitation-used'));
    expect(await accept(old.slice(0, -1), '三')).toEqual(refused('invitation-unknown'));
    fixture.clock.at += 24 * HOUR;
    expect(await accept(old, '四')).toEqual(refused('invitation-over'));
    expect(await accept(used, '五')).toEqual(refused('invitation-used'));
  });
});

describe('an open console', () => {
  let at: number;
  let server: TestServer;
  let staff: StaffClient;
  beforeAll(async () => {
    at = Date.UTC(2026, 10, 29, 1);
    server = await startServer({ clock: { now: () => at } });
    staff = await moderator(server);
  });
  afterAll(async () => {
    staff.close();
    await server.stop();
  });
  let watcher: StaffClient;
  beforeEach(async () => {
    const own = new StaffClient(server.origin);
    await own.logIn('主持', PASSPHRASE);
    const { url } = await own.post<{ url: string }>('/api/staff/invite', { role: 'supervisor' });
    watcher = new StaffClient(server.origin);
    await watcher.accept(url, `监督${String(at)}`, PASSPHRASE);
  });

  it('is in use while somebody runs its meeting, though its own person only watches', async () => {
    await watcher.connect(staff.meeting);
    for (let n = 0; n < 5; n++) {
      at += 5 * HOUR;
      await staff.run({
        type: 'ChangeMeeting',
        ...{ title: `会议${String(n)}`, zone: 'Asia/Shanghai', retainUntil: '2030-01-01' },
      });
    }
    const stays = await watcher.post('/api/staff/stay', {});
    expect(stays).toMatchObject({ ok: true });
    expect(watcher.connected).toBe(true);
    watcher.close();
  });

  it('that is left alone with a meeting where nothing happens is told, and may not act any more', async () => {
    const told: unknown[] = [];
    const socket = io(`${server.origin}${NAMESPACE.staff}`, {
      ...connectionTo(staff.meeting),
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: watcher.cookie, origin: server.origin },
    });
    socket.on('ended', (why: unknown) => told.push(why));
    await expect.poll(() => socket.connected).toBe(true);
    at += 12 * HOUR;
    await expect.poll(() => told).toEqual([{ code: 'logged-out' }]);
    socket.close();
  });
});
