// [R14] A rehearsal holds the same people as its meeting: they are erased together, in every file; and how many there may be.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Hall } from '../../server/hall.ts';
import {
  moderator,
  PASSPHRASE,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const CANARY = '金丝雀钱';
const PATIENCE = { timeout: 45_000, interval: 50 };

let folder: ReturnType<typeof temporaryFolder>;
let on: TestServer;
let staff: StaffClient;
let now: number;
const parts = () => ({
  ...{ data: join(folder.path, 'data'), backup: join(folder.path, 'copies') },
  clock: { now: () => now },
});
beforeEach(async () => {
  now = Date.UTC(2026, 10, 22);
  folder = temporaryFolder();
  on = await startServer(parts());
  staff = await moderator(on);
  const rows = Array.from({ length: 300 }, (_, n) => `R${String(n)},${CANARY}${String(n)},甲组`);
  const table = ['编号,姓名,组别', ...rows].join('\n');
  await staff.importRoster('reviewers', 'r.csv', Buffer.from(table));
});
afterEach(async () => {
  staff.close();
  await on.app.close();
  folder.remove();
});

type Asked = { readonly ok: boolean; readonly code?: string; readonly refusal?: Refusal };

async function post(path: string, body: object): Promise<Asked> {
  const { cookie } = staff;
  const response = await fetch(on.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: on.origin, cookie },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Asked;
}

const rehearse = (code = staff.meeting) => post(`/m/${code}/api/rehearsal`, { language: 'zh' });

/** Files of both folders in which a name still stands. Read by another process: this one would lose its locks on them. */
function told(): readonly string[] {
  const files = readdirSync(folder.path, { recursive: true })
    .map((name) => join(folder.path, String(name)))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
  return files.filter((path) => spawnSync('grep', ['-q', CANARY, path]).status === 0);
}

/** Until the meeting's people may be erased; sessions do not last that long. */
async function yearsPass(): Promise<void> {
  now += 3 * 365 * 86_400_000;
  await staff.logIn('主持', PASSPHRASE);
}

function erase(hall: Hall) {
  const { current: item, touched } = hall.world.meeting;
  const expects = { item, touched: touched.roster };
  const by = { id: 's-test' as StaffId, name: '主持', role: 'moderator' } as const;
  return hall.staff(by, { type: 'ErasePeople' }, expects);
}

function hallOf(code: string): Hall {
  const hall = on.app.halls.byCode(code);
  if (!hall) throw new Error(`no meeting ${code}`);
  return hall;
}

it('erasing a meeting’s people erases them in its rehearsals at once, also in their copies', async () => {
  const codes = [(await rehearse()).code ?? '', (await rehearse()).code ?? ''];
  // A copy of a copy, and one that is no copy of this meeting.
  codes.push((await rehearse(codes[0])).code ?? '');
  const own = await post('/api/meetings', {
    ...{ title: '另一场', zone: 'Asia/Shanghai', language: 'zh', rehearsal: true },
  });
  await expect.poll(() => told().length, PATIENCE).toBeGreaterThanOrEqual(8);

  await yearsPass();
  expect(await erase(hallOf(staff.meeting))).toEqual({ ok: true });
  await expect
    .poll(() => codes.map((code) => hallOf(code).world.meeting.erasedAt), PATIENCE)
    .toEqual([now, now, now]);
  for (const code of codes) {
    const { recent, world } = hallOf(code);
    expect(recent[0]).toMatchObject({ by: { kind: 'server' }, event: { type: 'PeopleErased' } });
    expect(world.meeting.pool.size).toBe(300);
    expect(world.directory.size).toBe(0);
  }
  expect(hallOf(own.code ?? '').world.meeting.erasedAt).toBeNull();
  await expect.poll(told, PATIENCE).toEqual([]);
  expect(await rehearse()).toMatchObject({ refusal: { code: 'rehearsals-full' } });
  await post(`/m/${codes[2] ?? ''}/api/delete`, {});
  expect(await rehearse()).toEqual({ ok: false, refusal: { code: 'already-erased' } });
  expect(await rehearse(codes[0])).toEqual({ ok: false, refusal: { code: 'already-erased' } });
});

it('a rehearsal that is being made while the people are erased keeps none of them', async () => {
  await yearsPass();
  const made = rehearse();
  await expect.poll(() => on.app.halls.all().length, { timeout: 45_000, interval: 1 }).toBe(2);
  const erased = erase(hallOf(staff.meeting));
  const also = rehearse();
  expect(await erased).toEqual({ ok: true });
  expect(await made).toMatchObject({ ok: true });
  expect(await also).toEqual({ ok: false, refusal: { code: 'already-erased' } });
  await expect.poll(told, PATIENCE).toEqual([]);
  // On the disk it is done before the halls hear of it.
  const erasedAt = () => on.app.halls.all().map(({ world }) => world.meeting.erasedAt);
  await expect.poll(erasedAt, PATIENCE).toEqual([now, now]);
});

it('a server that died between the two erasures carries the second one out when it starts', async () => {
  const { code = '' } = await rehearse();
  await yearsPass();
  // As it lies there when the power goes after the first: the second commit never came.
  const copy = hallOf(code);
  const server = copy.server.bind(copy);
  copy.server = () => Promise.resolve({ ok: false, refusal: { code: 'not-saved' } });
  expect(await erase(hallOf(staff.meeting))).toEqual({ ok: true });
  staff.close();
  await on.app.close();
  copy.server = server;
  expect(copy.world.meeting.erasedAt).toBeNull();
  expect(told()).not.toEqual([]);

  on = await startServer(parts());
  await expect.poll(() => hallOf(code).world.meeting.erasedAt, PATIENCE).toBe(now);
  await expect.poll(told, PATIENCE).toEqual([]);
});

it('there are three rehearsals of their own at the most, also when they are asked for at once', async () => {
  const ask = () =>
    post('/api/meetings', {
      ...{ title: '演练', zone: 'Asia/Shanghai', language: 'zh', rehearsal: true },
    });
  const asked = await Promise.all(Array.from({ length: 5 }, ask));
  expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
  expect(asked.find(({ ok }) => !ok)?.refusal).toEqual({ code: 'rehearsals-full', most: 3 });
  // Those of a meeting are counted apart, and one that is deleted makes room.
  expect(await rehearse()).toMatchObject({ ok: true });
  const [first] = asked.filter(({ ok }) => ok);
  expect(await post(`/m/${first?.code ?? ''}/api/delete`, {})).toEqual({ ok: true });
  expect(await ask()).toMatchObject({ ok: true });
});

it('of one meeting there are three at the most, also when a copy of a copy is asked for at the same time', async () => {
  const { code = '' } = await rehearse();
  const asked = await Promise.all([rehearse(), rehearse(code), rehearse(), rehearse(code)]);
  expect(asked.filter(({ ok }) => ok)).toHaveLength(2);
});
