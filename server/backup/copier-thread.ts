// The thread that copies, so that neither phones nor commits wait for a second disk. Entry of a worker.
import { parentPort } from 'node:worker_threads';
import { codeOf } from '../error-code.ts';
import { copy } from './copying.ts';
import type { CopyAnswer, CopyRequest } from './copier.ts';

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;

port.on('message', ({ id, job }: CopyRequest) => {
  port.postMessage({ id, fault: attempt(() => copy(job)) } satisfies CopyAnswer);
});

function attempt(work: () => void): CopyAnswer['fault'] {
  try {
    work();
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { code: codeOf(error), message };
  }
}
