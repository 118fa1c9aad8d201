// A process that holds a meeting's file, for tests that kill it: `store-child.ts <path> <mode>`.
import { writeSync } from 'node:fs';
import { chain, type Chained } from '../../shared/meeting/chain.ts';
import type { Recorded } from '../../shared/meeting/events.ts';
import { about } from '../../shared/ballots/ballot.ts';
import { keep } from '../../shared/ballots/box-index.ts';
import type { ItemId, RoundId, SeatId, SubjectId } from '../../shared/ids.ts';
import { openThreadedStore, type ThreadedStore } from '../../server/store/threaded-store.ts';

/** Ballots beside each event that the child commits. */
const BALLOTS = 20;
/** Commits that are under way at once. */
const IN_FLIGHT = 3;

const [path = '', mode = ''] = process.argv.slice(2);
const opening = await openThreadedStore(path);
if (!opening.ok) say(opening.flaw);
else if (mode === 'commit') await commitForever(opening.store);
else {
  say('open');
  await opening.store.close();
}

/** Says the number of each event once its commit is acknowledged, until somebody kills us. */
async function commitForever(store: ThreadedStore): Promise<never> {
  let last = (await store.load()).events.at(-1);
  const flying: Promise<unknown>[] = [];
  say('open');
  for (;;) {
    const event = next(last);
    last = event;
    const { seq } = event.recorded;
    const ballots = Array.from({ length: BALLOTS }, (_, n) => ballotOf(seq, n));
    const commit = { events: [event], ballots, side: [], tickets: [], sessions: [] };
    flying.push(store.commit(commit).then(() => say(String(seq))));
    if (flying.length >= IN_FLIGHT) await flying.shift();
  }
}

function next(last: Chained | undefined): Chained {
  const seq = (last?.recorded.seq ?? 0) + 1;
  const event = { type: 'ItemEntered', item: `item-${seq}` as ItemId } as const;
  const act = { n: seq, command: 'Test' };
  const recorded: Recorded = { seq, at: seq, by: { kind: 'server' }, act, v: 2, event };
  return chain(last?.hash ?? '', recorded, '0'.repeat(32));
}

function ballotOf(seq: number, n: number) {
  const kept = keep({
    round: 'r1' as RoundId,
    attempt: 1,
    matter: about('D01' as SubjectId),
    seat: `S${seq}-${n}` as SeatId,
    rev: 1,
    salt: 'fedcba9876543210'.repeat(2),
    nonce: '0123456789abcdef'.repeat(2),
    choice: { kind: 'scores', scores: { duty: n } },
  });
  return { ...kept, after: seq };
}

/** At once, past any buffer that would die with us; waits while nobody reads and the pipe is full. */
function say(line: string): void {
  for (;;)
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
}
