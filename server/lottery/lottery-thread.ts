// The thread that finds one lottery or makes one list of lots, which can take minutes. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import type { ToldMessage } from '../told-thread.ts';
import {
  workList,
  workLottery,
  type ListMade,
  type ListRequest,
  type LotteryMade,
  type LotteryProgress,
  type LotteryRequest,
} from './lottery-work.ts';

export type LotteryJob =
  | { readonly kind: 'lottery'; readonly request: LotteryRequest }
  | { readonly kind: 'list'; readonly request: ListRequest };

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;
const say = (message: ToldMessage<LotteryProgress, LotteryMade | ListMade>) =>
  port.postMessage(message);
const tell = (progress: LotteryProgress) => say({ kind: 'progress', progress });
const job = workerData as LotteryJob;
const made =
  job.kind === 'list' ? await workList(job.request, tell) : await workLottery(job.request, tell);
say({ kind: 'made', made });
