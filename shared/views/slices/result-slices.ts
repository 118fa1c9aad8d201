// The result for staff: what it is made of, what was entered, how far it has come. Types only: a phone loads nothing here.
import type { ItemId, RoundId, SubjectId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { EntryState } from '../../results/case.ts';
import type { PlanFlaw } from '../../results/refused.ts';
import type { Counted } from '../../results/adjustments.ts';
import type { ApprovalStage } from '../../meeting/result/outcome.ts';
import type { PlanRules } from '../../meeting/result/plan.ts';
import type { ShownSubject } from './shown.ts';

/** A step that somebody took. */
export interface ShownStep {
  readonly by: string;
  readonly at: Instant;
}

export interface ShownApproval extends ShownStep {
  readonly body: string;
  readonly date: string;
  readonly document: string;
}

/** The result as it stands, and as it was computed last. */
export interface ResultPage {
  readonly plan: (PlanRules & { readonly version: number }) | null;
  /** Why it cannot be computed; null where it can, and without a plan. */
  readonly flaw: { readonly flaw: PlanFlaw; readonly name: string } | null;
  readonly columns: readonly ShownColumn[];
  readonly earlier: readonly ShownColumn[];
  /** The newest first. */
  readonly adjustments: readonly ShownAdjustment[];
  readonly vetoes: readonly ShownVeto[];
  /** As they are now; empty without a plan. */
  readonly rows: readonly ShownRow[];
  readonly consequences: readonly ShownConsequence[];
  readonly outcome: ShownOutcome | null;
  /** What changed since it was computed. */
  readonly changes: readonly ShownChange[];
  readonly rounds: readonly { readonly id: RoundId; readonly name: string }[];
  /** Draws of units on the agenda, that a chain may end in. */
  readonly draws: readonly { readonly item: ItemId; readonly name: string }[];
  /** Whether a change of the plan needs a reason. */
  readonly begun: boolean;
}

export interface ShownColumn {
  readonly id: string;
  readonly name: string;
  /** "" of an earlier result. */
  readonly max: string;
  readonly source: string;
  readonly count: number;
  readonly missing: number;
}

export interface ShownAdjustment {
  readonly id: string;
  readonly subject: ShownSubject;
  /** The name of its kind. */
  readonly kind: string;
  readonly sign: 'bonus' | 'deduction';
  readonly points: string;
  /** With its tags, where it is confirmed. */
  readonly worth: string | null;
  readonly date: string;
  readonly event: string;
  readonly tags: readonly string[];
  readonly reason: string;
  readonly evidence: string;
  readonly document: string | null;
  readonly state: EntryState;
  /** What became of a confirmed one; null for others. */
  readonly as: Counted['as'] | null;
  readonly declared: ShownStep;
  readonly decided: readonly (ShownStep & {
    readonly state: EntryState;
    readonly reason: string;
  })[];
  /** Whoever looks has declared it: another has to decide. */
  readonly own: boolean;
}

export interface ShownVeto extends ShownStep {
  readonly id: string;
  readonly subject: ShownSubject;
  /** null: no place. */
  readonly worst: string | null;
  readonly reason: string;
}

/** One unit's figures, rounded as they are shown. */
export interface ShownRow {
  readonly subject: ShownSubject;
  readonly nodes: readonly ShownNode[];
  readonly base: string | null;
  readonly bonus: string;
  readonly deduction: string;
  readonly bonusEntered: string;
  readonly deductionEntered: string;
  readonly total: string | null;
  readonly rank: number | null;
  readonly categoryRank: number | null;
  readonly grade: string | null;
  /** Which rule parted it from another of equal total, from 1; null where none did. */
  readonly rule: number | null;
}

/** A node of its tree, each before its children. */
export interface ShownNode {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** As it was entered: a weight, or points. */
  readonly weight: string;
  /** Of 100. */
  readonly value: string | null;
  /** Of the points that it can give to the total. */
  readonly part: string | null;
  readonly of: string;
}

export interface ShownConsequence {
  readonly kind: 'last' | 'repeated' | 'staff-share';
  readonly n: number;
  readonly grade: string;
  readonly units: readonly { readonly name: string; readonly count: number | null }[];
}

export interface ShownOutcome {
  readonly n: number;
  readonly hash: string;
  readonly computed: ShownStep;
  readonly checked: ShownStep | null;
  readonly approvals: Readonly<Record<ApprovalStage, ShownApproval | null>>;
  readonly published: (ShownStep & { readonly days: number }) | null;
  readonly final: ShownStep | null;
  /** It is what would be computed now. */
  readonly current: boolean;
  readonly own: boolean;
}

export interface ShownChange {
  readonly name: string;
  readonly subject: SubjectId;
  readonly before: Pick<ShownRow, 'total' | 'rank' | 'grade'> | null;
  readonly after: Pick<ShownRow, 'total' | 'rank' | 'grade'> | null;
}

/** What everybody sees of a result once it is published; null before. It stands until another one is. */
export type PublishedSlice = {
  readonly at: Instant;
  /** For how many days it is open to objections. */
  readonly days: number;
  readonly final: boolean;
  /** Best first; who has no place stands last. */
  readonly units: readonly PublishedUnit[];
} | null;

export interface PublishedUnit extends ShownRow {
  /** Units of its category with a place. */
  readonly of: number;
  /** It shares its place in the category. */
  readonly tied: boolean;
}
