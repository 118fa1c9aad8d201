// A meeting's file is copied while it is written to, and keeps its lock; erased names are nowhere in its bytes.
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { copy } from '../../server/backup/copying.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { openThreadedStore, type ThreadedStore } from '../../server/store/threaded-store.ts';
import type { CopySource } from '../../server/store/still-file.ts';
import { anonymous } from '../../shared/ballots/ballot.ts';
import { chain } from '../../shared/meeting/chain.ts';
import type { MeetingEvent, Recorded } from '../../shared/meeting/events.ts';
import {
  ballots,
  commitOf,
  events,
  MEETING,
  opened,
  temporaryFolder,
  writtenFile,
} from './store-fixtures.ts';

async function threaded(path: string): Promise<ThreadedStore & CopySource> {
  const opening = await openThreadedStore(path, { create: { meeting: MEETING } });
  if (!opening.ok) throw new Error(opening.detail);
  onTestFinished(() => opening.store.close());
  return opening.store as ThreadedStore & CopySource;
}

const plain = { marked: true, documents: null };

test('the copy has all that was committed before, and commits go on while it is made', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'm.sqlite');
  const to = join(folder, 'copy.sqlite');
  const store = await threaded(path);
  const log = events(3);
  await store.commit(commitOf({ events: log, ballots: ballots(1, 2000) }));
  await store.still(async (source) => {
    const before = readFileSync(path);
    for (let n = 0; n < 20; n++)
      await store.commit(commitOf({ ballots: ballots(5000 + n * 100, 100) }));
    expect(readFileSync(path).equals(before), 'the main file stands still').toBe(true);
    copy({ source, to, ...plain });
  });
  expect((await store.load()).ballots).toHaveLength(4000);
  const loaded = opened(to, {}).load();
  expect(loaded.copied).toBe(true);
  expect(loaded.events).toEqual(log);
  expect(loaded.ballots).toEqual(ballots(1, 2000));
});

test('the file stays locked against other processes, however often it was copied', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'm.sqlite');
  const store = await threaded(path);
  for (let n = 0; n < 3; n++)
    await store.still(async (source) =>
      copy({ source, to: join(folder, 'copy.sqlite'), ...plain }),
    );
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', new URL('store-child.ts', import.meta.url).pathname, path, 'open'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await once(child, 'exit');
  expect(said.trim()).toBe('in-use');
});

test('a raised epoch makes a copy the meeting again, in one commit', () => {
  const folder = temporaryFolder();
  const to = join(folder, 'copy.sqlite');
  const opening = openMeetingFile(writtenFile(folder));
  if (!opening.ok) throw new Error(opening.detail);
  copy({ source: opening.file.hold(), to, ...plain });
  opening.file.close();
  const file = opened(to, {});
  const last = file.load().events.at(-1);
  expect(file.load().copied).toBe(true);
  const event: MeetingEvent = { type: 'EpochRaised', epoch: 2 };
  const seq = (last?.recorded.seq ?? 0) + 1;
  const act = { n: seq, command: 'RaiseEpoch' };
  const recorded: Recorded = { seq, at: seq, by: { kind: 'server' }, act, v: 2, event };
  const link = chain(last?.hash ?? '', recorded, '0'.repeat(32));
  file.commit(commitOf({ events: [link] }));
  expect(file.load().copied).toBe(false);
});

test('a copy that fails leaves the one before, and nothing half-written', async () => {
  const folder = temporaryFolder();
  const store = await threaded(join(folder, 'm.sqlite'));
  const target = join(folder, 'copies');
  mkdirSync(target);
  const to = join(target, 'm.sqlite');
  await store.still(async (source) => copy({ source, to, ...plain }));
  const before = readFileSync(to);
  await store.still(async ({ fd, bytes }) => {
    expect(() => copy({ source: { fd, bytes: bytes + 1 }, to, ...plain })).toThrow(
      'before its time',
    );
  });
  expect(readdirSync(target).sort()).toEqual(['head', 'm.sqlite']);
  expect(readFileSync(to).equals(before)).toBe(true);
  expect(statSync(to).mode & 0o777).toBe(0o600);
});

