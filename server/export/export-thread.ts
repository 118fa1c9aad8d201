// The thread that makes one file, so that a large one never holds up a cast. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { makeFile, type ExportJob } from './make-file.ts';

if (!parentPort) throw new Error('this file is started as a worker');
parentPort.postMessage(await makeFile(workerData as ExportJob));
