// The result plan as the state has it: what a year's review adds up, and how it is decided (RESULTS.md §3 to §6).
import type { CategoryId, GroupId, ItemId, RoundId, SubjectId } from '../../ids.ts';
import type {
  AdjustmentKind,
  ConsequenceForm,
  Decimal,
  GradeForm,
  Share,
} from '../../results/case.ts';

/** What whoever saves a plan has chosen; versions are the meeting's. */
export interface PlanRules {
  /** The tree of every category without its own. */
  readonly tree?: PlanNode;
  readonly trees?: Readonly<Record<CategoryId, PlanNode>>;
  readonly tieBreak: readonly PlanTie[];
  readonly grades?: GradeForm;
  readonly consequences: readonly ConsequenceForm[];
  readonly kinds: readonly PlanKind[];
  readonly bonusCap?: Decimal;
  readonly deductionCap?: Decimal;
  /** The least and the most that a total can be. */
  readonly clamp?: readonly [Decimal, Decimal];
  /** Rounds that do not weigh 1 where a leaf joins several. */
  readonly roundWeights?: readonly { readonly round: RoundId; readonly weight: Share }[];
}

/** Every version ever adopted is kept: a result names the one that it was computed by. */
export interface ResultPlan extends PlanRules {
  /** From 1. */
  readonly version: number;
  /** Why it was changed once people had come; absent before. */
  readonly reason?: string;
}

export type PlanNode = {
  readonly id: string;
  readonly name: string;
  readonly weight?: Share;
  readonly points?: Share;
} & (PlanBranch | { readonly source: PlanSource });

export interface PlanBranch {
  readonly combine: 'weighted' | 'points';
  readonly missing: 'rescale' | 'zero' | 'incomplete';
  readonly children: readonly PlanNode[];
}

export type PlanSource =
  /** "all": the score that stands for the unit, live or written, whichever round it comes from. */
  | { readonly rounds: 'all' | readonly RoundId[] }
  | { readonly imported: string }
  | { readonly earlier: string; readonly node?: string }
  /** true: its root. */
  | { readonly parent: string | true };

export type PlanTie =
  | { readonly node: string }
  | { readonly group: GroupId; readonly rounds: 'all' | readonly RoundId[] }
  | { readonly deduction: true }
  /** The item of a draw of units; before it is drawn it parts nobody. */
  | { readonly draw: ItemId };

export interface PlanKind extends AdjustmentKind {
  readonly name: string;
}

/** Scores of units from outside, one for each. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly max: Decimal;
  /** Name of the file that it came from. */
  readonly source: string;
  readonly values: ReadonlyMap<SubjectId, Decimal>;
}

/** A result of another time, by its subjects of now. */
export interface EarlierTable {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly values: ReadonlyMap<SubjectId, { readonly total?: Share; readonly root?: Share }>;
  readonly grades: ReadonlyMap<SubjectId, string>;
}

/** The id of the column that tells how many people a unit has, for shares of staff. */
export const HEADCOUNT = 'headcount';
