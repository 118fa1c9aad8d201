// The cells of a draw in numbers: how many can be drawn, how many are, and everyone's chance in each.
import { attributesOf, cellsOf, takenFrom } from '../../draw/cells.ts';
import type { Rule } from '../../draw/lock.ts';
import { meets, quotasIn } from '../../draw/quotas.ts';
import { codeName, GROUP } from '../../meeting/attributes.ts';
import { bandCalled } from '../../meeting/draws/bands.ts';
import { cellName, type Named } from '../../meeting/draws/cell-names.ts';
import { quotaId } from '../../meeting/draws/quotas.ts';
import type { DrawTerms } from '../../meeting/draws/terms.ts';
import type { CategoryId } from '../../ids.ts';
import type { Meeting } from '../../meeting/state.ts';
import { toFraction } from '../../scoring/fractions.ts';
import { rational } from '../../scoring/rational.ts';
import { shownCategory } from '../seen.ts';
import type { DrawCell } from '../slices/draw-slices.ts';

/** What cells are looked up in. */
type Cells = Named & { readonly meeting: Meeting };

/**
 * The cells that the rule draws by, in the roster's order; none where everyone is alike. Of quotas over attributes each value
 * that has one: their cells are too many to read, and one person counts for several.
 *
 * @param shown ids of those shown so far
 */
export function drawCells(
  named: Cells,
  { pool, rule }: Pick<DrawTerms, 'pool' | 'rule'>,
  shown: readonly string[],
): readonly DrawCell[] {
  const { meeting } = named;
  const by = attributesOf(rule);
  if (by.length === 0) return [];
  const out = new Set(shown);
  if (isByQuotas(rule))
    return quotasIn(rule).map((quota) => {
      const own = pool.filter((member) => meets(member, quota));
      const id = quotaId(quota);
      return {
        ...{ id, name: cellName(named, id), category: null, band: null, of: own.length },
        ...(quota.a === GROUP ? {} : { short: codeName(named.directory, quota.a, quota.v) }),
        ...{ least: quota.min, most: Math.min(quota.max, own.length), chance: null },
        shown: own.filter((member) => out.has(member.id)).length,
      };
    });
  const cells = cellsOf(pool, by);
  const sizes = new Map([...cells].map(([cell, members]) => [cell, members.length]));
  // A fixed rule may name a cell that nobody of the pool is in: it shows, so that its lack is seen before the lock.
  if (rule.kind === 'fixed')
    for (const cell of Object.keys(rule.take)) if (!sizes.has(cell)) sizes.set(cell, 0);
  const [isBanded] = by.map((attribute) => attribute === 'band');
  const order: readonly string[] = isBanded
    ? [...sizes.keys()].sort((a, b) => sideOf(a) - sideOf(b))
    : [...meeting.groups, ...meeting.categories].map(({ id }) => id);
  return [...sizes]
    .filter(([cell, of]) => of > 0 || rangeOf(rule, cell, of, pool.length).most > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, of]) => ({
      id,
      name: cellName(named, id),
      category: shownCategory(meeting, id as CategoryId),
      band: isBanded ? bandCalled(id) : null,
      of,
      ...rangeOf(rule, id, of, pool.length),
      chance: chanceIn(rule, id, of, pool.length),
      shown: (cells.get(id) ?? []).filter((member) => out.has(member.id)).length,
    }));
}

/** Whether a rule has quotas of its own, over several attributes or with bounds that somebody has set. */
export function isByQuotas(rule: Rule): boolean {
  return (
    rule.kind === 'lottery' || (rule.kind === 'lots' && rule.by.some((name) => name !== GROUP))
  );
}

/** Bands as they follow on the board: the first places, the rest, the last. */
function sideOf(band: string): number {
  const side = bandCalled(band)?.side ?? 'rest';
  return ['first', 'rest', 'last'].indexOf(side);
}

/** Everyone's chance as "n/d"; null where cells differ, or where fewer can be drawn than shall be. */
export function commonChance({ pool, rule }: Pick<DrawTerms, 'pool' | 'rule'>): string | null {
  // Only what was made for them says what chances under quotas are.
  if (rule.kind === 'lottery' || rule.kind === 'lots') return null;
  const chances = new Set(
    [...cellsOf(pool, attributesOf(rule))].map(([cell, members]) =>
      chanceIn(rule, cell, members.length, pool.length),
    ),
  );
  const [chance = null] = chances;
  return chances.size === 1 ? chance : null;
}

/** How many names a rule draws in all. */
export function takenBy(rule: Rule): number {
  return rule.kind === 'fixed' ? Object.values(rule.take).reduce((sum, n) => sum + n, 0) : rule.k;
}

/** In proportion, chance rounds each cell's share down or up (DRAW.md §4). */
function rangeOf(
  rule: Rule,
  cell: string,
  of: number,
  all: number,
): { readonly least: number; readonly most: number } {
  if (rule.kind === 'fixed') {
    const n = takenFrom(rule.take, cell);
    return { least: n, most: n };
  }
  if (rule.kind === 'lots' || rule.kind === 'lottery') {
    const quota = rule.quotas.find(({ v }) => v === cell);
    return { least: quota?.min ?? 0, most: quota?.max ?? of };
  }
  const least = all === 0 ? 0 : Math.floor((rule.k * of) / all);
  return { least, most: all === 0 || (rule.k * of) % all === 0 ? least : least + 1 };
}

function chanceIn(rule: Rule, cell: string, of: number, all: number): string | null {
  // Weighed over all its panels, a lottery's chances are computed as it is made. Of lots they follow from the list, and differ
  // by one panel within a cell.
  if (rule.kind === 'lottery' || rule.kind === 'lots') return null;
  const [n, d] = rule.kind === 'fixed' ? [takenFrom(rule.take, cell), of] : [rule.k, all];
  return d === 0 || n > d ? null : toFraction(rational(n, d));
}
