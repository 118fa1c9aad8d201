// Who came instead of a drawn person, as every audience sees it.
import type { Draw } from '../../meeting/draws/draw.ts';
import type { Meeting } from '../../meeting/state.ts';
import { shownName } from '../named.ts';
import type { Seen } from '../seen.ts';
import type { DrawReplacement } from '../slices/draw-slices.ts';

/** Who came instead of a drawn person, oldest first. */
export function replacementsOf(seen: Seen, { id }: Pick<Draw, 'id'>): readonly DrawReplacement[] {
  const { meeting } = seen;
  return meeting.replacements
    .filter(({ draw }) => draw === id)
    .map((one) => ({
      out: shownName(seen, 'reviewer', one.out),
      in: one.in === null ? null : shownName(seen, 'reviewer', one.in),
      outId: one.out,
      inId: one.in,
      group: groupName(meeting, one.out),
      why: one.why,
      skipped: one.skipped.length,
      recordHash: one.recordHash,
    }));
}

/** The group of someone of the pool. */
export function groupName({ pool, groups }: Meeting, reviewer: string): string | null {
  const group = [...pool.values()].find(({ id }) => id === reviewer)?.group;
  return groups.find(({ id }) => id === group)?.name ?? null;
}
