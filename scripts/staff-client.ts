// A member of staff without a screen: logs in, sets a meeting up and runs it over the same routes and sockets as the console.
import { io, type Socket } from 'socket.io-client';
import { areaOf, type StaffCommand } from '../shared/meeting/commands.ts';
import type { Refusal } from '../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE, type Answer } from '../shared/protocol.ts';
import type { PrintedTicket } from '../shared/printed-ticket.ts';
import type { StaffView } from '../shared/views/slices/staff-slices.ts';
import { certificates } from '../server/rehearsal/certificates.ts';
import { refusalOf, ViewMirror } from '../server/rehearsal/view-mirror.ts';

export interface NewMeeting {
  readonly language?: 'zh' | 'en';
  readonly rehearsal?: true;
  readonly example?: true;
  readonly template?: 'double-random';
}

/** A command that was to succeed and was refused. */
export class StaffRefused extends Error {
  readonly refusal: Refusal;

  constructor(command: StaffCommand['type'], refusal: Refusal) {
    super(`${command}: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** A request that was to succeed and was refused. */
export class RequestRefused extends Error {
  readonly refusal: Refusal;

  constructor(path: string, refusal: Refusal) {
    super(`${path}: ${JSON.stringify(refusal)}`);
    this.refusal = refusal;
  }
}

/** A view that has not changed for so long after an answer will not. */
const SETTLED_MS = 3000;

export class StaffClient {
  readonly origin: string;
  cookie = '';
  meeting = '';
  #socket: Socket | null = null;
  #mirror = new ViewMirror<StaffView>();

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
  async create(title: string, { language = 'zh', ...rest }: NewMeeting = {}): Promise<string> {
    const body = { title, zone: 'Asia/Shanghai', language, ...rest };
    const { code } = await this.post<{ code: string }>('/api/meetings', body);
    await this.connect(code);
    return code;
  }

  async connect(code: string): Promise<void> {
    this.meeting = code;
    // Of one meeting at a time: the last one's slices are no part of this one's view.
    this.#socket?.close();
    this.#mirror = new ViewMirror();
    const socket = io(`${this.origin}${NAMESPACE.staff}`, {
      ...connectionTo(code),
      forceNew: true,
      transports: ['websocket'],
      ...certificates(),
      extraHeaders: { cookie: this.cookie, origin: this.origin },
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
    });
    this.#socket = socket;
    this.#mirror.follow(socket);
    await Promise.race([this.until(() => true), refusalOf(socket)]);
  }

  get connected(): boolean {
    return this.#socket?.connected ?? false;
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
    const area = areaOf(command);
    const lists = area === 'stage' || area === 'none' ? null : area;
    // Others' events come in between: what this command changes is told by its own area, where it has one.
    const state = ({ control, log }: Partial<StaffView>) =>
      area === 'none' || command.type === 'RingBell'
        ? log?.events
        : lists
          ? control?.expects[lists].touched
          : control?.next.expects.touched;
    const before = state(this.view);
    const answer = (await socket.timeout(15_000).emitWithAck('command', {
      command,
      expects: lists ? expects[lists] : next.expects,
    })) as Answer;
    // The next command must be made on what this one did; one that found it done already changes nothing.
    if (answer.ok)
      await this.#mirror.until((view) => state(view) !== before, SETTLED_MS).catch(() => null);
    return answer;
  }

  /** {@link send}, for commands that must succeed. */
  async run(command: StaffCommand): Promise<void> {
    const answer = await this.send(command);
    if (!answer.ok) throw new StaffRefused(command.type, answer.refusal);
  }

  /** Presses the one key: carries out the present next step. */
  async next(): Promise<void> {
    const { command, act } = this.view.control.next;
    if (!command) throw new Error(`the next step (${act}) has no command`);
    await this.run(command);
  }

  /** Presses the one key through the reveal of the closed round on stage, with a rest after each of its beats. */
  async reveal(restMs = 0): Promise<void> {
    for (;;) {
      const { act } = this.view.control.next;
      if (act !== 'show-groups' && act !== 'reveal-round') return;
      await this.next();
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  }

  async importRoster(
    kind: 'subjects' | 'reviewers',
    file: string,
    bytes: Uint8Array,
    quotas: readonly string[] = [],
  ): Promise<void> {
    const expects = this.view.control.expects.roster;
    const base64 = Buffer.from(bytes).toString('base64');
    await this.post(`/m/${this.meeting}/api/import/${kind}`, {
      file,
      base64,
      store: true,
      expects,
      ...(quotas.length === 0 ? {} : { quotas }),
    });
    await this.until(({ control }) => control.expects.roster.touched !== expects.touched);
  }

  async tickets(reviewers: 'pool' | readonly string[] = 'pool'): Promise<readonly PrintedTicket[]> {
    const path = `/m/${this.meeting}/api/tickets`;
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
    if (!answer.ok && answer.refusal) throw new RequestRefused(path, answer.refusal);
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie;
    return answer as T;
  }

  close(): void {
    this.#socket?.disconnect();
  }
}
