// The moderator's next step: what the key does, and what the sentence about it needs. Types only: a phone loads nothing here.
import type { GroupId } from '../../ids.ts';
import type { BoardPage } from '../../meeting/board.ts';
import type { Expectation, StaffCommandOf } from '../../meeting/commands.ts';
import type { LotsFailure } from '../../meeting/draws/draw.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { NoLive } from '../../scoring/no-live.ts';
import type { AgendaRow } from './agenda-row.ts';

/** The moderator's one obvious next step: the exact command that the key sends, and what to say about it. */
export type NextStep = StepAct & {
  readonly expects: Expectation;
  /** Cannot be undone: the key is needed twice within 3 s. */
  readonly irreversible: boolean;
};

/** What it is, with what the sentence about it needs. `command` null: somebody or something comes first. */
export type StepAct =
  /** `owed`: where the way leads back, how many were passed that still lack their result. */
  | {
      readonly act: 'enter';
      readonly command: StaffCommandOf<'EnterItem'>;
      readonly item: AgendaRow;
      readonly owed: number;
      /** A draw is locked with it. */
      readonly locks: boolean;
      /** While people check in: whose seats are empty, and how many of the reserve could take one now. */
      readonly absent: AbsentSeats | null;
    }
  /** A supervisor's device must keep a salt before the lock, and open it after the words. */
  | { readonly act: 'keep-salt' | 'open-salt'; readonly command: null }
  /** What is left of the draw's sources cannot be locked: the same item with dice. */
  | {
      readonly act: 'add-dice';
      readonly command: StaffCommandOf<'ChangeItem'> & { readonly item: ItemOf<'draw'> };
    }
  /** `why`: why it was asked for in vain; null where it was not. */
  | {
      readonly act: 'make-lots';
      readonly command: StaffCommandOf<'MakeLots'>;
      readonly why: LotsFailure | null;
    }
  /** The server makes the list of panels, or mixes and numbers them. */
  | { readonly act: 'wait-lots'; readonly command: null; readonly numbers: boolean }
  /** The digit of a number that is thrown next, from 1, of so many. */
  | {
      readonly act: 'throw-digit';
      readonly command: null;
      readonly place: number;
      readonly of: number;
    }
  | { readonly act: 'lock-draw'; readonly command: StaffCommandOf<'LockDraw'> }
  /** `owed`: seats that are here and have sent no word. */
  | {
      readonly act: 'close-words';
      readonly command: StaffCommandOf<'CloseWords'>;
      readonly owed: number;
      readonly of: number;
    }
  /** `owed`: seats that are here and have sent no word; `of` 0 where none is asked for. */
  | {
      readonly act: 'draw-at-once';
      readonly command: StaffCommandOf<'DrawAtOnce'>;
      readonly owed: number;
      readonly of: number;
    }
  /** The beacon's round must be fetched or typed, and before that published. */
  | { readonly act: 'read-beacon'; readonly command: null }
  /** null: dice must be read first. */
  | { readonly act: 'read-entropy'; readonly command: StaffCommandOf<'ReadEntropy'> | null }
  /** `owed`: names not yet shown; `every`: the seconds after which the next one comes by itself, null where only a key brings it. */
  | {
      readonly act: 'show-name';
      readonly command: StaffCommandOf<'ShowNames'>;
      readonly owed: number;
      readonly of: number;
      readonly every: number | null;
    }
  /** `group`: the one whose names come; empty where the draw has none. */
  | {
      readonly act: 'show-group';
      readonly command: StaffCommandOf<'ShowNames'>;
      readonly owed: number;
      readonly of: number;
      readonly comes: number;
      readonly group: string;
    }
  | { readonly act: 'start-countdown'; readonly command: StaffCommandOf<'StartCountdown'> }
  /** `hides`: why it is hidden until its reveal, where the agenda wants it shown live. */
  | {
      readonly act: 'open-round';
      readonly command: StaffCommandOf<'OpenRound'>;
      readonly hides: NoLive | null;
    }
  /**
   * `owed`: ballots; `papers`: those that wait for the second person and that a close would leave out; `short`: groups that
   * it would count as empty.
   */
  | {
      readonly act: 'close-round';
      readonly command: StaffCommandOf<'CloseRound'>;
      readonly owed: number;
      readonly of: number;
      readonly papers: number;
      readonly short: ShortGroups | null;
    }
  /** `of`: groups that open one after another, `owed` those still to open; both 0 before the first, when nobody may know. */
  | {
      readonly act: 'show-groups';
      readonly command: StaffCommandOf<'ShowGroups'>;
      readonly owed: number;
      readonly of: number;
    }
  /** `of`: groups that were opened before the total. */
  | {
      readonly act: 'reveal-round';
      readonly command: StaffCommandOf<'RevealRound'>;
      readonly of: number;
    }
  /** `place`: the line that the next row takes, from 1 at the top; `owed`: rows still closed. */
  | {
      readonly act: 'show-row';
      readonly command: StaffCommandOf<'ShowRows'>;
      readonly place: number;
      readonly owed: number;
      readonly of: number;
      /** What opens the rest of its ten, and how many rows those are; null where few are left. */
      readonly ten: {
        readonly command: StaffCommandOf<'ShowRows'>;
        readonly rows: number;
      } | null;
      readonly all: StaffCommandOf<'ShowRows'>;
    }
  /** `about`: the category whose page comes; empty for all. */
  | {
      readonly act: 'turn-page';
      readonly command: StaffCommandOf<'TurnBoard'>;
      readonly page: BoardPage['page'];
      readonly about: string;
    }
  | { readonly act: 'show-move'; readonly command: StaffCommandOf<'ShowMove'> }
  | { readonly act: 'finished'; readonly command: null };

/** Seats whose holders have not come. */
export interface AbsentSeats {
  readonly seats: number;
  /** The first few of them. */
  readonly names: readonly string[];
  readonly come: number;
}

/** Groups of weight below the secrecy floor of a scheme that counts such as if they had no ballot. */
export interface ShortGroups {
  readonly floor: number;
  /** Subjects of the round, and those that would have no score. */
  readonly of: number;
  readonly scoreless: number;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    /** Of how many subjects it is short. */
    readonly subjects: number;
    /** Its ballots and how many it lacks, for the subject for which they are fewest. */
    readonly ballots: number;
    readonly lacking: number;
  }[];
}
