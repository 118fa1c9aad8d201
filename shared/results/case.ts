// Everything that a result is computed from (RESULTS.md §11): numbers as decimal text, what is left out is empty.
import type { CountingRules } from '../scoring/scheme.ts';

/** A decimal of at most six places as text: "12.5", "-3". */
export type Decimal = string;
/** A decimal, or "p/q". */
export type Share = string;

export interface ResultCase {
  readonly subjects: readonly CaseSubject[];
  readonly groups: readonly { readonly id: string; readonly weight: Share }[];
  readonly seats: readonly CaseSeat[];
  readonly sheets: readonly SheetRoot[];
  readonly rounds: readonly CaseRound[];
  readonly scheme: CountingRules;
  readonly imported: readonly ImportedColumn[];
  /** The oldest first. */
  readonly earlier: readonly EarlierResult[];
  readonly experts: readonly ExpertReview[];
  readonly adjustments: Adjustments | null;
  readonly vetoes: readonly Veto[];
  readonly draws: readonly { readonly id: string; readonly order: readonly string[] }[];
  readonly result: ResultForm;
  readonly grades: GradeForm | null;
  readonly consequences: readonly ConsequenceForm[];
  readonly votes: readonly Vote[];
}

/** What is left of a case once its rounds have scores: no seat, no sheet, no ballot. */
export interface ScoredCase extends Omit<
  ResultCase,
  'seats' | 'sheets' | 'rounds' | 'scheme' | 'votes'
> {
  readonly rounds: readonly Pick<CaseRound, 'id' | 'weight'>[];
}

export interface CaseSubject {
  readonly id: string;
  readonly category: string;
  readonly headcount?: number | undefined;
  readonly parent?: string | undefined;
}

export interface CaseSeat {
  readonly id: string;
  readonly group: string;
  readonly recusals: readonly string[];
  /** The subject that holds it. */
  readonly unit?: string | undefined;
}

export interface SheetRoot {
  readonly id: string;
  readonly children: readonly SheetPart[];
}

export type SheetPart = { readonly id: string; readonly weight: Share } & (
  { readonly children: readonly SheetPart[] } | SheetLine
);

export type SheetLine = {
  readonly max: Decimal;
  /** Who fills it; absent or empty: all. */
  readonly groups?: readonly string[] | undefined;
} & (
  | { readonly step: Decimal }
  | { readonly scale: readonly { readonly id: string; readonly mark: Decimal }[] }
);

export interface CaseRound {
  readonly id: string;
  readonly weight?: Share | undefined;
  readonly subjects: readonly string[];
  readonly sheets: readonly SheetChoice[];
  /** The attempt that counts, where it is not the first. */
  readonly revealed: Readonly<Record<string, number>>;
  readonly ballots: readonly CaseBallot[];
}

/** Absent or empty `groups` and `categories`: all. */
export interface SheetChoice {
  readonly groups?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly sheet: string;
}

export interface CaseBallot {
  readonly seat: string;
  readonly subject: string;
  /** Marks by line; null abstains. */
  readonly marks: Readonly<Record<string, Decimal>> | null;
  readonly attempt: number;
}

export interface ImportedColumn {
  readonly id: string;
  readonly max: Decimal;
  readonly values: Readonly<Record<string, Decimal>>;
}

export interface EarlierResult {
  readonly id: string;
  readonly root?: string | undefined;
  readonly values: Readonly<Record<string, Readonly<Record<string, Share>>>>;
  readonly grades: Readonly<Record<string, string>>;
}

export interface ExpertReview {
  readonly id: string;
  readonly entries: readonly {
    readonly subject: string;
    readonly points: Decimal;
    readonly state: EntryState;
  }[];
}

export type EntryState = 'declared' | 'confirmed' | 'rejected' | 'cancelled';

export interface Adjustments {
  /** Its first and its last day. */
  readonly period: readonly [string, string];
  readonly kinds: readonly AdjustmentKind[];
  readonly entries: readonly AdjustmentEntry[];
  readonly bonusCap?: Decimal | undefined;
  readonly deductionCap?: Decimal | undefined;
  readonly clamp?: readonly [Decimal, Decimal] | undefined;
}

export interface AdjustmentKind {
  readonly id: string;
  readonly sign: 'bonus' | 'deduction';
  readonly cap?: Decimal | undefined;
  readonly late?: 'drop' | 'carry' | undefined;
  readonly multipliers?: Readonly<Record<string, Share>> | undefined;
}

export interface AdjustmentEntry {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly points: Decimal;
  readonly event: string;
  readonly tags: readonly string[];
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly state: EntryState;
  readonly carried?: boolean | undefined;
}

export interface Veto {
  readonly subject: string;
  readonly effect: 'unranked' | { readonly worst: string };
}

export interface ResultForm {
  readonly trees?: Readonly<Record<string, Component>> | undefined;
  readonly tree?: Component | undefined;
  readonly tieBreak: readonly TieRule[];
}

export type Component = {
  readonly id: string;
  readonly weight?: Share | undefined;
  readonly points?: Share | undefined;
} & (ComponentNode | { readonly source: Source });

export interface ComponentNode {
  readonly combine: 'weighted' | 'points';
  readonly missing: 'rescale' | 'zero' | 'incomplete';
  readonly children: readonly Component[];
}

export type Source =
  | { readonly rounds: readonly string[] }
  | { readonly imported: string }
  | { readonly earlier: string; readonly node?: string | undefined }
  /** Anything but a name is the root. */
  | { readonly parent: string | null | true }
  | { readonly expert: string; readonly max: Decimal };

export type TieRule =
  | { readonly node: string }
  | { readonly group: string; readonly rounds: readonly string[] }
  | { readonly deduction: true }
  | { readonly draw: string };

export interface GradeForm {
  /** The best first. */
  readonly names: readonly string[];
  readonly thresholds?: readonly Decimal[] | undefined;
  readonly shares?: readonly Share[] | undefined;
  readonly of: Scope;
}

export type Scope = 'category' | 'all';

export type ConsequenceForm =
  | { readonly last: number; readonly of: Scope }
  | {
      readonly repeated: {
        readonly grade: string;
        readonly times: number;
        readonly within: number;
      };
    }
  | { readonly staffShare: Readonly<Record<string, Share>> };

export interface Vote {
  readonly id: string;
  readonly kind: 'choose' | 'approve';
  readonly options: readonly string[];
  readonly n?: number | undefined;
  readonly exactly: boolean;
  readonly quorum?: { readonly share: Share; readonly of: 'seats' | 'present' } | undefined;
  readonly majority?:
    | {
        readonly share: Share;
        readonly of: 'cast' | 'decided' | 'seats';
        readonly strict: boolean;
      }
    | undefined;
  readonly weighted: boolean;
  readonly seats: readonly string[];
  readonly present: readonly string[];
  /** `words`: what was chosen, or for, against or abstain for each option; null abstains as a whole. */
  readonly ballots: readonly { readonly seat: string; readonly words: readonly string[] | null }[];
}
