// A person's ballot for one matter as it lies on this phone: one slip, from the first score until a server holds it, sent
// with the same revision until it was answered (R5). Pure.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { CastAnswer, CastMessage } from '../../../shared/protocol.ts';
import type { Scores } from '../../../shared/scoring/form.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import { joined, settled } from './join.ts';
import { sameChoice, type Target } from './matter.ts';
import type { Draft, Refused, Sending, Slip, Tap, Typed, CountedSlip } from './phases.ts';

/** Refusals that say nothing about the ballot: the same one may be sent again. */
const TRANSIENT: readonly Refusal['code'][] = ['busy', 'not-saved', 'too-many', 'not-joined'];

/** Pages of one device that tap at once need one or two; more would be a server that contradicts itself. */
const MOST_RENUMBERED = 8;

export function blankSlip(target: Target): Draft {
  return { target, typed: null, phase: 'draft', tap: null, counted: null };
}

export function toMessage({ target, rev, choice }: Sending): CastMessage {
  return { round: target.round, attempt: target.attempt, subject: target.subject.id, rev, choice };
}

/** What the server of now is known to hold: the view's, or what it has acknowledged since. */
export function heldOf(slip: Slip | undefined, inView: MyBallot | null): MyBallot | null {
  if (!slip?.counted?.held || slip.counted.rev <= (inView?.rev ?? 0)) return inView;
  const { round, attempt, subject } = slip.target;
  const { tap: _, held: __, ...ballot } = slip.counted;
  return { round, attempt, subject, ...ballot };
}

/** The scores that stand on the sheet: those typed, else those on their way, else those counted. */
export function scoresOf(slip: Slip | undefined, held: MyBallot | null): Scores {
  const given = slip?.phase === 'sending' ? slip.choice : held?.choice;
  return slip?.typed?.scores ?? (given?.kind === 'scores' ? given.scores : {});
}

/** @param value `undefined` takes the score back */
export function scored(
  slip: Slip,
  held: MyBallot | null,
  criterion: string,
  value: number | undefined,
): Slip {
  const others = Object.entries(scoresOf(slip, held)).filter(([id]) => id !== criterion);
  const given = value === undefined ? [] : ([[criterion, value]] as const);
  return typedOn(slip, Object.fromEntries([...others, ...given]));
}

export function typedOn(slip: Slip, scores: Scores, was = slip.typed?.was): Slip {
  const n = (slip.typed?.n ?? 0) + 1;
  return { ...slip, typed: { scores, n, ...(was === undefined ? {} : { was }) } };
}

/**
 * The person hands it in, in place of what waits. A double tap (the same choice again) changes nothing.
 *
 * @param held what the server is known to hold, for the next revision
 */
export function cast(
  slip: Slip,
  held: MyBallot | null,
  choice: Choice,
  tap: Omit<Tap, 'over' | 'again'>,
): Slip {
  if (slip.phase === 'sending' && sameChoice(slip.choice, choice)) return slip;
  const { target, counted } = slip;
  const before = Math.max(held?.rev ?? 0, slip.phase === 'sending' ? slip.rev : 0);
  // A clock that was set back makes no tap earlier than the one before.
  const at = Math.max(tap.at, (slip.tap?.at ?? 0) + 1);
  return {
    target,
    // Whoever abstains has let go of the scores.
    typed: choice.kind === 'abstain' ? cleared(slip.typed) : slip.typed,
    ...{ phase: 'sending', tap: { ...tap, at, over: held?.code ?? null } },
    ...{ rev: before + 1, choice, renumbered: 0, counted },
  };
}

/**
 * What the server's answer to `sent` makes of it. `null` is silence: it stays and is sent again. A refusal of what a newer
 * choice has replaced, on this page or another of the device, changes nothing.
 *
 * A revision that does not fit is numbered on from what the server holds: under the seat's present claim that can only
 * come from a page of this device, and of its taps the slip holds the latest. Where pages cannot know of each other,
 * or it is not known under which claim it was given, the person is asked instead.
 *
 * @param alone whether other pages of this device may have taps that this one does not know
 */
export function answered(
  slip: Slip,
  sent: Sending,
  answer: CastAnswer | null,
  inView: MyBallot | null,
  epoch = sent.tap.epoch,
  alone = false,
): Slip {
  if (!answer) return slip;
  const tap = { ...sent.tap, epoch };
  if (answer.ok) {
    const { rev, total, code } = answer.receipt;
    const counted = { rev, choice: sent.choice, total, code, tap, held: true };
    return tidied(joined(slip, settled({ ...sent, typed: null, tap, counted })), inView);
  }
  const { refusal } = answer;
  if (slip.phase !== 'sending' || slip.tap.id !== sent.tap.id || slip.rev !== sent.rev) return slip;
  if (TRANSIENT.includes(refusal.code)) return slip;
  const isLost = countedAs(slip, heldOf(slip, inView), epoch);
  if (isLost) return tidied(isLost, inView);
  // The copy does not know the round yet: the ballot goes out when that opens.
  if (slip.counted && isResent(slip) && refusal.code === 'not-in-round')
    return settled({ ...slip, tap, counted: { ...slip.counted, tap } });
  if (refusal.code !== 'revision-leaps' && refusal.code !== 'older-revision')
    return notCounted(slip, refusal);
  const { code, newest } = refusal;
  const isAsked = slip.tap.claim === null ? newest > 0 : alone && code === 'older-revision';
  return !isAsked && slip.renumbered < MOST_RENUMBERED
    ? { ...slip, rev: newest + 1, renumbered: slip.renumbered + 1 }
    : notCounted(slip, { code: 'older-revision', newest });
}

