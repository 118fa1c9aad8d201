// The workbook of 77 units, 300 reviewers and all their ballots: how long the built server takes, and what those feel who vote
// in another meeting meanwhile.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ItemId } from '../../shared/ids.ts';
import { freePort, startServerProcess } from '../../test/server-process.ts';
import type { LoadJob, LoadReport } from '../bench-load.ts';
import type { SaverJob, SaverReport } from '../bench-saver.ts';
import { ensureBuild } from '../prepare.mjs';
import { StaffClient } from '../staff-client.ts';
import { median } from './loop.ts';
import { openScore, seatedBy } from './seated.ts';
import { benchServer, castAll, onlyRound, order, withFolder, writtenMeeting } from './server.ts';
import { ms, row, times, title } from './table.ts';

const UNITS = 77;
const SEATS = 300;
const FILES = 10;
const PHONES = 600;
const SPREAD_MS = 8000;
const ROUNDS = 2;
const NAME = 'bench';
const PASSPHRASE = 'a passphrase for the bench';

export async function benchWorkbook(): Promise<void> {
  await ensureBuild();
  title(
    `The workbook of ${String(UNITS)} units, ${String(SEATS)} reviewers, ${String(UNITS * SEATS)} ballots, ms. Goal: 5 s.`,
  );
  row('', ['first', 'median', 'longest', 'KB']);
  await withFolder(async (folder) => {
    const code = await filled(folder);
    const server = await startServerProcess(await freePort(), join(folder, 'data'));
    const staff = new StaffClient(server.origin);
    await staff.logIn(NAME, PASSPHRASE);
    const saver = fork(new URL('../bench-saver.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
    });
    const url = `${server.origin}/m/${code}/api/export/workbook.xlsx`;
    const save = async (): Promise<SaverReport> => {
      saver.send({ url, cookie: staff.cookie } satisfies SaverJob);
      const [report] = (await once(saver, 'message')) as [SaverReport];
      return report;
    };
    const files: SaverReport[] = [];
    for (let n = 0; n < FILES; n++) files.push(await save());
    const taken = files.map(({ takenMs }) => takenMs);
    const figures = [taken[0] ?? 0, median(taken), Math.max(...taken)];
    row('asked of the built server, which runs', [
      ...figures.map(ms),
      ms((files[0]?.bytes ?? 0) / 1024),
    ]);

    title(
      `${String(PHONES)} phones cast in another meeting within ${String(SPREAD_MS)} ms. Acks in ms.`,
    );
    row('', ['p50', 'p99', 'p99 to quiet', 'workbooks']);
    for (let round = 0; round < ROUNDS; round++) {
      const before = await casts(staff, null);
      show('nobody wants a file', before, before.report);
      show('one workbook after the other', await casts(staff, save), before.report);
    }
    saver.kill();
    staff.close();
    await server.stop();
  });
}

/** A meeting in which everybody has scored every unit, revealed; its code. */
async function filled(folder: string): Promise<string> {
  const app = await benchServer(folder);
  const staff = new StaffClient(app.reach.localUrl.replace('localhost', '127.0.0.1'));
  await staff.accept(app.staffLink ?? '', NAME, PASSPHRASE);
  const hall = await writtenMeeting(app, UNITS, SEATS);
  await order(hall, { type: 'OpenRound', item: 'written' as ItemId });
  await castAll(hall);
  const round = onlyRound(hall).id;
  await order(hall, { type: 'CloseRound', round });
  await order(hall, { type: 'RevealRound', round });
  await app.close();
  return hall.world.meeting.code;
}

interface Cast {
  readonly report: LoadReport;
  readonly saved: number;
}

/** Phones in a process of their own cast in a new meeting, while files are saved. */
async function casts(staff: StaffClient, save: (() => Promise<unknown>) | null): Promise<Cast> {
  const { meeting, tickets } = await seatedBy(staff, PHONES);
  const child = fork(new URL('../bench-load.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  const job: LoadJob = { origin: staff.origin, meeting, tickets, spreadMs: SPREAD_MS };
  child.send(job);
  await once(child, 'message');
  await openScore(staff);
  const voting = { isOver: false };
  const reported = once(child, 'message').finally(() => (voting.isOver = true));
  let saved = 0;
  for (; save && !voting.isOver; saved++) await save();
  const [report] = (await reported) as [LoadReport];
  if (report.unanswered > 0)
    throw new Error(`${String(report.unanswered)} casts were not answered`);
  return { report, saved };
}

function show(words: string, { report, saved }: Cast, quiet: LoadReport): void {
  const { ackP50, ackP99 } = report;
  row(words, [ms(ackP50), ms(ackP99), times(ackP99, quiet.ackP99), String(saved)]);
}
