// [R2] A meeting as the last version left it goes on: it opens, votes, closes, reveals and verifies. What this version
// cannot read is refused with a sentence, and not a byte of it has changed.
import Database from 'better-sqlite3';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Hall } from '../../server/hall.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { DamagedFile, NewerFile } from '../../server/store/store-errors.ts';
import { openThreadedStore, type ThreadedStore } from '../../server/store/threaded-store.ts';
import { systemClock } from '../../server/clock.ts';
import { merkleRoot } from '../../shared/scoring/merkle.ts';
import type { StaffId } from '../../shared/ids.ts';
import { expectationOf, type StaffCommand } from '../../shared/meeting/commands.ts';
import { itemId, roundId, scores, seatId, subjectId } from '../builders.ts';
import { ballotText, matterText, type Ballot } from '../../shared/ballots/ballot.ts';
import { chain, eventTexts } from '../../shared/meeting/chain.ts';
import {
  ballot,
  commitOf,
  events,
  MEETING,
  temporaryFolder,
  writtenFile,
} from './store-fixtures.ts';

/** A file of version 2: a written round is open, a hidden one is closed and nobody has seen it. */
function oldFile(change: (db: Database.Database) => void = () => undefined): string {
  const path = join(temporaryFolder(), 'old.sqlite');
  const db = new Database(path);
  db.exec(readFileSync(new URL('../vectors/meeting-file-v2.sql', import.meta.url), 'utf8'));
  change(db);
  db.pragma('journal_mode = WAL');
  db.close();
  return path;
}

async function storeAt(path: string): Promise<ThreadedStore> {
  const opening = await openThreadedStore(path);
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  return opening.store;
}

async function hallAt(path: string): Promise<Hall> {
  const store = await storeAt(path);
  const hall = await Hall.open({ store, clock: systemClock() });
  onTestFinished(() => hall.close());
  return hall;
}

async function order(hall: Hall, command: StaffCommand): Promise<void> {
  const by = { id: 'clerk' as StaffId, name: '主持', role: 'moderator' } as const;
  const expects = expectationOf(hall.world.meeting, command);
  expect(await hall.staff(by, command, expects)).toEqual({ ok: true });
}

const resultsOf = (hall: Hall, item: string) => {
  const attempt = hall.world.meeting.rounds.get(roundId(item))?.attempts.at(-1);
  return attempt?.phase === 'revealed' ? attempt.results : null;
};

