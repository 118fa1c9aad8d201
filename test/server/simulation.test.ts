// Simulated phones by a command: a thread of the server fills the seats of a rehearsal, follows whoever leads, and reports.
import { afterEach, expect, it } from 'vitest';
import { io } from 'socket.io-client';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { AppOptions } from '../../server/app.ts';
import type { Hall, StaffActor } from '../../server/hall.ts';
import type { ItemId, RoundId, StaffId } from '../../shared/ids.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { MOST_CROWDS } from '../../shared/number-limits.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { report } from '../../shared/rehearsal/report.ts';
import { rehearsalReportText } from '../../shared/text/rehearsal-report.ts';
import {
  moderator,
  must,
  PASSPHRASE,
  phoneFor,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { itInSoak, repetitions } from '../repetitions.ts';
import { selfSigned } from './self-signed.ts';

const open: TestServer[] = [];
afterEach(async () => {
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  for (const server of open.splice(0)) await server.stop();
});

async function server(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const started = await startServer({ phonePace: { paceMs: 300 }, ...options });
  open.push(started);
  return started;
}

async function rehearsal(on: TestServer, seats: number): Promise<StaffClient> {
  const staff = new StaffClient(on.origin);
  await staff.accept(on.app.staffLink ?? '', '主持', PASSPHRASE);
  await exampleWith(staff, seats);
  return staff;
}

/** A rehearsal of the example, with so many seats of every group. */
async function exampleWith(staff: StaffClient, seats: number): Promise<void> {
  await staff.create('演练', { rehearsal: true, example: true });
  // The weights are the last thing that the example brings.
  await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
  const pool = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  const every = Math.floor(pool.length / seats);
  const panel = pool.filter((_, n) => n % every === 0).slice(0, seats);
  await staff.run({ type: 'FillSeats', reviewers: panel });
  await staff.until(({ setup }) => setup.seats === seats);
}

const hallOf = (on: TestServer, code: string): Hall => must(on.app.halls.byCode(code));
const typesIn = (hall: Hall) => hall.recent.map(({ event }) => event.type);
/** Whoever leads, as the log knows them. */
function actorIn(hall: Hall): StaffActor {
  const by = must(hall.recent.map((one) => one.by).find(({ kind }) => kind === 'staff'));
  if (by.kind !== 'staff') throw new Error(by.kind);
  return { id: by.id, name: '主持', role: 'moderator' };
}
const give = (hall: Hall, command: StaffCommand, by = actorIn(hall)) =>
  hall.staff(by, command, { item: null, touched: 0 });
const refused = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => (error as { refusal: Refusal }).refusal,
  );

it('fills the seats, scores what opens, and the report says that nothing was lost', async () => {
  const on = await server();
  const staff = await rehearsal(on, 12);
  expect(staff.view.phones).toEqual({ called: null, seats: 12, now: null, report: null });
  await staff.run({ type: 'CallPhones', phones: 12 });
  await staff.until(({ phones }) => phones?.now?.present === 12 && phones.now.connected === 12);
  await stageScoring(staff, 'A01', 'live');
  await staff.until(({ phones }) => (phones?.now?.voters ?? 0) >= 10);
  await staff.run({ type: 'CloseRound', round: 'r-score-A01' as RoundId });
  await staff.run({ type: 'DismissPhones' });
  await staff.until(({ phones }) => phones?.called === null && phones.now?.findings !== null);
  const { figures, findings } = must(staff.view.phones?.now ?? undefined);
  expect(findings).toMatchObject({ present: 12, asked: 12, lost: [] });
  expect(figures.acknowledged).toBeGreaterThanOrEqual(10);
  expect(figures.mishaps).toBe(0);
  const said = report(figures, must(findings ?? undefined), rehearsalReportText.zh);
  expect(said.ok).toBe(true);
  expect(said.lines[0]).toContain('没有丢票');
  // The report stands, and others may be called.
  await staff.run({ type: 'CallPhones', phones: 3 });
  await staff.until(({ phones }) => phones?.called === 3 && phones.now?.present === 3);
  expect(staff.view.phones?.now?.findings).toBeNull();
  expect(staff.view.phones?.report).toEqual({ figures, findings });
  staff.close();
});

