// Phones that cast all at once: acks and vote to screen, against a store in memory and one commit per ballot.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RunningApp } from '../../server/app.ts';
import type { OpenStore } from '../../server/halls.ts';
import { faultyStore } from '../../test/faulty-store.ts';
import { memoryStore } from '../../test/memory-store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import type { LoadJob, LoadReport } from '../bench-load.ts';
import { openScore, seated } from './seated.ts';
import { benchServer, withFolder } from './server.ts';
import { ms, row, times, title } from './table.ts';

interface Way {
  readonly name: string;
  readonly openStore: OpenStore;
  readonly maxBatch?: number;
  /** Milliseconds added to every commit. */
  readonly delayMs: number;
}

/** What a slow disk's commit takes (SPEED.md). */
const SLOW_MS = 5;

const memory: OpenStore = () =>
  Promise.resolve({
    ok: true,
    store: Object.assign(memoryStore(), { verify: () => Promise.resolve(null) }),
  });

const WAYS: readonly Way[] = [
  { name: 'memory', openStore: memory, delayMs: 0 },
  { name: 'grouped', openStore: openThreadedStore, delayMs: 0 },
  { name: 'one by one', openStore: openThreadedStore, maxBatch: 1, delayMs: 0 },
  { name: 'grouped, +5 ms', openStore: faultyStore({ delayMs: SLOW_MS }), delayMs: SLOW_MS },
  {
    name: 'one by one, +5 ms',
    openStore: faultyStore({ delayMs: SLOW_MS }),
    maxBatch: 1,
    delayMs: SLOW_MS,
  },
];

/** @param phones one table for each number of them */
export async function benchCasts(phones: readonly number[], spreadMs: number): Promise<void> {
  for (const count of phones) {
    title(`${String(count)} phones cast once within ${String(spreadMs)} ms. Times in ms.`);
    row('', [
      'ack p50',
      'ack p99',
      'to memory',
      'screen p50',
      'screen p99',
      'last tally',
      'to memory',
    ]);
    let reference: LoadReport | null = null;
    for (const way of WAYS) {
      const report = await measure(count, way, spreadMs);
      const { ackP50, ackP99, screenP50, screenP99, tallyMs } = report;
      reference ??= report;
      row(way.name, [
        ...[ms(ackP50), ms(ackP99), times(ackP99, reference.ackP99)],
        ...[ms(screenP50), ms(screenP99), ms(tallyMs), times(tallyMs, reference.tallyMs)],
      ]);
      if (report.unanswered > 0)
        row(`  ${String(report.unanswered)} casts were refused or not answered`, []);
    }
  }
}

async function measure(phones: number, way: Way, spreadMs: number): Promise<LoadReport> {
  return withFolder(async (folder) => {
    const { openStore, maxBatch } = way;
    const app = await benchServer(folder, {
      openStore,
      ...(maxBatch === undefined ? {} : { maxBatch }),
    });
    try {
      return await load(app, phones, spreadMs);
    } finally {
      await app.close();
    }
  });
}

/** Seats as many as there are phones, opens a live round, and lets another process cast. */
async function load(app: RunningApp, phones: number, spreadMs: number): Promise<LoadReport> {
  const origin = app.reach.localUrl.replace('localhost', '127.0.0.1');
  const { staff, meeting, tickets } = await seated(origin, app.staffLink ?? '', phones);
  const child = fork(new URL('../bench-load.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const job: LoadJob = {
    origin,
    meeting,
    tickets,
    spreadMs,
  };
  child.send(job);
  await once(child, 'message');
  await openScore(staff);
  const [report] = (await once(child, 'message')) as [LoadReport];
  staff.close();
  await once(child, 'exit');
  return report;
}
