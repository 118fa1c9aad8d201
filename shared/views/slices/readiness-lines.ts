// The lines of the readiness list as pages get them: what each one knows, never a sentence.
import type { NoLive } from '../../scoring/no-live.ts';
import type { CountingRules } from '../../scoring/scheme.ts';
import type { BandName } from '../../meeting/draws/bands.ts';
import type { Assurance } from '../../meeting/draws/draw.ts';
import type { DrawPurpose } from '../../meeting/agenda/item.ts';
import type { Instant } from '../../instant.ts';

/**
 * How the address on the printed tickets stands to the one that phones open now; `unprinted` where there are none,
 * `local` where only the server's own machine could open it.
 */
export type AddressStanding = 'unprinted' | 'same' | 'reachable' | 'gone' | 'local';

/** Of the copies in a second folder. */
export type BackupStanding = 'off' | 'fresh' | 'late' | 'failed';

/** `optional` lines are worth a look and hold nothing up. */
export type ReadinessState = 'done' | 'todo' | 'warn' | 'optional';

/** What an agenda lacks, or which of its items cannot be carried out as they stand. */
export type AgendaFlaw =
  | { readonly kind: 'no-check-in' | 'no-scoring' | 'no-board' }
  | { readonly kind: 'no-subject' | 'no-sheet'; readonly items: number }
  /** Units shall rate the next of an order that no draw before the item gives. */
  | { readonly kind: 'ring-not-planned' }
  /** Each of a category's units shall rate as many as there are, or more. */
  | { readonly kind: 'ring-too-few'; readonly name: string; readonly units: number }
  /** Units get too few ballots from each other for a score to be shown; `name`: null for every category. */
  | {
      readonly kind: 'stays-closed';
      readonly name: string | null;
      readonly ballots: number;
      readonly floor: number;
    }
  /** Items that are to be shown live and cannot be. */
  | { readonly kind: 'not-live'; readonly items: number; readonly why: NoLive }
  /**
   * The draw takes more than there are: in all, in a group or category or of a quota's value, or in one that the roster no
   * longer has; or the quotas of an attribute add up to more at least, or to fewer at most, than it takes.
   */
  | {
      readonly kind:
        | ('draw-too-large' | 'cell-too-small' | 'cell-gone')
        | ('minima-too-large' | 'maxima-too-small');
      readonly purpose: DrawPurpose;
      /** Name of the group, category, value or attribute; empty for the whole draw, and where the roster has none. */
      readonly cell: string;
      readonly take: number;
      readonly of: number;
    }
  /** Fewer units of a band of the ranking that was shown can be drawn than are to be visited. */
  | {
      readonly kind: 'band-too-small';
      readonly purpose: DrawPurpose;
      readonly band: BandName;
      readonly take: number;
      readonly of: number;
    };

export type ReadinessLine = { readonly state: ReadinessState } & (
  | { readonly id: 'units'; readonly units: number; readonly categories: number }
  | {
      readonly id: 'reviewers';
      readonly reviewers: number;
      readonly groups: number;
      readonly recusals: number;
    }
  | {
      readonly id: 'weights';
      readonly weights: readonly { readonly name: string; readonly weight: number }[];
      readonly equal: boolean;
    }
  /** `total`: the sum of the maxima. Where several do not add up to 100, phones show another sum than the score. */
  | { readonly id: 'sheet'; readonly criteria: number; readonly total: number }
  /**
   * `small`: groups of weight with too few seats for the secrecy floor. `vacant`: those in which nobody sits, where that
   * leaves every unit without a score.
   */
  | {
      readonly id: 'scheme';
      readonly rules: CountingRules | null;
      readonly small: readonly string[];
      readonly vacant: readonly string[];
    }
  | { readonly id: 'agenda'; readonly items: number; readonly flaws: readonly AgendaFlaw[] }
  /** `drawn`: how many the panel's draw takes, null where no draw is planned. */
  | {
      readonly id: 'panel';
      readonly seats: number;
      readonly drawn: number | null;
      readonly pool: number;
    }
  /** `without`: units that take part and have no seat; `lacking`: those with a seat and without a ticket. */
  | {
      readonly id: 'unit-seats';
      readonly seats: number;
      readonly without: number;
      readonly lacking: number;
    }
  | { readonly id: 'reserve'; readonly reserve: number; readonly byHand: boolean }
  /** `rehearsal`: simulated phones bring their own. */
  | {
      readonly id: 'tickets';
      readonly issued: number;
      readonly lacking: number;
      readonly rehearsal: boolean;
    }
  | {
      readonly id: 'address';
      readonly printed: string | null;
      readonly now: string;
      readonly standing: AddressStanding;
      readonly rehearsal: boolean;
    }
  /** `dozing`: of those, how many cannot keep their machine awake. */
  | { readonly id: 'screen'; readonly screens: number; readonly dozing: number }
  | { readonly id: 'tablets'; readonly tablets: number; readonly dozing: number }
  /** `tried`: phones that came in, here or in a rehearsal of this meeting; simulated ones count in a rehearsal only. */
  | { readonly id: 'phone'; readonly tried: number; readonly rehearsal: boolean }
  | { readonly id: 'dice'; readonly dice10: number; readonly dice6: number }
  /** How many of the planned draws will have which assurance. */
  | ({ readonly id: 'assurance' } & Readonly<Record<Assurance, number>>)
  /** `ahead`: by how many minutes the machine's own clock was set since the start; 0 where it goes with the server's. */
  | { readonly id: 'clock'; readonly zone: string; readonly ahead: number }
  | { readonly id: 'secondStaff'; readonly staff: number }
  /** `keeps`: planned draws for which a supervisor keeps a number. */
  | { readonly id: 'supervisor'; readonly supervisors: number; readonly keeps: number }
  | {
      readonly id: 'backup';
      readonly folder: string | null;
      readonly standing: BackupStanding;
    }
  /** Room in whole gigabytes, null where the system does not say. */
  | { readonly id: 'disk'; readonly gigabytes: number | null; readonly gone: boolean }
  /** `overdue`: the day is over and the names are still there. */
  | {
      readonly id: 'retention';
      readonly until: string;
      readonly erased: boolean;
      readonly overdue: boolean;
    }
  /** `full`: there are as many as there may be. */
  | {
      readonly id: 'rehearsal';
      readonly rehearsals: readonly RehearsalRow[];
      readonly held: boolean;
      readonly full: boolean;
    }
);

export interface RehearsalRow {
  readonly code: string;
  /** When it was made. */
  readonly at: Instant;
  /** Whether it came as far as a closed round. */
  readonly held: boolean;
  /** Phones that came in with a printed ticket. */
  readonly phones: number;
}

export type ReadinessId = ReadinessLine['id'];

export interface ReadinessSlice {
  readonly lines: readonly ReadinessLine[];
  /** Of the lines that are not optional. */
  readonly ready: number;
  readonly of: number;
}
