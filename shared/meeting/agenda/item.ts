// What an agenda is made of: items and their settings, those of rounds and draws among them, and the clock of the one on stage.
import type { CategoryId, GroupId, ItemId, SubjectId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import type { QuotaRange } from '../../draw/lock.ts';
import type { Limits } from '../../scoring/limits.ts';

export type Disclosure = 'live' | 'hidden' | 'progress';
/**
 * `drand`: a round of the public beacon, never beside a salt. `salt`: a sealed number that the server keeps; `kept`: one that
 * a supervisor's device keeps, beside phones only.
 */
export const SOURCES = ['dice10', 'dice6', 'phones', 'drand', 'salt', 'kept'] as const;
export type SourceKind = (typeof SOURCES)[number];

/** One sheet for all, by its id; or several, of which the first counts that fits a seat's group and the unit's category. */
export type SheetPlan = string | readonly SheetChoice[];

/** Absent lists mean all (RESULTS.md §1). */
export interface SheetChoice {
  readonly groups?: readonly GroupId[];
  readonly categories?: readonly CategoryId[];
  readonly sheet: string;
}

/** Units that rate each other: of a unit's own category, of its own parent, or all. */
export const WITHINS = ['category', 'parent', 'all'] as const;

/** Who rates in a round (RESULTS.md §8): units, each all others of a scope, or the next of the order that a ring's draw gave. */
export type Who =
  | { readonly kind: 'units'; readonly within: (typeof WITHINS)[number] }
  | { readonly kind: 'ring'; readonly next: number };

/** How a round on stage is held. */
export interface ScoreSettings {
  readonly sheet: SheetPlan;
  readonly disclosure: Disclosure;
  readonly seconds: number;
  /** The round closes by itself at zero; absent: the moderator closes. */
  readonly closes?: 'itself';
  /** Absent: the panel. */
  readonly who?: Who;
}

/** Draws of units: those that report, those to visit, the order of those that share a place, that in which they rate each other. */
export type UnitPurpose = 'presenters' | 'verification' | 'tie-break' | 'rating-order';
/** Draws of people: the panel, who asks, who visits, who throws the dice. */
export type PeoplePurpose = 'panel' | 'questioner' | 'team' | 'thrower';
export type DrawPurpose = UnitPurpose | PeoplePurpose;

/** How the drawn are spread over cells: groups of reviewers, categories of units. `take` is by cell id. */
export type SpreadRule =
  | { readonly kind: 'proportional' }
  | { readonly kind: 'fixed'; readonly take: Readonly<Record<string, number>> }
  /**
   * So many whole panels are published; thrown digits are the number of one. Panels only. Without quotas each holds every
   * group in proportion.
   */
  | ({ readonly kind: 'lots'; readonly panels: LotsCount } & Partial<ByQuotas>)
  /** One of weighed compositions, each within every quota; chance fills it. Panels only. */
  | ({ readonly kind: 'lottery' } & ByQuotas)
  | BandsRule;

/** Quotas over the group and attributes of people: `a` is "group" or an attribute, `v` the group or the attribute's code. */
export interface ByQuotas {
  readonly quotas: readonly QuotaRange[];
  /** What is fair: the smallest chance and the largest balanced. Absent: the smallest as large as it can be. */
  readonly objective?: 'goldilocks';
}

/** So many of each band of a ranking that the hall has been shown; at least one band. */
export interface BandsRule extends RankingOf {
  readonly kind: 'bands';
  readonly first?: Band;
  readonly last?: Band;
  /** How many of all other units that have a place; absent: none. */
  readonly rest?: number;
}

/** Places counted from one end of a ranking, and how many of the units on them are drawn. */
export interface Band {
  readonly places: number;
  readonly take: number;
}

/** Which ranking: the standings of one category; absent: of all. */
export interface RankingOf {
  readonly category?: CategoryId;
}

/** A place of a ranking that several units share. */
export interface SharedPlace extends RankingOf {
  readonly place: number;
}

/** Whom a meeting's earlier draw drew, by this meeting's ids; `from` says which, for people to read. */
export interface Earlier {
  readonly from: string;
  readonly ids: readonly string[];
}

/** How many panels a draw by lots has: one, two or three digits are thrown. */
export const LOTS_COUNTS = [10, 100, 1000] as const;
export type LotsCount = (typeof LOTS_COUNTS)[number];

/** How the names of a draw come: one a key, a group a key, or one after so many seconds by itself. */
export type Pace = 'name' | 'group' | { readonly every: number };

export interface DrawSettings {
  readonly purpose: DrawPurpose;
  readonly take: number;
  /** Absent: everyone alike, whatever their cell. */
  readonly rule?: SpreadRule;
  /** At most one kind of dice. */
  readonly sources: readonly SourceKind[];
  /** How long after the lock the beacon's round is published; absent: as its other sources need (draws/beacon.ts). */
  readonly beaconSeconds?: number;
  /** How long a drawn representative has for the question; absent or 0: no clock. */
  readonly seconds?: number;
  /** Absent: as the number of names suggests (pace.ts). */
  readonly pace?: Pace;
  /** Who was drawn in these is left out, and the lock says so. */
  readonly without?: readonly Earlier[];
  /** Whose order is drawn; of tie-breaks, and never absent there. */
  readonly tie?: SharedPlace;
  /** The item of the draw whose dice the drawn person throws; absent: it was not said. */
  readonly throws?: ItemId;
  /** What is put on the agenda for each drawn unit once the last name is shown; presenters only. */
  readonly follow?: { readonly presentationSeconds: number; readonly score: ScoreSettings };
}

export type ItemBody =
  | { readonly kind: 'check-in' }
  | ({ readonly kind: 'draw' } & DrawSettings)
  | { readonly kind: 'presentation'; readonly subject: SubjectId; readonly seconds: number }
  | ({
      readonly kind: 'score';
      /** Exactly one: live is one unit. A list only because stored events have one here. */
      readonly subjects: readonly [SubjectId];
      readonly secrecy: 'named' | 'sealed';
    } & ScoreSettings)
  | {
      readonly kind: 'written';
      /** `rest`: every unit that takes part and does not present, as the round opens. */
      readonly subjects: 'rest' | readonly SubjectId[];
      readonly sheet: SheetPlan;
      readonly disclosure: 'hidden' | 'progress';
      readonly limits?: Limits;
      /** Absent: the panel. */
      readonly who?: Who;
    }
  | {
      readonly kind: 'board';
      /** Standings of one category; absent: of all. */
      readonly category?: CategoryId;
    }
  | { readonly kind: 'card'; readonly title: string; readonly text: string };

export type Item = {
  readonly id: ItemId;
  /** The turn that it belongs to: id of the item which that began with. */
  readonly turn?: ItemId;
  /** The item of the draw that put it on the agenda: only a reason moves or skips it. */
  readonly drawn?: ItemId;
} & ItemBody;
export type Kind = ItemBody['kind'];
export type ItemOf<K extends Kind> = Extract<Item, { readonly kind: K }>;

/** A countdown: running towards an instant, or stopped with what was left. */
export type Countdown = { readonly item: ItemId; readonly totalSeconds: number } & (
  | { readonly phase: 'running'; readonly endsAt: Instant }
  | { readonly phase: 'stopped'; readonly leftMs: number }
);
