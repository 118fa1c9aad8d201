// A phone comes in: a ticket becomes a session for a seat, or says a word for a draw while it waits; "not me"; the QR code that leads to the door.
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { seatStanding } from '../../shared/meeting/decide/seats.ts';
import { hasArrived, seatOfHolder } from '../../shared/meeting/holders.ts';
import { keyOf, printedFor, type Holder, type PrintedSheet } from '../../shared/meeting/people.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { placeInReserve } from '../../shared/meeting/reserve.ts';
import { PROTOCOL, type FirstView } from '../../shared/protocol.ts';
import { waitingUnit } from '../../shared/views/audiences/waiting-unit.ts';
import { waitingDraw } from '../../shared/views/audiences/waiting.ts';
import { named } from '../../shared/views/named.ts';
import { MESSAGES } from '../../shared/wire.ts';
import type { Instant } from '../../shared/instant.ts';
import type { Hall } from '../hall.ts';
import { Attempts } from '../identity/attempts.ts';
import { Buckets } from '../live/bucket.ts';
import { newToken, tokenHash } from '../identity/tokens.ts';
import type { SeatSessionRow } from '../store/meeting-store.ts';
import {
  bySecret,
  byTyping,
  holderOf,
  type Found,
  type ShownSecret,
} from '../identity/shown-ticket.ts';
import { refuse } from './answers.ts';
import { clearCookie, cookieIn, seatCookie, setCookie } from './cookies.ts';
import type { HttpDeps } from './deps.ts';
import { anyone, hallOf, meetingParams, typed, type App } from './guard.ts';
import { qrSvg } from './qr.ts';

/** Claims of one sheet: each may be written for ever, and whoever holds it needs few. A phone that waits asks every five seconds. */
const CLAIM_PACE = { burst: 20, perSecond: 1 };

/** `again`: the phone asks by itself, as those without a seat do every few seconds. */
const again = z.literal(true).exactOptional();
const byTicket = { ticket: z.string().max(64) };
const byCode = { typed: z.string().max(64) };
const claimBody = z.union([
  z.strictObject({ ...byTicket, again }),
  z.strictObject({ ...byCode, again }),
]);
/** What a seat says on its socket, beside what shows who waits. */
const wordBody = z.strictObject({
  by: z.union([z.strictObject(byTicket), z.strictObject(byCode)]),
  said: MESSAGES.word,
});

