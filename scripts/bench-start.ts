// One start of a server for the benchmark, in a process of its own: how soon it answers, and what it holds in memory.
import { once } from 'node:events';
import { benchServer } from './bench/server.ts';
import { heapBytes } from './bench/heap.ts';

export interface StartReport {
  readonly answeredMs: number;
  readonly heapMb: number;
  readonly residentMb: number;
}

const [folder] = (await once(process, 'message')) as [string];
const began = performance.now();
const app = await benchServer(folder);
await fetch(`${app.reach.localUrl}/healthz`);
const answeredMs = performance.now() - began;
const MB = 1024 * 1024;
const report: StartReport = {
  answeredMs,
  heapMb: heapBytes() / MB,
  residentMb: process.memoryUsage().rss / MB,
};
await app.close();
process.send?.(report, () => process.exit(0));