itInSoak('counts no seat that a person’s own phone has taken over', async () => {
  const on = await server();
  const staff = await rehearsal(on, 4);
  await staff.run({ type: 'CallPhones', phones: 4 });
  await staff.until(({ phones }) => phones?.now?.present === 4);
  const seated = must(staff.view.people.find(({ seat }) => seat !== null)?.reviewer);
  const [ticket] = await staff.tickets([seated]);
  const own = phoneFor(staff, must(ticket));
  await own.join();
  await staff.until(({ phones }) => phones?.now?.present === 3 && phones.now.connected === 3);
  own.close();
  staff.close();
});

itInSoak('is called once, however often and by however many', async () => {
  const on = await server();
  const staff = await rehearsal(on, 6);
  const asked = [1, 2, 3].map(() => refused(staff.run({ type: 'CallPhones', phones: 6 })));
  const answers = await Promise.all(asked);
  expect(answers.filter((one) => one === null)).toHaveLength(1);
  expect(answers.filter((one) => one !== null)).toEqual([
    { code: 'phones-here' },
    { code: 'phones-here' },
  ]);
  await staff.until(({ phones }) => phones?.now?.present === 6);
  const hall = hallOf(on, staff.meeting);
  expect(typesIn(hall).filter((type) => type === 'TicketsIssued')).toHaveLength(1);
  for (let n = 0; n < 3; n += 1) await staff.run({ type: 'DismissPhones' });
  await staff.until(({ phones }) => phones?.now?.findings !== null);
  expect(typesIn(hall).filter((type) => type === 'PhonesDismissed')).toHaveLength(1);
  staff.close();
});

it('sent home before they have come, they do not come', async () => {
  const on = await server();
  const staff = await rehearsal(on, 6);
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.run({ type: 'DismissPhones' });
  await staff.run({ type: 'CallPhones', phones: 2 });
  await staff.until(({ phones }) => phones?.now?.present === 2);
  expect(staff.view.setup.groups.reduce((sum, { present }) => sum + present, 0)).toBe(2);
  staff.close();
});

itInSoak('sent home and called again at one stroke: only those of the last call come', async () => {
  const on = await server();
  const staff = await rehearsal(on, 6);
  const hall = hallOf(on, staff.meeting);
  // All three are decided before the first ones have their tickets.
  const answers = await Promise.all([
    give(hall, { type: 'CallPhones', phones: 6 }),
    give(hall, { type: 'DismissPhones' }),
    give(hall, { type: 'CallPhones', phones: 2 }),
  ]);
  expect(answers).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  await staff.until(({ phones }) => phones?.now?.present === 2);
  expect(staff.view.phones).toMatchObject({ called: 2, now: { figures: { turnedAway: [] } } });
  const { call } = must(hall.world.meeting.simulated);
  // What ended with the first call is told late, and is no word about the second.
  const events = hall.world.meeting.seq;
  expect(await hall.server({ type: 'PhonesGone', call: call - 2 })).toEqual({ ok: true });
  expect(hall.world.meeting).toMatchObject({ seq: events, simulated: { phones: 2, call } });
  expect(await hall.server({ type: 'PhonesGone', call })).toEqual({ ok: true });
  expect(hall.world.meeting.simulated).toBeNull();
  staff.close();
});

it('[R6] tells nobody how many abstained, during a hidden round or in the report', async () => {
  const on = await server();
  const staff = await rehearsal(on, 6);
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6);
  await stageScoring(staff, 'A01', 'hidden');
  await staff.until(({ phones }) => (phones?.now?.voters ?? 0) >= 5);
  expect(staff.view.phones?.now?.figures.abstentions).toBeNull();
  await staff.run({ type: 'DismissPhones' });
  await staff.until(({ phones }) => phones?.now?.findings !== null);
  const { figures, findings } = must(staff.view.phones?.now);
  expect(figures.abstentions).toBeNull();
  const { lines } = report(figures, must(findings), rehearsalReportText.en);
  expect(lines.join('\n')).not.toMatch(/abstention|null/);
  staff.close();
});

