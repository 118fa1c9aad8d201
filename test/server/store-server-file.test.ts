// server.sqlite: accounts, sessions and invitations that hold exactly as long as they should, and the list of meetings.
import Database from 'better-sqlite3';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MeetingId, StaffId } from '../../shared/ids.ts';
import { openServerFile, type ServerFile } from '../../server/store/server-file.ts';
import type { Staff } from '../../server/store/server-rows.ts';
import { temporaryFolder, writtenFile } from './store-fixtures.ts';

const NOW = 1_700_000_000_000;

function open(path = join(temporaryFolder(), 'server.sqlite')): ServerFile {
  const opening = openServerFile(path);
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  onTestFinished(() => opening.file.close());
  return opening.file;
}

function staff(id: string, name = id): Omit<Staff, 'disabled'> {
  const createdAt = NOW + id.length;
  return { id: id as StaffId, name, role: 'clerk', passphrase: 'scrypt$…', createdAt };
}

const hash = (digit: string) => digit.repeat(64);

describe('staff', () => {
  test('are found by name and id, and listed as they joined', () => {
    const file = open();
    expect(file.addStaff(staff('bb', '李四'))).toBe(true);
    expect(file.addStaff(staff('a', '张三'))).toBe(true);
    const zhang = { ...staff('a', '张三'), disabled: false };
    expect(file.staffByName('张三')).toEqual(zhang);
    expect(file.staffById('a' as StaffId)).toEqual(zhang);
    expect(file.staffByName('王五')).toBeNull();
    expect(file.staffById('c' as StaffId)).toBeNull();
    expect(file.allStaff().map(({ name }) => name)).toEqual(['张三', '李四']);
  });

  test('a name is given once', () => {
    const file = open();
    file.addStaff(staff('a', '张三'));
    expect(file.addStaff(staff('b', '张三'))).toBe(false);
    expect(file.allStaff()).toHaveLength(1);
  });

  test('a disabled account keeps its name, loses its sessions and gets no new ones', () => {
    const file = open();
    file.addStaff(staff('a'));
    const session = { tokenHash: hash('1'), staff: 'a' as StaffId, createdAt: NOW };
    file.addSession({ ...session, expiresAt: NOW + 1_000 });
    expect(file.disableStaff('a' as StaffId)).toBe(true);
    expect(file.disableStaff('b' as StaffId)).toBe(false);
    expect(file.staffById('a' as StaffId)?.disabled).toBe(true);
    file.addSession({ ...session, tokenHash: hash('2'), expiresAt: NOW + 1_000 });
    expect(file.sessionByTokenHash(hash('1'), NOW)).toBeNull();
    expect(file.sessionByTokenHash(hash('2'), NOW)).toBeNull();
  });
});

describe('sessions', () => {
  function withSessions(): ServerFile {
    const file = open();
    for (const id of ['a', 'b']) file.addStaff(staff(id));
    for (const [digit, id] of [
      ['1', 'a'],
      ['2', 'a'],
      ['3', 'b'],
    ] as const)
      file.addSession({
        tokenHash: hash(digit),
        staff: id as StaffId,
        createdAt: NOW,
        expiresAt: NOW + 1_000,
      });
    return file;
  }

  const alive = (file: ServerFile, now = NOW) =>
    ['1', '2', '3'].filter((digit) => file.sessionByTokenHash(hash(digit), now) !== null);

  test('name their holder until they expire', () => {
    const file = withSessions();
    expect(file.sessionByTokenHash(hash('3'), NOW + 999)).toEqual({
      session: {
        tokenHash: hash('3'),
        staff: 'b',
        createdAt: NOW,
        expiresAt: NOW + 1_000,
      },
      staff: { ...staff('b'), disabled: false },
    });
    expect(alive(file, NOW + 1_000)).toEqual([]);
    expect(file.sessionByTokenHash(hash('9'), NOW)).toBeNull();
  });

  test('end one by one, or with the account', () => {
    const file = withSessions();
    file.removeSession(hash('1'));
    expect(alive(file)).toEqual(['2', '3']);
    file.disableStaff('a' as StaffId);
    expect(alive(file)).toEqual(['3']);
  });

  test('belong to somebody', () => {
    const orphan = { tokenHash: hash('4'), staff: 'c' as StaffId, createdAt: NOW, expiresAt: NOW };
    expect(() => open().addSession(orphan)).toThrow('FOREIGN KEY');
  });
});

