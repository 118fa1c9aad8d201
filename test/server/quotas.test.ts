// Quotas over several attributes at a real server: a roster's columns, quotas that are tried, a lottery that is found across a
// stop of the server, and a lock that anybody can check.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../scripts/verify-draw.mjs';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { QuotaRange } from '../../shared/draw/lock.ts';
import { verifyDraw } from '../../shared/draw/verify.ts';
import type { ItemId } from '../../shared/ids.ts';
import type { QuotaCounts, QuotasTried } from '../../shared/quotas-tried.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';
import {
  drawOf,
  moderator,
  moderatorAt,
  must,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const ITEM = 'panel' as ItemId;
const DICE = '70294418365290713856';
const PEOPLE = 60;

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let staff: StaffClient;

/** Three groups, two genders, three ages; telephone numbers, of which everybody has another. */
function pool(people: number): Uint8Array {
  const rows = Array.from({ length: people }, (_, n) => {
    const id = `R${String(n + 1).padStart(3, '0')}`;
    const group = ['甲组', '乙组', '丙组'][n % 3] ?? '';
    const age = ['18–29', '30–44', '45+'][Math.floor(n / 7) % 3] ?? '';
    return `${id},代表${String(n + 1)},${group},${n % 5 < 2 ? '女' : '男'},${age},1380000${String(1000 + n)}`;
  });
  return new TextEncoder().encode(`编号,姓名,组别,性别,年龄段,电话\n${rows.join('\n')}\n`);
}

/** a1 is 性别 (1 女, 2 男), a2 is 年龄段. */
const QUOTAS: readonly QuotaRange[] = [
  { a: 'group', v: 'G1', min: 3, max: 5 },
  { a: 'a1', v: '1', min: 6, max: 6 },
  { a: 'a1', v: '2', min: 6, max: 6 },
  { a: 'a2', v: '1', min: 4, max: 5 },
];

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  staff = await moderator(server);
  await staff.importRoster('reviewers', 'pool.csv', pool(PEOPLE), ['性别', '年龄段']);
});

afterEach(async () => {
  staff.close();
  await server.stop();
  folder.remove();
});

