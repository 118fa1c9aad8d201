// One connection and its view: what a page knows. Screens read it, nothing else talks to the socket.
import { io, type Socket } from 'socket.io-client';
import { guarded } from './faults.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import {
  connectionTo,
  PROTOCOL,
  type AnswerTo,
  type Ask,
  type ClientToServer,
  type FirstView,
  type MessageOf,
  type ServerToClient,
  type SlicesMessage,
} from '../../shared/protocol.ts';
import { offsetAfter, onGap, ticks, type Stamp } from './clock.ts';
import { passOn } from './heard.ts';
import { askReach } from './http.ts';

export interface LiveState<View> {
  readonly status: 'connecting' | 'online' | 'offline' | 'ended';
  /** Why the server hung up for good; only with status `ended`. */
  readonly ended: Refusal | null;
  /** Why the server lets this page wait; it comes back by itself. Only while offline. */
  readonly held: Refusal | null;
  /** null until the first whole view has come. */
  readonly view: View | null;
  /** The server's clock minus this page's ticks (clock.ts), in ms. */
  readonly clockOffset: number;
}

/** What a page knows of its view before the socket stands. */
export interface Early<View> extends FirstView<View> {
  /** In {@link ticks}, where it came before this page was there. */
  readonly heard?: number;
}

export interface Live<View> {
  readonly store: StoreApi<LiveState<View>>;
  /** Sends and waits for the answer; resolves to null when none came within `timeoutMs`: nothing is known then. */
  request<A extends Ask>(
    ask: A,
    message: MessageOf<A>,
    timeoutMs?: number,
  ): Promise<AnswerTo<A> | null>;
  /** Tries to connect at once instead of sitting out the back-off. */
  readonly retryNow: () => void;
  /** Connects anew, with the cookies of now, also where the server had hung up for good. The view stays meanwhile. */
  readonly reopen: () => void;
  readonly close: () => void;
}

const ANSWER_TIMEOUT_MS = 8000;
/** A handshake that is refused for the page's address looks like a network that is gone: asked each so many failures. */
const ASK_EVERY = 4;
/** Where the server is there and keeps this page out; spread, so that a crowd does not come back as one. */
const AGAIN_MS = 5000;
const AGAIN_JITTER_MS = 10_000;
/** Where the server has said how long. */
const PAUSE_JITTER_MS = 2000;

/**
 * WebSocket first: one round trip instead of four, and no request of an abandoned session that the server must refuse.
 * Some networks let it hang instead of refusing it: each failed attempt turns the order around, and the first is short.
 */
const transportsOf = (failures: number) =>
  failures % 2 === 0 ? ['websocket', 'polling'] : ['polling', 'websocket'];

let stood = false;

/** Whether any view has come since this page was loaded. */
export function hasStood(): boolean {
  return stood;
}

/**
 * Connects to one audience's namespace of a meeting and keeps its view in step.
 *
 * @param first shown until the socket brings the whole view
 */