test('[R2] opens, votes, closes, reveals and verifies; what was written stays as it was', async () => {
  const path = oldFile();
  const before = new Database(path, { readonly: true });
  const rows = before.prepare('SELECT * FROM events ORDER BY seq').all();
  const ballots = before
    .prepare('SELECT round, seat, body, hash FROM ballots ORDER BY rowid')
    .all();
  before.close();

  const hall = await hallAt(path);
  // The close of version 1 covers its scores: no hash over it is told before the reveal (R6).
  expect(hall.head.seq).toBeLessThan(hall.world.meeting.seq);
  const cast = await hall.cast(seatId('S001'), 1, {
    ...{ round: roundId('w'), attempt: 1, subject: subjectId('U3'), rev: 1 },
    choice: scores(40, 20, 25, 15),
  });
  expect(cast).toMatchObject({ ok: true, receipt: { total: '100.00' } });
  // The same seat had voted here before: what it sends now counts instead.
  const changed = await hall.cast(seatId('S001'), 1, {
    ...{ round: roundId('w'), attempt: 1, subject: subjectId('U2'), rev: 2 },
    choice: scores(40, 20, 25, 15),
  });
  expect(changed).toMatchObject({ ok: true, receipt: { rev: 2, total: '100.00' } });
  await order(hall, { type: 'CloseRound', round: roundId('w') });
  // From here on salts hide what a hash covers.
  expect(hall.head.seq).toBe(hall.world.meeting.seq);
  expect(resultsOf(hall, 'score')).toBeNull();
  await order(hall, { type: 'EnterItem', item: itemId('score') });
  await order(hall, { type: 'RevealRound', round: roundId('score') });
  await order(hall, { type: 'EnterItem', item: itemId('w') });
  await order(hall, { type: 'RevealRound', round: roundId('w') });
  const scored = resultsOf(hall, 'score')?.[0];
  expect(scored).toMatchObject({
    groups: [
      { counted: 6, abstained: 0, weight: '1' },
      { counted: 4, abstained: 1 },
    ],
  });
  expect(resultsOf(hall, 'w')?.map(({ subject, score }) => [subject, score?.decimal])).toEqual([
    ['U2', '78.3333'],
    ['U3', '100.0000'],
    ['U4', undefined],
  ]);
  const { world, head } = hall;
  await hall.close();

  const again = await hallAt(path);
  expect(again.world.meeting).toEqual(world.meeting);
  expect(again.head).toEqual(head);
  await again.close();
  const store = await storeAt(path);
  const { events } = await store.load();
  expect(head.root).toBe(merkleRoot(events.map(({ hash }) => hash)));
  expect(await store.verify()).toBeNull();
  await store.close();
  const after = new Database(path, { readonly: true });
  onTestFinished(() => void after.close());
  const kept = after.prepare('SELECT * FROM events ORDER BY seq').all();
  expect(kept.slice(0, rows.length)).toEqual(
    rows.map((row) => ({ ...(row as object), private: null, salt: null })),
  );
  expect(kept.slice(rows.length).every((row) => (row as { v: number }).v >= 2)).toBe(true);
  const box = after.prepare('SELECT round, seat, salt, body, hash FROM ballots ORDER BY n').all();
  expect(box.slice(0, ballots.length)).toEqual(
    ballots.map((row) => ({ ...(row as object), salt: null })),
  );
  const cast2 = box.slice(ballots.length) as readonly { readonly body: string }[];
  expect(cast2).toHaveLength(2);
  for (const { body } of cast2) expect(body).not.toContain('S001');
});

test('[R6] a round that version 1 closed can be opened again, and is then committed to with a salt', async () => {
  const hall = await hallAt(oldFile());
  await order(hall, { type: 'EnterItem', item: itemId('score') });
  await order(hall, { type: 'ReopenRound', round: roundId('score'), reason: '有人未投' });
  await hall.cast(seatId('S012'), 1, {
    ...{ round: roundId('score'), attempt: 1, subject: subjectId('U1'), rev: 1 },
    choice: scores(0, 0, 0, 0),
  });
  await order(hall, { type: 'CloseRound', round: roundId('score') });
  await order(hall, { type: 'RevealRound', round: roundId('score') });
  expect(resultsOf(hall, 'score')?.[0]?.groups[1]).toMatchObject({ counted: 5 });
});

const LATER = [
  ['an event of a later version', 'UPDATE events SET v = 3 WHERE seq = 9', 'newer'],
  ['an event that nobody knows', "UPDATE events SET type = 'BellBroken' WHERE seq = 9", 'newer'],
  ['half a version', 'UPDATE events SET v = 2 WHERE seq = 9', 'damaged'],
  ['a ballot of a later version', `UPDATE ballots SET body = '{"v":2}' WHERE rev = 2`, 'newer'],
] as const;

