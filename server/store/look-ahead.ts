// Looks, before a meeting's file is migrated, whether this version can read all that is in it.
import type Database from 'better-sqlite3';
import { EVENTS } from '../../shared/meeting/events.ts';
import { own } from '../../shared/own.ts';
import { DamagedFile, NewerFile } from './store-errors.ts';

/** The first version of the file in which events have a private part, as all have that are not of version 1. */
const PARTED = 3;
/** The newest version of ballots in files before that, and since. */
const BALLOT = { before: 1, since: 2 };

/**
 * Of events columns only: what lies in the rows is looked at as they are loaded.
 *
 * @throws NewerFile where an event or a ballot is of a version to come
 * @throws DamagedFile where the file is of half a version
 */
export function lookAhead(db: Database.Database, version: number): void {
  const kinds = db
    .prepare<[], { readonly seq: number; readonly type: string; readonly v: number }>(
      'SELECT min(seq) AS seq, type, v FROM events GROUP BY type, v ORDER BY 1',
    )
    .all();
  for (const { seq, type, v } of kinds) {
    const known = own(EVENTS as Readonly<Record<string, { readonly v: number }>>, type);
    if (!known || v > known.v) throw new NewerFile(`event ${seq}`);
    if (v > 1 && version < PARTED) throw new DamagedFile(`event ${seq}`);
  }
  const later = db
    .prepare<[number], string>(
      `SELECT format('%s/%d/%s/%s/%d', round, attempt, subject, seat, rev) FROM ballots
       WHERE coalesce(json_extract(body, '$.v') > ?, FALSE) LIMIT 1`,
    )
    .pluck()
    .get(version < PARTED ? BALLOT.before : BALLOT.since);
  if (later !== undefined) throw new NewerFile(`ballot ${later}`);
}
