// [R11] A meeting is opened when somebody needs it, and let go when nobody does; nobody notices which it was.
import { request } from 'node:http';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AppOptions } from '../../server/app.ts';
import type { Hall } from '../../server/hall.ts';
import type { OpenStore } from '../../server/halls.ts';
import { fileOf, folderOf, headBeside } from '../../server/meeting-folder.ts';
import { cardOf } from '../../server/meeting-card.ts';
import { openServerFile } from '../../server/store/server-file.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import type { ItemId, MeetingId } from '../../shared/ids.ts';
import { lastAttempt } from '../../shared/meeting/rounds.ts';
import { scores } from '../builders.ts';
import { itInSoak } from '../repetitions.ts';
import {
  leave,
  moderator,
  moderatorAt,
  must,
  phoneOf,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const PATIENCE = { timeout: 45_000, interval: 20 };
const CHOICE = scores(30, 15, 20, 10);
const DAY_MS = 86_400_000;

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
let backup: string;
let server: TestServer | null = null;
let ahead = 0;
/** Paths of files, each time one was opened. */
let opened: string[] = [];
/** What the closing of a file waits for. */
let beforeClose: Promise<void> | null = null;

const openStore: OpenStore = async (path, options) => {
  const answer = await openThreadedStore(path, options);
  opened.push(path);
  if (!answer.ok) return answer;
  const { store } = answer;
  const close = store.close.bind(store);
  store.close = async () => {
    await beforeClose;
    await close();
  };
  return answer;
};

beforeEach(() => {
  folder = temporaryFolder();
  data = join(folder.path, 'data');
  backup = join(folder.path, 'copies');
  [opened, ahead, beforeClose] = [[], 0, null];
});
afterEach(async () => {
  await server?.stop();
  server = null;
  folder.remove();
});

async function start(options: Partial<AppOptions> = {}): Promise<TestServer> {
  const clock = { now: () => Math.round(performance.timeOrigin + performance.now()) + ahead };
  server = await startServer({ data, openStore, clock, ...options });
  return server;
}

/** What is open once whatever is idle has been let go. */
async function stillOpen({ app: { halls } }: TestServer): Promise<readonly string[]> {
  await halls.letIdleGo(0);
  return halls.all().map(({ world }) => world.meeting.code);
}

function gate() {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

function ballotsIn({ seen: { meeting, box } }: Hall): number {
  const [round] = meeting.rounds.keys();
  return [...box.kept(must(round), 1)].length;
}

async function get(on: TestServer, path: string) {
  const response = await fetch(on.origin + path);
  return { status: response.status, json: (await response.json()) as object };
}

it('of a hundred meetings a start opens none, lists them all, and then opens the one that is asked for', async () => {
  let on = await start();
  const hall = await on.app.halls.create('第一场', 'Asia/Shanghai', 'zh');
  const { meeting } = hall.world;
  const { seq, hash } = hall.newest;
  await on.app.close();
  const file = openServerFile(join(data, 'server.sqlite'));
  if (!file.ok) throw new Error(file.detail);
  const { file: path } = must(file.file.meetings()[0]);
  for (let n = 1; n < 100; n++) {
    const [id, code] = [`m${String(n)}` as MeetingId, `old${String(n)}`];
    const copy = fileOf(id);
    mkdirSync(folderOf(data, id));
    copyFileSync(join(data, path), join(data, copy));
    file.file.addMeeting({ id, code, file: copy, createdAt: n });
    const card = JSON.stringify(cardOf({ ...meeting, title: `第 ${String(n)} 场` }, false));
    file.file.keepCard(code, { card, due: null, seq, hash });
  }
  file.file.close();

  opened = [];
  on = await start();
  expect(opened).toEqual([]);
  const { json } = await get(on, '/api/meetings');
  const { meetings } = json as { meetings: { code: string; title: string }[] };
  expect(meetings).toHaveLength(100);
  expect(meetings).toContainEqual(expect.objectContaining({ code: 'old7', title: '第 7 场' }));
  expect((await get(on, '/healthz')).json).toMatchObject({ ok: true, known: 100, meetings: [] });
  expect(await (await fetch(`${on.origin}/metrics`)).text()).toContain(
    'kleroterion_meetings{standing="known"} 100',
  );
  expect(opened).toEqual([]);
  // Who is not let in wakes nobody, nor does a page's shell.
  expect((await get(on, `/m/${meeting.code}/api/minutes`)).status).toBe(401);
  await fetch(`${on.origin}/m/${meeting.code}/screen`);
  expect(opened).toEqual([]);
  const asked = Array.from({ length: 20 }, () => get(on, `/m/${meeting.code}/api/snapshot`));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(asked.map(() => 200));
  expect(opened).toEqual([join(data, path)]);
});

it('is kept while a phone or a console is there and its copy lacks something, let go then, and woken by the phones together', async () => {
  const on = await start({ backup });
  const seated = await seatedHall(on, 6);
  const { staff, phones } = seated;
  const undone: string[] = [];
  on.app.halls.onHall(
    ({ world }) =>
      () =>
        undone.push(world.meeting.code),
  );
  await stageScoring(staff, must(staff.view.subjects[0]).id, 'hidden');
  await phoneOf(seated, 0).until(({ stage }) => stage?.open.length === 1);
  expect(await phoneOf(seated, 0).vote(CHOICE)).toMatchObject({ ok: true });
  const before = must(on.app.halls.byCode(staff.meeting));
  expect(await stillOpen(on)).toEqual([staff.meeting]);
  leave(seated);
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  expect(undone).toEqual([staff.meeting]);
  expect(opened).toHaveLength(1);
  expect((await get(on, '/api/meetings')).json).toMatchObject({
    meetings: [{ code: staff.meeting, title: before.world.meeting.title }],
  });

  await Promise.all(phones.map((phone) => phone.connect()));
  expect(opened).toHaveLength(2);
  const after = must(on.app.halls.byCode(staff.meeting));
  expect(after).not.toBe(before);
  expect([after.newest, after.world.meeting.epoch]).toEqual([before.newest, 1]);
  expect(await phoneOf(seated, 1).vote(CHOICE)).toMatchObject({ ok: true });
  await phoneOf(seated, 0).until(({ me }) => me?.ballots.length === 1);
  expect(ballotsIn(after)).toBe(2);
});

it('[R1] a ballot that comes in the instant in which the meeting is let go is counted', async () => {
  const on = await start();
  const seated = await seatedHall(on, 6);
  const { staff } = seated;
  await stageScoring(staff, must(staff.view.subjects[0]).id, 'hidden');
  leave(seated);
  const { promise, resolve: close } = gate();
  beforeClose = promise;
  const { halls } = on.app;
  await expect
    .poll(() => {
      void halls.letIdleGo(0);
      return halls.byCode(staff.meeting);
    }, PATIENCE)
    .toBeUndefined();
  // It is still on its way out when the phone is there again.
  const phone = phoneOf(seated, 2);
  const connected = phone.connect();
  const asked = get(on, `/m/${staff.meeting}/api/snapshot`);
  expect(opened).toHaveLength(1);
  close();
  await connected;
  expect((await asked).status).toBe(200);
  expect(opened).toHaveLength(2);
  expect(await phone.vote(CHOICE)).toMatchObject({ ok: true });
  expect(ballotsIn(must(halls.byCode(staff.meeting)))).toBe(1);
  phone.close();
});

it('is not let go under a route that is at work', async () => {
  const on = await start();
  const staff = await moderator(on);
  await staff.importRoster('subjects', 'u.csv', Buffer.from('编号,单位名称,类别\nA01,甲局,部门'));
  staff.close();
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  const { origin, cookie, meeting } = staff;
  const upload = request(`${origin}/m/${meeting}/api/subjects/A01/documents?name=x.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', origin, cookie },
  });
  const answered = new Promise<number | undefined>((resolve) =>
    upload.once('response', ({ statusCode }) => resolve(statusCode)),
  );
  upload.write('half a report');
  await expect.poll(() => on.app.halls.all().length, PATIENCE).toBe(1);
  expect(await stillOpen(on)).toEqual([meeting]);
  upload.end(', and the other half');
  expect(await answered).toBe(200);
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
});

itInSoak(
  'what is due in a meeting wakes it: a round whose time runs out, the end of its retention',
  async () => {
    const on = await start();
    const seated = await seatedHall(on, 6);
    const { staff } = seated;
    const item = 'quick' as ItemId;
    const subjects = [must(staff.view.subjects[0]).id] as const;
    const rest = { secrecy: 'named', sheet: 'live', disclosure: 'hidden', seconds: 600 } as const;
    await staff.run({
      type: 'AddItems',
      after: null,
      items: [{ id: item, kind: 'score', subjects, ...rest, closes: 'itself' }],
    });
    await staff.run({ type: 'EnterItem', item });
    await staff.run({ type: 'OpenRound', item });
    leave(seated);
    await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
    const [card] = on.app.halls.known();
    expect(must(card).due).toBeGreaterThan(Date.now());
    const phase = () => {
      const round = on.app.halls.byCode(staff.meeting)?.world.meeting.rounds.values().next().value;
      return round && lastAttempt(round).phase;
    };
    ahead = 595_000;
    await expect.poll(phase, PATIENCE).toBe('open');
    // It is due soon: nobody is there, and it stays open.
    expect(await stillOpen(on)).toEqual([staff.meeting]);
    ahead += 30_000;
    await expect.poll(phase, PATIENCE).toBe('closed');
    await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);

    const opens = opened.length;
    const retention = must(must(on.app.halls.known()[0]).due);
    expect(retention).toBeGreaterThan(Date.now() + 300 * DAY_MS);
    ahead = retention - Date.now();
    await expect.poll(() => opened.length, PATIENCE).toBe(opens + 1);
    const due = async () => ({ open: await stillOpen(on), due: on.app.halls.known()[0]?.due });
    await expect.poll(due, PATIENCE).toEqual({ open: [], due: null });
  },
);

it('a start opens what was open when the server died, and nothing that was let go', async () => {
  let on = await start();
  const hall = await on.app.halls.create('开着的', 'Asia/Shanghai', 'zh');
  const other = await on.app.halls.create('没人要的', 'Asia/Shanghai', 'zh');
  const held = must(await on.app.halls.hold(hall.world.meeting.code));
  expect(await stillOpen(on)).toEqual([hall.world.meeting.code]);
  // As the files lie there when the machine stops now: what is closed later did not happen.
  const kept = must(on.app.halls.known().find(({ code }) => code === hall.world.meeting.code));
  held.release();
  await on.app.close();
  const file = openServerFile(join(data, 'server.sqlite'));
  if (!file.ok) throw new Error(file.detail);
  const { code, due, seq, hash } = kept;
  const card = JSON.stringify(cardOf(hall.world.meeting, true));
  file.file.keepCard(code, { card, due, seq, hash });
  file.file.close();
  on = await start();
  expect(on.app.halls.all().map(({ world }) => world.meeting.code)).toEqual([code]);
  await on.app.close();
  // Closed in order, nothing is running any more.
  on = await start();
  expect(on.app.halls.all()).toEqual([]);
  expect(on.app.halls.known().map(({ title }) => title)).toEqual(['开着的', '没人要的']);
  expect(other.world.meeting.epoch).toBe(1);
});

it('a meeting of which nothing is written yet is opened once, behind the start', async () => {
  let on = await start();
  const staff = await moderator(on);
  staff.close();
  await on.app.close();
  const file = openServerFile(join(data, 'server.sqlite'));
  if (!file.ok) throw new Error(file.detail);
  file.file.keepCard(staff.meeting, { card: null, due: null, seq: null, hash: null });
  file.file.close();
  opened = [];
  on = await start();
  expect(on.app.halls.known()).toMatchObject([{ code: staff.meeting, title: staff.meeting }]);
  await expect.poll(() => on.app.halls.known()[0]?.title, PATIENCE).toBe('区政府年度绩效评议会');
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  expect(on.app.halls.known()).toMatchObject([{ title: '区政府年度绩效评议会', blank: false }]);
  expect(opened).toHaveLength(1);
});

it('a start opens no meeting of which the copy is whole, and the others once, to copy them', async () => {
  let on = await start({ backup });
  const [kept, lost] = await Promise.all(
    ['有副本的', '没有副本的'].map((title) => on.app.halls.create(title, 'Asia/Shanghai', 'zh')),
  );
  const { id } = must(lost).world.meeting;
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  await on.app.close();
  for (const gone of [headBeside(fileOf(id)), fileOf(id)]) {
    rmSync(join(backup, gone));
    opened = [];
    const before = statSync(join(backup, 'server.sqlite')).mtimeMs;
    on = await start({ backup });
    // The list is copied after all that it names.
    const list = () => statSync(join(backup, 'server.sqlite')).mtimeMs;
    await expect.poll(list, PATIENCE).toBeGreaterThan(before);
    expect(existsSync(join(backup, gone))).toBe(true);
    await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
    expect(opened).toEqual([join(data, fileOf(id))]);
    // Asked for and unchanged, it is let go without another copy.
    const copied = statSync(join(backup, fileOf(must(kept).world.meeting.id))).mtimeMs;
    await on.app.halls.wake(must(kept).world.meeting.code);
    await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
    await on.app.close();
    expect(statSync(join(backup, fileOf(must(kept).world.meeting.id))).mtimeMs).toBe(copied);
  }
});

itInSoak('who guesses codes does not begin anew because the meeting was let go', async () => {
  const on = await start();
  const seated = await seatedHall(on, 1);
  const { meeting } = seated.staff;
  leave(seated);
  const guess = async () => {
    const { origin } = on;
    const response = await fetch(`${origin}/m/${meeting}/api/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ typed: 'ABCD-EFGH' }),
    });
    const { refusal } = (await response.json()) as { refusal: { code: string } };
    return refusal.code;
  };
  for (let n = 0; n < 5; n++) expect(await guess()).toBe('ticket-unknown');
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  expect(await guess()).toBe('too-many');
});

it('staff find a meeting that was let go as they left it', async () => {
  const on = await start();
  const staff = await moderator(on);
  const { meeting } = staff;
  await staff.run({
    type: 'AddItems',
    after: null,
    items: [{ id: 'c' as ItemId, kind: 'card', title: '茶歇', text: '' }],
  });
  const agenda = staff.view.agenda.length;
  staff.close();
  await expect.poll(() => stillOpen(on), PATIENCE).toEqual([]);
  const again = await moderatorAt(on.origin, meeting);
  expect(again.view.agenda).toHaveLength(agenda);
  again.close();
});
