// Puts a loaded meeting together from its stored rows, part by part, so that one thread may read while another parses.
import type { Chained } from '../../shared/meeting/chain.ts';
import { Upcaster } from '../../shared/meeting/upcast.ts';
import { unreachable } from '../../shared/ids.ts';
import type { BoxedBallot, Loaded } from './meeting-store.ts';
import { COPY_MARK } from './still-file.ts';
import { DamagedFile } from './store-errors.ts';
import { ballotKey, readBallot, type StoredBallot } from './stored-ballots.ts';
import {
  readDirectoryEntry,
  readEvent,
  readMeta,
  readSecret,
  readSession,
  readTicket,
} from './stored-rows.ts';

/** Rows of one table as they lie in the file. */
export type StoredPart =
  | { readonly table: 'ballots'; readonly rows: readonly StoredBallot[] }
  | { readonly table: SideTable; readonly rows: readonly unknown[] };

export type SideTable = 'meta' | 'events' | 'directory' | 'secrets' | 'tickets' | 'seat_sessions';

export class Loading {
  #meta: ReadonlyMap<string, string> = new Map();
  #events: readonly Chained[] = [];
  #directory: Loaded['directory'] = [];
  #secrets: Loaded['secrets'] = [];
  #tickets: Loaded['tickets'] = [];
  #sessions: Loaded['sessions'] = [];
  readonly #ballots: BoxedBallot[] = [];
  readonly #upcaster = new Upcaster();

  /** @throws DamagedFile that names the row. */
  add(part: StoredPart): void {
    switch (part.table) {
      case 'meta':
        this.#meta = new Map(part.rows.map(readMeta));
        return;
      case 'events':
        this.#events = readChain(part.rows, this.#upcaster);
        return;
      case 'ballots':
        this.#addBallots(part.rows);
        return;
      case 'directory':
        this.#directory = part.rows.map(readDirectoryEntry);
        return;
      case 'secrets':
        this.#secrets = part.rows.map(readSecret);
        return;
      case 'tickets':
        this.#tickets = part.rows.map(readTicket);
        return;
      case 'seat_sessions':
        this.#sessions = part.rows.map(readSession);
        return;
      default:
        unreachable(part);
    }
  }

  /** All of it, once every part has been added. @throws DamagedFile */
  done(): Loaded {
    const codeKey = this.#meta.get('code_key') ?? '';
    if (!/^[0-9a-f]{64}$/.test(codeKey)) throw new DamagedFile('meta code_key');
    const first = this.#events[0]?.recorded.event;
    if (first?.type === 'MeetingCreated' && first.id !== this.#meta.get('meeting'))
      throw new DamagedFile('meta meeting');
    return {
      events: this.#events,
      ballots: this.#ballots,
      directory: this.#directory,
      // What was written since comes last, and counts.
      secrets: [...this.#upcaster.unopened, ...this.#secrets],
      tickets: this.#tickets,
      sessions: this.#sessions,
      codeKey,
      copied: this.#meta.has(COPY_MARK),
    };
  }

  #addBallots(rows: readonly StoredBallot[]): void {
    for (const row of rows) {
      const boxed = readBallot(row);
      // The place among the events is in no hash: at least it must be one. Events come before ballots.
      if (boxed.after > this.#events.length)
        throw new DamagedFile(`ballot ${ballotKey(boxed.ballot)}`);
      this.#ballots.push(boxed);
    }
  }
}

/** The whole log; the first event that does not follow from the one before it is named (R2: refused, never reset). */
function readChain(rows: readonly unknown[], upcaster: Upcaster): readonly Chained[] {
  let last: Chained | undefined;
  return rows.map((row, n) => {
    const place = `event ${n + 1}`;
    const link = readEvent(row, place, upcaster);
    if (link.recorded.seq !== n + 1 || link.prev !== (last?.hash ?? ''))
      throw new DamagedFile(place);
    return (last = link);
  });
}
