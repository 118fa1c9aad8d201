// Logs that were written once and must be read for ever (R2): `test/vectors/log-v1*.jsonl` and `log-v2*.jsonl`.
import { readdirSync, readFileSync } from 'node:fs';
import { readEvent } from '../server/store/stored-rows.ts';
import { chain, type Chained } from '../shared/meeting/chain.ts';
import type { Recorded } from '../shared/meeting/events.ts';
import { Upcaster } from '../shared/meeting/upcast.ts';

const FOLDER = new URL('./vectors/', import.meta.url);

/** The names of the kept logs of a version. */
export function keptLogs(version: 1 | 2): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.startsWith(`log-v${String(version)}`))
    .sort();
}

/** A kept log as rows of a meeting's file. Never edit one: a new shape of an event gets a file of its own. */
export function keptRows(file: string) {
  let prev = '';
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      // Version 1: `hash body`, version 2: `hash salt body private`, with tabs between.
      const hash = line.slice(0, 64);
      const [first = '', second, third] = line.slice(65).split('\t');
      const [salt, body, closed] =
        second === undefined ? [null, first, null] : [first, second, third ?? ''];
      const { seq, at, v, event } = JSON.parse(body) as Recorded;
      const row = { seq, at, type: event.type, v, body, prev, hash, private: closed, salt };
      prev = hash;
      return row;
    });
}

/** A kept log in the newest shapes. */
export function keptLog(file: string): readonly Chained[] {
  const upcaster = new Upcaster();
  return keptRows(file).map((row) => readEvent(row, `${file} ${String(row.seq)}`, upcaster));
}

/** The same events as this version would have written them. */
export function writtenAnew(log: readonly Chained[]): readonly Chained[] {
  let prev = '';
  return log.map(({ recorded }) => {
    const act = recorded.act ?? { n: recorded.seq, command: 'Kept' };
    const link = chain(prev, { ...recorded, act }, recorded.seq.toString(16).padStart(32, '0'));
    prev = link.hash;
    return link;
  });
}
