// All the meetings of one server: each has its own file and its own writer (R11). One is opened when somebody needs it, and
// let go when nobody has for a minute.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { MeetingId } from '../shared/ids.ts';
import type { Refusal } from '../shared/meeting/refusals.ts';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import { Adoption } from './adoption.ts';
import { Cards, type KnownMeeting } from './cards.ts';
import type { Clock } from './clock.ts';
import type { Hall, HallMeter } from './hall.ts';
import { fileOf, folderOf, makeMeetingFolder, meetingsIn } from './meeting-folder.ts';
import { creationOf, newMeetingCode, newMeetingId, type NewMeeting } from './new-meeting.ts';
import { openHall, type OpenStore, type UnopenedFile, type UnopenedMeeting } from './open-hall.ts';
import { OpenHalls, type Listener } from './open-halls.ts';
import type { ServerFile } from './store/server-file.ts';
import type { KnownEvent } from './store/head.ts';
import { peekMeetingFile } from './store/meeting-file.ts';
import type { MeetingEntry } from './store/server-rows.ts';

export type { OpenStore, UnopenedFile, UnopenedMeeting } from './open-hall.ts';

export interface HallsParts {
  /** The data folder; meetings lie in `meetings/` below it. */
  readonly folder: string;
  readonly server: ServerFile;
  readonly clock: Clock;
  readonly onFailure: (error: unknown) => void;
  /** A file turned out to be damaged while its meeting was served. */
  readonly onDamage?: (hall: Hall, file: string, place: string) => void;
  /** A meeting that somebody needed could not be opened. */
  readonly onUnopened?: (unopened: UnopenedMeeting) => void;
  readonly meter?: HallMeter;
  /** Codes of meetings that go on without what their files lack: see `--take-on`. */
  readonly takeOn?: ReadonlySet<string>;
  /** For tests and benchmarks: another way to open a meeting's store, and how many decisions a commit takes. */
  readonly openStore?: OpenStore;
  readonly maxBatch?: number;
}

export type OpenedHalls = { readonly ok: true; readonly halls: Halls } | UnopenedFile;

/** A hall that is not let go before it is released; a second release does nothing. */
export interface Held {
  readonly hall: Hall;
  readonly release: () => void;
}

const IDLE_MS = 60_000;
const LOOK_MS = 1000;
/** A file that could not be opened is tried again when it is asked for, but not more often than this. */
const RETRY_MS = 10_000;

export class Halls {
  readonly #parts: HallsParts;
  readonly #cards: Cards;
  readonly #open: OpenHalls;
  readonly #opening = new Map<string, Promise<Hall | null>>();
  readonly #leaving = new Map<string, Promise<void>>();
  readonly #unopened = new Map<string, UnopenedMeeting & { readonly tried: number }>();
  /** Codes and ids of meetings that are being made. */
  readonly #making = new Set<string>();
  readonly #adoption: Adoption;
  readonly #timer: NodeJS.Timeout;
  #closed = false;

