// [R11] A data folder of the layout before meetings had folders is led over once: wherever it is broken off, the next start
// goes on, and nothing is lost.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileOf, OLD } from '../../server/meeting-folder.ts';
import { leaveOldLayout } from '../../server/old-layout.ts';
import { resumeRemovals } from '../../server/removal.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { openServerFile, type ServerFile } from '../../server/store/server-file.ts';
import type { MeetingId } from '../../shared/ids.ts';
import { repetitions } from '../repetitions.ts';
import { toOldLayout } from '../old-layout.ts';
import { documentsOf, moderator, must, startServer, temporaryFolder } from '../with-server.ts';

/** Of the places where it can be broken off. */
const EVERY = repetitions(4, 1);
const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});
const place = (name: string) => join(folder.path, name);

/** As the folder was left, and what must be in it. */
const OLD_DATA = place('old');
interface Kept {
  readonly id: MeetingId;
  readonly code: string;
  /** Hashes of its events; null of a file that cannot be read. */
  readonly events: readonly string[] | null;
  readonly documents: readonly string[];
  /** What hangs on a unit now. */
  readonly attached: readonly string[];
}
let kept: readonly Kept[];
let removed: MeetingId;
const MORE = 7;

beforeAll(async () => {
  const on = await startServer({ data: OLD_DATA });
  const staff = await moderator(on);
  const { origin, cookie } = staff;
  const units = Buffer.from('编号,名称,类别\nA01,甲局,部门\nA02,乙局,部门');
  const attach = async (code: string, text: string) => {
    const url = `${origin}/m/${code}/api/subjects/A01/documents?name=x.txt`;
    const headers = { 'content-type': 'application/octet-stream', origin, cookie };
    const answer = await fetch(url, { method: 'POST', headers, body: text });
    return ((await answer.json()) as { document: { hash: string } }).document.hash;
  };
  const rehearse = async () => {
    const path = `/m/${staff.meeting}/api/rehearsal`;
    return (await staff.post<{ code: string }>(path, { language: 'zh' })).code;
  };
  await staff.importRoster('subjects', 'u.csv', units);
  const first = staff.meeting;
  const second = await staff.create('另一场');
  await staff.importRoster('subjects', 'u.csv', units);
  await staff.connect(first);
  const both = await attach(first, 'of both');
  const takenOff = await attach(first, 'taken off again');
  await staff.post(`/m/${first}/api/command`, {
    command: { type: 'RemoveDocument', subject: 'A01', hash: takenOff },
    expects: { item: null, touched: 0 },
  });
  // A rehearsal with documents of its meeting and one of its own, and one that is deleted below.
  const rehearsal = await rehearse();
  const own = await attach(rehearsal, 'of the rehearsal');
  const gone = await rehearse();
  await attach(gone, 'of the deleted rehearsal');
  const theirs = [await attach(second, 'of both'), await attach(second, 'of the other')];
  const many = [];
  for (let n = 0; n < MORE; n++) many.push(await attach(first, `report ${String(n)}`));
  const damaged = await staff.create('坏了的');
  const id = (code: string) => on.app.halls.byCode(code)!.world.meeting.id;
  const ids = [first, second, rehearsal, damaged].map(id);
  removed = id(gone);
  staff.close();
  await on.app.close();
  const events = ids.map((one) => hashesIn(OLD_DATA, one));
  toOldLayout(OLD_DATA);
  writeFileSync(join(OLD_DATA, OLD.fileOf(must(ids[3]))), 'no database any more');
  writeFileSync(
    `${join(OLD_DATA, OLD.fileOf(removed))}.removed`,
    JSON.stringify({ code: gone, file: OLD.fileOf(removed), documents: [] }),
  );
  const all = readdirSync(OLD.documents(OLD_DATA)).sort();
  writeFileSync(join(OLD.documents(OLD_DATA), 'ab.part'), 'half');
  const documents = [[both, takenOff, ...many], theirs, [both, own], all];
  kept = [first, second, rehearsal, damaged].map((code, n) => ({
    code,
    id: must(ids[n]),
    events: n === 3 ? null : must(events[n]),
    documents: [...must(documents[n])].sort(),
    attached: n === 3 ? [] : must(documents[n]).filter((hash) => hash !== takenOff),
  }));
});

