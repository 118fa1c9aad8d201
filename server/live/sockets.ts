// Sockets in, views out: one command up with an answer, slices down. No rule of the meeting lives here.
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { SeatId } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { staffNameOf } from '../../shared/meeting/staff-names.ts';
import {
  ASKED_BY,
  NAMESPACE,
  type Answer,
  type AnswerTo,
  type Ask,
  type MessageOf,
  type SlicesMessage,
  type TimeAnswer,
} from '../../shared/protocol.ts';
import { refusalOfIssues } from '../../shared/wire-text.ts';
import { MESSAGES } from '../../shared/wire.ts';
import { seatsConcerned } from '../../shared/views/audiences/panel.ts';
import type { Outside } from '../../shared/views/seen.ts';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import type { Hall } from '../hall.ts';
import type { Halls } from '../halls.ts';
import { openAudiences, type Audiences } from './audiences.ts';
import { openBucket } from './bucket.ts';
import {
  connectedSeats,
  consolesAt,
  displaysOf,
  endReplaced,
  ENDING,
  roomOf,
  seatRoom,
  type Spaces,
} from './connected.ts';
import {
  admit,
  cookiesOf,
  cutOff,
  end,
  handshakes,
  hangUp,
  incoming,
  SOCKET_PACE,
  sweeping,
  watchOrigins,
  type Client,
  type Gate,
  type SocketServer,
} from './admission.ts';
import { meetingAt, SOCKETS_PATH, underMeetings } from './path.ts';
import { AUDIENCES, perAudience } from './per-audience.ts';
import { Places, sharesOf } from './places.ts';
import type { Connection, Speakers } from './speakers.ts';
import { Woken } from './woken.ts';

