// Deletes a rehearsal for good: its file, its copy, its documents. Begun once, it is carried to its end, if need be at the next start.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Backup } from './backup/backup.ts';
import type { DocumentStore } from './documents/document-store.ts';
import { referred } from './documents/referred.ts';
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { syncFolder } from './store/database.ts';
import { openMeetingFile, type MeetingFile } from './store/meeting-file.ts';
import type { ServerFile } from './store/server-file.ts';
import { DamagedFile, NewerFile } from './store/store-errors.ts';

/** What is to go; it lies beside the meetings until nothing of it is left in either folder. */
export interface Removal {
  readonly code: string;
  /** Name in the data folder and in the backup folder. */
  readonly file: string;
  /** Hashes of documents that only it may refer to. */
  readonly documents: readonly string[];
}

export interface RemovalParts {
  readonly data: string;
  readonly serverFile: ServerFile;
  readonly halls: Halls;
  readonly backup: Backup;
  readonly documents: DocumentStore;
  /** Ends whatever still speaks to the hall: open pages, timers. */
  readonly partWith: (hall: Hall) => void;
}

const NOTE = '.removed';
const DRAFT = '.new';
const SIDES = ['', '-wal', '-shm', '-journal'];
const MEETING_FILE = /^m[0-9a-f]+\.sqlite$/;

/**
 * Deletes a rehearsal. When it resolves, no start of the server brings it back; its copy goes with the next one that is
 * made. False where somebody else has just deleted it. Throws for a meeting: that is nobody's to delete.
 */
export async function removeRehearsal(hall: Hall, parts: RemovalParts): Promise<boolean> {
  const { data, serverFile, halls, backup, documents } = parts;
  const { code, rehearsal } = hall.world.meeting;
  if (!rehearsal) throw new Error(`${code} is no rehearsal`);
  const entry = serverFile.meetingByCode(code);
  if (!entry || halls.byCode(code) !== hall) return false;
  const begun = { code, file: entry.file, documents: attachedNow(hall) };
  begin(data, begun, serverFile);
  // First: its open pages shall hear why.
  parts.partWith(hall);
  halls.letGo(hall);
  await backup.forget(hall);
  await hall.close();
  // Nothing is attached to it any more: now its log says all that ever was.
  const removal = withAll(data, begun);
  if (removal.documents.length > begun.documents.length) note(noteOf(data, removal), removal);
  removeFiles(data, removal);
  await finish(removal, { data, halls, backup, documents });
  return true;
}

/**
 * Takes up removals that a server did not live to finish; before the meetings are opened. A folder that was copied in the
 * middle of one may lack the note: a rehearsal whose file is gone leaves the list of meetings, and the file of one that
 * is not on it goes, as nobody could ever delete the names in it.
 */
export function resumeRemovals(data: string, serverFile: ServerFile): readonly Removal[] {
  const folder = join(data, 'meetings');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) if (name.endsWith(NOTE + DRAFT)) rmSync(join(folder, name));
  const noted = names
    .filter((name) => name.endsWith(NOTE))
    .map((name) => removalNote.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .map((removal) => withAll(data, removal));
  for (const { code } of noted) serverFile.removeMeeting(code);
  const left = unlisted(data, names, serverFile).filter(
    ({ file }) => !noted.some((removal) => removal.file === file),
  );
  for (const removal of left) note(noteOf(data, removal), removal);
  const removals = [...noted, ...left];
  for (const removal of removals) removeFiles(data, removal);
  const gone = serverFile.meetings().filter(({ file }) => !existsSync(join(data, file)));
  // Where a real meeting's file is missing too, the disk is: then nothing is taken from the list, and the start refused.
  if (gone.every(({ code }) => isRehearsalCode(code)))
    for (const { code } of gone) serverFile.removeMeeting(code);
  return removals;
}

