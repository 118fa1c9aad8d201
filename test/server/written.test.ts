// The written round over real sockets: many units at once, beside a live round, through a restart and up to the close.
import { setTimeout as pace } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import type { CastAnswer } from '../../shared/protocol.ts';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import {
  leave,
  PASSPHRASE,
  phoneOf,
  seatedHall,
  showBoard,
  stageScoring,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const SEATS = 20;
const UNITS = 30;
const ROUND = 'r-w' as RoundId;

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Hall;
let units: readonly SubjectId[];

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  hall = await seatedHall(server, SEATS);
  units = hall.staff.view.subjects.slice(20, 20 + UNITS).map(({ id }) => id);
  await hall.staff.run({
    type: 'AddItems',
    after: null,
    items: [
      {
        id: 'w' as ItemId,
        kind: 'written',
        subjects: units,
        sheet: 'live',
        disclosure: 'hidden',
      },
    ],
  });
  await hall.staff.run({ type: 'EnterItem', item: 'w' as ItemId });
  await hall.staff.run({ type: 'OpenRound', item: 'w' as ItemId });
  await Promise.all(hall.phones.map((one) => one.until(isOpen)));
});

afterEach(async () => {
  leave(hall);
  await server.stop();
  folder.remove();
});

const isOpen = ({ written }: SocketPhone['view']) => written?.length === 1;
const mark = (n: number): Choice => ({
  kind: 'scores',
  scores: { c1: n % 41, c2: n % 21, c3: n % 26, c4: n % 16 },
});
const phoneAt = (n: number): SocketPhone => phoneOf(hall, n);
const mine = (phone: SocketPhone, subject: SubjectId) =>
  phone.view.me?.recusals.includes(subject) === false;

/** As a phone sends: again until the server has said something about this ballot. */
async function cast(
  phone: SocketPhone,
  subject: SubjectId,
  rev: number,
  choice: Choice,
): Promise<CastAnswer> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await phone.send({ round: ROUND, attempt: 1, subject, rev, choice }, 2000);
    if (answer && (answer.ok || answer.refusal.code !== 'too-many')) return answer;
    // A phone’s own pace: its bucket fills by ten casts a second, and asking faster only empties it.
    await pace(50);
  }
  throw new Error('the server never answered');
}

