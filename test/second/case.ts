// A case of RESULTS.md §11 and what it expects, as they stand in a file.

export interface Subject {
  readonly id: string;
  readonly category: string;
  readonly headcount?: number;
  readonly parent?: string;
}

export interface Group {
  readonly id: string;
  readonly weight: string;
}

export interface Seat {
  readonly id: string;
  readonly group: string;
  readonly recusals: readonly string[];
  readonly unit?: string;
}

/** An inner node has children; a leaf has max, and a step or a scale. The root has no weight. */
export interface SheetNode {
  readonly id: string;
  readonly name: string;
  readonly weight?: string;
  readonly children?: readonly SheetNode[];
  readonly max?: string;
  readonly step?: string;
  readonly scale?: readonly { readonly id: string; readonly name: string; readonly mark: string }[];
  readonly groups?: readonly string[];
}

export interface RoundSheet {
  readonly groups?: readonly string[];
  readonly categories?: readonly string[];
  readonly sheet: string;
}

export type Marks = Readonly<Record<string, string>>;

export type Ballot = readonly [
  seat: string,
  subject: string,
  what: Marks | 'abstain',
  attempt?: number,
];

export interface Round {
  readonly id: string;
  readonly weight?: string;
  readonly subjects: readonly string[];
  readonly sheets: readonly RoundSheet[];
  readonly revealed?: Readonly<Record<string, number>>;
  readonly ballots: readonly Ballot[];
}

export interface Scheme {
  readonly spread:
    | { readonly kind: 'none' }
    | { readonly kind: 'trim'; readonly t: number }
    | { readonly kind: 'cap'; readonly margin: string };
  readonly centre: 'mean' | 'median';
  readonly emptyGroup: 'rescale' | 'incomplete';
  readonly belowFloor?: 'count' | 'empty';
  readonly floor?: number;
}

export type Source =
  | { readonly rounds: readonly string[] }
  | { readonly imported: string }
  | { readonly earlier: string; readonly node?: string }
  | { readonly parent: string | null }
  | { readonly expert: string; readonly max: string };

/** An inner node has children, combine and missing; a leaf has a source. */
export interface TreeNode {
  readonly id: string;
  readonly name: string;
  readonly weight?: string;
  readonly points?: string;
  readonly combine?: 'weighted' | 'points';
  readonly missing?: 'rescale' | 'zero' | 'incomplete';
  readonly children?: readonly TreeNode[];
  readonly source?: Source;
}

export type TieRule =
  | { readonly node: string }
  | { readonly group: string; readonly rounds: readonly string[] }
  | { readonly deduction: true }
  | { readonly draw: string };

export interface Kind {
  readonly id: string;
  readonly name: string;
  readonly sign: 'bonus' | 'deduction';
  readonly cap?: string;
  readonly late?: 'drop' | 'carry';
  readonly multipliers?: Readonly<Record<string, string>>;
}

export interface Entry {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly points: string;
  readonly event: string;
  readonly tags: readonly string[];
  readonly date: string;
  readonly reason: string;
  readonly evidence: string;
  readonly state: 'declared' | 'confirmed' | 'rejected' | 'cancelled';
  readonly carried?: boolean;
}

export interface Adjustments {
  readonly period: readonly [from: string, to: string];
  readonly kinds: readonly Kind[];
  readonly entries: readonly Entry[];
  readonly bonusCap?: string;
  readonly deductionCap?: string;
  readonly clamp?: readonly [low: string, high: string];
}

export interface Grades {
  readonly names: readonly string[];
  readonly thresholds?: readonly string[];
  readonly shares?: readonly string[];
  readonly of?: 'category' | 'all';
}

export interface Veto {
  readonly subject: string;
  readonly reason: string;
  readonly effect: 'unranked' | { readonly worst: string };
}

export type Consequence =
  | { readonly last: number; readonly of?: 'category' | 'all' }
  | {
      readonly repeated: {
        readonly grade: string;
        readonly times: number;
        readonly within: number;
      };
    }
  | { readonly staffShare: Readonly<Record<string, string>> };

export interface Vote {
  readonly id: string;
  readonly kind: 'choose' | 'approve';
  readonly options: readonly string[];
  readonly n?: number;
  readonly exactly?: boolean;
  readonly quorum?: { readonly share: string; readonly of: 'seats' | 'present' };
  readonly majority?: {
    readonly share: string;
    readonly of: 'cast' | 'decided' | 'seats';
    readonly strict: boolean;
  };
  readonly weighted?: boolean;
  readonly seats: readonly string[];
  readonly present: readonly string[];
  readonly ballots: readonly (readonly [seat: string, ...words: string[]])[];
}

export interface Case {
  readonly name: string;
  readonly subjects: readonly Subject[];
  readonly groups: readonly Group[];
  readonly seats: readonly Seat[];
  readonly sheets: readonly SheetNode[];
  readonly rounds: readonly Round[];
  readonly scheme: Scheme;
  readonly imported: readonly {
    readonly id: string;
    readonly max: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  readonly earlier: readonly {
    readonly id: string;
    readonly root?: string;
    readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly grades: Readonly<Record<string, string>>;
  }[];
  readonly experts: readonly {
    readonly id: string;
    readonly entries: readonly {
      readonly subject: string;
      readonly points: string;
      readonly state: string;
    }[];
  }[];
  readonly adjustments: Adjustments;
  readonly vetoes: readonly Veto[];
  readonly draws: readonly { readonly id: string; readonly order: readonly string[] }[];
  readonly result: {
    readonly tree?: TreeNode;
    readonly trees?: Readonly<Record<string, TreeNode>>;
    readonly tieBreak?: readonly TieRule[];
  };
  readonly grades?: Grades;
  readonly consequences?: readonly Consequence[];
  readonly votes?: readonly Vote[];
}

export interface ExpectedSubject {
  readonly id: string;
  readonly nodes: Readonly<Record<string, string | null>>;
  readonly exact: string | null;
  readonly bonus: string;
  readonly deduction: string;
  readonly total: string | null;
  readonly rank: number | null;
  readonly categoryRank: number | null;
  readonly resolvedBy?: TieRule;
  readonly grade?: string;
}

export interface ExpectedVote {
  readonly id: string;
  readonly valid: boolean;
  readonly counts: Readonly<Record<string, number | string>>;
  readonly elected: readonly string[];
  readonly tied: readonly string[];
}

export type ExpectedConsequence =
  { readonly subjects: readonly string[] } | { readonly ratings: Readonly<Record<string, number>> };

export interface Expected {
  readonly subjects: readonly ExpectedSubject[];
  readonly counted: readonly string[];
  readonly carried: readonly string[];
  readonly once: readonly string[];
  readonly consequences?: readonly ExpectedConsequence[];
  readonly votes?: readonly ExpectedVote[];
}

/** What a case leaves out is empty. */
export function wholeCase(parsed: unknown): Case {
  const given = parsed as Partial<Case>;
  return {
    name: '',
    subjects: [],
    groups: [],
    seats: [],
    sheets: [],
    rounds: [],
    scheme: { spread: { kind: 'none' }, centre: 'mean', emptyGroup: 'rescale' },
    imported: [],
    experts: [],
    vetoes: [],
    draws: [],
    result: {},
    ...given,
    earlier: (given.earlier ?? []).map((past) => ({
      ...past,
      values: (past as Partial<typeof past>).values ?? {},
      grades: (past as Partial<typeof past>).grades ?? {},
    })),
    adjustments: { period: ['', ''], kinds: [], entries: [], ...given.adjustments },
  };
}
