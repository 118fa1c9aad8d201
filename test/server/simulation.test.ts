// Simulated phones by a command: a thread of the server fills the seats of a rehearsal, follows whoever leads, and reports.
import { afterEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { Hall } from '../../server/hall.ts';
import type { RoundId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { report } from '../../shared/rehearsal/report.ts';
import { rehearsalReportText } from '../../shared/text/rehearsal-report.ts';
import {
  moderator,
  must,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function server(data?: string): Promise<TestServer> {
  const started = await startServer({ phonePaceMs: 300, ...(data === undefined ? {} : { data }) });
  open.push(started);
  return started;
}

async function rehearsal(on: TestServer, seats: number): Promise<StaffClient> {
  const staff = await moderator(on);
  staff.close();
  await staff.create('演练', { rehearsal: true, example: true });
  // The weights are the last thing that the example brings.
  await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
  const pool = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  const every = Math.floor(pool.length / seats);
  const panel = pool.filter((_, n) => n % every === 0).slice(0, seats);
  await staff.run({ type: 'FillSeats', reviewers: panel });
  return staff;
}

const hallOf = (on: TestServer, code: string): Hall => must(on.app.halls.byCode(code));
const typesIn = (hall: Hall) => hall.recent.map(({ event }) => event.type);
const refused = (work: Promise<unknown>): Promise<Refusal | null> =>
  work.then(
    () => null,
    (error: unknown) => (error as { refusal: Refusal }).refusal,
  );

it('fills the seats, scores what opens, and the report says that nothing was lost', async () => {
  const on = await server();
  const staff = await rehearsal(on, 12);
  expect(staff.view.phones).toEqual({ called: null, seats: 12, now: null });
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
  const said = report(figures, must(findings ?? undefined), rehearsalReportText.zh);
  expect(said.ok).toBe(true);
  expect(said.lines[0]).toContain('没有丢票');
  // The report stands, and others may be called.
  await staff.run({ type: 'CallPhones', phones: 3 });
  await staff.until(({ phones }) => phones?.called === 3 && phones.now?.present === 3);
  staff.close();
});

it('is called once, however often and by however many', async () => {
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

it('comes into a meeting that is half done: an open round is scored', async () => {
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

it('goes with a rehearsal that is deleted under way', async () => {
  const on = await server();
  const staff = await rehearsal(on, 6);
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6);
  await staff.post(`/m/${staff.meeting}/api/delete`, {});
  expect(on.app.halls.byCode(staff.meeting)).toBeUndefined();
  expect(on.app.halls.known().some(({ code }) => code === staff.meeting)).toBe(false);
  staff.close();
});

it('goes with the server; the next one says so and calls anew', async () => {
  const folder = temporaryFolder();
  const first = await server(folder.path);
  const staff = await rehearsal(first, 6);
  await staff.run({ type: 'CallPhones', phones: 6 });
  await staff.until(({ phones }) => phones?.now?.present === 6);
  staff.close();
  await must(open.pop()).stop();
  const second = await server(folder.path);
  const hall = must((await second.app.halls.wake(staff.meeting)) ?? undefined);
  await expect.poll(() => hall.world.meeting.simulated).toBeNull();
  const gone = hall.recent.filter(({ event }) => event.type === 'PhonesDismissed');
  expect(gone.map(({ by }) => by)).toEqual([{ kind: 'server' }]);
  await must(open.pop()).stop();
  folder.remove();
});
