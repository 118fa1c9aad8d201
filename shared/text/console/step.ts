// What a sentence about the moderator's next step may speak of.
import type { BoardPage } from '../../meeting/board.ts';
import type { LotsFailure } from '../../meeting/draws/draw.ts';

/** What a sentence about the next step may speak of; empty or 0 where there is none. */
export interface StepFacts {
  /** Kind, unit and number of the item that follows. */
  readonly item: string;
  readonly itemUnit: string;
  readonly n: number;
  readonly items: number;
  /** The present item's unit. */
  readonly unit: string;
  /** Its kind, and its unit or its own title. */
  readonly now: string;
  readonly nowAbout: string;
  /** Ballots still owed of those expected, or names not yet shown of those drawn. */
  readonly owed: number;
  readonly of: number;
  /** How long the present item lasts; 0 without a limit. */
  readonly seconds: number;
  readonly live: boolean;
  /** Why the scoring will be hidden, where it was to be live; empty where it will not. */
  readonly hides: string;
  readonly take: number;
  readonly pool: number;
  /** The draw is of people rather than of units. */
  readonly people: boolean;
  /** It is about the order of all of its pool. */
  readonly orders: boolean;
  /** Names that come with the next key, and the group that they are of; empty where the draw has none. */
  readonly comes: number;
  readonly group: string;
  /** Seconds after which the next name comes by itself; 0 where only a key brings it. */
  readonly every: number;
  /** The draw waits for dice, not only for its sealed number. */
  readonly dice: boolean;
  /** Of a draw by lots: how many there are, whether they are being numbered, and why they were not made; 0 and null elsewhere. */
  readonly lots: number;
  readonly numbers: boolean;
  readonly failed: LotsFailure | null;
  /** Phones are a source of the draw. */
  readonly phones: boolean;
  /** A sentence on the assurance that the draw will have; empty for other items. */
  readonly assurance: string;
  /** The supervisor who keeps the draw's number; empty where nobody does. */
  readonly keeper: string;
  /** Units of the written round that the step is about; 0 where it is about another. */
  readonly batch: number;
  /** A written round stays open beside what follows. */
  readonly beside: boolean;
  /** Paper ballots that a close would leave out, because nobody has confirmed them. */
  readonly papers: number;
  /** The line that a board's next row takes, from 1 at the top, or the digit that is thrown; 0 where there is neither. */
  readonly place: number;
  /** The page that a board is turned to, and the category that it is of; empty for all. */
  readonly page: BoardPage['page'] | null;
  readonly category: string;
  /** A draw is locked with the item that follows. */
  readonly locks: boolean;
  /** Who was drawn to ask; empty where nobody is, or not yet. */
  readonly asker: string;
  /** The meeting has entered its first item. */
  readonly started: boolean;
}

export interface StepWords {
  readonly title: (facts: StepFacts) => string;
  readonly button: string;
  /** Another label where it depends on what the step is about; null where it does not. */
  readonly buttonOf?: (facts: StepFacts) => string | null;
  readonly after: (facts: StepFacts) => string;
}