function hashesIn(data: string, id: MeetingId): readonly string[] {
  const opening = openMeetingFile(join(data, fileOf(id)));
  if (!opening.ok) throw new Error(opening.detail);
  const { events } = opening.file.load();
  opening.file.close();
  return events.map(({ hash }) => hash);
}

function fresh(name: string, from = OLD_DATA): string {
  cpSync(from, place(name), { recursive: true });
  return place(name);
}

function withList<T>(data: string, work: (serverFile: ServerFile) => T): T {
  const opened = openServerFile(join(data, 'server.sqlite'));
  if (!opened.ok) throw new Error(opened.detail);
  try {
    return work(opened.file);
  } finally {
    opened.file.close();
  }
}

/** As the start does it; tells all places that it passed. */
function leadOver(
  data: string,
  step: (n: number) => void = () => undefined,
  leaving: readonly MeetingId[] = [removed],
): number {
  let n = 0;
  withList(data, (serverFile) => {
    const failure = leaveOldLayout({ data, serverFile, step: () => step(n++) });
    expect(failure).toBeNull();
    expect(resumeRemovals(data, serverFile)).toEqual(leaving);
  });
  return n;
}

function expectLedOver(data: string, leaving: readonly MeetingId[] = [removed]): void {
  expect(existsSync(OLD.documents(data))).toBe(false);
  expect(readdirSync(join(data, 'meetings')).sort()).toEqual(
    [...leaving.map((id) => `.removed-${id}`), ...kept.map(({ id }) => id)].sort(),
  );
  for (const id of leaving)
    expect(readdirSync(join(data, 'meetings', `.removed-${id}`))).toEqual([]);
  withList(data, (serverFile) => {
    expect(serverFile.meetings().map(({ id, file }) => [id, file])).toEqual(
      expect.arrayContaining(kept.map(({ id }) => [id, fileOf(id)])),
    );
    expect(serverFile.meetings()).toHaveLength(kept.length);
  });
  for (const { id, events, documents } of kept) {
    expect(readdirSync(documentsOf(data, id)).sort()).toEqual(documents);
    if (events) expect(hashesIn(data, id)).toEqual(events);
    else expect(readFileSync(join(data, fileOf(id)), 'utf8')).toBe('no database any more');
  }
}

it('a folder with rehearsals, shared documents, a deletion that had begun and a damaged file works as before', async () => {
  const data = fresh('whole');
  const on = await startServer({ data, logLevel: 'silent' });
  const [first, second, rehearsal, damaged] = kept;
  expect(on.app.halls.unopened).toMatchObject([
    { code: damaged?.code, flaw: 'not-a-database', file: join(data, fileOf(must(damaged).id)) },
  ]);
  for (const { code, attached } of [must(first), must(second), must(rehearsal)])
    for (const hash of attached) {
      const response = await fetch(`${on.origin}/m/${code}/api/documents/${hash}`);
      expect([code, response.status]).toEqual([code, 200]);
    }
  await on.app.close();
  expectLedOver(data, []);
});

it('[R14] it says who of the staff acted, also on a server that has never heard of them', async () => {
  const data = fresh('names');
  leadOver(data);
  for (const { id, events } of kept) {
    if (!events) continue;
    const opening = openMeetingFile(join(data, fileOf(id)));
    if (!opening.ok) throw new Error(opening.detail);
    const { directory } = opening.file.load();
    expect(opening.file.verify()).toBeNull();
    opening.file.close();
    expect(directory.filter(({ kind }) => kind === 'staff')).toMatchObject([{ name: '主持' }]);
  }
});

