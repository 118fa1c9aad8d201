// [R1] The server is killed and the write-ahead log of a meeting is lost: it says so, and goes on only when told to.
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { freePort, staffLink, startServerProcess, type ServerProcess } from '../server-process.ts';
import { databasesIn, moderatorAt, must, PASSPHRASE, temporaryFolder } from '../with-server.ts';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let server: ServerProcess;
let staff: StaffClient;
beforeEach(async () => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  server = await startServerProcess(await freePort(), data);
  staff = new StaffClient(server.origin);
  await staff.accept(await staffLink(server), '主持', PASSPHRASE);
  await staff.create('评议会');
});
afterEach(async () => {
  staff.close();
  await server.stop();
  folder.remove();
});

async function start(...more: readonly string[]): Promise<void> {
  server = await startServerProcess(await freePort(), data, 'off', more);
}

/** Killed amid the meeting, and then its log is gone. */
async function loseHalf(): Promise<void> {
  await server.kill();
  staff.close();
  rmSync(`${must(databasesIn(data)[0])}-wal`);
}

async function asked(): Promise<number> {
  return (await fetch(`${server.origin}/m/${staff.meeting}/api/snapshot`)).status;
}

it('[R1] a young meeting is named and never served empty', async () => {
  await loseHalf();
  for (const more of [[], ['--take-on', staff.meeting]]) {
    await start(...more);
    expect(await asked()).toBe(503);
    await expect.poll(() => server.output()).toContain('Nothing is left in');
    expect(server.output()).toContain(staff.meeting);
    await server.stop();
  }
});

it('[R1] a meeting goes on with what is left where it is told to, in a new epoch', async () => {
  await server.stop();
  staff.close();
  await start();
  staff = await moderatorAt(server.origin, staff.meeting);
  await staff.run({
    ...{ type: 'ChangeMeeting', title: '评议会', zone: 'Asia/Shanghai' },
    retainUntil: '2031-01-01',
  });
  await loseHalf();

  await start();
  expect(await asked()).toBe(503);
  const option = `--take-on ${staff.meeting}`;
  await expect.poll(() => server.output()).toContain(option);
  await server.stop();

  await start('--take-on', staff.meeting);
  expect(await asked()).toBe(200);
  expect(await health()).toMatchObject({ ok: true, meetings: [{ code: staff.meeting, epoch: 2 }] });
  await server.stop();
  await start();
  expect(await asked()).toBe(200);
  expect(await health()).toMatchObject({ ok: true, meetings: [{ epoch: 2 }] });
});

it('[R1] a data folder that goes away is told of by health and terminal, and so is its return', async () => {
  renameSync(data, `${data}-away`);
  await expect.poll(health).toMatchObject({ ok: false, disk: { inPlace: false } });
  expect(server.output()).toContain('is not where it was');
  renameSync(`${data}-away`, data);
  await expect.poll(health).toMatchObject({ ok: true, disk: { inPlace: true } });
  expect(server.output()).toContain('is back');
});

async function health(): Promise<unknown> {
  return (await fetch(`${server.origin}/healthz`)).json();
}
