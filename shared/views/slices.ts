// The slices of every audience's view: plain data that travels as JSON. Types only, so that a phone loads nothing here.
import type {
  CategoryId,
  DrawId,
  GroupId,
  ItemId,
  ReviewerId,
  RoundId,
  SeatId,
  SubjectId,
} from '../ids.ts';
import type { Choice } from '../ballots/ballot.ts';
import type { Expectation, StaffCommand } from '../meeting/commands.ts';
import type { Actor, Assurance, Disclosure, DrawSettings, Item } from '../meeting/state.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';

declare const audience: unique symbol;
/** Marks a view as built for one audience, so that it can be sent to no other (R7). */
export type ViewFor<A extends Audience, T> = T & { readonly [audience]?: A };
export type Audience = 'staff' | 'panel' | 'screen' | 'public';

export interface MeetingCard {
  readonly code: string;
  readonly title: string;
  readonly zone: string;
}

export interface SubjectCard {
  readonly id: SubjectId;
  readonly name: string;
  readonly category: {
    readonly id: CategoryId;
    readonly name: string;
    readonly mark: string;
    /** Place in the list of categories from 0: its hue. */ readonly hue: number;
  };
}

/** A countdown as pages run it: towards an instant of the server's clock, or standing still. */
export type CountdownView =
  | { readonly phase: 'running'; readonly endsAt: number; readonly totalSeconds: number }
  | { readonly phase: 'stopped'; readonly leftMs: number; readonly totalSeconds: number };

/** Where a unit stands among those that present: 第 5 家，共 12 家. */
export interface Ordinal {
  readonly n: number;
  readonly of: number;
}

export interface DrawView {
  readonly id: DrawId | null;
  readonly purpose: DrawSettings['purpose'];
  readonly take: number;
  readonly of: number;
  /** Everyone's chance as a reduced fraction, "12/77". */
  readonly chance: string;
  readonly sources: readonly {
    readonly type: string;
    readonly count: number;
    readonly read: boolean;
  }[];
  readonly assurance: Assurance | null;
  readonly phase: 'ready' | 'locked' | 'showing' | 'done' | 'void';
  readonly lockHash: string | null;
  readonly lockedAt: string | null;
  /** The names shown so far, in order of appearance; never one more (DRAW.md §6). */
  readonly shown: readonly DrawnName[];
  readonly why: string | null;
}

export interface DrawnName {
  readonly id: string;
  readonly name: string;
  /** The drawn unit, or null where a reviewer was drawn. */
  readonly subject: SubjectCard | null;
  readonly group: string | null;
}

export type RoundPhase = 'ready' | 'open' | 'closed' | 'revealed';

export interface ScoreStage {
  readonly kind: 'score';
  readonly round: RoundId | null;
  readonly attempt: number;
  readonly subject: SubjectCard;
  readonly ordinal: Ordinal | null;
  readonly phase: RoundPhase;
  readonly disclosure: Disclosure;
  readonly countdown: CountdownView | null;
}

export type StageBody =
  | { readonly kind: 'idle' }
  | { readonly kind: 'check-in' }
  | { readonly kind: 'draw'; readonly draw: DrawView }
  | {
      readonly kind: 'presentation';
      readonly subject: SubjectCard;
      readonly ordinal: Ordinal | null;
      readonly countdown: CountdownView | null;
      readonly seconds: number;
      readonly next: SubjectCard | null;
    }
  | ScoreStage
  | { readonly kind: 'board' };

/** What is on now. */
export interface StageSlice {
  readonly meeting: MeetingCard;
  readonly item: { readonly id: ItemId; readonly n: number } | null;
  readonly items: number;
  readonly body: StageBody;
}

/** Counts only: how many, never who (R6). `kind` says of what; null where the item counts nothing. */
export interface ProgressSlice {
  readonly kind: 'check-in' | 'score' | null;
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

export interface GroupMean {
  readonly id: GroupId;
  readonly name: string;
  readonly weight: number;
  readonly expected: number;
  readonly counted: number;
  /** Two decimals, or null where it may not be shown (fewer ballots than the secrecy floor) or does not exist. */
  readonly mean: string | null;
  readonly why: 'floor' | 'none' | null;
}

/** Numbers of the item's subject, as far as they may be shown; null where nothing may. */
export type TallySlice = {
  readonly subject: SubjectId;
  readonly attempt: number;
  /** false while ballots come in: the number may still change. */
  readonly final: boolean;
  readonly score: string | null;
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
  readonly groups: readonly GroupMean[];
  /** Once final: place among the subjects revealed so far, and the root of a box that holds enough ballots to hide each. */
  readonly place: Ordinal | null;
  readonly root: string | null;
  readonly ballots: number;
} | null;

export interface BoardRow {
  readonly subject: SubjectCard;
  /** null for a subject without a score; it stands last and `why` says why. */
  readonly rank: number | null;
  /** Rank within its category. */
  readonly categoryRank: number | null;
  readonly score: string | null;
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
  readonly tied: boolean;
  /** Places gained (positive) or lost since the board before the latest result; 0 where none. */
  readonly moved: number;
  /** The subject whose result came last. */
  readonly latest: boolean;
}

/** The standings of everything revealed so far. */
export interface BoardSlice {
  readonly rows: readonly BoardRow[];
  /** How many subjects the meeting judges in all. */
  readonly of: number;
}

/** What a panel member's phone does now. `sheet` is there while a round takes its ballots. */
export interface PanelStageSlice {
  readonly meeting: MeetingCard;
  readonly body: StageBody;
  /** Rounds that take ballots now, oldest first. */
  readonly open: readonly {
    readonly round: RoundId;
    readonly attempt: number;
    readonly subjects: readonly SubjectCard[];
    readonly sheet: Sheet;
    readonly countdown: CountdownView | null;
    readonly ordinal: Ordinal | null;
    readonly disclosure: Disclosure;
  }[];
}

export interface MyBallot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectCard;
  readonly rev: number;
  readonly choice: Choice;
  /** Two decimals; null for an abstention. */
  readonly total: string | null;
  /** Receipt code, `7K3F-Q2MD`. */
  readonly code: string;
}

