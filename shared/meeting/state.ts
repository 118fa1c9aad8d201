// The state of one meeting, as the fold of its events. Ids only: names and attributes live in the directory (R14).
import type {
  CategoryId,
  DrawId,
  GroupId,
  ItemId,
  MeetingId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../ids.ts';
import type { Lock } from '../draw/lock.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';

/** Milliseconds since 1970, UTC, as the server's monotonic-backed clock gives it. */
export type Instant = number;

export type Actor =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'server' };

export interface Category {
  readonly id: CategoryId;
  readonly name: string;
  /** One character that stands for the category wherever hue alone would (LOOK.md §1). */
  readonly mark: string;
}

/** Imports make units only; the other kinds are kept for what is not built yet. */
export type SubjectKind = 'unit' | 'division' | 'head' | 'organiser' | 'option';

export interface Subject {
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly category: CategoryId;
  readonly parent?: SubjectId;
  /** Salted commitment of the directory's row. */
  readonly commitment: string;
}

/** Why a subject no longer takes part; what it was given before stays on record. */
export type SubjectOut = {
  readonly reason: string;
  /** Its turns that were skipped because of it, and come back with it. */
  readonly turns: readonly ItemId[];
} & ({ readonly why: 'withdrawn' } | { readonly why: 'combined'; readonly into: SubjectId });

/** A report that a subject handed in. The file lies beside the log under its hash. */
export interface ReportDocument {
  /** SHA-256 of the bytes, 64 hex digits. */
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
  readonly media: DocumentMedia;
}

export type DocumentMedia =
  'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp' | 'text/plain' | 'text/markdown';

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  /** Relative weight, a whole number; 0 takes no part in the score. */
  readonly weight: number;
}

export interface Reviewer {
  readonly id: ReviewerId;
  readonly group: GroupId;
  readonly recusals: readonly SubjectId[];
  readonly commitment: string;
}

/** Only reviewers are seated so far; `subject` is kept for units that hold a seat themselves, and no event makes one. */
export type Holder =
  | { readonly kind: 'reviewer'; readonly id: ReviewerId }
  | { readonly kind: 'subject'; readonly id: SubjectId };

export interface Seat {
  readonly id: SeatId;
  readonly holder: Holder;
  readonly group: GroupId;
  readonly present: boolean;
  /** Set once its holder went or was replaced; who merely left may come back, who was replaced may not. */
  readonly gone: 'left' | 'replaced' | null;
  /** Counts devices that have claimed the seat; only a session of the newest claim speaks for it. 0 = never claimed. */
  readonly claim: number;
  /** When the last claims took place: a third takeover within ten minutes goes to the desk. */
  readonly claimedAt: readonly Instant[];
}

/** A reviewer's ticket: only its issue number is in the log, the secret's hash lives in the meeting file. */
export interface Ticket {
  /** The last sheet printed in this reviewer's name. */
  readonly issue: number;
  /** Whether that sheet is on paper: simulated phones get theirs without an address to print. */
  readonly printed: boolean;
  readonly revoked: boolean;
  /** The sheet that this reviewer holds: their own last one, unless the desk swapped two. */
  readonly holds: { readonly printedFor: ReviewerId; readonly issue: number };
}

/** A ballot on paper: entered by one member of staff, counted when a second one has typed the same. */
export interface PaperBallot {
  readonly id: PaperId;
  readonly seat: SeatId;
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: SubjectId;
  readonly by: StaffId;
  /** Newest revision that the seat had when the paper was entered, 0 = none; a later one is newer than the paper. */
  readonly after: number;
  readonly phase: 'entered' | 'confirmed' | 'dropped';
}

export type Disclosure = 'live' | 'hidden' | 'progress';
/** `salt`: a sealed number that the server keeps; `kept`: one that a supervisor's device keeps, beside phones only. */
export type SourceKind = 'dice10' | 'dice6' | 'phones' | 'salt' | 'kept';

