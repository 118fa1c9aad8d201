// Sockets over a real server: casts, receipts, views, takeovers, staleness, floods, hostile input.
import { readDice } from '../../scripts/read-dice.ts';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { connectionTo, NAMESPACE, PROTOCOL } from '../../shared/protocol.ts';
import type { Choice } from '../../shared/ballots/ballot.ts';
import { determine } from '../../shared/draw/draw.ts';
import type { Lock } from '../../shared/draw/lock.ts';
import { recordHash, type DrawRecord } from '../../shared/draw/record.ts';
import type { DrawId, ItemId } from '../../shared/ids.ts';
import {
  leave,
  PASSPHRASE,
  phoneOf,
  seatedHall,
  stageScoring,
  startServer,
  type Hall,
  type TestServer,
} from '../with-server.ts';
import { flatSheet } from '../flat-sheet.ts';

const NOWHERE = { item: null, touched: 0 };
const sheetNamed = (name: string) =>
  flatSheet({
    id: 'live',
    name,
    criteria: [{ id: 'c1', name: 'x', max: 1, step: 1, weight: 1 }],
  });
const CHOICE: Choice = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } };

describe('a hall of ten phones', () => {
  let server: TestServer;
  let hall: Hall;

  beforeEach(async () => {
    server = await startServer();
    hall = await seatedHall(server, 10);
  });
  afterEach(async () => {
    leave(hall);
    await server.stop();
  });

  const phone = (n: number): SocketPhone => phoneOf(hall, n);
  const allOpen = () =>
    Promise.all(hall.phones.map((one) => one.until(({ stage }) => stage?.open.length === 1)));

  it('[R1] a receipt comes for a ballot that counts, and staff see who has voted', async () => {
    await stageScoring(hall.staff, 'A01', 'hidden');
    await allOpen();
    const answer = await phone(0).vote(CHOICE);
    expect(answer).toMatchObject({ ok: true, receipt: { rev: 1, total: '75.00' } });
    await hall.staff.until(({ turnout }) => turnout.voted.length === 1);
    expect(hall.staff.view.turnout.voted).toEqual([phone(0).view.me?.seat]);
    expect(JSON.stringify(hall.staff.view)).not.toContain('75.00');
  });

  it('[R5] the same message twice counts once; a late one is refused after the close', async () => {
    await stageScoring(hall.staff, 'A01', 'live');
    await allOpen();
    const [first, second] = await Promise.all([phone(0).vote(CHOICE), phone(0).vote(CHOICE)]);
    expect(first).toEqual(second);
    const open = phone(1).view.stage?.open[0];
    await hall.staff.next();
    if (!open?.subjects[0]) throw new Error('no round');
    const late = await phone(1).send({
      round: open.round,
      attempt: open.attempt,
      subject: open.subjects[0].id,
      rev: 1,
      choice: CHOICE,
    });
    expect(late).toEqual({ ok: false, refusal: { code: 'round-closed' } });
    await hall.staff.reveal();
    await hall.staff.until(({ tally }) => tally?.final === true);
    expect(hall.staff.view.tally?.ballots).toBe(1);
  });

  it('a second device takes the seat at once, the first is told and cut off', async () => {
    const ticket = hall.tickets[0];
    if (!ticket) throw new Error('no ticket');
    const other = new SocketPhone({
      origin: server.origin,
      meeting: hall.staff.meeting,
      ticket: ticket.code,
      by: 'typed',
    });
    await other.join();
    await expect.poll(() => phone(0).ended).toEqual({ code: 'replaced' });
    expect(other.view.me?.seat).toBe(phone(0).view.me?.seat);
    other.close();
  });

  it('a re-issued ticket ends the old device and the old secret', async () => {
    const person = hall.staff.view.people.find(({ seat }) => seat === phone(2).view.me?.seat);
    await hall.staff.tickets([person?.reviewer ?? '']);
    await expect.poll(() => phone(2).ended).toEqual({ code: 'replaced' });
    const old = hall.tickets.find(({ reviewer }) => reviewer === person?.reviewer);
    const again = new SocketPhone({
      origin: server.origin,
      meeting: hall.staff.meeting,
      ticket: new URL(old?.url ?? '').hash.slice(1),
    });
    expect(await again.claim()).toEqual({ code: 'ticket-revoked' });
  });

  it('a staff command made on an older screen is refused, not done twice', async () => {
    const { next } = hall.staff.view.control;
    await hall.staff.next();
    const socket = io(`${server.origin}${NAMESPACE.staff}`, {
      ...connectionTo(hall.staff.meeting),
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: hall.staff.cookie, origin: server.origin },
    });
    const answer: unknown = await socket
      .timeout(30_000)
      .emitWithAck('command', { command: next.command, expects: next.expects });
    expect(answer).toEqual({ ok: false, refusal: { code: 'stale' } });
    socket.close();
  });

  it('nonsense is answered, never crashes, and a flooder is refused while others go on', async () => {
    const socket = io(`${server.origin}${NAMESPACE.staff}`, {
      ...connectionTo(hall.staff.meeting),
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: hall.staff.cookie, origin: server.origin },
    });
    const nonsense: readonly unknown[] = [
      null,
      'x',
      [],
      {},
      { command: { type: 'CloseRound' } },
      { command: { type: 'constructor' }, expects: { item: null, touched: 0 } },
      { command: { type: 'FillSeats', reviewers: ['../x'] }, expects: { item: null, touched: 0 } },
      JSON.parse('{"__proto__": {"ok": true}}') as unknown,
    ];
    for (const message of nonsense)
      expect(await socket.timeout(30_000).emitWithAck('command', message)).toEqual({
        ok: false,
        refusal: { code: 'malformed' },
      });
    const typed: readonly unknown[] = [
      { command: { type: 'VoidDraw', draw: 'D1', why: '弃\u202e权' }, expects: NOWHERE },
      { command: { type: 'AdoptSheet', sheet: sheetNamed('\u202e') }, expects: NOWHERE },
    ];
    for (const message of typed)
      expect(await socket.timeout(30_000).emitWithAck('command', message)).toEqual({
        ok: false,
        refusal: { code: 'hidden-character', character: 'U+202E' },
      });
    const answers = await Promise.all(
      Array.from(
        { length: 100 },
        () =>
          socket.timeout(30_000).emitWithAck('command', {}) as Promise<{
            refusal: { code: string };
          }>,
      ),
    );
    expect(answers.filter(({ refusal }) => refusal.code === 'too-many').length).toBeGreaterThan(40);
    socket.close();
    await stageScoring(hall.staff, 'A02', 'hidden');
    await allOpen();
    expect(await phone(3).vote(CHOICE)).toMatchObject({ ok: true });
  });

  it('a name typed in another Unicode form is taken, in the one that the log can hold', async () => {
    await hall.staff.run({ type: 'AdoptSheet', sheet: sheetNamed(' Cafe\u0301 ') });
    expect(hall.staff.view.setup.sheets.map(({ name }) => name)).toContain('Caf\u00e9');
  });

  it('[R12] a page of another origin gets no socket, whatever cookie it brings', async () => {
    for (const transport of ['websocket', 'polling']) {
      const socket = io(`${server.origin}${NAMESPACE.staff}`, {
        ...connectionTo(hall.staff.meeting),
        forceNew: true,
        reconnection: false,
        transports: [transport],
        extraHeaders: { cookie: hall.staff.cookie, origin: 'http://evil.example' },
      });
      const outcome = await new Promise((resolve) => {
        socket.on('connect', () => {
          resolve('connected');
        });
        socket.on('connect_error', () => {
          resolve('refused');
        });
      });
      expect([transport, outcome]).toEqual([transport, 'refused']);
      socket.close();
    }
  });

  it('[R12] nor does one that knows a session’s id: every POST names its origin', async () => {
    const address = `${server.origin}${connectionTo(hall.staff.meeting).path}/?EIO=4&transport=polling`;
    const opened = await (await fetch(address)).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    const packet = `40${NAMESPACE.screen},${JSON.stringify(connectionTo(hall.staff.meeting).auth)}`;
    const post = async (headers: Record<string, string>) =>
      (await fetch(`${address}&sid=${sid}`, { method: 'POST', body: packet, headers })).status;
    expect(await post({ origin: 'http://evil.example' })).toBe(400);
    expect(await post({})).toBe(400);
    expect(await post({ origin: server.origin })).toBe(200);
  });

  it('polling works where WebSockets do not, and a reconnect gets the whole view again', async () => {
    const ticket = hall.tickets[4];
    if (!ticket) throw new Error('no ticket');
    const polling = new SocketPhone({
      origin: server.origin,
      meeting: hall.staff.meeting,
      ticket: new URL(ticket.url).hash.slice(1),
      transport: 'polling',
    });
    await polling.join();
    await stageScoring(hall.staff, 'A03', 'hidden');
    await polling.until(({ stage }) => stage?.open.length === 1);
    expect(await polling.vote(CHOICE)).toMatchObject({ ok: true });
    polling.close();
    await polling.connect();
    expect(polling.view.me?.ballots).toHaveLength(1);
    polling.close();
  });

  it('[R9] a void is published with what its record holds, also a result that was read before', async () => {
    const { staff } = hall;
    await staff.run({ type: 'EnterItem', item: 'presenters' as ItemId });
    await staff.next();
    await readDice(staff, 'D1' as DrawId, '84019375620184736251');
    const published = async () => {
      const response = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/D1`);
      return (await response.json()) as DrawRecord & Record<string, unknown>;
    };
    expect(Object.keys(await published())).toEqual([
      'ok',
      'id',
      'lock',
      'lockHash',
      'assurance',
      'status',
    ]);
    await staff.run({ type: 'VoidDraw', draw: 'D1' as DrawId, why: '读错了骰子' });
    const {
      lock,
      lockHash,
      entropy,
      proofs,
      status,
      why,
      order,
      recordHash: hash,
    } = await published();
    expect(order).toEqual(determine(lock as Lock, entropy).order);
    expect(hash).toBe(recordHash({ lock_hash: lockHash as string, entropy, proofs, status, why }));
  });

  it('[R11] two meetings run side by side: neither session, ticket nor view of one works in the other', async () => {
    const first = hall.staff.meeting;
    const other = new StaffClient(server.origin);
    await other.logIn('主持', PASSPHRASE);
    const second = await other.create('另一场评议会');
    const ticket = hall.tickets[5];
    if (!ticket) throw new Error('no ticket');
    const stranger = new SocketPhone({
      origin: server.origin,
      meeting: second,
      ticket: new URL(ticket.url).hash.slice(1),
    });
    expect(await stranger.claim()).toEqual({ code: 'ticket-unknown' });
    await stageScoring(hall.staff, 'A05', 'hidden');
    await allOpen();
    expect(await phone(5).vote(CHOICE)).toMatchObject({ ok: true });
    expect(other.view.control.stage).toMatchObject({ item: null, meeting: { code: second } });
    expect(other.view.setup).toMatchObject({ subjects: 0, reviewers: 0, seats: 0 });
    expect(hall.staff.view.control.stage.meeting.code).toBe(first);
    other.close();
  });

  it('without a session there is no panel, and without a meeting nothing', async () => {
    expect(await refusalOf(NAMESPACE.panel, hall.staff.meeting)).toEqual({ code: 'not-joined' });
    expect(await refusalOf(NAMESPACE.staff, hall.staff.meeting)).toEqual({ code: 'logged-out' });
    expect(await refusalOf(NAMESPACE.screen, 'nosuch')).toEqual({ code: 'no-such-meeting' });
  });

  it('a page of another version, or of none, is told so before anything else', async () => {
    for (const auth of [{ protocol: PROTOCOL - 1 }, { protocol: String(PROTOCOL) }, {}])
      for (const namespace of Object.values(NAMESPACE))
        expect(await refusalOf(namespace, hall.staff.meeting, auth)).toEqual({
          code: 'other-version',
        });
  });

  const refusalOf = (namespace: string, meeting: string, auth?: object) =>
    new Promise((resolve) => {
      const socket = io(`${server.origin}${namespace}`, {
        ...connectionTo(meeting),
        ...(auth ? { auth } : {}),
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
        extraHeaders: { origin: server.origin },
      });
      socket.on('connect_error', (error: Error & { data?: unknown }) => {
        resolve(error.data);
        socket.close();
      });
    });
});
