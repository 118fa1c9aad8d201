// The thread that mixes and numbers the panels of one draw by lots. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { numberLots, type NumberingJob } from './numbering.ts';

if (!parentPort) throw new Error('this file is started as a worker');
parentPort.postMessage(numberLots(workerData as NumberingJob));
