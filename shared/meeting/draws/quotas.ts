// Quotas of a panel, counted against those who can be drawn: what cannot be met, and what would be in proportion.
import type { QuotaRange } from '../../draw/lock.ts';
import { grouped } from '../../grouped.ts';
import { GROUP } from '../attributes.ts';

/** How many of the pool have each value, by attribute. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What no panel can be within, whatever else is asked of it. */
export type QuotaFlaw =
  | { readonly kind: 'order'; readonly quota: QuotaRange }
  /** Fewer than the minimum have the value. */
  | { readonly kind: 'few'; readonly quota: QuotaRange; readonly have: number }
  /** The minima of an attribute are more than a panel has seats, or all that may come of it are fewer. */
  | {
      readonly kind: 'min' | 'max';
      readonly a: string;
      readonly sum: number;
      readonly take: number;
    };

/**
 * Every quota, and every attribute, that no panel of this size can be within; that all of them together can be met does not
 * follow from none: a solver says that.
 */
export function quotaFlaws(
  quotas: readonly QuotaRange[],
  counts: Counts,
  take: number,
): readonly QuotaFlaw[] {
  const flaws: QuotaFlaw[] = [];
  for (const quota of quotas) {
    const have = countOf(counts, quota);
    if (quota.min > quota.max) flaws.push({ kind: 'order', quota });
    else if (quota.min > have) flaws.push({ kind: 'few', quota, have });
  }
  for (const [a, own] of grouped(quotas, (quota) => quota.a)) {
    const least = own.reduce((sum, { min }) => sum + min, 0);
    if (least > take) flaws.push({ kind: 'min', a, sum: least, take });
    // Whoever has a value without a quota may come in any number.
    const free = [...(counts.get(a) ?? [])].reduce(
      (sum, [v, count]) => sum + (own.some((quota) => quota.v === v) ? 0 : count),
      0,
    );
    const most = own.reduce(
      (sum, quota) => sum + Math.min(quota.max, countOf(counts, quota)),
      free,
    );
    // Of a pool that is too small altogether something else is said.
    if (most < take && allOf(counts, a) >= take) flaws.push({ kind: 'max', a, sum: most, take });
  }
  return flaws;
}

/** Each value as many as in proportion to the pool, rounded down at least and up at most. */
export function proportionalTo(counts: Counts, take: number): readonly QuotaRange[] {
  return [...counts].flatMap(([a, values]) => {
    const all = allOf(counts, a);
    return [...values].flatMap(([v, count]): readonly QuotaRange[] => {
      const share = all === 0 ? 0 : (take * count) / all;
      return count === 0 ? [] : [{ a, v, min: Math.floor(share), max: Math.ceil(share) }];
    });
  });
}

/** The attributes that quotas ask about, each once, as a rule draws by them. */
export function attributesIn(quotas: readonly QuotaRange[]): readonly string[] {
  return [...new Set(quotas.map(({ a }) => a))];
}

/** One text for the value that a quota is about: a group's id as it is, a code with its attribute. */
export function quotaId({ a, v }: Pick<QuotaRange, 'a' | 'v'>): string {
  return a === GROUP ? v : `${a}:${v}`;
}

export function countOf(counts: Counts, { a, v }: Pick<QuotaRange, 'a' | 'v'>): number {
  return counts.get(a)?.get(v) ?? 0;
}

function allOf(counts: Counts, a: string): number {
  return [...(counts.get(a)?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}
