// A draw as every audience sees it. Types only: a phone loads nothing here.
import type { DrawId } from '../../ids.ts';
import type { BandName } from '../../meeting/draws/bands.ts';
import type { Together } from '../../draw/lots-facts.ts';
import type {
  Assurance,
  LotsFailure,
  MadeLots,
  ReplacementReason,
} from '../../meeting/draws/draw.ts';
import type { Instant } from '../../instant.ts';
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
  /**
   * Groups or categories that the rule draws by, in the roster's order, or values that have a quota; empty where everyone is
   * alike.
   */
  readonly cells: readonly DrawCell[];
  /** Whether cells are quotas over several attributes: somebody counts for more than one, and names come in no order of them. */
  readonly byQuotas: boolean;
  readonly sources: readonly DrawSource[];
  /** Dice that are being read, or were just agreed on; null before the lock, without dice, and once names come. */
  readonly dice: ShownDice | null;
  /** The beacon's round that its lock names; null before the lock, and where no beacon is a source. */
  readonly beacon: ShownBeacon | null;
  /** The sealed pool that its lock names, and how many differ from it; null before the lock, and where it names none. */
  readonly seal: ShownSeal | null;
  /** How its names come. */
  readonly pace: Pace;
  /** The panels that it draws one of; null for every other rule. */
  readonly lots: ShownLots | null;
  /** The lottery under quotas that it draws by; null for every other rule. */
  readonly lottery: ShownLottery | null;
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
  /** The ranking that it is among; null where it draws from a list. */
  readonly ranking: ShownRanking | null;
  /** Who of the same kind is not in the pool, by reason; none on phones. */
  readonly leftOut: readonly LeftOut[];
  /** Who was drawn to throw its dice; null where nobody was. */
  readonly thrower: Thrower | null;
}

export interface ShownRanking {
  /** null: of all units. */
  readonly category: ShownCategory | null;
  /** The place that several share; null where it draws by bands. */
  readonly place: number | null;
  /** No board has shown it to its first place, so that nobody can be drawn. */
  readonly closed: boolean;
}

export interface LeftOut {
  /** The code of the lock. */
  readonly why: string;
  readonly count: number;
  /** The first of them; none where the reason is nobody's business but their own. */
  readonly names: readonly string[];
  /** The earlier meetings, where these are the reason. */
  readonly from: readonly string[];
}

export interface Thrower extends ShownName {
  readonly draw: DrawId;
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
  /** Of a band its id: pages say what it is. */
  readonly name: string;
  /** Of a quota's value without its attribute, where a row has no room for both. */
  readonly short?: string;
  /** The category, or null where the cell is of people, or a band. */
  readonly category: ShownCategory | null;
  /** null where it is no band of a ranking. */
  readonly band: BandName | null;
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

/** A draw by lots (DRAW.md §9): how many panels there are, and are left after each digit. */
export interface ShownLots {
  readonly of: number;
  readonly list: MadeLots['phase'] | 'none';
  /** Why no list was made; null where none was tried in vain. */
  readonly why: LotsFailure | null;
  readonly made: ShownLotsList | null;
  /** The panels as they were mixed and numbered; null before. */
  readonly numbered: ShownNumbers | null;
  /** The server is at it: all that mixes and numbers is read. */
  readonly numbering: boolean;
  /** A slot for each digit of the number. */
  readonly digits: readonly DieSlot[];
  /** Panels whose number begins with the digits that stand. */
  readonly left: number;
  /** How many people are in one of those, in all and of each group. */
  readonly still: number;
  readonly groups: readonly LotsGroup[];
}

/** A lottery of panels under quotas (DRAW.md §8). */
export interface ShownLottery {
  readonly state: MadeLots['phase'] | 'none';
  /** Why none was found; null where none was looked for in vain. */
  readonly why: LotsFailure | null;
  readonly made: ShownWeights | null;
}

export interface ShownWeights {
  /** The smallest chance and the largest: reduced fractions. */
  readonly least: string;
  readonly most: string;
  /** The least chance that the best lottery for these quotas gives anybody: a decimal. */
  readonly best: string;
  /** Compositions, one of which is drawn. */
  readonly panels: number;
  /** Of the pool, whom no panel within the quotas can hold. */
  readonly leftOut: number;
}

export interface ShownLotsList {
  /** 64 hex digits, which the lock has as well. */
  readonly hash: string;
  /** In how many panels whoever is in fewest is, and whoever is in most. */
  readonly least: number;
  readonly most: number;
  /** The least chance that the best list for these quotas gives anybody: a decimal. */
  readonly best: string;
}

export interface ShownNumbers extends Together {
  /** 64 hex digits of the numbered list. */
  readonly hash: string;
  /** Exchanges that were made. */
  readonly made: number;
}

export interface LotsGroup {
  readonly id: string;
  readonly name: string;
  /** As of a {@link DrawCell}. */
  readonly short?: string;
  readonly of: number;
  readonly still: number;
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

export interface ShownBeacon {
  readonly round: number;
  /** When it is published. */
  readonly at: Instant;
  /** All else is closed, and its signature is still to come. */
  readonly awaited: boolean;
}

export interface ShownSeal {
  /** 64 hex digits. */
  readonly sealed: string;
  /** Not sealed, or otherwise; all of them stand in the lock with a reason. */
  readonly added: number;
  /** Sealed, and not to be drawn. */
  readonly missing: number;
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
  /** The group or category they were drawn in; "" where everyone is alike, or no quota is about groups. */
  readonly cell: string;
  /** Of a draw by quotas the ids of its cells that they count for. */
  readonly counts?: readonly string[];
}