export async function joinRoutes(app: App, deps: HttpDeps): Promise<void> {
  const claims = new Buckets(CLAIM_PACE);
  // By code: whoever guesses shall not begin anew because the meeting was let go meanwhile.
  const guesses = new Map<string, Attempts>();
  const guessesAt = (hall: Hall) => {
    const attempts = guesses.get(codeOf(hall)) ?? new Attempts(deps.now);
    guesses.set(codeOf(hall), attempts);
    return attempts;
  };

  /** Whose ticket a request shows, at the pace of one sheet. */
  const shown = (hall: Hall, secret: ShownSecret, request: FastifyRequest): Found => {
    const found =
      'ticket' in secret
        ? bySecret(hall, secret.ticket)
        : byTyping(hall, secret.typed, guessesAt(hall), seatOf(request, hall));
    if (!found.ok) return found;
    const { ticket } = found;
    // A new sheet, which ends this one, begins anew: a thief of this one does not slow its owner then.
    const sheet = `${codeOf(hall)}/${keyOf(printedFor(ticket))}/${String(ticket.issue)}`;
    const pace = claims.take(sheet, deps.now());
    return pace === 'ok' ? found : { ok: false, refusal: { code: 'busy' } };
  };

  typed(app).post(
    '/m/:code/api/claim',
    anyone({
      tags: ['panel'],
      summary: 'Exchanges a ticket’s secret or its typed code for a session of its seat.',
      answer:
        'Name and group to greet by, and what the seat shows first; the session is set as a cookie.',
      params: meetingParams,
      body: claimBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const found = shown(hall, request.body, request);
      if (!found.ok) return refuse(reply, found.refusal);
      const holder = holderOf(hall, found.ticket);
      let session = seatOf(request, hall);
      // The same phone once more, by a reload or a second scan: no takeover, and its other tabs stay.
      if (!holdsSeat(hall, session, holder)) {
        const token = newToken(deps.random);
        const claim = { type: 'ClaimSeat', ...found.ticket } as const;
        const { again: byItself } = request.body;
        const answer = await hall.seat(byItself ? { ...claim, byItself } : claim, tokenHash(token));
        if (!answer.ok) {
          if (!GOES_ON.has(answer.refusal.code) || !holder) return refuse(reply, answer.refusal);
          const waiting =
            answer.refusal.code === 'no-seat'
              ? await arrived(hall, found.ticket, holder, byItself, deps.now())
              : answer.refusal;
          // Nothing is wrong with a code that has no seat yet: its phone asks again and again.
          return { ...refuse(reply, waiting, 200), ...toldWaiting(hall, holder, deps.now()) };
        }
        setCookie(request, reply, seatCookie(codeOf(hall)), token);
        session = hall.session(tokenHash(token)) ?? null;
      }
      return { ok: true, ...seatedBy(hall, session, deps) };
    },
  );

  typed(app).post(
    '/m/:code/api/word',
    anyone({
      tags: ['panel'],
      summary: 'Takes a word for a draw from whoever waits in the house with a ticket.',
      answer: 'The word is in the list of this draw.',
      params: meetingParams,
      body: wordBody,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const { by, said } = request.body;
      const found = shown(hall, by, request);
      if (!found.ok) return refuse(reply, found.refusal);
      const answer = await hall.seat({ type: 'SendWord', ...found.ticket, ...said });
      return answer.ok ? answer : refuse(reply, answer.refusal);
    },
  );

  typed(app).post(
    '/m/:code/api/release',
    anyone({
      tags: ['panel'],
      summary: 'Lets go of the seat: this is not me.',
      answer: 'The device speaks for no seat any more.',
      access: 'seat',
      params: meetingParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const session = seatOf(request, hall);
      if (session) {
        const { seat, claim } = session;
        const answer = await hall.seat({ type: 'ReleaseSeat', seat, claim });
        // Where another phone has the seat by now, this one has nothing left to let go of.
        if (!answer.ok && !LET_GO.has(answer.refusal.code)) return refuse(reply, answer.refusal);
      }
      clearCookie(request, reply, seatCookie(codeOf(hall)));
      return { ok: true };
    },
  );

  typed(app).get(
    '/m/:code/api/join.svg',
    anyone({
      tags: ['panel'],
      summary: 'Draws the QR code of the page where panel members come in.',
      answer: 'The QR code.',
      type: 'image/svg+xml',
      params: meetingParams,
    }),
    async (request, reply) => {
      const hall = hallOf(request, deps);
      const svg = await qrSvg(joinUrl(deps.reach().publicUrl, hall));
      return reply.type('image/svg+xml').send(svg);
    },
  );
}

/** What a phone that waits is told, without anything being wrong. */
const GOES_ON: ReadonlySet<Refusal['code']> = new Set(['no-seat', 'marked-away']);
const LET_GO: ReadonlySet<Refusal['code']> = new Set(['replaced', 'no-seat', 'seat-gone']);

/** Greets whoever waits, and tells what their page shows meanwhile. */
function toldWaiting(hall: Hall, holder: Holder, now: Instant) {
  const greets = greeting(hall, holder);
  if (holder.kind === 'subject') return { ...greets, unit: waitingUnit(hall.seen, holder.id) };
  const draw = waitingDraw(hall.seen, holder.id, greets.group, now);
  return { ...greets, ...(draw ? { drawing: draw } : {}) };
}

/**
 * Whose sheet it is has no seat: they are in the house now, and wait. Their phone asks again every few seconds; once it
 * is known that they are here, that costs no decision. A unit is in no reserve, and only looks on.
 */
async function arrived(
  hall: Hall,
  sheet: PrintedSheet,
  holder: Holder,
  byItself: true | undefined,
  now: Instant,
): Promise<Refusal> {
  if (holder.kind === 'subject') return { code: 'no-seat' };
  if (!hasArrived(hall.world.meeting, holder.id, now)) {
    const arrive = { type: 'Arrive', ...sheet } as const;
    const answer = await hall.seat(byItself ? { ...arrive, byItself } : arrive);
    if (!answer.ok) return answer.refusal;
  }
  const place = placeInReserve(hall.world.meeting, holder.id);
  return place === null ? { code: 'no-seat' } : { code: 'in-reserve', place };
}

/** The door of a meeting's panel; a ticket's secret goes behind a # at its end. */
export function joinUrl(origin: string, hall: Hall): string {
  return `${origin}/m/${codeOf(hall)}/j`;
}

/** The session for a seat of this meeting that a request's cookie holds, or null. */
export function seatOf(request: FastifyRequest, hall: Hall): SeatSessionRow | null {
  return seatIn(request.headers.cookie, hall);
}

/** The same from a `Cookie` header, as a socket's handshake has it. Whether it still stands is the caller's question. */
export function seatIn(cookieHeader: string | undefined, hall: Hall): SeatSessionRow | null {
  const token = cookieIn(cookieHeader, seatCookie(codeOf(hall)));
  return token === undefined ? null : (hall.session(tokenHash(token)) ?? null);
}

/** Whether this session speaks for this holder's seat already. Who had left claims it anew, and is back by that. */
function holdsSeat(
  hall: Hall,
  session: SeatSessionRow | null,
  holder: Holder | undefined,
): boolean {
  const { meeting } = hall.world;
  if (!session || holder === undefined) return false;
  const standing = seatStanding(meeting, session.seat, session.claim);
  return (
    standing.ok && standing.seat.present && standing.seat.id === seatOfHolder(meeting, holder)?.id
  );
}

/**
 * A sheet and the phone that it opens greet by name and group, so that whoever holds the wrong one notices; a unit is
 * greeted by its category.
 */
export function greeting({ world }: Hall, holder: Holder) {
  const { categories, groups, pool, subjects } = world.meeting;
  const { kind, id } = holder;
  const [cell, cells] =
    holder.kind === 'subject'
      ? [subjects.get(holder.id)?.category, categories]
      : [pool.get(holder.id)?.group, groups];
  return { ...named(world, kind, id), group: cells.find((one) => one.id === cell)?.name ?? '' };
}

/**
 * Whom a session speaks for, and what its page shows before a socket stands. By the session alone: while it was being stored,
 * the sheet may have changed hands. Nothing where it stands no more; why, the socket says.
 */
function seatedBy(hall: Hall, session: SeatSessionRow | null, { viewOf }: HttpDeps): Seated {
  const standing = session && seatStanding(hall.world.meeting, session.seat, session.claim);
  if (!standing?.ok) return {};
  const { id, holder } = standing.seat;
  const whole = viewOf?.(hall, id);
  return {
    ...greeting(hall, holder),
    ...(whole ? { view: { protocol: PROTOCOL, now: whole.now, slices: whole.slices } } : {}),
  };
}

type Seated = Partial<ReturnType<typeof greeting>> & { readonly view?: FirstView };

function codeOf(hall: Hall): string {
  return hall.world.meeting.code;
}
