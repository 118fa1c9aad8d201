// Tickets, seats and recusals, and what whoever holds a ticket or a seat may do with it.
import type { ReviewerId, SubjectId } from '../../ids.ts';
import { command, CLERK, made, type HolderEntry, type StaffEntry } from './command.ts';

export const seatsCommands = {
  // Of many people, but a second issue only replaces the first: the newest sheet counts.
  IssueTickets: command('none', CLERK, made<Issued>()),
  RevokeTicket: command('none', CLERK, (f) => ({ holder: f.holder })),
  FillSeats: command('roster', CLERK, (f) => ({ reviewers: f.list(f.reviewer, 1, 1000) })),
  /** A seat for each of these units, in a group that there is or in one that is made for them. */
  SeatUnits: command('roster', CLERK, (f) => {
    const units = { units: f.list(f.subject, 1, 1000) };
    return f.either(
      'in',
      { ...units, in: f.oneOf(['group']), group: f.group },
      { ...units, in: f.oneOf(['new']), name: f.name },
    );
  }),
  DeclareRecusal: command('none', CLERK, (f) => ({ reviewer: f.reviewer, subject: f.subject })),
} as const satisfies Readonly<Record<string, StaffEntry>>;

interface Issued {
  readonly reviewers: readonly ReviewerId[];
  /** Units that are given one as well; absent: none. */
  readonly units?: readonly SubjectId[];
  /** Origin printed on the sheets. */
  readonly address?: string;
}

/** Commands that a device gives for a ticket or a seat. */
export const SEAT_COMMANDS = {
  ClaimSeat: { holders: ['ticket'], body: made<Asked>() },
  /** A ticket of the pool without a seat: its holder is in the house, should the reserve be asked. */
  Arrive: { holders: ['ticket'], body: made<Asked>() },
  /** "Not me". */
  ReleaseSeat: { holders: ['device'], body: made<object>() },
  SendWord: { holders: ['seat', 'ticket'], body: (f) => ({ draw: f.draw, word: f.typed(400) }) },
  /** Whoever is drawn to ask: will they? Else the next of the draw's reserve is asked. */
  AnswerDraw: { holders: ['seat'], body: (f) => ({ draw: f.draw, comes: f.yes }) },
  CastBallot: {
    holders: ['seat'],
    body: (f) => ({
      round: f.round,
      attempt: f.attempt,
      subject: f.subject,
      rev: f.revision,
      choice: f.choice,
    }),
    /** See `Draft.nonce`; the salt is used where the seat has none for this subject. */
    adds: made<{ readonly nonce: string; readonly salt: string }>(),
  },
  /** Beside a ballot; the seat's newest on that unit replaces the one before, an empty one takes it back. */
  WriteComment: {
    holders: ['seat'],
    body: (f) => ({ round: f.round, attempt: f.attempt, subject: f.subject, words: f.said }),
    /** 128 fresh bits. */
    adds: made<{ readonly salt: string }>(),
  },
} as const satisfies Readonly<Record<string, HolderEntry>>;

interface Asked {
  /** The phone asks by itself, as it does every few seconds: nobody has scanned or tapped anything. */
  readonly byItself?: true;
}
