// A meeting's file of 154,000 ballots: how long opening it takes, and what running copies of it cost those who vote.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from '../../server/app.ts';
import type { Hall } from '../../server/hall.ts';
import type { OpenStore } from '../../server/halls.ts';
import { fileOf } from '../../server/meeting-folder.ts';
import { freePort, startServerProcess } from '../../test/server-process.ts';
import { openThreadedStore } from '../../server/store/threaded-store.ts';
import { subjectsOf } from '../../shared/meeting/agenda/participation.ts';
import type { ItemId } from '../../shared/ids.ts';
import { percentile } from './loop.ts';
import {
  benchServer,
  cast,
  castAll,
  onlyRound,
  order,
  withFolder,
  writtenMeeting,
} from './server.ts';
import { ensureBuild } from '../prepare.mjs';
import { ms, row, times, title } from './table.ts';

const UNITS = 77;
const SEATS = 2000;
/** Units for which everyone casts once more, so that the file has some 80 MB. */
const MORE_UNITS = 45;
const PER_SECOND = 500;
const SECONDS = 8;
/** Casts before those that are counted: the first views of a meeting just opened take their time. */
const WARM_SECONDS = 2;
const ROUNDS = 2;

interface Load {
  readonly acks: readonly number[];
  readonly copies: number;
}

export async function benchCopies(): Promise<void> {
  await withFolder(async (folder) => {
    let app = await benchServer(folder);
    const hall = await writtenMeeting(app, UNITS, SEATS);
    await order(hall, { type: 'OpenRound', item: 'written' as ItemId });
    await castAll(hall);
    await app.close();
    title(`Starting with a meeting of ${String(UNITS * SEATS)} ballots. Times in ms.`);
    row('', ['first answer', 'verified']);
    // The first start of a process loads what later ones find there.
    await (await benchServer(folder)).close();
    await (await start(folder, 'verified first, then served', verifiedFirst)).close();
    await (await start(folder, 'served, verified meanwhile', openThreadedStore)).close();
    await asked(folder, hall);
    app = await benchServer(folder);
    const reopened = await theOne(app);
    if (reopened) await castAll(reopened, 2, MORE_UNITS);
    await app.close();

    const megabytes = statSync(meetingFile(join(folder, 'data'), hall)).size / 1024 / 1024;
    title(
      `${String(PER_SECOND)} ballots a second onto a file of ${megabytes.toFixed(0)} MB. Times in ms.`,
    );
    row('', ['ack p50', 'ack p99', 'p99 to off', 'copies']);
    const off: number[] = [];
    const on: number[] = [];
    let copies = 0;
    for (let round = 0; round < ROUNDS; round++) {
      off.push(...(await load(folder, null, 2 * round)).acks);
      const copied = await load(folder, join(folder, 'copies'), 2 * round + 1);
      on.push(...copied.acks);
      copies += copied.copies;
    }
    const reference = percentile(off, 0.99);
    const show = (words: string, acks: readonly number[], made: number) => {
      const p99 = percentile(acks, 0.99);
      row(words, [ms(percentile(acks, 0.5)), ms(p99), times(p99, reference), String(made)]);
    };
    show('copies off', off, 0);
    show('copies on', on, copies);
  });
}

/** Times a start to its first answer, and until every hash is verified. */
async function start(folder: string, words: string, openStore: OpenStore): Promise<RunningApp> {
  const began = performance.now();
  const app = await benchServer(folder, { openStore });
  const hall = await theOne(app);
  const answered = performance.now() - began;
  while (hall?.fileCheck.phase === 'checking') await wait(5);
  row(words, [ms(answered), ms(performance.now() - began)]);
  return app;
}

/** Times the first answer of the built server, which opens the meeting for it. */
async function asked(folder: string, hall: Hall): Promise<void> {
  await ensureBuild();
  const server = await startServerProcess(await freePort(), join(folder, 'data'));
  const began = performance.now();
  await fetch(`${server.origin}/m/${hall.world.meeting.code}/api/snapshot`);
  row('asked of the built server, which runs', [ms(performance.now() - began)]);
  await server.stop();
}

/** For reference: a server that answers nobody before the whole file is verified. */
const verifiedFirst: OpenStore = async (path, options) => {
  const opening = await openThreadedStore(path, options);
  if (opening.ok) await opening.store.verify();
  return opening;
};

/** Casts at an even pace, the first copy made before; each turn has revisions of its own. */
async function load(folder: string, backup: string | null, turn: number): Promise<Load> {
  const app = await benchServer(folder, { backup });
  const hall = await theOne(app);
  if (!hall) throw new Error('the meeting is gone');
  if (backup !== null) await copied(app);
  const seats = [...hall.world.meeting.seats.values()];
  const subjects = subjectsOf(hall.world.meeting, onlyRound(hall));
  const acks: number[] = [];
  // Each copy is a new file in the place of the one before.
  const files = new Set<number>();
  const look = () => {
    if (backup !== null) files.add(statSync(meetingFile(backup, hall)).mtimeMs);
  };
  const timer = setInterval(look, 100);
  const pending: Promise<void>[] = [];
  const began = performance.now();
  for (let n = 0; n < PER_SECOND * (WARM_SECONDS + SECONDS); n++) {
    const due = began + (n * 1000) / PER_SECOND;
    if (due > performance.now()) await wait(due - performance.now());
    const seat = seats[n % SEATS];
    const subject = subjects[Math.floor(n / SEATS)];
    if (!seat || !subject) throw new Error('nobody is left to cast');
    pending.push(
      cast(hall, seat, subject, 3 + turn, n).then(() => {
        // From when it was due: a loop that is held up delays the next cast as well.
        if (n >= PER_SECOND * WARM_SECONDS) acks.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(pending);
  clearInterval(timer);
  await app.close();
  return { acks, copies: Math.max(0, files.size - 1) };
}

function meetingFile(folder: string, hall: Hall): string {
  return join(folder, fileOf(hall.world.meeting.id));
}

/** The only meeting, opened where it is not open. */
async function theOne({ halls }: RunningApp): Promise<Hall | null> {
  return halls.wake(halls.known()[0]?.code ?? '');
}

async function copied(app: RunningApp): Promise<void> {
  const [hall] = app.halls.all();
  while (hall && app.backup.state(hall).ageMs !== 0) await wait(50);
}
