// The thread that reads one roster file, so that a large workbook never holds up sockets. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { readRoster, type RosterRequest } from './read-roster.ts';

if (!parentPort) throw new Error('this file is started as a worker');
parentPort.postMessage(readRoster(workerData as RosterRequest));
