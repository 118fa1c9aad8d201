// The backup folder: how it is known, what may be written over, and what is never touched.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { MeetingId } from '../../shared/ids.ts';
import {
  fileOf,
  folderOf,
  headBeside,
  isThere,
  meetingsFound,
  meetingsIn,
  OLD,
  passingFolder,
  passingFound,
} from '../meeting-folder.ts';
import { DRAFT } from './copying.ts';

/** The note that makes a folder a backup folder; it says to people how to go on from it. */
export const NOTE = 'COPY.txt';

/** There is something in the folder that we did not put there. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/**
 * Makes the folder where it is missing. One that is there is used only when it is empty or has our note: a data folder or
 * somebody's documents are left alone.
 *
 * @throws FolderTaken, or Node's own error
 */
export function prepareFolder(folder: string, note: string): void {
  if (existsSync(join(folder, NOTE)) && existsSync(meetingsIn(folder))) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = readdirSync(folder).some(
    (name) => name !== NOTE && join(folder, name) !== meetingsIn(folder),
  );
  if (taken && !existsSync(join(folder, NOTE))) throw new FolderTaken(folder);
  writeFileSync(join(folder, NOTE), note, { mode: 0o600 });
  mkdirSync(meetingsIn(folder), { recursive: true, mode: 0o700 });
}

/** Throws away copies that were not finished when a server ended, and those whose removal was not. */
export function sweepDrafts(folder: string): void {
  const meetings = meetingsIn(folder);
  const inside = namesIn(meetings).map((name) => join(meetings, name));
  const documents = inside.flatMap((one) => namesIn(one).map((name) => join(one, name)));
  for (const part of [folder, meetings, ...inside, ...documents])
    for (const name of namesIn(part))
      if (DRAFT.test(name)) rmSync(join(part, name), { force: true });
}

/** Removes a meeting's copy; one that is half gone is known for it. */
export function removeCopyOf(folder: string, id: MeetingId): void {
  if (isThere(folderOf(folder, id))) {
    const leaving = passingFolder(folder, id, 'removed');
    rmSync(leaving, { recursive: true, force: true });
    renameSync(folderOf(folder, id), leaving);
  }
  for (const one of passingFound(folder, 'removed'))
    rmSync(passingFolder(folder, one, 'removed'), { recursive: true, force: true });
}

/**
 * Keeps copies of other meetings: after a data folder was lost, an empty one must not be copied over what is left of it.
 * Gives the name that the folder now has, or null where it holds nothing but copies of `meetings`.
 *
 * @param stamp makes the name new
 */
export function setAside(
  folder: string,
  meetings: ReadonlySet<MeetingId>,
  stamp: string,
): string | null {
  if (!existsSync(join(folder, NOTE))) return null;
  const copied = [...meetingsFound(folder), ...OLD.found(folder)];
  if (copied.every((id) => meetings.has(id))) return null;
  const aside = `${folder}-${stamp}`;
  renameSync(folder, aside);
  return aside;
}

/** Whether what lies here are copies, and no server has worked in them since. */
export function isCopy(folder: string): boolean {
  return existsSync(join(folder, NOTE));
}

/** A server works in this folder from now on: it is no copy any more. True where it was one. */
export function takeAsData(folder: string): boolean {
  if (!isCopy(folder)) return false;
  rmSync(join(folder, NOTE));
  return true;
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder);
}

/** Whether the copy of a meeting is there and has the head of what lies in the data folder, byte for byte. */
export function isFreshCopy(data: string, folder: string, id: MeetingId): boolean {
  const file = fileOf(id);
  const [head, copied] = [join(data, headBeside(file)), join(folder, headBeside(file))];
  if (![join(folder, file), head, copied].every(isThere)) return false;
  return readFileSync(head).equals(readFileSync(copied));
}