itInSoak('comes to a server that speaks TLS with a certificate of its own', async () => {
  const { cert, key } = selfSigned();
  const on = await server({ tls: { cert: Buffer.from(cert), key: Buffer.from(key) } });
  expect(on.origin).toMatch(/^https:/);
  // For the one who leads; the phones must not need it.
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  const staff = await rehearsal(on, 6);
  delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6 && phones.now.connected === 6);
  await staff.run({ type: 'DismissPhones' });
  await staff.until(({ phones }) => phones?.now?.findings !== null);
  expect(staff.view.phones?.now).toMatchObject({ failure: null, figures: { mishaps: 0 } });
  staff.close();
});

itInSoak(
  'says so where the phones break off without a report, and can be called again',
  async () => {
    const on = await server({ connections: 12, logLevel: 'silent' });
    const staff = await rehearsal(on, 4);
    // All places of viewers are taken: the phones cannot see where the meeting is.
    const viewers = Array.from({ length: 4 }, () =>
      io(`${on.origin}${NAMESPACE.public}`, {
        ...connectionTo(staff.meeting),
        ...{ forceNew: true, transports: ['websocket'], extraHeaders: { origin: on.origin } },
      }),
    );
    await expect.poll(() => viewers.every(({ connected }) => connected)).toBe(true);
    await staff.run({ type: 'CallPhones', phones: 4 });
    await staff.until(({ phones }) => phones?.now?.failure === 'broken-off');
    await staff.until(({ phones }) => phones?.called === null);
    expect(staff.view.phones?.now?.findings).toBeNull();
    for (const viewer of viewers) viewer.close();
    await staff.run({ type: 'CallPhones', phones: 4 });
    await staff.until(({ phones }) => phones?.now?.present === 4);
    expect(staff.view.phones?.now?.failure).toBeNull();
    staff.close();
  },
);

it('says so where whoever called them has no account any more', async () => {
  const on = await server({ logLevel: 'silent' });
  const staff = await rehearsal(on, 4);
  const hall = hallOf(on, staff.meeting);
  const stranger = { ...actorIn(hall), id: 'constructor' as StaffId };
  await give(hall, { type: 'CallPhones', phones: 4 }, stranger);
  await staff.until(({ phones }) => phones?.now?.failure === 'broken-off');
  await staff.until(({ phones }) => phones?.called === null);
  staff.close();
});

itInSoak('runs for so many rehearsals at once and no more, and says so', async () => {
  const on = await server();
  const staff = await moderator(on);
  const { meeting } = staff;
  const pool = Buffer.from('编号,姓名,组别\nR1,甲,甲组\nR2,乙,甲组');
  await staff.importRoster('reviewers', 'r.csv', pool);
  const codes: string[] = [];
  for (let n = 0; n < MOST_CROWDS; n += 1) {
    const body = { language: 'zh' } as const;
    codes.push((await staff.post<{ code: string }>(`/m/${meeting}/api/rehearsal`, body)).code);
  }
  for (const code of codes) {
    await staff.connect(code);
    await staff.run({ type: 'CallPhones', phones: 1 });
    await staff.until(({ phones }) => phones?.now !== null && phones?.now !== undefined);
  }
  staff.close();
  await staff.create('再一场', { rehearsal: true });
  await staff.importRoster('reviewers', 'r.csv', pool);
  await staff.run({ type: 'CallPhones', phones: 1 });
  await staff.until(({ phones }) => phones?.now?.failure === 'full');
  await staff.until(({ phones }) => phones?.called === null);
  // One of the others is deleted: there is room.
  await staff.post(`/m/${must(codes[0])}/api/delete`, {});
  await staff.run({ type: 'CallPhones', phones: 1 });
  await staff.until(({ phones }) => phones?.called === 1 && phones.now?.failure === null);
  staff.close();
});

it('goes by itself after so long, and leaves a report', async () => {
  const on = await server({ phonePace: { paceMs: 300, longestMs: 1 } });
  const staff = await rehearsal(on, 4);
  await staff.run({ type: 'CallPhones', phones: 4 });
  await staff.until(({ phones }) => Boolean(phones?.now?.findings));
  await staff.until(({ phones }) => phones?.called === null);
  const gone = hallOf(on, staff.meeting).recent.filter(
    ({ event }) => event.type === 'PhonesDismissed',
  );
  expect(gone.map(({ by }) => by)).toEqual([{ kind: 'server' }]);
  staff.close();
});

