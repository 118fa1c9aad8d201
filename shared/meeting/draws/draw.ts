// Draws as the state has them: locks, results, who keeps a salt, and who came instead.
import type { DrawId, ItemId, ReviewerId, StaffId, SubjectId } from '../../ids.ts';
import type { Lock } from '../../draw/lock.ts';
import type { Holder, PersonReason } from '../people.ts';
import type { Instant } from '../../instant.ts';
import type { DrawPurpose, Pace, PeoplePurpose, UnitPurpose } from '../agenda/item.ts';
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
  readonly lock: Lock;
  readonly lockHash: string;
  readonly assurance: Assurance;
  /** Who keeps the salt until the phones' list is closed and shown; null where the server does, or there is none. */
  readonly keeper: Keeper | null;
  /** What phones sent in, in the order of arrival, and whether that list is closed. */
  readonly words: readonly { readonly holder: Holder; readonly word: string }[];
  readonly wordsClosed: boolean;
  /** How its names come, where that was chosen on stage; null: as its item has it. */
  readonly pace: Pace | null;
} & (
  | {
      readonly phase: 'locked';
      /** The dice as far as they were typed. */
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
    }
);

export interface DrawResult<Id extends string = ReviewerId | SubjectId> {
  readonly entropy: readonly string[];
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
