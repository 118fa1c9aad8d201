// [R2] [R11] A meeting whose file cannot be opened is left as it is, named everywhere, and none of the others' business.
import Database from 'better-sqlite3';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApp } from '../../server/app.ts';
import type { UnopenedMeeting } from '../../server/halls.ts';
import { fileOf } from '../../server/meeting-folder.ts';
import type { MeetingId } from '../../shared/ids.ts';
import { eventHash } from '../../shared/meeting/chain.ts';
import {
  moderator,
  PAGES,
  PASSPHRASE,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';
import { StaffClient } from '../../scripts/staff-client.ts';

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let server: TestServer | null = null;
beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
});
afterEach(async () => {
  await server?.app.close();
  server = null;
  folder.remove();
});

/** A meeting, another one and a rehearsal, with where their files lie; the server is stopped again. */
async function threeMeetings() {
  const on = await startServer({ data });
  const staff = await moderator(on);
  await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,单位名称,类别\nA01,甲局,部门'));
  const other = await on.app.halls.create('另一场', 'Asia/Shanghai', 'zh');
  const rehearsal = await on.app.halls.create('演练', 'Asia/Shanghai', 'zh', { rehearsal: true });
  const place = (id: MeetingId) => join(data, fileOf(id));
  const [first, second, third] = [on.app.halls.byCode(staff.meeting)!, other, rehearsal].map(
    ({ world }) => ({ code: world.meeting.code, path: place(world.meeting.id) }),
  );
  staff.close();
  await on.app.close();
  return { first: first!, second: second!, third: third! };
}

async function login(on: TestServer): Promise<StaffClient> {
  const staff = new StaffClient(on.origin);
  await staff.logIn('主持', PASSPHRASE);
  return staff;
}

it('a damaged meeting and a missing rehearsal leave the other meeting served', async () => {
  const { first, second, third } = await threeMeetings();
  writeFileSync(second.path, 'no database any more');
  writeFileSync(third.path, '');
  server = await startServer({ data, logLevel: 'silent' });
  const told = [
    { code: second.code, flaw: 'not-a-database' },
    { code: third.code, flaw: 'not-a-database' },
  ];
  expect(server.app.halls.unopened).toMatchObject(told);
  const get = async (path: string) => (await fetch(`${server!.origin}${path}`)).json();
  expect(await get('/healthz')).toMatchObject({ ok: true, unopened: told });
  expect(await get('/api/meetings')).toMatchObject({
    meetings: [{ code: first.code }],
    unopened: told,
  });
  const staff = await login(server);
  await staff.connect(first.code);
  expect(staff.view.subjects.map(({ id }) => id)).toEqual(['A01']);
  staff.close();
  expect(readFileSync(second.path, 'utf8')).toBe('no database any more');
});

it('where no meeting could be opened the start is refused, whatever becomes of rehearsals', async () => {
  const { first, second } = await threeMeetings();
  rmSync(first.path);
  writeFileSync(second.path, '');
  const options = { data, port: 0, host: '127.0.0.1', publicUrl: null, pages: PAGES };
  const started = await startApp({ ...options, language: 'zh', logLevel: 'silent' });
  expect(started).toMatchObject({ ok: false, flaw: 'missing', file: first.path });
});

it('a document that a meeting which was not opened has is kept when a rehearsal with it goes', async () => {
  const { first, second, third } = await threeMeetings();
  let on = await startServer({ data });
  let staff = await login(on);
  const attach = async (code: string) => {
    const { origin, cookie } = staff;
    const response = await fetch(`${origin}/m/${code}/api/subjects/A01/documents?name=x.txt`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin, cookie },
      body: 'a report',
    });
    return (await response.json()) as { ok: boolean };
  };
  expect(await attach(first.code)).toMatchObject({ ok: true });
  const copied = await staff.post<{ code: string }>(`/m/${first.code}/api/rehearsal`, {
    language: 'zh',
  });
  const { documents } = on.app.halls.byCode(copied.code)!.world.meeting;
  const [own] = [...documents.values()].flat();
  const copiedPath = `/m/${copied.code}/api/documents/${own!.hash}`;
  expect(await (await fetch(on.origin + copiedPath)).text()).toBe('a report');
  await on.app.close();
  const sound = readFileSync(first.path);
  writeFileSync(first.path, 'damaged');

  on = await startServer({ data, logLevel: 'silent' });
  staff = await login(on);
  await staff.post(`/m/${copied.code}/api/delete`, {});
  await on.app.close();
  writeFileSync(first.path, sound);
  server = await startServer({ data });
  const [document] = [
    ...(await server.app.halls.wake(first.code))!.world.meeting.documents.values(),
  ].flat();
  const path = `/m/${first.code}/api/documents/${document!.hash}`;
  expect(await (await fetch(server.origin + path)).text()).toBe('a report');
  for (const { code } of [second, third]) expect(await server.app.halls.wake(code)).toBeTruthy();
});

it.each([
  ['of a later version', /"v":\d/, '"v":9', 'newer'],
  ['that nobody knows', '"AgendaSet"', '"AgendaSpun"', 'newer'],
  ['with a kind of item that nobody knows', '"kind":"draw"', '"kind":"duel"', 'newer'],
  ['with an item that is of no kind', '"kind":"draw"', '"kind":7', 'damaged'],
] as const)('a log with an event %s is refused and stays as it is', async (_, from, to, flaw) => {
  const { second } = await threeMeetings();
  const db = new Database(second.path);
  const last = db
    .prepare<[], { body: string; private: string; prev: string; salt: string; type: string }>(
      'SELECT * FROM events ORDER BY seq DESC LIMIT 1',
    )
    .get()!;
  const body = last.body.replace(from, to);
  expect(body).not.toBe(last.body);
  const hash = eventHash(last.prev, {
    open: body,
    closed: { text: last.private, salt: last.salt },
  });
  const { v, event } = JSON.parse(body) as { v: number; event: { type: string } };
  db.exec('DROP TRIGGER events_keep');
  db.prepare('UPDATE events SET body = ?, hash = ?, v = ?, type = ? WHERE prev = ?').run(
    ...([body, hash, v, event.type, last.prev] as const),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = readFileSync(second.path);
  const named: string[] = [];
  const onUnopened = (one: UnopenedMeeting) => named.push(one.code);
  server = await startServer({ data, logLevel: 'silent', onUnopened });
  // Two who need it at the same time, and one who comes again: it is tried once.
  const { halls } = server.app;
  expect(await Promise.all([halls.wake(second.code), halls.wake(second.code)])).toEqual([
    null,
    null,
  ]);
  expect(await halls.hold(second.code)).toBeNull();
  expect(named).toEqual([second.code]);
  expect(halls.unopened).toMatchObject([{ code: second.code, flaw }]);
  expect(halls.known().map(({ code }) => code)).not.toContain(second.code);
  expect(readFileSync(second.path).equals(bytes)).toBe(true);
});
