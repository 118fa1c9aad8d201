// How a person's stay at the tablet ends.
import type { Refusal } from '../../shared/meeting/refusals.ts';

/** Ballots of someone who had the tablet that were not counted, and why where that is known. */
export interface Lost {
  readonly name: string;
  readonly units: readonly string[];
  readonly why: Refusal | null;
}

export type Left =
  | { readonly kind: 'done' }
  /** `n` ballots arrived after the person had handed the tablet back. */
  | { readonly kind: 'sent'; readonly n: number }
  /** The server ended the session. */
  | { readonly kind: 'ended'; readonly why: Refusal }
  | ({ readonly kind: 'lost' } & Lost);
