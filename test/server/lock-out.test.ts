// Nobody who holds no passphrase and no code keeps the one who does out: wrong tries, floods, guesses (BALLOTS.md §3).
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Passphrases, type Rank } from '../../server/identity/passphrase.ts';
import { invite } from '../../server/http/staff.ts';
import type { StaffId } from '../../shared/ids.ts';
import { must } from '../with-server.ts';
import {
  ask,
  meetingWithTickets,
  openFixture,
  PASSPHRASE,
  secretOf,
  staffCookie,
  TLS_ORIGIN,
  type Fixture,
} from './http-fixture.ts';

const WRONG = 'wrong wrong wrong';
const refused = (code: string, rest = {}) => ({ ok: false, refusal: { code, ...rest } });

let fixture: Fixture;
beforeEach(async () => {
  fixture = await openFixture();
});
afterEach(() => fixture.close());

const login = (name: string, passphrase: string, cookie = '', origin?: string) =>
  ask(
    fixture,
    '/api/staff/login',
    { name, passphrase },
    { cookie, ...(origin === undefined ? {} : { origin }) },
  );

/** A new account and all the cookies of the browser that made it. */
async function account(name: string, origin?: string) {
  const token = must(invite(fixture.deps, 'moderator').split('#invite=')[1]);
  const body = { token, name, passphrase: PASSPHRASE };
  const made = await ask(
    fixture,
    '/api/staff/accept',
    body,
    origin === undefined ? {} : { origin },
  );
  return { id: made.json.staff.id as StaffId, cookie: made.cookie };
}

const deviceOf = (cookie: string) =>
  must(cookie.split('; ').find((one) => one.includes('device-')));

async function guess(name: string, times: number, cookie = ''): Promise<void> {
  for (let n = 0; n < times; n++) await login(name, WRONG, cookie);
}

describe('a moderator whose name somebody tries', () => {
  it('logs in on a device that has before, as long as it goes on; a new one is told the ways in', async () => {
    const { cookie } = await account('主持');
    for (let minute = 0; minute < 40; minute += 5) {
      await guess('主持', 6);
      expect((await login('主持', PASSPHRASE)).json).toEqual(
        refused('login-locked', { here: false }),
      );
      expect((await login('主持', PASSPHRASE, deviceOf(cookie))).json).toMatchObject({ ok: true });
      fixture.clock.at += 5 * 60_000;
    }
  });

  it('stays known to the device through a logout, and under TLS', async () => {
    for (const origin of [undefined, TLS_ORIGIN]) {
      const name = `主持 ${String(origin)}`;
      const { cookie } = await account(name, origin);
      await ask(fixture, '/api/staff/logout', {}, { cookie });
      await guess(name, 6);
      const device = deviceOf(cookie);
      expect(device.startsWith('__Host-')).toBe(origin === TLS_ORIGIN);
      expect((await login(name, PASSPHRASE, device, origin)).json).toMatchObject({ ok: true });
    }
  });

  it('is locked out of a device by wrong tries on it alone, and not by those elsewhere', async () => {
    const { cookie } = await account('主持');
    const second = (await login('主持', PASSPHRASE)).cookie;
    await guess('主持', 5, deviceOf(cookie));
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).json).toEqual(
      refused('login-locked', { here: true }),
    );
    expect((await login('主持', PASSPHRASE, deviceOf(second))).json).toMatchObject({ ok: true });
    // Nor do they count for those who are new.
    expect((await login('主持', PASSPHRASE)).json).toMatchObject({ ok: true });
    fixture.clock.at += 10 * 60_000;
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).json).toMatchObject({ ok: true });
  });

  it('is not helped by a cookie that is made up, another account’s, planted, or of a shut account', async () => {
    const { id, cookie } = await account('主持');
    const other = await account('另一位');
    const made = `device-${id}=${'x'.repeat(43)}`;
    const borrowed = `device-${id}=${must(deviceOf(other.cookie).split('=')[1])}`;
    // Planted in the owner's browser before a login: it is not kept, or whoever planted it would hold it too.
    const kept = (await login('主持', PASSPHRASE, made)).cookie;
    expect(deviceOf(kept)).not.toBe(made);
    await guess('主持', 6);
    for (const device of [made, borrowed])
      expect((await login('主持', PASSPHRASE, device)).json).toEqual(
        refused('login-locked', { here: false }),
      );
    await ask(fixture, '/api/staff/shut', { id }, { cookie: other.cookie });
    fixture.clock.at += 10 * 60_000;
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).json).toEqual(
      refused('account-shut'),
    );
  });

  it('has twenty devices at most; the one that logged in longest ago is a stranger again', async () => {
    const { cookie } = await account('主持');
    for (let n = 0; n < 20; n++) {
      fixture.clock.at += 1000;
      await login('主持', PASSPHRASE);
    }
    const last = (await login('主持', PASSPHRASE)).cookie;
    await guess('主持', 6);
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).status).toBe(429);
    expect((await login('主持', PASSPHRASE, deviceOf(last))).status).toBe(200);
  });

  it('keeps their known device through 300 failures at names that nobody has', async () => {
    const { cookie } = await account('主持');
    for (let n = 0; n < 300; n++) await login(`nobody ${String(n)}`, WRONG);
    expect((await login('nobody', WRONG)).json).toEqual(refused('login-locked', { here: false }));
    // Who is known is told what is the matter, also then.
    expect((await login('主持', WRONG, deviceOf(cookie))).json).toEqual(
      refused('wrong-passphrase'),
    );
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).json).toMatchObject({ ok: true });
    expect((await login('主持', PASSPHRASE)).json).toMatchObject({ ok: true });
  });
});

