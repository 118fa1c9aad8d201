// Keeps copies of every meeting and of the server's file in a second folder, a few seconds behind at most (RULES.md §4).
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import type { MeetingId } from '../../shared/ids.ts';
import type { Instant } from '../../shared/instant.ts';
import type { FileCheck } from '../../shared/views/console/file-check.ts';
import { isDiskFull } from '../error-code.ts';
import type { Hall } from '../hall.ts';
import { documentsBeside, fileOf } from '../meeting-folder.ts';
import { removeOldCopy } from '../old-layout.ts';
import type { ServerFile } from '../store/server-file.ts';
import type { CopySource } from '../store/still-file.ts';
import { Copier } from './copier.ts';
import {
  FolderTaken,
  isFreshCopy,
  prepareFolder,
  removeCopyOf,
  setAside,
  sweepDrafts,
} from './folder.ts';

/** `folder-taken`: other files lie there. `no-room`: the disk is full. `unwritable`: all else, see the log. */
export type BackupFault = 'folder-taken' | 'no-room' | 'unwritable';

export interface BackupState {
  readonly enabled: boolean;
  readonly folder: string | null;
  /** How much of the meeting would be lost, in milliseconds before now: 0 while the copy has everything. */
  readonly ageMs: number | null;
  /** Why the last attempt for this meeting failed; null once one has worked. */
  readonly failed: BackupFault | null;
}

export interface BackupParts {
  readonly data: string;
  /** Null where there shall be no copies. */
  readonly folder: string | null;
  readonly serverFile: ServerFile;
  /** What is written into the folder for people to read. */
  readonly note: string;
  readonly now: () => Instant;
  /** Whether a meeting will be opened only so that its copy is made. */
  readonly isAwaited: () => boolean;
  readonly log: (error: unknown, message: string) => void;
}

interface Watched {
  readonly id: MeetingId;
  readonly source: CopySource;
  /** Only a sound file is copied: a copy of a damaged one would take the place of one that is whole. */
  readonly check: () => FileCheck['phase'];
  copied: boolean;
  /** Why its last copy failed, and when it is tried again; a fault of one meeting's copy holds up no other. */
  failed: BackupFault | null;
  notBefore: number;
  /** When the oldest commit happened that no copy has, and the oldest that only the copy under way has; monotonic. */
  missingSince: number | null;
  copyingSince: number | null;
}

const TICK_MS = 250;
/** A burst of commits is one copy; with the time that a copy takes this stays well below five seconds. */
const SETTLE_MS = 1250;
const RETRY_MS = 2000;
/** How long the server waits for a last copy when it is stopped. */
const LAST_COPY_MS = 5000;

export class Backup {
  readonly #parts: BackupParts;
  readonly #copier = new Copier();
  readonly #watched = new Map<Hall, Watched>();
  readonly #timer: NodeJS.Timeout | null = null;
  /** Where copies of other meetings that lay in the folder were put. */
  readonly aside: string | null = null;
  /** Meetings whose copies shall not be there once the copy of the server's file no longer speaks of them. */
  #unwanted: { readonly id: MeetingId; readonly done: () => void }[] = [];
  #serverChanges = -1;
  #running: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #notBefore = 0;
  /** Meetings whose copies were found fresh, or were made since. */
  readonly #seen = new Set<MeetingId>();
  /** What ails the folder itself, or the copy of the server's file. */
  #failed: BackupFault | null = null;

