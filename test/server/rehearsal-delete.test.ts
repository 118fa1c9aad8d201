// Rehearsals of a meeting: whose they are, how many there may be, and that a deleted one is gone for good.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, expect, it } from 'vitest';
import { fileOf, folderOf, passingFolder } from '../../server/meeting-folder.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import {
  databasesIn,
  documentsOf,
  moderator,
  moderatorAt,
  PASSPHRASE,
  pullOut,
  seatPhones,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const PATIENCE = { timeout: 45_000, interval: 20 };
const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function server(options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> {
  const on = await startServer(options);
  endings.push(() => on.stop());
  return on;
}

type Asked = { ok: boolean; code?: string; refusal?: Refusal };

async function post(staff: StaffClient, path: string, body: object = {}): Promise<Asked> {
  const { origin, cookie } = staff;
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Asked;
}

const rehearse = async (staff: StaffClient, code: string) =>
  (await post(staff, `/m/${code}/api/rehearsal`, { language: 'zh' })).code ?? '';
const remove = (staff: StaffClient, code: string) => post(staff, `/m/${code}/api/delete`);

function rehearsalLine(staff: StaffClient) {
  const line = staff.view.readiness.lines.find(({ id }) => id === 'rehearsal');
  return line?.id === 'rehearsal' ? line : null;
}

/** Every name in a folder of meetings, however deep. */
function all(data: string): readonly string[] {
  return readdirSync(join(data, 'meetings'), { recursive: true }).map(String);
}

async function listed(on: TestServer): Promise<readonly string[]> {
  const answer = (await (await fetch(`${on.origin}/api/meetings`)).json()) as {
    meetings: readonly { code: string }[];
  };
  return answer.meetings.map(({ code }) => code);
}

/** A page that only watches; tells why it was ended. */
async function page(on: TestServer, space: string, meeting: string) {
  const socket = io(on.origin + space, {
    ...connectionTo(meeting),
    forceNew: true,
    transports: ['websocket'],
    ...{ extraHeaders: { origin: on.origin }, reconnectionDelay: 50 },
  });
  endings.push(() => socket.disconnect());
  const said = { ended: null as string | null };
  socket.on('ended', ({ code }: Refusal) => (said.ended = code));
  await new Promise((resolve) => socket.once('slices', resolve));
  return said;
}

it('a rehearsal knows its meeting, whatever that is called by now, and there are three at the most', async () => {
  const on = await server();
  const staff = await moderator(on);
  const { title, zone, retainUntil } = on.app.halls.byCode(staff.meeting)!.world.meeting;
  const first = await rehearse(staff, staff.meeting);
  expect(on.app.halls.byCode(first)?.world.meeting.rehearsalOf).toBe(
    on.app.halls.byCode(staff.meeting)?.world.meeting.id,
  );
  await staff.run({ type: 'ChangeMeeting', title: `${title}（改）`, zone, retainUntil });
  await expect.poll(() => rehearsalLine(staff)?.rehearsals[0]?.code, PATIENCE).toBe(first);

  // A meeting of the same title has none of it.
  const other = new StaffClient(on.origin);
  await other.logIn('主持', PASSPHRASE);
  await other.create(title);
  expect(rehearsalLine(other)?.rehearsals).toEqual([]);
  other.close();

  // A copy of a copy is one of the meeting; two at once do not make four.
  const second = await rehearse(staff, first);
  const both = await Promise.all(
    [1, 2].map(() => post(staff, `/m/${staff.meeting}/api/rehearsal`, { language: 'zh' })),
  );
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)?.refusal).toEqual({ code: 'rehearsals-full', most: 3 });
  await expect.poll(() => rehearsalLine(staff), PATIENCE).toMatchObject({ full: true });
  expect(
    rehearsalLine(staff)
      ?.rehearsals.slice(1)
      .map(({ code }) => code),
  ).toEqual([second, first]);
  expect(await remove(staff, second)).toEqual({ ok: true });
  expect(await rehearse(staff, staff.meeting)).toMatch(/^try-/);
  staff.close();
});

