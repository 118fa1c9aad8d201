// [R1] A file that has lost its later half is refused and named, taken on only when told to; a copy never is refused.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { copy } from '../../server/backup/copying.ts';
import { systemClock } from '../../server/clock.ts';
import type { Hall } from '../../server/hall.ts';
import { openHall, type OpenHallParts } from '../../server/open-hall.ts';
import { readHead } from '../../server/store/head.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import type { MeetingId } from '../../shared/ids.ts';
import { commitOf, events, MEETING, temporaryFolder } from './store-fixtures.ts';
import { claim, newMeeting, openRound, vote } from './whole-meeting.ts';

let root: string;
let home: string;
beforeEach(() => {
  root = temporaryFolder();
  home = join(root, 'm1a');
  mkdirSync(home);
});

const fileIn = (folder: string) => join(folder, 'meeting.sqlite');
const headIn = (folder: string) => join(folder, 'head');

/** A meeting in its folder, as a server has it. */
async function meetingIn(folder: string): Promise<Hall> {
  return newMeeting(fileIn(folder), { head: headIn(folder) });
}

/** The folder as it lies there now, as if the server were killed in this moment; and without its log. */
function killed(lost: readonly string[] = ['meeting.sqlite-wal']): string {
  const folder = join(root, `killed-${String(Math.random()).slice(2)}`);
  cpSync(home, folder, { recursive: true });
  for (const name of lost) rmSync(join(folder, name));
  return folder;
}

async function openedIn(folder: string, parts: Partial<OpenHallParts> = {}) {
  const opening = await openHall({ clock: systemClock(), path: fileIn(folder), ...parts });
  if (opening.ok) onTestFinished(() => opening.hall.close());
  return opening;
}

async function hallIn(folder: string, parts: Partial<OpenHallParts> = {}): Promise<Hall> {
  const opening = await openedIn(folder, parts);
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  return opening.hall;
}

/** Everything is in the main file, as after a thousand pages; what follows is in the log. */
function settle(): void {
  const opening = openMeetingFile(fileIn(home), { head: headIn(home) });
  if (!opening.ok) throw new Error(opening.detail);
  opening.file.close();
}

describe('a file without its write-ahead log', () => {
  test('[R1] is refused and named where events are missing, and goes on where none are', async () => {
    const hall = await settledVoting();
    await claim(hall, 4);
    const { seq } = hall.world.meeting;
    const whole = killed([]);
    const half = killed();
    await hall.close();
    const before = readFileSync(fileIn(half));
    expect(await openedIn(half)).toMatchObject({
      ok: false,
      flaw: 'shorter',
      detail: `event ${String(seq)}`,
    });
    expect(readFileSync(fileIn(half)).equals(before)).toBe(true);
    expect((await hallIn(whole)).world.meeting).toMatchObject({ seq, epoch: 1 });
  });

  test('[R1] is refused where nothing but ballots are missing', async () => {
    const first = await settledVoting();
    await vote(first, 1);
    await vote(first, 2);
    const half = killed();
    await first.close();
    expect(await openedIn(half)).toMatchObject({
      ok: false,
      flaw: 'shorter',
      detail: 'ballot in row 2',
    });
  });

  test('[R1] a young meeting is refused, also where only the list knows of it, and never served empty', async () => {
    const hall = await meetingIn(home);
    const half = killed();
    const headless = killed(['meeting.sqlite-wal', 'head']);
    await hall.close();
    for (const takeOn of [false, true])
      expect(await openedIn(half, { takeOn })).toMatchObject({
        flaw: 'shorter',
        detail: 'event 1',
      });
    expect(await openedIn(headless, { known: null })).toMatchObject({ flaw: 'shorter' });
  });

  test('[R1] is refused by what the list knew where its head is gone or another', async () => {
    const hall = await meetingIn(home);
    await openRound(hall);
    const { newest } = hall;
    const headless = killed(['meeting.sqlite-wal', 'head']);
    const unreadable = killed([]);
    await hall.close();
    expect(await openedIn(headless, { known: newest })).toMatchObject({ flaw: 'shorter' });
    expect((await hallIn(home, { known: newest })).world.meeting.seq).toBe(newest.seq);
    const other = { seq: newest.seq - 1, hash: newest.hash };
    expect(await openedIn(killed([]), { known: other })).toMatchObject({ flaw: 'shorter' });
    const text = readFileSync(headIn(unreadable), 'utf8');
    writeFileSync(
      headIn(unreadable),
      text.replace(/^\d/, (digit) => (digit === '9' ? '8' : '9')),
    );
    expect(await openedIn(unreadable)).toMatchObject({ flaw: 'shorter', detail: 'head' });
  });
});

test('[R1] one that is taken on raises its epoch in the same breath, once, and is whole from then on', async () => {
  const first = await settledVoting();
  await vote(first, 1);
  const known = { seq: first.newest.seq + 9, hash: 'a'.repeat(64) };
  const half = killed();
  await first.close();
  let forgotten = 0;
  const parts = { known, takeOn: true, onCopy: () => void (forgotten += 1) };
  const taken = await hallIn(half, parts);
  expect(taken.world.meeting.epoch).toBe(2);
  expect(forgotten).toBe(1);
  // The phone sends again what was lost.
  await vote(taken, 1);
  await taken.close();
  const again = await hallIn(half, { known: taken.newest, takeOn: true });
  expect(again.world.meeting.epoch).toBe(2);
});