  /**
   * Sets copies of other meetings aside and starts to look for changes; a folder that is of no use fails later.
   *
   * @param leaving meetings whose copies are about to be removed
   */
  constructor(parts: BackupParts, leaving: readonly MeetingId[] = []) {
    this.#parts = parts;
    const { folder, serverFile } = parts;
    if (folder === null) return;
    try {
      sweepDrafts(folder);
      const known = new Set([...serverFile.meetings().map(({ id }) => id), ...leaving]);
      this.aside = setAside(folder, known, stampOf(new Date(parts.now())));
      prepareFolder(folder, parts.note);
    } catch (error) {
      this.#fail(error);
    }
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  /** Returns what ends it. */
  watch(hall: Hall): () => void {
    const { id } = hall.world.meeting;
    const source = hall.copySource;
    if (!source || this.#parts.folder === null) return () => undefined;
    // A meeting that was let go has, opened again, no more than its copy.
    const isFresh = this.#isFresh(id);
    const missingSince = isFresh ? null : performance.now();
    const check = () => hall.fileCheck.phase;
    const watched: Watched = {
      ...{ id, source, check, missingSince },
      ...{ copied: isFresh, failed: null, notBefore: 0, copyingSince: null },
    };
    this.#watched.set(hall, watched);
    this.#seen.add(id);
    hall.onChange(({ events, ballots }) => {
      if (events.length + ballots.length > 0) watched.missingSince ??= performance.now();
    });
    return () => this.#watched.delete(hall);
  }

  /** Whether its copy lacks nothing, or there shall be none. */
  isFresh(hall: Hall): boolean {
    const watched = this.#watched.get(hall);
    return !watched || (watched.missingSince === null && watched.copyingSince === null);
  }

  /**
   * Whether the copy of a meeting that is closed lacks something, so that it has to be opened to be copied: told by what
   * lies in both folders, and once for each meeting as long as the folder of copies stays there.
   */
  isStale(id: MeetingId): boolean {
    if (this.#parts.folder === null || this.#seen.has(id)) return false;
    const isFresh = this.#isFresh(id);
    if (isFresh) this.#seen.add(id);
    return !isFresh;
  }

  /** The hall is about to be closed: no copy of it is made once this resolves. */
  async forget(hall: Hall): Promise<void> {
    this.#watched.delete(hall);
    await this.#running;
  }

  /**
   * Removes a meeting's copy, after the copy of the server's file that comes next.
   *
   * @param done called when it is gone, and at once where no copies are made
   */
  remove(id: MeetingId, done: () => void): void {
    if (this.#parts.folder === null) done();
    else this.#unwanted.push({ id, done });
  }

  /** Why the last attempt failed, whichever file it was for. */
  get failed(): BackupFault | null {
    const ailing = [...this.#watched.values()].find(({ failed }) => failed !== null);
    return this.#failed ?? ailing?.failed ?? null;
  }

  state(hall: Hall): BackupState {
    const { folder } = this.#parts;
    const watched = this.#watched.get(hall);
    if (!watched || folder === null)
      return { enabled: false, folder: null, ageMs: null, failed: null };
    const since = watched.copyingSince ?? watched.missingSince;
    // 0 says that nothing is missing.
    const ageMs = since === null ? 0 : Math.max(1, Math.round(performance.now() - since));
    return { enabled: true, folder, ageMs, failed: this.#failed ?? watched.failed };
  }

  /** Copies what is missing, waits for that a few seconds at most, and stops. The meetings' files are still open. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    if (this.#timer === null) return;
    clearInterval(this.#timer);
    const last = (async () => {
      await this.#running;
      await this.#round(() => true, true);
    })().catch((error: unknown) => this.#fail(error));
    await Promise.race([last, wait(LAST_COPY_MS, undefined, { ref: false })]);
    await this.#copier.close();
    await last;
  }

  #tick(): void {
    const now = performance.now();
    if (this.#running || now < this.#notBefore) return;
    const isDue = ({ copied, missingSince, notBefore }: Watched) =>
      missingSince !== null && now >= notBefore && (!copied || now - missingSince >= SETTLE_MS);
    this.#running = this.#round(isDue)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#running = null;
      });
  }

  async #round(isDue: (watched: Watched) => boolean, isLast = false): Promise<void> {
    const { folder, serverFile, isAwaited } = this.#parts;
    const due = [...this.#watched.values()].filter(
      (one) => one.missingSince !== null && one.check() === 'sound' && isDue(one),
    );
    const { changes } = serverFile;
    const idle = due.length === 0 && changes === this.#serverChanges;
    if (folder === null || (idle && this.#unwanted.length === 0)) return;
    prepareFolder(folder, this.#parts.note);
    for (const one of due) await this.#copyMeeting(one, folder);
    // It names the meetings: while it is only a matter of time, none that it names is missing.
    const all = [...this.#watched.values()];
    const isSettled =
      (isLast || !isAwaited()) &&
      all.every(({ copied, failed, check }) => copied || failed !== null || check() === 'damaged');
    if (changes !== this.#serverChanges && isSettled) {
      const to = join(folder, 'server.sqlite');
      await serverFile.still((source) =>
        this.#copier.run({ source, to, marked: false, documents: null }),
      );
      this.#serverChanges = changes;
    }
    if (changes === this.#serverChanges) this.#removeUnwanted(folder);
    this.#failed = null;
  }

  #removeUnwanted(folder: string): void {
    if (this.#unwanted.length === 0) return;
    // A copy that the disk's absence broke off is one of theirs too; none is being made now.
    sweepDrafts(folder);
    for (const one of [...this.#unwanted]) {
      removeCopyOf(folder, one.id);
      removeOldCopy(folder, one.id);
      one.done();
      // What could not be removed is tried again with the next round.
      this.#unwanted = this.#unwanted.filter((other) => other !== one);
    }
  }

  async #copyMeeting(one: Watched, folder: string): Promise<void> {
    const file = fileOf(one.id);
    one.copyingSince = one.missingSince;
    one.missingSince = null;
    try {
      await one.source.still((source) =>
        this.#copier.run({
          source,
          to: join(folder, file),
          marked: true,
          documents: {
            from: join(this.#parts.data, documentsBeside(file)),
            to: join(folder, documentsBeside(file)),
          },
        }),
      );
      if (!one.copied) removeOldCopy(folder, one.id);
      one.copied = true;
      one.failed = null;
    } catch (error) {
      one.missingSince = one.copyingSince;
      one.notBefore = performance.now() + RETRY_MS;
      one.failed = this.#told(error, one.failed, file);
    } finally {
      one.copyingSince = null;
    }
  }

  #fail(error: unknown): void {
    this.#failed = this.#told(error, this.#failed, 'the folder');
    // Another disk may be put in its place.
    this.#seen.clear();
    this.#notBefore = performance.now() + RETRY_MS;
  }

  #isFresh(id: MeetingId): boolean {
    const { data, folder } = this.#parts;
    return folder !== null && isFreshCopy(data, folder, id);
  }

  /** Voting goes on; the log has one line for each new reason, and the state has it until a copy works. */
  #told(error: unknown, before: BackupFault | null, what: string): BackupFault {
    const fault = faultOf(error);
    if (fault !== before) this.#parts.log(error, `the backup copy of ${what} failed: ${fault}`);
    return fault;
  }
}

function faultOf(error: unknown): BackupFault {
  if (error instanceof FolderTaken) return 'folder-taken';
  return isDiskFull(error) ? 'no-room' : 'unwritable';
}

/** 20261122-091500, in UTC. */
function stampOf(date: Date): string {
  const [day, time] = date.toISOString().split('T');
  return `${day?.replaceAll('-', '') ?? ''}-${time?.slice(0, 8).replaceAll(':', '') ?? ''}`;
}
