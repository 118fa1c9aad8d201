// Lists of panels and their numbers, made beside a real hall: across a stop of the server, and while the people change.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId } from '../../shared/ids.ts';
import { printedLotsText } from '../../shared/text/printed-lots.ts';
import type { PublishedNumbers } from '../../shared/views/draws/draw-record.ts';
import type { ShownLots } from '../../shared/views/slices/draw-slices.ts';
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

let folder: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let staff: StaffClient;

beforeEach(async () => {
  folder = temporaryFolder();
  server = await startServer({ data: folder.path });
  staff = await moderator(server);
  await staff.importRoster('reviewers', 'pool.csv', pool(60));
  await staff.run({
    type: 'AddItems',
    after: staff.view.agenda.at(-1)?.item.id ?? null,
    items: [
      {
        ...{ id: ITEM, kind: 'draw', purpose: 'panel', take: 12, sources: ['dice10', 'salt'] },
        rule: { kind: 'lots', panels: 100 },
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: ITEM });
});

afterEach(async () => {
  staff.close();
  await server.stop();
  folder.remove();
});

function pool(people: number): Uint8Array {
  const rows = Array.from({ length: people }, (_, n) => {
    const id = `R${String(n + 1).padStart(3, '0')}`;
    return `${id},代表${String(n + 1)},${['甲组', '乙组', '丙组'][n % 3] ?? ''}`;
  });
  return new TextEncoder().encode(`编号,姓名,组别\n${rows.join('\n')}\n`);
}

function lots(): ShownLots {
  return must(drawOf(staff).lots, 'lots');
}

/** Ends the server as it stands and starts it on the same files. */
async function again(): Promise<void> {
  const { meeting } = staff;
  staff.close();
  await server.stop();
  server = await startServer({ data: folder.path });
  staff = await moderatorAt(server.origin, meeting);
}

async function throwDice(): Promise<void> {
  const draw = must(drawOf(staff).id, 'draw');
  for (const reading of ['first', 'second'] as const)
    await staff.run({
      ...{ type: 'TypeDice', draw, reading, edits: 0, at: 0, took: 0 },
      digits: DICE,
    });
}

const get = (path: string) => fetch(`${server.origin}/m/${staff.meeting}${path}`);

describe('the lots of a draw', () => {
  it('are made and numbered by a server that ended in between, and published with their numbers', async () => {
    await staff.run({ type: 'MakeLots', item: ITEM });
    await again();
    await staff.until(() => lots().list === 'made');
    await staff.run({ type: 'LockDraw', item: ITEM });
    const id = must(drawOf(staff).id, 'draw');
    expect((await get(`/api/draws/${id}/numbers`)).status).toBe(404);
    expect((await get(`/lots/${id}`)).status).toBe(404);
    await throwDice();
    await again();
    await staff.until(() => lots().numbered !== null);

    const numbers = await get(`/api/draws/${id}/numbers`);
    expect(numbers.headers.get('cache-control')).toContain('immutable');
    const { panels, hash } = (await numbers.json()) as PublishedNumbers;
    expect(hash).toBe(lots().numbered?.hash);
    expect([panels.length, new Set(panels.flat()).size]).toEqual([100, 60]);
    // A hall of phones asks at once: it travels packed, to whoever can unpack it.
    expect(numbers.headers.get('content-encoding')).toBe('gzip');
    const plain = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/${id}/numbers`, {
      headers: { 'accept-encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.json()).toEqual({ ok: true, hash, made: lots().numbered?.made, panels });
    const paper = await get(`/lots/${id}?lang=en`);
    expect(paper.headers.get('content-type')).toContain('text/html');
    expect(paper.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await paper.text();
    expect(html).toContain(printedLotsText.en.byPerson);
    expect(html.match(/<tr>/g)).toHaveLength(100);
    expect(html.match(/<dt>/g)).toHaveLength(60);
    // The browser's own language where none is asked for.
    const zh = await fetch(`${server.origin}/m/${staff.meeting}/lots/${id}`, {
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(await zh.text()).toContain(printedLotsText.zh.byPerson);
  });

  it('are those of the people who stand on the list when they are done', async () => {
    await staff.run({ type: 'MakeLots', item: ITEM });
    await staff.importRoster('reviewers', 'pool.csv', pool(48));
    await staff.until(() => drawOf(staff).of === 48);
    // Where the list was there before them it is for others, and is asked for again.
    if (lots().list === 'none') await staff.run({ type: 'MakeLots', item: ITEM });
    await staff.until(() => lots().list === 'made');
    await staff.run({ type: 'LockDraw', item: ITEM });
    await throwDice();
    await staff.until(() => lots().numbered !== null);
    const id = must(drawOf(staff).id, 'draw');
    const { panels } = (await (await get(`/api/draws/${id}/numbers`)).json()) as PublishedNumbers;
    expect(new Set(panels.flat()).size).toBe(48);
  });

  it('are not made twice by two moderators, and a void leaves the list for the next lock', async () => {
    const other = await moderatorAt(server.origin, staff.meeting);
    const both = [staff, other].map((one) => one.send({ type: 'MakeLots', item: ITEM }));
    expect((await Promise.all(both)).map(({ ok }) => ok)).toEqual([true, true]);
    await staff.until(() => lots().list === 'made');
    const { made } = lots();
    const locks = await Promise.all(
      [staff, other].map((one) => one.send({ type: 'LockDraw', item: ITEM })),
    );
    expect(locks.filter(({ ok }) => ok)).toHaveLength(1);
    await staff.until(() => drawOf(staff).phase === 'locked');
    await staff.run({ type: 'VoidDraw', draw: must(drawOf(staff).id, 'draw'), why: '重来' });
    await staff.run({ type: 'LockDraw', item: ITEM });
    expect(lots().made).toEqual(made);
    other.close();
  });
});