it('killed at any of more than fifty places, it is led over by the next start', () => {
  let places = 0;
  leadOver(fresh('places'), (n) => {
    // What a killed process leaves is what lies on the disk at that moment.
    cpSync(place('places'), place(`killed-${String(n)}`), { recursive: true });
    places = n + 1;
  });
  expect(places).toBeGreaterThanOrEqual(50);
  for (let n = 0; n < places; n += EVERY) {
    const data = place(`killed-${String(n)}`);
    leadOver(data);
    expectLedOver(data);
    rmSync(data, { recursive: true });
  }
});

it('a full disk stops it anywhere, and it goes on once there is room', () => {
  const places = leadOver(fresh('room'));
  for (let n = 1; n < places; n += EVERY) {
    const data = fresh(`full-${String(n)}`);
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    expect(() =>
      leadOver(data, (at) => {
        if (at === n) throw full;
      }),
    ).toThrow(full);
    leadOver(data);
    expectLedOver(data);
    rmSync(data, { recursive: true });
  }
});

/** Runs the child and gives what it said, once it has said so much or has ended. */
async function child(data: string, at: number, mode: 'kill' | 'wait', until?: string) {
  const script = new URL('old-layout-child.ts', import.meta.url).pathname;
  const args = ['--import', 'tsx', script, data, String(at), mode];
  const running = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const said = { text: '' };
  running.stdout.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
  const ended = once(running, 'exit');
  if (until === undefined) await ended;
  else await expect.poll(() => said.text).toContain(until);
  return {
    said,
    async goOn() {
      running.stdin.end();
      await ended;
    },
  };
}

it('a process that is killed in the middle of it, and two at once', async () => {
  const data = fresh('processes');
  for (const at of [20, 8]) expect((await child(data, at, 'kill')).said.text).toBe('there\n');
  const one = await child(data, 1, 'wait', 'there');
  expect((await child(data, -1, 'wait')).said.text).toBe('in-use');
  await one.goOn();
  expect(one.said.text).toBe('there\ndone');
  leadOver(data);
  expectLedOver(data);
});

it('a file that is not there is waited for with its documents, and led over once it is put back', () => {
  const data = fresh('away');
  const first = must(kept[0]);
  const file = join(data, OLD.fileOf(first.id));
  const sides = ['', '-wal'];
  for (const side of sides) cpSync(file + side, place(`away${side}.sqlite`));
  for (const side of sides) rmSync(file + side);
  leadOver(data);
  expect(existsSync(OLD.documents(data))).toBe(true);
  for (const side of sides) cpSync(place(`away${side}.sqlite`), file + side);
  leadOver(data);
  expectLedOver(data);
});

it('a file of somebody else that is called like one of ours stays where it is', () => {
  const data = fresh('stranger');
  const stranger = join(data, 'meetings', 'mfeed.sqlite');
  writeFileSync(stranger, 'mine');
  leadOver(data);
  expect(readFileSync(stranger, 'utf8')).toBe('mine');
  expect(kept.every(({ id }) => existsSync(join(data, fileOf(id))))).toBe(true);
});

it('copies of the old layout give way to those of the new, and are what a server starts from until then', async () => {
  const copies = fresh('copies');
  writeFileSync(join(copies, 'COPY.txt'), 'copies');
  rmSync(`${join(copies, OLD.fileOf(removed))}.removed`);
  // The first server of the new version, with the old copies beside it.
  const on = await startServer({ data: fresh('beside'), backup: copies, logLevel: 'silent' });
  expect(on.app.backup.aside).toBeNull();
  const sound = kept.filter(({ events }) => events !== null);
  const there = (one: Kept) =>
    existsSync(join(copies, fileOf(one.id))) && !existsSync(join(copies, OLD.fileOf(one.id)));
  await expect.poll(() => sound.every(there)).toBe(true);
  // The damaged one has no other copy than the old one.
  const damaged = must(kept[3]);
  expect(existsSync(join(copies, OLD.fileOf(damaged.id)))).toBe(true);
  expect(existsSync(OLD.documents(copies))).toBe(true);
  await on.app.close();
  leadOver(copies, undefined, []);
  expectLedOver(copies, []);
});
