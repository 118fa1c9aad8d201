// What keeps quotas from being met all at once: the smallest change of them with which a panel can be found.

/** A bound of a quota, and what it would have to be. */
export interface QuotaChange {
  readonly a: string;
  readonly v: string;
  readonly bound: 'min' | 'max';
  readonly from: number;
  readonly to: number;
}

/** Empty where no change of quotas would do: the pool has fewer people than a panel has seats. */
export type Relaxation = readonly QuotaChange[];
