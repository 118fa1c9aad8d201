// When the sources of a draw that people fill closed: the beacon's round has to be later than both (DRAW.md §2).
import type { Instant } from '../../instant.ts';

export interface Closes {
  /** The phones' list; null while it is open, and where phones are no source. */
  readonly words: Instant | null;
  /** The last die on which both readings agreed. */
  readonly dice: Instant | null;
}

export const NOTHING_CLOSED: Closes = { words: null, dice: null };
