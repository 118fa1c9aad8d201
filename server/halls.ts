// All the meetings of one server: several can run side by side, each with its own file and its own writer (R11).
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MeetingId } from '../shared/ids.ts';
import { REHEARSAL_DAYS } from '../shared/meeting/rehearsal.ts';
import { doubleRandomReview, type Template } from '../shared/meeting/template.ts';
import { isRehearsalCode, REHEARSAL_PREFIX } from '../shared/rehearsal-code.ts';
import { templateText } from '../shared/text/template.ts';
import type { Clock } from './clock.ts';
import { Hall, type HallMeter } from './hall.ts';
import { fileOf, folderOf, makeMeetingFolder, meetingsIn } from './meeting-folder.ts';
import type { ServerFile } from './store/server-file.ts';
import type { OpeningFailure } from './store/database.ts';
import { DamagedFile, NewerFile } from './store/store-errors.ts';
import { openThreadedStore, type ThreadedStore } from './store/threaded-store.ts';

export interface HallsParts {
  /** The data folder; meetings lie in `meetings/` below it. */
  readonly folder: string;
  readonly server: ServerFile;
  readonly clock: Clock;
  readonly onFailure: (error: unknown) => void;
  /** A file turned out to be damaged while its meeting was served. */
  readonly onDamage?: (hall: Hall, file: string, place: string) => void;
  readonly meter?: HallMeter;
  /** For tests and benchmarks: another way to open a meeting's store, and how many decisions a commit takes. */
  readonly openStore?: OpenStore;
  readonly maxBatch?: number;
}

/** Opens a meeting's store at a path, or makes it for a new meeting. */
export type OpenStore = (
  path: string,
  options: { readonly create?: { readonly meeting: MeetingId } },
) => Promise<{ readonly ok: true; readonly store: ThreadedStore } | OpeningFailure>;

/** A file that was not opened, and why; not a byte of it has changed. */
export type UnopenedFile = OpeningFailure & { readonly file: string };

export interface UnopenedMeeting extends UnopenedFile {
  readonly code: string;
}

export type OpenedHalls = { readonly ok: true; readonly halls: Halls } | UnopenedFile;

export interface NewMeeting {
  /** Only to try things out: marked so for ever; its people may be erased after a week, and are with those of its meeting. */
  readonly rehearsal?: boolean;
  /** The meeting that a rehearsal is a copy of. */
  readonly rehearsalOf?: MeetingId;
  /** What to start with instead of the double-random review. */
  readonly template?: Template;
}

/** People's names and attributes are kept this long unless staff choose otherwise. */
export const RETENTION_DAYS = 365;

export class Halls {
  readonly #parts: HallsParts;
  readonly #byCode = new Map<string, Hall>();
  readonly #listeners = new Set<(hall: Hall) => void>();
  readonly #unopened: UnopenedMeeting[] = [];

  private constructor(parts: HallsParts) {
    this.#parts = parts;
  }

