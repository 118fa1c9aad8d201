// The exchange of a draw by lots (DRAW.md §9): members of two panels change places, by what the hall gives.

import { own } from '../own.ts';
import type { Steps } from '../steps.ts';
import type { Lock, LotsRule, QuotaRange } from './lock-form.ts';
import { openStream } from './seed.ts';

/** Tries of the exchange: twenty a seat, and at most two million. */
export function exchangeTries({ m, k }: Pick<LotsRule, 'm' | 'k'>): number {
  return Math.min(20 * m * k, 2_000_000);
}

/** Tries that are made in one step. */
export const TRIES_A_STEP = 10_000;

/**
 * Members of two panels change places as long as both obey every quota, so that whoever made the list does not decide who
 * sits with whom. Nobody's number of panels changes. A step is {@link TRIES_A_STEP} tries.
 *
 * @param list one in which `listFlaw` finds no flaw
 * @param seed of the entropy of the numbering sources
 */
export function* exchange(
  { pool, rule }: Lock<LotsRule>,
  list: readonly (readonly string[])[],
  seed: Uint8Array,
): Steps<{ readonly made: number; readonly panels: readonly (readonly string[])[] }> {
  const { m, k, quotas } = rule;
  const people = peopleOf(pool, quotas);
  const place = new Map(pool.map(({ id }, n) => [id, n]));
  const ids = pool.map(({ id }) => id);
  // Places in the pool, which is ascending by id: numbers order as ids do.
  const panels = list.map((panel) => Uint16Array.from(panel, (id) => place.get(id) ?? 0));
  const sits = panels.map((panel) => {
    const in_ = new Uint8Array(pool.length);
    for (const n of panel) in_[n] = 1;
    return in_;
  });
  const counts = list.map((panel) => countsOf(people, panel));
  const difference = differences(ids.map((id) => people.get(id) ?? []));
  const obeys = (panel: number, gives: number, takes: number): boolean => {
    for (const [n, by] of difference(gives, takes)) {
      const quota = quotas[n];
      if (quota && !isWithin(quota, (counts[panel]?.[n] ?? 0) + by)) return false;
    }
    return true;
  };
  const replace = (panel: number, gives: number, takes: number): void => {
    const [members, in_, count] = [panels[panel], sits[panel], counts[panel]];
    if (!members || !in_ || !count) return;
    moveIn(members, gives, takes);
    in_[gives] = 0;
    in_[takes] = 1;
    for (const [n, by] of difference(gives, takes)) count[n] = (count[n] ?? 0) + by;
  };
  const stream = openStream(seed, 'mix');
  let made = 0;
  for (let tries = exchangeTries(rule); tries > 0; tries -= 1) {
    const [x, y, i, j] = [stream.below(m), stream.below(m), stream.below(k), stream.below(k)];
    const [a, b] = [panels[x]?.[i] ?? 0, panels[y]?.[j] ?? 0];
    const isFree = x !== y && sits[y]?.[a] === 0 && sits[x]?.[b] === 0;
    if (isFree && obeys(x, a, b) && obeys(y, b, a)) {
      replace(x, a, b);
      replace(y, b, a);
      made += 1;
    }
    if (tries % TRIES_A_STEP === 1 && tries > 1) yield;
  }
  return { made, panels: panels.map((panel) => Array.from(panel, (n) => ids[n] ?? '')) };
}

/** One more or one less that a quota counts. */
type Difference = readonly [quota: number, by: 1 | -1];

/**
 * What a panel that gives one and takes another has more and less of. There are few kinds of people: it is worked out once
 * for two kinds and not at each try.
 *
 * @param counted of everybody the quotas that count them; who counts alike has the same list
 */
function differences(
  counted: readonly (readonly number[])[],
): (gives: number, takes: number) => readonly Difference[] {
  const kinds = [...new Set(counted)];
  const kindOf = counted.map((one) => kinds.indexOf(one));
  const known = new Map<number, readonly Difference[]>();
  return (gives, takes) => {
    const [from, to] = [kindOf[gives] ?? 0, kindOf[takes] ?? 0];
    const pair = from * kinds.length + to;
    const found = known.get(pair) ?? differenceOf(kinds[from] ?? [], kinds[to] ?? []);
    known.set(pair, found);
    return found;
  };
}

function differenceOf(from: readonly number[], to: readonly number[]): readonly Difference[] {
  return [
    ...from.filter((n) => !to.includes(n)).map((n): Difference => [n, -1]),
    ...to.filter((n) => !from.includes(n)).map((n): Difference => [n, 1]),
  ];
}

/** Takes one out of ascending numbers and puts another in its place in their order. */
function moveIn(numbers: Uint16Array, out: number, in_: number): void {
  let at = numbers.indexOf(out);
  for (; at > 0 && (numbers[at - 1] ?? 0) > in_; at -= 1) numbers[at] = numbers[at - 1] ?? 0;
  for (; at < numbers.length - 1 && (numbers[at + 1] ?? 0) < in_; at += 1)
    numbers[at] = numbers[at + 1] ?? 0;
  numbers[at] = in_;
}

/** Of everybody, the quotas that count them; who counts alike has the same list. */
export function peopleOf(
  pool: Lock['pool'],
  quotas: readonly QuotaRange[],
): ReadonlyMap<string, readonly number[]> {
  const alike = new Map<string, readonly number[]>();
  return new Map(
    pool.map(({ id, a }) => {
      const counted = quotas.flatMap((quota, n) => (own(a, quota.a) === quota.v ? [n] : []));
      const key = counted.join();
      const known = alike.get(key) ?? counted;
      alike.set(key, known);
      return [id, known];
    }),
  );
}

/** How many of a panel each quota counts. */
export function countsOf(
  people: ReadonlyMap<string, readonly number[]>,
  panel: readonly string[],
): number[] {
  const counts: number[] = [];
  for (const id of panel) for (const n of people.get(id) ?? []) counts[n] = (counts[n] ?? 0) + 1;
  return counts;
}

/** A panel that has so many obeys the quota. */
export function isWithin({ min, max }: QuotaRange, count: number): boolean {
  return min <= count && count <= max;
}
