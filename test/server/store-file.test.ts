// The meeting's file itself: append-only, synced, private, and not trusted until its hashes agree.
import Database from 'better-sqlite3';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ballotText } from '../../shared/ballots/ballot.ts';
import { BoxIndex, boxRoot } from '../../shared/ballots/box-index.ts';
import type { RoundId } from '../../shared/ids.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { expectedRows } from '../../shared/meeting/expected-rows.ts';
import { createDatabase, openDatabase } from '../../server/store/database.ts';
import { chain } from '../../shared/meeting/chain.ts';
import { openMeetingFile } from '../../server/store/meeting-file.ts';
import { CommitFailed, DamagedFile } from '../../server/store/store-errors.ts';
import {
  ballot,
  ballots,
  commitOf,
  events,
  MEETING,
  opened,
  temporaryFolder,
  ticket,
  writtenFile,
} from './store-fixtures.ts';

describe('append only', () => {
  test.each([
    ['[R2]', "UPDATE events SET type = 'X' WHERE seq = 2", 'never changed'],
    ['[R2]', 'DELETE FROM events WHERE seq = 5', 'never deleted'],
    ['[R2]', 'INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 2', 'must follow'],
    [
      '[R3]',
      "INSERT INTO events VALUES (6, 1, 'X', 1, '{}', '', hex(randomblob(32)), NULL, NULL)",
      'follow',
    ],
    ['[R5]', "UPDATE ballots SET body = '{}' WHERE seat = 'S2'", 'never changed'],
    ['[R5]', "DELETE FROM ballots WHERE seat = 'S2'", 'never deleted'],
    ['[R5]', 'INSERT OR REPLACE INTO ballots SELECT * FROM ballots LIMIT 1', 'already kept'],
  ])('%s refuses, on any connection: %s', (_, sql, message) => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    db.pragma('recursive_triggers = OFF');
    expect(() => db.exec(sql)).toThrow(message);
    db.close();
    expect(opened(path, {}).load().events).toHaveLength(5);
  });
});

