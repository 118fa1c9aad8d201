// A draw by lots in a meeting, what is still to be done to it or to a lottery, and how far it has come.
import { lotsHash, timesOf, type LotsLock, type Panel } from '../../draw/lots.ts';
import type { PoolMember, Rule } from '../../draw/lock.ts';
import type { DrawId, ItemId } from '../../ids.ts';
import type { ByQuotas } from '../agenda/item.ts';
import { drawingItem } from '../agenda/turn.ts';
import type { Meeting } from '../state.ts';
import type { Draw, DrawnLots, LotsList } from './draw.ts';
import { wantedFor } from './made.ts';
import { agreedCount, diceOf, numbersIn } from './reading.ts';
import { drawTerms, type DrawTerms } from './terms.ts';

/** Whether so few seats in all the panels leave somebody of the pool in none. */
export function leavesSomebodyOut({ pool, rule }: DrawTerms): boolean {
  return rule.kind === 'lots' && rule.m * rule.k < pool.length;
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

/** What the server has to do, in order: make what an item's lock will name, or mix and number the panels of a draw. */
export type LotsWork =
  | {
      readonly kind: 'make';
      readonly item: ItemId;
      readonly pool: readonly PoolMember[];
      readonly rule: Extract<Rule, { readonly kind: 'lots' | 'lottery' }>;
      readonly objective: ByQuotas['objective'];
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
    const wanted = item && wantedFor(drawTerms(meeting, item), item);
    if (!wanted) continue;
    const { pool, rule, objective } = wanted;
    if (rule.kind === 'lots' || rule.kind === 'lottery')
      return { kind: 'make', item: id, pool, rule, objective };
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
