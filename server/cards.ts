// The cards of all meetings in server.sqlite: written while a meeting is open, read while it is not.
import type { Instant } from '../shared/instant.ts';
import { nextDue } from '../shared/meeting/due.ts';
import { isRehearsalCode } from '../shared/rehearsal-code.ts';
import type { Clock } from './clock.ts';
import type { Hall } from './hall.ts';
import { cardOf, readCard, type MeetingCard } from './meeting-card.ts';
import type { ServerFile } from './store/server-file.ts';
import type { MeetingEntry } from './store/server-rows.ts';

/** A meeting of this server, as it is where it is open, and else as it was. */
export interface KnownMeeting extends MeetingCard, Pick<MeetingEntry, 'id' | 'code' | 'file'> {
  /** The next instant at which something is due, or null. */
  readonly due: Instant | null;
  readonly seq: number | null;
  readonly hash: string | null;
  /** Whether nothing is known yet but that there is one. */
  readonly blank: boolean;
}

export class Cards {
  readonly #server: ServerFile;
  readonly #clock: Clock;
  /** As they lie in the file; written to by others, too. */
  #rows: readonly KnownMeeting[] = [];
  #changes = -1;

  constructor(server: ServerFile, clock: Clock) {
    this.#server = server;
    this.#clock = clock;
  }

  /** @param openNow the hall of a meeting that is open */
  all(openNow: (code: string) => Hall | undefined): readonly KnownMeeting[] {
    return this.#read().map((row) => {
      const hall = openNow(row.code);
      return hall ? { ...row, ...cardOf(hall.world.meeting, true), blank: false } : row;
    });
  }

  /** The meeting is open, and has just changed. How many phones have come alone is written when it is closed. */
  keep(hall: Hall, code: string): void {
    const row = this.#read().find((one) => one.code === code);
    const card = cardOf(hall.world.meeting, true);
    const due = nextDue(hall.world.meeting, this.#clock.now());
    const before: Partial<KnownMeeting> = { ...row, phones: card.phones };
    if (row && !agree(before, { ...card, due, blank: false })) this.#write(hall, code, true);
  }

  /** The meeting is closed. Where a countdown runs in it, the next start opens it: its clock might have been set. */
  close(hall: Hall, code: string): void {
    const { countdown } = hall.world.meeting;
    this.#write(hall, code, countdown?.phase === 'running');
  }

  #write(hall: Hall, code: string, awake: boolean): void {
    const { meeting } = hall.world;
    this.#server.keepCard(code, {
      card: JSON.stringify(cardOf(meeting, awake)),
      due: nextDue(meeting, this.#clock.now()),
      ...hall.newest,
    });
  }

  #read(): readonly KnownMeeting[] {
    const { changes } = this.#server;
    if (changes !== this.#changes) this.#rows = this.#server.meetings().map(knownOf);
    this.#changes = changes;
    return this.#rows;
  }
}

function knownOf(entry: MeetingEntry): KnownMeeting {
  const { id, code, file, createdAt, due, seq, hash } = entry;
  const card = readCard(entry.card);
  return { ...(card ?? unknown(code, createdAt)), id, code, file, due, seq, hash, blank: !card };
}

function unknown(code: string, createdAt: Instant): MeetingCard {
  return {
    ...{ title: code, zone: 'UTC', rehearsal: isRehearsalCode(code), rehearsalOf: null, createdAt },
    ...{ erasedAt: null, printedAddress: null, held: false, phones: 0, awake: false },
  };
}

function agree(before: Partial<KnownMeeting>, now: Partial<KnownMeeting>): boolean {
  const names = Object.keys(now) as (keyof KnownMeeting)[];
  return names.every((name) => before[name] === now[name]);
}
