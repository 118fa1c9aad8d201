// What is on now, as every page is told. Types only: a phone loads nothing here.
import type { GroupId, ItemId, RoundId } from '../../ids.ts';
import type { BoardPage } from '../../meeting/board.ts';
import type { Disclosure } from '../../meeting/agenda/item.ts';
import type { ShownCategory, CountdownView, ShownMeeting, Ordinal, ShownSubject } from './shown.ts';
import type { DrawView } from './draw-slices.ts';
import type { TallySlice } from './number-slices.ts';

export type RoundPhase = 'ready' | 'open' | 'closed' | 'revealed';

export interface ScoreStage {
  readonly kind: 'score';
  readonly round: RoundId | null;
  readonly attempt: number;
  readonly subject: ShownSubject;
  readonly ordinal: Ordinal | null;
  readonly phase: RoundPhase;
  /** While a closed round's groups open: how many have, of how many that will, and which came last; else null. */
  readonly opened: {
    readonly n: number;
    readonly of: number;
    readonly newest: readonly GroupId[];
  } | null;
  /** Phones alone, which have no tally: the result once it is revealed. */
  readonly result?: ShownResult | null;
  readonly disclosure: Disclosure;
  readonly countdown: CountdownView | null;
  /** The round closes by itself at zero. */
  readonly closesItself: boolean;
  /** After the reveal the hall sees the unit climb to its place. */
  readonly moves: boolean;
}

/** What a phone shows of a revealed result. */
export type ShownResult = Pick<NonNullable<TallySlice>, 'score' | 'why' | 'place' | 'ballots'>;

/** One batch round over many subjects; it may stand open beside other items. */
export interface WrittenStage {
  readonly kind: 'written';
  readonly round: RoundId | null;
  readonly attempt: number;
  readonly phase: RoundPhase;
  readonly disclosure: Disclosure;
  /** How many subjects it is about, or will be when it opens. */
  readonly subjects: number;
  /** It is revealed, and each score comes with its row on a board. */
  readonly byBoard?: true;
}

/** A page of the standings, of all where there is no category. */
export interface BoardStage {
  readonly kind: 'board';
  readonly category: ShownCategory | null;
  readonly page: BoardPage['page'];
  readonly n: number;
}

export interface DrawStage {
  readonly kind: 'draw';
  readonly draw: DrawView;
  /** Of the question, where who asks is drawn. */
  readonly countdown: CountdownView | null;
  /** How long the question may take; 0 without a clock. */
  readonly seconds: number;
}

export type StageBody =
  | { readonly kind: 'idle' }
  | { readonly kind: 'check-in' }
  | DrawStage
  | {
      readonly kind: 'presentation';
      readonly subject: ShownSubject;
      readonly ordinal: Ordinal | null;
      readonly countdown: CountdownView | null;
      readonly seconds: number;
      readonly next: ShownSubject | null;
    }
  | ScoreStage
  | WrittenStage
  | BoardStage
  | CardStage;

export interface CardStage {
  readonly kind: 'card';
  readonly title: string;
  readonly text: string;
  /** The meeting ends with it, and viewers have something to check. */
  readonly closing: boolean;
}

/** What is on now. */
export interface StageSlice {
  readonly meeting: ShownMeeting;
  readonly item: { readonly id: ItemId; readonly n: number } | null;
  readonly items: number;
  readonly body: StageBody;
  /** Grows each time the bell is rung by hand. */
  readonly bell: number;
}
