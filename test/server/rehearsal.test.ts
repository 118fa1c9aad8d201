// Rehearsals: a copy that has everything and touches nothing, tickets only with its key, and a small one led to its end.
import { readDice } from '../../scripts/read-dice.ts';
import { readdirSync, rmSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { Books } from '../../server/rehearsal/books.ts';
import { Chance } from '../../server/rehearsal/chance.ts';
import { followLink, titleOf } from '../../scripts/rehearsal/follow-link.ts';
import { lead } from '../../scripts/rehearsal/lead.ts';
import { readLink } from '../../scripts/rehearsal/link.ts';
import { report } from '../../shared/rehearsal/report.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, RoundId } from '../../shared/ids.ts';
import type { StaffCommand } from '../../shared/meeting/commands.ts';
import { nameOf } from '../../shared/meeting/world.ts';
import { isRehearsalCode } from '../../shared/rehearsal-code.ts';
import { rehearseText } from '../../shared/text/rehearse.ts';
import {
  documentsOf,
  importExamples,
  moderator,
  moderatorAt,
  must,
  PASSPHRASE,
  reviewer,
  stageScoring,
  startServer,
  type TestServer,
} from '../with-server.ts';
import { flatSheet } from '../flat-sheet.ts';

const open: TestServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
});

async function server(): Promise<TestServer> {
  const started = await startServer();
  open.push(started);
  return started;
}

/** A meeting with lists, weights, a second sheet and an agenda, some of it used already. */
async function meetingInUse(on: TestServer): Promise<StaffClient> {
  const staff = await moderator(on);
  await importExamples(staff);
  const weights = staff.view.setup.groups.map(({ id }, n) => ({ group: id, weight: 10 + n }));
  await staff.run({ type: 'SetWeights', weights });
  const criteria = [{ id: 'a', name: '甲项', max: 100, step: 5, weight: 1 }];
  await staff.run({
    type: 'AdoptSheet',
    sheet: flatSheet({ id: 'short', name: '短表', criteria }),
  });
  await staff.run({
    type: 'WithdrawSubject',
    subject: staff.view.subjects[0]?.id ?? ('' as never),
    reason: '撤销',
  });
  await staff.until(({ subjects }) => subjects[0]?.out === 'withdrawn');
  const [first] = staff.view.people;
  if (first?.reviewer) await staff.run({ type: 'FillSeats', reviewers: [first.reviewer] });
  await staff.run({ type: 'EnterItem', item: 'check-in' as ItemId });
  await staff.run({ type: 'EnterItem', item: 'presenters' as ItemId });
  await staff.run({ type: 'LockDraw', item: 'presenters' as ItemId });
  const { body } = staff.view.control.stage;
  if (body.kind !== 'draw' || body.draw.id === null) throw new Error('no draw on stage');
  const draw = body.draw.id;
  await readDice(staff, draw, '01234567890123456789');
  await staff.run({ type: 'ShowNames', draw, shown: 12 });
  return staff;
}

it('a copy has the reports of its meeting for itself, whatever becomes of them there', async () => {
  const on = await server();
  const staff = await moderator(on);
  const units = Buffer.from('编号,名称,类别\nA01,甲局,部门\nA02,乙局,部门');
  await staff.importRoster('subjects', 'u.csv', units);
  const { origin, cookie } = staff;
  const headers = { 'content-type': 'application/octet-stream', origin, cookie };
  const attach = async (unit: string, body: string) => {
    const path = `/m/${staff.meeting}/api/subjects/${unit}/documents?name=x.txt`;
    const answer = await fetch(origin + path, { method: 'POST', headers, body });
    return ((await answer.json()) as { document: { hash: string } }).document.hash;
  };
  const hashes = [
    await attach('A01', 'one'),
    await attach('A01', 'two'),
    await attach('A02', 'one'),
  ];
  const takeOff = (subject: string, hash: string) =>
    staff.run({ type: 'RemoveDocument', subject, hash } as unknown as StaffCommand);
  await takeOff('A01', must(hashes[1]));
  const { code } = await staff.post<{ code: string }>(`/m/${staff.meeting}/api/rehearsal`, {
    language: 'zh',
  });
  const { documents, id } = worldOf(on, code).meeting;
  expect([...documents].map(([unit, list]) => [unit, list.map(({ hash }) => hash)])).toEqual([
    ['A01', [hashes[0]]],
    ['A02', [hashes[0]]],
  ]);
  // What was taken off is no matter of the copy.
  expect(readdirSync(documentsOf(on.data, id))).toEqual([hashes[0]]);
  await takeOff('A01', must(hashes[0]));
  rmSync(documentsOf(on.data, worldOf(on, staff.meeting).meeting.id), { recursive: true });
  const there = await fetch(`${on.origin}/m/${code}/api/documents/${must(hashes[0])}`);
  expect([there.status, await there.text()]).toEqual([200, 'one']);
  staff.close();
});

