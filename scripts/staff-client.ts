// A member of staff without a screen: logs in, sets a meeting up and runs it over the same routes and sockets as the console.
import { io, type Socket } from 'socket.io-client';
import type { StaffCommand } from '../shared/meeting/commands.ts';
import type { Refusal } from '../shared/meeting/refusals.ts';
import { NAMESPACE, type Answer } from '../shared/protocol.ts';
import type { StaffView } from '../shared/views/slices.ts';
import { ViewMirror } from './view-mirror.ts';

export interface PrintedTicket {
  readonly reviewer: string;
  readonly name: string;
  readonly group: string;
  /** Short code as printed, XXXX-XXXX. */
  readonly code: string;
  readonly url: string;
}

export class StaffClient {
  readonly origin: string;
  cookie = '';
  meeting = '';
  #socket: Socket | null = null;
  readonly #mirror = new ViewMirror<StaffView>();

  constructor(origin: string) {
    this.origin = origin;
  }

  /** Makes the first account from the link that the server printed. */
  async accept(link: string, name: string, passphrase: string): Promise<void> {
    const token = new URL(link).hash.replace('#invite=', '');
    await this.post('/api/staff/accept', { token, name, passphrase });
  }

  async logIn(name: string, passphrase: string): Promise<void> {
    await this.post('/api/staff/login', { name, passphrase });
  }

  /** Creates a meeting and connects to it. */
  async create(title: string): Promise<string> {
    const body = { title, zone: 'Asia/Shanghai', language: 'zh' };
    const { code } = await this.post<{ code: string }>('/api/meetings', body);
    await this.connect(code);
    return code;
  }

  async connect(code: string): Promise<void> {
    this.meeting = code;
    const socket = io(`${this.origin}${NAMESPACE.staff}`, {
      auth: { meeting: code },
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: this.cookie, origin: this.origin },
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    });
    this.#socket = socket;
    this.#mirror.follow(socket);
    const refused = new Promise<never>((_, reject) => {
      socket.on('connect_error', (error: Error & { data?: Refusal }) => {
        if (error.data) reject(new Error(`connection refused: ${error.data.code}`));
      });
    });
    await Promise.race([this.until(() => true), refused]);
    refused.catch(() => undefined);
  }

  get view(): StaffView {
    return this.#mirror.view as StaffView;
  }

  /** Resolves when the view is there and satisfies the condition. */
  until(condition: (view: StaffView) => boolean): Promise<void> {
    return this.#mirror.until((view) => view.control !== undefined && condition(view as StaffView));
  }

  /** Sends a command made on the present view; answers as the server does. */
  async send(command: StaffCommand): Promise<Answer> {
    const socket = this.#socket;
    if (!socket) throw new Error('not connected');
    const { next, expects } = this.view.control;
    const roster = ROSTER.has(command.type);
    const before = roster ? expects.roster.touched : next.expects.touched;
    const answer = (await socket.timeout(15_000).emitWithAck('command', {
      command,
      expects: roster ? expects.roster : next.expects,
    })) as Answer;
    // The next command must be made on what this one did.
    if (answer.ok && !DESK.has(command.type))
      await this.until(({ control }) =>
        roster
          ? control.expects.roster.touched !== before
          : control.next.expects.touched !== before,
      );
    return answer;
  }

  /** {@link send}, for commands that must succeed. */
  async run(command: StaffCommand): Promise<void> {
    const answer = await this.send(command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.code}`);
  }

  /** Presses the one key: carries out the present next step. */
  async next(): Promise<void> {
    const { command, act } = this.view.control.next;
    if (!command) throw new Error(`the next step (${act}) has no command`);
    await this.run(command);
  }

  async importRoster(
    kind: 'subjects' | 'reviewers',
    file: string,
    bytes: Uint8Array,
  ): Promise<void> {
    const expects = this.view.control.expects.roster;
    const base64 = Buffer.from(bytes).toString('base64');
    await this.post(`/api/m/${this.meeting}/import/${kind}`, {
      file,
      base64,
      store: true,
      expects,
    });
    await this.until(({ control }) => control.expects.roster.touched !== expects.touched);
  }

  async tickets(reviewers: 'pool' | readonly string[] = 'pool'): Promise<readonly PrintedTicket[]> {
    const path = `/api/m/${this.meeting}/tickets`;
    return (await this.post<{ tickets: readonly PrintedTicket[] }>(path, { reviewers })).tickets;
  }

  async post<T = object>(path: string, body: object): Promise<T> {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin, cookie: this.cookie },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    });
    const answer = (await response.json()) as { ok: boolean; refusal?: Refusal };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie;
    return answer as T;
  }

  close(): void {
    this.#socket?.disconnect();
  }
}

const DESK: ReadonlySet<string> = new Set(['RevokeTicket', 'DeclareRecusal', 'IssueTickets']);
const ROSTER: ReadonlySet<string> = new Set([
  'SetWeights',
  'AdoptSheet',
  'AdoptScheme',
  'SetAgenda',
  'ChangeItem',
  'FillSeats',
]);
