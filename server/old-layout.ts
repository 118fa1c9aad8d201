// Leads a data folder over from the layout in which all meetings shared one folder of documents. Done once, at the start;
// broken off anywhere, the next start goes on there, and nothing is gone from its old place before it is in its new one.
import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MeetingId } from '../shared/ids.ts';
import type { Recorded } from '../shared/meeting/events.ts';
import { staffEntry } from '../shared/meeting/staff-names.ts';
import { isCopy } from './backup/folder.ts';
import { linkOrCopy } from './documents/link-or-copy.ts';
import {
  documentsBeside,
  fileOf,
  folderOf,
  isThere,
  meetingsIn,
  OLD,
  passingFolder,
  passingFound,
  SIDES,
} from './meeting-folder.ts';
import { syncFolder } from './store/database.ts';
import { openMeetingFile, type MeetingFile } from './store/meeting-file.ts';
import type { ServerFile } from './store/server-file.ts';
import {
  CommitFailed,
  DamagedFile,
  NewerFile,
  type OpeningFailure,
  type OpeningFlaw,
} from './store/store-errors.ts';

const HASH = /^[0-9a-f]{64}$/;
const DRAFT = '.part';
/** A file that is called like ours. */
const NOT_OURS: readonly OpeningFlaw[] = ['foreign', 'not-a-database'];
/** What is no matter of the file itself: somebody has to see to it before anything is led over. */
const ELSEWHERE: readonly OpeningFlaw[] = ['in-use', 'unwritable'];

export interface LeadOverParts {
  readonly data: string;
  /** Open, and with it locked: no other server leads this folder over meanwhile. */
  readonly serverFile: ServerFile;
  /** Told before each change on the disk, for tests that break off there. */
  readonly step?: (what: string) => void;
}

/**
 * Gives each meeting its folder, with all documents that were ever attached in it. One that cannot be read gets every
 * document there is, as nobody can tell which are its own.
 *
 * @returns why it could not, where a file is in use or cannot be written; the rest is then done by a later start
 * @throws Node's own error, on a full disk for instance
 */
export function leaveOldLayout(parts: LeadOverParts): OpeningFailure | null {
  const { data, serverFile, step = () => undefined } = parts;
  for (const id of OLD.removed(data)) takeUpRemoval(id, { ...parts, step });
  for (const id of new Set([...passingFound(data, 'moving'), ...OLD.found(data)])) {
    const failure = leadOver(id, { ...parts, step });
    if (failure) return failure;
  }
  for (const { id, file } of serverFile.meetings())
    if (file !== fileOf(id) && isThere(folderOf(data, id))) {
      step(`list ${id}`);
      serverFile.moveMeeting(id, fileOf(id));
    }
  // A file that is missing may be put back into its old place: its documents wait for it.
  const isWhole = serverFile.meetings().every(({ id, file }) => file === fileOf(id));
  if (isWhole && OLD.found(data).length === 0) removeShared(data, step);
  return null;
}

/** A note of the old layout says that the rehearsal is gone; the folder that says so now takes its place. */
function takeUpRemoval(id: MeetingId, { data, serverFile, step }: Required<LeadOverParts>): void {
  const note = join(data, OLD.fileOf(id)) + '.removed';
  step(`take up the removal of ${id}`);
  mkdirSync(passingFolder(data, id, 'removed'), { recursive: true, mode: 0o700 });
  syncFolder(meetingsIn(data));
  const entry = serverFile.meetings().find((one) => one.id === id);
  if (entry) serverFile.removeMeeting(entry.code);
  for (const name of ['', ...SIDES]) {
    step(`remove ${id}${name}`);
    rmSync(join(data, OLD.fileOf(id)) + name, { force: true });
  }
  step(`remove the note of ${id}`);
  rmSync(note);
}

