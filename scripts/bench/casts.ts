// Phones that cast all at once: acks and vote to screen, against a store in memory and one commit per ballot.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RunningApp } from '../../server/app.ts';
import type { OpenStore } from '../../server/halls.ts';
import { faultyStore } from '../../test/faulty-store.ts';
import { memoryStore } from '../../test/memory-store.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import type { ItemId, SubjectId } from '../../shared/ids.ts';
import type { LoadJob, LoadReport } from '../bench-load.ts';
import { StaffClient } from '../staff-client.ts';
import { benchServer, withFolder } from './server.ts';
import { ms, row, times, title } from './table.ts';

interface Way {
  readonly name: string;
  readonly openStore: OpenStore;
  readonly maxBatch?: number;
  /** Milliseconds added to every commit. */
  readonly delayMs: number;
}

/** What a slow disk's commit takes (PERFORMANCE.md). */
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
    row('', ['ack p50', 'ack p99', 'screen p50', 'screen p99', 'last tally', 'to memory']);
    let reference: number | null = null;
    for (const way of WAYS) {
      const report = await measure(count, way, spreadMs);
      const { ackP50, ackP99, screenP50, screenP99, tallyMs } = report;
      reference ??= tallyMs;
      const cells = [ackP50, ackP99, screenP50, screenP99, tallyMs].map(ms);
      row(way.name, [...cells, times(tallyMs, reference)]);
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
  const staff = new StaffClient(origin);
  await staff.accept(app.staffLink ?? '', 'bench', 'a passphrase for the bench');
  const meeting = await staff.create('Bench');
  await staff.importRoster(
    'subjects',
    'units.csv',
    csv(['编号,单位名称,类别', 'A01,区水务局,区级部门']),
  );
  await staff.importRoster(
    'reviewers',
    'reviewers.csv',
    csv([
      '编号,姓名,组别',
      ...Array.from(
        { length: phones },
        (_, n) => `R${String(n)},代表${String(n)},组${String(n % 4)}`,
      ),
    ]),
  );
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  for (let n = 0; n < reviewers.length; n += 500)
    await staff.run({ type: 'FillSeats', reviewers: reviewers.slice(n, n + 500) });
  const tickets = await staff.tickets('pool');
  const child = fork(new URL('../bench-load.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const job: LoadJob = {
    origin,
    meeting,
    tickets: tickets.map(({ url }) => new URL(url).hash.slice(1)),
    spreadMs,
  };
  child.send(job);
  await once(child, 'message');
  await staff.run({
    type: 'SetAgenda',
    items: [
      {
        id: 'score' as ItemId,
        kind: 'score',
        subjects: ['A01' as SubjectId],
        secrecy: 'named',
        sheet: 'live',
        disclosure: 'live',
        seconds: 600,
      },
    ],
  });
  await staff.run({ type: 'EnterItem', item: 'score' as ItemId });
  await staff.run({ type: 'OpenRound', item: 'score' as ItemId });
  const [report] = (await once(child, 'message')) as [LoadReport];
  staff.close();
  await once(child, 'exit');
  return report;
}

function csv(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\r\n'));
}
