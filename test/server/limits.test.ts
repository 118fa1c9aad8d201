// What one seat, one account or one crowd may take of the server: paces over all sockets, caps, pauses, places (BALLOTS.md §3).
import { io, type Socket } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE, type Answer, type CastAnswer } from '../../shared/protocol.ts';
import {
  leave,
  must,
  phoneOf,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const CHOICE: Choice = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } };

let server: TestServer;
let hall: Hall;
const open: Raw[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) one.socket.close();
  leave(hall);
  await server.stop();
});

interface Raw {
  readonly socket: Socket;
  /** What the server said, whether it let the socket in or put it out. */
  readonly told: Refusal[];
  joined: boolean;
}

/** A socket that does nothing by itself: it neither comes back nor asks again. */
function raw(namespace: string, cookie = '', transport = 'websocket'): Raw {
  const socket = io(`${server.origin}${namespace}`, {
    ...connectionTo(hall.staff.meeting),
    forceNew: true,
    reconnection: false,
    transports: [transport],
    extraHeaders: { cookie, origin: server.origin },
  });
  const one: Raw = { socket, told: [], joined: false };
  socket.on('connect', () => {
    one.joined = true;
  });
  socket.on('ended', (why: Refusal) => one.told.push(why));
  socket.on('connect_error', (error: Error & { data?: Refusal }) => {
    one.told.push(error.data ?? ({ code: 'network' } as never));
  });
  open.push(one);
  return one;
}

const settled = (one: Raw) => expect.poll(() => one.joined || one.told.length > 0).toBe(true);

/** A phone's session, without the phone. */
async function session(n: number): Promise<string> {
  const url = must(hall.tickets[n]).url;
  const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ ticket: new URL(url).hash.slice(1) }),
  });
  return must(response.headers.getSetCookie()[0]?.split(';')[0]);
}

async function scoring(phones: number, options = {}): Promise<void> {
  server = await startServer(options);
  hall = await seatedHall(server, phones);
  await stageScoring(hall.staff, 'A01', 'hidden');
  await Promise.all(hall.phones.map((one) => one.until(({ stage }) => stage?.open.length === 1)));
}

/** Casts without a pause on each socket until `stop` says so; gives how many were counted. */
async function flood(sockets: readonly Raw[], casts: number): Promise<number> {
  const round = must(phoneOf(hall, 1).view.stage?.open[0]);
  const message = (rev: number) => ({
    ...{ round: round.round, attempt: round.attempt, subject: must(round.subjects[0]).id, rev },
    choice: { kind: 'scores', scores: { c1: rev % 41, c2: 15, c3: 20, c4: 10 } },
  });
  let rev = 0;
  let kept = 0;
  await Promise.all(
    sockets.map(async ({ socket }) => {
      for (let n = 0; n < casts && socket.connected; n++) {
        const answer = (await socket
          .timeout(5000)
          .emitWithAck('cast', message(++rev))
          .catch(() => null)) as CastAnswer | null;
        if (answer?.ok) kept += 1;
      }
    }),
  );
  return kept;
}

describe('one seat on many sockets', () => {
  for (const transport of ['websocket', 'polling'])
    it(`forty of them (${transport}) keep no more than one would, and others’ ballots are acknowledged`, async () => {
      await scoring(3);
      phoneOf(hall, 0).close();
      const cookie = await session(0);
      const began = performance.now();
      const sockets = Array.from({ length: 40 }, () => raw(NAMESPACE.panel, cookie, transport));
      const kept = flood(sockets, 0);
      await Promise.all(sockets.map(settled));
      const [, ...acks] = await Promise.all([
        kept,
        ...[1, 2].map((n) => phoneOf(hall, n).vote(CHOICE)),
      ]);
      const more = await flood(sockets, 60);
      const seconds = (performance.now() - began) / 1000;
      expect(acks).toMatchObject([{ ok: true }, { ok: true }]);
      // A person's burst and a person's pace, however many sockets there are.
      expect(more).toBeLessThanOrEqual(60 + 10 * seconds);
      expect(await phoneOf(hall, 1).vote(CHOICE, 2)).toMatchObject({ ok: true });
    });

  it('four are open at most: the newest is let in and the one that was silent longest is told why', async () => {
    await scoring(2);
    phoneOf(hall, 0).close();
    const cookie = await session(0);
    const first = raw(NAMESPACE.panel, cookie);
    await settled(first);
    const rest: Raw[] = [];
    for (let n = 0; n < 4; n++) {
      const next = raw(NAMESPACE.panel, cookie);
      await settled(next);
      rest.push(next);
    }
    expect(rest.map(({ joined }) => joined)).toEqual([true, true, true, true]);
    await expect.poll(() => first.told).toEqual([{ code: 'open-elsewhere' }]);
    expect(rest.map(({ socket }) => socket.connected)).toEqual([true, true, true, true]);
  });

  it('a flooder is cut off on all its sockets and pauses, on any transport; the seat’s next session need not', async () => {
    await scoring(2);
    phoneOf(hall, 0).close();
    const cookie = await session(0);
    const [one, two] = [raw(NAMESPACE.panel, cookie), raw(NAMESPACE.panel, cookie)] as const;
    await Promise.all([settled(one), settled(two)]);
    for (let n = 0; n < 600; n++) (n % 2 === 0 ? one : two).socket.emit('resync');
    await expect.poll(() => [one.told[0]?.code, two.told[0]?.code]).toEqual(['paused', 'paused']);
    for (const transport of ['websocket', 'polling']) {
      const again = raw(NAMESPACE.panel, cookie, transport);
      await settled(again);
      expect(again.told).toMatchObject([{ code: 'paused', seconds: expect.any(Number) }]);
    }
    // Whoever takes the seat over from a flooder is not made to wait for it.
    const owner = new SocketPhone({
      origin: server.origin,
      meeting: hall.staff.meeting,
      ticket: new URL(must(hall.tickets[0]).url).hash.slice(1),
    });
    await owner.join();
    expect(owner.view.me?.seat).toBeDefined();
    owner.close();
  });

  it('who comes and goes without a word is paced as well', async () => {
    await scoring(2);
    phoneOf(hall, 0).close();
    const cookie = await session(0);
    let turnedAway = 0;
    for (let n = 0; n < 200 && turnedAway === 0; n++) {
      const batch = Array.from({ length: 4 }, () => raw(NAMESPACE.panel, cookie));
      await Promise.all(batch.map(settled));
      turnedAway += batch.filter(({ told }) => told.some(({ code }) => code === 'paused')).length;
      for (const { socket } of batch) socket.close();
    }
    expect(turnedAway).toBeGreaterThan(0);
  });
});

