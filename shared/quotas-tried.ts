// What comes of quotas that are tried, a line after the other.
import type { Relaxation } from './draw/lottery/relaxation.ts';
import type { ListedCounts } from './meeting/draws/quota-counts.ts';

/** Who could be drawn, counted for quotas. */
export interface QuotaCounts {
  readonly ok: true;
  readonly counts: ListedCounts;
}

export type QuotasTried =
  /** How far it is, from 0 to 1. */
  | { readonly done: number }
  | {
      readonly found:
        | {
            readonly kind: 'lottery';
            /** Of those whom a panel can hold; `best`: no lottery gives everybody of them more. */
            readonly least: number;
            readonly most: number;
            readonly best: number;
            /** Ids of those whom no panel within the quotas can hold. */
            readonly leftOut: readonly string[];
            /** Compositions that it draws one of. */
            readonly panels: number;
          }
        /** No panel is within all of them; the smallest change with which one is. */
        | { readonly kind: 'infeasible'; readonly relaxation: Relaxation }
        /** It took too long or wanted too much memory. */
        | { readonly kind: 'ended' };
    };
