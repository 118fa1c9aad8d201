// The thread that computes how sure a result is: a thousand resamples take seconds. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { certaintyOf, type RevealedMeeting } from '../../shared/results/certainty/permitted.ts';
import type { ToldMessage } from '../told-thread.ts';
import type { CertaintyMade } from './find-certainty.ts';

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;
const say = (message: ToldMessage<number, CertaintyMade>) => port.postMessage(message);
const certainty = certaintyOf(workerData as RevealedMeeting, (progress) => {
  say({ kind: 'progress', progress });
});
say({ kind: 'made', made: { ok: true, certainty } });
