// Deletes a rehearsal for good, with its copy: its folder is renamed, then removed. Begun once, it is carried to its end, if
// need be at the next start.
import { renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from './backup/backup.ts';
import { isCopy } from './backup/folder.ts';
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import type { MeetingId } from '../shared/ids.ts';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import {
  emptyFolder,
  fileOf,
  folderOf,
  isThere,
  meetingsFound,
  meetingsIn,
  passingFolder,
  passingFound,
} from './meeting-folder.ts';
import { syncFolder } from './store/database.ts';
import { openMeetingFile } from './store/meeting-file.ts';
import type { ServerFile } from './store/server-file.ts';
import { DamagedFile, NewerFile } from './store/store-errors.ts';

export interface RemovalParts {
  readonly data: string;
  readonly serverFile: ServerFile;
  readonly halls: Halls;
  readonly backup: Backup;
  /** Ends whatever still speaks to the hall: open pages, timers. */
  readonly partWith: (hall: Hall) => void;
}

/**
 * Deletes a rehearsal. When it resolves, no start of the server brings it back; its copy goes with the next one that is
 * made. False where somebody else has just deleted it. Throws for a meeting: that is nobody's to delete.
 */
export async function removeRehearsal(hall: Hall, parts: RemovalParts): Promise<boolean> {
  const { data, serverFile, halls, backup } = parts;
  const { id, code, rehearsal } = hall.world.meeting;
  if (!rehearsal) throw new Error(`${code} is no rehearsal`);
  if (halls.byCode(code) !== hall) return false;
  begin(data, id, serverFile);
  // First: its open pages shall hear why.
  parts.partWith(hall);
  halls.letGo(hall);
  await backup.forget(hall);
  await hall.close();
  emptyFolder(passingFolder(data, id, 'removed'));
  removeCopy(data, id, backup);
  return true;
}

/**
 * Takes up removals that a server did not live to finish; before the meetings are opened. In a folder of copies a rehearsal
 * that its list does not name is one whose deletion had not got so far: nobody could ever delete the names in it.
 *
 * @returns whose copies are still to be removed, with {@link removeCopy}
 */
export function resumeRemovals(data: string, serverFile: ServerFile): readonly MeetingId[] {
  const isLeaving = new Set(passingFound(data, 'removed'));
  if (isCopy(data))
    for (const id of unlisted(data, serverFile)) if (!isLeaving.has(id)) moveOut(data, id);
  const leaving = passingFound(data, 'removed');
  for (const id of leaving) {
    unlist(id, serverFile);
    // Of a folder that was put together from copies of different times.
    rmSync(folderOf(data, id), { recursive: true, force: true });
    emptyFolder(passingFolder(data, id, 'removed'));
  }
  const gone = serverFile.meetings().filter(({ file }) => !isThere(join(data, file)));
  // Where a real meeting's file is missing too, the disk is: then nothing is taken from the list, and the start refused.
  if (gone.every(({ code }) => isRehearsalCode(code)))
    for (const { code } of gone) serverFile.removeMeeting(code);
  return leaving;
}

/** The last step: what is left in the data folder, an empty folder, is the note that there may still be a copy. */
export function removeCopy(data: string, id: MeetingId, backup: Backup): void {
  backup.remove(id, () => {
    const note = passingFolder(data, id, 'removed');
    if (isThere(note)) rmdirSync(note);
  });
}

/** Both or neither: where the list cannot be written, the rehearsal goes on as it was. */
function begin(data: string, id: MeetingId, serverFile: ServerFile): void {
  moveOut(data, id);
  try {
    unlist(id, serverFile);
  } catch (error) {
    renameSync(passingFolder(data, id, 'removed'), folderOf(data, id));
    throw error;
  }
}

function moveOut(data: string, id: MeetingId): void {
  renameSync(folderOf(data, id), passingFolder(data, id, 'removed'));
  syncFolder(meetingsIn(data));
}

function unlist(id: MeetingId, serverFile: ServerFile): void {
  const entry = serverFile.meetings().find((one) => one.id === id);
  if (entry) serverFile.removeMeeting(entry.code);
}

/** Rehearsals whose folders lie here and that no list of meetings names. A new list knows nothing yet and condemns none. */
function unlisted(data: string, serverFile: ServerFile): readonly MeetingId[] {
  if (serverFile.allStaff().length === 0) return [];
  const listed = new Set(serverFile.meetings().map(({ id }) => id));
  return meetingsFound(data).filter((id) => !listed.has(id) && isRehearsal(data, id));
}

/** False as well where the file cannot be read. */
function isRehearsal(data: string, id: MeetingId): boolean {
  const opening = openMeetingFile(join(data, fileOf(id)));
  if (!opening.ok) return false;
  try {
    return opening.file.eventsOf('MeetingCreated').at(0)?.rehearsal === true;
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NewerFile) return false;
    throw error;
  } finally {
    opening.file.close();
  }
}
