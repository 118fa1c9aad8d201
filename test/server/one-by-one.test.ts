// Threads that do one piece of work each: few wait, none takes longer than it may, and whoever asked is always answered.
import { afterEach, expect, it } from 'vitest';
import { OneByOne } from '../../server/one-by-one.ts';
import type { ExportJob } from '../../server/export/make-file.ts';
import { exportedSteps } from '../../shared/export/exporting.ts';
import { finished } from '../../shared/steps.ts';
import { created } from '../builders.ts';

type Threads = OneByOne<ExportJob, Uint8Array>;
const open: Threads[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function threads(timeLimitMs: number): Threads {
  const made: Threads = new OneByOne({
    thread: {
      here: new URL('../../server/export/export-files.ts', import.meta.url).href,
      name: 'export-thread',
    },
    ...{ mostWaiting: 2, timeLimitMs, resourceLimits: {} },
  });
  open.push(made);
  return made;
}

const head = { seq: 1, hash: 'a'.repeat(64), root: 'b'.repeat(64) };
const job = (): ExportJob => ({
  exported: finished(exportedSteps(created(), { head, at: 0 })),
  ...{ file: 'units.csv', language: 'en' },
});

it('answers those that wait in turn, and refuses one more than may wait', async () => {
  const made = threads(60_000);
  const answers = await Promise.all([made.run(job()), made.run(job()), made.run(job())]);
  expect(answers.map((one) => (one.ok ? 'made' : one.why))).toEqual(['made', 'made', 'full']);
  expect((await made.run(job())).ok).toBe(true);
});

it('gives up what takes longer than it may, and the next one has its whole time', async () => {
  const made = threads(1);
  expect(await made.run(job())).toEqual({ ok: false, why: 'ended' });
  expect(await made.run(job())).toEqual({ ok: false, why: 'ended' });
});

it('answers whoever waits when it is closed', async () => {
  const made = threads(60_000);
  const answers = Promise.all([made.run(job()), made.run(job())]);
  await made.close();
  const ended = { ok: false, why: 'ended' };
  expect(await answers).toEqual([ended, ended]);
});
