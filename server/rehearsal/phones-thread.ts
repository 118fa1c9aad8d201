// The thread in which a rehearsal's simulated phones run, over real sockets like everybody's. Entry of a worker.
import { parentPort, workerData } from 'node:worker_threads';
import type { Findings } from '../../shared/rehearsal/report.ts';
import type { PhonesNow } from '../../shared/rehearsal/phones.ts';
import { Books } from './books.ts';
import { Chance } from './chance.ts';
import type { Crowd } from './crowd.ts';
import { follow, type FollowOptions } from './follow.ts';

/** What the thread is given. The only message to it asks it to end. */
export interface PhonesJob extends Pick<
  FollowOptions,
  'origin' | 'meeting' | 'tickets' | 'phones' | 'paceMs'
> {
  readonly seed: number;
}

/** A person looks at it: more often would only be work for the console. */
const TELL_MS = 500;

if (!parentPort) throw new Error('this file is started as a worker');
const port = parentPort;
const { seed, ...job } = workerData as PhonesJob;
const books = new Books();
const end = new AbortController();
let crowd: Crowd | null = null;
let told = '';

port.once('message', () => {
  end.abort();
});

function tell(findings: Findings | null): void {
  // Where a person's own phone has taken the seat over, it is a simulated one's no more.
  const seated = (crowd?.people ?? []).filter(({ phone }) => !phone.ended);
  const now: PhonesNow = {
    present: findings?.present ?? seated.length,
    connected: seated.filter(({ phone }) => phone.connected).length,
    voters: new Set([...books.newest].map(({ seat }) => seat)).size,
    figures: { ...books.figures, abstentions: null },
    findings,
    failure: null,
  };
  const text = JSON.stringify(now);
  if (text !== told) port.postMessage(now);
  told = text;
}

const telling = setInterval(() => {
  tell(null);
}, TELL_MS);
const findings = await follow({
  ...job,
  books,
  chance: new Chance(seed),
  signal: end.signal,
  onBegin: (begun) => {
    crowd = begun;
  },
});
clearInterval(telling);
tell(findings);
// A socket that still tries to come back would keep the thread.
port.close();
process.exit();
