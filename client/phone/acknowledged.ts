// Ballots that a server has acknowledged, kept on the phone: one that goes on from a copy a few seconds older may lack
// the last of them (DESIGN.md §8). They go out again with the same revision, which is harmless where it is held (R5).
import type { MyBallot, OpenRound } from '../../shared/views/panel-slices.ts';
import { soundBallots } from './kept-shape.ts';
import type { Waiting } from './outbox.ts';
import { ballotFor, keyOf, openTargets } from './target.ts';

export interface Acknowledged extends Pick<
  MyBallot,
  'round' | 'attempt' | 'subject' | 'rev' | 'choice'
> {
  /** Of the server that said so. */
  readonly epoch: number;
}

/** A whole meeting's, with room to spare: what a copy lacks may also be of a round that its original had closed. */
const MOST = 300;

export function readAcknowledged(
  key: string,
  storage: () => Pick<Storage, 'getItem'>,
): readonly Acknowledged[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(`${key}.acknowledged`) ?? '[]');
    return soundBallots(kept) as readonly Acknowledged[];
  } catch {
    return [];
  }
}

/**
 * Puts the newest acknowledgement of a ballot in place of the one before, in memory and on the device, beside what
 * another tab of it keeps there.
 *
 * @param one null: the server has refused the ballot, and it is the person's to cast again
 */
export function acknowledge(
  before: readonly Acknowledged[],
  about: string,
  one: Acknowledged | null,
  key: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem'>,
): readonly Acknowledged[] {
  const all = new Map<string, Acknowledged>();
  for (const other of [...readAcknowledged(key, storage), ...before])
    if (keyOf(other) !== about && other.rev >= (all.get(keyOf(other))?.rev ?? 0))
      all.set(keyOf(other), other);
  if (one) all.set(about, one);
  const after = [...all.values()].slice(-MOST);
  try {
    storage().setItem(`${key}.acknowledged`, JSON.stringify(after));
  } catch {
    // Kept as long as the page, then.
  }
  return after;
}

/** Those that a server does not hold in this or a newer revision. */
export function lackedBy(
  held: readonly MyBallot[],
  acknowledged: readonly Acknowledged[],
): readonly Acknowledged[] {
  return acknowledged.filter((one) => (ballotFor(held, keyOf(one))?.rev ?? 0) < one.rev);
}

/**
 * What of it goes out again: where a round takes ballots, always; elsewhere when the server goes on from a copy, so that
 * its answer tells the person what became of the ballot.
 *
 * @param epoch the server's, or 0 where it was asked about the closed ones already
 */
export function toResend(
  lacking: readonly Acknowledged[],
  open: readonly OpenRound[],
  sheetOf: (about: Acknowledged) => OpenRound['sheet'] | undefined,
  epoch: number,
): readonly Waiting[] {
  const targets = openTargets(open);
  return lacking.flatMap((one) => {
    const { round, attempt, subject, rev, choice } = one;
    const sheet = sheetOf(one);
    const target =
      targets.find((other) => keyOf(other) === keyOf(one)) ??
      (sheet && one.epoch < epoch ? { round, attempt, subject, sheet, ordinal: null } : null);
    return target ? [{ target, rev, choice, renumbered: false }] : [];
  });
}