/** Everything that this phone may score, a few at a time. */
async function castAll(
  phone: SocketPhone,
  of: readonly SubjectId[],
  seed: number,
): Promise<number> {
  const queue = of.filter((subject) => mine(phone, subject));
  let sent = 0;
  const lane = async () => {
    for (let subject = queue.shift(); subject !== undefined; subject = queue.shift()) {
      const answer = await cast(phone, subject, 1, mark(seed + units.indexOf(subject)));
      if (!answer.ok) throw new Error(answer.refusal.code);
      sent += 1;
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return sent;
}

describe('20 phones score 30 written reports', () => {
  it('beside a live round; phones get no message for others’ ballots', async () => {
    const first = units.slice(0, 15);
    const { stage, me, written } = phoneAt(0).view;
    const counts = await Promise.all(
      hall.phones.slice(1).map((phone, n) => castAll(phone, first, n)),
    );
    const done = counts.reduce((sum, n) => sum + n, 0);
    await hall.staff.until((view) => view.written[0]?.done === done);
    expect([phoneAt(0).view.stage, phoneAt(0).view.me, phoneAt(0).view.written]).toEqual([
      stage,
      me,
      written,
    ]);
    await stageScoring(hall.staff, 'A01', 'live');
    await Promise.all(hall.phones.map((one) => one.until((view) => view.stage?.open.length === 1)));
    // The batch itself did not travel again.
    expect(phoneAt(0).view.written).toBe(written);
    const [votes, more] = await Promise.all([
      Promise.all(hall.phones.map((phone) => phone.vote(mark(7)))),
      castAll(phoneAt(0), units, 3),
    ]);
    expect(votes.every((answer) => answer?.ok)).toBe(true);
    await hall.staff.until((view) => view.written[0]?.done === done + more);
    await hall.staff.run({ type: 'CloseRound', round: 'r-score-A01' as RoundId });
    await hall.staff.run({ type: 'RevealRound', round: 'r-score-A01' as RoundId });
    expect(hall.staff.view.board.rows.map(({ subject }) => subject.id)).toEqual(['A01']);
    expect(hall.staff.view.turnout.written).not.toEqual([]);
    expect(hall.staff.view.turnout.written.map(({ seat }) => seat)).not.toContain(me?.seat);
  });

  it('what one device began another one finishes', async () => {
    const before = phoneAt(4);
    const seat = before.view.me?.seat;
    const open = units.filter((subject) => mine(before, subject)).slice(0, 5);
    await castAll(before, open, 1);
    const ticket = hall.tickets[4];
    const device = new SocketPhone({
      origin: server.origin,
      meeting: hall.staff.meeting,
      ticket: new URL(ticket?.url ?? '').hash.slice(1),
    });
    await device.join();
    await expect.poll(() => before.ended).toEqual({ code: 'replaced' });
    expect(device.view.me?.seat).toBe(seat);
    expect(device.view.me?.ballots.map(({ subject }) => subject.id)).toEqual(open);
    expect(device.view.written?.[0]?.subjects).toHaveLength(UNITS);
    const [one] = open;
    if (!one) throw new Error('no unit');
    expect(await cast(device, one, 1, mark(99))).toMatchObject({
      refusal: { code: 'older-revision', newest: 1 },
    });
    expect(await cast(device, one, 2, mark(99))).toMatchObject({ ok: true, receipt: { rev: 2 } });
    device.close();
  });

  it('what it is about is the moderator’s to say, and a doubled change is refused', async () => {
    const clerk = new StaffClient(server.origin);
    const { url } = await hall.staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
    await clerk.accept(url, '记录员', PASSPHRASE);
    await clerk.connect(hall.staff.meeting);
    const change = {
      type: 'SetRoundSubjects',
      round: ROUND,
      subjects: units,
      reason: 'x',
    } as const;
    expect(await clerk.send(change)).toMatchObject({
      refusal: { code: 'no-right', by: ['moderator'] },
    });
    clerk.close();
    const twice = [units.slice(1), units].map((subjects) =>
      hall.staff.send({ ...change, subjects }),
    );
    expect(await Promise.all(twice)).toMatchObject([{ ok: true }, { refusal: { code: 'stale' } }]);
    await hall.staff.run(change);
  });

  it('a unit that leaves takes its ballots along on every phone, and back again', async () => {
    const phone = phoneAt(2);
    const own = units.filter((subject) => mine(phone, subject));
    await castAll(phone, own.slice(0, 3), 5);
    phone.close();
    await phone.connect();
    const [gone] = own;
    if (!gone) throw new Error('no unit');
    const set = (subjects: readonly SubjectId[]) =>
      hall.staff.run({ type: 'SetRoundSubjects', round: ROUND, subjects, reason: '改为现场述职' });
    await set(units.filter((subject) => subject !== gone));
    await phone.until(({ me }) => me?.ballots.length === 2);
    expect(await cast(phone, gone, 2, mark(1))).toMatchObject({
      refusal: { code: 'not-in-round' },
    });
    await set(units);
    await phone.until(({ me }) => me?.ballots.length === 3);
    expect(phone.view.me?.ballots.find(({ subject }) => subject.id === gone)?.rev).toBe(1);
  });
});

describe('[R1] a restart in the middle', () => {
  it('everything acknowledged is there, the round is open, and phones go on', async () => {
    const acknowledged = new Map<string, number>();
    let stopped = false;
    const lanes = hall.phones.map(async (phone, n) => {
      const seat = phone.view.me?.seat ?? '';
      for (const subject of units) {
        if (stopped) return;
        if (!mine(phone, subject)) continue;
        const message = { round: ROUND, attempt: 1, subject, rev: 1, choice: mark(n) };
        const answer = await phone.send(message, 2000);
        if (answer?.ok) acknowledged.set(`${seat}/${subject}`, n);
      }
    });
    await expect.poll(() => acknowledged.size).toBeGreaterThan(150);
    stopped = true;
    const { port } = new URL(server.origin);
    const { meeting } = hall.staff;
    await server.stop();
    hall.staff.close();
    await Promise.all(lanes);
    server = await startServer({ data: folder.path, port: Number(port) });
    hall = { ...hall, staff: new StaffClient(server.origin) };
    await hall.staff.logIn('主持', PASSPHRASE);
    await hall.staff.connect(meeting);
    await Promise.all(hall.phones.map((phone) => phone.until(isOpen)));
    for (const phone of hall.phones) {
      phone.close();
      await phone.connect();
      const there = phone.view.me?.ballots.map(({ subject }) => subject.id) ?? [];
      const seat = phone.view.me?.seat ?? '';
      for (const key of acknowledged.keys())
        if (key.startsWith(`${seat}/`)) expect(there).toContain(key.slice(seat.length + 1));
    }
    expect(hall.staff.view.written[0]?.done).toBeGreaterThanOrEqual(acknowledged.size);
    const [phone] = hall.phones;
    const last = units.findLast((subject) => phone && mine(phone, subject));
    if (!phone || !last) throw new Error('no unit');
    expect(await cast(phone, last, 9, mark(3))).toMatchObject({ ok: true });
  });
});

describe('[R5] casts race the close', () => {
  it('acknowledged exactly when counted', async () => {
    const counted = new Set<string>();
    const refused = new Set<string>();
    let started = 0;
    const lanes = hall.phones.map(async (phone) => {
      const seat = phone.view.me?.seat ?? '';
      for (const subject of units.slice(0, 25)) {
        if (!mine(phone, subject)) continue;
        started += 1;
        const answer = await cast(phone, subject, 1, mark(started));
        if (answer.ok) counted.add(`${seat}/${subject}`);
        else {
          expect(answer.refusal.code).toBe('round-closed');
          refused.add(`${seat}/${subject}`);
          return;
        }
      }
    });
    await expect.poll(() => counted.size).toBeGreaterThan(100);
    const closing = hall.staff.run({ type: 'CloseRound', round: ROUND });
    await Promise.all([...lanes, closing]);
    expect(refused.size).toBeGreaterThan(0);
    await hall.staff.until((view) => view.written[0]?.phase === 'closed');
    expect(hall.staff.view.written[0]?.done).toBe(counted.size);
    for (const phone of hall.phones) {
      phone.close();
      await phone.connect();
      const seat = phone.view.me?.seat ?? '';
      const there = (phone.view.me?.ballots ?? []).map(({ subject }) => `${seat}/${subject.id}`);
      expect(new Set(there)).toEqual(
        new Set([...counted].filter((key) => key.startsWith(`${seat}/`))),
      );
    }
    await hall.staff.run({ type: 'RevealRound', round: ROUND });
    await showBoard(hall.staff);
    await hall.staff.until((view) => view.board.rows.length === UNITS);
    expect(hall.staff.view.written).toEqual([]);
  });
});
