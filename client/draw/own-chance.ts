// Somebody's own chance in a draw, computed here from what its lock holds, which must be the lock that the screen shows.
import { attributesOf, cellOf } from '../../shared/draw/cells.ts';
import { isLots, lockHash, type AnyLock } from '../../shared/draw/lock.ts';
import { lotsHash, timesOf, type Panel } from '../../shared/draw/lots.ts';
import { inclusion } from '../../shared/draw/rules.ts';
import { own } from '../../shared/own.ts';
import type { PublishedDraw } from '../../shared/views/draws/draw-record.ts';

/**
 * `of` is "n/d": of lots how many of how many panels they are in, else a reduced fraction. `excluded`: by a code of the lock.
 * `none`: the lock does not know them.
 */
export type OwnChance =
  | { readonly kind: 'chance'; readonly of: string }
  | { readonly kind: 'excluded'; readonly why: string }
  | { readonly kind: 'none' };

/**
 * @param shownHash 64 hex digits, as this page shows them
 * @returns `differs` where lock or list is not the one that was shown
 * @throws where they did not come
 */
export async function ownChance(
  code: string,
  draw: string,
  shownHash: string,
  person: string,
): Promise<OwnChance | 'differs'> {
  const answer = await fetch(
    `/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(draw)}`,
  );
  if (!answer.ok) throw new Error(`no lock: ${answer.status}`);
  const { lock, panels } = (await answer.json()) as PublishedDraw;
  return chanceIn(lock, panels, shownHash, person);
}

/** @param panels of lots the list that the lock names; what it leaves open nobody's chance follows from */
export function chanceIn(
  lock: AnyLock,
  panels: readonly Panel[] | undefined,
  shownHash: string,
  person: string,
): OwnChance | 'differs' {
  if (lockHash(lock) !== shownHash) return 'differs';
  const member = lock.pool.find(({ id }) => id === person);
  if (!member) {
    const out = lock.excluded.find(({ id }) => id === person);
    return out ? { kind: 'excluded', why: out.why } : { kind: 'none' };
  }
  if (isLots(lock)) {
    if (!panels || lotsHash(panels) !== lock.rule.panels) return 'differs';
    // Exchanges leave everybody in as many panels as before (DRAW.md §9).
    const times = timesOf(panels).get(person) ?? 0;
    return { kind: 'chance', of: `${times}/${lock.rule.m}` };
  }
  const chance = own(inclusion(lock), cellOf(member, attributesOf(lock.rule)));
  if (chance === undefined) throw new Error(`no cell of ${person}`);
  return { kind: 'chance', of: chance };
}
