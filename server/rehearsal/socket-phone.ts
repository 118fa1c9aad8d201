// A phone without a screen: joins with a ticket and casts over the same wire as a real one.
import { io, type Socket } from 'socket.io-client';
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { DrawId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import {
  connectionTo,
  NAMESPACE,
  type Answer,
  type CastAnswer,
  type CastMessage,
  type CommentMessage,
  type SlicesMessage,
} from '../../shared/protocol.ts';
import type { SeatView, WaitingDraw } from '../../shared/views/slices/panel-slices.ts';
import { certificates } from './certificates.ts';
import { refusalOf, ViewMirror } from './view-mirror.ts';

export interface PhoneOptions {
  /** `http://127.0.0.1:8080`, also sent as Origin. */
  readonly origin: string;
  readonly meeting: string;
  /** The secret of the ticket's QR code, or the short code typed from it. */
  readonly ticket: string;
  readonly by?: 'ticket' | 'typed';
  readonly transport?: 'websocket' | 'polling';
  /** Certificate of an origin that only this phone believes. */
  readonly ca?: string;
}

export class SocketPhone {
  readonly #options: PhoneOptions;
  #socket: Socket | null = null;
  #cookie = '';
  readonly #mirror = new ViewMirror<SeatView>();
  ended: Refusal | null = null;
  /** What was last told to it while it had no seat. */
  drawing: WaitingDraw | null = null;

  constructor(options: PhoneOptions) {
    this.#options = options;
  }

  /** Shows the ticket and connects; resolves once the first whole view is there. */
  async join(): Promise<void> {
    const refusal = await this.claim();
    if (refusal) throw new Error(`claim refused: ${refusal.code}`);
    await this.connect();
  }

  /** Exchanges the ticket for a session; null when it worked. */
  async claim(): Promise<Refusal | null> {
    const response = await this.#post('claim', this.#secret);
    const answer = (await response.json()) as Answer & { readonly drawing?: WaitingDraw };
    this.drawing = answer.drawing ?? null;
    if (!answer.ok) return answer.refusal;
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.#cookie = cookie;
    return null;
  }

  /** "Not me": lets go of the seat. */
  async release(): Promise<boolean> {
    const response = await this.#post('release', {});
    return ((await response.json()) as { ok: boolean }).ok;
  }

  /** Resolves once the first whole view is there. @throws ConnectionRefused where none will come */
  async connect(): Promise<void> {
    const { origin, meeting, transport = 'websocket', ca } = this.#options;
    const socket = io(`${origin}${NAMESPACE.panel}`, {
      ...connectionTo(meeting),
      forceNew: true,
      transports: [transport],
      ...(ca === undefined ? {} : { ca }),
      ...certificates(),
      extraHeaders: { cookie: this.#cookie, origin },
      reconnectionDelay: 100,
      reconnectionDelayMax: 1000,
    });
    this.#socket = socket;
    this.#mirror.follow(socket);
    socket.on('ended', (refusal: Refusal) => {
      this.ended = refusal;
    });
    socket.on('connect_error', (error: Error & { data?: Refusal }) => {
      if (error.data) this.ended = error.data;
    });
    await Promise.race([this.until((view) => view.me !== undefined), refusalOf(socket)]);
  }

  get view(): Partial<SeatView> {
    return this.#mirror.view;
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
  }

  /** Resolves when the view satisfies the condition. */
  until(condition: (view: Partial<SeatView>) => boolean): Promise<void> {
    return this.#mirror.until(condition);
  }

  /** Casts for the newest open round; null when no answer came in time. */
  async vote(choice: Choice, rev = 1, timeoutMs = ANSWER_MS): Promise<CastAnswer | null> {
    const open = this.view.stage?.open.at(-1);
    const subject = open?.subjects[0];
    if (!open || !subject) throw new Error('no round is open on this phone');
    return this.send(
      { round: open.round, attempt: open.attempt, subject: subject.id, rev, choice },
      timeoutMs,
    );
  }

  send(message: CastMessage, timeoutMs = ANSWER_MS): Promise<CastAnswer | null> {
    return this.#ask('cast', message, timeoutMs);
  }

  /** Sends what is said beside a ballot; null when no answer came in time. */
  comment(message: CommentMessage, timeoutMs = ANSWER_MS): Promise<Answer | null> {
    return this.#ask('comment', message, timeoutMs);
  }

  /** Sends the word that a draw asks for, by the ticket while there is no seat; null when no answer came in time. */
  word(draw: DrawId, word: string, timeoutMs = ANSWER_MS): Promise<Answer | null> {
    const said = { draw, word };
    if (this.#socket) return this.#ask('word', said, timeoutMs);
    return this.#post('word', { by: this.#secret, said }, timeoutMs)
      .then(async (response) => (await response.json()) as Answer)
      .catch(() => null);
  }

  /** Drawn to ask, it says whether it will; null when no answer came in time. */
  answer(draw: DrawId, comes: boolean, timeoutMs = ANSWER_MS): Promise<Answer | null> {
    return this.#ask('answer', { draw, comes }, timeoutMs);
  }

  /** Asks for the whole view and waits for it; rejects when it has not come in time. */
  async resync(timeoutMs = 20_000): Promise<void> {
    const socket = this.#socket;
    if (!socket) throw new Error('not connected');
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        socket.off('slices', heard);
        settle();
      };
      // What changed meanwhile may come first, and is not the whole.
      const heard = ({ since }: SlicesMessage<SeatView>) => {
        if (since === null) end(resolve);
      };
      const timer = setTimeout(() => {
        end(() => {
          reject(new Error('the whole view did not come'));
        });
      }, timeoutMs);
      socket.on('slices', heard);
      socket.emit('resync');
    });
  }

  /** Loses the network for a moment, as a phone in a pocket does. */
  drop(): void {
    this.#socket?.disconnect();
  }

  /** Finds it again; what was not answered meanwhile must be sent again. */
  restore(): void {
    this.#socket?.connect();
  }

  /** Listens to every message of views, and to the connection coming back. */
  listen(on: {
    readonly message: (message: SlicesMessage<SeatView>) => void;
    readonly connected: () => void;
  }): void {
    this.#mirror.onMessage = on.message;
    this.#socket?.on('connect', on.connected);
  }

  close(): void {
    this.#socket?.disconnect();
  }

  get #secret(): Readonly<Record<string, string>> {
    const { ticket, by = 'ticket' } = this.#options;
    return { [by]: ticket };
  }

  /** null when no answer came in time, or the connection went first: it settles whatever becomes of either. */
  #ask<T>(event: string, message: object, timeoutMs: number): Promise<T | null> {
    const socket = this.#socket;
    if (!socket) return Promise.resolve(null);
    return socket
      .timeout(timeoutMs)
      .emitWithAck(event, message)
      .then(
        (answer: T | undefined) => answer ?? null,
        () => null,
      );
  }

  #post(path: string, body: object, timeoutMs = POST_MS): Promise<Response> {
    const { origin, meeting } = this.#options;
    return fetch(`${origin}/m/${meeting}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, cookie: this.#cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
}

const ANSWER_MS = 10_000;
const POST_MS = 30_000;
