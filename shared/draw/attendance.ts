// How many of the reserve should be asked to come, so that a drawn panel is full on the day (DRAW.md §10).

import type { Steps } from '../steps.ts';
import { byCodeUnits } from './canonical.ts';
import { attributesOf, cellsOf } from './cells.ts';
import { fromHex } from './hash.ts';
import type { AnyLock } from './lock-form.ts';
import { meets, quotasIn } from './quotas.ts';
import { openStream, type Stream } from './seed.ts';
import { own } from '../own.ts';

/** Runs that are tried, and how many of them must hold. */
export const RUNS = 10_000;
export const RUNS_THAT_HOLD = 9_900;
const MILLION = 1_000_000;
/** Of the panel and those asked: 20 million numbers, some ten seconds. */
const MOST_PEOPLE = 2_000;
const NUMBERS_A_STEP = 20_000;
/** Of the search for an exchange, in one run. */
const MOST_TRIES = 50_000;

/** A draw's result, as {@link reserveAdvice} needs it. */
export interface DrawnPanel {
  readonly lock: AnyLock;
  /** 64 hex digits. */
  readonly seed: string;
  readonly selected: readonly string[];
  /** By cell, in the order of replacement. */
  readonly reserve: Readonly<Record<string, readonly string[]>>;
}

export interface ReserveAdvice {
  /** Whom to ask, in reserve order; all of the reserve where even they are not enough. */
  readonly ask: readonly string[];
  /** In how many of {@link RUNS} the panel is full with them. */
  readonly holds: number;
  /** Whether that is in {@link RUNS_THAT_HOLD} or more. */
  readonly isEnough: boolean;
}

/** The reserve as it is asked: the first of each cell, cells in turn in sorted order, then the second of each. */
export function reserveOrder(reserve: DrawnPanel['reserve']): readonly string[] {
  const cells = Object.keys(reserve)
    .sort(byCodeUnits)
    .map((cell) => own(reserve, cell) ?? []);
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  return Array.from({ length: longest }, (_, rank) =>
    cells.flatMap((ids) => ids[rank] ?? []),
  ).flat();
}

/**
 * The smallest number r of the reserve, in {@link reserveOrder}, with which the panel can be filled within every quota in
 * 99 % of 10,000 runs on stream("attend"): in each, every selected member in order of id, then those r, are present where
 * below(1,000,000) is less than their rate. The absent of a cell come from the present reserve of that cell; where the rule
 * has quotas over several attributes, from any of the present reserve, as long as every quota is kept: all ways are
 * searched, up to 50,000 steps a run, and a run that takes more counts as one that does not hold.
 *
 * @param rateOf the attendance expected in a cell, in millionths: 0 to 1,000,000
 * @throws RangeError for a rate that is none, and for a panel that with those asked has more than 2,000 people
 */
export function* reserveAdvice(
  panel: DrawnPanel,
  rateOf: (cell: string) => number,
): Steps<ReserveAdvice> {
  const order = reserveOrder(panel.reserve);
  const counted = inNumbers(panel, order, rateOf);
  const numbers = new Numbers(openStream(fromHex(panel.seed), 'attend'));
  for (let asked = 0; ; asked += 1) {
    const people = counted.selected.length + asked;
    if (people > MOST_PEOPLE) throw new RangeError('too many people for the runs');
    while (numbers.have < people * RUNS) {
      numbers.draw(Math.min(NUMBERS_A_STEP, people * RUNS - numbers.have));
      yield;
    }
    const isLast = asked === order.length;
    const holds = runsThatHold(counted, numbers.values, asked, isLast);
    if (isLast || holds >= RUNS_THAT_HOLD)
      return { ask: order.slice(0, asked), holds, isEnough: holds >= RUNS_THAT_HOLD };
  }
}

/** The panel in numbers: cells by their place in sorted order. */
interface InNumbers {
  /** The cell of each, in the order in which they are asked about. */
  readonly selected: readonly number[];
  readonly reserve: readonly number[];
  /** Of each cell, in millionths. */
  readonly rates: readonly number[];
  readonly quotas: readonly CellQuota[];
}

interface CellQuota {
  readonly min: number;
  readonly max: number;
  /** Whether a cell has its value. */
  readonly of: readonly boolean[];
}

