// Whose ticket somebody shows, by the secret of its QR code or by its typed code, which may be guessed.
import { holderOfSheet, seatOfHolder } from '../../shared/meeting/holders.ts';
import { printedFor, type Holder, type PrintedSheet } from '../../shared/meeting/people.ts';
import type { Answer } from '../../shared/protocol.ts';
import type { Hall } from '../hall.ts';
import type { SeatSessionRow, TicketRow } from '../store/meeting-store.ts';
import type { Attempts } from './attempts.ts';
import { codeHash, tokenHash, typedCode } from './tokens.ts';

function sheetOf(ticket: TicketRow | undefined): PrintedSheet | undefined {
  if (!ticket) return undefined;
  const { holder, issue } = ticket;
  return holder.kind === 'subject' ? { subject: holder.id, issue } : { reviewer: holder.id, issue };
}

export type ShownSecret = { readonly ticket: string } | { readonly typed: string };
export type Found = Answer<{ readonly ticket: PrintedSheet }>;

export function bySecret(hall: Hall, secret: string): Found {
  const ticket = sheetOf(hall.ticketBySecret(tokenHash(secret)));
  return ticket ? { ok: true, ticket } : { ok: false, refusal: { code: 'ticket-unknown' } };
}

/**
 * A typed code. Whoever types a right one gets in whatever others have guessed, but for one thing: while someone is
 * guessing (see {@link Attempts}) it takes no seat over from a phone, so that whoever sits there is safe. A phone that
 * has had this seat before may all the same; any other one scans, which always works, or asks.
 *
 * @param session that the phone holds, or held until another phone took its seat over
 */
export function byTyping(
  hall: Hall,
  typing: string,
  attempts: Attempts,
  session: SeatSessionRow | null,
): Found {
  const code = typedCode(typing);
  // What cannot be a code is a slip of the hand and no guess.
  if (code === null) return { ok: false, refusal: { code: 'ticket-unknown' } };
  const hash = codeHash(code, hall.codeKey);
  const ticket = sheetOf(hall.ticketByCode(hash));
  const holder = ticket && holderOf(hall, ticket);
  const guarded = attempts.underAttack;
  if (ticket && holder !== undefined) {
    const seat = seatOfHolder(hall.world.meeting, holder);
    const isSafe = !seat?.present || session?.seat === seat.id;
    return guarded && !isSafe ? TOO_MANY : { ok: true, ticket };
  }
  if (attempts.isLocked(hash)) return TOO_MANY;
  attempts.failed(hash);
  if (guarded) return TOO_MANY;
  return ticket ? { ok: true, ticket } : { ok: false, refusal: { code: 'ticket-unknown' } };
}

const TOO_MANY: Found = { ok: false, refusal: { code: 'too-many' } };

/** Whose seat a sheet opens now: the desk may have swapped it. undefined where it no longer works. */
export function holderOf({ world }: Hall, sheet: PrintedSheet): Holder | undefined {
  return holderOfSheet(world.meeting, printedFor(sheet), sheet.issue);
}
