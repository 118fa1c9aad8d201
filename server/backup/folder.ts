// The backup folder: how it is known, what may be written over, and what is never touched.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
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
  if (existsSync(join(folder, NOTE)) && existsSync(join(folder, 'meetings'))) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const taken = readdirSync(folder).some((name) => name !== NOTE && name !== 'meetings');
  if (taken && !existsSync(join(folder, NOTE))) throw new FolderTaken(folder);
  writeFileSync(join(folder, NOTE), note, { mode: 0o600 });
  mkdirSync(join(folder, 'meetings'), { recursive: true, mode: 0o700 });
}

/** Throws away copies that were not finished when a server ended. */
export function sweepDrafts(folder: string): void {
  for (const part of ['', 'meetings', 'documents'])
    for (const name of namesIn(join(folder, part)))
      if (DRAFT.test(name)) rmSync(join(folder, part, name), { force: true });
}

/**
 * Keeps copies of other meetings: after a data folder was lost, an empty one must not be copied over what is left of it.
 * Gives the name that the folder now has, or null where it holds nothing but copies of `files`.
 *
 * @param stamp makes the name new
 */
export function setAside(folder: string, files: ReadonlySet<string>, stamp: string): string | null {
  if (!existsSync(join(folder, NOTE))) return null;
  const others = namesIn(join(folder, 'meetings')).filter(
    (name) => name.endsWith('.sqlite') && !files.has(join('meetings', name)),
  );
  if (others.length === 0) return null;
  const aside = `${folder}-${stamp}`;
  renameSync(folder, aside);
  return aside;
}

/** A server works in this folder from now on: it is no copy any more. True where it was one. */
export function takeAsData(folder: string): boolean {
  const note = join(folder, NOTE);
  if (!existsSync(note)) return false;
  rmSync(note);
  return true;
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder);
}
