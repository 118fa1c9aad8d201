// A computed result on its way to being final: what it came to, and who put their name to it when.
import type { Instant } from '../../instant.ts';
import type { StaffId, SubjectId } from '../../ids.ts';

/** One subject of a computed result, exact values as "n/d" (R8). What it has not got is absent. */
export interface OutcomeRow {
  readonly subject: SubjectId;
  /** By node of its tree. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly base?: string;
  readonly bonus: string;
  readonly deduction: string;
  /** What was entered and counts, before the caps. */
  readonly bonusEntered: string;
  readonly deductionEntered: string;
  readonly total?: string;
  readonly rank?: number;
  readonly categoryRank?: number;
  /** Which rule of the chain parted it from another of equal total, from 0. */
  readonly rule?: number;
  readonly grade?: string;
}

/** What a rule of the plan entails, in the plan's order. */
export type OutcomeConsequence =
  | { readonly subjects: readonly SubjectId[] }
  | { readonly ratings: Readonly<Record<SubjectId, number>> };

export interface Signature {
  readonly by: StaffId;
  readonly at: Instant;
}

/** The word of a body: who approved, on which day, by which document. */
export interface Approval extends Signature {
  readonly body: string;
  readonly date: string;
  readonly document: string;
}

/** 审核 and 审定: the one looks at it, the other settles it. */
export const APPROVALS = ['reviewed', 'settled'] as const;
export type ApprovalStage = (typeof APPROVALS)[number];

export interface Outcome {
  /** Counts the results that were ever computed, from 1. */
  readonly n: number;
  /** Stands for plan, rows and consequences: an approval names it. */
  readonly hash: string;
  /** Version of the plan. */
  readonly plan: number;
  readonly rows: readonly OutcomeRow[];
  readonly consequences: readonly OutcomeConsequence[];
  readonly computed: Signature;
  readonly checked: Signature | null;
  readonly reviewed: Approval | null;
  readonly settled: Approval | null;
  /** `days`: for how long it is open to objections. */
  readonly published: (Signature & { readonly days: number }) | null;
  readonly final: Signature | null;
}
