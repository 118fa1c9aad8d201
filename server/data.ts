// The data folder as a start finds it: its server file, an older layout, and what a death left half done.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MeetingId } from '../shared/ids.ts';
import { sweepDrafts, takeAsData } from './backup/folder.ts';
import type { UnopenedFile } from './halls.ts';
import { leaveOldLayout } from './old-layout.ts';
import { resumeRemovals } from './removal.ts';
import { openServerFile, type ServerFile } from './store/server-file.ts';

export interface DataFolder {
  readonly ok: true;
  readonly serverFile: ServerFile;
  /** Rehearsals whose removal had begun: their copies are still to go. */
  readonly removals: readonly MeetingId[];
  /** Whether it was a backup folder until now. */
  readonly fromCopy: boolean;
}

/** Opens it, made where there is none. What is wrong with a file comes back as a value, what with the folder is thrown. */
export function openData(data: string): DataFolder | UnopenedFile {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const path = join(data, 'server.sqlite');
  const opened = openServerFile(path);
  if (!opened.ok) return { ...opened, file: path };
  const serverFile = opened.file;
  try {
    sweepDrafts(data);
    const failure = leaveOldLayout({ data, serverFile });
    if (failure) {
      serverFile.close();
      return { ...failure, file: data };
    }
    const removals = resumeRemovals(data, serverFile);
    return { ok: true, serverFile, removals, fromCopy: takeAsData(data) };
  } catch (error) {
    serverFile.close();
    throw error;
  }
}