/** How a round on stage is held. */
export interface ScoreSettings {
  readonly sheet: string;
  readonly disclosure: Disclosure;
  readonly seconds: number;
  /** The round closes by itself at zero; absent: the moderator closes. */
  readonly closes?: 'itself';
}

/** What a draw is for: units that report, the panel, who asks, units to visit and who visits them. */
export type DrawPurpose = 'presenters' | 'panel' | 'questioner' | 'verification' | 'team';

/** How the drawn are spread over cells: groups of reviewers, categories of units. `take` is by cell id. */
export type SpreadRule =
  | { readonly kind: 'proportional' }
  | { readonly kind: 'fixed'; readonly take: Readonly<Record<string, number>> };

export interface DrawSettings {
  readonly purpose: DrawPurpose;
  readonly take: number;
  /** Absent: everyone alike, whatever their cell. */
  readonly rule?: SpreadRule;
  /** At most one kind of dice. */
  readonly sources: readonly SourceKind[];
  /** What is put on the agenda for each drawn unit once the last name is shown; presenters only. */
  readonly follow?: { readonly presentationSeconds: number; readonly score: ScoreSettings };
}

export type ItemBody =
  | { readonly kind: 'check-in' }
  | ({ readonly kind: 'draw' } & DrawSettings)
  | { readonly kind: 'presentation'; readonly subject: SubjectId; readonly seconds: number }
  | ({
      readonly kind: 'score';
      /** Exactly one: live is one unit. A list only because stored events have one here. */
      readonly subjects: readonly [SubjectId];
      readonly secrecy: 'named' | 'sealed';
    } & ScoreSettings)
  | {
      readonly kind: 'written';
      /** `rest`: every unit that takes part and does not present, as the round opens. */
      readonly subjects: 'rest' | readonly SubjectId[];
      readonly sheet: string;
      readonly disclosure: 'hidden' | 'progress';
    }
  | {
      readonly kind: 'board';
      /** Standings of one category; absent: of all. */
      readonly category?: CategoryId;
    }
  | { readonly kind: 'card'; readonly title: string; readonly text: string };

export type Item = { readonly id: ItemId } & ItemBody;
export type ItemOf<K extends ItemBody['kind']> = Extract<Item, { readonly kind: K }>;

/** A countdown: running towards an instant, or stopped with what was left. */
export type Countdown = { readonly item: ItemId; readonly totalSeconds: number } & (
  | { readonly phase: 'running'; readonly endsAt: Instant }
  | { readonly phase: 'stopped'; readonly leftMs: number }
);

/** What the close of a round wrote down, in decimals and exact fractions as strings (R8). */
export interface SubjectResult {
  readonly subject: SubjectId;
  readonly groups: readonly GroupResult[];
  /** Present where the subject has a score: exact fraction "n/d", and its four decimals. */
  readonly score?: { readonly exact: string; readonly decimal: string };
  readonly incomplete?: 'no-ballots' | 'group-without-ballots';
  readonly recused: readonly SeatId[];
  /** Present at the close, owed a ballot, sent none. */
  readonly missing: readonly SeatId[];
}

export interface GroupResult {
  readonly group: GroupId;
  readonly weight: number;
  readonly expected: number;
  readonly counted: number;
  readonly abstained: number;
  readonly value?: { readonly exact: string; readonly decimal: string };
}

export interface Closing {
  readonly closedAt: Instant;
  /** Merkle root over every kept revision of this attempt (R4). */
  readonly root: string;
  readonly ballots: number;
  readonly results: readonly SubjectResult[];
  /** Seats that never checked in. */
  readonly absent: readonly SeatId[];
}

