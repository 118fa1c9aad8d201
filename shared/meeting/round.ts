// Rounds as the state has them: attempts, and what a close wrote down.
import type { GroupId, ItemId, RoundId, SeatId, SubjectId } from '../ids.ts';
import type { Disclosure } from './agenda/item.ts';
import type { Instant } from '../instant.ts';

/** What the close of a round wrote down, in decimals and exact fractions as strings (R8). */
export interface SubjectResult {
  readonly subject: SubjectId;
  readonly groups: readonly GroupResult[];
  /** Present where the subject has a score: exact fraction "n/d", and its four decimals. */
  readonly score?: { readonly exact: string; readonly decimal: string };
  readonly incomplete?: 'no-ballots' | 'group-without-ballots';
  readonly recused: readonly SeatId[];
  /** Present at the close, owed a ballot, sent none. */
  readonly missing: readonly SeatId[];
}

export interface GroupResult {
  readonly group: GroupId;
  readonly weight: number;
  readonly expected: number;
  readonly counted: number;
  readonly abstained: number;
  readonly value?: { readonly exact: string; readonly decimal: string };
}

export interface Closing {
  readonly closedAt: Instant;
  /** Merkle root over every kept revision of this attempt (R4). */
  readonly root: string;
  readonly ballots: number;
  readonly results: readonly SubjectResult[];
  /** Seats that never checked in. */
  readonly absent: readonly SeatId[];
}

export type Attempt = {
  readonly n: number;
  readonly openedAt: Instant;
  readonly reason?: string;
  /** What this attempt was opened with: a later attempt's sheet or scheme changes nothing about it. */
  readonly sheet: Version;
  readonly scheme: Version;
} & (
  | {
      readonly phase: 'open';
      /** Closed once before: results that nobody has seen stand in the log. */
      readonly reopened: boolean;
    }
  | { readonly phase: 'closed'; readonly closing: Closing }
  | {
      readonly phase: 'revealed';
      readonly closing: Closing;
      /** Sequence number of the reveal: which one came last is no question of clocks. */
      readonly revealed: number;
    }
);

export interface Version {
  readonly id: string;
  readonly version: number;
}

export interface Round {
  readonly id: RoundId;
  readonly item: ItemId;
  readonly kind: 'live' | 'written';
  readonly secrecy: 'named';
  readonly disclosure: Disclosure;
  readonly subjects: readonly SubjectId[];
  /** Of the last attempt. */
  readonly sheet: Version;
  readonly scheme: Version;
  /** Oldest first, never empty; only the last can be open. */
  readonly attempts: readonly Attempt[];
}
