// Ballots on their way to the hall: kept until the server has answered, resent with the same revision (R5). Pure.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { CastAnswer, CastMessage } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../../shared/views/panel-slices.ts';
import { ballotFor, keyOf, sameChoice, type Target } from './target.ts';

/** One act of the person, on one page of this device. */
export interface Tap {
  /** Random. Names it in the storage that all pages of the device share, so that none overwrites another's. */
  readonly id: string;
  /** Ms of the server's clock as the page knew it, and later than every tap for the same subject that the page knew: the latest counts. */
  readonly at: number;
  /** The seat's claim under which it was made; null where an older version of this page kept it. */
  readonly claim: number | null;
  /** The server's epoch, as it is sent. */
  readonly epoch: number;
  /** Receipt code of the ballot that the person saw counted then; null: none. */
  readonly over: string | null;
}

/** Sent or about to be; nothing is known of it yet. */
export interface Waiting {
  readonly target: Target;
  readonly rev: number;
  readonly choice: Choice;
  readonly tap: Tap;
  /** How often its revision did not fit, so that it was given another. */
  readonly renumbered: number;
}

/** The server said no; kept so that the person sees what was not counted. */
export interface Refused {
  readonly target: Target;
  readonly choice: Choice;
  readonly refusal: Refusal;
  readonly tap: Tap;
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

/** Pages of one device that tap at once need one or two; more would be a server that contradicts itself. */
const MOST_RENUMBERED = 8;

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
  tap: Omit<Tap, 'over'>,
): Outbox {
  const key = keyOf(target);
  const before = waitingFor(outbox, key);
  if (before && sameChoice(before.choice, choice)) return outbox;
  const held = ballotFor(ballots, key);
  const refused = outbox.refused.find((one) => keyOf(one.target) === key);
  const latest = Math.max(before?.tap.at ?? 0, refused?.tap.at ?? 0);
  const entry: Waiting = {
    target,
    rev: Math.max(held?.rev ?? 0, before?.rev ?? 0) + 1,
    choice,
    tap: { ...tap, at: Math.max(tap.at, latest + 1), over: held?.code ?? null },
    renumbered: 0,
  };
  return {
    waiting: [...without(outbox.waiting, key), entry],
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
 * what a newer choice has replaced, on this page or another of the device, changes nothing.
 *
 * A revision that does not fit is numbered on from what the server holds: under the seat's present claim that can only
 * come from a page of this device, and of its taps the outbox holds the latest. Where pages cannot know of each other,
 * or it is not known under which claim it was given, the person is asked instead.
 *
 * @param alone whether other pages of this device may have taps that this one does not know
 */
export function answered(
  outbox: Outbox,
  sent: Waiting,
  answer: CastAnswer | null,
  ballots: readonly MyBallot[],
  alone = false,
): Outbox {
  const key = keyOf(sent.target);
  const current = waitingFor(outbox, key);
  if (!answer || current?.tap.id !== sent.tap.id || current.rev !== sent.rev) return outbox;
  const removed = { ...outbox, waiting: without(outbox.waiting, key) };
  if (answer.ok) return removed;
  const { refusal } = answer;
  if (TRANSIENT.has(refusal.code)) return outbox;
  if (isCounted(current, ballots)) return removed;
  if (refusal.code !== 'revision-leaps' && refusal.code !== 'older-revision')
    return notCounted(outbox, current, refusal);
  const { code, newest } = refusal;
  const isAsked = current.tap.claim === null ? newest > 0 : alone && code === 'older-revision';
  if (!isAsked && current.renumbered < MOST_RENUMBERED)
    return {
      ...outbox,
      waiting: [
        ...removed.waiting,
        { ...current, rev: newest + 1, renumbered: current.renumbered + 1 },
      ],
    };
  return notCounted(outbox, current, { code: 'older-revision', newest });
}

/** Takes out what the server holds already, where an answer was lost on the way. */
export function settle(outbox: Outbox, ballots: readonly MyBallot[]): Outbox {
  const waiting = outbox.waiting.filter((entry) => !isCounted(entry, ballots));
  return waiting.length === outbox.waiting.length ? outbox : { ...outbox, waiting };
}

/**
 * The seat has been claimed anew. What waits from an earlier claim goes out where nothing was counted since; where another
 * device, or paper, has a ballot in the box of which the person did not know, they are asked rather than overtaking it.
 * Paper comes without a claim: of that they are asked under any, however high the phone has numbered.
 *
 * @param held all that the server holds
 */
export function underClaim(outbox: Outbox, claim: number, held: readonly MyBallot[]): Outbox {
  let now = outbox;
  for (const entry of outbox.waiting) {
    const { tap } = entry;
    if (tap.claim === null || isCounted(entry, held)) continue;
    const key = keyOf(entry.target);
    const between = ballotFor(held, key);
    if (tap.claim === claim && !between?.paper) continue;
    if (between && between.code !== tap.over)
      now = notCounted(
        now,
        entry,
        between.paper ? { code: 'paper-counted' } : { code: 'older-revision', newest: between.rev },
      );
    else if (tap.claim !== claim) {
      const adopted = { ...entry, tap: { ...tap, claim } };
      now = { ...now, waiting: now.waiting.map((one) => (one === entry ? adopted : one)) };
    }
  }
  return now;
}

/** The person has read that this one was not counted. */
export function dismiss(outbox: Outbox, key: string): Outbox {
  return { ...outbox, refused: without(outbox.refused, key) };
}

/** Which of two taps for one subject counts, whichever page they were made on. */
export function isLater(a: Tap, b: Tap): boolean {
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}

export function isCounted({ target, rev, choice }: Waiting, ballots: readonly MyBallot[]): boolean {
  const held = ballotFor(ballots, keyOf(target));
  return held !== null && held.rev >= rev && sameChoice(held.choice, choice);
}

function notCounted(outbox: Outbox, entry: Waiting, refusal: Refusal): Outbox {
  const { target, choice, tap } = entry;
  const key = keyOf(target);
  return {
    waiting: without(outbox.waiting, key),
    refused: [...without(outbox.refused, key), { target, choice, refusal, tap }],
  };
}

function without<T extends { readonly target: Target }>(
  entries: readonly T[],
  key: string,
): readonly T[] {
  return entries.filter(({ target }) => keyOf(target) !== key);
}
