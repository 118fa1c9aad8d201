// A connection keeps its meeting open: from the handshake, which opens it where need be, to the connection's end.
import type { IncomingMessage } from 'node:http';
import type { Held } from '../halls.ts';
import { meetingAt } from './path.ts';
import type { Incoming } from './places.ts';

export class Woken {
  readonly #hold: (code: string) => Promise<Held | null>;
  /** What ends the hold of a handshake whose connection is not open yet. */
  readonly #held = new WeakMap<IncomingMessage, Held & { readonly drop: () => void }>();

  constructor(hold: (code: string) => Promise<Held | null>) {
    this.#hold = hold;
  }

  /** Resolves when the meeting is open, or cannot be opened. */
  async handshake(request: IncomingMessage): Promise<void> {
    const held = await this.#hold(meetingAt(request));
    if (!held) return;
    const { socket } = request;
    const drop = () => {
      socket.off('close', drop);
      held.release();
    };
    if (socket.destroyed) drop();
    else {
      socket.once('close', drop);
      this.#held.set(request, { ...held, drop });
    }
  }

  turnedAway(request: IncomingMessage): void {
    this.#held.get(request)?.drop();
  }

  /** The connection is open: it need not come on the line of its handshake any more. */
  opened(connection: Incoming): void {
    const held = this.#held.get(connection.request);
    if (!held) return;
    connection.request.socket.off('close', held.drop);
    connection.on('close', held.release);
  }
}