it('never comes to a real meeting, nor where nobody is on the list', async () => {
  const on = await server();
  const staff = await moderator(on);
  expect(await refused(staff.run({ type: 'CallPhones', phones: 6 }))).toEqual({
    code: 'not-a-rehearsal',
  });
  expect(staff.view.phones).toBeNull();
  staff.close();
  await staff.create('空的演练', { rehearsal: true });
  expect(await refused(staff.run({ type: 'CallPhones', phones: 6 }))).toEqual({
    code: 'nobody-to-play',
  });
  staff.close();
});

it('plays units that rate each other, beside the people of the pool', async () => {
  const on = await server();
  const staff = await rehearsal(on, 4);
  const units = staff.view.subjects.slice(0, 6).map(({ id }) => id);
  await staff.run({ type: 'SeatUnits', in: 'new', name: '单位互评', units });
  const id = 'mutual' as ItemId;
  const who = { kind: 'units', within: 'category' } as const;
  await staff.run({
    type: 'SetAgenda',
    items: [{ id, kind: 'written', sheet: 'live', disclosure: 'hidden', subjects: units, who }],
  });
  await staff.run({ type: 'CallPhones', phones: 10 });
  await staff.until(({ phones }) => phones?.now?.connected === 10);
  await staff.run({ type: 'EnterItem', item: id });
  await staff.run({ type: 'OpenRound', item: id });
  // Six units of one category, each on the five others; one in a hundred reports is passed over.
  await staff.until(({ written }) => written[0]?.expected === 30 && written[0].done >= 24);
  expect(staff.view.phones?.now?.figures.mishaps).toBe(0);
  staff.close();
});

itInSoak('comes into a meeting that is half done: an open round is scored', async () => {
  const on = await server();
  const staff = await rehearsal(on, 8);
  const seat = must(staff.view.people.find((row) => row.seat !== null)?.seat ?? undefined);
  await staff.run({ type: 'CheckIn', seat });
  await stageScoring(staff, 'A01', 'hidden');
  await staff.run({ type: 'CallPhones', phones: 300 });
  await staff.until(({ turnout }) => turnout.voted.length >= 6);
  // As many as there are seats, however many were called.
  expect(staff.view.phones?.now?.present).toBeLessThanOrEqual(8);
  staff.close();
});

it('goes with a rehearsal that is deleted, wherever its phones are then', async () => {
  const on = await server();
  const staff = await moderator(on);
  staff.close();
  for (const when of repetitions(['in it'], ['on their way', 'in it', 'finishing'])) {
    await exampleWith(staff, 6);
    const { meeting } = staff;
    await staff.run({ type: 'CallPhones', phones: 6 });
    if (when !== 'on their way') {
      await staff.until(({ phones }) => phones?.now?.present === 6);
      await stageScoring(staff, 'A01', 'hidden');
      await staff.until(({ phones }) => (phones?.now?.figures.sent ?? 0) > 0);
    }
    if (when === 'finishing') await staff.run({ type: 'DismissPhones' });
    await staff.post(`/m/${meeting}/api/delete`, {});
    expect(on.app.halls.byCode(meeting)).toBeUndefined();
    expect(on.app.halls.known().some(({ code }) => code === meeting)).toBe(false);
    staff.close();
  }
  // Each has left its place: there is none too many.
  await exampleWith(staff, 6);
  expect(staff.view.phones).toEqual({ called: null, seats: 6, now: null, report: null });
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6);
  staff.close();
});

it('goes with the server; the next one says so and calls anew', async () => {
  const folder = temporaryFolder();
  const first = await server({ data: folder.path });
  const staff = await rehearsal(first, 6);
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6);
  staff.close();
  await must(open.pop()).stop();
  const second = await server({ data: folder.path });
  const hall = must((await second.app.halls.wake(staff.meeting)) ?? undefined);
  await expect.poll(() => hall.world.meeting.simulated).toBeNull();
  const gone = hall.recent.filter(({ event }) => event.type === 'PhonesDismissed');
  expect(gone.map(({ by }) => by)).toEqual([{ kind: 'server' }]);
  await must(open.pop()).stop();
  folder.remove();
});
