// A draw by lots in a meeting: the list that its lock will name, what is still to be done to it, and how far it has come.
import { listFlaw, lotsHash, timesOf, type LotsLock, type Panel } from '../../draw/lots.ts';
import type { LotsRule, PoolMember } from '../../draw/lock.ts';
import type { DrawId, ItemId } from '../../ids.ts';
import type { ItemOf } from '../agenda/item.ts';
import { drawingItem } from '../agenda/turn.ts';
import type { Meeting } from '../state.ts';
import type { Draw, DrawnLots, LotsList, MadeLots } from './draw.ts';
import { agreedCount, diceOf, numbersIn } from './reading.ts';
import { drawTerms, type DrawTerms } from './terms.ts';

type Made = Extract<MadeLots, { readonly phase: 'made' }>;

/** Whether so few seats in all the panels leave somebody of the pool in none. */
export function leavesSomebodyOut({ pool, rule }: DrawTerms): boolean {
  return rule.kind === 'lots' && rule.m * rule.k < pool.length;
}

/** The list that a lock made now would name; null where none was made, or it was made for others. */
export function lotsFor(meeting: Meeting, item: ItemOf<'draw'>): Made | null {
  const made = meeting.lots.get(item.id);
  if (made?.phase !== 'made') return null;
  const { pool, rule } = drawTerms(meeting, item);
  const { panels } = made.list;
  const isSame = rule.kind === 'lots' && panels.length === rule.m && panels[0]?.length === rule.k;
  return isSame && isSamePool(made.pool, pool) ? made : null;
}

/** What is known of a list by itself. `best`: as {@link LotsList} has it. */
export function lotsList(panels: readonly Panel[], best: string): LotsList {
  const times = timesOf(panels);
  const [least, most] = [Math.min(...times.values()), Math.max(...times.values())];
  return { panels, hash: lotsHash(panels), least, most, best };
}

/** How many digits a number of these panels has. */
export function digitsOf(list: readonly Panel[]): number {
  return String(list.length).length - 1;
}

/** The first flaw of a list for these terms, or null. */
export function flawForTerms({ pool, rule }: DrawTerms, list: readonly Panel[]): string | null {
  if (rule.kind !== 'lots') return 'rule-kind';
  // Only pool and rule are looked at: there is no lock yet.
  return listFlaw({ pool, rule: { ...rule, panels: lotsHash(list) } } as LotsLock, list);
}

/** What the server has to do, in order: make the list of an item, or mix and number the panels of a draw. */
export type LotsWork =
  | {
      readonly kind: 'make';
      readonly item: ItemId;
      readonly pool: readonly PoolMember[];
      readonly rule: Omit<LotsRule, 'panels'>;
    }
  | {
      readonly kind: 'number';
      readonly draw: DrawId;
      readonly lock: LotsLock;
      readonly list: readonly Panel[];
      readonly entropy: readonly string[];
    };

/** null where nothing waits for the server. */
export function lotsWork(meeting: Meeting): LotsWork | null {
  const draw = meeting.draws.at(-1);
  if (draw && waitsForNumbers(draw)) {
    const { list, entropy } = draw.lots;
    const lock = draw.lock as LotsLock;
    return { kind: 'number', draw: draw.id, lock, list: list.panels, entropy };
  }
  for (const [id, { phase }] of meeting.lots) {
    const item = phase === 'wanted' ? drawingItem(meeting, id) : undefined;
    const terms = item && drawTerms(meeting, item);
    if (terms?.rule.kind === 'lots')
      return { kind: 'make', item: id, pool: terms.pool, rule: terms.rule };
  }
  return null;
}

/** Whether all its sources but the digits are read, and its panels have no numbers yet. */
export function waitsForNumbers(
  draw: Draw,
): draw is Draw & { readonly lots: DrawnLots & { readonly entropy: readonly string[] } } {
  if (draw.phase !== 'locked' || !draw.lots) return false;
  return draw.lots.entropy !== null && draw.lots.numbered === null;
}

/** Whether a digit of the number has been read: from then on nothing can be voided (DRAW.md §9). */
export function digitThrown(draw: Draw): boolean {
  if (numbersIn(draw) === null) return false;
  return draw.phase !== 'locked' || draw.readings.first.row !== '';
}

/** The digits that stand: those on which both readings agree. */
export function digitsThrown(draw: Draw): string {
  if (numbersIn(draw) === null) return '';
  if (draw.phase === 'determined') return draw.entropy.at(-1) ?? '';
  if (draw.phase === 'void') return '';
  const dice = diceOf(draw);
  return draw.readings.first.row.slice(0, dice ? agreedCount(draw.readings, dice.count) : 0);
}

/** The panels whose numbers begin with these digits, in order of number. */
export function panelsLeft(
  { places, panels }: NonNullable<DrawnLots['numbered']>,
  digits: string,
): readonly Panel[] {
  const width = places.length / 10 ** digits.length;
  const from = digits === '' ? 0 : Number(digits) * width;
  return places.slice(from, from + width).map((place) => panels[place] ?? []);
}

function isSamePool(one: readonly PoolMember[], other: readonly PoolMember[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ id, a }, n) => id === other[n]?.id && a['group'] === other[n].a['group']))
  );
}