export type Attempt = {
  readonly n: number;
  readonly openedAt: Instant;
  readonly reason?: string;
  /** What this attempt was opened with: a later attempt's sheet or scheme changes nothing about it. */
  readonly sheet: Version;
  readonly scheme: Version;
} & (
  | {
      readonly phase: 'open';
      /** Closed once before: results that nobody has seen stand in the log. */
      readonly reopened: boolean;
    }
  | { readonly phase: 'closed'; readonly closing: Closing }
  | {
      readonly phase: 'revealed';
      readonly closing: Closing;
      /** Sequence number of the reveal: which one came last is no question of clocks. */
      readonly revealed: number;
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
  readonly subjects: readonly SubjectId[];
  /** Of the last attempt. */
  readonly sheet: Version;
  readonly scheme: Version;
  /** Oldest first, never empty; only the last can be open. */
  readonly attempts: readonly Attempt[];
}

export type Assurance = 'public' | 'participants' | 'operator';

/** Who keeps a salt apart from the server. Those who run the stage never do. */
export interface Keeper {
  readonly id: StaffId;
  readonly role: 'supervisor';
}

/** A salt that waits on its keeper's device for a lock: all that anyone else has of it. */
export interface KeptSalt {
  /** hex T("salt", bytes). */
  readonly commit: string;
  readonly keeper: Keeper;
}

export type Draw = {
  readonly id: DrawId;
  readonly item: ItemId;
  readonly purpose: DrawSettings['purpose'];
  readonly lock: Lock;
  readonly lockHash: string;
  readonly assurance: Assurance;
  /** Who keeps the salt until the phones' list is closed and shown; null where the server does, or there is none. */
  readonly keeper: Keeper | null;
  /** What phones sent in, in the order of arrival, and whether that list is closed. */
  readonly words: readonly { readonly seat: SeatId; readonly word: string }[];
  readonly wordsClosed: boolean;
} & (
  | { readonly phase: 'locked' }
  | (DrawResult & {
      readonly phase: 'determined';
      /** How many names the hall has been shown; the draw is over when all are. */
      readonly shown: number;
      readonly recordHash: string;
    })
  | {
      readonly phase: 'void';
      readonly why: string;
      readonly recordHash: string;
      /** Who declared it, where that was a member of staff: the record names them. */
      readonly signer: StaffId | null;
      /** What the entropy came to, where it had been read: it is published all the same (DRAW.md §6). */
      readonly result: DrawResult | null;
    }
);

export interface DrawResult {
  readonly entropy: readonly string[];
  readonly order: readonly string[];
  readonly reserve: readonly { readonly cell: string; readonly ids: readonly string[] }[];
}

/** The staff commands that take an act back. */
export type UndoCommand =
  | {
      readonly type: 'EnterItem' | 'ClearCountdown' | 'RestoreCountdown';
      readonly item: ItemId;
    }
  | { readonly type: 'ChangeItem'; readonly item: Item }
  | { readonly type: 'AddItems'; readonly after: ItemId | null; readonly items: readonly Item[] }
  | { readonly type: 'RemoveItems'; readonly items: readonly ItemId[] }
  | { readonly type: 'RestoreItem'; readonly item: ItemId; readonly also?: readonly ItemId[] }
  | {
      readonly type: 'SkipItem';
      readonly item: ItemId;
      readonly also?: readonly ItemId[];
      readonly reason: string;
    }
  | {
      readonly type: 'MoveItems';
      readonly items: readonly ItemId[];
      readonly after: ItemId | null;
      readonly reason: string;
    }
  | { readonly type: 'TurnBoard'; readonly category: CategoryId | 'all' }
  | { readonly type: 'CancelRound'; readonly round: RoundId }
  | { readonly type: 'RestoreSubject'; readonly subject: SubjectId; readonly reason: string };

/** A seat, or a drawn person's task, passed on by the reserve of its draw; each has a record of its own, chained to the draw's (DRAW.md §6). */
export interface Replacement {
  readonly draw: DrawId;
  readonly out: ReviewerId;
  /** null: nobody of the reserve was there, a recorded vacancy. */
  readonly in: ReviewerId | null;
  readonly why: ReplacementReason;
  readonly reason: PersonReason;
  /** Those of the reserve who came before and were passed over, because they were not there or had the same conflict. */
  readonly skipped: readonly ReviewerId[];
  readonly recordHash: string;
}

/** `declined`: drawn, here, and would rather not. */
export type ReplacementReason = 'no-show' | 'recusal' | 'left' | 'declined';

/**
 * Why something was done about a person: where the words lie in the directory, to be erased with it (R14). Logs written
 * before 2026-11-22 hold the words themselves.
 */
export type PersonReason = string | { readonly id: string; readonly commitment: string };

export interface Meeting {
  readonly id: MeetingId;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  /** YYYY-MM-DD, after which people's names and attributes may be erased (R14). */
  readonly retainUntil: string;
  /** Only to try things out: every page says so, and its results mean nothing. */
  readonly rehearsal: boolean;
  /** The meeting that this rehearsal is a copy of; null for a meeting, and where it is a copy of none. */
  readonly rehearsalOf: MeetingId | null;
  readonly createdAt: Instant;
  /** Raised each time the meeting is started from a copy; phones refuse a lower one. */
  readonly epoch: number;
  /** The origin that the last printed tickets lead to, null before any was printed. */
  readonly printedAddress: string | null;
  /** When people's names were erased (R14), null before. */
  readonly erasedAt: Instant | null;
  /** Sequence number of the last event. */
  readonly seq: number;
  /** Sequence number of the last event of each area: what a staff command is compared with to refuse stale ones. */
  readonly touched: { readonly stage: number; readonly roster: number };
  readonly categories: readonly Category[];
  readonly groups: readonly Group[];
  readonly subjects: ReadonlyMap<SubjectId, Subject>;
  /** Subjects that were withdrawn or combined with another. */
  readonly out: ReadonlyMap<SubjectId, SubjectOut>;
  readonly documents: ReadonlyMap<SubjectId, readonly ReportDocument[]>;
  readonly pool: ReadonlyMap<ReviewerId, Reviewer>;
  /** Reviewers without a seat who are in the house, and since when: whom the reserve can send in. */
  readonly arrived: ReadonlyMap<ReviewerId, Instant>;
  /** Reviewers without a seat whom the desk saw go: here again only by their own act or the desk's. */
  readonly away: ReadonlySet<ReviewerId>;
  readonly tickets: ReadonlyMap<ReviewerId, Ticket>;
  /** Whose tickets a phone has ever brought; in a rehearsal the printed ones only. */
  readonly phones: ReadonlySet<ReviewerId>;
  readonly seats: ReadonlyMap<SeatId, Seat>;
  /** Every version ever adopted, oldest first; a round names the version it uses. */
  readonly sheets: readonly Sheet[];
  readonly schemes: readonly Scheme[];
  readonly agenda: readonly Item[];
  /** Items that were skipped, with the reason. */
  readonly skipped: ReadonlyMap<ItemId, string>;
  readonly current: ItemId | null;
  /** When each item was first entered. */
  readonly entered: ReadonlyMap<ItemId, Instant>;
  /** What the board shows where the moderator turned it away from its item's own setting. */
  readonly boardCategory: CategoryId | 'all' | null;
  /** Sequence number of the last time the bell was rung by hand; 0 = never. */
  readonly bell: number;
  /** When that was; null before. */
  readonly bellAt: Instant | null;
  /** The last act: `command` takes it back without losing anything, null where that is not possible. */
  readonly undo: {
    readonly seq: number;
    readonly at: Instant;
    /** Type of its last event. */
    readonly act: string;
    readonly command: UndoCommand | null;
  } | null;
  readonly countdown: Countdown | null;
  /** The present item's countdown that was taken back, until another one starts. */
  readonly cleared: Countdown | null;
  /** The item on stage before this one, as it was left: whoever steps back finds its clock and its board again. */
  readonly left: {
    readonly item: ItemId;
    readonly countdown: Countdown | null;
    readonly boardCategory: CategoryId | 'all' | null;
  } | null;
  readonly rounds: ReadonlyMap<RoundId, Round>;
  readonly draws: readonly Draw[];
  /** Salts that supervisors' devices keep for draws still to be locked. */
  readonly salts: ReadonlyMap<ItemId, KeptSalt>;
  readonly replacements: readonly Replacement[];
  readonly papers: ReadonlyMap<PaperId, PaperBallot>;
}
