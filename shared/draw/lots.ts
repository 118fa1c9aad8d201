// A thousand lots: numbered panels that everyone could read before the draw, mixed and numbered by what the hall gives, and
// the digits that are the number of one (DRAW.md §9).

import { toFraction } from '../scoring/fractions.ts';
import { rational } from '../scoring/rational.ts';
import { finished, type Steps } from '../steps.ts';
import { byCodeUnits, canonical } from './canonical.ts';
import { cellsOf } from './cells.ts';
import type { DrawResult } from './draw.ts';
import { assurance, checkEntropy, type Assurance } from './entropy.ts';
import { tagged, toHex, utf8 } from './hash.ts';
import { lockHash } from './lock.ts';
import type { Lock, LotsRule } from './lock-form.ts';
import { countsOf, exchange, isWithin, peopleOf } from './lots-exchange.ts';
import { byTicket, seedOf } from './seed.ts';
import { isList } from './shape.ts';

/** A panel: ids of the pool, ascending. */
export type Panel = readonly string[];

/** A lock that draws one of a list of panels. */
export type LotsLock = Lock<LotsRule>;

/** Why a list is not the one that a lock may draw from. */
export type ListFlaw =
  | 'list-count'
  | 'panel-shape'
  | 'panel-member'
  | 'panel-breaks-quota'
  | 'chances-uneven'
  | 'somebody-never'
  | 'list-hash';

/** h = T("panels", C(list)) as 64 hex digits: what a lock says of its list. */
export function lotsHash(list: readonly Panel[]): string {
  return toHex(tagged('panels', utf8(canonical(list))));
}

/** T("numbered", C(panels in order of number)) as 64 hex digits. */
export function numberedHash(panels: readonly Panel[]): string {
  return toHex(tagged('numbered', utf8(canonical(panels))));
}

/**
 * The first flaw of a lock's list, or null: m panels of k of the pool, ascending, each within every quota; two of one cell
 * differ by at most one in how many panels they are in, and everybody is in one.
 */
export function listFlaw({ pool, rule }: LotsLock, list: unknown): ListFlaw | null {
  if (!isList(list) || list.length !== rule.m) return 'list-count';
  const people = peopleOf(pool, rule.quotas);
  const times = new Map(pool.map(({ id }) => [id, 0]));
  for (const panel of list) {
    if (!isList(panel) || panel.length !== rule.k) return 'panel-shape';
    let before = '';
    for (const id of panel) {
      const known = typeof id === 'string' ? times.get(id) : undefined;
      if (typeof id !== 'string' || known === undefined) return 'panel-member';
      // Strictly ascending is unique as well.
      if (byCodeUnits(before, id) >= 0) return 'panel-shape';
      before = id;
      times.set(id, known + 1);
    }
    const counts = countsOf(people, panel as Panel);
    if (!rule.quotas.every((quota, n) => isWithin(quota, counts[n] ?? 0)))
      return 'panel-breaks-quota';
  }
  for (const members of cellsOf(pool, rule.by).values()) {
    const [least, most] = rangeOf(members.map(({ id }) => times.get(id) ?? 0));
    if (most - least > 1) return 'chances-uneven';
    if (least === 0) return 'somebody-never';
  }
  return lotsHash(list as readonly Panel[]) === rule.panels ? null : 'list-hash';
}

/** A list as the hall's entropy mixed and numbered it. */
export type Numbered = {
  /** How many exchanges were made. */
  readonly made: number;
  /** The panels after the exchange, each in its place in the list. */
  readonly panels: readonly Panel[];
  /** Place in the list, from 0, of each number. */
  readonly places: readonly number[];
  /** T("numbered", C(panels in order of their numbers)) as 64 hex digits: what stands on the screen before the first digit. */
  readonly hash: string;
};

/**
 * Mixes and numbers a list, by the entropy of all sources but the digits. A step is one of `exchange`.
 *
 * @param list one in which `listFlaw` finds no flaw
 * @param entropy of the numbering sources, in the order of the lock
 */