test.each(LATER)('[R2] a file of the last version with %s is refused untouched', (_, sql, flaw) => {
  const path = oldFile((db) => {
    db.exec(`DROP TRIGGER events_keep; DROP TRIGGER ballots_keep; ${sql}`);
  });
  const bytes = readFileSync(path);
  expect(openMeetingFile(path)).toMatchObject({ ok: false, flaw });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

const IN_THIS = [
  ['a ballot of a later version', 'ballots', `UPDATE ballots SET body = '{"v":3}' WHERE rev = 1`],
  [
    'an event without its act',
    'events',
    `UPDATE events SET body = replace(body, '"act"', '"akt"')`,
  ],
] as const;

test.each(IN_THIS)('[R2] a file of this version with %s is refused untouched', (_, table, sql) => {
  const path = writtenFile(temporaryFolder());
  const db = new Database(path);
  db.exec(`DROP TRIGGER ${table}_keep; ${sql}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(path);
  const opening = openMeetingFile(path);
  if (!opening.ok) throw new Error(opening.detail);
  expect(() => opening.file.load()).toThrow(table === 'ballots' ? NewerFile : DamagedFile);
  opening.file.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

const DRAW = { id: 'a', kind: 'draw', take: 1, sources: ['salt'] };
const TOLD = [
  ['a kind of item', { type: 'AgendaSet', items: [{ id: 'a', kind: 'observance' }] }, NewerFile],
  ['a kind of item', { type: 'ItemChanged', item: { id: 'a', kind: 'observance' } }, NewerFile],
  ['a purpose', { type: 'AgendaSet', items: [{ ...DRAW, purpose: 'witness' }] }, NewerFile],
  ['a purpose', { type: 'DrawLocked', item: 'a', purpose: 'witness' }, NewerFile],
  ['no purpose', { type: 'AgendaSet', items: [DRAW] }, DamagedFile],
  ['a kind that is none', { type: 'AgendaSet', items: [{ id: 'a', kind: 7 }] }, DamagedFile],
] as const;

test.each(TOLD)('[R2] a file with %s that nobody knows is refused untouched: %j', (...one) => {
  const [, event, error] = one;
  const path = join(temporaryFolder(), 'told.sqlite');
  const made = openMeetingFile(path, { create: { meeting: MEETING } });
  if (!made.ok) throw new Error(made.detail);
  const [first, second] = events(2);
  if (!first || !second) throw new Error('no events');
  const told = { ...second.recorded, event: event as never };
  made.file.commit(commitOf({ events: [first, chain(first.hash, told, second.salt)] }));
  made.file.close();
  const bytes = readFileSync(path);
  const opening = openMeetingFile(path);
  if (!opening.ok) throw new Error(opening.detail);
  expect(() => opening.file.load()).toThrow(error);
  opening.file.close();
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test('[R2] a file of version 3 opens with its ballots, and one with a ballot to come does not', () => {
  const path = (change: (body: string) => string) => {
    const file = join(temporaryFolder(), 'third.sqlite');
    const db = new Database(file);
    db.exec(readFileSync(new URL('../vectors/meeting-file-v3.sql', import.meta.url), 'utf8'));
    const meta = db.prepare('INSERT INTO meta VALUES (?, ?)');
    meta.run('meeting', MEETING);
    meta.run('code_key', '0'.repeat(64));
    const [first] = events(1);
    const { seq, at, v } = first!.recorded;
    const { open, closed } = eventTexts(first!.recorded);
    db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      ...[seq, at, first!.recorded.event.type, v, open, '', first!.hash, closed, first!.salt],
    );
    const { ballot: one, hash } = ballot(4);
    const { salt } = one as Extract<Ballot, { salt: string }>;
    db.prepare('INSERT INTO ballots VALUES (1, ?, 1, ?, ?, 1, ?, 1, ?, ?)').run(
      ...[one.round, matterText(one.matter), one.seat, salt, change(ballotText(one)), hash],
    );
    db.pragma('journal_mode = WAL');
    db.close();
    return file;
  };
  const opening = openMeetingFile(path((body) => body));
  if (!opening.ok) throw new Error(opening.detail);
  onTestFinished(() => opening.file.close());
  expect(opening.file.load().ballots).toEqual([ballot(4)]);
  expect(opening.file.verify()).toBeNull();
  const later = openMeetingFile(path((body) => body.replace('"v":2', '"v":3')));
  expect(later).toMatchObject({ ok: false, flaw: 'newer' });
});