describe('opening', () => {
  const FORMAT = { applicationId: 7, schema: 'CREATE TABLE t (x TEXT) STRICT', migrations: [] };

  test('[R1] runs at synchronous=FULL after every open, where SQLite by itself would not', () => {
    const path = join(temporaryFolder(), 'x.sqlite');
    expect(createDatabase(path, FORMAT)).toBeNull();
    for (let round = 0; round < 2; round++) {
      const plain = new Database(path);
      plain.exec("INSERT INTO t VALUES ('plain')");
      expect(plain.pragma('synchronous', { simple: true })).toBe(1);
      plain.close();
      const open = openDatabase(path, FORMAT);
      if (!open.ok) throw new Error(open.detail);
      expect(open.db.pragma('synchronous', { simple: true })).toBe(2);
      expect(open.db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(open.db.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(open.db.pragma('secure_delete', { simple: true })).toBe(1);
      open.close();
    }
  });

  test('[R2] migrates forwards, keeps what was there, and never goes back', () => {
    const path = join(temporaryFolder(), 'x.sqlite');
    createDatabase(path, FORMAT, (db) => void db.exec("INSERT INTO t VALUES ('old')"));
    const next = { ...FORMAT, migrations: ["ALTER TABLE t ADD COLUMN y TEXT DEFAULT 'new'"] };
    for (let round = 0; round < 2; round++) {
      const open = openDatabase(path, next);
      if (!open.ok) throw new Error(open.detail);
      expect(open.db.prepare('SELECT * FROM t').all()).toEqual([{ x: 'old', y: 'new' }]);
      open.close();
    }
    expect(openDatabase(path, FORMAT)).toMatchObject({ ok: false, flaw: 'newer' });
  });

  test('[R2] a file of version 1 keeps its names, and can keep reasons from now on', () => {
    const path = join(temporaryFolder(), 'old.sqlite');
    const second = readFileSync(new URL('../vectors/meeting-file-v2.sql', import.meta.url), 'utf8');
    const tables = second.split('\n').filter((line) => line.startsWith('CREATE '));
    const schema = tables.join('\n').replace(", 'reason'", '');
    expect(schema).not.toMatch(/'reason'|private TEXT/);
    const format = { applicationId: 0x4b6c6d31, schema, migrations: [] };
    const row = { id: 'R1', name: '张三', attributes: { 组: '甲' }, salt: 's' };
    const made = createDatabase(path, format, (db) => {
      db.exec(
        `INSERT INTO meta VALUES ('meeting', '${MEETING}'), ('code_key', '${'0'.repeat(64)}')`,
      );
      db.exec(`INSERT INTO directory VALUES ('reviewer', 'R1', '张三', '{"组":"甲"}', 's')`);
    });
    expect(made).toBeNull();
    const file = opened(path, {});
    const reason = { ...row, kind: 'reason', id: 'W3' } as const;
    file.commit(commitOf({ side: [{ kind: 'directory', entry: reason }] }));
    expect(file.load().directory).toEqual([reason, { ...row, kind: 'reviewer' }]);
  });

  test('a new file and its log are readable by their owner only', () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const file = opened(path, { create: { meeting: MEETING } });
    file.commit(commitOf({ events: events(1) }));
    for (const name of [path, `${path}-wal`]) expect(statSync(name).mode & 0o777).toBe(0o600);
  });

  test('each file has a code key of its own, and keeps it', () => {
    const folder = temporaryFolder();
    const create = { meeting: MEETING };
    const one = openMeetingFile(join(folder, '1.sqlite'), { create });
    if (!one.ok) throw new Error(one.detail);
    const { codeKey } = one.file.load();
    one.file.close();
    expect(opened(join(folder, '1.sqlite'), {}).load().codeKey).toBe(codeKey);
    expect(opened(join(folder, '2.sqlite'), { create }).load().codeKey).not.toBe(codeKey);
  });
});

describe('damage', () => {
  /** Flips one bit of the file at each of the places and says what reading it then comes to. */
  function flips(text: string, places: (length: number) => readonly number[]): readonly unknown[] {
    const path = writtenFile(temporaryFolder());
    const sound = readFileSync(path);
    const at = sound.indexOf(text);
    expect(at).toBeGreaterThan(0);
    return places(Buffer.byteLength(text)).map((n) => {
      const bytes = Buffer.from(sound);
      bytes[at + n] = bytes[at + n]! ^ (1 << (n % 8));
      writeFileSync(path, bytes);
      return examine(path);
    });
  }

  function examine(path: string): unknown {
    const opening = openMeetingFile(path);
    if (!opening.ok) return opening.flaw;
    try {
      opening.file.load();
      return opening.file.verify();
    } catch (error) {
      if (error instanceof DamagedFile) return error.place;
      throw error;
    } finally {
      opening.file.close();
    }
  }

  const everywhere = (length: number) => Array.from({ length }, (_, n) => n);

  test('a sound file is found sound', () => {
    expect(examine(writtenFile(temporaryFolder()))).toBeNull();
  });

  test('[R3] a flipped bit anywhere in an event is found and the event is named', () => {
    const { recorded, prev, hash } = events(3)[2]!;
    const body = `"seq":${recorded.seq},"v":2}`;
    expect(new Set(flips(body + prev + hash, everywhere))).toEqual(new Set(['event 3']));
    const item = `"item":"item-${recorded.seq}"`;
    expect(new Set(flips(item, everywhere))).toEqual(new Set(['event 3']));
  });

  test('[R4] a flipped bit anywhere in a ballot is found and the ballot is named', () => {
    const { ballot: cast, hash } = ballot(12);
    const voter = 'voter' in cast ? cast.voter : '';
    const body = `"rev":1,"round":"r1","v":2,"voter":"${voter}"}${hash}`;
    expect(new Set(flips(body, everywhere))).toEqual(new Set(['ballot r1/1/D01/S12/1']));
  });

  test('[R4] a column that no longer agrees with its ballot is found at once', () => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    db.exec("DROP TRIGGER ballots_keep; UPDATE ballots SET rev = 9 WHERE seat = 'S4'");
    db.close();
    expect(() => opened(path, {}).load()).toThrow('ballot r1/1/D01/S4/9');
  });

  test.each([
    ['seat', "seat = 'S99'", 'S99/1'],
    ['salt', `salt = '${'0'.repeat(32)}'`, 'S4/1'],
  ])('[R4] a ballot that another %s was put beside is found', (_, change, place) => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    db.exec(`DROP TRIGGER ballots_keep; UPDATE ballots SET ${change} WHERE seat = 'S4'`);
    db.close();
    expect(opened(path, {}).verify()).toBe(`ballot r1/1/D01/${place}`);
  });

  test('[R14] whose a ballot is can be cut, and nothing else of it; then no byte tells it', () => {
    const path = writtenFile(temporaryFolder());
    const file = opened(path, {});
    const { ballots: before, events: log } = file.load();
    const last = log.at(-1)!;
    const event = { type: 'PeopleErased' } as const;
    const erasure = chain(last.hash, { ...last.recorded, seq: 6, event }, '6'.repeat(32));
    file.commit(commitOf({ events: [erasure], side: [{ kind: 'erase-people', subjects: [] }] }));
    file.tidy();
    const after = file.load().ballots;
    expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
    for (const { ballot: one } of after) expect(one.seat).toBeNull();
    const index = new BoxIndex();
    for (const one of before) index.add(one);
    const { root } = boxRoot(index, 'r1' as RoundId, 1);
    expect(file.verify([{ round: 'r1' as RoundId, attempt: 1, root }])).toBeNull();
    file.close();
    const bytes = readFileSync(path);
    for (const told of ['fedcba9876543210fedc', 'S12']) expect(bytes.includes(told)).toBe(false);
    const db = new Database(path);
    for (const change of ["seat = 'S1'", 'rev = 2', "hash = 'x'", "body = '{}'", 'n = n + 100'])
      expect(() => db.exec(`UPDATE ballots SET ${change}`)).toThrow('never changed');
    db.close();
  });

  test('[R4] a ballot in other words is found, even where its hash was made anew', () => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    const body = ballotText(ballot(4).ballot).replace(':', ': ');
    db.exec('DROP TRIGGER ballots_keep');
    db.prepare("UPDATE ballots SET body = ?, hash = ? WHERE seat = 'S4'").run(
      body,
      fingerprint('ballot', body),
    );
    db.close();
    expect(opened(path, {}).verify()).toBe('ballot r1/1/D01/S4/1');
  });

  test('[R3] a missing event is found where the chain breaks', () => {
    const path = writtenFile(temporaryFolder());
    const db = new Database(path);
    db.pragma('foreign_keys = OFF');
    db.exec('DROP TRIGGER events_stay; DELETE FROM events WHERE seq = 3');
    db.close();
    expect(() => opened(path, {}).load()).toThrow('event 3');
  });

  test('verification and commits take turns', () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const file = opened(path, { create: { meeting: MEETING } });
    file.commit(commitOf({ events: events(1), ballots: ballots(1, 300) }));
    const steps = file.verifying();
    steps.next();
    file.commit(commitOf({ ballots: ballots(1_000, 300) }));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value).toBeNull();
    expect(file.load().ballots).toHaveLength(600);
  });

  test('what comes while the rows beside the log are looked at is in no root of before', () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const file = opened(path, { create: { meeting: MEETING } });
    const links = events(1);
    const first = ballots(1, 300);
    file.commit(commitOf({ events: links, ballots: first }));
    const box = new BoxIndex();
    for (const one of first) box.add(one);
    const { root } = boxRoot(box, 'r1' as RoundId, 1);
    const rows = expectedRows(links.map(({ recorded }) => recorded));
    const steps = file.verifying([{ round: 'r1' as RoundId, attempt: 1, root }], rows);
    // The rows are still being looked at: no ballot has been.
    expect(steps.next()).toEqual({ done: false, value: 0 });
    file.commit(commitOf({ ballots: ballots(1_000, 300) }));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value).toBeNull();
  });

  test('[R14] an erasure amid a verification is no damage, a failed one neither', () => {
    const path = join(temporaryFolder(), 'm.sqlite');
    const file = opened(path, { create: { meeting: MEETING } });
    const links = events(1);
    file.commit(commitOf({ events: links, ballots: ballots(1, 600) }));
    const steps = file.verifying();
    steps.next();
    const event = { type: 'PeopleErased' } as const;
    const { recorded, hash } = links[0]!;
    const erasure = commitOf({
      events: [chain(hash, { ...recorded, seq: 2, event }, '2'.repeat(32))],
      side: [{ kind: 'erase-people', subjects: [] }],
    });
    const rows = [ticket('R1', 1, 'a'), ticket('R1', 1, 'a')];
    expect(() => file.commit({ ...erasure, tickets: rows })).toThrow(CommitFailed);
    steps.next();
    steps.next();
    file.commit(erasure);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value).toBeNull();
  });
});
