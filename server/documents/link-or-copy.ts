// A file under a second name: linked where the disk can do that, else copied. Only for files that never change.
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
} from 'node:fs';
import { codeOf } from '../error-code.ts';

/** Disks without links, or two disks. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'];

/**
 * One that is there already is taken for the same. Shows under its name whole or not at all; it is for the caller to sync
 * the folder.
 *
 * @param draft path beside `to` for what is not finished; what is left of one is written over
 * @throws Node's own error, with ENOENT where there is nothing to link
 */
export function linkOrCopy(from: string, to: string, draft: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (!NO_LINKS.includes(codeOf(error))) throw error;
    copyFileSync(from, draft);
    chmodSync(draft, 0o600);
    const fd = openSync(draft, 'r+');
    fsyncSync(fd);
    closeSync(fd);
    renameSync(draft, to);
  }
}