function worldOf(on: TestServer, code: string) {
  const hall = on.app.halls.byCode(code);
  if (!hall) throw new Error(`no meeting ${code}`);
  return hall.world;
}

it('a copy has the lists and settings, none of what happened, and leaves the original as it was', async () => {
  const on = await server();
  const staff = await meetingInUse(on);
  const before = worldOf(on, staff.meeting).meeting;
  const { code } = await staff.post<{ code: string }>(`/m/${staff.meeting}/api/rehearsal`, {
    language: 'zh',
  });
  const original = worldOf(on, staff.meeting);
  const copy = worldOf(on, code);
  expect(original.meeting).toBe(before);

  expect(isRehearsalCode(code)).toBe(true);
  expect(copy.meeting).toMatchObject({
    rehearsal: true,
    title: `【演练】${before.title}`,
    zone: before.zone,
    current: null,
    draws: [],
  });
  expect(copy.meeting.retainUntil < before.retainUntil).toBe(true);
  expect([...copy.meeting.subjects.keys()]).toEqual([...before.subjects.keys()]);
  expect(copy.meeting.categories).toEqual(before.categories);
  expect(copy.meeting.groups).toEqual(before.groups);
  expect([...copy.meeting.out]).toEqual([...before.out]);
  expect([...copy.meeting.seats.values()].map(({ holder }) => holder)).toEqual(
    [...before.seats.values()].map(({ holder }) => holder),
  );
  for (const { id, recusals } of before.pool.values()) {
    expect(copy.meeting.pool.get(id)?.recusals).toEqual(recusals);
    expect(nameOf(copy.directory, 'reviewer', id)).toBe(nameOf(original.directory, 'reviewer', id));
  }
  expect(copy.meeting.sheets.map(({ id, children }) => [id, children])).toEqual(
    before.sheets.map(({ id, children }) => [id, children]),
  );
  expect(copy.meeting.schemes.at(-1)).toEqual(before.schemes.at(-1));
  // What the draw put on the agenda is left out: it is drawn again.
  expect(copy.meeting.agenda).toEqual(before.agenda.filter(({ drawn }) => drawn === undefined));
  expect(copy.meeting.rounds.size).toBe(0);
  staff.close();
});

it('a copy of a copy is marked once', async () => {
  const on = await server();
  const staff = await moderator(on);
  const copied = async (code: string) =>
    (await staff.post<{ code: string }>(`/m/${code}/api/rehearsal`, { language: 'en' })).code;
  const code = await copied(await copied(staff.meeting));
  expect(worldOf(on, code).meeting.title).toBe('[Rehearsal] 区政府年度绩效评议会');
  staff.close();
});

