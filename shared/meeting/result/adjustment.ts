// Adjustments and vetoes as the state has them: who declared what, who confirmed it. Their words lie in the directory (R14).
import type { Instant } from '../../instant.ts';
import type { StaffId, SubjectId } from '../../ids.ts';
import type { Decimal, EntryState } from '../../results/case.ts';
import type { PersonReason } from '../people.ts';

export interface Adjustment {
  readonly id: string;
  readonly subject: SubjectId;
  /** One of the plan's kinds. */
  readonly kind: string;
  readonly points: Decimal;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Entries of one event count once (RESULTS.md §4); "" belongs to none. What it was is said in the words. */
  readonly event: string;
  readonly tags: readonly string[];
  /** Late in the last period, and carried into this one. */
  readonly carried: boolean;
  /** A report of the unit that proves it, by its hash; null where the words name what does. */
  readonly document: string | null;
  readonly words: PersonReason;
  readonly by: StaffId;
  readonly at: Instant;
  readonly state: EntryState;
  /** Who decided about it, the oldest first; never whoever declared it. */
  readonly decided: readonly AdjustmentAct[];
}

export interface AdjustmentAct {
  readonly state: Exclude<EntryState, 'declared'>;
  readonly by: StaffId;
  readonly at: Instant;
  readonly words: PersonReason;
}

export interface UnitVeto {
  readonly id: string;
  readonly subject: SubjectId;
  readonly effect: 'unranked' | { readonly worst: string };
  readonly words: PersonReason;
  readonly by: StaffId;
  readonly at: Instant;
}
