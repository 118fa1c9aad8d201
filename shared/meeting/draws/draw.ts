// Draws as the state has them: locks, results, who keeps a salt, and who came instead.
import type { DrawId, ItemId, ReviewerId, StaffId, SubjectId } from '../../ids.ts';
import type { AnyLock, PoolMember, Rule } from '../../draw/lock.ts';
import type { LotteryPanel } from '../../draw/lock-form.ts';
import type { Numbered, Panel } from '../../draw/lots.ts';
import type { Together } from '../../draw/lots-facts.ts';
import type { Holder, PersonReason } from '../people.ts';
import type { Instant } from '../../instant.ts';
import type { ByQuotas, DrawPurpose, Pace, PeoplePurpose, UnitPurpose } from '../agenda/item.ts';
import type { Closes } from './closes.ts';
import type { Readings } from './reading.ts';

export type Assurance = 'public' | 'participants' | 'operator';

/** Who keeps a salt apart from the server. Those who run the stage never do. */
export interface Keeper {
  readonly id: StaffId;
  readonly role: 'supervisor';
}

/** A salt that waits on its keeper's device for a lock: all that anyone else has of it. */
export interface KeptSalt {
  /** hex T("salt", bytes). */
  readonly commit: string;
  readonly keeper: Keeper;
}

/** A draw of people, or of units: its purpose says which, and its result names only those. */
export type Draw = DrawFor<PeoplePurpose, ReviewerId> | DrawFor<UnitPurpose, SubjectId>;
export type DrawOfUnits = Extract<Draw, { readonly purpose: UnitPurpose }>;
export type DrawOfPeople = Extract<Draw, { readonly purpose: PeoplePurpose }>;

type DrawFor<P extends DrawPurpose, Id extends string> = {
  readonly id: DrawId;
  readonly item: ItemId;
  readonly purpose: P;
  readonly lock: AnyLock;
  readonly lockHash: string;
  readonly assurance: Assurance;
  /** Who keeps the salt until the phones' list is closed and shown; null where the server does, or there is none. */
  readonly keeper: Keeper | null;
  /** What phones sent in, in the order of arrival, and whether that list is closed. */
  readonly words: readonly { readonly holder: Holder; readonly word: string }[];
  readonly wordsClosed: boolean;
  /** When the sources closed that people fill. */
  readonly closes: Closes;
  /** Of the beacon's round, 96 hex digits that its chain signed; null before it is read, and where no beacon is a source. */
  readonly signature: string | null;
  /** How its names come, where that was chosen on stage; null: as its item has it. */
  readonly pace: Pace | null;
  /** The panels that it draws one of; null for every other rule. */
  readonly lots: DrawnLots | null;
  /** The compositions that it draws one of; null for every other rule. */
  readonly lottery: FoundLottery | null;
} & (
  | {
      readonly phase: 'locked';
      /** The dice as far as they were typed; of lots that are numbered the digits of the number. */
      readonly readings: Readings;
    }
  | (DrawResult<Id> & {
      readonly phase: 'determined';
      /** How many names the hall has been shown; the draw is over when all are. */
      readonly shown: number;
      /** Who was drawn to ask and has said that they will; whoever comes instead has to say so themselves. */
      readonly taken: ReadonlySet<ReviewerId>;
      /** When the newest of them was; null before the first. */
      readonly shownAt: Instant | null;
      readonly recordHash: string;
    })
  | {
      readonly phase: 'void';
      readonly why: string;
      readonly recordHash: string;
      /** Who declared it, where that was a member of staff: the record names them. */
      readonly signer: StaffId | null;
      /** What the entropy came to, where it had been read: it is published all the same (DRAW.md §6). */
      readonly result: DrawResult<Id> | null;
      /** The entropy of its record: a string for each source, '' where that was not read. */
      readonly read: readonly string[];
    }
);

/** The panels of a draw by lots (DRAW.md §9). */
export interface DrawnLots {
  readonly list: LotsList;
  /** What the sources came to that mix and number the panels; null while one is open. */
  readonly entropy: readonly string[] | null;
  readonly readAt: Instant | null;
  /** null until the server has mixed and numbered them. */
  readonly numbered: (Numbered & { readonly together: Together }) | null;
}

/** The panels of a draw by lots, each in its place, as they are published before its lock. */
export interface LotsList {
  readonly panels: readonly Panel[];
  /** hex T("panels", C(panels)). */
  readonly hash: string;
  /** In how many panels whoever is in fewest is, and whoever is in most. */
  readonly least: number;
  readonly most: number;
  /** The least chance that the best list for these quotas gives anybody: a decimal. */
  readonly best: string;
}

/** The weighed compositions of a lottery under quotas, as they are published with its lock. */
export interface FoundLottery {
  readonly panels: readonly LotteryPanel[];
  /** The smallest chance and the largest of those in the pool: reduced fractions. */
  readonly least: string;
  readonly most: string;
  /** The least chance that the best lottery for these quotas gives anybody: a decimal. */
  readonly best: string;
}

/** The list of panels, or the lottery, that an item's draw will be locked with. */
export type MadeLots =
  | { readonly phase: 'wanted' }
  | ({
      readonly phase: 'made';
      /** What it was made for: of another pool or other quotas it is the list no longer. */
      readonly for: MadeFor;
    } & ({ readonly list: LotsList } | { readonly lottery: FoundLottery }))
  | { readonly phase: 'failed'; readonly why: LotsFailure };

export interface MadeFor {
  readonly pool: readonly PoolMember[];
  /** Without what was made: of lots the hash of the list, of a lottery its panels. */
  readonly rule: Rule;
  readonly objective: ByQuotas['objective'];
}

/** `impossible`: no panels obey the quotas; `broken`: what was made had a flaw, or nothing was made in time. */
export const LOTS_FAILURES = ['impossible', 'broken'] as const;
export type LotsFailure = (typeof LOTS_FAILURES)[number];

export interface DrawResult<Id extends string = ReviewerId | SubjectId> {
  readonly entropy: readonly string[];
  /** When the last of its sources was read, and with it the result. */
  readonly readAt: Instant;
  readonly order: readonly Id[];
  readonly reserve: readonly { readonly cell: string; readonly ids: readonly Id[] }[];
}

/** A seat, or a drawn person's task, passed on by the reserve of its draw; each has a record of its own, chained to the draw's (DRAW.md §6). */
export interface Replacement {
  readonly draw: DrawId;
  readonly out: ReviewerId;
  /** null: nobody of the reserve was there, a recorded vacancy. */
  readonly in: ReviewerId | null;
  readonly why: ReplacementReason;
  readonly reason: PersonReason;
  /** Those of the reserve who came before and were passed over, because they were not there or had the same conflict. */
  readonly skipped: readonly ReviewerId[];
  readonly recordHash: string;
}

/** `declined`: drawn, here, and would rather not. */
export type ReplacementReason = 'no-show' | 'recusal' | 'left' | 'declined';
