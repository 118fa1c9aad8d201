// Reads the first hundred bytes of a SQLite file (https://sqlite.org/fileformat.html) before SQLite itself touches it.
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { codeOf } from '../error-code.ts';
import type { OpeningFailure, OpeningFlaw } from './store-errors.ts';

/**
 * A header that is fine, and the open file it was read from. POSIX drops all locks of a process on a file as soon as the
 * process closes *any* descriptor of it, SQLite's locks too; so this one stays open until SQLite has closed its own.
 */
export interface HeldHeader {
  readonly ok: true;
  readonly fd: number;
  /** After `in-use` the holder of the lock may be another thread of this process: then the descriptor is never closed. */
  release(flaw?: OpeningFlaw): void;
}

/** Looks whether the file is ours and of a version that we know. Reads only. */
export function holdHeader(
  path: string,
  applicationId: number,
  newest: number,
): HeldHeader | OpeningFailure {
  let fd: number;
  try {
    fd = openSync(path, 'r+');
  } catch (error) {
    return {
      ok: false,
      flaw: codeOf(error) === 'ENOENT' ? 'missing' : 'unwritable',
      detail: String(error),
    };
  }
  const header = Buffer.alloc(100);
  const read = readSync(fd, header, 0, 100, 0);
  const flaw = flawOf(header.subarray(0, read), fstatSync(fd).size, path, applicationId, newest);
  if (flaw === null) {
    return {
      ok: true,
      fd,
      release(after) {
        if (after !== 'in-use') closeSync(fd);
      },
    };
  }
  // Not one of ours, or of no use to us: nobody in this process holds a lock on it.
  closeSync(fd);
  return { ok: false, flaw, detail: `${basename(path)}: ${SENTENCE[flaw]}` };
}

const SENTENCE = {
  'not-a-database': 'this is no SQLite file',
  foreign: 'another program made this file',
  newer: 'a newer version made this file',
  damaged: 'the file is cut short',
} as const;

function flawOf(
  header: Buffer,
  size: number,
  path: string,
  applicationId: number,
  newest: number,
): keyof typeof SENTENCE | null {
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    return 'not-a-database';
  if (header.readUInt32BE(68) !== applicationId) return 'foreign';
  if (header.readUInt32BE(60) > newest) return 'newer';
  // While a WAL lies beside it, pages may be only there: then SQLite knows better.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (size < header.readUInt32BE(28) * pageSize && walSize(path) === 0) return 'damaged';
  return null;
}

function walSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
