// How this server came onto the machine: as a clone, run by npm, or as an archive that brings all it needs.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CLONE_COMMANDS, type Commands } from '../shared/commands.ts';

export interface Installation {
  readonly commands: Commands;
  /** Data folder where none is named. */
  readonly data: string;
  /** Unpacked and started by hand, by somebody who knows of no options: another port will do, and a page is opened. */
  readonly isArchive: boolean;
}

/** Written by `npm run release` beside the folders of the built server and its tools. */
const MARK = fileURLToPath(new URL('../archive.json', import.meta.url));
const markSchema = z.strictObject({ start: z.string(), rehearse: z.string() });

export function readInstallation(mark = MARK): Installation {
  if (!existsSync(mark))
    return { commands: CLONE_COMMANDS, data: './kleroterion-data', isArchive: false };
  return {
    commands: markSchema.parse(JSON.parse(readFileSync(mark, 'utf8'))),
    data: dataBeside(dirname(dirname(mark))),
    isArchive: true,
  };
}

/**
 * Beside the archive's folder and not in it: the folder of a newer version, unpacked next to it, finds the same data. Some
 * systems unpack into one more folder of the archive's name; the data then goes beside that one.
 */
function dataBeside(folder: string): string {
  const parent = dirname(folder);
  const outer = /^kleroterion-\d/.test(basename(parent)) ? dirname(parent) : parent;
  return join(outer, 'kleroterion-data');
}

/** The environment; on Windows, where none of its variables says so, with the language of the session. */
export function terminalEnvironment(): NodeJS.ProcessEnv {
  if (process.platform !== 'win32') return process.env;
  return { LANG: Intl.DateTimeFormat().resolvedOptions().locale, ...process.env };
}