test('documents that are missing come along, finished ones only', async () => {
  const folder = temporaryFolder();
  const store = await threaded(join(folder, 'm.sqlite'));
  const documents = { from: join(folder, 'documents'), to: join(folder, 'copies/documents') };
  mkdirSync(join(documents.from, 'ab'), { recursive: true });
  writeFileSync(join(documents.from, 'ab/1234'), 'report');
  writeFileSync(join(documents.from, 'ab/1234.tmp'), 'rep');
  mkdirSync(join(folder, 'copies'));
  const job = { to: join(folder, 'copies/m.sqlite'), marked: true, documents };
  await store.still(async (source) => copy({ source, ...job }));
  expect(readdirSync(join(documents.to, 'ab'))).toEqual(['1234']);
  expect(statSync(join(documents.to, 'ab/1234')).mode & 0o777).toBe(0o600);
  const first = statSync(join(documents.to, 'ab/1234')).ino;
  writeFileSync(join(documents.from, '5678'), 'another');
  await store.still(async (source) => copy({ source, ...job }));
  expect(readFileSync(join(documents.to, '5678'), 'utf8')).toBe('another');
  expect(statSync(join(documents.to, 'ab/1234')).ino).toBe(first);
});

const CANARY = '金丝雀赵钱孙';

/** Where the canary's bytes are, among the file, its log and its copy. */
function sightings(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => existsSync(path) && readFileSync(path).includes(CANARY));
}

function people(from: number, count: number) {
  return Array.from({ length: count }, (_, n) => {
    const id = `R${String(from + n)}`;
    const attributes = { 单位: `${CANARY}的单位${id}`, 说明: '长'.repeat((n * 37) % 900) };
    const entry = { kind: 'reviewer', id, name: `${CANARY}${id}`, attributes, salt: id } as const;
    return { kind: 'directory', entry } as const;
  });
}

test.each([
  ['at once', false],
  ['also when a copy is being made meanwhile', true],
])(
  '[R14] erased names are nowhere in the file, its log, nor the next copy: %s',
  async (_, copying) => {
    const folder = temporaryFolder();
    const path = join(folder, 'm.sqlite');
    const to = join(folder, 'copy.sqlite');
    const paths = [path, `${path}-wal`, to, `${to}-wal`];
    const store = await threaded(path);
    await store.commit(commitOf({ events: events(1), side: people(0, 300) }));
    // Names that were changed later leave their traces in pages of their own.
    for (let n = 0; n < 300; n += 30) await store.commit(commitOf({ side: people(n, 25) }));
    await store.commit(commitOf({ ballots: ballots(1, 500) }));
    await store.still(async (source) => copy({ source, to, ...plain }));
    expect(sightings(paths)).toEqual([path, `${path}-wal`, to]);

    const erase = () => store.commit(commitOf({ side: [{ kind: 'erase-people', subjects: [] }] }));
    if (copying)
      await store.still(async (source) => {
        await erase();
        copy({ source, to, ...plain });
      });
    else {
      await erase();
      // Not only when a copy is made: backups may be off.
      await expect.poll(() => sightings([path, `${path}-wal`])).toEqual([]);
    }
    await store.still(async (source) => copy({ source, to, ...plain }));
    expect(sightings(paths)).toEqual([]);
    const { ballots: kept } = await store.load();
    expect(kept).toEqual(ballots(1, 500).map((one) => ({ ...one, ballot: anonymous(one.ballot) })));
  },
);

test('[R14] an erasure whose tidying did not happen is tidied when the file is opened', () => {
  const path = join(temporaryFolder(), 'm.sqlite');
  const opening = openMeetingFile(path, { create: { meeting: MEETING } });
  if (!opening.ok) throw new Error(opening.detail);
  opening.file.commit(commitOf({ side: people(0, 300) }));
  opening.file.commit(commitOf({ side: [{ kind: 'erase-people', subjects: [] }] }));
  // As if the process had been killed here: the names are still in the log.
  expect(sightings([`${path}-wal`])).toHaveLength(1);
  opening.file.close();
  const file = opened(path, {});
  expect(sightings([path, `${path}-wal`])).toEqual([]);
  file.close();
  const db = new Database(path, { readonly: true });
  const names = db.prepare('SELECT name FROM meta ORDER BY name').pluck().all();
  db.close();
  expect(names).toEqual(['code_key', 'meeting']);
});