export function* numberList(
  lock: LotsLock,
  list: readonly Panel[],
  entropy: readonly string[],
): Steps<Numbered> {
  const seed = seedOf(lockHash(lock), entropy);
  const { made, panels } = yield* exchange(lock, list, seed);
  const names = panels.map((_, place) => String(place));
  const places = byTicket(seed, 'number', names).map(Number);
  const inOrder = places.map((place) => panels[place] ?? []);
  return { made, panels, places, hash: numberedHash(inOrder) };
}

/** What a draw by lots comes to; `panel` is the place of its panel in the list, 1 for the first. */
export type LotsResult = Omit<DrawResult, 'inclusion'> & {
  /** The digits: of the panel that is drawn. */
  readonly number: string;
  readonly made: number;
  /** 64 hex digits, see {@link Numbered}. */
  readonly numbered: string;
  /** By cell the least and the largest chance of its members, as reduced fractions "n/d". */
  readonly inclusion: Readonly<Record<string, readonly [least: string, most: string]>>;
};

/**
 * The result of a draw by lots; the same for the same lock, list and entropy everywhere.
 *
 * @param lock one that `readLock` accepted
 * @param list one in which `listFlaw` finds no flaw
 * @param entropy one that `checkEntropy` finds no flaw in
 * @param numbered what {@link numberList} made of the list, where it is known already
 * @throws RangeError where the entropy has a flaw: missing digits are thrown, later if need be
 */
export function determineLots(
  lock: LotsLock,
  list: readonly Panel[],
  entropy: readonly string[],
  numbered: Numbered = finished(numberList(lock, list, entropy.slice(0, -1))),
): LotsResult {
  const flaw = checkEntropy(lock, entropy);
  if (flaw !== null) throw new RangeError(`this entropy determines nothing: ${flaw}`);
  const seed = seedOf(lockHash(lock), entropy);
  const number = entropy.at(-1) ?? '';
  const place = numbered.places[Number(number)] ?? 0;
  const selected = numbered.panels[place] ?? [];
  const drawn = new Set(selected);
  const times = timesOf(list);
  const quota: [cell: string, count: number][] = [];
  const reserve: [cell: string, ids: readonly string[]][] = [];
  const inclusion: [cell: string, chances: readonly [string, string]][] = [];
  for (const [cell, members] of cellsOf(lock.pool, lock.rule.by)) {
    const ids = members.map(({ id }) => id);
    const left = ids.filter((id) => !drawn.has(id));
    quota.push([cell, ids.length - left.length]);
    reserve.push([cell, byTicket(seed, 'ticket', left)]);
    const [least, most] = rangeOf(ids.map((id) => times.get(id) ?? 0));
    const chance = (count: number) => toFraction(rational(count, lock.rule.m));
    inclusion.push([cell, [chance(least), chance(most)]]);
  }
  return {
    seed: toHex(seed),
    number,
    panel: place + 1,
    made: numbered.made,
    numbered: numbered.hash,
    quota: Object.fromEntries(quota),
    selected,
    order: byTicket(seed, 'order', selected),
    reserve: Object.fromEntries(reserve),
    inclusion: Object.fromEntries(inclusion),
  };
}

/** The numbers of the panels that somebody is in, ascending, as they are written: "007". */
export function numbersOf({ panels, places }: Numbered, id: string): readonly string[] {
  const digits = String(places.length).length - 1;
  return places.flatMap((place, number) =>
    panels[place]?.includes(id) ? [String(number).padStart(digits, '0')] : [],
  );
}

/**
 * How far each part of a draw by lots convinces: which panel and with what chances, and how panels were numbered, mixed and
 * put in order.
 *
 * @param facts `listShown`: the hash of the numbered list was on the screen before the first digit was thrown
 */
export function lotsAssurance(
  lock: LotsLock,
  facts: { readonly saltKeptApart: boolean; readonly listShown: boolean },
): { readonly panel: Assurance; readonly numbering: Assurance } {
  const numbering = assurance(lock, facts);
  // Thrown in view, and for a list that nobody can change any more: whoever numbered it could not steer what comes.
  const isPublic = facts.listShown && lock.roster !== undefined;
  return { panel: isPublic ? 'public' : numbering, numbering };
}

/** In how many panels each of those is who is in any. */
export function timesOf(list: readonly Panel[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const panel of list) for (const id of panel) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

function rangeOf(counts: readonly number[]): readonly [least: number, most: number] {
  return [Math.min(...counts), Math.max(...counts)];
}
