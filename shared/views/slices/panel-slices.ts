// What a panel member's phone is told. Types only: a phone loads nothing here.
import type { Choice } from '../../ballots/ballot.ts';
import type { CategoryId, DrawId, GroupId, RoundId, SeatId, SubjectId } from '../../ids.ts';
import type { Disclosure, Kind } from '../../meeting/agenda/item.ts';
import type { HolderKey } from '../../meeting/people.ts';
import type { RoundForms } from '../../meeting/round-forms.ts';
import type { Limits } from '../../scoring/limits.ts';
import type { CountdownView, Ordinal, ShownDocument, ShownMeeting, ShownSubject } from './shown.ts';
import type { ShownName } from '../named.ts';
import type { DrawView } from './draw-slices.ts';
import type { BoardRow } from './number-slices.ts';
import type { StageBody } from './stage-slices.ts';

/** What a panel member's phone does now. */
export interface PanelStageSlice {
  readonly meeting: ShownMeeting;
  readonly body: StageBody;
  /** Live rounds that take ballots now, oldest first. */
  readonly open: readonly OpenRound[];
}

/** With the units that the round was about as it opened. */
export type ShownLimits = Limits & {
  readonly began: readonly { readonly id: SubjectId; readonly category: CategoryId }[];
};

export interface OpenRound extends RoundForms {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subjects: readonly ShownSubject[];
  readonly limits: ShownLimits | null;
  readonly countdown: CountdownView | null;
  readonly ordinal: Ordinal | null;
  readonly disclosure: Disclosure;
  /** Units rate in it, each those that its own slice names; absent: the panel does. */
  readonly ofUnits?: true;
}

export interface MyBallot {
  readonly round: RoundId;
  readonly attempt: number;
  readonly subject: ShownSubject;
  readonly rev: number;
  readonly choice: Choice;
  /** Two decimals; null for an abstention. */
  readonly total: string | null;
  /** Receipt code, `7K3F-Q2MD`. */
  readonly code: string;
  /** Typed by the desk from paper. */
  readonly paper?: true;
  /** What it says beside it; absent: nothing. */
  readonly comment?: string;
}

/** What one seat knows of itself. */
export interface MeSlice extends ShownName, InDraw {
  readonly seat: SeatId;
  readonly claim: number;
  /** Left early: nothing is owed and nothing can be cast until they are back. */
  readonly left: boolean;
  readonly groupId: GroupId;
  readonly recusals: readonly SubjectId[];
  /** What a unit's seat rates in each open round of units; absent for a person's. */
  readonly rates?: readonly { readonly round: RoundId; readonly subjects: readonly SubjectId[] }[];
  /** Its newest ballots, oldest round first. */
  readonly ballots: readonly MyBallot[];
}

/** How a person, seated or waiting, stands to draws. */
export interface InDraw {
  /** By which a word of theirs is kept on their device: it stays theirs as they are seated. */
  readonly holder: HolderKey;
  readonly group: string;
  /** Draws that they have sent their word for. */
  readonly words: readonly DrawId[];
  /** Draws that drew them, each from its last name on. */
  readonly drawn: readonly DrawId[];
  /** Those of `drawn` in which they have said that they will ask. */
  readonly takes: readonly DrawId[];
}

/** What a phone that waits is told of the draw on stage, if that takes or took words of whoever waits. */
export interface WaitingDraw {
  readonly draw: DrawView;
  readonly me: InDraw;
}

/** What the phone of a unit without a seat is told, as far as everybody may see it. */
export interface WaitingUnit {
  readonly documents: readonly ShownDocument[];
  readonly out: ShownSubject['out'];
  /** What is on stage, null before anything is; `own`: it is the unit's own turn. */
  readonly now: { readonly kind: Kind; readonly title: string; readonly own: boolean } | null;
  /** Its own, from the moment that it has been revealed and shown; `of`: how many units take part. */
  readonly result: (Pick<BoardRow, 'score' | 'why' | 'rank'> & { readonly of: number }) | null;
}

export interface PanelView {
  readonly stage: PanelStageSlice;
  /** Written rounds that take ballots now. Apart from the stage, so that its many subjects travel only when they change. */
  readonly written: readonly OpenRound[];
}

export interface SeatView extends PanelView {
  readonly me: MeSlice;
}
