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
import type { Hall } from './hall.ts';
import type { Halls } from './halls.ts';
import { syncFolder } from './store/database.ts';
import type { ServerFile } from './store/server-file.ts';

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

/**
 * Deletes a rehearsal. When it resolves, no start of the server brings it back; its copy goes with the next one that is
 * made. False where somebody else has just deleted it. Throws for a meeting: that is nobody's to delete.
 */
export async function removeRehearsal(hall: Hall, parts: RemovalParts): Promise<boolean> {
  const { data, serverFile, halls, backup, documents } = parts;
  const { code, rehearsal, documents: attached } = hall.world.meeting;
  if (!rehearsal) throw new Error(`${code} is no rehearsal`);
  const entry = serverFile.meetingByCode(code);
  if (!entry || halls.byCode(code) !== hall) return false;
  const hashes = [...attached.values()].flat().map(({ hash }) => hash);
  const removal: Removal = { code, file: entry.file, documents: hashes };
  begin(data, removal, serverFile);
  halls.letGo(hall);
  parts.partWith(hall);
  await backup.forget(hall);
  await hall.close();
  removeFiles(data, removal);
  finish(removal, { data, halls, backup, documents });
  return true;
}

/** Takes up removals that a server did not live to finish; before the meetings are opened. */
export function resumeRemovals(data: string, serverFile: ServerFile): readonly Removal[] {
  const folder = join(data, 'meetings');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names) if (name.endsWith(NOTE + DRAFT)) rmSync(join(folder, name));
  return names
    .filter((name) => name.endsWith(NOTE))
    .map((name) => {
      const removal = removalNote.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      serverFile.removeMeeting(removal.code);
      removeFiles(data, removal);
      return removal;
    });
}

/** The rest of a removal: documents that nobody else has, and the copies. */
export function finish(
  removal: Removal,
  { data, halls, backup, documents }: Pick<RemovalParts, 'data' | 'halls' | 'backup' | 'documents'>,
): void {
  for (const hash of nobodys(removal, halls)) documents.remove(hash);
  // The copies may go much later, where their folder cannot be reached now; a meeting may have the document by then.
  const copies = () => [
    ...SIDES.map((side) => removal.file + side),
    ...nobodys(removal, halls).map((hash) => join('documents', hash)),
  ];
  backup.remove(copies, () => {
    rmSync(noteOf(data, removal), { force: true });
  });
}

/** Documents of the removal that no meeting refers to now. */
function nobodys({ documents }: Removal, halls: Halls): readonly string[] {
  const kept = new Set(
    halls
      .all()
      .flatMap(({ world }) => [...world.meeting.documents.values()].flat())
      .map(({ hash }) => hash),
  );
  return documents.filter((hash) => !kept.has(hash));
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
  file: z.string().regex(/^meetings[/\\]m[0-9a-f]+\.sqlite$/),
  documents: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
