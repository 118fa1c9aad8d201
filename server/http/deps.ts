// What the routes are given: the halls, the staff, the addresses, time and chance.
import type { Commands } from '../../shared/commands.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { SlicesMessage } from '../../shared/protocol.ts';
import type { Documents } from '../documents/documents.ts';
import type { Hall } from '../hall.ts';
import type { Halls } from '../halls.ts';
import type { Reach } from '../addresses.ts';
import type { Passphrases } from '../identity/passphrase.ts';
import type { Speakers } from '../live/speakers.ts';
import type { RandomBytes } from '../identity/tokens.ts';
import type { ForwardedOrigin } from './proxy.ts';
import type { ServerFile } from '../store/server-file.ts';

export interface HttpDeps {
  readonly halls: Pick<
    Halls,
    'byCode' | 'all' | 'known' | 'hold' | 'create' | 'refusalOf' | 'unopened'
  >;
  /** Deletes a rehearsal; false where it is gone already. */
  readonly removeRehearsal: (hall: Hall) => Promise<boolean>;
  readonly serverFile: ServerFile;
  readonly documents: Documents;
  readonly passphrases: Passphrases;
  /** The machine's addresses as they are now. */
  readonly reach: () => Reach;
  /** Where a proxy is trusted: the origin under which it received a request. */
  readonly forwardedOrigin?: ForwardedOrigin;
  /** A page of an address that is none of ours wanted something. */
  readonly onForeignOrigin?: (origin: string, open: readonly string[]) => void;
  /** How the programs are called where this server runs. */
  readonly commands: Commands;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly random: RandomBytes;
  /** Who sends how much, over HTTP and on sockets. */
  readonly speakers: Speakers;
  /** Seats whose phones are connected now. */
  readonly connectedSeats?: (hall: Hall) => ReadonlySet<SeatId>;
  /** The whole view of a seat, as its socket would bring it; undefined where the meeting is not served. */
  readonly viewOf?: (hall: Hall, seat: SeatId) => SlicesMessage | undefined;
}
