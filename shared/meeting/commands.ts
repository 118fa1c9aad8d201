// Every command a meeting takes, and which area of the meeting each one touches.
import type { StaffRole } from '../staff-role.ts';
import type {
  CategoryId,
  DrawId,
  ItemId,
  MeetingId,
  PaperId,
  GroupId,
  ReviewerId,
  RoundId,
  SeatId,
  SubjectId,
} from '../ids.ts';
import type { Choice } from '../ballots/ballot.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { Item } from './agenda/item.ts';
import type { ReportDocument, SubjectKind } from './people.ts';
import type { Instant } from '../instant.ts';
import type { Actor } from './state.ts';

/** What a roster import has read: names still attached; `decide` sends them to the directory and ids to the log. */
export interface SubjectEntry {
  readonly id: SubjectId;
  readonly kind: SubjectKind;
  readonly name: string;
  readonly category: string;
}

export interface ReviewerEntry {
  readonly id: ReviewerId;
  readonly name: string;
  readonly group: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly recusals: readonly SubjectId[];
}

/** Commands that staff give. */
export type StaffCommand =
  | {
      readonly type: 'ImportSubjects';
      readonly source: string;
      readonly entries: readonly SubjectEntry[];
    }
  | {
      readonly type: 'ImportReviewers';
      readonly source: string;
      readonly entries: readonly ReviewerEntry[];
    }
  | {
      readonly type: 'SetWeights';
      readonly weights: readonly { readonly group: GroupId; readonly weight: number }[];
    }
  | { readonly type: 'AdoptSheet'; readonly sheet: Omit<Sheet, 'version'> }
  | { readonly type: 'AdoptScheme'; readonly scheme: Omit<Scheme, 'version'> }
  | { readonly type: 'SetAgenda'; readonly items: readonly Item[] }
  | { readonly type: 'ChangeItem'; readonly item: Item }
  /** `after` null: at the very beginning. */
  | { readonly type: 'AddItems'; readonly after: ItemId | null; readonly items: readonly Item[] }
  /** Takes back what was added by mistake: never entered, not drawn, nothing drawn or opened by it. */
  | { readonly type: 'RemoveItems'; readonly items: readonly ItemId[] }
  | {
      readonly type: 'MoveItems';
      readonly items: readonly ItemId[];
      readonly after: ItemId | null;
      readonly reason: string;
    }
  /** `also`: the other parts of the same turn. */
  | {
      readonly type: 'SkipItem';
      readonly item: ItemId;
      readonly also?: readonly ItemId[];
      readonly reason: string;
    }
  | { readonly type: 'RestoreItem'; readonly item: ItemId; readonly also?: readonly ItemId[] }
  | {
      readonly type: 'ChangeMeeting';
      readonly title: string;
      readonly zone: string;
      readonly retainUntil: string;
    }
  | { readonly type: 'ErasePeople' }
  | { readonly type: 'WithdrawSubject'; readonly subject: SubjectId; readonly reason: string }
  | {
      readonly type: 'CombineSubjects';
      readonly into: SubjectId;
      readonly from: SubjectId;
      readonly reason: string;
    }
  | { readonly type: 'RestoreSubject'; readonly subject: SubjectId; readonly reason: string }
  | {
      readonly type: 'AttachDocument';
      readonly subject: SubjectId;
      readonly document: ReportDocument;
    }
  | { readonly type: 'RemoveDocument'; readonly subject: SubjectId; readonly hash: string }
  | {
      readonly type: 'IssueTickets';
      readonly reviewers: readonly ReviewerId[];
      /** Origin printed on the sheets. */
      readonly address?: string;
    }
  | { readonly type: 'SwapTickets'; readonly a: ReviewerId; readonly b: ReviewerId }
  | { readonly type: 'CheckIn'; readonly seat: SeatId }
  | { readonly type: 'UndoCheckIn'; readonly seat: SeatId }
  | { readonly type: 'LeaveSeat'; readonly seat: SeatId; readonly reason: string }
  | ({
      readonly type: 'ReplaceSeat';
      readonly seat: SeatId;
      readonly reason: string;
      /** Records the seat as vacant where nobody of its cell's reserve can come. */
      readonly vacant: boolean;
    } & (
      | { readonly why: 'no-show' | 'left' }
      /** `subject`: from which its holder is recused, and whoever comes must not be. */
      | { readonly why: 'recusal'; readonly subject: SubjectId }
    ))
  /** Every seat that has not checked in, from the reserve of its own cell. */
  | { readonly type: 'ReplaceAbsent'; readonly reason: string }
  | { readonly type: 'MarkHere'; readonly reviewer: ReviewerId; readonly here: boolean }
  | {
      readonly type: 'EnterPaper';
      readonly seat: SeatId;
      readonly round: RoundId;
      readonly attempt: number;
      readonly subject: SubjectId;
      readonly choice: Choice;
    }
  /** The second member of staff types the same from the paper; counted only where both agree. */
  | { readonly type: 'ConfirmPaper'; readonly paper: PaperId; readonly choice: Choice }
  | { readonly type: 'DropPaper'; readonly paper: PaperId; readonly reason: string }
  | { readonly type: 'RevokeTicket'; readonly reviewer: ReviewerId }
  | { readonly type: 'FillSeats'; readonly reviewers: readonly ReviewerId[] }
  | { readonly type: 'DeclareRecusal'; readonly reviewer: ReviewerId; readonly subject: SubjectId }
  | { readonly type: 'EnterItem'; readonly item: ItemId }
  /** A supervisor's device made 32 random bytes and keeps them; `commit` is hex T("salt", bytes). */
  | { readonly type: 'KeepSalt'; readonly item: ItemId; readonly commit: string }
  | { readonly type: 'LockDraw'; readonly item: ItemId }
  | { readonly type: 'CloseWords'; readonly draw: DrawId }
  | { readonly type: 'ReadEntropy'; readonly draw: DrawId; readonly dice: string }
  /** The kept salt, 64 hex digits: the last source, so that the result is determined with it. */
  | { readonly type: 'OpenSalt'; readonly draw: DrawId; readonly salt: string }
  | { readonly type: 'ShowNames'; readonly draw: DrawId; readonly shown: number }
  | { readonly type: 'VoidDraw'; readonly draw: DrawId; readonly why: string }
  /** A drawn questioner or team member cannot: the next of the draw's reserve comes. */
  | {
      readonly type: 'ReplaceDrawn';
      readonly draw: DrawId;
      readonly out: ReviewerId;
      readonly reason: string;
    }
  | { readonly type: 'StartCountdown'; readonly item: ItemId }
  | { readonly type: 'StopCountdown'; readonly item: ItemId }
  | { readonly type: 'ExtendCountdown'; readonly item: ItemId; readonly seconds: number }
  | { readonly type: 'ClearCountdown'; readonly item: ItemId }
  /** The last act, by the sequence number of its first event. */
  | { readonly type: 'TakeBack'; readonly act: number }
  | { readonly type: 'RingBell'; readonly item: ItemId }
  | { readonly type: 'TurnBoard'; readonly category: CategoryId | 'all' }
  | { readonly type: 'OpenRound'; readonly item: ItemId }
  | {
      readonly type: 'SetRoundSubjects';
      readonly round: RoundId;
      readonly subjects: readonly SubjectId[];
      readonly reason: string;
    }
  /** `papers`: how many that wait for the second person are knowingly left out; absent: none may wait. */
  | { readonly type: 'CloseRound'; readonly round: RoundId; readonly papers?: number }
  | { readonly type: 'ReopenRound'; readonly round: RoundId; readonly reason: string }
  | { readonly type: 'RevealRound'; readonly round: RoundId }
  | { readonly type: 'RepeatRound'; readonly round: RoundId; readonly reason: string };

