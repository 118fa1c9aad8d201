// Projectors and the desk's tablets over real sockets: the time they ask for, and whether they keep their machines awake.
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { systemClock } from '../../server/clock.ts';
import type { ItemId } from '../../shared/ids.ts';
import { connectionTo, NAMESPACE, type TimeAnswer } from '../../shared/protocol.ts';
import type { ReadinessId } from '../../shared/views/slices/readiness-lines.ts';
import { moderator, must, startServer, type TestServer } from '../with-server.ts';

const DAY_MS = 86_400_000;

let server: TestServer;
let staff: StaffClient;
/** The machine's own clock is ahead by so much. */
let set = 0;
const sockets: Socket[] = [];

beforeAll(async () => {
  const clock = systemClock(() => Date.now() + set);
  server = await startServer({ clock });
  staff = await moderator(server);
});
afterAll(async () => {
  for (const socket of sockets) socket.close();
  staff.close();
  await server.stop();
});

function connect(namespace: string): Socket {
  const socket = io(`${server.origin}${namespace}`, {
    ...connectionTo(staff.meeting),
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { cookie: staff.cookie, origin: server.origin },
  });
  sockets.push(socket);
  return socket;
}

const line = (id: ReadinessId) => staff.view.readiness.lines.find((one) => one.id === id);
const say = (socket: Socket, message: unknown): Promise<unknown> =>
  socket.timeout(30_000).emitWithAck('awake', message);

describe('the time', () => {
  it('is told to any page that asks, by the server’s clock, which a set machine does not move', async () => {
    const hall = must(server.app.halls.byCode(staff.meeting));
    for (const by of [DAY_MS, -DAY_MS]) {
      set = by;
      for (const space of ['screen', 'public', 'staff'] as const) {
        const before = hall.now;
        const answer = (await connect(NAMESPACE[space])
          .timeout(30_000)
          .emitWithAck('time')) as TimeAnswer;
        if (!answer.ok) throw new Error(answer.refusal.code);
        expect(answer.now).toBeGreaterThanOrEqual(before);
        expect(answer.now).toBeLessThanOrEqual(hall.now);
      }
    }
    // Whoever gives nothing to answer into is told nothing, and nothing breaks.
    connect(NAMESPACE.screen).emit('time', { not: 'a function' }, null);
    set = 0;
  });

  it('[R1] a countdown ends when it would have, though the server’s machine is set meanwhile', async () => {
    const subject = must((await units())[0], 'unit');
    const item = { id: 'talk' as ItemId, kind: 'presentation', subject, seconds: 600 } as const;
    await staff.run({ type: 'AddItems', after: null, items: [item] });
    await staff.run({ type: 'EnterItem', item: item.id });
    await staff.run({ type: 'StartCountdown', item: item.id });
    const hall = must(server.app.halls.byCode(staff.meeting));
    const left = () => {
      const { countdown } = hall.world.meeting;
      return countdown?.phase === 'running' ? countdown.endsAt - hall.now : NaN;
    };
    const before = left();
    for (const by of [DAY_MS, -3_600_000]) {
      set = by;
      await staff.run({ type: 'ExtendCountdown', item: item.id, seconds: 60 });
      expect(left()).toBeGreaterThan(before);
      expect(left()).toBeLessThanOrEqual(before + 120_000);
      await expect.poll(() => line('clock')).toMatchObject({ state: 'warn', ahead: by / 60_000 });
    }
    set = 0;
    await expect.poll(() => line('clock')).toMatchObject({ state: 'done', ahead: 0 });
  });
});

describe('the readiness list', () => {
  it('tells which projectors and tablets cannot keep their machine awake', async () => {
    for (const socket of sockets.splice(0)) socket.close();
    await expect.poll(() => line('screen')).toMatchObject({ screens: 0, dozing: 0 });
    const [one, two] = [connect(NAMESPACE.screen), connect(NAMESPACE.screen)];
    expect(await say(one, { awake: true })).toEqual({ ok: true });
    expect(await say(two, { awake: false })).toEqual({ ok: true });
    await expect.poll(() => line('screen')).toMatchObject({ screens: 2, dozing: 1 });
    expect(await say(two, { awake: true })).toEqual({ ok: true });
    await expect.poll(() => line('screen')).toMatchObject({ screens: 2, dozing: 0 });

    // A viewer is no tablet before it says so.
    const [viewer, tablet] = [connect(NAMESPACE.public), connect(NAMESPACE.public)];
    await viewer.timeout(30_000).emitWithAck('time');
    expect(await say(tablet, { awake: false })).toEqual({ ok: true });
    await expect.poll(() => line('tablets')).toMatchObject({ tablets: 1, dozing: 1 });
    tablet.close();
    await expect.poll(() => line('tablets')).toBeUndefined();
    expect(line('screen')).toMatchObject({ screens: 2 });
  });

  it('believes nothing else that they send', async () => {
    const screen = connect(NAMESPACE.screen);
    const nonsense = [null, true, 'awake', [], {}, { awake: 1 }, { awake: false, seat: 'S001' }];
    for (const message of nonsense) expect(await say(screen, message)).toMatchObject({ ok: false });
    expect(await say(screen, { awake: false })).toEqual({ ok: true });
    await expect.poll(() => line('screen')).toMatchObject({ dozing: 1 });
  });
});

async function units() {
  const list = '编号,单位,类别\nA01,甲局,区级部门\nA02,乙局,区级部门\n';
  await staff.importRoster('subjects', 'units.csv', new TextEncoder().encode(list));
  return staff.view.subjects.map(({ id }) => id);
}