function leadOver(
  id: MeetingId,
  { data, serverFile, step }: Required<LeadOverParts>,
): OpeningFailure | null {
  const old = join(data, OLD.fileOf(id));
  if (isThere(folderOf(data, id))) {
    // Among copies the old one is older; anywhere else somebody has put it here, and it stays.
    if (isCopy(data)) removeOldCopy(data, id);
    return null;
  }
  const folder = passingFolder(data, id, 'moving');
  const file = join(folder, basename(fileOf(id)));
  const documents = documentsBeside(file);
  // Taken away by hand in the middle of it: its documents wait here.
  if (!isThere(old) && !isThere(file)) return null;
  // Once part of the database is there, what lies in the old place must not be opened: it lacks its own log.
  if (!['', ...SIDES].some((side) => isThere(file + side))) {
    const isListed = serverFile.meetings().some((one) => one.id === id);
    const read = readOld(old, serverFile);
    if (!read.ok && !isListed && NOT_OURS.includes(read.flaw)) return null;
    if (!read.ok && ELSEWHERE.includes(read.flaw)) return read;
    step(`make the folder of ${id}`);
    mkdirSync(documents, { recursive: true, mode: 0o700 });
    for (const hash of (read.ok ? read.documents : null) ?? sharedIn(data)) {
      step(`place ${hash} for ${id}`);
      place(join(OLD.documents(data), hash), join(documents, hash));
    }
    syncFolder(documents);
    syncFolder(folder);
  }
  // The log before what it belongs to: alone it is of no use to anybody.
  for (const side of [...SIDES, ''])
    if (isThere(old + side)) {
      step(`move ${id}${side}`);
      renameSync(old + side, file + side);
    }
  syncFolder(folder);
  step(`show ${id}`);
  renameSync(folder, folderOf(data, id));
  syncFolder(meetingsIn(data));
  return null;
}

/** A document of the old layout beside one meeting; one that is lost already is no reason to stop. */
function place(from: string, to: string): void {
  if (isThere(from)) linkOrCopy(from, to, to + DRAFT);
}

type Read =
  | {
      readonly ok: true;
      /** Hashes of all that was ever attached, also what was taken off again; null where the log cannot be read. */
      readonly documents: ReadonlySet<string> | null;
    }
  | OpeningFailure;

/** Reads what it has, and writes down what only this server knows until now: the names of the staff who acted in it. */
function readOld(path: string, serverFile: ServerFile): Read {
  const opening = openMeetingFile(path);
  if (!opening.ok) return opening;
  try {
    const log = opening.file.log();
    keepNames(opening.file, log, serverFile);
    const attached = log.flatMap(({ event }) =>
      event.type === 'DocumentAttached' ? [event.document.hash] : [],
    );
    return { ok: true, documents: new Set(attached) };
  } catch (error) {
    if (error instanceof CommitFailed)
      return { ok: false, flaw: 'unwritable', detail: `${basename(path)}: ${error.detail}` };
    if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error;
    return { ok: true, documents: null };
  } finally {
    opening.file.close();
  }
}

/** But where people's names have been erased already (R14). */
function keepNames(file: MeetingFile, log: readonly Recorded[], serverFile: ServerFile): void {
  if (log.some(({ event }) => event.type === 'PeopleErased')) return;
  const acted = new Set(log.flatMap(({ by }) => (by.kind === 'staff' ? [by.id] : [])));
  const names = [...acted].flatMap((id) => serverFile.staffById(id) ?? []);
  if (names.length === 0) return;
  const side = names.map((one) => ({ kind: 'directory', entry: staffEntry(one) }) as const);
  file.commit({ ...{ events: [], ballots: [], tickets: [], sessions: [] }, side });
}

/**
 * Removes a copy of the old layout where there is one of the new; with the last of them go the documents that they shared.
 */
export function removeOldCopy(copies: string, id: MeetingId): void {
  for (const side of ['', ...SIDES]) rmSync(join(copies, OLD.fileOf(id)) + side, { force: true });
  if (OLD.found(copies).length === 0) removeShared(copies, () => undefined);
}

function sharedIn(data: string): readonly string[] {
  return isThere(OLD.documents(data))
    ? readdirSync(OLD.documents(data)).filter((name) => HASH.test(name))
    : [];
}

/** Only ours: what else somebody has put into the folder stays, and the folder with it. */
function removeShared(data: string, step: (what: string) => void): void {
  const folder = OLD.documents(data);
  if (!isThere(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!HASH.test(name) && !name.endsWith(DRAFT)) continue;
    step(`remove ${name}`);
    rmSync(join(folder, name));
  }
  if (readdirSync(folder).length > 0) return;
  step('remove the documents');
  rmdirSync(folder);
}
