// Dice over real sockets: what each audience hears digit by digit, two who type, a flood, a restart in the middle; names
// that come by themselves, across a restart too.
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDice } from '../../scripts/read-dice.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { ViewMirror } from '../../server/rehearsal/view-mirror.ts';
import type { DrawId, ItemId } from '../../shared/ids.ts';
import type { DrawSettings } from '../../shared/meeting/agenda/item.ts';
import type { Reading } from '../../shared/meeting/draws/reading.ts';
import { connectionTo, NAMESPACE, type Answer } from '../../shared/protocol.ts';
import type { PublicView, ScreenView } from '../../shared/views/audiences/audiences.ts';
import type { StageBody } from '../../shared/views/slices/stage-slices.ts';
import {
  leave,
  must,
  moderatorAt,
  phoneOf,
  restarted,
  seatedHall,
  startServer,
  temporaryFolder,
  type Hall,
  type TestServer,
} from '../with-server.ts';

const DICE = '70294418365290713856';
const D1 = 'D1' as DrawId;
const PATIENCE = { timeout: 45_000, interval: 20 };

let server: TestServer;
let hall: Hall;
const folder = temporaryFolder();
const sockets: Socket[] = [];

beforeEach(async () => {
  server = await startServer({ data: folder.path });
  hall = await seatedHall(server, 6);
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.close();
  leave(hall);
  await server.stop();
  folder.remove();
});

async function lock(settings: DrawSettings): Promise<void> {
  const { staff } = hall;
  const item = { id: 'draw' as ItemId, kind: 'draw', ...settings } as const;
  await staff.run({
    type: 'AddItems',
    after: staff.view.agenda.at(-1)?.item.id ?? null,
    items: [item],
  });
  await staff.run({ type: 'EnterItem', item: item.id });
  await staff.run({ type: 'LockDraw', item: item.id });
}

const TEAM: DrawSettings = { purpose: 'team', take: 4, sources: ['dice10'] };

function watch<View>(space: string): ViewMirror<View> {
  const mirror = new ViewMirror<View>();
  const socket = io(`${server.origin}${space}`, {
    ...connectionTo(hall.staff.meeting),
    forceNew: true,
    extraHeaders: { origin: server.origin },
    transports: ['websocket'],
  });
  sockets.push(socket);
  mirror.follow(socket);
  return mirror;
}

function drawIn(body: StageBody | undefined) {
  if (body?.kind !== 'draw') throw new Error(body?.kind ?? 'no view');
  return body.draw;
}

/** Slots as the hall sees them: a digit where one stands, else a dot. */
function row(view: Partial<ScreenView>): string {
  const dice = view.stage?.body.kind === 'draw' ? view.stage.body.draw.dice : null;
  return (dice?.slots ?? []).map(({ digit }) => digit ?? '·').join('');
}

function put(staff: StaffClient, reading: Reading, digits: string): Promise<Answer> {
  const { have, edits } = must(staff.view.control.dice).readings[reading];
  return staff.send({ type: 'TypeDice', draw: D1, reading, edits, at: have, took: 0, digits });
}

async function restart(): Promise<void> {
  ({ server, hall } = await restarted(server, hall));
}