it('simulated phones get tickets with the key of a rehearsal, and never for a real meeting', async () => {
  const on = await server();
  const staff = await moderator(on);
  const link = async (code: string) => {
    const url = `${on.origin}/m/${code}/api/rehearsal-link`;
    const response = await fetch(url, { headers: { cookie: staff.cookie } });
    return (await response.json()) as { ok: boolean; url?: string };
  };
  const tickets = async (code: string, key: string) => {
    const response = await fetch(`${on.origin}/m/${code}/api/rehearsal-tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: on.origin },
      body: JSON.stringify({ key }),
    });
    const body = (await response.json()) as { tickets?: readonly { reviewer: string }[] };
    return { status: response.status, given: body.tickets?.length ?? 0 };
  };
  const body = { title: '示例', zone: 'Asia/Shanghai', language: 'zh', rehearsal: true };
  const { code } = await staff.post<{ code: string }>('/api/meetings', { ...body, example: true });
  const real = await staff.post<{ code: string }>('/api/meetings', {
    ...{ ...body, rehearsal: undefined },
    example: true,
  });

  const { url = '' } = await link(code);
  const key = new URL(url).hash.slice(1);
  expect(new URL(url).pathname).toBe(`/m/${code}/rehearse`);
  expect(await tickets(code, key)).toEqual({ status: 200, given: 300 });

  expect((await link(real.code)).ok).toBe(false);
  expect(await tickets(real.code, key)).toEqual({ status: 404, given: 0 });
  expect(worldOf(on, real.code).meeting.tickets.size).toBe(0);

  // A key that was tampered with, of another rehearsal, or of nobody.
  const other = await staff.post<{ code: string }>('/api/meetings', body);
  const { url: elsewhere = '' } = await link(other.code);
  for (const wrong of [
    `${key.slice(0, -1)}${key.endsWith('A') ? 'E' : 'A'}`,
    new URL(elsewhere).hash.slice(1),
    '',
    's-0.x',
  ])
    expect(await tickets(code, wrong)).toEqual({ status: 403, given: 0 });

  // Nobody's phone is taken over while it is connected.
  const seated = reviewer('R001');
  const visitor = await moderatorAt(on.origin, code);
  await visitor.run({ type: 'FillSeats', reviewers: [seated] });
  expect(await tickets(code, key)).toEqual({ status: 200, given: 300 });
  visitor.close();
  staff.close();
});

it('phones follow whoever leads a rehearsal, and stay out of a real meeting', async () => {
  const on = await server();
  const staff = await moderator(on);
  const text = rehearseText.en;
  await expect(titleOf({ origin: on.origin, meeting: staff.meeting }, text)).rejects.toThrow(
    'is a real meeting',
  );
  staff.close();

  await staff.create('演练', { rehearsal: true, example: true });
  // The weights are the last thing that the example brings.
  await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
  const people = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []).slice(0, 12);
  await staff.run({ type: 'FillSeats', reviewers: people });
  const response = await fetch(`${on.origin}/m/${staff.meeting}/api/rehearsal-link`, {
    headers: { cookie: staff.cookie },
  });
  const { url } = (await response.json()) as { url: string };
  const link = readLink(url);
  if (link?.kind !== 'phones') throw new Error(`no link for phones: ${url}`);
  const end = new AbortController();
  const books = new Books();
  const following = followLink({
    ...{ books, text, phones: 12, paceMs: 300, signal: end.signal },
    link: { ...link, origin: on.origin },
    chance: new Chance(3),
    tell: () => undefined,
  });
  await staff.until(({ setup }) => setup.groups.reduce((n, { present }) => n + present, 0) === 12);
  await stageScoring(staff, 'A01', 'live');
  await staff.until(({ turnout }) => turnout.voted.length >= 10);
  await staff.run({ type: 'CloseRound', round: 'r-score-A01' as RoundId });
  end.abort();
  const findings = await following;
  expect(findings).toMatchObject({ present: 12, lost: [], board: null });
  expect(books.acknowledged).toBeGreaterThanOrEqual(10);
  expect(books.pending).toBe(0);
  staff.close();
});

it('as many phones as asked come in, of every group, where the panel has more seats', async () => {
  const on = await server();
  const staff = await moderator(on);
  await staff.create('演练', { rehearsal: true, example: true });
  await staff.until(({ setup }) => setup.groups[0]?.weight === 30);
  const people = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  const panel = people.filter((_, n) => n % 5 === 0);
  await staff.run({ type: 'FillSeats', reviewers: panel });
  const response = await fetch(`${on.origin}/m/${staff.meeting}/api/rehearsal-link`, {
    headers: { cookie: staff.cookie },
  });
  const { url } = (await response.json()) as { url: string };
  const link = readLink(url);
  if (link?.kind !== 'phones') throw new Error(`no link for phones: ${url}`);
  const end = new AbortController();
  const said: string[] = [];
  const following = followLink({
    ...{ books: new Books(), text: rehearseText.en, phones: 30, paceMs: 300, signal: end.signal },
    link: { ...link, origin: on.origin },
    chance: new Chance(1),
    tell: (sentence) => {
      said.push(sentence);
    },
  });
  await expect.poll(() => said).toContain(rehearseText.en.present(30));
  await staff.until(({ setup }) => setup.groups.reduce((n, { present }) => n + present, 0) >= 30);
  expect(staff.view.setup.groups.filter(({ present }) => present === 0)).toEqual([]);
  end.abort();
  expect(await following).toMatchObject({ present: 30, asked: 30 });
  staff.close();
});

it('[R5] thirty phones go through the founding case, and every acknowledged ballot is counted', async () => {
  const on = await server();
  const staff = new StaffClient(on.origin);
  await staff.accept(on.app.staffLink ?? '', '演练', PASSPHRASE);
  const books = new Books();
  const text = rehearseText.zh;
  const { crowd, findings } = await lead({
    ...{ staff, books, text, phones: 30, paceMs: 200, restMs: 0 },
    chance: new Chance(7),
    tell: () => undefined,
  });
  crowd.close();
  staff.close();
  const said = report(books.figures, findings, text);
  expect(said.ok, said.lines.join('\n')).toBe(true);
  expect(findings.present).toBe(30);
  expect(findings.board?.units).toBe(76);
  // Panel, presenters, questioner, units to visit, the team; the panel's no-show was replaced.
  expect(findings.draws).toMatchObject({ draws: 5, differences: [] });
  expect(findings.draws?.replacements).toBeGreaterThan(0);
  expect(books.acknowledged).toBeGreaterThan(30 * 64);
  expect(books.reconnects).toBeGreaterThan(0);
});
