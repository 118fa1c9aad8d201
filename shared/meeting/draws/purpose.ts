// What the rules ask of the purpose of a draw. Each answers in its own file of purposes/; a missing answer does not compile.
import type { SubjectId } from '../../ids.ts';
import type { DrawPurpose, DrawSettings, PeoplePurpose, UnitPurpose } from '../agenda/item.ts';
import type { Seat } from '../people.ts';
import type { Meeting } from '../state.ts';

export interface Purpose<P extends DrawPurpose> {
  readonly of: P extends PeoplePurpose ? 'people' : 'units';
  /** Everyone who could be drawn, and why some are left out. */
  candidates(around: Around): readonly Candidate[];
  /** Whether it is known whom it chooses from. */
  known(meeting: Meeting): boolean;
  /** What its last name brings about: seats of the panel, turns on the agenda as `follow` says, or the list alone. */
  readonly effect: (P extends PeoplePurpose ? 'seats' : 'turns') | 'none';
  /** Whether the drawn ask the unit that presents before them. */
  readonly asks: boolean;
  /** Whether it is held in two presses, where one is drawn by a number that the server keeps. */
  readonly atOnce: boolean;
  /** Whether everybody of its pool is drawn, so that it is about their order. */
  readonly orders: boolean;
  /** Whether units rate each other by its order, which closes to a ring within each category. */
  readonly rings: boolean;
  /** Whether the drawn throw the dice of another draw. */
  readonly throws: boolean;
  /** Whether it can be among the units of a ranking, as a board has shown it. */
  readonly ofRanking: boolean;
  /** The purpose whose drawn units these visit. */
  readonly visits: UnitPurpose | null;
  /**
   * Whether someone of its reserve can take over from a drawn person; null where nothing is passed on, or seats are.
   *
   * @param asked the unit that the drawn ask
   */
  readonly takesOver: TakesOver<P>;
  /** Usual numbers. */
  readonly usual: Pick<DrawSettings, 'take' | 'sources' | 'rule' | 'seconds'>;
}

type TakesOver<P extends DrawPurpose> =
  | (P extends PeoplePurpose
      ? (meeting: Meeting, seat: Seat, asked: SubjectId | undefined) => boolean
      : null)
  | null;

export interface Candidate {
  readonly id: string;
  /** A short code, never a sentence about a person; null where they are in the pool. */
  readonly why: string | null;
}

/** What candidates are found from. */
export interface Around {
  readonly meeting: Meeting;
  /** Seats of people that nobody took over. */
  readonly seats: readonly Seat[];
  /** Units with a turn on stage. */
  readonly turns: ReadonlySet<string>;
  /** Drawn for the same before, or sent in for one who was. */
  readonly before: ReadonlySet<string>;
  /** People whose seats were passed on. */
  readonly replaced: ReadonlySet<string>;
  /** The unit that the drawn ask. */
  readonly asked: SubjectId | undefined;
  /** Units that share the place that the draw is for. */
  readonly tied: readonly SubjectId[];
}

export function drawnBefore({ before }: Around, id: string): string | null {
  return before.has(id) ? 'drawn-before' : null;
}
