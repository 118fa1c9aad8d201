// A replacement from the reserve: a record of its own kind, chained to its draw's (DRAW.md §6).

import { canonical } from './canonical.ts';
import { tagged, toHex, utf8 } from './hash.ts';
import { inLine, type Standing } from './in-line.ts';
import { own } from '../own.ts';

export interface ReplacementRecord {
  /** Hash of the draw's record, or of the replacement before this one: 64 hex digits. */
  readonly prev: string;
  /** Hash of the lock whose reserve it follows. */
  readonly lock_hash: string;
  readonly out: string;
  /** "" for a vacancy: nobody of the line was there. */
  readonly in: string;
  /** A short code, never a sentence about a person. */
  readonly why: string;
  /** Those who stand before `in` in the line, and were passed over: `inLine` has its order. */
  readonly skipped: readonly string[];
}

/** T("replacement", C(record)) as 64 hex digits. */
export function replacementHash(record: ReplacementRecord): string {
  return toHex(tagged('replacement', utf8(canonical(record))));
}

/**
 * The first replacement of a draw that does not follow its reserve, from 0, or null: `in` and the skipped must be a run
 * from the head of what is left of the reserve of `out`'s cell, and each record must chain to the one before it.
 *
 * @param cellOf the cell of every member of the lock's pool
 * @param reserve by cell, in ticket order
 * @param drawn of a rule with quotas over several attributes: then the line goes on in other cells, see `inLine`
 */
export function firstFalseReplacement(
  recordHash: string,
  cellOf: (id: string) => string,
  reserve: Readonly<Record<string, readonly string[]>>,
  records: readonly ReplacementRecord[],
  drawn?: Pick<Standing, 'lock' | 'seed'> & { readonly selected: readonly string[] },
): number | null {
  let prev = recordHash;
  const used = new Set<string>();
  let standing = drawn?.selected ?? [];
  const isLeft = (id: string) => !used.has(id);
  for (const [n, record] of records.entries()) {
    const left = drawn
      ? inLine({ ...drawn, reserve, standing, isLeft }, record.out)
      : (own(reserve, cellOf(record.out)) ?? []).filter(isLeft);
    const run = record.in === '' ? record.skipped : [...record.skipped, record.in];
    const follows = run.length <= left.length && run.every((id, at) => left[at] === id);
    const complete = record.in !== '' || run.length === left.length;
    if (record.prev !== prev || !follows || !complete) return n;
    if (record.in !== '') used.add(record.in);
    standing = standing.flatMap((id) =>
      id !== record.out ? id : record.in === '' ? [] : record.in,
    );
    prev = replacementHash(record);
  }
  return null;
}
