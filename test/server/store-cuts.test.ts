// [R1] [R2] The power goes at any byte of the write-ahead log: what comes back is the log up to a commit, never half of one.
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openMeetingFile, type MeetingFile } from '../../server/store/meeting-file.ts';
import type { MeetingId } from '../../shared/ids.ts';
import type { Chained } from '../../shared/meeting/chain.ts';
import { evolve, NO_MEETING } from '../../shared/meeting/evolve.ts';
import { keptLog, writtenAnew } from '../kept-logs.ts';
import { temporaryFolder } from '../with-server.ts';
import { commitOf } from './store-fixtures.ts';

const folder = temporaryFolder();
afterAll(() => {
  folder.remove();
});

/** Events that were decided together have the same instant and the same actor: one commit. */
function commits(log: readonly Chained[]): readonly (readonly Chained[])[] {
  const groups: Chained[][] = [];
  for (const link of log) {
    const last = groups.at(-1)?.at(-1)?.recorded;
    const { at, by } = link.recorded;
    if (last?.at === at && JSON.stringify(last.by) === JSON.stringify(by))
      groups.at(-1)?.push(link);
    else groups.push([link]);
  }
  return groups;
}

function opened(path: string, create?: MeetingId): MeetingFile {
  const opening = openMeetingFile(path, create ? { create: { meeting: create } } : {});
  if (!opening.ok) throw new Error(`${opening.flaw}: ${opening.detail}`);
  return opening.file;
}

const fold = (log: readonly Chained[]) =>
  log.map(({ recorded }) => recorded).reduce(evolve, NO_MEETING);

it.each(['log-v1.jsonl', 'log-v1-day.jsonl', 'log-v1-salt.jsonl', 'log-v1-desk.jsonl'])(
  '%s: cut at each commit and within it',
  (name) => {
    const log = writtenAnew(keptLog(name));
    const first = log[0]?.recorded.event;
    if (first?.type !== 'MeetingCreated') throw new Error('no meeting');
    const home = join(folder.path, name);
    mkdirSync(home);
    const path = join(home, 'm.sqlite');
    const file = opened(path, first.id);
    // The main file as it is before any commit; the log beside it grows from now on.
    const still = join(home, 'still.sqlite');
    cpSync(path, still);
    const marks: { readonly events: number; readonly bytes: number }[] = [];
    let events = 0;
    for (const group of commits(log)) {
      // A secret beside each commit: it is there exactly when its events are.
      const secret = { kind: 'secret', name: `salt/${String(events)}`, value: 'x' } as const;
      file.commit(commitOf({ events: group, side: [secret] }));
      events += group.length;
      marks.push({ events, bytes: statSync(`${path}-wal`).size });
    }
    const wal = readFileSync(`${path}-wal`);
    expect(statSync(path).size, 'nothing was moved into the file yet').toBe(statSync(still).size);
    file.close();

    let before = { events: 0, bytes: 0 };
    for (const [n, mark] of marks.entries()) {
      const step = mark.bytes - before.bytes;
      for (const [bytes, there] of [
        [mark.bytes - 1, before.events],
        [before.bytes + Math.floor((step * ((n % 7) + 1)) / 9), before.events],
        [mark.bytes, mark.events],
      ] as const) {
        const cut = join(home, 'cut.sqlite');
        cpSync(still, cut);
        writeFileSync(`${cut}-wal`, wal.subarray(0, bytes));
        const again = opened(cut);
        const loaded = again.load();
        expect([n, bytes, loaded.events.length]).toEqual([n, bytes, there]);
        const wanted = marks.filter((one) => one.events <= there).length;
        expect(loaded.secrets).toHaveLength(wanted);
        expect(fold(loaded.events)).toEqual(fold(log.slice(0, there)));
        // And it goes on from there.
        const next = commits(log.slice(there))[0];
        if (next) again.commit(commitOf({ events: next }));
        again.close();
      }
      before = mark;
    }
  },
  60_000,
);
