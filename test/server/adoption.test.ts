// [R11] A folder is all of a meeting: put into another server's data folder, it is taken on there.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileOf, folderOf } from '../../server/meeting-folder.ts';
import type { MeetingId } from '../../shared/ids.ts';
import {
  leave,
  moderator,
  must,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { scores } from '../builders.ts';

const PATIENCE = { timeout: 45_000, interval: 100 };

let folder: ReturnType<typeof temporaryFolder>;
let [data, backup, other] = ['', '', ''];
let running: TestServer[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  [data, backup, other] = ['data', 'copies', 'other'].map((name) => join(folder.path, name)) as [
    string,
    string,
    string,
  ];
  running = [];
});
afterEach(async () => {
  for (const one of running) await one.app.close();
  folder.remove();
});

async function start(at: string, copies: string | null = null): Promise<TestServer> {
  const on = await startServer({ data: at, backup: copies, logLevel: 'silent' });
  running.push(on);
  return on;
}

async function stop(on: TestServer): Promise<void> {
  running = running.filter((one) => one !== on);
  await on.app.close();
}

async function snapshot(on: TestServer, code: string) {
  const response = await fetch(`${on.origin}/m/${code}/api/snapshot`);
  return { status: response.status, body: (await response.json()) as object };
}

it('a folder that comes while another server runs is served as soon as somebody asks for it, with its ballots', async () => {
  const first = await start(data);
  const seated = await seatedHall(first, 6);
  const { staff, phones } = seated;
  await stageScoring(staff, must(staff.view.subjects[0]).id, 'hidden');
  const phone = must(phones[0]);
  await phone.until(({ stage }) => stage?.open.length === 1);
  expect(await phone.vote(scores(30, 15, 20, 10))).toMatchObject({ ok: true });
  const { id, code } = must(first.app.halls.byCode(staff.meeting)).world.meeting;
  leave(seated);
  await stop(first);

  const second = await start(other);
  expect(await snapshot(second, code)).toMatchObject({ status: 404 });
  cpSync(folderOf(data, id), folderOf(other, id), { recursive: true });
  await expect.poll(async () => (await snapshot(second, code)).status, PATIENCE).toBe(200);
  const hall = must(second.app.halls.byCode(code));
  expect(hall.world.meeting.epoch).toBe(1);
  const [round] = hall.world.meeting.rounds.keys();
  expect([...hall.seen.box.kept(must(round), 1)]).toHaveLength(1);
  expect(second.app.halls.known()).toMatchObject([{ id, code, file: fileOf(id) }]);
  await stop(second);
  // It is on the list now, and one that is made here has another code.
  const third = await start(other);
  expect(third.app.halls.known().map((one) => one.code)).toEqual([code]);
});

it('a new list beside folders of meetings takes them all on, a rehearsal as well; a copy with a new epoch', async () => {
  const first = await start(data, backup);
  const staff = await moderator(first);
  const { code: rehearsal } = await staff.post<{ code: string }>(
    `/m/${staff.meeting}/api/rehearsal`,
    { language: 'zh' },
  );
  staff.close();
  await stop(first);
  rmSync(join(data, 'server.sqlite'));
  const { halls } = (await start(data)).app;
  const codes = halls.known().map(({ code }) => code);
  expect([...codes].sort()).toEqual([staff.meeting, rehearsal].sort());
  expect((await halls.wake(rehearsal))?.world.meeting).toMatchObject({ rehearsal: true, epoch: 1 });

  mkdirSync(join(other, 'meetings'), { recursive: true });
  const { id } = must(halls.known().find(({ code }) => code === staff.meeting));
  cpSync(folderOf(backup, id), folderOf(other, id), { recursive: true });
  const second = await start(other);
  expect((await second.app.halls.wake(staff.meeting))?.world.meeting.epoch).toBe(2);
});

it('a folder that is of no use, not what its name says, or has a taken code is named, left as it is, and in nobody’s way', async () => {
  const first = await start(data);
  const staff = await moderator(first);
  staff.close();
  const { id, code } = must(first.app.halls.byCode(staff.meeting)).world.meeting;
  await stop(first);
  const [broken, renamed] = ['mdead', 'mbeef'] as MeetingId[] as [MeetingId, MeetingId];
  mkdirSync(folderOf(data, broken));
  writeFileSync(join(data, fileOf(broken)), 'no database');
  cpSync(folderOf(data, id), folderOf(data, renamed), { recursive: true });
  const bytes = readFileSync(join(data, fileOf(renamed)));
  const on = await start(data);
  const named = [
    { code: renamed, flaw: 'damaged' },
    { code: broken, flaw: 'not-a-database' },
  ];
  expect(on.app.halls.unopened).toMatchObject(named);
  expect((await snapshot(on, code)).status).toBe(200);
  const list = await fetch(`${on.origin}/api/meetings`);
  expect(await list.json()).toMatchObject({ meetings: [{ code }], unopened: named });
  expect(readFileSync(join(data, fileOf(renamed))).equals(bytes)).toBe(true);
  await stop(on);
  // Taken away again, nobody speaks of them.
  for (const one of [broken, renamed])
    renameSync(folderOf(data, one), join(folder.path, `away-${one}`));
  expect((await start(data)).app.halls.unopened).toEqual([]);
});