it('a rehearsal is deleted while phones and pages are open on it: all are told, nothing of it is left', async () => {
  const folder = temporaryFolder();
  endings.push(() => {
    folder.remove();
  });
  const data = join(folder.path, 'data');
  const backup = join(folder.path, 'copies');
  let on = await startServer({ data, backup });
  const staff = await moderator(on);
  const code = await rehearse(staff, staff.meeting);
  const kept = await rehearse(staff, staff.meeting);
  const { id } = on.app.halls.byCode(code)!.world.meeting;
  const inside = await moderatorAt(on.origin, code);
  const { phones } = await seatPhones(inside, on.origin, 5);

  // One document that only the rehearsal has, one that its meeting has as well.
  await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,名称,类别\nA01,甲局,部门'));
  const attach = async (client: StaffClient, text: string) => {
    const path = `/m/${client.meeting}/api/subjects/A01/documents?name=x.txt`;
    const { origin, cookie } = client;
    const headers = { 'content-type': 'application/octet-stream', origin, cookie };
    const response = await fetch(origin + path, { method: 'POST', headers, body: text });
    expect(await response.json()).toMatchObject({ ok: true });
  };
  await attach(inside, 'mine alone');
  await attach(inside, 'of both');
  await attach(staff, 'of both');
  const { id: own } = on.app.halls.byCode(staff.meeting)!.world.meeting;
  const documents = () => readdirSync(documentsOf(data, own)).length;
  expect([documents(), readdirSync(documentsOf(data, id)).length]).toEqual([1, 2]);
  const copies = () =>
    existsSync(backup) ? readdirSync(backup, { recursive: true }).map(String) : [];
  await expect.poll(copies, PATIENCE).toContain(fileOf(id));
  const copied = () => copies().filter((name) => /[0-9a-f]{64}$/.test(name));
  await expect.poll(() => copied().length, PATIENCE).toBe(3);

  const screen = await page(on, NAMESPACE.screen, code);
  const viewer = await page(on, NAMESPACE.public, code);
  const elsewhere = await page(on, NAMESPACE.public, kept);
  // Twice at once: one of them did it.
  const twice = await Promise.all([remove(staff, code), remove(staff, code)]);
  expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await remove(staff, code)).toMatchObject({ refusal: { code: 'no-such-meeting' } });

  for (const phone of phones)
    await expect.poll(() => phone.ended?.code, PATIENCE).toBe('rehearsal-deleted');
  await expect
    .poll(() => [screen.ended, viewer.ended], PATIENCE)
    .toEqual(['rehearsal-deleted', 'rehearsal-deleted']);
  expect(elsewhere.ended).toBeNull();
  // Whoever comes back finds no meeting.
  expect(await phones[0]?.claim()).toEqual({ code: 'no-such-meeting' });
  expect(await listed(on)).toEqual([staff.meeting, kept]);
  // Of its folder at most an empty one is left, which goes with its copy.
  expect(all(data).filter((name) => name.includes(id) && !name.endsWith(id))).toEqual([]);
  expect(documents()).toBe(1);
  await expect.poll(() => copies().filter((name) => name.includes(id)), PATIENCE).toEqual([]);
  expect(copied()).toHaveLength(1);
  await expect.poll(() => all(data).filter((name) => name.includes(id)), PATIENCE).toEqual([]);
  await expect
    .poll(() => rehearsalLine(staff)?.rehearsals.map((row) => row.code), PATIENCE)
    .toEqual([kept]);
  const meeting = staff.meeting;
  for (const client of [staff, inside, ...phones]) client.close();
  await on.app.close();

  on = await startServer({ data, backup });
  expect(await listed(on)).toEqual([meeting, kept]);
  await on.app.close();
  // Nor from the copies.
  on = await startServer({ data: backup });
  expect(await listed(on)).toEqual([meeting, kept]);
  await on.app.close();
});

it('a server that died while it deleted one carries that to its end', async () => {
  const folder = temporaryFolder();
  endings.push(() => {
    folder.remove();
  });
  const data = join(folder.path, 'data');
  const backup = join(folder.path, 'copies');
  let on = await startServer({ data, backup });
  const staff = await moderator(on);
  const { meeting } = staff;
  const code = await rehearse(staff, meeting);
  const { id } = on.app.halls.byCode(code)!.world.meeting;
  staff.close();
  await on.app.close();
  expect(databasesIn(backup)).toContain(join(backup, fileOf(id)));
  // As it lies there when the folder was renamed and the power went.
  renameSync(folderOf(data, id), passingFolder(data, id, 'removed'));

  on = await startServer({ data, backup });
  expect(await listed(on)).toEqual([meeting]);
  expect(on.app.backup.aside).toBeNull();
  for (const where of [backup, data])
    await expect.poll(() => all(where).filter((name) => name.includes(id)), PATIENCE).toEqual([]);
  await on.app.close();
  on = await startServer({ data: backup });
  expect(await listed(on)).toEqual([meeting]);
  await on.app.close();
});

