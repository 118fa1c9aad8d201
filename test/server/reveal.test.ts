// A reveal over real sockets: through a restart between its beats, with two moderators at their keys.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { RoundId } from '../../shared/ids.ts';
import type { ScoreStage } from '../../shared/views/slices/stage-slices.ts';
import { scores } from '../builders.ts';
import {
  leave,
  must,
  moderatorAt,
  restarted,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const SEATS = 24;
const ROUND = 'r-score-A01' as RoundId;

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let hall: Hall;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  hall = await seatedHall(server, SEATS);
  await stageScoring(hall.staff, 'A01', 'live');
  await Promise.all(hall.phones.map((one) => one.until(({ stage }) => stage?.open.length === 1)));
  await Promise.all(hall.phones.map((one, n) => one.vote(scores(30 + (n % 7), 18, 20, 12))));
  await hall.staff.until(({ progress }) => progress.done === SEATS);
});

afterEach(async () => {
  leave(hall);
  await server.stop();
  folder.remove();
});

async function restart(): Promise<void> {
  ({ server, hall } = await restarted(server, hall));
}

const body = ({ view }: StaffClient) => view.control.stage.body as ScoreStage;
const means = ({ view }: StaffClient) => view.tally?.groups.map(({ mean, why }) => mean ?? why);

it('stands at the same beat after a restart, and goes on from it to the same total', async () => {
  await hall.staff.run({ type: 'CloseRound', round: ROUND });
  expect(means(hall.staff)).toEqual(['sealed', 'sealed', 'sealed', 'sealed']);
  await restart();
  expect(means(hall.staff)).toEqual(['sealed', 'sealed', 'sealed', 'sealed']);
  for (let n = 1; n <= 4; n++) {
    await hall.staff.next();
    const before = [means(hall.staff), body(hall.staff).opened];
    expect(body(hall.staff).opened?.n).toBe(n);
    await restart();
    expect([means(hall.staff), body(hall.staff).opened]).toEqual(before);
  }
  await hall.staff.next();
  expect(body(hall.staff).phase).toBe('revealed');
  const { score } = must(hall.staff.view.tally);
  await restart();
  expect(hall.staff.view.tally).toMatchObject({ score, ballots: SEATS, final: true });
});

it('two moderators who press at once open one group, and every phone has the total with the last key', async () => {
  const other = await moderatorAt(server.origin, hall.staff.meeting);
  await hall.staff.run({ type: 'CloseRound', round: ROUND });
  const phone = must(hall.phones[0]);
  for (let beat = 1; body(hall.staff).phase !== 'revealed'; beat++) {
    await other.until(({ control }) => control.next.act === hall.staff.view.control.next.act);
    const { command, expects } = hall.staff.view.control.next;
    await other.until(({ control }) => control.next.expects.touched === expects.touched);
    const answers = await Promise.all([hall.staff.send(must(command)), other.send(must(command))]);
    const codes = answers.map((answer) => (answer.ok ? 'done' : answer.refusal.code)).sort();
    expect(codes).toEqual(['done', 'stale']);
    await hall.staff.until(({ control }) => control.next.expects.touched !== expects.touched);
    await phone.until(({ stage }) => {
      const on = stage?.body as ScoreStage;
      return beat <= 4 ? on.opened?.n === beat && on.result === null : on.phase === 'revealed';
    });
  }
  expect((phone.view.stage?.body as ScoreStage).result?.score).toBe(hall.staff.view.tally?.score);
  other.close();
});