function inNumbers(
  { lock, selected }: DrawnPanel,
  order: readonly string[],
  rateOf: (cell: string) => number,
): InNumbers {
  const cells = [...cellsOf(lock.pool, attributesOf(lock.rule))];
  const place = new Map(
    cells.flatMap(([, members], n) => members.map(({ id }): [string, number] => [id, n])),
  );
  const placeOf = (id: string): number => {
    const found = place.get(id);
    if (found === undefined) throw new RangeError(`${id} is not in the pool`);
    return found;
  };
  const rates = cells.map(([cell]) => rateOf(cell));
  if (!rates.every((rate) => Number.isInteger(rate) && rate >= 0 && rate <= MILLION))
    throw new RangeError('a rate is 0 to 1,000,000 millionths');
  return {
    selected: [...selected].sort(byCodeUnits).map(placeOf),
    reserve: order.map(placeOf),
    rates,
    quotas: quotasIn(lock.rule).map((quota) => ({
      ...{ min: quota.min, max: quota.max },
      of: cells.map(([, [member]]) => member !== undefined && meets(member, quota)),
    })),
  };
}

/** What below(1,000,000) gives, one after the other: runs with one more asked cut the same row into longer pieces. */
class Numbers {
  readonly #stream: Stream;
  values = new Uint32Array(0);
  have = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  draw(count: number): void {
    if (this.have + count > this.values.length) {
      const wider = new Uint32Array(Math.max(this.have + count, 2 * this.values.length));
      wider.set(this.values);
      this.values = wider;
    }
    for (let n = 0; n < count; n += 1) this.values[this.have + n] = this.#stream.below(MILLION);
    this.have += count;
  }
}

/** In how many runs the panel is full; unless `toEnd`, only whether they are enough is exact. */
function runsThatHold(
  { selected, reserve, rates, quotas }: InNumbers,
  values: Uint32Array,
  asked: number,
  toEnd: boolean,
): number {
  const absent = rates.map(() => 0);
  const present = rates.map(() => 0);
  let at = 0;
  let holds = 0;
  const isThere = (cell: number) => (values[at++] ?? 0) < (rates[cell] ?? 0);
  for (let run = 0; run < RUNS; run += 1) {
    absent.fill(0);
    present.fill(0);
    for (const cell of selected) if (!isThere(cell)) absent[cell] = (absent[cell] ?? 0) + 1;
    for (let n = 0; n < asked; n += 1) {
      const cell = reserve[n] ?? 0;
      if (isThere(cell)) present[cell] = (present[cell] ?? 0) + 1;
    }
    if (isFilled(absent, present, () => stayed(selected, absent, rates.length), quotas)) holds += 1;
    else if (!toEnd && run + 1 - holds > RUNS - RUNS_THAT_HOLD) return holds;
  }
  return holds;
}

/** How many of each cell are selected and there. */
function stayed(selected: readonly number[], absent: readonly number[], cells: number): number[] {
  const here = Array.from({ length: cells }, (_, cell) => -(absent[cell] ?? 0));
  for (const cell of selected) here[cell] = (here[cell] ?? 0) + 1;
  return here;
}

/**
 * Whether the absent can be replaced by those present: each within their cell, or, with quotas over several attributes, by
 * any of them as long as every quota is kept.
 *
 * @param absent of each cell
 * @param present of the reserve, of each cell
 * @param here of the panel, of each cell: asked for only where there are quotas
 */
export function isFilled(
  absent: readonly number[],
  present: readonly number[],
  here: () => readonly number[],
  quotas: readonly CellQuota[],
): boolean {
  if (absent.every((count, cell) => count <= (present[cell] ?? 0))) return true;
  if (quotas.length === 0) return false;
  const staying = here();
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const inQuota = ({ of }: CellQuota, counts: readonly number[]) =>
    counts.reduce((all, count, cell) => all + (of[cell] ? count : 0), 0);
  const needs = quotas.map((quota) => {
    const staysIn = inQuota(quota, staying);
    return { of: quota.of, least: quota.min - staysIn, most: quota.max - staysIn };
  });
  const taken = present.map(() => 0);
  let tries = 0;
  // Cell after cell: first as many as are absent there, which most often fits, then all other numbers.
  const fits = (cell: number, left: number): boolean => {
    tries += 1;
    if (tries > MOST_TRIES) return false;
    if (left > sum(present.slice(cell))) return false;
    for (const need of needs) {
      const so = inQuota({ ...need, min: 0, max: 0 }, taken);
      const rest = need.of.reduce(
        (all, isOf, n) => all + (isOf && n >= cell ? (present[n] ?? 0) : 0),
        0,
      );
      if (so > need.most || so + Math.min(rest, left) < need.least) return false;
    }
    if (cell === present.length) return left === 0;
    const most = Math.min(left, present[cell] ?? 0);
    const first = Math.min(absent[cell] ?? 0, most);
    for (let n = 0; n <= most; n += 1) {
      taken[cell] = n === 0 ? first : n <= first ? n - 1 : n;
      if (fits(cell + 1, left - taken[cell])) return true;
    }
    taken[cell] = 0;
    return false;
  };
  return fits(0, sum(absent));
}