it('a deletion that cannot be begun leaves the rehearsal as it was', async () => {
  // The failure is wanted here.
  const on = await server({ logLevel: 'silent' });
  const staff = await moderator(on);
  const code = await rehearse(staff, staff.meeting);
  const { id } = on.app.halls.byCode(code)!.world.meeting;
  // Stands where the folder is renamed to.
  const obstacle = passingFolder(on.data, id, 'removed');
  mkdirSync(join(obstacle, 'in the way'), { recursive: true });
  const refused = await remove(staff, code);
  expect(refused.ok).toBe(false);
  expect(await listed(on)).toContain(code);
  const inside = await moderatorAt(on.origin, code);
  await inside.importRoster('subjects', 'u.csv', Buffer.from('编号,名称,类别\nA01,甲局,部门'));
  rmSync(obstacle, { recursive: true });
  expect(await remove(staff, code)).toEqual({ ok: true });
  expect(await listed(on)).not.toContain(code);
  for (const client of [staff, inside]) client.close();
});

it('copies that come late lack the deleted rehearsal, and have the document that its meeting has got since', async () => {
  const folder = temporaryFolder();
  endings.push(() => {
    folder.remove();
  });
  const backup = join(folder.path, 'copies');
  const on = await startServer({ data: join(folder.path, 'data'), backup, logLevel: 'silent' });
  endings.push(() => on.app.close());
  const staff = await moderator(on);
  await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,名称,类别\nA01,甲局,部门'));
  const code = await rehearse(staff, staff.meeting);
  const { id } = on.app.halls.byCode(code)!.world.meeting;
  const attach = async (meeting: string) => {
    const { origin, cookie } = staff;
    const response = await fetch(`${origin}/m/${meeting}/api/subjects/A01/documents?name=x.txt`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', origin, cookie },
      body: 'a report',
    });
    expect(await response.json()).toMatchObject({ ok: true });
  };
  const copies = () =>
    (existsSync(backup) ? readdirSync(backup, { recursive: true }) : []).map(String);
  const reports = () => copies().filter((name) => /[0-9a-f]{64}$/.test(name));
  await attach(code);
  await expect.poll(() => reports().length, PATIENCE).toBe(1);
  await expect.poll(copies, PATIENCE).toContain('server.sqlite');
  const putBack = pullOut(backup);
  expect(await remove(staff, code)).toEqual({ ok: true });
  await attach(staff.meeting);
  putBack();
  await expect.poll(() => copies().filter((name) => name.includes(id)), PATIENCE).toEqual([]);
  await expect.poll(() => reports().length, PATIENCE).toBe(1);
  staff.close();
});

it('a real meeting is never deleted, and only a moderator deletes', async () => {
  const on = await server();
  const staff = await moderator(on);
  const code = await rehearse(staff, staff.meeting);
  expect(await remove(staff, staff.meeting)).toEqual({
    ok: false,
    refusal: { code: 'not-a-rehearsal' },
  });
  expect(await listed(on)).toContain(staff.meeting);
  const { url } = await staff.post<{ url: string }>('/api/staff/invite', { role: 'clerk' });
  const clerk = new StaffClient(on.origin);
  await clerk.accept(url, '工作人员', PASSPHRASE);
  expect(await remove(clerk, code)).toEqual({
    ok: false,
    refusal: { code: 'no-right', by: ['moderator'] },
  });
  expect(await remove(new StaffClient(on.origin), code)).toEqual({
    ok: false,
    refusal: { code: 'logged-out' },
  });
  expect(await remove(staff, 'try-nobody')).toEqual({
    ok: false,
    refusal: { code: 'no-such-meeting' },
  });
  expect(await listed(on)).toContain(code);
  staff.close();
});