describe('dice as they are read', () => {
  it('are on screen and watch page digit by digit, on no console and no phone until both agree', async () => {
    await lock(TEAM);
    const screen = watch<ScreenView>(NAMESPACE.screen);
    const viewers = watch<PublicView>(NAMESPACE.public);
    const { staff } = hall;
    for (let n = 1; n <= 20; n++) {
      expect(await put(staff, 'first', DICE.charAt(n - 1))).toEqual({ ok: true });
      await screen.until((view) => row(view) === DICE.slice(0, n).padEnd(20, '·'));
    }
    await viewers.until((view) => row(view) === DICE);
    const said = JSON.stringify(staff.view) + JSON.stringify(phoneOf(hall, 0).view);
    expect(said).not.toMatch(/"digit":"/);
    expect(said).not.toContain(DICE);
    const minutes = await fetch(`${server.origin}/m/${staff.meeting}/api/minutes`, {
      headers: { cookie: staff.cookie },
    });
    expect(await minutes.text()).not.toMatch(/"digit":"/);

    for (const digit of DICE.slice(0, 19)) await put(staff, 'second', digit);
    expect(drawIn(staff.view.control.stage.body).phase).toBe('locked');
    await put(staff, 'second', DICE.slice(19));
    await staff.until(({ control }) => drawIn(control.stage.body).phase === 'showing');
    // One act in the list for each row, however often somebody pressed a key.
    const rows = staff.view.log.acts.filter(({ type }) => type === 'DiceTyped');
    expect(rows.map(({ about, count }) => [about, count])).toEqual([
      ['second', 20],
      ['first', 20],
    ]);
    await phoneOf(hall, 0).until(({ stage }) => drawIn(stage?.body).sources[0]?.digits === DICE);
    while (staff.view.control.next.act === 'show-name') await staff.next();
    const record = await fetch(`${server.origin}/m/${staff.meeting}/api/draws/${D1}`);
    expect(await record.json()).toMatchObject({ status: 'result', entropy: [DICE] });
  });

  it('two who type into one row put no digit twice, and a flood leaves what was taken', async () => {
    await lock(TEAM);
    const { staff } = hall;
    const other = await moderatorAt(server.origin, staff.meeting);
    const answers = await Promise.all([put(staff, 'first', '7'), put(other, 'first', '7')]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({
      ok: false,
      refusal: { code: 'dice-elsewhere' },
    });
    await other.until(({ control }) => control.dice?.readings.first.have === 1);
    // Keys that a finger rests on: all made for the same row, so that one is taken.
    const flood = await Promise.all(Array.from({ length: 120 }, () => put(other, 'first', '0')));
    expect(flood.filter(({ ok }) => ok)).toHaveLength(1);
    const screen = watch<ScreenView>(NAMESPACE.screen);
    await screen.until((view) => row(view) === '70'.padEnd(20, '·'));
    other.close();
  });

  it('[R1] a restart in the middle brings every slot back as it stood, and the reading goes on', async () => {
    await lock(TEAM);
    await put(hall.staff, 'first', DICE);
    await put(hall.staff, 'second', `${DICE.slice(0, 6)}9${DICE.slice(7, 13)}`);
    const before = watch<ScreenView>(NAMESPACE.screen);
    await before.until((view) => row(view).includes('·'));
    await restart();
    const after = watch<ScreenView>(NAMESPACE.screen);
    await after.until((view) => row(view) !== '');
    expect(after.view.stage?.body).toEqual(before.view.stage?.body);
    const { staff } = hall;
    const { edits } = must(staff.view.control.dice).readings.second;
    expect(staff.view.control.dice?.differs).toEqual([7]);
    await staff.run({
      ...{ type: 'TypeDice', draw: D1, reading: 'second', edits },
      ...{ at: 6, took: 1, digits: '1' },
    });
    await put(staff, 'second', DICE.slice(13));
    await staff.until(({ control }) => drawIn(control.stage.body).phase === 'showing');
    expect(drawIn(staff.view.control.stage.body).sources[0]?.digits).toBe(DICE);
  });
});

describe('names that come by themselves', () => {
  it('follow the first, go on after a restart, and stop at the last: each once', async () => {
    await lock({ ...TEAM, pace: { every: 1 } });
    await readDice(hall.staff, D1, DICE);
    const before = hall.staff.view.log.events;
    await hall.staff.next();
    await hall.staff.until(({ control }) => drawIn(control.stage.body).shown.length >= 2);
    await restart();
    await hall.staff.until(({ control }) => drawIn(control.stage.body).phase === 'done');
    const inside = must(server.app.halls.byCode(hall.staff.meeting));
    await expect.poll(() => inside.world.meeting.draws[0]?.phase, PATIENCE).toBe('determined');
    expect(hall.staff.view.log.events - before).toBe(4);
    expect(drawIn(hall.staff.view.control.stage.body).shown).toHaveLength(4);
  });
});
