// Writes log-v2*.jsonl from log-v1*.jsonl, once for each file: `tsx test/vectors/make-log-v2.ts`. What stands is kept.
import { existsSync, writeFileSync } from 'node:fs';
import { chain, eventTexts, type Chained } from '../../shared/meeting/chain.ts';
import type { Act, Recorded } from '../../shared/meeting/events.ts';
import type { Holder } from '../../shared/meeting/people.ts';
import { keptLog, keptLogs } from '../kept-logs.ts';
import { enter, planned, skip } from '../unit/meeting/agenda-builders.ts';

for (const name of keptLogs(1)) write(name.replace('v1', 'v2'), asWritten(keptLog(name)));
write('log-v2-taken-back.jsonl', planned().staff(enter('p-U1')).staff(skip('p-U2')).undo().log);

function write(name: string, log: readonly Chained[]): void {
  const file = new URL(name, import.meta.url);
  if (existsSync(file)) return;
  const lines = log.map(({ recorded, hash, salt }) => {
    const { open, closed } = eventTexts(recorded);
    return `${hash} ${[salt, open, closed].join('\t')}`;
  });
  writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
}

/** With what version 1 did not say: which events are of one act, and whose ticket acted. Acts are named by their first event. */
function asWritten(log: readonly Chained[]): readonly Chained[] {
  const holders = new Map<string, Holder>();
  const written: Chained[] = [];
  for (const { recorded } of log) {
    const { seq, at, event } = recorded;
    if (event.type === 'SeatsFilled')
      for (const { id, holder } of event.seats) holders.set(id, holder);
    const by = actorOf(recorded, holders);
    const last = written.at(-1);
    const before = last?.recorded;
    const goesOn = before?.at === at && JSON.stringify(before.by) === JSON.stringify(by);
    const act: Act = goesOn && before.act ? before.act : { n: seq, command: event.type };
    const salt = seq.toString(16).padStart(32, '0');
    written.push(chain(last?.hash ?? '', { ...recorded, by, act }, salt));
  }
  return written;
}

function actorOf({ by, event }: Recorded, holders: ReadonlyMap<string, Holder>): Recorded['by'] {
  if (by.kind !== 'server') return by;
  if (event.type === 'ReviewerArrived') return { kind: 'holder', holder: event.holder };
  const holder = event.type === 'SeatClaimed' ? holders.get(event.seat) : undefined;
  return holder ? { kind: 'holder', holder } : by;
}
