// Backup copies over a real server: never far behind, never in the way, never over anything that is not ours.
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pace } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { fileOf } from '../../server/meeting-folder.ts';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { nameOf } from '../../shared/meeting/world.ts';
import {
  moderator,
  must,
  pullOut,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

/** Meetings that have a folder among the copies. */
function copies(folder: string): readonly MeetingId[] {
  const meetings = join(folder, 'meetings');
  return existsSync(meetings) ? (readdirSync(meetings) as MeetingId[]) : [];
}

const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;

describe('backup copies', () => {
  let root: ReturnType<typeof temporaryFolder>;
  let backup: string;
  let server: TestServer | null = null;
  const start = async (data = 'data') => {
    server = await startServer({ data: join(root.path, data), backup, logLevel: 'silent' });
    return server;
  };
  const state = ({ app }: TestServer) => app.backup.state(app.halls.all()[0]!);
  const whole = (running: TestServer) => expect.poll(() => state(running).ageMs).toBe(0);

  beforeEach(() => {
    root = temporaryFolder();
    backup = join(root.path, 'copies');
  });
  afterEach(async () => {
    await server?.app.close();
    server = null;
    root.remove();
  });

  it('follow the meeting while ballots go on coming, know that they are copies, and are private', async () => {
    const running = await start();
    const { staff, phones } = await seatedHall(running, 10);
    await stageScoring(staff, 'A01', 'live');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    const { id, seq } = running.app.halls.all()[0]!.world.meeting;
    const path = join(backup, fileOf(id));
    const made = new Set<number>();
    let rev = 0;
    while (made.size < 4) {
      rev += 1;
      await Promise.all(phones.map((phone) => phone.vote(CHOICE, rev)));
      if (existsSync(path)) made.add(statSync(path).ino);
      // The pace is what is tested: ballots go on coming for seconds, and copies are made meanwhile.
      await pace(100);
    }
    await whole(running);
    const [name] = copies(backup);
    expect(copies(backup)).toEqual([name]);
    expect(readdirSync(dirname(path)).sort()).toEqual(['head', 'meeting.sqlite']);
    for (const file of [path, join(backup, 'server.sqlite'), join(backup, 'COPY.txt')])
      expect([file, statSync(file).mode & 0o777]).toEqual([file, 0o600]);
    for (const folder of [backup, join(backup, 'meetings'), dirname(path)])
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    const copy = openMeetingFile(path);
    if (!copy.ok) throw new Error(copy.detail);
    const loaded = copy.file.load();
    copy.file.close();
    expect(loaded.copied).toBe(true);
    expect(loaded.events).toHaveLength(seq);
    expect(loaded.ballots).toHaveLength(rev * phones.length);
    for (const phone of phones) phone.close();
    staff.close();
  });

  it('are made only of what changed', async () => {
    const running = await start();
    const staff = await moderator(running);
    await whole(running);
    const [name] = copies(backup);
    const inode = (file: string) => statSync(join(backup, file)).ino;
    const meeting = fileOf(must(name));
    await expect.poll(() => existsSync(join(backup, 'server.sqlite'))).toBe(true);
    const before = { meeting: inode(meeting), server: inode('server.sqlite') };
    await staff.post('/api/staff/invite', { role: 'clerk' });
    await expect.poll(() => inode('server.sqlite')).not.toBe(before.server);
    expect(inode(meeting)).toBe(before.meeting);
    staff.close();
  });

  it('fail aloud, leave voting alone, and come back by themselves', async () => {
    const running = await start();
    const staff = await moderator(running);
    await whole(running);
    pullOut(backup);
    await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,单位名称,类别\nA01,甲局,部门'));
    await expect.poll(() => state(running).failed).toBe('unwritable');
    expect(state(running).ageMs).toBeGreaterThan(0);
    await expect
      .poll(async () => (await fetch(`${running.origin}/healthz`)).json())
      .toMatchObject({ ok: true, meetings: [{ saving: true, backup: { failed: 'unwritable' } }] });
    rmSync(backup);
    await whole(running);
    await expect.poll(() => state(running).failed).toBeNull();
    expect(copies(backup)).toHaveLength(1);
    staff.close();
  });

  it('of one meeting that cannot be written hold up neither those of others nor the server’s', async () => {
    const running = await start();
    const staff = await moderator(running);
    await whole(running);
    const [first] = copies(backup);
    const other = await running.app.halls.create('另一场', 'Asia/Shanghai', 'zh');
    const age = () => running.app.backup.state(other).ageMs;
    await expect.poll(() => copies(backup).length).toBe(2);
    await expect.poll(age).toBe(0);

    rmSync(join(backup, fileOf(must(first))));
    mkdirSync(join(backup, fileOf(must(first)), 'in the way'), { recursive: true });
    const settled = statSync(join(backup, 'server.sqlite')).ino;
    await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,单位名称,类别\nA01,甲局,部门'));
    await expect.poll(() => state(running).failed).toBe('unwritable');
    const by = { id: 's-test' as StaffId, name: '主持', role: 'moderator' } as const;
    const { touched, zone, retainUntil } = other.world.meeting;
    const change = { type: 'ChangeMeeting', title: '第二场', zone, retainUntil } as const;
    const expects = { item: null, touched: touched.roster };
    expect(await other.staff(by, change, expects)).toEqual({ ok: true });
    await staff.post('/api/staff/invite', { role: 'clerk' });
    await expect.poll(age).toBe(0);
    await expect.poll(() => statSync(join(backup, 'server.sqlite')).ino).not.toBe(settled);
    expect(running.app.backup.state(other).failed).toBeNull();
    expect(state(running).failed).toBe('unwritable');

    rmSync(join(backup, fileOf(must(first))), { recursive: true });
    await whole(running);
    expect(running.app.backup.failed).toBeNull();
    staff.close();
  });

  it('are not written into a folder that holds something else', async () => {
    mkdirSync(backup);
    writeFileSync(join(backup, 'holiday.jpg'), 'mine');
    const running = await start();
    expect(running.app.backup.failed).toBe('folder-taken');
    const staff = await moderator(running);
    await expect.poll(() => state(running).ageMs).toBeGreaterThan(1000);
    expect(state(running).failed).toBe('folder-taken');
    expect(readdirSync(backup)).toEqual(['holiday.jpg']);
    staff.close();
  });

  it('of a lost data folder are kept when an empty one takes its place', async () => {
    const first = await start();
    const staff = await moderator(first);
    staff.close();
    await first.app.close();
    const [name] = copies(backup);
    rmSync(first.data, { recursive: true, maxRetries: 10 });

    const second = await start();
    const { aside } = second.app.backup;
    expect(aside).toMatch(/copies-\d{8}-\d{6}$/);
    expect(copies(aside ?? '')).toEqual([name]);
    const other = await moderator(second);
    await whole(second);
    expect(copies(backup)).toHaveLength(1);
    expect(copies(backup)).not.toContain(name);
    other.close();
  });

  it('that were not finished are thrown away at the next start; a stopping server leaves a whole one', async () => {
    const first = await start();
    const staff = await moderator(first);
    await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,单位名称,类别\nA01,甲局,部门'));
    const { seq } = first.app.halls.all()[0]!.world.meeting;
    staff.close();
    await first.app.close();
    const [name] = copies(backup);
    const db = new Database(join(backup, fileOf(must(name))), { readonly: true });
    expect(db.prepare('SELECT max(seq) FROM events').pluck().get()).toBe(seq);
    db.close();
    const folder = dirname(join(backup, fileOf(must(name))));
    writeFileSync(join(folder, 'meeting.sqlite.0badcafe.copying'), 'half');
    mkdirSync(join(folder, 'documents'));
    writeFileSync(join(folder, 'documents', `${'a'.repeat(64)}.0badcafe.copying`), 'half');
    writeFileSync(join(backup, 'server.sqlite.0badcafe.copying-wal'), 'half');
    await start();
    expect(copies(backup)).toEqual([name]);
    expect(readdirSync(folder).sort()).toEqual(['documents', 'head', 'meeting.sqlite']);
    expect(readdirSync(join(folder, 'documents'))).toEqual([]);
    expect(readdirSync(backup).sort()).toEqual(['COPY.txt', 'meetings', 'server.sqlite']);
  });

  it('[R14] hold no name any more once people are erased, nor does the meeting’s file', async () => {
    const canary = '金丝雀赵';
    let now = Date.UTC(2026, 10, 22);
    const running = await startServer({
      ...{ data: join(root.path, 'data'), backup, logLevel: 'silent' },
      clock: { now: () => now },
    });
    server = running;
    const staff = await moderator(running);
    const rows = Array.from({ length: 500 }, (_, n) => `R${String(n)},${canary}${String(n)},甲组`);
    await staff.importRoster(
      'reviewers',
      'r.csv',
      Buffer.from(['编号,姓名,组别', ...rows].join('\n')),
    );
    staff.close();
    await whole(running);
    const [name] = copies(backup);
    const [live, copy] = [running.data, backup].map((folder) => join(folder, fileOf(must(name))));
    // Read by another process: this one would lose its locks on the files.
    const seen = () => {
      const found = [live!, `${live!}-wal`, copy!].filter(
        (path) => spawnSync('grep', ['-q', canary, path]).status === 0,
      );
      return found.length;
    };
    expect(seen()).toBeGreaterThan(1);

    const hall = running.app.halls.all()[0]!;
    now += 3 * 365 * 86_400_000;
    const { current: item, touched, pool } = hall.world.meeting;
    const by = { id: 's-test' as StaffId, name: '主持', role: 'moderator' } as const;
    const expects = { item, touched: touched.roster };
    expect(await hall.staff(by, { type: 'ErasePeople' }, expects)).toEqual({ ok: true });
    await expect.poll(seen).toBe(0);
    expect(hall.world.meeting.pool.size).toBe(pool.size);
    expect(nameOf(hall.world.directory, 'reviewer', 'R1')).toBe('R1');
  });

  it('are what a server starts from: the epoch is raised once, sessions and tickets still work', async () => {
    const first = await start();
    const { staff, phones } = await seatedHall(first, 5);
    await stageScoring(staff, 'A01', 'live');
    await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
    const cookie = staff.cookie;
    for (const phone of phones) phone.close();
    staff.close();
    await first.app.close();

    for (const [epoch, fromCopy] of [
      [2, true],
      [2, false],
    ] as const) {
      const second = await startServer({ data: backup, backup: join(root.path, 'second') });
      expect(second.app.fromCopy).toBe(fromCopy);
      const health = await (await fetch(`${second.origin}/healthz`)).json();
      expect(health).toMatchObject({ ok: true, meetings: [{ epoch, code: staff.meeting }] });
      const me = await fetch(`${second.origin}/api/staff`, { headers: { cookie } });
      expect(await me.json()).toMatchObject({ staff: { name: '主持' } });
      expect(second.app.halls.all()[0]!.world.meeting.rounds.size).toBe(1);
      await second.app.close();
    }
  });
});
