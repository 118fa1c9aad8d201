// Ballots that a server has acknowledged, kept on the phone: one that goes on from a copy a few seconds older may lack
// the last of them (DESIGN.md §8). They go out again with the same revision, which is harmless where it is held (R5). Pure.
import type { MyBallot, OpenRound } from '../../../shared/views/panel-slices.ts';
import { own } from '../../../shared/own.ts';
import { isLater, type Tap, type Waiting } from './outbox.ts';
import { ballotFor, keyOf, openTargets } from './target.ts';

/** With the epoch, in its tap, of the server that said so. */
export interface Acknowledged extends MyBallot {
  readonly tap: Tap;
}

/** By key of what they are about. */
export type AllAcknowledged = Readonly<Record<string, Acknowledged>>;

/** A whole meeting's, with room to spare: what a copy lacks may also be of a round that its original had closed. */
const MOST = 300;

/**
 * Puts an acknowledgement in place of the one before, unless that is of a later tap.
 *
 * @param one null: the server has refused the ballot, and it is the person's to cast again
 */
export function acknowledge(
  before: AllAcknowledged,
  about: string,
  one: Acknowledged | null,
): AllAcknowledged {
  const old = own(before, about);
  const others = Object.entries(before).filter(([key]) => key !== about);
  if (!one) return old ? Object.fromEntries(others) : before;
  if (old && isLater(old.tap, one.tap)) return before;
  return Object.fromEntries([...others, [about, one] as const].slice(-MOST));
}

/** Those that a server does not hold in this or a newer revision. */
export function lackedBy(
  held: readonly MyBallot[],
  acknowledged: AllAcknowledged,
): readonly Acknowledged[] {
  return Object.values(acknowledged).filter(
    (one) => (ballotFor(held, keyOf(one))?.rev ?? 0) < one.rev,
  );
}

/**
 * What of it goes out again: where a round takes ballots, always; elsewhere when the server goes on from a copy, so that
 * its answer tells the person what became of the ballot.
 *
 * @param epoch the server's
 * @param isNews false: it was asked about the closed ones already
 */
export function toResend(
  lacking: readonly Acknowledged[],
  open: readonly OpenRound[],
  sheetOf: (about: Acknowledged) => OpenRound['sheet'] | undefined,
  epoch: number,
  isNews: boolean,
): readonly Waiting[] {
  const targets = openTargets(open);
  return lacking.flatMap((one) => {
    const { round, attempt, subject, rev, choice, tap } = one;
    const sheet = sheetOf(one);
    const target =
      targets.find((other) => keyOf(other) === keyOf(one)) ??
      (sheet && isNews && tap.epoch < epoch
        ? { round, attempt, subject, sheet, ordinal: null }
        : null);
    return target ? [{ target, rev, choice, tap: { ...tap, epoch }, renumbered: 0 }] : [];
  });
}
