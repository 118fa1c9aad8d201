// Faults of BALLOTS.md §4 that the store meets alone: killed processes, full disks, dead threads, two servers.
import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import {
  openThreadedStore,
  type ThreadedOptions,
  type ThreadedStore,
} from '../../server/store/threaded-store.ts';
import { faultyStore } from '../faulty-store.ts';
import {
  ballots,
  commitOf,
  events,
  MEETING,
  opened,
  temporaryFolder,
  writtenFile,
} from './store-fixtures.ts';

const create = { meeting: MEETING };

async function threaded(
  path: string,
  options: ThreadedOptions = {},
  open: typeof openThreadedStore = openThreadedStore,
): Promise<ThreadedStore> {
  const opening = await open(path, options);
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  onTestFinished(() => opening.store.close());
  return opening.store;
}

/** Starts a process on the file; `says(line)` waits for a line that it prints. */
function child(path: string, mode: 'commit' | 'try') {
  const script = join(import.meta.dirname, 'store-child.ts');
  const process_ = spawn(process.execPath, ['--import', 'tsx', script, path, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void process_.kill('SIGKILL'));
  return { process: process_, lines: createInterface({ input: process_.stdout }) };
}

async function killed(process_: ChildProcess): Promise<void> {
  const exit = once(process_, 'exit');
  process_.kill('SIGKILL');
  await exit;
}

/** What another process is told when it tries to open the file. */
async function elsewhere(path: string): Promise<string> {
  const { lines } = child(path, 'try');
  const [line] = (await once(lines, 'line')) as [string];
  return line;
}

describe('kill -9', () => {
  test.each([1, 7, 23, 40, 11])(
    '[R1] after %i acknowledged commits: none is lost, none is halved, the file opens at once',
    async (acknowledged) => {
      const path = join(temporaryFolder(), 'm.sqlite');
      const empty = openMeetingFile(path, { create });
      if (!empty.ok) throw new Error(empty.detail);
      empty.file.close();
      const { process: process_, lines } = child(path, 'commit');
      let last = 0;
      for await (const line of lines) {
        if (line === 'open') continue;
        last = Number(line);
        if (last === acknowledged) process_.kill('SIGKILL');
      }
      const file = opened(path, {});
      const loaded = file.load();
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect(loaded.events.length).toBeGreaterThanOrEqual(last);
      expect(loaded.ballots).toHaveLength(loaded.events.length * 20);
      expect(file.verify()).toBeNull();
      const head = loaded.events.at(-1);
      file.commit(commitOf({ events: events(1, head), ballots: ballots(1, 5) }));
    },
  );
});

describe('one writer', () => {
  test('[R11] while a process holds the file nobody else opens it; after kill -9 it is free', async () => {
    const path = writtenFile(temporaryFolder());
    const { process: process_, lines } = child(path, 'commit');
    await once(lines, 'line');
    expect(openMeetingFile(path)).toMatchObject({ ok: false, flaw: 'in-use' });
    expect(await openThreadedStore(path)).toMatchObject({ ok: false, flaw: 'in-use' });
    await killed(process_);
    expect(opened(path, {}).verify()).toBeNull();
  });

  test('[R11] refusing a second opener in one process does not let go of the first lock', async () => {
    const path = writtenFile(temporaryFolder());
    const store = await threaded(path);
    expect(openMeetingFile(path)).toMatchObject({ ok: false, flaw: 'in-use' });
    expect(await openThreadedStore(path)).toMatchObject({ ok: false, flaw: 'in-use' });
    expect(await elsewhere(path)).toBe('in-use');
    await store.commit(commitOf({ ballots: ballots(100, 1) }));
    await store.close();
    expect(await elsewhere(path)).toBe('open');
  });
});

describe('a full disk', () => {
  test('[R1] the commit that does not fit fails whole, with what was decided upon it; the rest goes on', async () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const store = await threaded(path, { create }, faultyStore({ maxPages: 40 }));
    const [first, second, third] = events(3);
    const settled = await Promise.allSettled([
      store.commit(commitOf({ events: [first!], ballots: ballots(1, 10) })),
      store.commit(commitOf({ events: [second!], ballots: ballots(1_000, 500) })),
      store.commit(commitOf({ events: [third!], ballots: ballots(2_000, 10, 2) })),
      store.commit(commitOf({ ballots: ballots(3_000, 10) })),
    ]);
    expect(
      settled.map((one) => (one.status === 'rejected' ? one.reason.fault : one.status)),
    ).toEqual(['fulfilled', 'disk-full', 'earlier-failed', 'earlier-failed']);
    const after = await store.load();
    expect(after.events).toEqual([first]);
    expect(after.ballots).toEqual(ballots(1, 10));
    await store.commit(commitOf({ events: [second!], ballots: ballots(3_000, 10) }));
    await expect(store.commit(commitOf({ ballots: ballots(4_000, 500) }))).rejects.toMatchObject({
      fault: 'disk-full',
    });
    expect((await store.load()).ballots).toHaveLength(20);
    await store.close();

    const roomy = await threaded(path);
    await roomy.commit(commitOf({ events: [third!], ballots: ballots(4_000, 500) }));
    expect((await roomy.load()).ballots).toHaveLength(520);
    expect(await roomy.verify()).toBeNull();
  });
});

