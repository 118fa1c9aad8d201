// A start with a hundred old meetings, against one with a single one: the first answer, and the memory.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { SubjectId } from '../../shared/ids.ts';
import type { StartReport } from '../bench-start.ts';
import { median } from './loop.ts';
import { benchServer, order, reviewers, withFolder } from './server.ts';
import { ms, row, times, title } from './table.ts';

const MANY = 100;
const RUNS = 3;

export async function benchMeetings(): Promise<void> {
  title(
    `A start with ${String(MANY)} old meetings against one. Goals: under 1000 ms, memory 1.2 x.`,
  );
  row('', ['first answer', 'to one', 'heap MB', 'to one', 'memory MB', 'to one']);
  const one = await starts(1);
  show('one meeting', one, one);
  show(`${String(MANY)} meetings`, await starts(MANY), one);
}

function show(words: string, report: StartReport, one: StartReport): void {
  const { answeredMs, heapMb, residentMb } = report;
  row(words, [
    ...[ms(answeredMs), times(answeredMs, one.answeredMs)],
    ...[ms(heapMb), times(heapMb, one.heapMb)],
    ...[ms(residentMb), times(residentMb, one.residentMb)],
  ]);
}

async function starts(meetings: number): Promise<StartReport> {
  return withFolder(async (folder) => {
    const app = await benchServer(folder);
    for (let n = 0; n < meetings; n++) {
      const hall = await app.halls.create(`Bench ${String(n)}`, 'Asia/Shanghai', 'en');
      const entries = Array.from({ length: 77 }, (_, unit) => ({
        ...{ id: `U${String(unit)}` as SubjectId, kind: 'unit' as const },
        ...{ name: `单位${String(unit)}`, category: '乡镇' },
      }));
      await order(hall, { type: 'ImportSubjects', source: 'units', entries });
      await order(hall, { type: 'ImportReviewers', source: 'people', entries: reviewers(300) });
    }
    await app.close();
    const reports: StartReport[] = [];
    for (let run = 0; run < RUNS; run++) reports.push(await start(folder));
    const of = (field: keyof StartReport) => median(reports.map((report) => report[field]));
    return { answeredMs: of('answeredMs'), heapMb: of('heapMb'), residentMb: of('residentMb') };
  });
}

async function start(folder: string): Promise<StartReport> {
  const child = fork(new URL('../bench-start.ts', import.meta.url), {
    execArgv: ['--import', 'tsx'],
  });
  child.send(folder);
  const [report] = (await once(child, 'message')) as [StartReport];
  await once(child, 'exit');
  return report;
}
