// Admission to the sockets: who is let in, and who is put out again because they stopped reading or their session ended.
import type { IncomingMessage } from 'node:http';
import type { DefaultEventsMap, Namespace, Server, ServerOptions, Socket } from 'socket.io';
import type { StaffId } from '../../shared/ids.ts';
import { seatStanding } from '../../shared/meeting/decide/seats.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { barred } from '../../shared/meeting/rights.ts';
import { PROTOCOL, type ClientToServer, type ServerToClient } from '../../shared/protocol.ts';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import type { Hall } from '../hall.ts';
import type { Presence, StaffIdentity } from '../identity/staff-sessions.ts';
import type { SeatSessionRow } from '../store/meeting-store.ts';
import type { Audiences } from './audiences.ts';
import { openBucket, type Pace } from './bucket.ts';
import { meetingAt } from './path.ts';
import type { Incoming, Places } from './places.ts';
import type { Woken } from './woken.ts';
import { PAUSE_MS, type Speaker, type Speakers } from './speakers.ts';

/** Who is there: decided from cookies and Origin only, never from an address (R12). */
export interface Gate {
  /** `origin` as the browser sent it. Browsers send none with a polling GET; everything else needs a known one. */
  isOriginAllowed(
    origin: string | undefined,
    isPollingGet: boolean,
    request: IncomingMessage,
  ): boolean;
  /** Leaves of a request's cookies those that can be trusted; before any of these is asked. */
  cleanCookies(request: IncomingMessage): void;
  /** Looks who is there. */
  staffOf(cookies: string): Presence;
  /** The same where somebody does something: their session lasts on. */
  staffUsing(cookies: string): Presence;
  seatOf(cookies: string, hall: Hall): SeatSessionRow | null;
  /** Names whoever a session in these cookies speaks for, of staff or of this meeting's panel; null without one. */
  holderOf(cookies: string, hall: Hall | undefined): string | null;
  readonly accountName: (id: StaffId) => string | null;
}

/** What a connection is known to be, from its admission on. */
export interface Admitted {
  hall: Hall;
  audiences: Audiences;
  seat?: SeatSessionRow;
  staff?: StaffIdentity;
  /** Whose limits apply beside the connection's own; absent where nobody is known. */
  speaker?: Speaker;
  /** Said by pages that stand open in the hall: whether they keep their machine awake. */
  awake?: boolean;
}

/** What comes in has the names of the protocol, and nothing that could be trusted. */
type Unread = {
  readonly [E in keyof ClientToServer]: (...args: Unknown<Parameters<ClientToServer[E]>>) => void;
};
type Unknown<Args extends readonly unknown[]> = { [P in keyof Args]: unknown };
export type SocketServer = Server<Unread, ServerToClient, DefaultEventsMap, Admitted>;
export type Client = Socket<Unread, ServerToClient, DefaultEventsMap, Admitted>;
export type Space = Namespace<Unread, ServerToClient, DefaultEventsMap, Admitted>;

/** Of one connection, whoever's it is and whatever it has joined. */
export const SOCKET_PACE: Pace = { burst: 40, perSecond: 10 };

/** A peer that does not read is cut off once this much waits for it, in bytes, looked at this often. */
const MOST_UNSENT = 1024 * 1024;
const SWEEP_MS = 2000;

/** Answers each handshake: from a page of ours, once the meeting is open, and while there is room. */
export function handshakes(
  gate: Gate,
  woken: Woken,
  hasRoom: (request: IncomingMessage) => boolean,
): NonNullable<ServerOptions['allowRequest']> {
  const enter = async (request: IncomingMessage) => {
    await woken.handshake(request);
    if (hasRoom(request)) return true;
    woken.turnedAway(request);
    return false;
  };
  return (request, decide) => {
    if (isOurs(gate, request))
      enter(request).then(
        (isIn) => decide(isIn ? null : 'full', isIn),
        (error: unknown) => decide(String(error), false),
      );
    else decide('origin', false);
  };
}

/** `allowRequest` is asked at the handshake only; what follows in a session is asked here. */
export function watchOrigins({ engine }: SocketServer, gate: Gate): void {
  engine.use((request: IncomingMessage, _: unknown, next: (flaw?: Error) => void) => {
    gate.cleanCookies(request);
    if (isOurs(gate, request)) next();
    else next(new Error('origin'));
  });
}

function isOurs(gate: Gate, request: IncomingMessage): boolean {
  const { origin, upgrade } = request.headers;
  return gate.isOriginAllowed(origin, request.method === 'GET' && upgrade === undefined, request);
}

/** What admission asks of the rest of the server. */
interface Known {
  readonly byCode: (code: string) => Hall | undefined;
  /** Why there is no hall of this code. */
  readonly refusalOf: (code: string) => Refusal;
  readonly audiencesOf: (hall: Hall) => Audiences | undefined;
  readonly speakers: Speakers;
  readonly places: Places<Client>;
  readonly woken: Woken;
}