  /**
   * Opens every meeting. One that cannot be read, or whose log is not whole, is left as it is: nothing is reset, nothing
   * guessed (R2); the others are served, as it is none of their business. Refused where no meeting could be opened though
   * there are some, rehearsals not counted. Ballots are verified while a meeting is served.
   */
  static async open(parts: HallsParts): Promise<OpenedHalls> {
    mkdirSync(meetingsIn(parts.folder), { recursive: true, mode: 0o700 });
    const halls = new Halls(parts);
    for (const { code, file } of parts.server.meetings()) {
      const failure = await halls.#open(code, file);
      if (failure) halls.#unopened.push({ ...failure, code });
    }
    const failure = halls.#unopened.find(({ code }) => !isRehearsalCode(code));
    if (!failure || [...halls.#byCode.keys()].some((code) => !isRehearsalCode(code)))
      return { ok: true, halls };
    await halls.close();
    return failure;
  }

  /** Meetings that are on the list and could not be opened, in its order. */
  get unopened(): readonly UnopenedMeeting[] {
    return this.#unopened;
  }

  byCode(code: string): Hall | undefined {
    return this.#byCode.get(code);
  }

  all(): readonly Hall[] {
    return [...this.#byCode.values()];
  }

  /** Calls back for every hall there is and every one that is made later. */
  onHall(listener: (hall: Hall) => void): void {
    this.#listeners.add(listener);
    for (const hall of this.all()) listener(hall);
  }

  /** Makes a meeting from the double-random template, with names in the given language. */
  async create(
    title: string,
    zone: string,
    language: 'zh' | 'en',
    options: NewMeeting = {},
  ): Promise<Hall> {
    const { rehearsal = false, rehearsalOf } = options;
    const { template = doubleRandomReview(templateText[language]) } = options;
    const { server, clock } = this.#parts;
    const id = `m${randomBytes(8).toString('hex')}` as MeetingId;
    const prefix = rehearsal ? REHEARSAL_PREFIX : '';
    const code = newMeetingCode(
      prefix,
      (taken) => this.#byCode.has(taken) || this.#unopened.some((one) => one.code === taken),
    );
    const file = fileOf(id);
    const folder = folderOf(this.#parts.folder, id);
    makeMeetingFolder(folder);
    const failure = await this.#open(code, file, id);
    if (failure) rmSync(folder, { recursive: true });
    if (failure) throw new Error(`could not make a meeting: ${failure.flaw} ${failure.detail}`);
    const hall = this.#byCode.get(code);
    if (!hall) throw new Error('the hall that was just opened is missing');
    const days = rehearsal ? REHEARSAL_DAYS : RETENTION_DAYS;
    const retainUntil = new Date(clock.now() + days * 86_400_000).toISOString();
    await hall.create({
      type: 'CreateMeeting',
      id,
      code,
      title,
      zone,
      retainUntil: retainUntil.slice(0, 10),
      ...(rehearsal ? { rehearsal } : {}),
      ...(rehearsalOf === undefined ? {} : { rehearsalOf }),
      ...template,
    });
    server.addMeeting({ id, code, file, createdAt: clock.now() });
    for (const listener of this.#listeners) listener(hall);
    return hall;
  }

  /** From now on nobody finds this hall; its store is still open. False where that has been so before. */
  letGo(hall: Hall): boolean {
    const { code } = hall.world.meeting;
    return this.#byCode.get(code) === hall && this.#byCode.delete(code);
  }

  async close(): Promise<void> {
    for (const hall of this.#byCode.values()) await hall.close();
  }

  async #open(code: string, file: string, create?: MeetingId): Promise<UnopenedFile | null> {
    const { folder, onDamage, openStore = openThreadedStore } = this.#parts;
    const path = join(folder, file);
    const opened = await openStore(
      path,
      create === undefined ? {} : { create: { meeting: create } },
    );
    if (!opened.ok) return { ...opened, file: path };
    const { store } = opened;
    const damaged = (detail: string) =>
      ({ ok: false, flaw: 'damaged', detail, file: path }) as const;
    try {
      this.#byCode.set(
        code,
        await Hall.open({
          ...this.#parts,
          store,
          onDamage: (hall, place) => onDamage?.(hall, path, place),
        }),
      );
      return null;
    } catch (error) {
      await store.close();
      if (error instanceof DamagedFile) return damaged(error.place);
      if (error instanceof NewerFile) return { ...damaged(error.place), flaw: 'newer' };
      return damaged(error instanceof Error ? error.message : String(error));
    }
  }
}

const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A short code for addresses: five letters and digits that cannot be mistaken for each other. */
function newMeetingCode(prefix: string, isTaken: (code: string) => boolean): string {
  for (;;) {
    const letters = Array.from(randomBytes(5), (byte) => CODE_ALPHABET.charAt(byte % 31));
    const code = prefix + letters.join('');
    if (!isTaken(code)) return code;
  }
}