describe('one account of staff', () => {
  it('on many sockets is one too: what it may do is shared, also with its requests', async () => {
    server = await startServer();
    hall = await seatedHall(server, 1);
    const sockets = Array.from({ length: 10 }, () => raw(NAMESPACE.staff, hall.staff.cookie));
    await Promise.all(sockets.map(settled));
    const began = performance.now();
    const answers = await Promise.all(
      sockets.flatMap(({ socket }) =>
        Array.from(
          { length: 40 },
          () => socket.timeout(30_000).emitWithAck('command', {}) as Promise<Answer>,
        ),
      ),
    );
    const heard = answers.filter((one) => !one.ok && one.refusal.code === 'malformed').length;
    const seconds = (performance.now() - began) / 1000;
    expect(heard).toBeLessThanOrEqual(240 + 30 * seconds);
    expect(heard).toBeGreaterThan(200);
    const statuses: number[] = [];
    for (let n = 0; n < 400 && !statuses.includes(429); n++) {
      const batch = await Promise.all(
        Array.from({ length: 20 }, () =>
          fetch(`${server.origin}/api/staff/accounts`, { headers: { cookie: hall.staff.cookie } }),
        ),
      );
      statuses.push(...batch.map(({ status }) => status));
    }
    expect(statuses).toContain(429);
  });

  it('that pauses after a flood is told so over HTTP as well', async () => {
    server = await startServer();
    hall = await seatedHall(server, 1);
    const flooder = raw(NAMESPACE.staff, hall.staff.cookie);
    await settled(flooder);
    for (let n = 0; n < 600; n++) flooder.socket.emit('resync');
    await expect.poll(() => flooder.told[0]?.code).toBe('paused');
    const response = await fetch(`${server.origin}/api/staff/accounts`, {
      headers: { cookie: hall.staff.cookie },
    });
    expect(response.status).toBe(429);
    expect(await response.json()).toMatchObject({ refusal: { code: 'paused' } });
  });

  it('twenty sockets are open at most', async () => {
    server = await startServer();
    hall = await seatedHall(server, 1);
    const sockets: Raw[] = [];
    for (let n = 0; n < 22; n++) {
      const next = raw(NAMESPACE.staff, hall.staff.cookie);
      await settled(next);
      sockets.push(next);
    }
    const out = () => sockets.filter(({ told }) => told[0]?.code === 'open-elsewhere').length;
    // With the one that the hall's own client has, three too many.
    await expect.poll(() => out() + Number(!hall.staff.connected)).toBe(3);
    expect(sockets.at(-1)?.socket.connected).toBe(true);
  });
});

