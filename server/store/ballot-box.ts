// What a meeting's store asks of a ballot box. Named rounds have the only one so far; a sealed one comes behind it (R4).
import type { BoxedBallot } from './meeting-store.ts';

export interface BallotBox {
  /** Keeps every ballot or, where it throws, none of them. A kept revision is never replaced: giving one again throws. */
  add(ballots: readonly BoxedBallot[]): void;
  /** Everything kept, in the order in which it was added. Throws `DamagedFile` where a row makes no sense. */
  all(): readonly BoxedBallot[];
  /**
   * Recomputes every ballot's hash, a slice at a time so that commits may go on in between: yields after each slice and
   * returns the place of the first damage, or null.
   */
  verify(): Generator<undefined, string | null, undefined>;
}
