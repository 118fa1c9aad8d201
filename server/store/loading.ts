// Puts a loaded meeting together from its stored rows, part by part, so that one thread may read while another parses.
import type { Chained } from '../../shared/meeting/chain.ts';
import { Upcaster } from '../../shared/meeting/upcast.ts';
import { unreachable } from '../../shared/ids.ts';
import type { BallotsEarly, BoxedBallot, Loaded, LoadedLog } from './meeting-store.ts';
import { BallotUnpacker, type PackedBallots, type UnreadBallot } from './packed-ballots.ts';
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
  /** The same as a thread sends them. */
  | { readonly table: 'packed'; readonly ballots: PackedBallots }
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
  readonly #unread: UnreadBallot[] = [];
  readonly #unpacker = new BallotUnpacker();
  readonly #upcaster = new Upcaster();
  readonly #early: BallotsEarly | undefined;

  constructor(early?: BallotsEarly) {
    this.#early = early;
  }

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
        for (const row of part.rows) {
          const boxed = readBallot(row);
          this.#placed(boxed.after, () => ballotKey(boxed.ballot));
          this.#ballots.push(boxed);
        }
        return;
      case 'packed': {
        const ballots = this.#unpacker.unpack(part.ballots);
        for (const one of ballots) {
          this.#placed(one.after, () => ballotKey(one.kept.ballot));
          this.#unread.push(one);
        }
        this.#early?.(this.#log(), ballots);
        return;
      }
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
    const unread = this.#unread;
    const read = this.#ballots;
    return {
      ...this.#log(),
      get ballots() {
        return [...read, ...unread.map(({ kept }) => kept)];
      },
      // From a thread all come packed, from a file none.
      ...(read.length === 0 ? { unread } : {}),
    };
  }

  #log(): LoadedLog {
    const codeKey = this.#meta.get('code_key') ?? '';
    if (!/^[0-9a-f]{64}$/.test(codeKey)) throw new DamagedFile('meta code_key');
    const first = this.#events[0]?.recorded.event;
    if (first?.type === 'MeetingCreated' && first.id !== this.#meta.get('meeting'))
      throw new DamagedFile('meta meeting');
    return {
      events: this.#events,
      directory: this.#directory,
      // What was written since comes last, and counts.
      secrets: [...this.#upcaster.unopened, ...this.#secrets],
      tickets: this.#tickets,
      sessions: this.#sessions,
      codeKey,
      copied: this.#meta.has(COPY_MARK),
    };
  }

  /** The place among the events is in no hash: at least it must be one. Events come before ballots. */
  #placed(after: number, key: () => string): void {
    if (after > this.#events.length) throw new DamagedFile(`ballot ${key()}`);
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
