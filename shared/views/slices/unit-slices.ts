// What one unit's result is made of: whole for staff, as far as it is public for viewers. Types only.
import type { RoundId, SubjectId } from '../../ids.ts';
import type { Disclosure } from '../../meeting/agenda/item.ts';
import type { Round } from '../../meeting/round.ts';
import type { Instant } from '../../instant.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import type { BoardRow, GroupMean } from './number-slices.ts';
import type { ShownSubject } from './shown.ts';

/** What each score on the board is made of, as small as it goes: every viewer loads it. */
export interface ResultsSlice {
  readonly rounds: readonly {
    readonly round: RoundId;
    readonly kind: Round['kind'];
    readonly attempt: number;
    /** Of a live round; null also where the box holds too few ballots to hide each. */
    readonly root: string | null;
    /** In the order in which units have their figures. */
    readonly groups: readonly Pick<GroupMean, 'id' | 'name' | 'weight'>[];
  }[];
  readonly units: readonly {
    readonly subject: SubjectId;
    /** Place in `rounds`. */
    readonly round: number;
    /** null where the group neither had a seat to score the unit nor a ballot. */
    readonly groups: readonly (GroupShown | null)[];
  }[];
}

/** How many ballots a group gave, and its value or why there is none to see. */
export type GroupShown =
  | readonly [ballots: number, value: string]
  | readonly [ballots: number, value: null, why: GroupMean['why']];

/** One unit's result, opened down to its parts; for staff. */
export interface UnitPage {
  readonly subject: ShownSubject;
  /** null while nothing about it is revealed. */
  readonly result: UnitResult | null;
  /** An attempt that is not revealed yet: nothing but that it is on (R6). */
  readonly pending: UnitPending | null;
  /** Results that stand no longer, newest first. */
  readonly earlier: readonly EarlierResult[];
}

export interface UnitResult {
  /** As on the board. */
  readonly score: string | null;
  readonly why: BoardRow['why'];
  /** null for a unit without a score, and for one that takes part no longer. */
  readonly places: { readonly category: UnitPlace; readonly overall: UnitPlace } | null;
  readonly round: UnitRound;
  readonly scheme: CountingRules;
  readonly groups: readonly UnitGroup[];
  /** Of the groups that have ballots, together. */
  readonly weights: number;
  /** Of the groups' shown parts together; null where none may be shown, or there is no score. */
  readonly sum: string | null;
}

export interface UnitPlace {
  readonly rank: number;
  /** Of how many whose result is revealed, and how many there are. */
  readonly of: number;
  readonly all: number;
  /** Others that share the place. */
  readonly shared: readonly ShownSubject[];
}

export interface UnitRound {
  readonly kind: Round['kind'];
  readonly disclosure: Disclosure;
  readonly attempt: number;
  /** Why it was repeated; null for a first attempt. */
  readonly reason: string | null;
  readonly sheets: readonly { readonly name: string; readonly version: number }[];
  readonly openedAt: Instant;
  readonly closedAt: Instant;
  readonly revealedAt: Instant;
  /** Units that it was about. */
  readonly units: number;
  /** Of this unit: ballots owed and in. */
  readonly expected: number;
  readonly ballots: number;
  /** Null where the box holds too few ballots to hide each. */
  readonly root: string | null;
}

export interface UnitGroup extends GroupMean {
  /** Ballots with marks, and those that abstained: together what `counted` says. */
  readonly scored: number;
  readonly abstained: number;
  readonly recused: number;
  /** Totals that were dropped at either end. */
  readonly dropped: number;
  /** Its weight out of 100 of all that have ballots; null where it counts for nothing. */
  readonly share: string | null;
  /** What it adds to the score; null where its value is not shown, or there is no score. */
  readonly part: string | null;
  readonly criteria: CriterionMeans;
}

/** The means of a sheet's criteria over the ballots that make a group's value, or why there are none to see. */
export type CriterionMeans =
  | { readonly ballots: number; readonly lines: readonly CriterionMean[] }
  | { readonly ballots: null; readonly why: 'withheld' | 'none' | 'erased' | 'unnamed' };

/** A line that ballots fill, or a node above some: in the sheet's order, a node before its lines. */
export interface CriterionMean {
  readonly id: string;
  readonly kind: 'node' | 'line';
  readonly name: string;
  /** How deep it lies, from 0. */
  readonly level: number;
  /** 100 for a node, whose lines have maxima of their own. */
  readonly max: string;
  readonly mean: string;
}

export interface UnitPending {
  readonly kind: Round['kind'];
  readonly attempt: number;
  readonly phase: 'open' | 'closed';
  readonly reason: string | null;
}

export interface EarlierResult {
  readonly kind: Round['kind'];
  readonly attempt: number;
  readonly score: string | null;
  readonly why: BoardRow['why'];
  readonly openedAt: Instant;
  readonly revealedAt: Instant;
  /** Its round was repeated, for this reason; or another round that opened later counts. */
  readonly ended: { readonly by: 'repeated'; readonly reason: string } | { readonly by: 'moved' };
}
