// A draw as every audience sees it. Types only: a phone loads nothing here.
import type { DrawId } from '../../ids.ts';
import type { Assurance, ReplacementReason } from '../../meeting/draws/draw.ts';
import type { DieState } from '../../meeting/draws/reading.ts';
import type { DrawSettings, Pace } from '../../meeting/agenda/item.ts';
import type { ShownCategory, ShownSubject } from './shown.ts';
import type { ShownName } from '../named.ts';

interface DrawOutline {
  readonly purpose: DrawSettings['purpose'];
  readonly take: number;
  readonly of: number;
  /** Everyone's chance as a reduced fraction, "12/77"; null where the cells differ, or nothing can be drawn yet. */
  readonly chance: string | null;
  /** Groups or categories that the rule draws by, in the roster's order; empty where everyone is alike. */
  readonly cells: readonly DrawCell[];
  readonly sources: readonly DrawSource[];
  /** Dice that are being read, or were just agreed on; null before the lock, without dice, and once names come. */
  readonly dice: ShownDice | null;
  /** How its names come. */
  readonly pace: Pace;
  /** What phones send in; null where they are no source. */
  readonly words: DrawWords | null;
  /** Before the lock: the one that a lock made now will have. */
  readonly assurance: Assurance;
  /** The names shown so far, in order of appearance; never one more (DRAW.md §6). */
  readonly shown: readonly DrawnName[];
  /** Whom a questioner's or a team's draw stands for now, those who came from its reserve in; empty until its last name. */
  readonly standing: readonly DrawnName[];
  /** Ids of those in `standing` who have said on their phones that they will ask. */
  readonly taken: readonly string[];
  /** The unit that a drawn representative asks; null for every other purpose. */
  readonly asked: ShownSubject | null;
  /** The units that a drawn team visits; empty for every other purpose. */
  readonly visits: readonly ShownSubject[];
  /** Drawn people who were replaced since, oldest first. */
  readonly replacements: readonly DrawReplacement[];
}

/** Before the lock: as one made now would have it. */
export interface ReadyDraw extends DrawOutline {
  readonly phase: 'ready';
  readonly id: null;
  readonly lockHash: null;
  readonly lockedAt: null;
  readonly why: null;
}

interface Locked extends DrawOutline {
  readonly id: DrawId;
  readonly lockHash: string;
  readonly lockedAt: string;
}

export interface RunningDraw extends Locked {
  readonly phase: 'locked' | 'showing' | 'done';
  readonly why: null;
}

export interface VoidDraw extends Locked {
  readonly phase: 'void';
  readonly why: string;
}

export type LockedDraw = RunningDraw | VoidDraw;
export type DrawView = ReadyDraw | LockedDraw;

export interface DrawCell {
  readonly id: string;
  readonly name: string;
  /** The category, or null where the cell is a group of people. */
  readonly category: ShownCategory | null;
  readonly of: number;
  /** How many are drawn from it: one number, or a range that chance decides within. */
  readonly least: number;
  readonly most: number;
  /** Everyone's chance in this cell; null where it has too few. */
  readonly chance: string | null;
  readonly shown: number;
}

export interface DrawSource {
  /** A source's type in the lock, or `kept` for a salt that a supervisor's device keeps. */
  readonly type: string;
  readonly count: number;
  readonly read: boolean;
  /** Before the lock: a supervisor must keep this one first. */
  readonly wanted: boolean;
  /** The digits of dice, once both readings agree on all of them. */
  readonly digits: string | null;
}

export interface ShownDice {
  /** Six faces, 1 to 6; else ten, 0 to 9. */
  readonly six: boolean;
  /** How many each of the two has read. */
  readonly first: number;
  readonly second: number;
  /** One for each die, in the order thrown. */
  readonly slots: readonly DieSlot[];
}

export interface DieSlot {
  readonly state: DieState;
  /** What the first reading has, or both; null where that is nothing, where they differ, and for staff until both agree. */
  readonly digit: string | null;
}

export interface DrawWords {
  /** null on phones while the list is open: a hall's phones need not hear of each other's words. */
  readonly sent: number | null;
  /** Whose words are waited for, and those of others that came. */
  readonly of: number;
  readonly closed: boolean;
  /** What fixes the closed list: 64 hex digits. */
  readonly hash: string | null;
  /** The closed list in the order of arrival; null while it is open, on phones, and for earlier draws. */
  readonly list: readonly string[] | null;
}

export interface DrawReplacement {
  readonly out: string;
  /** null: a recorded vacancy. */
  readonly in: string | null;
  /** Their ids: a name may be another's as well. */
  readonly outId: string;
  readonly inId: string | null;
  readonly group: string | null;
  readonly why: ReplacementReason;
  /** How many of the reserve were passed over, because they were not there. */
  readonly skipped: number;
  readonly recordHash: string;
}

export interface DrawnName extends ShownName {
  readonly id: string;
  /** The drawn unit, or null where a reviewer was drawn. */
  readonly subject: ShownSubject | null;
  readonly group: string | null;
  /** The cell they were drawn in; "" where everyone is alike. */
  readonly cell: string;
}
