// Counts, means and standings, as far as they may be shown. Types only: a phone loads nothing here.
import type { ValueMissing } from '../../meeting/round.ts';
import type { CategoryId, GroupId, ItemId, RoundId, SubjectId } from '../../ids.ts';
import type { LiveWaits } from '../../scoring/live-total.ts';
import type { ShownCategory, Ordinal, ShownSubject } from './shown.ts';

/**
 * Counts only: how many, never who (R6). `kind` says of what; null where the item counts nothing. Of a written round
 * `done` and `expected` are ballots, and those of its groups are seats: finished, and owing anything at all.
 */
export interface ProgressSlice {
  readonly kind: 'check-in' | 'score' | 'written' | null;
  readonly done: number;
  readonly expected: number;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly done: number;
    /** Those who count towards the total; at check-in all seats, in a round those present and not recused. */
    readonly expected: number;
    readonly recused: number;
    readonly absent: number;
  }[];
}

/** A written round that is open or waits for its reveal, whatever is on stage. Counts only. */
export interface WrittenProgress {
  readonly item: ItemId;
  readonly round: RoundId;
  readonly attempt: number;
  readonly phase: 'open' | 'closed';
  readonly subjects: number;
  /** Ballots in, of those due. */
  readonly done: number;
  readonly expected: number;
  /** Seats that have cast all they owe, of those that owe any. */
  readonly seatsDone: number;
  readonly seats: number;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly seats: number;
    readonly done: number;
  }[];
  readonly closable: boolean;
}

export interface GroupMean {
  readonly id: GroupId;
  readonly name: string;
  readonly weight: number;
  readonly expected: number;
  readonly counted: number;
  /** Two decimals; null before the reveal, and where it may not be shown (fewer ballots than the floor) or does not exist. */
  readonly mean: string | null;
  /** `uncounted`: too few to count by the scheme, so that the score is without them; `sealed`: not open yet. */
  readonly why: ValueMissing | 'sealed' | null;
}

/** Numbers of the item's subject, as far as they may be shown; null where nothing may. */
export type TallySlice = {
  readonly subject: SubjectId;
  readonly attempt: number;
  /** false before the reveal: `score` is then the total so far of a live round, null while too few ballots are in. */
  readonly final: boolean;
  readonly score: string | null;
  /** Why a final one has no score. */
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
  /** What the next move of a live total waits for; null where it moves no more. */
  readonly waits: LiveWaits | null;
  readonly groups: readonly GroupMean[];
  /** Once final: place among the subjects revealed so far; null also where no other has one. */
  readonly place: Ordinal | null;
  /** Once it is closed: of a box that holds enough ballots to hide each. */
  readonly root: string | null;
  readonly ballots: number;
} | null;

/** Of the written round on stage once it is revealed: turnout, and how many units have a score in each step of the scale. */
export type SpreadSlice = {
  readonly units: number;
  /** Units without a score that may be shown. */
  readonly scoreless: number;
  /** Ballots in, of those due. */
  readonly ballots: number;
  readonly expected: number;
  /** Where the first step begins and how wide each is, in points. */
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
} | null;

export interface BoardRow {
  readonly subject: ShownSubject;
  /** null for a subject without a score, which stands last and `why` says why, and for a row that a board has still to open. */
  readonly rank: number | null;
  /** The same within its category. */
  readonly categoryRank: number | null;
  readonly categoryTied: boolean;
  /** Where lots have put it among those that share its place: 1 is the first; null where none were drawn. */
  readonly lot: number | null;
  readonly categoryLot: number | null;
  readonly categoryMoved: number;
  /** The round whose result this is, and the place among its subjects; null where that place has no score. */
  readonly round: RoundId;
  readonly roundRank: number | null;
  readonly score: string | null;
  /** The same beside the scores of its own category alone: there fewer digits may tell them apart. */
  readonly categoryScore: string | null;
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
  readonly tied: boolean;
  /** Places gained (positive) or lost since the board was shown before, or before the latest result; 0 where none. */
  readonly moved: number;
  /** It had no place then, and others had. */
  readonly isNew: boolean;
  /** The subject whose result came last; none where a whole batch came at once. */
  readonly latest: boolean;
}

/** What the board on stage has opened of its rows, and nothing of the others but how many there are. */
export interface BoardClimb {
  /** Whose rows they are; ranks are those within it. */
  readonly category: CategoryId | 'all';
  readonly rows: number;
  /** In the order in which they came. */
  readonly opened: readonly {
    readonly subject: SubjectId;
    /** Its line, from 0 at the top: units that share a rank have one each. */
    readonly place: number;
    /** A picture of its own. */
    readonly podium: boolean;
  }[];
  /** Pages of categories follow. */
  readonly goesOn: boolean;
  /** Once every row is open: the categories in which one unit alone has a score, so that they have no page. */
  readonly alone: readonly CategoryId[];
}

/** The standings of everything shown so far. */
export interface BoardSlice {
  readonly rows: readonly BoardRow[];
  /** How many subjects take part, in all and by category. */
  readonly of: number;
  readonly categories: readonly BoardCategory[];
  /** Whether places stood before that those of now can be compared with. */
  readonly compared: boolean;
  /** Whether newcomers are worth a word: where they are most of the rows, they say nothing. */
  readonly tellsNew: boolean;
  /** null where no board is on stage. */
  readonly climb: BoardClimb | null;
}

export interface BoardCategory extends ShownCategory {
  readonly of: number;
}