describe('the queue of hashes', () => {
  const slow = { N: 2 ** 14, r: 8, p: 1 };

  it('serves devices and links before known names before unknown ones, each with a length of its own', async () => {
    const passphrases = new Passphrases((length) => randomBytes(length), slow);
    const stored = await passphrases.hash(PASSPHRASE);
    const order: string[] = [];
    const verify = async (rank: Rank) => {
      const { ok } = await passphrases.verify(WRONG, stored.ok ? stored.value : null, rank);
      if (ok) order.push(rank);
    };
    const flood = Array.from({ length: 60 }, () => verify('unknown'));
    const known = Array.from({ length: 25 }, () => verify('known'));
    const trusted = [verify('trusted'), verify('trusted')];
    await Promise.all([...flood, ...known, ...trusted]);
    const at = (rank: Rank, n: number) =>
      order.flatMap((one, place) => (one === rank ? [place] : []))[n];
    const before = (place: number | undefined, rank: Rank) =>
      order.slice(0, place).filter((one) => one === rank).length;
    // Two are at work at any time, so that one that has begun may end after one that began later.
    expect(order[0]).toBe('unknown');
    expect(before(at('known', 0), 'trusted')).toBeGreaterThanOrEqual(1);
    const third = at('unknown', 2);
    expect(before(third, 'trusted') + before(third, 'known')).toBeGreaterThanOrEqual(21);
    const all = (['trusted', 'known', 'unknown'] as const).map((rank) => before(undefined, rank));
    expect(all).toEqual([2, 20, 22]);
  });

  it('a flood of unknown names leaves an owner’s login and a new link their places', async () => {
    const { cookie } = await account('主持');
    const token = must(invite(fixture.deps, 'clerk').split('#invite=')[1]);
    const flood = Array.from({ length: 60 }, (_, n) => login(`nobody ${String(n)}`, WRONG));
    const [owner, fresh] = await Promise.all([
      login('主持', PASSPHRASE, deviceOf(cookie)),
      ask(fixture, '/api/staff/accept', { token, name: '新人', passphrase: PASSPHRASE }),
    ]);
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect([owner.status, fresh.status]).toEqual([200, 200]);
    expect(statuses).toContain(429);
  });

  it('one link takes one place, and none for a name that is taken', async () => {
    await account('主持');
    const token = must(invite(fixture.deps, 'clerk').split('#invite=')[1]);
    const accept = (name: string) =>
      ask(fixture, '/api/staff/accept', { token, name, passphrase: PASSPHRASE });
    const taken = await Promise.all(Array.from({ length: 40 }, () => accept('主持')));
    expect(new Set(taken.map(({ json }) => json.refusal.code))).toEqual(new Set(['duplicate-id']));
    const cookie = (await login('主持', PASSPHRASE)).cookie;
    const many = Promise.all(Array.from({ length: 40 }, (_, n) => accept(`新人 ${String(n)}`)));
    // Not even those that may go first are in the way of one another.
    expect((await login('主持', PASSPHRASE, deviceOf(cookie))).status).toBe(200);
    expect((await many).filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('a short code', () => {
  const wrong = (n: number) => ({
    typed: n
      .toString(32)
      .padStart(8, 'X')
      .replace(/[ilou]/g, 'Z'),
  });

  it('that is right is never locked by tries made while it was not', async () => {
    const moderator = await staffCookie(fixture, 'moderator');
    const { tickets, path, hall } = await meetingWithTickets(fixture, moderator, 2);
    const [ticket] = tickets;
    const claim = (body: object) => ask(fixture, `${path}/claim`, body);
    const issued = hall.ticketByCode.bind(hall);
    // As it stands before the sheet is printed: nobody's.
    hall.ticketByCode = () => undefined;
    for (let n = 0; n < 6; n++) await claim({ typed: must(ticket).code });
    hall.ticketByCode = issued;
    expect((await claim({ typed: must(ticket).code })).json).toMatchObject({ ok: true });
  });

  it('lets the phone back in that has had the seat, also while somebody guesses and another took it', async () => {
    const moderator = await staffCookie(fixture, 'moderator');
    const { tickets, path } = await meetingWithTickets(fixture, moderator, 3);
    const [mine, others] = [must(tickets[0]), must(tickets[1])];
    const claim = (body: object, cookie = '') => ask(fixture, `${path}/claim`, body, { cookie });
    const phone = (await claim({ typed: mine.code })).cookie;
    const neighbour = (await claim({ typed: others.code })).cookie;
    const tablet = (await claim({ typed: mine.code })).cookie;
    for (let n = 0; n < 300; n++) await claim(wrong(n));
    // A stranger who has found the code takes nothing, nor does a neighbour's phone.
    expect((await claim({ typed: mine.code })).json).toEqual(refused('too-many'));
    expect((await claim({ typed: mine.code }, neighbour)).json).toEqual(refused('too-many'));
    expect((await claim({ typed: mine.code }, tablet)).json).toMatchObject({ ok: true });
    expect((await claim({ typed: mine.code }, phone)).json).toMatchObject({ ok: true });
    expect((await claim({ ticket: secretOf(others) })).json).toMatchObject({ ok: true });
  });
});