describe('devices', () => {
  test('are of one account, as many as are kept, and end with it', () => {
    const file = open();
    for (const id of ['a', 'b']) file.addStaff(staff(id));
    for (const [n, digit] of ['1', '2', '3'].entries())
      file.keepDevice(hash(digit), 'a' as StaffId, NOW + n, 2);
    file.keepDevice(hash('4'), 'b' as StaffId, NOW, 2);
    const known = (id: string) =>
      ['1', '2', '3', '4'].filter((digit) => file.isDeviceOf(hash(digit), id as StaffId));
    expect([known('a'), known('b')]).toEqual([['2', '3'], ['4']]);
    file.keepDevice(hash('2'), 'a' as StaffId, NOW + 9, 2);
    file.keepDevice(hash('5'), 'a' as StaffId, NOW + 8, 2);
    expect(known('a')).toEqual(['2']);
    file.disableStaff('a' as StaffId);
    expect([known('a'), known('b')]).toEqual([[], ['4']]);
  });
});

describe('invitations', () => {
  const invitation = {
    tokenHash: hash('a'),
    role: 'supervisor',
    createdAt: NOW,
    expiresAt: NOW + 1_000,
  } as const;

  test('work once', () => {
    const file = open();
    file.addInvitation(invitation);
    expect(file.useInvitation(hash('b'), NOW)).toBeNull();
    expect(file.useInvitation(hash('a'), NOW + 999)).toBe('supervisor');
    expect(file.useInvitation(hash('a'), NOW + 999)).toBeNull();
  });

  test('work until they expire', () => {
    const file = open();
    file.addInvitation(invitation);
    expect(file.useInvitation(hash('a'), NOW + 1_000)).toBeNull();
  });

  test('are not used up by an account that did not come about', () => {
    const file = open();
    file.addInvitation(invitation);
    expect(() =>
      file.atomically(() => {
        file.useInvitation(hash('a'), NOW);
        throw new Error('name taken');
      }),
    ).toThrow('name taken');
    expect(file.useInvitation(hash('a'), NOW)).toBe('supervisor');
  });
});

test('meetings are listed as they were made, and found by a code that only one has', () => {
  const file = open();
  const first = { id: 'm2' as MeetingId, code: 'hall', file: 'm2.sqlite', createdAt: NOW };
  const second = { id: 'm1' as MeetingId, code: 'annex', file: 'm1.sqlite', createdAt: NOW + 1 };
  expect(file.addMeeting(first)).toBe(true);
  expect(file.addMeeting(second)).toBe(true);
  expect(file.addMeeting({ ...second, id: 'm3' as MeetingId, file: 'm3.sqlite' })).toBe(false);
  expect(file.meetings()).toMatchObject([first, second]);
  expect(file.meetingByCode('annex')).toMatchObject(second);
  expect(file.meetingByCode('attic')).toBeNull();
});

describe('the file', () => {
  test('[R1] is private, and holds what was written when it is opened again', () => {
    const path = join(temporaryFolder(), 'server.sqlite');
    const file = open(path);
    file.addStaff(staff('a'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    file.close();
    expect(open(path).allStaff()).toHaveLength(1);
  });

  test('[R11] belongs to one server', () => {
    const path = join(temporaryFolder(), 'server.sqlite');
    open(path);
    expect(openServerFile(path)).toMatchObject({ ok: false, flaw: 'in-use' });
  });

  test('[R2] is not made over something else', () => {
    const folder = temporaryFolder();
    const text = join(folder, 'server.sqlite');
    writeFileSync(text, 'notes');
    expect(openServerFile(text)).toMatchObject({ ok: false, flaw: 'not-a-database' });
    expect(readFileSync(text, 'utf8')).toBe('notes');
    expect(openServerFile(writtenFile(folder))).toMatchObject({ ok: false, flaw: 'foreign' });
  });

  test('[R2] of an older version is led on, and nothing in it is lost', () => {
    const third = readFileSync(new URL('../vectors/server-file-v3.sql', import.meta.url), 'utf8');
    const made = {
      3: '',
      1: 'DROP TABLE staff_devices; DROP TABLE server; PRAGMA user_version = 1',
    };
    for (const [version, undone] of Object.entries(made)) {
      const path = join(temporaryFolder(), `server-${version}.sqlite`);
      const db = new Database(path);
      db.exec(third);
      db.exec(`INSERT INTO staff VALUES ('a', 'A', 'clerk', 'scrypt', 1, 0);
        INSERT INTO meetings VALUES ('m1', 'hall1', 'meetings/m1.sqlite', 2)`);
      db.exec(undone);
      db.close();
      const led = open(path);
      expect(led.staffByName('A')).toMatchObject({ id: 'a', createdAt: 1, disabled: false });
      expect(led.meetings()).toMatchObject([{ id: 'm1', code: 'hall1', createdAt: 2 }]);
      expect(led.id).toMatch(/^[0-9a-f]{16}$/);
      led.keepDevice(hash('d'), 'a' as StaffId, NOW, 2);
      expect(led.isDeviceOf(hash('d'), 'a' as StaffId)).toBe(true);
    }
  });
});