export interface SocketParts {
  readonly http: HttpServer;
  readonly gate: Gate;
  readonly halls: Pick<Halls, 'byCode' | 'hold' | 'refusalOf'>;
  readonly log: (error: unknown) => void;
  /** What staff are told of the machine and the accounts. */
  readonly outside?: (hall: Hall) => Omit<Outside, 'screens' | 'tablets'>;
  /** Called for each message that is published. */
  readonly published?: (audience: Audience) => void;
  /** Most connections at once; each audience has its share, see {@link sharesOf}. */
  readonly maxConnections: number;
  readonly speakers: Speakers;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface Sockets {
  /** Starts publishing a meeting, once for each hall, and returns what ends it. */
  attach(hall: Hall): () => void;
  /** Publishes it no more, and tells every open page of it why. */
  detach(hall: Hall, why: Refusal): void;
  /** Something around the meeting may have changed, which only staff are told. */
  tellStaff(hall: Hall): void;
  count(audience: Audience): number;
  /** Seats whose phones are connected now. */
  connectedSeats(hall: Hall): ReadonlySet<SeatId>;
  /** What this seat's connection would get first; undefined where the meeting is not attached. */
  viewOf(hall: Hall, seat: SeatId): SlicesMessage | undefined;
  close(): Promise<void>;
}

/** The largest message a socket may send, in bytes. */
export const MESSAGE_BYTES = 16 * 1024;

export function openSockets(parts: SocketParts): Sockets {
  const { gate, halls, speakers, now } = parts;
  const woken = new Woken((code) => halls.hold(code));
  const places = new Places<Client>(sharesOf(parts.maxConnections), now, (request) =>
    gate.holderOf(request.headers.cookie ?? '', halls.byCode(meetingAt(request))),
  );
  const io: SocketServer = new Server(parts.http, {
    path: SOCKETS_PATH,
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    allowRequest: handshakes(gate, woken, (request) => places.handshake(request)),
  });
  underMeetings(parts.http);
  watchOrigins(io, gate);
  const meetings = new Map<Hall, Audiences>();
  const spaces: Spaces = perAudience((audience) => io.of(NAMESPACE[audience]));

  const endSweeping = sweeping(io, spaces.staff, gate, { speakers, places, woken }, now);
  const known = {
    byCode: (code: string) => halls.byCode(code),
    refusalOf: (code: string) => halls.refusalOf(code),
    audiencesOf: (hall: Hall) => meetings.get(hall),
    ...{ speakers, places, woken },
  };

  for (const audience of AUDIENCES) {
    spaces[audience].use((socket, next) => {
      const refusal = admit(audience, socket, gate, known);
      if (refusal) next(Object.assign(new Error(refusal.code), { data: refusal }));
      else next();
    });
    spaces[audience].on('connection', (socket) => {
      void welcome(audience, socket);
    });
  }

  async function welcome(audience: Audience, socket: Client): Promise<void> {
    const { hall, audiences, seat, speaker } = socket.data;
    const bucket = openBucket(SOCKET_PACE);
    const follow = followed(socket);
    speaker?.open(follow);
    socket.on('disconnect', () => {
      speaker?.close(follow);
      const crowding = places.leave(socket, incoming(socket));
      if (crowding) cutOff(crowding);
    });
    socket.use(([, ...args], next) => {
      const own = bucket.take(now());
      const verdict = speaker?.take(own) ?? own;
      if (verdict === 'ok') next();
      else if (verdict === 'cut') hangUp(incoming(socket), [socket]);
      else answerOf(args)({ ok: false, refusal: { code: 'too-many' } });
    });
    await socket.join(roomOf(hall));
    socket.on('resync', () =>
      socket.emit('slices', seat ? audiences.wholeFor(seat.seat) : audiences.whole(audience)),
    );
    socket.on('time', (answer: unknown) => {
      const told: TimeAnswer = { ok: true, now: hall.now };
      answerOf([answer])(told);
    });
    for (const [ask, askedBy] of Object.entries(ASKED_BY) as [Ask, readonly Audience[]][])
      if (askedBy.includes(audience))
        socket.on(ask, (message, answer) => {
          void answered(reply(socket, ask, message)).then(answerOf([answer]));
        });
    if (seat) {
      await socket.join(seatRoom(hall, seat.seat));
      audiences.connectionsChanged();
      socket.on('disconnect', () => audiences.connectionsChanged());
      socket.emit('slices', audiences.wholeFor(seat.seat));
      return;
    }
    if (audience === 'screen') audiences.connectionsChanged();
    if (audience === 'screen' || audience === 'public')
      socket.on('disconnect', () => {
        if (audience === 'screen' || socket.data.awake !== undefined)
          audiences.connectionsChanged();
      });
    socket.emit('slices', audiences.whole(audience));
  }

  /** The sender has its receipt; a second tab of the same device learns of the ballot here. */
  function tellOtherTabs(hall: Hall, audiences: Audiences, seat: SeatId): void {
    const room = seatRoom(hall, seat);
    if ((spaces.panel.adapter.rooms.get(room)?.size ?? 0) > 1)
      spaces.panel.to(room).emit('slices', audiences.me(seat));
  }

  /** A bug is logged, and whoever waits is told that nothing was done. */
  function answered(work: Promise<Answer>): Promise<Answer> {
    return work.catch((error: unknown): Answer => {
      parts.log(error);
      return { ok: false, refusal: { code: 'busy' } };
    });
  }

  async function reply(socket: Client, ask: Ask, message: unknown): Promise<Answer> {
    const read = MESSAGES[ask].safeParse(message);
    if (!read.success) return { ok: false, refusal: refusalOfIssues(read.error.issues) };
    // Read by the same name, which the compiler cannot follow through two tables.
    return REPLIES[ask](socket, read.data as never);
  }

  const REPLIES: {
    readonly [A in Ask]: (socket: Client, message: MessageOf<A>) => Promise<AnswerTo<A>>;
  } = {
    /** Roles and sessions may end while a socket is open: every command asks again. */
    async command(socket, { command, expects }) {
      const presence = gate.staffUsing(cookiesOf(socket));
      return presence.ok ? socket.data.hall.staff(presence.staff, command, expects) : presence;
    },
    async cast({ data: { hall, seat } }, message) {
      return seat ? hall.cast(seat.seat, seat.claim, message) : NOT_JOINED;
    },
    async word({ data: { hall, seat } }, message) {
      if (!seat) return NOT_JOINED;
      return hall.seat({ type: 'SendWord', seat: seat.seat, claim: seat.claim, ...message });
    },
    async comment({ data: { hall, seat } }, message) {
      return seat ? hall.comment(seat.seat, seat.claim, message) : NOT_JOINED;
    },
    async answer({ data: { hall, seat } }, message) {
      if (!seat) return NOT_JOINED;
      return hall.seat({ type: 'AnswerDraw', seat: seat.seat, claim: seat.claim, ...message });
    },
    async awake({ data }, { awake }) {
      data.awake = awake;
      data.audiences.connectionsChanged();
      return { ok: true };
    },
  };

  function detach(hall: Hall, why: Refusal): void {
    meetings.get(hall)?.stop();
    meetings.delete(hall);
    for (const space of Object.values(spaces))
      for (const socket of space.sockets.values()) if (socket.data.hall === hall) end(socket, why);
  }

  return {
    attach(hall) {
      const { outside } = parts;
      const audiences = openAudiences({
        hall,
        publish: (audience, message) => {
          spaces[audience].to(roomOf(hall)).emit('slices', message);
          parts.published?.(audience);
        },
        connected: () => connectedSeats(spaces, hall),
        staffName: (id) => staffNameOf(hall.world.directory, id, gate.accountName),
        ...(outside ? { outside: () => ({ ...outside(hall), ...displaysOf(spaces, hall) }) } : {}),
      });
      meetings.set(hall, audiences);
      hall.onFileCheck(() => audiences.connectionsChanged());
      hall.onChange(({ events, ballots }) => {
        for (const { ballot } of ballots)
          if (ballot.seat !== null) tellOtherTabs(hall, audiences, ballot.seat);
        // While somebody runs a meeting, the consoles open at it are in use, also where a person only watches.
        if (events.some(({ by }) => by.kind === 'staff'))
          for (const socket of consolesAt(spaces, hall)) gate.staffUsing(cookiesOf(socket));
        if (events.some(({ event }) => ENDING.has(event.type))) endReplaced(spaces, hall);
        for (const { event } of events)
          for (const seat of seatsConcerned(hall.world.meeting, event))
            spaces.panel.to(seatRoom(hall, seat)).emit('slices', audiences.me(seat));
      });
      return () => detach(hall, { code: 'no-such-meeting' });
    },
    detach,
    tellStaff: (hall) => meetings.get(hall)?.connectionsChanged(),
    count: (audience) => spaces[audience].sockets.size,
    connectedSeats: (hall) => connectedSeats(spaces, hall),
    viewOf: (hall, seat) => meetings.get(hall)?.wholeFor(seat),
    async close() {
      endSweeping();
      for (const audiences of meetings.values()) audiences.stop();
      await io.close();
    },
  };
}

const NOT_JOINED = { ok: false, refusal: { code: 'not-joined' } } as const;

/** A socket as its speaker knows it. */
function followed(socket: Client): Connection {
  let heard = performance.now();
  const hear = () => {
    heard = performance.now();
  };
  const { conn } = socket;
  conn.on('packet', hear);
  // The connection may stay, and join again.
  socket.on('disconnect', () => conn.off('packet', hear));
  return {
    get heard() {
      return heard;
    },
    end(why) {
      end(socket, why);
    },
  };
}

/** The client's callback, or a sink where it sent none: a client that asks nothing is told nothing. */
function answerOf(args: readonly unknown[]): (answer: Answer) => void {
  const last = args.at(-1);
  return typeof last === 'function'
    ? (answer) => (last as (answer: Answer) => void)(answer)
    : () => undefined;
}