/** Commands that a device gives for a seat. The server knows the seat from the session, never from the message (R12). */
export type SeatCommand =
  | {
      readonly type: 'ClaimSeat';
      readonly reviewer: ReviewerId;
      readonly issue: number;
      /** See `Arrive`. */
      readonly byItself?: true;
    }
  /** A ticket of the pool without a seat: its holder is in the house, should the reserve be asked. */
  | {
      readonly type: 'Arrive';
      readonly reviewer: ReviewerId;
      readonly issue: number;
      /** The phone asks by itself, as it does every few seconds: nobody has scanned or tapped anything. */
      readonly byItself?: true;
    }
  | {
      readonly type: 'SendWord';
      readonly seat: SeatId;
      readonly claim: number;
      readonly draw: DrawId;
      readonly word: string;
    }
  | { readonly type: 'ReleaseSeat'; readonly seat: SeatId; readonly claim: number }
  | {
      readonly type: 'CastBallot';
      readonly seat: SeatId;
      readonly claim: number;
      readonly round: RoundId;
      readonly attempt: number;
      readonly subject: SubjectId;
      readonly rev: number;
      readonly choice: Choice;
      /** Made by the server, see `Ballot.nonce`. */
      readonly nonce: string;
    };

export interface CreateMeeting {
  readonly type: 'CreateMeeting';
  readonly id: MeetingId;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  readonly retainUntil: string;
  readonly rehearsal?: true;
  /** Only with `rehearsal`. */
  readonly rehearsalOf?: MeetingId;
  readonly sheet: Omit<Sheet, 'version'>;
  readonly furtherSheets?: readonly Omit<Sheet, 'version'>[];
  readonly scheme: Omit<Scheme, 'version'>;
  readonly agenda: readonly Item[];
}

/** One staff command by its name. */
export type StaffCommandOf<T extends StaffCommand['type']> = Extract<
  StaffCommand,
  { readonly type: T }
>;

/** One command of a seat's device by its name. */
export type SeatCommandOf<T extends SeatCommand['type']> = Extract<
  SeatCommand,
  { readonly type: T }
>;

export type CastBallot = SeatCommandOf<'CastBallot'>;

/** What the server itself does, without anyone's word. */
export type ServerCommand =
  | { readonly type: 'RaiseEpoch' }
  /** The people of the meeting that this is a rehearsal of were erased. */
  | { readonly type: 'EraseWithMeeting' }
  /** The countdown of a round that closes by itself has run out. */
  | { readonly type: 'CloseAtZero'; readonly round: RoundId; readonly attempt: number };

/** What a staff command was made for: where the operator's screen stood when the key was pressed. */
export interface Expectation {
  readonly item: ItemId | null;
  readonly touched: number;
}

/** What a staff decision is given from outside, so that it stays pure: time, who acts, fresh random bytes. */
export interface Context {
  readonly now: Instant;
  readonly by: Actor;
  /** Of the account that acts; absent where the server acts by itself. */
  readonly role?: StaffRole;
  /** 32 fresh bytes; decisions derive from them what must not be guessable (salts). */
  readonly random: Uint8Array;
}
