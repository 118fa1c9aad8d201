// [R11] A meeting says itself who of the staff acted in it: its folder tells as much on a server that knows none of them.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { StaffClient } from '../../scripts/staff-client.ts';
import { fileOf, folderOf } from '../../server/meeting-folder.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import { saltCommit } from '../../shared/draw/entropy.ts';
import type { ItemId, StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { staffEntry } from '../../shared/meeting/staff-names.ts';
import type { DirectoryEntry } from '../../shared/meeting/world.ts';
import type { Hall } from '../../server/hall.ts';
import {
  example,
  moderator,
  must,
  PASSPHRASE,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const CANARY = '金丝雀主持';
let folder: ReturnType<typeof temporaryFolder>;
let on: TestServer;
let now: number;
const place = (name: string) => join(folder.path, name);
const start = async (name: string, more: object = {}) => {
  on = await startServer({ data: place(name), clock: { now: () => now }, ...more });
  return on;
};
beforeEach(() => {
  folder = temporaryFolder();
  now = Date.UTC(2026, 10, 22);
});
afterEach(async () => {
  await on.app.close();
  folder.remove();
});

const hallOf = (code: string) => must(on.app.halls.byCode(code));
const namesIn = ({ world }: Hall): readonly DirectoryEntry[] =>
  [...world.directory.values()].filter(({ kind }) => kind === 'staff');
const actor = (id: string, name: string) =>
  ({ id: id as StaffId, name, role: 'moderator' }) as const;

/** Another title, so that there is something to decide. */
function act(hall: Hall, by: ReturnType<typeof actor>, title: string) {
  const { zone, retainUntil } = hall.world.meeting;
  const command: StaffCommand = { type: 'ChangeMeeting', title, zone, retainUntil };
  return hall.staff(by, command, expectationOf(hall.world.meeting, command));
}

it('the first act of somebody brings their name, the next only where it is another one', async () => {
  await start('data');
  const staff = await moderator(on);
  const hall = hallOf(staff.meeting);
  expect(namesIn(hall)).toEqual([]);
  expect(await act(hall, actor('s-1', '张三'), '一')).toEqual({ ok: true });
  expect(namesIn(hall)).toEqual([staffEntry(actor('s-1', '张三'))]);
  const { directory } = hall.world;
  expect(await act(hall, actor('s-1', '张三'), '二')).toEqual({ ok: true });
  expect(hall.world.directory).toBe(directory);
  // Refused, and accepted without anything to write: nobody has acted.
  const again = { type: 'EnterItem', item: 'none' } as unknown as StaffCommand;
  expect(await hall.staff(actor('s-2', '李四'), again, { item: null, touched: 0 })).toMatchObject({
    ok: false,
  });
  expect(namesIn(hall)).toHaveLength(1);
  expect(await act(hall, actor('s-2', '李四'), '三')).toEqual({ ok: true });
  expect(await act(hall, actor('s-1', '张三丰'), '四')).toEqual({ ok: true });
  expect(namesIn(hall).map(({ name }) => name)).toEqual(['张三丰', '李四']);
  const { id } = hall.world.meeting;
  staff.close();
  await on.app.close();
  const opening = openMeetingFile(join(place('data'), fileOf(id)));
  if (!opening.ok) throw new Error(opening.detail);
  const { directory: kept } = opening.file.load();
  expect(opening.file.verify()).toBeNull();
  opening.file.close();
  expect(kept.filter(({ kind }) => kind === 'staff')).toHaveLength(2);
  await start('data');
});

it('on a server without their accounts the console says who acted', async () => {
  await start('first');
  const staff = await moderator(on);
  await staff.importRoster('subjects', 'units-77.csv', example('units-77.csv'));
  const item = 'presenters' as ItemId;
  const draw = staff.view.agenda.map((row) => row.item).find(({ id }) => id === item);
  if (draw?.kind !== 'draw') throw new Error('no draw');
  await staff.run({ type: 'SetAgenda', items: [{ ...draw, sources: ['phones', 'kept'] }] });
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'supervisor' });
  const supervisor = new StaffClient(on.origin);
  await supervisor.accept(url, '监督员', PASSPHRASE);
  await supervisor.connect(staff.meeting);
  await staff.run({ type: 'EnterItem', item });
  await supervisor.run({ type: 'KeepSalt', item, commit: saltCommit('5a'.repeat(32)) });
  await staff.run({ type: 'LockDraw', item });
  supervisor.close();
  const { meeting } = staff;
  const { id } = hallOf(meeting).world.meeting;
  staff.close();
  await on.app.close();

  await start('second');
  const other = new StaffClient(on.origin);
  await other.accept(must(on.app.staffLink), '另一位', PASSPHRASE);
  await on.app.close();
  cpSync(folderOf(place('first'), id), folderOf(place('second'), id), { recursive: true });
  const list = openServerFile(join(place('second'), 'server.sqlite'));
  if (!list.ok) throw new Error(list.detail);
  if (!list.file.meetingByCode(meeting))
    list.file.addMeeting({ id, code: meeting, file: fileOf(id), createdAt: now });
  list.file.close();
  await start('second');
  const there = new StaffClient(on.origin);
  await there.logIn('另一位', PASSPHRASE);
  await there.connect(meeting);
  const told = there.view.log.acts.filter(({ by }) => by.kind === 'staff');
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told.map(({ byName }) => byName))).toEqual(new Set(['主持', '监督员']));
  const answer = await fetch(`${on.origin}/m/${meeting}/api/minutes`, {
    headers: { cookie: there.cookie },
  });
  expect(await answer.json()).toMatchObject({ minutes: { draws: [{ keeper: '监督员' }] } });
  there.close();
});

it('[R14] they are erased with the people, from the copy as well, and none comes after that', async () => {
  const backup = place('copies');
  await start('data', { backup });
  const staff = await moderator(on);
  const hall = hallOf(staff.meeting);
  const { id } = hall.world.meeting;
  await act(hall, actor('s-1', CANARY), '一');
  const paths = [place('data'), backup].map((where) => join(where, fileOf(id)));
  // Read by another process: this one would lose its locks on the files.
  const seen = () =>
    [...paths, `${paths[0] ?? ''}-wal`].filter(
      (path) => spawnSync('grep', ['-q', CANARY, path]).status === 0,
    );
  await expect.poll(seen).toContain(paths[1]);
  now += 3 * 365 * 86_400_000;
  const erase: StaffCommand = { type: 'ErasePeople' };
  const expects = expectationOf(hall.world.meeting, erase);
  // Also of whoever erases, and acts here for the first time.
  expect(await hall.staff(actor('s-2', `${CANARY}乙`), erase, expects)).toEqual({ ok: true });
  expect(namesIn(hall)).toEqual([]);
  expect(await act(hall, actor('s-1', CANARY), '二')).toEqual({ ok: true });
  expect(namesIn(hall)).toEqual([]);
  await expect.poll(seen).toEqual([]);
  staff.close();
});
