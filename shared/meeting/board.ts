// Boards as the state has them: which rows the hall was shown, and what of one is on the screen.
import type { CategoryId, SubjectId } from '../ids.ts';

/** What the hall was shown of a board item. */
export interface Board {
  /** Rows in the order in which they were opened, each with the sequence number of the event that opened it. */
  readonly opened: ReadonlyMap<SubjectId, number>;
  /** Sequence number of the last event that showed any board before this one was begun; 0 for none. */
  readonly since: number;
}

/** `climb`: twenty places while they are opened; `podium`: the first three; `list`: ten places with their lane. */
export const BOARD_PAGES = ['climb', 'podium', 'list'] as const;

/** A page: whose standings, and which of it. */
export interface BoardPage {
  readonly category: CategoryId | 'all';
  readonly page: (typeof BOARD_PAGES)[number];
  /** Of `climb` the ten at the left, of `list` the page, each from 0 and counted from the top; of `podium` 0. */
  readonly n: number;
}

/** How much one act opens. `ten`: up to the next ten counted from the top; `all`: to the first place. */
export const TAKES = ['one', 'ten', 'all'] as const;
export type Take = (typeof TAKES)[number];