/** Lets a connection into one audience of the meeting that it names, or says why not. */
export function admit(
  audience: Audience,
  socket: Client,
  gate: Gate,
  known: Known,
): Refusal | null {
  // A page joins once. Many at once would each have a place and a bucket, and the whole view each time.
  if (known.places.guestsOf(incoming(socket)).some(({ nsp }) => nsp === socket.nsp))
    return { code: 'too-many' };
  const refusal = recognise(audience, socket, gate, known) ?? paceOf(socket);
  if (refusal) return refusal;
  // A projector that staff have opened is the hall's own: strangers who open screens shall not be in its way.
  const share = socket.data.staff ? 'staff' : audience;
  const enters = () => known.places.enter(share, socket, incoming(socket));
  if (enters()) return null;
  // A hall that comes back from a dead network finds its own dead connections in its places.
  const hasWay = audience === 'panel' && socket.data.speaker?.giveWay() === true;
  return hasWay && enters() ? null : { code: 'places-full' };
}

/** A connection costs what a message does: the pace holds for whoever comes and goes as well. */
function paceOf({ data: { speaker } }: Client): Refusal | null {
  const refusal = speaker?.refusal ?? null;
  if (!speaker || refusal) return refusal;
  return speaker.take() === 'ok' ? null : (speaker.refusal ?? { code: 'paused', seconds: 1 });
}

/** Finds out whose connection it is. */
function recognise(
  audience: Audience,
  socket: Client,
  gate: Gate,
  { byCode, refusalOf, audiencesOf, speakers }: Known,
): Refusal | null {
  if (socket.handshake.auth['protocol'] !== PROTOCOL) return { code: 'other-version' };
  const hall = byCode(meetingAt(socket.request));
  const audiences = hall && audiencesOf(hall);
  if (!hall || !audiences) return refusalOf(meetingAt(socket.request));
  const cookies = cookiesOf(socket);
  socket.data = { hall, audiences };
  if (audience === 'panel') {
    const session = gate.seatOf(cookies, hall);
    if (!session) return { code: 'not-joined' };
    const standing = seatStanding(hall.world.meeting, session.seat, session.claim);
    if (!standing.ok) return standing.refusal;
    socket.data.seat = session;
    socket.data.speaker = speakers.seat(hall.world.meeting.code, session.seat, session.claim);
  }
  if (audience === 'staff' || audience === 'screen') {
    // A page that connects again by itself is nobody who does something.
    const presence = gate.staffOf(cookies);
    const refusal = presence.ok ? barred(presence.staff.role, 'view') : presence.refusal;
    if (presence.ok && !refusal) {
      socket.data.staff = presence.staff;
      socket.data.speaker = speakers.staff(presence.staff.id);
    } else if (audience === 'staff') return refusal;
  }
  return null;
}

/**
 * Watches every connection: the pace of all that comes on it, whatever namespace it is for and whether anybody there would
 * hear it. And looks around every two seconds: nothing else tells that a peer has stopped reading but what piles up for it
 * here, nor that staff logged out elsewhere. Returns what ends it.
 */
export function sweeping(
  { engine }: SocketServer,
  staff: Space,
  gate: Gate,
  { speakers, places, woken }: Pick<Known, 'speakers' | 'places' | 'woken'>,
  now: () => number,
): () => void {
  const clients = new Set<Waiting & Incoming>();
  engine.on('connection', (client: Waiting & Incoming) => {
    clients.add(client);
    const bucket = openBucket(SOCKET_PACE);
    client.on('data', () => {
      if (bucket.take(now()) === 'cut') hangUp(client, places.guestsOf(client));
    });
    client.on('close', () => clients.delete(client));
    places.opened(client);
    woken.opened(client);
  });
  const timer = setInterval(() => {
    const watched = new Set<Audiences>();
    speakers.sweep();
    for (const client of places.overdue) cutOff(client);
    for (const client of clients) if (unsent(client) > MOST_UNSENT) cutOff(client);
    for (const socket of staff.sockets.values()) {
      const presence = gate.staffOf(cookiesOf(socket));
      if (presence.ok) watched.add(socket.data.audiences);
      else end(socket, presence.refusal);
    }
    // Nothing reports a disk that fills up or a copy that falls behind.
    for (const audiences of watched) audiences.connectionsChanged();
  }, SWEEP_MS);
  return () => clearInterval(timer);
}

/** Nothing keeps a flooder out of whom nothing is known, but its page waits as well. */
export function hangUp(connection: Pick<Waiting, 'close'>, sockets: readonly Client[]): void {
  for (const socket of sockets) {
    socket.data.speaker?.take('cut');
    end(socket, { code: 'paused', seconds: PAUSE_MS / 1000 });
  }
  connection.close();
}

/** Says why, and hangs up. */
export function end(socket: Client, refusal: Refusal): void {
  socket.emit('ended', refusal);
  socket.disconnect();
}

/** The connection under a socket; several sockets may share it. */
export function incoming({ conn }: Client): Incoming & Pick<Waiting, 'close'> {
  return conn;
}

export function cookiesOf(socket: Client): string {
  return socket.request.headers.cookie ?? '';
}

/** What engine.io knows of a connection's unsent bytes. */
interface Waiting {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  /** `socket` is that of a WebSocket; polling has none. */
  readonly transport: {
    readonly socket?: { readonly bufferedAmount: number; terminate(): void };
  };
  close(discard?: boolean): void;
}

/** A WebSocket that is merely closed first delivers what waits, for as long as half a minute. */
export function cutOff(connection: Incoming): void {
  const client = connection as Incoming & Waiting;
  const { socket } = client.transport;
  client.close(true);
  socket?.terminate();
}

function unsent({ writeBuffer, transport }: Waiting): number {
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) bytes += typeof data === 'string' ? data.length : 0;
  return bytes;
}