/** What one seat knows of itself. */
export interface MeSlice {
  readonly seat: SeatId;
  readonly claim: number;
  readonly name: string;
  readonly group: string;
  readonly recusals: readonly SubjectId[];
  /** Its newest ballots, oldest round first. */
  readonly ballots: readonly MyBallot[];
}

export interface AgendaRow {
  readonly item: Item;
  readonly n: number;
  readonly subject: SubjectCard | null;
  readonly state: 'empty' | 'now' | 'done' | 'waiting';
}

/** The moderator's one obvious next step: the exact command that the key sends, and what to say about it. */
export interface NextStep {
  readonly act:
    | 'enter'
    | 'lock-draw'
    | 'read-entropy'
    | 'show-name'
    | 'show-all'
    | 'start-countdown'
    | 'open-round'
    | 'close-round'
    | 'reveal-round'
    | 'finished';
  /** null where a form must be filled first (the dice) or nothing is left to do. */
  readonly command: StaffCommand | null;
  readonly expects: Expectation;
  /** Cannot be undone: the key is needed twice within 3 s. */
  readonly irreversible: boolean;
  /** What the sentence about the step needs: the item that follows, ballots still owed, names shown. */
  readonly item: AgendaRow | null;
  readonly owed: number;
  readonly of: number;
}

export interface StaffStageSlice {
  readonly stage: StageSlice;
  readonly next: NextStep;
  /** Sequence numbers that roster and stage commands must carry. */
  readonly expects: { readonly stage: Expectation; readonly roster: Expectation };
  readonly previous: ItemId | null;
}

export interface SetupSlice {
  readonly subjects: number;
  readonly categories: readonly {
    readonly id: CategoryId;
    readonly name: string;
    readonly mark: string;
    readonly count: number;
  }[];
  readonly reviewers: number;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly weight: number;
    readonly pool: number;
    readonly seats: number;
    readonly present: number;
  }[];
  readonly recusals: number;
  readonly seats: number;
  readonly tickets: number;
  readonly sheets: readonly Sheet[];
  readonly scheme: Scheme | null;
  readonly retainUntil: string;
}

export interface PersonRow {
  readonly reviewer: ReviewerId | null;
  readonly seat: SeatId | null;
  readonly name: string;
  readonly group: GroupId;
  readonly present: boolean;
  readonly ticket: 'none' | 'issued' | 'revoked';
  readonly recusals: readonly SubjectId[];
}

/** Who has voted in the open round and who is connected: people, never scores (R6). */
export interface TurnoutSlice {
  readonly round: RoundId | null;
  readonly voted: readonly SeatId[];
  readonly recused: readonly SeatId[];
  readonly connected: readonly SeatId[];
}

export interface ActRow {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
  readonly byName: string;
  readonly type: string;
  /** What the act was about, as a name a person knows: a unit, a person, a file. */
  readonly about: string;
  readonly count: number;
}

export interface LogSlice {
  readonly acts: readonly ActRow[];
  readonly events: number;
  /**
   * Chain head shown to staff: the newest event whose hash does not yet cover the scores of a round still hidden (R3,
   * R6).
   */
  readonly head: { readonly seq: number; readonly hash: string };
}

export interface ScreenView {
  readonly stage: StageSlice;
  readonly progress: ProgressSlice;
  readonly tally: TallySlice;
  readonly board: BoardSlice;
}

export interface PublicView extends ScreenView {
  /** Every draw that was locked, newest first: whoever comes late can still compare and recompute. */
  readonly draws: readonly DrawView[];
}

export interface PanelView {
  readonly stage: PanelStageSlice;
}

export interface SeatView extends PanelView {
  readonly me: MeSlice;
}

export interface StaffView {
  readonly control: StaffStageSlice;
  readonly agenda: readonly AgendaRow[];
  readonly setup: SetupSlice;
  readonly people: readonly PersonRow[];
  readonly subjects: readonly SubjectCard[];
  readonly turnout: TurnoutSlice;
  readonly progress: ProgressSlice;
  readonly tally: TallySlice;
  readonly board: BoardSlice;
  readonly log: LogSlice;
}
