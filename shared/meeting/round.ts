// Rounds as the state has them: what each was opened with, its attempts, what a close and a reveal wrote down.
import type { CategoryId, GroupId, ItemId, RoundId, SeatId, SubjectId } from '../ids.ts';
import type { Disclosure, Who } from './agenda/item.ts';
import type { Limits } from '../scoring/limits.ts';
import type { Instant } from '../instant.ts';

/** What the close of a round committed to and its reveal opens, in decimals and exact fractions as strings (R8). */
export interface SubjectResult {
  readonly subject: SubjectId;
  readonly groups: readonly GroupResult[];
  /** Present where the subject has a score: exact fraction "n/d", and its four decimals. */
  readonly score?: { readonly exact: string; readonly decimal: string };
  readonly incomplete?: 'no-ballots' | 'group-without-ballots';
}

export interface GroupResult {
  readonly group: GroupId;
  readonly weight: string;
  readonly expected: number;
  readonly counted: number;
  readonly abstained: number;
  readonly value?: { readonly exact: string; readonly decimal: string };
}

/** Why a group of a result has no value to show: it may not be shown, or nobody has given it one. */
export type ValueMissing = 'floor' | 'none' | 'uncounted';

/** Of a closed round's result what the hall has been shown before its total. */
export interface OpenedGroups {
  /** In the order in which they opened. */
  readonly open: readonly {
    readonly group: GroupId;
    readonly value: NonNullable<GroupResult['value']>;
  }[];
  /** Those of them that opened last, with one key. */
  readonly newest: readonly GroupId[];
  /** Still to open, the next one first. */
  readonly ahead: readonly GroupId[];
  /** Those that never open. */
  readonly shut: readonly { readonly group: GroupId; readonly why: ValueMissing }[];
}

/** Who was to vote on a subject and did, as it stood at the close (R13). */
export interface SubjectTurnout {
  readonly subject: SubjectId;
  readonly expected: number;
  readonly cast: number;
  /** Present at the close, owed a ballot, sent none. */
  readonly missing: readonly SeatId[];
  readonly recused: readonly SeatId[];
}

export interface Closing {
  readonly closedAt: Instant;
  /** Merkle root over every kept revision of this attempt (R4). */
  readonly root: string;
  readonly ballots: number;
  readonly turnout: readonly SubjectTurnout[];
  /** Seats that never checked in. */
  readonly absent: readonly SeatId[];
  readonly commitment: string;
}

/** How a round is voted. So far by a sheet only; choose, approve and expert will stand beside it. */
export type Form = {
  readonly kind: 'sheet';
  /** The first that fits a seat's group and the subject's category; absent lists mean all (RESULTS.md §1). */
  readonly sheets: readonly {
    readonly groups?: readonly GroupId[];
    readonly categories?: readonly CategoryId[];
    readonly sheet: Version;
  }[];
};

/** Who rates in a round of units, as it opened: of a ring the orders of its units, one for each category. */
export type Raters =
  | Extract<Who, { readonly kind: 'units' }>
  | (Extract<Who, { readonly kind: 'ring' }> & {
      readonly orders: readonly (readonly SubjectId[])[];
    });

/** What ballots are counted by: another sheet, scheme or weight, adopted later, changes nothing about it. */
export interface Terms {
  readonly form: Form;
  readonly scheme: Version;
  readonly weights: readonly { readonly group: GroupId; readonly weight: string }[];
  /** Absent: the panel. */
  readonly who?: Raters;
  /** The hash of all that, see `rulesHash`. */
  readonly rules: string;
}

/** With what the round was about as it opened: who is withdrawn since takes nothing away from what a seat may give. */
export type LimitsAtOpening = Limits & { readonly began: readonly SubjectId[] };

/** How many seats of a group owe a ballot. */
export interface SeatsOfGroup {
  readonly group: GroupId;
  readonly expected: number;
}

export type Attempt = {
  readonly n: number;
  readonly openedAt: Instant;
  readonly reason?: string;
  readonly terms: Terms;
  readonly limits?: LimitsAtOpening;
  /** As it opened, of the groups that judge; only where it is shown live. */
  readonly seats?: readonly SeatsOfGroup[];
} & (
  | { readonly phase: 'open' }
  | {
      readonly phase: 'closed';
      readonly closing: Closing;
      /** null before the first group. */
      readonly opened: OpenedGroups | null;
    }
  | {
      readonly phase: 'revealed';
      readonly closing: Closing;
      readonly results: readonly SubjectResult[];
      /** Sequence number of the reveal: which one came last is no question of clocks. */
      readonly revealed: number;
      readonly revealedAt: Instant;
      /** Boards that were to show its scores when it was revealed, each with its category, null for all; absent: none. */
      readonly waitsFor?: ReadonlyMap<ItemId, CategoryId | null>;
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
  /** Whether every unit without a turn belongs to it; else only those in `named`. */
  readonly rest: boolean;
  /** In it by its item or put in by hand, with the turns that stood by then: one that came since takes it out. */
  readonly named: ReadonlyMap<SubjectId, ReadonlySet<ItemId>>;
  /** Taken out by hand, or in another round when this one opened. */
  readonly removed: ReadonlySet<SubjectId>;
  /** Of the last attempt. */
  readonly terms: Terms;
  /** Oldest first, never empty; only the last can be open. */
  readonly attempts: readonly Attempt[];
}
