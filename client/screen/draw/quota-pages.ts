// Quotas that are too many to be read at once, in pages: attribute after attribute, each on one page where it has room.
import { grouped } from '../../../shared/grouped.ts';
import type { DrawCell, DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { usePages } from '../board/use-pages.ts';

/** Whoever counts for several quotas fills several of them: more of them leave names no room. */
export const MOST_QUOTAS = 12;

/** The cells that stand now; all of them where they are few, or where nobody counts for more than one. */
export function useQuotaPage({ cells, byQuotas }: Pick<DrawView, 'cells' | 'byQuotas'>): {
  readonly cells: readonly DrawCell[];
  readonly now: number;
  readonly pages: number;
} {
  const all = byQuotas ? quotaPages(cells) : [cells];
  const { now, pages } = usePages(all.length);
  return { cells: all[now] ?? [], now, pages };
}

/** At most {@link MOST_QUOTAS} on each; an attribute of more is shared out evenly. */
export function quotaPages<C extends Pick<DrawCell, 'id'>>(
  cells: readonly C[],
): readonly (readonly C[])[] {
  const pages: C[][] = [];
  for (const own of grouped(cells, attributeOf).values()) {
    const parts = Math.ceil(own.length / MOST_QUOTAS);
    const size = Math.ceil(own.length / parts);
    for (let at = 0; at < own.length; at += size) {
      const part = own.slice(at, at + size);
      const last = pages.at(-1);
      if (last && last.length + part.length <= MOST_QUOTAS) last.push(...part);
      else pages.push([...part]);
    }
  }
  return pages.length === 0 ? [[]] : pages;
}

/** As `quotaId` has it before its value; of groups none. */
function attributeOf({ id }: Pick<DrawCell, 'id'>): string {
  return id.includes(':') ? (id.split(':')[0] ?? '') : '';
}
