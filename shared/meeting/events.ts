// Every event of a meeting (R1). Stored events never change: a new shape is a new version with an upcaster (R2).
import type {
  DrawId,
  GroupId,
  ItemId,
  MeetingId,
  ReviewerId,
  RoundId,
  SeatId,
  SubjectId,
} from '../ids.ts';
import type { Lock } from '../draw/lock.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type {
  Actor,
  Assurance,
  Category,
  Closing,
  Countdown,
  Disclosure,
  Draw,
  Group,
  Holder,
  Instant,
  Item,
  Reviewer,
  Round,
  Subject,
} from './state.ts';

export type MeetingEvent =
  | {
      readonly type: 'MeetingCreated';
      readonly id: MeetingId;
      readonly code: string;
      readonly title: string;
      readonly zone: string;
      readonly retainUntil: string;
    }
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
      readonly type: 'WeightsSet';
      readonly weights: readonly { readonly group: GroupId; readonly weight: number }[];
    }
  | { readonly type: 'SheetAdopted'; readonly sheet: Sheet }
  | { readonly type: 'SchemeAdopted'; readonly scheme: Scheme }
  | { readonly type: 'AgendaSet'; readonly items: readonly Item[] }
  | { readonly type: 'ItemsInserted'; readonly after: ItemId; readonly items: readonly Item[] }
  | { readonly type: 'ItemChanged'; readonly item: Item }
  | { readonly type: 'ItemEntered'; readonly item: ItemId }
  | { readonly type: 'TicketsIssued'; readonly reviewers: readonly ReviewerId[] }
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
  | {
      readonly type: 'RecusalDeclared';
      readonly reviewer: ReviewerId;
      readonly subject: SubjectId;
      /** Open attempts in which a ballot already given no longer counts. */
      readonly voids: readonly { readonly round: RoundId; readonly attempt: number }[];
    }
  | {
      readonly type: 'DrawLocked';
      readonly draw: DrawId;
      readonly item: ItemId;
      readonly purpose: Draw['purpose'];
      readonly lock: Lock;
      readonly lockHash: string;
      readonly assurance: Assurance;
    }
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
  | { readonly type: 'CountdownSet'; readonly countdown: Countdown }
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
