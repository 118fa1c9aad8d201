// The writer's thread with the faults that a test asks for. Entry of a worker, see faulty-store.ts.
import Database from 'better-sqlite3';
import { workerData } from 'node:worker_threads';
import { MeetingFile } from '../server/store/meeting-file.ts';
import type { Faults } from './faulty-store.ts';

const { maxPages, delayMs, dieAt } = workerData as Faults;
let commits = 0;

before(MeetingFile.prototype, 'commit', () => {
  commits += 1;
  if (delayMs !== undefined) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs);
  if (commits === dieAt) process.exit(1);
});
if (maxPages !== undefined)
  before(Database.prototype, 'prepare', (db) => {
    db.pragma(`max_page_count = ${String(maxPages)}`);
  });

await import('../server/store/writer-thread.ts');

function before<T extends object>(prototype: T, name: keyof T, act: (self: T) => void): void {
  const method = prototype[name] as (this: T, ...args: unknown[]) => unknown;
  Object.assign(prototype, {
    [name](this: T, ...args: unknown[]) {
      act(this);
      return method.apply(this, args);
    },
  });
}
