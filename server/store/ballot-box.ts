// What a meeting's store asks of a ballot box. Named rounds have the only one so far; a sealed one comes behind it (R4).
import type { BoxedBallot } from './meeting-store.ts';
import type { ClosedRoot, Verifying } from './verifying.ts';

export interface BallotBox {
  /** Keeps every ballot or, where it throws, none of them. A kept revision is never replaced: giving one again throws. */
  add(ballots: readonly BoxedBallot[]): void;
  /** Cuts whose the ballots are (R14); of version 1 it stays in their texts. Hashes and roots still verify. */
  eraseVoters(): void;
  /** Everything kept, in the order in which it was added. Throws `DamagedFile` where a row makes no sense. */
  all(): readonly BoxedBallot[];
  /**
   * Recomputes every ballot's hash, and then these roots, in steps between which commits may go on. Only of what is kept
   * at the call, however late the first step is taken: a ballot that comes afterwards is in none of the roots.
   */
  verify(roots?: readonly ClosedRoot[]): Verifying;
}
