// The disk of the data folder, looked at now and then: how much room it has, and whether the folder is still there.
import { statfs } from 'node:fs/promises';

/** Below this, in bytes, staff are warned: a full disk stops voting. */
export const LOW_DISK = 500 * 1024 * 1024;

const LOOK_MS = 2000;

export interface DiskWatch {
  /** Bytes that this user may still write; null where the system does not say. */
  readonly free: number | null;
  /** Whether it is time to warn. */
  readonly low: boolean;
  /** Whether the data folder is where it was at the start. */
  readonly inPlace: boolean;
  close(): void;
}

export interface DiskParts {
  readonly folder: string;
  readonly isInPlace: () => boolean;
  /** Told when the folder has gone, and when it is back. */
  readonly onPlace: (inPlace: boolean) => void;
}

/** Looks once before it resolves, then every two seconds. */
export async function watchDisk({ folder, isInPlace, onPlace }: DiskParts): Promise<DiskWatch> {
  let free = await freeBytes(folder);
  let inPlace = isInPlace();
  const timer = setInterval(() => {
    const was = inPlace;
    inPlace = isInPlace();
    if (inPlace !== was) onPlace(inPlace);
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
    get inPlace() {
      return inPlace;
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
