// One connection and its view: what a page knows. Screens read it, nothing else talks to the socket.
import { io, type Socket } from 'socket.io-client';
import { guarded } from './faults.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { Answer, SlicesMessage } from '../../shared/protocol.ts';

export interface LiveState<View> {
  readonly status: 'connecting' | 'online' | 'offline' | 'ended';
  /** Why the server hung up for good; only with status `ended`. */
  readonly ended: Refusal | null;
  /** null until the first whole view has come. */
  readonly view: View | null;
  /** Server clock minus this device's clock, in ms. */
  readonly clockOffset: number;
  /** When the connection was lost, by this device's clock; null while online. */
  readonly offlineSince: number | null;
}

export interface Live<View> {
  readonly store: StoreApi<LiveState<View>>;
  /** Sends and waits for the answer; resolves to null when none came within `timeoutMs`: nothing is known then. */
  request<A extends Answer>(event: string, message: unknown, timeoutMs?: number): Promise<A | null>;
  /** Tries to connect at once instead of sitting out the back-off. */
  readonly retryNow: () => void;
  readonly close: () => void;
}

const ANSWER_TIMEOUT_MS = 8000;

/**
 * WebSocket first: one round trip instead of four, and no request of an abandoned session that the server must refuse.
 * Some networks let it hang instead of refusing it: each failed attempt turns the order around, and the first is short.
 */
const transportsOf = (failures: number) =>
  failures % 2 === 0 ? ['websocket', 'polling'] : ['polling', 'websocket'];

/** Connects to one audience's namespace of a meeting and keeps its view in step. */
export function openLive<View>(namespace: string, meeting: string): Live<View> {
  const store = createStore<LiveState<View>>(() => ({
    status: 'connecting',
    ended: null,
    view: null,
    clockOffset: 0,
    offlineSince: null,
  }));
  const socket: Socket = io(namespace, {
    auth: { meeting },
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

  socket.on('connect', () => {
    version = -1;
  });
  const take = (message: SlicesMessage<View>) => {
    const { since, slices, now } = message;
    if (since !== null && since !== version) {
      // A message was missed: ask for the whole view, with jitter so that a hall does not ask at the same instant.
      setTimeout(() => socket.emit('resync'), Math.random() * 300);
      return;
    }
    version = message.version;
    const before = since === null ? null : store.getState().view;
    store.setState({
      status: 'online',
      offlineSince: null,
      view: { ...before, ...slices } as View,
      clockOffset: now - Date.now(),
    });
  };
  socket.on('slices', guarded('slices', take));
  socket.on('ended', (refusal: Refusal) => {
    store.setState({ status: 'ended', ended: refusal });
    socket.disconnect();
  });
  const lost = () => {
    const { status, offlineSince } = store.getState();
    if (status !== 'ended')
      store.setState({ status: 'offline', offlineSince: offlineSince ?? Date.now() });
  };
  socket.on('disconnect', lost);
  socket.on('connect_error', (error: Error & { data?: Refusal }) => {
    // The server itself refuses with a reason; anything else is the network, which socket.io goes on trying.
    if (error.data) {
      store.setState({ status: 'ended', ended: error.data });
      socket.disconnect();
    } else {
      failures++;
      socket.io.timeout(10_000);
      socket.io.opts.transports = transportsOf(failures);
      lost();
    }
  });

  return {
    store,
    request<A extends Answer>(event: string, message: unknown, timeoutMs = ANSWER_TIMEOUT_MS) {
      return new Promise<A | null>((resolve) => {
        if (!socket.connected) {
          resolve(null);
          return;
        }
        socket.timeout(timeoutMs).emit(event, message, (error: Error | null, answer?: A) => {
          resolve(error ? null : (answer ?? null));
        });
      });
    },
    retryNow() {
      if (!socket.connected) socket.disconnect().connect();
    },
    close() {
      socket.disconnect();
    },
  };
}