describe('the writer’s thread', () => {
  test('[R1] when it dies, what was not acknowledged and what comes later is rejected, not left waiting', async () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const store = await threaded(path, { create }, faultyStore({ dieAt: 2 }));
    const log = events(3);
    await store.commit(commitOf({ events: log.slice(0, 1) }));
    const settled = await Promise.allSettled([
      store.commit(commitOf({ events: log.slice(1, 2) })),
      store.commit(commitOf({ events: log.slice(2) })),
      store.load(),
    ]);
    for (const one of settled)
      expect(one).toMatchObject({
        reason: { fault: 'gone', detail: "the writer's thread ended with code 1" },
      });
    await expect(store.commit(commitOf({}))).rejects.toMatchObject({ fault: 'gone' });
    await store.close();
    expect(opened(path, {}).load().events).toEqual(log.slice(0, 1));
  });

  test('a commit that cannot be sent is rejected and harms nothing', async () => {
    const store = await threaded(join(temporaryFolder(), 'm.sqlite'), { create });
    const unsendable = { ...commitOf({}), events: [() => undefined] as never };
    await expect(store.commit(unsendable)).rejects.toThrow();
    await store.commit(commitOf({ events: events(1) }));
  });

  test('damage is found across threads too, and named', async () => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    db.exec(`DROP TRIGGER ballots_keep; DROP TRIGGER events_keep;
             UPDATE ballots SET hash = '${'0'.repeat(64)}' WHERE seat = 'S4'`);
    db.close();
    const store = await threaded(path);
    expect((await store.load()).ballots).toHaveLength(20);
    expect(await store.verify()).toBe('ballot r1/1/D01/S4/1');
    await store.close();
    const again = new Database(path);
    again.exec("UPDATE events SET body = replace(body, 'item-4', 'item-5') WHERE seq = 4");
    again.close();
    await expect((await threaded(path)).load()).rejects.toMatchObject({
      name: 'DamagedFile',
      place: 'event 4',
    });
  });

  test('commits go on while it verifies', async () => {
    const store = await threaded(join(temporaryFolder(), 'm.sqlite'), { create });
    await store.commit(commitOf({ events: events(1), ballots: ballots(1, 2_000) }));
    const order: string[] = [];
    await Promise.all([
      store.verify().then((damage) => order.push(`verified ${String(damage)}`)),
      store.commit(commitOf({ ballots: ballots(5_000, 1) })).then(() => order.push('committed')),
    ]);
    expect(order).toEqual(['committed', 'verified null']);
  });
});

describe('what is not ours', () => {
  const text = 'This is a letter, not a meeting. '.repeat(40);

  function sqliteFile(path: string, edit: (db: Database.Database) => void): void {
    const db = new Database(path);
    db.exec("CREATE TABLE letters (x TEXT); INSERT INTO letters VALUES ('dear')");
    edit(db);
    db.close();
  }

  const CASES: readonly (readonly [string, string, (path: string) => void])[] = [
    ['an empty file', 'not-a-database', (path) => writeFileSync(path, '')],
    ['a short text', 'not-a-database', (path) => writeFileSync(path, 'hello')],
    ['a long text', 'not-a-database', (path) => writeFileSync(path, text)],
    ['a SQLite file of another program', 'foreign', (path) => sqliteFile(path, () => undefined)],
    [
      'a SQLite file of another program in WAL mode',
      'foreign',
      (path) => sqliteFile(path, (db) => void db.pragma('journal_mode = WAL')),
    ],
    [
      'a meeting of a newer version',
      'newer',
      (path) => writtenAs(path, (db) => void db.pragma('user_version = 99')),
    ],
    [
      'a meeting cut short',
      'damaged',
      (path) => {
        writtenAs(path, () => undefined);
        truncateSync(path, 20_000);
      },
    ],
    [
      'a meeting with a broken schema',
      'damaged',
      (path) => {
        writtenAs(path, () => undefined);
        const bytes = readFileSync(path);
        // A page that was split keeps what it held: the schema stands there twice.
        for (let at = 0; (at = bytes.indexOf('CREATE TABLE events', at)) >= 0; at++)
          bytes.write('CREATE TABLO events', at);
        writeFileSync(path, bytes);
      },
    ],
  ];

  function writtenAs(path: string, edit: (db: Database.Database) => void): void {
    const db = new Database(writtenFile(join(path, '..')));
    edit(db);
    db.exec(`VACUUM INTO '${path}'`);
    db.close();
  }

  test.each(CASES)('[R2] %s is refused as %s, and not a byte of it changes', (_, flaw, make) => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.sqlite');
    make(path);
    const before = readFileSync(path);
    const beside = readdirSync(folder);
    expect(openMeetingFile(path)).toMatchObject({ ok: false, flaw });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(beside);
  });

  test('a foreign file with a journal of its own keeps both as they are', () => {
    const path = join(temporaryFolder(), 'x.sqlite');
    const theirs = new Database(path);
    onTestFinished(() => void theirs.close());
    theirs.pragma('journal_mode = WAL');
    theirs.exec("CREATE TABLE letters (x TEXT); INSERT INTO letters VALUES ('dear')");
    theirs.pragma('wal_checkpoint(TRUNCATE)');
    theirs.exec("INSERT INTO letters VALUES ('again')");
    const before = [path, `${path}-wal`].map((name) => readFileSync(name));
    expect(openMeetingFile(path)).toMatchObject({ ok: false, flaw: 'foreign' });
    expect([path, `${path}-wal`].map((name) => readFileSync(name))).toEqual(before);
  });

  test('what is not there is not made, and what is there is not made anew', () => {
    const folder = temporaryFolder();
    const path = writtenFile(folder);
    const before = readFileSync(path);
    expect(openMeetingFile(join(folder, 'none.sqlite'))).toMatchObject({ flaw: 'missing' });
    mkdirSync(join(folder, 'folder'));
    for (const [name, options] of [
      [join(folder, 'no', 'folder.sqlite'), { create }],
      [join(folder, 'folder'), {}],
      [path, { create }],
    ] as const)
      expect(openMeetingFile(name, options)).toMatchObject({ ok: false, flaw: 'unwritable' });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['folder', 'written.sqlite']);
  });
});
