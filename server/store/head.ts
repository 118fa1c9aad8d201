// What a meeting's file had in it last, remembered in a small file beside it: a log that lacks it has lost its end.
import type Database from 'better-sqlite3';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../error-code.ts';
import { syncFolder } from './database.ts';

/** The newest event of a log. */
export interface KnownEvent {
  readonly seq: number;
  readonly hash: string;
}

export interface Head extends KnownEvent {
  /** How many ballots there are. */
  readonly ballots: number;
}

/** Within one sector of a disk, so that what is written over it is there whole or not at all. */
const LENGTH = 160;
const LINE = /^(\d{1,15}) ([0-9a-f]{64}|-) (\d{1,15}) ([0-9a-f]{12})\s*$/;

/** What is in a meeting's file. */
export function headIn(db: Database.Database): Head {
  const newest = db
    .prepare<[], KnownEvent>('SELECT seq, hash FROM events ORDER BY seq DESC LIMIT 1')
    .get();
  const ballots = db.prepare<[], number | null>('SELECT max(n) FROM ballots').pluck().get() ?? 0;
  return { seq: newest?.seq ?? 0, hash: newest?.hash ?? '', ballots };
}

/** Null where there is none, `unreadable` where there is one that says nothing. */
export function readHead(path: string): Head | 'unreadable' | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? null : 'unreadable';
  }
  const [, seq, hash = '', ballots, sum] = LINE.exec(text) ?? [];
  const head = { seq: Number(seq), hash: hash === '-' ? '' : hash, ballots: Number(ballots) };
  return sum === sumOf(head) ? head : 'unreadable';
}

/** Makes it, or puts it in the place of another; on the disk when this returns. */
export function writeHead(path: string, head: Head): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}.copying`;
  const fd = openSync(draft, 'wx', 0o600);
  writeSync(fd, lineOf(head));
  fsyncSync(fd);
  closeSync(fd);
  renameSync(draft, path);
  syncFolder(dirname(path));
}

/** Keeps a head in step with its file: one small write for each commit, which needs no sync to outlive the process. */
export class HeadKeeper {
  readonly #fd: number;
  #head: Head;

  constructor(path: string, head: Head) {
    if (!existsSync(path) || !isSame(readHead(path), head)) writeHead(path, head);
    this.#fd = openSync(path, 'r+');
    this.#head = head;
  }

  /** After a commit: its last event, if it had one, and how many ballots it had. */
  advance(event: KnownEvent | undefined, ballots: number): void {
    const { seq, hash } = event ?? this.#head;
    this.#head = { seq, hash, ballots: this.#head.ballots + ballots };
    // The commit is on the disk: a head that could not be written says less than there is, which is no harm.
    try {
      writeSync(this.#fd, lineOf(this.#head), 0);
    } catch {
      return;
    }
  }

  close(): void {
    fsyncSync(this.#fd);
    closeSync(this.#fd);
  }
}

function lineOf(head: Head): string {
  const { seq, hash, ballots } = head;
  const line = `${String(seq)} ${hash || '-'} ${String(ballots)} ${sumOf(head)}`;
  return `${line.padEnd(LENGTH - 1)}\n`;
}

function sumOf({ seq, hash, ballots }: Head): string {
  const text = `head ${String(seq)} ${hash} ${String(ballots)}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function isSame(a: ReturnType<typeof readHead>, b: Head): boolean {
  return a !== null && a !== 'unreadable' && sumOf(a) === sumOf(b);
}
