// CPU of the server for each message that goes out to a phone, against a plain loop over sockets of `ws` in the same run.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import type { Hall } from '../../server/hall.ts';
import type { ItemId } from '../../shared/ids.ts';
import { panelStage } from '../../shared/views/audiences/panel.ts';
import type { ListenersJob } from '../bench-listeners.ts';
import { phonesOf } from './phones.ts';
import { seated } from './seated.ts';
import { benchServer, order, withFolder } from './server.ts';
import { row, times, title } from './table.ts';

const PHONES = 1000;
const SENDS = 100;
/** Longer than what views are held together for: each change goes out by itself. */
const BETWEEN_MS = 60;

export async function benchSends(): Promise<void> {
  title(
    `CPU of the server a message, ${String(SENDS)} to each of ${String(PHONES)} phones. Goal: 1.9 x.`,
  );
  row('', ['µs', 'against ws']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const origin = app.reach.localUrl.replace('localhost', '127.0.0.1');
    const { staff, meeting, tickets } = await seated(origin, app.staffLink ?? '', PHONES);
    staff.close();
    const phones = await phonesOf({ origin, meeting, tickets });
    const hall = app.halls.byCode(meeting);
    if (!hall) throw new Error('the meeting is not open');
    await withCards(hall);
    const sent = async () => {
      const figures = await (await fetch(`${origin}/metrics`)).text();
      return Number(/publish_messages\w*\{audience="panel"\} (\d+)/.exec(figures)?.[1] ?? 0);
    };
    const before = await sent();
    const spent = await cpuOf((n) =>
      order(hall, { type: 'EnterItem', item: CARDS[n % 2 === 0 ? 0 : 1] }),
    );
    const ours = spent / ((await sent()) - before) / PHONES;
    const plain = await plainLoop(JSON.stringify(panelStage(hall.seen)));
    row('ws, a loop', [plain.toFixed(1), times(plain, plain)]);
    row('decide, commit, views and sends of this server', [ours.toFixed(1), times(ours, plain)]);
    await phones.ask('leave');
    await app.close();
  });
}

const CARDS = ['card-0', 'card-1'] as [ItemId, ItemId];

async function withCards(hall: Hall): Promise<void> {
  const items = CARDS.map((id) => ({ id, kind: 'card', title: `Card ${id}`, text: '' }) as const);
  await order(hall, { type: 'SetAgenda', items });
}

/** Microseconds of a message. */
async function plainLoop(message: string): Promise<number> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const child = fork(new URL('../bench-listeners.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const { port } = server.address() as AddressInfo;
  child.send({ url: `ws://127.0.0.1:${String(port)}`, count: PHONES } satisfies ListenersJob);
  await once(child, 'message');
  const spent = await cpuOf(() => {
    for (const client of server.clients) client.send(message);
  });
  child.kill();
  await once(child, 'exit');
  server.close();
  return spent / SENDS / PHONES;
}

/** Microseconds of this process, its threads included. */
async function cpuOf(send: (n: number) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < SENDS; n++) {
    await send(n);
    await pause(BETWEEN_MS);
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
