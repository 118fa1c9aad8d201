// The hall's machine dies and the meeting goes on from a copy a few seconds older: phones hand in what it lacks, refuse
// the old machine, and say what did not make it. The phones' own outbox runs here, over real sockets (RULES.md §4, R5).
import Database from 'better-sqlite3';
import { cpSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createOutbox, type Outbox } from '../../client/phone/slips/outbox.ts';
import { ballotsOf, sendingIn } from '../../client/phone/slips/slips.ts';
import { focusOf } from '../../client/phone/focus.ts';
import { keptKey } from '../../client/phone/slips/shelf.ts';
import { openTargets, sameChoice, type Target } from '../../client/phone/slips/matter.ts';
import type { Live, LiveState } from '../../client/live/view-store.ts';
import { keepSums, offerSums } from '../../server/store/row-sums.ts';
import { COPY_MARK } from '../../server/store/still-file.ts';
import { about, type Choice } from '../../shared/ballots/ballot.ts';
import type { SeatId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { connectionTo, NAMESPACE, type SlicesMessage } from '../../shared/protocol.ts';
import type { SeatView } from '../../shared/views/slices/panel-slices.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import { Disk } from '../unit/phone-builders.ts';
import {
  databasesIn,
  moderatorAt,
  seatedHall,
  stageScoring,
  startServer,
  temporaryFolder,
  type TestServer,
} from '../with-server.ts';

const SUBJECT = 'A01';
const choice = (n: number): Choice => ({
  kind: 'scores',
  scores: { c1: n, c2: 10, c3: 10, c4: 10 },
});

/** A phone: its storage, its cookie and its outbox; `reload` is a page that was closed and opened again. */
class OutboxPhone {
  readonly store = createStore<LiveState<SeatView>>(() => ({
    ...{ status: 'connecting', ended: null, held: null, view: null, clockOffset: 0 },
  }));
  readonly casts: string[] = [];
  readonly #origin: string;
  readonly #meeting: string;
  #cookie = '';
  #socket: Socket | null = null;
  #stop: (() => void) | null = null;
  outbox: Outbox | null = null;

  constructor(origin: string, meeting: string) {
    this.#origin = origin;
    this.#meeting = meeting;
  }

  async join(ticket: string): Promise<void> {
    const response = await fetch(`${this.#origin}/m/${this.#meeting}/api/claim`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#origin },
      body: JSON.stringify({ ticket }),
    });
    this.#cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.connect();
    await expect.poll(() => this.store.getState().view?.me.seat).toBeDefined();
    this.reload();
  }

  connect(): void {
    this.#socket?.disconnect();
    const { store } = this;
    const socket = io(`${this.#origin}${NAMESPACE.panel}`, {
      ...connectionTo(this.#meeting),
      forceNew: true,
      transports: ['websocket'],
      extraHeaders: { cookie: this.#cookie, origin: this.#origin },
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.#socket = socket;
    socket.on('slices', ({ since, slices }: SlicesMessage<SeatView>) => {
      const before = since === null ? null : store.getState().view;
      store.setState({ status: 'online', view: { ...before, ...slices } as SeatView });
    });
    socket.on('disconnect', () => {
      store.setState({ status: 'offline' });
    });
  }

  disconnect(): void {
    this.#socket?.disconnect();
  }

  reload(): void {
    this.#stop?.();
    this.outbox = createOutbox(this.#live, keptKey(this.#meeting, this.seat));
    this.#stop = this.outbox.start();
  }

  close(): void {
    this.#stop?.();
    this.disconnect();
  }

  get seat(): SeatId {
    return this.store.getState().view!.me.seat;
  }

  get target(): Target {
    const { stage, me } = this.store.getState().view!;
    return openTargets(stage.open, me.groupId)[0]!;
  }

  get device() {
    return this.outbox!.store.getState();
  }

  /** What the page would show. */
  get focus() {
    const { stage, me } = this.store.getState().view!;
    return focusOf(stage, me, ballotsOf(this.device.slips, me.ballots), this.device);
  }

  /** Scores and waits until the page shows it as counted. */
  async score(n: number): Promise<void> {
    this.outbox!.submit(this.target, choice(n));
    await expect.poll(() => sendingIn(this.device.slips).length).toBe(0);
    expect(this.focus).toMatchObject({ kind: 'counted', ballot: { choice: choice(n) } });
  }

  get #live(): Live<SeatView> {
    return {
      store: this.store,
      request: (event, message) => {
        const socket = this.#socket;
        if (!socket?.connected) return Promise.resolve(null);
        this.casts.push(event);
        return new Promise((resolve) => {
          socket.timeout(30_000).emit(event, message, (error: Error | null, answer?: unknown) => {
            resolve(error ? null : ((answer ?? null) as never));
          });
        });
      },
      retryNow: () => undefined,
      reopen: () => undefined,
      close: () => undefined,
    };
  }
}

let original: ReturnType<typeof temporaryFolder>;
let copy: ReturnType<typeof temporaryFolder>;
let server: TestServer;
let staff: StaffClient;
let phones: OutboxPhone[];
let port: number;

beforeEach(async () => {
  // Each phone has one page open, so that nobody hears of another.
  const hears = { addEventListener: () => undefined, removeEventListener: () => undefined };
  Object.assign(globalThis, { localStorage: new Disk(), BroadcastChannel: undefined, ...hears });
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: {} });
  original = temporaryFolder();
  copy = temporaryFolder();
  server = await startServer({ data: original.path });
  port = Number(new URL(server.origin).port);
  const hall = await seatedHall(server, 10);
  ({ staff } = hall);
  for (const phone of hall.phones) phone.close();
  await stageScoring(staff, SUBJECT, 'live');
  phones = hall.tickets.map(() => new OutboxPhone(server.origin, staff.meeting));
  await Promise.all(
    phones.map((phone, n) => phone.join(new URL(hall.tickets[n]!.url).hash.slice(1))),
  );
});
afterEach(async () => {
  for (const phone of phones) phone.close();
  staff.close();
  await server.stop();
  original.remove();
  copy.remove();
});

/** Copies the folder as it is now, as a copy that knows that it is one. */
function takeCopy(): void {
  cpSync(original.path, copy.path, { recursive: true });
  for (const file of databasesIn(copy.path)) {
    const db = new Database(file);
    offerSums(db);
    keepSums(db);
    db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES (?, '1')").run(COPY_MARK);
    db.close();
  }
}

/** The machine at the known address is another one from now on. */
async function goOn(data: string): Promise<void> {
  server = await startServer({ data, port });
}

const hall = () => server.app.halls.byCode(staff.meeting)!;
const newest = (phone: OutboxPhone) => {
  const { round, attempt, subject } = phone.target;
  const key = { round, attempt, matter: about(subject.id), seat: phone.seat };
  return hall().seen.box.newest(key)?.ballot;
};
const online = (epoch: number) =>
  expect
    .poll(() =>
      phones.every(({ store }) => {
        const { status, view } = store.getState();
        return status === 'online' && view?.stage.meeting.epoch === epoch;
      }),
    )
    .toBe(true);

test('[R1][R5] every acknowledged ballot is in the box of a copy that lacked the last of them', async () => {
  await Promise.all(phones.slice(0, 8).map((phone, n) => phone.score(n + 1)));
  await server.stop();
  takeCopy();
  await goOn(original.path);
  await online(1);
  // What the copy will lack: six changes and two ballots.
  await Promise.all(phones.slice(0, 6).map((phone, n) => phone.score(n + 20)));
  await Promise.all(phones.slice(8).map((phone, n) => phone.score(n + 30)));
  await server.stop();

  await goOn(copy.path);
  expect(hall().world.meeting.epoch).toBe(2);
  // One of the pages was closed meanwhile: it knows what it handed in from the phone's storage alone.
  phones[9]!.reload();
  await online(2);
  const expected = [20, 21, 22, 23, 24, 25, 7, 8, 30, 31];
  await expect
    .poll(() => phones.map((phone) => newest(phone)?.choice))
    .toEqual(expected.map((n) => choice(n)));
  expect(phones.map((phone) => newest(phone)?.rev)).toEqual([2, 2, 2, 2, 2, 2, 1, 1, 1, 1]);
  // The pages show the receipts of the new box.
  await expect
    .poll(() =>
      phones.every(
        ({ focus, device }) => sendingIn(device.slips).length === 0 && focus.kind === 'counted',
      ),
    )
    .toBe(true);
  // Two of the eight needed no cast: nothing goes out without need.
  expect(phones.slice(6, 8).map(({ casts }) => casts.length)).toEqual([1, 1]);
});

test('the old machine comes back at the address: phones send it nothing and wait for the other', async () => {
  await phones[0]!.score(5);
  await server.stop();
  takeCopy();
  await goOn(copy.path);
  await online(2);
  await server.stop();

  await goOn(original.path);
  await online(1);
  const before = hall().world.meeting.seq;
  const [one, two] = phones;
  const sent = one!.casts.length;
  one!.outbox!.submit(one!.target, choice(9));
  two!.outbox!.submit(two!.target, choice(8));
  two!.reload();
  expect([one!.casts.length, two!.casts.length]).toEqual([sent, 0]);
  expect(hall().world.meeting.seq).toBe(before);
  await server.stop();

  await goOn(copy.path);
  await expect
    .poll(() => [newest(one!)?.choice, newest(two!)?.choice])
    .toEqual([choice(9), choice(8)]);
});

test('[R10] what the copy no longer takes is named with its unit and its reason, once', async () => {
  await server.stop();
  takeCopy();
  await goOn(original.path);
  await online(1);
  const [late] = phones;
  await late!.score(12);
  late!.disconnect();
  await server.stop();

  await goOn(copy.path);
  const clerk = await moderatorAt(server.origin, staff.meeting);
  await clerk.run({ type: 'CloseRound', round: phones[1]!.target.round } as never);
  clerk.close();
  late!.connect();
  await expect
    .poll(() => late!.focus.kind === 'late' && late!.focus.refusal?.code)
    .toBe('round-closed' satisfies Refusal['code']);
  const { focus } = late!;
  if (focus.kind !== 'late') throw new Error(focus.kind);
  expect(focus.target.subject.id).toBe(SUBJECT);
  expect(sameChoice(focus.choice, choice(12))).toBe(true);
  late!.outbox!.letGo(`${focus.target.round}/1/${SUBJECT}`);
  const asked = late!.casts.length;
  late!.reload();
  late!.connect();
  await expect.poll(() => late!.store.getState().status).toBe('online');
  expect([late!.casts.length, late!.focus.kind]).toEqual([asked, 'stage']);
});
