// The slices of every audience's view: plain data that travels as JSON. Types only, so that a phone loads nothing here.
import type {
  CategoryId,
  DrawId,
  GroupId,
  ItemId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../ids.ts';
import type { Choice } from '../ballots/ballot.ts';
import type { Expectation, StaffCommand } from '../meeting/commands.ts';
import type {
  Actor,
  Assurance,
  Disclosure,
  DrawSettings,
  Item,
  ReplacementReason,
  ReportDocument,
} from '../meeting/state.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { ReadinessSlice } from './readiness-lines.ts';

declare const audience: unique symbol;
/** Marks a view as built for one audience, so that it can be sent to no other (R7). */
export type ViewFor<A extends Audience, T> = T & { readonly [audience]?: A };
export type Audience = 'staff' | 'panel' | 'screen' | 'public';

export interface MeetingCard {
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  /** Only to try things out: every page says so. */
  readonly rehearsal: boolean;
  /** Raised when the meeting goes on from a copy of its file; a phone refuses a lower one. */
  readonly epoch: number;
}

/** A report that can be opened under `/api/m/<code>/documents/<hash>`. */
export type DocumentCard = Pick<ReportDocument, 'hash' | 'name' | 'bytes' | 'media'>;

export interface CategoryCard {
  readonly id: CategoryId;
  readonly name: string;
  readonly mark: string;
  /** Place in the list of categories from 0: its hue. */
  readonly hue: number;
}

export interface SubjectCard {
  readonly id: SubjectId;
  readonly name: string;
  readonly category: CategoryCard;
  /** Why it takes part no longer, null where it does. */
  readonly out: 'withdrawn' | 'combined' | null;
  readonly documents: readonly DocumentCard[];
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
  /** Everyone's chance as a reduced fraction, "12/77"; null where the cells differ, or nothing can be drawn yet. */
  readonly chance: string | null;
  /** Groups or categories that the rule draws by, in the roster's order; empty where everyone is alike. */
  readonly cells: readonly DrawCell[];
  readonly sources: readonly DrawSource[];
  /** What phones send in; null where they are no source. */
  readonly words: DrawWords | null;
  readonly assurance: Assurance | null;
  readonly phase: 'ready' | 'locked' | 'showing' | 'done' | 'void';
  readonly lockHash: string | null;
  readonly lockedAt: string | null;
  /** The names shown so far, in order of appearance; never one more (DRAW.md §6). */
  readonly shown: readonly DrawnName[];
  readonly why: string | null;
  /** The unit that a drawn representative asks; null for every other purpose. */
  readonly asked: SubjectCard | null;
  /** The units that a drawn team visits; empty for every other purpose. */
  readonly visits: readonly SubjectCard[];
  /** Drawn people who were replaced since, oldest first. */
  readonly replacements: readonly DrawReplacement[];
}

export interface DrawCell {
  readonly id: string;
  readonly name: string;
  /** The category, or null where the cell is a group of people. */
  readonly category: CategoryCard | null;
  readonly of: number;
  /** How many are drawn from it: one number, or a range that chance decides within. */
  readonly least: number;
  readonly most: number;
  /** Everyone's chance in this cell; null where it has too few. */
  readonly chance: string | null;
  readonly shown: number;
}

export interface DrawSource {
  readonly type: string;
  readonly count: number;
  readonly read: boolean;
  /** The digits of dice, once the last name has been shown. */
  readonly digits: string | null;
}

export interface DrawWords {
  /** null on phones while the list is open: a hall's phones need not hear of each other's words. */
  readonly sent: number | null;
  /** Seats that are present. */
  readonly of: number;
  readonly closed: boolean;
  /** What fixes the closed list: 64 hex digits. */
  readonly hash: string | null;
  /** The closed list in the order of arrival; null while it is open, on phones, and for earlier draws. */
  readonly list: readonly string[] | null;
}

export interface DrawReplacement {
  readonly out: string;
  /** null: a recorded vacancy. */
  readonly in: string | null;
  readonly group: string | null;
  readonly why: ReplacementReason;
  /** How many of the reserve were passed over, because they were not there. */
  readonly skipped: number;
  readonly recordHash: string;
}

export interface DrawnName {
  readonly id: string;
  readonly name: string;
  /** The drawn unit, or null where a reviewer was drawn. */
  readonly subject: SubjectCard | null;
  readonly group: string | null;
  /** The cell they were drawn in; "" where everyone is alike. */
  readonly cell: string;
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
  /** The round closes by itself at zero. */
  readonly closesItself: boolean;
}

/** One batch round over many subjects; it may stand open beside other items. */
export interface WrittenStage {
  readonly kind: 'written';
  readonly round: RoundId | null;
  readonly attempt: number;
  readonly phase: RoundPhase;
  readonly disclosure: Disclosure;
  /** How many subjects it is about, or will be when it opens. */
  readonly subjects: number;
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
  | WrittenStage
  | { readonly kind: 'board'; readonly category: CategoryCard | null }
  | { readonly kind: 'card'; readonly title: string; readonly text: string };

/** What is on now. */
export interface StageSlice {
  readonly meeting: MeetingCard;
  readonly item: { readonly id: ItemId; readonly n: number } | null;
  readonly items: number;
  readonly body: StageBody;
  /** Grows each time the bell is rung by hand. */
  readonly bell: number;
}

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

/** How many of its ballots of a written round a seat has cast. */
export interface SeatShare {
  readonly seat: SeatId;
  readonly done: number;
  readonly of: number;
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
  /** The same within its category. */
  readonly categoryRank: number | null;
  readonly categoryTied: boolean;
  readonly categoryMoved: number;
  /** The round whose result this is, and the place among its subjects; null where that place has no score. */
  readonly round: RoundId;
  readonly roundRank: number | null;
  readonly score: string | null;
  readonly why: 'floor' | 'no-ballots' | 'group-without-ballots' | null;
  readonly tied: boolean;
  /** Places gained (positive) or lost since the board before the latest result; 0 where none. */
  readonly moved: number;
  /** The subject whose result came last; none where a whole batch came at once. */
  readonly latest: boolean;
}

/** The standings of everything revealed so far. */
export interface BoardSlice {
  readonly rows: readonly BoardRow[];
  /** How many subjects take part, in all and by category. */
  readonly of: number;
  readonly categories: readonly BoardCategory[];
}

export interface BoardCategory extends CategoryCard {
  readonly of: number;
}

/** What a panel member's phone does now. `sheet` is there while a round takes its ballots. */
export interface PanelStageSlice {
  readonly meeting: MeetingCard;
  readonly body: StageBody;
  /** Live rounds that take ballots now, oldest first. */
  readonly open: readonly OpenRound[];
}

export interface OpenRound {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subjects: readonly SubjectCard[];
  readonly sheet: Sheet;
  readonly countdown: CountdownView | null;
  readonly ordinal: Ordinal | null;
  readonly disclosure: Disclosure;
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
  /** Left early: nothing is owed and nothing can be cast until they are back. */
  readonly left: boolean;
  readonly name: string;
  readonly group: string;
  readonly recusals: readonly SubjectId[];
  /** Its newest ballots, oldest round first. */
  readonly ballots: readonly MyBallot[];
  /** Draws that this seat has sent its word for. */
  readonly words: readonly DrawId[];
  /** Draws that drew this seat's holder, each from its last name on. */
  readonly drawn: readonly DrawId[];
}

export interface AgendaRow {
  readonly item: Item;
  readonly n: number;
  readonly subject: SubjectCard | null;
  readonly state: 'empty' | 'now' | 'done' | 'waiting';
  /** Why it was left out, null where it was not. */
  readonly skipped: string | null;
  /** Put there by a draw: only a reason moves it. */
  readonly drawn: boolean;
  /** Something was drawn or opened by it: it stays where and what it is. */
  readonly used: boolean;
}

/** The moderator's one obvious next step: the exact command that the key sends, and what to say about it. */
export interface NextStep {
  readonly act:
    | 'enter'
    | 'lock-draw'
    | 'close-words'
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

/** What takes the last act back: the exact command, and what it was about. */
export interface UndoStep {
  readonly act:
    | 'enter'
    | 'skip'
    | 'restore'
    | 'move'
    | 'turn-board'
    | 'start-countdown'
    | 'open-round'
    | 'withdraw'
    | 'combine';
  readonly command: StaffCommand;
  readonly expects: Expectation;
  /** The item or the unit of the act; of a board the category that it shows again, null for all. */
  readonly item: AgendaRow | null;
  readonly about: string | null;
}

export interface StaffStageSlice {
  readonly stage: StageSlice;
  readonly next: NextStep;
  /** null where the last act cannot be taken back without losing something. */
  readonly undo: UndoStep | null;
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
  /** When people's data was erased, null before. */
  readonly erasedAt: number | null;
}

export interface PersonRow {
  readonly reviewer: ReviewerId | null;
  /** The seat that they hold; null also for who was replaced. */
  readonly seat: SeatId | null;
  readonly name: string;
  readonly group: GroupId;
  readonly present: boolean;
  /** How the person stands to the panel; `pool`: never had a seat. */
  readonly standing: 'pool' | 'absent' | 'present' | 'left' | 'replaced';
  /** Without a seat, and in the house. */
  readonly arrived: boolean;
  /** Place in what is left of a reserve, from 1; null where in none. */
  readonly place: number | null;
  /** Which of {@link DeskSlice.reserves} they stand in, or would be replaced from. */
  readonly reserve: number | null;
  readonly ticket: 'none' | 'issued' | 'revoked';
  /** Whose printed sheet they hold since the desk swapped two; null where their own. */
  readonly holdsSheetOf: ReviewerId | null;
  /** Devices that have claimed the seat, 0 = none ever did. */
  readonly claim: number;
  readonly recusals: readonly SubjectId[];
}

/** What is left of one cell's reserve. */
export interface ReserveRow {
  readonly draw: DrawId;
  readonly left: number;
  readonly here: number;
  /** Who would be sent in next, null where nobody is in the house. */
  readonly next: ReviewerId | null;
  /** Those before them who are not there. */
  readonly skipped: readonly ReviewerId[];
}

/** A paper ballot that waits for the second member of staff. Never what it says. */
export interface PaperRow {
  readonly paper: PaperId;
  readonly seat: SeatId;
  readonly name: string;
  readonly round: RoundId;
  readonly subject: SubjectId;
  readonly by: StaffId;
  readonly byName: string;
}

/** A round that takes ballots, as far as a paper ballot's form needs it. */
export interface OpenRoundRow {
  readonly round: RoundId;
  readonly attempt: number;
  readonly kind: 'live' | 'written';
  readonly subjects: readonly SubjectId[];
  readonly sheet: Sheet;
}

/** Where printed tickets lead, and where this server answers. */
export interface DoorSlice {
  readonly publicUrl: string;
  readonly lanUrls: readonly string[];
  /** The address on the sheets printed last; null before any. `gone`: phones that scan them do not arrive here. */
  readonly printed: {
    readonly address: string;
    readonly standing: 'same' | 'reachable' | 'gone';
  } | null;
}

/** What the desk works with. */
export interface DeskSlice {
  readonly reserves: readonly ReserveRow[];
  /** What replacing all the absent would do now; `in` null where the seat would stay empty. */
  readonly plan: readonly { readonly seat: SeatId; readonly in: ReviewerId | null }[];
  readonly papers: readonly PaperRow[];
  readonly open: readonly OpenRoundRow[];
}

/** Who has voted in the open round and who is connected: people, never scores (R6). */
export interface TurnoutSlice {
  readonly round: RoundId | null;
  readonly voted: readonly SeatId[];
  readonly recused: readonly SeatId[];
  readonly connected: readonly SeatId[];
  /** In the written round that is open or on stage: how far each seat is that has not finished. */
  readonly written: readonly SeatShare[];
}

export interface ActRow {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
  readonly byName: string;
  readonly type: string;
  /** What the act was about, as a name a person knows: a unit, a person, a file. */
  readonly about: string;
  /** The kind of the item that it was about; null where it was about none. */
  readonly item: Item['kind'] | null;
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
  readonly written: readonly WrittenProgress[];
  readonly tally: TallySlice;
  readonly board: BoardSlice;
}

export interface PublicView extends ScreenView {
  /** Every draw that was locked, newest first: whoever comes late can still compare and recompute. */
  readonly draws: readonly DrawView[];
}

export interface PanelView {
  readonly stage: PanelStageSlice;
  /** Written rounds that take ballots now. Apart from the stage, so that its many subjects travel only when they change. */
  readonly written: readonly OpenRound[];
}

export interface SeatView extends PanelView {
  readonly me: MeSlice;
}

export interface StaffView {
  readonly control: StaffStageSlice;
  readonly agenda: readonly AgendaRow[];
  readonly setup: SetupSlice;
  readonly people: readonly PersonRow[];
  readonly desk: DeskSlice;
  readonly door: DoorSlice;
  readonly subjects: readonly SubjectCard[];
  readonly turnout: TurnoutSlice;
  readonly progress: ProgressSlice;
  readonly written: readonly WrittenProgress[];
  readonly tally: TallySlice;
  readonly board: BoardSlice;
  readonly readiness: ReadinessSlice;
  readonly log: LogSlice;
}
