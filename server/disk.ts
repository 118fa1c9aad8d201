// How much room the disk of the data folder has, looked at now and then.
import { statfs } from 'node:fs/promises';

/** Below this, in bytes, staff are warned: a full disk stops voting. */
export const LOW_DISK = 500 * 1024 * 1024;

const LOOK_MS = 10_000;

export interface DiskWatch {
  /** Bytes that this user may still write; null where the system does not say. */
  readonly free: number | null;
  /** Whether it is time to warn. */
  readonly low: boolean;
  close(): void;
}

/** Looks once before it resolves, then every ten seconds. */
export async function watchDisk(folder: string): Promise<DiskWatch> {
  let free = await freeBytes(folder);
  const timer = setInterval(() => {
    void freeBytes(folder).then((bytes) => {
      free = bytes;
    });
  }, LOOK_MS).unref();
  return {
    get free() {
      return free;
    },
    get low() {
      return free !== null && free < LOW_DISK;
    },
    close() {
      clearInterval(timer);
    },
  };
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
