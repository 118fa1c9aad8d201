// Every event of a meeting (R1). Stored events never change: a new shape is a new version with an upcaster (R2).
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
  SubjectId,
} from '../ids.ts';
import type { Lock } from '../draw/lock.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type { Assurance, Draw, Keeper, ReplacementReason } from './draws/draw.ts';
import type { Countdown, Disclosure, Item } from './agenda/item.ts';
import type {
  Category,
  Group,
  Holder,
  PersonReason,
  ReportDocument,
  Reviewer,
  Subject,
} from './people.ts';
import type { Closing, Round } from './round.ts';
import type { Instant } from '../instant.ts';
import type { Actor } from './state.ts';

export type MeetingEvent =
  | {
      readonly type: 'MeetingCreated';
      readonly id: MeetingId;
      readonly code: string;
      readonly title: string;
      readonly zone: string;
      readonly retainUntil: string;
      readonly rehearsal?: true;
      /** The meeting that it is a copy of, where there is one. */
      readonly rehearsalOf?: MeetingId;
    }
  | {
      readonly type: 'MeetingChanged';
      readonly title: string;
      readonly zone: string;
      readonly retainUntil: string;
    }
  /** The file was started from a copy. */
  | { readonly type: 'EpochRaised'; readonly epoch: number }
  /** People's names and attributes are gone from the directory (R14). */
  | { readonly type: 'PeopleErased' }
  | {
      readonly type: 'SubjectsImported';
      readonly source: string;
      readonly categories: readonly Category[];
      readonly subjects: readonly Subject[];
    }
  | {
      readonly type: 'ReviewersImported';
      readonly source: string;
      readonly groups: readonly Group[];
      readonly reviewers: readonly Reviewer[];
    }
  | {
      readonly type: 'SubjectWithdrawn';
      readonly subject: SubjectId;
      readonly reason: string;
      /** The turns that were skipped by it; absent in older logs, where it was those with the same reason. */
      readonly turns?: readonly ItemId[];
    }
  | {
      readonly type: 'SubjectsCombined';
      readonly into: SubjectId;
      readonly from: SubjectId;
      readonly reason: string;
      readonly turns?: readonly ItemId[];
    }
  | { readonly type: 'SubjectRestored'; readonly subject: SubjectId; readonly reason: string }
  | {
      readonly type: 'DocumentAttached';
      readonly subject: SubjectId;
      readonly document: ReportDocument;
    }
  | { readonly type: 'DocumentRemoved'; readonly subject: SubjectId; readonly hash: string }
  | {
      readonly type: 'WeightsSet';
      readonly weights: readonly { readonly group: GroupId; readonly weight: number }[];
    }
  | { readonly type: 'SheetAdopted'; readonly sheet: Sheet }
  | { readonly type: 'SchemeAdopted'; readonly scheme: Scheme }
  | { readonly type: 'AgendaSet'; readonly items: readonly Item[] }
  /** `after` absent: at the very beginning. */
  | { readonly type: 'ItemsInserted'; readonly after?: ItemId; readonly items: readonly Item[] }
  | { readonly type: 'ItemsRemoved'; readonly items: readonly ItemId[] }
  | {
      readonly type: 'ItemsMoved';
      readonly items: readonly ItemId[];
      readonly after?: ItemId;
      /** "" where nothing that was drawn is moved. */
      readonly reason: string;
    }
  | { readonly type: 'ItemSkipped'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'ItemRestored'; readonly item: ItemId }
  | { readonly type: 'ItemChanged'; readonly item: Item }
  | { readonly type: 'ItemEntered'; readonly item: ItemId }
  | { readonly type: 'BellRung'; readonly item: ItemId }
  /** The hall's board is turned to a category; `all` is the overall standings. */
  | { readonly type: 'BoardTurned'; readonly category: CategoryId | 'all' }
  | {
      readonly type: 'TicketsIssued';
      readonly reviewers: readonly ReviewerId[];
      /** Origin printed on the sheets. */
      readonly address?: string;
    }
  /** Two reviewers keep the sheets they hold: each sheet now opens the other one's seat. */
  | { readonly type: 'TicketsSwapped'; readonly a: ReviewerId; readonly b: ReviewerId }
  | { readonly type: 'TicketRevoked'; readonly reviewer: ReviewerId }
  | {
      readonly type: 'SeatsFilled';
      readonly draw?: DrawId;
      readonly seats: readonly {
        readonly id: SeatId;
        readonly holder: Holder;
        readonly group: GroupId;
      }[];
    }
  | { readonly type: 'SeatClaimed'; readonly seat: SeatId; readonly claim: number }
  | { readonly type: 'SeatReleased'; readonly seat: SeatId; readonly claim: number }
  /** The desk saw the person: present without a phone. */
  | { readonly type: 'SeatCheckedIn'; readonly seat: SeatId }
  /** Takes back a check-in by hand. */
  | { readonly type: 'CheckInUndone'; readonly seat: SeatId }
  | { readonly type: 'SeatLeft'; readonly seat: SeatId; readonly reason: PersonReason }
  | {
      readonly type: 'SeatReplaced';
      readonly seat: SeatId;
      readonly draw: DrawId;
      readonly out: ReviewerId;
      readonly why: ReplacementReason;
      /** From which `out` is recused, where that is why: whoever shares it was passed over. Absent in older logs. */
      readonly subject?: SubjectId;
      readonly reason: PersonReason;
      readonly skipped: readonly ReviewerId[];
      /** Absent: a recorded vacancy. */
      readonly in?: { readonly id: SeatId; readonly holder: Holder; readonly group: GroupId };
      /** Hash of the replacement's record (shared/draw/replacement.ts). */
      readonly recordHash: string;
    }
  /** A reviewer without a seat is in the house, or no longer. */
  | { readonly type: 'ReviewerArrived'; readonly reviewer: ReviewerId }
  | { readonly type: 'ReviewerWentAway'; readonly reviewer: ReviewerId }
  | {
      readonly type: 'PaperEntered';
      readonly paper: PaperId;
      readonly seat: SeatId;
      readonly round: RoundId;
      readonly attempt: number;
      readonly subject: SubjectId;
      /** Newest revision of the same ballot that a phone had sent by then; absent: none. */
      readonly after?: number;
    }
  | { readonly type: 'PaperConfirmed'; readonly paper: PaperId }
  /** The reason is the id of the paper that took its place, where one did. */
  | { readonly type: 'PaperDropped'; readonly paper: PaperId; readonly reason: PersonReason }
  | {
      readonly type: 'RecusalDeclared';
      readonly reviewer: ReviewerId;
      readonly subject: SubjectId;
      /** Open attempts in which a ballot already given no longer counts. */
      readonly voids: readonly { readonly round: RoundId; readonly attempt: number }[];
    }
  /** A supervisor's device keeps a salt for a draw still to be locked; the last one counts. */
  | {
      readonly type: 'SaltKept';
      readonly item: ItemId;
      readonly commit: string;
      readonly keeper: Keeper;
    }
  | {
      readonly type: 'DrawLocked';
      readonly draw: DrawId;
      readonly item: ItemId;
      readonly purpose: Draw['purpose'];
      readonly lock: Lock;
      readonly lockHash: string;
      readonly assurance: Assurance;
      /** Who keeps the salt; absent where the server does, or there is none. */
      readonly keeper?: Keeper;
    }
  | {
      readonly type: 'WordSent';
      readonly draw: DrawId;
      readonly seat: SeatId;
      readonly word: string;
    }
  | { readonly type: 'WordsClosed'; readonly draw: DrawId }
  | {
      readonly type: 'DrawDetermined';
      readonly draw: DrawId;
      readonly entropy: readonly string[];
      readonly order: readonly string[];
      readonly reserve: readonly { readonly cell: string; readonly ids: readonly string[] }[];
      readonly recordHash: string;
    }
  | { readonly type: 'NamesShown'; readonly draw: DrawId; readonly shown: number }
  | {
      readonly type: 'DrawVoided';
      readonly draw: DrawId;
      readonly why: string;
      readonly recordHash: string;
    }
  /** A drawn questioner or team member passed their task on; their seat stays theirs. */
  | {
      readonly type: 'DrawnReplaced';
      readonly draw: DrawId;
      readonly out: ReviewerId;
      readonly why: ReplacementReason;
      readonly reason: PersonReason;
      readonly skipped: readonly ReviewerId[];
      readonly in: ReviewerId;
      readonly recordHash: string;
    }
  | { readonly type: 'CountdownSet'; readonly countdown: Countdown }
  | { readonly type: 'CountdownCleared'; readonly item: ItemId }
  | {
      readonly type: 'RoundOpened';
      readonly round: RoundId;
      readonly item: ItemId;
      readonly kind: Round['kind'];
      readonly secrecy: 'named';
      readonly disclosure: Disclosure;
      readonly subjects: readonly SubjectId[];
      readonly sheet: Round['sheet'];
      readonly scheme: Round['scheme'];
      readonly attempt: number;
      /** Why a further attempt was needed; absent for the first. */
      readonly reason?: string;
    }
  /** Opened by mistake and taken back before any ballot came. */
  | { readonly type: 'RoundCancelled'; readonly round: RoundId; readonly attempt: number }
  /** Subjects leave an open round or join it; ballots given for one that left are kept and no longer count (R13). */
  | {
      readonly type: 'RoundSubjectsSet';
      readonly round: RoundId;
      readonly attempt: number;
      readonly subjects: readonly SubjectId[];
      readonly reason: string;
    }
  | ({ readonly type: 'RoundClosed'; readonly round: RoundId; readonly attempt: number } & Omit<
      Closing,
      'closedAt'
    >)
  | {
      readonly type: 'RoundReopened';
      readonly round: RoundId;
      readonly attempt: number;
      readonly reason: string;
    }
  | { readonly type: 'RoundRevealed'; readonly round: RoundId; readonly attempt: number };

/** What is stored and chained: an event with its place, time, actor and shape version. */
export interface Recorded {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor;
  /** Version of the event's shape. */
  readonly v: 1;
  readonly event: MeetingEvent;
}