test('[R1] a copy of a meeting that went on is taken as it is, again and again', async () => {
  const away = join(root, 'copies');
  const hall = await meetingIn(home);
  await openRound(hall);
  const copied = async () =>
    must(hall.copySource).still(async (source) =>
      copy({ source, to: fileIn(away), marked: true, documents: null }),
    );
  await vote(hall, 1);
  await copied();
  const { seq } = hall.newest;
  expect(readHead(headIn(away))).toMatchObject({ seq, ballots: 1 });
  await vote(hall, 2);
  await vote(hall, 3);
  const { newest } = hall;
  const known = { seq: newest.seq + 5, hash: newest.hash };
  const rescued = await hallIn(away, { known });
  expect(rescued.world.meeting.epoch).toBe(2);
  await vote(rescued, 2);
  await rescued.close();
  // The next copy of the original takes the place of one that went another way.
  await copied();
  expect((await hallIn(away, { known })).world.meeting.epoch).toBe(2);
  await hall.close();
});

describe('a folder that goes away under a running server', () => {
  test('[R1] nothing is acknowledged until the same one is back', async () => {
    const hall = await openVoting();
    const away = `${home}-away`;
    renameSync(home, away);
    await expect(vote(hall, 1)).rejects.toThrow('not-saved');
    expect(hall.failing).toBe(true);
    // Another folder with files of these names is not the one.
    cpSync(away, home, { recursive: true });
    await expect(vote(hall, 1)).rejects.toThrow('not-saved');
    rmSync(home, { recursive: true });
    renameSync(away, home);
    await vote(hall, 1);
    expect(hall.failing).toBe(false);
    await hall.close();
    expect((await hallIn(home)).world.meeting.epoch).toBe(1);
  });

  test('[R1] the same where only the log has gone, or another file took the place', async () => {
    const hall = await openVoting();
    await vote(hall, 1);
    const log = `${fileIn(home)}-wal`;
    renameSync(log, `${log}-away`);
    await expect(vote(hall, 2)).rejects.toThrow('not-saved');
    renameSync(`${log}-away`, log);
    await vote(hall, 2);
    renameSync(fileIn(home), join(root, 'moved.sqlite'));
    cpSync(join(root, 'moved.sqlite'), fileIn(home));
    await expect(vote(hall, 3)).rejects.toThrow('not-saved');
    rmSync(fileIn(home));
    renameSync(join(root, 'moved.sqlite'), fileIn(home));
    await vote(hall, 3);
  });

  test('it is noticed where nobody commits, and when it is back', async () => {
    const hall = await openVoting();
    const away = `${home}-away`;
    renameSync(home, away);
    await expect.poll(() => [hall.failing, hall.inPlace]).toEqual([true, false]);
    renameSync(away, home);
    await expect.poll(() => [hall.failing, hall.inPlace]).toEqual([false, true]);
  });

  test('server.sqlite knows it, too', () => {
    const opening = openServerFile(join(home, 'server.sqlite'));
    if (!opening.ok) throw new Error(opening.detail);
    onTestFinished(() => opening.file.close());
    renameSync(home, `${home}-away`);
    expect(opening.file.isInPlace).toBe(false);
    renameSync(`${home}-away`, home);
    expect(opening.file.isInPlace).toBe(true);
  });
});

test('server.sqlite has no half to lose', () => {
  const path = join(home, 'server.sqlite');
  const opening = openServerFile(path);
  if (!opening.ok) throw new Error(opening.detail);
  const entry = { id: 'm1' as MeetingId, code: 'hall1', file: 'f', createdAt: 1 };
  opening.file.addMeeting(entry);
  cpSync(path, join(root, 'half.sqlite'));
  opening.file.close();
  const half = openServerFile(join(root, 'half.sqlite'));
  if (!half.ok) throw new Error(half.detail);
  onTestFinished(() => half.file.close());
  expect(half.file.meetings()).toMatchObject([entry]);
});

test('a head is kept with every commit, and found anew where it was not', () => {
  const options = { head: headIn(home) };
  const opening = openMeetingFile(fileIn(home), { ...options, create: { meeting: MEETING } });
  if (!opening.ok) throw new Error(opening.detail);
  expect(readHead(headIn(home))).toEqual({ seq: 0, hash: '', ballots: 0 });
  const links = events(3);
  opening.file.commit(commitOf({ events: links }));
  expect(readHead(headIn(home))).toMatchObject({ seq: 3, hash: links.at(-1)?.hash });
  opening.file.close();
  rmSync(headIn(home));
  settle();
  expect(readHead(headIn(home))).toMatchObject({ seq: 3, ballots: 0 });
});

/** A round is open, and all of it is in the main file but what follows. */
async function settledVoting(): Promise<Hall> {
  const hall = await meetingIn(home);
  await openRound(hall);
  await hall.close();
  return hallIn(home);
}

async function openVoting(): Promise<Hall> {
  const hall = await meetingIn(home);
  onTestFinished(() => hall.close());
  await openRound(hall);
  return hall;
}

function must<T>(value: T | null): T {
  if (value === null) throw new Error('missing');
  return value;
}
