// What a slip is, phase by phase.
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { Refusal } from '../../../shared/meeting/refusals.ts';
import type { Scores } from '../../../shared/scoring/form.ts';
import type { MyBallot } from '../../../shared/views/slices/panel-slices.ts';
import type { Target } from './matter.ts';

/** One act of the person, on one page of this device. */
export interface Tap {
  /** Random. Tells it from the taps of all other pages. */
  readonly id: string;
  /** Ms of the server's clock as the page knew it, and later than every tap for the same matter that the page knew: the latest counts. */
  readonly at: number;
  /** The seat's claim under which it was made; null where an older version of this page kept it. */
  readonly claim: number | null;
  /** The epoch of the server that it was made for, handed in to again, or answered by. */
  readonly epoch: number;
  /** How often it was handed in again, as a server turned out to lack it. */
  readonly again?: number;
  /** Receipt code of the ballot that the person saw counted then; null: none. */
  readonly over: string | null;
}

/** Scores on the sheet that are not counted as they stand. */
export interface Typed {
  /** null: counted meanwhile, or let go of. */
  readonly scores: Scores | null;
  /** Counts the changes, whichever page made them: of two the higher is the later. */
  readonly n: number;
  /** The scores that were last taken over from a page of an older version, as text. */
  readonly was?: string;
}

/** What a server has acknowledged, kept to be handed in again where one goes on from a copy that lacks it. */
export interface Counted extends Pick<MyBallot, 'rev' | 'choice' | 'total' | 'code' | 'paper'> {
  readonly tap: Tap;
  /** The server of now is known to hold it, by its answer or by what it says of the seat. Never stored. */
  readonly held: boolean;
}

export interface OfMatter {
  readonly target: Target;
  readonly typed: Typed | null;
  /** The last one, whatever became of it. */
  readonly tap: Tap | null;
  readonly counted: Counted | null;
}

/** Never handed in, or refused and read; perhaps nothing stands on it. */
export interface Draft extends OfMatter {
  readonly phase: 'draft';
  readonly counted: null;
}

/** Sent or about to be; nothing is known of it yet. */
export interface Sending extends OfMatter {
  readonly phase: 'sending';
  readonly tap: Tap;
  readonly rev: number;
  readonly choice: Choice;
  /** How often its revision did not fit, so that it was given another. */
  readonly renumbered: number;
}

/** The server said no; kept so that the person sees what was not counted. */
export interface Refused extends OfMatter {
  readonly phase: 'refused';
  readonly tap: Tap;
  readonly choice: Choice;
  readonly refusal: Refusal;
}

/** A server has acknowledged the last tap, or the one before a change that was refused and read. */
export interface CountedSlip extends OfMatter {
  readonly phase: 'counted';
  readonly tap: Tap;
  readonly counted: Counted;
}

export type Slip = Draft | Sending | Refused | CountedSlip;
