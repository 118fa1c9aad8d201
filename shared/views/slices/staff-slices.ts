// What the console is told: the agenda, the next step, the lists and the log. Types only: a phone loads nothing here.
import type { BoardPage } from '../../meeting/board.ts';
import type { CategoryId, DrawId, GroupId, ItemId } from '../../ids.ts';
import type { Expectation, StaffCommand, StaffCommandOf } from '../../meeting/commands.ts';
import type { DrawPurpose, Item, ItemOf } from '../../meeting/agenda/item.ts';
import type { Reading } from '../../meeting/draws/reading.ts';
import type { MovingArea } from '../../meeting/commands/command.ts';
import type { LogHead } from '../../meeting/log-tree.ts';
import type { Actor } from '../../meeting/state.ts';
import type { NoLive } from '../../scoring/no-live.ts';
import type { PhonesNow } from '../../rehearsal/phones.ts';
import type { Scheme } from '../../scoring/scheme.ts';
import type { Sheet } from '../../scoring/sheet.ts';
import type { ShownSubject } from './shown.ts';
import type { DeskSlice, AddressSlice, PersonRow, TurnoutSlice } from './desk-slices.ts';
import type {
  BoardSlice,
  SpreadSlice,
  ProgressSlice,
  TallySlice,
  WrittenProgress,
} from './number-slices.ts';
import type { FileCheck } from '../console/file-check.ts';
import type { UndoAct } from '../console/undo-acts.ts';
import type { ReadinessSlice } from './readiness-lines.ts';
import type { StageSlice } from './stage-slices.ts';

export interface AgendaRow {
  readonly item: Item;
  readonly n: number;
  readonly subject: ShownSubject | null;
  /** Its unit, its category or its own title; empty where the name of its kind says enough. */
  readonly title: string;
  readonly state: 'empty' | 'now' | 'done' | 'waiting';
  /** Why it was left out, null where it was not. */
  readonly skipped: string | null;
  /** Put there by a draw: only a reason moves it. */
  readonly drawn: boolean;
  /** Something was drawn or opened by it: it stays where and what it is. */
  readonly used: boolean;
  /** Nothing on record speaks of it: it can be taken off the agenda. */
  readonly removable: boolean;
}

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
      /** What opens the rest of its ten; null where few are left. */
      readonly ten: StaffCommandOf<'ShowRows'> | null;
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

/** A written round, with what its close would count as empty. */
export interface StaffWritten extends WrittenProgress {
  readonly short: ShortGroups | null;
}

/** What takes the last act back: the exact command, and what it was about. */
export interface UndoStep {
  readonly act: UndoAct;
  readonly command: StaffCommand;
  /** The item or the unit of the act; of a board the category that it shows again, null for all. */
  readonly item: AgendaRow | null;
  readonly about: string | null;
}

/** The dice of the draw on stage while they are read: how far both readings are, never a digit. */
export interface DiceControl {
  readonly draw: DrawId;
  readonly six: boolean;
  readonly count: number;
  readonly readings: Readonly<Record<Reading, ReadingControl>>;
  /** Places, from 1, at which the second reading has another digit. */
  readonly differs: readonly number[];
}

export interface ReadingControl {
  readonly have: number;
  /** What a change of this row must name. */
  readonly edits: number;
}

/** The salt that a supervisor's device keeps for the draw on stage. */
export interface KeptSaltView {
  readonly item: ItemId;
  readonly draw: DrawId | null;
  /** null: nobody keeps one yet. */
  readonly commit: string | null;
  readonly keeper: string | null;
  /** `wanted` and `kept` before the lock, `locked` while words come, `due` when it can be opened. */
  readonly phase: 'wanted' | 'kept' | 'locked' | 'due';
}

export interface StaffStageSlice {
  readonly stage: StageSlice;
  readonly next: NextStep;
  /** null where the draw on stage has none, or it is open. */
  readonly salt: KeptSaltView | null;
  readonly dice: DiceControl | null;
  /** null where the last act cannot be taken back without losing something. */
  readonly undo: UndoStep | null;
  /** What commands of each area must carry. */
  readonly expects: Readonly<Record<MovingArea, Expectation>>;
  /** What the key back does: the page of the board before, or the item before; null at the first. */
  readonly back: StaffCommandOf<'EnterItem' | 'TurnBoard'> | null;
  /** The draw on stage is void as soon as the stage leaves it. */
  readonly voids: boolean;
}

/** Simulated phones of a rehearsal. */
export interface PhonesSlice {
  /** How many were called and are here; null where none are. */
  readonly called: number | null;
  /** How many seats the panel has, or will have once it is drawn. */
  readonly seats: number;
  /** How they fare, or fared when they were last here. */
  readonly now: PhonesNow | null;
}

export interface SetupSlice {
  readonly subjects: number;
  readonly categories: readonly {
    readonly id: CategoryId;
    readonly name: string;
    readonly mark: string;
    readonly count: number;
  }[];
  readonly reviewers: number;
  readonly groups: readonly {
    readonly id: GroupId;
    readonly name: string;
    readonly weight: number;
    readonly pool: number;
    readonly seats: number;
    /** As `seats`, or what the draw of the panel will fill at least; null where nobody knows yet. */
    readonly planned: number | null;
    readonly present: number;
  }[];
  readonly recusals: number;
  readonly seats: number;
  readonly tickets: number;
  readonly sheets: readonly Sheet[];
  readonly scheme: Scheme | null;
  readonly retainUntil: string;
  /** When people's data was erased, null before. */
  readonly erasedAt: number | null;
}

export interface ActRow {
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
  readonly byName: string;
  readonly type: string;
  /** What the act was about, as a name a person knows: a unit, a person, a file. */
  readonly about: string;
  /** Units of the written round that it was about; 0 where it was about none. */
  readonly batch: number;
  /** The kind of the item that it was about; null where it was about none. */
  readonly item: Item['kind'] | null;
  /** What it draws, where that item is a draw. */
  readonly purpose: DrawPurpose | null;
  readonly count: number;
}

export interface LogSlice {
  readonly acts: readonly ActRow[];
  readonly events: number;
  readonly head: LogHead;
}

export interface StaffView {
  readonly control: StaffStageSlice;
  readonly agenda: readonly AgendaRow[];
  readonly setup: SetupSlice;
  readonly people: readonly PersonRow[];
  readonly desk: DeskSlice;
  readonly addresses: AddressSlice;
  readonly subjects: readonly ShownSubject[];
  readonly turnout: TurnoutSlice;
  readonly progress: ProgressSlice;
  readonly written: readonly StaffWritten[];
  readonly tally: TallySlice;
  readonly board: BoardSlice;
  readonly spread: SpreadSlice;
  readonly readiness: ReadinessSlice;
  /** null for a meeting, which has none. */
  readonly phones: PhonesSlice | null;
  readonly file: FileCheck;
  readonly log: LogSlice;
}