function send(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.origin}/m/${staff.meeting}${path}`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json' },
      ...{ origin: server.origin, cookie: staff.cookie },
    },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

async function tried(quotas: readonly QuotaRange[], take = 12): Promise<readonly QuotasTried[]> {
  const answer = await send('/api/quotas/try', { take, quotas });
  expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
  const lines = (await answer.text()).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as QuotasTried);
}

async function again(): Promise<void> {
  const { meeting } = staff;
  staff.close();
  await server.stop();
  server = await startServer({ data: folder.path });
  staff = await moderatorAt(server.origin, meeting);
}

describe('columns of a roster', () => {
  it('are offered with what keeps them from being chosen, and those that stand are chosen again', async () => {
    const base64 = Buffer.from(pool(PEOPLE)).toString('base64');
    const expects = staff.view.control.expects.roster;
    const body = { file: 'pool.csv', base64, store: false, expects };
    const look = async (more: object) =>
      (await (await send('/api/import/reviewers', { ...body, ...more })).json()) as object;
    expect(await look({})).toMatchObject({
      change: { nothing: true },
      attributes: [
        { heading: '性别', values: 2, flaw: null, chosen: true },
        { heading: '年龄段', values: 3, flaw: null, chosen: true },
        { heading: '电话', flaw: 'many', chosen: false },
      ],
    });
    expect(await look({ quotas: ['年龄段', '电话'] })).toMatchObject({
      change: { nothing: false },
      attributes: [{ chosen: false }, { chosen: true }, { chosen: false }],
    });
    const { attributes, rare } = staff.view.setup;
    expect(attributes.map(({ id, name }) => [id, name])).toEqual([
      ['a1', '性别'],
      ['a2', '年龄段'],
    ]);
    expect(rare.combinations).toBeGreaterThan(0);
    await again();
    expect(staff.view.setup.attributes).toEqual(attributes);
  });
});

describe('quotas that are tried', () => {
  it('tell how far it is, then the chances beside the best possible', async () => {
    const lines = await tried(QUOTAS);
    expect(lines[0]).toEqual({ done: 0 });
    const { found } = lines.at(-1) as Extract<QuotasTried, { found: unknown }>;
    if (found.kind !== 'lottery') throw new Error(found.kind);
    expect(found.leftOut).toEqual([]);
    expect(found.least).toBeLessThanOrEqual(found.best + 1e-6);
    expect(found.least).toBeLessThanOrEqual(found.most);
    expect(found.least).toBeGreaterThan(0);
  });

  it('that cannot be met all at once come with the smallest change that helps', async () => {
    const lines = await tried([
      { a: 'group', v: 'G1', min: 0, max: 0 },
      { a: 'group', v: 'G2', min: 0, max: 0 },
      { a: 'a1', v: '1', min: 9, max: 12 },
      { a: 'a2', v: '1', min: 9, max: 12 },
    ]);
    const { found } = lines.at(-1) as Extract<QuotasTried, { found: unknown }>;
    if (found.kind !== 'infeasible') throw new Error(found.kind);
    expect(found.relaxation.length).toBeGreaterThan(0);
  });

  it('are counted without those whom the draw leaves out', async () => {
    const counted = async (ids: readonly string[]) => {
      const body = ids.length === 0 ? {} : { without: [{ from: '去年', ids }] };
      const { counts } = (await (await send('/api/quotas/count', body)).json()) as QuotaCounts;
      const of = (a: string, v: string) =>
        counts.find((one) => one.a === a)?.values.find((one) => one.v === v)?.count;
      return [of('group', 'G1'), of('a1', '1'), of('a1', '2')];
    };
    expect(await counted([])).toEqual([20, 24, 36]);
    // The first and the second are women, of the first two groups; nobody is the last.
    expect(await counted(['R001', 'R002', 'R999'])).toEqual([19, 22, 36]);
  });

  it('are refused where that is plain, by whoever may not, and two at a time', async () => {
    const refusal = async (answer: Response) =>
      ((await answer.json()) as { refusal: object }).refusal;
    const few = [{ a: 'a1', v: '1', min: 40, max: 40 }];
    expect(await refusal(await send('/api/quotas/try', { take: 50, quotas: few }))).toMatchObject({
      ...{ code: 'quota-wrong', cell: '性别 · 女', have: 24, want: 40 },
    });
    const unknown = [{ a: 'constructor', v: '1', min: 1, max: 1 }];
    expect(await refusal(await send('/api/quotas/try', { take: 5, quotas: unknown }))).toEqual({
      code: 'agenda-invalid',
    });
    const stranger = await fetch(`${server.origin}/m/${staff.meeting}/api/quotas/try`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin },
      body: JSON.stringify({ take: 12, quotas: QUOTAS }),
    });
    expect(stranger.status).toBe(401);
    // Whoever stops listening gives the place back.
    const ends = [new AbortController(), new AbortController()];
    const body = { take: 12, quotas: QUOTAS };
    const both = await Promise.all(ends.map(({ signal }) => send('/api/quotas/try', body, signal)));
    const third = await send('/api/quotas/try', body);
    if (third.status === 429) expect(await refusal(third)).toEqual({ code: 'busy' });
    else await third.text();
    for (const end of ends) end.abort();
    await Promise.allSettled(both.map((answer) => answer.text()));
    await expect.poll(async () => (await send('/api/quotas/try', body)).status).toBe(200);
  });
});

describe('a lottery under quotas', () => {
  it('is found by a server that ended meanwhile, once for two who ask, and its draw verifies', async () => {
    await staff.run({
      type: 'AddItems',
      after: staff.view.agenda.at(-1)?.item.id ?? null,
      items: [
        {
          ...{ id: ITEM, kind: 'draw', purpose: 'panel', take: 12, sources: ['dice10'] },
          rule: { kind: 'lottery', quotas: QUOTAS },
        },
      ],
    });
    await staff.run({ type: 'EnterItem', item: ITEM });
    const other = await moderatorAt(server.origin, staff.meeting);
    const asked = [staff, other].map((one) => one.send({ type: 'MakeLots', item: ITEM }));
    expect((await Promise.all(asked)).map(({ ok }) => ok)).toEqual([true, true]);
    other.close();
    await again();
    await staff.until(() => drawOf(staff).lottery?.state === 'made');
    await staff.run({ type: 'LockDraw', item: ITEM });
    const id = must(drawOf(staff).id, 'draw');
    for (const reading of ['first', 'second'] as const)
      await staff.run({
        ...{ type: 'TypeDice', draw: id, reading, edits: 0, at: 0, took: 0 },
        digits: DICE,
      });
    await staff.until(() => drawOf(staff).phase === 'showing');
    await staff.run({ type: 'ShowNames', draw: id, shown: 12 });
    await again();
    expect(drawOf(staff)).toMatchObject({ phase: 'done', byQuotas: true });
    for (const { least, most, shown } of drawOf(staff).cells)
      expect(shown >= least && shown <= most).toBe(true);

    const at = (path: string) => fetch(`${server.origin}/m/${staff.meeting}${path}`);
    const text = await (await at(`/api/draws/${id}/proof`)).text();
    expect(verify(text)).toEqual([]);
    for (const word of ['女', '年龄段', '18–29']) expect(text).not.toContain(word);
    const published = (await (await at(`/api/draws/${id}`)).json()) as PublishedDraw;
    if (published.status !== 'result') throw new Error(published.status);
    const { lock, lockHash, entropy, proofs, order, reserve } = published;
    expect(lock.rule).toMatchObject({ kind: 'lottery', by: ['group', 'a1', 'a2'], quotas: QUOTAS });
    const byCell = Object.fromEntries(reserve.map(({ cell, ids }) => [cell, ids]));
    const claim = { lock, shownLockHash: lockHash, entropy, proofs };
    expect(verifyDraw({ ...claim, claimed: { order, reserve: byCell } })).toEqual([]);
  });
});
