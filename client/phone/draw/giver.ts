// Whose word a draw's page sends, and by which way: a seat's socket, or the ticket of whoever waits.
import type { DrawId } from '../../../shared/ids.ts';
import type { Answer } from '../../../shared/protocol.ts';

export interface Giver {
  /** The meeting's. */
  readonly code: string;
  /** Null where no answer came. Another function is another sender: it is called anew. */
  readonly say: (draw: DrawId, word: string) => Promise<Answer | null>;
  /** Whoever is drawn to ask says whether they will; of a seat alone. Null where no answer came. */
  readonly answer?: (draw: DrawId, comes: boolean) => Promise<Answer | null>;
  /** A word is typed and not sent. */
  readonly onTyping?: (typing: boolean) => void;
}
