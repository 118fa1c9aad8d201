// Storing 10,000 reviewers: how long the loop is held, and what those feel who vote in another meeting meanwhile.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Hall } from '../../server/hall.ts';
import type { ItemId } from '../../shared/ids.ts';
import { subjectsOf } from '../../shared/meeting/agenda/participation.ts';
import type { ClerkJob } from '../bench-clerk.ts';
import { longestTurn, median, percentile } from './loop.ts';
import {
  benchServer,
  cast,
  onlyRound,
  order,
  reviewers,
  withFolder,
  writtenMeeting,
} from './server.ts';
import { ms, row, times, title } from './table.ts';

const PEOPLE = 10_000;
const RUNS = 5;
/** The other meeting. */
const UNITS = 77;
const SEATS = 300;
const PACE_MS = 4;
const QUIET_MS = 3000;

export async function benchRoster(): Promise<void> {
  await loopHeld();
  await elsewhere();
}

/** What those feel who vote in another meeting, while a clerk stores the list from their browser. */
async function elsewhere(): Promise<void> {
  title(`Casts in another meeting while ${String(PEOPLE)} reviewers are stored. Acks in ms.`);
  row('', ['p50', 'p99', 'longest', 'over quiet']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const hall = await writtenMeeting(app, UNITS, SEATS);
    await order(hall, { type: 'OpenRound', item: 'written' as ItemId });
    const clerk = fork(new URL('../bench-clerk.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
    });
    clerk.send({
      origin: app.reach.localUrl.replace('localhost', '127.0.0.1'),
      link: app.staffLink ?? '',
      list: [
        '编号,姓名,组别,性别,工作单位',
        ...reviewers(PEOPLE).map(({ id, name, group, attributes }) =>
          [id, name, group, ...Object.values(attributes)].join(','),
        ),
      ].join('\r\n'),
    } satisfies ClerkJob);
    await once(clerk, 'message');
    const storing = async () => {
      clerk.send('store');
      await once(clerk, 'message');
    };
    let rev = 0;
    const casts = (work: () => Promise<unknown>) => castingWhile(hall, (rev += 1), work);
    await casts(() => wait(QUIET_MS));
    const quiet = await casts(() => wait(QUIET_MS));
    const show = (words: string, acks: readonly number[]) => {
      const longest = Math.max(...acks);
      const cells = [percentile(acks, 0.5), percentile(acks, 0.99), longest];
      row(words, [...cells.map(ms), ms(longest - Math.max(...quiet))]);
    };
    show('nobody stores anything', quiet);
    show('stored', await casts(storing));
    show('the same list once more', await casts(storing));
    clerk.kill();
    await app.close();
  });
}

/** Casts at an even pace until the work is done; each ack from when its cast was due. */
async function castingWhile(
  hall: Hall,
  rev: number,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const seats = [...hall.world.meeting.seats.values()];
  const subjects = subjectsOf(hall.world.meeting, onlyRound(hall));
  const acks: number[] = [];
  const pending: Promise<void>[] = [];
  const storing = { isOver: false };
  const done = work().finally(() => (storing.isOver = true));
  const began = performance.now();
  for (let n = 0; !storing.isOver && n < SEATS * UNITS; n++) {
    const due = began + n * PACE_MS;
    if (due > performance.now()) await wait(due - performance.now());
    const seat = seats[n % SEATS];
    const subject = subjects[Math.floor(n / SEATS)];
    if (!seat || !subject) throw new Error('nobody is left to cast');
    const acked = cast(hall, seat, subject, rev, n).then(() => {
      acks.push(performance.now() - due);
    });
    pending.push(acked);
  }
  await done;
  await Promise.all(pending);
  return acks;
}

async function loopHeld(): Promise<void> {
  title(`Storing ${String(PEOPLE)} reviewers, as read from their file. Loop held, ms.`);
  row('', ['first', 'median', 'to JSON']);
  await withFolder(async (folder) => {
    const app = await benchServer(folder);
    const entries = reviewers(PEOPLE);
    const first: number[] = [];
    const again: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const hall = await app.halls.create('Bench', 'Asia/Shanghai', 'en');
      const store = () => order(hall, { type: 'ImportReviewers', source: 'bench', entries });
      first.push(await longestTurn(store));
      again.push(await longestTurn(store));
    }
    const json = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      JSON.parse(JSON.stringify(entries));
      return performance.now() - began;
    });
    const show = (words: string, held: readonly number[]) => {
      row(words, [ms(held[0] ?? 0), ms(median(held)), times(median(held), median(json))]);
    };
    show('the list as JSON, out and in', json);
    show('stored', first);
    show('the same list once more: nothing changes', again);
    await app.close();
  });
}