/**
 * A view came: lets go of what the server is known to hold, also where an answer was lost on the way.
 *
 * @param isNews the server says anew what it holds of the seat; of casts on one connection it says no more
 */
export function seen(slip: Slip, inView: MyBallot | null, epoch: number, isNews: boolean): Slip {
  const { counted } = slip;
  const holds = counted !== null && (inView?.rev ?? 0) >= counted.rev;
  const now: Slip =
    counted && isNews && counted.held !== holds
      ? { ...slip, counted: { ...counted, held: holds } }
      : slip;
  return tidied(countedAs(now, heldOf(now, inView), epoch) ?? now, inView);
}

/**
 * The seat has been claimed anew. What waits from an earlier claim goes out where nothing was counted since; where another
 * device, or paper, has a ballot in the box of which the person did not know, they are asked rather than overtaking it.
 * Paper comes without a claim: of that they are asked under any, however high the phone has numbered.
 */
export function underClaim(slip: Slip, claim: number, held: MyBallot | null): Slip {
  if (slip.phase !== 'sending' || slip.tap.claim === null) return slip;
  const { tap } = slip;
  if (countedAs(slip, held, tap.epoch)) return slip;
  if (tap.claim === claim && !held?.paper) return slip;
  if (held && held.code !== tap.over)
    return notCounted(
      slip,
      held.paper ? { code: 'paper-counted' } : { code: 'older-revision', newest: held.rev },
    );
  return tap.claim === claim ? slip : { ...slip, tap: { ...tap, claim } };
}

/** What the server turned out not to hold is on its way again, with the same revision, and counts no longer meanwhile. */
export function resent(slip: CountedSlip, target: Target, epoch: number): Sending {
  const { typed, counted } = slip;
  const { rev, choice } = counted;
  const tap = { ...slip.tap, epoch, again: (slip.tap.again ?? 0) + 1 };
  return { target, typed, phase: 'sending', tap, rev, choice, renumbered: 0, counted };
}

export function isResent({ tap }: Sending): boolean {
  return (tap.again ?? 0) > 0;
}

/** The person has read that it was not counted. */
export function dismissed(slip: Slip): Slip {
  return slip.phase === 'refused' ? settled(slip) : slip;
}

/** Back to what is counted: what was typed goes, and what was refused. */
export function letGo(slip: Slip): Slip {
  return { ...dismissed(slip), typed: cleared(slip.typed) };
}

/** Back to the sheet, with what the server refused on it. */
export function backOnSheet(slip: Slip): Slip {
  const now = dismissed(slip);
  if (slip.phase !== 'refused' || slip.typed?.scores || slip.choice.kind === 'abstain') return now;
  return typedOn(now, slip.choice.scores);
}

/**
 * Where the server holds what was sent, though its answer was lost: other pages of this device learn here that it came.
 */
function countedAs(slip: Slip, held: MyBallot | null, epoch: number): Slip | null {
  if (slip.phase !== 'sending' || !held || held.rev < slip.rev) return null;
  const { rev, choice, total, code, paper } = held;
  if (!sameChoice(choice, slip.choice)) return null;
  const tap = { ...slip.tap, epoch };
  const counted = { rev, choice, total, code, ...(paper ? { paper } : {}), tap, held: true };
  return settled({ ...slip, tap, counted });
}

function notCounted(slip: Sending, refusal: Refusal): Refused {
  const { target, typed, tap, choice } = slip;
  // What a server has refused is the person's to cast again.
  const counted = isResent(slip) ? null : slip.counted;
  return { target, typed, phase: 'refused', tap, choice, refusal, counted };
}

/** What is counted as it was typed is typed no more. */
function tidied(slip: Slip, inView: MyBallot | null): Slip {
  const scores = slip.typed?.scores;
  const held = heldOf(slip, inView);
  const isDone = scores && held && sameChoice(held.choice, { kind: 'scores', scores });
  return isDone ? { ...slip, typed: cleared(slip.typed) } : slip;
}

function cleared(typed: Typed | null): Typed | null {
  return typed?.scores ? { ...typed, scores: null } : typed;
}
