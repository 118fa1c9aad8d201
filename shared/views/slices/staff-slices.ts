// What the console is told: the agenda, the next step, the lists and the log. Types only: a phone loads nothing here.
import type { CategoryId, DrawId, GroupId, ItemId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { Expectation, StaffCommand, StaffCommandOf } from '../../meeting/commands.ts';
import type { DrawPurpose, Item } from '../../meeting/agenda/item.ts';
import type { SealedKind } from '../../meeting/draws/sealed-kinds.ts';
import type { Reading } from '../../meeting/draws/reading.ts';
import type { MovingArea } from '../../meeting/commands/command.ts';
import type { LogHead } from '../../meeting/log-tree.ts';
import type { Actor } from '../../meeting/state.ts';
import type { PhonesNow, PhonesReport } from '../../rehearsal/phones.ts';
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
import type { AgendaRow } from './agenda-row.ts';
import type { NextStep, ShortGroups } from './next-step.ts';
import type { RelayStanding } from '../seen.ts';
import type { FileCheck } from '../console/file-check.ts';
import type { UndoAct } from '../console/undo-acts.ts';
import type { ReadinessSlice } from './readiness-lines.ts';
import type { StageSlice } from './stage-slices.ts';

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
  /** Of a number, whose digits are thrown one by one: how many of them stand. null for all other dice. */
  readonly stand: number | null;
  readonly readings: Readonly<Record<Reading, ReadingControl>>;
  /** Places, from 1, at which the second reading has another digit. */
  readonly differs: readonly number[];
}

export interface ReadingControl {
  readonly have: number;
  /** What a change of this row must name. */
  readonly edits: number;
}

/** The round of the beacon that the draw on stage waits for. */
export interface BeaconControl {
  readonly draw: DrawId;
  readonly round: number;
  /** When it is published. */
  readonly at: Instant;
  readonly relays: RelayStanding;
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
  readonly beacon: BeaconControl | null;
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
  /** The last report there was. */
  readonly report: PhonesReport | null;
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
    /** Those of `seats` that units hold. */
    readonly units: number;
    /** As `seats`, or what the draw of the panel will fill at least; null where nobody knows yet. */
    readonly planned: number | null;
    readonly present: number;
  }[];
  /** What quotas can ask about beside the group, each with its values and how many of the pool have them. */
  readonly attributes: readonly {
    readonly id: string;
    readonly name: string;
    readonly values: readonly {
      readonly v: string;
      readonly name: string;
      readonly count: number;
    }[];
  }[];
  /** Combinations of the group and all attributes that fewer than three people share, by the names of their values. */
  readonly rare: {
    readonly people: number;
    readonly combinations: number;
    readonly first: readonly { readonly names: readonly string[]; readonly people: number }[];
  };
  readonly recusals: number;
  readonly seats: number;
  readonly tickets: number;
  readonly sheets: readonly Sheet[];
  readonly scheme: Scheme | null;
  /** The newest seal of each pool that was sealed. */
  readonly seals: readonly {
    readonly of: SealedKind;
    readonly sealed: string;
    readonly count: number;
    readonly at: Instant;
  }[];
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
