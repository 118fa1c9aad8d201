// Ballots on their way to the hall: kept until the server has answered, resent with the same revision (R5). Pure.
import type { Choice } from '../../shared/ballots/ballot.ts';
import type { Refusal } from '../../shared/meeting/refusals.ts';
import type { CastAnswer, CastMessage } from '../../shared/protocol.ts';
import type { MyBallot } from '../../shared/views/panel-slices.ts';
import { ballotFor, keyOf, sameChoice, type Target } from './target.ts';

/** Sent or about to be; nothing is known of it yet. */
export interface Waiting {
  readonly target: Target;
  readonly rev: number;
  readonly choice: Choice;
  /** Its revision was taken once already, so it was given a higher one. */
  readonly renumbered: boolean;
}

/** The server said no; kept so that the person sees what was not counted. */
export interface Refused {
  readonly target: Target;
  readonly choice: Choice;
  readonly refusal: Refusal;
}

export interface Outbox {
  readonly waiting: readonly Waiting[];
  readonly refused: readonly Refused[];
}

export const EMPTY_OUTBOX: Outbox = { waiting: [], refused: [] };

/** Refusals that say nothing about the ballot: the same one may be sent again. */
const TRANSIENT: ReadonlySet<Refusal['code']> = new Set([
  'busy',
  'not-saved',
  'too-many',
  'not-joined',
]);

/**
 * A choice enters the outbox and replaces what waits for the same subject. A double tap (the same choice again) changes
 * nothing.
 *
 * @param ballots what the server is known to hold, for the next revision
 */
export function put(
  outbox: Outbox,
  target: Target,
  choice: Choice,
  ballots: readonly MyBallot[],
): Outbox {
  const key = keyOf(target);
  const before = waitingFor(outbox, key);
  if (before && sameChoice(before.choice, choice)) return outbox;
  const rev = Math.max(ballotFor(ballots, key)?.rev ?? 0, before?.rev ?? 0) + 1;
  return {
    waiting: [...without(outbox.waiting, key), { target, rev, choice, renumbered: false }],
    refused: without(outbox.refused, key),
  };
}

export function waitingFor(outbox: Outbox, key: string): Waiting | null {
  return outbox.waiting.find(({ target }) => keyOf(target) === key) ?? null;
}

export function toMessage({ target, rev, choice }: Waiting): CastMessage {
  return { round: target.round, attempt: target.attempt, subject: target.subject.id, rev, choice };
}

/**
 * What the server's answer to `sent` leaves in the outbox. `null` is silence: it stays and is sent again. An answer to
 * a revision that a newer choice has replaced changes nothing.
 */
export function answered(
  outbox: Outbox,
  sent: Waiting,
  answer: CastAnswer | null,
  ballots: readonly MyBallot[],
): Outbox {
  const key = keyOf(sent.target);
  const current = waitingFor(outbox, key);
  if (!answer || current?.rev !== sent.rev) return outbox;
  const removed = { ...outbox, waiting: without(outbox.waiting, key) };
  if (answer.ok) return removed;
  const { refusal } = answer;
  if (TRANSIENT.has(refusal.code)) return outbox;
  if (isCounted(current, ballots)) return removed;
  if (refusal.code === 'older-revision' && !current.renumbered)
    return {
      ...outbox,
      waiting: [
        ...removed.waiting,
        { ...current, rev: Math.max(refusal.newest, current.rev) + 1, renumbered: true },
      ],
    };
  const { target, choice } = current;
  return {
    waiting: removed.waiting,
    refused: [...without(outbox.refused, key), { target, choice, refusal }],
  };
}

/** Takes out what the server holds already, where an answer was lost on the way. */
export function settle(outbox: Outbox, ballots: readonly MyBallot[]): Outbox {
  const waiting = outbox.waiting.filter((entry) => !isCounted(entry, ballots));
  return waiting.length === outbox.waiting.length ? outbox : { ...outbox, waiting };
}

/** The person has read that this one was not counted. */
export function dismiss(outbox: Outbox, key: string): Outbox {
  return { ...outbox, refused: without(outbox.refused, key) };
}

function isCounted({ target, rev, choice }: Waiting, ballots: readonly MyBallot[]): boolean {
  const held = ballotFor(ballots, keyOf(target));
  return held !== null && held.rev >= rev && sameChoice(held.choice, choice);
}

function without<T extends { readonly target: Target }>(
  entries: readonly T[],
  key: string,
): readonly T[] {
  return entries.filter(({ target }) => keyOf(target) !== key);
}
