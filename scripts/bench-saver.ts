// Whoever saves a file in the benchmark, in a process of its own: fetches it once for each time that it is asked to.
import { once } from 'node:events';

export interface SaverJob {
  readonly url: string;
  readonly cookie: string;
}

export interface SaverReport {
  /** From asking to the last byte. */
  readonly takenMs: number;
  readonly bytes: number;
}

for (;;) {
  const [{ url, cookie }] = (await once(process, 'message')) as [SaverJob];
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (!answer.ok) throw new Error(`no file: ${String(answer.status)}`);
  process.send?.({ takenMs: performance.now() - began, bytes } satisfies SaverReport);
}
