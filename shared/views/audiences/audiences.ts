// Who a view is built for, and what screens and viewers get. Types only: a phone loads nothing here.
import type { LockedDraw } from '../slices/draw-slices.ts';
import type {
  BoardSlice,
  ProgressSlice,
  SpreadSlice,
  TallySlice,
  WrittenProgress,
} from '../slices/number-slices.ts';
import type { ResultsSlice } from '../slices/unit-slices.ts';
import type { PublishedSlice } from '../slices/result-slices.ts';
import type { StageSlice } from '../slices/stage-slices.ts';

declare const audience: unique symbol;
/** Marks a view as built for one audience, so that it can be sent to no other (R7). */
export type ViewFor<A extends Audience, T> = T & { readonly [audience]?: A };
export type Audience = 'staff' | 'panel' | 'screen' | 'public';

export interface ScreenView {
  readonly stage: StageSlice;
  readonly progress: ProgressSlice;
  readonly written: readonly WrittenProgress[];
  readonly tally: TallySlice;
  readonly board: BoardSlice;
  readonly spread: SpreadSlice;
}

export interface PublicView extends ScreenView {
  readonly results: ResultsSlice;
  readonly published: PublishedSlice;
  /** Every draw that was locked, newest first: whoever comes late can still compare and recompute. */
  readonly draws: readonly LockedDraw[];
}
