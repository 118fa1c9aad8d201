// A meeting is served while its ballots are verified; damage that is found then stops it and loses nothing.
import Database from 'better-sqlite3';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Hall } from '../../server/hall.ts';
import type { OpenStore } from '../../server/halls.ts';
import { headBeside } from '../../server/meeting-folder.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { subjectsOf } from '../../shared/meeting/agenda/participation.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { FileCheck } from '../../shared/views/console/file-check.ts';
import {
  databasesIn,
  leave,
  moderatorAt,
  must,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const CHOICE = { kind: 'scores', scores: { c1: 30, c2: 15, c3: 20, c4: 10 } } as const;
const SEATS = 6;
const SCORE_CHANGED = `UPDATE ballots SET body = replace(body, '"c1":"30"', '"c1":"31"') WHERE rowid = 2`;

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let backup: string;
let server: TestServer | null = null;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  backup = join(folder.path, 'copies');
});
afterEach(async () => {
  await server?.stop();
  server = null;
  folder.remove();
});

describe('a sound file', () => {
  it('[R1] is served and voted on while it is verified; the close and the copies wait', async () => {
    await heldMeeting();
    const copy = readFileSync(fileIn(backup));
    const gate = gated();
    server = await startServer({ data, backup, openStore: gate.openStore });
    const hall = await onlyHall(server);
    const staff = await moderatorAt(server.origin, hall.world.meeting.code);
    const checking: FileCheck = { phase: 'checking', checked: 0, of: SEATS };
    expect(staff.view.file).toEqual(checking);
    expect((await health(server)).body).toMatchObject({ ok: true, meetings: [{ file: checking }] });

    const closing = close(hall);
    // Decided after the close was asked for, and still taken.
    expect((await cast(hall, 0, 2)).ok).toBe(true);
    expect(server.app.backup.state(hall)).toMatchObject({ enabled: true, failed: null });
    expect(readFileSync(fileIn(backup)).equals(copy)).toBe(true);

    gate.open();
    expect(await closing).toEqual({ ok: true });
    await staff.until(({ file }) => file.phase === 'sound');
    expect((await health(server)).body).toMatchObject({ meetings: [{ file: { phase: 'sound' } }] });
    await copied(server);
    expect(readFileSync(fileIn(backup)).equals(copy)).toBe(false);
    expect(stored(fileIn(backup))).toBe(SEATS + 1);
    staff.close();
  });

  it('is no worse for a server that stops in the middle', async () => {
    await heldMeeting();
    const gate = gated();
    server = await startServer({ data, backup, openStore: gate.openStore });
    expect((await cast(await onlyHall(server), 0, 2)).ok).toBe(true);
    const stopping = server.stop();
    gate.open();
    await stopping;
    server = await startServer({ data, backup });
    const again = await onlyHall(server);
    await checked(again);
    expect(again.fileCheck).toEqual({ phase: 'sound' });
    await server.stop();
    expect(stored(fileIn(data))).toBe(SEATS + 1);
  });
});

