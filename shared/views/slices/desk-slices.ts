// What the desk is told: people, reserves, paper ballots, turnout, and the printed address. Types only: a phone loads nothing here.
import type {
  DrawId,
  GroupId,
  ItemId,
  PaperId,
  ReviewerId,
  RoundId,
  SeatId,
  StaffId,
  SubjectId,
} from '../../ids.ts';
import type { RoundForms } from '../../meeting/round-forms.ts';
import type { ShownName } from '../named.ts';

/** How many of its ballots of a written round a seat has cast. */
export interface SeatShare {
  readonly seat: SeatId;
  readonly done: number;
  readonly of: number;
}

export interface PersonRow extends ShownName {
  readonly reviewer: ReviewerId | null;
  /** The seat that they hold; null also for who was replaced. */
  readonly seat: SeatId | null;
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

/** A unit of the roster, as far as it holds anything; its name is that of the subjects' slice. */
export interface UnitRow extends Pick<PersonRow, 'ticket' | 'claim'> {
  readonly unit: SubjectId;
  readonly seat: SeatId | null;
  /** Of its seat; null where it has none. */
  readonly group: GroupId | null;
  /** `none`: it has no seat. */
  readonly standing: 'none' | 'absent' | 'present' | 'left';
  /** Whose printed sheet it holds since the desk swapped two; null where its own. */
  readonly holdsSheetOf: SubjectId | null;
}

/** What is left of one cell's reserve. */
export interface ReserveRow {
  readonly draw: DrawId;
  /** The group that all of the cell are of; null where the rule draws by something else, or by nothing. */
  readonly group: GroupId | null;
  readonly left: number;
  readonly here: number;
  /** Who would be sent in next, null where nobody is in the house. */
  readonly next: ReviewerId | null;
  /** Those before them who are not there. */
  readonly skipped: readonly ReviewerId[];
  /** Units from which `next` is recused: who comes instead of someone recused from the same, passing over whom. */
  readonly conflicts: readonly ({ readonly subject: SubjectId } & Pick<
    ReserveRow,
    'next' | 'skipped'
  >)[];
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
  /** The seat's phone has cast since: that ballot is the newer one, and this one can only be entered again. */
  readonly overtaken: boolean;
}

/** A round that takes ballots, as far as a paper ballot's form needs it. */
export interface OpenRoundRow extends RoundForms {
  readonly round: RoundId;
  readonly item: ItemId;
  readonly attempt: number;
  readonly subjects: readonly SubjectId[];
}

/** What a paper ballot's form is printed for. */
export interface PaperFormRow extends RoundForms {
  readonly item: ItemId;
  readonly kind: 'live' | 'written';
  /** The attempt that is open, or 1 before the round opens. */
  readonly attempt: number;
  /** Never empty. */
  readonly subjects: readonly SubjectId[];
}

/** Where printed tickets lead, and where this server answers. */
export interface AddressSlice {
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
  /** Every unit that takes part or holds a ticket, in roster order. */
  readonly units: readonly UnitRow[];
  readonly reserves: readonly ReserveRow[];
  /** What replacing all the absent would do now; `in` null where the seat would stay empty. */
  readonly plan: readonly { readonly seat: SeatId; readonly in: ReviewerId | null }[];
  readonly papers: readonly PaperRow[];
  readonly open: readonly OpenRoundRow[];
  readonly forms: readonly PaperFormRow[];
}

/** Who has voted in the open round and who is connected: people, never scores (R6). */
export interface TurnoutSlice {
  readonly round: RoundId | null;
  readonly voted: readonly SeatId[];
  /** Those that judge it not: recused, or of a group without a sheet for it. */
  readonly recused: readonly SeatId[];
  readonly connected: readonly SeatId[];
  /** In the written round that is open or on stage: how far each seat is that has not finished. */
  readonly written: readonly SeatShare[];
}
