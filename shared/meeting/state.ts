// The state of one meeting, as the fold of its events. Ids only: names and attributes live in the directory (R14).
import type { Instant } from '../instant.ts';
import type {
  ItemId,
  MeetingId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../ids.ts';
import type { Scheme } from '../scoring/scheme.ts';
import type { Sheet } from '../scoring/sheet.ts';
import type {
  Attribute,
  Belonging,
  Category,
  Group,
  Holder,
  HolderKey,
  PaperBallot,
  ReportDocument,
  Reviewer,
  Seat,
  Subject,
  SubjectOut,
  Ticket,
} from './people.ts';
import type { Board, BoardPage } from './board.ts';
import type { Comment } from './comment.ts';
import type { Countdown, Item } from './agenda/item.ts';
import type { MovingArea } from './commands/command.ts';
import type { Round } from './round.ts';
import type { TakenBack } from './taken-back.ts';
import type { Adjustment, UnitVeto } from './result/adjustment.ts';
import type { Outcome } from './result/outcome.ts';
import type { Column, EarlierTable, ResultPlan } from './result/plan.ts';
import type { Draw, KeptSalt, MadeLots, Replacement } from './draws/draw.ts';
import type { Seal } from './draws/sealed-kinds.ts';

export type Actor =
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  /** Whoever a ticket belongs to, where it acts for itself and not for a seat. */
  | { readonly kind: 'holder'; readonly holder: Holder }
  | { readonly kind: 'server' };

/** What an act that can be taken back may have changed. */
export type Restorable = Pick<
  Meeting,
  'agenda' | 'skipped' | 'out' | 'current' | 'countdown' | 'left' | 'boardTurned' | 'rounds'
>;

/** The last act, where it can be taken back. */
export interface LastAct {
  /** Sequence number of its first event. */
  readonly n: number;
  /** What it was; of an act that took another one back, the command that this amounts to. */
  readonly command: TakenBack;
  /** The first item or the unit that it was about. */
  readonly item: ItemId | null;
  readonly subject: SubjectId | null;
  /** What it may have changed, as it was before. */
  readonly restores: Restorable;
}

export interface Meeting {
  readonly id: MeetingId;
  readonly code: string;
  readonly title: string;
  readonly zone: string;
  readonly belonging: Belonging;
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
  readonly touched: Readonly<Record<MovingArea, number>>;
  readonly categories: readonly Category[];
  readonly groups: readonly Group[];
  readonly subjects: ReadonlyMap<SubjectId, Subject>;
  /** Subjects that were withdrawn or combined with another. */
  readonly out: ReadonlyMap<SubjectId, SubjectOut>;
  readonly documents: ReadonlyMap<SubjectId, readonly ReportDocument[]>;
  readonly pool: ReadonlyMap<ReviewerId, Reviewer>;
  /** What quotas over the pool can ask about, beside the group. */
  readonly attributes: readonly Attribute[];
  /** Recusals that a person has declared, whatever lists say; also of someone whom a later list left out. */
  readonly declared: ReadonlyMap<ReviewerId, readonly SubjectId[]>;
  /** Holders without a seat who are in the house, and since when: whom the reserve can send in. */
  readonly arrived: ReadonlyMap<HolderKey, Instant>;
  /** Holders without a seat whom the desk saw go: here again only by their own act or the desk's. */
  readonly away: ReadonlySet<HolderKey>;
  readonly tickets: ReadonlyMap<HolderKey, Ticket>;
  /** Whose tickets a phone has ever brought; in a rehearsal the printed ones only. */
  readonly phones: ReadonlySet<HolderKey>;
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
  /** The page that the moderator turned the board on stage to; null where it stands at what was opened last. */
  readonly boardTurned: BoardPage | null;
  /** What the hall was shown of each board item, in the order in which they were begun. */
  readonly boards: ReadonlyMap<ItemId, Board>;
  /** Sequence number of the last event that showed a board; 0 before. */
  readonly boardShown: number;
  /** Of live rounds, the attempt after which the hall saw the board move. */
  readonly moves: ReadonlyMap<RoundId, number>;
  /** Sequence number of the last time the bell was rung by hand; 0 = never. */
  readonly bell: number;
  /** When that was; null before. */
  readonly bellAt: Instant | null;
  /** null where the last act cannot be taken back without losing something, or the log does not tell acts apart. */
  readonly undo: LastAct | null;
  readonly countdown: Countdown | null;
  /** The item on stage before this one, as it was left: whoever steps back finds its clock and its board again. */
  readonly left: {
    readonly item: ItemId;
    readonly countdown: Countdown | null;
    readonly boardTurned: BoardPage | null;
  } | null;
  readonly rounds: ReadonlyMap<RoundId, Round>;
  readonly draws: readonly Draw[];
  /** Salts that supervisors' devices keep for draws still to be locked. */
  readonly salts: ReadonlyMap<ItemId, KeptSalt>;
  /** Lists of panels that were asked for or made, by the item whose draw they are for; one for each at the most. */
  readonly lots: ReadonlyMap<ItemId, MadeLots>;
  /** Pools sealed for later draws, oldest first. */
  readonly seals: readonly Seal[];
  readonly replacements: readonly Replacement[];
  readonly papers: ReadonlyMap<PaperId, PaperBallot>;
  /** By `commentKey`. */
  readonly comments: ReadonlyMap<string, Comment>;
  /** Every version ever adopted, oldest first; the last one stands. */
  readonly plans: readonly ResultPlan[];
  readonly columns: ReadonlyMap<string, Column>;
  /** Results of other times, the oldest first. */
  readonly earlier: ReadonlyMap<string, EarlierTable>;
  readonly adjustments: ReadonlyMap<string, Adjustment>;
  readonly vetoes: ReadonlyMap<string, UnitVeto>;
  /** How many results were computed. */
  readonly outcomes: number;
  /** The one that is on its way; null where none is. */
  readonly outcome: Outcome | null;
  /** What everybody may see: it stands until another one is published. */
  readonly published: Outcome | null;
  /** Simulated phones that were called and not dismissed; null where none are there. */
  readonly simulated: {
    readonly phones: number;
    /** Number of the event that called them. */
    readonly call: number;
  } | null;
}