/** The rest of a removal: documents that nobody else has, and the copies. */
export async function finish(
  removal: Removal,
  { data, halls, backup, documents }: Pick<RemovalParts, 'data' | 'halls' | 'backup' | 'documents'>,
): Promise<void> {
  await documents.inTurn(async () => {
    for (const hash of nobodys(removal, data, halls)) documents.remove(hash);
  });
  // The copies may go much later, where their folder cannot be reached now; a meeting may have the document by then. The
  // file comes last: if the machine dies in between, whoever starts from the copies still reads there what was attached.
  const copies = () => [
    ...nobodys(removal, data, halls).map((hash) => join('documents', hash)),
    ...SIDES.map((side) => removal.file + side).reverse(),
  ];
  backup.remove(copies, () => rmSync(noteOf(data, removal), { force: true }));
}

/** Rehearsals whose files lie here and that no list of meetings names. A new list knows nothing yet and condemns none. */
function unlisted(
  data: string,
  names: readonly string[],
  serverFile: ServerFile,
): readonly Removal[] {
  if (serverFile.allStaff().length === 0) return [];
  const listed = new Set(serverFile.meetings().map(({ file }) => file));
  return names
    .filter((name) => MEETING_FILE.test(name) && !listed.has(join('meetings', name)))
    .flatMap((name) => {
      const file = join('meetings', name);
      const created = inFile(data, file, (log) => log.eventsOf('MeetingCreated').at(0));
      return created?.rehearsal ? [withAll(data, { code: created.code, file, documents: [] })] : [];
    });
}

function attachedNow({ world: { meeting } }: Hall): readonly string[] {
  return [...meeting.documents.values()].flat().map(({ hash }) => hash);
}

/** Also what was taken off again: its bytes were kept so that this could be taken back. */
function withAll(data: string, removal: Removal): Removal {
  const logged = inFile(data, removal.file, (log) =>
    log.eventsOf('DocumentAttached').map(({ document }) => document.hash),
  );
  return { ...removal, documents: [...new Set([...removal.documents, ...(logged ?? [])])] };
}

/** What a meeting's file says, or null where it cannot be read. */
function inFile<T>(data: string, file: string, read: (log: MeetingFile) => T): T | null {
  const opening = openMeetingFile(join(data, file));
  if (!opening.ok) return null;
  try {
    return read(opening.file);
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NewerFile) return null;
    throw error;
  } finally {
    opening.file.close();
  }
}

/** Documents of the removal that no meeting refers to now; none while a meeting's file lies here that cannot be asked. */
function nobodys({ documents }: Removal, data: string, halls: Halls): readonly string[] {
  if (halls.unopened.length > 0 || hasStrangers(data, halls)) return [];
  const kept = referred(halls);
  return documents.filter((hash) => !kept.has(hash));
}

/** Whether a meeting's file lies here that is neither served nor on its way out: the list may be older than it. */
function hasStrangers(data: string, halls: Halls): boolean {
  const served = new Set(halls.all().map(({ world }) => `${world.meeting.id}.sqlite`));
  const names = readdirSync(join(data, 'meetings'));
  const leaving = new Set(names.filter((name) => name.endsWith(NOTE)));
  return names.some(
    (name) => MEETING_FILE.test(name) && !served.has(name) && !leaving.has(name + NOTE),
  );
}

/** Both or neither: on a full disk the rehearsal goes on as it was. */
function begin(data: string, removal: Removal, serverFile: ServerFile): void {
  const path = noteOf(data, removal);
  try {
    note(path, removal);
    serverFile.removeMeeting(removal.code);
  } catch (error) {
    // A draft of it may stay: the next one is written over it, and the next start sweeps it.
    rmSync(path, { force: true });
    throw error;
  }
}

function removeFiles(data: string, { file }: Removal): void {
  for (const side of SIDES) rmSync(join(data, file + side), { force: true });
}

/** Whole or not at all: half a note would keep the server from starting. */
function note(path: string, removal: Removal): void {
  const draft = path + DRAFT;
  const fd = openSync(draft, 'w', 0o600);
  try {
    writeSync(fd, JSON.stringify(removal));
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, path);
  syncFolder(dirname(path));
}

function noteOf(data: string, { file }: Removal): string {
  return join(data, file + NOTE);
}

const removalNote = z.strictObject({
  code: z.string(),
  file: z
    .string()
    .refine((file) => /^meetings[/\\]/.test(file) && MEETING_FILE.test(file.slice(9))),
  documents: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