describe('a damaged file', () => {
  it('[R1] [R3] is found while it is served: all are told, nothing is saved, the copy stays', async () => {
    await heldMeeting();
    const copy = readFileSync(fileIn(backup));
    damage(fileIn(data), SCORE_CHANGED);
    const gate = gated();
    const found: string[] = [];
    server = await startServer({
      ...{ data, backup, openStore: gate.openStore, logLevel: 'silent' },
      onDamage: (...words) => found.push(...words),
    });
    const hall = await onlyHall(server);
    const staff = await moderatorAt(server.origin, hall.world.meeting.code);
    expect((await cast(hall, 0, 2)).ok).toBe(true);
    const closing = close(hall);
    gate.open();

    const refused = { ok: false, refusal: { code: 'not-saved' } };
    expect(await closing).toEqual(refused);
    await staff.until(({ file }) => file.phase === 'damaged');
    const place = expect.stringMatching(/^ballot r-score-A01\/1\/A01\/S\d+\/1$/) as string;
    expect(staff.view.file).toEqual({ phase: 'damaged', place });
    expect(found).toEqual([hall.world.meeting.title, fileIn(data), place]);
    const { seq } = hall.world.meeting;
    expect(await cast(hall, 1, 2)).toEqual(refused);
    expect(await staff.send({ type: 'TurnBoard', category: null } as never)).toMatchObject({
      ok: false,
    });
    expect(hall.world.meeting.seq).toBe(seq);

    const { status, body } = await health(server);
    expect(status).toBe(503);
    expect(body).toMatchObject({ ok: false, meetings: [{ file: { phase: 'damaged' } }] });
    expect(JSON.stringify(body)).not.toContain('r-score-A01');
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    expect(metrics).toContain(`kleroterion_file_damaged{meeting="${staff.meeting}"} 1`);
    staff.close();
    await server.stop();

    // What was acknowledged is in the file, and the copy that was whole goes on with the meeting.
    expect(stored(fileIn(data))).toBe(SEATS + 1);
    expect(readFileSync(fileIn(backup)).equals(copy)).toBe(true);
    server = await startServer({ data: backup, backup: null });
    const next = await onlyHall(server);
    expect([next.fileCheck, next.world.meeting.epoch]).toEqual([{ phase: 'sound' }, 2]);
  });

  it.each([
    [
      'its hash changed',
      `UPDATE ballots SET hash = '${'0'.repeat(64)}' WHERE rowid = 2`,
      /^ballot /,
    ],
    ['deleted after the close', 'DELETE FROM ballots WHERE rowid = 2', /^ballot in row 2$/],
    [
      'the last one deleted after the close',
      'DELETE FROM ballots WHERE rowid = (SELECT max(rowid) FROM ballots)',
      /root differs from the log$/,
    ],
  ])('[R4] a ballot: %s', async (_, sql, place) => {
    await heldMeeting(async (hall) => expect(await close(hall)).toEqual({ ok: true }));
    damage(fileIn(data), sql);
    // What is remembered beside the file would tell of a ballot that is missing at the end.
    rmSync(headBeside(fileIn(data)));
    server = await startServer({ data, backup: null, logLevel: 'silent' });
    const hall = await onlyHall(server);
    await checked(hall);
    expect(hall.fileCheck).toEqual({ phase: 'damaged', place: expect.stringMatching(place) });
  });

  it('is not served at all where it is a copy: two must not go on with one epoch', async () => {
    await heldMeeting();
    damage(fileIn(backup), SCORE_CHANGED);
    server = await startServer({ data: backup, backup: null, logLevel: 'silent' });
    const { halls } = server.app;
    expect(await halls.wake(must([...halls.known(), ...halls.unopened][0]).code)).toBeNull();
    const detail = expect.stringMatching(/^ballot r-score-A01\/1\//) as string;
    expect(halls.unopened).toMatchObject([{ flaw: 'damaged', detail }]);
    await server.stop();
    server = null;
    const copy = new Database(fileIn(backup));
    expect(copy.prepare("SELECT 1 FROM events WHERE type = 'EpochRaised'").get()).toBeUndefined();
    copy.close();
  });
});

/** A stopped server's meeting: a round that everyone has cast in, and a copy of it. */
async function heldMeeting(and: (hall: Hall) => Promise<void> = () => Promise.resolve()) {
  const first = await startServer({ data, backup });
  const { staff, phones } = await seatedHall(first, SEATS);
  await stageScoring(staff, 'A01', 'hidden');
  await Promise.all(phones.map((phone) => phone.until(({ stage }) => stage?.open.length === 1)));
  for (const phone of phones) expect((await phone.vote(CHOICE))?.ok).toBe(true);
  await and(await onlyHall(first));
  await copied(first);
  leave({ staff, phones });
  await first.stop();
}

/** Opens real stores whose verification waits until it is let through. */
function gated(): { readonly openStore: OpenStore; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open,
    openStore: async (path, options) => {
      const opening = await openThreadedStore(path, options);
      if (!opening.ok) return opening;
      const verify = opening.store.verify.bind(opening.store);
      const waits: typeof verify = (...given) => opened.then(() => verify(...given));
      return { ok: true, store: Object.assign(opening.store, { verify: waits }) };
    },
  };
}

function damage(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(`DROP TRIGGER ballots_keep; DROP TRIGGER ballots_stay; ${sql}`);
  db.close();
}

function fileIn(where: string): string {
  return must(databasesIn(where)[0]);
}

/** How many ballots a file that nobody serves holds. */
function stored(file: string): number {
  const db = new Database(file, { readonly: true });
  const count = db.prepare('SELECT count(*) FROM ballots').pluck().get() as number;
  db.close();
  return count;
}

async function onlyHall({ app: { halls } }: TestServer): Promise<Hall> {
  return must(await halls.wake(must(halls.known()[0]).code));
}

function cast(hall: Hall, nth: number, rev: number) {
  const { meeting } = hall.world;
  const seat = must([...meeting.seats.values()][nth]);
  const round = must([...meeting.rounds.values()][0]);
  const key = { round: round.id, attempt: 1, subject: must(subjectsOf(meeting, round)[0]), rev };
  return hall.cast(seat.id, seat.claim, { ...key, choice: CHOICE });
}

function close(hall: Hall) {
  const { meeting } = hall.world;
  const round = must([...meeting.rounds.values()][0]).id;
  const expects = { item: meeting.current, touched: meeting.touched.stage };
  const by = { id: 'tester' as StaffId, name: '主持', role: 'moderator' } as const;
  return hall.staff(by, { type: 'CloseRound', round }, expects);
}

async function health({ origin }: TestServer) {
  const answer = await fetch(`${origin}/healthz`);
  return { status: answer.status, body: (await answer.json()) as object };
}

async function copied(running: TestServer): Promise<void> {
  const hall = await onlyHall(running);
  const state = () => running.app.backup.state(hall).ageMs;
  await expect.poll(state).toBe(0);
}

async function checked(hall: Hall): Promise<void> {
  await expect.poll(() => hall.fileCheck.phase).not.toBe('checking');
}
