// What a phone costs that does nothing, and how soon all phones are back after the server was killed amid a round.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort, staffLink, startServerProcess } from '../../test/server-process.ts';
import { ensureBuild } from '../prepare.mjs';
import type { PhonesAnswer, PhonesAsk, PhonesJob } from '../bench-phones.ts';
import { heapAtRest } from './heap.ts';
import { openScore, seated } from './seated.ts';
import { benchServer, withFolder } from './server.ts';
import { ms, row, title } from './table.ts';

const IDLE = 500;
const BACK = 2000;

export async function benchIdle(): Promise<void> {
  title(`Heap of the server for ${String(IDLE)} phones that do nothing. Goal: 20 KB each.`);
  row('', ['KB a phone']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const origin = app.reach.localUrl.replace('localhost', '127.0.0.1');
    const { staff, ...rest } = await seated(origin, app.staffLink ?? '', IDLE);
    staff.close();
    // What all of them have in common is there with the first.
    const [first = '', ...tickets] = rest.tickets;
    const warm = await phonesOf({ origin, meeting: rest.meeting, tickets: [first] });
    const before = await heapAtRest();
    const phones = await phonesOf({ origin, meeting: rest.meeting, tickets });
    row('a connected seat', [ms(((await heapAtRest()) - before) / 1024 / tickets.length)]);
    for (const some of [phones, warm]) await some.ask('leave');
    await app.close();
  });
}

export async function benchBack(): Promise<void> {
  await ensureBuild();
  title(
    `${String(BACK)} phones after kill -9 amid a round. Goal: all back in 10000 ms, nothing lost.`,
  );
  row('', ['serving', 'all back', 'acknowledged', 'there again']);
  await withFolder(async (folder) => {
    const port = await freePort();
    const data = join(folder, 'data');
    const first = await startServerProcess(port, data);
    const { origin } = first;
    const { staff, meeting, tickets } = await seated(origin, await staffLink(first), BACK);
    const phones = await phonesOf({ origin, meeting, tickets });
    await openScore(staff);
    const acknowledged = await phones.ask('cast');
    await first.kill();
    await phones.ask('gone');
    const began = performance.now();
    const second = await startServerProcess(port, data);
    const there = await phones.ask('back');
    const back = performance.now() - began;
    row('', [ms(second.startedIn), ms(back), String(acknowledged), String(there)]);
    await phones.ask('leave');
    staff.close();
    await second.stop();
  });
}

export interface Phones {
  ask(what: PhonesAsk): Promise<number>;
}

/** Resolves when all of them have joined. */
export async function phonesOf(job: PhonesJob): Promise<Phones> {
  const child = fork(new URL('../bench-phones.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const next = async () => ((await once(child, 'message')) as [PhonesAnswer])[0].count;
  child.send(job);
  await next();
  return {
    ask(what) {
      child.send(what);
      return next();
    },
  };
}
