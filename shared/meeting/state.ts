// The state of one meeting, as the fold of its events. Ids only: names and attributes live in the directory (R14).
import type {
  CategoryId,
  DrawId,
  GroupId,
  ItemId,
  MeetingId,
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

export type SubjectKind = 'unit' | 'division' | 'head' | 'organiser' | 'option';

export interface Subject {
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly category: CategoryId;
  readonly parent?: SubjectId;
  /** Salted commitment of the directory's row. */
  readonly commitment: string;
}

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

/** A unit may hold a seat too (mutual review). */
export type Holder =
  | { readonly kind: 'reviewer'; readonly id: ReviewerId }
  | { readonly kind: 'subject'; readonly id: SubjectId };

export interface Seat {
  readonly id: SeatId;
  readonly holder: Holder;
  readonly group: GroupId;
  readonly present: boolean;
  /** Counts devices that have claimed the seat; only a session of the newest claim speaks for it. 0 = never claimed. */
  readonly claim: number;
  /** When the last claims took place: a third takeover within ten minutes goes to the desk. */
  readonly claimedAt: readonly Instant[];
}

/** A reviewer's ticket: only its issue number is in the log, the secret's hash lives in the meeting file. */
export interface Ticket {
  readonly issue: number;
  readonly revoked: boolean;
}

export type Disclosure = 'live' | 'hidden' | 'progress';
export type SourceKind = 'dice10' | 'salt';

export interface ScoreSettings {
  readonly sheet: string;
  readonly disclosure: Disclosure;
  readonly seconds: number;
}

export interface DrawSettings {
  readonly purpose: 'presenters' | 'panel';
  readonly take: number;
  readonly sources: readonly SourceKind[];
  /** What is put on the agenda for each drawn unit once the last name is shown. */
  readonly follow: { readonly presentationSeconds: number; readonly score: ScoreSettings };
}

export type ItemBody =
  | { readonly kind: 'check-in' }
  | ({ readonly kind: 'draw' } & DrawSettings)
  | { readonly kind: 'presentation'; readonly subject: SubjectId; readonly seconds: number }
  | ({
      readonly kind: 'score';
      readonly subjects: readonly SubjectId[];
      readonly secrecy: 'named' | 'sealed';
    } & ScoreSettings)
  | { readonly kind: 'board' };

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

export type Draw = {
  readonly id: DrawId;
  readonly item: ItemId;
  readonly purpose: DrawSettings['purpose'];
  readonly lock: Lock;
  readonly lockHash: string;
  readonly assurance: Assurance;
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

export interface Meeting {
  readonly id: MeetingId;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  /** YYYY-MM-DD, after which people's names and attributes may be erased (R14). */
  readonly retainUntil: string;
  /** Sequence number of the last event. */
  readonly seq: number;
  /** Sequence number of the last event of each area: what a staff command is compared with to refuse stale ones. */
  readonly touched: { readonly stage: number; readonly roster: number };
  readonly categories: readonly Category[];
  readonly groups: readonly Group[];
  readonly subjects: ReadonlyMap<SubjectId, Subject>;
  readonly pool: ReadonlyMap<ReviewerId, Reviewer>;
  readonly tickets: ReadonlyMap<ReviewerId, Ticket>;
  readonly seats: ReadonlyMap<SeatId, Seat>;
  /** Every version ever adopted, oldest first; a round names the version it uses. */
  readonly sheets: readonly Sheet[];
  readonly schemes: readonly Scheme[];
  readonly agenda: readonly Item[];
  readonly current: ItemId | null;
  readonly countdown: Countdown | null;
  readonly rounds: ReadonlyMap<RoundId, Round>;
  readonly draws: readonly Draw[];
}
