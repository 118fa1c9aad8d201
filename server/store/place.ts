// Whether an open file still lies where it was opened: a folder may be moved, or its disk be gone, under a running server.
import { fstatSync, statSync, type BigIntStats } from 'node:fs';

export class Place {
  readonly #path: string;
  readonly #file: BigIntStats;
  /** The write-ahead log, once there is one. */
  #log: BigIntStats | null = null;

  constructor(path: string, fd: number) {
    this.#path = path;
    this.#file = fstatSync(fd, { bigint: true });
  }

  /** False where another file lies there, or none; true again once the same one is back. */
  get isKept(): boolean {
    const log = at(`${this.#path}-wal`);
    const isKept = isSame(at(this.#path), this.#file) && (!this.#log || isSame(log, this.#log));
    if (isKept) this.#log ??= log;
    return isKept;
  }
}

function at(path: string): BigIntStats | null {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return null;
  }
}

function isSame(a: BigIntStats | null, b: BigIntStats): boolean {
  return a !== null && a.ino === b.ino && a.dev === b.dev;
}