export function openLive<View>(
  namespace: string,
  meeting: string,
  first?: Early<View>,
): Live<View> {
  const store = createStore<LiveState<View>>(() => ({
    status: 'connecting',
    ended: null,
    held: null,
    view: null,
    clockOffset: 0,
  }));
  const socket: Socket<ServerToClient<View>, ClientToServer> = io(namespace, {
    ...connectionTo(meeting),
    forceNew: true,
    transports: transportsOf(0),
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    // A whole hall comes back at once after an outage: spread it.
    randomizationFactor: 0.8,
    timeout: 5000,
  });
  let version = -1;
  let failures = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let offset: number | null = null;

  const hear = (stamp: Stamp) => {
    offset = offsetAfter(offset, stamp);
    store.setState({ clockOffset: offset });
  };
  const askTime = () => {
    if (!socket.connected) return;
    const asked = ticks();
    socket.timeout(ANSWER_TIMEOUT_MS).emit('time', (late: Error | null, answer) => {
      if (!late && answer.ok) hear({ server: answer.now, asked, heard: ticks() });
    });
  };
  if (first?.protocol === PROTOCOL) {
    stood = true;
    hear({ server: first.now, asked: null, heard: first.heard ?? ticks() });
    store.setState({ view: first.slices as View });
  }
  const endWatch = onGap(askTime);
  // Of several connections of a page engine.io itself lets go of every other one only.
  const cutOff = () => {
    if (socket.connected) socket.io.engine.close();
  };
  addEventListener('offline', cutOff);

  socket.on('connect', () => {
    version = -1;
    failures = 0;
    askTime();
  });
  const take = (message: SlicesMessage<View>) => {
    const { since, slices, now } = message;
    hear({ server: now, asked: null, heard: ticks() });
    if (since !== null && since !== version) {
      // A message was missed: ask for the whole view, with jitter so that a hall does not ask at the same instant.
      setTimeout(() => socket.emit('resync'), Math.random() * 300);
      return;
    }
    version = message.version;
    stood = true;
    const before = since === null ? null : store.getState().view;
    store.setState({
      status: 'online',
      held: null,
      view: { ...before, ...slices } as View,
    });
  };
  socket.on('slices', guarded('slices', take));
  /** The server has a reason: for good, or for a while. */
  const refused = (refusal: Refusal) => {
    // Nothing is over: the page keeps what it holds, and whoever sits before it loads it again.
    if (refusal.code === 'other-version') {
      socket.disconnect();
      lost();
      passOn(refusal);
      return;
    }
    if (!HOLDING.has(refusal.code)) {
      store.setState({ status: 'ended', ended: refusal, held: null });
      socket.disconnect();
      passOn(refusal);
      return;
    }
    store.setState({ held: refusal });
    // Before the clock is set: what a dropped connection sets would be sooner.
    socket.disconnect();
    lost();
    comeBack(
      refusal.code === 'paused'
        ? refusal.seconds * 1000 + Math.random() * PAUSE_JITTER_MS
        : AGAIN_MS + Math.random() * AGAIN_JITTER_MS,
    );
  };
  const comeBack = (ms: number) => {
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), ms);
  };
  const lost = () => {
    if (store.getState().status !== 'ended') store.setState({ status: 'offline' });
  };
  socket.on('ended', refused);
  socket.on('disconnect', (why) => {
    lost();
    // Hung up on without a word: socket.io takes that for a reason not to come back.
    if (why === 'io server disconnect' && store.getState().held === null)
      comeBack(AGAIN_MS + Math.random() * AGAIN_JITTER_MS);
  });
  socket.on('connect_error', (error: Error & { data?: Refusal }) => {
    // The server itself refuses with a reason; anything else is the network, which socket.io goes on trying.
    if (error.data) refused(error.data);
    else {
      if (failures++ % ASK_EVERY === 0) void askReach();
      socket.io.timeout(10_000);
      socket.io.opts.transports = transportsOf(failures);
      lost();
    }
  });

  return {
    store,
    request<A extends Ask>(ask: A, message: MessageOf<A>, timeoutMs = ANSWER_TIMEOUT_MS) {
      return new Promise<AnswerTo<A> | null>((resolve) => {
        if (!socket.connected) {
          resolve(null);
          return;
        }
        const heard = (late: Error | null, answer?: AnswerTo<A>) => {
          if (!late && answer && !answer.ok) passOn(answer.refusal);
          resolve(late ? null : (answer ?? null));
        };
        // They belong together by A, which the compiler cannot follow through socket.io's types.
        socket.timeout(timeoutMs).emit(ask, ...([message, heard] as never));
      });
    },
    retryNow() {
      clearTimeout(again);
      if (!socket.connected) socket.disconnect().connect();
    },
    reopen() {
      store.setState({ status: 'connecting', ended: null });
      socket.disconnect().connect();
    },
    close() {
      clearTimeout(again);
      endWatch();
      removeEventListener('offline', cutOff);
      socket.disconnect();
    },
  };
}

/** Refusals that pass by themselves. */
const HOLDING: ReadonlySet<Refusal['code']> = new Set([
  'paused',
  'places-full',
  // Somebody puts back what its file lacks, or its disk.
  'meeting-unopened',
]);