  private constructor(parts: HallsParts) {
    this.#parts = parts;
    this.#cards = new Cards(parts.server, parts.clock);
    this.#open = new OpenHalls();
    this.#adoption = new Adoption({
      ...parts,
      now: () => parts.clock.now(),
      isOurs: (id) => this.#making.has(id),
    });
    this.#timer = setInterval(() => void this.letIdleGo(), LOOK_MS).unref();
  }

  /**
   * Looks what meetings there are, takes those on that no list names, and opens none. One whose file is not there, or can be seen to be of no use, is named and
   * left as it is; the others are none of its business. Refused where that is so of every meeting though there are some,
   * rehearsals not counted.
   */
  static async open(parts: HallsParts): Promise<OpenedHalls> {
    mkdirSync(meetingsIn(parts.folder), { recursive: true, mode: 0o700 });
    const halls = new Halls(parts);
    for (const { code, file } of parts.server.meetings()) {
      const path = join(parts.folder, file);
      const failure = peekMeetingFile(path);
      if (failure) halls.#unopened.set(code, { ...failure, file: path, code, tried: -Infinity });
    }
    halls.#adoption.scan();
    const codes = parts.server.meetings().map(({ code }) => code);
    const failure = halls.unopened.find(({ code }) => !isRehearsalCode(code));
    const isServed = (code: string) => !isRehearsalCode(code) && !halls.#unopened.has(code);
    if (!failure || codes.some(isServed)) return { ok: true, halls };
    await halls.close();
    return failure;
  }

  /** Meetings that are on the list and could not be opened when somebody last tried. */
  get unopened(): readonly UnopenedMeeting[] {
    return [...this.#unopened.values(), ...this.#adoption.refused];
  }

  /** One that is open now; whoever needs it in any case asks {@link hold}. */
  byCode(code: string): Hall | undefined {
    return this.#open.byCode(code)?.hall;
  }

  /** Why a meeting that was asked for is not open. */
  refusalOf(code: string): Refusal {
    return { code: this.#unopened.has(code) ? 'meeting-unopened' : 'no-such-meeting' };
  }

  /** All that are open now. */
  all(): readonly Hall[] {
    return this.#open.all().map(({ hall }) => hall);
  }

  /** All there are, open or not, oldest first; without those that could not be opened. */
  known(): readonly KnownMeeting[] {
    return this.#cards
      .all((code) => this.byCode(code))
      .filter(({ code }) => !this.#unopened.has(code));
  }

  /**
   * Calls back for every hall that is open and every one that is opened later. What the listener returns undoes it: it is
   * called when the hall is let go or removed, before its file is closed.
   */
  onHall(listener: Listener): void {
    this.#open.listen(listener);
  }

  /** From now on no hall is let go while one of these says that it is needed. */
  keepWhile(isNeeded: (hall: Hall) => boolean): void {
    this.#open.keepWhile(isNeeded);
  }

  /** Opens a meeting where it is not open, once however many ask; null where there is none, or it cannot be opened. */
  wake(code: string): Promise<Hall | null> {
    const open = this.byCode(code);
    if (open) return Promise.resolve(open);
    const opening =
      this.#opening.get(code) ?? this.#wake(code).finally(() => this.#opening.delete(code));
    this.#opening.set(code, opening);
    return opening;
  }

  /** {@link wake}, and keeps it open until it is released. */
  async hold(code: string): Promise<Held | null> {
    for (;;) {
      const hall = await this.wake(code);
      if (!hall) return null;
      const release = this.#open.hold(hall);
      if (release) return { hall, release };
    }
  }

  /** {@link wake} for something that is done at once: unless somebody comes, it is let go without waiting. */
  async visit(code: string): Promise<void> {
    const hall = this.byCode(code) ? null : await this.wake(code);
    if (hall) this.#open.isNotNeeded(hall);
  }

  /** Makes a meeting from the double-random template, with names in the given language. */
  async create(
    title: string,
    zone: string,
    language: 'zh' | 'en',
    options: NewMeeting = {},
  ): Promise<Hall> {
    const { server, clock } = this.#parts;
    const id = newMeetingId();
    const code = newMeetingCode(
      options,
      (taken) => this.#making.has(taken) || server.meetingByCode(taken) !== null,
    );
    const file = fileOf(id);
    const folder = folderOf(this.#parts.folder, id);
    this.#making.add(code).add(id);
    let hall: Hall | null = null;
    try {
      makeMeetingFolder(folder);
      const opened = await this.#openFile(code, file, { create: id });
      if (!opened.ok) throw new Error(`could not make a meeting: ${opened.flaw} ${opened.detail}`);
      hall = opened.hall;
      await hall.create(creationOf({ id, code, title, zone }, language, options, clock.now()));
      server.addMeeting({ id, code, file, createdAt: clock.now() });
      this.#serve(hall, code);
      return hall;
    } catch (error) {
      // Whoever asked for it was told that there is none: no later look shall find it and take it on.
      await hall?.close();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    } finally {
      this.#making.delete(code);
      this.#making.delete(id);
    }
  }

  /** From now on nobody finds this hall; its store is still open. False where that has been so before. */
  letGo(hall: Hall): boolean {
    return this.#open.remove(hall);
  }

  /**
   * Closes what nobody has needed for so long, where nothing is on its way to the disk or due soon.
   *
   * @param forMs milliseconds
   */
  async letIdleGo(forMs = IDLE_MS): Promise<void> {
    await Promise.all(this.#open.idle(forMs).map((hall) => this.#close(hall)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await Promise.all(this.#opening.values());
    await Promise.all([...this.all().map((hall) => this.#close(hall)), ...this.#leaving.values()]);
  }

  async #wake(code: string): Promise<Hall | null> {
    await this.#leaving.get(code);
    const { server } = this.#parts;
    if (!this.#closed && !server.meetingByCode(code)) this.#adoption.scan();
    const entry = server.meetingByCode(code);
    const failed = this.#unopened.get(code);
    const isTooSoon = failed !== undefined && performance.now() - failed.tried < RETRY_MS;
    if (!entry || this.#closed || isTooSoon) return null;
    const opened = await this.#openFile(code, entry.file, { known: knownOf(entry) });
    if (opened.ok) {
      this.#unopened.delete(code);
      this.#serve(opened.hall, code);
      return opened.hall;
    }
    const unopened = { ...opened, code };
    const isNew = failed?.flaw !== opened.flaw || failed.detail !== opened.detail;
    this.#unopened.set(code, { ...unopened, tried: performance.now() });
    if (isNew) this.#parts.onUnopened?.(unopened);
    return null;
  }

  #serve(hall: Hall, code: string): void {
    // A card that cannot be written now is written with the next change, and when the meeting is closed.
    const keep = () => {
      try {
        this.#cards.keep(hall, code);
      } catch (error) {
        this.#parts.onFailure(error);
      }
    };
    keep();
    hall.onChange(({ events }) => {
      if (events.length > 0) keep();
    });
    this.#open.add(hall, code);
  }

  async #close(hall: Hall): Promise<void> {
    const { code } = hall.world.meeting;
    if (!this.letGo(hall)) return;
    const closing = hall
      .close()
      .then(() => this.#cards.close(hall, code))
      .catch((error: unknown) => this.#parts.onFailure(error))
      .finally(() => this.#leaving.delete(code));
    this.#leaving.set(code, closing);
    await closing;
  }

  #openFile(
    code: string,
    file: string,
    held: { readonly known: KnownEvent | null } | { readonly create: MeetingId },
  ): Promise<{ readonly ok: true; readonly hall: Hall } | UnopenedFile> {
    const { folder, server, takeOn } = this.#parts;
    return openHall({
      ...this.#parts,
      path: join(folder, file),
      takeOn: takeOn?.has(code) === true,
      onCopy: () => server.forgetLog(code),
      ...held,
    });
  }
}

/** What the list has of a meeting's log. */
function knownOf({ seq, hash }: MeetingEntry): KnownEvent | null {
  return seq === null || hash === null ? null : { seq, hash };
}
