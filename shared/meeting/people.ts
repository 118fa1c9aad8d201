// People and units: who is reviewed, who reviews, what each holds. Ids only: names live in the directory (R14).
import type {
  CategoryId,
  GroupId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../ids.ts';
import type { Instant } from '../instant.ts';

export interface Category {
  readonly id: CategoryId;
  readonly name: string;
  /** One character that stands for the category wherever hue alone would (LOOK.md §1). */
  readonly mark: string;
}

/** The series of meetings that a meeting is one of, and the days that it judges, both ends included, as YYYY-MM-DD. */
export interface Belonging {
  readonly series?: string;
  readonly period?: { readonly from: string; readonly to: string };
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
export type SubjectOut = { readonly reason: string } & (
  { readonly why: 'withdrawn' } | { readonly why: 'combined'; readonly into: SubjectId }
);

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
  /** The list's and those that were declared since, together. */
  readonly recusals: readonly SubjectId[];
  /** Codes by attribute, where the list has columns that quotas are set by. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly commitment: string;
}

/** A column of the list of reviewers that quotas are set by, as a1, a2, … */
export interface Attribute {
  readonly id: string;
  /** Salted commitment of the directory's row: its heading, and what each code means. */
  readonly commitment: string;
}

/** Who holds a ticket or a seat (持码人): a reviewer or a unit. */
export type Holder =
  | { readonly kind: 'reviewer'; readonly id: ReviewerId }
  | { readonly kind: 'subject'; readonly id: SubjectId };

/** One text for each holder, by which they are found: a unit and a reviewer may have one id. */
export type HolderKey = `${Holder['kind']}/${string}`;

export function keyOf({ kind, id }: Holder): HolderKey {
  return `${kind}/${id}`;
}

export function isSame(a: Holder, b: Holder): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** The id of the holder whose key this is. */
export function idIn(key: HolderKey): string {
  return key.slice(key.indexOf('/') + 1);
}

/** Whether the holder whose key this is is a person or a unit. */
export function kindIn(key: HolderKey): Holder['kind'] {
  return key.startsWith('subject/') ? 'subject' : 'reviewer';
}

export function reviewerHolder(id: ReviewerId): Holder {
  return { kind: 'reviewer', id };
}

export function reviewerKey(id: ReviewerId): HolderKey {
  return `reviewer/${id}`;
}

export function subjectHolder(id: SubjectId): Holder {
  return { kind: 'subject', id };
}

export function subjectKey(id: SubjectId): HolderKey {
  return `subject/${id}`;
}

/** A sheet of paper with a ticket: in whose name it was printed, and which issue. */
export type PrintedSheet = { readonly issue: number } & (
  { readonly reviewer: ReviewerId } | { readonly subject: SubjectId }
);

/** In whose name a sheet was printed; who holds it now, `holderOfSheet` says. */
export function printedFor(sheet: PrintedSheet): Holder {
  return 'subject' in sheet ? subjectHolder(sheet.subject) : reviewerHolder(sheet.reviewer);
}

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

/** A seat as it is filled. */
export type NewSeat = Pick<Seat, 'id' | 'holder' | 'group'>;

/** @param n counts all seats that there ever were, from 1 */
export function seatFor({ id, group }: Reviewer, n: number): NewSeat {
  return seatHeldBy(reviewerHolder(id), group, n);
}

/** The same of whoever holds it. */
export function seatHeldBy(holder: Holder, group: GroupId, n: number): NewSeat {
  return { id: `S${String(n).padStart(3, '0')}` as SeatId, holder, group };
}

/** A holder's ticket: only its issue number is in the log, the secret's hash lives in the meeting file. */
export interface Ticket {
  /** The last sheet printed in this holder's name. */
  readonly issue: number;
  /** Whether that sheet is on paper: simulated phones get theirs without an address to print. */
  readonly printed: boolean;
  readonly revoked: boolean;
  /** The sheet that they hold: their own last one, unless the desk swapped two. */
  readonly holds: { readonly printedFor: HolderKey; readonly issue: number };
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

/**
 * Why something was done about a person: where the words lie in the directory, to be erased with it (R14). Logs written
 * before 2026-11-22 hold the words themselves.
 */
export type PersonReason = string | { readonly id: string; readonly commitment: string };
