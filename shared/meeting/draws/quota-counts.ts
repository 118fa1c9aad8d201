// How many of some people have each value that quotas can ask about.
import { GROUP, valueOf } from '../attributes.ts';
import type { Meeting } from '../state.ts';

/** The group and each attribute, with its values and how many of those asked about have them. */
export type ListedCounts = readonly {
  readonly a: string;
  readonly values: readonly { readonly v: string; readonly count: number }[];
}[];

/**
 * @param ids of the list of reviewers; others count for nothing
 * @returns also values that none of them has any more, as 0: a quota may ask about these
 */
export function countsAmong({ pool, attributes }: Meeting, ids: readonly string[]): ListedCounts {
  const among = new Set(ids);
  return [GROUP, ...attributes.map(({ id }) => id)].map((a) => {
    const counts = new Map<string, number>();
    for (const reviewer of pool.values()) {
      const v = valueOf(reviewer, a);
      counts.set(v, (counts.get(v) ?? 0) + (among.has(reviewer.id) ? 1 : 0));
    }
    return { a, values: [...counts].map(([v, count]) => ({ v, count })) };
  });
}