describe('places', () => {
  /** Of 100: fifty for phones, thirty-five for viewers, five each for staff, screens and strangers in the lobby. */
  const SMALL = { connections: 100 };

  it('viewers fill their own and are told so; phones, staff and screens still get in', async () => {
    server = await startServer(SMALL);
    hall = await seatedHall(server, 3);
    phoneOf(hall, 0).close();
    const viewers: Raw[] = [];
    for (let n = 0; n < 36; n++) {
      const next = raw(NAMESPACE.public);
      await settled(next);
      viewers.push(next);
    }
    expect(viewers.filter(({ joined }) => joined)).toHaveLength(35);
    expect(viewers.at(-1)?.told).toEqual([{ code: 'places-full' }]);
    const others = [
      raw(NAMESPACE.panel, await session(0)),
      raw(NAMESPACE.staff, hall.staff.cookie),
      raw(NAMESPACE.screen),
    ];
    await Promise.all(others.map(settled));
    expect(others.map(({ joined }) => joined)).toEqual([true, true, true]);
    // A place that is given back is there for the next.
    viewers[0]?.socket.close();
    await expect
      .poll(async () => {
        const next = raw(NAMESPACE.public);
        await settled(next);
        return next.joined;
      })
      .toBe(true);
  });

  it('a hall that comes back from a dead network takes the places of its own dead connections', async () => {
    server = await startServer({ connections: 12 });
    hall = await seatedHall(server, 3);
    for (const phone of hall.phones) phone.close();
    const cookies = [await session(0), await session(1), await session(2)];
    const times: (readonly Raw[])[] = [];
    for (let n = 0; n < 3; n++) {
      const back = cookies.map((cookie) => raw(NAMESPACE.panel, cookie, 'polling'));
      await Promise.all(back.map(settled));
      times.push(back);
    }
    expect(times.flat().map(({ joined }) => joined)).toEqual(Array(9).fill(true));
    await expect
      .poll(() => times[0]?.map(({ told }) => told[0]?.code))
      .toEqual(Array(3).fill('open-elsewhere'));
  });

  it('strangers who open screens are not in the way of the hall’s own', async () => {
    server = await startServer(SMALL);
    hall = await seatedHall(server, 1);
    const strangers = Array.from({ length: 5 }, () => raw(NAMESPACE.screen));
    await Promise.all(strangers.map(settled));
    const [stranger, own] = [raw(NAMESPACE.screen), raw(NAMESPACE.screen, hall.staff.cookie)];
    await Promise.all([stranger, own].map(settled));
    expect([stranger.told[0]?.code, own.joined]).toEqual(['places-full', true]);
  });

  it('a connection that joins several audiences takes a place in each', async () => {
    server = await startServer(SMALL);
    hall = await seatedHall(server, 1);
    // One engine connection, two namespaces: the client's own multiplexing.
    const both: Raw[] = [];
    for (let n = 0; n < 5; n++) {
      const watch = raw(NAMESPACE.public);
      await settled(watch);
      const screen = watch.socket.io.socket(NAMESPACE.screen, {
        ...connectionTo(hall.staff.meeting),
      });
      const one: Raw = { socket: screen, told: [], joined: false };
      screen.on('connect', () => {
        one.joined = true;
      });
      screen.on('connect_error', (error: Error & { data?: Refusal }) => {
        if (error.data) one.told.push(error.data);
      });
      await settled(one);
      both.push(one);
    }
    expect(both.map(({ joined }) => joined)).toEqual([true, true, true, true, true]);
    const sixth = raw(NAMESPACE.screen);
    await settled(sixth);
    expect(sixth.told).toEqual([{ code: 'places-full' }]);
  });

  it('connections that never say where to fill one lobby, are put out, and phones have another', async () => {
    server = await startServer(SMALL);
    hall = await seatedHall(server, 2);
    phoneOf(hall, 0).close();
    const cookie = await session(0);
    const handshake = async (headers: Record<string, string> = {}) =>
      (
        await fetch(
          `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`,
          { headers },
        )
      ).status;
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) statuses.push(await handshake());
    expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
    expect(statuses.slice(5)).toEqual([403, 403, 403]);
    const phone = raw(NAMESPACE.panel, cookie);
    await settled(phone);
    expect(phone.joined).toBe(true);
    // A phone's own lobby is as small for whoever holds one session.
    const held: number[] = [];
    for (let n = 0; n < 12; n++) held.push(await handshake({ cookie }));
    expect(held.filter((status) => status === 200)).toHaveLength(8);
    await expect.poll(() => handshake()).toBe(200);
  });
});

it('a flood of claims on one ticket or one code is slowed, others claim on', async () => {
  server = await startServer();
  hall = await seatedHall(server, 2);
  const claim = async (body: object, cookie = '') => {
    const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, cookie },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Answer;
  };
  const ticket = must(hall.tickets[0]);
  const secret = new URL(ticket.url).hash.slice(1);
  const { seq } = must(server.app.halls.all()[0]).world.meeting;
  const codes = new Set<string>();
  // By turns scanned and typed, and let go of in between: each would be two events of the log.
  const began = performance.now();
  for (let n = 0; n < 60; n++) {
    const response = await fetch(`${server.origin}/m/${hall.staff.meeting}/api/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify(n % 2 === 0 ? { ticket: secret } : { typed: ticket.code }),
    });
    const answer = (await response.json()) as Answer;
    if (!answer.ok) codes.add(answer.refusal.code);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined)
      await fetch(`${server.origin}/m/${hall.staff.meeting}/api/release`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.origin, cookie },
        body: '{}',
      });
  }
  const seconds = (performance.now() - began) / 1000;
  const written = must(server.app.halls.all()[0]).world.meeting.seq - seq;
  expect(written).toBeLessThanOrEqual(2 * (20 + seconds));
  expect(codes).toContain('busy');
  expect(await claim({ ticket: new URL(must(hall.tickets[1]).url).hash.slice(1) })).toMatchObject({
    ok: true,
  });
});
