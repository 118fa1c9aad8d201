// Where a meeting lies (R11): the one place that knows the names in a data folder. The folder of copies has the same ones.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MeetingId } from '../shared/ids.ts';
import { syncFolder } from './store/database.ts';

const MEETINGS = 'meetings';
const FILE = 'meeting.sqlite';
const HEAD = 'head';
const DOCUMENTS = 'documents';
const ID = /^m[0-9a-f]+$/;

/**
 * What is in `meetings/` beside the meetings: one that is deleted, until nothing of it is left in the data folder nor among
 * the copies; and a file of the layout before this one, until all of it is in its folder.
 */
const PASSING = { removed: '.removed-', moving: '.moving-' } as const;
type Passing = keyof typeof PASSING;

/** The folder of all meetings. */
export function meetingsIn(data: string): string {
  return join(data, MEETINGS);
}

export function folderOf(data: string, id: MeetingId): string {
  return join(data, MEETINGS, id);
}

/** Path of a meeting's database within the data folder, as the server's list names it. */
export function fileOf(id: MeetingId): string {
  return join(MEETINGS, id, FILE);
}

/** What is remembered of a meeting's database that is called so. */
export function headBeside(file: string): string {
  return join(dirname(file), HEAD);
}

/** The documents of a meeting whose database is called so. */
export function documentsBeside(file: string): string {
  return join(dirname(file), DOCUMENTS);
}

/** The same folder while the meeting is on its way out or in. */
export function passingFolder(data: string, id: MeetingId, way: Passing): string {
  return join(data, MEETINGS, PASSING[way] + id);
}

/** Makes the folder of a meeting that there is not yet, readable by its owner only. */
export function makeMeetingFolder(folder: string): void {
  mkdirSync(join(folder, DOCUMENTS), { recursive: true, mode: 0o700 });
  syncFolder(folder);
  syncFolder(dirname(folder));
}

/** Meetings that have a folder with a database here, whether or not a list names them; in the order of their names. */
export function meetingsFound(data: string): readonly MeetingId[] {
  return idsIn(data, '').filter((id) => isThere(join(data, fileOf(id))));
}

/** Meetings that are on their way out or in. */
export function passingFound(data: string, way: Passing): readonly MeetingId[] {
  return idsIn(data, PASSING[way]);
}

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Removes what is in a folder and leaves the folder. */
export function emptyFolder(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
}

/** Names of the layout before this one, in which all meetings shared one folder of documents. */
export const OLD = {
  /** A meeting's database within the data folder. */
  fileOf: (id: MeetingId) => join(MEETINGS, `${id}.sqlite`),
  documents: (data: string) => join(data, DOCUMENTS),
  /** Meetings whose databases lie here. */
  found: (data: string) =>
    idsIn(data, '', '.sqlite').filter((id) => statSync(join(data, OLD.fileOf(id))).isFile()),
  /** Rehearsals whose deletion had begun, told by a note beside their database. */
  removed: (data: string) => idsIn(data, '', '.sqlite.removed'),
};

/** What may lie beside a database, and belongs to it. */
export const SIDES = ['-wal', '-shm', '-journal'] as const;

function idsIn(data: string, before: string, after = ''): readonly MeetingId[] {
  if (!isThere(meetingsIn(data))) return [];
  return readdirSync(meetingsIn(data))
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => name.slice(before.length, name.length - after.length))
    .filter((id): id is MeetingId => ID.test(id))
    .sort();
}
